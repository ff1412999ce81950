//! The agenda of the network as a feed, with the filters of the agenda page in its query.

use actix_web::{HttpRequest, HttpResponse};

use super::calendar;
use crate::db::Scope;
use crate::domain::agenda::AgendaFilter;
use crate::i18n::{self, Args};
use crate::web::agenda::narrow::{filter_words, narrowed};
use crate::web::answer::{Desk, answer};
use crate::web::error::Error;
use crate::web::rows::say;

/// `GET /agenda.ics`
pub async fn show(request: HttpRequest) -> HttpResponse {
    answer(&request, |desk| {
        let (filter, unknown) = AgendaFilter::from_pairs(desk.asked.pairs());
        if desk.asked.overlong || !unknown.is_empty() {
            // A feed that silently held something else than was asked would be wrong for years.
            return Err(Error::BadRequest(unknown.join(", ")));
        }
        let asked = narrowed(desk, filter)?;
        let name = name(desk, &asked.filter)?;
        calendar::feed(desk, &name, &asked, Scope::Network)
    })
    .await
}

fn name(desk: &mut Desk<'_>, filter: &AgendaFilter) -> crate::web::error::Result<String> {
    let locale = desk.locale();
    if filter.is_empty() {
        return Ok(say(locale, "feed-network", "network", desk.network.name.clone()));
    }
    let words = filter_words(desk, filter)?;
    let mut args = Args::new();
    args.set("network", desk.network.name.clone());
    args.set("filters", words.into_iter().map(|(_, word)| word).collect::<Vec<_>>().join(", "));
    Ok(i18n::text_with(locale, "feed-filtered", Some(&args)))
}
