//! Events: what is published to the agenda. Their dates are in [`super::schedule`].

use super::brick::BrickKind;
use super::code::code_enum;
use super::registration::RegistrationRules;
use super::schedule::{OccurrenceKey, Schedule, Span};
use serde::{Deserialize, Serialize};

code_enum! {
    /// What sort of meeting an event is.
    EventKind {
        Workshop = "atelier",
        Training = "formation",
        Networking = "rencontre-pro",
        Coffee = "cafe",
        SharedLunch = "dejeuner",
        Drinks = "apero",
        OpenDay = "visite",
        RepairCafe = "repair-cafe",
        Permanence = "permanence",
        Talk = "conference",
        Screening = "projection",
        WorkParty = "chantier",
        Assembly = "assemblee",
        Exhibition = "exposition",
    }
}

code_enum! {
    /// What an event is about. An event may have several.
    Theme {
        Conviviality = "convivialite",
        Network = "reseau",
        Making = "fabrication",
        Opening = "ouverture",
        DigitalMediation = "mediation",
        Exchange = "echange",
        Training = "formation",
        Culture = "culture",
        PlaceLife = "vie-du-lieu",
        Youth = "jeunesse",
        Ecology = "ecologie",
        Wellbeing = "sante",
    }
}

code_enum! {
    /// What the public is told of an event or of one of its dates.
    EventStatus {
        /// *Prévu*: it takes place as announced.
        Planned = "prevu",
        /// *À confirmer*.
        Tentative = "a-confirmer",
        /// *Complet*: no seat is left.
        Full = "complet",
        /// *Déplacé*: another time or place than first announced.
        Moved = "deplace",
        /// *En ligne*: was on site, is now online.
        MovedOnline = "en-ligne",
        /// *Reporté*: will take place at a date not yet known.
        Postponed = "reporte",
        /// *Annulé*.
        Cancelled = "annule",
    }
}

impl EventStatus {
    /// Whether people should still come (or connect) at the announced time.
    pub fn takes_place(self) -> bool {
        !matches!(self, Self::Postponed | Self::Cancelled)
    }
}

code_enum! {
    /// Where one takes part.
    AttendanceMode {
        OnSite = "sur-place",
        Online = "a-distance",
        Hybrid = "hybride",
    }
}

code_enum! {
    /// How one registers. Registrations themselves belong to a later chapter.
    RegistrationMode {
        /// Nothing to do: just come.
        None = "libre",
        /// Registration is open to all.
        Open = "ouverte",
        /// The host approves each registration.
        OnApproval = "sur-validation",
    }
}

code_enum! {
    /// Accessibility, as the five codes of the national *médiation numérique* schema.
    Accessibility {
        Motor = "moteur",
        Visual = "visuel",
        Hearing = "auditif",
        Mental = "mental",
        Psychic = "psychique",
    }
}

/// What differs for one date of a series (or the only date of a one-off). `None`: as the event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Override {
    /// The date that is changed: its *original* local start, whatever it moved to.
    pub key: OccurrenceKey,
    pub span: Option<Span>,
    pub title: Option<String>,
    pub room: Option<String>,
    pub capacity: Option<i32>,
    pub status: Option<EventStatus>,
    /// Why, in the host's words: shown beside the status.
    pub note: Option<String>,
}

/// Everything a host says of an event. The one shape that the form, imports, the demo and the
/// API give to `actions::publish_event`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EventDraft {
    pub title: String,
    pub kind: EventKind,
    pub themes: Vec<Theme>,
    /// The brick of the place that holds it, if one does.
    pub brick: Option<BrickKind>,
    pub schedule: Schedule,
    /// Markdown. Empty: nothing to add.
    pub description: String,
    /// For whom, in words ("débutants, à partir de 12 ans"). Empty: everybody.
    pub audience: String,
    pub mode: AttendanceMode,
    /// Room or spot inside the place. Empty: not said.
    pub room: String,
    /// Where it is when that is not the place itself. Empty: at the place.
    pub address: String,
    /// http(s) address of the online meeting. Empty: none, or told after registering.
    pub online_url: String,
    /// Euro cents; `None`: not said; 0: free of charge.
    pub price_cents: Option<i32>,
    /// What the price needs in words ("prix libre", "2 € pour les adhérents"). May be empty.
    pub price_note: String,
    /// Number of seats; `None`: no limit.
    pub capacity: Option<i32>,
    pub registration: RegistrationMode,
    /// Registration closes this many hours before each date.
    pub registration_closes_hours: i32,
    pub accessibility: Vec<Accessibility>,
    /// What `accessibility` leaves unsaid. May be empty.
    pub accessibility_note: String,
    /// The body that holds the event, never a person. Empty: the place.
    pub organiser: String,
    pub status: EventStatus,
    /// Why the status is not "planned", in words. May be empty.
    pub status_note: String,
    /// Places where it takes place too, or that hold it too, beside the one that organises it.
    #[serde(default)]
    pub further_places: Vec<i64>,
    /// What is asked of those who register.
    #[serde(default)]
    pub rules: RegistrationRules,
    /// Not written with the rest: an event that is still to be published has none.
    #[serde(skip)]
    pub overrides: Vec<Override>,
}

/// What the public is told when no seat is left. Whatever else is to be said goes first: that a date
/// was moved matters more to those who have a seat.
pub fn with_seats(status: EventStatus, is_full: bool) -> EventStatus {
    match status {
        EventStatus::Planned if is_full => EventStatus::Full,
        status => status,
    }
}

/// The status of one date: its own, else "moved" where it was moved, else the event's.
pub fn effective_status(event: EventStatus, change: Option<&Override>) -> EventStatus {
    match change {
        Some(Override { status: Some(own), .. }) => *own,
        Some(Override { span: Some(_), .. }) if event == EventStatus::Planned => EventStatus::Moved,
        _ => event,
    }
}
