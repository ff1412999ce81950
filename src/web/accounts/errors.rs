//! What is wrong with the answers of a form about accounts, in words and beside their fields.

use chrono::TimeDelta;

use crate::domain::password::PasswordFault;
use crate::i18n::{self, Args, Locale};
use crate::web::error::minutes_of;
use crate::web::fields::FieldError;

/// What was found wrong so far.
#[derive(Debug, Default)]
pub struct Errors(pub Vec<FieldError>);

impl Errors {
    /// Notes that a field is wrong, with the message that says so.
    pub fn add(&mut self, locale: Locale, field: &str, key: &str) {
        self.say(field, i18n::text(locale, key));
    }

    /// [`Self::add`] with words.
    pub fn say(&mut self, field: &str, text: String) {
        self.0.push(FieldError { name: field.to_owned(), text });
    }

    pub fn are_none(&self) -> bool {
        self.0.is_empty()
    }

    /// What stands beside a field. Empty: nothing.
    pub fn of(&self, field: &str) -> &str {
        self.0.iter().find(|error| error.name == field).map_or("", |error| &error.text)
    }
}

/// Why a password may not be chosen.
pub fn password_key(fault: PasswordFault) -> &'static str {
    match fault {
        PasswordFault::TooShort => "account-error-password-short",
        PasswordFault::TooLong => "account-error-password-long",
        PasswordFault::TooEasy => "account-error-password-easy",
    }
}

/// How long to wait, in a sentence of this key.
pub fn too_often(locale: Locale, key: &str, wait: TimeDelta) -> String {
    let mut args = Args::new();
    args.set("minutes", minutes_of(wait));
    i18n::text_with(locale, key, Some(&args))
}
