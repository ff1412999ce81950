//! The rules that people and RFC 5545 expect, one table each.

use chrono::{NaiveDateTime, Weekday};
use chrono_tz::{America, Europe, Indian, Tz};

use super::*;
use crate::domain::event::EventStatus;
use crate::domain::holidays::PublicHoliday;
use crate::domain::schedule::{End, NthWeekday, Pause, PublicHolidays, Recurrence, Rule, SchoolHolidays};

mod validity_tests;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn local(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn timed(start: &str, end: &str) -> Span {
    Span::Timed { start: local(start), end: local(end) }
}

fn all_day(first: &str, last: &str) -> Span {
    Span::AllDay { first: date(first), last: date(last) }
}

fn recurrence(rule: Rule, end: End) -> Recurrence {
    Recurrence {
        rule,
        end,
        exclusions: vec![],
        public_holidays: PublicHolidays::Keep,
        school_holidays: SchoolHolidays::Ignore,
        pauses: vec![],
    }
}

fn series(span: Span, rule: Rule, end: End) -> Schedule {
    Schedule { span, zone: Europe::Paris, recurrence: Some(recurrence(rule, end)) }
}

fn weekly(every: u16, days: &[Weekday]) -> Rule {
    Rule::Weekly { every, days: days.to_vec() }
}

fn nth(every: u16, days: &[(i8, Weekday)]) -> Rule {
    let days = days.iter().map(|&(nth, weekday)| NthWeekday { nth, weekday }).collect();
    Rule::MonthlyByWeekday { every, days }
}

/// Crest: the Drôme, zone A.
fn crest() -> Holidays<'static> {
    Holidays { territory: "26", school_zone: Some(SchoolZone::A), school: SchoolCalendar::built_in() }
}

fn expanded(schedule: &Schedule, through: &str) -> Expansion {
    expand(schedule, &[], &crest(), date(through))
}

fn keys(expansion: &Expansion) -> Vec<&str> {
    expansion.occurrences.iter().map(|o| o.key.as_str()).collect()
}

fn skips(expansion: &Expansion) -> Vec<(&str, SkipReason)> {
    expansion.skipped.iter().map(|s| (s.key.as_str(), s.reason.clone())).collect()
}

/// The start of each occurrence in UTC.
fn instants(expansion: &Expansion, format: &str) -> Vec<String> {
    expansion.occurrences.iter().map(|o| o.starts_at.format(format).to_string()).collect()
}

#[test]
fn the_contract_s_thursdays() {
    let rule = weekly(1, &[Weekday::Thu]);
    let mut schedule =
        series(timed("2026-03-05 18:30", "2026-03-05 20:30"), rule, End::Until(date("2026-05-07")));
    schedule.recurrence.as_mut().unwrap().exclusions = vec![date("2026-03-19")];
    let moved = Override {
        key: OccurrenceKey::parse("20260402T183000").unwrap(),
        span: Some(timed("2026-04-03 19:00", "2026-04-03 21:00")),
        ..Override::default()
    };
    let expansion = expand(&schedule, &[moved], &crest(), date("2028-01-01"));
    assert_eq!(
        instants(&expansion, "%m-%d %H:%M"),
        [
            "03-05 17:30",
            "03-12 17:30",
            "03-26 17:30",
            "04-03 17:00",
            "04-09 16:30",
            "04-16 16:30",
            "04-23 16:30",
            "04-30 16:30",
            "05-07 16:30",
        ]
    );
    assert_eq!(skips(&expansion), [("20260319T183000", SkipReason::Excluded)]);
    let moved = &expansion.occurrences[3];
    assert_eq!(moved.key.as_str(), "20260402T183000");
    assert_eq!(moved.original, timed("2026-04-02 18:30", "2026-04-02 20:30"));
    assert_eq!(moved.span, timed("2026-04-03 19:00", "2026-04-03 21:00"));
    assert_eq!((expansion.orphans.len(), expansion.truncated), (0, false));
}

