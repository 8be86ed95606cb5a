//! Closed, for every reason there is.

use domain::{
    guide::GuideItem,
    scope::{Kind, OutOfScope},
    ticket::{ContactChannel as Via, ContactOutcome as Outcome, Relation},
};

use crate::demo::{
    catalogue::{CANALES, CONTABILIDAD, FACTURACION, INVENTARIOS, RECEPCION, VENTA},
    moments::{DAY, HOUR, attended},
    people::{
        ANDERSON, ANDRES, CAMILO, EDISSON, FABIO, GLORIA, JULIAN, KEYLA, LEIDY, LUISA, MARCELA, NUBIA,
        SEBASTIAN, SHARLENE, VALENTINA, YESID,
    },
    story::{CALM, Report, Stage},
};

pub fn tell(stage: &mut Stage) {
    confirmed_or_uncontested(stage);
    not_support(stage);
    out_of_reach(stage);
    told_twice_or_withdrawn(stage);
    insufficient(stage);
}

fn confirmed_or_uncontested(stage: &mut Stage) {
    stage
        .open(attended(6 * DAY), &KEYLA, Report {
            kind: Kind::Failure,
            subject: "La llave electrónica no se programa al hacer el check-in desde la tableta",
            description: "Desde la tableta el check-in queda listo, pero no envía la orden al programador de llaves. \
                Desde el computador de recepción sí.",
            place: [RECEPCION, "Check-in y check-out", "Programar llave"],
            menu_path: "Recepción > Check-in > Llaves > Programar",
            parameters: "Habitaciones 201 a 206. Tableta de recepción 2.",
            error_code: "KEY-07",
            impact: CALM,
        })
        .take(attended(6 * DAY - 80), &CAMILO)
        .resolve(
            attended(5 * DAY),
            &CAMILO,
            "La tableta tenía guardada la dirección anterior del programador. La actualizamos y probamos con la 201 y la 204.",
        )
        .confirm(attended(4 * DAY + 6 * HOUR), &KEYLA);

    // Nobody objected within the two business days: the clock closes it.
    stage
        .open(attended(8 * DAY), &FABIO, Report {
            kind: Kind::InconsistentReports,
            subject: "El balance de prueba no toma el centro de costo del spa",
            description: "Al pedir el balance por centro de costo, el 05 Spa sale en ceros aunque tiene movimiento.",
            place: [CONTABILIDAD, "Informes e impuestos", "Balance de prueba"],
            menu_path: "Contabilidad > Informes > Balance de prueba > Por centro de costo",
            parameters: "Centro de costo 05. Mes anterior. Nivel: auxiliar.",
            error_code: "",
            impact: CALM,
        })
        .take(attended(8 * DAY - 90), &LUISA)
        .resolve(
            attended(6 * DAY),
            &LUISA,
            "El centro 05 estaba marcado como inactivo desde el cierre del año. Lo activamos y el balance ya lo incluye.",
        );
}

fn not_support(stage: &mut Stage) {
    stage
        .open(attended(3 * DAY), &GLORIA, Report {
            kind: Kind::Failure,
            subject: "El personal nuevo no logra hacer el cierre de turno en la caja",
            description: "Entraron cuatro personas y ninguna sabe hacer el cierre de turno. Quisiera que alguien les \
                explique paso a paso cómo se hace.",
            place: [VENTA, "Cierre de turno", "Cerrar turno"],
            menu_path: "Punto de venta > Turno > Cerrar",
            parameters: "Sede Armenia, turnos de la mañana y de la tarde, 4 personas.",
            error_code: "",
            impact: CALM,
        })
        .take(attended(3 * DAY - HOUR), &VALENTINA)
        .close_out_of_scope(
            attended(3 * DAY - 70),
            &VALENTINA,
            OutOfScope::Training,
            "Gloria, el cierre funciona bien; lo que necesita es una capacitación. El área comercial la agenda con \
             gusto: ya les pasamos sus datos y este número de caso.",
        );

    stage
        .open(
            attended(2 * DAY),
            &NUBIA,
            Report {
                kind: Kind::Failure,
                subject: "La impresora de comandas imprime cuadros en lugar de letras",
                description: "Compramos una impresora térmica nueva y las comandas salen con símbolos raros.",
                place: [VENTA, "Comandas", "Imprimir comanda"],
                menu_path: "Punto de venta > Comandas > Imprimir",
                parameters: "Impresora de 80 mm por USB en la cocina, comprada ayer.",
                error_code: "",
                impact: CALM,
            },
        )
        // Closing it outright is the desk's first word on it.
        .close_out_of_scope(attended(2 * DAY - 40), &ANDRES, OutOfScope::Peripherals, "");
}

