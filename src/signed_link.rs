//! Links that open one thing without signing in, and of which nothing is stored: the number of what
//! they open and a signature. Short enough for a mail of plain text, of the shape of a [`Secret`], so
//! that logs leave both out.

use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::secret::{Secret, same};

/// What a link opens, and what makes it void once it changes.
#[derive(Clone, Copy, Debug)]
pub struct Signed<'a> {
    /// What the link is good for.
    pub purpose: &'a str,
    /// Identity for ever: a number may come again.
    pub uid: &'a str,
    /// Links of another generation open nothing.
    pub generation: i32,
}

/// Bytes of the number, and of the signature: 128 bits, of which none can be tried offline.
const NUMBER: usize = 8;
const SIGNATURE: usize = 16;

/// The text of the link that opens number `id`.
pub fn sign(key: &Secret, id: i64, signed: Signed<'_>) -> String {
    let mut bytes = id.to_be_bytes().to_vec();
    bytes.extend(signature(key, id, signed));
    BASE64URL_NOPAD.encode(&bytes)
}

/// The number that a link is about, whether or not its signature holds; `None`: no such link.
pub fn number(text: &str) -> Option<i64> {
    let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
    if bytes.len() != NUMBER + SIGNATURE {
        return None;
    }
    Some(i64::from_be_bytes(bytes.get(..NUMBER)?.try_into().ok()?))
}

/// Whether the link was signed for just this.
pub fn holds(key: &Secret, text: &str, signed: Signed<'_>) -> bool {
    number(text).is_some_and(|id| same(&sign(key, id, signed), text))
}

fn signature(key: &Secret, id: i64, signed: Signed<'_>) -> [u8; SIGNATURE] {
    let text = format!("{}\n{id}\n{}\n{}", signed.purpose, signed.uid, signed.generation);
    let mut short = [0; SIGNATURE];
    // A key of any length is taken (RFC 2104).
    if let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key.reveal().as_bytes()) {
        mac.update(text.as_bytes());
        for (to, from) in short.iter_mut().zip(mac.finalize().into_bytes()) {
            *to = from;
        }
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_opens_what_it_was_signed_for_and_nothing_else() {
        let key = Secret::new();
        let signed = Signed { purpose: "digest", uid: "a-uid", generation: 1 };
        let text = sign(&key, 42, signed);
        assert_eq!(number(&text), Some(42));
        assert!(Secret::parse(&text).is_some(), "logs leave it out");
        assert!(holds(&key, &text, signed));
        assert!(!holds(&Secret::new(), &text, signed));
        assert!(!holds(&key, &sign(&key, 43, signed), Signed { uid: "another", ..signed }));
        for other in [
            Signed { purpose: "other", ..signed },
            Signed { uid: "another", ..signed },
            Signed { generation: 2, ..signed },
        ] {
            assert!(!holds(&key, &text, other), "{other:?}");
        }
        for (at, _) in text.char_indices() {
            let mut bent: Vec<char> = text.chars().collect();
            bent[at] = if bent[at] == 'A' { 'B' } else { 'A' };
            assert!(!holds(&key, &bent.into_iter().collect::<String>(), signed), "{at}");
        }
        for bad in ["", "é", "AAAA", &"A".repeat(33)] {
            assert_eq!(number(bad), None);
        }
    }
}