#[test]
fn the_clock_on_the_wall_is_the_same_all_year() {
    for (zone, winter, summer) in [
        (Europe::Paris, "17:30", "16:30"),
        (Indian::Reunion, "14:30", "14:30"),
        (America::Miquelon, "21:30", "20:30"),
    ] {
        let mut schedule =
            series(timed("2026-01-15 18:30", "2026-01-15 19:30"), Rule::Daily { every: 180 }, End::Count(3));
        schedule.zone = zone;
        let expansion = expanded(&schedule, "2028-01-01");
        assert_eq!(instants(&expansion, "%H:%M"), [winter, summer, winter], "{zone}");
    }
}

#[test]
fn gaps_shift_forward_folds_take_the_first() {
    let starts = |start: &str, zone: Tz| {
        let start = local(start);
        let span = Span::Timed { start, end: start + chrono::Duration::hours(1) };
        let schedule =
            Schedule { span, zone, recurrence: Some(recurrence(Rule::Daily { every: 1 }, End::Count(3))) };
        let expansion = expanded(&schedule, "2028-01-01");
        let keys = keys(&expansion).into_iter().map(str::to_owned).collect::<Vec<_>>();
        (keys, instants(&expansion, "%dT%H:%M"))
    };
    let (keys, instants) = starts("2026-03-28 02:30", Europe::Paris);
    assert_eq!(keys, ["20260328T023000", "20260329T023000", "20260330T023000"]);
    assert_eq!(instants, ["28T01:30", "29T01:30", "30T00:30"]);
    let (_, instants) = starts("2026-10-24 02:30", Europe::Paris);
    assert_eq!(instants, ["24T00:30", "25T00:30", "26T01:30"]);
    let (_, instants) = starts("2026-03-07 02:30", America::Miquelon);
    assert_eq!(instants, ["07T05:30", "08T05:30", "09T04:30"]);
}

#[test]
fn an_evening_lasts_as_long_over_the_change_of_hour() {
    // Saturdays from 22:00, eight hours: over the spring change to 07:00, over the autumn's to 05:00.
    let span = timed("2026-03-21 22:00", "2026-03-22 06:00");
    let expansion = expanded(&series(span, weekly(1, &[Weekday::Sat]), End::Never), "2026-10-31");
    let at = |key: &str| expansion.occurrences.iter().find(|o| o.key.as_str() == key).unwrap();
    assert_eq!(at("20260328T220000").span, timed("2026-03-28 22:00", "2026-03-29 07:00"));
    assert_eq!(at("20261024T220000").span, timed("2026-10-24 22:00", "2026-10-25 05:00"));
    assert!(expansion.occurrences.iter().all(|o| (o.ends_at - o.starts_at).num_hours() == 8));
}

#[test]
fn whole_days_stay_as_many() {
    let schedule = series(all_day("2026-03-28", "2026-03-29"), weekly(30, &[Weekday::Sat]), End::Count(2));
    let expansion = expanded(&schedule, "2028-01-01");
    let spans: Vec<_> = expansion.occurrences.iter().map(|o| o.span).collect();
    assert_eq!(spans, [all_day("2026-03-28", "2026-03-29"), all_day("2026-10-24", "2026-10-25")]);
    let hours: Vec<_> = expansion.occurrences.iter().map(|o| (o.ends_at - o.starts_at).num_hours()).collect();
    assert_eq!(hours, [47, 49]);
}

