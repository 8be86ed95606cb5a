//! Resolved, awaiting the client's word; disputed, and resolved again.

use domain::{guide::GuideItem, scope::Kind};

use crate::demo::{
    catalogue::{CANALES, CONTABILIDAD, FACTURACION, NOMINA, RECEPCION},
    moments::{DAY, HOUR, attended, clock},
    people::{ANDERSON, ANDRES, CAMILO, EDISSON, JULIAN, LUISA, MARCELA, MATEO, TATIANA, VALENTINA, YESID},
    story::{CALM, Report, Stage},
};

pub fn tell(stage: &mut Stage) {
    stage
        .open(attended(10 * HOUR), &YESID, Report {
            kind: Kind::Failure,
            subject: "El check-out cobra una noche de más a quienes salen después de medianoche",
            description: "Si el huésped sale después de las 12 de la noche, pero antes de cerrar la auditoría, el \
                sistema carga una noche adicional. Lo corrijo a mano, pero a veces se pasa.",
            place: [RECEPCION, "Check-in y check-out", "Check-out"],
            menu_path: "Recepción > Check-out > Liquidar",
            parameters: "Habitaciones 110 y 301. Salida a las 12:40 a. m. Fecha hotelera: la anterior.",
            error_code: "",
            impact: CALM,
        })
        .take(attended(9 * HOUR), &VALENTINA)
        .reply(attended(8 * HOUR), &VALENTINA, "Yesid, ¿la auditoría estaba en curso cuando hizo la salida de la 301?")
        .reply(attended(7 * HOUR), &YESID, "Sí señora, iba como en la mitad.")
        .resolve(
            attended(4 * HOUR),
            &VALENTINA,
            "Yesid, activamos el parámetro «hora límite de salida tardía» en 2:00 a. m. Hasta esa hora la salida usa la \
             fecha hotelera abierta y no cobra otra noche. Corregimos también las cuentas de la 110 y la 301.",
        );

    stage
        .open(attended(3 * DAY), &EDISSON, Report {
            kind: Kind::InconsistentReports,
            subject: "La retención en la fuente del salón de eventos se calcula sobre el valor con IVA",
            description: "En las facturas del salón, la retención sale sobre el total y no sobre la base. En \
                alojamiento está bien.",
            place: [CONTABILIDAD, "Informes e impuestos", "Calcular retenciones"],
            menu_path: "Contabilidad > Impuestos > Retenciones > Conceptos",
            parameters: "Concepto 27. Factura TR-5512, base $ 6.000.000, IVA $ 1.140.000.",
            error_code: "",
            impact: CALM,
        })
        .take(attended(3 * DAY - 2 * HOUR), &LUISA)
        .resolve(
            attended(14 * HOUR),
            &LUISA,
            "El concepto 27 tenía marcada la opción «base con impuestos». La desmarcamos y recalculamos TR-5512; la \
             retención queda sobre $ 6.000.000.",
        );

    // Disputed: back on the desk.
    stage
        .open(
            attended(16 * HOUR),
            &JULIAN,
            Report {
                kind: Kind::Failure,
                subject: "El correo de confirmación llega con el idioma equivocado a huéspedes brasileños",
                description: "Los huéspedes que reservan en portugués reciben la confirmación en inglés.",
                place: [CANALES, "Motor de reservas", "Enviar confirmación"],
                menu_path: "Canales > Motor de reservas > Plantillas > Confirmación",
                parameters: "Reservas W-0091 y W-0093. Idioma del navegador: pt-BR.",
                error_code: "",
                impact: CALM,
            },
        )
        .take(attended(15 * HOUR), &CAMILO)
        .resolve(
            attended(7 * HOUR),
            &CAMILO,
            "Cargamos la plantilla en portugués. Las próximas confirmaciones saldrán bien.",
        )
        .dispute(
            clock(35),
            &JULIAN,
            "Acabo de recibir una reserva de Recife (W-0102) y la confirmación volvió a salir en inglés 😕",
        );

    // Disputed once, resolved again.
    stage
        .open(attended(4 * DAY), &TATIANA, Report {
            kind: Kind::BranchSync,
            subject: "Los precios del menú cambiados en Armenia no bajan a Salento",
            description: "Gloria actualizó 32 precios en Armenia y en Salento seguimos con los anteriores.",
            place: [CANALES, "Tarifas y disponibilidad", "Sincronizar lista de precios"],
            menu_path: "",
            parameters: "Lista 04 Restaurante. 32 productos. Vigencia: desde el lunes.",
            error_code: "",
            impact: CALM,
        })
        .take(attended(4 * DAY - HOUR), &ANDRES)
        .resolve(attended(3 * DAY), &ANDRES, "Se forzó la sincronización de la lista 04 y los precios ya están en Salento.")
        .dispute(attended(2 * DAY + 6 * HOUR), &TATIANA, "Bajaron 29 de los 32. Faltan los tres jugos naturales.")
        .resolve(
            attended(15 * HOUR),
            &ANDRES,
            "Los tres jugos estaban inactivos en Salento y por eso no recibían precio. Los activamos y quedaron al día.",
        );

    // Development solved its bug before the promised date.
    stage
        .open(attended(9 * DAY), &ANDERSON, Report {
            kind: Kind::Failure,
            subject: "El documento soporte se transmite sin la ciudad del proveedor",
            description: "A los proveedores creados desde la pantalla rápida les falta el código de municipio y la \
                DIAN rechaza el documento soporte.",
            place: [FACTURACION, "Documento soporte", "Transmitir"],
            menu_path: "Facturación electrónica > Documento soporte > Nuevo > Transmitir",
            parameters: "Proveedor 1.000.000.033. Documento DS-0201. Municipio 63001.",
            error_code: "DSAJ09",
            impact: CALM,
        })
        .take(attended(9 * DAY - HOUR), &LUISA)
        .hand_over(attended(8 * DAY), &LUISA, "La pantalla rápida no guarda el municipio, aunque lo muestra.")
        .commit(attended(7 * DAY), &MATEO, 8)
        .resolve(
            attended(9 * HOUR),
            &MATEO,
            "La versión 7.5.2 guarda el municipio desde la pantalla rápida y completa el de los proveedores ya creados. \
             Ya está instalada en su servidor; puede retransmitir el DS-0201.",
        );

    // Waited, answered, resolved a moment ago.
    stage
        .open(attended(21 * HOUR), &MARCELA, Report {
            kind: Kind::LicenceExpiry,
            subject: "El módulo de nómina dice «licencia vencida» después de renovar",
            description: "Renovamos el módulo la semana pasada y sigue mostrando que la licencia está vencida al entrar.",
            place: [NOMINA, "Liquidación", ""],
            menu_path: "",
            parameters: "",
            error_code: "LIC-011",
            impact: CALM,
        })
        .take(attended(20 * HOUR), &VALENTINA)
        .ask(
            attended(19 * HOUR),
            &VALENTINA,
            &[GuideItem::Images],
            "Marcela, ¿nos envía una imagen de Ayuda > Acerca de, donde se vea el serial del equipo?",
        )
        .reply(attended(11 * HOUR), &MARCELA, "Es el serial que termina en 7F2C. El equipo de nómina se cambió en marzo.")
        .resolve(attended(25), &VALENTINA, "La licencia estaba asociada al equipo anterior. La pasamos al 7F2C y ya abre.");
}
