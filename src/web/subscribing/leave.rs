//! Leaving by the link of a mail. Mail programs press the button by themselves (RFC 8058), scanners
//! look at the page: a POST ends the mails whatever it says beside, a GET changes nothing. The link is
//! what allows it, so that there is neither a cookie nor anything to sign.

use std::sync::Arc;

use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, web};

use super::ask::frame;
use super::page::{LeavePage, VoidPage};
use super::stored::masked_address;
use super::words;
use crate::actions::{self, Reach};
use crate::domain::subscription::{Rhythm, SubscriberState};
use crate::i18n;
use crate::store::subscribers::{self, LEAVE, Linked};
use crate::web::answer::{Desk, guard, is_unsettled, private};
use crate::web::asked::{Asked, local};
use crate::web::error::{Error, Result};
use crate::web::form::Form;
use crate::web::kept::Made;
use crate::web::refusal;
use crate::web::server::Site;

/// `GET /lettre/{lien}/quitter`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let link = link(&request);
    private(&request, move |desk| page(desk, &link)).await
}

fn link(request: &HttpRequest) -> String {
    request.match_info().get("lien").unwrap_or_default().to_owned()
}

fn path(link: &str) -> String {
    format!("/lettre/{link}/quitter")
}

fn page(desk: &mut Desk<'_>, link: &str) -> Result<Made> {
    let locale = desk.locale();
    let row = match subscribers::follow(desk.conn, link, LEAVE)? {
        Linked::To(row) => row,
        Linked::Void => {
            let frame = frame(desk, &path(link), "subscription-void-title");
            return desk.private_page(&VoidPage::default(), &frame);
        }
    };
    let left = row.state()? == SubscriberState::Left;
    let timetable = row.timetable()?;
    let page = LeavePage {
        address: masked_address(desk, &row)?,
        account: row.member_id.is_some(),
        left,
        when: if left { String::new() } else { words::when(locale, &timetable) },
        monthly: timetable.rhythm != Rhythm::Monthly,
        action: local(locale, &path(link)),
    };
    let title = if left { "leave-left-title" } else { "leave-title" };
    desk.private_page(&page, &frame(desk, &path(link), title))
}

/// What a POST asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    /// A mail program, which wants to hear that it is done and nothing else.
    OneClick,
    /// Buttons of the page.
    Leave,
    Return,
    Monthly,
}

impl Wish {
    /// What no button of ours says is a mail program's, whatever form it gives it.
    fn of(form: Option<&Form>) -> Self {
        match form.map(|form| form.text("do")).as_deref() {
            Some("leave") => Self::Leave,
            Some("return") => Self::Return,
            Some("monthly") => Self::Monthly,
            _ => Self::OneClick,
        }
    }
}

/// `POST /lettre/{lien}/quitter`
pub async fn submit(request: HttpRequest, payload: web::Payload, site: web::Data<Site>) -> HttpResponse {
    let (asked, link, site) = (Asked::of(&request), link(&request), Arc::clone(&site));
    if is_unsettled(&request) {
        return refusal::refuse(&site, asked, Error::Busy).await;
    }
    let wish = Wish::of(Form::read(&request, payload).await.ok().as_ref());
    let (text, now) = (link.clone(), site.app.clock.now());
    let done = site.app.db.write(move |tx| {
        let reach = Reach::Link { text: &text, purpose: LEAVE };
        match wish {
            Wish::OneClick | Wish::Leave => actions::leave_subscription(tx, &reach, now),
            Wish::Return => actions::return_to_subscription(tx, &reach, now),
            Wish::Monthly => actions::slow_down_subscription(tx, &reach, now),
        }
    });
    match (done.await, wish) {
        // Of what is gone there is nothing to leave: done, as often as it is asked.
        (Ok(()) | Err(actions::Error::DeadLink), Wish::OneClick) => told(&asked),
        (Ok(()) | Err(actions::Error::DeadLink), _) => back_to(&asked.local(&path(&link))),
        (Err(error), _) => refusal::refuse(&site, asked, error.into()).await,
    }
}

/// RFC 8058, 3.1: no redirection, no cookie.
pub(in crate::web) fn told(asked: &Asked) -> HttpResponse {
    let body = format!("{}\n", i18n::text(asked.locale, "leave-one-click"));
    answer(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(body))
}

pub(in crate::web) fn back_to(page: &str) -> HttpResponse {
    let mut response = HttpResponse::build(StatusCode::SEE_OTHER);
    answer(response.insert_header((header::LOCATION, page.to_owned())).finish())
}

fn answer(mut response: HttpResponse) -> HttpResponse {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    headers
        .insert(header::HeaderName::from_static("x-robots-tag"), header::HeaderValue::from_static("noindex"));
    guard(headers);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_button_of_ours_is_one_click() {
        let form = |value: &str| Form::of_pairs(vec![("do".to_owned(), value.to_owned())]);
        for (form, wish) in [
            (Some(form("leave")), Wish::Leave),
            (Some(form("return")), Wish::Return),
            (Some(form("monthly")), Wish::Monthly),
            (Some(form("x")), Wish::OneClick),
            (Some(Form::default()), Wish::OneClick),
            (None, Wish::OneClick),
        ] {
            assert_eq!(Wish::of(form.as_ref()), wish);
        }
    }
}
