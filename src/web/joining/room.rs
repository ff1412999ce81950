//! What the pages of this folder have in common: which place, who may enter, days and refusals in
//! words.

use actix_web::HttpRequest;

use crate::db::UtcInstant;
use crate::domain::joining::JoiningError;
use crate::domain::member::MembershipKind;
use crate::domain::period::local_of;
use crate::domain::policy::Action;
use crate::domain::slug::Slug;
use crate::i18n::{self, Locale, date, quantity};
use crate::store::places::{self, PlaceRow};
use crate::web::answer::Desk;
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::fields::Choice;
use crate::web::frame::{Frame, Section};
use crate::web::parts::Link;
use crate::web::rows::say;

/// The place that an address names.
pub fn slug_of(request: &HttpRequest) -> Option<Slug> {
    request.match_info().get("slug").and_then(Slug::parse)
}

/// The member (by uid) that an address names.
pub fn uid_of(request: &HttpRequest) -> String {
    request.match_info().get("uid").unwrap_or_default().to_owned()
}

pub fn place_of(desk: &mut Desk<'_>, slug: Option<&Slug>) -> Result<PlaceRow> {
    Ok(places::by_slug(desk.conn, slug.ok_or(Error::NotFound)?)?)
}

/// The place, for those who look after its people; for others there is no such page.
pub fn hosted_place(desk: &mut Desk<'_>, slug: Option<&Slug>) -> Result<PlaceRow> {
    let place = place_of(desk, slug)?;
    desk.member()?;
    match desk.actor().may(Action::ManageMembers(place.id)) {
        true => Ok(place),
        false => Err(Error::NotFound),
    }
}

/// A local address of the place, without language.
pub fn path(place: &PlaceRow, rest: &str) -> String {
    format!("/lieux/{}{rest}", place.slug)
}

/// The same in a language.
pub fn href(locale: Locale, place: &PlaceRow, rest: &str) -> String {
    local(locale, &path(place, rest))
}

pub fn link(locale: Locale, place: &PlaceRow) -> Link {
    Link::new(&place.name, href(locale, place, ""))
}

/// The frame of a page about a place that is nobody's to find by a search engine. Its title names
/// the place, if the heading does not.
pub fn frame(desk: &Desk<'_>, place: &PlaceRow, rest: &str, heading: &str) -> Frame {
    let mut frame = desk.frame(&href(desk.locale(), place, rest));
    frame.section = Section::Places;
    frame.title = match heading.contains(&place.name) {
        true => heading.to_owned(),
        false => format!("{heading}, {}", place.name),
    };
    frame.noindex = true;
    frame
}

/// A message that names the place.
pub fn of_place(locale: Locale, key: &str, place: &PlaceRow) -> String {
    say(locale, key, "place", place.name.clone())
}

/// The field of what somebody is at the place; `of` tells it from the others of the page.
pub fn kind_name(of: &str) -> String {
    format!("kind-{of}")
}

pub fn kind_choice(locale: Locale, of: &str, label: String, now: MembershipKind) -> Choice {
    let choice = Choice::new(&kind_name(of), label).required();
    MembershipKind::ALL.iter().fold(choice, |choice, kind| {
        choice.option(kind.code(), i18n::text(locale, &format!("membership-kind-{kind}")), *kind == now)
    })
}

/// "5 mars 2026".
pub fn day(desk: &Desk<'_>, at: UtcInstant) -> String {
    date::date(desk.locale(), local_of(at.0, desk.network.zone).date())
}

/// What is wrong and what to do.
pub fn refusal(locale: Locale, error: JoiningError, place: &PlaceRow) -> String {
    let key = match error {
        JoiningError::PlaceClosed => "joining-error-closed",
        JoiningError::CharterNotAccepted { .. } => "joining-error-charter",
        JoiningError::CharterChanged { .. } => "joining-error-charter-changed",
        JoiningError::NotAsked => "joining-error-not-asked",
        JoiningError::NotMember => "joining-error-not-member",
        JoiningError::LastHost => "joining-error-last-host",
        JoiningError::TooOften => "joining-error-too-often",
        JoiningError::LetterDecided => "joining-error-letter-decided",
        JoiningError::LetterEmpty => "joining-error-letter-empty",
    };
    of_place(locale, key, place)
}

pub fn too_long(locale: Locale, longest: u64) -> String {
    say(locale, "joining-error-too-long", "limit", quantity::number(locale, longest))
}
