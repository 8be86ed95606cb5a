//! News of what somebody asked about their data (Ley 1581 de 2012).

use super::{Block, Message, Reader, quote, sentence};
use crate::mail::DataNews;
use wording::privacy::kind as name_of;

pub fn compose(news: &DataNews, reader: &Reader) -> Message {
    let locale = reader.locale;
    let (kind, headline, mut blocks) = match news {
        DataNews::Received { kind, due } => (
            kind,
            reader.pick("Recibimos su solicitud sobre sus datos", "We received your request about your data"),
            vec![sentence(format!(
                "{} {}",
                reader.pick("Le responderemos a más tardar el", "We will answer by"),
                reader.when(*due)
            ))],
        ),
        DataNews::Extended { kind, due, reason } => (
            kind,
            reader.pick(
                "Su solicitud sobre sus datos tomará más tiempo",
                "Your request about your data takes longer",
            ),
            quote(reason)
                .into_iter()
                .chain([sentence(format!(
                    "{} {}",
                    reader.pick("Le responderemos a más tardar el", "We will answer by"),
                    reader.when(*due)
                ))])
                .collect(),
        ),
        DataNews::Answered { kind, body } => (
            kind,
            reader
                .pick("Respondimos su solicitud sobre sus datos", "We answered your request about your data"),
            quote(body).into_iter().collect(),
        ),
    };
    let link = Block::Link {
        label: reader.pick("Ver mis datos", "See my data"),
        url: format!("{}/mis-datos", reader.origin),
    };
    let mut all =
        vec![Block::Headline(headline.clone()), Block::Paragraph(name_of(*kind, locale).to_owned())];
    all.append(&mut blocks);
    all.extend([link, Block::Footer(reader.pick("Soporte SOHO", "SOHO support"))]);
    Message { subject: headline, blocks: all }
}
