//! The facts of a place in words: where it is, who holds it, what is known of it and since when.

use chrono::{Datelike, NaiveDate};

use super::page::{PartnerLine, TeamLine};
use crate::domain::closure::Closure;
use crate::domain::commune;
use crate::domain::geo::Bounds;
use crate::domain::map::MapPlace;
use crate::domain::place::{Confirmation, Partner, PointPrecision, TeamMember};
use crate::domain::territory::Territory;
use crate::domain::website::parse_website;
use crate::i18n::{self, Locale, date};
use crate::store::communes;
use crate::store::places::{Parts, PlaceRow};
use crate::web::answer::Desk;
use crate::web::asked::local;
use crate::web::error::Result;
use crate::web::map::MapView;
use crate::web::markdown;
use crate::web::parts::Link;
use crate::web::place_rows;
use crate::web::rows::say;
use crate::web::wording::said;

/// Towns of the surroundings that may be named on the small map.
const TOWNS: i64 = 24;
/// How far those surroundings reach, km.
const AROUND_KM: f64 = 16.0;
/// Longest description of a link, in characters.
const DESCRIPTION: usize = 180;

/// "Crest, Drôme".
pub fn location(place: &PlaceRow) -> String {
    match Territory::by_code(&place.territory) {
        Some(territory) if territory.name != place.commune => {
            format!("{}, {}", place.commune, territory.name)
        }
        _ => place.commune.clone(),
    }
}

pub fn territory_link(locale: Locale, place: &PlaceRow) -> Option<Link> {
    let territory = Territory::by_code(&place.territory)?;
    Some(Link::new(&territory.name, local(locale, &format!("/territoires/{}", territory.code))))
}

/// What is said of the last confirmation, and the warning when it is too old.
pub fn confirmation(locale: Locale, place: &PlaceRow, today: NaiveDate) -> (String, String) {
    let on = |day| say(locale, "place-confirmed", "day", date::date(locale, day));
    match Confirmation::of(place.confirmed_on, today) {
        Confirmation::Fresh(day) => (on(day), String::new()),
        Confirmation::Stale(day) => (on(day), i18n::text(locale, "place-unconfirmed")),
        Confirmation::Never => (String::new(), i18n::text(locale, "place-never-confirmed")),
    }
}

pub fn closed(locale: Locale, closed_on: Option<NaiveDate>) -> String {
    closed_on.map(|day| say(locale, "place-closed", "day", date::date(locale, day))).unwrap_or_default()
}

/// "Fermé du 3 au 23 août 2026 : congés d’été."
pub fn closure(locale: Locale, closure: &Closure, today: NaiveDate) -> String {
    let with_year = closure.last.year() != today.year();
    let when = date::period(locale, closure.first, closure.last, with_year);
    match closure.reason.as_str() {
        "" => say(locale, "place-closure", "when", when),
        reason => {
            let args = [("when", when), ("reason", reason.trim_end_matches('.').to_owned())];
            said(locale, "place-closure-reason", args)
        }
    }
}

/// Street, then postcode and commune.
pub fn address(place: &PlaceRow) -> Vec<String> {
    let town = format!("{} {}", place.postcode, place.commune);
    [place.address.clone(), town.trim().to_owned()].into_iter().filter(|line| !line.is_empty()).collect()
}

pub fn precision(locale: Locale, place: &PlaceRow) -> String {
    match (place.point(), place.precision()) {
        (None, _) => i18n::text(locale, "place-no-point"),
        (Some(_), Ok(PointPrecision::Commune)) => i18n::text(locale, "place-commune-point"),
        (Some(_), _) => String::new(),
    }
}

/// For the map app of the device.
pub fn geo_href(place: &PlaceRow) -> String {
    place.point().map(|point| format!("geo:{},{}", point.lat, point.lon)).unwrap_or_default()
}

pub fn osm_href(place: &PlaceRow) -> String {
    let zoom = if matches!(place.precision(), Ok(PointPrecision::Address)) { 17 } else { 14 };
    let address = |point: crate::domain::place::Point| {
        let (lat, lon) = (point.lat, point.lon);
        format!("https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map={zoom}/{lat}/{lon}")
    };
    place.point().map(address).unwrap_or_default()
}

