//! What was typed becomes an event, or a list of what is wrong with it. The other way round is `write`.

use chrono::{Days, Months, NaiveDate};
use chrono_tz::Tz;

use super::read_when::schedule;
use super::typed::{Typed, WHEN};
use super::write::typed_of;
use super::{further, seats};
use crate::domain::brick::BrickKind;
use crate::domain::event::{
    Accessibility, AttendanceMode, EventDraft, EventKind, EventStatus, RegistrationMode, Theme,
};
use crate::domain::registration::RegistrationRules;
use crate::domain::schedule::Schedule;
use crate::domain::website::parse_website;

/// Shortest and longest title, in characters.
pub const TITLE: (usize, u32) = (3, 120);
/// Longest description, in characters.
pub const LONGEST_TEXT: u32 = 10_000;
/// Longest of the other texts, in characters.
pub const LONGEST_LINE: u32 = 200;
/// How far ahead an event may begin.
pub const FARTHEST: Months = Months::new(24);
/// A new event that began longer ago is taken for a slip of the year.
const LONGEST_AGO: Days = Days::new(366);
const MOST_SEATS: i32 = 100_000;
/// Registration closes 60 days before at the most, in hours.
const MOST_CLOSES: i32 = 60 * 24;

/// What is wrong with a field: a message, and what it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub field: &'static str,
    pub key: &'static str,
    pub args: Vec<(&'static str, String)>,
}

impl Fault {
    pub fn new(field: &'static str, key: &'static str) -> Self {
        Self { field, key, args: Vec::new() }
    }
}

/// What an event is read against.
pub struct Around<'a> {
    /// Zone of the place.
    pub zone: Tz,
    pub today: NaiveDate,
    /// The event as it is so far; what the form does not ask stays as it is.
    pub base: Option<&'a EventDraft>,
}

pub fn event(typed: &Typed, around: &Around<'_>) -> Result<EventDraft, Vec<Fault>> {
    let mut faults = Vec::new();
    let title = title(typed, &mut faults);
    let kind = EventKind::from_code(typed.text("kind"));
    if kind.is_none() {
        faults.push(Fault::new("kind", "publishing-fault-kind"));
    }
    let schedule = when(typed, around, &mut faults);
    let mode = AttendanceMode::from_code(typed.text("mode")).unwrap_or(AttendanceMode::OnSite);
    let details = Details {
        online: online(typed, &mut faults),
        price: price(typed, &mut faults),
        capacity: number(typed, "capacity", MOST_SEATS, &mut faults),
        closes: number(typed, "closes", MOST_CLOSES, &mut faults),
        rules: seats::rules(typed, &mut faults),
    };
    lengths(typed, &mut faults);
    match (kind, schedule, faults.is_empty()) {
        (Some(kind), Some(schedule), true) => {
            Ok(EventDraft { title, kind, mode, ..draft(typed, around, schedule, details) })
        }
        _ => Err(faults),
    }
}

struct Details {
    online: String,
    price: Option<i32>,
    capacity: Option<i32>,
    closes: Option<i32>,
    rules: RegistrationRules,
}

fn draft(typed: &Typed, around: &Around<'_>, schedule: Schedule, details: Details) -> EventDraft {
    let base = around.base;
    let line = |name: &str| typed.text(name).to_owned();
    EventDraft {
        title: String::new(),
        kind: EventKind::Workshop,
        mode: AttendanceMode::OnSite,
        themes: chosen(typed, "theme", base.map(|base| base.themes.as_slice()), Theme::from_code),
        brick: BrickKind::from_code(typed.text("brick")),
        schedule,
        description: line("description"),
        audience: line("audience"),
        room: line("room"),
        address: line("address"),
        online_url: details.online,
        price_cents: details.price,
        price_note: line("price-note"),
        capacity: details.capacity,
        registration: RegistrationMode::from_code(typed.text("registration"))
            .unwrap_or(RegistrationMode::None),
        registration_closes_hours: details.closes.unwrap_or(0),
        accessibility: chosen(
            typed,
            "accessibility",
            base.map(|base| base.accessibility.as_slice()),
            Accessibility::from_code,
        ),
        accessibility_note: line("accessibility-note"),
        organiser: line("organiser"),
        further_places: further::chosen(typed),
        rules: details.rules,
        status: base.map_or(EventStatus::Planned, |base| base.status),
        status_note: base.map_or_else(String::new, |base| base.status_note.clone()),
        overrides: base.map_or_else(Vec::new, |base| base.overrides.clone()),
    }
}

