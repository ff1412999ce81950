//! What stands in the bricks of a place: a fault is noted in three taps.

use actix_web::{HttpRequest, HttpResponse, web};

use super::checks::Checks;
use super::conflict::{Conflict, between};
use super::page::{EditEquipmentBrick, EditEquipmentPage, EditPiece};
use super::undo::{after, undo};
use super::{again, head, hosted, made, path_of, seen_in, slug_of, title_of};
use crate::actions::{PlaceEdit, edit_place};
use crate::domain::brick::BrickKind;
use crate::domain::equipment::{Equipment, EquipmentState};
use crate::domain::place::Brick;
use crate::domain::place_part::{PlacePart, PlaceSection};
use crate::i18n::{self, Locale};
use crate::store::place_changes;
use crate::store::places::{self, PlaceRow};
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::fields::{Choice, Field};
use crate::web::form::Form;
use crate::web::place_rows;
use crate::web::places::bricks::piece_line;

const PART: &str = PlaceSection::Equipment.code();
const NAME: u32 = 80;
const NOTE: u32 = 200;

/// `GET /lieux/{slug}/modifier/equipement`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = slug_of(&request);
    private(&request, move |desk| {
        let place = hosted(desk, slug.as_ref())?;
        let checks = Checks::new(desk.locale());
        let page = page(desk, &place, None, &checks, (None, None))?;
        made(desk, &place, PART, &title_of(checks.locale, PlaceSection::Equipment), &page)
    })
    .await
}

/// `POST /lieux/{slug}/modifier/equipement`: `do` is `ajouter`, `noter` or `retirer`.
pub async fn save(request: HttpRequest, payload: web::Payload) -> HttpResponse {
    let slug = slug_of(&request);
    act(request, payload, move |act, form| {
        let place = hosted(&mut act.desk(), slug.as_ref())?;
        let mut checks = Checks::new(act.locale());
        let brick = BrickKind::from_code(&form.text("brick")).ok_or(Error::NotFound)?;
        let typed = Typed::read(form, brick, &mut checks);
        let seen = seen_in(form);
        let conflict = match checks.is_clear() {
            true => match write(act, &place, &typed, seen)? {
                Written::Change(change) if typed.state.is_none() => {
                    return Ok(Done::see(after(&place, PlaceSection::Equipment, change)));
                }
                Written::Change(_) => {
                    let here = format!("{}#b-{brick}", path_of(&place, PART));
                    return Ok(Done::see(here).saying("done-equipment-saved"));
                }
                Written::Conflict(conflict) => Some(conflict),
            },
            false => None,
        };
        let desk = &mut act.desk();
        let page = page(desk, &place, Some(&typed), &checks, (Some(seen), conflict))?;
        Err(again(desk, &place, PART, &title_of(checks.locale, PlaceSection::Equipment), &page))
    })
    .await
}

/// What one of the forms of the page says.
struct Typed {
    brick: BrickKind,
    /// Name of the piece as it was shown; `None`: a new one.
    was: Option<String>,
    /// Its place in the list of the brick, which names its fields.
    at: usize,
    name: String,
    /// `None`: it goes.
    state: Option<EquipmentState>,
    note: String,
}

impl Typed {
    fn read(form: &Form, brick: BrickKind, checks: &mut Checks) -> Self {
        let at = form.text("at").parse().unwrap_or_default();
        let field = |what: &str| format!("{what}-{brick}-{at}");
        match form.text("do").as_str() {
            "ajouter" => Self {
                brick,
                was: None,
                at: 0,
                name: checks.needed(form, &format!("new-{brick}"), NAME),
                state: Some(EquipmentState::InService),
                note: String::new(),
            },
            "retirer" => Self {
                brick,
                was: Some(form.text("was")),
                at,
                name: form.text("was"),
                state: None,
                note: String::new(),
            },
            _ => Self {
                brick,
                was: Some(form.text("was")),
                at,
                name: checks.needed(form, &field("name"), NAME),
                state: Some(EquipmentState::from_code(&form.text(&field("state"))).unwrap_or_default()),
                note: checks.text(form, &field("note"), NOTE),
            },
        }
    }
}

/// What became of one piece.
enum Written {
    /// The change in the history; `None`: it was so already.
    Change(Option<i64>),
    Conflict(Conflict),
}

/// Writes one piece, unless somebody else changed this very piece since `seen`.
fn write(act: &mut Act<'_, '_>, place: &PlaceRow, typed: &Typed, seen: i64) -> Result<Written> {
    let today = act.today;
    let bricks = places::parts(act.tx, place.id)?.bricks;
    let there = typed.was.as_ref().and_then(|was| piece(&bricks, typed.brick, was)).cloned();
    let meant = typed.state.map(|state| {
        let before = there.clone().unwrap_or_else(|| Equipment::in_service(typed.name.clone()));
        Equipment { name: typed.name.clone(), note: typed.note.clone(), ..before.found(state, today) }
    });
    if let Some(was) = &typed.was
        && let Some(then) = then(act, place, typed.brick, was, seen)?
        && then != there
    {
        let part = |piece: &Option<Equipment>| {
            PlacePart::Equipment(vec![(typed.brick, piece.iter().cloned().collect())])
        };
        let conflict = between(&mut act.desk(), place, &part(&there), &part(&meant), seen)?;
        if !conflict.rows.is_empty() {
            return Ok(Written::Conflict(conflict));
        }
    }
    let edit = PlaceEdit { place: place.id, section: PlaceSection::Equipment, seen: None };
    let (by, now) = (act.actor(), act.now);
    let change = edit_place(act.tx, &by, edit, now, |content| put(&mut content.draft.bricks, typed, meant))?;
    Ok(Written::Change(change))
}

