//! What is read, what is refused, and what a visitor would find: tables, then any text at all.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use proptest::prelude::*;

use super::*;

/// As real places write them.
const REAL: &[&str] = &[
    "Fr 08:30-12:00",
    "Fr 14:00-16:30",
    "Mo 09:30-12:00",
    "Mo 15:00-18:30",
    "Th 09:30-12:00",
    "Th 15:15-16:30",
    "Tu 13:30-17:30",
    "We 08:45-11:45",
    "We 14:00-17:00",
    "Mo-Fr 09:00-12:00",
    "Mo-Fr 15:30-19:30",
    "Tu-Fr 14:00-18:00",
    "Mo-Fr 08:30-12:00; We off",
    "Mo-Fr 09:00-12:00; We off",
    "Th 09:00-12:00,13:30-16:30",
    "Mo,We 09:00-12:00,13:30-16:30",
    "Mo-Fr 08:30-12:30,13:30-17:00",
    "Mo-Fr 09:00-12:00,14:00-18:00",
    "Mo-Fr 10:00-12:00,14:00-18:00",
    "Tu-Sa 08:30-12:00,13:30-17:30",
    "Tu 14:00-16:00; Sa 09:00-12:00",
    "We 14:00-20:00; Sa 13:00-16:00",
    "Mo-Fr 08:00-20:00; Sa 08:00-14:00",
    "Mo-Th 08:00-18:00; Sa 08:00-13:00",
    "Tu-Fr 08:30-11:45; Mo 13:30-18:00",
    "Mo-Th 14:00-18:30; We,Fr 14:00-17:30",
    "We-Sa 10:00-18:00; Tu,Th 14:00-19:00",
    "Mo-Fr 08:30-12:00,13:30-17:00; Th off",
    "Mo-Fr 09:00-12:00,13:00-17:00; We off",
    "Mo-Fr 09:00-12:00,13:30-17:00; We off",
    "Mo-Fr 09:00-12:00,14:00-17:00; We off",
    "Mo-Fr 08:30-12:30,13:30-17:30; We,Th off",
    "Mo-Fr 09:00-12:00,14:00-17:00; Tu,Th off",
    "Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-12:30",
    "Mo-Fr 14:00-17:00; We 10:30-12:30,14:00-17:00",
    "Th,Fr 14:00-16:00; Sa 10:00-12:00,14:00-16:00",
    "Tu-Fr 09:00-12:00,14:00-18:30; Mo 14:00-18:30",
    "Mo 08:30-11:00; Th 15:00-19:00; Fr 14:00-17:00",
    "We 14:00-17:00; Th 09:00-12:00; Fr 18:00-19:30",
    "Mo-Th 09:00-12:00,13:30-17:00; We,Fr 09:00-12:00",
    "Tu-Fr 09:00-12:00,14:00-18:00; Mo,Th 14:00-18:00",
    "We-Sa 10:00-12:00,14:00-19:00; Tu,Th 14:00-19:00",
    "Tu,Th 13:30-15:30; Mo 10:30-12:00; Fr 13:30-18:30",
    "Mo,Tu 08:15-12:15,13:30-17:30; Th 08:15-12:15,13:30-17:15",
    "Mo-Fr 09:15-12:30,13:45-18:00; Tu 09:15-12:30,15:00-18:00",
    "Mo-Th 09:00-12:00,14:00-17:30; Fr 08:30-12:00,14:00-17:00",
    "Tu 14:00-16:00; Th 01:00-12:00,17:00-18:30; Sa 10:00-12:00",
    "Mo-Th 08:45-11:45,13:45-17:00; We 08:45-11:30; Fr 08:45-11:15",
    "Tu,Fr 16:00-19:00; We 10:00-12:00,14:00-19:00; Sa 14:00-18:00",
    "We-Fr 14:00-17:30; Tu 09:30-12:30,14:00-17:30; Sa 09:30-12:30",
    "Mo,Th 13:00-17:00; We,Fr 08:30-12:30; Tu 08:30-12:30,13:00-17:00",
    "Th,Fr 14:00-17:00; Tu 17:00-21:00; We 10:00-19:00; Sa 09:00-13:00",
    "Mo-Fr 08:45-12:00,14:00-17:00; Tu 08:45-11:15,14:45-17:00; Sa 09:00-12:00",
    "Tu,Fr 09:00-12:00,14:00-17:30; We 09:00-12:00,13:30-16:30; Th 14:00-18:15",
    "Tu-Fr 15:00-18:30; We 10:00-13:00,14:00-18:30; Sa 10:00-13:00,14:00-17:00",
    "Tu 11:00-14:00; We 10:00-12:00,14:00-19:00; Fr 16:00-19:00; Sa 10:00-12:00",
    "Tu,We 10:00-12:00,13:30-18:00; Th,Fr 13:30-18:00; Sa 10:00-12:00,13:30-17:00",
    "Tu,Fr 14:30-18:30; We 09:30-12:30,14:30-18:30; Th 04:30-18:30; Sa 09:30-12:30",
    "We,Fr 11:00-13:00,16:00-19:00; Tu 16:00-19:00; Th 16:00-20:30; Sa 14:00-18:00",
    "Mo 10:00-12:00,14:00-16:30; We 09:00-12:30,14:00-17:30; Th 09:00-12:30; Fr 16:00-18:30",
];

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn read(text: &str) -> OpeningHours {
    OpeningHours::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

/// Labour Day and Christmas.
fn holiday(date: NaiveDate) -> bool {
    matches!((date.month(), date.day()), (5, 1) | (12, 25))
}

fn calendar() -> Calendar<'static> {
    Calendar { public_holiday: &holiday, ..Calendar::PLAIN }
}

