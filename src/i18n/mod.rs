//! The two languages of the interface. French is first; English is complete.
//!
//! Messages are Fluent files under `assets/locales`, one per subject, the same names on both
//! sides; a test holds that both languages know the same keys.

mod messages;
mod names;

pub mod date;
pub mod opening;
pub mod quantity;
pub mod recurrence;

pub use messages::{Args, text, text_with};

/// A language of the interface. French pages live at `/…`, English ones at `/en/…`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Locale {
    #[default]
    Fr,
    En,
}

impl Locale {
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// BCP 47 tag, as in the `lang` attribute.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// What stands before the path of an address in this language: `""` or `"/en"`.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Fr => "",
            Self::En => "/en",
        }
    }
}
