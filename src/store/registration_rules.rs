//! What each event asks of those who register.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::events::{self, EventRow};
use super::occurrences::{self, Occurrence};
use crate::db::schema::registration_rules;
use crate::db::{DbConnection, Error, Result, UtcInstant};
use crate::domain::event::{Override, effective_status};
use crate::domain::registration::{RegistrationRules, Terms};
use crate::domain::schedule::OccurrenceKey;

#[derive(Queryable, Selectable)]
#[diesel(table_name = registration_rules)]
struct RulesRow {
    group_max: i32,
    waitlist: bool,
    members_only: bool,
    whole_series: bool,
    questions: String,
}

/// The rules of an event; the defaults where none were set.
pub fn of(conn: &mut DbConnection, event: i64) -> Result<RegistrationRules> {
    let row: Option<RulesRow> =
        registration_rules::table.find(event).select(RulesRow::as_select()).first(conn).optional()?;
    let Some(row) = row else { return Ok(RegistrationRules::default()) };
    Ok(RegistrationRules {
        group_max: row.group_max,
        waitlist: row.waitlist,
        members_only: row.members_only,
        whole_series: row.whole_series,
        questions: serde_json::from_str(&row.questions)
            .map_err(|e| Error::corrupt("registration questions", e.to_string()))?,
    })
}

/// Writes the rules of an event over what was there.
pub fn save(
    conn: &mut DbConnection,
    event: i64,
    rules: &RegistrationRules,
    now: DateTime<Utc>,
) -> Result<()> {
    let questions = serde_json::to_string(&rules.questions)
        .map_err(|e| Error::corrupt("registration questions", e.to_string()))?;
    diesel::delete(registration_rules::table.find(event)).execute(conn)?;
    diesel::insert_into(registration_rules::table)
        .values((
            registration_rules::event_id.eq(event),
            registration_rules::group_max.eq(rules.group_max),
            registration_rules::waitlist.eq(rules.waitlist),
            registration_rules::members_only.eq(rules.members_only),
            registration_rules::whole_series.eq(rules.whole_series),
            registration_rules::questions.eq(questions),
            registration_rules::changed_at.eq(UtcInstant(now)),
        ))
        .execute(conn)?;
    Ok(())
}

/// What one registers for, as it stands now.
#[derive(Clone, Debug)]
pub struct Offered {
    /// `None`: the whole series.
    pub key: Option<OccurrenceKey>,
    /// The date; of a series the next one, or the last when all are over.
    pub date: Occurrence,
    /// What differs for the date.
    pub change: Option<Override>,
    pub terms: Terms,
}

impl Offered {
    /// As registrations and seats store it.
    pub fn stored_key(&self) -> &str {
        self.key.as_ref().map(OccurrenceKey::as_str).unwrap_or_default()
    }
}

/// What one registers for at an address: the date named, else the whole series where the rules say
/// so, else the next date (or the last). An error of "not found" when there is none.
pub fn offered(
    conn: &mut DbConnection,
    event: &EventRow,
    asked: Option<&OccurrenceKey>,
    now: DateTime<Utc>,
) -> Result<Offered> {
    let rules = of(conn, event.id)?;
    let date = match asked.filter(|_| !rules.whole_series) {
        Some(key) => occurrences::by_key(conn, event.id, key)?,
        None => next_or_last(conn, event.id, now)?,
    };
    let last_ends_at = match rules.whole_series {
        true => occurrences::last_end(conn, event.id)?.unwrap_or(date.ends_at),
        false => date.ends_at,
    };
    let overrides = events::overrides(conn, event.id)?;
    let change = overrides.into_iter().map(|stored| stored.change).find(|change| change.key == date.key);
    let own = change.as_ref().filter(|_| !rules.whole_series);
    let terms = Terms {
        mode: event.registration()?,
        status: match rules.whole_series {
            true => event.status()?,
            false => effective_status(event.status()?, own),
        },
        capacity: own.and_then(|change| change.capacity).or(event.capacity),
        closes_at: date.starts_at - chrono::TimeDelta::hours(event.registration_closes_hours.into()),
        ends_at: last_ends_at,
        rules,
    };
    let key = (!terms.rules.whole_series).then(|| date.key.clone());
    Ok(Offered { key, date, change, terms })
}

fn next_or_last(conn: &mut DbConnection, event: i64, now: DateTime<Utc>) -> Result<Occurrence> {
    let next = occurrences::of_event(conn, event, now, 1)?.into_iter().next();
    match next {
        Some(date) => Ok(date),
        None => occurrences::last_before(conn, event, now)?.ok_or(Error::NotFound),
    }
}
