//! What is typed, and what becomes of it.

use chrono::{NaiveDate, NaiveTime, Weekday};
use chrono_tz::Europe::Paris;

use super::read::{Around, Fault, event};
use super::read_when::{day, schedule, time};
use super::typed::Typed;
use super::write::typed_of;
use crate::domain::event::EventDraft;
use crate::domain::schedule::{End, NthWeekday, Pause, PublicHolidays, Rule, SchoolHolidays, Span};

const TODAY: &str = "2026-03-05";

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn typed(pairs: &[(&str, &str)]) -> Typed {
    let plain = [
        ("title", "Couture"),
        ("kind", "atelier"),
        ("date", "2026-03-12"),
        ("start", "18:30"),
        ("end", "20:30"),
    ];
    let kept = plain.into_iter().filter(|(name, _)| pairs.iter().all(|(n, _)| n != name));
    Typed::of_pairs(kept.chain(pairs.iter().copied()))
}

fn read(pairs: &[(&str, &str)]) -> Result<EventDraft, Vec<Fault>> {
    event(&typed(pairs), &Around { zone: Paris, today: date(TODAY), base: None })
}

fn faults(pairs: &[(&str, &str)]) -> Vec<(&'static str, &'static str)> {
    read(pairs).map(|_| ()).unwrap_err().iter().map(|fault| (fault.field, fault.key)).collect()
}

fn timed(start: &str, end: &str) -> Span {
    Span::Timed { start: start.parse().unwrap(), end: end.parse().unwrap() }
}

#[test]
fn hours_and_days_are_read_as_people_write_them() {
    for (text, hour, minute) in [
        ("18:30", 18, 30),
        ("18h30", 18, 30),
        ("18 h 30", 18, 30),
        ("9h", 9, 0),
        ("9", 9, 0),
        ("18:30:00", 18, 30),
    ] {
        assert_eq!(time(text), NaiveTime::from_hms_opt(hour, minute, 0), "{text}");
    }
    for text in ["", "h", "25:00", "18:60", "midi", "18:30x"] {
        assert_eq!(time(text), None, "{text:?}");
    }
    assert_eq!(day("2026-05-14"), Some(date("2026-05-14")));
    assert_eq!(day("14/05/2026"), Some(date("2026-05-14")));
    for text in ["", "14/5", "2026-02-30", "26-05-14", "demain"] {
        assert_eq!(day(text), None, "{text:?}");
    }
}

#[test]
fn five_fields_make_an_event() {
    let draft = read(&[]).unwrap();
    assert_eq!(draft.title, "Couture");
    assert_eq!(draft.schedule.span, timed("2026-03-12T18:30:00", "2026-03-12T20:30:00"));
    assert_eq!((draft.schedule.zone, draft.schedule.recurrence), (Paris, None));
}

#[test]
fn an_evening_ends_after_midnight_and_a_morning_does_not_end_before_it_began() {
    let span = |start, end| read(&[("start", start), ("end", end)]).map(|draft| draft.schedule.span);
    assert_eq!(span("20:00", "02:00"), Ok(timed("2026-03-12T20:00:00", "2026-03-13T02:00:00")));
    assert_eq!(
        faults(&[("start", "10:00"), ("end", "09:00")]),
        [("end", "publishing-fault-end-before-start")]
    );
    assert_eq!(
        faults(&[("start", "19:00"), ("end", "18:00")]),
        [("end", "publishing-fault-end-before-start")]
    );
    assert_eq!(
        faults(&[("start", "19:00"), ("end", "19:00")]),
        [("end", "publishing-fault-end-before-start")]
    );
    let camp = read(&[("last-day", "2026-03-15")]).unwrap();
    assert_eq!(camp.schedule.span, timed("2026-03-12T18:30:00", "2026-03-15T20:30:00"));
    let days = read(&[("whole-day", "on"), ("start", ""), ("end", "")]).unwrap();
    assert_eq!(days.schedule.span, Span::AllDay { first: date("2026-03-12"), last: date("2026-03-12") });
}

