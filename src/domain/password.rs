//! Passwords as people choose them: long enough, and not easily guessed. Knows nothing of how they
//! are stored.

use unicode_normalization::UnicodeNormalization;
use zxcvbn::{Score, zxcvbn};

/// What French speakers type when they are asked for a password; English ones are in zxcvbn's lists.
const COMMON: &[&str] = &[
    "motdepasse",
    "azerty",
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
    "bonjour",
    "soleil",
    "jetaime",
    "doudou",
    "loulou",
    "chouchou",
    "coucou",
    "marseille",
    "chocolat",
    "coworking",
    "tierslieu",
    "tiers-lieu",
    "fablab",
    "bienvenue",
    "printemps",
    "janvier",
    "fevrier",
    "vigie",
];

/// A password that may be chosen: 10 to 128 characters, hard to guess. There are no rules on what
/// it is made of.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

/// Why a password may not be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordFault {
    TooShort,
    TooLong,
    /// Common, a date, a row of keys, or made of the person's own words.
    TooEasy,
}

impl Password {
    /// In characters, as people count them.
    pub const SHORTEST: usize = 10;
    pub const LONGEST: usize = 128;

    /// A password as it was typed, blanks included. `own_words` are those that anybody would try
    /// first: name, address, network, place.
    ///
    /// # Errors
    /// It may not be chosen, and why.
    pub fn choose(typed: &str, own_words: &[&str]) -> Result<Self, PasswordFault> {
        let password = normal(typed);
        match password.chars().count() {
            length if length < Self::SHORTEST => Err(PasswordFault::TooShort),
            length if length > Self::LONGEST => Err(PasswordFault::TooLong),
            _ if is_easy(&password, own_words) => Err(PasswordFault::TooEasy),
            _ => Ok(Self(password)),
        }
    }

    pub fn reveal(&self) -> &str {
        &self.0
    }
}

/// Never in logs.
impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(…)")
    }
}

/// The same characters whichever keyboard composed them: `é` is one, not `e` and an accent.
pub fn normal(typed: &str) -> String {
    typed.nfc().collect()
}

fn is_easy(password: &str, own_words: &[&str]) -> bool {
    let pieces = own_words.iter().flat_map(|words| words.split(|c: char| !c.is_alphanumeric()));
    let own = own_words.iter().copied().chain(pieces.filter(|word| word.chars().count() > 2));
    let inputs: Vec<&str> = COMMON.iter().copied().chain(own).collect();
    // Ten to the eighth guesses: what zxcvbn's authors call safe against guessing online.
    zxcvbn(password, &inputs).score() < Score::Three
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_long_and_hard_to_guess() {
        use PasswordFault::{TooEasy, TooLong, TooShort};
        let own = ["Camille Roux", "camille.roux@exemple.fr", "Réseau de la Drôme"];
        for (typed, fault) in [
            ("", Some(TooShort)),
            ("x7!Kq2wZ9", Some(TooShort)),
            ("éééé", Some(TooShort)),
            ("password123", Some(TooEasy)),
            ("motdepasse1", Some(TooEasy)),
            ("azertyuiop", Some(TooEasy)),
            ("Bonjour2026", Some(TooEasy)),
            ("camilleroux", Some(TooEasy)),
            ("camille.roux@exemple.fr", Some(TooEasy)),
            ("aaaaaaaaaaaaaaaaaa", Some(TooEasy)),
            ("1234567890", Some(TooEasy)),
            ("une girafe mange du plâtre", None),
            ("x7!Kq2wZ9p", None),
            ("  blancs gardés  ", None),
        ] {
            assert_eq!(Password::choose(typed, &own).err(), fault, "{typed:?}");
        }
        let long = "une girafe mange du plâtre ".repeat(5);
        assert_eq!(Password::choose(&long, &own).err(), Some(TooLong));
        assert!(Password::choose(long.get(..129).unwrap(), &own).is_ok(), "128 characters, 129 bytes");
    }

    #[test]
    fn a_password_is_the_same_from_every_keyboard_and_never_shown() {
        let composed = Password::choose("été à Nyons, 3 ânes", &[]).unwrap();
        let decomposed = Password::choose("e\u{301}te\u{301} a\u{300} Nyons, 3 a\u{302}nes", &[]).unwrap();
        assert_eq!(composed, decomposed);
        assert!(!format!("{composed:?}").contains("Nyons"));
    }
}
