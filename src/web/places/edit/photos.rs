//! The photos of a place: added with what they show in words, put in order, taken away.

use actix_web::{HttpRequest, HttpResponse, web};

use super::checks::Checks;
use super::page::{EditPhoto, EditPhotosPage, NewPhoto};
use super::undo::{after, undo};
use super::{again, head, hosted, made, path_of, slug_of, title_of};
use crate::actions::{PlaceEdit, add_place_photo, edit_place};
use crate::domain::place_part::{Photo, PlaceSection};
use crate::i18n;
use crate::pictures::{AltText, Limits};
use crate::store::place_photos::{self, PhotoRow};
use crate::store::places::PlaceRow;
use crate::web::act::{Act, Before, Done, act_prepared};
use crate::web::answer::{Desk, private};
use crate::web::error::Result;
use crate::web::fields::Field;
use crate::web::form::Form;
use crate::web::pictures::{Sent, refused, sent};
use crate::web::places::page::PhotoView;

const PART: &str = PlaceSection::Photos.code();
/// Most photos of one place.
const MOST: usize = 12;
const LONGEST_ALT: u32 = 250;

/// `GET /lieux/{slug}/modifier/photos`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = slug_of(&request);
    private(&request, move |desk| {
        let place = hosted(desk, slug.as_ref())?;
        let checks = Checks::new(desk.locale());
        let page = page(desk, &place, &Form::default(), &checks)?;
        made(desk, &place, PART, &title_of(checks.locale, PlaceSection::Photos), &page)
    })
    .await
}

/// `POST /lieux/{slug}/modifier/photos`: `do` is `ajouter`, `decrire`, `monter`, `descendre` or
/// `retirer`.
pub async fn save(request: HttpRequest, payload: web::Payload) -> HttpResponse {
    let slug = slug_of(&request);
    let read = |before: &Before<'_>, form: &Form| sent(before, form, "file", &Limits::PHOTO);
    act_prepared(request, payload, read, move |act, form, picture| {
        let place = hosted(&mut act.desk(), slug.as_ref())?;
        let mut checks = Checks::new(act.locale());
        let done = match form.text("do").as_str() {
            "ajouter" => add(act, &place, form, picture, &mut checks)?,
            _ => step(act, &place, form, &mut checks)?,
        };
        if let Some(done) = done {
            return Ok(done);
        }
        let desk = &mut act.desk();
        let page = page(desk, &place, form, &checks)?;
        Err(again(desk, &place, PART, &title_of(checks.locale, PlaceSection::Photos), &page))
    })
    .await
}

/// `None`: something is wrong with what was sent.
fn add(
    act: &mut Act<'_, '_>,
    place: &PlaceRow,
    form: &Form,
    picture: Sent,
    checks: &mut Checks,
) -> Result<Option<Done>> {
    if place_photos::of_place(act.tx, place.id)?.len() >= MOST {
        checks.refuse("file", "place-edit-photos-full");
    }
    let alt = AltText::parse(&form.text("alt"));
    if alt.is_none() {
        checks.refuse("alt", "place-edit-bad-alt");
    }
    match &picture {
        Ok(_) => {}
        Err(None) => checks.refuse("file", "place-edit-needed"),
        Err(Some(error)) => checks.refuse_with("file", refused(checks.locale, *error)),
    }
    let (Some(alt), Ok(picture), true) = (alt, picture, checks.is_clear()) else { return Ok(None) };
    let (by, now) = (act.actor(), act.now);
    add_place_photo(act.tx, &by, place.id, &picture, &alt, now)?;
    Ok(Some(Done::see(path_of(place, PART)).saying("done-photo-added")))
}

/// `None`: something is wrong with what was typed.
fn step(act: &mut Act<'_, '_>, place: &PlaceRow, form: &Form, checks: &mut Checks) -> Result<Option<Done>> {
    let (what, uid) = (form.text("do"), form.text("photo"));
    let alt = AltText::parse(&form.text(&alt_name(&form.text("at"))));
    if what == "decrire" && alt.is_none() {
        checks.refuse(&alt_name(&form.text("at")), "place-edit-bad-alt");
        return Ok(None);
    }
    let edit = PlaceEdit { place: place.id, section: PlaceSection::Photos, seen: None };
    let (by, now) = (act.actor(), act.now);
    let change = edit_place(act.tx, &by, edit, now, |content| {
        take_step(&mut content.photos, &uid, &what, alt.as_ref());
    })?;
    Ok(Some(match what.as_str() {
        "retirer" => Done::see(after(place, PlaceSection::Photos, change)),
        "decrire" => Done::see(path_of(place, PART)).saying("done-place-saved"),
        _ => Done::see(path_of(place, PART)),
    }))
}

fn take_step(photos: &mut Vec<Photo>, uid: &str, what: &str, alt: Option<&AltText>) {
    let Some(at) = photos.iter().position(|photo| photo.uid == uid) else { return };
    match what {
        "monter" if at > 0 => photos.swap(at - 1, at),
        "descendre" if at + 1 < photos.len() => photos.swap(at, at + 1),
        "retirer" => {
            photos.remove(at);
        }
        "decrire" => {
            if let (Some(photo), Some(alt)) = (photos.get_mut(at), alt) {
                photo.alt = alt.as_str().to_owned();
            }
        }
        _ => {}
    }
}

/// Name of the field that describes the photo at this place in the list.
fn alt_name(at: &str) -> String {
    format!("alt-{at}")
}

fn page(desk: &mut Desk<'_>, place: &PlaceRow, typed: &Form, checks: &Checks) -> Result<EditPhotosPage> {
    let locale = desk.locale();
    let rows = place_photos::of_place(desk.conn, place.id)?;
    let label = |key: &str| i18n::text(locale, key);
    let alt = |name: &str, value: &str| {
        Field::text(name, label("place-edit-photo-alt"))
            .value(value)
            .maxlength(LONGEST_ALT)
            .required()
            .error(checks.of(name))
    };
    let photo = |(at, row): (usize, &PhotoRow)| EditPhoto {
        uid: row.uid.clone(),
        photo: PhotoView::from(row),
        alt: alt(&alt_name(&at.to_string()), &row.alt),
        first: at == 0,
        last: at + 1 == rows.len(),
    };
    let new = (rows.len() < MOST).then(|| NewPhoto {
        file: Field {
            accept: "image/jpeg,image/png,image/webp",
            ..Field::of("file", "file", label("place-edit-photo-file"))
        }
        .hint(label("place-edit-photo-file-hint"))
        .required()
        .error(checks.of("file")),
        alt: alt("alt", &typed.text("alt")).hint(label("place-edit-photo-alt-hint")),
    });
    Ok(EditPhotosPage {
        head: head(desk, place, PART, None, checks, None)?,
        photos: rows.iter().enumerate().map(photo).collect(),
        undo: undo(desk, place, PlaceSection::Photos)?,
        new,
    })
}
