//! What the next weekly note would tell of a place, to be read before it comes.

use actix_web::{HttpRequest, HttpResponse};

use super::page::NotePreviewPage;
use crate::actions;
use crate::app::day_of;
use crate::domain::weekly_note::{usual, week_of};
use crate::i18n;
use crate::mail::host_week::SETTINGS;
use crate::mail::{Letterhead, MailingList};
use crate::store::weekly_notes;
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};
use crate::web::host_bar::{HostBar, HostRoom};
use crate::web::hosting::form::{frame, hosted_place};
use crate::web::kept::Made;
use crate::web::parts::Link;

/// `GET /lieux/{slug}/semaine/apercu`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = request.match_info().get("slug").unwrap_or_default().to_owned();
    private(&request, move |desk| page(desk, &slug)).await
}

fn page(desk: &mut Desk<'_>, slug: &str) -> Result<Made> {
    let place = hosted_place(desk, slug)?;
    let (viewer, zone, locale) = (desk.member()?, desk.network.zone, desk.locale());
    let row = weekly_notes::of_member(desk.conn, viewer.id(), MailingList::HostWeek)?;
    let next = match row {
        Some(row) => row.next_at.map(|at| at.0),
        None => usual(zone).next_after(desk.now),
    };
    let week = week_of(next.map_or(desk.today, |at| day_of(at, zone))).ok_or(Error::NotFound)?;
    let told = actions::host_week_note(desk.conn, std::slice::from_ref(&place), week, desk.now)?;
    let head = Letterhead { network: &desk.network.name, origin: desk.origin(), locale, to_member: true };
    let here = format!("/lieux/{}/semaine", place.slug);
    // The links of the mail open the same without signing in.
    let note = told.note(&head).leading_to(&head.absolute(&here), &head.absolute(SETTINGS));
    let text = note.text().map_err(Error::Internal)?;
    let page = NotePreviewPage {
        host_bar: HostBar::of(desk, &place, Some(HostRoom::Week))?,
        place: Link::new(place.name.clone(), desk.asked.local(&format!("/lieux/{}", place.slug))),
        heading: i18n::text(locale, "note-preview-title"),
        comes: next.is_some(),
        note: note.within(desk.origin()),
        text,
        settings_href: desk.asked.local(SETTINGS),
    };
    let frame = frame(desk, &page.heading);
    desk.private_page(&page, &frame)
}
