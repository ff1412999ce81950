//! Zones as the contract wants them, and as chrono-tz knows them.

use chrono::{Datelike, Duration};
use chrono_tz::{Africa, America, Europe, Indian, Pacific, TZ_VARIANTS};
use expect_test::{Expect, expect};

use super::*;
use crate::ical::text;

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
        let told = told.iter().filter(|change| change.at.year() >= from).map(expected).collect::<Vec<_>>();
        assert_eq!(told, known.iter().map(expected).collect::<Vec<_>>(), "{zone}");
    }
}

#[test]
fn every_zone_is_told_in_short_and_right() {
    let plain = |change: &Change| (change.at, change.before, change.after);
    for zone in TZ_VARIANTS {
        let told = text::refold(&vtimezone(zone).to_string());
        assert!((1..=2).contains(&told.matches("\r\nTZOFFSETTO:").count()), "{told}");
        assert!(told.len() < 1_500, "{told}");
        if !told.contains("\r\nRDATE:") {
            let (from, to) = (2027, 2036);
            let known: Vec<_> = (from..=to).flat_map(|year| changes(zone, year)).map(|c| plain(&c)).collect();
            let told = told_changes(zone, to);
            let told: Vec<_> = told.iter().filter(|c| c.at.year() >= from).map(plain).collect();
            assert_eq!(told, known, "{zone}");
        }
    }
}