/// "09:00-12:00 14:00-18:00", a `?` behind what is not certain.
fn said(day: &DayHours) -> String {
    let stretch = |hours: &Hours| {
        let doubt = if hours.certain { "" } else { "?" };
        format!("{}-{}{doubt}", hours.opens().format("%H:%M"), hours.closes().format("%H:%M"))
    };
    day.hours.iter().map(stretch).collect::<Vec<_>>().join(" ")
}

#[test]
fn real_texts_are_plain_weeks_and_printed_back() {
    for text in REAL {
        let hours = read(text);
        assert_eq!(hours.to_string(), *text);
        let week = hours.regular_week().unwrap_or_else(|| panic!("{text}"));
        assert!(week.days().any(|(_, hours)| !hours.is_empty()), "{text}");
        assert!(!week.specifications().is_empty(), "{text}");
        assert!(hours.next_change(at("2026-03-05 10:00"), &calendar()).is_some(), "{text}");
    }
}

#[test]
fn refusals_say_where_and_why() {
    use OpeningHoursError::{Empty, OutOfRange, Syntax, TooLong};
    let long = "Mo 09:00-12:00; ".repeat(40);
    let intricate = ["Jan Su[1]"; 30].join(",");
    let table = [
        ("", Empty),
        ("  ; ", Empty),
        ("Lu-Ve 9h-12h", Syntax { column: 1 }),
        ("Mo-Fr 09.00-12.00", Syntax { column: 7 }),
        ("Mo-Fr 09:00-12:00 é", Syntax { column: 19 }),
        ("Mo 09:00-48:59", OutOfRange),
        ("2027-2026 Mo 09:00-12:00", OutOfRange),
        ("Mo-Fr sunrise-sunset", Unsupported::SunTime.into()),
        ("(sunset+08:00)-25:00", Unsupported::SunTime.into()),
        ("Fr 18:00+", Unsupported::OpenEnd.into()),
        ("Fr 18:00-20:00+", Unsupported::OpenEnd.into()),
        ("Mo 10:00-16:00/01:30", Unsupported::Repetition.into()),
        ("Mo-Fr 16:00-18:00; SH Mo-Fr 09:00-12:00", Unsupported::HolidayWeekday.into()),
        ("Mo-Fr 16:00-18:00; PH +1 day Mo 09:00-12:00", Unsupported::HolidayWeekday.into()),
        ("Sa[1] PH 09:00-12:00", Unsupported::HolidayWeekday.into()),
        (&intricate, Unsupported::Intricate.into()),
        (&long, TooLong { chars: 639 - 1 }),
    ];
    for (text, error) in table {
        assert_eq!(OpeningHours::parse(text), Err(error), "{text}");
    }
    assert_eq!(read(" Mo 09:00-12:00; ").as_str(), "Mo 09:00-12:00");
}

