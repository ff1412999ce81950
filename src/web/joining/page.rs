//! What members see of joining: the form, the charter, leaving, their own places.

use serde::Serialize;

use crate::web::fields::{Choice, FieldError, FormMarks};
use crate::web::pages::Page;
use crate::web::parts::{Badge, Empty, Link};

/// `/lieux/{slug}/rejoindre`
#[derive(Clone, Debug, Serialize)]
pub struct JoinPage {
    pub form: FormMarks,
    pub place: Link,
    pub heading: String,
    /// What happens when the form is sent; or what they are already.
    pub lede: String,
    pub errors: Vec<FieldError>,
    /// Why it cannot be done, where no field is to blame. May be empty.
    pub problem: String,
    /// `None`: nothing to fill in, they asked or belong to the place already.
    pub fields: Option<JoinFields>,
    /// Where to go from here.
    pub ways: Vec<Link>,
}

#[derive(Clone, Debug, Serialize)]
pub struct JoinFields {
    pub kind: Choice,
    pub charter: Option<CharterBlock>,
    /// Label of the button.
    pub submit: String,
}

impl Page for JoinPage {
    const TEMPLATE: &'static str = "joining/join.html";
}

/// A charter that is read, and perhaps accepted.
#[derive(Clone, Debug, Serialize)]
pub struct CharterBlock {
    pub version: i32,
    /// "Version 2, du 3 mars 2026".
    pub about: String,
    /// Cleaned HTML.
    pub html: String,
    /// The box to tick; `None`: nothing is asked.
    pub agree: Option<Choice>,
}

/// `/lieux/{slug}/charte`
#[derive(Clone, Debug, Serialize)]
pub struct CharterPage {
    pub form: FormMarks,
    pub place: Link,
    pub heading: String,
    pub errors: Vec<FieldError>,
    pub charter: CharterBlock,
    /// "Vous avez accepté la version 2 le 3 mars 2026." May be empty.
    pub accepted: String,
}

impl Page for CharterPage {
    const TEMPLATE: &'static str = "joining/charter.html";
}

/// `/lieux/{slug}/quitter`
#[derive(Clone, Debug, Serialize)]
pub struct LeavePage {
    pub form: FormMarks,
    pub place: Link,
    pub heading: String,
    /// Why it cannot be done. May be empty.
    pub problem: String,
    /// They asked and have no answer yet.
    pub is_request: bool,
    /// Where to go instead.
    pub back: Link,
}

impl Page for LeavePage {
    const TEMPLATE: &'static str = "joining/leave.html";
}

/// `/moi/lieux`
#[derive(Clone, Debug, Serialize)]
pub struct OwnPlacesPage {
    pub places: Vec<OwnPlaceRow>,
    pub empty: Option<Empty>,
}

#[derive(Clone, Debug, Serialize)]
pub struct OwnPlaceRow {
    pub place: Link,
    pub commune: String,
    /// "Nomade".
    pub kind: String,
    /// "depuis le 3 mars 2026".
    pub since: String,
    pub role: Option<Badge>,
    /// Says anew what one is there.
    pub form: FormMarks,
    pub slug: String,
    pub change: Choice,
    /// Leave it, take the request back, manage its people.
    pub ways: Vec<Link>,
}

impl Page for OwnPlacesPage {
    const TEMPLATE: &'static str = "joining/own_places.html";
}
