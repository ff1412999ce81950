//! Slugs: the readable part of an address, chosen once and then kept.

use super::text::fold;

/// Lower-case ASCII letters and digits in words joined by single hyphens, 1 to 80 bytes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slug(String);

const LONGEST: usize = 80;

impl Slug {
    /// The slug that stands in an address; `None` for anything that could not be one.
    pub fn parse(text: &str) -> Option<Self> {
        let word = |w: &str| !w.is_empty() && w.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        (text.len() <= LONGEST && text.split('-').all(word)).then(|| Self(text.to_owned()))
    }

    /// A slug made from a title or a name; `fallback` when nothing of it can be kept.
    pub fn from_title(title: &str, fallback: &str) -> Self {
        let mut slug = String::new();
        for word in fold(title).split(' ') {
            let word: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
            if word.is_empty() {
                continue;
            }
            if slug.len() + 1 + word.len() > LONGEST - 8 {
                if slug.is_empty() {
                    slug.extend(word.chars().take(LONGEST - 8));
                }
                break;
            }
            if !slug.is_empty() {
                slug.push('-');
            }
            slug.push_str(&word);
        }
        if slug.is_empty() { Self(fallback.to_owned()) } else { Self(slug) }
    }

    /// The n-th slug of the same title: `cafe-du-lundi-2`.
    pub fn numbered(&self, n: u32) -> Self {
        Self(format!("{}-{n}", self.0))
    }

    /// The slug with a distinguishing word of ASCII letters and digits behind it.
    pub fn tagged(&self, word: &str) -> Self {
        let room = LONGEST.saturating_sub(word.len() + 1);
        let kept = self.0.get(..room.min(self.0.len())).unwrap_or(&self.0).trim_end_matches('-');
        Self(format!("{kept}-{word}"))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Slug {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_slugs() {
        for (title, slug) in [
            ("Café du lundi", "cafe-du-lundi"),
            ("L'Œuvre — été 2026 !", "l-oeuvre-ete-2026"),
            ("مرحبا", "evenement"),
            ("<script>", "script"),
        ] {
            assert_eq!(Slug::from_title(title, "evenement").as_str(), slug);
        }
        let long = Slug::from_title(&"x".repeat(300), "evenement");
        assert_eq!(Slug::parse(long.as_str()), Some(long));
    }

    #[test]
    fn only_slugs_are_parsed() {
        for text in ["", "-", "a--b", "A", "é", "a b", &"a".repeat(81)] {
            assert_eq!(Slug::parse(text), None, "{text:?}");
        }
    }
}