/// The piece as it was when the form was shown, if the equipment has changed since.
fn then(
    act: &mut Act<'_, '_>,
    place: &PlaceRow,
    brick: BrickKind,
    was: &str,
    seen: i64,
) -> Result<Option<Option<Equipment>>> {
    let as_seen = place_changes::as_seen(act.tx, place.id, PlaceSection::Equipment, seen)?;
    let Some(PlacePart::Equipment(by_brick)) = as_seen else { return Ok(None) };
    let pieces = by_brick.iter().filter(|(kind, _)| *kind == brick).flat_map(|(_, pieces)| pieces);
    Ok(Some(pieces.into_iter().find(|piece| piece.name == was).cloned()))
}

fn piece<'a>(bricks: &'a [Brick], kind: BrickKind, name: &str) -> Option<&'a Equipment> {
    let brick = bricks.iter().find(|brick| brick.kind == kind)?;
    brick.equipment.iter().find(|piece| piece.name == name)
}

fn put(bricks: &mut [Brick], typed: &Typed, meant: Option<Equipment>) {
    let Some(brick) = bricks.iter_mut().find(|brick| brick.kind == typed.brick) else { return };
    let at = brick.equipment.iter().position(|piece| Some(&piece.name) == typed.was.as_ref());
    match (at, meant) {
        (Some(at), None) => {
            brick.equipment.remove(at);
        }
        (Some(at), Some(piece)) => {
            if let Some(known) = brick.equipment.get_mut(at) {
                *known = piece;
            }
        }
        (None, Some(piece)) => brick.equipment.push(piece),
        (None, None) => {}
    }
}

fn page(
    desk: &mut Desk<'_>,
    place: &PlaceRow,
    typed: Option<&Typed>,
    checks: &Checks,
    (seen, conflict): (Option<i64>, Option<Conflict>),
) -> Result<EditEquipmentPage> {
    let locale = desk.locale();
    let bricks = places::parts(desk.conn, place.id)?.bricks;
    Ok(EditEquipmentPage {
        head: head(desk, place, PART, seen, checks, conflict)?,
        bricks: bricks.iter().map(|brick| of_brick(locale, brick, typed, checks)).collect(),
        bricks_href: local(locale, &path_of(place, PlaceSection::Bricks.code())),
        undo: undo(desk, place, PlaceSection::Equipment)?,
    })
}

fn of_brick(locale: Locale, brick: &Brick, typed: Option<&Typed>, checks: &Checks) -> EditEquipmentBrick {
    let typed = typed.filter(|typed| typed.brick == brick.kind);
    let new_name = format!("new-{}", brick.kind);
    let new = typed.filter(|typed| typed.was.is_none()).map(|typed| typed.name.clone());
    let name = match brick.name.as_str() {
        "" => place_rows::brick(locale, brick.kind),
        name => name.to_owned(),
    };
    let piece = |(at, piece): (usize, &Equipment)| {
        let typed = typed.filter(|typed| typed.was.as_ref() == Some(&piece.name) && typed.at == at);
        edit_piece(locale, (brick.kind, at), piece, typed, checks)
    };
    EditEquipmentBrick {
        code: brick.kind.code(),
        name,
        pieces: brick.equipment.iter().enumerate().map(piece).collect(),
        new: Field::text(&new_name, i18n::text(locale, "place-edit-piece-new"))
            .required()
            .maxlength(NAME)
            .value(new.unwrap_or_default())
            .error(checks.of(&new_name)),
    }
}

fn edit_piece(
    locale: Locale,
    (brick, at): (BrickKind, usize),
    piece: &Equipment,
    typed: Option<&Typed>,
    checks: &Checks,
) -> EditPiece {
    let shown = piece_line(locale, piece);
    let field = |what: &str| format!("{what}-{brick}-{at}");
    let state = typed.and_then(|typed| typed.state).unwrap_or(piece.state);
    let text = |what: &str, key: &str, value: &str, longest: u32| {
        let name = field(what);
        let error = checks.of(&name);
        Field::text(&name, i18n::text(locale, key)).value(value).maxlength(longest).error(error)
    };
    let choice = Choice::new(&field("state"), i18n::text(locale, "place-edit-piece-state")).required();
    EditPiece {
        was: piece.name.clone(),
        name: text("name", "place-edit-name", typed.map_or(&piece.name, |t| &t.name), NAME).required(),
        state: EquipmentState::ALL.iter().fold(choice, |choice, code| {
            let label = i18n::text(locale, &format!("equipment-{}", code.code()));
            choice.option(code.code(), label, *code == state)
        }),
        note: text("note", "place-edit-piece-note", typed.map_or(&piece.note, |t| &t.note), NOTE),
        badge: shown.state,
        since: shown.since,
        open: typed.is_some(),
    }
}