#[test]
fn rules_fall_on_their_dates() {
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue};
    for (first, rule, expected) in [
        // A first date that does not match its rule is a date all the same.
        ("2026-01-07", weekly(1, &[Thu]), ["20260107", "20260108", "20260115", "20260122"]),
        ("2026-01-07", nth(1, &[(2, Sat)]), ["20260107", "20260110", "20260214", "20260314"]),
        (
            "2026-01-07",
            Rule::MonthlyByDate { every: 1, day: 5 },
            ["20260107", "20260205", "20260305", "20260405"],
        ),
        // Weeks begin on Monday: the Sunday belongs to the week of the Tuesday before it.
        ("2026-01-06", weekly(2, &[Sun, Tue]), ["20260106", "20260111", "20260120", "20260125"]),
        ("2026-01-11", weekly(2, &[Sun, Tue]), ["20260111", "20260120", "20260125", "20260203"]),
        ("2026-01-05", weekly(1, &[Fri, Mon, Mon]), ["20260105", "20260109", "20260112", "20260116"]),
        (
            "2026-01-31",
            Rule::MonthlyByDate { every: 1, day: 31 },
            ["20260131", "20260331", "20260531", "20260731"],
        ),
        (
            "2026-01-30",
            Rule::MonthlyByDate { every: 1, day: 30 },
            ["20260130", "20260330", "20260430", "20260530"],
        ),
        ("2026-01-29", nth(1, &[(5, Thu)]), ["20260129", "20260430", "20260730", "20261029"]),
        ("2026-01-30", nth(1, &[(-1, Fri)]), ["20260130", "20260227", "20260327", "20260424"]),
        // The fourth Friday is the last in February and March only.
        ("2026-01-23", nth(1, &[(-1, Fri), (4, Fri)]), ["20260123", "20260130", "20260227", "20260327"]),
        ("2026-01-03", nth(3, &[(1, Sat), (3, Sat)]), ["20260103", "20260117", "20260404", "20260418"]),
        ("2024-02-29", Rule::Yearly { every: 1 }, ["20240229", "20280229", "20320229", "20360229"]),
        ("2024-02-29", Rule::Yearly { every: 3 }, ["20240229", "20360229", "20480229", "20600229"]),
        ("2026-05-01", Rule::Yearly { every: 2 }, ["20260501", "20280501", "20300501", "20320501"]),
        ("2026-02-27", Rule::Daily { every: 2 }, ["20260227", "20260301", "20260303", "20260305"]),
        ("2026-02-27", Rule::Daily { every: 0 }, ["20260227", "20260228", "20260301", "20260302"]),
        ("2026-02-27", weekly(0, &[Fri]), ["20260227", "20260306", "20260313", "20260320"]),
    ] {
        let schedule = series(all_day(first, first), rule.clone(), End::Count(4));
        assert_eq!(keys(&expanded(&schedule, "2100-12-31")), expected, "{first} {rule:?}");
    }
}

#[test]
fn chosen_dates_are_sorted_with_the_first_and_come_once() {
    let dates = ["2026-05-02", "2026-04-04", "2026-05-02", "2026-03-07", "2026-01-01"].map(date).to_vec();
    let schedule = series(timed("2026-03-07 10:00", "2026-03-07 12:00"), Rule::Dates { dates }, End::Never);
    assert_eq!(
        keys(&expanded(&schedule, "2026-12-31")),
        ["20260307T100000", "20260404T100000", "20260502T100000"]
    );
    assert_eq!(keys(&expanded(&schedule, "2026-04-30")).len(), 2);
}

#[test]
fn the_end_is_included_and_the_count_is_of_the_rule() {
    let thursdays =
        |end| series(timed("2026-04-30 18:30", "2026-04-30 20:00"), weekly(1, &[Weekday::Thu]), end);
    let until = expanded(&thursdays(End::Until(date("2026-05-14"))), "2028-01-01");
    assert_eq!(keys(&until), ["20260430T183000", "20260507T183000", "20260514T183000"]);
    let mut counted = thursdays(End::Count(3));
    counted.recurrence.as_mut().unwrap().public_holidays = PublicHolidays::Skip;
    let counted = expanded(&counted, "2028-01-01");
    assert_eq!(keys(&counted), ["20260430T183000", "20260507T183000"]);
    assert_eq!(skips(&counted), [("20260514T183000", SkipReason::PublicHoliday(PublicHoliday::Ascension))]);
}

#[test]
fn holidays_pauses_and_exclusions_take_dates_away_and_say_why() {
    let mut schedule = series(all_day("2026-03-30", "2026-03-30"), weekly(1, &[Weekday::Mon]), End::Never);
    let recurrence = schedule.recurrence.as_mut().unwrap();
    recurrence.public_holidays = PublicHolidays::Skip;
    recurrence.school_holidays = SchoolHolidays::Skip;
    recurrence.exclusions = vec![date("2026-06-01"), date("2026-05-25")];
    recurrence.pauses = vec![
        Pause { from: date("2026-06-08"), resumes: Some(date("2026-06-22")) },
        Pause { from: date("2026-06-30"), resumes: None },
    ];
    let expansion = expanded(&schedule, "2026-07-06");
    assert_eq!(
        keys(&expansion),
        ["20260330", "20260420", "20260427", "20260504", "20260511", "20260518", "20260622", "20260629"]
    );
    let spring = SkipReason::SchoolHoliday { name: "Vacances de printemps".to_owned() };
    assert_eq!(
        skips(&expansion),
        [
            ("20260406", SkipReason::PublicHoliday(PublicHoliday::EasterMonday)),
            ("20260413", spring),
            ("20260525", SkipReason::Excluded), // and Whit Monday
            ("20260601", SkipReason::Excluded),
            ("20260608", SkipReason::Paused),
            ("20260615", SkipReason::Paused),
            ("20260706", SkipReason::Paused),
        ]
    );
}

