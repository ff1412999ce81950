//! Both changes of hour, the edges of the calendar, and addresses of periods.

use chrono::Duration;
use chrono_tz::{America, Asia, Europe, Indian, Pacific};
use proptest::prelude::*;

use super::*;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn local(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn utc(text: &str) -> DateTime<Utc> {
    local(text).and_utc()
}

#[test]
fn a_local_time_has_one_instant_even_in_gaps_and_folds() {
    for (zone, wall, instant) in [
        (Europe::Paris, "2026-03-05 18:30", "2026-03-05 17:30"),
        (Europe::Paris, "2026-07-14 18:30", "2026-07-14 16:30"),
        (Europe::Paris, "2026-03-29 01:59", "2026-03-29 00:59"),
        (Europe::Paris, "2026-03-29 02:00", "2026-03-29 01:00"), // reads 03:00+02:00
        (Europe::Paris, "2026-03-29 02:30", "2026-03-29 01:30"), // reads 03:30+02:00
        (Europe::Paris, "2026-03-29 03:00", "2026-03-29 01:00"),
        (Europe::Paris, "2026-10-25 02:30", "2026-10-25 00:30"), // the first, in summer time
        (Europe::Paris, "2026-10-25 03:00", "2026-10-25 02:00"),
        (America::Miquelon, "2026-03-08 02:30", "2026-03-08 05:30"), // reads 03:30-02:00
        (America::Miquelon, "2026-11-01 01:30", "2026-11-01 03:30"),
        (Indian::Reunion, "2026-03-29 02:30", "2026-03-28 22:30"),
        (Pacific::Apia, "2011-12-30 12:00", "2011-12-30 22:00"), // a day that never was
    ] {
        assert_eq!(instant_of(local(wall), zone), utc(instant), "{zone} {wall}");
    }
}

#[test]
fn days_begin_at_local_midnight_and_last_as_long_as_they_do() {
    let span = |first: &str, last: &str| Span::AllDay { first: date(first), last: date(last) };
    let (start, end) = instants_of(&span("2026-03-29", "2026-03-29"), Europe::Paris);
    assert_eq!((start, end - start), (utc("2026-03-28 23:00"), Duration::hours(23)));
    let (start, end) = instants_of(&span("2026-10-24", "2026-10-25"), Europe::Paris);
    assert_eq!((start, end - start), (utc("2026-10-23 22:00"), Duration::hours(49)));
    // The clocks of Beirut pass over midnight itself.
    let (start, _) = instants_of(&span("2024-03-31", "2024-03-31"), Asia::Beirut);
    assert_eq!(local_of(start, Asia::Beirut), local("2024-03-31 01:00"));
}

#[test]
fn periods_are_read_and_written_as_in_addresses() {
    for (text, first, last) in [
        ("2026-03-05", "2026-03-05", "2026-03-05"),
        ("2028-02-29", "2028-02-29", "2028-02-29"),
        ("2026-W10", "2026-03-02", "2026-03-08"),
        ("2026-W53", "2026-12-28", "2027-01-03"),
        ("1970-W01", "1969-12-29", "1970-01-04"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2100-12", "2100-12-01", "2100-12-31"),
    ] {
        let period = Period::parse(text).unwrap();
        assert_eq!((period.first_day(), period.last_day()), (date(first), date(last)), "{text}");
        assert_eq!(period.to_string(), text);
        assert_eq!(period.days().next_back(), Some(date(last)));
    }
}

#[test]
fn what_is_no_period_is_none() {
    for text in [
        "",
        "-",
        "2026",
        "2026-",
        "2026-3",
        "2026-13",
        "2026-00",
        "2026-W00",
        "2026-W54",
        "2025-W53",
        "2026-w10",
        "2026-W1",
        "2026-02-29",
        "2026-02-3",
        "2026-02-30",
        "1969-12",
        "2101-01-01",
        "2101-W01",
        "+2026-03",
        "99999-01",
        "2026-03-05 ",
        " 2026-03",
        "2026-03-05-06",
        "2026-+3",
        "２０２６-03",
        "2026-é1",
        "-2026-03",
    ] {
        assert_eq!(Period::parse(text), None, "{text:?}");
    }
}

#[test]
fn neighbours_stop_at_the_ends_of_the_years() {
    let edge = |text: &str| Period::parse(text).unwrap();
    for first in ["1970-01-01", "1970-W01", "1970-01"] {
        assert_eq!(edge(first).previous(), None, "{first}");
    }
    for last in ["2100-12-31", "2100-W52", "2100-12"] {
        assert_eq!(edge(last).next(), None, "{last}");
    }
    assert_eq!(edge("2026-03").next(), Some(edge("2026-04")));
    assert_eq!(edge("2026-03").previous(), Some(edge("2026-02")));
    assert_eq!(edge("2026-W01").previous(), Some(edge("2025-W52")));
}

#[test]
fn the_ends_of_the_calendar_do_no_harm() {
    for zone in [Europe::Paris, Pacific::Kiritimati, Pacific::Midway] {
        for wall in [NaiveDateTime::MIN, NaiveDateTime::MAX] {
            let _ = local_of(instant_of(wall, zone), zone);
        }
        for instant in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
            let _ = instant_of(local_of(instant, zone), zone);
        }
        for day in [NaiveDate::MIN, NaiveDate::MAX] {
            let _ = instants_of(&Span::AllDay { first: day, last: day }, zone);
            let _ = (Period::Week(day).range(zone), Period::Month(day).next(), Period::Day(day).previous());
            assert_eq!(Period::containing(PeriodKind::Week, day), None);
        }
    }
}

fn zone() -> impl Strategy<Value = Tz> {
    prop::sample::select(vec![
        Europe::Paris,
        Indian::Reunion,
        Indian::Mayotte,
        America::Miquelon,
        America::Cayenne,
        Pacific::Noumea,
        Pacific::Apia,
        Asia::Beirut,
        chrono_tz::Australia::Lord_Howe,
        chrono_tz::UTC,
    ])
}

/// Minutes of the years 1970 to 2100.
const MINUTES: i64 = 68_854_000;

proptest! {
    #[test]
    fn a_time_that_exists_comes_back(minute in 0..MINUTES, zone in zone()) {
        let instant = DateTime::UNIX_EPOCH + Duration::minutes(minute);
        let wall = local_of(instant, zone);
        let first = instant_of(wall, zone);
        prop_assert_eq!(local_of(first, zone), wall);
        prop_assert!(first <= instant);
    }

    #[test]
    fn a_time_in_a_gap_is_moved_forward_by_it(minute in 0..MINUTES, zone in zone()) {
        let wall = DateTime::UNIX_EPOCH.naive_utc() + Duration::minutes(minute);
        prop_assert!(local_of(instant_of(wall, zone), zone) >= wall);
    }

    #[test]
    fn periods_print_what_they_parse_and_tile_the_years(day in 0_u64..47_847, kind in prop::sample::select(PeriodKind::ALL)) {
        let day = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap() + Days::new(day);
        let period = Period::containing(kind, day).unwrap();
        prop_assert!(period.days().any(|d| d == day));
        prop_assert_eq!(Period::parse(&period.to_string()), Some(period));
        if let Some(next) = period.next() {
            prop_assert_eq!(next.previous(), Some(period));
            prop_assert_eq!(next.range(Europe::Paris).0, period.range(Europe::Paris).1);
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC*") {
        if let Some(period) = Period::parse(&text) {
            prop_assert_eq!(period.to_string(), text);
        }
    }
}
