//! The table that the product brings, and tables that people import.

use super::*;
use chrono::{Datelike, Weekday};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn period(zone: SchoolZone, first_day: &str, last_day: &str) -> SchoolPeriod {
    SchoolPeriod {
        zone,
        first_day: date(first_day),
        last_day: date(last_day),
        name: format!("from {first_day}"),
    }
}

#[test]
fn the_built_in_table_is_whole() {
    let text = include_str!("../../../assets/reference/school-holidays.csv");
    let table = parse_school_table(text).unwrap();
    assert_eq!((table.periods.len(), table.rejected), (225, vec![]));
    let calendar = SchoolCalendar::built_in();
    for zone in SchoolZone::ALL {
        assert_eq!(calendar.known_through(*zone), Some(date("2028-08-31")));
        let mine: Vec<_> = calendar.periods().iter().filter(|p| p.zone == *zone).collect();
        assert_eq!(mine.len(), 75);
        for pair in mine.windows(2) {
            assert!(pair[0].last_day < pair[1].first_day, "{pair:?}");
        }
        for p in mine.iter().filter(|p| !p.name.starts_with("Pont")).skip(1) {
            // Holidays begin on a Saturday, or on the day after class where class ends in the week.
            assert_ne!(p.first_day.weekday(), Weekday::Mon, "{p:?}");
            assert_ne!(p.first_day.weekday(), Weekday::Sun, "{p:?}");
        }
    }
}

#[test]
fn both_ends_are_days_without_school() {
    let on = |zone, day| SchoolCalendar::built_in().period_on(zone, date(day)).map(|p| p.name.as_str());
    for (zone, day, name) in [
        (SchoolZone::A, "2026-02-06", None),
        (SchoolZone::A, "2026-02-07", Some("Vacances d’hiver")),
        (SchoolZone::A, "2026-02-22", Some("Vacances d’hiver")),
        (SchoolZone::A, "2026-02-23", None),
        (SchoolZone::B, "2026-02-07", None),
        (SchoolZone::C, "2026-03-08", Some("Vacances d’hiver")),
        (SchoolZone::A, "2026-08-31", Some("Vacances d’été")),
        (SchoolZone::A, "2026-09-01", None),
        (SchoolZone::B, "2027-01-01", Some("Vacances de Noël")),
        // Class ends on Tuesday 4 July 2028.
        (SchoolZone::C, "2028-07-04", None),
        (SchoolZone::C, "2028-07-05", Some("Vacances d’été")),
        (SchoolZone::C, "2028-09-01", None),
        (SchoolZone::A, "2014-12-31", None),
    ] {
        assert_eq!(on(zone, day), name, "{zone} {day}");
    }
}

#[test]
fn periods_may_overlap_and_come_in_any_order() {
    let calendar = SchoolCalendar::new(vec![
        period(SchoolZone::B, "2026-01-01", "2026-01-02"),
        period(SchoolZone::A, "2026-07-20", "2026-07-21"),
        period(SchoolZone::A, "2026-07-01", "2026-08-31"),
        period(SchoolZone::A, "2026-10-05", "2026-10-01"),
    ]);
    assert_eq!(calendar.periods().len(), 3);
    let on = |zone, day| calendar.period_on(zone, date(day)).map(|p| p.first_day);
    assert_eq!(on(SchoolZone::A, "2026-07-20"), Some(date("2026-07-20")));
    assert_eq!(on(SchoolZone::A, "2026-08-31"), Some(date("2026-07-01")));
    assert_eq!(on(SchoolZone::B, "2026-08-31"), None);
    assert_eq!(on(SchoolZone::A, "2026-10-03"), None);
    assert_eq!(calendar.known_through(SchoolZone::C), None);
}

#[test]
fn an_imported_period_takes_the_place_of_those_it_overlaps() {
    let calendar = SchoolCalendar::built_in().with(vec![
        period(SchoolZone::A, "2028-07-06", "2028-09-03"),
        period(SchoolZone::A, "2028-10-21", "2028-11-05"),
    ]);
    assert_eq!(calendar.periods().len(), 226);
    assert_eq!(calendar.period_on(SchoolZone::A, date("2028-07-05")), None);
    assert!(calendar.period_on(SchoolZone::B, date("2028-07-05")).is_some());
    assert_eq!(calendar.known_through(SchoolZone::A), Some(date("2028-11-05")));
}

#[test]
fn bad_rows_are_told_by_line_and_leave_the_others() {
    let text = "\u{feff}name, zone ,first_day,last_day,note\r\n\
        Vacances de Noël,A,2028-12-23,2029-01-07,\r\n\
        \r\n\
        Vacances de Noël,D,2028-12-23,2029-01-07,\r\n\
        ,B,2028-12-23,2029-01-07,\r\n\
        \"Vacances, longues\",B,23/12/2028,2029-01-07,\r\n\
        Vacances de Noël,C,2029-01-07,2028-12-23,\r\n\
        trop court\r\n\
        Vacances de Noël,C,9999-12-31,9999-12-31,\r\n\
        Vacances d’hiver,C,2029-02-10,2029-02-25,fin";
    let table = parse_school_table(text).unwrap();
    let read: Vec<_> = table.periods.iter().map(|p| (p.zone, p.name.as_str())).collect();
    assert_eq!(read, [(SchoolZone::A, "Vacances de Noël"), (SchoolZone::C, "Vacances d’hiver")]);
    assert_eq!(
        table.rejected,
        [
            (4, RowError::UnknownZone("D".to_owned())),
            (5, RowError::NoName),
            (6, RowError::BadDate("23/12/2028".to_owned())),
            (7, RowError::EndsBeforeStart),
            (8, RowError::Malformed),
            (9, RowError::BadDate("9999-12-31".to_owned())),
        ]
    );
}

#[test]
fn a_table_without_its_columns_is_refused() {
    for (text, column) in
        [("", "zone"), ("zone;name;first_day;last_day\n", "zone"), ("zone,name,debut\n", "first_day")]
    {
        assert_eq!(parse_school_table(text), Err(TableError::MissingColumn(column)), "{text:?}");
    }
}
