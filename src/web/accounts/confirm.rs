//! Confirming the address of a new account.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::HERE;
use super::link::{alive, dead, found, secret_of};
use super::page::FollowPage;
use super::second_step::{Onward, enter};
use crate::actions::{self, Browser};
use crate::domain::link::LinkPurpose;
use crate::domain::member::{MemberState, MembershipRole};
use crate::i18n;
use crate::store::members::MemberRow;
use crate::store::{charters, memberships, places};
use crate::web::act::{Act, act};
use crate::web::answer::private;
use crate::web::error::{Error, Result};
use crate::web::wording::said;

/// `GET /inscription-compte/{token}`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let secret = secret_of(&request);
    private(&request, move |desk| {
        let Some(token) = found(desk, secret, LinkPurpose::SignUp)? else {
            return dead(desk, LinkPurpose::SignUp);
        };
        let locale = desk.locale();
        let page = FollowPage {
            form: desk.form(),
            heading: i18n::text(locale, "confirm-account-title"),
            text: said(locale, "confirm-account-text", [("email", token.email)]),
            button: i18n::text(locale, "confirm-account-submit"),
            danger: false,
        };
        super::show(desk, &page, HERE, "confirm-account-title")
    })
    .await
}

/// `POST /inscription-compte/{token}`
pub async fn submit(request: HttpRequest, body: Payload) -> HttpResponse {
    let secret = secret_of(&request);
    act(request, body, move |act, _| {
        let secret = secret.ok_or(Error::NotFound)?;
        let confirmed = actions::confirm_signup(act.tx, &secret, act.now);
        let member = alive(act, confirmed, LinkPurpose::SignUp)?;
        let browser = Browser { had: super::had(act), device: &act.device, towards: "" };
        let entrance = actions::open_session(act.tx, &member, browser, act.now)?;
        let notice = match member.state()? {
            MemberState::Waiting => "done-account-waits",
            _ => "done-account-open",
        };
        let towards = charter_to_read(act, &member)?;
        enter(act, entrance, Onward { towards: &towards, ..Onward::own(notice) })
    })
    .await
}

/// The charter of the place that took the new member in, where it has one. Empty: nothing to read.
fn charter_to_read(act: &mut Act<'_, '_>, member: &MemberRow) -> Result<String> {
    for row in memberships::of_member(act.tx, member.id)? {
        if row.role()? == MembershipRole::Member && charters::in_force(act.tx, row.place_id)?.is_some() {
            return Ok(format!("/lieux/{}/charte", places::by_id(act.tx, row.place_id)?.slug));
        }
    }
    Ok(String::new())
}
