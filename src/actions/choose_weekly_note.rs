//! A member chooses whether a weekly note comes, and when: signed in, or by the link of a note, which
//! ends it and takes that back.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use crate::db::Transaction;
use crate::domain::policy::{Action, Actor};
use crate::domain::subscription::{Rhythm, Timetable};
use crate::mail::MailingList;
use crate::store::weekly_notes;

/// A timetable that is never kept means that none comes.
///
/// # Errors
/// `Forbidden`: another member's.
pub fn choose_weekly_note(
    tx: &mut Transaction<'_>,
    by: &Actor,
    member: i64,
    list: MailingList,
    timetable: &Timetable,
    now: DateTime<Utc>,
) -> Result<()> {
    if !by.may(Action::ActAs(member)) {
        return Err(Error::Forbidden);
    }
    weekly_notes::insert(tx, list, &[member], timetable, now)?;
    if let Some(row) = weekly_notes::of_member(tx, member, list)? {
        weekly_notes::choose(tx, row.id, timetable, now)?;
    }
    Ok(())
}

/// Ends a note by its link, or takes that back.
///
/// # Errors
/// `NotFound`: no such link.
pub fn want_weekly_note(
    tx: &mut Transaction<'_>,
    link: &str,
    wanted: bool,
    zone: chrono_tz::Tz,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = weekly_notes::by_leave_link(tx, link)?;
    if row.wanted == wanted {
        return Ok(());
    }
    let rhythm = if wanted { Rhythm::Weekly } else { Rhythm::Never };
    let timetable = Timetable { rhythm, ..row.timetable(zone)? };
    Ok(weekly_notes::choose(tx, row.id, &timetable, now)?)
}
