//! Samples of the pages of places.

use super::edit::page::DoorForm;
use super::page::{
    BrickBlock, EquipmentLine, Hours, HoursLine, PartnerLine, PhotoView, PlacePage, PlacesPage, TeamLine,
    TerritoryPage,
};
use crate::i18n::{self, Locale};
use crate::web::cover::Cover;
use crate::web::host_bar::HostBar;
use crate::web::joining::standing::PlaceStanding;
use crate::web::parts::{Badge, Empty, Link, Paging, Tone};
use crate::web::samples::{at, day, event, filters, map, say, subscribe};

impl PlacesPage {
    pub fn sample(locale: Locale) -> Self {
        let mut places = map::places(locale);
        places.truncate(12);
        for (i, place) in places.iter_mut().enumerate() {
            place.anchor.clear();
            place.distance = say(locale, &format!("à {} km", i * 3 + 1), &format!("{} km away", i * 3 + 1));
            place.summary = say(
                locale,
                "Un ancien atelier de soie où l’on travaille, répare et mange ensemble.",
                "A former silk mill where people work, mend and eat together.",
            );
            place.open = match i % 3 {
                0 => Some(Badge { label: say(locale, "Ouvert maintenant", "Open now"), tone: Tone::Good }),
                1 => Some(Badge {
                    label: say(locale, "Ouvre demain à 9 h", "Opens tomorrow at 9 am"),
                    tone: Tone::Calm,
                }),
                _ => None,
            };
        }
        Self {
            heading: say(locale, "Lieux", "Places"),
            notice: say(
                locale,
                "Une partie de l’adresse est laissée de côté (brique).",
                "A part of the address is left aside (brique).",
            ),
            count: say(locale, "34 lieux", "34 places"),
            near: "Crest".to_owned(),
            near_result: say(locale, "Autour de Crest (26400)", "Around Crest (26400)"),
            near_choices: vec![Link::new("Crest (26400, Drôme)", at(locale, "/lieux?pres=26108"))],
            filters: filters(locale, "/lieux"),
            places,
            paging: Some(Paging {
                previous: None,
                next: Some(at(locale, "/lieux?page=2")),
                label: say(locale, "Page 1 sur 3", "Page 1 of 3"),
            }),
            empty: None,
        }
    }

    pub fn empty(locale: Locale) -> Self {
        Self {
            places: Vec::new(),
            paging: None,
            near_choices: Vec::new(),
            empty: Some(Empty {
                title: say(locale, "Aucun lieu ne répond à tout cela", "No place matches all of this"),
                text: String::new(),
                suggestions: vec![Link::new(
                    say(locale, "Sans le filtre « Fablab »", "Without the filter “Fablab”"),
                    at(locale, "/lieux"),
                )],
            }),
            ..Self::sample(locale)
        }
    }
}

impl TerritoryPage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            heading: "Drôme".to_owned(),
            count: say(locale, "34 lieux, 18 rendez-vous cette semaine", "34 places, 18 events this week"),
            map: Some(map::drome(locale)),
            places: map::places(locale),
            paging: None,
            empty: None,
            week: vec![day(locale, 5, 2), day(locale, 6, 1)],
            agenda_href: at(locale, "/agenda?territoire=26"),
            subscribe: subscribe(locale),
        }
    }
}

