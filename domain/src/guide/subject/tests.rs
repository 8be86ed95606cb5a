//! Titles with and without content, and URGENTE in its disguises.

#[cfg(not(target_arch = "wasm32"))]
use proptest::prelude::*;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::{Subject, SubjectError, Urgency, meaningful_words, urgency};

#[test]
fn urgente_in_its_disguises_is_a_claim() {
    for subject in [
        "urgente",
        "URGENTE",
        "Urgente!!",
        "¡¡URGENTE!!",
        "URGENTÍSIMO",
        "urgentisima ayuda",
        "urgentemente",
        "urgentes",
        "con urgencia",
        "urgencias",
        "u r g e n t e",
        "u r g 3 n t e",
        "@urgente",
        "3 urgente",
        "U R G E N T E no imprime",
        "u.r.g.e.n.t.e",
        "u-r-g-e-n-t-e",
        "u_r_g_e_n_t_e",
        "u*r*g*e*n*t*e",
        "U  R  G  E  N  T  Í  S  I  M  O",
        "ur gente",
        "urg ente",
        "ur-gente",
        "u r gente",
        "urgenteeee",
        "uuurgente",
        "URGEEENTE",
        "urrrgggente",
        "u u r r g e n t e",
        "úrgënté",
        "ùrgente",
        "u\u{301}rgente",
        "urg3nte",
        "urg3n7e",
        "ur6ente",
        "ur9ente",
        "urg€nte",
        "URGENTE2",
        "2urgente",
        "24urgente",
        "#urgente",
        "[URGENTE]",
        "**urgente**",
        "🔥urgente🔥",
        "urgеnte",
        "υrgεητε",
        "URGЕNТЕ",
        "ＵＲＧＥＮＴＥ",
        "𝐔𝐑𝐆𝐄𝐍𝐓𝐄",
        "ⓤⓡⓖⓔⓝⓣⓔ",
        "🆄🆁🅶🅴🅽🆃🅴",
        "🇺🇷🇬🇪🇳🇹🇪",
        "ᴜʀɢᴇɴᴛᴇ",
        "ur\u{200b}gente",
        "ur\u{ad}gente",
        "urgent",
        "Urgent: printer",
        "urgently",
        "superurgente",
        "re urgente",
        "reurgente",
        "ultra-urgente",
        "muyurgente",
        "urjente",
        "hurgente",
        "urguente",
        "URGNTE",
        "Caja no abre URGENTE por favor",
        "es urgente",
        "súper urgente",
    ] {
        assert_eq!(urgency(subject), Urgency::Claimed, "{subject}");
    }
}

#[test]
fn other_words_are_left_alone() {
    for subject in [
        "",
        "insurgente",
        "UR 6 en torre 2",
        "ur-9-en-tienda",
        "UR6 ENTRADA",
        "Factura a Insurgentes Sur",
        "Hotel Insurgentes, México",
        "resurgente",
        "resurgent",
        "turgente",
        "surgente",
        "detergente",
        "Detergente mal cobrado en lavandería",
        "emergente",
        "Ventana emergente en blanco",
        "convergente",
        "divergente",
        "gente",
        "Agente de viajes",
        "regente",
        "vigente",
        "sargento",
        "urge revisar",
        "Urgel",
        "burgués",
        "Su gente no puede entrar",
        "Sur Gente S.A.S.",
        "tour gente mayor",
        "cargue de archivo",
        "surge en ventas",
        "Error al purgar entes",
        "u otro registro",
        "Bar gentil",
        "mesa 4 u 8 genera error",
        "argentina",
        "Cliente Argentina no factura",
        "emergencia",
        "contingencia",
    ] {
        assert_eq!(urgency(subject), Urgency::Absent, "{subject}");
    }
}

/// Decided: saying that it is not urgent claims nothing, so it is advised against and let through.
#[test]
fn a_denied_mention_is_no_claim_and_a_claim_outweighs_it() {
    for subject in [
        "No es urgente: informe de ventas",
        "no urgente",
        "no-urgente",
        "NO ES URGENTE",
        "sin urgencia",
        "No es tan urgente, caja 2",
        "no es muy urgente",
        "nada urgente",
        "poco urgente",
        "No hay urgencia",
        "no tiene urgencia",
        "It is not urgent",
        "isn't urgent",
        "non-urgent report",
        "no es u r g e n t e",
    ] {
        assert_eq!(urgency(subject), Urgency::Denied, "{subject}");
        assert!(Subject::parse(&format!("{subject} en caja"), false).is_ok());
    }
    for subject in [
        "No, urgente",
        "No. Urgente",
        "no imprime urgente",
        "no es urgente es urgentísimo",
        "no funciona: urgente",
        "Caja no abre. Es urgente",
        "urgente no abre",
        "no abre, es muy urgente",
    ] {
        assert_eq!(urgency(subject), Urgency::Claimed, "{subject}");
    }
}

