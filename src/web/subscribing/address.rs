//! Where one asks to be told by mail of what a page shows.

use crate::domain::agenda::AgendaFilter;
use crate::domain::subscription::Topic;
use crate::i18n::Locale;
use crate::web::asked::{local, with_query};

/// The form that asks for what the filter finds, as far as mails can be narrowed to it; of a member
/// the page of what they chose.
pub fn ask_path(locale: Locale, filter: &AgendaFilter, member: bool) -> String {
    let path = if member { "/moi/courrier" } else { "/lettre" };
    let pairs = filter.pairs();
    let topics: Vec<_> = pairs.iter().filter(|(name, _)| Topic::from_code(name).is_some()).collect();
    let topics: Vec<(&str, &str)> = topics.iter().map(|(name, value)| (*name, value.as_str())).collect();
    with_query(&local(locale, path), &topics)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::EventKind;

    #[test]
    fn the_form_is_filled_in_as_the_page_is_filtered() {
        let filter = AgendaFilter {
            territory: Some("26".into()),
            kind: Some(EventKind::Workshop),
            text: Some("vélo".into()),
            free: true,
            ..AgendaFilter::default()
        };
        assert_eq!(ask_path(Locale::En, &filter, false), "/en/lettre?territoire=26&genre=atelier");
        assert_eq!(ask_path(Locale::Fr, &AgendaFilter::default(), true), "/moi/courrier");
    }
}
