//! A weekly note is ended by its link: by one POST, as mail programs send it (RFC 8058), or by a
//! button. Looking changes nothing. The link is what allows it.

use std::sync::Arc;

use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse};

use super::page::LeaveNotePage;
use crate::actions;
use crate::domain::email::EmailAddress;
use crate::i18n;
use crate::mail::MailingList;
use crate::mail::host_week::SETTINGS;
use crate::store::{members, weekly_notes};
use crate::web::answer::{Desk, is_unsettled, private};
use crate::web::asked::Asked;
use crate::web::error::{Error, Result};
use crate::web::form::Form;
use crate::web::kept::Made;
use crate::web::refusal;
use crate::web::server::Site;
use crate::web::subscribing::leave::{back_to, told};

/// `GET /semaine/{link}/quitter`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let link = link(&request);
    private(&request, move |desk| page(desk, &link)).await
}

/// `POST /semaine/{link}/quitter`: what says nothing is a mail program, which wants to hear that it
/// is done and nothing else.
pub async fn submit(request: HttpRequest, payload: Payload, site: Data<Site>) -> HttpResponse {
    let (asked, link, site) = (Asked::of(&request), link(&request), Arc::clone(&site));
    if is_unsettled(&request) {
        return refusal::refuse(&site, asked, Error::Busy).await;
    }
    let form = Form::read(&request, payload).await.ok();
    let verb = form.map(|form| form.text("do")).unwrap_or_default();
    let (text, now, zone) = (link.clone(), site.app.clock.now(), site.app.known_network().zone);
    let wanted = verb == "return";
    let done = site.app.db.write(move |tx| actions::want_weekly_note(tx, &text, wanted, zone, now));
    match done.await {
        Ok(()) if matches!(verb.as_str(), "leave" | "return") => back_to(&asked.local(&path(&link))),
        Ok(()) => told(&asked),
        Err(error) => refusal::refuse(&site, asked, error.into()).await,
    }
}

fn link(request: &HttpRequest) -> String {
    request.match_info().get("link").unwrap_or_default().to_owned()
}

fn path(link: &str) -> String {
    format!("/semaine/{link}/quitter")
}

fn page(desk: &mut Desk<'_>, link: &str) -> Result<Made> {
    let row = weekly_notes::by_leave_link(desk.conn, link)?;
    let member = members::by_id(desk.conn, row.member_id)?;
    let masked = EmailAddress::parse(&member.email).map(|email| email.masked()).unwrap_or_default();
    let title = match (row.list()?, row.wanted) {
        (_, false) => "note-left-title",
        (MailingList::Network, true) => "note-leave-network-title",
        (_, true) => "note-leave-week-title",
    };
    let page = LeaveNotePage {
        heading: i18n::text(desk.locale(), title),
        address: masked,
        left: !row.wanted,
        action: desk.asked.local(&path(link)),
        settings_href: desk.asked.local(SETTINGS),
    };
    let mut frame = desk.frame(&desk.asked.path);
    frame.title.clone_from(&page.heading);
    frame.noindex = true;
    desk.private_page(&page, &frame)
}