impl PlacePage {
    pub fn sample(locale: Locale) -> Self {
        let events = (0..4).map(|n| {
            let mut row = event(locale, n);
            row.place.clear();
            row.time = say(locale, "jeu. 5 mars", "Thu 5 March");
            row.until = "9 h – 12 h".to_owned();
            row
        });
        let events: Vec<_> = events.collect();
        Self {
            name: "L’Usine Vivante".to_owned(),
            location: "Crest, Drôme".to_owned(),
            territory: Some(Link::new("Drôme", at(locale, "/territoires/26"))),
            summary: say(locale, "Une ancienne usine au bord de la Drôme, tenue par celles et ceux qui y travaillent.", "A former factory by the river, held by those who work there."),
            photos: Vec::new(),
            cover: Cover::of("l-usine-vivante"),
            standing: PlaceStanding {
                words: String::new(),
                link: Some(Link::new(
                    say(locale, "Rejoindre ce lieu", "Join this place"),
                    at(locale, "/lieux/l-usine-vivante/rejoindre"),
                )),
                charter_words: say(locale, "La charte a changé.", "The charter has changed."),
                charter: Some(Link::new(
                    say(locale, "La lire", "Read it"),
                    at(locale, "/lieux/l-usine-vivante/charte"),
                )),
                members: Some(Link::new(
                    say(locale, "Ses membres dans l’annuaire", "Its members in the directory"),
                    at(locale, "/membres?lieu=l-usine-vivante"),
                )),
            },
            host_bar: Some(HostBar::sample(locale, None)),
            description_html: "<p>On y vient pour un bureau, un café ou un coup de main. <a href=\"#\">Lire la charte</a>.</p>".to_owned(),
            closed: String::new(),
            confirmed: say(locale, "Fiche confirmée le 3 février 2026.", "Details confirmed on 3 February 2026."),
            unconfirmed: say(locale, "Cette fiche n’a pas été confirmée depuis plus de six mois : vérifiez avant de vous déplacer.", "These details have not been confirmed for more than six months: check before you travel."),
            open: Some(Badge { label: say(locale, "Ouvert maintenant, jusqu’à 18 h", "Open now, until 6 pm"), tone: Tone::Good }),
            hours: Some(hours(locale)),
            closures: vec![say(locale, "Fermé du lundi 3 au dimanche 23 août 2026 : congés d’été.", "Closed from Monday 3 to Sunday 23 August 2026: summer break.")],
            address: vec!["12 quai des Marronniers".to_owned(), "26400 Crest".to_owned()],
            precision: say(locale, "Situé au centre de la commune : l’adresse exacte n’est pas connue.", "Shown at the centre of the commune: the exact address is not known."),
            directions_html: "<p>À huit minutes de la gare, par le pont Mistral. Arceaux à vélos dans la cour.</p>".to_owned(),
            geo_href: "geo:44.7289,5.0215".to_owned(),
            osm_href: "https://www.openstreetmap.org/?mlat=44.7289&mlon=5.0215#map=17/44.7289/5.0215".to_owned(),
            website: Some(Link::new("lusinevivante.example", "https://lusinevivante.example/")),
            map: Some(map::small(locale)),
            bricks: vec![brick(locale, "coworking", 0), brick(locale, "fablab", 2)],
            accessibility: vec![say(locale, "Handicap moteur", "Reduced mobility"), say(locale, "Handicap auditif", "Hearing impairment")],
            accessibility_note: say(locale, "Rampe à l’entrée de la cour.", "Ramp at the courtyard entrance."),
            team: vec![TeamLine { role: "Animation".to_owned(), names: vec!["Inès Valdaron".to_owned(), "Théo Charmolin".to_owned()] }],
            partners: vec![
                PartnerLine { name: "Département de la Drôme".to_owned(), kind: say(locale, "Financeur", "Funder"), href: "https://drome.example/".to_owned() },
                PartnerLine { name: "La Ressourcerie".to_owned(), kind: "Association".to_owned(), href: String::new() },
            ],
            events,
            agenda: Some(Link::new(say(locale, "Tout l’agenda de L’Usine Vivante", "The whole agenda of L’Usine Vivante"), at(locale, "/agenda?lieu=l-usine-vivante"))),
            propose: Some(Link::new(i18n::text(locale, "proposals-propose-link"), at(locale, "/lieux/l-usine-vivante/proposer"))),
            subscribe: Some(subscribe(locale)),
            source: say(locale, "Source : France Tiers-Lieux, recensement 2026 (Licence Ouverte 2.0).", "Source: France Tiers-Lieux, census of 2026 (Licence Ouverte 2.0)."),
            door_form: None,
        }
    }