#[test]
fn only_a_critical_ticket_may_claim_urgency() {
    let subject = "URGENTE no imprime la factura";
    assert_eq!(Subject::parse(subject, false), Err(SubjectError::Urgent));
    assert_eq!(Subject::parse(subject, true).unwrap().as_str(), subject);
}

#[test]
fn what_says_only_that_there_is_a_problem_has_no_content() {
    for subject in [
        "ayuda",
        "Error",
        "PROBLEMA!!",
        "no funciona",
        "Hola, buenas tardes",
        "¡Ayuda, por favor!",
        "problema con el error",
        "soporte técnico",
        "No sirve",
        "hola necesito ayuda",
        "URGENTE",
        "Es muy urgente",
        "Help please",
        "It doesn't work",
        "error error error",
    ] {
        assert_eq!(Subject::parse(subject, true), Err(SubjectError::Contentless), "{subject}");
    }
    for subject in [
        "Error 500",
        "No abre caja",
        "POS caído",
        "Error al facturar",
        "El sistema no funciona",
        "Ayuda con el cierre",
        "打印机坏了吗",
    ] {
        assert!(Subject::parse(subject, false).is_ok(), "{subject}");
    }
}

#[test]
fn lengths_and_lines() {
    assert_eq!(Subject::parse(" … ", false), Err(SubjectError::Empty));
    assert_eq!(Subject::parse("POS!", false), Err(SubjectError::TooShort));
    assert_eq!(Subject::parse("caja", false), Err(SubjectError::TooShort));
    assert!(Subject::parse("cajas", false).is_ok());
    assert!(Subject::parse(&"caja ".repeat(30), false).is_ok());
    assert_eq!(Subject::parse(&"x".repeat(151), false), Err(SubjectError::TooLong));
    let subject = Subject::parse("No cierra\r\nBcc: otro@ejemplo.co\tcaja ", false).unwrap();
    assert_eq!(subject.as_str(), "No cierra Bcc: otro@ejemplo.co caja");
}

#[test]
fn a_stored_title_is_read_by_its_shape() {
    for stored in ["URGENTE", "x", "ayuda"] {
        assert_eq!(serde_json::from_value::<Subject>(stored.into()).unwrap().as_str(), stored);
    }
    assert!(serde_json::from_value::<Subject>("".into()).is_err());
    assert!(serde_json::from_value::<Subject>("x".repeat(151).into()).is_err());
    assert_eq!(serde_json::from_value::<Subject>("a\nb".into()).unwrap().as_str(), "a b");
}

#[test]
fn words_that_say_something_are_counted() {
    for (text, words) in
        [("", 0), ("Hola, el error", 0), ("La factura 304 no imprime", 3), ("¿Ayuda? Caja", 1)]
    {
        assert_eq!(meaningful_words(text), words, "{text}");
    }
}

#[cfg(not(target_arch = "wasm32"))]
proptest! {
    #[test]
    fn any_text_is_read_or_refused_without_a_panic(text in "\\PC*", critical: bool) {
        if let Ok(subject) = Subject::parse(&text, critical) {
            prop_assert!(!subject.as_str().contains(['\r', '\n']));
            prop_assert_eq!(Subject::parse(subject.as_str(), critical), Ok(subject));
        }
    }

    #[test]
    fn the_word_is_found_wherever_it_stands(before in "[a-z ]{0,12}", after in "[ .!][a-z ]{0,12}") {
        let subject = format!("{before}. URGENTE{after}");
        prop_assert_eq!(urgency(&subject), Urgency::Claimed);
    }

    #[test]
    fn stretching_and_spacing_hide_nothing(repeats in proptest::collection::vec(1_usize..4, 7), gap in "[ ._-]{0,2}") {
        let stretched: Vec<String> = "urgente".chars().zip(repeats).map(|(letter, times)| letter.to_string().repeat(times)).collect();
        prop_assert_eq!(urgency(&stretched.join(&gap)), Urgency::Claimed);
    }
}
