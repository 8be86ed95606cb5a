//! Every letter in both languages, by what must hold for all of them.

use super::samples::{NUMBER, at, instants, notices, number};
use super::*;
use crate::mail::{html, text};
use domain::notice::News;
use domain::ticket::{Closure, PromiseKind};
use wording::dates::people_instant;

const LOCALES: [Locale; 2] = [Locale::Es, Locale::En];

fn told(letter: &Letter, locale: Locale) -> (Message, String) {
    let now = at("2026-07-10T22:30:00Z");
    let reader =
        Reader { origin: "https://soporte.ejemplo.co", now, locale, answerable: false, inherited: false };
    let message = compose(letter, &reader);
    let text = text::render(&message.blocks);
    (message, text)
}

fn notice_about(news: News) -> Letter {
    Letter::Notice(Notice { to: Recipient::Requester, number: number(), subject: "Sin IVA".into(), news })
}

fn closed(closure: Closure) -> String {
    told(&notice_about(News::Closed { closure, message: String::new() }), Locale::Es).1
}

/// Whether `text` has `2026-07-21`, or any date like it.
fn has_iso_date(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit() && c != '-').any(|piece| {
        let parts: Vec<_> = piece.split('-').map(str::len).collect();
        parts == [4, 2, 2]
    })
}

#[test]
fn every_letter_names_its_ticket_and_leads_to_it() {
    for notice in notices() {
        for locale in LOCALES {
            let (message, text) = told(&Letter::Notice(notice.clone()), locale);
            assert!(message.subject.contains("572 000 3"), "{:?}", message.subject);
            assert!(text.contains("572 000 3") && text.contains("La factura sale sin IVA"), "{text}");
            let path = if notice.to == Recipient::Requester { "" } else { "/equipo" };
            assert!(text.contains(&format!("https://soporte.ejemplo.co{path}/tickets/{NUMBER}\n")), "{text}");
        }
    }
}

/// R22: the promised instant in words, never an amount of hours and never a machine's date.
#[test]
fn every_instant_is_told_as_people_say_it() {
    for notice in notices() {
        for locale in LOCALES {
            let (_, text) = told(&Letter::Notice(notice.clone()), locale);
            for instant in instants(&notice.news) {
                assert!(text.contains(&people_instant(instant, locale)), "{instant} in {text}");
            }
            assert!(!has_iso_date(&text), "{text}");
            assert!(
                !text.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| matches!(word, "48" | "48h")),
                "{text}"
            );
        }
    }
}

#[test]
fn the_landmark_is_told_to_the_letter() {
    let (_, text) = told(&Letter::Notice(notices().remove(0)), Locale::Es);
    assert!(text.contains("a más tardar el martes 14 de julio, 10:30\u{a0}a.\u{a0}m."), "{text}");
    assert!(text.contains("a más tardar el martes 21 de julio, 3:30\u{a0}p.\u{a0}m."), "{text}");
    assert!(!text.contains(".."), "{text}");
}

#[test]
fn a_year_is_said_when_it_is_another() {
    let due = at("2027-01-04T19:00:00Z");
    let (_, text) = told(&notice_about(News::Taken { response_due: Some(due) }), Locale::Es);
    assert!(text.contains("lunes 4 de enero de 2027, 2:00\u{a0}p.\u{a0}m."), "{text}");
}

#[test]
fn languages_and_kinds_of_news_have_words_of_their_own() {
    let mut seen = std::collections::HashSet::new();
    for notice in notices().into_iter().filter(|notice| notice.to == Recipient::Requester) {
        let (es, en) =
            (told(&Letter::Notice(notice.clone()), Locale::Es), told(&Letter::Notice(notice), Locale::En));
        assert!(es.0.blocks.iter().zip(&en.0.blocks).any(|(es, en)| es != en));
        assert!(seen.insert(es.1.clone()), "twice: {}", es.1);
        assert!(seen.insert(en.1), "{}", es.1);
    }
}

/// R14: a machine's receipt counted as the first response once; ours says that it is none.
#[test]
fn the_receipt_says_that_it_is_not_the_first_response() {
    let due = at("2026-07-14T15:30:00Z");
    let receipt = |critical| News::Received { critical, first_response_due: due, response_due: due };
    let (_, text) = told(&notice_about(receipt(false)), Locale::Es);
    assert!(text.contains("todavía no es la primera respuesta") && !text.contains("llame al"), "{text}");
    let (_, text) = told(&notice_about(receipt(true)), Locale::Es);
    assert!(text.contains("llame al +57 333 033 3522 y diga el número 572 000 3"), "{text}");
}

