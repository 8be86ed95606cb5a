//! What a look at the form costs: it is taken at every keystroke on a phone, and once more by the Worker.

#[path = "../tests/life/form.rs"]
mod form;

use divan::{Bencher, black_box};
use domain::guide::{EmailAddress, Field, PhoneNumber};
use form::draft;

fn main() {
    divan::main();
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