fn out_of_reach(stage: &mut Stage) {
    // Two business days went by after one unanswered call.
    stage
        .open(
            attended(7 * DAY),
            &EDISSON,
            Report {
                kind: Kind::Failure,
                subject: "El informe de consumos del bar no exporta a Excel",
                description: "Al exportar aparece la barra de progreso y se queda en 99 %.",
                place: [VENTA, "Caja", "Exportar informe"],
                menu_path: "Punto de venta > Informes > Consumos > Exportar",
                parameters: "Mes anterior, caja BAR-1, 2.300 registros.",
                error_code: "EXP-99",
                impact: CALM,
            },
        )
        .take(attended(7 * DAY - HOUR), &CAMILO)
        .ask(
            attended(6 * DAY),
            &CAMILO,
            &[GuideItem::Images],
            "Édisson, ¿en qué equipo pasa y con qué versión de Excel?",
        )
        .attempt(attended(5 * DAY), &CAMILO, Via::Phone, Outcome::NoAnswer, "Suena apagado.");

    // Nine attempts in a day and a half.
    stage
        .open(
            attended(9 * DAY),
            &LEIDY,
            Report {
                kind: Kind::Failure,
                subject: "El descuento de empleados no aparece en la lista de la caja",
                description: "El descuento EMP20 desapareció de la lista al facturar en la tienda.",
                place: [VENTA, "Caja", "Aplicar descuento"],
                menu_path: "Punto de venta > Caja > Descuentos",
                parameters: "Descuento EMP20, caja TIENDA-1, usuario leidy.",
                error_code: "",
                impact: CALM,
            },
        )
        .take(attended(9 * DAY - HOUR), &ANDRES)
        .attempt(attended(8 * DAY), &ANDRES, Via::Phone, Outcome::NoAnswer, "")
        .attempt(attended(8 * DAY - 120), &ANDRES, Via::Phone, Outcome::NoAnswer, "")
        .attempt(attended(8 * DAY - 240), &ANDRES, Via::Whatsapp, Outcome::LeftMessage, "")
        .attempt(attended(8 * DAY - 360), &ANDRES, Via::Phone, Outcome::Busy, "")
        .attempt(
            attended(8 * DAY - 480),
            &ANDRES,
            Via::Email,
            Outcome::LeftMessage,
            "Le expliqué qué necesitamos.",
        )
        .attempt(attended(7 * DAY), &ANDRES, Via::Phone, Outcome::NoAnswer, "")
        .attempt(attended(7 * DAY - 60), &ANDRES, Via::Phone, Outcome::NoAnswer, "Al fijo de Salento.")
        .attempt(attended(7 * DAY - 120), &ANDRES, Via::Whatsapp, Outcome::LeftMessage, "")
        .attempt(attended(7 * DAY - 180), &ANDRES, Via::Phone, Outcome::NoAnswer, "Noveno intento.");
}

fn told_twice_or_withdrawn(stage: &mut Stage) {
    let (original, again) = (stage.upcoming(0), stage.upcoming(1));
    stage
        .open(attended(28 * HOUR), &ANDERSON, Report {
            kind: Kind::BranchSync,
            subject: "Sede Armenia no recibe las tarifas que se publican en la central",
            description: "Desde el lunes, las tarifas publicadas en la central no llegan a Armenia; Salento y Filandia sí \
                las reciben. Hoy vendimos dos habitaciones con la tarifa de la temporada anterior.",
            place: [CANALES, "Tarifas y disponibilidad", "Publicar tarifas"],
            menu_path: "Canales > Tarifas > Publicar > Sedes",
            parameters: "Temporada alta, planes 01 a 06, sede Armenia.",
            error_code: "SYNC-12",
            impact: CALM,
        })
        .take(attended(27 * HOUR), &LUISA)
        .link(attended(24 * HOUR), &LUISA, Relation::Related, again)
        .reply(attended(23 * HOUR), &LUISA, "Anderson, Gloria nos reportó lo mismo; seguimos los dos avisos en este caso.");
    stage
        .open(attended(26 * HOUR), &GLORIA, Report {
            kind: Kind::BranchSync,
            subject: "Armenia vende con tarifas viejas",
            description: "En Armenia siguen saliendo las tarifas de la temporada pasada aunque ya publicamos las nuevas.",
            place: [CANALES, "Tarifas y disponibilidad", "Publicar tarifas"],
            menu_path: "",
            parameters: "Sede Armenia, temporada alta, desde el lunes.",
            error_code: "",
            impact: CALM,
        })
        .close_duplicate(attended(24 * HOUR + 5), &LUISA, original);

    stage
        .open(
            attended(19 * HOUR),
            &SHARLENE,
            Report {
                kind: Kind::Failure,
                subject: "El sistema no deja cambiar la habitación de un huésped alojado",
                description: "Al mover al huésped de la 12 a la 15, el botón de guardar no responde.",
                place: [RECEPCION, "Check-in y check-out", "Cambio de habitación"],
                menu_path: "Recepción > Alojados > Cambiar habitación",
                parameters: "De la 12 a la 15. Folio 2290.",
                error_code: "",
                impact: CALM,
            },
        )
        .take(attended(18 * HOUR), &VALENTINA)
        .reply(
            attended(17 * HOUR),
            &SHARLENE,
            "Perdón, la 15 estaba marcada en limpieza. Cuando la liberaron, sí dejó.",
        )
        .withdraw(attended(17 * HOUR - 2), &SHARLENE);

    stage
        .open(
            attended(31 * HOUR),
            &MARCELA,
            Report {
                kind: Kind::InconsistentReports,
                subject: "El inventario de toallas no cuadra con el conteo de lavandería",
                description: "El sistema tiene 240 toallas y en lavandería contamos 228.",
                place: [INVENTARIOS, "Bodegas", "Consultar existencias"],
                menu_path: "Inventarios > Bodegas > Lavandería",
                parameters: "Artículo 5002, bodega 07. Diferencia: 12.",
                error_code: "",
                impact: CALM,
            },
        )
        .withdraw(attended(30 * HOUR), &MARCELA);
}

