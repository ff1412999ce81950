//! Places: the spaces of the network.

use chrono::{Months, NaiveDate};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::brick::BrickKind;
use super::code::code_enum;
use super::equipment::Equipment;
use super::event::Accessibility;
use super::schedule::SchoolZone;
use super::slug::Slug;

code_enum! {
    /// How exact the coordinates of a place are.
    PointPrecision {
        /// The published point of the address.
        Address = "address",
        /// The centre of the commune: say so, and spread markers that coincide.
        Commune = "commune",
    }
}

/// A point on the Earth in degrees, WGS 84.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    pub lat: f64,
    pub lon: f64,
}

code_enum! {
    /// What a person of the team does, as the public is told.
    TeamRole {
        Host = "animation",
        FabManager = "fabmanager",
        Coordinator = "coordination",
        Mediator = "mediation",
        Volunteer = "benevolat",
    }
}

code_enum! {
    /// What binds a place and a partner.
    PartnerKind {
        Funder = "financeur",
        Community = "collectivite",
        Association = "association",
        Company = "entreprise",
        Training = "formation",
    }
}

/// Everything a place says of itself. The shape that forms, imports and the demo give to
/// `actions::save_place`.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceDraft {
    /// Slug wished for; the store numbers it when it is taken.
    pub slug: Slug,
    /// Identity in the list it was imported from ("census:123"), which makes imports idempotent.
    pub source_key: Option<String>,
    /// Name of that list, shown on the place's page. Empty: typed by the place.
    pub source: String,
    pub name: String,
    /// One sentence. May be empty.
    pub summary: String,
    /// Markdown. May be empty.
    pub description: String,
    pub address: String,
    pub postcode: String,
    pub commune: String,
    /// Insee code of the commune; empty when unknown.
    pub insee: String,
    /// Code of the département or overseas collectivity ("26", "2A", "974").
    pub territory: String,
    pub point: Option<Point>,
    pub precision: PointPrecision,
    /// IANA zone, the default of its events.
    pub zone: Tz,
    pub school_zone: Option<SchoolZone>,
    /// http(s) address. Empty: none.
    pub website: String,
    /// OpenStreetMap `opening_hours` syntax. Empty: not said.
    pub opening_hours: String,
    /// How to come, Markdown. May be empty.
    pub directions: String,
    pub accessibility: Vec<Accessibility>,
    pub accessibility_note: String,
    /// The order is the place's choice.
    pub bricks: Vec<Brick>,
    pub team: Vec<TeamMember>,
    pub partners: Vec<Partner>,
    /// When the place last said that all this is right.
    pub confirmed_on: Option<NaiveDate>,
    pub opened_on: Option<NaiveDate>,
    /// From this day on it is history.
    pub closed_on: Option<NaiveDate>,
}

/// One brick of a place, in the place's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brick {
    pub kind: BrickKind,
    /// Own name ("Le Labo"). Empty: the kind's.
    pub name: String,
    /// Markdown.
    pub text: String,
    /// `opening_hours` syntax. Empty: those of the place.
    pub opening_hours: String,
    /// A public contact that is no person's address: a web page or a generic mailbox. May be empty.
    pub contact: String,
    pub equipment: Vec<Equipment>,
}

impl Brick {
    /// A brick of which nothing more is known than its kind.
    pub fn of(kind: BrickKind) -> Self {
        let nothing = String::new;
        Self {
            kind,
            name: nothing(),
            text: nothing(),
            opening_hours: nothing(),
            contact: nothing(),
            equipment: Vec::new(),
        }
    }
}

/// A person of the team who chose to be named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamMember {
    pub name: String,
    pub role: TeamRole,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partner {
    pub name: String,
    pub kind: PartnerKind,
    /// http(s) address. May be empty.
    pub website: String,
}

/// How long what a place said of itself is taken for true.
const CONFIRMED_FOR: Months = Months::new(6);

/// How far what a place says of itself can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmation {
    /// Confirmed on this day, less than six months ago.
    Fresh(NaiveDate),
    /// Confirmed on this day, longer ago.
    Stale(NaiveDate),
    Never,
}

impl Confirmation {
    pub fn of(confirmed_on: Option<NaiveDate>, today: NaiveDate) -> Self {
        match confirmed_on {
            None => Self::Never,
            Some(day) if day.checked_add_months(CONFIRMED_FOR).is_none_or(|end| end > today) => {
                Self::Fresh(day)
            }
            Some(day) => Self::Stale(day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_confirmation_holds_for_six_months() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (confirmed, today, fresh) in [
            ("2026-03-05", "2026-03-05", true),
            ("2026-03-05", "2026-09-04", true),
            ("2026-03-05", "2026-09-05", false),
            ("2026-08-31", "2027-02-27", true),
            ("2026-08-31", "2027-02-28", false),
            ("2026-03-05", "2025-01-01", true),
        ] {
            let wanted =
                if fresh { Confirmation::Fresh(day(confirmed)) } else { Confirmation::Stale(day(confirmed)) };
            assert_eq!(Confirmation::of(Some(day(confirmed)), day(today)), wanted, "{confirmed} {today}");
        }
        assert_eq!(Confirmation::of(None, day("2026-03-05")), Confirmation::Never);
    }
}
