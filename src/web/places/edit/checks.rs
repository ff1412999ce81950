//! What is wrong with a form, field by field, in words.

use crate::i18n::{self, Locale};
use crate::web::fields::FieldError;
use crate::web::form::Form;
use crate::web::wording::said;

/// The errors found so far.
#[derive(Clone, Debug)]
pub struct Checks {
    pub locale: Locale,
    pub errors: Vec<FieldError>,
}

impl Checks {
    pub fn new(locale: Locale) -> Self {
        Self { locale, errors: Vec::new() }
    }

    pub fn is_clear(&self) -> bool {
        self.errors.is_empty()
    }

    /// Notes the message `key` at a field, once.
    pub fn refuse(&mut self, name: &str, key: &str) {
        let text = i18n::text(self.locale, key);
        self.refuse_with(name, text);
    }

    pub fn refuse_with(&mut self, name: &str, text: String) {
        if self.errors.iter().all(|error| error.name != name) {
            self.errors.push(FieldError { name: name.to_owned(), text });
        }
    }

    /// What is wrong with a field. May be empty.
    pub fn of(&self, name: &str) -> String {
        self.errors.iter().find(|error| error.name == name).map(|e| e.text.clone()).unwrap_or_default()
    }

    /// A text of at most so many characters; its beginning when it is longer, with an error.
    pub fn text(&mut self, form: &Form, name: &str, longest: u32) -> String {
        let text = form.text(name);
        if text.chars().count() > longest as usize {
            let text = said(self.locale, "place-edit-too-long", [("longest", longest.to_string())]);
            self.refuse_with(name, text);
        }
        text
    }

    /// [`Self::text`] that must say something.
    pub fn needed(&mut self, form: &Form, name: &str, longest: u32) -> String {
        let text = self.text(form, name, longest);
        if text.is_empty() {
            self.refuse(name, "place-edit-needed");
        }
        text
    }
}
