//! Feeds for the real readers of `tests/readers`, each with the dates that a reader must see in it
//! (the format is told at the top of `tests/readers/check.py`).

use std::fs;
use std::path::Path;

use chrono::Weekday;
use chrono_tz::Europe::Paris;
use chrono_tz::{America, Tz};
use serde_json::{Value, json};

use super::tests::{change, day, head, key, moved_to_friday, once, plain, repeating, thursdays, timed};
use super::*;
use crate::domain::event::{EventStatus, Override};
use crate::domain::schedule::{End, NthWeekday, Rule, Schedule, Span};
use crate::i18n::Locale;

const UID: &str = "5b1f6a52-6f0e-4c5e-9a2c-3f6f3a0f0c11@exemple.fr";

/// One date as a reader must see it: instants in UTC or, for whole days, dates with the end excluded.
fn seen(start: &str, end: &str, status: &str, summary: &str) -> Value {
    json!({"uid": UID, "start": start, "end": end, "status": status, "summary": summary})
}

/// A date of Café réparation on which nothing differs.
fn as_usual(start: &str, end: &str) -> Value {
    seen(start, end, "CONFIRMED", "Café réparation")
}

fn publish(name: &str, zones: &[Tz], events: &[String], expected: &[Value]) {
    write(name, &write_calendar(&head(), zones, events.iter().map(String::as_str)), expected);
}

fn write(name: &str, feed: &str, expected: &[Value]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/feeds");
    fs::create_dir_all(&folder).unwrap();
    super::text::tests::assert_well_formed(feed);
    fs::write(folder.join(format!("{name}.ics")), feed).unwrap();
    let expected =
        json!({"from": "2026-01-01T00:00:00Z", "to": "2027-01-01T00:00:00Z", "occurrences": expected});
    fs::write(folder.join(format!("{name}.expected.json")), format!("{expected:#}\n")).unwrap();
}

fn publish_event(name: &str, event: &FeedEvent<'_>, expected: &[Value]) {
    publish(name, &[event.schedule.zone], &[write_event(event, Locale::Fr)], expected);
}

#[test]
fn weekly_over_the_change_of_hour_with_a_gap_a_move_and_a_cancellation() {
    let schedule = thursdays();
    let cancelled = Override {
        key: key("20260416T183000"),
        status: Some(EventStatus::Cancelled),
        note: Some("Pont.".to_owned()),
        ..Override::default()
    };
    let (moved, exdates) = (moved_to_friday(), [key("20260319T183000")]);
    let overrides = [change(&moved), change(&cancelled)];
    let event = FeedEvent { exdates: &exdates, overrides: &overrides, ..plain(UID, &schedule) };
    publish_event(
        "weekly",
        &event,
        &[
            as_usual("2026-03-05T17:30:00Z", "2026-03-05T19:30:00Z"),
            as_usual("2026-03-12T17:30:00Z", "2026-03-12T19:30:00Z"),
            as_usual("2026-03-26T17:30:00Z", "2026-03-26T19:30:00Z"),
            seen(
                "2026-04-03T17:00:00Z",
                "2026-04-03T19:00:00Z",
                "CONFIRMED",
                "Déplacé\u{a0}: Café réparation",
            ),
            as_usual("2026-04-09T16:30:00Z", "2026-04-09T18:30:00Z"),
            seen(
                "2026-04-16T16:30:00Z",
                "2026-04-16T18:30:00Z",
                "CANCELLED",
                "Annulé\u{a0}: Café réparation",
            ),
            as_usual("2026-04-23T16:30:00Z", "2026-04-23T18:30:00Z"),
            as_usual("2026-04-30T16:30:00Z", "2026-04-30T18:30:00Z"),
            as_usual("2026-05-07T16:30:00Z", "2026-05-07T18:30:00Z"),
        ],
    );
    let one = write_occurrence(&event, &key("20260402T183000"), Locale::Fr).unwrap();
    let seen =
        seen("2026-04-03T17:00:00Z", "2026-04-03T19:00:00Z", "CONFIRMED", "Déplacé\u{a0}: Café réparation");
    publish("one-date", &[Paris], &[one], &[seen]);
}

