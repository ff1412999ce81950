//! The sets as wholes: the same bytes for ever, as many as promised, and nothing invalid in them.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use expect_test::expect;

use super::names::is_invented;
use super::random::fnv1a64;
use super::*;
use crate::domain::event::EventStatus;
use crate::domain::place::PlaceDraft;
use crate::domain::recurrence::{Holidays, expand, validate};
use crate::domain::school::SchoolCalendar;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn options(today: NaiveDate) -> Options {
    Options { seed: 26, today, set: Set::Drome, scale: 1.0, fictional_spaces: false }
}

fn home<'a>(set: &'a DemoSet, event: &DemoEvent) -> &'a PlaceDraft {
    set.places.iter().find(|place| place.slug == event.place_slug).unwrap()
}

fn holidays(place: &PlaceDraft) -> Holidays<'_> {
    Holidays { territory: &place.territory, school_zone: place.school_zone, school: SchoolCalendar::built_in() }
}

/// Dates of an event within a window.
fn dates(set: &DemoSet, event: &DemoEvent, window: &Window) -> usize {
    let draft = &event.draft;
    let through = window.last.max(window.today);
    let expansion = expand(&draft.schedule, &draft.overrides, &holidays(home(set, event)), through);
    assert_eq!(expansion.orphans, [], "{}", draft.title);
    expansion.occurrences.iter().filter(|date| window.contains(date.key.date().unwrap())).count()
}

/// The set without what was planted, which comes last.
fn ordinary(set: &DemoSet) -> &[DemoEvent] {
    let planted = set.events.iter().position(|event| event.draft.title.starts_with("Nuit de la bidouille"));
    &set.events[..planted.unwrap()]
}

#[test]
fn numbers_are_those_promised() {
    let mut report = String::new();
    for today in [day(2016, 7, 18), day(2026, 9, 1), day(2026, 12, 1)] {
        let set = drome(&options(today));
        let window = Window::around(today);
        let events = ordinary(&set);
        let count: usize = events.iter().map(|event| dates(&set, event, &window)).sum();
        let all: usize = set.events.iter().map(|event| dates(&set, event, &window)).sum();
        let (series, all_events) = (events.len(), set.events.len());
        report += &format!("{today}: {series} series and one-offs, {count} dates; with hard cases {all_events}, {all}\n");
        assert!((430..=620).contains(&count), "{report}");
    }
    expect![""].assert_eq(&report);
}

#[test]
fn dump() {
    let set = drome(&options(day(2026, 9, 1)));
    for p in &set.places[..12] { println!("{p:?}\n"); }
    for p in &set.places[33..] { println!("{p:?}\n"); }
    for e in &set.events {
        let d = &e.draft;
        println!("{} | {} | {} {:?} | {:?} {:?} | {:?} | {} | {:?} {} | cap {:?} {} {}h | {} {} | {} | {} .. {} {:?}", e.place_slug, d.title, d.kind, d.brick, d.schedule.span, d.schedule.recurrence, d.overrides, d.mode, d.price_cents, d.price_note, d.capacity, d.registration, d.registration_closes_hours, d.status, d.status_note, d.room, e.created_at, e.changed_at, e.withdrawn_at);
    }
    for h in &set.hard_cases { println!("{h:?}"); }
}

#[test]
fn dump_national() {
    let start = std::time::Instant::now();
    let o = Options { scale: 0.1, set: Set::National, ..options(day(2026, 9, 1)) };
    let (mut p, mut e, mut oneoffs, mut n) = (0, 0, 0, 0);
    let mut per = std::collections::BTreeMap::<String, usize>::new();
    let mut all: Vec<PlaceDraft> = vec![];
    let w = Window::around(o.today);
    let first = w.and_before(11).next().unwrap().first;
    let whole = Window { first, ..w };
    let mut rows = 0;
    for part in national(&o) {
        p += part.places.len();
        all.extend(part.places.iter().cloned());
        for ev in &part.events {
            e += 1;
            let place = all.iter().find(|p| p.slug == ev.place_slug).unwrap();
            let x = expand(&ev.draft.schedule, &ev.draft.overrides, &holidays(place), whole.last);
            assert_eq!(x.orphans, []);
            if ev.draft.schedule.recurrence.is_none() { oneoffs += 1; }
            n += x.occurrences.iter().filter(|d| whole.contains(d.key.date().unwrap())).count();
            rows += expand(&ev.draft.schedule, &ev.draft.overrides, &holidays(place), plus(whole.today, 730)).occurrences.len();
        }
        for h in part.hard_cases { println!("{h:?}"); }
    }
    for q in &all { *per.entry(q.territory.clone()).or_default() += 1; }
    println!("{p} places {e} events {oneoffs} one-offs {n} dates in window, {rows} rows to 24 months; {:?}", start.elapsed());
    println!("{per:?}");
    for q in all.iter().step_by(20) { println!("{} | {} | {} {:?} {:?}", q.name, q.slug, q.commune, q.point, q.opening_hours); }
}
