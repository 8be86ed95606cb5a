//! Bugs with research and development: without a date, with one, with one that moved, and with one that was missed (R16).

use domain::scope::Kind;

use crate::demo::{
    catalogue::{CANALES, FACTURACION, GERENCIA, INVENTARIOS, RECEPCION},
    moments::{DAY, HOUR, attended, clock},
    people::{
        ANDRES, CAMILO, DOLORES, GLORIA, HERNAN, LUISA, MATEO, PAOLA, PATRICIA, ROSALBA, SARA, SEBASTIAN,
        VALENTINA,
    },
    photos::INVOICE_REJECTED,
    story::{CALM, Report, Stage},
};

pub fn tell(stage: &mut Stage) {
    // Handed over today; no date yet.
    stage
        .open(attended(9 * HOUR), &DOLORES, Report {
            kind: Kind::Failure,
            subject: "Las facturas con más de 40 renglones se rechazan por el total de bases",
            description: "Un evento de fin de semana tiene 46 renglones. La DIAN rechaza la factura porque la base \
                imponible no coincide con la suma de las líneas, por centavos. Si la partimos en dos facturas, \
                pasan, pero el cliente exige una sola.",
            place: [FACTURACION, "Emisión de facturas", "Facturar evento"],
            menu_path: "Facturación electrónica > Emitir > Desde cuenta maestra",
            parameters: "Cuenta maestra 771, 46 renglones. Total: $ 18.940.233,40. Tarifas de 8 % y 19 %.",
            error_code: "Rechazo DIAN FAU04",
            impact: CALM,
        })
        .photo(attended(9 * HOUR - 4), &DOLORES, &INVOICE_REJECTED)
        .take(attended(8 * HOUR), &LUISA)
        .hand_over(
            attended(4 * HOUR),
            &LUISA,
            "Redondeamos cada línea y además el total; con 46 líneas la diferencia pasa de la tolerancia de $ 2. XML \
             de prueba en la carpeta del caso. Con 39 líneas no se alcanza a notar.",
        )
        .note(attended(3 * HOUR), &SARA, "Lo veo. Es el redondeo por línea de la versión 7.4. Hoy doy fecha.");

    // A date that stands.
    stage
        .open(attended(5 * DAY), &PAOLA, Report {
            kind: Kind::InconsistentReports,
            subject: "El RevPAR del tablero divide entre habitaciones bloqueadas",
            description: "El indicador usa 120 habitaciones aunque 14 están bloqueadas por remodelación desde hace dos \
                meses. La junta recibió el dato equivocado.",
            place: [GERENCIA, "Indicadores", "RevPAR mensual"],
            menu_path: "Gerencia > Indicadores > Ingresos > RevPAR",
            parameters: "Mes anterior. Habitaciones 801 a 814, estado: fuera de servicio.",
            error_code: "",
            impact: CALM,
        })
        .take(attended(5 * DAY - 2 * HOUR), &CAMILO)
        .hand_over(
            attended(4 * DAY),
            &CAMILO,
            "La consulta toma todas las habitaciones activas e ignora el estado «fuera de servicio» a la fecha.",
        )
        .commit(attended(3 * DAY + HOUR), &SARA, 7)
        .reply(
            attended(3 * DAY),
            &SARA,
            "Paola, el cálculo corregido sale en la próxima versión. Mientras tanto puede exportar el informe y \
             filtrar las habitaciones fuera de servicio; le dejé la plantilla en la ayuda.",
        );

    // A date that moved, told to the client, the first one still visible.
    stage
        .open(attended(12 * DAY), &GLORIA, Report {
            kind: Kind::BranchSync,
            subject: "Al sincronizar tres sedes a la vez se duplican los anticipos de reservas",
            description: "Si Armenia, Salento y Filandia sincronizan a la misma hora, los anticipos recibidos en una \
                sede aparecen dos veces en el consolidado. Cuando sincronizan por separado, no pasa.",
            place: [GERENCIA, "Consolidado de sedes", "Consolidar anticipos"],
            menu_path: "Gerencia > Consolidado > Anticipos > Actualizar",
            parameters: "Anticipos AN-1180, AN-1184 y AN-1191. Sincronización de las 6:00 p. m.",
            error_code: "SYNC-31 Registro repetido",
            impact: CALM,
        })
        .take(attended(12 * DAY - 2 * HOUR), &VALENTINA)
        .hand_over(
            attended(11 * DAY),
            &VALENTINA,
            "Dos lotes con el mismo consecutivo entran a la vez y ninguno ve al otro. Bitácora de las tres sedes adjunta.",
        )
        .commit(attended(10 * DAY), &MATEO, 8)
        .reply(attended(10 * DAY - HOUR), &GLORIA, "Gracias. Mientras tanto sincronizamos escalonado, con diez minutos entre sedes.")
        .move_date(
            attended(4 * DAY),
            &MATEO,
            9,
            "La corrección funciona, pero al probarla con datos de tres sedes encontramos un segundo origen de la \
             duplicación. Preferimos entregarle los dos arreglos juntos.",
        )
        .note(attended(3 * DAY), &HERNAN, "Llamé a Gloria para explicarle el cambio de fecha. Está tranquila.");

    // A date that was missed and still stands missed.
    stage
        .open(attended(10 * DAY), &ROSALBA, Report {
            kind: Kind::Failure,
            subject: "El motor de reservas permite reservar con fecha de salida anterior a la llegada",
            description: "Desde el celular, un cliente reservó con llegada el 15 y salida el 12. El sistema lo aceptó, \
                cobró el anticipo y generó menos tres noches.",
            place: [CANALES, "Motor de reservas", "Confirmar reserva"],
            menu_path: "Página del hotel > Reservar > Fechas > Confirmar",
            parameters: "Reserva W-3307. Llegada: 15. Salida: 12. Anticipo: $ 120.000.",
            error_code: "",
            impact: CALM,
        })
        .take(attended(10 * DAY - 90), &ANDRES)
        .hand_over(
            attended(9 * DAY),
            &ANDRES,
            "El calendario del celular deja elegir la salida antes de la llegada si se abre primero el segundo campo.",
        )
        .commit(attended(8 * DAY), &SARA, 6)
        .note(attended(90), &PATRICIA, "Sara: la fecha pasó. ¿La movemos hoy y le contamos, o sale esta tarde?")
        .reply(clock(50), &ROSALBA, "Buenas. La fecha que me dieron ya pasó y todavía deja reservar al revés. ¿Qué sigue?");

    // Missed once, moved afterwards: the breach stays, the new date runs.
    stage
        .open(attended(13 * DAY), &SEBASTIAN, Report {
            kind: Kind::InconsistentReports,
            subject: "La receta del desayuno descuenta el café en kilos en lugar de gramos",
            description: "Cada desayuno vendido descuenta 20 kg de café del inventario. Empezó al cambiar la unidad de \
                compra del proveedor.",
            place: [INVENTARIOS, "Recetas", "Descargar insumos"],
            menu_path: "Inventarios > Recetas > Desayuno americano > Insumos",
            parameters: "Receta 014. Insumo 2001 café molido. Unidad de compra: kg. Unidad de receta: g.",
            error_code: "",
            impact: CALM,
        })
        .take(attended(13 * DAY - HOUR), &CAMILO)
        .hand_over(attended(12 * DAY), &CAMILO, "El factor de conversión se pierde al cambiar la unidad de compra.")
        .commit(attended(11 * DAY), &MATEO, 4)
        .move_date(
            attended(6 * DAY),
            &MATEO,
            11,
            "No llegamos a la fecha: la conversión también afecta las compras ya registradas y hay que recalcularlas.",
        );

    stage
        .open(attended(3 * DAY), &SEBASTIAN, Report {
            kind: Kind::Failure,
            subject: "El check-in rápido no guarda la segunda placa del parqueadero",
            description: "Si el huésped trae dos vehículos, la segunda placa se borra al guardar. Queda solo la primera.",
            place: [RECEPCION, "Check-in y check-out", "Check-in rápido"],
            menu_path: "Recepción > Check-in > Rápido > Vehículos",
            parameters: "Reserva 10233. Placas de prueba: AAA000 y BBB000.",
            error_code: "",
            impact: CALM,
        })
        .hand_over(attended(2 * DAY + 5 * HOUR), &VALENTINA, "El formulario envía una sola placa. Se ve en la bitácora del navegador.")
        .commit(attended(2 * DAY), &SARA, 10);
}
