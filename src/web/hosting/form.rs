//! The page of an event's form: a new one, one that is changed, one that is done again.

use super::fields::{Drawing, errors};
use super::page::{EventFormPage, Preview};
use super::read::Fault;
use super::typed::Typed;
use super::{further, later};
use crate::domain::policy::Action;
use crate::domain::slug::Slug;
use crate::store::clashes;
use crate::store::places::{self, PlaceRow};
use crate::web::answer::Desk;
use crate::web::error::{Error, Result};
use crate::web::frame::{Frame, Section};
use crate::web::parts::{Hidden, Link};

/// Names of rooms that are told.
const ROOMS: i64 = 8;

/// What the form is for.
pub struct Purpose {
    pub heading: String,
    pub lede: String,
    /// Where it is sent to.
    pub action: String,
    pub hidden: Vec<Hidden>,
    pub submit: String,
    pub can_draft: bool,
    /// Slug of the event that is changed, for its preview. Empty: a new one.
    pub event: String,
    pub cancel_href: String,
}

/// What was typed, and what came of it.
#[derive(Default)]
pub struct Filled {
    pub typed: Typed,
    pub faults: Vec<Fault>,
    pub preview: Option<Preview>,
    /// What is to be looked at before it is sent again. Empty: nothing.
    pub ask: String,
}

pub fn page(
    desk: &mut Desk<'_>,
    place: &PlaceRow,
    purpose: Purpose,
    filled: Filled,
) -> Result<(EventFormPage, Frame)> {
    let locale = desk.locale();
    let bricks = places::parts(desk.conn, place.id)?.bricks;
    let rooms = clashes::rooms(desk.conn, place.id, ROOMS)?;
    let drawing = Drawing {
        locale,
        today: desk.today,
        typed: &filled.typed,
        faults: &filled.faults,
        bricks: &bricks,
        rooms: &rooms,
    };
    let mut hidden = purpose.hidden;
    hidden.push(Hidden { name: "place", value: place.slug.clone() });
    if !purpose.event.is_empty() {
        hidden.push(Hidden { name: "event", value: purpose.event.clone() });
    }
    hidden.extend(unlisted_exclusions(&filled));
    let cover_of = filled.typed.text("cover-of").to_owned();
    hidden.extend((!cover_of.is_empty()).then_some(Hidden { name: "cover-of", value: cover_of }));
    let mut folds = drawing.folds();
    if desk.actor().may(Action::HostEvent(&[place.id])) {
        folds.extend(further::fold(desk, &drawing, place)?);
    }
    folds.extend(purpose.can_draft.then(|| later::fold(&drawing)));
    let page = EventFormPage {
        heading: purpose.heading,
        place: crumb(desk, place),
        lede: purpose.lede,
        ask: filled.ask,
        form: desk.form(),
        keep: format!("{}?{}", purpose.action, place.slug),
        action: purpose.action,
        hidden,
        errors: errors(locale, &filled.faults),
        basics: drawing.basics(),
        repeats: drawing.repeats(),
        folds,
        preview: filled.preview,
        submit: purpose.submit,
        can_draft: purpose.can_draft,
        preview_href: desk.asked.local("/evenements/apercu"),
        cancel_href: purpose.cancel_href,
    };
    let frame = frame(desk, &page.heading);
    Ok((page, frame))
}

/// The list of the place's events; the place itself for who holds an event and not its place.
fn crumb(desk: &Desk<'_>, place: &PlaceRow) -> Link {
    let list = if desk.actor().may(Action::HostEvent(&[place.id])) { "/evenements" } else { "" };
    Link::new(place.name.clone(), desk.asked.local(&format!("/lieux/{}{list}", place.slug)))
}

/// The frame of a page of hosts.
pub fn frame(desk: &Desk<'_>, title: &str) -> Frame {
    let mut frame = desk.frame(&desk.asked.path);
    title.clone_into(&mut frame.title);
    frame.section = Section::Agenda;
    frame.noindex = true;
    frame
}

/// Dates that were taken out and that the preview does not list: the form must not lose them.
pub fn unlisted_exclusions(filled: &Filled) -> Vec<Hidden> {
    let listed = |value: &String| {
        let dates = filled.preview.iter().flat_map(|preview| &preview.dates);
        dates.into_iter().any(|date| date.value == *value)
    };
    let excluded = filled.typed.all("exclusion").iter().filter(|value| !listed(value));
    excluded.map(|value| Hidden { name: "exclusion", value: value.clone() }).collect()
}

/// The place of this slug, if the viewer may announce events there.
pub fn hosted_place(desk: &mut Desk<'_>, slug: &str) -> Result<PlaceRow> {
    desk.member()?;
    let slug = Slug::parse(slug).ok_or(Error::NotFound)?;
    let place = places::by_slug(desk.conn, &slug)?;
    match desk.actor().may(Action::HostEvent(&[place.id])) {
        true => Ok(place),
        false => Err(Error::NotFound),
    }
}

/// The place of this slug, if the viewer may propose events there: it has not closed for good.
pub fn proposable_place(desk: &mut Desk<'_>, slug: &str) -> Result<PlaceRow> {
    desk.member()?;
    let slug = Slug::parse(slug).ok_or(Error::NotFound)?;
    let place = places::by_slug(desk.conn, &slug)?;
    let is_closed = place.closed_on.is_some_and(|day| day <= desk.today);
    match !is_closed && desk.actor().may(Action::ProposeEvent(place.id)) {
        true => Ok(place),
        false => Err(Error::NotFound),
    }
}