#[test]
fn days_with_nights_and_holidays() {
    let table = [
        ("Mo-Fr 08:30-12:00,13:30-17:00; Th off", "2026-03-05", ""),
        ("Mo-Fr 09:30-12:00; Tu 14:30-18:00", "2026-03-03", "14:30-18:00"),
        ("Mo-Fr 09:30-12:00, Tu 14:30-18:00", "2026-03-03", "09:30-12:00 14:30-18:00"),
        ("Mo-Fr 09:00-12:00,12:00-19:00", "2026-03-03", "09:00-19:00"),
        ("Fr 18:00-02:00", "2026-03-06", "18:00-02:00"),
        ("Fr 18:00-02:00", "2026-03-07", ""),
        ("Fr 18:00-26:00", "2026-03-06", "18:00-02:00"),
        // The next day's own rule does not cut the night.
        ("Fr 18:00-02:00; Sa 10:00-18:00", "2026-03-06", "18:00-02:00"),
        ("Fr 18:00-02:00; Sa 10:00-18:00", "2026-03-07", "10:00-18:00"),
        ("Fr 18:00-02:00; Sa 10:00-18:00,20:00-03:00", "2026-03-07", "10:00-18:00 20:00-03:00"),
        ("Fr 22:00-02:00; Sa 22:00-03:00", "2026-03-06", "22:00-02:00"),
        ("Fr 22:00-02:00; Sa 22:00-03:00", "2026-03-07", "22:00-03:00"),
        ("Mo-Th 20:00-24:00; Fr 20:00-02:00", "2026-03-05", "20:00-00:00"),
        ("Mo-Th 20:00-24:00; Fr 20:00-02:00", "2026-03-06", "20:00-02:00"),
        ("24/7", "2026-05-01", "00:00-00:00"),
        // Labour Day 2026 is a Friday.
        ("Mo-Fr 09:00-18:00", "2026-05-01", "09:00-18:00?"),
        ("Mo-Fr 09:00-18:00; PH off", "2026-05-01", ""),
        ("Mo-Fr 09:00-18:00; PH 10:00-12:00", "2026-05-01", "10:00-12:00"),
        ("Mo-Fr,PH 09:00-18:00", "2026-05-01", "09:00-18:00"),
        ("Mo-Sa 09:00-18:00; PH +1 day off", "2026-05-02", ""),
        ("Th 20:00-02:00; PH off", "2026-04-30", "20:00-02:00"),
        ("Jul-Aug Mo-Fr 10:00-12:00; Sep-Jun Mo-Fr 09:00-18:00", "2026-07-06", "10:00-12:00"),
        ("week 1-53/2 We 14:00-17:00", "2026-03-04", ""),
        ("Sa[1] 09:00-12:00", "2026-03-07", "09:00-12:00"),
        ("Sa[1] 09:00-12:00", "2026-03-14", ""),
        ("Sa[-1] 09:00-12:00", "2026-02-28", "09:00-12:00"),
        ("Feb 29 10:00-12:00", "2028-02-29", "10:00-12:00"),
        ("Mo-Fr 09:00-12:00 \"sur rendez-vous\"", "2026-03-05", "09:00-12:00?"),
        ("\"sur rendez-vous\"", "2026-03-05", "00:00-00:00?"),
        ("Dec 24-Jan 2 off; Mo-Fr 09:00-12:00", "2026-12-28", "09:00-12:00"),
        ("Mo-Fr 09:00-12:00; Dec 24-Jan 2 off", "2026-12-28", ""),
    ];
    for (text, date, hours) in table {
        assert_eq!(said(&read(text).day(on(date), &calendar())), hours, "{text} on {date}");
    }
}

#[test]
fn school_holidays_and_closures_come_from_the_calendar() {
    let february = |date: NaiveDate| date.month() == 2;
    let closures = [on("2026-08-03")..=on("2026-08-23")];
    let calendar = Calendar { school_holiday: &february, closures: &closures, ..calendar() };
    let hours = read("Mo-Fr 16:00-18:00; SH 09:00-12:00");
    assert_eq!(said(&hours.day(on("2026-02-16"), &calendar)), "09:00-12:00");
    assert_eq!(said(&hours.day(on("2026-03-16"), &calendar)), "16:00-18:00");
    let closed = hours.day(on("2026-08-03"), &calendar);
    assert_eq!((said(&closed).as_str(), closed.note), ("", Some(DayNote::Closure)));
    assert_eq!(said(&hours.day(on("2026-08-24"), &calendar)), "16:00-18:00");
}

#[test]
fn states() {
    let open = |until: &str| OpenState::Open { until: Some(at(until)) };
    let closed = |opens: &str| OpenState::Closed { opens: Some(at(opens)), because: None };
    let night = "Fr 22:00-02:00; Sa 10:00-18:00";
    let unconfirmed = OpenState::Unknown { note: Some(DayNote::PublicHolidayUnconfirmed), comment: None };
    let table = [
        (night, "2026-03-06 21:59", closed("2026-03-06 22:00")),
        (night, "2026-03-06 22:00", open("2026-03-07 02:00")),
        (night, "2026-03-07 01:59", open("2026-03-07 02:00")),
        (night, "2026-03-07 02:00", closed("2026-03-07 10:00")),
        (night, "2026-03-07 18:00", closed("2026-03-13 22:00")),
        ("Mo 08:00-24:00; Tu 00:00-12:00", "2026-03-02 10:00", open("2026-03-03 12:00")),
        ("24/7", "2026-12-25 10:00", OpenState::Open { until: None }),
        ("off", "2026-03-06 10:00", OpenState::Closed { opens: None, because: None }),
        ("2030 Mo 09:00-12:00", "2026-03-06 10:00", OpenState::Closed { opens: None, because: None }),
        ("Mo-Fr 09:00-18:00", "2026-05-01 10:00", unconfirmed),
        // An uncertain opening is not announced.
        ("Mo-Fr 09:00-18:00", "2026-04-30 19:00", closed("2026-05-04 09:00")),
        (
            "Mo-Fr 09:00-18:00; PH off",
            "2026-05-01 10:00",
            OpenState::Closed { opens: Some(at("2026-05-04 09:00")), because: Some(DayNote::PublicHoliday) },
        ),
    ];
    for (text, now, state) in table {
        assert_eq!(read(text).state_at(at(now), &calendar()), state, "{text} at {now}");
    }
}

