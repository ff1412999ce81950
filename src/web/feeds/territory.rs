//! The agenda of a territory as a feed.

use actix_web::{HttpRequest, HttpResponse};

use super::calendar;
use crate::db::Scope;
use crate::domain::agenda::AgendaFilter;
use crate::domain::territory::Territory;
use crate::store::agenda::Narrowed;
use crate::web::answer::answer;
use crate::web::error::Error;
use crate::web::rows::say;

/// `GET /territoires/{code}/agenda.ics`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let code = request.match_info().get("code").map(str::to_ascii_uppercase);
    answer(&request, move |desk| {
        let territory = code.as_deref().and_then(Territory::by_code).ok_or(Error::NotFound)?;
        let name = say(desk.locale(), "feed-territory", "territory", territory.name.clone());
        let filter = AgendaFilter { territory: Some(territory.code.clone()), ..AgendaFilter::default() };
        let asked = Narrowed { filter, place_id: None };
        calendar::feed(desk, &name, &asked, Scope::Territory(territory.code.clone()))
    })
    .await
}
