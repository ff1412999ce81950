//! The link of a weekly note opens one week of one place for one host: for as long as the week lasts
//! and they hold the place. It opens no session, and nothing else.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use crate::db::{self, DbConnection};
use crate::domain::period::{Period, PeriodKind};
use crate::domain::policy::{Action, Actor, Standing};
use crate::signed_link;
use crate::store::host_weeks::{self, HostWeekRow};
use crate::store::places::{self, PlaceRow};
use crate::store::{members, memberships, signing_keys};

/// What the links of weekly notes are signed with.
pub const KEY: &str = "host-weeks";

/// A week that a link opened.
#[derive(Clone, Debug)]
pub struct HostWeek {
    pub place: PlaceRow,
    pub week: Period,
    /// The host, who may do nothing elsewhere.
    pub by: Actor,
}

/// # Errors
/// `NotFound`: no such link. `DeadLink`: its week is over. `Forbidden`: they hold the place no more.
pub fn open_host_week(conn: &mut DbConnection, link: &str, now: DateTime<Utc>) -> Result<HostWeek> {
    let row = row_of(conn, link)?;
    if row.expires_at.0 <= now {
        return Err(Error::DeadLink);
    }
    let member = members::by_id(conn, row.member_id)?;
    let standing = memberships::standing(conn, &member)?;
    let held = standing.host_of.contains(&row.place_id);
    let by = Actor::Member(Standing {
        coordinates: false,
        host_of: if held { vec![row.place_id] } else { Vec::new() },
        member_of: Vec::new(),
        ..standing
    });
    if !by.may(Action::HostEvent(&[row.place_id])) {
        return Err(Error::Forbidden);
    }
    let week = Period::containing(PeriodKind::Week, row.monday).ok_or(db::Error::NotFound)?;
    Ok(HostWeek { place: places::by_id(conn, row.place_id)?, week, by })
}

/// The link's row, if it was signed for it.
fn row_of(conn: &mut DbConnection, link: &str) -> Result<HostWeekRow> {
    let id = signed_link::number(link).ok_or(db::Error::NotFound)?;
    let key = signing_keys::find(conn, KEY)?.ok_or(db::Error::NotFound)?;
    let row = host_weeks::by_id(conn, id)?;
    match signed_link::holds(&key, link, row.signed()) {
        true => Ok(row),
        false => Err(db::Error::NotFound.into()),
    }
}