#[test]
fn only_in_the_school_holidays_means_the_known_ones() {
    let mut schedule = series(all_day("2028-08-21", "2028-08-21"), weekly(1, &[Weekday::Mon]), End::Count(4));
    schedule.recurrence.as_mut().unwrap().school_holidays = SchoolHolidays::Only;
    let expansion = expanded(&schedule, "2029-01-01");
    assert_eq!(keys(&expansion), ["20280821", "20280828"]);
    assert_eq!(
        skips(&expansion),
        [("20280904", SkipReason::OutsideSchoolHolidays), ("20280911", SkipReason::OutsideSchoolHolidays)]
    );
    let ajaccio = Holidays { territory: "2A", school_zone: None, ..crest() };
    let nowhere = expand(&schedule, &[], &ajaccio, date("2029-01-01"));
    assert_eq!((nowhere.occurrences.len(), nowhere.skipped.len()), (0, 4));
    schedule.recurrence.as_mut().unwrap().school_holidays = SchoolHolidays::Skip;
    assert_eq!(expand(&schedule, &[], &ajaccio, date("2029-01-01")).occurrences.len(), 4);
}

#[test]
fn the_territory_decides_on_its_holidays() {
    let mut schedule = series(all_day("2026-05-08", "2026-05-08"), weekly(1, &[Weekday::Fri]), End::Count(4));
    schedule.recurrence.as_mut().unwrap().public_holidays = PublicHolidays::Skip;
    assert_eq!(keys(&expanded(&schedule, "2026-12-31")), ["20260515", "20260522", "20260529"]);
    let fort_de_france = Holidays { territory: "972", school_zone: None, ..crest() };
    let expansion = expand(&schedule, &[], &fort_de_france, date("2026-12-31"));
    assert_eq!(keys(&expansion), ["20260515", "20260529"]);
}

#[test]
fn overrides_keep_their_key_or_are_orphans() {
    let change =
        |key: &str, span| Override { key: OccurrenceKey::parse(key).unwrap(), span, ..Override::default() };
    let mut schedule =
        series(timed("2026-03-05 18:30", "2026-03-05 20:30"), weekly(1, &[Weekday::Thu]), End::Never);
    schedule.recurrence.as_mut().unwrap().exclusions = vec![date("2026-03-12")];
    let overrides = [
        change("20260319T183000", Some(all_day("2026-03-21", "2026-03-22"))),
        Override { status: Some(EventStatus::Cancelled), ..change("20260326T183000", None) },
        change("20260312T183000", Some(timed("2026-03-13 18:30", "2026-03-13 20:30"))), // skipped
        change("20260320T183000", None),                                                // a Friday
        change("20260305T190000", None),                                                // another hour
        change("20260326", None),                                                       // whole days
        change("20260331T183000", None), // after the last date, before the horizon
        Override::default(),
        change("20270105T183000", None), // beyond the horizon: not judged
    ];
    let expansion = expand(&schedule, &overrides, &crest(), date("2026-04-01"));
    assert_eq!(keys(&expansion), ["20260305T183000", "20260319T183000", "20260326T183000"]);
    let moved = &expansion.occurrences[1];
    assert_eq!(moved.span, all_day("2026-03-21", "2026-03-22"));
    assert_eq!(moved.starts_at, local("2026-03-20 23:00").and_utc());
    assert_eq!(moved.ends_at, local("2026-03-22 23:00").and_utc());
    let orphans: Vec<_> = expansion.orphans.iter().map(OccurrenceKey::as_str).collect();
    assert_eq!(
        orphans,
        ["", "20260305T190000", "20260312T183000", "20260320T183000", "20260326", "20260331T183000"]
    );
}

