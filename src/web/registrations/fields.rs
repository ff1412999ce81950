//! What people decide of their registration, as fields of a form and back.

use super::page::{AskedField, WishFields};
use super::words::{refusal, with_number};
use crate::actions::Wish;
use crate::domain::registration::{Answer, Question, Refusal, Terms};
use crate::i18n::{self, Locale};
use crate::store::registrations::RegistrationRow;
use crate::web::error::Result;
use crate::web::fields::{Choice, Field, FieldError};
use crate::web::form::Form;

/// What stands in the fields.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub size: String,
    /// In the order of the questions.
    pub answers: Vec<String>,
    pub show_name: bool,
}

impl Typed {
    /// What was sent.
    pub fn of_form(form: &Form, questions: &[Question]) -> Self {
        Self {
            size: form.text("size"),
            answers: (0..questions.len()).map(|n| form.text(&answer_name(n))).collect(),
            show_name: form.is_on("show-name"),
        }
    }

    /// What was said before.
    pub fn of_row(row: &RegistrationRow, questions: &[Question]) -> Result<Self> {
        let answers = row.answers()?;
        let answer = |question: &Question| {
            let known = |answer: &&Answer| answer.question == question.label;
            answers.iter().find(known).map(|answer| answer.answer.clone()).unwrap_or_default()
        };
        Ok(Self {
            size: row.size.to_string(),
            answers: questions.iter().map(answer).collect(),
            show_name: row.show_name,
        })
    }

    /// The wish that the fields say; nothing about how many: one.
    pub fn wish(&self) -> Wish {
        let size = if self.size.is_empty() { 1 } else { self.size.parse().unwrap_or(0) };
        Wish { size, answers: self.answers.clone(), show_name: self.show_name }
    }
}

fn answer_name(question: usize) -> String {
    format!("answer-{question}")
}

/// The field that a refusal is about.
pub fn field_of(why: Refusal) -> Option<String> {
    match why {
        Refusal::GroupTooLarge { .. } | Refusal::NotEnoughSeats { .. } => Some("size".to_owned()),
        Refusal::Unanswered { question } => Some(answer_name(question)),
        _ => None,
    }
}

/// The refusal as a line of the summary, where it is about a field.
pub fn faults(locale: Locale, why: Option<Refusal>) -> Vec<FieldError> {
    let fault = |why: Refusal| Some(FieldError { name: field_of(why)?, text: refusal(locale, why) });
    why.and_then(fault).into_iter().collect()
}

/// The fields, with what stands in them and what is wrong.
pub fn fields(locale: Locale, terms: &Terms, typed: &Typed, errors: &[FieldError]) -> WishFields {
    let error = |name: &str| {
        errors.iter().find(|error| error.name == name).map(|error| error.text.clone()).unwrap_or_default()
    };
    let max = terms.largest_group();
    let held = typed.size.parse().unwrap_or(1);
    let size = (max > 1 || held > 1).then(|| Field {
        min: "1".to_owned(),
        max: max.max(held).to_string(),
        inputmode: "numeric",
        ..Field::of("number", "size", i18n::text(locale, "register-size"))
            .value(if typed.size.is_empty() { "1" } else { &typed.size })
            .hint(with_number(locale, "register-size-hint", "max", max))
            .error(error("size"))
            .required()
    });
    let asked = |(n, question): (usize, &Question)| {
        let (name, value) = (answer_name(n), typed.answers.get(n).map(String::as_str).unwrap_or_default());
        asked_field(&name, question, value, error(&name))
    };
    let show_name = Choice::tick("show-name", i18n::text(locale, "register-show-name"), typed.show_name)
        .hint(i18n::text(locale, "register-show-name-hint"));
    WishFields { size, questions: terms.rules.questions.iter().enumerate().map(asked).collect(), show_name }
}

fn asked_field(name: &str, question: &Question, value: &str, error: String) -> AskedField {
    if question.choices.is_empty() {
        let text = Field::text(name, &question.label).value(value).error(error).maxlength(500);
        return AskedField { text: Some(Field { required: question.required, ..text }), choice: None };
    }
    let choice = question
        .choices
        .iter()
        .fold(Choice::new(name, &question.label), |choice, text| choice.option(text, text, text == value));
    AskedField { text: None, choice: Some(Choice { required: question.required, error, ..choice }) }
}
