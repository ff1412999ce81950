//! Whether the door of a place is open now, and until when the answer holds: its stored hours, the
//! holidays of its territory, its closures, what its host said at the door, and its own clock taken
//! together.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use chrono::{DateTime, Days, NaiveDateTime, NaiveTime, Utc};
use chrono_tz::Tz;
use quick_cache::sync::Cache;

use super::parts::{Badge, Tone};
use super::wording::capitalised;
use crate::db::{self, DbConnection};
use crate::domain::door::DoorSign;
use crate::domain::holidays::public_holiday;
use crate::domain::opening_hours::{Calendar, DayNote, OpenState, OpeningHours};
use crate::domain::period::{instant_of, local_of};
use crate::domain::schedule::SchoolZone;
use crate::domain::school::SchoolCalendar;
use crate::i18n::{Locale, opening};
use crate::store::closures::{self, ClosedDays};
use crate::store::doors::{self, DoorRow};
use crate::store::holidays;
use crate::store::places::{PlaceRow, Standing};

/// Texts of hours that were read, shared by all requests; `None`: not readable.
static READ: LazyLock<Cache<String, Option<Arc<OpeningHours>>>> = LazyLock::new(|| Cache::new(1_000));

/// The hours in a stored text; `None` when it is empty or cannot be read.
pub fn read(text: &str) -> Option<Arc<OpeningHours>> {
    if text.is_empty() {
        return None;
    }
    if let Some(known) = READ.get(text) {
        return known;
    }
    let hours = OpeningHours::parse(text).ok().map(Arc::new);
    READ.insert(text.to_owned(), hours.clone());
    hours
}

/// What of a place its door depends on.
#[derive(Clone, Copy, Debug)]
pub struct Where<'a> {
    pub id: i64,
    pub territory: &'a str,
    pub zone: Tz,
    pub school_zone: Option<SchoolZone>,
}

impl<'a> From<&'a PlaceRow> for Where<'a> {
    fn from(row: &'a PlaceRow) -> Self {
        Self::of(row.id, &row.territory, &row.zone, row.school_zone.as_deref())
    }
}

impl<'a> From<&'a Standing> for Where<'a> {
    fn from(row: &'a Standing) -> Self {
        Self::of(row.id, &row.territory, &row.zone, row.school_zone.as_deref())
    }
}

impl<'a> Where<'a> {
    fn of(id: i64, territory: &'a str, zone: &str, school_zone: Option<&str>) -> Self {
        let zone = zone.parse().unwrap_or(Tz::Europe__Paris);
        Self { id, territory, zone, school_zone: school_zone.and_then(SchoolZone::from_code) }
    }
}

/// The door of one place at one instant.
#[derive(Clone, Debug)]
pub struct Door {
    state: OpenState,
    /// The place's local time.
    local: NaiveDateTime,
    /// When its badge says something else: a change of the hours, or the place's midnight.
    pub changes_at: DateTime<Utc>,
}

impl Door {
    pub fn is_open(&self) -> bool {
        self.state.is_open()
    }

    /// "Ouvert maintenant, jusqu’à 18 h".
    pub fn badge(&self, locale: Locale) -> Badge {
        let tone = match self.state {
            OpenState::Open { .. } => Tone::Good,
            OpenState::Closed { .. } => Tone::Calm,
            OpenState::Unknown { .. } => Tone::Warn,
        };
        Badge { label: capitalised(&opening::state(locale, &self.state, self.local)), tone }
    }
}

/// The doors of many places at one instant.
pub struct Doors {
    now: DateTime<Utc>,
    school: Cow<'static, SchoolCalendar>,
    closed: ClosedDays,
    signs: HashMap<i64, DoorRow>,
}

/// How many days around today the closures of a place are looked at: the week that has begun, and
/// as far ahead as hours are told.
const CLOSURES_FROM_DAYS: u64 = 8;
const CLOSURES_TO_DAYS: u64 = 24;

