//! How people come to belong to a place, and how they stop: who decides, what has to be agreed to,
//! who may not leave yet. Knows neither rows nor letters.

use super::code::code_enum;
use super::member::MembershipRole;

code_enum! {
    /// How a place takes people in.
    #[derive(Default)]
    JoiningRule {
        /// Whoever wants to is a member at once.
        OneTap = "directe",
        /// A host answers each request.
        #[default]
        OnRequest = "sur-demande",
    }
}

impl JoiningRule {
    /// What somebody is at the place once they asked to join. An account that nobody has welcomed
    /// in the network yet is always answered by a host.
    pub fn role_of_a_newcomer(self, account_is_active: bool) -> MembershipRole {
        match (self, account_is_active) {
            (Self::OneTap, true) => MembershipRole::Member,
            (Self::OneTap, false) | (Self::OnRequest, _) => MembershipRole::Asked,
        }
    }
}

/// Words that a host or a member writes, in Markdown or plain: at most `LONGEST` characters,
/// without blanks around and control characters but line ends and tabs. May be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words<const LONGEST: usize>(String);

/// A charter, which may be long.
pub type CharterText = Words<20_000>;
/// What a place says to whoever joins.
pub type WelcomeNote = Words<4_000>;
/// A letter to a newcomer.
pub type LetterText = Words<4_000>;
/// A word that goes with a decision.
pub type Remark = Words<1_000>;

impl<const LONGEST: usize> Words<LONGEST> {
    pub const LONGEST: usize = LONGEST;

    /// `None` when they are too long.
    pub fn parse(text: &str) -> Option<Self> {
        let kept = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
        let text: String = text.replace("\r\n", "\n").trim().chars().filter(kept).collect();
        (text.chars().count() <= LONGEST).then_some(Self(text))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Why somebody cannot join, leave, or decide on others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JoiningError {
    /// The place has closed for good.
    PlaceClosed,
    /// The charter in force was not agreed to.
    CharterNotAccepted { version: i32 },
    /// The charter was changed meanwhile; this is the version in force.
    CharterChanged { version: i32 },
    /// They do not wait for an answer, or not any more.
    NotAsked,
    /// They do not belong to the place.
    NotMember,
    /// Nobody would hold the place: the coordination has to name another host first.
    LastHost,
    /// Too many requests in a short time.
    TooOften,
    /// The letter was sent or set aside already.
    LetterDecided,
    /// A letter without words.
    LetterEmpty,
}

/// The version that a member has still to agree to: the one in force (`None`: no charter), unless
/// it is the last that they accepted.
pub fn charter_to_accept(in_force: Option<i32>, accepted: Option<i32>) -> Option<i32> {
    in_force.filter(|version| accepted != Some(*version))
}

/// Whether one of this many hosts may stop being one. A place is not left to itself, except by
/// those who can name another host: the coordination.
pub fn may_stop_hosting(hosts: usize, by_the_coordination: bool) -> bool {
    hosts > 1 || by_the_coordination
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_answers_unless_the_place_is_open_to_known_accounts() {
        for (rule, active, role) in [
            (JoiningRule::OneTap, true, MembershipRole::Member),
            (JoiningRule::OneTap, false, MembershipRole::Asked),
            (JoiningRule::OnRequest, true, MembershipRole::Asked),
            (JoiningRule::OnRequest, false, MembershipRole::Asked),
        ] {
            assert_eq!(rule.role_of_a_newcomer(active), role, "{rule:?} {active}");
        }
    }

    #[test]
    fn a_newer_charter_is_asked_again() {
        for (in_force, accepted, asked) in [
            (None, None, None),
            (None, Some(1), None),
            (Some(1), None, Some(1)),
            (Some(1), Some(1), None),
            (Some(3), Some(1), Some(3)),
        ] {
            assert_eq!(charter_to_accept(in_force, accepted), asked);
        }
    }

    #[test]
    fn the_last_host_stays_until_the_coordination_lets_them_go() {
        for (hosts, by_the_coordination, may) in [(1, false, false), (1, true, true), (2, false, true)] {
            assert_eq!(may_stop_hosting(hosts, by_the_coordination), may);
        }
    }

    #[test]
    fn words_are_kept_within_their_length() {
        type Short = Words<5>;
        for (typed, kept) in
            [(" été\r\n", Some("été")), ("a\r\nb\u{7}", Some("a\nb")), ("", Some("")), ("éééééé", None)]
        {
            assert_eq!(Short::parse(typed).as_ref().map(Short::as_str), kept, "{typed:?}");
        }
        assert!(Remark::default().is_empty());
    }
}
