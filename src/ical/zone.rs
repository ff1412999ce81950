//! VTIMEZONE of any IANA zone in the short form: its last pair of rules and nothing of its
//! history. Outlook.com shows an empty calendar for a zone told from 1891 on.
//!
//! The rules are read off chrono-tz rather than written by hand, so they follow its updates.

use chrono::{
    DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone, Utc, Weekday,
};
use chrono_tz::{Tz, TzOffset};
use ics::components::{Component, Property};

use super::form;
use super::rule::weekday_code;

/// A year far enough that announced changes are behind it, and known to the zone tables.
const PROBED_YEAR: i32 = 2037;
/// Twelve years have every date on every weekday: a rule that holds in all of them is no accident.
const PROVING_YEARS: i32 = 12;
/// No rule is followed back beyond this year.
const FIRST_YEAR: i32 = 1970;
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

/// The instant of a local time. In the gap of a spring change it is read with the offset before
/// the gap; of two instants in autumn it is the first (RFC 5545, 3.3.5).
pub fn instant(zone: Tz, local: NaiveDateTime) -> DateTime<Utc> {
    let offset = zone.offset_from_local_datetime(&local).earliest().or_else(|| {
        let before = local.checked_sub_signed(Duration::hours(3))?;
        zone.offset_from_local_datetime(&before).earliest()
    });
    let seconds = offset.map_or(0, |offset| offset.fix().local_minus_utc());
    (local - Duration::seconds(seconds.into())).and_utc()
}

/// STANDARD and DAYLIGHT components, daylight saving first.
fn observances(zone: Tz) -> Vec<Component<'static>> {
    let changes = changes(zone, PROBED_YEAR);
    if changes.is_empty() {
        return vec![unchanging(zone)];
    }
    let rules: Option<Vec<YearlyRule>> = changes.iter().map(|change| YearlyRule::of(zone, change)).collect();
    let mut components: Vec<(bool, Component<'static>)> = match rules {
        Some(rules) if rules.len() == 2 => {
            rules.iter().map(|rule| (rule.change.is_standard(), rule.component(zone))).collect()
        }
        _ => listed(zone),
    };
    components.sort_by_key(|(standard, _)| *standard);
    components.into_iter().map(|(_, component)| component).collect()
}

/// A moment at which the zone's offset changes.
#[derive(Clone, Copy)]
struct Change {
    /// First instant of the new offset, UTC.
    at: NaiveDateTime,
    /// Seconds east of UTC.
    before: i32,
    after: i32,
}

impl Change {
    fn is_standard(&self) -> bool {
        self.after < self.before
    }

    /// What clocks show when they are changed.
    fn wall(&self) -> NaiveDateTime {
        self.at + Duration::seconds(self.before.into())
    }

    fn component(&self, zone: Tz) -> Component<'static> {
        let name = if self.is_standard() { "STANDARD" } else { "DAYLIGHT" };
        observance(name, self.before, offset(zone, self.at))
    }
}

/// The changes of a year, found by looking once a week and halving.
fn changes(zone: Tz, year: i32) -> Vec<Change> {
    let mut found = Vec::new();
    let (Some(mut from), Some(end)) = (new_year(year), new_year(year + 1)) else { return found };
    while from < end {
        let to = (from + Duration::weeks(1)).min(end);
        if seconds(zone, from) != seconds(zone, to) {
            found.push(change_between(zone, from, to));
        }
        from = to;
    }
    found
}

fn change_between(zone: Tz, mut from: NaiveDateTime, mut to: NaiveDateTime) -> Change {
    let (before, after) = (seconds(zone, from), seconds(zone, to));
    while to - from > Duration::seconds(1) {
        let middle = from + Duration::seconds((to - from).num_seconds() / 2);
        if seconds(zone, middle) == before { from = middle } else { to = middle }
    }
    Change { at: to, before, after }
}

fn new_year(year: i32) -> Option<NaiveDateTime> {
    NaiveDate::from_ymd_opt(year, 1, 1).map(|day| day.and_time(NaiveTime::MIN))
}

fn offset(zone: Tz, at: NaiveDateTime) -> TzOffset {
    zone.offset_from_utc_datetime(&at)
}

