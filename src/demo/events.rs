//! One event of the demo: a pattern and a schedule become everything that a host would have typed.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::exceptions::except;
use super::patterns::{Pattern, Rhythm, Skill, patterns};
use super::random::Random;
use super::texts::texts;
use super::window::{Site, Window, plus};
use crate::domain::event::{
    Accessibility, AttendanceMode, EventDraft, EventKind, EventStatus, RegistrationMode,
};
use crate::domain::registration::RegistrationRules;
use crate::domain::schedule::{Schedule, Span};
use crate::domain::slug::Slug;

/// An event as the demo stores it: the draft, and the history that a publishing host would have made.
#[derive(Clone, Debug, PartialEq)]
pub struct DemoEvent {
    pub place_slug: Slug,
    pub draft: EventDraft,
    pub uid: Uuid,
    pub created_at: DateTime<Utc>,
    /// Last change of anything shown; not before `created_at`, not after today's midnight.
    pub changed_at: DateTime<Utc>,
    /// Since when it is no longer in the agenda.
    pub withdrawn_at: Option<DateTime<Utc>>,
}

/// The event of a pattern at a place, with what went wrong on some of its dates in the window.
pub(super) fn event(
    random: &mut Random,
    pattern: &Pattern,
    site: &Site,
    window: &Window,
    schedule: Schedule,
) -> DemoEvent {
    let draft = draft(random, pattern, site, schedule);
    let mut event = publish(random, site.slug.clone(), draft, window.today);
    except(random, &mut event, site, window);
    event
}

/// A draft with its identity and the moment when it was published, some weeks before its first date.
pub(super) fn publish(
    random: &mut Random,
    place_slug: Slug,
    draft: EventDraft,
    today: NaiveDate,
) -> DemoEvent {
    const MEDIAN_LEAD_DAYS: f64 = 24.0;
    let lead = random.log_normal(MEDIAN_LEAD_DAYS, 0.6).clamp(3.0, 150.0) as i64;
    let latest = plus(today, -1 - random.between(0, 20));
    let created_at = in_office_hours(random, plus(first_day(&draft.schedule), -lead).min(latest));
    let uid = uuid::Builder::from_random_bytes(random.bytes()).into_uuid();
    DemoEvent { place_slug, draft, uid, created_at, changed_at: created_at, withdrawn_at: None }
}

pub(super) fn in_office_hours(random: &mut Random, day: NaiveDate) -> DateTime<Utc> {
    let minutes = random.between(8 * 60, 17 * 60);
    day.and_time(chrono::NaiveTime::MIN).and_utc() + chrono::TimeDelta::minutes(minutes)
}

pub(super) fn first_day(schedule: &Schedule) -> NaiveDate {
    match schedule.span {
        Span::Timed { start, .. } => start.date(),
        Span::AllDay { first, .. } => first,
    }
}

/// A draft that says nothing but what, when and at what sort of place.
pub(super) fn bare(title: &str, kind: EventKind, schedule: Schedule) -> EventDraft {
    EventDraft {
        title: title.to_owned(),
        kind,
        themes: Vec::new(),
        brick: None,
        schedule,
        description: String::new(),
        audience: String::new(),
        mode: AttendanceMode::OnSite,
        room: String::new(),
        address: String::new(),
        online_url: String::new(),
        price_cents: None,
        price_note: String::new(),
        capacity: None,
        registration: RegistrationMode::None,
        registration_closes_hours: 0,
        accessibility: Vec::new(),
        accessibility_note: String::new(),
        organiser: String::new(),
        status: EventStatus::Planned,
        status_note: String::new(),
        further_places: Vec::new(),
        rules: RegistrationRules::default(),
        overrides: Vec::new(),
    }
}

fn draft(random: &mut Random, pattern: &Pattern, site: &Site, schedule: Schedule) -> EventDraft {
    let (price_cents, price_note) = price(random, pattern);
    let mode = mode(random, pattern);
    let online_url = match mode {
        AttendanceMode::OnSite => String::new(),
        _ => format!("https://visio.exemple.invalid/{:08x}", random.next() >> 32),
    };
    let brick = pattern.bricks.iter().flatten().find(|brick| site.bricks.contains(brick)).copied();
    EventDraft {
        themes: pattern.themes.clone(),
        brick,
        description: description(random, pattern),
        audience: pattern.audience.clone(),
        mode,
        room: if mode == AttendanceMode::Online { String::new() } else { room(random, 0.6) },
        online_url,
        price_cents,
        price_note,
        capacity: capacity(random, pattern),
        registration: pattern.registration,
        registration_closes_hours: registration_closes_hours(random, pattern.registration),
        accessibility: accessibility(random, site),
        accessibility_note: note(random, 0.08, &texts().accessibility_note),
        organiser: organiser(random, pattern),
        ..bare(&title(random, pattern, site), pattern.kind, schedule)
    }
}

