//! The same for one week, behind the link of a weekly note: nobody is signed in, and looking changes
//! nothing, for mail programs look at links too.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::act::change;
use super::draw::{Asked, Opened, page};
use super::page::WeekOverPage;
use crate::actions;
use crate::i18n;
use crate::web::act::{Done, act};
use crate::web::answer::{Desk, private};
use crate::web::error::Result;
use crate::web::hosting::form::frame;
use crate::web::kept::Made;

/// `GET /semaine/{link}`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let link = link(&request);
    private(&request, move |desk| match opened(desk, &link)? {
        Some(opened) => {
            let asked = Asked::of(desk);
            let (page, frame) = page(desk, &opened, asked.as_ref())?;
            desk.private_page(&page, &frame)
        }
        None => over(desk),
    })
    .await
}

/// `POST /semaine/{link}`
pub async fn submit(request: HttpRequest, payload: Payload) -> HttpResponse {
    let link = link(&request);
    act(request, payload, move |act, form| match opened(&mut act.desk(), &link)? {
        Some(opened) => change(act, &opened, form),
        // The page says so.
        None => Ok(Done::see(path(&link))),
    })
    .await
}

fn link(request: &HttpRequest) -> String {
    request.match_info().get("link").unwrap_or_default().to_owned()
}

fn path(link: &str) -> String {
    format!("/semaine/{link}")
}

/// `None`: the week is over.
fn opened(desk: &mut Desk<'_>, link: &str) -> Result<Option<Opened>> {
    match actions::open_host_week(desk.conn, link, desk.now) {
        Err(actions::Error::DeadLink) => Ok(None),
        opened => {
            let actions::HostWeek { place, week, by } = opened?;
            Ok(Some(Opened { place, weeks: vec![week], by, path: path(link), by_link: true }))
        }
    }
}

fn over(desk: &mut Desk<'_>) -> Result<Made> {
    let page = WeekOverPage { sign_in_href: desk.asked.local("/connexion") };
    let frame = frame(desk, &i18n::text(desk.locale(), "host-weeks-over-title"));
    desk.private_page(&page, &frame)
}
