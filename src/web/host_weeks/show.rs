//! A place's hosts look at this week and the next, and say what becomes of their dates.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::act::change;
use super::draw::{Asked, Opened, page};
use crate::domain::period::{Period, PeriodKind};
use crate::web::act::act;
use crate::web::answer::{Desk, private};
use crate::web::error::Result;
use crate::web::hosting::form::hosted_place;

/// `GET /lieux/{slug}/semaine`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = slug(&request);
    private(&request, move |desk| {
        let opened = opened(desk, &slug)?;
        let asked = Asked::of(desk);
        let (page, frame) = page(desk, &opened, asked.as_ref())?;
        desk.private_page(&page, &frame)
    })
    .await
}

/// `POST /lieux/{slug}/semaine`. `do` says what: confirm, cancel, reinstate, move.
pub async fn submit(request: HttpRequest, payload: Payload) -> HttpResponse {
    let slug = slug(&request);
    act(request, payload, move |act, form| {
        let opened = opened(&mut act.desk(), &slug)?;
        change(act, &opened, form)
    })
    .await
}

fn slug(request: &HttpRequest) -> String {
    request.match_info().get("slug").unwrap_or_default().to_owned()
}

fn opened(desk: &mut Desk<'_>, slug: &str) -> Result<Opened> {
    let place = hosted_place(desk, slug)?;
    let this = Period::containing(PeriodKind::Week, desk.today);
    let weeks = this.into_iter().chain(this.and_then(Period::next)).collect();
    let path = format!("/lieux/{}/semaine", place.slug);
    Ok(Opened { weeks, by: desk.actor(), path, by_link: false, place })
}
