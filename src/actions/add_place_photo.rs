//! A host adds a photo to the page of their place, with what it shows in words.

use chrono::{DateTime, Utc};

use super::edit_place::{PlaceEdit, edit_place};
use super::error::{Error, Result};
use crate::db::Transaction;
use crate::domain::place_part::{Photo, PlaceSection};
use crate::domain::policy::{Action, Actor};
use crate::pictures::{AltText, Picture};
use crate::store::pictures::{self, NewPicture, Shown};

/// # Errors
/// `Forbidden`.
pub fn add_place_photo(
    tx: &mut Transaction<'_>,
    by: &Actor,
    place: i64,
    picture: &Picture,
    alt: &AltText,
    now: DateTime<Utc>,
) -> Result<()> {
    if !by.may(Action::EditPlace(place)) {
        return Err(Error::Forbidden);
    }
    let new = NewPicture { shown: Shown::Place(place), picture, alt: alt.as_str() };
    let id = pictures::insert(tx, &new, now)?;
    let uids = pictures::by_ids(tx, &[id])?.into_iter().map(|row| row.uid);
    let photos: Vec<Photo> = uids.map(|uid| Photo { uid, alt: alt.as_str().to_owned() }).collect();
    let edit = PlaceEdit { place, section: PlaceSection::Photos, seen: None };
    edit_place(tx, by, edit, now, |content| content.photos.extend(photos))?;
    Ok(())
}