/// In a private feed: dates that the reader goes to, without their series.
#[test]
fn own_dates_without_their_series() {
    let (schedule, moved) = (thursdays(), moved_to_friday());
    let overrides = [change(&moved)];
    let own = [key("20260312T183000"), key("20260402T183000")];
    let part = TakingPart {
        dates: OwnDates::These(&own),
        reminders: true,
        changed_at: "2026-02-20T12:00:00Z".parse().unwrap(),
    };
    let event = FeedEvent { overrides: &overrides, taking_part: Some(part), ..plain(UID, &schedule) };
    let dates = write_own_dates(&event, Locale::Fr);
    publish(
        "own-dates",
        &[Paris],
        &[dates],
        &[
            as_usual("2026-03-12T17:30:00Z", "2026-03-12T19:30:00Z"),
            seen(
                "2026-04-03T17:00:00Z",
                "2026-04-03T19:00:00Z",
                "CONFIRMED",
                "Déplacé\u{a0}: Café réparation",
            ),
        ],
    );
}

/// What is sent to one person: the series with its move, one date of it, and that date taken out again.
#[test]
fn invitations_of_a_series_and_of_one_date() {
    let (schedule, moved) = (thursdays(), moved_to_friday());
    let (overrides, exdates) = ([change(&moved)], [key("20260319T183000")]);
    let (uid, host) = UID.split_once('@').unwrap();
    let event = FeedEvent { overrides: &overrides, exdates: &exdates, ..plain(uid, &schedule) };
    let now = "2026-02-20T12:00:00Z".parse().unwrap();
    let posting = Posting {
        origin: "https://exemple.fr",
        host,
        mailbox: "agenda@exemple.fr",
        answers: true,
        name: "Camille \"Cam\" Roux, Die",
        address: "camille@exemple.fr",
        locale: Locale::Fr,
    };
    let off =
        seen("2026-04-03T17:00:00Z", "2026-04-03T19:00:00Z", "CONFIRMED", "Déplacé\u{a0}: Café réparation");
    let gone =
        seen("2026-04-03T17:00:00Z", "2026-04-03T19:00:00Z", "CANCELLED", "Annulé\u{a0}: Café réparation");
    let usual = |day: &str, from: &str, to: &str| {
        as_usual(&format!("2026-{day}T{from}Z"), &format!("2026-{day}T{to}Z"))
    };
    let winter = |day: &str| usual(day, "17:30:00", "19:30:00");
    let summer = |day: &str| usual(day, "16:30:00", "18:30:00");
    let all = [
        winter("03-05"),
        winter("03-12"),
        winter("03-26"),
        off.clone(),
        summer("04-09"),
        summer("04-16"),
        summer("04-23"),
        summer("04-30"),
        summer("05-07"),
    ];
    let one = Invitation::to(&event, Some(&moved.key), now);
    let cancelled = one.clone().cancelled(Some(EventStatus::Cancelled), 9, now);
    write("invitation-series", &Invitation::to(&event, None, now).write(&posting), &all);
    write("invitation-date", &one.write(&posting), &[off]);
    write("invitation-cancelled", &cancelled.write(&posting), &[gone]);
}

#[test]
fn whole_days_once_and_every_week() {
    let schedule = once(Span::AllDay { first: day("2026-06-13"), last: day("2026-06-14") });
    publish_event("all-day", &plain(UID, &schedule), &[as_usual("2026-06-13", "2026-06-15")]);

    let saturdays = Rule::Weekly { every: 2, days: vec![Weekday::Sat] };
    let first = Span::AllDay { first: day("2026-03-14"), last: day("2026-03-14") };
    let schedule = repeating(first, saturdays, End::Until(day("2026-04-25")));
    let exdates = [key("20260411")];
    let days = ["2026-03-14", "2026-03-28", "2026-04-25"];
    let next = ["2026-03-15", "2026-03-29", "2026-04-26"];
    let expected: Vec<Value> = days.iter().zip(next).map(|(day, next)| as_usual(day, next)).collect();
    publish_event("all-day-series", &FeedEvent { exdates: &exdates, ..plain(UID, &schedule) }, &expected);
}

