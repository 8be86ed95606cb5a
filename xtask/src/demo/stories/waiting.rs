//! Waiting on the client: asked and not answered, with a ledger of one, three and eight failed attempts (R15, R18).

use domain::{
    guide::GuideItem,
    scope::Kind,
    ticket::{ContactChannel as Via, ContactOutcome as Outcome},
};

use crate::demo::{
    catalogue::{CONTABILIDAD, FACTURACION, INVENTARIOS, RECEPCION, VENTA},
    moments::{DAY, HOUR, attended},
    people::{ANDERSON, ANDRES, CAMILO, EDISSON, LUISA, MARCELA, MATEO, OLGA, SHARLENE, VALENTINA, YESID},
    story::{CALM, Report, Stage},
};

pub fn tell(stage: &mut Stage) {
    // Asked a while ago; nobody has rung yet.
    stage
        .open(attended(7 * HOUR), &MARCELA, Report {
            kind: Kind::Failure,
            subject: "Al imprimir la tarjeta de registro salen los datos del huésped anterior",
            description: "A veces, al imprimir la tarjeta de un grupo, sale la información de la persona que se \
                registró antes. No pasa siempre; creo que es cuando se registra rápido.",
            place: [RECEPCION, "Tarjeta de registro y SIRE", "Imprimir tarjeta"],
            menu_path: "Recepción > Check-in > Grupo > Imprimir tarjetas",
            parameters: "Grupo de 12 personas, el sábado en la tarde.",
            error_code: "",
            impact: CALM,
        })
        .take(attended(6 * HOUR), &VALENTINA)
        .ask(
            attended(95),
            &VALENTINA,
            &[GuideItem::Parameters, GuideItem::Images],
            "Marcela, para reproducirlo necesito el número de una tarjeta que haya salido mal y, si puede, una foto \
             de ella con los datos personales tapados. ¿Desde qué equipo se imprimió?",
        );

    stage
        .open(attended(15 * HOUR), &EDISSON, Report {
            kind: Kind::InconsistentReports,
            subject: "La conciliación del banco deja por fuera los pagos con datáfono del domingo",
            description: "Los abonos del domingo aparecen en el extracto el martes, y la conciliación automática no \
                los cruza con las ventas. Son seis transacciones.",
            place: [CONTABILIDAD, "Conciliación bancaria", "Conciliar extracto"],
            menu_path: "Contabilidad > Bancos > Conciliación > Automática",
            parameters: "Cuenta terminada en 4471. Domingo pasado. Total: $ 3.954.000.",
            error_code: "",
            impact: CALM,
        })
        .take(attended(14 * HOUR), &LUISA)
        .ask(attended(10 * HOUR), &LUISA, &[GuideItem::Images], "Édisson, ¿me envía el extracto de esos dos días?")
        .attempt(attended(5 * HOUR), &LUISA, Via::Phone, Outcome::NoAnswer, "Timbra hasta buzón.");

    stage
        .open(attended(24 * HOUR), &ANDERSON, Report {
            kind: Kind::Failure,
            subject: "El kárdex muestra existencias negativas en tres productos del bar",
            description: "Aguardiente, ron y agua tónica aparecen con existencias negativas, aunque la bodega del bar \
                nunca ha quedado en cero. El inventario físico del lunes da 14, 9 y 40.",
            place: [INVENTARIOS, "Kárdex", "Consultar movimientos"],
            menu_path: "Inventarios > Kárdex > Por bodega",
            parameters: "Bodega 02 Bar. Productos 3010, 3014 y 3105. Desde el día 1 del mes.",
            error_code: "",
            impact: CALM,
        })
        .take(attended(22 * HOUR), &CAMILO)
        .ask(
            attended(16 * HOUR),
            &CAMILO,
            &[],
            "Anderson, hay una entrada de compra sin confirmar del día 3. ¿Puede verificar si la mercancía llegó?",
        )
        .attempt(attended(12 * HOUR), &CAMILO, Via::Phone, Outcome::Busy, "Línea ocupada dos veces seguidas.")
        .attempt(attended(8 * HOUR), &CAMILO, Via::Whatsapp, Outcome::LeftMessage, "Visto, sin respuesta.")
        .attempt(attended(2 * HOUR), &CAMILO, Via::Phone, Outcome::NoAnswer, "");

    // One more failed attempt closes it.
    stage
        .open(attended(30 * HOUR), &SHARLENE, Report {
            kind: Kind::Failure,
            subject: "La propina voluntaria se suma dos veces al dividir la cuenta de una mesa",
            description: "Cuando la mesa pide cuentas separadas, la propina sugerida queda completa en cada cuenta en \
                lugar de repartirse. Pasó anoche con la mesa 7, que se dividió en tres.",
            place: [VENTA, "Comandas", "Dividir cuenta"],
            menu_path: "Punto de venta > Mesas > Mesa 7 > Dividir > Facturar",
            parameters: "Mesa 7, tres cuentas. Consumo: $ 412.000. Propina sugerida: 10 %.",
            error_code: "",
            impact: CALM,
        })
        .take(attended(28 * HOUR), &ANDRES)
        .ask(
            attended(18 * HOUR),
            &ANDRES,
            &[GuideItem::Parameters],
            "Sharlene, necesitamos hacer una prueba con usted en línea. ¿A qué hora le queda bien?",
        )
        .attempt(attended(16 * HOUR), &ANDRES, Via::Phone, Outcome::NoAnswer, "")
        .attempt(attended(14 * HOUR), &ANDRES, Via::Email, Outcome::LeftMessage, "Propuse tres horarios.")
        .attempt(attended(12 * HOUR), &ANDRES, Via::Phone, Outcome::NoAnswer, "")
        .attempt(attended(10 * HOUR), &ANDRES, Via::Phone, Outcome::Busy, "")
        .attempt(attended(8 * HOUR), &ANDRES, Via::Whatsapp, Outcome::LeftMessage, "Un solo chulo: no le llega.")
        .attempt(attended(6 * HOUR), &ANDRES, Via::Phone, Outcome::WrongContact, "Ese número ya no es de ella; pedí el fijo.")
        .attempt(attended(4 * HOUR), &ANDRES, Via::Phone, Outcome::NoAnswer, "Al fijo del hotel.")
        .attempt(attended(70), &ANDRES, Via::Phone, Outcome::LeftMessage, "Dejé razón con la camarera de turno.");

    // The bug is with development, which asked something; a wait does not move its date (R16).
    stage
        .open(attended(4 * DAY), &OLGA, Report {
            kind: Kind::Failure,
            subject: "El cupón de pasadía se redime dos veces si se escanea muy rápido",
            description: "En la entrada de los termales escaneamos el código del pasadía. Si el lector pita dos veces \
                seguidas, el sistema descuenta dos entradas. En un domingo lleno perdimos la cuenta de unas veinte.",
            place: [VENTA, "Caja", "Redimir pasadía"],
            menu_path: "Punto de venta > Pasadías > Redimir",
            parameters: "Cupones PD-5501 a PD-5540, domingo entre las 9:00 y las 11:00. Caja: TAQUILLA-1.",
            error_code: "",
            impact: CALM,
        })
        .take(attended(4 * DAY - HOUR), &VALENTINA)
        .hand_over(
            attended(3 * DAY),
            &VALENTINA,
            "Reproducido con dos lecturas a menos de 300 ms: ambas pasan la validación antes de que la primera guarde.",
        )
        .commit(attended(2 * DAY + 5 * HOUR), &MATEO, 6)
        .ask(
            attended(6 * HOUR),
            &MATEO,
            &[],
            "Olga, ¿qué modelo de lector usan en la taquilla? Tenemos lista una corrección y queremos probarla con el \
             mismo equipo.",
        );

    // Answered in the small hours, asked again in the morning, and silent since.
    stage
        .open(attended(18 * HOUR), &YESID, Report {
            kind: Kind::Failure,
            subject: "La nota crédito queda aceptada, pero la factura sigue apareciendo pendiente",
            description: "Anulé la factura CL-20871 con una nota crédito que la DIAN aceptó. En la cuenta del huésped \
                la factura todavía aparece pendiente de pago y no deja cerrar la habitación.",
            place: [FACTURACION, "Notas crédito y débito", "Anular factura"],
            menu_path: "Facturación electrónica > Notas > Nueva nota crédito > Anulación",
            parameters: "Factura CL-20871, nota NC-0412, $ 890.000. Habitación 105.",
            error_code: "",
            impact: CALM,
        })
        .take(attended(17 * HOUR), &LUISA)
        .ask(attended(16 * HOUR), &LUISA, &[GuideItem::Images], "Yesid, ¿nos envía la pantalla de la cuenta de la 105?")
        .reply(attended(14 * HOUR), &YESID, "Ahí va. Disculpe la calidad, es del celular.")
        .ask(
            attended(3 * HOUR),
            &LUISA,
            &[],
            "Gracias, Yesid. Para cruzarla debemos reabrir el turno del domingo. ¿Nos autoriza la administración?",
        )
        .note(attended(3 * HOUR - 5), &LUISA, "Hablé con él: trabaja de noche, mejor escribirle después de las 6 p. m.");
}
