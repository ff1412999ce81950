//! The agenda of one place as a feed.

use actix_web::{HttpRequest, HttpResponse};

use super::calendar;
use crate::db::Scope;
use crate::domain::agenda::AgendaFilter;
use crate::domain::slug::Slug;
use crate::store::agenda::Narrowed;
use crate::store::places;
use crate::web::answer::answer;
use crate::web::error::Error;
use crate::web::rows::say;

/// `GET /lieux/{slug}/agenda.ics`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = request.match_info().get("slug").and_then(Slug::parse);
    answer(&request, move |desk| {
        let slug = slug.ok_or(Error::NotFound)?;
        let place = places::by_slug(desk.conn, &slug)?;
        let name = say(desk.locale(), "feed-place", "place", place.name);
        let filter = AgendaFilter { place: Some(slug), ..AgendaFilter::default() };
        let asked = Narrowed { filter, place_id: Some(place.id) };
        calendar::feed(desk, &name, &asked, Scope::Place(place.id))
    })
    .await
}
