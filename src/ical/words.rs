//! The few words that calendars say by themselves, in the language of the feed.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::domain::event::EventStatus;
use crate::i18n::{self, Args, Locale};

/// The title, which says by itself that things are not as announced: many apps show neither STATUS
/// nor the description.
pub fn title(locale: Locale, status: EventStatus, title: &str) -> Cow<'_, str> {
    if status == EventStatus::Planned {
        return Cow::Borrowed(title);
    }
    let mut args = Args::new();
    args.set("title", title);
    Cow::Owned(i18n::text_with(locale, &format!("calendar-title-{}", status.code()), Some(&args)))
}

/// Words that most events need, looked up once.
pub struct Words {
    /// Before the address of the online meeting.
    pub conference: String,
    pub conference_label: String,
    /// Where it takes place, when no more may be said.
    pub online: String,
}

pub fn words(locale: Locale) -> &'static Words {
    static FRENCH: LazyLock<Words> = LazyLock::new(|| Words::of(Locale::Fr));
    static ENGLISH: LazyLock<Words> = LazyLock::new(|| Words::of(Locale::En));
    match locale {
        Locale::Fr => &FRENCH,
        Locale::En => &ENGLISH,
    }
}

impl Words {
    fn of(locale: Locale) -> Self {
        Self {
            conference: i18n::text(locale, "calendar-conference"),
            conference_label: i18n::text(locale, "calendar-conference-label"),
            online: i18n::text(locale, "calendar-online"),
        }
    }
}
