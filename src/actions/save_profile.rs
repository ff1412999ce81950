//! A member says something else of themselves, or to others than before.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::raise_place;
use crate::db::Transaction;
use crate::domain::policy::{Action, Actor};
use crate::domain::profile::{Audience, Profile, ProfileField, Viewpoint};
use crate::store::{places, profiles};

/// Makes the profile be as it says. What becomes public has to be agreed to (`agreed`): nothing is
/// shown to everyone by the way. Hidden fields leave every page at once.
///
/// # Errors
/// [`Error::NotAgreed`] with the fields that would become public.
pub fn save_profile(
    tx: &mut Transaction<'_>,
    by: &Actor,
    member: i64,
    profile: &Profile,
    agreed: bool,
    now: DateTime<Utc>,
) -> Result<()> {
    if !by.may(Action::ActAs(member)) {
        return Err(Error::Forbidden);
    }
    let before = profiles::of(tx, member)?;
    let was_public = |field: &ProfileField| before.profile.audiences.of(*field) == Audience::Public;
    let newly: Vec<_> = profile.audiences.public().filter(|field| !was_public(field)).collect();
    if !agreed && !newly.is_empty() {
        return Err(Error::NotAgreed(newly));
    }
    if before.profile == *profile {
        return Ok(());
    }
    profiles::save(tx, member, profile, now)?;
    if shown_to_everyone(&before.profile) != shown_to_everyone(profile) {
        raise_places(tx, &before)?;
    }
    Ok(())
}

/// Hides every field from everyone.
pub fn hide_profile(tx: &mut Transaction<'_>, by: &Actor, member: i64, now: DateTime<Utc>) -> Result<()> {
    let mut profile = profiles::of(tx, member)?.profile;
    for field in ProfileField::ALL {
        profile.audiences.set(*field, Audience::Nobody);
    }
    save_profile(tx, by, member, &profile, false, now)
}

/// What kept pages may show.
fn shown_to_everyone(profile: &Profile) -> (Profile, bool, bool) {
    let shows = |field| profile.shows(field, Viewpoint::Visitor);
    let seen = Profile { audiences: Default::default(), ..profile.seen_from(Viewpoint::Visitor) };
    (seen, shows(ProfileField::Photo), shows(ProfileField::Places))
}

/// What everyone sees of the member changed: pages of their places may tell of them.
pub(super) fn raise_places(tx: &mut Transaction<'_>, known: &profiles::Known) -> Result<()> {
    tx.raise(crate::db::Scope::Network);
    for place in known.place_ids() {
        let row = places::by_id(tx, place)?;
        raise_place(tx, &row);
    }
    Ok(())
}
