//! A host says how one joins their place, what newcomers are told, and what the charter is.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use crate::db::Transaction;
use crate::domain::joining::{CharterText, JoiningError, JoiningRule, WelcomeNote};
use crate::domain::policy::{Action, Actor};
use crate::store::places::PlaceRow;
use crate::store::{charters, members, place_rules};

pub struct NewRules<'a> {
    pub joining: JoiningRule,
    pub welcome: &'a WelcomeNote,
    /// Empty: there is no charter.
    pub charter: &'a CharterText,
    /// The version that the host had before them; 0: none was ever written.
    pub written_upon: i32,
}

/// A changed text of the charter is a new version, which everybody is asked to accept. It is
/// refused when somebody else changed it meanwhile.
pub fn set_joining_rules(
    tx: &mut Transaction<'_>,
    by: &Actor,
    place: &PlaceRow,
    new: &NewRules<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    let id = by.member().filter(|_| by.may(Action::ManageMembers(place.id))).ok_or(Error::Forbidden)?;
    place_rules::save(tx, place.id, new.joining, new.welcome, now)?;
    let last = charters::last(tx, place.id)?;
    let (version, text) = last.map_or((0, String::new()), |charter| (charter.version, charter.text));
    if new.charter.as_str() == text {
        return Ok(());
    }
    let member = members::by_id(tx, id)?;
    let next = version.saturating_add(1);
    let is_next =
        version == new.written_upon && charters::add(tx, place.id, next, new.charter, &member.uid, now)?;
    match is_next {
        true => Ok(()),
        false => Err(JoiningError::CharterChanged { version }.into()),
    }
}
