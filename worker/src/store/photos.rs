//! Which photos exist; their bytes are in the bucket.

use super::{Store, StoreError};
use domain::Instant;
use domain::ident::PhotoId;
use domain::ticket::TicketNumber;
use serde::Deserialize;

#[derive(Deserialize)]
struct PhotoRow {
    media_type: String,
}

impl Store {
    /// Notes that a ticket has a photo of this type. Noting it twice changes nothing.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn note_photo(
        &self,
        ticket: TicketNumber,
        photo: &PhotoId,
        media_type: &str,
        now: Instant,
    ) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO photo (id, ticket, media_type, created_at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (id) DO NOTHING",
            [photo.as_str().into(), ticket.value().into(), media_type.into(), now.into()],
        )
        .await
        .map(drop)
    }

    /// The media type of a ticket's photo, if the ticket has it.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn photo_type(&self, ticket: TicketNumber, photo: &PhotoId) -> Result<Option<String>, StoreError> {
        let rows: Vec<PhotoRow> = self
            .all(
                "SELECT media_type FROM photo WHERE id = ?1 AND ticket = ?2",
                [photo.as_str().into(), ticket.value().into()],
            )
            .await?;
        Ok(rows.into_iter().next().map(|row| row.media_type))
    }
}
