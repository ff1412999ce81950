//! Samples of the page of an event.

use super::page::{DateRow, EventPage, EventPlace, Fact, Online, StatusNotice, When};
use crate::i18n::Locale;
use crate::web::cover::Cover;
use crate::web::parts::{Badge, Link, Tone};
use crate::web::registrations::panel::Panel;
use crate::web::samples::{at, event, map, say, subscribe};

impl EventPage {
    /// One date of a series, moved.
    pub fn sample(locale: Locale) -> Self {
        let others = (0..3).map(|n| {
            let mut row = event(locale, n);
            row.place.clear();
            row.time = say(locale, "ven. 6 mars", "Fri 6 March");
            row.until = "18 h 30 – 20 h 30".to_owned();
            row
        });
        Self {
            title: "Café réparation : venez, on s’occupe du reste".to_owned(),
            kind: "Repair café".to_owned(),
            kind_code: "repair-cafe",
            cover: Cover::of("cafe-reparation"),
            photo: None,
            status: Some(StatusNotice {
                tone: Tone::Warn,
                label: say(locale, "Déplacé", "Moved"),
                text: say(locale, "Cette date a changé d’horaire.", "This date has another time."),
                reason: say(locale, "La salle est prise par l’assemblée générale.", "The room is taken by the general assembly."),
            }),
            past: false,
            when: Some(when(locale)),
            rule: say(locale, "Chaque jeudi jusqu’au 7 mai, sauf le 19 mars", "Every Thursday until 7 May, except 19 March"),
            series: Some(Link::new(say(locale, "Toutes les dates", "All dates"), at(locale, "/evenements/cafe-reparation"))),
            with: vec![Link::new("Le <b>Moulin</b>", at(locale, "/lieux/le-moulin"))],
            place: Some(EventPlace {
                name: "8 Fablab Drôme".to_owned(),
                href: at(locale, "/lieux/8-fablab-drome"),
                room: say(locale, "Atelier bois, au rez-de-chaussée", "Wood workshop, ground floor"),
                address: vec!["8 rue Courre-Commère".to_owned(), "26400 Crest".to_owned()],
                map: Some(map::small(locale)),
                geo_href: "geo:44.7289,5.0215".to_owned(),
                osm_href: "https://www.openstreetmap.org/?mlat=44.7289&mlon=5.0215".to_owned(),
            }),
            online: None,
            facts: facts(locale),
            registering: Some(Panel::sample(locale)),
            accessibility: vec![say(locale, "Handicap moteur", "Reduced mobility")],
            accessibility_note: String::new(),
            description_html: "<p>Apportez ce qui ne marche plus : grille-pain, lampe, vélo, pantalon. On ouvre, on cherche, on répare <strong>ensemble</strong>.</p><ul><li>Entrée libre</li><li>Outils sur place</li></ul>".to_owned(),
            tags: vec![
                Link::new("Repair café", at(locale, "/agenda?genre=repair-cafe")),
                Link::new(say(locale, "Écologie et réparation", "Ecology and repair"), at(locale, "/agenda?theme=ecologie")),
            ],
            dates: dates(locale),
            dates_more: say(locale, "et 4 autres dates", "and 4 more dates"),
            ics_date: Some(Link::new(say(locale, "Ajouter cette date (.ics)", "Add this date (.ics)"), "/evenements/cafe-reparation/20260402T183000.ics")),
            ics_series: Some(Link::new(say(locale, "Toute la série (.ics)", "The whole series (.ics)"), "/evenements/cafe-reparation.ics")),
            subscribe: Some(subscribe(locale)),
            others: others.collect(),
            host_links: vec![Link::new(
                say(locale, "Modifier", "Change"),
                at(locale, "/evenements/cafe-reparation/modifier"),
            )],
            updated: say(locale, "Mis à jour le 2 mars 2026.", "Updated on 2 March 2026."),
        }
    }

