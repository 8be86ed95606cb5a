//! In analysis: close to the response promise, past it, and on the way (R15); reassigned, answered, reclassified.

use domain::{
    guide::GuideItem,
    scope::Kind,
    ticket::{ContactChannel, ContactOutcome},
};

use crate::demo::{
    catalogue::{CANALES, CONTABILIDAD, FACTURACION, INVENTARIOS, NOMINA, RECEPCION},
    moments::{DAY, HOUR, attended, clock},
    people::{
        ANDRES, CAMILO, FABIO, GLORIA, JULIAN, KEYLA, LUISA, PAOLA, PATRICIA, ROSALBA, TATIANA, VALENTINA,
    },
    photos::MOVEMENTS,
    story::{CALM, Report, STOPPED, Stage},
};

pub fn tell(stage: &mut Stage) {
    // Less than an hour of the response is left.
    stage
        .open(attended(47 * HOUR + 25), &PAOLA, Report {
            kind: Kind::InconsistentReports,
            subject: "El libro de IVA descontable no incluye las compras con documento soporte",
            description: "Comparamos el libro auxiliar con las compras del bimestre y faltan nueve documentos \
                soporte a no obligados a facturar. En la consulta individual sí aparecen contabilizados y aceptados \
                por la DIAN. La declaración se presenta esta semana.",
            place: [CONTABILIDAD, "Informes e impuestos", "Libro auxiliar de IVA"],
            menu_path: "Contabilidad > Impuestos > IVA > Libro auxiliar > Descontable",
            parameters: "Bimestre anterior. Documentos DS-114 a DS-122. Valor faltante: $ 2.318.400.",
            error_code: "",
            impact: CALM,
        })
        .take(attended(46 * HOUR), &LUISA)
        .reply(
            attended(45 * HOUR + 20),
            &LUISA,
            "Paola, ya reproduje la diferencia con el DS-114. Estoy revisando qué los deja por fuera del libro.",
        )
        .note(
            attended(12 * HOUR),
            &LUISA,
            "El filtro del libro usa la fecha de aceptación y no la del documento. Falta probar con el bimestre cerrado.",
        );

    // Past the response.
    stage
        .open(attended(52 * HOUR), &ROSALBA, Report {
            kind: Kind::InconsistentReports,
            subject: "El informe de comisiones de agencias suma noches que fueron canceladas",
            description: "El informe del mes liquida comisión sobre reservas canceladas sin cargo. Son 14 reservas \
                de dos agencias y la diferencia es de $ 1.102.000 a favor de ellas. Revisé que la cancelación se \
                hizo antes de la fecha límite en todas.",
            place: [CANALES, "Reservas en línea", "Liquidar comisiones"],
            menu_path: "Canales > Informes > Comisiones > Liquidación mensual",
            parameters: "Mes anterior. Agencias 012 y 019. Estado de las reservas: cancelada sin cargo.",
            error_code: "",
            impact: CALM,
        })
        .take(attended(50 * HOUR), &CAMILO)
        .reply(attended(49 * HOUR), &CAMILO, "Rosalba, su caso está en análisis. Empiezo por las reservas de la agencia 012.")
        .note(
            attended(95),
            &PATRICIA,
            "Camilo, en esta ya se nos pasó la respuesta. Necesito que quede resuelta o con un plan antes del cierre.",
        )
        .reply(clock(48), &ROSALBA, "Buenas, ¿cómo va esto? La agencia me está cobrando la comisión completa.");

    // Given to another agent by the supervisor.
    stage
        .open(attended(9 * HOUR), &FABIO, Report {
            kind: Kind::Failure,
            subject: "La nómina electrónica de dos empleados queda rechazada por el fondo de pensiones",
            description: "De 38 documentos soporte de nómina, dos quedan rechazados. Los empleados cambiaron de \
                fondo este mes y en la hoja de vida ya está el nuevo. Si abro el detalle, el XML sigue llevando el \
                fondo anterior.",
            place: [NOMINA, "Nómina electrónica", "Transmitir documentos"],
            menu_path: "Nómina > Nómina electrónica > Transmitir > Mes",
            parameters: "Empleados 1.000.000.014 y 1.000.000.027. Mes anterior. Documentos NE-301 y NE-318.",
            error_code: "NIE163",
            impact: CALM,
        })
        .take(attended(8 * HOUR), &VALENTINA)
        .note(attended(7 * HOUR), &VALENTINA, "Es de nómina y yo no tengo acceso a ese ambiente de pruebas.")
        .assign(attended(6 * HOUR), &PATRICIA, &LUISA)
        .note(attended(6 * HOUR - 2), &PATRICIA, "Luisa tiene el ambiente abierto por el caso de Torre del Río.")
        .reply(
            attended(4 * HOUR),
            &LUISA,
            "Don Fabio, le habla Luisa; continúo yo con su caso. Encontré que el cambio de fondo se guardó con fecha \
             del primer día de este mes. ¿Me confirma desde qué día cotizan en el nuevo?",
        );

    // The client answered a minute ago what was asked.
    stage
        .open(attended(14 * HOUR), &JULIAN, Report {
            kind: Kind::Failure,
            subject: "La tarifa de fin de semana no se aplica en reservas de más de 3 noches",
            description: "Si la estadía pasa de tres noches, el sistema cobra todas las noches con la tarifa entre \
                semana, también el viernes y el sábado. Con tres noches o menos calcula bien.",
            place: [RECEPCION, "Reservas", "Crear reserva"],
            menu_path: "Recepción > Reservas > Nueva > Tarifas",
            parameters: "Plan: PC desayuno. Cuatro noches, de jueves a lunes.",
            error_code: "",
            impact: CALM,
        })
        .take(attended(13 * HOUR), &ANDRES)
        .ask(
            attended(6 * HOUR),
            &ANDRES,
            &[GuideItem::Parameters, GuideItem::Images],
            "Julián, ¿nos comparte el número de una reserva en la que haya pasado y una imagen del detalle de tarifas?",
        )
        .attempt(attended(3 * HOUR), &ANDRES, ContactChannel::Whatsapp, ContactOutcome::LeftMessage, "")
        .reply(
            clock(7),
            &JULIAN,
            "Disculpe la demora, tuvimos el hostal lleno. Es la reserva 5127: jueves a lunes, 2 adultos. El viernes y \
             el sábado deberían salir a $ 210.000 y salen a $ 165.000.",
        );

    // It came in as a failure and is a matter between branches.
    stage
        .open(attended(11 * HOUR), &GLORIA, Report {
            kind: Kind::Failure,
            subject: "El traslado de insumos de Armenia a Filandia descuenta, pero no llega",
            description: "Armenia despachó 24 botellas de vino y 10 kg de café. La bodega de Armenia los descontó y \
                la de Filandia no los recibe; en tránsito tampoco aparecen. Ya son tres traslados así.",
            place: [INVENTARIOS, "Traslados entre sedes", "Recibir traslado"],
            menu_path: "Inventarios > Traslados > Por recibir",
            parameters: "Traslados TR-0871, TR-0874 y TR-0880. Bodega origen 01, bodega destino 03.",
            error_code: "",
            impact: CALM,
        })
        .photo(attended(11 * HOUR - 3), &GLORIA, &MOVEMENTS)
        .take(attended(10 * HOUR), &VALENTINA)
        .reclassify(attended(9 * HOUR + 30), &VALENTINA, Kind::BranchSync, CALM)
        .reply(
            attended(9 * HOUR),
            &VALENTINA,
            "Gloria, los tres traslados están en la cola de sincronización de Armenia, detenidos por un artículo sin \
             código en Filandia. Estoy confirmando cuál es.",
        );

    // Sent as stopped; the agent corrected it with the client on the phone.
    stage
        .open(attended(6 * HOUR), &TATIANA, Report {
            kind: Kind::BranchSync,
            subject: "Las reservas hechas en Armenia no se ven en Salento",
            description: "Central de reservas está en Armenia. Desde esta mañana, lo que ellos crean para Salento no \
                aparece en nuestro planning. Al contrario sí: lo nuestro lo ven ellos.",
            place: [RECEPCION, "Reservas", "Sincronizar con central"],
            menu_path: "Recepción > Herramientas > Sincronización > Estado",
            parameters: "Reservas 9920, 9921 y 9925, creadas hoy entre las 8:10 y las 9:30. Pendientes: 37.",
            error_code: "SYNC-12",
            impact: STOPPED,
        })
        .take(attended(6 * HOUR - 10), &CAMILO)
        .attempt(
            attended(6 * HOUR - 15),
            &CAMILO,
            ContactChannel::Phone,
            ContactOutcome::Reached,
            "Pueden trabajar; reciben las reservas por teléfono. No está detenido.",
        )
        .reclassify(attended(6 * HOUR - 16), &CAMILO, Kind::BranchSync, CALM)
        .reply(attended(5 * HOUR), &CAMILO, "Tatiana, de las 37 pendientes ya bajaron 30. Sigo con las otras siete.");

    stage
        .open(attended(2 * DAY + 40), &KEYLA, Report {
            kind: Kind::Failure,
            subject: "El acuse de recibo de facturas de proveedores se queda en «procesando»",
            description: "Doce facturas de proveedores llevan dos días en «procesando» y no podemos dar la \
                aceptación expresa. Los eventos 030 y 032 salieron; el 033 no sale.",
            place: [FACTURACION, "Acuses y eventos DIAN", "Aceptación expresa"],
            menu_path: "Facturación electrónica > Recepción > Eventos > Enviar 033",
            parameters: "Proveedor: NIT 901000444. Facturas FE-7781 a FE-7792.",
            error_code: "DC24r: El evento ya fue registrado",
            impact: CALM,
        })
        .take(attended(2 * DAY - 20), &ANDRES)
        .reply(attended(2 * DAY - 60), &ANDRES, "Keyla, estamos revisando el rechazo con el histórico de eventos de cada factura.");
}
