//! One letter, free of language: keys of messages and what fills them. The recipient's language
//! is applied when it is sent.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::i18n::{Args, Locale, text_with};
use crate::ical::{Invitation, Posting};

const VERBATIM: &str = "letter-verbatim";
const ADDRESS: &str = "letter-address";

/// A message of `assets/locales` with its arguments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub key: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, String>,
}

impl Line {
    pub fn new(key: &str) -> Self {
        Self { key: key.to_owned(), args: BTreeMap::new() }
    }

    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }

    /// Words that a person wrote, as they are: `letter-verbatim`.
    pub fn verbatim(words: impl Into<String>) -> Self {
        Self::new(VERBATIM).with("words", words)
    }

    /// A local address from `/` without language, which the letter shows whole: `letter-address`.
    pub fn address(path: impl Into<String>) -> Self {
        Self::new(ADDRESS).with("path", path)
    }

    /// Whether both languages have the message, and the line all that fills it.
    fn is_worded(&self) -> bool {
        let typed = self.args.values().any(|value| value.contains("{$"));
        Locale::ALL.iter().all(|locale| {
            let said = self.say(*locale);
            said != self.key && (typed || !said.contains("{$"))
        })
    }

    /// Whether a person wrote these words.
    pub(super) fn is_verbatim(&self) -> bool {
        self.key == VERBATIM
    }

    /// The local address, where the line is one.
    pub(super) fn path(&self) -> Option<&str> {
        self.args.get("path").filter(|_| self.key == ADDRESS).map(String::as_str)
    }

    /// In the language of the one who reads.
    pub fn say(&self, locale: Locale) -> String {
        let mut args = Args::new();
        for (name, value) in &self.args {
            match count(value) {
                Some(number) => args.set(name.clone(), number),
                None => args.set(name.clone(), value.clone()),
            }
        }
        text_with(locale, &self.key, Some(&args))
    }
}

/// The number that a text is, when it is written as people count: messages choose their plural by
/// it. Telephone numbers and codes with a zero in front stay as they are.
fn count(text: &str) -> Option<u32> {
    let plain = text.len() <= 6 && !(text.len() > 1 && text.starts_with('0'));
    (plain && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// A letter to one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    pub subject: Line,
    /// What is said first, a paragraph each.
    pub paragraphs: Vec<Line>,
    /// Facts in a list: label and value (both lines).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<(Line, Line)>,
    /// The one thing to do: the label of a button, and a local address from `/` without language
    /// (it is made absolute, and English for English readers).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub button: Option<(Line, String)>,
    /// Name and address of the person whom answers go to; else to whoever reads the network's mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<(String, String)>,
    /// Said after the button.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<Line>,
    /// What it brings to the reader's calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<Box<Invitation>>,
}

impl Letter {
    pub fn new(subject: Line) -> Self {
        Self {
            subject,
            paragraphs: Vec::new(),
            facts: Vec::new(),
            button: None,
            reply_to: None,
            after: Vec::new(),
            calendar: None,
        }
    }

    /// The key of a line for which there are no words, or that lacks what fills them: a fault of the
    /// program.
    pub fn unworded(&self) -> Option<&str> {
        let facts = self.facts.iter().flat_map(|(label, value)| [label, value]);
        let button = self.button.iter().map(|(label, _)| label);
        let lines = [&self.subject].into_iter().chain(&self.paragraphs).chain(facts).chain(button);
        let unworded = lines.chain(&self.after).find(|line| !line.is_worded());
        unworded.map(|line| line.key.as_str())
    }

    pub fn paragraph(mut self, line: Line) -> Self {
        self.paragraphs.push(line);
        self
    }

    pub fn fact(mut self, label: Line, value: Line) -> Self {
        self.facts.push((label, value));
        self
    }

    pub fn button(mut self, label: Line, path: impl Into<String>) -> Self {
        self.button = Some((label, path.into()));
        self
    }

    /// Answers go to this person, who is told so before they send the letter.
    pub fn reply_to(mut self, name: impl Into<String>, address: impl Into<String>) -> Self {
        self.reply_to = Some((name.into(), address.into()));
        self
    }

    pub fn after(mut self, line: Line) -> Self {
        self.after.push(line);
        self
    }

    pub fn calendar(mut self, invitation: Invitation) -> Self {
        self.calendar = Some(Box::new(invitation));
        self
    }

    /// The iCalendar part: method and text.
    pub fn calendar_part(&self, posting: &Posting<'_>) -> Option<(&'static str, String)> {
        let invitation = self.calendar.as_ref()?;
        Some((invitation.method.name(), invitation.write(posting)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_without_words_is_noticed() {
        let letter = |subject| Letter::new(subject).after(Line::verbatim("{$name}"));
        assert_eq!(letter(Line::verbatim("Bonjour")).unworded(), None);
        let nobody = "letter-of-nobody";
        assert_eq!(letter(Line::new(nobody)).unworded(), Some(nobody));
        assert_eq!(letter(Line::new("letter-address")).unworded(), Some("letter-address"));
    }

    #[test]
    fn words_of_people_are_said_as_they_are() {
        for words in ["12", "007", "0475000000", "1 000", "{ $words }", "« Ça ira ! »\nÀ jeudi", ""] {
            assert_eq!(Line::verbatim(words).say(Locale::Fr), words);
        }
    }
}
