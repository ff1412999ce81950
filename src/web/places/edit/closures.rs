//! Days on which the place will be closed for once, and the events that were to take place then.

use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{Days, NaiveDate, NaiveTime};

use super::checks::Checks;
use super::page::{EditClosureRow, EditClosuresPage};
use super::{again, head, hosted, made, path_of, slug_of, title_of};
use crate::actions::{PlaceEdit, edit_place};
use crate::domain::closure::{Closure, ClosureError};
use crate::domain::period::instant_of;
use crate::domain::place_part::PlaceSection;
use crate::i18n::{self, Args};
use crate::store::agenda::{self, Narrowed};
use crate::store::closures;
use crate::store::places::PlaceRow;
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::error::Result;
use crate::web::fields::Field;
use crate::web::form::Form;
use crate::web::parts::EventRow;
use crate::web::places::bricks::dated;
use crate::web::places::sheet;
use crate::web::rows::Telling;

const PART: &str = PlaceSection::Closures.code();
const REASON: u32 = 120;
/// Events shown under one closure.
const CLASHES: i64 = 20;

/// `GET /lieux/{slug}/modifier/fermetures`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = slug_of(&request);
    private(&request, move |desk| {
        let place = hosted(desk, slug.as_ref())?;
        let checks = Checks::new(desk.locale());
        let page = page(desk, &place, &Form::default(), &checks)?;
        made(desk, &place, PART, &title_of(checks.locale, PlaceSection::Closures), &page)
    })
    .await
}

/// `POST /lieux/{slug}/modifier/fermetures`: announces a closure; `do=retirer` takes one back.
pub async fn save(request: HttpRequest, payload: web::Payload) -> HttpResponse {
    let slug = slug_of(&request);
    act(request, payload, move |act, form| {
        let place = hosted(&mut act.desk(), slug.as_ref())?;
        let mut checks = Checks::new(act.locale());
        let here = path_of(&place, PART);
        if form.text("do") == "retirer" {
            let days = (day(form, "first"), day(form, "last"));
            change(act, &place, |all| all.retain(|c| (Some(c.first), Some(c.last)) != days))?;
            return Ok(Done::see(here).saying("done-closure-lifted"));
        }
        if let Some(closure) = read(form, act.today, &mut checks) {
            change(act, &place, |all| {
                all.push(closure);
                all.sort();
                all.dedup();
            })?;
            return Ok(Done::see(here).saying("done-closure-added"));
        }
        let desk = &mut act.desk();
        let page = page(desk, &place, form, &checks)?;
        Err(again(desk, &place, PART, &title_of(checks.locale, PlaceSection::Closures), &page))
    })
    .await
}

fn change(act: &mut Act<'_, '_>, place: &PlaceRow, change: impl FnOnce(&mut Vec<Closure>)) -> Result<()> {
    let edit = PlaceEdit { place: place.id, section: PlaceSection::Closures, seen: None };
    let (by, now) = (act.actor(), act.now);
    edit_place(act.tx, &by, edit, now, |content| change(&mut content.closures))?;
    Ok(())
}

fn day(form: &Form, name: &str) -> Option<NaiveDate> {
    form.text(name).parse().ok()
}

fn read(form: &Form, today: NaiveDate, checks: &mut Checks) -> Option<Closure> {
    let reason = checks.text(form, "reason", REASON);
    let Some(first) = day(form, "first") else {
        checks.refuse("first", "place-edit-bad-day");
        return None;
    };
    // One day alone needs no second field.
    let last = if form.text("last").is_empty() { Some(first) } else { day(form, "last") };
    let Some(last) = last else {
        checks.refuse("last", "place-edit-bad-day");
        return None;
    };
    match Closure::announced(first, last, &reason, today) {
        Ok(closure) => Some(closure).filter(|_| checks.is_clear()),
        Err(error) => {
            let key = match error {
                ClosureError::EndsBeforeItBegins => "place-edit-closure-backwards",
                ClosureError::Past => "place-edit-closure-past",
                ClosureError::TooLong => "place-edit-closure-long",
            };
            checks.refuse("last", key);
            None
        }
    }
}

fn page(desk: &mut Desk<'_>, place: &PlaceRow, typed: &Form, checks: &Checks) -> Result<EditClosuresPage> {
    let (locale, today) = (desk.locale(), desk.today);
    let all = closures::of_place(desk.conn, place.id)?;
    let mut rows = Vec::new();
    for closure in all.iter().filter(|closure| closure.last >= today) {
        rows.push(row(desk, place, closure)?);
    }
    let label = |key: &str| i18n::text(locale, key);
    let date = |name: &str, key: &str| {
        let field = Field::of("date", name, label(key)).value(typed.text(name)).error(checks.of(name));
        Field { min: today.to_string(), ..field }
    };
    Ok(EditClosuresPage {
        head: head(desk, place, PART, None, checks, None)?,
        closures: rows,
        first: date("first", "place-edit-closure-first").required(),
        last: date("last", "place-edit-closure-last").hint(label("place-edit-closure-last-hint")),
        reason: Field::text("reason", label("place-edit-closure-reason"))
            .value(typed.text("reason"))
            .maxlength(REASON)
            .error(checks.of("reason")),
    })
}

fn row(desk: &mut Desk<'_>, place: &PlaceRow, closure: &Closure) -> Result<EditClosureRow> {
    let clashes = clashes(desk, place, closure)?;
    let count = Args::from_iter([("count", clashes.len())]);
    let locale = desk.locale();
    Ok(EditClosureRow {
        told: sheet::closure(locale, closure, desk.today),
        first: closure.first.to_string(),
        last: closure.last.to_string(),
        clash: match clashes.is_empty() {
            true => String::new(),
            false => i18n::text_with(locale, "place-edit-clashes", Some(&count)),
        },
        clashes,
    })
}

/// What is still to take place on the closed days.
fn clashes(desk: &mut Desk<'_>, place: &PlaceRow, closure: &Closure) -> Result<Vec<EventRow>> {
    let zone = place.zone()?;
    let midnight = |day: NaiveDate| instant_of(day.and_time(NaiveTime::MIN), zone);
    let days = (midnight(closure.first), midnight(closure.last + Days::new(1)));
    let asked = Narrowed { place_id: Some(place.id), ..Narrowed::default() };
    let lines =
        agenda::still_to_come(desk.conn, desk.site.app.db.backend(), &asked, days, CLASHES, desk.now)?;
    let telling = Telling {
        locale: desk.locale(),
        today: desk.today,
        zone: desk.network.zone,
        territory: &place.territory,
        with_place: false,
    };
    Ok(lines.iter().filter(|line| line.status.takes_place()).map(|line| dated(&telling, line)).collect())
}
