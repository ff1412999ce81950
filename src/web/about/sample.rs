//! Samples of the pages about the service.

use super::page::{AccessibilityPage, LegalPage, PrivacyPage, SourcesPage};
use crate::i18n::Locale;
use crate::web::parts::Link;
use crate::web::samples::say;

const PUBLISHER: &str = "Réseau des tiers-lieux de la Drôme";

fn contact() -> Option<Link> {
    Some(Link::new("bonjour@reseau.example", "mailto:bonjour@reseau.example"))
}

impl SourcesPage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            figures: vec![
                say(locale, "34 lieux", "34 places"),
                say(locale, "512 rendez-vous à venir", "512 events to come"),
            ],
            version: "0.1.0".to_owned(),
            code_href: "https://code.example/vigie".to_owned(),
            contact: contact(),
            feeds: vec![Link::new(
                say(locale, "Tout l’agenda (iCalendar)", "The whole agenda (iCalendar)"),
                "/agenda.ics",
            )],
        }
    }
}

impl LegalPage {
    pub fn sample(_: Locale) -> Self {
        Self {
            publisher: PUBLISHER.to_owned(),
            director: "Inès Valdaron".to_owned(),
            contact: contact(),
            host: "Hébergeur coopératif, 3 rue de la Gare, 26000 Valence".to_owned(),
        }
    }
}

impl PrivacyPage {
    pub fn sample(_: Locale) -> Self {
        Self { publisher: PUBLISHER.to_owned(), contact: contact() }
    }
}

impl AccessibilityPage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            publisher: PUBLISHER.to_owned(),
            contact: contact(),
            declared_on: say(locale, "2 mars 2026", "2 March 2026"),
        }
    }
}
