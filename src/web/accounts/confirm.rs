//! Confirming the address of a new account.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::HERE;
use super::link::{alive, dead, found, secret_of};
use super::page::FollowPage;
use super::second_step::{Onward, enter};
use crate::actions::{self, Browser};
use crate::domain::link::LinkPurpose;
use crate::domain::member::MemberState;
use crate::i18n;
use crate::web::act::act;
use crate::web::answer::private;
use crate::web::error::Error;
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
        enter(act, entrance, Onward::own(notice))
    })
    .await
}
