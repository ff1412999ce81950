//! Messages between members: plain words, bounded.

/// What one writes to another: 1 to 4,000 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words(String);

/// Why words cannot be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordsError {
    Blank,
    TooLong { most: usize },
}

impl Words {
    /// In characters.
    pub const LONGEST: usize = 4_000;

    /// # Errors
    /// They are blank or too long.
    pub fn parse(text: &str) -> Result<Self, WordsError> {
        let plain: String = text.chars().filter(|c| !c.is_control() || *c == '\n').collect();
        let words = plain.trim();
        match words.chars().count() {
            0 => Err(WordsError::Blank),
            n if n > Self::LONGEST => Err(WordsError::TooLong { most: Self::LONGEST }),
            _ => Ok(Self(words.to_owned())),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_plain_and_bounded() {
        assert_eq!(Words::parse(" Bonjour,\nça va ?\0 ").unwrap().as_str(), "Bonjour,\nça va ?");
        assert_eq!(Words::parse(" \n "), Err(WordsError::Blank));
        assert!(Words::parse(&"é".repeat(4_000)).is_ok());
        assert_eq!(Words::parse(&"é".repeat(4_001)), Err(WordsError::TooLong { most: 4_000 }));
    }
}
