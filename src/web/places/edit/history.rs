//! Who changed what of the page and when, with a way back for each change.

use actix_web::{HttpRequest, HttpResponse, web};

use super::checks::Checks;
use super::page::{HistoryEntry, HistoryRow, PlaceHistoryPage};
use super::words::{self, differences};
use super::{head, hosted, made, path_of, slug_of, title_of};
use crate::actions::restore_place;
use crate::domain::period::local_of;
use crate::domain::place_part::{PlacePart, PlaceSection};
use crate::i18n::{self, Locale, date};
use crate::store::place_changes::{self, Signed};
use crate::store::places::PlaceRow;
use crate::web::act::{Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::{local, with_query};
use crate::web::error::{Error, Result};
use crate::web::parts::Link;
use crate::web::wording::said;

const PART: &str = "historique";
/// Changes on one page.
const SHOWN: usize = 30;

/// `GET /lieux/{slug}/modifier/historique`; `?avant=` goes on to older changes.
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = slug_of(&request);
    private(&request, move |desk| {
        let place = hosted(desk, slug.as_ref())?;
        let page = page(desk, &place)?;
        made(desk, &place, PART, &i18n::text(desk.locale(), "place-edit-history"), &page)
    })
    .await
}

/// `POST /lieux/{slug}/modifier/historique`: the part goes back to what it was before a change.
pub async fn restore(request: HttpRequest, payload: web::Payload) -> HttpResponse {
    let slug = slug_of(&request);
    act(request, payload, move |act, form| {
        let place = hosted(&mut act.desk(), slug.as_ref())?;
        let change = form.text("change").parse().map_err(|_| Error::NotFound)?;
        let (by, now) = (act.actor(), act.now);
        restore_place(act.tx, &by, place.id, change, now)?;
        let back = PlaceSection::from_code(&form.text("back")).map_or(PART, PlaceSection::code);
        Ok(Done::see(path_of(&place, back)).saying("done-place-restored"))
    })
    .await
}

fn page(desk: &mut Desk<'_>, place: &PlaceRow) -> Result<PlaceHistoryPage> {
    let locale = desk.locale();
    let before = desk.asked.get("avant").and_then(|id| id.parse().ok());
    let limit = i64::try_from(SHOWN + 1).unwrap_or(i64::MAX);
    let mut changes = place_changes::list(desk.conn, place.id, before, limit)?;
    let more = changes.len() > SHOWN;
    changes.truncate(SHOWN);
    let older = changes.last().filter(|_| more).map(|(change, _)| {
        let here = local(locale, &path_of(place, PART));
        Link::new(
            i18n::text(locale, "place-edit-older"),
            with_query(&here, &[("avant", change.id.to_string())]),
        )
    });
    Ok(PlaceHistoryPage {
        head: head(desk, place, PART, None, &Checks::new(locale), None)?,
        changes: changes.into_iter().map(|signed| entry(locale, place, signed)).collect::<Result<_>>()?,
        older,
    })
}

fn entry(locale: Locale, place: &PlaceRow, (change, name): Signed) -> Result<HistoryEntry> {
    let at = local_of(change.made_at.0, place.zone()?);
    let args = [
        ("who", words::who(locale, change.member_uid.as_deref(), name)),
        ("day", date::date(locale, at.date())),
        ("time", date::time(locale, at.time())),
    ];
    // What an older version of the program wrote and this one cannot read is still told as a change.
    let parts = change.before().and_then(|before| Ok((before, change.after()?))).ok();
    let section = PlaceSection::from_code(&change.section);
    Ok(HistoryEntry {
        id: change.id,
        part: section.map(|section| title_of(locale, section)).unwrap_or_default(),
        signed: said(locale, "place-edit-signed", args),
        way_back: parts.is_some() && section != Some(PlaceSection::Confirmation),
        rows: parts.map(|parts| rows(locale, &parts)).unwrap_or_default(),
    })
}

fn rows(locale: Locale, (before, after): &(PlacePart, PlacePart)) -> Vec<HistoryRow> {
    let row = |d: words::Difference| HistoryRow { label: d.label, before: d.before, after: d.after };
    differences(locale, before, after).into_iter().map(row).collect()
}
