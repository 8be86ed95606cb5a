//! Addresses people use, the well-known test sets as facts, and what we decided where they and people differ.

#[cfg(not(target_arch = "wasm32"))]
use proptest::prelude::*;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::{EmailAddress, EmailError};

fn parse(text: &str) -> Result<String, EmailError> {
    EmailAddress::parse(text).map(String::from)
}

#[test]
fn addresses_people_use() {
    for address in [
        "ana@hotel.co",
        "ana.ruiz@hotelmirador.com.co",
        "ana+facturas@gmail.com",
        "a@b.co",
        "ana_ruiz-2@sub.dominio.hotel.com",
        "1234567890@example.com",
        "_______@example.com",
        "o'connor@example.ie",
        "ana@hotel.travel",
        "ana@hotel.photography",
        "ana@xn--maana-pta.com",
        "ana@mañana.com",
        "ana@españa.es",
        "ana@例え.テスト",
        "ana@почта.рф",
        "ana@3com.com",
        "ana@1-2.3m.co",
        // RFC 3696 §3 and its errata 1690: unusual, valid, unquoted.
        "user+mailbox@example.com",
        "customer/department=shipping@example.com",
        "$A12345@example.com",
        "!def!xyz%abc@example.com",
        "_somename@example.com",
        // The is_email set.
        "first.last@iana.org",
        "test@nominet.org.uk",
        "test@about.museum",
        "a@iana.org",
        "test@e.com",
        "test.test@iana.org",
        "!#$%&`*+/=?^`{|}~@iana.org",
        "123@iana.org",
        "test@123.com",
        "test@mason-dixon.com",
        "test@c--n.com",
        "test@iana.co-uk.org",
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl@iana.org",
        "test@abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk.com",
        "xn--test@iana.org",
        "test@xn--hxajbheg2az3al.xn--jxalpdlp",
    ] {
        assert_eq!(parse(address).as_deref(), Ok(address));
    }
}

#[test]
fn what_is_not_an_address_is_told_apart() {
    use EmailError::{Domain, Empty, ForbiddenCharacter, LocalPart, Several, TooLong, WithoutAt};
    let long_name = ["abcdefghij"; 24].join(".");
    for (text, error) in [
        ("", Empty),
        (" \u{200b}\u{feff} ", Empty),
        ("ana", WithoutAt),
        ("ana.hotel.co", WithoutAt),
        ("@", LocalPart),
        ("@iana.org", LocalPart),
        ("test@", Domain),
        (".test@iana.org", LocalPart),
        ("test.@iana.org", LocalPart),
        ("test..test@iana.org", LocalPart),
        ("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklm@iana.org", LocalPart),
        ("test@-iana.org", Domain),
        ("test@iana-.com", Domain),
        ("test@.iana.org", Domain),
        ("test@iana.org.", Domain),
        ("test@iana..com", Domain),
        ("test@iana_x.org", Domain),
        ("test@255.255.255.255", Domain),
        ("test@iana.123", Domain),
        ("test@abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl.com", Domain),
        ("ana@hotel.c", Domain),
        ("ana@hotel.c0m", Domain),
        ("ana@hotel!.co", Domain),
        ("test@test@iana.org", Several),
        ("ana@hotel.co, luis@hotel.co", Several),
        ("ana@hotel.co luis@hotel.co", Several),
        ("ana ruiz@hotel.co", ForbiddenCharacter),
        ("first.last@sub.do,com", ForbiddenCharacter),
        ("Ana <ana@hotel.co>", ForbiddenCharacter),
        ("test(comment)@iana.org", ForbiddenCharacter),
        ("mailto:ana@hotel.co", ForbiddenCharacter),
        // Valid by the RFC, decided against: quoted local parts, literals, a single label, letters beyond ASCII.
        ("\"test\"@iana.org", ForbiddenCharacter),
        ("test@[255.255.255.255]", ForbiddenCharacter),
        ("test@io", Domain),
        ("josé@hotel.co", LocalPart),
        ("пользователь@почта.рф", LocalPart),
        (&format!("ana@{}.com", &long_name[..247]), TooLong),
    ] {
        assert_eq!(parse(text), Err(error), "{text:?}");
    }
}

#[test]
fn lengths_are_bounded_where_the_rfc_says() {
    let name = |letters: usize| {
        format!("{}.{}.{}.{}.com", "a".repeat(63), "b".repeat(63), "c".repeat(50), "d".repeat(letters))
    };
    // The domain with six letters is 63 + 63 + 50 + 6 + 3 and four dots long, 189.
    let local = "e".repeat(64);
    assert_eq!(format!("{local}@{}", name(6)).len(), 254);
    assert!(parse(&format!("{local}@{}", name(6))).is_ok());
    assert_eq!(parse(&format!("{local}@{}", name(7))), Err(EmailError::TooLong));
}

