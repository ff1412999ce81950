//! Samples of the pages of passkeys.

use super::errors::Errors;
use super::passkey_page::{PasskeyLine, PasskeyPage, PasskeysPage};
use super::sample::errors;
use crate::i18n::Locale;
use crate::passkey::Passkeys;
use crate::web::fields::FormMarks;
use crate::web::samples::{at, say};

impl PasskeysPage {
    pub fn sample(locale: Locale) -> Self {
        let line = |id: i64, name: String, since: String| PasskeyLine {
            id,
            form: FormMarks::default(),
            name,
            since,
        };
        let phone = say(locale, "Mon téléphone", "My phone");
        let used = say(
            locale,
            "créée le 5 mars 2026, utilisée le 7 mars 2026",
            "made on 5 March 2026, used on 7 March 2026",
        );
        let new =
            say(locale, "créée le 7 mars 2026, pas encore utilisée", "made on 7 March 2026, not used yet");
        Self {
            keys: vec![line(1, phone, used), line(2, "YubiKey <b>".to_owned(), new)],
            form: Some(FormMarks::default()),
            ..Self::new(locale, "", errors(locale, "name", "passkey-error-name"))
        }
    }

    /// As many as one may have.
    pub fn none(locale: Locale) -> Self {
        Self::new(locale, "", Errors::default())
    }
}

impl PasskeyPage {
    pub fn sample(locale: Locale) -> Self {
        let site = Passkeys::at("https://vigie.example", "Réseau");
        let asked = site.map(|site| site.ask_for_any()).unwrap();
        Self::sign_in(locale, FormMarks::default(), &asked, at(locale, "/connexion"), "")
    }

    /// A passkey is being made, for the second time.
    pub fn making(locale: Locale) -> Self {
        let site = Passkeys::at("https://vigie.example", "Réseau");
        let asked =
            site.map(|site| site.ask_for_new("u", ("c@exemple.fr", "Camille \"C\" Roux"), &[])).unwrap();
        let wrong = crate::i18n::text(locale, "passkey-error-not-made");
        Self::create(locale, FormMarks::default(), &asked, at(locale, "/compte/cles"), &wrong)
    }
}
