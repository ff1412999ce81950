//! Samples of the pages of a second factor.

use super::errors::Errors;
use super::factor_page::{
    FactorPage, FactorState, On, Proposed, RecoveryCodesPage, SecondStepPage, code_field,
};
use super::sample::{EMAIL, errors};
use crate::i18n::{self, Locale};
use crate::recovery_code::RecoveryCode;
use crate::totp::TotpSecret;
use crate::web::fields::FormMarks;
use crate::web::parts::Link;
use crate::web::samples::at;

impl SecondStepPage {
    pub fn sample(locale: Locale) -> Self {
        let errors = errors(locale, "code", "second-factor-error-code");
        Self {
            form: FormMarks::default(),
            action: at(locale, "/connexion/code/00000000000000000000000000000000"),
            code: code_field(locale, "code", "second-step-code", &errors),
            stash: String::new(),
            passkey: Some(FormMarks::default()),
            towards: at(locale, "/agenda"),
            errors: errors.0,
        }
    }
}

impl FactorPage {
    /// Off and owed, being set up, on.
    pub fn samples(locale: Locale) -> [Self; 3] {
        let secret = TotpSecret::parse("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ").unwrap();
        let errors = errors(locale, "code", "second-factor-error-first-code");
        let proposed = Proposed::new(locale, &secret, "Réseau de la Drôme", EMAIL, &errors);
        let page =
            |state, errors: Errors| Self { errors: errors.0, owed: false, towards: String::new(), state };
        let none = Errors::default;
        let off = FactorState::Off { form: FormMarks::default() };
        [
            Self { owed: true, towards: "/reseau/reglages".to_owned(), ..page(off, none()) },
            page(FactorState::Proposed(Box::new(proposed)), errors),
            page(FactorState::On(Box::new(On::new(locale, 3, &none()))), none()),
        ]
    }
}

impl RecoveryCodesPage {
    pub fn sample(locale: Locale) -> Self {
        let code = RecoveryCode::parse("abcd-efgh-ijkl-mnop").unwrap();
        let go_on = Link::new(i18n::text(locale, "recovery-codes-go-on"), at(locale, "/compte"));
        Self::new(&vec![code; 10], go_on)
    }
}