#[test]
fn a_night_over_the_change_of_hour() {
    let schedule = once(timed("2026-10-24 22:00", "2026-10-25 06:00"));
    let expected = [as_usual("2026-10-24T20:00:00Z", "2026-10-25T05:00:00Z")];
    publish_event("over-midnight", &plain(UID, &schedule), &expected);

    // Every night lasts eight hours: the one of the change of hour ends at 5.
    let nightly = Rule::Weekly { every: 1, days: vec![Weekday::Sat] };
    let schedule = repeating(timed("2026-10-17 22:00", "2026-10-18 06:00"), nightly, End::Count(3));
    let full =
        Override { key: key("20261024T220000"), status: Some(EventStatus::Full), ..Override::default() };
    let overrides = [change(&full)];
    let event = FeedEvent { overrides: &overrides, ..plain(UID, &schedule) };
    let full = "Complet\u{a0}: Café réparation";
    let expected = [
        as_usual("2026-10-17T20:00:00Z", "2026-10-18T04:00:00Z"),
        seen("2026-10-24T20:00:00Z", "2026-10-25T04:00:00Z", "CONFIRMED", full),
        as_usual("2026-10-31T21:00:00Z", "2026-11-01T05:00:00Z"),
    ];
    publish_event("nights", &event, &expected);
}

#[test]
fn zones_overseas() {
    let span = timed("2026-03-05 18:00", "2026-03-05 19:00");
    let weekly = repeating(span, Rule::Weekly { every: 1, days: vec![Weekday::Thu] }, End::Count(2));
    let reunion = Schedule { zone: Tz::Indian__Reunion, ..weekly.clone() };
    let expected = [
        as_usual("2026-03-05T14:00:00Z", "2026-03-05T15:00:00Z"),
        as_usual("2026-03-12T14:00:00Z", "2026-03-12T15:00:00Z"),
    ];
    publish_event("reunion", &plain(UID, &reunion), &expected);

    // North America changes its clocks on 8 March, three weeks before Europe.
    let miquelon = Schedule { zone: America::Miquelon, ..weekly };
    let expected = [
        as_usual("2026-03-05T21:00:00Z", "2026-03-05T22:00:00Z"),
        as_usual("2026-03-12T20:00:00Z", "2026-03-12T21:00:00Z"),
    ];
    publish_event("miquelon", &plain(UID, &miquelon), &expected);
}

#[test]
fn monthly_by_weekday_and_by_date() {
    let last_friday =
        Rule::MonthlyByWeekday { every: 1, days: vec![NthWeekday { nth: -1, weekday: Weekday::Fri }] };
    let span = timed("2026-01-30 12:30", "2026-01-30 14:00");
    let schedule = repeating(span, last_friday, End::Until(day("2026-04-24")));
    let expected = [
        as_usual("2026-01-30T11:30:00Z", "2026-01-30T13:00:00Z"),
        as_usual("2026-02-27T11:30:00Z", "2026-02-27T13:00:00Z"),
        as_usual("2026-03-27T11:30:00Z", "2026-03-27T13:00:00Z"),
        as_usual("2026-04-24T10:30:00Z", "2026-04-24T12:00:00Z"),
    ];
    publish_event("last-friday", &plain(UID, &schedule), &expected);

    let span = timed("2026-01-31 10:00", "2026-01-31 12:00");
    let schedule = repeating(span, Rule::MonthlyByDate { every: 1, day: 31 }, End::Count(3));
    let expected = [
        as_usual("2026-01-31T09:00:00Z", "2026-01-31T11:00:00Z"),
        as_usual("2026-03-31T08:00:00Z", "2026-03-31T10:00:00Z"),
        as_usual("2026-05-31T08:00:00Z", "2026-05-31T10:00:00Z"),
    ];
    publish_event("day-31", &plain(UID, &schedule), &expected);
}

