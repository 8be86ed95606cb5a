//! Critical tickets (R7): from the portal and by phone, in and out of attention hours (R10, R13, R14).

use domain::{
    scope::Kind,
    ticket::{ContactChannel, ContactOutcome},
};

use crate::demo::{
    catalogue::{FACTURACION, RECEPCION, VENTA},
    moments::{HOUR, When, attended, clock, last_night},
    people::{ANDRES, CAMILO, DOLORES, LEIDY, MARCELA, SEBASTIAN, SHARLENE, VALENTINA, YESID},
    photos::{INVOICE_REJECTED, SERVER_DOWN},
    story::{CALM, GUEST_WAITING, Report, STOPPED, STOPPED_WITH_GUEST, Stage},
};

pub fn tell(stage: &mut Stage) {
    stage
        .open(clock(9), &YESID, Report {
            kind: Kind::Failure,
            subject: "URGENTE: huésped en el mostrador y la factura electrónica no sale",
            description: "El huésped de la 302 va para el aeropuerto y la factura se queda en «enviando» y luego la \
                rechazan. Ya intenté tres veces. El NIT lo copié del RUT que él me mostró.",
            place: [FACTURACION, "Emisión de facturas", "Facturar el check-out"],
            menu_path: "Recepción > Check-out > Cuenta 8842 > Facturar > Enviar a la DIAN",
            parameters: "Factura CL-20917 por $ 1.284.500. Adquiriente: NIT 900123888. Pago con tarjeta.",
            error_code: "Rechazo DIAN FAK24: DV del NIT del adquiriente no está correctamente calculado",
            impact: GUEST_WAITING,
        })
        .photo(clock(8), &YESID, &INVOICE_REJECTED);

    stage
        .open(attended(95), &SHARLENE, Report {
            kind: Kind::CannotStart,
            subject: "Recepción detenida: ningún equipo abre el sistema desde el corte de luz",
            description: "Se fue la luz veinte minutos. Al volver, los tres equipos de recepción dicen que no \
                encuentran la base de datos. Estamos recibiendo huéspedes con planillas de papel.",
            place: [RECEPCION, "", ""],
            menu_path: "",
            parameters: "",
            error_code: "DB-001 No se pudo conectar con el servidor de datos",
            impact: STOPPED,
        })
        .photo(attended(94), &SHARLENE, &SERVER_DOWN)
        .take(attended(88), &VALENTINA)
        .attempt(
            attended(84),
            &VALENTINA,
            ContactChannel::Phone,
            ContactOutcome::Reached,
            "Sharlene está frente al servidor. El servicio de datos no arrancó solo.",
        )
        .reply(
            attended(61),
            &VALENTINA,
            "Sharlene, el servicio de datos ya está arriba y estamos verificando que las últimas reservas quedaron \
             completas. Puede abrir un solo equipo y avisarme qué ve en el planning de hoy.",
        )
        .reply(clock(17), &SHARLENE, "Ya abrió en un equipo y el planning está bien 🙏 ¿Puedo abrir los otros dos?");

    // Rung in last night, solved in the night, confirmed by the client before it was over.
    stage
        .register(last_night(3 * HOUR + 40), &CAMILO, &MARCELA, Report {
            kind: Kind::Failure,
            subject: "La auditoría nocturna se detiene en el paso 4 y no deja facturar",
            description: "Llamada de la línea de soporte. La auditoría se queda en «calculando cargos de \
                alojamiento» y mientras tanto el sistema no permite check-out. Hay una familia esperando salir.",
            place: [RECEPCION, "Auditoría nocturna", "Cierre del día hotelero"],
            menu_path: "Recepción > Auditoría nocturna > Iniciar",
            parameters: "Fecha hotelera: ayer. Paso 4 de 9. Habitación en la que se detiene: 118.",
            error_code: "AN-0440",
            impact: STOPPED_WITH_GUEST,
        })
        .take(last_night(3 * HOUR + 46), &CAMILO)
        .reply(
            last_night(3 * HOUR + 52),
            &CAMILO,
            "Marcela, la 118 tiene un plan tarifario borrado y por eso el cálculo no avanza. Le asigno el plan \
             vigente y reinicio la auditoría; no cierre la ventana.",
        )
        .resolve(
            last_night(4 * HOUR + 20),
            &CAMILO,
            "La auditoría terminó y ya puede facturar. La causa fue un plan tarifario que se eliminó con una \
             habitación ocupada; dejamos la tarifa correcta en la 118.",
        )
        .confirm(last_night(4 * HOUR + 31), &MARCELA);

    // Rung in two nights ago and taken after its three clock hours: a breach that stays.
    let night = |minutes| When::Night { back: 1, minutes };
    stage
        .register(night(2 * HOUR), &ANDRES, &SEBASTIAN, Report {
            kind: Kind::Failure,
            subject: "Error al abrir cualquier cuenta de huésped: «folio bloqueado»",
            description: "Llamada de la línea de soporte. Todas las cuentas de Filandia muestran «folio bloqueado por \
                otro usuario», aunque solo hay una persona en turno. No se puede cobrar ni facturar.",
            place: [RECEPCION, "Cuentas de huéspedes", "Abrir cuenta"],
            menu_path: "Recepción > Cuentas > Abrir",
            parameters: "Sede Filandia. Usuario: sebastian. Cuentas 3301 a 3318.",
            error_code: "RC-0909 Folio bloqueado",
            impact: GUEST_WAITING,
        })
        .note(night(2 * HOUR + 4), &ANDRES, "Estoy atendiendo otra llamada crítica; aviso a Camilo por la línea interna.")
        .take(night(5 * HOUR + 12), &CAMILO)
        .attempt(night(5 * HOUR + 15), &CAMILO, ContactChannel::Phone, ContactOutcome::Reached, "Contesta Sebastián.")
        .reply(
            night(5 * HOUR + 34),
            &CAMILO,
            "Quedaron sesiones abiertas del turno anterior. Las liberamos y las cuentas ya abren. Seguimos revisando \
             por qué el sistema no las cerró solo.",
        );

    stage
        .register(attended(4 * HOUR), &VALENTINA, &LEIDY, Report {
            kind: Kind::PointOfSaleConnection,
            subject: "Ninguna caja de Salento se conecta con el servidor central",
            description: "Llamada de la línea de soporte. Restaurante, bar y tienda quedaron sin conexión al mismo \
                tiempo, con mesas por facturar.",
            place: [VENTA, "Caja", "Facturar mesa"],
            menu_path: "",
            parameters: "RESTAURANTE-1, RESTAURANTE-2, BAR-1 y TIENDA-1, desde las 12:40 de hoy.",
            error_code: "POS-504 Tiempo de espera agotado",
            impact: STOPPED_WITH_GUEST,
        })
        .take(attended(4 * HOUR - 3), &VALENTINA)
        .reply(
            attended(3 * HOUR + 30),
            &VALENTINA,
            "Leidy, el enlace entre Salento y el servidor volvió y las cuatro cajas respondieron. Facturen con \
             normalidad; yo sigo con la causa y le cuento por aquí.",
        )
        .reclassify(attended(3 * HOUR + 28), &VALENTINA, Kind::PointOfSaleConnection, CALM)
        .note(attended(3 * HOUR), &VALENTINA, "El proveedor de internet confirma corte de 25 minutos. Revisar si la caja reintenta sola.");

    stage
        .open(attended(27 * HOUR), &DOLORES, Report {
            kind: Kind::Failure,
            subject: "No se puede facturar: la resolución de numeración se agotó antes de tiempo",
            description: "El sistema dice que la numeración autorizada se acabó, pero vamos en la 20.890 y la \
                resolución llega hasta la 25.000. Hay dos clientes esperando factura.",
            place: [FACTURACION, "Resoluciones de numeración", "Consultar numeración vigente"],
            menu_path: "Facturación electrónica > Configuración > Resoluciones > Vigente",
            parameters: "Prefijo CL. Desde 15.001 hasta 25.000. Última factura: CL-20890.",
            error_code: "FAB11b",
            impact: GUEST_WAITING,
        })
        .take(attended(27 * HOUR - 6), &ANDRES)
        .resolve(
            attended(26 * HOUR),
            &ANDRES,
            "La resolución tenía guardado el límite 20.890 por un dígito cambiado al registrarla. Quedó en 25.000 y \
             las dos facturas pendientes ya salieron aceptadas.",
        )
        .confirm(attended(26 * HOUR - 12), &DOLORES);
}
