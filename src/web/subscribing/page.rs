//! What the pages of subscriptions show.

use serde::Serialize;

use crate::web::fields::{Choice, Field, FieldError, FormMarks};
use crate::web::pages::Page;
use crate::web::parts::Link;

/// Something of a subscription in words.
#[derive(Clone, Debug, Serialize)]
pub struct Told {
    pub label: String,
    pub value: String,
}

/// Where and what: the same fields for all who are told by mail.
#[derive(Clone, Debug, Serialize)]
pub struct ChoiceFields {
    /// `None`: no member.
    pub own_places: Option<Choice>,
    /// Those that are chosen, and those that were just found.
    pub places: Choice,
    pub search: Field,
    /// What became of the search. Empty: nothing was looked for.
    pub found: String,
    /// `None`: there is but one.
    pub territories: Option<Fold>,
    pub kinds: Fold,
    pub bricks: Fold,
    pub themes: Fold,
    /// `None`: no member.
    pub skills: Option<SkillLines>,
}

/// A list to tick, folded away.
#[derive(Clone, Debug, Serialize)]
pub struct Fold {
    /// Where a mail leads to: `#genres`.
    pub anchor: &'static str,
    /// "Genres : tous", "Genres : Atelier et Conférence".
    pub summary: String,
    pub choice: Choice,
    /// Something is chosen.
    pub open: bool,
}

/// Skills in words, a line each.
#[derive(Clone, Debug, Serialize)]
pub struct SkillLines {
    pub name: &'static str,
    pub label: String,
    pub hint: String,
    pub error: String,
    pub values: Vec<String>,
    /// Words that are offered.
    pub vocabulary: Vec<String>,
}

/// Which reminders somebody gets of what they registered for.
#[derive(Clone, Debug, Serialize)]
pub struct ReminderFields {
    pub day_before: Choice,
    pub two_hours_before: Choice,
}

/// `/lettre`
#[derive(Clone, Debug, Serialize)]
pub struct SubscribePage {
    pub form: FormMarks,
    pub errors: Vec<FieldError>,
    pub email: Field,
    pub rhythm: Choice,
    pub choices: ChoiceFields,
    /// Of somebody who has an account: what they chose. `None`: nobody is signed in.
    pub own: Option<Link>,
}

impl Page for SubscribePage {
    const TEMPLATE: &'static str = "subscribing/subscribe.html";
}

/// `/lettre/envoyee`
#[derive(Clone, Debug, Default, Serialize)]
pub struct AskedPage {}

impl Page for AskedPage {
    const TEMPLATE: &'static str = "subscribing/sent.html";
}

/// `/lettre/confirmer/{token}`
#[derive(Clone, Debug, Serialize)]
pub struct ConfirmPage {
    pub form: FormMarks,
    /// "Une fois par semaine".
    pub rhythm: String,
    pub told: Vec<Told>,
    /// It was confirmed before: what is chosen stands there. Empty: it was not.
    pub manage_href: String,
}

impl Page for ConfirmPage {
    const TEMPLATE: &'static str = "subscribing/confirm.html";
}

/// `/moi/courrier`, and `/lettre/{lien}` for those who come by a link.
#[derive(Clone, Debug, Serialize)]
pub struct PreferencesPage {
    /// Where mails go: whole for who is signed in, else masked.
    pub address: String,
    /// A member's.
    pub account: bool,
    /// Seen by who is signed in.
    pub signed_in: bool,
    /// No mails come: they were ended.
    pub left: bool,
    /// "Chaque dimanche vers 18 h".
    pub when: String,
    pub told: Vec<Told>,
    pub action: String,
    pub form: FormMarks,
    pub errors: Vec<FieldError>,
    pub rhythm: Choice,
    pub weekday: Choice,
    pub hour: Choice,
    pub choices: ChoiceFields,
    /// `None`: no member.
    pub reminders: Option<ReminderFields>,
    /// Where those who hold a place, or coordinate, choose their weekly notes. Empty: they have none.
    pub notes_href: String,
    /// Marks of the form of each button below.
    pub leave: FormMarks,
    pub void: FormMarks,
    pub erase: FormMarks,
}

impl Page for PreferencesPage {
    const TEMPLATE: &'static str = "subscribing/preferences.html";
}

/// `/lettre/{lien}/quitter`
#[derive(Clone, Debug, Serialize)]
pub struct LeavePage {
    pub address: String,
    pub account: bool,
    pub left: bool,
    /// "Chaque dimanche vers 18 h". Empty: no mails come.
    pub when: String,
    /// Fewer mails could come.
    pub monthly: bool,
    pub action: String,
}

impl Page for LeavePage {
    const TEMPLATE: &'static str = "subscribing/leave.html";
}

/// Behind a link that was good once.
#[derive(Clone, Debug, Default, Serialize)]
pub struct VoidPage {}

impl Page for VoidPage {
    const TEMPLATE: &'static str = "subscribing/void.html";
}
