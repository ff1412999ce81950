//! A mail that many people get. It is rendered once for all who share its content, with marks where
//! each has their own words, and parts that some do without; a copy is what fills the marks and which
//! parts are left out. Knows neither what it says nor to whom.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

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
    /// Names of parts that are left out.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub without: BTreeSet<String>,
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
pub(super) const BOUND: char = '\u{F8FF}';

/// Begins a part, whose name ends with [`BOUND`].
const OPEN: char = '\u{F8FD}';

const CLOSE: char = '\u{F8FE}';

const MARKS: [char; 3] = [BOUND, OPEN, CLOSE];

/// The mark of this name, to be rendered into a mailing.
pub fn mark(name: &str) -> String {
    format!("{BOUND}{name}{BOUND}")
}

/// Where the part of this name begins; it ends at its [`close`], and may hold others.
pub fn open(name: impl std::fmt::Display) -> String {
    format!("{OPEN}{name}{BOUND}")
}

/// Where the part that was opened last ends.
pub fn close() -> String {
    CLOSE.to_string()
}

/// The words of people without what would read as a mark.
pub fn without_marks(words: &str) -> Cow<'_, str> {
    match words.contains(MARKS) {
        true => Cow::Owned(words.replace(MARKS, "")),
        false => Cow::Borrowed(words),
    }
}

/// How many characters a line of a mailing shows before its marks are filled.
pub(super) fn shown_width(line: &str) -> usize {
    match line.contains(MARKS) {
        true => filled(line, |_| None, |_| false).chars().count(),
        false => line.chars().count(),
    }
}

impl Mailing {
    /// The mail of one reader.
    pub fn fill(&self, copy: &Copy) -> Filled {
        let own = |name: &str| copy.fills.get(name);
        let is_out = |name: &str| copy.without.contains(name);
        Filled {
            subject: filled(&self.subject, |name| own(name).map(|fill| fill.text.as_str()), is_out),
            text: filled(&self.text, |name| own(name).map(|fill| fill.text.as_str()), is_out),
            html: filled(&self.html, |name| own(name).map(|fill| fill.html.as_str()), is_out),
        }
    }
}

fn filled<'a>(text: &str, own: impl Fn(&str) -> Option<&'a str>, is_out: impl Fn(&str) -> bool) -> String {
    let mut out = String::with_capacity(text.len() + 512);
    let mut rest = text;
    // Parts that are open, from the first that is left out.
    let mut left_out = 0_usize;
    while let Some((before, mark, after)) = next_mark(rest) {
        if left_out == 0 {
            out.push_str(before);
        }
        rest = after;
        if mark == CLOSE {
            left_out = left_out.saturating_sub(1);
            continue;
        }
        let (name, after) = rest.split_once(BOUND).unwrap_or((rest, ""));
        rest = after;
        if mark == OPEN && (left_out > 0 || is_out(name)) {
            left_out += 1;
        } else if mark == BOUND && left_out == 0 {
            out.push_str(own(name).unwrap_or_default());
        }
    }
    if left_out == 0 {
        out.push_str(rest);
    }
    out
}

/// What stands before the next mark, the mark, and what follows it.
fn next_mark(text: &str) -> Option<(&str, char, &str)> {
    let (at, mark) = text.match_indices(MARKS).next()?;
    let (before, from) = text.split_at(at);
    Some((before, mark.chars().next()?, from.strip_prefix(MARKS)?))
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
        assert_eq!(without_marks(&format!("{}é{}", open("a"), close())), "aé");
    }

    #[test]
    fn a_reader_does_without_parts_and_all_that_they_hold() {
        let (a, b, name, end) = (open("a"), open("b"), mark("n"), close());
        let text = format!("1{a}2{b}3{name}{end}4{end}5{b}6{end}7");
        let said = |without: &[&str]| {
            let is_out = |name: &str| without.contains(&name);
            filled(&text, |_| Some("!"), is_out)
        };
        assert_eq!(said(&[]), "123!4567");
        assert_eq!(said(&["a"]), "1567");
        assert_eq!(said(&["b"]), "12457");
        assert_eq!(said(&["a", "b"]), "157");
        assert_eq!(shown_width(&text), 7);
        // What is broken ends somewhere.
        let broken = |text: &str| filled(text, |_| Some("!"), |_| true);
        assert_eq!(broken(&format!("1{end}2{name}")), "12!");
        assert_eq!(broken(&format!("1{a}2")), "1");
        assert_eq!(broken("1\u{F8FF}n"), "1!");
    }

    proptest::proptest! {
        #[test]
        fn words_without_marks_stay_whatever_is_left_out(words in "\\PC{0,60}") {
            let words = without_marks(&words).into_owned();
            proptest::prop_assert_eq!(filled(&words, |_| Some("!"), |_| true), words);
        }
    }
}
