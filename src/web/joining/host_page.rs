//! What hosts and the coordination see: the people of a place, its newcomers, its rules, who holds what.

use serde::Serialize;

use super::page::CharterBlock;
use crate::web::fields::{Choice, Field, FieldError, FormMarks};
use crate::web::host_bar::HostBar;
use crate::web::pages::Page;
use crate::web::parts::{Badge, Empty, Link, Paging};

/// `/lieux/{slug}/membres`: for those who look after the people of the place.
#[derive(Clone, Debug, Serialize)]
pub struct PeoplePage {
    pub bar: Option<HostBar>,
    pub place: Link,
    pub heading: String,
    /// Why the last thing could not be done. May be empty.
    pub problem: String,
    pub requests: Vec<RequestCard>,
    /// Where the search for a name leads.
    pub search_href: String,
    /// What was searched for. May be empty.
    pub q: String,
    /// "12 membres".
    pub count: String,
    pub people: Vec<PersonRow>,
    pub paging: Option<Paging>,
    pub rules: Link,
}

impl Page for PeoplePage {
    const TEMPLATE: &'static str = "joining/people.html";
}

/// Somebody who waits for an answer.
#[derive(Clone, Debug, Serialize)]
pub struct RequestCard {
    /// Each form of the page is a copy of its own: after one was sent, the others still may be.
    pub form: FormMarks,
    pub uid: String,
    pub name: String,
    pub initials: String,
    pub kind: String,
    /// "Demande du 3 mars 2026".
    pub asked: String,
    /// Said of an account that is new in the network. May be empty.
    pub account: String,
    /// Where the answer is sent.
    pub action: String,
    pub remark: Field,
}

/// Somebody who belongs to the place.
#[derive(Clone, Debug, Serialize)]
pub struct PersonRow {
    pub uid: String,
    pub name: String,
    pub initials: String,
    pub kind: String,
    /// "Membre depuis le 3 mars 2026".
    pub since: String,
    pub role: Option<Badge>,
    /// What they agreed to. Empty: the place has no charter.
    pub charter: String,
    /// Where decisions on them are sent.
    pub action: String,
    /// What may be done.
    pub gestures: Vec<Gesture>,
    /// Said when nothing may be done. May be empty.
    pub note: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Gesture {
    pub form: FormMarks,
    pub code: &'static str,
    pub label: String,
    pub hint: String,
    /// A word that goes with it.
    pub remark: Option<Field>,
    /// What is chosen with it.
    pub choice: Option<Choice>,
}

/// `/lieux/{slug}/accueil`: newcomers and their first steps.
#[derive(Clone, Debug, Serialize)]
pub struct NewcomersPage {
    /// Proves that ticks come from this page; they may be repeated.
    pub token: String,
    pub bar: Option<HostBar>,
    pub place: Link,
    pub heading: String,
    /// Why the last thing could not be done. May be empty.
    pub problem: String,
    pub letters: Vec<LetterDraft>,
    pub people: Vec<NewcomerCard>,
    pub empty: Option<Empty>,
    pub rules: Link,
}

impl Page for NewcomersPage {
    const TEMPLATE: &'static str = "joining/newcomers.html";
}

/// A letter that is proposed; only the host sends it.
#[derive(Clone, Debug, Serialize)]
pub struct LetterDraft {
    pub form: FormMarks,
    pub heading: String,
    pub action: String,
    /// Code of the reminder.
    pub reminder: &'static str,
    pub text: Field,
}

#[derive(Clone, Debug, Serialize)]
pub struct NewcomerCard {
    pub uid: String,
    pub name: String,
    pub initials: String,
    pub kind: String,
    pub joined: String,
    /// "3 sur 7".
    pub progress: String,
    pub action: String,
    pub steps: Vec<StepLine>,
    /// Who may sponsor them; `None` when somebody does.
    pub sponsor: Option<Choice>,
    /// Letters sent, set aside, to come.
    pub letters: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct StepLine {
    pub code: &'static str,
    pub label: String,
    pub done: bool,
    /// "noté par Anaïs le 3 mars 2026". May be empty.
    pub by: String,
    /// "Noter", "Annuler". Empty: nothing to press, it is known by itself.
    pub button: String,
}

/// `/lieux/{slug}/reglages-accueil`
#[derive(Clone, Debug, Serialize)]
pub struct RulesPage {
    pub form: FormMarks,
    pub bar: Option<HostBar>,
    pub place: Link,
    pub heading: String,
    pub errors: Vec<FieldError>,
    pub joining: Choice,
    pub welcome: Field,
    pub charter: Field,
    /// Version that the text of the form was written upon.
    pub written_upon: i32,
    /// "En vigueur : version 2, du 3 mars 2026, écrite par Anaïs Roche."
    pub in_force: String,
    /// Somebody changed the charter meanwhile: said, with their text as cleaned HTML.
    pub conflict: Option<(String, CharterBlock)>,
}

impl Page for RulesPage {
    const TEMPLATE: &'static str = "joining/rules.html";
}

/// `/reseau/animateurs`: for the coordination.
#[derive(Clone, Debug, Serialize)]
pub struct HostsPage {
    pub action: String,
    /// Why the last thing could not be done. May be empty.
    pub problem: String,
    /// "2 lieux de cette page n’ont personne pour les animer." May be empty.
    pub without: String,
    pub q: String,
    pub places: Vec<HostedPlace>,
    pub paging: Option<Paging>,
    pub empty: Option<Empty>,
}

impl Page for HostsPage {
    const TEMPLATE: &'static str = "joining/hosts.html";
}

#[derive(Clone, Debug, Serialize)]
pub struct HostedPlace {
    pub form: FormMarks,
    pub slug: String,
    pub place: Link,
    pub commune: String,
    pub hosts: Vec<HostLine>,
    pub email: Field,
    /// Shown open: there is something wrong in it.
    pub open: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct HostLine {
    pub form: FormMarks,
    pub uid: String,
    pub name: String,
    /// "Retirer l’animation à Anaïs Roche".
    pub release: String,
}
