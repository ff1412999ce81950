//! A mail that many people get. It is rendered once for all who share its content, with marks where
//! each has their own words; a copy is what fills the marks. Knows neither what it says nor to whom.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::code::code_enum;
use crate::i18n::Locale;

code_enum! {
    /// The list that a mailing belongs to: what mail programs sort by, and what one leaves.
    MailingList {
        /// A member's digest.
        Digest = "recapitulatif",
        /// A digest without account.
        Newsletter = "lettre",
        /// A host's note on the week of their place.
        HostWeek = "semaine",
        /// What changed in the network, for the coordination.
        Network = "coordination",
    }
}

/// What the readers of a mailing share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailing {
    pub list: MailingList,
    pub locale: Locale,
    /// These three with marks.
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// What one reader has of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copy {
    /// By name of mark; a mark that nothing fills is left out.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fills: BTreeMap<String, Fill>,
    /// The address that ends the subscription by one POST (RFC 8058): local, from `/`, without language.
    pub leave: String,
    /// Name and address of the person whom answers go to; else to whoever reads the network's mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<(String, String)>,
}

/// One reader's words at a mark. The HTML is ready to stand there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fill {
    pub text: String,
    pub html: String,
}

/// A copy with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// Stands on both sides of a mark's name: a character that no script uses.
const BOUND: char = '\u{F8FF}';

/// The mark of this name, to be rendered into a mailing.
pub fn mark(name: &str) -> String {
    format!("{BOUND}{name}{BOUND}")
}

/// The words of people without what would read as a mark.
pub fn without_marks(words: &str) -> Cow<'_, str> {
    match words.contains(BOUND) {
        true => Cow::Owned(words.replace(BOUND, "")),
        false => Cow::Borrowed(words),
    }
}

impl Mailing {
    /// The mail of one reader.
    pub fn fill(&self, copy: &Copy) -> Filled {
        let own = |name: &str| copy.fills.get(name);
        Filled {
            subject: filled(&self.subject, |name| own(name).map(|fill| fill.text.as_str())),
            text: filled(&self.text, |name| own(name).map(|fill| fill.text.as_str())),
            html: filled(&self.html, |name| own(name).map(|fill| fill.html.as_str())),
        }
    }
}

/// Every second piece is a name.
fn filled<'a>(text: &str, own: impl Fn(&str) -> Option<&'a str>) -> String {
    let mut out = String::with_capacity(text.len() + 512);
    for (n, piece) in text.split(BOUND).enumerate() {
        match n % 2 {
            0 => out.push_str(piece),
            _ => out.push_str(own(piece).unwrap_or_default()),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_fills_the_marks_of_its_mailing() {
        let mailing = Mailing {
            list: MailingList::Digest,
            locale: Locale::Fr,
            subject: "Votre semaine".to_owned(),
            text: format!("Bonjour {},\n{}à bientôt", mark("name"), mark("nothing")),
            html: format!("<p>Bonjour {}</p>", mark("name")),
        };
        let name = Fill { text: "Zoé & Co".to_owned(), html: "Zoé &amp; Co".to_owned() };
        let copy = Copy { fills: [("name".to_owned(), name)].into(), ..Copy::default() };
        let filled = mailing.fill(&copy);
        assert_eq!(filled.text, "Bonjour Zoé & Co,\nà bientôt");
        assert_eq!(filled.html, "<p>Bonjour Zoé &amp; Co</p>");
        assert_eq!(without_marks(&mark("name")), "name");
    }
}
