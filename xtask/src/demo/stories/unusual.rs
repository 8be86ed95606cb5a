//! What breaks naive screens: signs that markup, spreadsheets and mail give meaning to, long titles, long conversations,
//! and requirements that were split or that belong together (R9).

use domain::{
    scope::Kind,
    ticket::{ContactChannel, ContactOutcome, Relation},
};

use crate::demo::{
    catalogue::{CANALES, FACTURACION, GERENCIA, RECEPCION, VENTA},
    moments::{DAY, HOUR, attended, clock},
    people::{ANDRES, CAMILO, DOLORES, GLORIA, KEYLA, LUISA, OLGA, PAOLA, PATRICIA, VALENTINA, YESID},
    photos::{INVOICE_REJECTED, MOVEMENTS},
    story::{CALM, Report, Stage},
};

pub fn tell(stage: &mut Stage) {
    signs(stage);
    long_title(stage);
    long_conversation(stage);
    split(stage);
}

fn signs(stage: &mut Stage) {
    stage
        .open(attended(5 * HOUR), &PAOLA, Report {
            kind: Kind::Failure,
            subject: "=CMD(\"calc\") <b>Exportar</b> & 'imprimir' falla con la agencia \"Sol & Mar\" 🏖️",
            description: "El tercero se llama \"Sol & Mar <Viajes> S.A.S.\" y al exportar el informe sale \
                «&amp;amp;» en el nombre. También probamos con:\n\n\
                • Hotel d'Été – Ñuñoa\n\
                • +57 300 000 0000\n\
                • -1+1|cmd' /c calc'!A0\n\
                • <script>alert('hola')</script>\n\
                • {{ 7*7 }} ${7*7} %s %n\n\
                • 日本からのお客様 · ضيف · 👨‍👩‍👧‍👦\n\n\
                Con nombres sin esos signos exporta bien.",
            place: [GERENCIA, "Indicadores", "Exportar producción por agencia"],
            menu_path: "Gerencia > Indicadores > Producción > \"Por agencia\" > Exportar & guardar",
            parameters: "Agencia = \"Sol & Mar <Viajes>\"; desde 01/01 hasta hoy; formato: .xlsx; valor > $ 0",
            error_code: "XML-0x80 <unexpected '&' at 1:43>",
            impact: CALM,
        })
        .take(attended(4 * HOUR), &CAMILO)
        .reply(
            attended(3 * HOUR),
            &CAMILO,
            "Paola, ¡qué buena lista! 👏 Con \"Sol & Mar <Viajes>\" se reproduce; con «Sol y Mar» no. Reviso cómo se \
             escribe el archivo: los signos < > & deben ir escapados.",
        )
        .note(attended(2 * HOUR), &CAMILO, "Ojo: la celda que empieza por = debe ir como texto. Ver <r><t> en sharedStrings.xml");
}

fn long_title(stage: &mut Stage) {
    stage.open(clock(95), &OLGA, Report {
        kind: Kind::InconsistentReports,
        subject: "Al pedir el informe de producción por agencia, canal y segmento del trimestre anterior, los \
            subtotales de pasadías salen sumados en Alojamiento",
        description: "Los pasadías de los termales no llevan habitación, pero el informe los suma en el renglón de \
            alojamiento y deja Pasadías en cero. En el informe mensual están bien; solo pasa al pedir el trimestre.",
        place: [GERENCIA, "Indicadores", "Producción por agencia"],
        menu_path: "Gerencia > Indicadores > Producción > Por agencia, canal, segmento y plan > Trimestre",
        parameters: "Trimestre anterior, todas las agencias, planes PC, MP y FAP. Pasadías: 1.412.",
        error_code: "",
        impact: CALM,
    });
}

fn long_conversation(stage: &mut Stage) {
    stage
        .open(attended(2 * DAY), &DOLORES, Report {
            kind: Kind::InconsistentReports,
            subject: "El cierre de caja del restaurante no cuadra con las facturas del turno",
            description: "El cierre del turno de la noche muestra $ 6.412.000 y las facturas suman $ 6.180.000. La \
                diferencia de $ 232.000 no corresponde a ninguna factura anulada. Se repite desde el jueves, siempre \
                en el turno de la noche.",
            place: [VENTA, "Cierre de turno", "Cerrar turno"],
            menu_path: "Punto de venta > Turno > Cerrar > Cuadre",
            parameters: "Caja RESTAURANTE-1, turno noche, jueves a domingo. Cajero: yesid.",
            error_code: "",
            impact: CALM,
        })
        .take(attended(2 * DAY - HOUR), &LUISA)
        .reply(attended(19 * HOUR - 30), &LUISA, "Doña Dolores, ya tengo los cuatro cierres. ¿La diferencia es igual cada noche?")
        .reply(attended(18 * HOUR), &DOLORES, "No. Jueves 232.000, viernes 118.000, sábado 406.000 y domingo 94.000.")
        .photo(attended(18 * HOUR - 2), &DOLORES, &MOVEMENTS)
        .note(attended(17 * HOUR), &LUISA, "406.000 = las dos cuentas que se pasaron a habitación el sábado. Revisar «cargo a habitación».")
        .reply(attended(16 * HOUR), &LUISA, "¿Esas noches hubo consumos cargados a la habitación?")
        .reply(attended(15 * HOUR), &DOLORES, "Sí, siempre hay. Los huéspedes casi nunca pagan en la mesa.")
        .reply(
            attended(14 * HOUR),
            &LUISA,
            "Entonces vamos bien: el cierre está contando esos consumos como efectivo. Necesito comparar una noche \
             completa. Hoy en la tarde le digo.",
        )
        .reply(attended(13 * HOUR), &DOLORES, "Perfecto, quedo pendiente.")
        .attempt(
            attended(10 * HOUR),
            &LUISA,
            ContactChannel::Phone,
            ContactOutcome::Reached,
            "Revisamos juntas el sábado. Coincide al peso.",
        )
        .reply(
            attended(9 * HOUR),
            &LUISA,
            "Como vimos por teléfono, la diferencia es exactamente lo cargado a habitación. El medio de pago «Hab» \
             quedó marcado como efectivo el miércoles.",
        )
        .reply(attended(8 * HOUR), &DOLORES, "¿Y quién lo cambió? Nosotros no tocamos eso.")
        .note(attended(7 * HOUR + 30), &LUISA, "En la bitácora: usuario «admin», miércoles 4:52 p. m., desde el equipo de la oficina.")
        .reply(
            attended(7 * HOUR),
            &LUISA,
            "La bitácora muestra el cambio el miércoles a las 4:52 p. m. desde el equipo de la oficina, con el usuario \
             general. Le sugerimos que cada persona use el suyo; así se sabe quién hizo qué.",
        )
        .reply(attended(5 * HOUR), &DOLORES, "Entendido. ¿Se pueden corregir los cuatro cierres o toca hacer ajustes a mano?")
        .note(attended(4 * HOUR), &PATRICIA, "Luisa, sí se puede: reabrir, cambiar el medio y volver a cerrar. En ese orden.")
        .reply(attended(3 * HOUR), &LUISA, "Se pueden corregir. Reabro los cuatro turnos hoy a las 5:00 p. m., cuando la caja está quieta.")
        .reply(clock(26), &DOLORES, "Me parece. Muchas gracias por la paciencia, Luisa 🌺");
}