/// Line breaks and commas once added recipients to other desks' mail.
#[test]
fn an_address_cannot_carry_a_header_or_another_recipient() {
    for text in [
        "ana@hotel.co\r\nBcc: otro@ejemplo.co",
        "ana@hotel.co\nBcc:otro",
        "ana\r\n@hotel.co",
        "ana@hotel.co\0",
        "ana@ho\ntel.co",
        "ana@hotel.co,",
        "ana@hotel.co;luis",
        "<ana@hotel.co>",
        "ana@hotel.co%0ABcc:otro",
        "ana@hotel.co\u{2028}x",
        "ana@hotel.co\u{85}x",
        "ana\t@hotel.co",
    ] {
        if let Ok(address) = parse(text) {
            assert_eq!(address, "ana@hotel.co", "{text:?}");
        }
        assert!(serde_json::from_value::<EmailAddress>(format!("x{text}x").into()).is_err(), "{text:?}");
    }
}

#[test]
fn tidied_without_changing_whose_it_is() {
    for (text, address) in [
        ("  Ana.Ruiz@HOTEL.Co ", "Ana.Ruiz@hotel.co"),
        ("\u{202a}ana@hotel.co\u{202c}\u{200b}", "ana@hotel.co"),
        ("ana＠hotel．co", "ana@hotel.co"),
        ("ana@hotel。co", "ana@hotel.co"),
        ("ana@MAÑANA.com", "ana@mañana.com"),
    ] {
        assert_eq!(parse(text).as_deref(), Ok(address), "{text}");
    }
}

#[test]
fn two_spellings_of_a_mailbox_have_one_key() {
    let key = |text: &str| EmailAddress::parse(text).unwrap().key();
    assert_eq!(key("Ana@mañana.com"), key("ana@XN--MAANA-PTA.com"));
    assert_ne!(key("ana@hotel.co"), key("ana@hotel.com"));
    assert_eq!(EmailAddress::parse("Ana@mañana.com").unwrap().to_ascii(), "Ana@xn--maana-pta.com");
}

#[test]
fn what_was_probably_meant_is_offered() {
    for (text, meant) in [
        ("Ana Ruiz <ana@hotel.co>", "ana@hotel.co"),
        ("mailto:ana@hotel.co", "ana@hotel.co"),
        ("ana @ hotel.co", "ana@hotel.co"),
        ("ana@hotel,co", "ana@hotel.co"),
        ("ana@gmail.co m", "ana@gmail.com"),
        ("ana@hotel.co.", "ana@hotel.co"),
        ("josé.peña@hotel.co", "jose.pena@hotel.co"),
        ("ana@hotel..co", "ana@hotel.co"),
        ("ana@@hotel.co", "ana@hotel.co"),
        ("ana@gmail", "ana@gmail.com"),
        ("ana@gmailcom", "ana@gmail.com"),
        ("ana@Hotmail", "ana@hotmail.com"),
    ] {
        assert!(parse(text).is_err(), "{text}");
        assert_eq!(EmailAddress::repair(text).as_deref(), Some(meant), "{text}");
    }
    for text in ["", "ana", "ana@", "a@b@c.co", "ana@hotel.co, luis@hotel.co"] {
        assert_eq!(EmailAddress::repair(text), None, "{text}");
    }
}

#[test]
fn desks_are_known_from_people() {
    let is_shared =
        |local: &str| EmailAddress::parse(&format!("{local}@hotelmirador.co")).unwrap().is_shared_mailbox();
    for local in [
        "info",
        "INFO",
        "recepcion",
        "reservas",
        "reservations",
        "contabilidad",
        "gerencia",
        "admin",
        "administracion",
        "ventas",
        "facturacion",
        "hotel",
        "contacto",
        "frontdesk",
        "front.desk",
        "soporte",
        "sistemas",
        "recepcion2",
        "reservas.cartagena",
        "recepcion-norte",
        "info+web",
        "hotelmirador",
        "reservashotel",
        "no-reply",
        "noreply",
        "servicio.al.cliente",
        "auditoria",
        "ama.de.llaves",
        "caja.norte",
        "2.caja-norte",
    ] {
        assert!(is_shared(local), "{local}");
    }
    for local in [
        "ana.ruiz",
        "juan",
        "marcela",
        "infante",
        "adminda",
        "salesiano.perez",
        "barbara",
        "baron.luis",
        "tito",
        "hotta",
        "carlos.reservas",
        "nora",
        "casandra",
    ] {
        assert!(!is_shared(local), "{local}");
    }
}

