//! Registrations go along when the dates that they hang on get other keys, or another event.

use chrono::{DateTime, Utc};

use super::super::error::Result;
use super::{News, Occasion, tell};
use crate::db::Transaction;
use crate::domain::registration::RegistrationState;
use crate::domain::schedule::OccurrenceKey;
use crate::store::registrations::{self, Said};
use crate::store::{invitations, seats};

/// Gives the registrations of dates of `from` to dates of `to` (or the same event) under other keys,
/// each pair an old and a new one. Who registered for a whole series that is split is registered for
/// both halves. Counts are for `Watch::follow` to write.
pub fn take_along(
    tx: &mut Transaction<'_>,
    (from, to): (i64, i64),
    pairs: &[(OccurrenceKey, OccurrenceKey)],
    now: DateTime<Utc>,
) -> Result<()> {
    seats::take_turn(tx, from)?;
    let known = registrations::keys(tx, from)?;
    let moved: Vec<_> = pairs
        .iter()
        .filter(|(old, new)| old != new || from != to)
        .filter(|(old, _)| known.iter().any(|key| key == old.as_str()))
        .collect();
    // Two steps: a new key may be the old one of another date.
    let halfway = |new: &OccurrenceKey| format!("to {new}");
    for (old, new) in &moved {
        registrations::move_to(tx, from, old.as_str(), (from, &halfway(new)))?;
        seats::forget(tx, from, old.as_str())?;
    }
    for (_, new) in &moved {
        // What hangs there still is of a date that is no more.
        registrations::forget_date(tx, to, new.as_str())?;
        registrations::move_to(tx, from, &halfway(new), (to, new.as_str()))?;
    }
    if from != to {
        follow_series(tx, from, to, now)?;
    }
    Ok(())
}

/// Who came along to a series that was split off is told of it, where their calendar does not show it.
pub fn invite_along(tx: &mut Transaction<'_>, event: i64, now: DateTime<Utc>) -> Result<()> {
    let rows = registrations::live_of_date(tx, event, "")?;
    if rows.is_empty() {
        return Ok(());
    }
    let occasion = Occasion::read(tx, event, None, now)?;
    for row in rows {
        let held = invitations::of(tx, row.id)?.and_then(|sent| sent.held);
        if row.state()? == RegistrationState::Confirmed && held.is_none() {
            tell(tx, &occasion.about(), &row, News::Confirmed, now)?;
        }
    }
    Ok(())
}

fn follow_series(tx: &mut Transaction<'_>, from: i64, to: i64, now: DateTime<Utc>) -> Result<()> {
    for row in registrations::live_of_date(tx, from, "")? {
        let answers = row.answers()?;
        let said = Said {
            number: row.number,
            member: row.member_id,
            email: row.email.as_deref(),
            name: &row.name,
            locale: row.locale(),
            size: row.size,
            state: row.state()?,
            show_name: row.show_name,
            answers: &answers,
            came: None,
        };
        registrations::insert(tx, to, "", &said, now)?;
    }
    Ok(())
}
