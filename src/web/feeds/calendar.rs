//! A filter's events as one iCalendar text.

use chrono::{DateTime, Days, Months, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;

use crate::calendar_entry::{Entry, Words, event_text};
use crate::db::Scope;
use crate::domain::agenda::AgendaFilter;
use crate::domain::period::{instant_of, local_of};
use crate::i18n;
use crate::ical::{CalendarHead, write_calendar};
use crate::store::agenda::Narrowed;
use crate::store::feeds::{self, FeedContent, FeedEntry, FeedQuery};
use crate::web::answer::Desk;
use crate::web::asked::{local, with_query};
use crate::web::error::Result;
use crate::web::kept::Made;
use crate::web::rows::say;
use crate::web::subscribe::feed_path;

/// The most events of one feed: beyond, the nearest in time.
pub const MOST_EVENTS: usize = 5_000;
const BACK: Days = Days::new(60);
const AHEAD: Months = Months::new(18);
/// The window moves at this time of the night, so that bytes stand still in between.
const MOVES_AT: TimeDelta = TimeDelta::hours(3);

pub const CONTENT_TYPE: &str = "text/calendar; charset=utf-8";
pub const CACHE_CONTROL: &str = "public, max-age=900";

/// From when to when a feed reaches, and when that last moved and next moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    pub range: (DateTime<Utc>, DateTime<Utc>),
    pub moved_at: DateTime<Utc>,
    pub moves_at: DateTime<Utc>,
}

impl Window {
    /// What the feed of a filter asks of the store.
    fn query<'a>(&self, asked: &'a Narrowed, now: DateTime<Utc>) -> FeedQuery<'a> {
        FeedQuery { asked, window: self.range, now, around: self.moved_at, limit: MOST_EVENTS }
    }

    /// The window that holds at `now` for a network in `zone`.
    pub fn at(now: DateTime<Utc>, zone: Tz) -> Self {
        let day = (local_of(now, zone) - MOVES_AT).date();
        let night = |day: chrono::NaiveDate| instant_of(day.and_time(NaiveTime::MIN) + MOVES_AT, zone);
        let midnight = |day: chrono::NaiveDate| instant_of(day.and_time(NaiveTime::MIN), zone);
        let from = day.checked_sub_days(BACK).unwrap_or(day);
        let to = day.checked_add_months(AHEAD).unwrap_or(day);
        Self {
            range: (midnight(from), midnight(to)),
            moved_at: night(day),
            moves_at: night(day.succ_opt().unwrap_or(day)),
        }
    }
}

/// Whether the feed of a filter leaves events out.
pub fn is_bounded(desk: &mut Desk<'_>, asked: &Narrowed) -> Result<bool> {
    let window = Window::at(desk.now, desk.network.zone);
    let query = window.query(asked, desk.now);
    let backend = desk.backend();
    Ok(feeds::exceeds_limit(desk.conn, backend, &query)?)
}

/// The whole feed of a filter, under its name.
pub fn feed(desk: &mut Desk<'_>, name: &str, asked: &Narrowed, scope: Scope) -> Result<Made> {
    let window = Window::at(desk.now, desk.network.zone);
    let query = window.query(asked, desk.now);
    let backend = desk.backend();
    let content = feeds::content(desk.conn, backend, &query)?;
    let locale = desk.locale();
    let mut description = say(locale, "feed-description", "network", desk.network.name.clone());
    if content.bounded {
        description = format!("{description} {}", i18n::text(locale, "feed-bounded"));
    }
    let body = write(desk, name, &description, asked, &content)?;
    Ok(Made {
        content_type: CONTENT_TYPE,
        cache_control: CACHE_CONTROL,
        body,
        scope,
        valid_until: valid_until(asked, &window, desk.now),
        last_modified: last_modified(asked, &content, &window),
        noindex: false,
    })
}

/// "Still open for registration" changes by the hour; all else stands until the window moves.
fn valid_until(asked: &Narrowed, window: &Window, now: DateTime<Utc>) -> DateTime<Utc> {
    match asked.filter.registrable {
        true => (now + TimeDelta::minutes(15)).min(window.moves_at),
        false => window.moves_at,
    }
}

/// When anything of the feed last changed. `None` under a filter that an event can leave without a
/// trace in what remains: a wrong 304 is worse than none, and the entity tag is there.
fn last_modified(asked: &Narrowed, content: &FeedContent, window: &Window) -> Option<DateTime<Utc>> {
    let AgendaFilter { place, territory, .. } = &asked.filter;
    let kept = AgendaFilter { place: place.clone(), territory: territory.clone(), ..AgendaFilter::default() };
    let whole = asked.filter == kept && !content.bounded;
    whole.then(|| last_change(content).map_or(window.moved_at, |at| at.max(window.moved_at)))
}

fn write(
    desk: &Desk<'_>,
    name: &str,
    description: &str,
    asked: &Narrowed,
    content: &FeedContent,
) -> Result<String> {
    let locale = desk.locale();
    let mut zones: Vec<Tz> = Vec::new();
    let mut texts = Vec::with_capacity(content.entries.len());
    let mut words = Words::default();
    for stored in &content.entries {
        let Some(place) = content.places.get(&stored.event.place_id) else { continue };
        let entry = Entry {
            stored,
            place,
            origin: desk.origin(),
            host: &desk.network.host,
            locale,
            taking_part: None,
        };
        let schedule = stored.schedule.schedule()?;
        if !zones.contains(&schedule.zone) {
            zones.push(schedule.zone);
        }
        texts.push(event_text(&entry, &schedule, &mut words)?);
    }
    let source_url = format!("{}{}", desk.origin(), feed_path(locale, &asked.filter));
    let page = with_query(&local(locale, "/agenda"), &asked.filter.pairs());
    let head = CalendarHead {
        name,
        description,
        source_url: &source_url,
        page_url: &format!("{}{page}", desk.origin()),
        locale,
        zone: desk.network.zone,
        color: "",
    };
    Ok(write_calendar(&head, &zones, texts.iter().map(String::as_str)))
}

/// The last change of anything that the feed shows.
fn last_change(content: &FeedContent) -> Option<DateTime<Utc>> {
    content.entries.iter().map(|entry| entry_change(entry, content)).max()
}

fn entry_change(entry: &FeedEntry, content: &FeedContent) -> DateTime<Utc> {
    let place = content.places.get(&entry.event.place_id).map(|place| place.whereabouts_changed_at.0);
    let overrides = entry.overrides.iter().map(|change| change.changed_at);
    overrides.chain(place).fold(entry.event.changed_at.0, DateTime::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_moves_once_a_night() {
        let paris = chrono_tz::Europe::Paris;
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let before = Window::at(at("2026-03-29T00:59:59Z"), paris);
        let after = Window::at(at("2026-03-29T01:00:00Z"), paris);
        assert_eq!(before.moves_at, at("2026-03-29T01:00:00Z"), "03:00 on the day of the change of hour");
        assert_eq!(after.moved_at, before.moves_at);
        assert_eq!(after.range.0, at("2026-01-27T23:00:00Z"));
        assert_eq!(after.range.1, at("2027-09-28T22:00:00Z"));
        assert_eq!(Window::at(at("2026-03-30T00:59:59Z"), paris), after);
    }
}
