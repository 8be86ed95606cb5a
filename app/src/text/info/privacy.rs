//! What happens to personal data (Ley 1581 de 2012).

use domain::policy::SupportPolicy;

use crate::locale::Locale;
use crate::text::words;

words! {
    /// The page on personal data.
    PrivacyText {
        title: "Sus datos personales", "Your personal data";
        lead: "Qué guardamos, para qué, y qué puede pedirnos. Es lo que exige la Ley 1581 de 2012, dicho en claro.", "What we keep, what for, and what you can ask of us. It is what Colombian Law 1581 of 2012 demands, said plainly.";
        who_title: "Quién responde", "Who answers for them";
        what_title: "Qué datos y para qué", "Which data and what for";
        what_person: "Su nombre, correo, teléfono y hotel: para saber quién pide ayuda, responderle y llamarle si hace falta.", "Your name, e-mail, phone and hotel: to know who asks for help, answer and call you if needed.";
        what_case: "Lo que nos cuenta del caso y las fotos que adjunta: para encontrar y resolver el problema.", "What you tell us of the case and the photos you attach: to find and solve the problem.";
        what_history: "Lo que pasó con cada ticket y a qué hora: para cumplir lo prometido y poder demostrarlo.", "What happened to each ticket and when: to keep what was promised and be able to show it.";
        what_pushes: "Si activa los avisos en un dispositivo: la dirección en que su navegador los recibe, su idioma y desde cuándo. Van cifrados por el servicio del fabricante del navegador y solo dicen de qué ticket hay novedades. Se borra al apagarlos o al salir.", "If you turn notifications on for a device: the address at which its browser takes them, its language and since when. They go encrypted through the service of the browser’s maker and only say which ticket has news. It is erased when you turn them off or sign out.";
        what_not: "No los usamos para publicidad, no los vendemos y no decidimos nada sobre usted con ellos.", "We don’t use them for advertising, don’t sell them, and decide nothing about you with them.";
        guests_title: "Los datos de sus huéspedes", "Your guests’ data";
        guests: "No los necesitamos. Antes de enviar una foto, tape o recorte nombres, documentos y tarjetas que se vean.", "We don’t need them. Before you send a photo, cover or crop any names, documents and cards in it.";
        where_title: "Quién los ve y dónde están", "Who sees them and where they are";
        where_text: "Los ven usted, el administrador de su hotel y las personas de SOHO que atienden el caso. Se guardan cifrados con un proveedor de nube fuera de Colombia, que los trata por encargo nuestro.", "You, your hotel’s administrator and the people at SOHO who work on the case see them. They are kept encrypted by a cloud provider outside Colombia, who handles them on our behalf.";
        device_title: "En este dispositivo", "On this device";
        device: "El navegador recuerda su sesión, lo que está escribiendo, el idioma y sus marcas de buenas prácticas. Al salir se borra lo que es suyo. En los dispositivos del equipo de SOHO queda además una marca, para avisarles si su cuenta se abre en otro. No usamos cookies de seguimiento.", "The browser remembers your session, what you are writing, the language and your ticks of good practices. Signing out wipes what is yours. Devices of SOHO’s team also keep a mark, to tell them when their account is opened on another one. We use no tracking cookies.";
        long_title: "Cuánto tiempo", "For how long";
        long: "El tiempo que haga falta para atender su caso y responder por él después; luego se borran o se les quita todo lo que lo identifique. Las fotos se borran primero: 180 días después de cerrarse el ticket.", "For as long as it takes to deal with your case and answer for it afterwards; then they are erased, or stripped of all that identifies you. Photos go first: 180 days after their ticket closed.";
        rights_title: "Sus derechos", "Your rights";
        right_know: "Conocer, actualizar y corregir sus datos.", "To know, update and correct your data.";
        right_proof: "Pedir prueba de la autorización que nos dio y saber qué uso les hemos dado.", "To ask for proof of the consent you gave and to know how we have used them.";
        right_erase: "Pedir que los borremos, o retirar su autorización, cuando no haya un deber legal o contractual de guardarlos.", "To have them erased, or withdraw your consent, where no legal or contractual duty makes us keep them.";
        right_free: "Consultarlos gratis y presentar una queja ante la Superintendencia de Industria y Comercio, después de habernos hecho el reclamo.", "To look at them free of charge, and to complain to the Superintendencia de Industria y Comercio after having claimed with us.";
        how_title: "Cómo ejercerlos", "How to exercise them";
        how_here: "Ver y pedir mis datos", "See and ask for my data";
        how_mail: "Escribir sobre mis datos", "Write about my data";
        mail_subject: "Mis datos personales", "My personal data";
    }
}

impl PrivacyText {
    /// Who is responsible, with the mailbox of the policy.
    pub fn who(self, policy: &SupportPolicy) -> String {
        let mail = policy.commercial_mail;
        match self.0 {
            Locale::Es => format!("SOHOAPP S.A.S., Colombia. Correo: {mail}."),
            Locale::En => format!("SOHOAPP S.A.S., Colombia. E-mail: {mail}."),
        }
    }

    /// How to ask.
    pub fn how(self, policy: &SupportPolicy) -> String {
        let mail = policy.commercial_mail;
        match self.0 {
            Locale::Es => format!(
                "Entre a «Mis datos»: ahí puede descargar una copia, hacer una consulta o un reclamo, ver hasta cuándo le respondemos y borrar sus datos. O escriba a {mail} desde el correo que usó en sus tickets. Respondemos dentro de los plazos que fija la ley para consultas y reclamos; si necesitamos más tiempo, se lo decimos antes con la fecha."
            ),
            Locale::En => format!(
                "Go to “My data”: there you can download a copy, make an inquiry or a claim, see until when we answer, and erase your data. Or write to {mail} from the address you used in your tickets. We answer within the times the law sets for queries and claims; if we need longer, we tell you before, with the date."
            ),
        }
    }
}
