//! One brick in the place's words: name, text, contact, hours of its own.

use actix_web::{HttpRequest, HttpResponse, web};

use super::checks::Checks;
use super::conflict::{Conflict, between};
use super::page::EditBrickPage;
use super::week::TypedWeek;
use super::{again, head, hosted, made, path_of, seen_in, slug_of};
use crate::actions::{PlaceEdit, edit_place};
use crate::domain::brick::BrickKind;
use crate::domain::place::Brick;
use crate::domain::place_part::{PlacePart, PlaceSection};
use crate::i18n;
use crate::store::place_changes;
use crate::store::places::{self, PlaceRow};
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::fields::Field;
use crate::web::form::Form;
use crate::web::place_rows;
use crate::web::places::bricks::contact;

const LINE: u32 = 120;
const CONTACT: u32 = 200;
const TEXT: u32 = 10_000;

/// `GET /lieux/{slug}/modifier/briques/{kind}`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let (slug, kind) = (slug_of(&request), kind_of(&request));
    private(&request, move |desk| {
        let place = hosted(desk, slug.as_ref())?;
        let brick = find(desk, &place, kind)?.ok_or(Error::NotFound)?;
        let (week, checks) = (TypedWeek::of(&brick.opening_hours), Checks::new(desk.locale()));
        let page = page(desk, &place, &brick, &week, &checks, (None, None))?;
        made(desk, &place, &part(brick.kind), &page.title, &page)
    })
    .await
}

/// `POST /lieux/{slug}/modifier/briques/{kind}`; `do=apercu` only shows what its hours would say.
pub async fn save(request: HttpRequest, payload: web::Payload) -> HttpResponse {
    let (slug, kind) = (slug_of(&request), kind_of(&request));
    act(request, payload, move |act, form| {
        let place = hosted(&mut act.desk(), slug.as_ref())?;
        let kind = kind.ok_or(Error::NotFound)?;
        let mut checks = Checks::new(act.locale());
        let (brick, week) = read(form, kind, &mut checks);
        let seen = seen_in(form);
        let conflict = match checks.is_clear() && form.text("do") != "apercu" {
            true => match write(act, &place, &brick, seen)? {
                None => {
                    let bricks = path_of(&place, PlaceSection::Bricks.code());
                    return Ok(Done::see(bricks).saying("done-place-saved"));
                }
                conflict => conflict,
            },
            false => None,
        };
        let desk = &mut act.desk();
        let page = page(desk, &place, &brick, &week, &checks, (Some(seen), conflict))?;
        Err(again(desk, &place, &part(kind), &page.title, &page))
    })
    .await
}

fn kind_of(request: &HttpRequest) -> Option<BrickKind> {
    request.match_info().get("kind").and_then(BrickKind::from_code)
}

fn part(kind: BrickKind) -> String {
    format!("{}/{kind}", PlaceSection::Bricks)
}

fn find(desk: &mut Desk<'_>, place: &PlaceRow, kind: Option<BrickKind>) -> Result<Option<Brick>> {
    let bricks = places::parts(desk.conn, place.id)?.bricks;
    Ok(bricks.into_iter().find(|brick| Some(brick.kind) == kind))
}

fn read(form: &Form, kind: BrickKind, checks: &mut Checks) -> (Brick, TypedWeek) {
    let mut brick = Brick {
        name: checks.text(form, "name", LINE),
        text: checks.text(form, "text", TEXT),
        contact: checks.text(form, "contact", CONTACT),
        ..Brick::of(kind)
    };
    if !brick.contact.is_empty() && contact(&brick.contact).is_none() {
        checks.refuse("contact", "place-edit-bad-contact");
    }
    let week = TypedWeek::read(form, checks);
    brick.opening_hours = week.text.clone().unwrap_or_default();
    (brick, week)
}

/// Writes the brick, unless somebody else changed this very brick since `seen`.
fn write(act: &mut Act<'_, '_>, place: &PlaceRow, brick: &Brick, seen: i64) -> Result<Option<Conflict>> {
    let by_kind = |bricks: &[Brick]| bricks.iter().find(|known| known.kind == brick.kind).map(bare);
    let now_there = find(&mut act.desk(), place, Some(brick.kind))?;
    let as_seen = place_changes::as_seen(act.tx, place.id, PlaceSection::Bricks, seen)?;
    if let Some(PlacePart::Bricks(then)) = as_seen
        && by_kind(&then) != now_there.as_ref().map(bare)
    {
        let theirs = PlacePart::Bricks(now_there.into_iter().collect());
        let yours = PlacePart::Bricks(vec![brick.clone()]);
        let conflict = between(&mut act.desk(), place, &theirs, &yours, seen)?;
        if !conflict.rows.is_empty() {
            return Ok(Some(conflict));
        }
    }
    let edit = PlaceEdit { place: place.id, section: PlaceSection::Bricks, seen: None };
    let (by, now) = (act.actor(), act.now);
    edit_place(act.tx, &by, edit, now, |content| {
        let bricks = &mut content.draft.bricks;
        match bricks.iter_mut().find(|known| known.kind == brick.kind) {
            Some(known) => {
                *known = Brick { equipment: std::mem::take(&mut known.equipment), ..brick.clone() }
            }
            // Taken away while it was being written: the words are worth more.
            None => bricks.push(brick.clone()),
        }
    })?;
    Ok(None)
}

/// A brick's own words.
fn bare(brick: &Brick) -> Brick {
    Brick { equipment: Vec::new(), ..brick.clone() }
}

fn page(
    desk: &mut Desk<'_>,
    place: &PlaceRow,
    brick: &Brick,
    week: &TypedWeek,
    checks: &Checks,
    (seen, conflict): (Option<i64>, Option<Conflict>),
) -> Result<EditBrickPage> {
    let locale = desk.locale();
    let field = |name: &str, key: &str, value: &str, longest: u32| {
        Field::text(name, i18n::text(locale, key)).value(value).maxlength(longest).error(checks.of(name))
    };
    let hint = |key: &str| i18n::text(locale, key);
    Ok(EditBrickPage {
        head: head(desk, place, &part(brick.kind), seen, checks, conflict)?,
        title: place_rows::brick(locale, brick.kind),
        bricks_href: local(locale, &path_of(place, PlaceSection::Bricks.code())),
        name: field("name", "place-edit-brick-own-name", &brick.name, LINE)
            .hint(hint("place-edit-brick-name-hint")),
        text: field("text", "place-edit-description", &brick.text, TEXT)
            .hint(hint("place-edit-markdown-hint")),
        contact: field("contact", "place-contact", &brick.contact, CONTACT)
            .hint(hint("place-edit-brick-contact-hint")),
        week: week.fields(checks, seen.is_some()),
    })
}
