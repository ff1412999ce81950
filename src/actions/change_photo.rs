//! A member shows another photo of themselves, or none.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::save_profile::raise_places;
use crate::db::Transaction;
use crate::domain::policy::{Action, Actor};
use crate::domain::profile::{ProfileField, Viewpoint};
use crate::pictures::Picture;
use crate::store::pictures::{self, NewPicture, Shown};
use crate::store::profiles;

/// Puts a photo in place of the one before; `None`: initials are shown again. It is seen by whom
/// the profile says.
pub fn change_photo(
    tx: &mut Transaction<'_>,
    by: &Actor,
    member: i64,
    photo: Option<&Picture>,
    now: DateTime<Utc>,
) -> Result<()> {
    if !by.may(Action::ActAs(member)) {
        return Err(Error::Forbidden);
    }
    for before in pictures::of(tx, Shown::Member(member))? {
        pictures::delete(tx, before.id)?;
    }
    if let Some(picture) = photo {
        // The name beside it says whom it shows.
        pictures::insert(tx, &NewPicture { shown: Shown::Member(member), picture, alt: "" }, now)?;
    }
    let known = profiles::of(tx, member)?;
    if known.profile.shows(ProfileField::Photo, Viewpoint::Visitor) {
        raise_places(tx, &known)?;
    }
    Ok(())
}
