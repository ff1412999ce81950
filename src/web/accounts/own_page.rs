//! What the pages of one's own account show.

use serde::Serialize;

use super::errors::Errors;
use super::page::new_password_field;
use super::provider_page::IdentityLine;
use super::sign_up::name_field;
use crate::i18n::{self, Locale};
use crate::store::members::MemberRow;
use crate::web::fields::{Choice, Field, FieldError, FormMarks};
use crate::web::mail::stopped::StoppedNotice;
use crate::web::pages::Page;
use crate::web::wording::said;

/// `/compte`
#[derive(Clone, Debug, Serialize)]
pub struct OwnPage {
    pub errors: Vec<FieldError>,
    /// The account waits to be welcomed.
    pub waiting: bool,
    /// Letters to the member came back. `None`: they reach them.
    pub stopped: Option<StoppedNotice>,
    /// A form of its own for each thing that can be changed.
    pub name_form: FormMarks,
    pub name: Field,
    pub locale: Choice,
    pub address_form: FormMarks,
    /// "Adresse actuelle : …"
    pub address_now: String,
    pub address: Field,
    pub password_form: FormMarks,
    /// `None`: the account has no password yet.
    pub password_now: Option<Field>,
    pub password: Field,
    /// For password managers.
    pub username: String,
    /// Signing in asks for a code.
    pub second_factor: bool,
    pub copy_form: FormMarks,
    /// Passkeys can be made at this address.
    pub passkeys: bool,
    /// Accounts elsewhere by which one signs in.
    pub identities: Vec<IdentityLine>,
    pub sessions_form: FormMarks,
    pub sessions: Vec<SessionLine>,
}

/// A browser that is signed in.
#[derive(Clone, Debug, Serialize)]
pub struct SessionLine {
    pub id: i64,
    pub form: FormMarks,
    pub device: String,
    /// The browser that reads.
    pub here: bool,
    /// "vu pour la dernière fois aujourd’hui"
    pub seen: String,
}

impl Page for OwnPage {
    const TEMPLATE: &'static str = "accounts/own.html";
}

/// What stands in the fields of the page, where it is not what is stored.
#[derive(Default)]
pub struct Typed {
    pub name: Option<String>,
    pub address: String,
}

impl OwnPage {
    /// The page of an account; `marks` draws the marks of one form.
    pub fn new(
        locale: Locale,
        member: &MemberRow,
        typed: Typed,
        errors: Errors,
        marks: impl Fn() -> FormMarks,
    ) -> Self {
        let text = |key: &str| i18n::text(locale, key);
        let name = typed.name.unwrap_or_else(|| member.name.clone());
        let languages = [(Locale::Fr, "Français"), (Locale::En, "English")];
        let language = Choice::new("locale", text("account-language")).required();
        let password_now = Field::of("password", "password_now", text("own-password-current"))
            .error(errors.of("password_now"))
            .autocomplete("current-password")
            .required();
        Self {
            waiting: member.state == crate::domain::member::MemberState::Waiting.code(),
            stopped: None,
            name_form: marks(),
            name: name_field(locale, &name, &errors),
            locale: languages.into_iter().fold(language, |choice, (one, label)| {
                choice.option(one.tag(), label, member.locale() == one)
            }),
            address_form: marks(),
            address_now: said(locale, "own-address-now", [("email", member.email.clone())]),
            address: Field::of("email", "email", text("own-address-new"))
                .value(typed.address)
                .hint(text("own-address-hint"))
                .error(errors.of("email"))
                .autocomplete("off")
                .maxlength(254)
                .required(),
            password_form: marks(),
            password_now: member.password_hash.is_some().then_some(password_now),
            password: new_password_field(locale, "own-password-new", &errors),
            username: member.email.clone(),
            second_factor: false,
            copy_form: marks(),
            passkeys: false,
            identities: Vec::new(),
            sessions_form: marks(),
            sessions: Vec::new(),
            errors: errors.0,
        }
    }
}

/// `/compte/suppression`
#[derive(Clone, Debug, Serialize)]
pub struct DeletePage {
    pub form: FormMarks,
    pub errors: Vec<FieldError>,
    /// Nobody else runs the network: it cannot be done.
    pub last: bool,
    /// `None`: there is none to ask for, a link by mail confirms.
    pub password: Option<Field>,
    /// For password managers.
    pub username: String,
}

impl Page for DeletePage {
    const TEMPLATE: &'static str = "accounts/delete.html";
}
