//! What is one member's own among all that is announced: what they go to, and what they host.

use chrono::{DateTime, Utc};
use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::event_places;
use super::events::key;
use crate::db::schema::{event_hosts, events, occurrences, registrations, schedules};
use crate::db::{DbConnection, Result, UtcInstant};
use crate::domain::registration::RegistrationState;
use crate::domain::schedule::OccurrenceKey;

/// Events of which a date touches `[from, to)` and that the member holds: by name, or as host of a
/// place (`held`) where nobody is named. Withdrawn ones too, as long as feeds tell of them.
pub fn hosted(
    conn: &mut DbConnection,
    member: i64,
    held: &[i64],
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<i64>> {
    let in_range = events::table
        .inner_join(schedules::table)
        .filter(schedules::last_ends_at.ge(UtcInstant(from)))
        .filter(schedules::first_starts_at.lt(UtcInstant(to)))
        .filter(events::withdrawn_at.is_null().or(events::withdrawn_at.ge(UtcInstant(from))))
        .select(events::id);
    let named = event_hosts::table.filter(event_hosts::member_id.eq(member)).select(event_hosts::event_id);
    let mut ids: Vec<i64> = in_range.filter(events::id.eq_any(named)).load(conn)?;
    let anyone = event_hosts::table.filter(event_hosts::event_id.eq(events::id));
    let nobody_named = in_range.filter(not(exists(anyone)));
    ids.extend(nobody_named.filter(events::place_id.eq_any(held)).load::<i64>(conn)?);
    let shared = event_places::with_places(conn, held, from)?;
    if !shared.is_empty() {
        ids.extend(nobody_named.filter(events::id.eq_any(shared)).load::<i64>(conn)?);
    }
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

/// A date that the member has registered for, or a whole series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Going {
    pub event_id: i64,
    /// `None`: all dates.
    pub key: Option<OccurrenceKey>,
    pub changed_at: DateTime<Utc>,
}

/// Where the member has a seat, past ones too. A date that its event no longer has is left out,
/// unless the whole event was withdrawn.
pub fn going(conn: &mut DbConnection, member: i64) -> Result<Vec<Going>> {
    let date = occurrences::event_id
        .eq(registrations::event_id)
        .and(occurrences::occurrence_key.eq(registrations::occurrence_key));
    let rows: Vec<(i64, String, UtcInstant)> = registrations::table
        .inner_join(events::table)
        .left_join(occurrences::table.on(date))
        .filter(registrations::member_id.eq(member))
        .filter(registrations::state.eq(RegistrationState::Confirmed.code()))
        .filter(
            registrations::occurrence_key
                .eq("")
                .or(occurrences::id.is_not_null())
                .or(events::withdrawn_at.is_not_null()),
        )
        .order((registrations::event_id, registrations::occurrence_key))
        .select((registrations::event_id, registrations::occurrence_key, registrations::changed_at))
        .load(conn)?;
    let parsed = |(event_id, text, changed_at): (i64, String, UtcInstant)| {
        let key = (!text.is_empty()).then(|| key(&text)).transpose()?;
        Ok(Going { event_id, key, changed_at: changed_at.0 })
    };
    rows.into_iter().map(parsed).collect()
}

/// The coming dates that the member has registered for, in order and each once: the id in
/// `occurrences`, and where the registration stands.
pub fn coming(
    conn: &mut DbConnection,
    member: i64,
    now: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<(i64, RegistrationState)>> {
    let date = occurrences::event_id.eq(registrations::event_id).and(
        registrations::occurrence_key
            .eq("")
            .or(registrations::occurrence_key.eq(occurrences::occurrence_key)),
    );
    let live = RegistrationState::ALL.iter().filter(|state| state.is_live()).map(|state| state.code());
    let rows: Vec<(i64, String)> = registrations::table
        .inner_join(occurrences::table.on(date))
        .filter(registrations::member_id.eq(member))
        .filter(registrations::state.eq_any(live.collect::<Vec<_>>()))
        .filter(occurrences::ends_at.gt(UtcInstant(now)))
        .order((occurrences::starts_at, occurrences::id))
        .limit(limit)
        .select((occurrences::id, registrations::state))
        .load(conn)?;
    let known = |state: String| super::known("registration state", &state, RegistrationState::from_code);
    let mut coming = rows
        .into_iter()
        .map(|(id, state)| Ok((id, known(state)?)))
        .collect::<Result<Vec<(i64, RegistrationState)>>>()?;
    // Once for the date and once for the series.
    coming.dedup_by_key(|(id, _)| *id);
    Ok(coming)
}