/// The chosen codes; in the order of the event when they are the same.
fn chosen<T: Copy + PartialEq>(
    typed: &Typed,
    name: &str,
    before: Option<&[T]>,
    from_code: impl Fn(&str) -> Option<T>,
) -> Vec<T> {
    let chosen: Vec<T> = typed.all(name).iter().filter_map(|code| from_code(code)).collect();
    match before {
        Some(before) if before.len() == chosen.len() && before.iter().all(|code| chosen.contains(code)) => {
            before.to_vec()
        }
        _ => chosen,
    }
}

fn title(typed: &Typed, faults: &mut Vec<Fault>) -> String {
    let title = typed.text("title").split_whitespace().collect::<Vec<_>>().join(" ");
    let length = title.chars().count();
    if length < TITLE.0 {
        faults.push(Fault::new("title", "publishing-fault-title-short"));
    } else if length > TITLE.1 as usize {
        faults.push(Fault::new("title", "publishing-fault-title-long"));
    }
    title
}

/// The dates; as they were, to the letter, when nothing was changed: the form cannot say every rule.
fn when(typed: &Typed, around: &Around<'_>, faults: &mut Vec<Fault>) -> Option<Schedule> {
    if let Some(base) = around.base
        && typed_of(base).agrees(typed, WHEN)
    {
        return Some(base.schedule.clone());
    }
    let zone = around.base.map_or(around.zone, |base| base.schedule.zone);
    let schedule = match schedule(typed, zone) {
        Ok(schedule) => schedule,
        Err(mut wrong) => {
            faults.append(&mut wrong);
            return None;
        }
    };
    let first = schedule.span.first_day();
    if around.today.checked_add_months(FARTHEST).is_some_and(|last| first > last) {
        faults.push(Fault::new("date", "publishing-fault-too-far"));
    }
    let ago = around.today.checked_sub_days(LONGEST_AGO).is_some_and(|oldest| first < oldest);
    if ago && around.base.is_none() {
        faults.push(Fault::new("date", "publishing-fault-long-ago"));
    }
    Some(schedule)
}

fn online(typed: &Typed, faults: &mut Vec<Fault>) -> String {
    let text = typed.text("online");
    if text.is_empty() {
        return String::new();
    }
    parse_website(text).unwrap_or_else(|| {
        faults.push(Fault::new("online", "publishing-fault-online"));
        String::new()
    })
}

/// Euro cents of "12", "12,50", "12.5 €".
fn price(typed: &Typed, faults: &mut Vec<Fault>) -> Option<i32> {
    let text = typed.text("price").trim_end_matches(['€', ' ', '\u{a0}', '\u{202f}']).replace(',', ".");
    if text.is_empty() {
        return None;
    }
    let (euros, cents) = text.split_once('.').unwrap_or((&text, ""));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let cents = format!("{cents:0<2}");
    let read = (digits(euros) && digits(&cents) && cents.len() == 2 && (1..=6).contains(&euros.len()))
        .then(|| Some(euros.parse::<i32>().ok()? * 100 + cents.parse::<i32>().ok()?))
        .flatten();
    if read.is_none() {
        faults.push(Fault::new("price", "publishing-fault-price"));
    }
    read
}

fn number(typed: &Typed, field: &'static str, most: i32, faults: &mut Vec<Fault>) -> Option<i32> {
    let text = typed.text(field);
    if text.is_empty() {
        return None;
    }
    let read = text.parse::<i32>().ok().filter(|n| (0..=most).contains(n));
    let read = read.filter(|n| field != "capacity" || *n > 0);
    if read.is_none() {
        let mut fault = Fault::new(field, "publishing-fault-number");
        fault.args.push(("most", most.to_string()));
        faults.push(fault);
    }
    read
}

fn lengths(typed: &Typed, faults: &mut Vec<Fault>) {
    let lines = ["room", "address", "price-note", "audience", "accessibility-note", "organiser"];
    let limits = lines.map(|field| (field, LONGEST_LINE));
    for (field, limit) in limits.into_iter().chain([("description", LONGEST_TEXT)]) {
        if typed.text(field).chars().count() > limit as usize {
            let mut fault = Fault::new(field, "publishing-fault-long");
            fault.args.push(("limit", limit.to_string()));
            faults.push(fault);
        }
    }
}
