//! Why a letter could not be handed over, in a form that is stored and told later.

use crate::domain::code::code_enum;

code_enum! {
    /// What went wrong.
    FailureKind {
        /// No connection to the mail server, or none that is encrypted as it must be.
        Unreachable = "unreachable",
        /// The mail server does not know our name and password.
        SignIn = "sign-in",
        /// The mail server does not take letters from our sender's address.
        SenderRefused = "sender",
        /// The mail server will never take letters for this recipient.
        RecipientRefused = "recipient",
        /// The mail server asks to come back later.
        NotNow = "not-now",
        /// The mail server refuses this letter.
        LetterRefused = "letter",
        /// The connection broke while the letter was on its way.
        Cut = "cut",
        /// The sending process ended in the midst.
        Interrupted = "interrupted",
        /// The folder for letters cannot be written.
        Folder = "folder",
        /// The stored letter or an address in it makes no mail.
        Unwritable = "unwritable",
        /// Earlier letters to this recipient were refused for good, and this one was not tried.
        Stopped = "stopped",
    }
}

impl FailureKind {
    /// Whether trying again is in vain.
    pub fn is_final(self) -> bool {
        matches!(self, Self::RecipientRefused | Self::LetterRefused | Self::Unwritable | Self::Stopped)
    }

    /// Whether the next letter would fail in the same way.
    pub fn concerns_all(self) -> bool {
        matches!(self, Self::Unreachable | Self::SignIn | Self::SenderRefused | Self::Folder)
    }
}

/// What went wrong, and what the other side said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    pub kind: FailureKind,
    /// In the words of the server or of the system, on one line. May be empty.
    pub said: String,
}

/// Longest text of another side that is kept, in characters.
const LONGEST: usize = 300;

impl Failure {
    pub fn new(kind: FailureKind, said: impl std::fmt::Display) -> Self {
        let said = said.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
        Self { kind, said: said.chars().filter(|c| !c.is_control()).take(LONGEST).collect() }
    }

    /// Whether it is the mailbox that will not take letters. A refusal that speaks of the letter, of
    /// our reputation or of the server's trouble says nothing of it (RFC 3463: 5.3, 5.5, 5.6, 5.7).
    pub fn blames_address(&self) -> bool {
        let subject = self.said.split([' ', '-', ':']).take(3).find_map(|word| word.strip_prefix("5."));
        let subject = subject.and_then(|rest| rest.split_once('.')).map(|(subject, _)| subject);
        self.kind == FailureKind::RecipientRefused
            && subject.is_none_or(|subject| matches!(subject, "0" | "1" | "2" | "4"))
    }

    /// As it is stored: the code, a blank, what was said.
    pub fn stored(&self) -> String {
        format!("{} {}", self.kind, self.said).trim_end().to_owned()
    }

    /// [`Self::stored`] read back.
    pub fn parse(stored: &str) -> Option<Self> {
        let (code, said) = stored.split_once(' ').unwrap_or((stored, ""));
        Some(Self { kind: FailureKind::from_code(code)?, said: said.to_owned() })
    }
}

/// For operators.
impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self.kind {
            FailureKind::Unreachable => "the mail server cannot be reached",
            FailureKind::SignIn => "the mail server refuses the name and password",
            FailureKind::SenderRefused => "the mail server refuses the sender's address",
            FailureKind::RecipientRefused => "the mail server refuses the recipient",
            FailureKind::NotNow => "the mail server asks to come back later",
            FailureKind::LetterRefused => "the mail server refuses the letter",
            FailureKind::Cut => "the connection to the mail server broke",
            FailureKind::Interrupted => "the process that was sending it ended",
            FailureKind::Folder => "the folder for letters cannot be written",
            FailureKind::Unwritable => "no mail can be made of it",
            FailureKind::Stopped => "the recipient refused earlier letters",
        })?;
        if self.said.is_empty() { Ok(()) } else { write!(f, ": {}", self.said) }
    }
}

impl std::error::Error for Failure {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_blame_the_mailbox_or_something_else() {
        for (said, expected) in [
            ("550 5.1.1 no such mailbox", true),
            ("550-5.1.1 The account does not exist", true),
            ("550 no such user here", true),
            ("552 5.2.2 mailbox full", true),
            ("550 5.4.1 Recipient address rejected", true),
            ("5.0.0 unknown", true),
            ("550 5.7.1 blocked by our list", false),
            ("550-5.7.26 unauthenticated", false),
            ("552 5.3.4 too large", false),
        ] {
            let failure = Failure::new(FailureKind::RecipientRefused, said);
            assert_eq!(failure.blames_address(), expected, "{said}");
        }
        assert!(!Failure::new(FailureKind::LetterRefused, "550 5.1.1").blames_address());
    }

    #[test]
    fn a_failure_is_stored_and_read_back() {
        let failure = Failure::new(FailureKind::RecipientRefused, "550 5.1.1\r\n  no such\u{7} user ");
        assert_eq!(failure.stored(), "recipient 550 5.1.1 no such user");
        for failure in [failure, Failure::new(FailureKind::Cut, "")] {
            assert_eq!(Failure::parse(&failure.stored()), Some(failure));
        }
        assert_eq!(Failure::parse(""), None);
    }
}
