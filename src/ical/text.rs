//! Characters of an iCalendar stream: what must be escaped, quoted, dropped, and where lines fold.
//! Knows nothing of events.

use std::borrow::Cow;

/// Octets of a physical line without its CR LF, the leading blank of a continuation included
/// (RFC 5545, 3.1).
const LINE_OCTETS: usize = 75;

/// A TEXT value (RFC 5545, 3.3.11): `\ ; ,` and line ends escaped, control characters gone.
pub fn escape(text: &str) -> Cow<'_, str> {
    let Some(first) = text.bytes().position(is_special) else { return Cow::Borrowed(text) };
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let (mut plain, mut rest) = text.split_at(first);
    let mut after_return = false;
    loop {
        out.push_str(plain);
        after_return &= plain.is_empty();
        let mut chars = rest.chars();
        let Some(c) = chars.next() else { return Cow::Owned(out) };
        match kept(c) {
            // CR LF is one line end.
            Some('\n') if after_return => {}
            Some('\n' | '\r') => out.push_str("\\n"),
            Some(c @ ('\\' | ';' | ',')) => out.extend(['\\', c]),
            Some(c) => out.push(c),
            None => {}
        }
        after_return = c == '\r' || after_return && kept(c).is_none();
        let after = chars.as_str();
        (plain, rest) = after.split_at(after.bytes().position(is_special).unwrap_or(after.len()));
    }
}

/// Bytes that begin what is escaped, dropped or replaced; runs of all others are copied whole.
fn is_special(byte: u8) -> bool {
    // C2 begins the control characters U+0080 to U+009F, E2 the separators U+2028 and U+2029.
    matches!(byte, b'\\' | b';' | b',' | 0..=0x1F | 0x7F | 0xC2 | 0xE2)
}

/// Line and paragraph separators of Unicode as line ends, tabs as blanks, no other control
/// characters: several readers refuse the whole feed for one of them.
fn kept(c: char) -> Option<char> {
    match c {
        '\n' | '\r' => Some(c),
        '\t' => Some(' '),
        '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        c if c.is_control() => None,
        c => Some(c),
    }
}

