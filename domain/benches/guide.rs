//! What a look at the form costs: it is taken at every keystroke on a phone, and once more by the Worker.

use divan::{Bencher, black_box};
use domain::guide::{Draft, EmailAddress, Field, PhoneNumber};

fn main() {
    divan::main();
}

fn draft() -> Draft {
    Draft {
        full_name: "Luz Marina Ríos".into(),
        company: "Hotel Casa Lola".into(),
        email: "luz.rios@casalola.example".into(),
        phone: "310 555 1234".into(),
        subject: "La factura del check-out sale sin impuesto".into(),
        kind: "failure".into(),
        description: "Al cerrar la cuenta de la habitación 204 la factura sale sin el IVA del restaurante."
            .into(),
        application: "SOHO Hotel".into(),
        module: "Facturación".into(),
        process: "Check-out con consumos de restaurante".into(),
        menu_path: "Recepción > Check-out > Facturar".into(),
        parameters: "Habitación 204, factura de venta, tercero Pérez, 350.000".into(),
        error_code: String::new(),
        system_stopped: Some(false),
        guest_waiting: Some(false),
    }
}

#[divan::bench]
fn check(bencher: Bencher) {
    let draft = draft();
    bencher.bench(|| black_box(&draft).check());
}

#[divan::bench]
fn submit(bencher: Bencher) {
    let draft = draft();
    bencher.bench(|| black_box(&draft).submit());
}

#[divan::bench(args = [Field::FullName, Field::Email, Field::Phone, Field::Subject, Field::Description, Field::MenuPath])]
fn check_field(bencher: Bencher, field: Field) {
    let draft = draft();
    bencher.bench(|| black_box(&draft).check_field(field));
}

#[divan::bench(args = ["luz.rios@casalola.example", "luz@gmail.com"])]
fn email(text: &str) -> Option<EmailAddress> {
    EmailAddress::parse(text).ok()
}

#[divan::bench(args = ["luz.rios@casalola.example", "luz@gmail.com", "luz@hotmial.com"])]
fn email_typo(bencher: Bencher, text: &str) {
    let email = EmailAddress::parse(text).ok();
    bencher.bench(|| email.as_ref().and_then(EmailAddress::typo_suggestion));
}

#[divan::bench(args = ["310 555 1234", "+34 612 345 678"])]
fn phone(text: &str) -> Option<PhoneNumber> {
    PhoneNumber::parse(text).ok()
}