impl Doors {
    /// For these places, with these texts of hours: school holidays are only asked for when one
    /// names them.
    pub fn at<'t>(
        conn: &mut DbConnection,
        now: DateTime<Utc>,
        places: &[i64],
        texts: impl IntoIterator<Item = &'t str>,
    ) -> db::Result<Self> {
        let named = texts.into_iter().any(|text| text.contains("SH"));
        let school =
            if named { holidays::calendar(conn)? } else { Cow::Borrowed(SchoolCalendar::built_in()) };
        let today = now.date_naive();
        let days = today - Days::new(CLOSURES_FROM_DAYS)..=today + Days::new(CLOSURES_TO_DAYS);
        let closed = closures::touching(conn, places, &days)?;
        Ok(Self { now, school, closed, signs: doors::holding(conn, places, now)? })
    }

    /// The door of a place; `None` when nothing is known of it: no hours, no closure, no sign.
    pub fn of(&self, row: &PlaceRow) -> Option<Door> {
        let place = Where::from(row);
        let local = self.local(place);
        let hours = read(&row.opening_hours);
        let midnight = (local.date() + Days::new(1)).and_time(NaiveTime::MIN);
        let (state, change) = self.with_calendar(place, |calendar| {
            if let Some((sign, until)) = self.sign(place) {
                return Some((sign.state(until, hours.as_deref(), calendar), Some(until)));
            }
            match &hours {
                Some(hours) => Some(hours.state_and_change(local, calendar)),
                None => calendar
                    .closures
                    .iter()
                    .any(|days| days.contains(&local.date()))
                    .then_some((OpenState::Closed { opens: None, because: Some(DayNote::Closure) }, None)),
            }
        })?;
        let changes_at = instant_of(change.map_or(midnight, |change| change.min(midnight)), place.zone);
        Some(Door { state, local, changes_at })
    }

    /// Whether a place is certainly open.
    pub fn is_open(&self, row: &Standing) -> bool {
        let place = Where::from(row);
        if let Some((sign, _)) = self.sign(place) {
            return sign == DoorSign::Open;
        }
        let local = self.local(place);
        self.with_calendar(place, |calendar| {
            read(&row.opening_hours).is_some_and(|hours| hours.is_open_at(local, calendar))
        })
    }

    /// What the host said at the door, and until when in the place's local time.
    fn sign(&self, place: Where<'_>) -> Option<(DoorSign, NaiveDateTime)> {
        let row = self.signs.get(&place.id)?;
        Some((row.sign().ok()?, local_of(row.holds_until.0, place.zone)))
    }

    /// The place's local time.
    pub fn local(&self, place: Where<'_>) -> NaiveDateTime {
        local_of(self.now, place.zone)
    }

    /// Asks something of hours with the holidays and the closures of a place around them.
    pub fn with_calendar<T>(&self, place: Where<'_>, ask: impl FnOnce(&Calendar<'_>) -> T) -> T {
        let public = |date| public_holiday(date, place.territory).is_some();
        let school = |date| place.school_zone.is_some_and(|zone| self.school.period_on(zone, date).is_some());
        let closures = self.closed.get(&place.id).map(Vec::as_slice).unwrap_or_default();
        ask(&Calendar { public_holiday: &public, school_holiday: &school, closures })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::UtcInstant;

    const DROME: Where<'static> =
        Where { id: 1, territory: "26", zone: Tz::Europe__Paris, school_zone: Some(SchoolZone::A) };

    fn standing(text: &str, territory: &str, zone: &str) -> Standing {
        Standing {
            id: 1,
            lat: None,
            lon: None,
            territory: territory.to_owned(),
            zone: zone.to_owned(),
            school_zone: Some("A".to_owned()),
            opening_hours: text.to_owned(),
        }
    }

    fn doors(at: &str) -> Doors {
        Doors {
            now: at.parse().unwrap(),
            school: Cow::Borrowed(SchoolCalendar::built_in()),
            closed: ClosedDays::new(),
            signs: HashMap::new(),
        }
    }

    #[test]
    fn a_door_is_open_by_its_own_clock_and_holidays() {
        let usual = "Mo-Fr 09:00-18:00; PH off";
        for (at, text, territory, zone, open) in [
            // Tuesday 7 July 2026, 10:00 in Paris and 12:00 in La Réunion.
            ("2026-07-07T08:00:00Z", usual, "26", "Europe/Paris", true),
            ("2026-07-07T06:00:00Z", usual, "26", "Europe/Paris", false),
            ("2026-07-07T06:00:00Z", usual, "974", "Indian/Reunion", true),
            // The abolition of slavery is kept in La Réunion alone (20 December 2027, a Monday).
            ("2027-12-20T09:00:00Z", usual, "974", "Indian/Reunion", false),
            ("2027-12-20T09:00:00Z", usual, "26", "Europe/Paris", true),
            // Tuesday 14 July: of which the second text is silent, so nobody knows.
            ("2026-07-14T08:00:00Z", usual, "26", "Europe/Paris", false),
            ("2026-07-14T08:00:00Z", "Mo-Fr 09:00-18:00", "26", "Europe/Paris", false),
            // In the summer holidays of zone A.
            ("2026-07-15T08:00:00Z", "Mo-Fr 09:00-18:00; SH off", "26", "Europe/Paris", false),
            ("2026-07-07T08:00:00Z", "quand on veut", "26", "Europe/Paris", false),
            ("2026-07-07T08:00:00Z", "", "26", "Europe/Paris", false),
        ] {
            assert_eq!(
                doors(at).is_open(&standing(text, territory, zone)),
                open,
                "{at} {text:?} {territory}"
            );
        }
    }

    #[test]
    fn what_is_open_now_is_told_the_same_with_and_without_what_comes_next() {
        let texts = [
            "Mo-Fr 09:00-18:00",
            "24/7",
            "Fr 22:00-02:00; Sa 10:00-18:00",
            "We 17:00-21:00 \"sur rendez-vous\"",
        ];
        for hour in 0..200 {
            let mut doors = doors("2026-03-02T00:30:00Z");
            doors.now += chrono::TimeDelta::hours(hour);
            let local = doors.local(DROME);
            for text in texts {
                let hours = OpeningHours::parse(text).unwrap();
                doors.with_calendar(DROME, |calendar| {
                    let (state, change) = hours.state_and_change(local, calendar);
                    assert_eq!(state.is_open(), hours.is_open_at(local, calendar), "{text} {local}");
                    if let Some(change) = change {
                        let before = change - chrono::TimeDelta::minutes(1);
                        assert_eq!(state.is_open(), hours.is_open_at(before, calendar), "{text} {before}");
                    }
                });
            }
        }
    }

    #[test]
    fn a_sign_and_a_closure_go_before_the_hours() {
        let usual = standing("Mo-Fr 09:00-18:00", "26", "Europe/Paris");
        let hung = |sign: DoorSign, until: &str| DoorRow {
            place_id: 1,
            sign: sign.code().to_owned(),
            said_at: UtcInstant("2026-03-05T08:00:00Z".parse().unwrap()),
            holds_until: UtcInstant(until.parse().unwrap()),
            member_uid: None,
        };
        // Thursday 5 March 2026, 10:00 in Paris.
        let mut open_by_hours = doors("2026-03-05T09:00:00Z");
        assert!(open_by_hours.is_open(&usual));
        open_by_hours.closed.insert(1, vec!["2026-03-05".parse().unwrap()..="2026-03-06".parse().unwrap()]);
        assert!(!open_by_hours.is_open(&usual), "closed for once");
        open_by_hours.signs.insert(1, hung(DoorSign::Open, "2026-03-05T23:00:00Z"));
        assert!(open_by_hours.is_open(&usual), "open all the same");
        let mut closed = doors("2026-03-05T09:00:00Z");
        closed.signs.insert(1, hung(DoorSign::Closed, "2026-03-05T23:00:00Z"));
        assert!(!closed.is_open(&usual));
    }
}
