//! The part of an event's page by which one registers: a link for visitors, whose page is kept for
//! all, and one tap for who is signed in.

use serde::Serialize;

use super::page::StateNotice;
use super::words::{refusal, seats as seats_words, state};
use crate::actions::Occasion;
use crate::db;
use crate::domain::event::RegistrationMode;
use crate::domain::policy::{Action, EventHands};
use crate::domain::registration::{Refusal, RegistrationState, Terms};
use crate::i18n;
use crate::store::{registrations, seats};
use crate::web::answer::Desk;
use crate::web::asked::local;
use crate::web::error::Result;
use crate::web::events::sheet::Sheet;
use crate::web::fields::FormMarks;
use crate::web::parts::Link;

/// What an event's page says of registering.
#[derive(Clone, Debug, Serialize)]
pub struct Panel {
    /// Of the person's own registration.
    pub state: Option<StateNotice>,
    /// "Il reste 3 places." Empty: no limit.
    pub seats: String,
    /// Why nobody can register. Empty: one can.
    pub closed: String,
    pub notes: Vec<String>,
    /// The one button of somebody who is signed in.
    pub tap: Option<Tap>,
    /// The form, or the person's own registration.
    pub link: Option<Link>,
    /// The list, for hosts.
    pub hosts: Option<Link>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Tap {
    pub action: String,
    pub form: FormMarks,
    pub label: String,
}

/// The panel of the date that the page shows; `None` where one just comes.
pub fn panel(desk: &mut Desk<'_>, sheet: &Sheet) -> Result<Option<Panel>> {
    let event = &sheet.event;
    if event.registration()? == RegistrationMode::None {
        return Ok(None);
    }
    let rows = (event.clone(), sheet.place.clone());
    let when = (sheet.schedule.zone, sheet.repeats());
    let key = sheet.date.as_ref().map(|date| &date.key);
    let occasion = match Occasion::at(desk.conn, rows, when, key, desk.now) {
        Err(db::Error::NotFound) => return Ok(None),
        occasion => occasion?,
    };
    let locale = desk.locale();
    let terms = &occasion.offered.terms;
    let stored = occasion.offered.stored_key();
    let counts = seats::of(desk.conn, event.id, stored)?;
    let full = terms.capacity.is_some_and(|capacity| counts.taken >= capacity);
    let closed = closed(desk, terms, full);
    let address = format!("{}/inscription", local(locale, &occasion.about().path()));
    let mut panel = Panel {
        state: None,
        seats: match terms.status.takes_place() {
            true => seats_words(locale, terms.capacity, counts),
            false => String::new(),
        },
        closed: closed.map(|why| refusal(locale, why)).unwrap_or_default(),
        notes: notes(desk, &occasion),
        tap: None,
        link: None,
        hosts: hosts(desk, &sheet.hands, &occasion),
    };
    let Some(viewer) = desk.viewer.clone() else {
        let label = if full { "panel-wait" } else { visitor_label(terms.mode) };
        let open = closed.is_none_or(|why| why == Refusal::MembersOnly);
        panel.link = open.then(|| Link::new(i18n::text(locale, label), address));
        return Ok(Some(panel));
    };
    let own = registrations::of_member(desk.conn, event.id, stored, viewer.id())?;
    if let Some(row) = own
        && row.state()? != RegistrationState::Cancelled
    {
        panel.state = Some(state(desk, &occasion, &row)?);
        panel.link = Some(Link::new(i18n::text(locale, "panel-manage"), address));
        panel.closed = String::new();
        return Ok(Some(panel));
    }
    if closed.is_none() {
        let label = if full { "panel-wait" } else { member_label(terms.mode) };
        let label = i18n::text(locale, label);
        if terms.takes_one_tap() {
            panel.tap = Some(Tap { action: address.clone(), form: desk.form(), label });
            let more = terms.largest_group() > 1 || !terms.rules.questions.is_empty();
            panel.link = more.then(|| Link::new(i18n::text(locale, "panel-options"), address));
        } else {
            panel.link = Some(Link::new(label, address));
        }
    }
    Ok(Some(panel))
}

fn closed(desk: &Desk<'_>, terms: &Terms, full: bool) -> Option<Refusal> {
    let members_only = terms.rules.members_only;
    let barred = !desk.actor().may(Action::Register { members_only });
    let no_seat = full && !terms.rules.waitlist && terms.mode == RegistrationMode::Open;
    terms.closed(desk.now).or(no_seat.then_some(Refusal::Full)).or(barred.then_some(Refusal::MembersOnly))
}

fn visitor_label(mode: RegistrationMode) -> &'static str {
    if mode == RegistrationMode::OnApproval { "panel-ask" } else { "panel-register" }
}

fn member_label(mode: RegistrationMode) -> &'static str {
    if mode == RegistrationMode::OnApproval { "panel-ask" } else { "panel-tap" }
}

fn notes(desk: &Desk<'_>, occasion: &Occasion) -> Vec<String> {
    let series = occasion.offered.key.is_none() && occasion.repeats;
    series.then(|| i18n::text(desk.locale(), "panel-series")).into_iter().collect()
}

fn hosts(desk: &Desk<'_>, hands: &EventHands, occasion: &Occasion) -> Option<Link> {
    let may = desk.actor().may(Action::SeeRegistrations(hands));
    may.then(|| {
        let query = match &occasion.offered.key {
            Some(key) if occasion.repeats => format!("?date={key}"),
            _ => String::new(),
        };
        let path = format!("/evenements/{}/inscriptions{query}", occasion.event.slug);
        Link::new(i18n::text(desk.locale(), "panel-hosts"), local(desk.locale(), &path))
    })
}
