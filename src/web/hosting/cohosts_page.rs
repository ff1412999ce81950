//! What the page of those who hold an event shows.

use serde::Serialize;

use crate::web::fields::FormMarks;
use crate::web::pages::Page;
use crate::web::parts::Link;

/// `/evenements/{slug}/co-animation`: who holds an event, for them alone.
#[derive(Clone, Debug, Serialize)]
pub struct CohostsPage {
    pub event: Link,
    pub action: String,
    pub holders: Vec<CohostRow>,
    /// Its places; none when it has but one.
    pub places: Vec<SharingPlace>,
    /// For who may name others.
    pub search: Option<CohostSearch>,
}

impl Page for CohostsPage {
    const TEMPLATE: &'static str = "hosting/cohosts.html";
}

/// A place of an event, and the button beside it.
#[derive(Clone, Debug, Serialize)]
pub struct SharingPlace {
    pub form: FormMarks,
    pub slug: String,
    pub link: Link,
    /// "organise l’évènement", "y participe".
    pub about: String,
    /// "Retirer ce lieu". Empty: no button.
    pub button: String,
}

/// Who could be named.
#[derive(Clone, Debug, Serialize)]
pub struct CohostSearch {
    /// What was looked for. May be empty.
    pub q: String,
    pub found: Vec<CohostRow>,
    /// There are more than these.
    pub more: bool,
}

/// A person, and the button beside them.
#[derive(Clone, Debug, Serialize)]
pub struct CohostRow {
    pub form: FormMarks,
    pub uid: String,
    pub name: String,
    pub initials: String,
    /// "nommé·e le 5 mars 2026", "L’Usine Vivante, Le Moulin". May be empty.
    pub about: String,
    /// "Retirer", "Ne plus co-animer", "Nommer". Empty: no button.
    pub button: String,
}