/// A link that shows where it leads; `None` when the text is no web address.
pub fn website(text: &str) -> Option<Link> {
    let href = parse_website(text)?;
    let bare = href.split_once("://").map_or(href.as_str(), |(_, rest)| rest);
    let label = bare.strip_prefix("www.").unwrap_or(bare).trim_end_matches('/').to_owned();
    Some(Link::new(label, href))
}

/// The surroundings; `None` when nobody knows where the place lies.
pub fn map(desk: &mut Desk<'_>, place: &PlaceRow, open: bool) -> Result<Option<MapView>> {
    let Some(point) = place.point() else { return Ok(None) };
    let bounds = Bounds::around(point, AROUND_KM);
    let mut towns = communes::within(desk.conn, &bounds, TOWNS)?;
    if towns.is_empty() {
        let near = |commune: &&commune::Commune| commune.point.is_some_and(|p| bounds.contains(p));
        towns = commune::drome().iter().filter(near).cloned().collect();
    }
    let locale = desk.locale();
    let label = say(locale, "map-around", "place", place.name.clone());
    let marker = MapPlace {
        slug: place.slug.clone(),
        name: place.name.clone(),
        point,
        precision: place.precision()?,
        open,
    };
    Ok(Some(MapView::around(locale, label, marker, &place.territory, &towns)))
}

pub fn accessibility(locale: Locale, place: &PlaceRow) -> Vec<String> {
    let word = |code: &crate::domain::event::Accessibility| {
        i18n::text(locale, &format!("accessibility-{}", code.code()))
    };
    place.accessibility().iter().map(word).collect()
}

/// Names by role; roles and names in the place's order.
pub fn team(locale: Locale, team: &[TeamMember]) -> Vec<TeamLine> {
    let mut lines: Vec<TeamLine> = Vec::new();
    for member in team {
        let role = i18n::text(locale, &format!("team-role-{}", member.role.code()));
        match lines.iter_mut().find(|line| line.role == role) {
            Some(line) => line.names.push(member.name.clone()),
            None => lines.push(TeamLine { role, names: vec![member.name.clone()] }),
        }
    }
    lines
}

pub fn partners(locale: Locale, partners: &[Partner]) -> Vec<PartnerLine> {
    let line = |partner: &Partner| PartnerLine {
        name: partner.name.clone(),
        kind: i18n::text(locale, &format!("partner-{}", partner.kind.code())),
        href: parse_website(&partner.website).unwrap_or_default(),
    };
    partners.iter().map(line).collect()
}

pub fn source(locale: Locale, place: &PlaceRow) -> String {
    match place.source.as_str() {
        "" => String::new(),
        source => say(locale, "place-source", "source", source.to_owned()),
    }
}

/// For search engines and previews of links: the place's sentence, its description, or its bricks.
pub fn description(locale: Locale, place: &PlaceRow, parts: &Parts) -> String {
    if !place.summary.is_empty() {
        return place.summary.clone();
    }
    if !place.description.is_empty() {
        return markdown::excerpt(&place.description, DESCRIPTION);
    }
    let bricks: Vec<String> = parts.bricks.iter().map(|b| place_rows::brick(locale, b.kind)).collect();
    match bricks.is_empty() {
        true => say(locale, "place-description", "where", location(place)),
        false => {
            let args = [("where", location(place)), ("bricks", bricks.join(" · "))];
            said(locale, "place-description-bricks", args)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::place::TeamRole;

    #[test]
    fn a_team_is_told_by_role_in_its_own_order() {
        let member = |name: &str, role| TeamMember { name: name.to_owned(), role };
        let told = team(
            Locale::Fr,
            &[
                member("Inès", TeamRole::FabManager),
                member("Théo", TeamRole::Host),
                member("Anne", TeamRole::FabManager),
            ],
        );
        let told: Vec<(String, String)> =
            told.into_iter().map(|line| (line.role, line.names.join("+"))).collect();
        assert_eq!(told, [("Fabmanager".into(), "Inès+Anne".into()), ("Animation".into(), "Théo".into())]);
    }

    #[test]
    fn a_website_is_shown_by_its_name() {
        let link = website("https://www.lusinevivante.example/").unwrap();
        assert_eq!(
            (link.label.as_str(), link.href.as_str()),
            ("lusinevivante.example", "https://www.lusinevivante.example/")
        );
        assert!(website("javascript:alert(1)").is_none());
    }
}
