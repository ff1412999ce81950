//! Name, words and whereabouts of a place: what was typed, and what it means.

use actix_web::{HttpRequest, HttpResponse, web};

use super::checks::Checks;
use super::conflict::{Conflict, save_part};
use super::page::EditSheetPage;
use super::{again, head, hosted, made, path_of, seen_in, slug_of, title_of, words};
use crate::domain::commune::{self, Commune, CommuneQuery};
use crate::domain::event::Accessibility;
use crate::domain::place::{Point, PointPrecision};
use crate::domain::place_part::{PlacePart, PlaceSection, Sheet};
use crate::domain::territory::Territory;
use crate::domain::website::parse_website;
use crate::i18n::{self, Locale};
use crate::store::communes;
use crate::store::places::{self, PlaceRow};
use crate::web::act::{Done, act};
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};
use crate::web::fields::{Choice, Field};
use crate::web::form::Form;

const PART: &str = PlaceSection::Sheet.code();
const NAME: u32 = 120;
const SUMMARY: u32 = 240;
const LINE: u32 = 200;
const TEXT: u32 = 10_000;

/// `GET /lieux/{slug}/modifier/fiche`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = slug_of(&request);
    private(&request, move |desk| {
        let place = hosted(desk, slug.as_ref())?;
        let (locale, stored) = (desk.locale(), stored(desk, &place)?);
        let page = page(desk, &place, &Typed::from(&stored), &Checks::new(locale), (None, None))?;
        made(desk, &place, PART, &title_of(locale, PlaceSection::Sheet), &page)
    })
    .await
}

/// `POST /lieux/{slug}/modifier/fiche`
pub async fn save(request: HttpRequest, payload: web::Payload) -> HttpResponse {
    let slug = slug_of(&request);
    act(request, payload, move |act, form| {
        let place = hosted(&mut act.desk(), slug.as_ref())?;
        let (locale, seen) = (act.locale(), seen_in(form));
        let stored = stored(&mut act.desk(), &place)?;
        let mut checks = Checks::new(locale);
        let typed = Typed::read(form, &mut checks);
        let meant = meant(&mut act.desk(), &stored, &typed, &mut checks)?;
        let conflict = match checks.is_clear() {
            true => match save_part(act, &place, &PlacePart::Sheet(Box::new(meant)), seen)? {
                None => return Ok(Done::see(path_of(&place, "")).saying("done-place-saved")),
                conflict => conflict,
            },
            false => None,
        };
        let desk = &mut act.desk();
        let page = page(desk, &place, &typed, &checks, (Some(seen), conflict))?;
        Err(again(desk, &place, PART, &title_of(locale, PlaceSection::Sheet), &page))
    })
    .await
}

fn stored(desk: &mut Desk<'_>, place: &PlaceRow) -> Result<Sheet> {
    match places::content(desk.conn, place)?.part(PlaceSection::Sheet) {
        PlacePart::Sheet(sheet) => Ok(*sheet),
        _ => Err(Error::NotFound),
    }
}

/// The fields as they were typed.
struct Typed {
    name: String,
    summary: String,
    description: String,
    address: String,
    postcode: String,
    commune: String,
    /// Only where the point is exact: the middle of a commune is nobody's choice.
    point: String,
    website: String,
    directions: String,
    accessibility: Vec<Accessibility>,
    accessibility_note: String,
}

impl From<&Sheet> for Typed {
    fn from(sheet: &Sheet) -> Self {
        let sheet = sheet.clone();
        let exact = sheet.precision == PointPrecision::Address;
        Self {
            name: sheet.name,
            summary: sheet.summary,
            description: sheet.description,
            address: sheet.address,
            postcode: sheet.postcode,
            commune: sheet.commune,
            point: sheet.point.filter(|_| exact).map(words::point).unwrap_or_default(),
            website: sheet.website,
            directions: sheet.directions,
            accessibility: sheet.accessibility,
            accessibility_note: sheet.accessibility_note,
        }
    }
}

impl Typed {
    fn read(form: &Form, checks: &mut Checks) -> Self {
        let accessibility = form.all("accessibility");
        let typed = Self {
            name: checks.needed(form, "name", NAME),
            summary: checks.text(form, "summary", SUMMARY),
            description: checks.text(form, "description", TEXT),
            address: checks.text(form, "address", LINE),
            postcode: checks.needed(form, "postcode", 5),
            commune: checks.needed(form, "commune", LINE),
            point: checks.text(form, "point", 60),
            website: checks.text(form, "website", LINE),
            directions: checks.text(form, "directions", TEXT),
            accessibility: accessibility.into_iter().filter_map(Accessibility::from_code).collect(),
            accessibility_note: checks.text(form, "accessibility-note", TEXT),
        };
        if typed.postcode.len() != 5 || !typed.postcode.bytes().all(|b| b.is_ascii_digit()) {
            checks.refuse("postcode", "place-edit-bad-postcode");
        }
        if !typed.website.is_empty() && parse_website(&typed.website).is_none() {
            checks.refuse("website", "place-edit-bad-website");
        }
        if !typed.point.is_empty() && parse_point(&typed.point).is_none() {
            checks.refuse("point", "place-edit-bad-point");
        }
        typed
    }
}

