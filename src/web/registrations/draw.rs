//! Pages that are drawn at first and again, when what was sent was refused.

use super::fields::{Typed, faults, fields};
use super::page::{ManagePage, RegisterPage};
use super::words::{head, is_over, refusal, state, with_number, with_text};
use crate::actions::Occasion;
use crate::domain::event::RegistrationMode;
use crate::domain::policy::Action;
use crate::domain::registration::{Refusal, RegistrationState};
use crate::i18n;
use crate::store::registrations::{self, RegistrationRow};
use crate::store::seats;
use crate::web::answer::Desk;
use crate::web::asked::{local, with_query};
use crate::web::error::Result;
use crate::web::fields::{Field, FieldError};
use crate::web::frame::{Frame, Section};

/// What a visitor says of themselves.
#[derive(Clone, Debug, Default)]
pub struct Introduced {
    pub name: String,
    pub email: String,
}

/// A form that is drawn again: what is wrong.
#[derive(Clone, Debug, Default)]
pub struct Wrong {
    pub refusal: Option<Refusal>,
    pub fields: Vec<FieldError>,
}

/// The form by which one registers.
pub fn register(
    desk: &mut Desk<'_>,
    occasion: &Occasion,
    who: &Introduced,
    typed: &Typed,
    wrong: &Wrong,
) -> Result<(RegisterPage, Frame)> {
    let locale = desk.locale();
    let terms = &occasion.offered.terms;
    let row = seats::of(desk.conn, occasion.event.id, occasion.offered.stored_key())?;
    let full = occasion.seat_list(desk.conn)?.is_full();
    let members_only = terms.rules.members_only;
    let barred = !desk.actor().may(Action::Register { members_only });
    let closed = terms
        .closed(desk.now)
        .or(barred.then_some(Refusal::MembersOnly))
        .or((full && !terms.rules.waitlist && terms.mode == RegistrationMode::Open).then_some(Refusal::Full));
    let mut errors = wrong.fields.clone();
    errors.extend(faults(locale, wrong.refusal));
    let visitor = desk.viewer.is_none();
    let address = format!("{}/inscription", local(locale, &occasion.about().path()));
    let introduced = |kind, name: &str, autocomplete, value: &str| {
        let error = errors.iter().find(|error| error.name == name).map(|e| e.text.clone());
        Field::of(kind, name, i18n::text(locale, &format!("register-{name}")))
            .hint(i18n::text(locale, &format!("register-{name}-hint")))
            .value(value)
            .autocomplete(autocomplete)
            .error(error.unwrap_or_default())
            .required()
    };
    let page = RegisterPage {
        head: head(locale, occasion, row),
        form: desk.form(),
        closed: closed.map(|why| refusal(locale, why)).unwrap_or_default(),
        refused: match wrong.refusal {
            Some(why) if errors.is_empty() => refusal(locale, why),
            _ => String::new(),
        },
        sign_in_href: match visitor {
            true => with_query(&local(locale, "/connexion"), &[("vers", &address)]),
            false => String::new(),
        },
        notes: notes(desk, occasion, full),
        name: visitor.then(|| introduced("text", "name", "name", &who.name).maxlength(80)),
        email: visitor.then(|| introduced("email", "email", "email", &who.email)),
        wish: fields(locale, terms, typed, &errors),
        submit: i18n::text(locale, submit(terms.mode, visitor, full)),
        action: address.clone(),
        errors,
    };
    let mut frame = frame(desk, &address);
    frame.title = with_text(locale, "register-heading", "title", occasion.title());
    Ok((page, frame))
}

fn submit(mode: RegistrationMode, visitor: bool, full: bool) -> &'static str {
    match (mode, visitor, full) {
        (_, true, _) => "register-send",
        (RegistrationMode::OnApproval, false, _) => "register-send-ask",
        (_, false, true) => "register-send-wait",
        (_, false, false) => "register-send-member",
    }
}

fn notes(desk: &Desk<'_>, occasion: &Occasion, full: bool) -> Vec<String> {
    let terms = &occasion.offered.terms;
    let approval = terms.mode == RegistrationMode::OnApproval;
    [
        (occasion.offered.key.is_none(), "panel-series"),
        (approval, "register-approval-note"),
        (full && !approval, "register-wait-note"),
        (desk.viewer.is_none(), "register-visitor-note"),
    ]
    .into_iter()
    .filter(|(holds, _)| *holds)
    .map(|(_, key)| i18n::text(desk.locale(), key))
    .collect()
}

/// A registration as its holder sees it, at its address.
pub fn manage(
    desk: &mut Desk<'_>,
    occasion: &Occasion,
    row: &RegistrationRow,
    address: &str,
    typed: Option<Typed>,
    why: Option<Refusal>,
) -> Result<(ManagePage, Frame)> {
    let locale = desk.locale();
    let terms = &occasion.offered.terms;
    let key = occasion.offered.stored_key();
    let counts = seats::of(desk.conn, occasion.event.id, key)?;
    let typed = match typed {
        Some(typed) => typed,
        None => Typed::of_row(row, &terms.rules.questions)?,
    };
    let errors = faults(locale, why);
    let confirmed = row.state()? == RegistrationState::Confirmed && terms.status.takes_place();
    let others = match confirmed {
        true => registrations::shown_names(desk.conn, occasion.event.id, key)?,
        false => Vec::new(),
    };
    let others = others.into_iter().filter(|(id, _)| *id != row.id).map(|(_, name)| name).collect();
    let page = ManagePage {
        head: head(locale, occasion, counts),
        state: state(desk, occasion, row)?,
        name: row.name.clone(),
        people: with_number(locale, "party-count", "n", row.size),
        action: address.to_owned(),
        change_form: desk.form(),
        cancel_form: desk.form(),
        open: row.state()?.is_live() && terms.status.takes_place() && !is_over(occasion, desk.now),
        wish: fields(locale, terms, &typed, &errors),
        errors,
        ics_href: match confirmed {
            true => format!("{}.ics", local(locale, &occasion.about().path())),
            false => String::new(),
        },
        online_href: occasion.event.meeting().filter(|_| confirmed).unwrap_or_default(),
        others,
    };
    let mut frame = frame(desk, address);
    frame.title = format!("{} · {}", i18n::text(locale, "manage-title"), occasion.title());
    Ok((page, frame))
}

/// A frame for a page that is one person's.
pub fn frame(desk: &Desk<'_>, path: &str) -> Frame {
    let mut frame = desk.frame(path);
    frame.section = Section::Agenda;
    frame.noindex = true;
    frame
}
