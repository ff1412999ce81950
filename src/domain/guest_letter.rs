//! Letters of hosts to those who are registered: to whom, and what stands in the subject.

use super::code::code_enum;

code_enum! {
    /// Whom a host writes to.
    Audience {
        /// Everyone who has a seat.
        Seated = "inscrites",
        /// The waiting list.
        Waiting = "en-attente",
        /// Those whom a host noted as present.
        Came = "venues",
    }
}

/// What a letter is about: one line of at most 120 characters, blanks folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject(String);

impl Subject {
    /// In characters.
    pub const LONGEST: usize = 120;

    /// `None` when it says nothing or too much.
    pub fn parse(text: &str) -> Option<Self> {
        let line = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
        let line = line.collect::<Vec<_>>().join(" ");
        let says = line.chars().any(char::is_alphanumeric);
        (says && line.chars().count() <= Self::LONGEST).then_some(Self(line))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_one_line_that_says_something() {
        for (typed, subject) in [
            ("  Changement\r\nde salle ", Some("Changement de salle")),
            ("Bcc: a@b.fr\u{0}", Some("Bcc: a@b.fr")),
            ("", None),
            ("!!! ?", None),
        ] {
            assert_eq!(Subject::parse(typed).as_ref().map(Subject::as_str), subject, "{typed:?}");
        }
        assert!(Subject::parse(&"é".repeat(120)).is_some() && Subject::parse(&"é".repeat(121)).is_none());
    }
}