    /// As its hosts see it.
    pub fn hosted(locale: Locale) -> Self {
        let photo = |n: i32| PhotoView {
            href: format!("/photos/{n}"),
            alt: say(locale, "La cour et son tilleul", "The courtyard and its lime tree"),
            width: 1_600,
            height: 900,
        };
        let door_form = Some(DoorForm::sample(locale, false));
        Self { door_form, photos: vec![photo(1), photo(2)], ..Self::sample(locale) }
    }

    pub fn closed(locale: Locale) -> Self {
        Self {
            name: "La Gare".to_owned(),
            cover: Cover::of("la-gare"),
            closed: say(
                locale,
                "Ce lieu a fermé le 30 juin 2025. Sa page reste comme trace de ce qui s’y est fait.",
                "This place closed on 30 June 2025. Its page stays as a record of what was done there.",
            ),
            unconfirmed: String::new(),
            open: None,
            hours: None,
            map: None,
            geo_href: String::new(),
            website: None,
            territory: None,
            bricks: Vec::new(),
            events: Vec::new(),
            agenda: None,
            propose: None,
            subscribe: None,
            ..Self::sample(locale)
        }
    }
}

fn hours(locale: Locale) -> Hours {
    let line = |french: &str, english: &str, hours: &str, today| HoursLine {
        day: say(locale, french, english),
        hours: hours.to_owned(),
        today,
    };
    let closed = say(locale, "fermé", "closed");
    Hours {
        words: String::new(),
        days: vec![
            line("lundi", "Monday", "9 h – 12 h, 14 h – 18 h", false),
            line("mardi", "Tuesday", "9 h – 18 h", false),
            line("mercredi", "Wednesday", "9 h – 18 h", false),
            line("jeudi", "Thursday", "9 h – 20 h", true),
            line("vendredi", "Friday", "9 h – 17 h", false),
            line("samedi", "Saturday", "10 h – 12 h", false),
            line("dimanche", "Sunday", &closed, false),
        ],
        note: say(locale, "Fermé les jours fériés.", "Closed on public holidays."),
    }
}

fn brick(locale: Locale, anchor: &'static str, events: usize) -> BrickBlock {
    let (name, kind) = match anchor {
        "fablab" => ("Le Labo".to_owned(), "Fablab, makerspace".to_owned()),
        _ => (say(locale, "Coworking, bureaux partagés", "Coworking, shared offices"), String::new()),
    };
    let rows = (0..events).map(|n| {
        let mut row = event(locale, n);
        row.place.clear();
        row.time = say(locale, "ven. 6 mars", "Fri 6 March");
        row.until = "14 h – 17 h".to_owned();
        row
    });
    BrickBlock {
        anchor,
        name,
        kind,
        text_html:
            "<p>Douze postes sous la verrière, une salle calme, une cuisine. Journée d’essai offerte.</p>"
                .to_owned(),
        hours: if events > 0 {
            say(
                locale,
                "Mercredi de 17 h à 21 h, samedi de 14 h à 18 h.",
                "Wednesday 5 to 9 pm, Saturday 2 to 6 pm.",
            )
        } else {
            String::new()
        },
        contact: (events > 0).then(|| Link::new("labo@usine.example", "mailto:labo@usine.example")),
        equipment: if events > 0 {
            let working = |name: &str| EquipmentLine {
                name: name.to_owned(),
                state: None,
                since: String::new(),
                note: String::new(),
            };
            let broken = EquipmentLine {
                state: Some(Badge { label: say(locale, "En panne", "Out of order"), tone: Tone::Warn }),
                since: say(locale, "depuis le mardi 3 mars", "since Tuesday 3 March"),
                note: say(locale, "Réparateur attendu jeudi.", "Repairer due on Thursday."),
                ..working("imprimante 3D")
            };
            vec![working("découpe laser"), broken, working("brodeuse")]
        } else {
            Vec::new()
        },
        events: rows.collect(),
        agenda: (events > 0).then(|| {
            Link::new(
                say(locale, "Agenda du Labo", "Agenda of Le Labo"),
                at(locale, "/agenda?lieu=l-usine-vivante&brique=fablab"),
            )
        }),
    }
}
