//! What the pages of places show.

use serde::Serialize;

use super::edit::page::DoorForm;
use crate::store::pictures::PictureRow;
use crate::store::place_photos::PhotoRow;
use crate::web::cover::Cover;
use crate::web::host_bar::HostBar;
use crate::web::joining::standing::PlaceStanding;
use crate::web::map::MapView;
use crate::web::pages::Page;
use crate::web::parts::{Badge, Day, Empty, EventRow, Filters, Link, Paging, PlaceRow, Subscribe};
use crate::web::pictures;

/// `/lieux`: the list with its facets, or the places nearest to a commune.
#[derive(Clone, Debug, Serialize)]
pub struct PlacesPage {
    pub heading: String,
    /// What of the address was not understood. May be empty.
    pub notice: String,
    /// "12 lieux".
    pub count: String,
    /// Commune or postcode looked for with "près de chez moi", as typed. May be empty.
    pub near: String,
    /// What became of it: "Autour de Crest (26400)", "Aucune commune de ce nom". May be empty.
    pub near_result: String,
    /// Communes to choose from when several match.
    pub near_choices: Vec<Link>,
    pub filters: Filters,
    pub places: Vec<PlaceRow>,
    pub paging: Option<Paging>,
    pub empty: Option<Empty>,
}

impl Page for PlacesPage {
    const TEMPLATE: &'static str = "places/list.html";
}

/// `/territoires/{code}`: a département with its map, its places and its week.
#[derive(Clone, Debug, Serialize)]
pub struct TerritoryPage {
    /// "Drôme".
    pub heading: String,
    /// "34 lieux, 18 rendez-vous cette semaine".
    pub count: String,
    /// `None` when no outline is known.
    pub map: Option<MapView>,
    pub places: Vec<PlaceRow>,
    pub paging: Option<Paging>,
    /// When it has no place yet.
    pub empty: Option<Empty>,
    pub week: Vec<Day>,
    /// Agenda of the territory.
    pub agenda_href: String,
    pub subscribe: Subscribe,
}

impl Page for TerritoryPage {
    const TEMPLATE: &'static str = "places/territory.html";
}

/// `/lieux/{slug}`: one place, composed of its bricks.
#[derive(Clone, Debug, Serialize)]
pub struct PlacePage {
    pub name: String,
    /// "Crest, Drôme".
    pub location: String,
    /// Page of the territory.
    pub territory: Option<Link>,
    pub summary: String,
    /// The first stands at the head of the page, the others below.
    pub photos: Vec<PhotoView>,
    /// Drawn where there is no photo.
    pub cover: Cover,
    /// Joining it, or what the one who looks is there.
    pub standing: PlaceStanding,
    /// For its hosts.
    pub host_bar: Option<HostBar>,
    /// Description, cleaned HTML. May be empty.
    pub description_html: String,
    /// "Ce lieu a fermé le 30 juin 2025." Empty: it is open.
    pub closed: String,
    /// "Fiche confirmée le 3 février 2026". Empty: never.
    pub confirmed: String,
    /// "Cette fiche n’a pas été confirmée depuis plus de six mois." Empty: fresh.
    pub unconfirmed: String,
    /// "Ouvert maintenant, jusqu’à 18 h"; `None`: hours unknown.
    pub open: Option<Badge>,
    pub hours: Option<Hours>,
    /// "Fermé du 3 au 23 août : congés d’été". Exceptional closures that are not over.
    pub closures: Vec<String>,
    /// Street, then postcode and commune.
    pub address: Vec<String>,
    /// "Situé au centre de la commune : l’adresse exacte n’est pas connue." May be empty.
    pub precision: String,
    /// How to come, cleaned HTML. May be empty.
    pub directions_html: String,
    /// `geo:` address, opened by the map app of the device. Empty: no point.
    pub geo_href: String,
    /// Address of the map on openstreetmap.org, a link only. Empty: no point.
    pub osm_href: String,
    pub website: Option<Link>,
    pub map: Option<MapView>,
    /// In the order chosen by the place.
    pub bricks: Vec<BrickBlock>,
    /// Accessibility codes in words.
    pub accessibility: Vec<String>,
    pub accessibility_note: String,
    pub team: Vec<TeamLine>,
    pub partners: Vec<PartnerLine>,
    /// Coming events; of a closed place, the last past ones.
    pub events: Vec<EventRow>,
    /// Agenda of this place; `None` when it has no event at all.
    pub agenda: Option<Link>,
    /// Where a member proposes an event; `None` for a closed place.
    pub propose: Option<Link>,
    /// `None` for a closed place.
    pub subscribe: Option<Subscribe>,
    /// "Source : … (Licence Ouverte 2.0)". May be empty.
    pub source: String,
    /// For who holds the place; `None` for everybody else.
    pub door_form: Option<DoorForm>,
}

impl Page for PlacePage {
    const TEMPLATE: &'static str = "places/show.html";
}

/// A photo as it is shown.
#[derive(Clone, Debug, Serialize)]
pub struct PhotoView {
    pub href: String,
    /// What it shows.
    pub alt: String,
    /// In pixels.
    pub width: i32,
    pub height: i32,
}

impl From<&PhotoRow> for PhotoView {
    fn from(row: &PhotoRow) -> Self {
        Self { href: pictures::href(&row.uid), alt: row.alt.clone(), width: row.width, height: row.height }
    }
}

impl From<&PictureRow> for PhotoView {
    fn from(row: &PictureRow) -> Self {
        Self { href: pictures::href(&row.uid), alt: row.alt.clone(), width: row.width, height: row.height }
    }
}

/// Opening hours of a place or a brick.
#[derive(Clone, Debug, Serialize)]
pub struct Hours {
    /// "Du lundi au vendredi de 9 h à 18 h". May be empty when the table says it all.
    pub words: String,
    /// The seven days from Monday. May be empty.
    pub days: Vec<HoursLine>,
    /// "Fermé les jours fériés", "le 14 juillet : fermé". May be empty.
    pub note: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct HoursLine {
    /// "lundi".
    pub day: String,
    /// "9 h – 12 h, 14 h – 18 h", "fermé".
    pub hours: String,
    pub today: bool,
}

/// One brick of a place, in the place's words.
#[derive(Clone, Debug, Serialize)]
pub struct BrickBlock {
    /// Anchor on the page: the brick's code.
    pub anchor: &'static str,
    pub name: String,
    /// Kind in words when the brick has a name of its own. May be empty.
    pub kind: String,
    /// Cleaned HTML. May be empty.
    pub text_html: String,
    /// Own hours in words. Empty: those of the place.
    pub hours: String,
    pub contact: Option<Link>,
    pub equipment: Vec<EquipmentLine>,
    pub events: Vec<EventRow>,
    /// Agenda of this brick at this place; `None` without events.
    pub agenda: Option<Link>,
}

/// A piece of equipment; what can be used says nothing more.
#[derive(Clone, Debug, Serialize)]
pub struct EquipmentLine {
    pub name: String,
    /// "En panne"; `None`: in service.
    pub state: Option<Badge>,
    /// "depuis le mardi 3 mars". May be empty.
    pub since: String,
    /// May be empty.
    pub note: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct TeamLine {
    /// Role in words.
    pub role: String,
    pub names: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct PartnerLine {
    pub name: String,
    pub kind: String,
    /// May be empty.
    pub href: String,
}
