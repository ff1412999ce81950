//! Lists of places in files: from bytes to drafts, with a note for every row that is not as it
//! should be. Nothing is stored here, and no word is said: notes carry data.

mod bricks;
mod columns;
mod decode;
mod drome;
mod places;
mod problem;
mod row;
mod scrub;
#[cfg(test)]
mod tests;

pub use bricks::brick_of;
pub use decode::decode;
pub use drome::{DromePlace, drome_places};
pub use places::read_places;
pub use problem::{FileProblem, Level, LineNote, Problem};
pub use scrub::scrub_contacts;

use super::place::PlaceDraft;

/// The lists of places that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceFormat {
    /// The national census of tiers-lieux, as published on data.gouv.fr.
    Census,
    /// `id, name, bricks, commune, insee, …`: the plain list that the manual describes.
    Plain,
}

/// What a list of places held.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    pub format: PlaceFormat,
    /// Rows that can be stored, in the order of the file.
    pub drafts: Vec<PlaceDraft>,
    /// By line.
    pub report: Vec<LineNote>,
}

impl Import {
    /// Number of rows that were not kept.
    pub fn skipped(&self) -> usize {
        self.report.iter().filter(|note| note.level() == Level::Skipped).count()
    }
}
