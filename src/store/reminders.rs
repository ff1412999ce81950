//! Reminders: what each member chose, of which dates people were reminded, and whom a date concerns.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::events::{key, span};
use crate::db::schema::{date_reminders, registrations, reminder_choices};
use crate::db::{DbConnection, Error, Instant, Result, UtcInstant};
use crate::domain::event::EventStatus;
use crate::domain::registration::RegistrationState;
use crate::domain::reminder::{ReminderChoices, ReminderKind};
use crate::domain::schedule::{OccurrenceKey, Span};
use crate::store::registrations::RegistrationRow;

/// What a member chose.
pub fn choices(conn: &mut DbConnection, member: i64) -> Result<ReminderChoices> {
    let row: Option<(bool, bool)> = reminder_choices::table
        .find(member)
        .select((reminder_choices::day_before, reminder_choices::two_hours_before))
        .first(conn)
        .optional()?;
    Ok(row.map(chosen).unwrap_or_default())
}

fn chosen((day_before, two_hours_before): (bool, bool)) -> ReminderChoices {
    ReminderChoices { day_before, two_hours_before }
}

pub fn save_choices(
    conn: &mut DbConnection,
    member: i64,
    choices: ReminderChoices,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::delete(reminder_choices::table.find(member)).execute(conn)?;
    diesel::insert_into(reminder_choices::table)
        .values((
            reminder_choices::member_id.eq(member),
            reminder_choices::day_before.eq(choices.day_before),
            reminder_choices::two_hours_before.eq(choices.two_hours_before),
            reminder_choices::changed_at.eq(UtcInstant(now)),
        ))
        .execute(conn)?;
    Ok(())
}

/// A date that takes place and for which somebody has a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatedDate {
    pub event_id: i64,
    pub key: OccurrenceKey,
    pub starts_at: DateTime<Utc>,
    pub span: Span,
    pub zone: Tz,
}

#[derive(QueryableByName)]
struct SeatedRow {
    #[diesel(sql_type = BigInt)]
    event_id: i64,
    #[diesel(sql_type = Text)]
    occurrence_key: String,
    #[diesel(sql_type = Instant)]
    starts_at: UtcInstant,
    #[diesel(sql_type = Text)]
    span_start: String,
    #[diesel(sql_type = Text)]
    span_end: String,
    #[diesel(sql_type = Text)]
    zone: String,
}

/// Dates that begin in `(from, to]` and of which nobody was reminded in this way, soonest first.
pub fn seated_dates(
    conn: &mut DbConnection,
    kind: ReminderKind,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<SeatedDate>> {
    let rows: Vec<SeatedRow> = diesel::sql_query(
        "SELECT o.event_id, o.occurrence_key, o.starts_at, o.span_start, o.span_end, s.zone \
         FROM occurrences o JOIN schedules s ON s.event_id = o.event_id \
         WHERE o.starts_at > $1 AND o.starts_at <= $2 AND o.status <> $3 AND o.status <> $4 \
         AND EXISTS (SELECT 1 FROM seats t WHERE t.event_id = o.event_id \
             AND t.occurrence_key IN ('', o.occurrence_key) AND t.taken > 0) \
         AND NOT EXISTS (SELECT 1 FROM date_reminders r WHERE r.event_id = o.event_id \
             AND r.occurrence_key = o.occurrence_key AND r.kind = $5 AND r.starts_at = o.starts_at) \
         ORDER BY o.starts_at, o.id",
    )
    .bind::<Instant, _>(UtcInstant(from))
    .bind::<Instant, _>(UtcInstant(to))
    .bind::<Text, _>(EventStatus::Cancelled.code())
    .bind::<Text, _>(EventStatus::Postponed.code())
    .bind::<Text, _>(kind.code())
    .load(conn)?;
    rows.into_iter().map(parse).collect()
}

fn parse(row: SeatedRow) -> Result<SeatedDate> {
    Ok(SeatedDate {
        event_id: row.event_id,
        key: key(&row.occurrence_key)?,
        starts_at: row.starts_at.0,
        span: span(&row.span_start, &row.span_end)?,
        zone: row.zone.parse().map_err(|_| Error::corrupt("zone", &row.zone))?,
    })
}

/// Takes the reminders of a date upon oneself; `false` when another process has.
pub fn claim(conn: &mut DbConnection, kind: ReminderKind, date: &SeatedDate) -> Result<bool> {
    let written = diesel::sql_query(
        "INSERT INTO date_reminders (event_id, occurrence_key, kind, starts_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (event_id, occurrence_key, kind, starts_at) DO NOTHING",
    )
    .bind::<BigInt, _>(date.event_id)
    .bind::<Text, _>(date.key.as_str())
    .bind::<Text, _>(kind.code())
    .bind::<Instant, _>(UtcInstant(date.starts_at))
    .execute(conn)?;
    Ok(written == 1)
}

/// Who has a seat at a date and wants this reminder, by number: those who registered for it, or for
/// the whole series, and whose registration is as it was when the reminder became due.
pub fn to_remind(
    conn: &mut DbConnection,
    kind: ReminderKind,
    date: &SeatedDate,
    due_at: DateTime<Utc>,
) -> Result<Vec<RegistrationRow>> {
    let rows: Vec<RegistrationRow> = registrations::table
        .filter(registrations::event_id.eq(date.event_id))
        .filter(registrations::occurrence_key.eq_any(["", date.key.as_str()]))
        .filter(registrations::state.eq(RegistrationState::Confirmed.code()))
        .filter(registrations::email.is_not_null())
        .filter(registrations::changed_at.le(UtcInstant(due_at)))
        .order(registrations::number)
        .select(RegistrationRow::as_select())
        .load(conn)?;
    let members: Vec<i64> = rows.iter().filter_map(|row| row.member_id).collect();
    let mut choices: HashMap<i64, ReminderChoices> = HashMap::new();
    for some in members.chunks(5_000) {
        let found: Vec<(i64, bool, bool)> = reminder_choices::table
            .filter(reminder_choices::member_id.eq_any(some))
            .select((
                reminder_choices::member_id,
                reminder_choices::day_before,
                reminder_choices::two_hours_before,
            ))
            .load(conn)?;
        choices.extend(found.into_iter().map(|(member, day, hours)| (member, chosen((day, hours)))));
    }
    let wants = |row: &RegistrationRow| {
        let own = row.member_id.and_then(|member| choices.get(&member).copied());
        own.unwrap_or_default().wants(kind)
    };
    Ok(rows.into_iter().filter(wants).collect())
}

/// Forgets which dates before an instant people were reminded of; gives how many, at most `part`.
pub fn forget(conn: &mut DbConnection, before: DateTime<Utc>, part: i64) -> Result<usize> {
    let Some(until) = date_reminders::table
        .filter(date_reminders::starts_at.lt(UtcInstant(before)))
        .order(date_reminders::starts_at)
        .limit(part)
        .select(date_reminders::starts_at)
        .load::<UtcInstant>(conn)?
        .pop()
    else {
        return Ok(0);
    };
    Ok(diesel::delete(date_reminders::table.filter(date_reminders::starts_at.le(until))).execute(conn)?)
}
