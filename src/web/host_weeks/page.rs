//! What the pages of a host's week show.

use serde::Serialize;

use crate::mail::note::Note;
use crate::web::fields::{Choice, FieldError, FormMarks};
use crate::web::host_bar::HostBar;
use crate::web::hosting::page::Part;
use crate::web::pages::Page;
use crate::web::parts::{Badge, Hidden, Link};

/// `/lieux/{slug}/semaine` and `/semaine/{link}`.
#[derive(Clone, Debug, Serialize)]
pub struct WeekPage {
    pub heading: String,
    /// The other rooms of the place's hosts; none behind a link.
    pub host_bar: Option<HostBar>,
    pub place: Link,
    pub lede: String,
    /// Where every form is sent to.
    pub action: String,
    pub errors: Vec<FieldError>,
    /// Confirms all dates that nobody has; `None`: there are less than two.
    pub all: Option<AllDates>,
    pub weeks: Vec<WeekView>,
    /// Where an event is announced. Empty: not from here.
    pub new_href: String,
    /// What Friday's note would say. Empty: not from here.
    pub preview_href: String,
}

impl Page for WeekPage {
    const TEMPLATE: &'static str = "host_weeks/week.html";
}

/// One button for several dates: those that are shown, whatever came since.
#[derive(Clone, Debug, Serialize)]
pub struct AllDates {
    pub form: FormMarks,
    pub label: String,
    pub ids: Vec<i64>,
}

#[derive(Clone, Debug, Serialize)]
pub struct WeekView {
    pub anchor: String,
    /// "Cette semaine, du 2 au 8 mars".
    pub heading: String,
    pub dates: Vec<DateView>,
}

/// One date, and what a host may say of it.
#[derive(Clone, Debug, Serialize)]
pub struct DateView {
    pub id: i64,
    pub link: Link,
    /// "jeudi 5 mars, de 18 h 30 à 20 h 30".
    pub when: String,
    pub status: Option<Badge>,
    /// "8 inscriptions pour 12 places".
    pub facts: Vec<String>,
    /// "Confirmé par Camille Roux, hier". Empty: by nobody.
    pub confirmed: String,
    pub ways: Vec<Tap>,
    /// Addresses that open a form below the date.
    pub asks: Vec<Link>,
    pub open: Option<OpenForm>,
}

/// A form that is one button.
#[derive(Clone, Debug, Serialize)]
pub struct Tap {
    pub form: FormMarks,
    /// `confirm`, `reinstate`.
    pub verb: &'static str,
    pub label: String,
    pub main: bool,
}

/// The form that is open below a date: a reason, or another time.
#[derive(Clone, Debug, Serialize)]
pub struct OpenForm {
    pub form: FormMarks,
    /// `cancel`, `move`.
    pub verb: &'static str,
    pub title: String,
    /// What it will do. May be empty.
    pub lede: String,
    pub hidden: Vec<Hidden>,
    pub parts: Vec<Part>,
    pub submit: String,
    pub danger: bool,
    /// The page without it.
    pub close_href: String,
}

/// `/semaine/{link}` once its week is over.
#[derive(Clone, Debug, Serialize)]
pub struct WeekOverPage {
    pub sign_in_href: String,
}

impl Page for WeekOverPage {
    const TEMPLATE: &'static str = "host_weeks/over.html";
}

/// `/lieux/{slug}/semaine/apercu`: the note before it comes.
#[derive(Clone, Debug, Serialize)]
pub struct NotePreviewPage {
    pub host_bar: Option<HostBar>,
    pub place: Link,
    pub heading: String,
    /// The viewer gets it.
    pub comes: bool,
    /// Its addresses are local.
    pub note: Note,
    pub text: String,
    pub settings_href: String,
}

impl Page for NotePreviewPage {
    const TEMPLATE: &'static str = "host_weeks/preview.html";
}

/// `/moi/courrier/semaine`: whether and when weekly notes come.
#[derive(Clone, Debug, Serialize)]
pub struct NotesPage {
    pub action: String,
    pub notes: Vec<NoteChoice>,
}

impl Page for NotesPage {
    const TEMPLATE: &'static str = "host_weeks/notes.html";
}

#[derive(Clone, Debug, Serialize)]
pub struct NoteChoice {
    /// Of the list.
    pub code: &'static str,
    pub title: String,
    pub text: String,
    pub form: FormMarks,
    pub wanted: Choice,
    pub weekday: Choice,
    pub hour: Choice,
}

/// `/semaine/{link}/quitter`
#[derive(Clone, Debug, Serialize)]
pub struct LeaveNotePage {
    pub heading: String,
    /// Where it goes, masked.
    pub address: String,
    pub left: bool,
    pub action: String,
    pub settings_href: String,
}

impl Page for LeaveNotePage {
    const TEMPLATE: &'static str = "host_weeks/leave.html";
}
