//! The forms in which headers and bodies are signed: what relays may do to blanks and line ends on
//! the way makes no difference to them (RFC 6376, 3.4: "relaxed").

use ring::digest::{Context, Digest, SHA256};

/// One header of a mail, with its folds.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    pub name: &'a str,
    value: &'a str,
    #[cfg(test)]
    raw: &'a str,
}

impl<'a> Field<'a> {
    pub fn relaxed(&self) -> String {
        relaxed(self.name, self.value)
    }

    #[cfg(test)]
    pub fn raw(&self) -> &'a str {
        self.raw
    }
}

/// The headers of a mail in their order. What is no header is left out.
pub fn fields(head: &[u8]) -> Vec<Field<'_>> {
    let mut rest = std::str::from_utf8(head).unwrap_or_default();
    let mut fields = Vec::with_capacity(16);
    while !rest.is_empty() {
        let end = end_of_field(rest);
        let (raw, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        rest = after;
        if let Some((name, value)) = raw.split_once(':') {
            fields.push(Field {
                name: name.trim_end(),
                value,
                #[cfg(test)]
                raw,
            });
        }
    }
    fields
}

/// Past the first line end that no blank follows.
fn end_of_field(text: &str) -> usize {
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find("\r\n")) {
        from += at + 2;
        if !text.get(from..).is_some_and(|rest| rest.starts_with([' ', '\t'])) {
            return from;
        }
    }
    text.len()
}

/// `name:value`, the name in lower case, each run of blanks one blank, none at the ends.
pub fn relaxed(name: &str, value: &str) -> String {
    let mut out = name.to_ascii_lowercase();
    out.push(':');
    let words = value.split([' ', '\t', '\r', '\n']).filter(|word| !word.is_empty());
    for (n, word) in words.enumerate() {
        if n > 0 {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// SHA-256 of a body: no blanks at line ends, each other run of blanks one blank, no empty lines at
/// the end.
pub fn body_hash(body: &[u8]) -> Digest {
    let mut hash = Context::new(&SHA256);
    let mut empty_lines = 0;
    let mut out = Vec::with_capacity(1_024);
    let mut rest = body;
    while !rest.is_empty() {
        let end = memchr::memmem::find(rest, b"\r\n");
        let (line, after) = rest.split_at_checked(end.unwrap_or(rest.len())).unwrap_or((rest, &[]));
        rest = after.strip_prefix(b"\r\n").unwrap_or(after);
        out.clear();
        relax_line(line, &mut out);
        if out.is_empty() {
            empty_lines += 1;
            continue;
        }
        (0..std::mem::take(&mut empty_lines)).for_each(|_| hash.update(b"\r\n"));
        out.extend_from_slice(b"\r\n");
        hash.update(&out);
    }
    hash.finish()
}

fn relax_line(line: &[u8], out: &mut Vec<u8>) {
    let blank = |byte: &u8| matches!(byte, b' ' | b'\t');
    let end = line.iter().rposition(|byte| !blank(byte)).map_or(0, |at| at + 1);
    let mut after_blank = false;
    for byte in line.iter().take(end) {
        match blank(byte) {
            true if after_blank => {}
            true => out.push(b' '),
            false => out.push(*byte),
        }
        after_blank = blank(byte);
    }
}

#[cfg(test)]
mod tests {
    use ring::digest::digest;

    use super::*;

    #[test]
    fn headers_are_told_apart_and_unfolded() {
        let head = b"A: X\r\nB : Y\t\r\n\tZ  \r\nno header\r\nC:\r\n";
        let told: Vec<String> = fields(head).iter().map(Field::relaxed).collect();
        // RFC 6376, 3.4.5, and what it does not show.
        assert_eq!(told, ["a:X", "b:Y Z", "c:"]);
    }

    #[test]
    fn bodies_lose_their_blanks_and_empty_ends() {
        for (body, canonical) in [
            (" C \r\nD \t E\r\n\r\n\r\n", " C\r\nD E\r\n"),
            ("", ""),
            ("\r\n\r\n", ""),
            ("a\r\n\r\n\r\nb", "a\r\n\r\n\r\nb\r\n"),
            ("a\r\n \t\r\n", "a\r\n"),
            ("a \rb\n", "a \rb\n\r\n"),
        ] {
            assert_eq!(
                body_hash(body.as_bytes()).as_ref(),
                digest(&SHA256, canonical.as_bytes()).as_ref(),
                "{body:?}"
            );
        }
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_have_a_hash(bytes: Vec<u8>) {
            fields(&bytes);
            let doubled: Vec<u8> = [bytes.clone(), b"\r\n\r\n".to_vec()].concat();
            let (once, again) = (body_hash(&bytes), body_hash(&doubled));
            if bytes.ends_with(b"\r\n") {
                proptest::prop_assert_eq!(once.as_ref(), again.as_ref());
            }
        }
    }
}
