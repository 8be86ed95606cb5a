//! Words of the administrators' pages: the way to each, data requests, and the record of acts.

use crate::locale::{Locale, locale};
use crate::text::words;

words! {
    /// The index of the administrators' pages.
    AdministrationText {
        title: "Administración", "Administration";
        brief: "Gestión", "Manage";
        lead: "Lo que solo ve quien administra la mesa de ayuda.", "What only those who administer the desk see.";
        people: "Personas", "People";
        people_hint: "Invitar, cambiar el perfil o el hotel de alguien, y quitarle o devolverle el acceso.", "Invite, change somebody’s role or hotel, and take or give back their access.";
        hotels: "Hoteles", "Hotels";
        hotels_hint: "Agregar hoteles y sedes, o cambiarles el nombre.", "Add hotels and branches, or rename them.";
        calendar: "Calendario", "Calendar";
        calendar_hint: "Cerrar un día más o atender un festivo, viendo a quién le cambia la fecha.", "Close one more day or attend a holiday, seeing whose date changes.";
        data: "Datos personales", "Personal data";
        data_hint: "Las consultas y los reclamos que hay que responder, con su plazo de ley.", "The inquiries and claims to be answered, with the law’s time for each.";
        audit: "Registro", "Record";
        audit_hint: "Quién hizo qué con las personas, sus datos, los accesos y las reglas.", "Who did what to people, their data, access and rules.";
    }
}

words! {
    /// The page of data requests.
    DataDeskText {
        title: "Datos personales", "Personal data";
        lead: "Consultas y reclamos sobre datos (Ley 1581 de 2012). Lo que se escribe aquí le llega por correo a quien preguntó.", "Inquiries and claims about data (Law 1581 of 2012). What is written here is mailed to whoever asked.";
        waiting: "Por responder", "To be answered";
        history: "Respondidas", "Answered";
        none: "No hay solicitudes por responder", "No requests to be answered";
        none_text: "Cuando alguien pregunte o reclame por sus datos, aparece aquí con la fecha hasta la que hay que responder.", "When somebody asks or claims about their data, it appears here with the date by which it must be answered.";
        more: "Ver más", "Show more";
        none_answered: "Todavía no se ha respondido ninguna.", "None has been answered yet.";
        answer: "Respuesta", "Answer";
        answer_hint: "Se envía por correo tal como queda aquí y no se puede cambiar después.", "It is mailed as it stands here and can’t be changed later.";
        send: "Responder", "Answer";
        sent: "Respondida. La persona la recibe por correo.", "Answered. The person gets it by mail.";
        extend: "Ampliar el plazo", "Extend the time";
        extend_text: "La ley lo permite una sola vez, antes de que venza, diciendo por qué.", "The law allows it once, before it is due, saying why.";
        reason: "Motivo", "Reason";
        extended: "Plazo ampliado. La persona recibe el motivo por correo.", "Time extended. The person gets the reason by mail.";
        missing: "Escriba el texto que va a recibir la persona.", "Write the text that the person will get.";
        kept: "Lo que escribió sigue aquí.", "What you wrote is still here.";
    }
}

words! {
    /// On the same page: who took a ticket over by a link, and has no account.
    VisitorErasureText {
        title: "Quien recibió un ticket por un enlace", "Whoever took a ticket over by a link";
        lead: "No tiene cuenta, así que llama. Asegúrese de quién es. Su nombre, lo que escribió y sus fotos se reemplazan para siempre en ese ticket; lo demás de la historia queda.", "They have no account, so they call. Make sure who it is. Their name, what they wrote and their photos are replaced for good in that ticket; the rest of its history stays.";
        number: "Número del ticket", "Ticket number";
        number_wrong: "Revise los siete dígitos: alguno no coincide.", "Check the seven digits: one of them doesn’t fit.";
        name: "Nombre en la historia", "Name in the history";
        name_hint: "Tal como aparece en el ticket.", "As it stands in the ticket.";
        name_missing: "Escriba el nombre con que recibió el ticket.", "Write the name under which they took the ticket over.";
        erase: "Borrar sus datos", "Erase their data";
        sure: "No se puede deshacer. ¿Borrarlos?", "This can’t be undone. Erase them?";
        yes: "Sí, borrarlos", "Yes, erase them";
        no: "No, dejarlos", "No, leave them";
        erased: "Borramos sus datos de ese ticket.", "Their data are erased from that ticket.";
        nobody: "En ese ticket no hay nadie con ese nombre.", "Nobody of that name took that ticket over.";
    }
}

/// Until when there would be if it were extended.
pub fn would_extend_to(due: &str) -> String {
    super::sentence(match locale() {
        Locale::Es => format!("Habría tiempo hasta el {due}"),
        Locale::En => format!("There would be time until {due}"),
    })
}

words! {
    /// The page of the record.
    AuditText {
        title: "Registro", "Record";
        lead: "Lo que se hizo con las personas, sus datos, los accesos y las reglas. Nadie puede cambiarlo ni borrarlo.", "What was done to people, their data, access and rules. Nobody can change or delete it.";
        search: "Buscar en el registro", "Search the record";
        act: "Qué se hizo", "What was done";
        any_act: "Cualquier cosa", "Anything";
        who: "Quién", "Who";
        who_hint: "Parte del nombre o del correo.", "Part of the name or address.";
        text: "Sobre qué", "To what";
        text_hint: "Un número de ticket, un nombre o una palabra del detalle.", "A ticket number, a name or a word of the detail.";
        from: "Desde", "From";
        to: "Hasta", "To";
        find: "Buscar", "Search";
        clear: "Quitar los filtros", "Clear the filters";
        file: "Descargar en CSV", "Download as CSV";
        file_note: "El archivo trae lo mismo que la búsqueda: hasta 2.000 renglones, los más recientes. Para ver más, acote las fechas.", "The file holds what the search finds: up to 2,000 rows, the latest ones. For more, narrow the dates.";
        found: "Lo encontrado", "What was found";
        when: "Cuándo", "When";
        service: "El portal", "The portal";
        more: "Ver más antiguos", "Show older ones";
        none: "No hay nada que coincida", "Nothing matches";
        none_text: "Pruebe con menos palabras o con otras fechas.", "Try fewer words or other dates.";
    }
}
