//! Mail that comes in. Its address says which ticket it is about and proves whose word it is; then it is the same command
//! the portal's answer is, decided by the same rules. Everything else about it is asked only whether a person wrote it.

mod parts;

use crate::http::guard;
use crate::http::secrets::Hash;
use crate::mail::reply::Replies;
use crate::mail::{Letter, Unread, rejection};
use crate::portal::Portal;
use crate::routes::photos;
use crate::store::StoreError;
use crate::store::commit::{Change, Key};
use crate::store::inbound::{Addressed, NewAnswer};
use domain::access::Actor;
use domain::calendar::BOGOTA;
use domain::guide::EmailAddress;
use domain::guide::photo::bare;
use domain::ident::PhotoId;
use domain::inbound::{ANSWERS_A_DAY, LARGEST_MAIL, Letterhead, Outcome, Tag, own_words};
use domain::ticket::{Act, Command, CommandKind, Photo, Refusal, decide, permit};
use mail_parser::{Message, MessageParser};
use parts::{Attached, attachments};
use worker::{Context, Env, ForwardableEmailMessage};

/// How often a lost race is decided again before the mail is given back.
const RACES: u32 = 4;

/// Takes one mail, and counts what became of it. What can't be taken for a reason of ours is refused at the door, so that the
/// writer's own mail system tells them: no mail is lost in silence.
pub async fn receive(message: &ForwardableEmailMessage, env: Env, context: Context) {
    let portal = Portal::for_request(env, context);
    let outcome = read(&portal, message).await.unwrap_or_else(|error| {
        worker::console_error!("inbound mail: {error}");
        Outcome::Failed
    });
    if let Some(words) = rejection(outcome) {
        message.set_reject(words);
    }
    let counted = match portal.store() {
        Ok(store) => store.count_mail(&today(&portal), outcome).await,
        Err(error) => Err(error),
    };
    if let Err(error) = counted {
        worker::console_error!("inbound mail: {error}");
    }
}

fn today(portal: &Portal) -> String {
    portal.now().with_timezone(&BOGOTA).date_naive().to_string()
}

async fn read(portal: &Portal, message: &ForwardableEmailMessage) -> Result<Outcome, StoreError> {
    if message.raw_size() > f64::from(LARGEST_MAIL) {
        return Ok(Outcome::TooLarge);
    }
    let raw = message.raw_bytes().await?;
    let Some(mail) = MessageParser::default().parse(&raw) else {
        return Err(StoreError::Broken("a mail that is no message".into()));
    };
    let envelope_from = message.from();
    if is_automatic(portal, &mail, &envelope_from) {
        return Ok(Outcome::Automatic);
    }
    let to = EmailAddress::parse(&message.to()).ok();
    let found = match to.as_ref().and_then(|to| Tag::read(to.local_part())) {
        Some(tag) => proven(portal, &tag, &key_of(&mail, &raw)).await?.ok_or(Outcome::WrongProof),
        None => Err(Outcome::WithoutProof),
    };
    match found {
        Ok(addressed) => take(portal, &mail, &key_of(&mail, &raw), addressed, &envelope_from).await,
        Err(outcome) => {
            let letter = Letter::Unread { number: None, why: Unread::WithoutProof };
            answer(portal, &envelope_from, "", &letter, ANSWERS_A_DAY).await?;
            Ok(outcome)
        }
    }
}

fn is_automatic(portal: &Portal, mail: &Message<'_>, envelope_from: &str) -> bool {
    let own = ["MAIL_FROM", "MAIL_INBOUND"].map(|name| portal.setting(name).to_ascii_lowercase());
    let letterhead = Letterhead {
        envelope_from,
        headers: mail.headers_raw().collect(),
        own_domains: own.iter().filter_map(|address| Some(address.rsplit_once('@')?.1)).collect(),
        own_addresses: own.iter().map(String::as_str).collect(),
    };
    letterhead.is_automatic()
}

/// What makes the same mail the same write, however often it is delivered: its identifier, or else all of it.
fn key_of(mail: &Message<'_>, raw: &[u8]) -> String {
    let hash = match mail.message_id() {
        Some(id) if !id.is_empty() => Hash::of(&["message-id", id]),
        _ => Hash::of_bytes(&[b"message", raw]),
    };
    format!("mail.{}", hash.as_str())
}

/// The ticket of a tag and the client it was made for; none when it was made for nobody, or for somebody who is of the
/// staff now: nobody speaks for the desk by mail.
async fn proven(portal: &Portal, tag: &Tag, key: &str) -> Result<Option<Addressed>, StoreError> {
    let Some(replies) = Replies::of(portal) else { return Ok(None) };
    let addressed = portal.store()?.addressed(tag.number, key).await?;
    Ok(addressed
        .filter(|it| replies.proves(tag, &it.owner.account, &it.address) && !it.owner.role.is_staff())
        .inspect(|it| portal.know(it.adjustments.clone())))
}

