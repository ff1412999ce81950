//! A host gives an event a cover, with what it shows in words, or takes it away: then it is drawn again.

use chrono::{DateTime, Utc};

use super::error::Result;
use super::hosted::hosted;
use super::raise_event;
use crate::db::Transaction;
use crate::domain::policy::Actor;
use crate::pictures::{AltText, Picture};
use crate::store::pictures::{self, NewPicture, Shown};

pub fn set_event_cover(
    tx: &mut Transaction<'_>,
    by: &Actor,
    id: i64,
    cover: Option<(&Picture, &AltText)>,
    now: DateTime<Utc>,
) -> Result<()> {
    let hosted = hosted(tx, by, id)?;
    for before in pictures::of(tx, Shown::Event(id))? {
        pictures::delete(tx, before.id)?;
    }
    if let Some((picture, alt)) = cover {
        pictures::insert(tx, &NewPicture { shown: Shown::Event(id), picture, alt: alt.as_str() }, now)?;
    }
    raise_event(tx, id, &hosted.place)?;
    Ok(())
}
