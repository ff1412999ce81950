//! What a member's own pages show.

use serde::Serialize;

use crate::web::fields::{Choice, Field, FieldError, FormMarks};
use crate::web::mail::stopped::StoppedNotice;
use crate::web::pages::Page;
use crate::web::parts::{EventRow, Link, PlaceRow, Subscribe};

/// `/moi`: what I go to, what I host, what goes on at my places, and where to go from here.
#[derive(Clone, Debug, Serialize)]
pub struct MyAgendaPage {
    /// "Bonjour Camille".
    pub heading: String,
    /// Not welcomed yet: says what that means. Empty: they are.
    pub waiting: String,
    /// Letters to the member came back. `None`: they reach them.
    pub stopped: Option<StoppedNotice>,
    /// What I go to, or have asked to go to.
    pub going: Vec<EventRow>,
    /// `None`: hosts nothing and holds no place.
    pub hosting: Option<Listing>,
    /// At my other places. `None`: there is none.
    pub around: Option<Listing>,
    pub places: Vec<PlaceRow>,
    /// Address of the private feeds.
    pub feeds_href: String,
    /// "2 abonnements en service". Empty: none.
    pub feeds_count: String,
    /// The rest of what is mine.
    pub shortcuts: Vec<Link>,
}

impl Page for MyAgendaPage {
    const TEMPLATE: &'static str = "mine/agenda.html";
}

/// Some coming dates.
#[derive(Clone, Debug, Serialize)]
pub struct Listing {
    pub rows: Vec<EventRow>,
    /// Where the rest is.
    pub more: Vec<Link>,
}

/// `/moi/abonnements`: the feeds, and a form for one more.
#[derive(Clone, Debug, Serialize)]
pub struct MyFeedsPage {
    pub feeds: Vec<FeedRow>,
    /// `None`: there are as many as one may have.
    pub form: Option<FeedForm>,
}

impl Page for MyFeedsPage {
    const TEMPLATE: &'static str = "mine/feeds.html";
}

/// A feed in the list.
#[derive(Clone, Debug, Serialize)]
pub struct FeedRow {
    pub link: Link,
    /// "avec les évènements de mes lieux, avec rappels".
    pub holds: String,
    /// "Adresse du 5 mars 2026".
    pub since: String,
}

/// The choices of a feed.
#[derive(Clone, Debug, Serialize)]
pub struct FeedForm {
    pub marks: FormMarks,
    pub errors: Vec<FieldError>,
    pub name: Field,
    pub with_places: Choice,
    pub reminders: Choice,
}

/// `/moi/abonnements/{uid}`
#[derive(Clone, Debug, Serialize)]
pub struct MyFeedPage {
    pub heading: String,
    /// The address, for the browser that asked for it and for a short time. `None`: no longer shown.
    pub subscribe: Option<Subscribe>,
    pub form: FeedForm,
    pub renew_href: String,
    pub renew: FormMarks,
    pub revoke_href: String,
    pub revoke: FormMarks,
}

impl Page for MyFeedPage {
    const TEMPLATE: &'static str = "mine/feed.html";
}
