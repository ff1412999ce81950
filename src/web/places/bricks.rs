//! The bricks of a place as blocks of its page, each with its own hours and coming dates; and the
//! rows of those dates, which say their day.

use std::collections::BTreeMap;

use chrono::Datelike;

use super::hours;
use super::page::{BrickBlock, EquipmentLine};
use super::sheet::website;
use crate::domain::brick::BrickKind;
use crate::domain::equipment::{Equipment, EquipmentState};
use crate::domain::place::Brick;
use crate::i18n::{self, Locale, date};
use crate::store::agenda::Line;
use crate::store::places::PlaceRow;
use crate::web::asked::{local, with_query};
use crate::web::markdown;
use crate::web::parts::{Badge, EventRow, Link, Tone};
use crate::web::place_rows;
use crate::web::rows::{Telling, say};

/// Dates that are shown of one brick.
const SHOWN: usize = 3;

/// Rows of coming dates by brick, in order.
pub type EventsByBrick = BTreeMap<BrickKind, Vec<EventRow>>;

/// The first rows of each brick.
pub fn by_brick(telling: &Telling<'_>, lines: &[Line]) -> EventsByBrick {
    let mut rows = EventsByBrick::new();
    for line in lines {
        let Some(kind) = line.brick else { continue };
        let own = rows.entry(kind).or_default();
        if own.len() < SHOWN {
            own.push(dated(telling, line));
        }
    }
    rows
}

/// A row for a list that is not parted by days: the day where else the hour stands, the hours
/// below. A day of another year says so.
pub fn dated(telling: &Telling<'_>, line: &Line) -> EventRow {
    let locale = telling.locale;
    let first = line.span.first_day();
    let row = telling.row(line);
    let lasts_days = line.span.last_day() > first && (line.ends_at - line.starts_at).num_hours() >= 24;
    let until = match (row.until.is_empty(), lasts_days) {
        (true, _) => row.time,
        (false, true) => row.until,
        (false, false) => format!("{}–{}", row.time, row.until),
    };
    let day = match first.year() == telling.today.year() {
        true => date::day_short(locale, first),
        false => date::date(locale, first),
    };
    EventRow { time: day, until, ..row }
}

/// The blocks in the order chosen by the place.
pub fn blocks(locale: Locale, place: &PlaceRow, bricks: &[Brick], events: &EventsByBrick) -> Vec<BrickBlock> {
    bricks.iter().map(|brick| block(locale, place, brick, events)).collect()
}

fn block(locale: Locale, place: &PlaceRow, brick: &Brick, events: &EventsByBrick) -> BrickBlock {
    let kind = place_rows::brick(locale, brick.kind);
    let events = events.get(&brick.kind).cloned().unwrap_or_default();
    let (name, kind) = if brick.name.is_empty() { (kind, String::new()) } else { (brick.name.clone(), kind) };
    let agenda = (!events.is_empty()).then(|| {
        let pairs = [("lieu", place.slug.as_str()), ("brique", brick.kind.code())];
        let label = say(locale, "place-brick-agenda", "brick", name.clone());
        Link::new(label, with_query(&local(locale, "/agenda"), &pairs))
    });
    BrickBlock {
        anchor: brick.kind.code(),
        name,
        kind,
        text_html: markdown::html(&brick.text),
        hours: hours::in_words(locale, &brick.opening_hours),
        contact: contact(&brick.contact),
        equipment: brick.equipment.iter().map(|piece| piece_line(locale, piece)).collect(),
        events,
        agenda,
    }
}

pub fn piece_line(locale: Locale, piece: &Equipment) -> EquipmentLine {
    let out_of_use = piece.state != EquipmentState::InService;
    let state = out_of_use.then(|| i18n::text(locale, &format!("equipment-{}", piece.state.code())));
    let since = piece.since.filter(|_| out_of_use);
    EquipmentLine {
        name: piece.name.clone(),
        state: state.map(|label| Badge { label, tone: Tone::Warn }),
        since: since
            .map(|day| say(locale, "equipment-since", "day", date::day(locale, day)))
            .unwrap_or_default(),
        note: piece.note.clone(),
    }
}

/// A generic mailbox or a web page; anything else is no link.
pub fn contact(text: &str) -> Option<Link> {
    let text = text.trim();
    let is_mailbox = text.split_once('@').is_some_and(|(name, host)| {
        let plain = |part: &str, extra: &str| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || extra.contains(c))
        };
        plain(name, "._+-") && plain(host, ".-") && host.contains('.')
    });
    if is_mailbox { Some(Link::new(text, format!("mailto:{text}"))) } else { website(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_is_a_mailbox_or_a_page() {
        for (text, href) in [
            ("labo@usine.example", Some("mailto:labo@usine.example")),
            ("https://usine.example/labo", Some("https://usine.example/labo")),
            ("usine.example", Some("http://usine.example")),
            ("a@b.fr?subject=x", None),
            ("javascript:alert(1)", None),
            ("à l’accueil", None),
            ("", None),
        ] {
            assert_eq!(contact(text).map(|link| link.href).as_deref(), href, "{text:?}");
        }
    }
}