    /// A series that is cancelled.
    pub fn series(locale: Locale) -> Self {
        let mut when = when(locale);
        when.caption = say(locale, "Prochaine date", "Next date");
        when.before = String::new();
        Self {
            status: Some(StatusNotice {
                tone: Tone::Bad,
                label: say(locale, "Annulé", "Cancelled"),
                text: say(locale, "Ce rendez-vous n’aura pas lieu.", "This event will not take place."),
                reason: String::new(),
            }),
            when: Some(when),
            series: None,
            ..Self::sample(locale)
        }
    }

    /// A single online date that is over.
    pub fn online(locale: Locale) -> Self {
        Self {
            title: "Visio des animateur·rices".to_owned(),
            cover: Cover::of("visio"),
            status: None,
            past: true,
            when: None,
            rule: String::new(),
            series: None,
            place: None,
            online: Some(Online {
                label: say(locale, "En ligne", "Online"),
                href: String::new(),
                later: say(
                    locale,
                    "Le lien est donné à l’inscription.",
                    "The link is given on registration.",
                ),
            }),
            dates: Vec::new(),
            dates_more: String::new(),
            ics_date: None,
            ics_series: None,
            subscribe: None,
            others: Vec::new(),
            ..Self::sample(locale)
        }
    }
}

fn when(locale: Locale) -> When {
    When {
        date: say(locale, "vendredi 3 avril 2026", "Friday 3 April 2026"),
        time: say(locale, "de 19 h à 21 h", "from 7 to 9 pm"),
        zone: say(locale, "heure de Paris", "Paris time"),
        relative: say(locale, "dans 4 semaines", "in 4 weeks"),
        before: say(locale, "jeudi 2 avril à 18 h 30", "Thursday 2 April at 6.30 pm"),
        start: "2026-04-03T19:00:00+02:00".to_owned(),
        end: "2026-04-03T21:00:00+02:00".to_owned(),
        caption: String::new(),
        weekday: say(locale, "vendredi", "Friday"),
        number: "3".to_owned(),
        month: say(locale, "avril", "April"),
    }
}

fn facts(locale: Locale) -> Vec<Fact> {
    let fact = |label: String, value: String, note: &str| Fact { label, value, note: note.to_owned() };
    vec![
        fact(
            say(locale, "Pour qui", "For whom"),
            say(locale, "Tout le monde, à partir de 8 ans", "Everybody, from 8 years"),
            "",
        ),
        fact(say(locale, "Prix", "Price"), say(locale, "Gratuit", "Free"), "prix libre pour les pièces"),
        fact(say(locale, "Jauge", "Capacity"), say(locale, "12 places", "12 seats"), ""),
        fact(
            say(locale, "Inscription", "Registration"),
            say(locale, "Entrée libre, sans inscription", "Free entry, no registration"),
            "",
        ),
        fact(say(locale, "Organisé par", "Organised by"), "8 Fablab Drôme".to_owned(), ""),
    ]
}

fn dates(locale: Locale) -> Vec<DateRow> {
    let row = |date: String, status: Option<Badge>, current, off| DateRow {
        href: at(locale, "/evenements/cafe-reparation/20260402T183000"),
        date,
        time: "18 h 30 – 20 h 30".to_owned(),
        start: "2026-04-02T18:30:00+02:00".to_owned(),
        note: if current { say(locale, "salle du conseil", "council room") } else { String::new() },
        status,
        off,
        current,
    };
    let badge = |french: &str, english: &str, tone| Some(Badge { label: say(locale, french, english), tone });
    vec![
        row(say(locale, "jeudi 26 mars 2026", "Thursday 26 March 2026"), None, false, false),
        row(
            say(locale, "vendredi 3 avril 2026", "Friday 3 April 2026"),
            badge("Déplacé", "Moved", Tone::Warn),
            true,
            false,
        ),
        row(
            say(locale, "jeudi 9 avril 2026", "Thursday 9 April 2026"),
            badge("Annulé", "Cancelled", Tone::Bad),
            false,
            true,
        ),
        row(say(locale, "jeudi 16 avril 2026", "Thursday 16 April 2026"), None, false, false),
    ]
}
