//! What the editing pages of a place show.

use serde::Serialize;

use super::conflict::Conflict;
use super::week::WeekFields;
use crate::web::fields::{Choice, Field, FieldError, FormMarks};
use crate::web::host_bar::HostBar;
use crate::web::pages::Page;
use crate::web::parts::{Badge, EventRow, Link};
use crate::web::places::page::PhotoView;

/// What every editing page begins with.
#[derive(Clone, Debug, Serialize)]
pub struct EditHead {
    pub bar: Option<HostBar>,
    /// The page that visitors see.
    pub place: Link,
    pub overview_href: String,
    pub history_href: String,
    /// Where the forms of this page are sent.
    pub here: String,
    pub form: FormMarks,
    /// The last change of the place that this page has seen.
    pub seen: i64,
    pub errors: Vec<FieldError>,
    pub conflict: Option<Conflict>,
}

/// `/lieux/{slug}/modifier`: the parts that can be changed, each as it stands.
#[derive(Clone, Debug, Serialize)]
pub struct EditOverviewPage {
    pub head: EditHead,
    /// "Fiche confirmée le 3 février 2026." May be empty.
    pub confirmed: String,
    /// What is to be done about it. Empty: fresh.
    pub unconfirmed: String,
    pub door_href: String,
    pub parts: Vec<EditPart>,
}

impl Page for EditOverviewPage {
    const TEMPLATE: &'static str = "places/edit_overview.html";
}

#[derive(Clone, Debug, Serialize)]
pub struct EditPart {
    pub link: Link,
    /// How it stands, in a line. May be empty.
    pub state: String,
}

/// `/modifier/fiche`: name, words, whereabouts.
#[derive(Clone, Debug, Serialize)]
pub struct EditSheetPage {
    pub head: EditHead,
    pub name: Field,
    pub summary: Field,
    pub description: Field,
    pub address: Field,
    pub postcode: Field,
    pub commune: Field,
    pub point: Field,
    pub website: Field,
    pub directions: Field,
    pub accessibility: Choice,
    pub accessibility_note: Field,
}

impl Page for EditSheetPage {
    const TEMPLATE: &'static str = "places/edit_sheet.html";
}

/// `/modifier/briques`: which ones, in which order.
#[derive(Clone, Debug, Serialize)]
pub struct EditBricksPage {
    pub head: EditHead,
    pub bricks: Vec<EditBrickRow>,
    /// Kinds that the place has not yet.
    pub kind: Choice,
    pub undo: Option<Undo>,
}

impl Page for EditBricksPage {
    const TEMPLATE: &'static str = "places/edit_bricks.html";
}

#[derive(Clone, Debug, Serialize)]
pub struct EditBrickRow {
    pub code: &'static str,
    pub name: String,
    /// Kind in words when the brick has a name of its own. May be empty.
    pub kind: String,
    pub href: String,
    pub first: bool,
    pub last: bool,
}

/// A change that was just made, with its way back.
#[derive(Clone, Debug, Serialize)]
pub struct Undo {
    /// "Fablab, makerspace : retiré de la page."
    pub told: String,
    pub action: String,
    pub change: i64,
    /// Part to come back to.
    pub back: &'static str,
}

/// `/modifier/briques/{kind}`: one brick in the place's words.
#[derive(Clone, Debug, Serialize)]
pub struct EditBrickPage {
    pub head: EditHead,
    pub title: String,
    pub bricks_href: String,
    pub name: Field,
    pub text: Field,
    pub contact: Field,
    pub week: WeekFields,
}

impl Page for EditBrickPage {
    const TEMPLATE: &'static str = "places/edit_brick.html";
}

/// `/modifier/horaires`: the week.
#[derive(Clone, Debug, Serialize)]
pub struct EditHoursPage {
    pub head: EditHead,
    pub week: WeekFields,
    pub closures_href: String,
}

impl Page for EditHoursPage {
    const TEMPLATE: &'static str = "places/edit_hours.html";
}

/// `/modifier/fermetures`: days of exception.
#[derive(Clone, Debug, Serialize)]
pub struct EditClosuresPage {
    pub head: EditHead,
    pub closures: Vec<EditClosureRow>,
    pub first: Field,
    pub last: Field,
    pub reason: Field,
}

impl Page for EditClosuresPage {
    const TEMPLATE: &'static str = "places/edit_closures.html";
}