/// `;NAME="value"`, always quoted, with the escapes of RFC 6868. To be appended to the name of a
/// property: the crate would sort parameters and leave them bare.
pub fn parameter(name: &str, value: &str) -> String {
    let mut out = format!(";{name}=\"");
    for c in value.chars().filter_map(kept) {
        match c {
            '^' => out.push_str("^^"),
            '"' => out.push_str("^'"),
            '\n' => out.push_str("^n"),
            '\r' => {}
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A URI value: neither escaped nor quoted. What no URI may hold (blanks, accents, quotes,
/// RFC 3986) is percent-encoded, line ends and other controls are dropped.
pub fn uri(address: &str) -> Cow<'_, str> {
    use std::fmt::Write as _;

    if address.bytes().all(is_uri_byte) {
        return Cow::Borrowed(address);
    }
    let mut out = String::with_capacity(address.len() + 16);
    for byte in address.bytes() {
        if is_uri_byte(byte) {
            out.push(char::from(byte));
        } else if !byte.is_ascii_control() {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    Cow::Owned(out)
}

fn is_uri_byte(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}')
}

/// The crate's text with every line folded anew. The crate cuts 75 octets *after* the leading
/// blank, so that its continuations are one octet too long. Characters are never split.
pub fn refold(written: &str) -> String {
    let mut out = String::with_capacity(written.len() + written.len() / 32);
    let mut room = LINE_OCTETS;
    let mut start = 0;
    // One search for all line ends: a feed has thousands of short lines.
    for end in memchr::memchr_iter(b'\n', written.as_bytes()) {
        let line = written.get(start..end).unwrap_or_default();
        let line = line.strip_suffix('\r').unwrap_or(line);
        let part = match line.strip_prefix(' ') {
            Some(continued) => continued,
            None => {
                if start > 0 {
                    out.push_str("\r\n");
                }
                room = LINE_OCTETS;
                line
            }
        };
        room = push_folded(&mut out, part, room);
        start = end + 1;
    }
    out.push_str("\r\n");
    out
}

/// Appends to a line that has `room` octets left; the room left afterwards.
fn push_folded(out: &mut String, mut rest: &str, mut room: usize) -> usize {
    while rest.len() > room {
        let mut cut = room;
        while !rest.is_char_boundary(cut) {
            cut -= 1;
        }
        let (head, tail) = rest.split_at(cut);
        out.push_str(head);
        out.push_str("\r\n ");
        rest = tail;
        room = LINE_OCTETS - 1;
    }
    out.push_str(rest);
    room - rest.len()
}

#[cfg(test)]
pub mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What a reader makes of a stream: unfolded content lines.
    pub fn unfold(stream: &str) -> Vec<String> {
        stream.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
    }

    /// What a reader makes of a TEXT value.
    pub fn unescape(value: &str) -> String {
        let mut out = String::new();
        let mut chars = value.chars();
        while let Some(c) = chars.next() {
            match (c, if c == '\\' { chars.next() } else { None }) {
                ('\\', Some('n' | 'N')) => out.push('\n'),
                ('\\', Some(escaped)) => out.push(escaped),
                (c, _) => out.push(c),
            }
        }
        out
    }

    /// Asserts what RFC 5545 asks of every line of a stream.
    pub fn assert_well_formed(stream: &str) {
        assert!(stream.ends_with("\r\n"));
        for line in stream.split_terminator("\r\n") {
            assert!(line.len() <= LINE_OCTETS, "{} octets: {line}", line.len());
            assert!(!line.is_empty(), "empty line");
            assert!(
                line.chars().all(|c| kept(c) == Some(c)) && !line.contains(['\r', '\n']),
                "control in {line:?}"
            );
        }
    }

    #[test]
    fn text_is_escaped_and_nothing_more() {
        for (text, value) in [
            (
                "Café réparation : venez, on s'occupe du reste",
                "Café réparation : venez\\, on s'occupe du reste",
            ),
            (
                "Entrée libre.\nTournevis; pinces. C:\\atelier",
                "Entrée libre.\\nTournevis\\; pinces. C:\\\\atelier",
            ),
            ("a\r\nb\rc", "a\\nb\\nc"),
            ("a\u{0B}b\u{2028}c\u{2029}d\u{85}e", "a\\nb\\nc\\nd\\ne"),
            ("nul\0 bell\u{7} del\u{7F} c1\u{9B} tab\t.", "nul bell del c1 tab ."),
            ("<b>l&#x27;&amp;</b> \"x\"", "<b>l&#x27\\;&amp\\;</b> \"x\""),
        ] {
            assert_eq!(escape(text), value, "{text:?}");
        }
    }

    #[test]
    fn parameters_are_quoted_by_rfc_6868() {
        assert_eq!(parameter("CN", "La Fabrique, Rennes"), ";CN=\"La Fabrique, Rennes\"");
        assert_eq!(parameter("CN", "Le \"38\" ^ x\r\ny;z:\u{7}"), ";CN=\"Le ^'38^' ^^ x^ny;z:\"");
    }

    #[test]
    fn uris_stay_as_they_are_or_become_uris() {
        for (address, value) in [
            ("https://exemple.fr/e/cafe?a=1,2;b=3", "https://exemple.fr/e/cafe?a=1,2;b=3"),
            ("https://exemple.fr/été b%20c", "https://exemple.fr/%C3%A9t%C3%A9%20b%20c"),
            ("https://x.fr/\r\nATTENDEE:mailto:a@b", "https://x.fr/ATTENDEE:mailto:a@b"),
            ("https://x.fr/\"<>", "https://x.fr/%22%3C%3E"),
        ] {
            assert_eq!(uri(address), value, "{address:?}");
        }
    }

    #[test]
    fn a_continuation_holds_75_octets_with_its_blank() {
        let folded = refold(&ics::components::Property::new("X", "a".repeat(300)).to_string());
        let lengths: Vec<usize> = folded.split_terminator("\r\n").map(str::len).collect();
        assert_eq!(lengths, [75, 75, 75, 75, 6]);
    }

    proptest! {
        #[test]
        fn folding_and_escaping_come_back(text in "\\PC*|.*|[é🧵\\\\,;\n\r\0]{0,200}") {
            let stream = refold(&ics::components::Property::new("SUMMARY", escape(&text)).to_string());
            assert_well_formed(&stream);
            let lines = unfold(&stream);
            prop_assert_eq!(lines.len(), 1);
            let expected = text.chars().filter_map(kept).collect::<String>().replace("\r\n", "\n").replace('\r', "\n");
            prop_assert_eq!(unescape(lines[0].strip_prefix("SUMMARY:").unwrap()), expected);
        }

        #[test]
        fn parameters_and_uris_never_break_a_line(value in ".*") {
            let quoted = parameter("CN", &value);
            let inside = quoted.strip_prefix(";CN=\"").unwrap().strip_suffix('"').unwrap();
            prop_assert!(!inside.contains('"') && !inside.chars().any(char::is_control));
            prop_assert!(uri(&value).bytes().all(|b| b.is_ascii_graphic()));
        }
    }
}