#[test]
fn mistyped_domains_are_asked_about() {
    for (domain, meant) in [
        ("gmail.con", "gmail.com"),
        ("gmial.com", "gmail.com"),
        ("gamil.com", "gmail.com"),
        ("gmai.com", "gmail.com"),
        ("gmal.com", "gmail.com"),
        ("gnail.com", "gmail.com"),
        ("gmaill.com", "gmail.com"),
        ("gmial.con", "gmail.com"),
        ("gmail.cmo", "gmail.com"),
        ("gmail.om", "gmail.com"),
        ("gmail.cm", "gmail.com"),
        ("gmail.comm", "gmail.com"),
        ("gmail.co", "gmail.com"),
        ("gmаil.com", "gmail.com"),
        ("hotmial.com", "hotmail.com"),
        ("hotmail.con", "hotmail.com"),
        ("hotmai.com", "hotmail.com"),
        ("hotamil.com", "hotmail.com"),
        ("hotmal.com", "hotmail.com"),
        ("hotmail.co", "hotmail.com"),
        ("hotmial.es", "hotmail.es"),
        ("outlok.com", "outlook.com"),
        ("outloo.com", "outlook.com"),
        ("outlook.con", "outlook.com"),
        ("yaho.com", "yahoo.com"),
        ("yahooo.com", "yahoo.com"),
        ("yahoo.con", "yahoo.com"),
        ("yaho.es", "yahoo.es"),
        ("iclud.com", "icloud.com"),
        ("icloud.co", "icloud.com"),
        ("live.con", "live.com"),
        ("une.net.com", "une.net.co"),
        ("hotelmirador.con", "hotelmirador.com"),
        ("hotelmirador.con.co", "hotelmirador.com.co"),
        ("hotelmirador.cmo.co", "hotelmirador.com.co"),
        ("fundacion.ogr", "fundacion.org"),
        ("gmail.com.co", "gmail.com"),
        ("hotmail.com.co", "hotmail.com"),
        ("hotel.com.con", "hotel.com.co"),
        ("yahoo.com.con", "yahoo.com.co"),
    ] {
        let typed = EmailAddress::parse(&format!("ana@{domain}")).unwrap();
        assert_eq!(typed.typo_suggestion(), Some(format!("ana@{meant}")), "{domain}");
    }
}

#[test]
fn domains_that_only_look_like_another_are_left_alone() {
    for domain in [
        // Two slips are not one: two neighbours swapped, and a letter more.
        "gmiall.com",
        "hotmial1.com",
        "gmail.com",
        "googlemail.com",
        "hotmail.com",
        "hotmail.es",
        "hotmail.co.uk",
        "hotmail.fr",
        "hotmail.com.ar",
        "hotmail.cl",
        "outlook.com",
        "outlook.es",
        "outlook.cl",
        "outlook.com.br",
        "yahoo.com",
        "yahoo.es",
        "yahoo.com.co",
        "yahoo.com.mx",
        "yahoo.com.cl",
        "yahoo.co.uk",
        "yahoo.se",
        "yahoo.ca",
        "live.com",
        "live.cl",
        "live.com.mx",
        "msn.com",
        "icloud.com",
        "me.com",
        "mac.com",
        "mail.com",
        "email.com",
        "ymail.com",
        "gmx.com",
        "gmx.es",
        "mail.ru",
        "mail.co",
        "proton.me",
        "une.net.co",
        "etb.net.co",
        "hotelmail.com",
        "hotelmirador.co",
        "hotelmirador.com.co",
        "love.com",
        "sena.edu.co",
        "sohoapps.co",
        "hotel.travel",
        "gmail.hotelmirador.com",
        "con.com",
        "mañana.com",
        "emcali.net.co",
    ] {
        let typed = EmailAddress::parse(&format!("ana@{domain}")).unwrap();
        assert_eq!(typed.typo_suggestion(), None, "{domain}");
    }
}

#[test]
fn an_endless_domain_is_refused_at_once() {
    let endless: String = ('\u{4e00}'..='\u{9fff}').cycle().take(200_000).collect();
    assert_eq!(parse(&format!("ana@{endless}.com")), Err(EmailError::TooLong));
}

#[cfg(not(target_arch = "wasm32"))]
proptest! {
    #[test]
    fn any_text_is_read_or_refused_without_a_panic(text in "\\PC*|[a-z.@ ,<>\\r\\n]{0,40}") {
        let _ = EmailAddress::repair(&text);
        if let Ok(email) = EmailAddress::parse(&text) {
            let _ = (email.is_shared_mailbox(), email.typo_suggestion());
            prop_assert_eq!(email.as_str().matches('@').count(), 1);
            let is_sign = |character: char| character.is_whitespace() || character.is_control() || ",;<>".contains(character);
            prop_assert!(!email.as_str().contains(is_sign));
            prop_assert!(email.to_ascii().is_ascii());
        }
    }

    #[test]
    fn what_was_read_reads_the_same_again(text in "[A-Za-z0-9.+_-]{1,20}@[A-Za-zñÑüßİ0-9.-]{1,30}") {
        if let Ok(email) = EmailAddress::parse(&text) {
            prop_assert_eq!(EmailAddress::parse(email.as_str()), Ok(email));
        }
    }

    #[test]
    fn a_suggestion_is_an_address_with_nothing_more_to_suggest(name in "[a-z]{2,8}", ending in "com|con|co|es|net.co|cmo|con.co") {
        if let Some(meant) = EmailAddress::parse(&format!("ana@{name}.{ending}")).ok().and_then(|email| email.typo_suggestion()) {
            prop_assert_eq!(EmailAddress::parse(&meant).unwrap().typo_suggestion(), None);
        }
    }
}