#[derive(Clone, Debug, Serialize)]
pub struct EditClosureRow {
    /// "Fermé du 3 au 23 août 2026 : congés d’été."
    pub told: String,
    /// 2026-08-03.
    pub first: String,
    pub last: String,
    /// Events that take place meanwhile: to be moved, cancelled, or kept knowingly.
    pub clashes: Vec<EventRow>,
    /// "2 rendez-vous tombent pendant cette fermeture". Empty: none.
    pub clash: String,
}

/// `/modifier/equipement`: what stands in the bricks, and how it is.
#[derive(Clone, Debug, Serialize)]
pub struct EditEquipmentPage {
    pub head: EditHead,
    pub bricks: Vec<EditEquipmentBrick>,
    pub bricks_href: String,
    pub undo: Option<Undo>,
}

impl Page for EditEquipmentPage {
    const TEMPLATE: &'static str = "places/edit_equipment.html";
}

#[derive(Clone, Debug, Serialize)]
pub struct EditEquipmentBrick {
    pub code: &'static str,
    pub name: String,
    pub pieces: Vec<EditPiece>,
    /// Name of something to add.
    pub new: Field,
}

#[derive(Clone, Debug, Serialize)]
pub struct EditPiece {
    /// How it is found again: its name as it is stored.
    pub was: String,
    pub name: Field,
    pub state: Choice,
    pub note: Field,
    /// `None`: in service.
    pub badge: Option<Badge>,
    /// "depuis le mardi 3 mars". May be empty.
    pub since: String,
    /// Shown unfolded: something is wrong with what was typed.
    pub open: bool,
}

/// `/modifier/photos`: in the place's order.
#[derive(Clone, Debug, Serialize)]
pub struct EditPhotosPage {
    pub head: EditHead,
    pub photos: Vec<EditPhoto>,
    pub undo: Option<Undo>,
    /// `None`: the page has as many as it may have.
    pub new: Option<NewPhoto>,
}

impl Page for EditPhotosPage {
    const TEMPLATE: &'static str = "places/edit_photos.html";
}

#[derive(Clone, Debug, Serialize)]
pub struct EditPhoto {
    pub uid: String,
    pub photo: PhotoView,
    pub alt: Field,
    pub first: bool,
    pub last: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct NewPhoto {
    pub file: Field,
    pub alt: Field,
}

/// `/modifier/equipe`: team and partners.
#[derive(Clone, Debug, Serialize)]
pub struct EditTeamPage {
    pub head: EditHead,
    pub people: Vec<EditPerson>,
    pub partners: Vec<EditPartner>,
}

impl Page for EditTeamPage {
    const TEMPLATE: &'static str = "places/edit_team.html";
}

#[derive(Clone, Debug, Serialize)]
pub struct EditPerson {
    pub name: Field,
    pub role: Choice,
}

#[derive(Clone, Debug, Serialize)]
pub struct EditPartner {
    pub name: Field,
    pub kind: Choice,
    pub website: Field,
}

/// `/modifier/historique`: who changed what, with a way back.
#[derive(Clone, Debug, Serialize)]
pub struct PlaceHistoryPage {
    pub head: EditHead,
    pub changes: Vec<HistoryEntry>,
    /// Older changes.
    pub older: Option<Link>,
}

impl Page for PlaceHistoryPage {
    const TEMPLATE: &'static str = "places/history.html";
}

#[derive(Clone, Debug, Serialize)]
pub struct HistoryEntry {
    pub id: i64,
    /// "Horaires".
    pub part: String,
    /// "Camille Roux, jeudi 5 mars 2026 à 9 h 12".
    pub signed: String,
    pub rows: Vec<HistoryRow>,
    /// The part can be put back as it was before.
    pub way_back: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct HistoryRow {
    pub label: String,
    /// Empty: nothing was said.
    pub before: String,
    pub after: String,
}

/// `/lieux/{slug}/porte`: one big button.
#[derive(Clone, Debug, Serialize)]
pub struct DoorPage {
    pub place: Link,
    pub edit_href: String,
    pub door: DoorForm,
    /// "Camille Roux, à 9 h 12". Empty: nobody said anything, the hours hold.
    pub said_by: String,
}

impl Page for DoorPage {
    const TEMPLATE: &'static str = "places/door.html";
}

/// The buttons of a door.
#[derive(Clone, Debug, Serialize)]
pub struct DoorForm {
    pub action: String,
    pub form: FormMarks,
    /// What a visitor is told now; `None`: nothing is known.
    pub badge: Option<Badge>,
    pub open: bool,
    /// Something was said at the door: the hours can be let hold again.
    pub said: bool,
}
