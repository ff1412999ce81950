//! The parts of a place's page that its hosts change one at a time: each is kept before and after
//! every change, and can be put back. Whatever has no part here is no host's to change.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::brick::BrickKind;
use super::closure::Closure;
use super::code::code_enum;
use super::equipment::Equipment;
use super::event::Accessibility;
use super::place::{Brick, Partner, PlaceDraft, Point, PointPrecision, TeamMember};
use super::territory::Territory;

code_enum! {
    /// A part of the page, as in its address under `/modifier`.
    PlaceSection {
        Sheet = "fiche",
        Bricks = "briques",
        Hours = "horaires",
        Closures = "fermetures",
        Equipment = "equipement",
        Photos = "photos",
        Team = "equipe",
        Confirmation = "confirmation",
    }
}

/// All that hosts can say of their place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceContent {
    pub draft: PlaceDraft,
    /// In the order of their days.
    pub closures: Vec<Closure>,
    /// In the place's order.
    pub photos: Vec<Photo>,
}

/// A picture on the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    /// The picture's identity.
    pub uid: String,
    /// What it shows, in words, for whoever does not see it.
    pub alt: String,
}

/// One part with what it holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "section", content = "said")]
pub enum PlacePart {
    Sheet(Box<Sheet>),
    /// Their equipment is only of use when a brick that went is put back.
    Bricks(Vec<Brick>),
    /// `opening_hours` syntax.
    Hours(String),
    Closures(Vec<Closure>),
    Equipment(Vec<(BrickKind, Vec<Equipment>)>),
    Photos(Vec<Photo>),
    Team {
        team: Vec<TeamMember>,
        partners: Vec<Partner>,
    },
    /// The day on which the page was said to be right.
    Confirmation(Option<NaiveDate>),
}

/// Name, words and whereabouts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    pub name: String,
    pub summary: String,
    pub description: String,
    pub address: String,
    pub postcode: String,
    pub commune: String,
    pub insee: String,
    pub territory: String,
    pub point: Option<Point>,
    pub precision: PointPrecision,
    pub website: String,
    pub directions: String,
    pub accessibility: Vec<Accessibility>,
    pub accessibility_note: String,
}

impl PlaceContent {
    pub fn part(&self, section: PlaceSection) -> PlacePart {
        let draft = &self.draft;
        match section {
            PlaceSection::Sheet => PlacePart::Sheet(Box::new(Sheet::of(draft))),
            PlaceSection::Bricks => PlacePart::Bricks(draft.bricks.clone()),
            PlaceSection::Hours => PlacePart::Hours(draft.opening_hours.clone()),
            PlaceSection::Closures => PlacePart::Closures(self.closures.clone()),
            PlaceSection::Equipment => {
                let of = |brick: &Brick| (brick.kind, brick.equipment.clone());
                PlacePart::Equipment(draft.bricks.iter().map(of).collect())
            }
            PlaceSection::Photos => PlacePart::Photos(self.photos.clone()),
            PlaceSection::Team => {
                PlacePart::Team { team: draft.team.clone(), partners: draft.partners.clone() }
            }
            PlaceSection::Confirmation => PlacePart::Confirmation(draft.confirmed_on),
        }
    }

    /// Puts a part in the place of the one that is there. Other parts stay: a brick that is there
    /// keeps its equipment, and equipment of a brick that is not there is left aside.
    pub fn put(&mut self, part: PlacePart) {
        let draft = &mut self.draft;
        match part {
            PlacePart::Sheet(sheet) => sheet.put_into(draft),
            PlacePart::Bricks(mut bricks) => {
                for brick in &mut bricks {
                    if let Some(known) = draft.bricks.iter_mut().find(|known| known.kind == brick.kind) {
                        brick.equipment = std::mem::take(&mut known.equipment);
                    }
                }
                draft.bricks = bricks;
            }
            PlacePart::Hours(text) => draft.opening_hours = text,
            PlacePart::Closures(closures) => self.closures = closures,
            PlacePart::Equipment(by_brick) => {
                for (kind, equipment) in by_brick {
                    if let Some(brick) = draft.bricks.iter_mut().find(|brick| brick.kind == kind) {
                        brick.equipment = equipment;
                    }
                }
            }
            PlacePart::Photos(photos) => self.photos = photos,
            PlacePart::Team { team, partners } => (draft.team, draft.partners) = (team, partners),
            PlacePart::Confirmation(day) => draft.confirmed_on = day,
        }
    }
}

impl PlacePart {
    pub fn section(&self) -> PlaceSection {
        match self {
            Self::Sheet(_) => PlaceSection::Sheet,
            Self::Bricks(_) => PlaceSection::Bricks,
            Self::Hours(_) => PlaceSection::Hours,
            Self::Closures(_) => PlaceSection::Closures,
            Self::Equipment(_) => PlaceSection::Equipment,
            Self::Photos(_) => PlaceSection::Photos,
            Self::Team { .. } => PlaceSection::Team,
            Self::Confirmation(_) => PlaceSection::Confirmation,
        }
    }

    /// Whether the two say the same; equipment is a part of its own.
    pub fn says_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Bricks(before), Self::Bricks(after)) => {
                let bare = |bricks: &[Brick]| -> Vec<Brick> {
                    bricks.iter().map(|b| Brick { equipment: Vec::new(), ..b.clone() }).collect()
                };
                bare(before) == bare(after)
            }
            _ => self == other,
        }
    }
}

impl Sheet {
    fn of(draft: &PlaceDraft) -> Self {
        let draft = draft.clone();
        Self {
            name: draft.name,
            summary: draft.summary,
            description: draft.description,
            address: draft.address,
            postcode: draft.postcode,
            commune: draft.commune,
            insee: draft.insee,
            territory: draft.territory,
            point: draft.point,
            precision: draft.precision,
            website: draft.website,
            directions: draft.directions,
            accessibility: draft.accessibility,
            accessibility_note: draft.accessibility_note,
        }
    }

    fn put_into(self, draft: &mut PlaceDraft) {
        // Who moves to another territory lives by its clock and its holidays.
        if let Some(there) = Territory::by_code(&self.territory).filter(|t| t.code != draft.territory) {
            (draft.zone, draft.school_zone) = (there.zone, there.school_zone);
        }
        draft.name = self.name;
        draft.summary = self.summary;
        draft.description = self.description;
        draft.address = self.address;
        draft.postcode = self.postcode;
        draft.commune = self.commune;
        draft.insee = self.insee;
        draft.territory = self.territory;
        draft.point = self.point;
        draft.precision = self.precision;
        draft.website = self.website;
        draft.directions = self.directions;
        draft.accessibility = self.accessibility;
        draft.accessibility_note = self.accessibility_note;
    }
}

#[cfg(test)]
mod tests;
