//! From the bytes of a file to its text: byte order mark, encoding, separator.

use std::borrow::Cow;

/// The text, and whether it had to be read as Windows-1252.
pub fn decode(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), false),
        Err(_) => (encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0, true),
    }
}

/// `;`, `,` or a tab: whichever the header has most of.
pub(super) fn separator(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let count = |separator: &u8| header.bytes().filter(|b| b == separator).count();
    // Of equals the last wins: a header without any is read with commas.
    *b"\t;,".iter().max_by_key(|s| count(s)).unwrap_or(&b',')
}
