//! What the pages on which hosts write and change events show.

use serde::Serialize;

use super::proposal_page::ProposalLine;
use crate::web::fields::{Choice, Field, FieldError, FormMarks};
use crate::web::host_bar::HostBar;
use crate::web::pages::Page;
use crate::web::parts::{Badge, Hidden, Link, Tone};
use crate::web::places::page::PhotoView;
use crate::web::registrations::page::RulesFields;

/// A field of a form, or several in a row.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "shape", content = "field", rename_all = "kebab-case")]
pub enum Part {
    Text(Field),
    Area(Field),
    Select(Choice),
    Check(Choice),
    Radios(Choice),
    Checks(Choice),
    Row(Vec<Field>),
    Rules(Box<RulesFields>),
}

/// Fields that most events can do without, folded away.
#[derive(Clone, Debug, Serialize)]
pub struct Fold {
    pub title: String,
    /// What is in it, in a few words.
    pub about: String,
    pub open: bool,
    pub parts: Vec<Part>,
}

/// `/evenements/nouveau`, `/evenements/{slug}/modifier`: an event is written.
#[derive(Clone, Debug, Serialize)]
pub struct EventFormPage {
    pub heading: String,
    /// The place, and its list of events.
    pub place: Link,
    /// What saving will do, where that is not plain. May be empty.
    pub lede: String,
    /// What is to be looked at before it is sent again. Empty: nothing.
    pub ask: String,
    pub form: FormMarks,
    pub action: String,
    pub hidden: Vec<Hidden>,
    pub errors: Vec<FieldError>,
    pub basics: Vec<Part>,
    /// When it repeats: above the preview, so that both are seen together.
    pub repeats: Fold,
    pub preview: Option<Preview>,
    pub folds: Vec<Fold>,
    pub submit: String,
    /// Whether it can be put aside as a draft.
    pub can_draft: bool,
    /// Where the dates are worked out while one types.
    pub preview_href: String,
    /// Under which name a browser keeps what was typed until it is saved.
    pub keep: String,
    pub cancel_href: String,
}

impl Page for EventFormPage {
    const TEMPLATE: &'static str = "hosting/form.html";
}

/// `/evenements/apercu`: the dates alone, for the script of the form.
#[derive(Clone, Debug, Serialize)]
pub struct DatesPage {
    pub preview: Preview,
}

impl Page for DatesPage {
    const TEMPLATE: &'static str = "hosting/preview.html";
}

/// The dates that a form leads to, and what stands in their way.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Preview {
    /// "tous les jeudis, de 18 h 30 à 20 h 30, sauf jours fériés". Empty: nothing to show yet.
    pub sentence: String,
    /// "24 dates dans les deux ans qui viennent". Empty for a single date.
    pub count: String,
    pub dates: Vec<PreviewDate>,
    /// "et encore 12 dates". Empty: all are shown.
    pub more: String,
    pub notes: Vec<Note>,
    /// What was said of other events, so that it is said once.
    pub told: String,
}

/// Something to know before publishing.
#[derive(Clone, Debug, Serialize)]
pub struct Note {
    pub tone: Tone,
    pub text: String,
    /// The event that it is about.
    pub link: Option<Link>,
}

/// One date of a series before it is published.
#[derive(Clone, Debug, Serialize)]
pub struct PreviewDate {
    /// `2026-05-14`.
    pub value: String,
    /// "jeudi 14 mai 2026".
    pub text: String,
    /// "sauté, Ascension". Empty: it takes place.
    pub skipped: String,
    /// Taken out by the host.
    pub excluded: bool,
    /// May be taken out, or back in.
    pub optional: bool,
}

/// One question before the form: which place, which dates.
#[derive(Clone, Debug, Serialize)]
pub struct ChoicePage {
    pub heading: String,
    pub crumb: Link,
    pub lede: String,
    pub ways: Vec<Way>,
}

impl Page for ChoicePage {
    const TEMPLATE: &'static str = "hosting/choice.html";
}

#[derive(Clone, Debug, Serialize)]
pub struct Way {
    pub link: Link,
    /// What it means. May be empty.
    pub hint: String,
}

/// `/evenements/{slug}/annuler`, `/reporter`, `/en-ligne`, `/retablir`, `/supprimer`, and one date
/// changed: a few fields and a button.
#[derive(Clone, Debug, Serialize)]
pub struct ChangePage {
    pub heading: String,
    /// The event, and which of its dates.
    pub event: Link,
    pub subject: String,
    /// What it will do.
    pub lede: String,
    pub form: FormMarks,
    pub action: String,
    pub hidden: Vec<Hidden>,
    pub errors: Vec<FieldError>,
    pub parts: Vec<Part>,
    pub submit: String,
    /// Cannot be taken back easily.
    pub danger: bool,
}

impl Page for ChangePage {
    const TEMPLATE: &'static str = "hosting/change.html";
}

/// `/evenements/{slug}/image`: the cover.
#[derive(Clone, Debug, Serialize)]
pub struct CoverPage {
    pub event: Link,
    /// The cover so far; `None`: it is drawn.
    pub photo: Option<PhotoView>,
    pub form: FormMarks,
    pub action: String,
    pub errors: Vec<FieldError>,
    pub file: Field,
    pub alt: Field,
}

impl Page for CoverPage {
    const TEMPLATE: &'static str = "hosting/cover.html";
}

/// Somebody else saved the event while it was being written: both versions, field by field.
#[derive(Clone, Debug, Serialize)]
pub struct ConflictPage {
    pub event: Link,
    pub form: FormMarks,
    pub action: String,
    pub hidden: Vec<Hidden>,
    pub fields: Vec<ConflictField>,
}

impl Page for ConflictPage {
    const TEMPLATE: &'static str = "hosting/conflict.html";
}

#[derive(Clone, Debug, Serialize)]
pub struct ConflictField {
    pub name: String,
    pub label: String,
    pub theirs: String,
    pub mine: String,
    /// Only they changed it: theirs is proposed.
    pub keep_theirs: bool,
}

/// `/lieux/{slug}/evenements` and `/moi/evenements`: what a host has announced, writes, held.
#[derive(Clone, Debug, Serialize)]
pub struct HostedPage {
    pub heading: String,
    /// The other rooms of the place's hosts; on one's own list, none.
    pub host_bar: Option<HostBar>,
    /// The place; on one's own list, none.
    pub place: Option<Link>,
    pub place_slug: String,
    pub new_href: String,
    /// What members propose, and nobody has decided on.
    pub proposals: Vec<ProposalLine>,
    pub drafts: Vec<DraftRow>,
    pub coming: Vec<HostedRow>,
    pub past: Vec<HostedRow>,
}

impl Page for HostedPage {
    const TEMPLATE: &'static str = "hosting/list.html";
}

#[derive(Clone, Debug, Serialize)]
pub struct DraftRow {
    pub link: Link,
    /// "enregistré le 5 mars 2026", "sera publié le jeudi 5 mars à 9 h".
    pub saved: String,
    /// Published by itself.
    pub is_planned: bool,
    pub discard_href: String,
    pub form: FormMarks,
    pub uid: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct HostedRow {
    pub link: Link,
    /// "jeudi 5 mars 2026, de 18 h 30 à 20 h 30".
    pub when: String,
    /// Where, on lists over several places. May be empty.
    pub place: String,
    pub status: Option<Badge>,
    /// Change, duplicate, cancel.
    pub actions: Vec<Link>,
}
