//! What the pages of signing up and in show.

use serde::Serialize;

use super::demo::DemoAccounts;
use super::errors::Errors;
use super::stash::Stash;
use crate::i18n::{self, Locale};
use crate::web::fields::{Choice, Field, FieldError, FormMarks};
use crate::web::pages::Page;
use crate::web::parts::Link;

/// `/connexion`
#[derive(Clone, Debug, Serialize)]
pub struct SignInPage {
    pub form: FormMarks,
    pub errors: Vec<FieldError>,
    pub email: Field,
    pub password: Field,
    /// Where the person was going. Empty: nowhere.
    pub towards: String,
    /// A form that waits for the person to sign in. Empty: none.
    pub stash: String,
    /// Who is signed in already: "Connecté·e comme …". Empty: nobody.
    pub signed_in: String,
    /// Where to go on to, for who is signed in already.
    pub go_on: String,
    /// To a provider of accounts elsewhere. `None`: there is none, or a form waits in the page,
    /// which would be left behind.
    pub provider: Option<Link>,
    /// One may sign in by a passkey; `None`: not at this address, or a form waits in the page.
    pub passkey: Option<FormMarks>,
    /// `None`: a real network.
    pub demo: Option<DemoAccounts>,
}

impl Page for SignInPage {
    const TEMPLATE: &'static str = "accounts/sign_in.html";
}

impl SignInPage {
    pub fn new(locale: Locale, form: FormMarks, email: &str, errors: Errors) -> Self {
        Self {
            form,
            email: email_field(locale, email, &errors).autocomplete("username"),
            password: Field::of("password", "password", i18n::text(locale, "account-password"))
                .error(errors.of("password"))
                .autocomplete("current-password")
                .required(),
            errors: errors.0,
            towards: String::new(),
            stash: String::new(),
            signed_in: String::new(),
            go_on: String::new(),
            provider: None,
            passkey: None,
            demo: None,
        }
    }

    /// The page that keeps a form.
    pub fn expired(locale: Locale, form: FormMarks, stash: &Stash) -> Self {
        Self { stash: stash.write(), ..Self::new(locale, form, "", Errors::default()) }
    }
}

/// The field of an e-mail address.
pub fn email_field(locale: Locale, value: &str, errors: &Errors) -> Field {
    Field::of("email", "email", i18n::text(locale, "account-email"))
        .value(value)
        .error(errors.of("email"))
        .autocomplete("email")
        .maxlength(254)
        .required()
}

/// The field of a password that is being chosen.
pub fn new_password_field(locale: Locale, label_key: &str, errors: &Errors) -> Field {
    Field::of("password", "password", i18n::text(locale, label_key))
        .hint(i18n::text(locale, "account-password-hint"))
        .error(errors.of("password"))
        .autocomplete("new-password")
        .required()
}

/// After signing in: the form that waited.
#[derive(Clone, Debug, Serialize)]
pub struct ResumePage {
    pub form: FormMarks,
    /// Where it is sent.
    pub action: String,
    pub fields: Vec<(String, String)>,
}

impl Page for ResumePage {
    const TEMPLATE: &'static str = "accounts/resume.html";
}

/// `/inscription-compte`
#[derive(Clone, Debug, Serialize)]
pub struct SignUpPage {
    /// One joins by invitation: there is no form.
    pub closed: bool,
    /// Accounts wait to be welcomed.
    pub on_approval: bool,
    pub form: FormMarks,
    pub errors: Vec<FieldError>,
    pub name: Field,
    pub email: Field,
    pub password: Field,
    /// `None`: there are no places yet, or too many for a list.
    pub place: Option<Choice>,
}

impl Page for SignUpPage {
    const TEMPLATE: &'static str = "accounts/sign_up.html";
}

/// A letter was sent.
#[derive(Clone, Debug, Serialize)]
pub struct SentPage {
    /// How long its link is good.
    pub lasts: String,
    /// To the form, once more.
    pub again: Link,
}

impl Page for SentPage {
    const TEMPLATE: &'static str = "accounts/sent.html";
}

/// Behind a link by mail: one button. Programs that look into mail follow links, but press nothing.
#[derive(Clone, Debug, Serialize)]
pub struct FollowPage {
    pub form: FormMarks,
    pub heading: String,
    pub text: String,
    pub button: String,
    /// What the button does cannot be undone.
    pub danger: bool,
}

impl Page for FollowPage {
    const TEMPLATE: &'static str = "accounts/follow.html";
}

/// Behind a link that is worth nothing any more.
#[derive(Clone, Debug, Serialize)]
pub struct DeadLinkPage {
    /// What to do when there is no way to a new link. May be empty.
    pub advice: String,
    pub ways: Vec<Link>,
}

impl Page for DeadLinkPage {
    const TEMPLATE: &'static str = "accounts/dead_link.html";
}

/// `/mot-de-passe`
#[derive(Clone, Debug, Serialize)]
pub struct AskResetPage {
    pub form: FormMarks,
    pub errors: Vec<FieldError>,
    pub email: Field,
}

impl Page for AskResetPage {
    const TEMPLATE: &'static str = "accounts/ask_reset.html";
}

/// `/mot-de-passe/{token}`
#[derive(Clone, Debug, Serialize)]
pub struct NewPasswordPage {
    pub form: FormMarks,
    pub errors: Vec<FieldError>,
    /// The account's address, for password managers.
    pub email: String,
    pub password: Field,
}

impl Page for NewPasswordPage {
    const TEMPLATE: &'static str = "accounts/new_password.html";
}
