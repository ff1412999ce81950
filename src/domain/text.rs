//! Keys for accent- and case-blind search: the same folding when storing and when asking.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case without accents, ligatures opened (`œ` → `oe`), everything that is not a letter or
/// a digit turned into single blanks: `"Saint-Étienne (l'Œuvre)"` → `"saint etienne l oeuvre"`.
pub fn fold(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'œ' | 'Œ' => key.push_str("oe"),
            'æ' | 'Æ' => key.push_str("ae"),
            'ß' => key.push_str("ss"),
            c if c.is_alphanumeric() => key.extend(c.to_lowercase()),
            _ if key.ends_with(' ') || key.is_empty() => {}
            _ => key.push(' '),
        }
    }
    if key.ends_with(' ') {
        key.pop();
    }
    key
}

/// The words of a text as the search index keeps them: folded, plurals in `s` and `x` cut so that
/// "vélo" finds "vélos" in either database.
pub fn search_words(text: &str) -> Vec<String> {
    fold(text).split(' ').filter(|word| !word.is_empty()).map(stem).collect()
}

fn stem(word: &str) -> String {
    let plural = word.len() > 3 && word.ends_with(['s', 'x']) && !word.ends_with("ss");
    let end = if plural { word.len() - 1 } else { word.len() };
    word.get(..end).unwrap_or(word).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lose_their_plural() {
        assert_eq!(search_words("Vélos & réseaux, accès"), ["velo", "reseau", "acce"]);
        assert_eq!(search_words("les bus"), ["les", "bus"]);
        assert!(search_words(" !?").is_empty());
    }

    #[test]
    fn folding_is_blind_to_accents_case_and_punctuation() {
        for (text, key) in [
            ("Saint-Étienne (l'Œuvre)", "saint etienne l oeuvre"),
            ("  Café  RÉPARATION !", "cafe reparation"),
            ("", ""),
            ("—", ""),
            ("L’Haÿ-les-Roses", "l hay les roses"),
        ] {
            assert_eq!(fold(text), key, "{text:?}");
        }
    }
}
