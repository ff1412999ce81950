//! The nation: as many places, events and dates as promised, all of them valid.

use std::collections::BTreeSet;

use expect_test::expect;

use super::*;

#[test]
fn the_nation_has_its_numbers() {
    let options = Options { set: Set::National, scale: 0.02, ..options(day(2026, 9, 1)) };
    let window = Window::around(options.today);
    let whole = Window { first: window.and_before(11).next().unwrap().first, ..window };
    let mut set = DemoSet::default();
    let (mut one_offs, mut dates_in_all, mut ordinary) = (0, 0, 0);
    for part in national(&options) {
        let planted = !part.hard_cases.is_empty();
        let events = part.events.clone();
        set.places.extend(part.places);
        ordinary += if planted { 0 } else { events.len() };
        for event in &events {
            check(&set, event, options.today);
            if planted {
                continue;
            }
            one_offs += usize::from(event.draft.schedule.recurrence.is_none());
            dates_in_all += dates(&set, event, &whole);
        }
        set.events.extend(events);
        set.hard_cases.extend(part.hard_cases);
    }
    let slugs: BTreeSet<_> = set.places.iter().map(|place| &place.slug).collect();
    assert_eq!(slugs.len(), set.places.len());
    let report = format!(
        "{} places, {ordinary} events of which {one_offs} one-offs, {dates_in_all} dates, {} hard cases",
        set.places.len(),
        set.hard_cases.len()
    );
    expect!["82 places, 12952 events of which 10920 one-offs, 40082 dates, 44 hard cases"].assert_eq(&report);
}

/// Two dates a week and place over 286 weeks: 2 million for the whole nation.
#[test]
fn a_tenth_has_a_tenth_of_two_million_dates() {
    let options = Options { set: Set::National, scale: 0.1, ..options(day(2026, 9, 1)) };
    let window = Window::around(options.today);
    let whole = Window { first: window.and_before(11).next().unwrap().first, ..window };
    let mut set = DemoSet::default();
    let mut dates_in_all = 0;
    for part in national(&options).filter(|part| part.hard_cases.is_empty()) {
        set.places.extend(part.places);
        dates_in_all += part.events.iter().map(|event| dates(&set, event, &whole)).sum::<usize>();
    }
    assert_eq!(set.places.len(), 350);
    assert!((198_000..=202_000).contains(&dates_in_all), "{dates_in_all}");
}