#[test]
fn the_first_date_is_given_even_beyond_the_horizon() {
    let one_off = Schedule {
        span: timed("2029-06-01 18:00", "2029-06-01 20:00"),
        zone: Europe::Paris,
        recurrence: None,
    };
    assert_eq!(keys(&expanded(&one_off, "2026-01-01")), ["20290601T180000"]);
    let weekly = series(one_off.span, weekly(1, &[Weekday::Fri]), End::Never);
    assert_eq!(keys(&expanded(&weekly, "2026-01-01")), ["20290601T180000"]);
}

#[test]
fn endless_and_senseless_series_are_cut() {
    let daily = |first: &str, rule| series(all_day(first, first), rule, End::Never);
    let expansion = expanded(&daily("1900-01-01", Rule::Daily { every: 1 }), "2100-12-31");
    assert_eq!((expansion.occurrences.len(), expansion.truncated), (MOST_OCCURRENCES, true));
    assert_eq!(keys(&expansion).last(), Some(&"19130909"));
}

#[test]
fn no_rule_and_no_date_does_harm() {
    use Weekday::{Mon, Sun};
    let (early, never) = (NaiveDate::MIN, date("1970-01-01"));
    for (first, rule) in [
        (early, Rule::Daily { every: u16::MAX }),
        (early, weekly(u16::MAX, &[Mon, Sun])),
        (early, Rule::MonthlyByDate { every: u16::MAX, day: 255 }),
        (early, Rule::Yearly { every: u16::MAX }),
        (NaiveDate::MAX, weekly(1, &[Mon, Sun])),
        (NaiveDate::MAX, nth(1, &[(-1, Sun)])),
        (never, weekly(1, &[])),
        (never, Rule::MonthlyByDate { every: 1, day: 0 }),
        (never, nth(1, &[(0, Mon), (6, Mon), (-2, Mon), (i8::MIN, Mon)])),
        (never, Rule::Dates { dates: vec![NaiveDate::MAX, NaiveDate::MIN] }),
    ] {
        for span in [
            Span::AllDay { first, last: NaiveDate::MAX },
            Span::AllDay { first, last: NaiveDate::MIN },
            Span::Timed { start: first.into(), end: NaiveDateTime::MAX },
            Span::Timed { start: first.into(), end: NaiveDateTime::MIN },
        ] {
            let counted = series(span, rule.clone(), End::Count(0));
            assert_eq!(
                expand(&counted, &[], &crest(), NaiveDate::MAX).occurrences.len(),
                1,
                "{first} {rule:?}"
            );
            let endless = series(span, rule.clone(), End::Never);
            assert!(!expand(&endless, &[], &crest(), NaiveDate::MAX).occurrences.is_empty());
        }
    }
}

#[test]
fn a_series_begins_on_the_first_date_that_its_pattern_has() {
    let thursday = "2026-03-05";
    for (rule, first, next) in [
        (weekly(1, &[Weekday::Thu]), "2026-03-05", Some("2026-03-12")),
        (weekly(2, &[Weekday::Tue]), "2026-03-10", Some("2026-03-24")),
        (weekly(1, &[Weekday::Mon, Weekday::Fri]), "2026-03-06", Some("2026-03-09")),
        (nth(1, &[(2, Weekday::Sat)]), "2026-03-14", Some("2026-04-11")),
        (nth(2, &[(-1, Weekday::Thu)]), "2026-03-26", Some("2026-05-28")),
        (Rule::MonthlyByDate { every: 1, day: 31 }, "2026-03-31", Some("2026-05-31")),
        (Rule::Daily { every: 3 }, thursday, Some("2026-03-08")),
        (Rule::Yearly { every: 1 }, thursday, Some("2027-03-05")),
        (Rule::Dates { dates: vec![date("2026-04-01")] }, thursday, Some("2026-04-01")),
        (Rule::Dates { dates: vec![] }, thursday, None),
    ] {
        let begins = first_on_rule(&rule, date(thursday));
        assert_eq!(begins, date(first), "{rule:?}");
        assert_eq!(next_on_rule(&rule, begins), next.map(date), "{rule:?}");
    }
}
