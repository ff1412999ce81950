//! The dates of a form while it is filled in: asked by its script.

use actix_web::{HttpRequest, HttpResponse};

use super::form::{frame, hosted_place, proposable_place};
use super::hosted::Hosted;
use super::page::DatesPage;
use super::preview::{Asked, of_typed};
use super::typed::Typed;
use crate::store::event_hosts;
use crate::web::answer::private;
use crate::web::error::Error;

/// `GET /evenements/apercu?place=slug&…`, with the fields of the form
pub async fn look(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        let typed = Typed::of_pairs(desk.asked.pairs());
        let slug = desk.asked.get("place").unwrap_or_default().to_owned();
        let changed = desk.asked.get("event").map(str::to_owned);
        let (place, hosted) = match changed {
            Some(event) => {
                let hosted = Hosted::read(desk, Some(&event), None)?;
                (hosted.place.clone(), Some(hosted))
            }
            // Whoever may propose an event sees what is announced beside it.
            None => match hosted_place(desk, &slug) {
                Err(Error::NotFound) => (proposable_place(desk, &slug)?, None),
                place => (place?, None),
            },
        };
        let hosts = match &hosted {
            Some(hosted) => event_hosts::of_event(desk.conn, hosted.event.id)?,
            None => vec![desk.member()?.id()],
        };
        let event = hosted.as_ref().map(|hosted| (hosted.event.id, &hosted.draft));
        let preview = of_typed(desk, &Asked { place: &place, event, hosts: &hosts }, &typed)?;
        let frame = frame(desk, "");
        desk.private_page(&DatesPage { preview }, &frame)
    })
    .await
}
