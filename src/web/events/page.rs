//! What the page of an event, or of one of its dates, shows.

use serde::Serialize;

use crate::web::cover::Cover;
use crate::web::map::MapView;
use crate::web::pages::Page;
use crate::web::parts::{Badge, EventRow, Link, Subscribe, Tone};
use crate::web::places::page::PhotoView;
use crate::web::registrations::panel::Panel;

/// `/evenements/{slug}` and `/evenements/{slug}/{key}`: the same sheet. The page of a series
/// shows its next date; the page of a date names the series it belongs to.
#[derive(Clone, Debug, Serialize)]
pub struct EventPage {
    pub title: String,
    pub kind: String,
    pub kind_code: &'static str,
    pub cover: Cover,
    /// A picture in its place.
    pub photo: Option<PhotoView>,
    /// What one must know first: cancelled, moved, full… `None`: it takes place as announced.
    pub status: Option<StatusNotice>,
    /// The date shown is over.
    pub past: bool,
    /// The date shown; `None` when a series has no date left.
    pub when: Option<When>,
    /// The rule in words: "Chaque jeudi jusqu’au 7 mai, sauf jours fériés". Empty: one date.
    pub rule: String,
    /// On the page of one date of a series: the series.
    pub series: Option<Link>,
    pub place: Option<EventPlace>,
    /// Places that it is shared with.
    pub with: Vec<Link>,
    pub online: Option<Online>,
    /// For whom, price, capacity, registration, organiser: in this order, those that are known.
    pub facts: Vec<Fact>,
    /// How one registers; `None`: one just comes.
    pub registering: Option<Panel>,
    /// Accessibility codes in words.
    pub accessibility: Vec<String>,
    pub accessibility_note: String,
    /// Description, cleaned HTML. May be empty.
    pub description_html: String,
    /// Agenda of the kind, of each theme, of the brick.
    pub tags: Vec<Link>,
    /// Coming dates of the series (this one included), soonest first.
    pub dates: Vec<DateRow>,
    /// "et 12 autres dates". Empty: all are shown.
    pub dates_more: String,
    /// `.ics` of the date shown.
    pub ics_date: Option<Link>,
    /// `.ics` of the whole event, named for a series.
    pub ics_series: Option<Link>,
    pub subscribe: Option<Subscribe>,
    /// Other events of the same place.
    pub others: Vec<EventRow>,
    /// "Mis à jour le 2 mars 2026".
    pub updated: String,
    /// What its hosts can do with it; none for anybody else.
    pub host_links: Vec<Link>,
}

impl Page for EventPage {
    const TEMPLATE: &'static str = "events/show.html";
}

#[derive(Clone, Debug, Serialize)]
pub struct StatusNotice {
    pub tone: Tone,
    /// "Annulé".
    pub label: String,
    /// In words: "Cette date n’aura pas lieu."
    pub text: String,
    /// The host's reason. May be empty.
    pub reason: String,
}

/// A date and time in words.
#[derive(Clone, Debug, Serialize)]
pub struct When {
    /// "jeudi 5 mars 2026", "du vendredi 5 au dimanche 7 juin 2026".
    pub date: String,
    /// "de 18 h 30 à 20 h 30". Empty for whole days.
    pub time: String,
    /// "heure de Paris", where it could be doubted. Empty otherwise.
    pub zone: String,
    /// "aujourd’hui", "dans 3 jours". May be empty.
    pub relative: String,
    /// What it was before it was moved: "jeudi 2 avril à 18 h 30". Empty: not moved.
    pub before: String,
    /// Machine-readable start and end.
    pub start: String,
    pub end: String,
    /// "Prochaine date" on the page of a series, else empty.
    pub caption: String,
    pub weekday: String,
    pub number: String,
    pub month: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct EventPlace {
    pub name: String,
    /// Empty when the event is held elsewhere.
    pub href: String,
    /// Room or spot. May be empty.
    pub room: String,
    pub address: Vec<String>,
    pub map: Option<MapView>,
    pub geo_href: String,
    pub osm_href: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Online {
    /// "En ligne", "Sur place et en ligne".
    pub label: String,
    /// Address of the meeting. Empty: `later` tells how one gets it.
    pub href: String,
    pub later: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    pub label: String,
    pub value: String,
    /// May be empty.
    pub note: String,
}

/// One coming date of a series.
#[derive(Clone, Debug, Serialize)]
pub struct DateRow {
    pub href: String,
    /// "jeudi 5 mars 2026".
    pub date: String,
    /// "18 h 30 – 20 h 30".
    pub time: String,
    pub start: String,
    /// Another title, room or time than the series. May be empty.
    pub note: String,
    pub status: Option<Badge>,
    pub off: bool,
    /// The date this page shows.
    pub current: bool,
}