fn seconds(zone: Tz, at: NaiveDateTime) -> i32 {
    offset(zone, at).fix().local_minus_utc()
}

/// A change on the first such weekday on or after a day of a month, every year.
#[derive(Clone, Copy)]
struct YearlyRule {
    change: Change,
    month: u32,
    weekday: Weekday,
    earliest_day: u32,
    time: NaiveTime,
}

impl YearlyRule {
    /// The rule that brings this change about; `None` when it follows no such rule.
    fn of(zone: Tz, change: &Change) -> Option<Self> {
        let wall = change.wall();
        let (month, day, last) = (wall.month(), wall.day(), last_day(wall.month()));
        let rule = |earliest_day| Self {
            change: *change,
            month,
            weekday: wall.weekday(),
            earliest_day,
            time: wall.time(),
        };
        let nth_week = (day - 1) / 7 * 7 + 1;
        let any_week = day.saturating_sub(6).max(1)..=day;
        [last - 6, nth_week]
            .into_iter()
            .chain(any_week)
            .filter(|earliest| *earliest <= last - 6)
            .map(rule)
            .find(|rule| (0..PROVING_YEARS).all(|back| rule.holds(zone, PROBED_YEAR - back)))
    }

    fn in_year(&self, year: i32) -> Option<NaiveDateTime> {
        let earliest = NaiveDate::from_ymd_opt(year, self.month, self.earliest_day)?;
        let wait = self.weekday.days_since(earliest.weekday());
        Some((earliest + Duration::days(wait.into())).and_time(self.time))
    }

    fn holds(&self, zone: Tz, year: i32) -> bool {
        self.in_year(year).is_some_and(|wall| {
            let at = wall - Duration::seconds(self.change.before.into());
            seconds(zone, at - Duration::seconds(1)) == self.change.before
                && seconds(zone, at) == self.change.after
        })
    }

    /// When the rule was first followed without a gap until now.
    fn first(&self, zone: Tz) -> Option<NaiveDateTime> {
        let since = (FIRST_YEAR..=PROBED_YEAR).rev().take_while(|year| self.holds(zone, *year)).last()?;
        self.in_year(since)
    }

    fn component(&self, zone: Tz) -> Component<'static> {
        let mut component = self.change.component(zone);
        let first = self.first(zone).unwrap_or(self.change.wall());
        component.add_property(Property::new("DTSTART", form::local(first)));
        component.add_property(Property::new("RRULE", self.rrule()));
        component
    }

    fn rrule(&self) -> String {
        let (month, weekday, day) = (self.month, weekday_code(self.weekday), self.earliest_day);
        if day == last_day(month) - 6 {
            format!("FREQ=YEARLY;BYMONTH={month};BYDAY=-1{weekday}")
        } else if day % 7 == 1 {
            format!("FREQ=YEARLY;BYMONTH={month};BYDAY={}{weekday}", day / 7 + 1)
        } else {
            let days = (day..day + 7).map(|day| day.to_string()).collect::<Vec<_>>().join(",");
            format!("FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={days};BYDAY={weekday}")
        }
    }
}

