//! The messages of both languages, parsed once from the files embedded in the binary.

use std::sync::LazyLock;

pub use fluent_bundle::FluentArgs as Args;
use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use fluent_syntax::ast::PatternElement;
use unic_langid::{LanguageIdentifier, langid};

use super::Locale;

/// Each subject's file in French and in English.
macro_rules! subjects {
    ($($subject:literal),+ $(,)?) => {
        const SUBJECTS: &[(&str, &str, &str)] = &[$((
            $subject,
            include_str!(concat!("../../assets/locales/fr/", $subject, ".ftl")),
            include_str!(concat!("../../assets/locales/en/", $subject, ".ftl")),
        )),+];
    };
}
subjects!(
    "vocabulary",
    "holidays",
    "layout",
    "home",
    "places",
    "members",
    "agenda",
    "events",
    "about",
    "errors",
    "words",
    "letters",
    "mail",
    "subscribing",
    "digest",
    "delivery",
    "calendar",
    "listing",
    "visiting",
    "import",
    "registrations",
    "invitations",
    "joining",
    "publishing",
    "proposals",
    "cohosts",
    "forms",
    "pictures",
    "mine",
    "demo",
    "accounts",
    "second-factors",
    "providers",
    "passkeys",
    "place-editing",
    "care",
    "host-weeks",
    "weekly-notes",
);

static FRENCH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Locale::Fr));
static ENGLISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Locale::En));

fn bundle(locale: Locale) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = match locale {
        Locale::Fr => langid!("fr-FR"),
        Locale::En => langid!("en-GB"),
    };
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    for (_, french, english) in SUBJECTS {
        let source = match locale {
            Locale::Fr => french,
            Locale::En => english,
        };
        // A message that does not parse is missing, which the test of equal keys reports.
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(partial, _)| partial);
        let _ = bundle.add_resource(resource);
    }
    bundle
}

/// The message `key` (or its attribute, as `key.attribute`); the key itself when there is none,
/// so that a gap is seen and nothing breaks.
pub fn text(locale: Locale, key: &str) -> String {
    text_with(locale, key, None)
}

/// [`text`] with arguments.
pub fn text_with(locale: Locale, key: &str, args: Option<&Args<'_>>) -> String {
    let bundle = match locale {
        Locale::Fr => &FRENCH,
        Locale::En => &ENGLISH,
    };
    let (id, attribute) = key.split_once('.').map_or((key, None), |(id, a)| (id, Some(a)));
    let pattern = bundle.get_message(id).and_then(|message| match attribute {
        Some(name) => message.get_attribute(name).map(|a| a.value()),
        None => message.value(),
    });
    let Some(pattern) = pattern else { return key.to_owned() };
    match pattern.elements.as_slice() {
        // Most messages are words alone, asked for dozens of times a page.
        [PatternElement::TextElement { value }] => (*value).to_owned(),
        _ => bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn keys(subject: &str, source: &str) -> BTreeSet<String> {
        let resource = FluentResource::try_new(source.to_owned())
            .unwrap_or_else(|(_, errors)| panic!("{subject}.ftl: {errors:?}"));
        resource
            .entries()
            .filter_map(|entry| match entry {
                fluent_syntax::ast::Entry::Message(m) => Some(m),
                _ => None,
            })
            .flat_map(|m| {
                let attributes = m.attributes.iter().map(|a| format!("{}.{}", m.id.name, a.id.name));
                std::iter::once(m.id.name.to_owned()).chain(attributes.collect::<Vec<_>>())
            })
            .collect()
    }

    #[test]
    fn both_languages_know_the_same_messages_and_none_twice() {
        let mut seen = BTreeSet::new();
        for (subject, french, english) in SUBJECTS {
            let keys_fr = keys(subject, french);
            assert_eq!(keys_fr, keys(subject, english), "{subject}.ftl");
            for key in keys_fr {
                assert!(seen.insert(key.clone()), "{key} stands in two subjects");
            }
        }
    }

    #[test]
    fn every_public_holiday_has_its_words() {
        for holiday in crate::domain::holidays::PublicHoliday::ALL {
            let key = format!("public-holiday-{holiday}");
            assert!(Locale::ALL.iter().all(|locale| text(*locale, &key) != key), "{key}");
        }
    }
}
