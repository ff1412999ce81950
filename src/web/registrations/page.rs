//! What the pages of registrations show.

use serde::Serialize;

use crate::mail::Sheet;
use crate::web::fields::{Choice, Field, FieldError, FormMarks};
use crate::web::pages::Page;
use crate::web::parts::{Link, Tone};

/// What one registers for.
#[derive(Clone, Debug, Serialize)]
pub struct Head {
    pub title: String,
    /// Page of the event or of its date.
    pub href: String,
    /// "jeudi 12 mars 2026 de 18 h 30 à 20 h 30"; of a series its next date.
    pub when: String,
    pub place: String,
    /// "Il reste 3 places.", "Complet. 2 personnes attendent." Empty: no limit.
    pub seats: String,
}

/// What people decide of their registration.
#[derive(Clone, Debug, Serialize)]
pub struct WishFields {
    /// `None`: one registers alone.
    pub size: Option<Field>,
    pub questions: Vec<AskedField>,
    pub show_name: Choice,
}

/// A host's question: a text, or a choice.
#[derive(Clone, Debug, Serialize)]
pub struct AskedField {
    pub text: Option<Field>,
    pub choice: Option<Choice>,
}

/// `/evenements/{slug}/inscription`.
#[derive(Clone, Debug, Serialize)]
pub struct RegisterPage {
    pub head: Head,
    pub action: String,
    pub form: FormMarks,
    pub errors: Vec<FieldError>,
    /// Why nobody, or not this person, can register; then there is no form. Empty: one can.
    pub closed: String,
    /// Why what was sent was refused. Empty: it was not.
    pub refused: String,
    /// Where one signs in, offered to visitors.
    pub sign_in_href: String,
    /// What happens then: approval, waiting list, letter.
    pub notes: Vec<String>,
    /// Of visitors only.
    pub name: Option<Field>,
    pub email: Option<Field>,
    pub wish: WishFields,
    pub submit: String,
}

impl Page for RegisterPage {
    const TEMPLATE: &'static str = "registrations/register.html";
}

/// `/inscriptions/lettre-envoyee`: its words are messages.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SentPage {}

impl Page for SentPage {
    const TEMPLATE: &'static str = "registrations/sent.html";
}

/// `/inscriptions/{token}` before it is confirmed.
#[derive(Clone, Debug, Serialize)]
pub struct ConfirmPage {
    /// `None`: the link is no longer good.
    pub head: Option<Head>,
    pub action: String,
    pub form: FormMarks,
    pub name: String,
    /// "3 personnes". Empty: one.
    pub people: String,
    /// Why it was refused. Empty: it was not.
    pub refused: String,
}

impl Page for ConfirmPage {
    const TEMPLATE: &'static str = "registrations/confirm.html";
}

/// Where a registration stands.
#[derive(Clone, Debug, Serialize)]
pub struct StateNotice {
    pub tone: Tone,
    pub label: String,
    pub text: String,
}

/// A registration as its holder sees it.
#[derive(Clone, Debug, Serialize)]
pub struct ManagePage {
    pub head: Head,
    pub state: StateNotice,
    pub name: String,
    /// "3 personnes".
    pub people: String,
    pub action: String,
    pub change_form: FormMarks,
    pub cancel_form: FormMarks,
    pub errors: Vec<FieldError>,
    /// Whether anything can still be changed.
    pub open: bool,
    pub wish: WishFields,
    /// `.ics` of what is confirmed. Empty: nothing to add.
    pub ics_href: String,
    /// Address of the online meeting, for those who are confirmed. Empty: none.
    pub online_href: String,
    /// Names of others who chose to show theirs.
    pub others: Vec<String>,
}

impl Page for ManagePage {
    const TEMPLATE: &'static str = "registrations/manage.html";
}

