//! The dates that a form leads to, in words, and what stands in their way: said before anything is
//! saved.

use chrono::NaiveDate;

use super::fields::told;
use super::page::{Note, Preview, PreviewDate};
use super::read::{Around, Fault, event};
use super::typed::Typed;
use crate::actions::{self, Clash, Plan, find_clashes, horizon, plan_dates};
use crate::domain::event::EventDraft;
use crate::domain::recurrence::{Expansion, PlannedOccurrence, SkipReason, Skipped};
use crate::domain::schedule::{Recurrence, SchoolHolidays};
use crate::i18n::quantity::{self, Counted};
use crate::i18n::{self, Locale, date, recurrence};
use crate::store::clashes::Standing;
use crate::store::holidays;
use crate::store::places::PlaceRow;
use crate::web::answer::Desk;
use crate::web::asked::local;
use crate::web::error::Result;
use crate::web::parts::{Link, Tone};
use crate::web::wording::{capitalised, said};

/// Dates that are listed.
const LISTED: usize = 40;
/// Clashes of one sort that are named.
const NAMED: usize = 4;

/// What is to be previewed.
pub struct Asked<'a> {
    pub place: &'a PlaceRow,
    /// The event that is changed, with what it is so far.
    pub event: Option<(i64, &'a EventDraft)>,
    pub hosts: &'a [i64],
}

/// The preview of what was typed so far, whether it is whole or not.
pub fn of_typed(desk: &mut Desk<'_>, asked: &Asked<'_>, typed: &Typed) -> Result<Preview> {
    let mut typed = typed.clone();
    // Dates can be seen before the rest is said.
    if typed.text("title").chars().count() < 3 {
        typed.set("title", "···");
    }
    if typed.text("kind").is_empty() {
        typed.set("kind", "atelier");
    }
    let around =
        Around { zone: asked.place.zone()?, today: desk.today, base: asked.event.map(|(_, base)| base) };
    match event(&typed, &around) {
        Ok(draft) => of_event(desk, asked, &draft),
        Err(faults) => Ok(of_faults(desk.locale(), &faults)),
    }
}

/// What is still missing, of the dates.
fn of_faults(locale: Locale, faults: &[Fault]) -> Preview {
    let note = |fault: &Fault| Note { tone: Tone::Calm, text: told(locale, fault), link: None };
    Preview { notes: faults.iter().map(note).collect(), ..Preview::default() }
}

/// The dates of an event and what they meet.
pub fn of_event(desk: &mut Desk<'_>, asked: &Asked<'_>, draft: &EventDraft) -> Result<Preview> {
    let locale = desk.locale();
    let through = horizon(desk.now);
    let planned = plan_dates(desk.conn, asked.place, &draft.schedule, &[], through)?;
    let plan = Plan {
        place: asked.place,
        draft,
        event: asked.event.map(|(id, _)| id),
        only: None,
        hosts: asked.hosts,
    };
    let clashes = find_clashes(desk.conn, &plan, desk.now)?;
    let mut notes = calendar_notes(desk, asked.place, draft, &planned)?;
    for (clashes, key, tone) in [
        (&clashes.rooms, "publishing-clash-room", Tone::Bad),
        (&clashes.hosts, "publishing-clash-host", Tone::Warn),
        (&clashes.nearby, "publishing-clash-nearby", Tone::Warn),
    ] {
        let named = firsts(clashes).take(NAMED);
        notes.extend(named.map(|clash| clash_note(locale, key, tone, clash)));
    }
    let told = mark_of(clashes.hosts.iter().chain(&clashes.nearby));
    let sentence = capitalised(&recurrence::schedule(locale, &draft.schedule, desk.today));
    let Some(rule) = &draft.schedule.recurrence else {
        return Ok(Preview { sentence, notes, told, ..Preview::default() });
    };
    let (dates, rest) = dates(locale, rule, &planned, desk.today);
    let coming = planned.occurrences.iter().filter(|date| date.ends_at > desk.now).count();
    let count = quantity::count(locale, Counted::Dates, coming as u64);
    Ok(Preview {
        sentence,
        count: said(locale, "publishing-preview-count", [("count", count)]),
        dates,
        more: match rest {
            0 => String::new(),
            rest => {
                let count = quantity::count(locale, Counted::Dates, rest as u64);
                said(locale, "event-more-dates", [("count", count)])
            }
        },
        notes,
        told,
    })
}

/// Whether there are other events that the one who sends the form was not told of.
pub fn is_news(desk: &mut Desk<'_>, asked: &Asked<'_>, draft: &EventDraft, told: &str) -> Result<bool> {
    let preview = of_event(desk, asked, draft)?;
    Ok(!preview.told.is_empty() && preview.told != told)
}

