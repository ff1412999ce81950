//! What a place puts on: how many series, cycles and one-offs, and which patterns are drawn for
//! them, by how much goes on there.

use super::events::{DemoEvent, event};
use super::patterns::{Pattern, Rhythm, patterns};
use super::random::Random;
use super::series::{Season, cycle, one_off, series, yearly};
use super::window::{Site, Window};
use crate::domain::schedule::Schedule;

/// The regular events of a season: weekly ones, every two weeks, monthly. `window` is where dates
/// may be cancelled or moved.
pub(super) fn regular(seed: u64, site: &Site, season: &Season, window: &Window) -> Vec<DemoEvent> {
    let a = site.activity;
    let every =
        |n: u16| move |p: &Pattern| matches!(p.rhythm, Rhythm::Weekly { every, count: None } if every == n);
    let monthly = |p: &Pattern| matches!(p.rhythm, Rhythm::Monthly { .. });
    let part = |part, count, wanted: &dyn Fn(&Pattern) -> bool| {
        let slots = Slots { seed, site, window, part, stem: season.from.to_string(), repeats: false };
        slots.fill(count, wanted, &|random, pattern| series(random, pattern, site, season))
    };
    let mut events = part("weekly", rounded(0.7 * a).max(1), &every(1));
    events.extend(part("fortnightly", rounded(0.7 * a), &every(2)));
    events.extend(part("monthly", rounded(1.6 * a), &monthly));
    events
}

/// What happens in one window and is over then: cycles of sessions and one-offs.
pub(super) fn passing(seed: u64, site: &Site, window: &Window) -> Vec<DemoEvent> {
    let stem = || window.first.to_string();
    let slots = |part, repeats| Slots { seed, site, window, part, stem: stem(), repeats };
    let is_cycle =
        |p: &Pattern| matches!(p.rhythm, Rhythm::Weekly { count: Some(_), .. } | Rhythm::Daily { .. });
    let mut events =
        slots("cycle", false).fill(rounded(0.6 * site.activity), &is_cycle, &|random, pattern| {
            cycle(random, pattern, site, window)
        });
    let once = |p: &Pattern| p.rhythm == Rhythm::Once;
    events.extend(slots("one-off", true).fill(rounded(14.0 * site.activity), &once, &|random, pattern| {
        one_off(random, pattern, site, window)
    }));
    events
}

/// Dates that come back every year; most places keep one.
pub(super) fn anniversaries(seed: u64, site: &Site, window: &Window) -> Vec<DemoEvent> {
    let count = Random::of(seed, &format!("anniversary:{}", site.label)).round(0.6);
    let slots = Slots { seed, site, window, part: "yearly", stem: String::new(), repeats: false };
    slots.fill(count, &|p| p.rhythm == Rhythm::Yearly, &|random, pattern| {
        yearly(random, pattern, site, window)
    })
}

/// What the network itself holds, at the place that coordinates it.
pub(super) fn network(seed: u64, site: &Site, season: &Season, window: &Window) -> Vec<DemoEvent> {
    let of_network = patterns().patterns.iter().filter(|pattern| pattern.network);
    let event_of = |pattern: &Pattern| {
        let mut random = Random::of(seed, &format!("event:network:{}", pattern.id));
        let schedule = match pattern.rhythm {
            Rhythm::Once => one_off(&mut random, pattern, site, window),
            _ => series(&mut random, pattern, site, season),
        }?;
        Some(event(&mut random, pattern, site, window, schedule))
    };
    of_network.filter_map(event_of).collect()
}

fn rounded(number: f64) -> usize {
    number.round() as usize
}

/// Some events of one sort at one place.
struct Slots<'a> {
    seed: u64,
    site: &'a Site,
    window: &'a Window,
    part: &'a str,
    /// Tells this window or season from the others of the place.
    stem: String,
    /// Whether a pattern may be drawn twice.
    repeats: bool,
}

impl Slots<'_> {
    /// Draws patterns by weight until each slot has one that finds a date, within reason.
    fn fill(
        &self,
        count: usize,
        wanted: &dyn Fn(&Pattern) -> bool,
        schedule: &dyn Fn(&mut Random, &Pattern) -> Option<Schedule>,
    ) -> Vec<DemoEvent> {
        const TRIES: usize = 6;
        let fits = |p: &&Pattern| wanted(p) && !p.network && p.fits(&self.site.bricks);
        let mut left: Vec<&Pattern> = patterns().patterns.iter().filter(fits).collect();
        let mut events = Vec::with_capacity(count);
        for slot in 0..count {
            let label = format!("event:{}:{}:{}:{slot}", self.site.label, self.part, self.stem);
            let mut random = Random::of(self.seed, &label);
            let drawn = (0..TRIES).find_map(|_| {
                let index = random.weighted(left.iter().map(|p| f64::from(p.weight)))?;
                let pattern = *left.get(index)?;
                Some((index, pattern, schedule(&mut random, pattern)?))
            });
            let Some((index, pattern, schedule)) = drawn else { continue };
            if !self.repeats {
                left.remove(index);
            }
            events.push(event(&mut random, pattern, self.site, self.window, schedule));
        }
        events
    }
}
