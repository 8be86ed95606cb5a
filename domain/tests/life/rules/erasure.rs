//! What is left of a history when its person has their data erased (Ley 1581 de 2012, art. 8 e).

use crate::desk::*;
use domain::access::{Actor, Role, Way};
use domain::guide::{EmailAddress, FullName, PhoneNumber, Subject};
use domain::ident::{AccountId, PhotoId};
use domain::policy::SupportPolicy;
use domain::privacy::{Erased, Replacement, erase, erase_visitor, own_events};
use domain::ticket::{Act, Command, Photo, Ticket, replay};

const SECRET: &str = "Vive en la calle 45";

fn replacement() -> Replacement {
    Replacement {
        name: FullName::parse("Persona retirada").expect("a name"),
        email: EmailAddress::parse("retirado@datos.invalid").expect("an address"),
        phone: PhoneNumber::parse(SupportPolicy::SOHO.support_line).expect("a phone"),
        subject: Subject::parse("Caso de una persona que se retiró", true).expect("a subject"),
        text: "Retirado".into(),
    }
}

fn photo(id: &str) -> Command {
    Command::AttachPhoto(Photo {
        id: id.into(),
        name: format!("{SECRET}.png"),
        media_type: "image/png".into(),
        bytes: 1,
    })
}

/// Sent before anybody owned it, written in by its sender, and the clerk's from then on, who hands it over to a colleague.
fn confirmed_later() -> Desk {
    let sender = through(Way::Sender);
    let mut desk = Desk::open_as("2026-10-13 09:00", &sender, unconfirmed_opening(critical_request()));
    desk.act("2026-10-13 09:01", &sender, Act::Reply { body: SECRET.into() });
    desk.try_send(at("2026-10-13 09:02"), &Actor::Person(sender), &photo("sent")).expect("attached");
    let confirm =
        Command::ConfirmEmail { requester: "clerk".into(), company: Some("casa-lola".into()), branch: None };
    desk.try_send(at("2026-10-13 09:03"), &Actor::Person(through(Way::Code)), &confirm).expect("confirmed");
    desk.act("2026-10-13 09:04", &through(Way::HandOver), Act::Reply { body: "De una colega".into() });
    desk.try_send(at("2026-10-13 09:05"), &Actor::Person(clerk()), &photo("own")).expect("attached");
    desk.act("2026-10-13 09:06", &agent(), Act::Reply { body: "De la mesa".into() });
    desk
}

fn erased(desk: &Desk, person: &str) -> (String, Erased) {
    let mut events = desk.events.clone();
    let done = erase(&mut events, &AccountId::from(person), &replacement());
    let again = erase(&mut events, &AccountId::from(person), &replacement());
    assert!(again.changed.is_empty(), "again is nothing more");
    let ticket = replay(&events).expect("replays");
    let figures = |it: &Ticket| (it.revision, it.status, it.changed_at, it.photos, it.opened_critical);
    assert_eq!(figures(&ticket), figures(&desk.ticket), "the figures stay");
    (serde_json::to_string(&events).expect("JSON"), done)
}

#[test]
fn what_was_sent_before_its_owner_was_known_goes_with_them() {
    let desk = confirmed_later();
    let whole = serde_json::to_string(&desk.events).expect("JSON");
    let request = &desk.ticket.request;
    let traces = [SECRET, request.full_name.as_str(), request.email.as_str(), request.phone.as_e164()];
    let (left, done) = erased(&desk, "clerk");
    for trace in traces {
        assert!(whole.contains(trace) && !left.contains(trace), "{trace}");
    }
    assert_eq!(done.photos, ["sent", "own"].map(PhotoId::from));
    assert_eq!(left.matches("Marta").count(), 1, "the sender's name is gone, the colleague's isn't theirs");
    assert!(left.contains("De una colega") && left.contains("De la mesa"), "others' words are theirs");
}

#[test]
fn what_is_somebodys_own_is_what_would_be_erased() {
    let desk = confirmed_later();
    let places =
        |person: &str| own_events(&desk.events, &person.into()).map(|(seq, _)| seq).collect::<Vec<_>>();
    // The confirmation is theirs, too, and has nothing in it to be erased.
    assert_eq!((places("clerk"), erased(&desk, "clerk").1.changed), (vec![0, 1, 2, 3, 5], vec![0, 1, 2, 5]));
    assert_eq!(places("agent").len(), desk.events.len() - 6);
    assert!(places("stand-in").is_empty(), "a stand-in is nobody");
}

#[test]
fn whoever_took_a_ticket_over_is_taken_out_of_it_and_nobody_else() {
    let mut desk = confirmed_later();
    desk.try_send(at("2026-10-13 09:07"), &Actor::Person(through(Way::HandOver)), &photo("theirs"))
        .expect("attached");
    let mut events = desk.events.clone();
    let last = u32::try_from(events.len() - 1).expect("a place");
    let done = erase_visitor(&mut events, "Marta", &replacement());
    assert_eq!((done.changed, done.photos), (vec![4, last], vec![PhotoId::from("theirs")]));
    let left = serde_json::to_string(&events).expect("JSON");
    assert!(!left.contains("De una colega") && left.contains(SECRET) && left.contains("De la mesa"));
    assert!(left.contains("Marta"), "the sender, of the same name, came another way");
    assert_eq!(replay(&events).expect("replays"), desk.ticket, "the row has nothing of theirs");
    assert_eq!(
        erase_visitor(&mut events, "Marta", &replacement()),
        Erased::default(),
        "again is nothing more"
    );
    assert_eq!(erase_visitor(&mut events, "Martín", &replacement()), Erased::default());
}

#[test]
fn whoever_only_wrote_in_a_ticket_takes_their_own_words_out_of_it() {
    let mut desk = confirmed_later();
    let manager = person("manager", Role::HotelAdministrator);
    desk.act("2026-10-13 09:07", &manager, Act::Reply { body: "De la gerencia".into() });
    let (left, done) = erased(&desk, "manager");
    assert!(!left.contains("De la gerencia") && left.contains(SECRET) && left.contains("Marta"));
    assert_eq!((done.changed.len(), done.photos.len()), (1, 0));
    let (left, done) = erased(&desk, "somebody else");
    assert_eq!((left.contains(SECRET), done), (true, Erased::default()));
}
