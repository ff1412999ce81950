//! Which bricks a place is composed of, in which order: one step a button, each with a way back.

use actix_web::{HttpRequest, HttpResponse, web};

use super::checks::Checks;
use super::page::{EditBrickRow, EditBricksPage};
use super::undo::{after, undo};
use super::{again, head, hosted, made, path_of, slug_of, title_of};
use crate::actions::{PlaceEdit, edit_place};
use crate::domain::brick::BrickKind;
use crate::domain::place::Brick;
use crate::domain::place_part::PlaceSection;
use crate::i18n::{self, Locale};
use crate::store::places::{self, PlaceRow};
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::fields::Choice;
use crate::web::form::Form;
use crate::web::place_rows;

const PART: &str = PlaceSection::Bricks.code();

/// `GET /lieux/{slug}/modifier/briques`; `?retire=` names the change that took a brick away.
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = slug_of(&request);
    private(&request, move |desk| {
        let place = hosted(desk, slug.as_ref())?;
        let checks = Checks::new(desk.locale());
        let page = page(desk, &place, &checks)?;
        made(desk, &place, PART, &title_of(checks.locale, PlaceSection::Bricks), &page)
    })
    .await
}

/// `POST /lieux/{slug}/modifier/briques`: `do` is `ajouter`, `monter`, `descendre` or `retirer`.
pub async fn save(request: HttpRequest, payload: web::Payload) -> HttpResponse {
    let slug = slug_of(&request);
    act(request, payload, move |act, form| {
        let place = hosted(&mut act.desk(), slug.as_ref())?;
        let Some(kind) = BrickKind::from_code(&form.text("kind")) else {
            return Err(unchosen(act, &place)?);
        };
        step(act, &place, kind, form)
    })
    .await
}

fn step(act: &mut Act<'_, '_>, place: &PlaceRow, kind: BrickKind, form: &Form) -> Result<Done> {
    let edit = PlaceEdit { place: place.id, section: PlaceSection::Bricks, seen: None };
    let (by, now, what) = (act.actor(), act.now, form.text("do"));
    let change =
        edit_place(act.tx, &by, edit, now, |content| take_step(&mut content.draft.bricks, kind, &what))?;
    let here = path_of(place, PART);
    Ok(match (what.as_str(), change) {
        ("ajouter", _) => Done::see(format!("{here}/{kind}")).saying("done-brick-added"),
        ("retirer", change) => Done::see(after(place, PlaceSection::Bricks, change)),
        _ => Done::see(format!("{here}#b-{kind}")),
    })
}

fn take_step(bricks: &mut Vec<Brick>, kind: BrickKind, what: &str) {
    let at = bricks.iter().position(|brick| brick.kind == kind);
    match (what, at) {
        ("ajouter", None) => bricks.push(Brick::of(kind)),
        ("monter", Some(at)) if at > 0 => bricks.swap(at - 1, at),
        ("descendre", Some(at)) if at + 1 < bricks.len() => bricks.swap(at, at + 1),
        ("retirer", Some(at)) => {
            bricks.remove(at);
        }
        _ => {}
    }
}

/// The page again: no kind was chosen.
fn unchosen(act: &mut Act<'_, '_>, place: &PlaceRow) -> Result<Error> {
    let mut checks = Checks::new(act.locale());
    checks.refuse("kind", "place-edit-needed");
    let desk = &mut act.desk();
    let page = page(desk, place, &checks)?;
    Ok(again(desk, place, PART, &title_of(checks.locale, PlaceSection::Bricks), &page))
}

fn page(desk: &mut Desk<'_>, place: &PlaceRow, checks: &Checks) -> Result<EditBricksPage> {
    let locale = desk.locale();
    let bricks = places::parts(desk.conn, place.id)?.bricks;
    let choice = Choice::new("kind", i18n::text(locale, "place-edit-brick-kind"))
        .error(checks.of("kind"))
        .required()
        .option("", i18n::text(locale, "place-edit-choose"), true);
    let free = BrickKind::ALL.iter().filter(|kind| bricks.iter().all(|brick| brick.kind != **kind));
    Ok(EditBricksPage {
        head: head(desk, place, PART, None, checks, None)?,
        bricks: rows(locale, place, &bricks),
        kind: free
            .fold(choice, |choice, kind| choice.option(kind.code(), place_rows::brick(locale, *kind), false)),
        undo: undo(desk, place, PlaceSection::Bricks)?,
    })
}

fn rows(locale: Locale, place: &PlaceRow, bricks: &[Brick]) -> Vec<EditBrickRow> {
    let row = |(at, brick): (usize, &Brick)| {
        let kind = place_rows::brick(locale, brick.kind);
        let (name, kind) =
            if brick.name.is_empty() { (kind, String::new()) } else { (brick.name.clone(), kind) };
        EditBrickRow {
            code: brick.kind.code(),
            name,
            kind,
            href: local(locale, &path_of(place, &format!("{PART}/{}", brick.kind))),
            first: at == 0,
            last: at + 1 == bricks.len(),
        }
    };
    bricks.iter().enumerate().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_stay_within_the_list() {
        use BrickKind::{Cafe, Coworking, Fablab};
        for (kind, what, after) in [
            (Fablab, "monter", vec![Fablab, Cafe]),
            (Cafe, "monter", vec![Cafe, Fablab]),
            (Cafe, "descendre", vec![Fablab, Cafe]),
            (Fablab, "descendre", vec![Cafe, Fablab]),
            (Fablab, "retirer", vec![Cafe]),
            (Coworking, "ajouter", vec![Cafe, Fablab, Coworking]),
            (Cafe, "ajouter", vec![Cafe, Fablab]),
            (Coworking, "retirer", vec![Cafe, Fablab]),
            (Cafe, "danser", vec![Cafe, Fablab]),
        ] {
            let mut bricks = vec![Brick::of(Cafe), Brick::of(Fablab)];
            take_step(&mut bricks, kind, what);
            assert_eq!(bricks.iter().map(|brick| brick.kind).collect::<Vec<_>>(), after, "{kind} {what}");
        }
    }
}