#[test]
fn several_weekdays_every_other_week() {
    let rule = Rule::Weekly { every: 2, days: vec![Weekday::Tue, Weekday::Sun] };
    let schedule = repeating(timed("2026-03-03 09:00", "2026-03-03 12:00"), rule, End::Count(4));
    let expected = [
        as_usual("2026-03-03T08:00:00Z", "2026-03-03T11:00:00Z"),
        as_usual("2026-03-08T08:00:00Z", "2026-03-08T11:00:00Z"),
        as_usual("2026-03-17T08:00:00Z", "2026-03-17T11:00:00Z"),
        as_usual("2026-03-22T08:00:00Z", "2026-03-22T11:00:00Z"),
    ];
    publish_event("every-other-week", &plain(UID, &schedule), &expected);
}

#[test]
fn chosen_dates_as_a_rule_and_as_a_list() {
    let span = timed("2026-03-05 18:30", "2026-03-05 20:30");
    let schedule = repeating(span, Rule::Dates { dates: vec![] }, End::Never);
    let renamed = Override {
        key: key("20260407T183000"),
        title: Some("Café couture".to_owned()),
        ..Override::default()
    };
    let overrides = [change(&renamed)];
    let expected = [
        as_usual("2026-03-05T17:30:00Z", "2026-03-05T19:30:00Z"),
        seen("2026-04-07T16:30:00Z", "2026-04-07T18:30:00Z", "CONFIRMED", "Café couture"),
        as_usual("2026-11-12T17:30:00Z", "2026-11-12T19:30:00Z"),
    ];
    let near = ["20260305T183000", "20260407T183000", "20261112T183000"].map(key);
    let event = FeedEvent { rdates: &near, overrides: &overrides, ..plain(UID, &schedule) };
    publish_event("chosen-dates", &event, &expected);
    let far = [&near[..], &[key("20310101T183000")]].concat();
    publish_event("chosen-dates-far", &FeedEvent { rdates: &far, ..event }, &expected);
}

#[test]
fn events_that_do_not_take_place() {
    let schedule = once(timed("2026-03-05 18:30", "2026-03-05 20:30"));
    let event = FeedEvent { status: EventStatus::Postponed, ..plain(UID, &schedule) };
    let (start, end) = ("2026-03-05T17:30:00Z", "2026-03-05T19:30:00Z");
    publish_event("postponed", &event, &[seen(start, end, "CANCELLED", "Reporté\u{a0}: Café réparation")]);
    let event = FeedEvent { withdrawn: true, ..plain(UID, &schedule) };
    publish_event("withdrawn", &event, &[seen(start, end, "CANCELLED", "Annulé\u{a0}: Café réparation")]);
}

#[test]
fn text_of_all_kinds() {
    let title = "Atelier « pain & levain » ; 100 % maison, \\o/ 🧑🏽‍🍳👨‍👩‍👧 — مقهى الإصلاح ‏(عربي) קפה 修理カフェ e\u{301}t\u{e9}";
    let description =
        "Première ligne, longue à souhait : ".repeat(20) + "\nDeuxième\n\nBEGIN:VEVENT\nTroisième \"^'n";
    let schedule = once(timed("2026-03-05 18:30", "2026-03-05 20:30"));
    let event = FeedEvent {
        title,
        description: &description,
        location: "L’Usine, 3 bis; allée des Œillets, 26400 Crest",
        organizer: FeedOrganizer {
            name: "La \"Fabrique\", Rennes: nord; ^",
            mailbox: Some("agenda@exemple.fr"),
        },
        url: "https://exemple.fr/e/été?a=1,2;b=3",
        ..plain(UID, &schedule)
    };
    let expected = seen("2026-03-05T17:30:00Z", "2026-03-05T19:30:00Z", "CONFIRMED", title);
    publish_event("text", &event, &[expected]);
}

#[test]
fn a_feed_without_events() {
    publish("empty", &[], &[], &[]);
}
