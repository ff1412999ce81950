//! One of the two mailboxes of a change of address says yes.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::HERE;
use super::link::{alive, dead, found, secret_of};
use super::page::FollowPage;
use crate::actions::{self, AddressChange};
use crate::domain::link::LinkPurpose;
use crate::i18n;
use crate::web::act::{Done, act};
use crate::web::answer::private;
use crate::web::error::Error;
use crate::web::wording::said;

/// `GET /compte/adresse/{token}`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let secret = secret_of(&request);
    private(&request, move |desk| {
        let Some(token) = found(desk, secret, LinkPurpose::ChangeAddress)? else {
            return dead(desk, LinkPurpose::ChangeAddress);
        };
        let locale = desk.locale();
        let to = actions::address_wanted(&token)?;
        let page = FollowPage {
            form: desk.form(),
            heading: i18n::text(locale, "address-title"),
            text: said(locale, "address-text", [("email", to)]),
            button: i18n::text(locale, "address-submit"),
            danger: false,
        };
        super::show(desk, &page, HERE, "address-title")
    })
    .await
}

/// `POST /compte/adresse/{token}`
pub async fn submit(request: HttpRequest, body: Payload) -> HttpResponse {
    let secret = secret_of(&request);
    act(request, body, move |act, _| {
        let secret = secret.ok_or(Error::NotFound)?;
        let confirmed = actions::confirm_address(act.tx, &secret, act.now);
        let notice = match alive(act, confirmed, LinkPurpose::ChangeAddress)? {
            AddressChange::Half => "done-address-half",
            AddressChange::Done(_) => "done-address-changed",
        };
        // The other mailbox may be read in a browser where nobody is signed in.
        let next = if act.viewer.is_some() { "/compte" } else { "/" };
        Ok(Done::see(next).saying(notice))
    })
    .await
}
