//! Samples of a member's own pages.

use super::form::Typed;
use super::page::{FeedRow, Listing, MyAgendaPage, MyFeedPage, MyFeedsPage};
use crate::i18n::Locale;
use crate::web::fields::FormMarks;
use crate::web::form::Form;
use crate::web::mail::stopped::StoppedNotice;
use crate::web::parts::{Badge, Link, PlaceRow, Subscribe, Tone};
use crate::web::samples::{at, event, say, subscribe};

impl MyAgendaPage {
    /// Of somebody who holds one place and is a member of another.
    pub fn sample(locale: Locale) -> Self {
        let place = |name: &str, commune: &str, open: bool| PlaceRow {
            href: at(locale, "/lieux/l-usine-vivante"),
            name: name.to_owned(),
            anchor: String::new(),
            commune: commune.to_owned(),
            summary: String::new(),
            bricks: vec!["Coworking".to_owned(), "Fablab".to_owned()],
            open: Some(match open {
                true => Badge { label: say(locale, "ouvert", "open"), tone: Tone::Good },
                false => Badge { label: say(locale, "fermé", "closed"), tone: Tone::Calm },
            }),
            distance: String::new(),
            note: String::new(),
            closed: false,
        };
        let listing = |from: usize, count: usize, name: &str| Listing {
            rows: (from..from + count).map(|n| event(locale, n)).collect(),
            more: vec![Link::new(
                say(locale, &format!("L’agenda de {name}"), &format!("Agenda of {name}")),
                at(locale, "/agenda?lieu=l-usine-vivante"),
            )],
        };
        Self {
            heading: say(locale, "Bonjour Camille", "Hello Camille"),
            waiting: String::new(),
            stopped: Some(StoppedNotice::sample(locale)),
            going: vec![event(locale, 5), event(locale, 6)],
            hosting: Some(listing(0, 3, "L’Usine Vivante")),
            around: Some(listing(3, 4, "La Forge Collective")),
            places: vec![
                place("L’Usine Vivante", "Crest", true),
                place("La Forge Collective", "Valence", false),
            ],
            feeds_href: at(locale, "/moi/abonnements"),
            feeds_count: say(locale, "2 abonnements en service", "2 subscriptions in use"),
            shortcuts: vec![Link::new(say(locale, "Mon compte", "My account"), at(locale, "/compte"))],
        }
    }

    /// Of somebody who has just signed up.
    pub fn empty(locale: Locale) -> Self {
        Self {
            waiting: say(
                locale,
                "Votre compte attend d’être accueilli.",
                "Your account waits to be welcomed.",
            ),
            stopped: None,
            going: Vec::new(),
            hosting: None,
            around: None,
            places: Vec::new(),
            feeds_count: String::new(),
            ..Self::sample(locale)
        }
    }

    /// Of a host at whose place nothing is planned.
    pub fn idle(locale: Locale) -> Self {
        let sample = Self::sample(locale);
        let nothing =
            |listing: Option<Listing>| listing.map(|listing| Listing { rows: Vec::new(), ..listing });
        Self {
            going: Vec::new(),
            hosting: nothing(sample.hosting.clone()),
            around: nothing(sample.around.clone()),
            ..sample
        }
    }
}

fn private_address(locale: Locale) -> Subscribe {
    let url = "https://vigie.example/agenda/prive/0kq3vV1n9QmW7sYx2bR8tLcE5uJfHd6A.ics";
    Subscribe {
        subject: say(locale, "Mes rendez-vous", "My appointments"),
        feed_url: url.to_owned(),
        webcal_url: url.replace("https", "webcal"),
        bounded: String::new(),
        open: true,
        ..subscribe(locale)
    }
}

impl MyFeedsPage {
    pub fn sample(locale: Locale) -> Self {
        let row = |name: String, holds: String| FeedRow {
            link: Link::new(name, at(locale, "/moi/abonnements/1")),
            holds,
            since: say(locale, "Adresse du 5 mars 2026", "Address of 5 March 2026"),
        };
        Self {
            feeds: vec![
                row(
                    say(locale, "Mon téléphone", "My phone"),
                    say(
                        locale,
                        "avec les évènements de mes lieux, avec rappels",
                        "with the events of my places, with reminders",
                    ),
                ),
                row(
                    say(locale, "<b>Thunderbird</b> du bureau", "<b>Thunderbird</b> at the office"),
                    say(
                        locale,
                        "ce qui me concerne seulement, sans rappels",
                        "only what concerns me, without reminders",
                    ),
                ),
            ],
            form: Some(Typed::proposed(locale).form(locale, FormMarks::default(), false)),
        }
    }

    pub fn first(locale: Locale) -> Self {
        Self { feeds: Vec::new(), ..Self::sample(locale) }
    }

    /// As many as one may have.
    pub fn full(locale: Locale) -> Self {
        Self { form: None, ..Self::sample(locale) }
    }
}

impl MyFeedPage {
    /// Just opened: its address is shown.
    pub fn sample(locale: Locale) -> Self {
        let at = at(locale, "/moi/abonnements/1");
        Self {
            heading: say(locale, "Mon téléphone", "My phone"),
            subscribe: Some(private_address(locale)),
            form: Typed::proposed(locale).form(locale, FormMarks::default(), false),
            renew_href: format!("{at}/adresse"),
            renew: FormMarks::default(),
            revoke_href: format!("{at}/supprimer"),
            revoke: FormMarks::default(),
        }
    }

    /// Later, with a name that says nothing.
    pub fn wrong(locale: Locale) -> Self {
        let typed = Typed::of(&Form::of_pairs(vec![("nom".to_owned(), "…".to_owned())]));
        Self { subscribe: None, form: typed.form(locale, FormMarks::default(), true), ..Self::sample(locale) }
    }
}
