//! A host gives an event a cover, with what it shows in words, or takes it away: then it is drawn again.
//! An event that is done again has the cover of the first.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::hosted::hosted;
use super::raise_event;
use crate::db::{self, Transaction};
use crate::domain::policy::Actor;
use crate::pictures::{AltText, Picture};
use crate::store::events;
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
    // Feeds name it.
    events::touch(tx, id, false, now)?;
    raise_event(tx, id, &hosted.place)?;
    Ok(())
}

/// Gives an event the cover of another one that `by` holds too; without one, or where it is not theirs
/// any more, the drawn one stays.
pub fn adopt_cover(
    tx: &mut Transaction<'_>,
    by: &Actor,
    (from, to): (i64, i64),
    now: DateTime<Utc>,
) -> Result<()> {
    match hosted(tx, by, from) {
        Err(Error::Forbidden | Error::Db(db::Error::NotFound)) => return Ok(()),
        held => held?,
    };
    let hosted = hosted(tx, by, to)?;
    if pictures::copy_cover(tx, from, to, now)? {
        raise_event(tx, to, &hosted.place)?;
    }
    Ok(())
}
