//! The parts of a page that can be changed, each as it stands; and "all this is right", in one tap.

use actix_web::{HttpRequest, HttpResponse, web};

use super::checks::Checks;
use super::page::{EditOverviewPage, EditPart};
use super::{head, hosted, made, path_of, slug_of, title_of};
use crate::actions::confirm_place;
use crate::domain::equipment::EquipmentState;
use crate::domain::place_part::PlaceSection;
use crate::i18n::{self, Args, Locale};
use crate::store::places::{self, PlaceRow};
use crate::web::act::{Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::Result;
use crate::web::kept::Made;
use crate::web::parts::Link;
use crate::web::place_rows;
use crate::web::places::{hours, sheet};

/// `GET /lieux/{slug}/modifier`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = slug_of(&request);
    private(&request, move |desk| {
        let place = hosted(desk, slug.as_ref())?;
        page(desk, &place)
    })
    .await
}

/// `POST /lieux/{slug}/modifier`: the host confirms the page.
pub async fn confirm(request: HttpRequest, payload: web::Payload) -> HttpResponse {
    let slug = slug_of(&request);
    act(request, payload, move |act, _| {
        let place = hosted(&mut act.desk(), slug.as_ref())?;
        let (by, today, now) = (act.actor(), act.today, act.now);
        confirm_place(act.tx, &by, place.id, today, now)?;
        Ok(Done::see(path_of(&place, "")).saying("done-place-confirmed"))
    })
    .await
}

fn page(desk: &mut Desk<'_>, place: &PlaceRow) -> Result<Made> {
    let locale = desk.locale();
    let (confirmed, unconfirmed) = sheet::confirmation(locale, place, desk.today);
    let page = EditOverviewPage {
        head: head(desk, place, "", None, &Checks::new(locale), None)?,
        confirmed,
        unconfirmed,
        door_href: local(locale, &format!("/lieux/{}/porte", place.slug)),
        parts: parts(desk, place)?,
    };
    made(desk, place, "", &i18n::text(locale, "place-edit"), &page)
}

fn parts(desk: &mut Desk<'_>, place: &PlaceRow) -> Result<Vec<EditPart>> {
    let (locale, today) = (desk.locale(), desk.today);
    let content = places::content(desk.conn, place)?;
    let draft = &content.draft;
    let bricks: Vec<String> = draft.bricks.iter().map(|b| place_rows::brick(locale, b.kind)).collect();
    let ahead = content.closures.iter().find(|closure| closure.last >= today);
    let pieces = draft.bricks.iter().flat_map(|brick| &brick.equipment);
    let (all, out) = pieces.fold((0, 0), |(all, out), piece| {
        (all + 1, out + u32::from(piece.state != EquipmentState::InService))
    });
    let team: Vec<&str> = draft.team.iter().map(|member| member.name.as_str()).collect();
    let count = Args::from_iter([("count", content.photos.len())]);
    let photos = i18n::text_with(locale, "place-edit-photo-count", Some(&count));
    let photos = if content.photos.is_empty() { String::new() } else { photos };
    let states = [
        (PlaceSection::Sheet, sheet::address(place).join(", ")),
        (PlaceSection::Bricks, bricks.join(" · ")),
        (PlaceSection::Hours, hours::in_words(locale, &place.opening_hours)),
        (PlaceSection::Closures, ahead.map(|c| sheet::closure(locale, c, today)).unwrap_or_default()),
        (PlaceSection::Equipment, counted(locale, all, out)),
        (PlaceSection::Photos, photos),
        (PlaceSection::Team, team.join(", ")),
    ];
    let part = |(section, state): (PlaceSection, String)| EditPart {
        link: Link::new(title_of(locale, section), local(locale, &path_of(place, section.code()))),
        state,
    };
    Ok(states.into_iter().map(part).collect())
}

/// "12 équipements, dont 1 hors service". Empty: none.
fn counted(locale: Locale, all: u32, out: u32) -> String {
    if all == 0 {
        return String::new();
    }
    let args = Args::from_iter([("all", all), ("out", out)]);
    i18n::text_with(locale, "place-edit-pieces", Some(&args))
}
