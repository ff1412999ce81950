//! Both languages side by side; no-break spaces are read as spaces.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Tz;

use super::*;
use crate::domain::schedule::Span;

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn check(got: impl Fn(Locale) -> String, french: &str, english: &str) {
    assert_eq!(got(Locale::Fr).replace(['\u{a0}', '\u{202f}'], " "), french);
    assert_eq!(got(Locale::En).replace(['\u{a0}', '\u{202f}'], " "), english);
}

#[test]
fn one_day() {
    let thursday = on("2026-03-05");
    check(|l| day_long(l, thursday), "jeudi 5 mars 2026", "Thursday 5 March 2026");
    check(|l| day(l, thursday), "jeudi 5 mars", "Thursday 5 March");
    check(|l| day_short(l, thursday), "jeu. 5 mars", "Thu 5 Mar");
    check(|l| day_short(l, on("2026-02-01")), "dim. 1er févr.", "Sun 1 Feb");
    check(|l| date(l, on("2026-09-01")), "1er septembre 2026", "1 September 2026");
    check(|l| day_long(l, on("2028-02-29")), "mardi 29 février 2028", "Tuesday 29 February 2028");
    check(|l| day_month(l, on("2026-08-21")), "21 août", "21 August");
    check(|l| month(l, thursday), "mars 2026", "March 2026");
    assert_eq!(numeric(thursday), "05/03/2026");
}

#[test]
fn days_in_a_row_share_what_they_can() {
    let said = |a: &str, b: &str, year| {
        let (a, b) = (on(a), on(b));
        move |l| period(l, a, b, year)
    };
    check(said("2026-03-02", "2026-03-08", true), "du 2 au 8 mars 2026", "from 2 to 8 March 2026");
    check(said("2026-03-30", "2026-04-05", false), "du 30 mars au 5 avril", "from 30 March to 5 April");
    check(
        said("2026-12-28", "2027-01-03", true),
        "du 28 décembre 2026 au 3 janvier 2027",
        "from 28 December 2026 to 3 January 2027",
    );
    check(said("2026-05-01", "2026-05-03", true), "du 1er au 3 mai 2026", "from 1 to 3 May 2026");
    check(said("2026-05-01", "2026-05-01", true), "le 1er mai 2026", "on 1 May 2026");
    check(|l| week(l, on("2026-03-05")), "semaine du 2 au 8 mars 2026", "week of 2 to 8 March 2026");
    check(
        |l| week(l, on("2026-04-05")),
        "semaine du 30 mars au 5 avril 2026",
        "week of 30 March to 5 April 2026",
    );
    check(
        |l| week(l, on("2027-01-01")),
        "semaine du 28 décembre 2026 au 3 janvier 2027",
        "week of 28 December 2026 to 3 January 2027",
    );
}

#[test]
fn chosen_dates() {
    let days = ["2026-03-05", "2026-03-12", "2026-03-19", "2026-04-02"].map(on);
    check(
        |l| dates(l, &days),
        "les 5, 12 et 19 mars et le 2 avril 2026",
        "5, 12 and 19 March and 2 April 2026",
    );
    check(|l| dates(l, &[on("2026-03-01")]), "le 1er mars 2026", "1 March 2026");
    let years = ["2026-12-17", "2027-01-07"].map(on);
    check(
        |l| dates(l, &years),
        "le 17 décembre 2026 et le 7 janvier 2027",
        "17 December 2026 and 7 January 2027",
    );
    check(|l| dates(l, &[]), "", "");
}

#[test]
fn days_seen_from_today() {
    let table = [
        ("2026-03-05", "aujourd’hui", "today"),
        ("2026-03-06", "demain", "tomorrow"),
        ("2026-03-04", "hier", "yesterday"),
        ("2026-03-07", "samedi", "Saturday"),
        ("2026-03-11", "mercredi", "Wednesday"),
        ("2026-03-12", "jeudi 12 mars", "Thursday 12 March"),
        ("2026-03-03", "mardi 3 mars", "Tuesday 3 March"),
        ("2027-01-01", "vendredi 1er janvier 2027", "Friday 1 January 2027"),
    ];
    for (day, french, english) in table {
        check(|l| relative_day(l, on(day), on("2026-03-05")), french, english);
    }
}

#[test]
fn times_and_durations() {
    let said = |text: &str| {
        let value: NaiveTime = text.parse().unwrap();
        move |l| time(l, value)
    };
    check(said("18:30:00"), "18 h 30", "18:30");
    check(said("09:00:00"), "9 h", "09:00");
    check(said("09:05:00"), "9 h 05", "09:05");
    check(said("12:00:00"), "12 h", "12:00");
    check(said("00:00:00"), "minuit", "midnight");
    check(said("00:15:00"), "0 h 15", "00:15");
    check(|l| duration(l, TimeDelta::minutes(45)), "45 min", "45 min");
    check(|l| duration(l, TimeDelta::minutes(120)), "2 h", "2 h");
    check(|l| duration(l, TimeDelta::minutes(95)), "1 h 35", "1 h 35 min");
    check(|l| duration(l, TimeDelta::days(1)), "1 jour", "1 day");
    check(|l| duration(l, TimeDelta::days(3)), "3 jours", "3 days");
    check(|l| duration(l, TimeDelta::hours(46)), "46 h", "46 h");
    check(|l| duration(l, TimeDelta::minutes(-5)), "0 min", "0 min");
}

