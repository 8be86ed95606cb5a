use super::*;
#[cfg(not(target_arch = "wasm32"))]
use proptest::prelude::*;

fn draft(subject: &str, place: [&str; 3], error_code: &str) -> Draft {
    let [application, module, process] = place.map(str::to_owned);
    Draft {
        subject: subject.into(),
        application,
        module,
        process,
        error_code: error_code.into(),
        ..Draft::default()
    }
}

fn told<'a>(serial: u32, subject: &'a str, place: [&'a str; 3], error_code: &'a str) -> Told<'a> {
    let [application, module, process] = place;
    let number = TicketNumber::from_serial(serial).expect("a serial");
    Told { number, subject, application, module, process, error_code }
}

const TILL: [&str; 3] = ["SOHO Front", "Caja", "Cierre de turno"];

#[test]
fn the_same_case_is_told_from_another_one() {
    let table = [
        ("the same words at the same place", ("El cierre de caja no cuadra", TILL, ""), true),
        ("other words for it", ("Cierre del turno: la caja no cuadra", TILL, ""), true),
        ("without accents, in capitals, in the plural", ("LOS CIERRES DE CAJA NO CUADRAN", TILL, ""), true),
        (
            "the same code on the same software",
            ("Pantalla en blanco", ["SOHO Front", "", ""], "e 1042"),
            true,
        ),
        ("the same place and another matter", ("No imprime facturas", TILL, ""), false),
        (
            "the same words in other software",
            ("El cierre de caja no cuadra", ["Otra", "Bodega", "Pedidos"], ""),
            false,
        ),
        ("nothing in common", ("No llega el correo", ["SOHO Web", "Reservas", "Canales"], "500"), false),
        ("nothing said yet", ("", ["", "", ""], ""), false),
    ];
    let ours = draft("El cierre de caja no cuadra", TILL, "E-1042");
    for (what, (subject, place, code), expected) in table {
        let open = [told(123_456, subject, place, code)];
        assert_eq!(!likely_same(&ours, open).is_empty(), expected, "{what}: {}", likeness(&ours, &open[0]));
    }
}

#[test]
fn an_empty_form_is_like_nothing() {
    let empty = draft("", ["", "", ""], "");
    assert_eq!(likeness(&empty, &told(123_456, "", ["", "", ""], "")), 0);
}

#[test]
fn the_most_alike_comes_first_and_three_are_enough() {
    let ours = draft("El cierre de caja no cuadra", TILL, "E-1042");
    let open = [
        told(111_111, "La caja no cuadra en el cierre", TILL, ""),
        told(222_222, "El cierre de caja no cuadra", TILL, "E1042"),
        told(333_333, "Cierre de caja no cuadra", TILL, ""),
        told(444_444, "Cierre de caja no cuadra", TILL, ""),
    ];
    let likely = likely_same(&ours, open);
    assert_eq!((likely.len(), likely[0]), (3, open[1].number));
}

#[cfg(not(target_arch = "wasm32"))]
proptest! {
    #[test]
    fn whatever_is_typed_is_like_itself_at_least_as_much_as_like_anything(
        subject in "\\PC{0,40}", other in "\\PC{0,40}", code in "\\PC{0,8}"
    ) {
        let ours = draft(&subject, TILL, &code);
        prop_assert!(likeness(&ours, &told(111_111, &subject, TILL, &code)) >= likeness(&ours, &told(111_111, &other, TILL, &code)));
    }
}
