//! Leaving a place, or taking a request back: what it entails is said first.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::page::LeavePage;
use super::room::{self, of_place, place_of, refusal, slug_of};
use crate::actions::{self, leave_place};
use crate::domain::joining::{JoiningError, Remark};
use crate::domain::member::MembershipRole;
use crate::i18n;
use crate::store::memberships;
use crate::store::places::PlaceRow;
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::frame::Frame;
use crate::web::parts::Link;

/// `GET /lieux/{slug}/quitter`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = slug_of(&request);
    private(&request, move |desk| {
        let place = place_of(desk, slug.as_ref())?;
        let role = role_of(desk, &place)?;
        let (page, frame) = draw(desk, &place, role, None);
        desk.private_page(&page, &frame)
    })
    .await
}

/// `POST /lieux/{slug}/quitter`
pub async fn submit(request: HttpRequest, payload: Payload) -> HttpResponse {
    let slug = slug_of(&request);
    act(request, payload, move |act, _| {
        let place = place_of(&mut act.desk(), slug.as_ref())?;
        let role = role_of(&mut act.desk(), &place)?;
        leave(act, &place, role)
    })
    .await
}

fn leave(act: &mut Act<'_, '_>, place: &PlaceRow, role: MembershipRole) -> Result<Done> {
    let (actor, member, now) = (act.actor(), act.member()?, act.now);
    let row = &member.signed_in.member;
    match leave_place(act.tx, &actor, place, row, &Remark::default(), now) {
        Ok(()) if role == MembershipRole::Asked => {
            Ok(Done::see(room::path(place, "")).saying("done-joining-withdrawn"))
        }
        Ok(()) => Ok(Done::see("/moi/lieux").saying("done-joining-left")),
        Err(actions::Error::Joining(error)) => {
            let (page, frame) = draw(&mut act.desk(), place, role, Some(error));
            Err(act.again(&page, &frame))
        }
        Err(error) => Err(error.into()),
    }
}

/// What the one who looks is at the place; for who is nothing there, there is no such page.
fn role_of(desk: &mut Desk<'_>, place: &PlaceRow) -> Result<MembershipRole> {
    let viewer = desk.member()?;
    let row = memberships::find(desk.conn, viewer.id(), place.id)?.ok_or(Error::NotFound)?;
    Ok(row.role()?)
}

fn draw(
    desk: &mut Desk<'_>,
    place: &PlaceRow,
    role: MembershipRole,
    refused: Option<JoiningError>,
) -> (LeavePage, Frame) {
    let locale = desk.locale();
    let is_request = role == MembershipRole::Asked;
    let heading =
        of_place(locale, if is_request { "leaving-withdraw-title" } else { "leaving-title" }, place);
    let frame = room::frame(desk, place, "/quitter", &heading);
    let back = match is_request {
        true => Link::new(i18n::text(locale, "joining-back"), room::href(locale, place, "")),
        false => Link::new(i18n::text(locale, "leaving-keep"), local(locale, "/moi/lieux")),
    };
    let page = LeavePage {
        form: desk.form(),
        place: room::link(locale, place),
        heading,
        problem: refused.map(|error| refusal(locale, error, place)).unwrap_or_default(),
        is_request,
        back,
    };
    (page, frame)
}