/// What the typed fields mean, the place being where it was unless it was moved.
fn meant(desk: &mut Desk<'_>, stored: &Sheet, typed: &Typed, checks: &mut Checks) -> Result<Sheet> {
    let mut sheet = Sheet {
        name: typed.name.split_whitespace().collect::<Vec<_>>().join(" "),
        summary: typed.summary.clone(),
        description: typed.description.clone(),
        address: typed.address.clone(),
        postcode: typed.postcode.clone(),
        commune: typed.commune.clone(),
        website: parse_website(&typed.website).unwrap_or_default(),
        directions: typed.directions.clone(),
        accessibility: typed.accessibility.clone(),
        accessibility_note: typed.accessibility_note.clone(),
        ..stored.clone()
    };
    let moved = (&typed.postcode, &typed.commune) != (&stored.postcode, &stored.commune);
    let same_point = typed.point == Typed::from(stored).point;
    let commune = if moved || !same_point { commune_of(desk, typed)? } else { None };
    if moved {
        match (&commune, Territory::of_postcode(&typed.postcode)) {
            (Some(commune), _) => {
                (sheet.insee, sheet.commune) = (commune.insee.clone(), commune.name.clone());
                sheet.territory.clone_from(&commune.territory);
            }
            (None, Some(territory)) => {
                (sheet.insee, sheet.territory) = (String::new(), territory.code.clone());
            }
            (None, None) => checks.refuse("postcode", "place-edit-bad-postcode"),
        }
    }
    if moved || !same_point {
        let exact = parse_point(&typed.point).filter(|_| !same_point);
        sheet.precision = if exact.is_some() { PointPrecision::Address } else { PointPrecision::Commune };
        sheet.point = exact.or_else(|| commune.and_then(|commune| commune.point));
    }
    Ok(sheet)
}

/// The commune of that very name, with that postcode.
fn commune_of(desk: &mut Desk<'_>, typed: &Typed) -> Result<Option<Commune>> {
    let Some(query) = CommuneQuery::parse(&format!("{} {}", typed.postcode, typed.commune)) else {
        return Ok(None);
    };
    let mut found = communes::find(desk.conn, &query, 9)?;
    if found.is_empty() {
        found = query.best(commune::drome().iter().cloned(), 9);
    }
    Ok(found.into_iter().find(|commune| commune.search_key() == query.key))
}

/// "44.7289, 5.0215".
fn parse_point(text: &str) -> Option<Point> {
    let (lat, lon) = text.split_once([',', ';'])?;
    let (lat, lon) = (lat.trim().parse::<f64>().ok()?, lon.trim().parse::<f64>().ok()?);
    ((-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon)).then_some(Point { lat, lon })
}

fn page(
    desk: &mut Desk<'_>,
    place: &PlaceRow,
    typed: &Typed,
    checks: &Checks,
    (seen, conflict): (Option<i64>, Option<Conflict>),
) -> Result<EditSheetPage> {
    let locale = desk.locale();
    let label = |key: &str| i18n::text(locale, key);
    let line = |name: &str, key: &str, value: &str, longest: u32| {
        Field::text(name, label(key)).value(value).maxlength(longest).error(checks.of(name))
    };
    let hinted = |field: Field, key: &str| field.hint(i18n::text(locale, key));
    Ok(EditSheetPage {
        head: head(desk, place, PART, seen, checks, conflict)?,
        name: line("name", "place-edit-name", &typed.name, NAME).required(),
        summary: hinted(
            line("summary", "place-edit-summary", &typed.summary, SUMMARY),
            "place-edit-summary-hint",
        ),
        description: hinted(
            line("description", "place-edit-description", &typed.description, TEXT),
            "place-edit-markdown-hint",
        ),
        address: line("address", "place-edit-address", &typed.address, LINE).autocomplete("off"),
        postcode: Field {
            inputmode: "numeric",
            ..line("postcode", "place-edit-postcode", &typed.postcode, 5)
        }
        .required(),
        commune: line("commune", "place-edit-commune", &typed.commune, LINE).required(),
        point: hinted(line("point", "place-edit-point", &typed.point, 60), "place-edit-point-hint"),
        website: Field { inputmode: "url", ..line("website", "place-edit-website", &typed.website, LINE) },
        directions: hinted(
            line("directions", "place-edit-directions", &typed.directions, TEXT),
            "place-edit-directions-hint",
        )
        .rows(4),
        accessibility: accessibility(locale, &typed.accessibility),
        accessibility_note: line(
            "accessibility-note",
            "place-edit-accessibility-note",
            &typed.accessibility_note,
            TEXT,
        )
        .rows(3),
    })
}

fn accessibility(locale: Locale, ticked: &[Accessibility]) -> Choice {
    let choice = Choice::new("accessibility", i18n::text(locale, "place-accessibility"))
        .hint(i18n::text(locale, "place-edit-accessibility-hint"));
    Accessibility::ALL.iter().fold(choice, |choice, code| {
        let label = i18n::text(locale, &format!("accessibility-{}", code.code()));
        choice.option(code.code(), label, ticked.contains(code))
    })
}
