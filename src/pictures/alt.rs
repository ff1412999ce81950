//! What a picture shows, in words, for whoever does not see it.

/// One line of at most 250 characters, blanks folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AltText(String);

impl AltText {
    pub const LONGEST: usize = 250;

    /// `None` when it says nothing or too much.
    pub fn parse(text: &str) -> Option<Self> {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let says = line.chars().any(char::is_alphanumeric);
        let fits = line.chars().count() <= Self::LONGEST && !line.chars().any(char::is_control);
        (says && fits).then_some(Self(line))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alternative_text_is_one_line_that_says_something() {
        let parse = |text| AltText::parse(text).map(|alt| alt.as_str().to_owned());
        assert_eq!(parse(" La cour,\n sous les platanes ").as_deref(), Some("La cour, sous les platanes"));
        let long = "a".repeat(251);
        for refused in ["", "  ", "…", long.as_str(), "a\u{7}b"] {
            assert_eq!(parse(refused), None, "{refused:?}");
        }
    }
}
