//! The choices of a private feed, as a form and back.

use super::page::FeedForm;
use crate::domain::private_feed::{FeedChoices, FeedName};
use crate::i18n::{self, Locale};
use crate::store::private_feeds::PrivateFeedRow;
use crate::web::fields::{Choice, Field, FieldError, FormMarks};
use crate::web::form::Form;

const NAME: &str = "nom";
const WITH_PLACES: &str = "lieux";
const REMINDERS: &str = "rappels";

/// What was typed or is proposed.
pub struct Typed {
    name: String,
    with_places: bool,
    reminders: bool,
}

impl Typed {
    /// A first feed holds everything and rings.
    pub fn proposed(locale: Locale) -> Self {
        Self { name: i18n::text(locale, "mine-feed-name-proposed"), with_places: true, reminders: true }
    }

    pub fn of(form: &Form) -> Self {
        Self { name: form.text(NAME), with_places: form.is_on(WITH_PLACES), reminders: form.is_on(REMINDERS) }
    }

    pub fn stored(feed: &PrivateFeedRow) -> Self {
        Self { name: feed.name.clone(), with_places: feed.with_places, reminders: feed.reminders }
    }

    /// The choices; `None` when the name is none.
    pub fn choices(&self) -> Option<FeedChoices> {
        let name = FeedName::parse(&self.name)?;
        Some(FeedChoices { name, with_places: self.with_places, reminders: self.reminders })
    }

    pub fn form(&self, locale: Locale, marks: FormMarks, checked: bool) -> FeedForm {
        let word = |key: &str| i18n::text(locale, key);
        let name = Field::text(NAME, word("mine-feed-name"))
            .value(&self.name)
            .hint(word("mine-feed-name.hint"))
            .maxlength(u32::try_from(FeedName::LONGEST).unwrap_or(0))
            .autocomplete("off")
            .required();
        let error = match checked && self.choices().is_none() {
            true => word("mine-feed-name.error"),
            false => String::new(),
        };
        let errors = match error.is_empty() {
            true => Vec::new(),
            false => vec![FieldError { name: NAME.to_owned(), text: error.clone() }],
        };
        FeedForm {
            marks,
            errors,
            name: name.error(error),
            with_places: Choice::tick(WITH_PLACES, word("mine-feed-with-places"), self.with_places)
                .hint(word("mine-feed-with-places.hint")),
            reminders: Choice::tick(REMINDERS, word("mine-feed-reminders"), self.reminders)
                .hint(word("mine-feed-reminders.hint")),
        }
    }
}
