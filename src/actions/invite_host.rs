//! The coordination entrusts a place to somebody whose address it knows: with an account, they are
//! named; without one, they are invited.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::invite::{NewInvitation, invite};
use super::name_host::name_host;
use crate::db::Transaction;
use crate::domain::email::EmailAddress;
use crate::domain::member::InvitedAs;
use crate::domain::policy::{Action, Actor};
use crate::i18n::Locale;
use crate::store::members;
use crate::store::places::PlaceRow;

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostInvited {
    /// They have an account, and hold the place now.
    Named,
    /// A letter is on its way.
    Invited,
}

/// `locale`: the language of the letter, as nothing is known of the reader.
pub fn invite_host(
    tx: &mut Transaction<'_>,
    by: &Actor,
    place: &PlaceRow,
    email: &EmailAddress,
    locale: Locale,
    now: DateTime<Utc>,
) -> Result<HostInvited> {
    if !by.may(Action::RunNetwork) {
        return Err(Error::Forbidden);
    }
    if let Some(member) = members::by_email(tx, email)? {
        name_host(tx, by, place, &member, now)?;
        return Ok(HostInvited::Named);
    }
    let new = NewInvitation { email, invited_as: InvitedAs::Host, place: Some(place.id), locale };
    invite(tx, by, &new, now)?;
    Ok(HostInvited::Invited)
}
