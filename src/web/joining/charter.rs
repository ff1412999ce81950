//! The charter of a place: read by everybody, accepted by its members in its newest version.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::page::{CharterBlock, CharterPage};
use super::room::{self, place_of, refusal, slug_of};
use crate::actions::{self, accept_charter};
use crate::domain::joining::{JoiningError, charter_to_accept};
use crate::i18n::{self, Locale};
use crate::store::charters::{self, CharterRow};
use crate::store::memberships;
use crate::store::places::PlaceRow;
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};
use crate::web::fields::{Choice, FieldError};
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::markdown;
use crate::web::wording::said;

/// `GET /lieux/{slug}/charte`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = slug_of(&request);
    private(&request, move |desk| {
        let place = place_of(desk, slug.as_ref())?;
        let (page, frame) = draw(desk, &place, None)?;
        desk.private_page(&page, &frame)
    })
    .await
}

/// `POST /lieux/{slug}/charte`
pub async fn submit(request: HttpRequest, payload: Payload) -> HttpResponse {
    let slug = slug_of(&request);
    act(request, payload, move |act, form| {
        act.member()?;
        let place = place_of(&mut act.desk(), slug.as_ref())?;
        accept(act, &place, form)
    })
    .await
}

fn accept(act: &mut Act<'_, '_>, place: &PlaceRow, form: &Form) -> Result<Done> {
    let version = form.text("version").parse().unwrap_or_default();
    if !form.is_on("charter") {
        return Err(again(act, place, JoiningError::CharterNotAccepted { version }));
    }
    let (actor, now) = (act.actor(), act.now);
    match accept_charter(act.tx, &actor, place, version, now) {
        Ok(()) => Ok(Done::see(room::path(place, "")).saying("done-joining-charter")),
        Err(actions::Error::Joining(JoiningError::NotMember)) => Err(Error::NotFound),
        Err(actions::Error::Joining(error)) => Err(again(act, place, error)),
        Err(error) => Err(error.into()),
    }
}

fn again(act: &mut Act<'_, '_>, place: &PlaceRow, refused: JoiningError) -> Error {
    match draw(&mut act.desk(), place, Some(refused)) {
        Ok((page, frame)) => act.again(&page, &frame),
        Err(error) => error,
    }
}

fn draw(
    desk: &mut Desk<'_>,
    place: &PlaceRow,
    refused: Option<JoiningError>,
) -> Result<(CharterPage, Frame)> {
    let locale = desk.locale();
    let row = charters::in_force(desk.conn, place.id)?.ok_or(Error::NotFound)?;
    let (mut accepted, mut agree) = (String::new(), None);
    if let Some(viewer) = desk.viewer.clone()
        && memberships::find(desk.conn, viewer.id(), place.id)?.is_some()
    {
        let last = charters::accepted(desk.conn, viewer.id(), place.id)?;
        if let Some(last) = &last {
            let facts = [("version", last.version.to_string()), ("day", room::day(desk, last.accepted_at))];
            accepted = said(locale, "charter-you-accepted", facts);
        }
        if charter_to_accept(Some(row.version), last.map(|last| last.version)).is_some() {
            agree = Some(agreement(locale, false));
        }
    }
    let error = refused.map(|error| refusal(locale, error, place)).unwrap_or_default();
    let agree = agree.map(|choice| choice.error(error.clone()));
    let heading = i18n::text(locale, "charter-title");
    let frame = room::frame(desk, place, "/charte", &heading);
    let page = CharterPage {
        form: desk.form(),
        place: room::link(locale, place),
        heading,
        errors: match error.is_empty() {
            true => Vec::new(),
            false => vec![FieldError { name: "charter".to_owned(), text: error }],
        },
        charter: block(desk, &row, agree),
        accepted,
    };
    Ok((page, frame))
}

/// A charter as it is shown.
pub fn block(desk: &Desk<'_>, row: &CharterRow, agree: Option<Choice>) -> CharterBlock {
    let facts = [("version", row.version.to_string()), ("day", room::day(desk, row.written_at))];
    CharterBlock {
        version: row.version,
        about: said(desk.locale(), "joining-charter-version", facts),
        html: markdown::html(&row.text),
        agree,
    }
}

/// The box that is ticked to accept it.
pub fn agreement(locale: Locale, ticked: bool) -> Choice {
    Choice::tick("charter", i18n::text(locale, "joining-charter-agree"), ticked).required()
}
