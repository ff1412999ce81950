//! VTIMEZONE of any IANA zone in the short form: its last pair of rules and nothing of its
//! history. Outlook.com shows an empty calendar for a zone told from 1891 on.
//!
//! The rules are read off chrono-tz rather than written by hand, so they follow its updates.

mod change;
mod yearly;

use chrono::NaiveDateTime;
use chrono_tz::Tz;
use ics::components::{Component, Property};

use self::change::{Change, changes, new_year, offset, seconds};
use self::yearly::YearlyRule;
use super::form;

/// A year far enough that announced changes are behind it, and known to the zone tables.
const PROBED_YEAR: i32 = 2037;
/// From this year on the changes of a zone without a rule are listed (Morocco follows Ramadan).
const LISTED_FROM: i32 = 2020;

/// The zone's VTIMEZONE.
pub fn vtimezone(zone: Tz) -> Component<'static> {
    let mut component = Component::new("VTIMEZONE");
    component.add_property(Property::new("TZID", zone.name()));
    for observance in observances(zone) {
        component.add_component(observance);
    }
    component
}

/// DAYLIGHT and STANDARD components, in this order.
fn observances(zone: Tz) -> Vec<Component<'static>> {
    let mut changes = changes(zone, PROBED_YEAR);
    if changes.is_empty() {
        return vec![unchanging(zone)];
    }
    changes.sort_by_key(|change| !change.is_daylight());
    let by_rule = |change: &Change| {
        let rule = YearlyRule::of(zone, change)?;
        Some(observance(zone, change, rule.first(zone)?, Some(("RRULE", rule.rrule()))))
    };
    match changes.iter().map(by_rule).collect::<Option<Vec<_>>>() {
        Some(pair) if pair.len() == 2 => pair,
        _ => listed(zone),
    }
}

/// Changes that follow no rule, each by its date; one component for each pair of offsets.
fn listed(zone: Tz) -> Vec<Component<'static>> {
    let mut all: Vec<Change> = (LISTED_FROM..=PROBED_YEAR).flat_map(|year| changes(zone, year)).collect();
    all.sort_by_key(|change| (!change.is_daylight(), change.before, change.at));
    let same = |a: &Change, b: &Change| (a.before, a.after) == (b.before, b.after);
    let by_dates = |changes: &[Change]| {
        let (first, rest) = changes.split_first()?;
        let dates: Vec<String> = rest.iter().map(|change| form::local(change.wall())).collect();
        let repetition = (!dates.is_empty()).then(|| ("RDATE", dates.join(",")));
        Some(observance(zone, first, first.wall(), repetition))
    };
    all.chunk_by(same).filter_map(by_dates).collect()
}

/// A zone whose clocks are no longer changed.
fn unchanging(zone: Tz) -> Component<'static> {
    let at = new_year(PROBED_YEAR).unwrap_or_default();
    let always = seconds(zone, at);
    let since = new_year(1970).unwrap_or_default();
    observance(zone, &Change { at, before: always, after: always }, since, None)
}

/// One component: the change, when it was first made so, and how it comes again.
fn observance(
    zone: Tz,
    change: &Change,
    first: NaiveDateTime,
    repetition: Option<(&'static str, String)>,
) -> Component<'static> {
    let mut component = Component::new(if change.is_daylight() { "DAYLIGHT" } else { "STANDARD" });
    component.add_property(Property::new("TZOFFSETFROM", utc_offset(change.before)));
    component.add_property(Property::new("TZOFFSETTO", utc_offset(change.after)));
    component.add_property(Property::new("TZNAME", offset(zone, change.at).to_string()));
    component.add_property(Property::new("DTSTART", form::local(first)));
    if let Some((name, value)) = repetition {
        component.add_property(Property::new(name, value));
    }
    component
}

/// `+0530`
fn utc_offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests;
