//! Fields of forms, ready to be drawn by `templates/parts/forms.html`: each with its label, what
//! was typed, and what is wrong with it.

use serde::Serialize;

use super::visit::token_of;
use crate::secret::Secret;

/// The hidden fields of every form: who was shown it, and which copy this is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct FormMarks {
    /// Proves that the form comes from our page.
    pub token: String,
    /// Makes a form that is sent twice do its work once.
    pub once: String,
}

impl FormMarks {
    pub fn under(secret: &Secret) -> Self {
        Self { token: token_of(secret), once: Secret::new().reveal().to_owned() }
    }
}

/// A field of one line, a longer text, or a file.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Field {
    pub name: String,
    pub label: String,
    /// `type` of the input: "text", "email", "password", "date", "time", "number", "url", "search".
    pub input: &'static str,
    /// What was typed.
    pub value: String,
    /// What helps to fill it in. May be empty.
    pub hint: String,
    /// What is wrong and what to do. Empty: nothing.
    pub error: String,
    pub required: bool,
    /// `autocomplete` token of HTML ("name", "email", "current-password", "off"…). Empty: none.
    pub autocomplete: &'static str,
    /// Longest text, in characters; 0: no limit.
    pub maxlength: u32,
    /// Bounds of numbers and dates. Empty: none.
    pub min: String,
    pub max: String,
    /// `inputmode` ("numeric", "decimal"). Empty: as the type says.
    pub inputmode: &'static str,
    /// Lines shown of a longer text; 0: the usual number.
    pub rows: u32,
    /// Media types of a file field ("image/jpeg,image/png,image/webp").
    pub accept: &'static str,
}

impl Field {
    /// A field of one line.
    pub fn text(name: &str, label: impl Into<String>) -> Self {
        Self { name: name.to_owned(), label: label.into(), input: "text", ..Self::default() }
    }

    pub fn of(input: &'static str, name: &str, label: impl Into<String>) -> Self {
        Self { input, ..Self::text(name, label) }
    }

    pub fn value(self, value: impl Into<String>) -> Self {
        Self { value: value.into(), ..self }
    }

    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: hint.into(), ..self }
    }

    pub fn error(self, error: impl Into<String>) -> Self {
        Self { error: error.into(), ..self }
    }

    pub fn required(self) -> Self {
        Self { required: true, ..self }
    }

    pub fn autocomplete(self, token: &'static str) -> Self {
        Self { autocomplete: token, ..self }
    }

    pub fn maxlength(self, maxlength: u32) -> Self {
        Self { maxlength, ..self }
    }

    pub fn rows(self, rows: u32) -> Self {
        Self { rows, ..self }
    }
}

/// One of the options of a [`Choice`].
#[derive(Clone, Debug, Default, Serialize)]
pub struct FormOption {
    pub value: String,
    pub label: String,
    /// May be empty.
    pub hint: String,
    pub selected: bool,
}

/// A list to choose from (`forms.select`, `forms.radios`, `forms.checks`), or one box to tick
/// (`forms.check`: its only option).
#[derive(Clone, Debug, Default, Serialize)]
pub struct Choice {
    pub name: String,
    pub label: String,
    pub hint: String,
    pub error: String,
    pub required: bool,
    pub options: Vec<FormOption>,
}

impl Choice {
    pub fn new(name: &str, label: impl Into<String>) -> Self {
        Self { name: name.to_owned(), label: label.into(), ..Self::default() }
    }

    /// A box to tick, sent as `name=on`.
    pub fn tick(name: &str, label: impl Into<String>, ticked: bool) -> Self {
        let label = label.into();
        Self::new(name, label.clone()).option("on", label, ticked)
    }

    pub fn option(mut self, value: impl Into<String>, label: impl Into<String>, selected: bool) -> Self {
        let (value, label) = (value.into(), label.into());
        self.options.push(FormOption { value, label, hint: String::new(), selected });
        self
    }

    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: hint.into(), ..self }
    }

    pub fn error(self, error: impl Into<String>) -> Self {
        Self { error: error.into(), ..self }
    }

    pub fn required(self) -> Self {
        Self { required: true, ..self }
    }
}

/// A line of the summary above a form: which field, and what is wrong with it.
#[derive(Clone, Debug, Serialize)]
pub struct FieldError {
    /// Name of the field; its element has the id `f-NAME`.
    pub name: String,
    pub text: String,
}
