//! Codes on paper for who has lost the phone: drawn at random, shown once, each good once. Knows
//! nothing of accounts but their number.

use data_encoding::{BASE32_NOPAD, HEXLOWER};
use sha2::{Digest, Sha256};

use crate::secret;

/// How many an account has.
pub const COUNT: usize = 10;

/// 80 random bits in sixteen letters and digits that are not taken for each other.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(String);

impl RecoveryCode {
    pub fn new() -> Self {
        Self(BASE32_NOPAD.encode(&secret::random::<10>()).to_ascii_lowercase())
    }

    /// What a person types, with or without hyphens, in letters of any size; `None` for what never
    /// was one. There is no 0 and no 1 in codes: they are read as the letters they look like.
    pub fn parse(typed: &str) -> Option<Self> {
        let letters = typed.chars().filter(|c| c.is_alphanumeric()).map(|c| match c.to_ascii_lowercase() {
            '0' => 'o',
            '1' => 'l',
            c => c,
        });
        let code: String = letters.collect();
        let is_letter = |b: u8| b.is_ascii_lowercase() || (b'2'..=b'7').contains(&b);
        (code.len() == 16 && code.bytes().all(is_letter)).then_some(Self(code))
    }

    /// As it is shown: in groups of four.
    pub fn in_groups(&self) -> String {
        let letters: Vec<char> = self.0.chars().collect();
        letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
    }

    /// What is stored: another for each account. A plain hash suffices against guessing 80 bits.
    pub fn hash(&self, member: i64) -> String {
        HEXLOWER.encode(&Sha256::digest(format!("vigie recovery {member}\n{}", self.0)))
    }
}

impl Default for RecoveryCode {
    fn default() -> Self {
        Self::new()
    }
}

/// Never in logs.
impl std::fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = RecoveryCode("abcdlo23efghl4mn".to_owned());
        assert_eq!(code.in_groups(), "abcd-lo23-efgh-l4mn");
        for typed in ["abcd-lo23-efgh-l4mn", " ABCD 1023 EFGH l4mn ", "abcdlo23efghl4mn"] {
            assert_eq!(RecoveryCode::parse(typed), Some(code.clone()), "{typed}");
        }
        for nonsense in ["", "123456", "abcd-lo23-efgh-l4m", "abcd-lo23-efgh-l4mé", "abcd-lo23-efgh-l4m9"] {
            assert_eq!(RecoveryCode::parse(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn what_is_stored_tells_accounts_apart_and_not_the_code() {
        let code = RecoveryCode::new();
        assert_eq!(RecoveryCode::parse(&code.in_groups()), Some(code.clone()));
        assert_ne!(code.hash(1), code.hash(2));
        assert!(!code.hash(1).contains(&code.0) && format!("{code:?}") == "RecoveryCode(…)");
        assert_ne!(code, RecoveryCode::new());
    }
}