/// The coming dates, taken and skipped, in order; and how many more there are.
fn dates(
    locale: Locale,
    rule: &Recurrence,
    planned: &Expansion,
    today: NaiveDate,
) -> (Vec<PreviewDate>, usize) {
    let taken = planned.occurrences.iter().filter_map(|date| taken(locale, date));
    // A rule for the holidays leaves most of its dates out: nobody wants to read them.
    let told = |skip: &&Skipped| skip.reason != SkipReason::OutsideSchoolHolidays;
    let skipped = planned.skipped.iter().filter(told).map(|skip| left_out(locale, rule, skip));
    let mut all: Vec<(NaiveDate, PreviewDate)> =
        taken.chain(skipped).filter(|(day, _)| *day >= today).collect();
    all.sort_by_key(|(day, _)| *day);
    let rest = all.len().saturating_sub(LISTED);
    (all.into_iter().take(LISTED).map(|(_, row)| row).collect(), rest)
}

fn taken(locale: Locale, planned: &PlannedOccurrence) -> Option<(NaiveDate, PreviewDate)> {
    let day = planned.key.date()?;
    let row = PreviewDate {
        value: day.to_string(),
        text: date::day_long(locale, day),
        skipped: String::new(),
        excluded: false,
        optional: true,
    };
    Some((day, row))
}

fn left_out(locale: Locale, rule: &Recurrence, skip: &Skipped) -> (NaiveDate, PreviewDate) {
    let excluded = rule.exclusions.contains(&skip.date);
    let why = match &skip.reason {
        SkipReason::Excluded => i18n::text(locale, "publishing-skipped-by-you"),
        SkipReason::Paused => i18n::text(locale, "publishing-skipped-pause"),
        SkipReason::PublicHoliday(holiday) => {
            let name = i18n::text(locale, &format!("public-holiday-{holiday}"));
            said(locale, "publishing-skipped", [("why", name)])
        }
        SkipReason::SchoolHoliday { name } => said(locale, "publishing-skipped", [("why", name.clone())]),
        SkipReason::OutsideSchoolHolidays => i18n::text(locale, "publishing-skipped-outside"),
    };
    let row = PreviewDate {
        value: skip.date.to_string(),
        text: date::day_long(locale, skip.date),
        skipped: why,
        excluded,
        optional: excluded,
    };
    (skip.date, row)
}

/// What the calendar itself makes worth a word: nothing left, long past, holidays not known yet.
fn calendar_notes(
    desk: &mut Desk<'_>,
    place: &PlaceRow,
    draft: &EventDraft,
    planned: &Expansion,
) -> Result<Vec<Note>> {
    let locale = desk.locale();
    let note = |text: String| Note { tone: Tone::Warn, text, link: None };
    let mut notes = Vec::new();
    if planned.occurrences.is_empty() {
        notes.push(note(i18n::text(locale, "publishing-note-no-date")));
    } else if planned.occurrences.iter().all(|date| date.ends_at <= desk.now) {
        notes.push(note(i18n::text(locale, "publishing-note-past")));
    }
    let school = draft.schedule.recurrence.as_ref().map(|recurrence| recurrence.school_holidays);
    if school.is_some_and(|choice| choice != SchoolHolidays::Ignore) {
        let calendar = holidays::calendar(desk.conn)?;
        match place.school_zone().and_then(|zone| calendar.known_through(zone)) {
            None => notes.push(note(i18n::text(locale, "publishing-note-no-school-zone"))),
            Some(last) if last < horizon(desk.now) => {
                let day = date::date(locale, last);
                notes.push(note(said(locale, "publishing-note-school-known", [("day", day)])));
            }
            Some(_) => {}
        }
    }
    Ok(notes)
}

fn clash_note(locale: Locale, key: &str, tone: Tone, clash: &Clash) -> Note {
    let their = &clash.theirs;
    let args = i18n::Args::from_iter([
        ("when", date::span(locale, &their.span, false)),
        ("room", their.room.clone()),
        ("place", their.place_name.clone()),
    ]);
    let href = local(locale, &format!("/evenements/{}", their.slug));
    Note {
        tone,
        text: i18n::text_with(locale, key, Some(&args)),
        link: Some(Link::new(their.title.clone(), href)),
    }
}

/// Why a room is refused, beside its field.
pub fn room_taken(locale: Locale, clash: &actions::Clash) -> Fault {
    let Standing { room, title, span, .. } = &clash.theirs;
    let args =
        vec![("room", room.clone()), ("title", title.clone()), ("when", date::span(locale, span, false))];
    Fault { field: "room", key: "publishing-fault-room", args }
}

/// The first clash with each event: a series that meets another does so every week.
fn firsts(clashes: &[Clash]) -> impl Iterator<Item = &Clash> {
    let is_first = |(n, clash): &(usize, &Clash)| {
        clashes.iter().position(|other| other.theirs.event_id == clash.theirs.event_id) == Some(*n)
    };
    clashes.iter().enumerate().filter(is_first).map(|(_, clash)| clash)
}

/// Which clashes were said: empty when there is none.
fn mark_of<'a>(clashes: impl Iterator<Item = &'a Clash>) -> String {
    let mut named: Vec<&str> = clashes.map(|clash| clash.theirs.slug.as_str()).collect();
    named.sort_unstable();
    named.dedup();
    match named.is_empty() {
        true => String::new(),
        false => format!("{:08x}", xxhash_rust::xxh3::xxh3_64(named.join(" ").as_bytes())),
    }
}
