//! Private feeds: what their reader takes part in, among what is published to all.

use super::tests::{change, instant, key, moved_to_friday, once, plain, thursdays, timed};
use super::text::tests::{assert_well_formed, unfold};
use super::*;
use crate::domain::event::{EventStatus, Override};
use crate::domain::schedule::{OccurrenceKey, Span};
use crate::i18n::Locale;

const UID: &str = "0f0c9b4e-58f3-4c39-8a55-0d9d4c8e7a10@exemple.fr";

fn part(dates: OwnDates<'_>, reminders: bool) -> Option<TakingPart<'_>> {
    Some(TakingPart { dates, reminders, changed_at: instant("2026-02-20T12:00:00Z") })
}

/// Of each VEVENT: which date it is, whether it takes time, when it rings, and its DTSTAMP.
fn told(ics: &str) -> Vec<[String; 4]> {
    assert_well_formed(ics);
    let lines = unfold(ics);
    let blocks = lines.split(|line| line == "BEGIN:VEVENT").skip(1);
    let value = |block: &[String], name: &str| {
        let line = block.iter().find(|line| line.starts_with(name));
        line.and_then(|line| line.rsplit_once(':')).map_or(String::new(), |(_, value)| value.to_owned())
    };
    blocks
        .map(|block| ["RECURRENCE-ID", "TRANSP", "TRIGGER", "DTSTAMP"].map(|name| value(block, name)))
        .collect()
}

#[test]
fn a_one_off_that_the_reader_goes_to_takes_their_time_and_rings() {
    let schedule = once(timed("2026-03-05 18:30", "2026-03-05 20:30"));
    let event = FeedEvent { taking_part: part(OwnDates::All, true), ..plain(UID, &schedule) };
    let ics = write_event(&event, Locale::Fr);
    assert_eq!(told(&ics), [["", "OPAQUE", "-PT1H", "20260220T120000Z"]]);
    let alarm =
        "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT1H\r\nDESCRIPTION:Café réparation\r\nEND:VALARM\r\n";
    assert!(ics.contains(alarm), "{ics}");
    let quiet = FeedEvent { taking_part: part(OwnDates::All, false), ..event };
    assert_eq!(told(&write_event(&quiet, Locale::Fr)), [["", "OPAQUE", "", "20260220T120000Z"]]);
    let public = FeedEvent { taking_part: None, ..event };
    assert_eq!(told(&write_event(&public, Locale::Fr)), [["", "TRANSPARENT", "", "20260210T090000Z"]]);
}

#[test]
fn whole_days_ring_the_evening_before_and_what_is_cancelled_does_not() {
    let schedule =
        once(Span::AllDay { first: super::tests::day("2026-06-13"), last: super::tests::day("2026-06-14") });
    let event = FeedEvent { taking_part: part(OwnDates::All, true), ..plain(UID, &schedule) };
    assert_eq!(told(&write_event(&event, Locale::Fr))[0][2], "-PT6H");
    for off in [EventStatus::Cancelled, EventStatus::Postponed] {
        assert_eq!(told(&write_event(&FeedEvent { status: off, ..event }, Locale::Fr))[0][2], "");
    }
    assert_eq!(told(&write_event(&FeedEvent { withdrawn: true, ..event }, Locale::Fr))[0][2], "");
}

/// Within the series of a place that the reader follows, one date is theirs.
#[test]
fn own_dates_stand_apart_in_a_series() {
    let (schedule, moved) = (thursdays(), moved_to_friday());
    let overrides = [change(&moved)];
    let own = [key("20260402T183000"), key("20260416T183000"), key("20260402")];
    let event = FeedEvent {
        overrides: &overrides,
        taking_part: part(OwnDates::These(&own), true),
        ..plain(UID, &schedule)
    };
    assert_eq!(
        told(&write_event(&event, Locale::Fr)),
        [
            ["", "TRANSPARENT", "", "20260210T090000Z"],
            ["20260402T183000", "OPAQUE", "-PT1H", "20260220T120000Z"],
            ["20260416T183000", "OPAQUE", "-PT1H", "20260220T120000Z"],
        ]
    );
}

/// Of a series that the reader does not follow, their dates alone are in the feed.
#[test]
fn own_dates_stand_without_their_series() {
    let (schedule, moved) = (thursdays(), moved_to_friday());
    let off =
        Override { key: key("20260416T183000"), status: Some(EventStatus::Cancelled), ..Override::default() };
    let overrides = [change(&moved), change(&off)];
    let own = [key("20260416T183000"), key("20260402T183000"), key("20260423T183000")];
    let exdates = [key("20260423T183000")];
    let event = FeedEvent {
        overrides: &overrides,
        exdates: &exdates,
        taking_part: part(OwnDates::These(&own), true),
        ..plain(UID, &schedule)
    };
    let ics = write_own_dates(&event, Locale::Fr);
    assert_eq!(
        told(&ics),
        [
            ["20260402T183000", "OPAQUE", "-PT1H", "20260220T120000Z"],
            ["20260416T183000", "OPAQUE", "", "20260220T120000Z"],
        ]
    );
    assert!(ics.contains("DTSTART;TZID=Europe/Paris:20260403T190000") && !ics.contains("RRULE"));
    let none: [OccurrenceKey; 0] = [];
    let nothing = FeedEvent { taking_part: part(OwnDates::These(&none), true), ..event };
    assert_eq!(write_own_dates(&nothing, Locale::Fr), "");
}

#[test]
fn a_series_that_the_reader_takes_part_in_as_a_whole_is_all_theirs() {
    let (schedule, moved) = (thursdays(), moved_to_friday());
    let overrides = [change(&moved)];
    let event =
        FeedEvent { overrides: &overrides, taking_part: part(OwnDates::All, true), ..plain(UID, &schedule) };
    let told = told(&write_event(&event, Locale::Fr));
    assert_eq!(told.len(), 2);
    assert!(told.iter().all(|[_, transp, rings, _]| transp == "OPAQUE" && rings == "-PT1H"), "{told:?}");
}