/// `/evenements/{slug}/inscriptions`: for hosts, mostly on a phone at the door.
#[derive(Clone, Debug, Serialize)]
pub struct ListPage {
    pub head: Head,
    /// Dates of a series, one of them shown.
    pub dates: Vec<DateLink>,
    /// "8 sur 10 places".
    pub counts: String,
    /// "3 personnes venues".
    pub came: String,
    pub action: String,
    pub asked: Vec<Guest>,
    pub confirmed: Vec<Guest>,
    pub waiting: Vec<Guest>,
    /// Cancelled and declined.
    pub gone: Vec<Guest>,
    /// Why what was decided could not be done. Empty: it was.
    pub refused: String,
    pub add_form: FormMarks,
    pub add_name: Field,
    pub add_size: Field,
    pub errors: Vec<FieldError>,
    /// Where one writes to them.
    pub write_href: String,
    pub sheet_href: String,
    pub csv_href: String,
    pub rules_href: String,
}

impl Page for ListPage {
    const TEMPLATE: &'static str = "registrations/list.html";
}

#[derive(Clone, Debug, Serialize)]
pub struct DateLink {
    pub label: String,
    pub href: String,
    pub current: bool,
}

/// Somebody on the list.
#[derive(Clone, Debug, Serialize)]
pub struct Guest {
    pub id: i64,
    pub name: String,
    /// "3 personnes". Empty: one.
    pub people: String,
    /// Empty: came without registering.
    pub email: String,
    /// "Repas : végé".
    pub answers: Vec<String>,
    /// What a host noted: `came`, `absent`, or empty.
    pub mark: &'static str,
    /// "n° 2", "venu·e sans inscription", "Inscription annulée"… May be empty.
    pub note: String,
    pub form: FormMarks,
    pub more_form: FormMarks,
    /// Label of the field for a host's word.
    pub word: Field,
}

/// `/evenements/{slug}/inscriptions/feuille`: to be printed and signed.
#[derive(Clone, Debug, Serialize)]
pub struct SheetPage {
    pub head: Head,
    pub rows: Vec<SheetRow>,
    /// Empty lines for those who come unannounced.
    pub blanks: Vec<u8>,
    pub back: Link,
}

impl Page for SheetPage {
    const TEMPLATE: &'static str = "registrations/sheet.html";
}

#[derive(Clone, Debug, Serialize)]
pub struct SheetRow {
    pub name: String,
    /// How many come.
    pub people: i32,
}

/// `/evenements/{slug}/inscriptions/reglages`.
#[derive(Clone, Debug, Serialize)]
pub struct RulesPage {
    pub head: Head,
    pub form: FormMarks,
    pub action: String,
    pub errors: Vec<FieldError>,
    pub rules: RulesFields,
    pub back: Link,
}

impl Page for RulesPage {
    const TEMPLATE: &'static str = "registrations/rules.html";
}

/// What a host sets; drawn by `registrations.rules`, also within the form of an event.
#[derive(Clone, Debug, Serialize)]
pub struct RulesFields {
    pub group_max: Field,
    pub waitlist: Choice,
    pub members_only: Choice,
    pub whole_series: Choice,
    pub questions: Vec<QuestionFields>,
}

#[derive(Clone, Debug, Serialize)]
pub struct QuestionFields {
    pub label: Field,
    pub choices: Field,
    pub required: Choice,
}

/// `/evenements/{slug}/inscriptions/lettre`: a host writes to those who are registered.
#[derive(Clone, Debug, Serialize)]
pub struct WriteGuestsPage {
    pub head: Head,
    pub list: Link,
    pub action: String,
    pub form: FormMarks,
    pub errors: Vec<FieldError>,
    pub audience: Choice,
    pub subject: Field,
    pub words: Field,
    /// What was written before, the last first.
    pub sent: Vec<SentLetter>,
}

impl Page for WriteGuestsPage {
    const TEMPLATE: &'static str = "registrations/write.html";
}

/// A letter that went out.
#[derive(Clone, Debug, Serialize)]
pub struct SentLetter {
    pub subject: String,
    /// "5 mars 2026, à 12 personnes inscrites, par Nadia Serre".
    pub about: String,
}

/// The letter as it will be read, before it is sent.
#[derive(Clone, Debug, Serialize)]
pub struct LetterPreviewPage {
    pub list: Link,
    /// "12 personnes inscrites".
    pub to: String,
    pub sheet: Sheet,
    pub form: FormMarks,
    pub action: String,
    pub audience: String,
    pub subject: String,
    pub words: String,
}

impl Page for LetterPreviewPage {
    const TEMPLATE: &'static str = "registrations/preview.html";
}