#[test]
fn each_fault_is_told_beside_its_field_and_all_at_once() {
    let long = "x".repeat(121);
    for (pairs, wanted) in [
        (vec![("title", "ab")], ("title", "publishing-fault-title-short")),
        (vec![("title", long.as_str())], ("title", "publishing-fault-title-long")),
        (vec![("kind", "fête")], ("kind", "publishing-fault-kind")),
        (vec![("date", "")], ("date", "publishing-fault-date")),
        (vec![("start", "")], ("start", "publishing-fault-start")),
        (vec![("end", "tard")], ("end", "publishing-fault-end")),
        (vec![("date", "2028-03-06")], ("date", "publishing-fault-too-far")),
        (vec![("date", "2025-03-03")], ("date", "publishing-fault-long-ago")),
        (vec![("last-day", "2026-05-15")], ("last-day", "publishing-fault-too-long")),
        (vec![("price", "dix")], ("price", "publishing-fault-price")),
        (vec![("price", "-3")], ("price", "publishing-fault-price")),
        (vec![("capacity", "0")], ("capacity", "publishing-fault-number")),
        (vec![("online", "visio")], ("online", "publishing-fault-online")),
        (vec![("repeats", "week"), ("every", "x")], ("every", "publishing-fault-every")),
        (vec![("repeats", "week"), ("every", "0")], ("every", "publishing-fault-every")),
        (vec![("repeats", "week"), ("until", "2026-03-01")], ("until", "publishing-fault-until")),
        (
            vec![("repeats", "week"), ("until", "2026-04-01"), ("count", "3")],
            ("count", "publishing-fault-two-ends"),
        ),
        (vec![("repeats", "week"), ("pause-to", "2026-04-01")], ("pause-from", "publishing-fault-pause")),
        (
            vec![("repeats", "dates"), ("dates", "2026-03-01")],
            ("dates", "publishing-fault-date-before-start"),
        ),
    ] {
        assert_eq!(faults(&pairs), [wanted], "{pairs:?}");
    }
    let all = faults(&[("title", ""), ("kind", ""), ("date", ""), ("start", ""), ("end", "")]);
    assert_eq!(
        all.iter().map(|(field, _)| *field).collect::<Vec<_>>(),
        ["title", "kind", "date", "start", "end"]
    );
}

#[test]
fn prices_are_euros_and_cents() {
    for (text, cents) in
        [("", None), ("0", Some(0)), ("12", Some(1200)), ("12,5", Some(1250)), ("12.50 €", Some(1250))]
    {
        assert_eq!(read(&[("price", text)]).unwrap().price_cents, cents, "{text}");
    }
}

#[test]
fn rules_are_what_was_meant() {
    let rule = |pairs: &[(&str, &str)]| read(pairs).unwrap().schedule.recurrence.unwrap().rule;
    assert_eq!(rule(&[("repeats", "week")]), Rule::Weekly { every: 1, days: vec![Weekday::Thu] });
    assert_eq!(
        rule(&[("repeats", "week"), ("every", "2"), ("weekday", "5"), ("weekday", "1")]),
        Rule::Weekly { every: 2, days: vec![Weekday::Mon, Weekday::Fri] }
    );
    let nth = |nth, weekday| NthWeekday { nth, weekday };
    assert_eq!(
        rule(&[("repeats", "month-weekday")]),
        Rule::MonthlyByWeekday { every: 1, days: vec![nth(2, Weekday::Thu)] }
    );
    assert_eq!(
        rule(&[("repeats", "month-weekday"), ("date", "2026-03-31")]),
        Rule::MonthlyByWeekday { every: 1, days: vec![nth(-1, Weekday::Tue)] }
    );
    assert_eq!(rule(&[("repeats", "month-date")]), Rule::MonthlyByDate { every: 1, day: 12 });
    assert_eq!(
        rule(&[("repeats", "dates"), ("dates", "2026-05-01"), ("dates-2", "2026-04-01")]),
        Rule::Dates { dates: vec![date("2026-04-01"), date("2026-05-01")] }
    );
    // A Thursday is said, Tuesdays are meant.
    let tuesdays = read(&[("repeats", "week"), ("weekday", "2")]).unwrap();
    assert_eq!(tuesdays.schedule.span, timed("2026-03-17T18:30:00", "2026-03-17T20:30:00"));
}

