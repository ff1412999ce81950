//! The sets as wholes: the same bytes for ever, as many as promised, and nothing invalid in them.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use expect_test::expect;

use super::names::is_invented;
use super::random::fnv1a64;
use super::*;
use crate::domain::event::{AttendanceMode, EventStatus};
use crate::domain::place::{PlaceDraft, TeamRole};
use crate::domain::recurrence::{Holidays, expand, validate};
use crate::domain::school::SchoolCalendar;

mod hard_tests;
mod national_tests;

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
    Holidays {
        territory: &place.territory,
        school_zone: place.school_zone,
        school: SchoolCalendar::built_in(),
    }
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
        report += &format!(
            "{today}: {series} series and one-offs, {count} dates; with hard cases {all_events}, {all}\n"
        );
        assert!((430..=620).contains(&count), "{report}");
    }
    expect![[r#"
        2016-07-18: 193 series and one-offs, 504 dates; with hard cases 268, 667
        2026-09-01: 192 series and one-offs, 507 dates; with hard cases 267, 670
        2026-12-01: 192 series and one-offs, 532 dates; with hard cases 267, 693
    "#]]
    .assert_eq(&report);
}

/// One number for a whole set: as good as comparing all of it.
fn print_of(set: &DemoSet) -> String {
    format!("{:016x}", fnv1a64(&format!("{set:?}")))
}

#[test]
fn the_same_bytes_for_ever() {
    let today = day(2026, 9, 1);
    let set = drome(&options(today));
    assert_eq!(set, drome(&options(today)));
    let nation = || national(&Options { set: Set::National, scale: 0.004, ..options(today) });
    let prints = nation().map(|part| print_of(&part)).collect::<Vec<_>>().join("\n");
    let life = fnv1a64(&format!("{:?}", life(26, today)));
    let printed = format!("{} {:016x} {life:016x}", print_of(&set), fnv1a64(&prints));
    expect!["107ff7963b88b4df 46eaf5eee42e27fc 03b3b0085f2da965"].assert_eq(&printed);
}

#[test]
fn another_seed_or_day_gives_another_set() {
    let set = drome(&options(day(2026, 9, 1)));
    let other_seed = drome(&Options { seed: 27, ..options(day(2026, 9, 1)) });
    assert_ne!(set.events, other_seed.events);
    assert_ne!(set.events, drome(&options(day(2026, 9, 8))).events);
}

#[test]
fn days_that_no_calendar_has_do_no_harm() {
    for today in [NaiveDate::MIN, NaiveDate::MAX, day(2036, 2, 29)] {
        let set = drome(&options(today));
        assert_eq!(set.places.len(), 37);
        assert!(set.events.iter().all(|event| validate(&event.draft.schedule).is_ok()));
    }
}

#[test]
fn every_event_is_valid() {
    for today in [day(2016, 7, 18), day(2026, 2, 28), day(2026, 9, 1)] {
        let set = drome(&options(today));
        let uids: BTreeSet<_> = set.events.iter().map(|event| event.uid).collect();
        assert_eq!(uids.len(), set.events.len());
        for event in &set.events {
            check(&set, event, today);
        }
    }
}

fn check(set: &DemoSet, event: &DemoEvent, today: NaiveDate) {
    let draft = &event.draft;
    let place = home(set, event);
    assert_eq!(validate(&draft.schedule), Ok(()), "{}", draft.title);
    assert_eq!(event.uid.get_version_num(), 4);
    assert!(!draft.title.trim().is_empty() && draft.title.chars().count() <= 120, "{}", draft.title);
    assert!(draft.capacity.is_none_or(|seats| seats > 0), "{}", draft.title);
    assert!(draft.price_cents.is_none_or(|cents| (0..=30_000).contains(&cents)), "{}", draft.title);
    assert!(draft.brick.is_none_or(|brick| place.bricks.iter().any(|b| b.kind == brick)), "{}", draft.title);
    assert_eq!(draft.mode == AttendanceMode::OnSite, draft.online_url.is_empty(), "{}", draft.title);
    let midnight = today.and_time(chrono::NaiveTime::MIN).and_utc();
    assert!(event.created_at <= event.changed_at && event.changed_at < midnight, "{}", draft.title);
    assert!(event.withdrawn_at.is_none_or(|at| at >= event.created_at && at < midnight), "{}", draft.title);
    let expansion = expand(&draft.schedule, &draft.overrides, &holidays(place), plus(today, 730));
    assert_eq!(expansion.orphans, [], "{}", draft.title);
    assert!(!expansion.occurrences.is_empty(), "{}", draft.title);
    for pair in draft.overrides.windows(2) {
        assert!(pair[0].key < pair[1].key, "{}", draft.title);
    }
}

#[test]
fn the_coming_months_are_not_empty() {
    let set = drome(&options(day(2026, 9, 1)));
    for month in 0..18 {
        let first = plus(day(2026, 9, 1), 30 * month);
        let month = Window { first, last: plus(first, 29), today: first };
        let count: usize = ordinary(&set).iter().map(|event| dates(&set, event, &month)).sum();
        // July and August are quiet.
        let least = if matches!(first.month(), 6..=8) { 2 } else { 25 };
        assert!(count >= least, "{first}: {count}");
    }
}

#[test]
fn what_goes_wrong_has_its_share() {
    let (mut dates_in_all, mut cancelled, mut moved, mut elsewhere) = (0, 0, 0, 0);
    for seed in 0..8 {
        let set = drome(&Options { seed, ..options(day(2026, 9, 1)) });
        let window = Window::around(day(2026, 9, 1));
        for event in ordinary(&set) {
            dates_in_all += dates(&set, event, &window);
            let status = |wanted| move |status: &EventStatus| *status == wanted;
            let statuses = event.draft.overrides.iter().filter_map(|o| o.status).chain([event.draft.status]);
            let statuses: Vec<_> = statuses.collect();
            cancelled += statuses.iter().filter(|s| status(EventStatus::Cancelled)(s)).count();
            moved += statuses.iter().filter(|s| status(EventStatus::Moved)(s)).count();
            elsewhere += event.draft.overrides.iter().filter(|o| o.room.is_some()).count();
        }
    }
    let share = |count: usize| count as f64 / dates_in_all as f64;
    assert!((0.02..0.04).contains(&share(cancelled)), "{}", share(cancelled));
    assert!((0.01..0.03).contains(&share(moved)), "{}", share(moved));
    assert!((0.003..0.015).contains(&share(elsewhere)), "{}", share(elsewhere));
}

/// Every text of a set that somebody reads.
fn words(set: &DemoSet) -> Vec<&str> {
    let mut words = Vec::new();
    for place in &set.places {
        words.extend([&place.name, &place.summary, &place.description, &place.directions, &place.address]);
        words.extend(place.bricks.iter().flat_map(|b| [&b.name, &b.text, &b.contact]));
        words.extend(place.bricks.iter().flat_map(|b| &b.equipment).map(|e| &e.name));
        words.extend(place.partners.iter().flat_map(|p| [&p.name, &p.website]));
    }
    for DemoEvent { draft, .. } in &set.events {
        words.extend([&draft.title, &draft.description, &draft.audience, &draft.room, &draft.online_url]);
        words.extend([&draft.price_note, &draft.organiser, &draft.status_note, &draft.accessibility_note]);
        words.extend(draft.overrides.iter().filter_map(|o| o.note.as_ref()));
    }
    words.into_iter().map(String::as_str).collect()
}

#[test]
fn texts_are_whole_and_lead_to_nobody() {
    for fictional_spaces in [false, true] {
        let set = drome(&Options { fictional_spaces, ..options(day(2026, 9, 1)) });
        for text in words(&set) {
            assert!(!text.contains(['{', '}']), "{text}");
            let mailboxes = text.split(char::is_whitespace).filter(|word| word.contains('@'));
            assert!(mailboxes.into_iter().all(|word| word.ends_with("@exemple.invalid")), "{text}");
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
            assert!(text.contains("exemple.invalid") || digits(text) < 10, "{text}");
        }
        let team = set.places.iter().flat_map(|place| &place.team);
        assert!(team.clone().count() >= 14);
        assert!(team.into_iter().all(|member| is_invented(&member.name)));
    }
}

#[test]
fn the_hosts_of_2016_are_twelve() {
    let set = drome(&options(day(2026, 9, 1)));
    let hosts = |place: &PlaceDraft| place.team.iter().filter(|member| member.role == TeamRole::Host).count();
    let counts: Vec<_> = set.places.iter().map(hosts).filter(|count| *count > 0).collect();
    assert_eq!((counts.len(), counts.iter().sum::<usize>()), (10, 12));
}

#[test]
fn places_are_those_of_the_drome_and_three_planted() {
    let set = drome(&options(day(2026, 9, 1)));
    let slugs: BTreeSet<_> = set.places.iter().map(|place| &place.slug).collect();
    assert_eq!((set.places.len(), slugs.len()), (37, 37));
    let fresh = |place: &&PlaceDraft| place.confirmed_on.is_some_and(|on| on > day(2026, 3, 1));
    let old = |place: &&PlaceDraft| place.confirmed_on.is_some_and(|on| on < day(2026, 3, 1));
    assert!(set.places.iter().filter(fresh).count() >= 5 && set.places.iter().filter(old).count() >= 8);
    let hours: BTreeSet<_> = set.places.iter().map(|place| &place.opening_hours).collect();
    assert!(hours.len() >= 6);
    let closed: Vec<_> = set.places.iter().filter(|place| place.closed_on.is_some()).collect();
    assert_eq!(closed.len(), 1);
    assert_eq!(set.events.iter().filter(|event| event.place_slug == closed[0].slug).count(), 4);
}

#[test]
fn fictional_spaces_keep_their_communes_and_nothing_else() {
    let real = drome(&options(day(2026, 9, 1)));
    let set = drome(&Options { fictional_spaces: true, ..options(day(2026, 9, 1)) });
    let commune = |place: &PlaceDraft| place.commune.clone();
    assert!(real.places.iter().map(commune).eq(set.places.iter().map(commune)));
    assert_eq!(real.events.len(), set.events.len());
    let said = format!("{set:?}");
    for place in &real.places[..34] {
        assert!(
            !said.contains(&place.name) && !said.contains(&format!("\"{}\"", place.slug)),
            "{}",
            place.name
        );
        assert!(place.website.is_empty() || !said.contains(&place.website));
    }
    let slugs: BTreeSet<_> = set.places.iter().map(|place| &place.slug).collect();
    assert_eq!(slugs.len(), 37);
}
