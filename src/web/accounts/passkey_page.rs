//! What the pages of passkeys show.

use serde::Serialize;

use super::errors::Errors;
use crate::i18n::{self, Locale};
use crate::passkey::Ceremony;
use crate::web::fields::{Field, FieldError, FormMarks};
use crate::web::pages::Page;
use crate::web::parts::Link;

/// Longest name of a passkey, in characters.
pub const LONGEST_NAME: u32 = 60;

/// `/compte/cles`
#[derive(Clone, Debug, Serialize)]
pub struct PasskeysPage {
    pub errors: Vec<FieldError>,
    pub keys: Vec<PasskeyLine>,
    /// Another may be made; `None`: there are as many as one may have.
    pub form: Option<FormMarks>,
    pub name: Field,
}

/// A passkey that one has.
#[derive(Clone, Debug, Serialize)]
pub struct PasskeyLine {
    pub id: i64,
    pub form: FormMarks,
    pub name: String,
    /// "créée le 5 mars 2026, pas encore utilisée"
    pub since: String,
}

impl Page for PasskeysPage {
    const TEMPLATE: &'static str = "accounts/passkeys.html";
}

impl PasskeysPage {
    /// With what stands in the field of the name.
    pub fn new(locale: Locale, name: &str, errors: Errors) -> Self {
        let field = Field::text("name", i18n::text(locale, "passkey-name"));
        Self {
            keys: Vec::new(),
            form: None,
            name: field
                .value(name)
                .hint(i18n::text(locale, "passkey-name-hint"))
                .error(errors.of("name"))
                .autocomplete("off")
                .maxlength(LONGEST_NAME)
                .required(),
            errors: errors.0,
        }
    }
}

/// `/connexion/cle/{token}`, `/compte/cles/{token}`: the device is asked.
#[derive(Clone, Debug, Serialize)]
pub struct PasskeyPage {
    pub form: FormMarks,
    /// What was wrong with the device's last answer. Empty: nothing.
    pub wrong: String,
    /// "get": to sign in; "create": to make one.
    pub ceremony: &'static str,
    /// JSON for the script.
    pub options: String,
    pub heading: String,
    pub text: String,
    pub button: String,
    /// Where to go instead.
    pub other: Link,
}

impl Page for PasskeyPage {
    const TEMPLATE: &'static str = "accounts/passkey.html";
}

impl PasskeyPage {
    /// Signing in by a passkey.
    pub fn sign_in(locale: Locale, form: FormMarks, asked: &Ceremony, other: String, wrong: &str) -> Self {
        let text = |key: &str| i18n::text(locale, key);
        Self {
            form,
            wrong: wrong.to_owned(),
            ceremony: "get",
            options: asked.options.to_string(),
            heading: text("passkey-sign-in"),
            text: text("passkey-use-text"),
            button: text("passkey-use"),
            other: Link::new(text("provider-other-way"), other),
        }
    }

    /// Making one.
    pub fn create(locale: Locale, form: FormMarks, asked: &Ceremony, other: String, wrong: &str) -> Self {
        let text = |key: &str| i18n::text(locale, key);
        Self {
            form,
            wrong: wrong.to_owned(),
            ceremony: "create",
            options: asked.options.to_string(),
            heading: text("passkey-make-title"),
            text: text("passkey-make-text"),
            button: text("passkey-make"),
            other: Link::new(text("passkey-not-now"), other),
        }
    }
}