fn title(random: &mut Random, pattern: &Pattern, site: &Site) -> String {
    // The age of a place is no title for a date that comes back every year.
    let lasting = |title: &&String| pattern.rhythm != Rhythm::Yearly || !title.contains("{n}");
    let titles: Vec<&String> = pattern.titles.iter().filter(lasting).collect();
    let mut title = random.pick(&titles).map(|title| (*title).clone()).unwrap_or_default();
    if title.contains("skill}") {
        let fitting = |skill: &&Skill| skill.brick.is_none_or(|brick| site.bricks.contains(&brick));
        let skills: Vec<&Skill> = patterns().skills.iter().filter(fitting).collect();
        if let Some(skill) = random.pick(&skills) {
            title = title.replace("{skill}", &skill.name).replace("{the_skill}", &skill.the);
        }
    }
    let area = random.text(&texts().areas);
    title.replace("{zone}", &area).replace("{n}", &random.between(2, 12).to_string())
}

/// The pattern's words, and now and then a short list of practical things.
fn description(random: &mut Random, pattern: &Pattern) -> String {
    let mut text = random.text(&pattern.descriptions);
    if random.chance(0.35) {
        let first = random.below(texts().good_to_know.len());
        let count = 1 + random.below(3);
        let lines = texts().good_to_know.iter().cycle().skip(first).take(count);
        text.push_str(&format!("\n\n**{}**\n\n", texts().good_to_know_title));
        text.extend(lines.map(|line| format!("- {line}\n")));
    }
    text
}

/// Cents and a note: free, open ("prix libre"), or a round number of euros.
fn price(random: &mut Random, pattern: &Pattern) -> (Option<i32>, String) {
    let (least, most) = pattern.euros;
    let kind = random.unit();
    if most == 0 || (least == 0 && kind < 0.35) {
        return (Some(0), String::new());
    }
    if least == 0 && kind < 0.65 {
        return (None, texts().free_price.clone());
    }
    let euros = random.between(least.max(1), most);
    let note = match euros {
        50.. => note(random, 0.5, &texts().funded_price),
        _ => note(random, 0.25, &texts().member_price),
    };
    (i32::try_from(euros * 100).ok(), note)
}

fn note(random: &mut Random, probability: f64, text: &str) -> String {
    if random.chance(probability) { text.to_owned() } else { String::new() }
}

fn mode(random: &mut Random, pattern: &Pattern) -> AttendanceMode {
    if pattern.id == "visio-animateurs" {
        return AttendanceMode::Online;
    }
    let streamed = matches!(pattern.kind, EventKind::Talk | EventKind::Training | EventKind::Networking);
    if streamed && random.chance(0.12) { AttendanceMode::Hybrid } else { AttendanceMode::OnSite }
}

pub(super) fn room(random: &mut Random, probability: f64) -> String {
    let room = random.text(&texts().rooms);
    note(random, probability, &room)
}

/// Where one just comes, the number of seats is often not said.
fn capacity(random: &mut Random, pattern: &Pattern) -> Option<i32> {
    let (least, most) = pattern.seats;
    let seats = i32::try_from(random.between(least, most)).ok();
    let unsaid = if pattern.registration == RegistrationMode::None { 0.4 } else { 0.0 };
    if random.chance(unsaid) { None } else { seats }
}

fn registration_closes_hours(random: &mut Random, registration: RegistrationMode) -> i32 {
    let hours: &[i32] = match registration {
        RegistrationMode::None => &[0],
        RegistrationMode::Open => &[0, 2, 24, 48],
        RegistrationMode::OnApproval => &[24, 72],
    };
    random.pick(hours).copied().unwrap_or_default()
}

/// Mostly what the place offers.
fn accessibility(random: &mut Random, site: &Site) -> Vec<Accessibility> {
    if random.chance(0.85) { site.accessibility.clone() } else { Vec::new() }
}

fn organiser(random: &mut Random, pattern: &Pattern) -> String {
    if pattern.network {
        return texts().network.clone();
    }
    let other = random.text(&texts().organisers);
    note(random, 0.06, &other)
}
