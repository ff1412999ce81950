//! What a host says of the dates of a week: they take place, one is called off, moved, or on again.

use super::draw::{Asked, Opened, Question, draft_of, page};
use crate::actions;
use crate::domain::event::{EventDraft, Override};
use crate::domain::schedule::{OccurrenceKey, Span};
use crate::store::host_weeks::HostDate;
use crate::web::act::{Act, Done};
use crate::web::error::{Error, Result};
use crate::web::form::Form;
use crate::web::hosting::create::fault_of_action;
use crate::web::hosting::read::{Fault, LONGEST_LINE};
use crate::web::hosting::read_when;
use crate::web::hosting::typed::Typed;

pub fn change(act: &mut Act<'_, '_>, opened: &Opened, form: &Form) -> Result<Done> {
    let named: Vec<i64> = form.all("which").iter().filter_map(|id| id.parse().ok()).collect();
    let mut dates = opened.dates(act.tx, act.now)?;
    dates.retain(|date| named.contains(&date.id));
    let Some(first) = dates.first() else { return Ok(see(opened, None, "done-week-gone")) };
    match form.text("do").as_str() {
        "confirm" => confirm(act, opened, &dates),
        "cancel" => cancel(act, opened, first, form),
        "reinstate" => reinstate(act, opened, first),
        "move" => move_to(act, opened, first, form),
        _ => Err(Error::NotFound),
    }
}

/// Back to the date that was spoken of.
fn see(opened: &Opened, date: Option<&HostDate>, said: &'static str) -> Done {
    let anchor = date.map_or_else(String::new, |date| format!("#date-{}", date.id));
    Done::see(format!("{}{anchor}", opened.path)).saying(said)
}

fn confirm(act: &mut Act<'_, '_>, opened: &Opened, dates: &[HostDate]) -> Result<Done> {
    let mut confirmed = 0;
    for date in dates {
        match actions::confirm_date(act.tx, &opened.by, date.event_id, &date.key, act.now) {
            // Called off meanwhile: the page says so.
            Err(actions::Error::NoSuchDate) => {}
            done => {
                done?;
                confirmed += 1;
            }
        }
    }
    Ok(match (confirmed, dates) {
        (0, _) => see(opened, None, "done-week-gone"),
        (_, [one]) => see(opened, Some(one), "done-week-confirmed"),
        _ => see(opened, None, "done-week-all-confirmed"),
    })
}

fn key_of(date: &HostDate) -> Option<&OccurrenceKey> {
    date.repeats.then_some(&date.key)
}

fn cancel(act: &mut Act<'_, '_>, opened: &Opened, date: &HostDate, form: &Form) -> Result<Done> {
    let reason: String = form.text("note").chars().take(LONGEST_LINE as usize).collect();
    actions::cancel_event(act.tx, &opened.by, date.event_id, key_of(date), &reason, act.now)?;
    Ok(see(opened, Some(date), "done-week-cancelled"))
}

fn reinstate(act: &mut Act<'_, '_>, opened: &Opened, date: &HostDate) -> Result<Done> {
    match actions::reinstate_event(act.tx, &opened.by, date.event_id, key_of(date), act.now) {
        Err(actions::Error::RoomTaken(_)) => Ok(see(opened, Some(date), "done-week-room-taken")),
        done => {
            done?;
            Ok(see(opened, Some(date), "done-week-reinstated"))
        }
    }
}

fn move_to(act: &mut Act<'_, '_>, opened: &Opened, date: &HostDate, form: &Form) -> Result<Done> {
    let typed = Typed::read(form);
    let mut faults = Vec::new();
    let Some(span) = read_when::span(&typed, &mut faults).filter(|_| faults.is_empty()) else {
        return Err(again(act, opened, date, typed, faults));
    };
    let draft = draft_of(act.tx, date.event_id)?;
    let seal = form.text("seal");
    let moved = match date.repeats {
        true => {
            let change = moved(&draft, date, span);
            actions::revise_date(act.tx, &opened.by, date.event_id, &seal, &change, act.now)
        }
        false => {
            let mut moved = draft;
            moved.schedule.span = span;
            for own in &mut moved.overrides {
                own.span = None;
            }
            actions::revise_event(act.tx, &opened.by, date.event_id, &seal, &moved, act.now)
        }
    };
    let fault = match moved {
        Ok(()) => return Ok(see(opened, Some(date), "done-week-moved")),
        Err(actions::Error::ChangedMeanwhile) => Fault::new("date", "publishing-fault-overtaken"),
        Err(error) => fault_of_action(act.locale(), error)?,
    };
    // The form has no field for the room: the day bears the words.
    let field = if matches!(fault.field, "date" | "end" | "last-day") { fault.field } else { "date" };
    Err(again(act, opened, date, typed, vec![Fault { field, ..fault }]))
}

/// What differs for a date at another time; moved back to where the rule has it, it is not moved.
fn moved(draft: &EventDraft, date: &HostDate, span: Span) -> Override {
    let known = draft.overrides.iter().find(|change| change.key == date.key).cloned();
    let known = known.unwrap_or_else(|| Override { key: date.key.clone(), ..Override::default() });
    let as_planned = OccurrenceKey::of(&span) == date.key && length(&span) == length(&draft.schedule.span);
    Override { span: (!as_planned).then_some(span), ..known }
}

fn length(span: &Span) -> chrono::TimeDelta {
    match span {
        Span::Timed { start, end } => *end - *start,
        Span::AllDay { first, last } => *last - *first,
    }
}

fn again(act: &mut Act<'_, '_>, opened: &Opened, date: &HostDate, typed: Typed, faults: Vec<Fault>) -> Error {
    let asked = Asked { id: date.id, question: Question::Move, typed: Some(typed), faults };
    match page(&mut act.desk(), opened, Some(&asked)) {
        Ok((page, frame)) => act.again(&page, &frame),
        Err(error) => error,
    }
}
