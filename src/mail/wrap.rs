//! Plain text in lines that every mail program shows whole.

use super::mailing::shown_width as width;

/// RFC 5322, 2.1.1 asks for at most 78; 72 leaves room for the marks of those who quote.
const WIDTH: usize = 72; // characters

/// Breaks long lines at blanks. A line's indent and its quotation mark (`> `) are repeated; what has
/// no blank (an address) stays whole, and no-break spaces hold.
pub fn wrap(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 40);
    for line in text.lines() {
        wrap_line(line, &mut out);
        out.push('\n');
    }
    out
}

fn wrap_line(line: &str, out: &mut String) {
    if width(line) <= WIDTH {
        out.push_str(line);
        return;
    }
    let body = line.trim_start_matches([' ', '>']);
    let margin = line.strip_suffix(body).unwrap_or_default();
    let mut room = 0;
    for word in body.split(' ').filter(|word| !word.is_empty()) {
        let needed = width(word) + 1;
        if room >= needed {
            out.push(' ');
            room -= needed;
        } else {
            if !out.is_empty() && !out.ends_with('\n') {
                out.push('\n');
            }
            out.push_str(margin);
            room = WIDTH.saturating_sub(width(margin) + width(word));
        }
        out.push_str(word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_break_at_blanks_and_keep_their_margin() {
        let long = "mot ".repeat(30);
        for line in wrap(&format!("> {long}")).lines() {
            assert!(line.starts_with("> mot") && width(line) <= WIDTH && !line.ends_with(' '), "{line:?}");
        }
        assert_eq!(wrap(&format!("  {long}")).lines().count(), 2);
        let address = format!("https://vigie.example/{}", "a".repeat(80));
        assert_eq!(wrap(&format!("Voici {address} et la suite")), format!("Voici\n{address}\net la suite\n"));
    }

    #[test]
    fn short_lines_and_signs_stay() {
        for text in ["", "\n", "-- \nVigie\n", "Bonjour,\n\nà jeudi\n"] {
            assert_eq!(wrap(text), text);
        }
        let held = format!("{} « bonjour\u{202f}! »", "a".repeat(62));
        assert_eq!(wrap(&held).lines().nth(1), Some("bonjour\u{202f}! »"));
    }

    proptest::proptest! {
        #[test]
        fn no_word_is_lost(text in "[a-zé ]{0,300}") {
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            proptest::prop_assert_eq!(words(&wrap(&text)), words(&text));
        }
    }
}
