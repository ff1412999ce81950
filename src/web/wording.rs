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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_letter_is_raised() {
        for (text, raised) in [("ouvert", "Ouvert"), ("été à Die", "Été à Die"), ("9 h", "9 h"), ("", "")]
        {
            assert_eq!(capitalised(text), raised);
        }
    }
}