async fn take(
    portal: &Portal,
    mail: &Message<'_>,
    key: &str,
    addressed: Addressed,
    envelope_from: &str,
) -> Result<Outcome, StoreError> {
    if !guard::may_write(portal, addressed.owner.account.as_str()).await {
        return Err(StoreError::Broken("more mail of one client than is taken".into()));
    }
    let number = addressed.loaded.ticket.number;
    let Attached { photos: attached, left } = attachments(mail, portal.rules().policy.photo_bytes);
    let body = mail.body_text(0).map(|text| own_words(&text)).unwrap_or_default();
    let mut outcome = Outcome::Repeated;
    // A photo alone answers as well.
    if !body.is_empty() || attached.is_empty() {
        let command = Command::Act(Act::Reply { body });
        match carry_out(portal, &addressed, key, &command).await? {
            Ok(done) => outcome = done,
            Err(refusal) => return refused(portal, &addressed, envelope_from, refusal).await,
        }
    }
    for (index, photo) in attached.iter().enumerate() {
        let key = format!("{key}.{index}");
        // Nobody's bytes are stored before it is known that they may add them.
        if let Err(refusal) = permit(&addressed.loaded.ticket, CommandKind::AttachPhoto, &addressed.owner) {
            return refused(portal, &addressed, envelope_from, refusal).await;
        }
        let id = Hash::of_bytes(&[addressed.owner.account.as_str().as_bytes(), key.as_bytes(), photo.bytes]);
        let id = PhotoId(id.as_str().to_owned());
        let bytes = bare(photo.bytes, photo.media_type);
        let command = Command::AttachPhoto(Photo {
            id: id.clone(),
            name: photo.name.clone(),
            media_type: photo.media_type.essence().to_owned(),
            bytes: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
        });
        photos::keep(portal, number, &id, bytes).await?;
        let done = carry_out(portal, &addressed, &key, &command).await;
        if !matches!(done, Ok(Ok(Outcome::Taken))) {
            photos::let_go(portal, number, &id).await;
        }
        match done? {
            Ok(Outcome::Taken) => outcome = Outcome::Taken,
            Ok(_) => {}
            Err(refusal) => return refused(portal, &addressed, envelope_from, refusal).await,
        }
    }
    if left > 0 {
        let letter = Letter::Unread { number: Some(number), why: Unread::Attachments { left } };
        answer(portal, envelope_from, &format!("{}.attachments", number.digits()), &letter, u32::MAX).await?;
    }
    Ok(outcome)
}

/// Decides a command and writes it, on the ticket as it is by then; done once for each key.
async fn carry_out(
    portal: &Portal,
    addressed: &Addressed,
    key: &str,
    command: &Command,
) -> Result<Result<Outcome, Refusal>, StoreError> {
    let (number, owner) = (addressed.loaded.ticket.number, &addressed.owner);
    let (store, actor) = (portal.store()?, Actor::Person(owner.clone()));
    for _ in 0..RACES {
        let Some(now) = store.addressed(number, key).await?.filter(|now| now.owner == *owner) else {
            return Ok(Err(Refusal::NotFound));
        };
        if now.recorded.is_some() {
            return Ok(Ok(Outcome::Repeated));
        }
        let decided = decide(Some(&now.loaded.ticket), command, &actor, portal.now(), portal.rules());
        let events = match decided {
            Ok(events) => events,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let change = Change::new(Some(now.loaded.ticket), events, portal.rules())
            .ok_or_else(|| StoreError::Broken("events that make no ticket".into()))?;
        let written = Key { account: &owner.account, text: key, fingerprint: key };
        match store.commit(&[change], Some(written), portal.rules(), portal.now()).await {
            Ok(()) => return Ok(Ok(Outcome::Taken)),
            Err(StoreError::Conflict) => {}
            Err(error) => return Err(error),
        }
    }
    Err(StoreError::Conflict)
}

/// Tells the writer why it is not in the ticket, and where to go on (R8).
async fn refused(
    portal: &Portal,
    addressed: &Addressed,
    envelope_from: &str,
    refusal: Refusal,
) -> Result<Outcome, StoreError> {
    let number = addressed.loaded.ticket.number;
    let about = format!("{}.{}", number.digits(), refusal.code());
    let letter = Letter::Unread { number: Some(number), why: Unread::Refused { refusal } };
    answer(portal, envelope_from, &about, &letter, u32::MAX).await?;
    Ok(Outcome::Refused)
}

/// Answers the one address the mail came from, once a day about the same; addresses it names elsewhere are never written to.
async fn answer(
    portal: &Portal,
    to: &str,
    about: &str,
    letter: &Letter,
    most: u32,
) -> Result<(), StoreError> {
    let Ok(to) = EmailAddress::parse(to) else { return Ok(()) };
    let (address, letter) = (to.key(), serde_json::to_string(letter)?);
    let new = NewAnswer { day: &today(portal), about, address: &address, letter: &letter, most };
    portal.store()?.answer_once(&new, portal.now()).await
}
