//! Small turns of phrase that several pages share.

use crate::i18n::{self, Args, Locale};

/// The text with a capital at its start.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// The message `key` with these arguments, each a text.
pub fn said<const N: usize>(locale: Locale, key: &str, args: [(&'static str, String); N]) -> String {
    i18n::text_with(locale, key, Some(&Args::from_iter(args)))
}

/// The message `key` with the number `n`, which chooses its plural.
pub fn counted(locale: Locale, key: &str, n: i64) -> String {
    i18n::text_with(locale, key, Some(&Args::from_iter([("n", n)])))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::*;

    /// Every key that the sources ask for, as in `text(locale, "place-source")`.
    fn keys_in(folder: &Path, found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                keys_in(&path, found);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let source = fs::read_to_string(&path).unwrap();
                let source = source.split_whitespace().collect::<Vec<_>>().join(" ");
                for call in ["text(", "text_with(", "say(", "said(", "counted("] {
                    found.extend(source.split(call).skip(1).filter_map(key_of));
                }
                for call in ["Line::new( \"", "Line::new(\"", ".saying(\""] {
                    found.extend(source.split(call).skip(1).filter_map(literal));
                }
            }
        }
    }

    /// The key in `locale, "key"…`; none where it is put together.
    fn key_of(arguments: &str) -> Option<String> {
        let (language, rest) = arguments.trim_start().split_once(", \"")?;
        let (key, _) = rest.split_once('"')?;
        let plain = key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        (language.ends_with("ocale") || language.ends_with("ocale()")).then_some(())?;
        (plain && key.contains('-')).then(|| key.to_owned())
    }

    /// The key that ends at the next quotation mark; none where it is put together.
    fn literal(rest: &str) -> Option<String> {
        let (key, _) = rest.split_once('"')?;
        (!key.contains('{')).then(|| key.to_owned())
    }

    #[test]
    fn every_message_that_the_code_names_exists() {
        let mut keys = BTreeSet::new();
        keys_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut keys);
        // This test names keys that are none.
        keys.retain(|key| key.contains('-'));
        assert!(keys.len() > 50, "{keys:?}");
        for key in keys {
            assert!(Locale::ALL.iter().all(|locale| i18n::text(*locale, &key) != key), "{key}");
        }
    }

    #[test]
    fn only_the_first_letter_is_raised() {
        for (text, raised) in [("ouvert", "Ouvert"), ("été à Die", "Été à Die"), ("9 h", "9 h"), ("", "")]
        {
            assert_eq!(capitalised(text), raised);
        }
    }
}
