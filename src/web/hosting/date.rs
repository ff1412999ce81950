//! A host changes one date of a series and leaves the others as they are.

use super::create::fault_of_action;
use super::fields::{Drawing, errors};
use super::form::frame;
use super::hosted::Hosted;
use super::page::{ChangePage, Part};
use super::read::{Fault, LONGEST_LINE, TITLE};
use super::read_when;
use super::typed::Typed;
use super::write::write_span;
use crate::actions;
use crate::domain::event::Override;
use crate::domain::schedule::Span;
use crate::i18n;
use crate::store::clashes;
use crate::store::occurrences::Occurrence;
use crate::web::act::{Act, Done};
use crate::web::answer::Desk;
use crate::web::error::{Error, Result};
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::kept::Made;
use crate::web::parts::Hidden;
use crate::web::wording::said;

pub fn show(desk: &mut Desk<'_>, hosted: &Hosted) -> Result<Made> {
    let typed = so_far(hosted)?;
    let (page, frame) = page(desk, hosted, &typed, &[])?;
    desk.private_page(&page, &frame)
}

pub fn save(act: &mut Act<'_, '_>, hosted: &Hosted, form: &Form) -> Result<Done> {
    let typed = Typed::read(form);
    let seal = form.text("seal");
    let mut faults = Vec::new();
    let change = change(hosted, &typed, &mut faults)?;
    let outcome = match change.filter(|_| faults.is_empty()) {
        Some(change) => {
            let (by, now, id) = (act.actor(), act.now, hosted.event.id);
            match actions::revise_date(act.tx, &by, id, &seal, &change, now) {
                Ok(()) => return Ok(Done::see(hosted.path()).saying("done-date-saved")),
                Err(actions::Error::ChangedMeanwhile) => Fault::new("title", "publishing-fault-overtaken"),
                Err(error) => fault_of_action(act.locale(), error)?,
            }
        }
        None => return Err(again(act, hosted, &typed, &faults)),
    };
    Err(again(act, hosted, &typed, &[outcome]))
}

fn again(act: &mut Act<'_, '_>, hosted: &Hosted, typed: &Typed, faults: &[Fault]) -> Error {
    match page(&mut act.desk(), hosted, typed, faults) {
        Ok((page, frame)) => act.again(&page, &frame),
        Err(error) => error,
    }
}

fn own(hosted: &Hosted) -> Result<(&Occurrence, Override)> {
    let date = hosted.date.as_ref().ok_or(Error::NotFound)?;
    let known = hosted.draft.overrides.iter().find(|change| change.key == date.key).cloned();
    Ok((date, known.unwrap_or_else(|| Override { key: date.key.clone(), ..Override::default() })))
}

fn so_far(hosted: &Hosted) -> Result<Typed> {
    let (date, known) = own(hosted)?;
    let mut typed = Typed::default();
    write_span(&mut typed, &date.span);
    typed.set("title", known.title.as_ref().unwrap_or(&hosted.draft.title));
    typed.set("room", known.room.as_ref().unwrap_or(&hosted.draft.room));
    let capacity = known.capacity.or(hosted.draft.capacity);
    typed.set("capacity", capacity.map_or_else(String::new, |seats| seats.to_string()));
    typed.set("note", known.note.unwrap_or_default());
    Ok(typed)
}

/// What differs: nothing of what is as the event has it.
fn change(hosted: &Hosted, typed: &Typed, faults: &mut Vec<Fault>) -> Result<Option<Override>> {
    let (date, known) = own(hosted)?;
    let span = read_when::span(typed, faults);
    let title = typed.text("title");
    let length = title.chars().count();
    if !(TITLE.0..=TITLE.1 as usize).contains(&length) {
        faults.push(Fault::new("title", "publishing-fault-title-short"));
    }
    for field in ["room", "note"] {
        if typed.text(field).chars().count() > LONGEST_LINE as usize {
            let args = vec![("limit", LONGEST_LINE.to_string())];
            faults.push(Fault { field, key: "publishing-fault-long", args });
        }
    }
    let capacity = match typed.text("capacity") {
        "" => None,
        text => match text.parse::<i32>().ok().filter(|seats| (1..=100_000).contains(seats)) {
            Some(seats) => Some(seats),
            None => {
                let args = vec![("most", "100000".to_owned())];
                faults.push(Fault { field: "capacity", key: "publishing-fault-number", args });
                None
            }
        },
    };
    let draft = &hosted.draft;
    Ok(span.map(|span| Override {
        span: if span == date.span { known.span } else { moved(&span, &known, date) },
        title: (title != draft.title).then(|| title.to_owned()),
        room: (typed.text("room") != draft.room).then(|| typed.text("room").to_owned()),
        capacity: capacity.filter(|seats| draft.capacity != Some(*seats)),
        note: Some(typed.text("note").to_owned()).filter(|note| !note.is_empty()),
        ..known
    }))
}

/// Moved back to where the rule has it, it is not moved.
fn moved(span: &Span, known: &Override, date: &Occurrence) -> Option<Span> {
    let starts_as_planned = crate::domain::schedule::OccurrenceKey::of(span) == date.key;
    let same_length = length(span) == length(&date.span);
    (!(starts_as_planned && same_length && known.span.is_some())).then_some(*span)
}

fn length(span: &Span) -> chrono::TimeDelta {
    match span {
        Span::Timed { start, end } => *end - *start,
        Span::AllDay { first, last } => *last - *first,
    }
}

fn page(
    desk: &mut Desk<'_>,
    hosted: &Hosted,
    typed: &Typed,
    faults: &[Fault],
) -> Result<(ChangePage, Frame)> {
    let locale = desk.locale();
    let rooms = clashes::rooms(desk.conn, hosted.place.id, 8)?;
    let drawing = Drawing { locale, today: desk.today, typed, faults, bricks: &[], rooms: &rooms };
    let mut seats = drawing.field("number", "capacity");
    seats.min = "1".to_owned();
    let mut note = drawing.field("text", "note").maxlength(LONGEST_LINE);
    note.label = i18n::text(locale, "publishing-date-note");
    let [last, whole] = drawing.long_parts();
    let mut parts = vec![
        Part::Text(drawing.field("text", "title").maxlength(TITLE.1).required()),
        Part::Row(drawing.span_fields()),
        Part::Text(drawing.room()),
        Part::Text(seats),
        Part::Text(note),
        last,
    ];
    if typed.is_on("whole-day") {
        parts.push(whole);
    }
    let page = ChangePage {
        heading: i18n::text(locale, "publishing-edit-date"),
        event: hosted.link(desk),
        subject: hosted.when(desk),
        lede: said(locale, "publishing-edit-date-lede", [("title", hosted.draft.title.clone())]),
        form: desk.form(),
        action: hosted.address(desk, "modifier", &[("portee", "date")]),
        hidden: vec![Hidden { name: "seal", value: actions::seal(&hosted.draft) }],
        errors: errors(locale, faults),
        parts,
        submit: i18n::text(locale, "publishing-save"),
        danger: false,
    };
    let frame = frame(desk, &page.heading);
    Ok((page, frame))
}
