//! "J’ouvre", "je ferme": one big button for a telephone, and the same among the facts of a place.

use actix_web::{HttpRequest, HttpResponse, web};

use super::page::{DoorForm, DoorPage};
use super::{hosted, path_of, slug_of, words};
use crate::actions::{NewSign, hang_door_sign, take_door_sign_down};
use crate::domain::door::{DoorSign, Hung};
use crate::domain::period::local_of;
use crate::i18n::{self, date};
use crate::store::doors::{self, DoorRow};
use crate::store::members;
use crate::store::places::PlaceRow;
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::door::{Door, Doors, Where, read};
use crate::web::error::{Error, Result};
use crate::web::frame::Section;
use crate::web::parts::Link;
use crate::web::wording::said;

/// `GET /lieux/{slug}/porte`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = slug_of(&request);
    private(&request, move |desk| {
        let place = hosted(desk, slug.as_ref())?;
        let locale = desk.locale();
        let doors = Doors::at(desk.conn, desk.now, &[place.id], [place.opening_hours.as_str()])?;
        let sign = doors::of_place(desk.conn, place.id, desk.now)?;
        let said_by = sign.as_ref().map(|sign| said_by(desk, &place, sign)).transpose()?;
        let page = DoorPage {
            place: Link::new(&place.name, local(locale, &format!("/lieux/{}", place.slug))),
            edit_href: local(locale, &path_of(&place, "")),
            door: form(desk, &place, doors.of(&place).as_ref(), sign.is_some()),
            said_by: said_by.unwrap_or_default(),
        };
        let mut frame = desk.frame(&local(locale, &door_path(&place)));
        frame.section = Section::Places;
        frame.title = format!("{}, {}", i18n::text(locale, "place-edit-door"), place.name);
        frame.noindex = true;
        desk.private_page(&page, &frame)
    })
    .await
}

/// `POST /lieux/{slug}/porte`: `do` is `ouvrir`, `fermer`, `fermer-journee` or `horaires`.
pub async fn save(request: HttpRequest, payload: web::Payload) -> HttpResponse {
    let slug = slug_of(&request);
    act(request, payload, move |act, form| {
        let place = hosted(&mut act.desk(), slug.as_ref())?;
        let back = match form.text("back").as_str() {
            "lieu" => format!("/lieux/{}", place.slug),
            _ => door_path(&place),
        };
        let notice = match form.text("do").as_str() {
            "ouvrir" => hang(act, &place, DoorSign::Open, Hung::UntilPlanned)?,
            "fermer" => hang(act, &place, DoorSign::Closed, Hung::UntilPlanned)?,
            "fermer-journee" => hang(act, &place, DoorSign::Closed, Hung::AllDay)?,
            "horaires" => {
                let by = act.actor();
                take_door_sign_down(act.tx, &by, place.id)?;
                "done-door-planned"
            }
            _ => return Err(Error::BadRequest(String::new())),
        };
        Ok(Done::see(back).saying(notice))
    })
    .await
}

/// The buttons, for whoever may press them.
pub fn form(desk: &Desk<'_>, place: &PlaceRow, door: Option<&Door>, said: bool) -> DoorForm {
    let locale = desk.locale();
    DoorForm {
        action: local(locale, &door_path(place)),
        form: desk.form(),
        badge: door.map(|door| door.badge(locale)),
        open: door.is_some_and(Door::is_open),
        said,
    }
}

fn door_path(place: &PlaceRow) -> String {
    format!("/lieux/{}/porte", place.slug)
}

fn hang(act: &mut Act<'_, '_>, place: &PlaceRow, sign: DoorSign, hung: Hung) -> Result<&'static str> {
    let (by, now, at) = (act.actor(), act.now, Where::from(place));
    let doors = Doors::at(act.tx, now, &[place.id], [place.opening_hours.as_str()])?;
    let hours = read(&place.opening_hours);
    let local = doors.local(at);
    let until = doors.with_calendar(at, |calendar| sign.holds_until(hung, hours.as_deref(), local, calendar));
    hang_door_sign(act.tx, &by, place.id, NewSign { sign, until }, now)?;
    Ok(match sign {
        DoorSign::Open => "done-door-open",
        DoorSign::Closed => "done-door-closed",
    })
}

/// "Camille Roux, à 9 h 12".
fn said_by(desk: &mut Desk<'_>, place: &PlaceRow, sign: &DoorRow) -> Result<String> {
    let locale = desk.locale();
    let name = match sign.member_uid.as_deref().map(|uid| members::by_uid(desk.conn, uid)) {
        Some(Ok(member)) => Some(member.name),
        Some(Err(crate::db::Error::NotFound)) | None => None,
        Some(Err(error)) => return Err(error.into()),
    };
    let time = date::time(locale, local_of(sign.said_at.0, place.zone()?).time());
    Ok(said(
        locale,
        "place-edit-door-said",
        [("who", words::who(locale, sign.member_uid.as_deref(), name)), ("time", time)],
    ))
}
