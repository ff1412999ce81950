//! What a weekly note would tell the host of some places: the dates of a week that are not over, and
//! what waits for them.

use chrono::{DateTime, TimeDelta, Utc};

use super::error::Result;
use crate::db::DbConnection;
use crate::domain::event::RegistrationMode;
use crate::domain::period::Period;
use crate::mail::host_week::{HostWeekNote, PlaceWeek, Waiting, WeekDate};
use crate::store::host_weeks::{self, HostDate};
use crate::store::places::PlaceRow;
use crate::store::{place_people, proposals, weekly_notes};

/// Dates of a place that are told; who has more looks at the page.
const MOST: i64 = 60;

/// How long somebody who joined is told of as new.
const NEW: TimeDelta = TimeDelta::days(7);

/// Proposals counted at most.
const MOST_PROPOSALS: i64 = 100;

pub fn host_week_note(
    conn: &mut DbConnection,
    places: &[PlaceRow],
    week: Period,
    now: DateTime<Utc>,
) -> Result<HostWeekNote> {
    let weeks = places.iter().map(|place| place_week(conn, place, week, now));
    Ok(HostWeekNote { week, places: weeks.collect::<Result<_>>()? })
}

/// The mark of the address where the dates of a place are.
pub(super) fn page_mark(place: i64) -> String {
    format!("week-{place}")
}

fn place_week(
    conn: &mut DbConnection,
    place: &PlaceRow,
    week: Period,
    now: DateTime<Utc>,
) -> Result<PlaceWeek> {
    let mut dates = host_weeks::dates(conn, place.id, week.range(place.zone()?), MOST)?;
    dates.retain(|date| date.ends_at > now);
    let counted = |some: usize| i64::try_from(some).unwrap_or(i64::MAX);
    let waiting = Waiting {
        asking: place_people::count_asking(conn, place.id)?,
        newcomers: counted(place_people::newcomers(conn, place.id, now - NEW)?.len()),
        proposals: counted(proposals::waiting(conn, place.id, MOST_PROPOSALS)?.len()),
        to_approve: weekly_notes::count_to_approve(conn, place.id, now)?,
    };
    Ok(PlaceWeek {
        name: place.name.clone(),
        slug: place.slug.clone(),
        dates: dates.into_iter().map(told).collect(),
        waiting,
        page: page_mark(place.id),
    })
}

fn told(date: HostDate) -> WeekDate {
    let path = match date.repeats {
        true => format!("/evenements/{}/{}", date.event_slug, date.key),
        false => format!("/evenements/{}", date.event_slug),
    };
    let registers = date.registration != RegistrationMode::None;
    WeekDate {
        id: date.id,
        path,
        title: date.title,
        span: date.span,
        status: date.status,
        confirmed: date.confirmed.is_some(),
        seats: registers.then_some((date.taken, date.waiting)),
        capacity: date.capacity,
    }
}
