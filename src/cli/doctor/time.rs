//! Clock, zones and calendars: what dates are worked out with.

use chrono::{DateTime, Datelike, Days, NaiveDate, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::{Europe::Paris, IANA_TZDB_VERSION, Tz};

use super::Finding;
use super::database::Stored;
use crate::domain::schedule::SchoolZone;
use crate::domain::territory::Territory;

/// The year in which this program was written; no honest clock is before it.
const FIRST_YEAR: i32 = 2026;

/// School holidays should be known that many days ahead: hosts plan a school year.
const SCHOOL_AHEAD: Days = Days::new(365);

pub fn look(stored: &Stored, now: DateTime<Utc>) -> Vec<Finding> {
    let zone = stored.network.as_ref().map_or(Paris, |net| net.zone);
    vec![clock(now, stored.last_change), summer_time(now.year()), own_zone(zone, now), school(stored, now)]
}

fn clock(now: DateTime<Utc>, last_change: Option<DateTime<Utc>>) -> Finding {
    let said = now.format("%Y-%m-%d %H:%M UTC");
    match last_change {
        _ if now.year() < FIRST_YEAR || now.year() > FIRST_YEAR + 50 => {
            Finding::Mend(format!("the clock says {said}: set it, and let NTP keep it"))
        }
        Some(last) if last > now + TimeDelta::minutes(10) => Finding::Mend(format!(
            "the clock says {said}, but an event was changed at {}: one of the two clocks was wrong; calendars take the newest change",
            last.format("%Y-%m-%d %H:%M UTC")
        )),
        _ => Finding::Right(format!("the clock says {said}")),
    }
}

/// The last Sundays of March and October, at 01:00 UTC (directive 2000/84/EC): a program whose zone
/// data say otherwise is too old for the law of the day, or too new for this check.
fn summer_time(year: i32) -> Finding {
    let changes = |month| {
        let sunday = last_sunday(year, month)?.and_hms_opt(1, 0, 0)?.and_utc();
        let offset =
            |at: DateTime<Utc>| Paris.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc();
        Some(offset(sunday) - offset(sunday - TimeDelta::seconds(1)))
    };
    match (changes(3), changes(10)) {
        (Some(3_600), Some(-3_600)) => {
            Finding::Right(format!("zone data {IANA_TZDB_VERSION} know the summer time of {year}"))
        }
        _ => Finding::Mend(format!(
            "zone data {IANA_TZDB_VERSION} know another summer time for {year} than the last Sundays of March and October: if the law has not changed, update Vigie"
        )),
    }
}

fn last_sunday(year: i32, month: u32) -> Option<NaiveDate> {
    let last = NaiveDate::from_ymd_opt(year, month, 31)?;
    last.checked_sub_days(Days::new(last.weekday().num_days_from_sunday().into()))
}

fn own_zone(zone: Tz, now: DateTime<Utc>) -> Finding {
    Finding::Right(format!(
        "in the network's zone {zone} it is {}",
        now.with_timezone(&zone).format("%H:%M, %Y-%m-%d")
    ))
}

/// The zone of the network's territory, or the one that is known the least far.
fn school(stored: &Stored, now: DateTime<Utc>) -> Finding {
    let territory = stored.network.as_ref().and_then(|net| Territory::by_code(&net.territory));
    let zones = match territory {
        Some(territory) => territory.school_zone.into_iter().collect(),
        None => SchoolZone::ALL.to_vec(),
    };
    if zones.is_empty() {
        return Finding::Note(
            "the network's territory has school holidays of its own, which Vigie does not know".to_owned(),
        );
    }
    let known = zones.iter().map(|zone| stored.school.known_through(*zone)).min().flatten();
    let wanted = now.date_naive().checked_add_days(SCHOOL_AHEAD);
    match known {
        Some(day) if Some(day) >= wanted => {
            Finding::Right(format!("school holidays are known through {day}"))
        }
        Some(day) => Finding::Mend(format!(
            "school holidays are known through {day} only: take those of later years from data.education.gouv.fr and run `vigie import holidays FILE`"
        )),
        None => Finding::Mend("no school holidays are known: run `vigie import holidays FILE`".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_clock_is_believed_between_its_first_year_and_the_newest_change() {
        let right = |now, last: Option<&str>| matches!(clock(at(now), last.map(at)), Finding::Right(_));
        assert!(right("2026-11-24T10:00:00Z", None));
        assert!(right("2026-11-24T10:00:00Z", Some("2026-11-24T10:05:00Z")));
        assert!(!right("2026-11-24T10:00:00Z", Some("2026-11-25T10:00:00Z")));
        assert!(!right("1970-01-01T00:00:00Z", None));
    }

    #[test]
    fn the_summer_times_of_the_coming_years_are_known() {
        for year in 2026..2037 {
            assert!(matches!(summer_time(year), Finding::Right(_)), "{year}");
        }
    }

    #[test]
    fn school_holidays_run_out() {
        let mut stored =
            Stored { school: crate::domain::school::SchoolCalendar::built_in().clone(), ..Stored::default() };
        assert!(matches!(school(&stored, at("2026-11-24T10:00:00Z")), Finding::Right(_)));
        assert!(matches!(school(&stored, at("2028-03-01T10:00:00Z")), Finding::Mend(_)));
        stored.school = Default::default();
        assert!(matches!(school(&stored, at("2026-11-24T10:00:00Z")), Finding::Mend(_)));
    }
}
