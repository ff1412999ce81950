//! Whether the door of a place is open now, and until when the answer holds: its stored hours, the
//! holidays of its territory and its own clock taken together.

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use chrono::{DateTime, Days, NaiveDateTime, NaiveTime, Utc};
use chrono_tz::Tz;
use quick_cache::sync::Cache;

use super::parts::{Badge, Tone};
use super::wording::capitalised;
use crate::db::{self, DbConnection};
use crate::domain::holidays::public_holiday;
use crate::domain::opening_hours::{Calendar, OpenState, OpeningHours};
use crate::domain::period::{instant_of, local_of};
use crate::domain::schedule::SchoolZone;
use crate::domain::school::SchoolCalendar;
use crate::i18n::{Locale, opening};
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
    pub territory: &'a str,
    pub zone: Tz,
    pub school_zone: Option<SchoolZone>,
}

impl<'a> From<&'a PlaceRow> for Where<'a> {
    fn from(row: &'a PlaceRow) -> Self {
        Self::of(&row.territory, &row.zone, row.school_zone.as_deref())
    }
}

impl<'a> From<&'a Standing> for Where<'a> {
    fn from(row: &'a Standing) -> Self {
        Self::of(&row.territory, &row.zone, row.school_zone.as_deref())
    }
}

impl<'a> Where<'a> {
    fn of(territory: &'a str, zone: &str, school_zone: Option<&str>) -> Self {
        let zone = zone.parse().unwrap_or(Tz::Europe__Paris);
        Self { territory, zone, school_zone: school_zone.and_then(SchoolZone::from_code) }
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
}

impl Doors {
    /// For places with these texts of hours: school holidays are only asked for when one names them.
    pub fn at<'t>(
        conn: &mut DbConnection,
        now: DateTime<Utc>,
        texts: impl IntoIterator<Item = &'t str>,
    ) -> db::Result<Self> {
        let named = texts.into_iter().any(|text| text.contains("SH"));
        let school =
            if named { holidays::calendar(conn)? } else { Cow::Borrowed(SchoolCalendar::built_in()) };
        Ok(Self { now, school })
    }

    /// The door of a place; `None` when its hours are not known.
    pub fn of(&self, row: &PlaceRow) -> Option<Door> {
        let place = Where::from(row);
        let local = self.local(place);
        let (state, change) = self.with_calendar(place, |calendar| {
            Some(read(&row.opening_hours)?.state_and_change(local, calendar))
        })?;
        let midnight = (local.date() + Days::new(1)).and_time(NaiveTime::MIN);
        let changes_at = instant_of(change.map_or(midnight, |change| change.min(midnight)), place.zone);
        Some(Door { state, local, changes_at })
    }

    /// Whether a place is certainly open.
    pub fn is_open(&self, row: &Standing) -> bool {
        let place = Where::from(row);
        let local = self.local(place);
        self.with_calendar(place, |calendar| {
            read(&row.opening_hours).is_some_and(|hours| hours.is_open_at(local, calendar))
        })
    }

    /// The place's local time.
    pub fn local(&self, place: Where<'_>) -> NaiveDateTime {
        local_of(self.now, place.zone)
    }

    /// Asks something of hours with the holidays of a place around them.
    pub fn with_calendar<T>(&self, place: Where<'_>, ask: impl FnOnce(&Calendar<'_>) -> T) -> T {
        let public = |date| public_holiday(date, place.territory).is_some();
        let school = |date| place.school_zone.is_some_and(|zone| self.school.period_on(zone, date).is_some());
        ask(&Calendar { public_holiday: &public, school_holiday: &school, closures: &[] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DROME: Where<'static> =
        Where { territory: "26", zone: Tz::Europe__Paris, school_zone: Some(SchoolZone::A) };

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
        Doors { now: at.parse().unwrap(), school: Cow::Borrowed(SchoolCalendar::built_in()) }
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
            let at: DateTime<Utc> = "2026-03-02T00:30:00Z".parse().unwrap();
            let doors = Doors {
                now: at + chrono::TimeDelta::hours(hour),
                school: Cow::Borrowed(SchoolCalendar::built_in()),
            };
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
}
