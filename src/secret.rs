//! Secrets that open something: drawn at random, shown once, stored as their hash.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use sha2::{Digest, Sha256};

/// A secret of 192 random bits in letters that stand unescaped in addresses and cookies.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// A new one. Waits for the system's source of randomness when it is not ready.
    pub fn new() -> Self {
        let mut bytes = [0; 24];
        // Only a system without any source of randomness fails, and it fails at the first start.
        while getrandom::fill(&mut bytes).is_err() {
            std::thread::yield_now();
        }
        Self(BASE64URL_NOPAD.encode(&bytes))
    }

    /// What a person or a browser brings back; `None` for what never was one.
    pub fn parse(text: &str) -> Option<Self> {
        let shaped =
            text.len() == 32 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
        shaped.then(|| Self(text.to_owned()))
    }

    /// The secret itself, for the cookie or the link that carries it.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What is stored and looked up. A plain hash suffices: there is nothing to guess in 192 bits.
    pub fn hash(&self) -> String {
        self.derive("stored")
    }

    /// Another text that only the holder of the secret can know, for one purpose.
    pub fn derive(&self, purpose: &str) -> String {
        let digest = Sha256::digest(format!("vigie {purpose}\n{}", self.0));
        HEXLOWER.encode(&digest)
    }
}

impl Default for Secret {
    fn default() -> Self {
        Self::new()
    }
}

/// Never in logs.
impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Whether two texts are equal, in a time that does not tell where they differ.
pub fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |differ, (x, y)| differ | (x ^ y)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_read_back_and_hidden() {
        let secret = Secret::new();
        assert_eq!(Secret::parse(secret.reveal()), Some(secret.clone()));
        assert_ne!(secret, Secret::new());
        assert!(!secret.hash().contains(secret.reveal()) && !format!("{secret:?}").contains(secret.reveal()));
        assert_ne!(secret.derive("form"), secret.hash());
        for bad in ["", "short", "é2345678901234567890123456789012", "!2345678901234567890123456789012"] {
            assert_eq!(Secret::parse(bad), None);
        }
    }

    #[test]
    fn texts_are_compared_whole() {
        assert!(same("abc", "abc") && same("", ""));
        assert!(!same("abc", "abd") && !same("abc", "ab"));
    }
}
