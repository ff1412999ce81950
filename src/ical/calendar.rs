//! A feed: what a calendar says of itself, its zones, and the texts of its events one after the
//! other. Does not know events, only their text.

use std::borrow::Cow;

use chrono_tz::Tz;
use ics::ICalendar;
use ics::components::Property;

use super::{text, zone};
use crate::i18n::Locale;

/// How often a client may come back, as an ISO 8601 duration.
const REFRESH: &str = "PT1H";

/// What a feed says of itself.
#[derive(Clone, Copy, Debug)]
pub struct CalendarHead<'a> {
    pub name: &'a str,
    /// Plain text. Empty: nothing to add.
    pub description: &'a str,
    /// Address of the feed itself.
    pub source_url: &'a str,
    /// Address of the page that shows the same events.
    pub page_url: &'a str,
    pub locale: Locale,
    /// In which zone a client should show the calendar.
    pub zone: Tz,
    /// CSS colour name. Empty: none.
    pub color: &'a str,
}

/// The whole feed. `zones` are those of the events, in any order and as often as they come;
/// `events` are texts of [`write_event`](super::write_event), joined as they are.
///
/// A feed without events still holds the zone of its head: RFC 5545 (3.6) wants one component at
/// least, and strict readers refuse a file that has none.
pub fn write_calendar<'e>(
    head: &CalendarHead<'_>,
    zones: &[Tz],
    events: impl IntoIterator<Item = &'e str>,
) -> String {
    const END: &str = "END:VCALENDAR\r\n";

    let mut calendar = describe(head);
    for zone in sorted(zones, head.zone) {
        calendar.add_component(zone::vtimezone(zone));
    }
    let mut out = text::refold(&calendar.to_string());
    out.truncate(out.len() - END.len());
    for event in events {
        out.push_str(event);
    }
    out.push_str(END);
    out
}

fn describe<'a>(head: &CalendarHead<'a>) -> ICalendar<'a> {
    let prodid = match head.locale {
        Locale::Fr => "-//Vigie//Agenda//FR",
        Locale::En => "-//Vigie//Agenda//EN",
    };
    let mut calendar = ICalendar::new("2.0", prodid);
    let mut say = |name: &'static str, value: Cow<'a, str>| calendar.push(Property::new(name, value));
    say("CALSCALE", "GREGORIAN".into());
    say("NAME", text::escape(head.name));
    say("X-WR-CALNAME", text::escape(head.name));
    if !head.description.is_empty() {
        say("DESCRIPTION", text::escape(head.description));
        say("X-WR-CALDESC", text::escape(head.description));
    }
    say("X-WR-TIMEZONE", head.zone.name().into());
    say("REFRESH-INTERVAL;VALUE=DURATION", REFRESH.into());
    say("X-PUBLISHED-TTL", REFRESH.into());
    say("SOURCE;VALUE=URI", text::uri(head.source_url));
    say("URL", text::uri(head.page_url));
    if is_color_name(head.color) {
        say("COLOR", head.color.into());
    }
    calendar
}

/// RFC 7986 (5.9) wants a CSS3 name, no `#rrggbb`.
pub fn is_color_name(color: &str) -> bool {
    !color.is_empty() && color.bytes().all(|b| b.is_ascii_alphabetic())
}

/// By name and each once, so that the bytes do not depend on the order of events.
fn sorted(zones: &[Tz], default: Tz) -> Vec<Tz> {
    let mut zones = if zones.is_empty() { vec![default] } else { zones.to_vec() };
    zones.sort_unstable_by_key(|zone| zone.name());
    zones.dedup();
    zones
}
