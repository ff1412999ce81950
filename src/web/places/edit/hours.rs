//! The week of a place: typed as a table, seen in words before it is saved.

use actix_web::{HttpRequest, HttpResponse, web};

use super::checks::Checks;
use super::conflict::{Conflict, save_part};
use super::page::EditHoursPage;
use super::week::TypedWeek;
use super::{again, head, hosted, made, path_of, seen_in, slug_of, title_of};
use crate::domain::place_part::{PlacePart, PlaceSection};
use crate::store::places::PlaceRow;
use crate::web::act::{Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::Result;

const PART: &str = PlaceSection::Hours.code();

/// `GET /lieux/{slug}/modifier/horaires`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = slug_of(&request);
    private(&request, move |desk| {
        let place = hosted(desk, slug.as_ref())?;
        let (locale, stored) = (desk.locale(), TypedWeek::of(&place.opening_hours));
        let page = page(desk, &place, &stored, &Checks::new(locale), (None, None))?;
        made(desk, &place, PART, &title_of(locale, PlaceSection::Hours), &page)
    })
    .await
}

/// `POST /lieux/{slug}/modifier/horaires`; `do=apercu` only shows what it would say.
pub async fn save(request: HttpRequest, payload: web::Payload) -> HttpResponse {
    let slug = slug_of(&request);
    act(request, payload, move |act, form| {
        let place = hosted(&mut act.desk(), slug.as_ref())?;
        let (locale, seen) = (act.locale(), seen_in(form));
        let mut checks = Checks::new(locale);
        let typed = TypedWeek::read(form, &mut checks);
        let conflict = match &typed.text {
            Some(text) if checks.is_clear() && form.text("do") != "apercu" => {
                match save_part(act, &place, &PlacePart::Hours(text.clone()), seen)? {
                    None => return Ok(Done::see(path_of(&place, "")).saying("done-place-saved")),
                    conflict => conflict,
                }
            }
            _ => None,
        };
        let desk = &mut act.desk();
        let page = page(desk, &place, &typed, &checks, (Some(seen), conflict))?;
        Err(again(desk, &place, PART, &title_of(locale, PlaceSection::Hours), &page))
    })
    .await
}

fn page(
    desk: &mut Desk<'_>,
    place: &PlaceRow,
    typed: &TypedWeek,
    checks: &Checks,
    (seen, conflict): (Option<i64>, Option<Conflict>),
) -> Result<EditHoursPage> {
    Ok(EditHoursPage {
        head: head(desk, place, PART, seen, checks, conflict)?,
        week: typed.fields(checks, true),
        closures_href: local(desk.locale(), &path_of(place, PlaceSection::Closures.code())),
    })
}
