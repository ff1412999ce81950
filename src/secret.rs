//! Secrets that open something: drawn at random, shown once, stored as their hash.

use std::borrow::Cow;

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use sha2::{Digest, Sha256};

/// A secret of 192 random bits in letters that stand unescaped in addresses and cookies.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// A new one. Waits for the system's source of randomness when it is not ready.
    pub fn new() -> Self {
        Self(BASE64URL_NOPAD.encode(&random::<24>()))
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

    /// Another secret, which only the holder of this one can tell again; it gives this one away to
    /// nobody.
    pub fn child(&self, purpose: &str) -> Self {
        let digest = Sha256::digest(format!("vigie child {purpose}\n{}", self.0));
        Self(BASE64URL_NOPAD.encode(digest.as_slice().get(..24).unwrap_or_default()))
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

/// So many random bytes.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    // Only a system without any source of randomness fails, and it fails at the first start.
    while getrandom::fill(&mut bytes).is_err() {
        std::thread::yield_now();
    }
    bytes
}

/// A path as it may stand in a log: without what opens something. Also takes out other words of
/// just that length, which does no harm.
pub fn masked(path: &str) -> Cow<'_, str> {
    let is_secret = |segment: &str| {
        let stem = segment.split_once('.').map_or(segment, |(stem, _)| stem);
        Secret::parse(stem).is_some()
    };
    if !path.split('/').any(is_secret) {
        return Cow::Borrowed(path);
    }
    let shown = path.split('/').map(|segment| if is_secret(segment) { "…" } else { segment });
    Cow::Owned(shown.collect::<Vec<_>>().join("/"))
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
        let child = secret.child("a");
        assert_eq!(Secret::parse(child.reveal()), Some(secret.child("a")));
        assert_ne!(child, secret.child("b"));
        assert_ne!(child, Secret::new().child("a"));
        for bad in ["", "short", "é2345678901234567890123456789012", "!2345678901234567890123456789012"] {
            assert_eq!(Secret::parse(bad), None);
        }
    }

    #[test]
    fn secrets_are_taken_out_of_paths() {
        let secret = Secret::new();
        let path = format!("/en/agenda/prive/{}.ics", secret.reveal());
        assert_eq!(masked(&path), "/en/agenda/prive/…");
        assert_eq!(masked(&format!("/connexion/{}/x", secret.reveal())), "/connexion/…/x");
        assert_eq!(masked("/lieux/la-fabrique/agenda.ics"), "/lieux/la-fabrique/agenda.ics");
    }

    #[test]
    fn texts_are_compared_whole() {
        assert!(same("abc", "abc") && same("", ""));
        assert!(!same("abc", "abd") && !same("abc", "ab"));
    }
}