fn insufficient(stage: &mut Stage) {
    let closed = stage.upcoming(0);
    stage
        .open(attended(25 * HOUR), &JULIAN, Report {
            kind: Kind::Failure,
            subject: "Sale un aviso raro al facturar",
            description: "Cuando voy a facturar me sale un aviso y no sé qué hacer.",
            place: [FACTURACION, "Emisión de facturas", "Facturar"],
            menu_path: "Facturación",
            parameters: "Los de siempre",
            error_code: "",
            impact: CALM,
        })
        .take(attended(24 * HOUR), &CAMILO)
        .close_insufficient(
            attended(23 * HOUR),
            &CAMILO,
            &[GuideItem::MenuPath, GuideItem::Parameters, GuideItem::ErrorCode, GuideItem::Images],
            "Julián, con lo que nos cuenta no alcanzamos a saber qué aviso es. Cree un caso nuevo: ya le queda casi \
             lleno, solo faltan los puntos que marcamos.",
        );
    // The new ticket after it, complete this time (R8).
    stage
        .open(attended(21 * HOUR), &JULIAN, Report {
            kind: Kind::Failure,
            subject: "Aviso «consecutivo fuera de rango» al facturar un check-out",
            description: "Cuando facturo un check-out sale el aviso de que el consecutivo está fuera de rango. Cambiamos \
                de resolución el viernes y desde entonces pasa con todas las facturas del prefijo HC.",
            place: [FACTURACION, "Emisión de facturas", "Facturar"],
            menu_path: "Recepción > Check-out > Facturar > Emitir",
            parameters: "Prefijo HC. Resolución nueva: 1 a 5.000. Consecutivo que intenta usar: 5.118.",
            error_code: "FAB10b",
            impact: CALM,
        })
        .from(Relation::Continues, closed)
        .take(attended(20 * HOUR), &CAMILO)
        .reply(
            attended(19 * HOUR),
            &CAMILO,
            "Gracias, Julián: así sí se entiende. El prefijo siguió con el consecutivo de la resolución anterior. Lo \
             ajusto hoy, fuera de la hora pico.",
        );

    stage
        .open(
            attended(35 * HOUR),
            &SEBASTIAN,
            Report {
                kind: Kind::Failure,
                subject: "Algo le pasó al reporte de anoche",
                description: "El reporte de anoche no es, miren por favor.",
                place: [RECEPCION, "Auditoría nocturna", "Reporte"],
                menu_path: "Reportes",
                parameters: "Anoche",
                error_code: "",
                impact: CALM,
            },
        )
        .close_insufficient(
            attended(33 * HOUR),
            &LUISA,
            &[GuideItem::Description, GuideItem::Process, GuideItem::MenuPath, GuideItem::Parameters],
            "Sebastián, díganos cuál reporte es, qué mostró y qué esperaba ver. Con eso lo resolvemos.",
        );

    stage
        .open(attended(11 * DAY), &YESID, Report {
            kind: Kind::LicenceExpiry,
            subject: "El punto de venta del bar pide renovar la licencia al abrir turno",
            description: "Al abrir turno pide un código de renovación que no tenemos. Los demás puntos abren bien.",
            place: [VENTA, "Caja", ""],
            menu_path: "",
            parameters: "",
            error_code: "LIC-030",
            impact: CALM,
        })
        .take(attended(11 * DAY - 100), &ANDRES)
        .resolve(attended(10 * DAY), &ANDRES, "Se aplicó la renovación al equipo del bar. Ya abre turno sin pedir código.")
        .confirm(attended(9 * DAY), &YESID);
}
