//! The sign-in sheet: paper for the door.

use actix_web::{HttpRequest, HttpResponse};

use super::draw;
use super::list::{address, hosted};
use super::page::{SheetPage, SheetRow};
use super::words::head;
use crate::domain::registration::RegistrationState;
use crate::domain::slug::Slug;
use crate::domain::text::fold;
use crate::i18n;
use crate::store::{registrations, seats};
use crate::web::answer::private;
use crate::web::error::Error;
use crate::web::parts::Link;

/// Lines left empty.
const BLANKS: u8 = 6;

/// `GET /evenements/{slug}/inscriptions/feuille`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = request.match_info().get("slug").and_then(Slug::parse);
    private(&request, move |desk| {
        let occasion = hosted(desk, &slug.ok_or(Error::NotFound)?)?;
        let (event, key) = (occasion.event.id, occasion.offered.stored_key());
        let mut rows = registrations::live_of_date(desk.conn, event, key)?;
        rows.retain(|row| row.state == RegistrationState::Confirmed.code());
        rows.sort_by_key(|row| fold(&row.name));
        let counts = seats::of(desk.conn, event, key)?;
        let locale = desk.locale();
        let mut head = head(locale, &occasion, counts);
        head.seats.clear();
        let page = SheetPage {
            head,
            rows: rows.into_iter().map(|row| SheetRow { name: row.name, people: row.size }).collect(),
            blanks: (1..=BLANKS).collect(),
            back: Link::new(i18n::text(locale, "list-title"), address(desk, &occasion, "")),
        };
        let mut frame = draw::frame(desk, &address(desk, &occasion, "/feuille"));
        frame.title = format!("{} · {}", i18n::text(locale, "sheet-title"), occasion.title());
        desk.private_page(&page, &frame)
    })
    .await
}
