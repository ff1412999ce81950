//! Members: persons with an account, and what they are at which place.

use super::code::code_enum;

code_enum! {
    /// Where an account stands.
    MemberState {
        /// A host or the coordination has still to welcome it; it may sign in and see its own pages.
        Waiting = "en-attente",
        Active = "actif",
        /// Put aside by the coordination: may not sign in and is seen nowhere.
        Suspended = "suspendu",
    }
}

code_enum! {
    /// How a member uses a place.
    MembershipKind {
        Resident = "resident",
        Nomad = "nomade",
        Volunteer = "benevole",
        User = "usager",
    }
}

code_enum! {
    /// What a member is at a place.
    MembershipRole {
        /// Asked to join; nothing yet.
        Asked = "demandee",
        Member = "membre",
        /// *Animateur·rice*: holds and animates the place.
        Host = "animation",
    }
}

code_enum! {
    /// Who may sign up in this network.
    #[derive(Default)]
    SignupRule {
        #[default]
        Open = "ouverte",
        /// Anyone, and a host of the chosen place (or the coordination) welcomes them.
        OnApproval = "sur-validation",
        ByInvitation = "sur-invitation",
    }
}

code_enum! {
    /// What somebody is invited as.
    #[derive(Default)]
    InvitedAs {
        /// A member; of the place, where one is named.
        #[default]
        Member = "membre",
        /// *Animateur·rice* of the place.
        Host = "animation",
        Coordinator = "coordination",
    }
}

/// A person's name as they write it: 1 to 80 characters on one line, blanks folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName(String);

impl PersonName {
    const LONGEST: usize = 80;

    /// `None` when it is blank, too long, holds control characters, or is an address of any sort:
    /// names stand in lists and mails, and must not be an advertisement.
    pub fn parse(text: &str) -> Option<Self> {
        let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_plain = !name.chars().any(char::is_control) && !name.contains(['@', '/', '<', '>']);
        let has_letter = name.chars().any(char::is_alphabetic);
        (is_plain && has_letter && name.chars().count() <= Self::LONGEST).then_some(Self(name))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// "Camille Roux" as "CR": shown where there is no photo.
    pub fn initials(name: &str) -> String {
        let first = |word: &str| word.chars().find(|c| c.is_alphanumeric());
        let mut words = name.split([' ', '-']).filter_map(first);
        let (start, last) = (words.next(), words.next_back());
        start.into_iter().chain(last).flat_map(char::to_uppercase).collect()
    }
}

impl std::fmt::Display for PersonName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_of_a_persons_name() {
        let parse = |text| PersonName::parse(text).map(|name| name.to_string());
        assert_eq!(parse("  Camille \t Roux ").as_deref(), Some("Camille Roux"));
        assert_eq!(parse("李").as_deref(), Some("李"));
        let long = "a".repeat(81);
        for refused in ["", "  ", "12", "https://spam.example/", "a@b.fr", "<b>a</b>", long.as_str()] {
            assert_eq!(parse(refused), None, "{refused:?}");
        }
    }

    #[test]
    fn initials_are_those_of_the_first_and_last_word() {
        for (name, initials) in [
            ("Camille Roux", "CR"),
            ("Jean-Pierre de la Tour", "JT"),
            ("Zoé", "Z"),
            ("", ""),
            ("élise (bénévole)", "ÉB"),
        ] {
            assert_eq!(PersonName::initials(name), initials);
        }
    }
}
