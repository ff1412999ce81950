//! What a member is told when letters to their address came back, and the tap that tries again.

use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;

use crate::actions;
use crate::store::failing_addresses;
use crate::web::act::{Done, act};
use crate::web::answer::Desk;
use crate::web::asked::local;
use crate::web::error::Result;
use crate::web::fields::FormMarks;
use crate::web::viewer::Viewer;
use crate::web::wording::said;

/// "Nous n’arrivons plus à vous écrire…", with a button.
#[derive(Clone, Debug, Serialize)]
pub struct StoppedNotice {
    pub text: String,
    /// Where the address is changed.
    pub change_href: String,
    pub form: FormMarks,
    pub action: String,
}

/// `None`: letters reach them.
pub fn notice(desk: &mut Desk<'_>, viewer: &Viewer) -> Result<Option<StoppedNotice>> {
    let email = &viewer.signed_in.member.email;
    let stopped = failing_addresses::find(desk.conn, email)?.filter(|row| row.stopped_at.is_some());
    let locale = desk.locale();
    Ok(stopped.map(|_| StoppedNotice {
        text: said(locale, "mail-stopped-own", [("email", email.clone())]),
        change_href: format!("{}#adresse", local(locale, "/compte")),
        form: desk.form(),
        action: local(locale, "/compte/courrier/essai"),
    }))
}

/// `POST /compte/courrier/essai`: letters go to one's address again.
pub async fn retry_own(request: HttpRequest, payload: web::Payload) -> HttpResponse {
    act(request, payload, |act, _| {
        act.member()?;
        actions::retry_own_address(act.tx, &act.actor(), act.now)?;
        Ok(Done::see("/moi").saying("done-mail-own-retried"))
    })
    .await
}
