//! What the home page shows.

use serde::Serialize;

use crate::web::cover::Cover;
use crate::web::map::MapView;
use crate::web::pages::Page;
use crate::web::parts::{Day, Link, PlaceRow};

/// `/`: the map, the same places as a list, what is on this week, the newest places.
#[derive(Clone, Debug, Serialize)]
pub struct HomePage {
    /// The network's name.
    pub heading: String,
    /// One or two sentences about the network.
    pub intro: String,
    /// Drawn for the network: `Cover::of(its name)`.
    pub cover: Cover,
    /// What was typed in "près de chez moi", when it comes back to this page. May be empty.
    pub near: String,
    pub map: MapView,
    /// The places of the map. Empty at national scale.
    pub places: Vec<PlaceRow>,
    /// At national scale: départements with places, by name.
    pub territories: Vec<TerritoryRow>,
    /// "34 lieux".
    pub places_count: String,
    /// Days of this week that still have events.
    pub week: Vec<Day>,
    /// "Du 2 au 8 mars".
    pub week_label: String,
    /// "et 12 autres rendez-vous cette semaine". Empty: all are shown.
    pub week_more: String,
    pub newest: Vec<PlaceRow>,
}

impl Page for HomePage {
    const TEMPLATE: &'static str = "home/home.html";
}

/// A département in the national list.
#[derive(Clone, Debug, Serialize)]
pub struct TerritoryRow {
    pub link: Link,
    /// "40 lieux".
    pub count: String,
}
