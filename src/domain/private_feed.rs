//! Private feeds: the calendar of one member, under an address that only they know.

/// More than the apps and devices of anybody.
pub const MOST_FEEDS: usize = 10;

/// How its owner calls a feed: one line of at most 60 characters, blanks folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedName(String);

impl FeedName {
    pub const LONGEST: usize = 60;

    /// `None` when it says nothing or too much.
    pub fn parse(text: &str) -> Option<Self> {
        let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let says = name.chars().any(char::is_alphanumeric);
        let fits = name.chars().count() <= Self::LONGEST && !name.chars().any(char::is_control);
        (says && fits).then_some(Self(name))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a feed holds, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedChoices {
    pub name: FeedName,
    /// What goes on at the member's places as well.
    pub with_places: bool,
    /// What the member takes part in rings before it begins.
    pub reminders: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_has_a_name_of_one_line() {
        let parse = |text| FeedName::parse(text).map(|name| name.as_str().to_owned());
        assert_eq!(parse("  Mon\n téléphone ").as_deref(), Some("Mon téléphone"));
        let long = "a".repeat(61);
        for refused in ["", " ", "—", long.as_str()] {
            assert_eq!(parse(refused), None, "{refused:?}");
        }
    }
}
