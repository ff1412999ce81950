//! What the pages show that open the network to people: its settings, accounts that wait,
//! invitations, the first start.

use serde::Serialize;

use crate::web::fields::{Choice, Field, FieldError, FormMarks};
use crate::web::pages::Page;
use crate::web::parts::Link;

/// `/reseau/reglages`
#[derive(Clone, Debug, Serialize)]
pub struct NetworkRulesPage {
    pub errors: Vec<FieldError>,
    pub form: FormMarks,
    pub name: Field,
    pub signup: Choice,
    pub second_factor: Choice,
    /// After how long the dates of a silent series are to be confirmed.
    pub fade: Choice,
    /// "3 comptes en attente"
    pub waiting: Link,
    pub invite: InviteForm,
}

/// The form that invites by mail.
#[derive(Clone, Debug, Serialize)]
pub struct InviteForm {
    pub form: FormMarks,
    pub email: Field,
    pub role: Choice,
    /// `None`: there are no places yet, or too many for a list.
    pub place: Option<Choice>,
}

impl Page for NetworkRulesPage {
    const TEMPLATE: &'static str = "accounts/rules.html";
}

/// `/comptes-en-attente`
#[derive(Clone, Debug, Serialize)]
pub struct WaitingPage {
    pub accounts: Vec<WaitingAccount>,
}

/// An account that waits to be welcomed.
#[derive(Clone, Debug, Serialize)]
pub struct WaitingAccount {
    pub uid: String,
    pub name: String,
    /// "demande du 5 mars 2026"
    pub asked: String,
    /// Places that it asked for.
    pub places: Vec<String>,
    pub accept: FormMarks,
    pub decline: FormMarks,
}

impl Page for WaitingPage {
    const TEMPLATE: &'static str = "accounts/waiting.html";
}

/// `/invitations/{token}`
#[derive(Clone, Debug, Serialize)]
pub struct InvitedPage {
    /// Who invites where.
    pub text: String,
    /// "Votre compte aura l’adresse …"
    pub email: String,
    pub errors: Vec<FieldError>,
    pub answer: InvitedAnswer,
}

/// How an invitation can be answered by the one who reads it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum InvitedAnswer {
    /// By opening an account.
    Open { form: FormMarks, name: Box<Field>, password: Box<Field> },
    /// By a button.
    Accept { form: FormMarks },
    /// By signing in first.
    SignIn { href: String },
    /// Not by this person.
    Other,
}

impl Page for InvitedPage {
    const TEMPLATE: &'static str = "accounts/invited.html";
}

/// `/demarrage/{token}`
#[derive(Clone, Debug, Serialize)]
pub struct SetUpPage {
    pub form: FormMarks,
    pub errors: Vec<FieldError>,
    pub network: Field,
    pub territory: Choice,
    pub place: Field,
    pub postcode: Field,
    pub commune: Field,
    pub name: Field,
    pub email: Field,
    pub password: Field,
}

impl Page for SetUpPage {
    const TEMPLATE: &'static str = "accounts/set_up.html";
}