/// R8: the missing items come first, each with what it should say, then the whole guide and the way to a new ticket.
#[test]
fn lack_of_information_says_what_is_missing_and_brings_the_guide() {
    let text = closed(Closure::Insufficient { missing: vec![GuideItem::MenuPath, GuideItem::Images] });
    for item in [GuideItem::MenuPath, GuideItem::Images] {
        let line = format!("- {}: {}", item_label(item, Locale::Es), item_hint(item, Locale::Es));
        assert_eq!(text.matches(&line).count(), 2, "{line}");
    }
    for item in GuideItem::ALL {
        assert!(text.contains(&format!("- {}: ", item_label(item, Locale::Es))), "{item}");
    }
    assert!(text.contains(&format!("/nuevo?de={NUMBER}\n")));
}

/// R2: why, and the commercial mailbox with a message begun.
#[test]
fn what_is_not_support_goes_to_the_commercial_area() {
    for area in domain::scope::OutOfScope::ALL {
        let text = closed(Closure::OutOfScope { area });
        assert!(text.contains(wording::scope::out_of_scope_reason(area, Locale::Es)), "{area}");
        assert!(text.contains("mailto:info@sohoapps.co?subject=Solicitud%20del%20ticket%20572%20000%203\n"));
    }
}

/// R18: impossible to reach, how often it was tried, and the way to a new ticket.
#[test]
fn the_unreachable_client_is_invited_back() {
    let text = closed(Closure::Unreachable { attempts: 9 });
    assert!(text.contains("imposible contactarle") && text.contains("9 veces"), "{text}");
    assert!(text.contains(&format!("/nuevo?de={NUMBER}\n")));
}

#[test]
fn a_duplicate_leads_to_the_ticket_that_goes_on() {
    let of = TicketNumber::from_serial(654_321).unwrap();
    let text = closed(Closure::Duplicate { of });
    assert!(
        text.contains(&format!("el ticket {of}")) && text.contains(&format!("/tickets/{}\n", of.digits())),
        "{text}"
    );
}

#[test]
fn the_last_attempt_does_not_promise_a_later_closing() {
    let news = News::ContactFailed { attempts: 9, limit: 9, closes_at: Some(at("2026-07-21T20:30:00Z")) };
    let (_, text) = told(&notice_about(news), Locale::Es);
    assert!(text.contains("intento 9 de 9") && !text.contains("se cierra"), "{text}");
}

#[test]
fn one_ticket_keeps_one_subject_for_its_client() {
    let letters = notices().into_iter().filter(|notice| notice.to == Recipient::Requester);
    let subjects: std::collections::HashSet<_> =
        letters.map(|notice| told(&Letter::Notice(notice), Locale::Es).0.subject).collect();
    assert_eq!(subjects.len(), 1, "{subjects:?}");
    let warned = News::Warned { promise: PromiseKind::Response, due: at("2026-07-21T20:30:00Z") };
    let notice = Notice { to: Recipient::Desk, number: number(), subject: "Sin\r\nIVA".into(), news: warned };
    assert_eq!(
        told(&Letter::Notice(notice), Locale::Es).0.subject,
        "Por vencer: respuesta · 572 000 3 · Sin IVA"
    );
}

/// Mail scanners follow links. What signs in stands after the `#`, which no request carries.
#[test]
fn fault_22_the_code_letter_links_to_a_page_that_only_asks() {
    for locale in LOCALES {
        let (message, text) =
            told(&Letter::SignInCode { code: "048213".into(), link: "aBc-9_".into() }, locale);
        assert!(message.subject.contains("048213") && text.contains("048213"), "{text}");
        assert!(text.contains("https://soporte.ejemplo.co/entrar#enlace=aBc-9_\n"), "{text}");
        let links = message.blocks.iter().filter_map(|block| match block {
            Block::Link { url, .. } => Some(url.as_str()),
            _ => None,
        });
        assert!(links.into_iter().all(|url| !url.contains("048213")));
    }
}

#[test]
fn a_persons_words_stay_words_in_the_page() {
    for notice in notices() {
        let (message, text) = told(&Letter::Notice(notice), Locale::Es);
        let page = html::render(&message.subject, &message.blocks, Locale::Es);
        assert!(!page.contains("<b>"), "{page}");
        assert_eq!(
            text.contains("> Palabras <b>propias</b>\n> en dos líneas"),
            page.contains("&lt;b&gt;propias")
        );
    }
}