#[test]
fn a_series_says_where_it_stops_and_what_it_skips() {
    let draft = read(&[
        ("repeats", "week"),
        ("until", "2026-06-30"),
        ("holidays", "on"),
        ("school", "skip"),
        ("exclusion", "2026-04-02"),
        ("pause-from", "2026-05-01"),
        ("pause-to", "2026-05-20"),
    ]);
    let recurrence = draft.unwrap().schedule.recurrence.unwrap();
    assert_eq!(recurrence.end, End::Until(date("2026-06-30")));
    assert_eq!(recurrence.public_holidays, PublicHolidays::Skip);
    assert_eq!(recurrence.school_holidays, SchoolHolidays::Skip);
    assert_eq!(recurrence.exclusions, [date("2026-04-02")]);
    assert_eq!(recurrence.pauses, [Pause { from: date("2026-05-01"), resumes: Some(date("2026-05-20")) }]);
    let counted = read(&[("repeats", "day"), ("count", "5")]).unwrap();
    assert_eq!(counted.schedule.recurrence.unwrap().end, End::Count(5));
}

#[test]
fn an_event_comes_back_from_its_form_as_it_was() {
    for pairs in [
        vec![],
        vec![
            ("start", "20:00"),
            ("end", "02:00"),
            ("price", "12,50"),
            ("theme", "culture"),
            ("theme", "ecologie"),
        ],
        vec![
            ("whole-day", "on"),
            ("last-day", "2026-03-15"),
            ("mode", "hybride"),
            ("online", "https://a.fr"),
        ],
        vec![("repeats", "week"), ("every", "2"), ("weekday", "4"), ("count", "6"), ("holidays", "on")],
        vec![
            ("repeats", "month-weekday"),
            ("nth", "1"),
            ("nth", "3"),
            ("weekday", "2"),
            ("until", "2026-12-31"),
        ],
        vec![("repeats", "month-date"), ("date", "2026-03-31"), ("school", "only")],
        vec![
            ("repeats", "dates"),
            ("dates", "2026-04-01"),
            ("pause-from", "2026-07-01"),
            ("exclusion", "2026-04-01"),
        ],
        vec![
            ("capacity", "8"),
            ("registration", "ouverte"),
            ("closes", "24"),
            ("brick", "fablab"),
            ("room", "Salle"),
        ],
    ] {
        let draft = read(&pairs).unwrap();
        let around = Around { zone: Paris, today: date(TODAY), base: None };
        assert_eq!(event(&typed_of(&draft), &around).unwrap(), draft, "{pairs:?}");
    }
}

#[test]
fn dates_that_the_form_cannot_say_stay_when_they_are_left_alone() {
    let mut base = read(&[("repeats", "month-weekday")]).unwrap();
    let odd =
        vec![NthWeekday { nth: 2, weekday: Weekday::Thu }, NthWeekday { nth: -1, weekday: Weekday::Mon }];
    base.schedule.recurrence.as_mut().unwrap().rule = Rule::MonthlyByWeekday { every: 1, days: odd };
    let mut typed = typed_of(&base);
    assert_ne!(schedule(&typed, Paris).unwrap(), base.schedule);
    typed.set("title", "Couture du soir");
    let around = Around { zone: Paris, today: date(TODAY), base: Some(&base) };
    let read = event(&typed, &around).unwrap();
    assert_eq!((read.title.as_str(), read.schedule), ("Couture du soir", base.schedule.clone()));
}
