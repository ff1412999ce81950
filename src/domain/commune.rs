//! Communes: what "près de chez moi" looks up. The rules of matching are here; who keeps the
//! list (the product's for the Drôme, a database for all of France) is not.

mod list;
mod search;

pub use list::{CommuneIndex, CommuneNote, CommuneProblem, Communes, drome, read_communes};
pub use search::{CommuneQuery, search_key};

use super::place::Point;
use super::territory::Territory;

/// The département whose communes come with the product.
pub const DROME: &str = "26";

/// A commune, or a municipal *arrondissement* of Paris, Lyon or Marseille.
#[derive(Clone, Debug, PartialEq)]
pub struct Commune {
    /// Insee code, five characters, its identity.
    pub insee: String,
    pub name: String,
    /// The first is its main one. May be empty.
    pub postcodes: Vec<String>,
    /// Code of its [`Territory`].
    pub territory: String,
    /// A point inside it (not the town hall). Unknown for some overseas.
    pub point: Option<Point>,
    /// 0 when unknown.
    pub population: u32,
}

impl Commune {
    /// What is stored beside it to be found by name, in one indexed column.
    pub fn search_key(&self) -> String {
        search_key(&self.name)
    }

    pub fn territory(&self) -> Option<&'static Territory> {
        Territory::by_code(&self.territory)
    }
}