#[test]
fn spans() {
    let timed = |start: &str, end: &str| Span::Timed { start: at(start), end: at(end) };
    let whole = |first: &str, last: &str| Span::AllDay { first: on(first), last: on(last) };
    let table = [
        (
            timed("2026-03-05 18:30", "2026-03-05 20:30"),
            "jeudi 5 mars 2026, de 18 h 30 à 20 h 30",
            "Thursday 5 March 2026, 18:30 to 20:30",
        ),
        (
            timed("2026-03-07 22:00", "2026-03-08 02:00"),
            "samedi 7 mars 2026, de 22 h à 2 h le lendemain",
            "Saturday 7 March 2026, 22:00 to 02:00 the next day",
        ),
        (
            timed("2026-12-31 20:00", "2027-01-01 00:00"),
            "jeudi 31 décembre 2026, de 20 h à minuit",
            "Thursday 31 December 2026, 20:00 to midnight",
        ),
        (
            timed("2026-03-07 00:00", "2026-03-08 00:00"),
            "samedi 7 mars 2026, de minuit à minuit",
            "Saturday 7 March 2026, midnight to midnight",
        ),
        (
            timed("2026-03-05 18:30", "2026-03-05 18:30"),
            "jeudi 5 mars 2026, à 18 h 30",
            "Thursday 5 March 2026, at 18:30",
        ),
        (
            timed("2026-07-03 18:00", "2026-07-05 16:00"),
            "du vendredi 3 juillet à 18 h au dimanche 5 juillet 2026 à 16 h",
            "from Friday 3 July at 18:00 to Sunday 5 July 2026 at 16:00",
        ),
        (
            timed("2026-12-31 20:00", "2027-01-02 10:00"),
            "du jeudi 31 décembre 2026 à 20 h au samedi 2 janvier 2027 à 10 h",
            "from Thursday 31 December 2026 at 20:00 to Saturday 2 January 2027 at 10:00",
        ),
        (
            whole("2026-06-13", "2026-06-13"),
            "samedi 13 juin 2026, toute la journée",
            "Saturday 13 June 2026, all day",
        ),
        (
            whole("2026-07-03", "2026-07-06"),
            "du vendredi 3 au lundi 6 juillet 2026",
            "from Friday 3 to Monday 6 July 2026",
        ),
        (
            whole("2026-06-30", "2026-07-01"),
            "du mardi 30 juin au mercredi 1er juillet 2026",
            "from Tuesday 30 June to Wednesday 1 July 2026",
        ),
    ];
    for (value, french, english) in table {
        check(|l| span(l, &value, true), french, english);
    }
    let night = timed("2026-03-07 22:00", "2026-03-08 02:00");
    check(
        |l| span(l, &night, false),
        "samedi 7 mars, de 22 h à 2 h le lendemain",
        "Saturday 7 March, 22:00 to 02:00 the next day",
    );
}

#[test]
fn zones() {
    let table = [
        (Tz::Europe__Paris, "heure de Paris", "Paris time"),
        (Tz::Indian__Reunion, "heure de La Réunion", "Réunion time"),
        (Tz::America__Cayenne, "heure de la Guyane", "French Guiana time"),
        (Tz::Pacific__Marquesas, "heure des Marquises", "Marquesas time"),
        (Tz::Europe__Amsterdam, "heure d’Amsterdam", "Amsterdam time"),
        (Tz::America__New_York, "heure de New York", "New York time"),
        (Tz::America__Argentina__Buenos_Aires, "heure de Buenos Aires", "Buenos Aires time"),
        (Tz::UTC, "heure UTC", "UTC time"),
    ];
    for (zone, french, english) in table {
        check(|l| zone_name(l, zone), french, english);
    }
}

#[test]
fn machines_get_the_offset() {
    let instant = Tz::Europe__Paris.with_ymd_and_hms(2026, 3, 5, 18, 30, 0).unwrap();
    assert_eq!(machine(&instant), "2026-03-05T18:30:00+01:00");
    assert_eq!(machine(&instant.with_timezone(&Tz::UTC)), "2026-03-05T17:30:00+00:00");
    let noumea = Tz::Pacific__Noumea.with_ymd_and_hms(2026, 7, 14, 9, 0, 0).unwrap();
    assert_eq!(machine(&noumea), "2026-07-14T09:00:00+11:00");
}