fn last_day(month: u32) -> u32 {
    match month {
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Changes that follow no rule, each with its date; one component for each pair of offsets.
fn listed(zone: Tz) -> Vec<(bool, Component<'static>)> {
    let all: Vec<Change> = (LISTED_FROM..=PROBED_YEAR).flat_map(|year| changes(zone, year)).collect();
    let mut pairs: Vec<(i32, i32)> = all.iter().map(|change| (change.before, change.after)).collect();
    pairs.sort_unstable();
    pairs.dedup();
    let of_pair = |pair: (i32, i32)| {
        let mut same = all.iter().filter(move |change| (change.before, change.after) == pair);
        let first = same.next()?;
        let mut component = first.component(zone);
        component.add_property(Property::new("DTSTART", form::local(first.wall())));
        let rest: Vec<String> = same.map(|change| form::local(change.wall())).collect();
        if !rest.is_empty() {
            component.add_property(Property::new("RDATE", rest.join(",")));
        }
        Some((first.is_standard(), component))
    };
    pairs.into_iter().filter_map(of_pair).collect()
}

/// A zone whose clocks are no longer changed.
fn unchanging(zone: Tz) -> Component<'static> {
    let now = offset(zone, new_year(PROBED_YEAR).unwrap_or_default());
    let mut component = observance("STANDARD", now.fix().local_minus_utc(), now);
    component.add_property(Property::new("DTSTART", "19700101T000000"));
    component
}

fn observance(name: &'static str, from: i32, to: TzOffset) -> Component<'static> {
    let mut component = Component::new(name);
    component.add_property(Property::new("TZOFFSETFROM", utc_offset(from)));
    component.add_property(Property::new("TZOFFSETTO", utc_offset(to.fix().local_minus_utc())));
    component.add_property(Property::new("TZNAME", to.to_string()));
    component
}

/// `+0530`
fn utc_offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use chrono_tz::{Africa, America, Europe, Indian, Pacific, TZ_VARIANTS};
    use expect_test::{Expect, expect};

    use super::super::text;
    use super::*;

    fn check(zone: Tz, expected: Expect) {
        expected.assert_eq(&text::refold(&vtimezone(zone).to_string()).replace("\r\n", "\n"));
    }

    /// Instants at which the zone's component changes the offset until the end of `last`, with the
    /// offsets before and after: the component as a reader understands it.
    fn told_changes(zone: Tz, last: i32) -> Vec<Change> {
        let mut told = Vec::new();
        for change in changes(zone, PROBED_YEAR) {
            let rule = YearlyRule::of(zone, &change).expect("a rule");
            let since = rule.first(zone).expect("a first year").year();
            told.extend((since..=last).map(|year| {
                let at = rule.in_year(year).unwrap() - Duration::seconds(change.before.into());
                Change { at, ..change }
            }));
        }
        told.sort_by_key(|change| change.at);
        told
    }

    #[test]
    fn paris_is_told_as_the_contract_says() {
        check(
            Europe::Paris,
            expect![[r#"
                BEGIN:VTIMEZONE
                TZID:Europe/Paris
                BEGIN:DAYLIGHT
                TZOFFSETFROM:+0100
                TZOFFSETTO:+0200
                TZNAME:CEST
                DTSTART:19810329T020000
                RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
                END:DAYLIGHT
                BEGIN:STANDARD
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0100
                TZNAME:CET
                DTSTART:19961027T030000
                RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
                END:STANDARD
                END:VTIMEZONE
            "#]],
        );
    }

    #[test]
    fn a_zone_without_summer_time_has_one_line_of_offsets() {
        check(
            Indian::Reunion,
            expect![[r#"
            BEGIN:VTIMEZONE
            TZID:Indian/Reunion
            BEGIN:STANDARD
            TZOFFSETFROM:+0400
            TZOFFSETTO:+0400
            TZNAME:+04
            DTSTART:19700101T000000
            END:STANDARD
            END:VTIMEZONE
        "#]],
        );
    }

    #[test]
    fn miquelon_follows_the_rules_of_north_america() {
        check(
            America::Miquelon,
            expect![[r#"
            BEGIN:VTIMEZONE
            TZID:America/Miquelon
            BEGIN:DAYLIGHT
            TZOFFSETFROM:-0300
            TZOFFSETTO:-0200
            TZNAME:-02
            DTSTART:20070311T020000
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
            END:DAYLIGHT
            BEGIN:STANDARD
            TZOFFSETFROM:-0200
            TZOFFSETTO:-0300
            TZNAME:-03
            DTSTART:20071104T020000
            RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
            END:STANDARD
            END:VTIMEZONE
        "#]],
        );
    }

    #[test]
    fn a_change_between_two_weeks_of_the_month_lists_its_days() {
        check(
            America::Santiago,
            expect![[r#"
            BEGIN:VTIMEZONE
            TZID:America/Santiago
            BEGIN:DAYLIGHT
            TZOFFSETFROM:-0400
            TZOFFSETTO:-0300
            TZNAME:-03
            DTSTART:20230903T000000
            RRULE:FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=2,3,4,5,6,7,8;BYDAY=SU
            END:DAYLIGHT
            BEGIN:STANDARD
            TZOFFSETFROM:-0300
            TZOFFSETTO:-0400
            TZNAME:-04
            DTSTART:20190407T000000
            RRULE:FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=2,3,4,5,6,7,8;BYDAY=SU
            END:STANDARD
            END:VTIMEZONE
        "#]],
        );
    }

    #[test]
    fn a_zone_without_a_rule_lists_its_changes() {
        check(
            Africa::Casablanca,
            expect![[r#"
            BEGIN:VTIMEZONE
            TZID:Africa/Casablanca
            BEGIN:DAYLIGHT
            TZOFFSETFROM:+0000
            TZOFFSETTO:+0100
            TZNAME:+01
            DTSTART:20200531T020000
            RDATE:20210516T020000,20220508T020000,20230423T020000,20240414T020000,20250
             406T020000,20260322T020000,20270314T020000,20280305T020000,20290218T020000
             ,20300210T020000,20310126T020000,20320118T020000,20330109T020000,20331225T
             020000,20341217T020000,20351209T020000,20361123T020000,20371115T020000
            END:DAYLIGHT
            BEGIN:STANDARD
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0000
            TZNAME:+00
            DTSTART:20200419T030000
            RDATE:20210411T030000,20220327T030000,20230319T030000,20240310T030000,20250
             223T030000,20260215T030000,20270207T030000,20280123T030000,20290114T030000
             ,20291230T030000,20301222T030000,20311214T030000,20321128T030000,20331120T
             030000,20341105T030000,20351028T030000,20361019T030000,20371004T030000
            END:STANDARD
            END:VTIMEZONE
        "#]],
        );
    }

    #[test]
    fn the_zones_of_france_are_told_as_chrono_tz_knows_them() {
        for zone in [
            Europe::Paris,
            Indian::Reunion,
            Indian::Mayotte,
            America::Martinique,
            America::Guadeloupe,
            America::Cayenne,
            America::Miquelon,
            Pacific::Noumea,
            Pacific::Wallis,
            Pacific::Tahiti,
            Europe::Brussels,
            Europe::Luxembourg,
            Europe::Berlin,
            Europe::Zurich,
            Europe::Rome,
            Europe::Madrid,
            Europe::Monaco,
            Europe::Andorra,
            Europe::London,
            Europe::Lisbon,
            Europe::Athens,
            Tz::UTC,
        ] {
            let told = told_changes(zone, 2040);
            // Miquelon and its continent have had their rule since 2007, Noumea and the Antilles
            // no summer time since 1997.
            let from = if zone == America::Miquelon { 2007 } else { 1998 };
            let known: Vec<Change> = (from..=2040).flat_map(|year| changes(zone, year)).collect();
            let expected = |change: &Change| (change.at, change.before, change.after);
            let told =
                told.iter().filter(|change| change.at.year() >= from).map(expected).collect::<Vec<_>>();
            assert_eq!(told, known.iter().map(expected).collect::<Vec<_>>(), "{zone}");
        }
    }

    #[test]
    fn every_zone_is_told_in_short() {
        for zone in TZ_VARIANTS {
            let told = text::refold(&vtimezone(zone).to_string());
            let observances = told.matches("\r\nTZOFFSETTO:").count();
            assert!((1..=2).contains(&observances) || told.contains("RDATE"), "{told}");
            assert!(told.len() < 2_000, "{told}");
        }
    }

    #[test]
    fn local_times_at_the_changes_of_hour() {
        for (local, instant_utc) in [
            ("2026-03-29T01:59:59", "2026-03-29T00:59:59Z"),
            ("2026-03-29T02:30:00", "2026-03-29T01:30:00Z"),
            ("2026-03-29T03:00:00", "2026-03-29T01:00:00Z"),
            ("2026-10-25T02:30:00", "2026-10-25T00:30:00Z"),
            ("2026-10-25T03:00:00", "2026-10-25T02:00:00Z"),
        ] {
            let expected: DateTime<Utc> = instant_utc.parse().unwrap();
            assert_eq!(instant(Europe::Paris, local.parse().unwrap()), expected, "{local}");
        }
    }
}