#[test]
fn a_plain_week_becomes_specifications() {
    let week = read("Tu-Fr 09:00-12:00,14:00-18:00; Sa 20:00-02:00; PH off").regular_week().unwrap();
    let said: Vec<String> = week
        .specifications()
        .iter()
        .map(|s| format!("{:?} {}-{}", s.days, s.opens.format("%H:%M"), s.closes.format("%H:%M")))
        .collect();
    assert_eq!(
        said,
        ["[Tue, Wed, Thu, Fri] 09:00-12:00", "[Tue, Wed, Thu, Fri] 14:00-18:00", "[Sat] 20:00-02:00"]
    );
    let always = read("24/7").regular_week().unwrap().specifications();
    assert_eq!(always.len(), 1);
    assert_eq!(always[0].days.len(), 7);
    assert_eq!(always[0].closes, NaiveTime::from_hms_opt(23, 59, 0).unwrap());
    for dated in
        ["Jul Mo 09:00-12:00", "Sa[1] 09:00-12:00", "week 2-52/2 Mo 09:00-12:00", "2026 Mo 09:00-12:00"]
    {
        assert_eq!(read(dated).regular_week(), None, "{dated}");
    }
    let days: Vec<Weekday> = week.days().map(|(day, _)| day).collect();
    assert_eq!(days.first(), Some(&Weekday::Mon));
}

/// Pieces of the syntax and of nonsense, put together at random.
fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "Mo",
        "Tu",
        "Su",
        "-",
        ",",
        ", ",
        "; ",
        " || ",
        " ",
        "09:00",
        "12:00",
        "24:00",
        "26:30",
        "48:00",
        "00:00",
        "-",
        "off",
        "open",
        "unknown",
        "\"sur rdv\"",
        "PH",
        "SH",
        " +1 day",
        " -9999 days",
        "[1]",
        "[-1]",
        "[1-5]",
        "Jan",
        "Feb 29",
        "Dec 31",
        "easter",
        "2026",
        "1900",
        "9999",
        "week 53",
        "week 1-53/2",
        "24/7",
        "sunset",
        "(dawn-01:00)",
        "+",
        "/",
        "é",
        "\u{0}",
        "00:60",
        "[9]",
        ":",
    ]);
    prop::collection::vec(pieces, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_text_breaks_anything(text in prop_oneof![any_text(), ".{0,60}"], minutes in 0i64..3_000_000) {
        let Ok(hours) = OpeningHours::parse(&text) else { return Ok(()) };
        prop_assert_eq!(OpeningHours::parse(hours.as_str()), Ok(hours.clone()));
        let now = at("2024-01-01 00:00") + TimeDelta::minutes(minutes);
        let _ = (hours.regular_week(), hours.week(now.date(), &calendar()));
        let state = hours.state_at(now, &calendar());
        // Nothing happens until the announced change.
        if let Some(change) = hours.next_change(now, &calendar()) {
            prop_assert!(change > now);
            let just_before = hours.state_at(change - TimeDelta::minutes(1), &calendar());
            prop_assert_eq!(just_before.is_open(), state.is_open(), "{} from {}", hours, now);
        }
    }

    #[test]
    fn real_weeks_keep_their_promises(index in 0..REAL.len(), minutes in 0i64..3_000_000) {
        let hours = read(REAL[index]);
        let now = at("2024-01-01 00:00") + TimeDelta::minutes(minutes);
        match hours.state_at(now, &Calendar::PLAIN) {
            OpenState::Open { until } => {
                let until = until.unwrap();
                prop_assert!(until > now);
                prop_assert!(!hours.state_at(until, &Calendar::PLAIN).is_open());
            }
            OpenState::Closed { opens, because } => {
                prop_assert_eq!(because, None);
                prop_assert!(hours.state_at(opens.unwrap(), &Calendar::PLAIN).is_open());
            }
            OpenState::Unknown { .. } => prop_assert!(false, "{} is certain", hours),
        }
    }
}
