//! The later dates of a series become an event of their own: who registered for one of them is
//! registered there.

use chrono::{DateTime, Utc};

use super::error::Result;
use super::registering::{Occasion, settle, take_registrations};
use crate::db::Transaction;
use crate::domain::registration::new_keys;
use crate::domain::schedule::OccurrenceKey;
use crate::store::{occurrences, registration_rules, registrations, seats};

/// Moves the registrations of `from` for `since` and later dates to the dates of `to` that took
/// their place, and the rules with them. Both events have their dates still, and `to` nobody
/// registered. Call it before the dates of `from` end: what stays there is told that it is off.
pub fn move_registrations(
    tx: &mut Transaction<'_>,
    from: i64,
    since: &OccurrenceKey,
    to: i64,
    now: DateTime<Utc>,
) -> Result<()> {
    let (first, second) = (from.min(to), from.max(to));
    seats::take_turn(tx, first)?;
    seats::take_turn(tx, second)?;
    let rules = registration_rules::of(tx, from)?;
    registration_rules::save(tx, to, &rules, now)?;
    let parse = |key: &String| OccurrenceKey::parse(key).filter(|key| key >= since);
    let later: Vec<OccurrenceKey> = registrations::keys(tx, from)?.iter().filter_map(parse).collect();
    let dates = occurrences::of_event(tx, to, now, i64::MAX)?;
    let dates: Vec<OccurrenceKey> = dates.into_iter().map(|date| date.key).collect();
    for (old, new) in new_keys(&later, &dates) {
        take_registrations(tx, from, &old, (to, &new))?;
        let occasion = Occasion::read(tx, to, Some(&new), now)?;
        settle(tx, &occasion, now)?;
    }
    Ok(())
}
