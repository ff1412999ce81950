//! What hosts change on the page of their place: one part an address under `/modifier`, and the
//! door. Who is no host of it finds nothing here.

pub mod brick;
pub mod bricks;
mod checks;
pub mod closures;
mod conflict;
pub mod door;
pub mod equipment;
pub mod history;
pub mod hours;
pub mod overview;
pub mod page;
pub mod photos;
pub mod sheet;
pub mod team;
mod undo;
mod week;
mod words;

#[cfg(test)]
mod sample;

use actix_web::HttpRequest;

use crate::domain::place_part::PlaceSection;
use crate::domain::policy::Action;
use crate::domain::slug::Slug;
use crate::i18n::{self, Locale};
use crate::store::place_changes;
use crate::store::places::{self, PlaceRow};
use crate::web::answer::Desk;
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::form::Form;
use crate::web::frame::{Frame, Section};
use crate::web::host_bar::{HostBar, HostRoom};
use crate::web::kept::Made;
use crate::web::pages::Page;
use crate::web::parts::Link;
use checks::Checks;
use conflict::Conflict;
use page::EditHead;

/// The place in an address.
fn slug_of(request: &HttpRequest) -> Option<Slug> {
    request.match_info().get("slug").and_then(Slug::parse)
}

/// That place, for one of its hosts.
///
/// # Errors
/// Nobody is signed in; no such place, or not one of theirs.
fn hosted(desk: &mut Desk<'_>, slug: Option<&Slug>) -> Result<PlaceRow> {
    desk.member()?;
    let place = places::by_slug(desk.conn, slug.ok_or(Error::NotFound)?)?;
    if !desk.actor().may(Action::EditPlace(place.id)) {
        return Err(Error::NotFound);
    }
    Ok(place)
}

/// Address of a part of the editing pages; "" is the overview. Without language.
fn path_of(place: &PlaceRow, part: &str) -> String {
    let slash = if part.is_empty() { "" } else { "/" };
    format!("/lieux/{}/modifier{slash}{part}", place.slug)
}

fn title_of(locale: Locale, section: PlaceSection) -> String {
    i18n::text(locale, &format!("place-edit-{}", section.code()))
}

/// What every editing page begins with.
fn head(
    desk: &mut Desk<'_>,
    place: &PlaceRow,
    part: &str,
    seen: Option<i64>,
    checks: &Checks,
    conflict: Option<Conflict>,
) -> Result<EditHead> {
    let locale = desk.locale();
    Ok(EditHead {
        bar: HostBar::of(desk, place, Some(HostRoom::Edit))?,
        place: Link::new(&place.name, local(locale, &format!("/lieux/{}", place.slug))),
        overview_href: local(locale, &path_of(place, "")),
        history_href: local(locale, &path_of(place, "historique")),
        here: local(locale, &path_of(place, part)),
        form: desk.form(),
        // What was typed answers what was seen then; a conflict shows what is there now.
        seen: match seen.filter(|_| conflict.is_none()) {
            Some(seen) => seen,
            None => place_changes::last(desk.conn, place.id)?,
        },
        errors: checks.errors.clone(),
        conflict,
    })
}

/// The last change that the sender of a form had seen; none: they saw nothing.
fn seen_in(form: &Form) -> i64 {
    form.text("seen").parse().unwrap_or_default()
}

fn frame(desk: &Desk<'_>, place: &PlaceRow, part: &str, title: &str) -> Frame {
    let mut frame = desk.frame(&local(desk.locale(), &path_of(place, part)));
    frame.section = Section::Places;
    frame.title = format!("{title}, {}", place.name);
    frame.noindex = true;
    frame
}

fn made<P: Page>(desk: &Desk<'_>, place: &PlaceRow, part: &str, title: &str, page: &P) -> Result<Made> {
    let frame = frame(desk, place, part, title);
    desk.private_page(page, &frame)
}

/// The page again, with what was typed: nothing is written.
fn again<P: Page>(desk: &Desk<'_>, place: &PlaceRow, part: &str, title: &str, page: &P) -> Error {
    let frame = frame(desk, place, part, title);
    match crate::web::pages::render(page, &frame) {
        Ok(body) => Error::Again(body),
        Err(fault) => fault.into(),
    }
}
