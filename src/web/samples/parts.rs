//! Pieces of pages in both languages, for the samples.

use crate::i18n::Locale;
use crate::web::parts::{
    Badge, Check, Chip, Choice, Day, EventRow, Filters, Hidden, Select, Subscribe, Tone,
};
use crate::web::wording::counted;

/// The words of one language.
pub fn say(locale: Locale, french: &str, english: &str) -> String {
    match locale {
        Locale::Fr => french.to_owned(),
        Locale::En => english.to_owned(),
    }
}

/// A local address in this language.
pub fn at(locale: Locale, path: &str) -> String {
    format!("{}{path}", locale.prefix())
}

pub fn subscribe(locale: Locale) -> Subscribe {
    Subscribe {
        subject: say(locale, "Tout l’agenda du réseau", "The whole agenda of the network"),
        feed_url: "https://vigie.example/agenda.ics?brique=fablab&territoire=26".to_owned(),
        webcal_url: "webcal://vigie.example/agenda.ics?brique=fablab&territoire=26".to_owned(),
        google_url: "https://calendar.google.com/calendar/r?cid=webcal://vigie.example/agenda.ics".to_owned(),
        bounded: say(
            locale,
            "Ce flux est borné aux 5 000 dates les plus proches.",
            "This feed is bounded to the nearest 5,000 dates.",
        ),
        followers: counted(locale, "subscribe-followers", 12),
        mail_href: at(locale, "/lettre?territoire=26&brique=fablab"),
        open: false,
    }
}

/// Title, kind, code, time, end, place, commune.
type Line =
    (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str, &'static str);
const LINES: &[Line] = &[
    (
        "Café réparation : on s’occupe du reste",
        "Repair café",
        "repair-cafe",
        "9 h",
        "– 12 h",
        "8 Fablab Drôme",
        "Crest",
    ),
    (
        "Déjeuner partagé des résident·es et de leurs invité·es",
        "Déj partagé",
        "dejeuner",
        "12 h 15",
        "– 13 h 45",
        "L’Usine Vivante",
        "Crest",
    ),
    (
        "Découpe laser : première habilitation",
        "Formation",
        "formation",
        "14 h",
        "– 17 h",
        "8 Fablab Drôme",
        "Crest",
    ),
    (
        "Permanence numérique",
        "Permanence",
        "permanence",
        "14 h",
        "– 16 h",
        "Espace numérique et de vie sociale Eustache",
        "Montélimar",
    ),
    ("<b>Apéro</b> du réseau", "Apéro, afterwork", "apero", "18 h 30", "– 20 h 30", "Latelier", "Die"),
    (
        "Projection : « La Part des autres »",
        "Projection",
        "projection",
        "20 h",
        "– 22 h 30",
        "Le Forum",
        "Saillans",
    ),
    (
        "Conférence sur les communs numériques, leurs usages et leurs limites",
        "Conférence",
        "conference",
        "18 h",
        "– 19 h 30",
        "La Forge Collective",
        "Valence",
    ),
    (
        "Chantier participatif : la terrasse",
        "Chantier participatif",
        "chantier",
        "toute la journée",
        "",
        "La Grange de Babel",
        "Eurre",
    ),
];

/// The n-th event of a list, with a status now and then.
pub fn event(locale: Locale, n: usize) -> EventRow {
    let (title, kind, kind_code, time, until, place, commune) = LINES[n % LINES.len()];
    let status = match n % 8 {
        1 => Some((say(locale, "Complet", "Full"), Tone::Warn)),
        3 => Some((say(locale, "Annulé", "Cancelled"), Tone::Bad)),
        6 => Some((say(locale, "À confirmer", "To be confirmed"), Tone::Warn)),
        _ => None,
    };
    EventRow {
        href: at(locale, "/evenements/cafe-reparation/20260305T090000"),
        title: title.to_owned(),
        spoken: say(locale, "jeudi 5 mars à 9 h", "Thursday 5 March at 9 am"),
        start: "2026-03-05T09:00:00+01:00".to_owned(),
        time: time.to_owned(),
        until: until.to_owned(),
        kind: kind.to_owned(),
        kind_code,
        place: place.to_owned(),
        place_href: at(locale, "/lieux/8-fablab-drome"),
        commune: commune.to_owned(),
        off: n % 8 == 3,
        status: status.map(|(label, tone)| Badge { label, tone }),
        remarks: if n.is_multiple_of(2) { vec![say(locale, "gratuit", "free")] } else { Vec::new() },
    }
}

/// A day of March 2026 with `count` events.
pub fn day(locale: Locale, number: u32, count: usize) -> Day {
    const WEEKDAYS: [(&str, &str); 7] = [
        ("dimanche", "Sunday"),
        ("lundi", "Monday"),
        ("mardi", "Tuesday"),
        ("mercredi", "Wednesday"),
        ("jeudi", "Thursday"),
        ("vendredi", "Friday"),
        ("samedi", "Saturday"),
    ];
    let (french, english) = WEEKDAYS[(number as usize + 6) % 7];
    let weekday = say(locale, french, english);
    let month = say(locale, "mars", "March");
    Day {
        date: format!("2026-03-{number:02}"),
        heading: format!("{weekday} {number} {month} 2026"),
        weekday,
        number: number.to_string(),
        month,
        relative: if number == 5 { say(locale, "aujourd’hui", "today") } else { String::new() },
        today: number == 5,
        note: if number == 8 { say(locale, "vacances scolaires", "school holidays") } else { String::new() },
        href: at(locale, &format!("/agenda?date=2026-03-{number:02}")),
        outside: false,
        events: (0..count).map(|n| event(locale, n + number as usize)).collect(),
        more: String::new(),
    }
}

pub fn filters(locale: Locale, action: &str) -> Filters {
    let choice = |value: &str, label: String, selected| Choice { value: value.to_owned(), label, selected };
    let all = || choice("", say(locale, "Tous", "All"), false);
    let select = |name, french: &str, english: &str| Select {
        name,
        label: say(locale, french, english),
        choices: vec![all(), choice("fablab", "Fablab, makerspace".to_owned(), name == "brique")],
    };
    let check = |name, value: &str, french: &str, english: &str| Check {
        name,
        value: value.to_owned(),
        label: say(locale, french, english),
        checked: false,
    };
    Filters {
        action: at(locale, action),
        q: String::new(),
        open: false,
        selects: vec![
            select("lieu", "Lieu", "Place"),
            select("territoire", "Territoire", "Territory"),
            select("brique", "Brique d’activité", "Brick"),
            select("genre", "Genre", "Kind"),
            select("theme", "Thème", "Theme"),
        ],
        checks: vec![
            check("gratuit", "1", "Gratuit", "Free of charge"),
            check("inscription", "ouverte", "Inscription encore possible", "Registration still open"),
            check("accessible", "moteur", "Handicap moteur", "Reduced mobility"),
        ],
        hidden: vec![Hidden { name: "vue", value: "jour".to_owned() }],
        chips: vec![
            Chip { label: "Fablab, makerspace".to_owned(), href: at(locale, action) },
            Chip { label: "Drôme".to_owned(), href: at(locale, action) },
        ],
        clear_href: at(locale, action),
    }
}
