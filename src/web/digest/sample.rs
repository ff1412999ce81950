//! Samples of the page about one's next digest.

use super::page::DigestPreviewPage;
use crate::i18n::Locale;
use crate::web::samples::{at, say};

impl DigestPreviewPage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            when: say(locale, "dimanche 29 novembre à 18 h", "Sunday 29 November at 18:00"),
            subject: say(
                locale,
                "Du 30 novembre au 6 décembre : <3> à Crest",
                "From 30 November: <3> in Crest",
            ),
            lang: locale.tag(),
            text: "Bonjour Camille,\n\n<b>Atelier</b>\n".to_owned(),
            mail_href: at(locale, "/moi/courrier/apercu/mail"),
            settings_href: at(locale, "/moi/courrier"),
        }
    }

    /// Of a week in which there is nothing.
    pub fn empty(locale: Locale) -> Self {
        Self { subject: String::new(), text: String::new(), ..Self::sample(locale) }
    }

    /// Of somebody who wants no mail.
    pub fn never(locale: Locale) -> Self {
        Self { when: String::new(), ..Self::empty(locale) }
    }
}