fn split(stage: &mut Stage) {
    let (first, second) = (stage.upcoming(0), stage.upcoming(1));
    stage
        .open(attended(8 * HOUR), &KEYLA, Report {
            kind: Kind::Failure,
            subject: "La factura en dólares muestra la TRM del día anterior",
            description: "Al facturar en dólares, la representación gráfica toma la TRM de ayer y no la de hoy. El XML \
                sí lleva la de hoy.",
            place: [FACTURACION, "Emisión de facturas", "Facturar en otra moneda"],
            menu_path: "Facturación electrónica > Emitir > Moneda USD",
            parameters: "Factura CL-20902, USD 310. TRM del PDF: la de ayer. TRM del XML: la de hoy.",
            error_code: "",
            impact: CALM,
        })
        .photo(attended(8 * HOUR - 5), &KEYLA, &INVOICE_REJECTED)
        .take(attended(7 * HOUR), &ANDRES)
        .reply(
            attended(6 * HOUR),
            &KEYLA,
            "Aprovecho: también necesito que revisen por qué el calendario de canales muestra la 301 libre si está ocupada.",
        )
        .link(attended(5 * HOUR), &ANDRES, Relation::SplitInto, second)
        .reply(
            attended(5 * HOUR - 2),
            &ANDRES,
            "Keyla, lo de la 301 es otro asunto y merece su propio caso: ya se lo abrimos para atenderlo sin enredarlos. \
             Por aquí seguimos con la TRM.",
        );
    stage
        .register(attended(5 * HOUR), &ANDRES, &KEYLA, Report {
            kind: Kind::InconsistentReports,
            subject: "El calendario de canales muestra libre la habitación 301, que está ocupada",
            description: "La 301 está ocupada hasta el viernes y en el calendario de canales aparece disponible. Todavía \
                no entra ninguna reserva, pero podría.",
            place: [CANALES, "Tarifas y disponibilidad", "Consultar disponibilidad"],
            menu_path: "Canales > Calendario > Habitaciones",
            parameters: "Habitación 301, de hoy al viernes. Reserva 8815.",
            error_code: "",
            impact: CALM,
        })
        .from(Relation::SplitFrom, first)
        .take(attended(5 * HOUR - 4), &ANDRES)
        .note(attended(4 * HOUR), &VALENTINA, "La reserva 8815 se creó con canal «directo sin inventario». Puede ser eso.");

    let (parent, child) = (stage.upcoming(0), stage.upcoming(1));
    stage
        .open(attended(20 * HOUR), &GLORIA, Report {
            kind: Kind::Failure,
            subject: "El usuario de la central de reservas pierde los permisos al cambiar de sede",
            description: "Cuando la central cambia de Armenia a Salento, desaparecen los botones de crear y modificar. \
                Al cerrar sesión y volver a entrar, aparecen.",
            place: [RECEPCION, "Reservas", "Cambiar de sede"],
            menu_path: "Recepción > Sede activa > Salento",
            parameters: "Usuario: central. De Armenia a Salento.",
            error_code: "",
            impact: CALM,
        })
        .take(attended(19 * HOUR), &VALENTINA)
        .link(attended(12 * HOUR), &VALENTINA, Relation::Related, child)
        .reply(attended(11 * HOUR), &VALENTINA, "Gloria, ya lo reproducimos. Pasa solo con usuarios que tienen dos perfiles.");
    stage
        .open(attended(13 * HOUR), &YESID, Report {
            kind: Kind::Failure,
            subject: "Después de la auditoría desaparece el botón de crear reserva",
            description: "Al terminar la auditoría nocturna, el botón de nueva reserva queda oculto hasta que cierro \
                sesión y vuelvo a entrar.",
            place: [RECEPCION, "Reservas", "Crear reserva"],
            menu_path: "Recepción > Reservas > Nueva",
            parameters: "Usuario: yesid, después de las 2:00 a. m.",
            error_code: "",
            impact: CALM,
        })
        .take(attended(12 * HOUR), &VALENTINA)
        .link(attended(12 * HOUR - 5), &VALENTINA, Relation::Related, parent);
}
