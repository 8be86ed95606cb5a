//! Received and not taken yet: within first response, at risk, and missed (R14).

use domain::scope::Kind;

use crate::demo::{
    catalogue::{CANALES, CONTABILIDAD, GERENCIA, RECEPCION, VENTA},
    moments::{HOUR, attended, clock},
    people::{
        ANDERSON, CAMILO, EDISSON, FABIO, JULIAN, KEYLA, LEIDY, LUISA, NUBIA, PATRICIA, SEBASTIAN, SHARLENE,
    },
    photos::POINT_OF_SALE,
    story::{CALM, Report, Stage},
};

pub fn tell(stage: &mut Stage) {
    stage.open(clock(4), &JULIAN, Report {
        kind: Kind::Failure,
        subject: "El archivo del SIRE sale rechazado: columna de nacionalidad vacía",
        description: "Al generar el archivo de huéspedes extranjeros de ayer, Migración lo rechaza porque la columna \
            de nacionalidad va vacía en 3 de los 11 registros. En la tarjeta de registro los tres huéspedes sí tienen \
            nacionalidad (dos de Francia y uno de Perú). Lo generé dos veces con el mismo resultado.",
        place: [RECEPCION, "Tarjeta de registro y SIRE", "Generar archivo para Migración Colombia"],
        menu_path: "Recepción > Informes legales > SIRE > Generar archivo plano",
        parameters: "Fecha inicial y final: ayer. Tipo de movimiento: entradas. Tarjetas 4410, 4413 y 4419.",
        error_code: "SIRE-117 Nacionalidad no válida",
        impact: CALM,
    });

    stage.open(clock(23), &ANDERSON, Report {
        kind: Kind::InconsistentReports,
        subject: "La ocupación del tablero no coincide con el planning",
        description: "El tablero de gerencia muestra 62 % de ocupación para hoy y el planning de recepción tiene 41 \
            de 54 habitaciones ocupadas, que es casi 76 %. Ayer coincidían. No hay habitaciones bloqueadas por \
            mantenimiento.",
        place: [GERENCIA, "Indicadores", "Consultar ocupación del día"],
        menu_path: "Gerencia > Indicadores > Ocupación > Hoy",
        parameters: "Sede: Armenia. Fecha: hoy. Incluye cortesías: sí.",
        error_code: "",
        impact: CALM,
    });

    stage
        .open(clock(41), &LEIDY, Report {
            kind: Kind::PointOfSaleConnection,
            subject: "La caja 2 del restaurante perdió conexión con el servidor central",
            description: "Desde el mediodía la caja 2 muestra el aviso rojo «sin servidor». La caja 1, que está al \
                lado y en el mismo switch, funciona. Reiniciamos el equipo y el programa y sigue igual. Por ahora \
                facturamos todo por la caja 1.",
            place: [VENTA, "Caja", "Abrir turno"],
            menu_path: "",
            parameters: "Punto de venta: RESTAURANTE-2. Servidor: central Salento. IP de la caja: 192.168.10.32.",
            error_code: "POS-504 Tiempo de espera agotado",
            impact: CALM,
        })
        .photo(clock(39), &LEIDY, &POINT_OF_SALE);

    stage.open(clock(70), &FABIO, Report {
        kind: Kind::InconsistentReports,
        subject: "El comprobante diario de ventas queda descuadrado por $ 1",
        description: "El comprobante que se genera al cerrar el día queda con los débitos un peso por encima de los \
            créditos. Pasa solo los días con facturas del spa que llevan descuento del 15 %; creo que es el redondeo \
            del IVA. Adjunto los tres días en que se repite.",
        place: [CONTABILIDAD, "Comprobantes", "Contabilizar ventas del día"],
        menu_path: "Contabilidad > Procesos > Interfaz hotelera > Contabilizar ventas",
        parameters: "Comprobantes VD-0611, VD-0614 y VD-0615. Cuenta 41400501. Diferencia: $ 1 en cada uno.",
        error_code: "CT-2208 Comprobante descuadrado",
        impact: CALM,
    });

    stage.open(clock(52), &NUBIA, Report {
        kind: Kind::CannotStart,
        subject: "El programa de recepción no abre después de la actualización de Windows",
        description: "El equipo se actualizó anoche. Al dar doble clic en el icono aparece el logo, se queda unos \
            diez segundos y se cierra sin mostrar nada. En el otro computador del hotel abre normalmente, así que \
            podemos trabajar, pero con fila.",
        place: [RECEPCION, "", ""],
        menu_path: "",
        parameters: "",
        error_code: "0xc0000135",
        impact: CALM,
    });

    stage.open(clock(160), &SEBASTIAN, Report {
        kind: Kind::Failure,
        subject: "No deja anular una reserva que entró dos veces por el canal",
        description: "La reserva de la familia Hoyos entró dos veces desde la agencia en línea. Intento anular la \
            segunda y el botón queda gris, aunque mi usuario tiene el permiso. Las dos reservas ocupan habitación y \
            el fin de semana estamos llenos.",
        place: [CANALES, "Reservas en línea", "Anular reserva"],
        menu_path: "Canales > Reservas recibidas > Detalle > Anular",
        parameters: "Reservas 20418 y 20419, a nombre de Hoyos Marulanda. Llegada: viernes. Localizador: KX-77120.",
        error_code: "",
        impact: CALM,
    });

    stage
        .open(attended(55), &KEYLA, Report {
            kind: Kind::Failure,
            subject: "El minibar no carga los consumos a la cuenta de la habitación 204",
            description: "Ama de llaves registra los consumos en la tableta y queda «enviado», pero en la cuenta de \
                la habitación no aparecen. En las demás habitaciones del segundo piso sí aparecen. El huésped sale \
                mañana temprano.",
            place: [VENTA, "Minibar", "Registrar consumo"],
            menu_path: "Punto de venta > Minibar > Registrar > Habitación 204",
            parameters: "Habitación 204, folio 8831. Dos aguas y una cerveza, $ 27.000. Registrado hoy dos veces.",
            error_code: "",
            impact: CALM,
        })
        .assign(attended(38), &PATRICIA, &CAMILO)
        .note(attended(37), &PATRICIA, "Camilo, viste algo igual en Bahía Coral la semana pasada. ¿Lo miras?");

    // At risk: less than an hour of first response is left.
    stage.open(attended(2 * HOUR + 25), &EDISSON, Report {
        kind: Kind::LicenceExpiry,
        subject: "La licencia del módulo de canales avisa que vence en 2 días",
        description: "Al entrar a Canales aparece el aviso de que la licencia vence en dos días y que después no se \
            publicarán tarifas. La renovación se pagó el mes pasado; tengo el comprobante de la transferencia.",
        place: [CANALES, "Tarifas y disponibilidad", ""],
        menu_path: "",
        parameters: "",
        error_code: "LIC-030",
        impact: CALM,
    });

    // Missed: nobody took it in three hours of attention.
    stage
        .open(attended(3 * HOUR + 50), &SHARLENE, Report {
            kind: Kind::InconsistentReports,
            subject: "El informe de cartera muestra dos veces el saldo de una agencia",
            description: "La agencia Caribe Sunrise aparece en dos renglones del informe por edades, ambos con el \
                mismo saldo. El total del informe queda inflado y no coincide con la cuenta 1305. Ocurre desde que \
                se corrigió el NIT del tercero.",
            place: [CONTABILIDAD, "Cartera", "Informe por edades"],
            menu_path: "Contabilidad > Cartera > Informes > Cartera por edades",
            parameters: "Fecha de corte: último día del mes anterior. Tercero: 900555010. Saldo: $ 4.870.300.",
            error_code: "",
            impact: CALM,
        })
        .note(attended(20), &LUISA, "Se nos pasó por el cambio de turno; la tomo apenas cuelgue.");
}
