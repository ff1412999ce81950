//! Works out the dates of an event and makes the stored ones equal to them. Idempotent: a date
//! that stays keeps its row and its address.

use std::borrow::Cow;

use chrono::{DateTime, Months, NaiveDate, TimeDelta, Utc};

use super::error::Result;
use crate::db::{DbConnection, Transaction, UtcInstant};
use crate::domain::event::{EventStatus, Override, RegistrationMode, effective_status, with_seats};
use crate::domain::period::instants_of;
use crate::domain::recurrence::{Expansion, Holidays, PlannedOccurrence, SkipReason, expand};
use crate::domain::schedule::{End, OccurrenceKey, Recurrence, Rule, Schedule, SchoolHolidays};
use crate::domain::school::SchoolCalendar;
use crate::store::events::{self, EventRow, WorkedOut};
use crate::store::holidays;
use crate::store::occurrences::{self, OccurrenceValues};
use crate::store::places::PlaceRow;
use crate::store::seats;

/// How far ahead dates are worked out.
const HORIZON: Months = Months::new(24);

/// The last local date to work out when today is that of `now`.
pub fn horizon(now: DateTime<Utc>) -> NaiveDate {
    let today = now.date_naive();
    today.checked_add_months(HORIZON).unwrap_or(today)
}

/// What working out an event's dates changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reworked {
    /// Any stored date.
    pub dates: bool,
    /// What a feed publishes as EXDATE or RDATE, which a subscriber must be told of.
    pub published: bool,
}

pub fn work_out_dates(
    tx: &mut Transaction<'_>,
    event: &EventRow,
    place: &PlaceRow,
    schedule: &Schedule,
    overrides: &[Override],
    through: NaiveDate,
) -> Result<Reworked> {
    let expansion = plan_dates(tx, place, schedule, overrides, through)?;
    let full = seats::full_keys(tx, event.id)?;
    let rows = rows(event, place, overrides, &full, &expansion)?;
    let changed = occurrences::reconcile(tx, event.id, &rows)?;
    let skipped: Vec<(OccurrenceKey, String)> =
        expansion.skipped.iter().map(|s| (s.key.clone(), reason(&s.reason))).collect();
    let worked_out = WorkedOut {
        extent: extent(schedule, &expansion),
        skipped: &skipped,
        through: more_to_come(schedule, &expansion, through),
    };
    let skips_changed = events::save_schedule(tx, event.id, schedule, &worked_out)?;
    Ok(Reworked {
        dates: changed > 0,
        published: skips_changed || (schedule.is_published_by_dates() && changed > 0),
    })
}

/// The dates that a schedule has at a place, up to `through`; writes nothing.
pub fn plan_dates(
    conn: &mut DbConnection,
    place: &PlaceRow,
    schedule: &Schedule,
    overrides: &[Override],
    through: NaiveDate,
) -> Result<Expansion> {
    let school = school_calendar(conn, schedule)?;
    let around = Holidays { territory: &place.territory, school_zone: place.school_zone(), school: &school };
    Ok(expand(schedule, overrides, &around, through))
}

/// The school holidays, where a schedule looks at them.
fn school_calendar(conn: &mut DbConnection, schedule: &Schedule) -> Result<Cow<'static, SchoolCalendar>> {
    let matters = schedule.recurrence.as_ref().is_some_and(|r| r.school_holidays != SchoolHolidays::Ignore);
    if !matters {
        return Ok(Cow::Borrowed(SchoolCalendar::built_in()));
    }
    Ok(holidays::calendar(conn)?)
}

fn rows(
    event: &EventRow,
    place: &PlaceRow,
    overrides: &[Override],
    full: &[String],
    expansion: &Expansion,
) -> Result<Vec<OccurrenceValues>> {
    let status = event.status()?;
    let registration = event.registration()?;
    let row = |planned: &PlannedOccurrence| {
        let change = overrides.iter().find(|change| change.key == planned.key);
        let is_full = full.iter().any(|key| key.is_empty() || key == planned.key.as_str());
        let status = with_seats(effective_status(status, change), is_full);
        let (span_start, span_end) = planned.span.ends();
        OccurrenceValues {
            event_id: event.id,
            occurrence_key: planned.key.to_string(),
            starts_at: UtcInstant(planned.starts_at),
            ends_at: UtcInstant(planned.ends_at),
            span_start,
            span_end,
            status: status.code().to_owned(),
            place_id: place.id,
            territory: place.territory.clone(),
            kind: event.kind.clone(),
            brick: event.brick.clone(),
            free: event.price_cents == Some(0),
            accessibility: event.accessibility.clone(),
            registration_closes_at: closes_at(
                registration,
                event.registration_closes_hours,
                status,
                planned.starts_at,
            )
            .map(UtcInstant),
            multi_day: planned.span.last_day() > planned.span.first_day(),
        }
    };
    Ok(expansion.occurrences.iter().map(row).collect())
}

/// Until when one gets a seat at a date; `None` where one cannot.
pub(super) fn closes_at(
    mode: RegistrationMode,
    hours: i32,
    status: EventStatus,
    starts_at: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let open = mode != RegistrationMode::None && status.takes_place() && status != EventStatus::Full;
    open.then(|| starts_at - TimeDelta::hours(hours.into()))
}

/// From the start of the first date to the end of the last one worked out.
fn extent(schedule: &Schedule, expansion: &Expansion) -> (DateTime<Utc>, DateTime<Utc>) {
    let (mut first, mut last) = instants_of(&schedule.span, schedule.zone);
    for planned in &expansion.occurrences {
        first = first.min(planned.starts_at);
        last = last.max(planned.ends_at);
    }
    (first, last)
}

/// Until when the dates are worked out, when a later horizon could bring more.
fn more_to_come(schedule: &Schedule, expansion: &Expansion, through: NaiveDate) -> Option<NaiveDate> {
    let Recurrence { rule, end, .. } = schedule.recurrence.as_ref()?;
    let known = expansion.occurrences.len() + expansion.skipped.len();
    let ended = match (rule, end) {
        (Rule::Dates { dates }, _) => dates.iter().all(|date| *date <= through),
        (_, End::Never) => expansion.truncated,
        (_, End::Until(last)) => *last <= through,
        (_, End::Count(count)) => usize::try_from(*count).is_ok_and(|count| known >= count),
    };
    (!ended).then_some(through)
}

/// The skip's reason as stored: a code, for holidays with their name behind a colon.
fn reason(reason: &SkipReason) -> String {
    match reason {
        SkipReason::Excluded => "excluded".to_owned(),
        SkipReason::PublicHoliday(holiday) => format!("public-holiday:{}", holiday.code()),
        SkipReason::SchoolHoliday { name } => format!("school-holiday:{name}"),
        SkipReason::OutsideSchoolHolidays => "outside-school-holidays".to_owned(),
        SkipReason::Paused => "paused".to_owned(),
    }
}
