//! Every page in both languages, from samples: what a template asks for and a struct lacks, a
//! message that is missing, an address that leaves the site, is found here.

pub mod map;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::about::page::{AccessibilityPage, LegalPage, PrivacyPage, SourcesPage};
use super::agenda::page::AgendaPage;
use super::assets;
use super::errors::page::{NotFoundPage, ProblemPage};
use super::events::page::EventPage;
use super::frame::{FeedLink, Frame, JsonLd, Section};
use super::home::page::HomePage;
use super::pages::{Page, TEMPLATES, render};
use super::parts::{
    Badge, Check, Chip, Choice, Day, EventRow, Filters, Hidden, Link, Select, Subscribe, Tone,
};
use super::places::page::{PlacePage, PlacesPage, TerritoryPage};
use crate::i18n::{self, Locale};

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

pub fn frame(locale: Locale, section: Section, path: &str, title: &str) -> Frame {
    Frame {
        title: title.to_owned(),
        description: say(
            locale,
            "Les tiers-lieux de la Drôme et leur agenda.",
            "The tiers-lieux of the Drôme and their agenda.",
        ),
        json_ld: Some(JsonLd::from(
            &serde_json::json!({ "@context": "https://schema.org", "name": "</script>" }),
        )),
        section,
        demo: true,
        feeds: vec![
            FeedLink::calendar(Link::new("Agenda", "/agenda.ics")),
            FeedLink::atom(Link::new("Atom", "/agenda.atom")),
        ],
        ..Frame::new(locale, "Réseau des tiers-lieux de la Drôme", "https://vigie.example", &at(locale, path))
    }
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

/// A page drawn in one language, under a name for the preview.
struct Drawn {
    name: String,
    template: &'static str,
    html: String,
}

fn draw<P: Page>(
    drawn: &mut Vec<Drawn>,
    locale: Locale,
    name: &str,
    section: Section,
    title: &str,
    page: &P,
) {
    let frame = frame(locale, section, &format!("/{name}"), title);
    let html = render(page, &frame).unwrap_or_else(|e| panic!("{} ({name}): {e}", P::TEMPLATE));
    drawn.push(Drawn { name: format!("{name}.{}", locale.tag()), template: P::TEMPLATE, html });
}

/// Every page, in one language.
fn every_page(locale: Locale) -> Vec<Drawn> {
    let mut all = Vec::new();
    let out = &mut all;
    draw(out, locale, "home", Section::Home, "", &HomePage::sample(locale));
    draw(out, locale, "home-national", Section::Home, "", &HomePage::national(locale));
    draw(out, locale, "places", Section::Places, "Lieux", &PlacesPage::sample(locale));
    draw(out, locale, "places-empty", Section::Places, "Lieux", &PlacesPage::empty(locale));
    draw(out, locale, "territory", Section::Places, "Drôme", &TerritoryPage::sample(locale));
    draw(out, locale, "place", Section::Places, "L’Usine Vivante", &PlacePage::sample(locale));
    draw(out, locale, "place-closed", Section::Places, "La Gare", &PlacePage::closed(locale));
    draw(out, locale, "agenda", Section::Agenda, "Agenda", &AgendaPage::sample(locale));
    draw(out, locale, "agenda-week", Section::Agenda, "Agenda", &AgendaPage::week(locale));
    draw(out, locale, "agenda-month", Section::Agenda, "Agenda", &AgendaPage::month(locale));
    draw(out, locale, "agenda-empty", Section::Agenda, "Agenda", &AgendaPage::empty(locale));
    draw(out, locale, "event", Section::Agenda, "Café réparation", &EventPage::sample(locale));
    draw(out, locale, "event-series", Section::Agenda, "Café réparation", &EventPage::series(locale));
    draw(out, locale, "event-online", Section::Agenda, "Visio", &EventPage::online(locale));
    draw(out, locale, "about", Section::About, "À propos", &SourcesPage::sample(locale));
    draw(out, locale, "legal", Section::None, "Mentions légales", &LegalPage::sample(locale));
    draw(out, locale, "legal-unset", Section::None, "Mentions légales", &LegalPage::default());
    draw(out, locale, "privacy", Section::None, "Confidentialité", &PrivacyPage::sample(locale));
    draw(out, locale, "accessibility", Section::None, "Accessibilité", &AccessibilityPage::sample(locale));
    draw(out, locale, "not-found", Section::None, "404", &NotFoundPage::sample(locale));
    for status in [400, 405, 413, 414, 422, 429, 500, 503] {
        draw(
            out,
            locale,
            &format!("problem-{status}"),
            Section::None,
            "Erreur",
            &ProblemPage::of(locale, status),
        );
    }
    all
}

#[test]
fn every_template_is_listed_and_drawn_in_both_languages() {
    let mut files = BTreeSet::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    for folder in fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path()) {
        let inside = if folder.is_dir() {
            fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect()
        } else {
            vec![folder]
        };
        for file in inside.iter().filter(|file| file.extension().is_some_and(|e| e == "html")) {
            files.insert(file.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/"));
        }
    }
    let listed: BTreeSet<String> = TEMPLATES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(files, listed, "files of templates/ and the list in web/pages.rs");
    let pages: BTreeSet<String> =
        listed.into_iter().filter(|name| name != "layout.html" && !name.starts_with("parts/")).collect();
    for locale in Locale::ALL {
        let drawn: BTreeSet<String> =
            every_page(locale).iter().map(|page| page.template.to_owned()).collect();
        assert_eq!(drawn, pages, "templates with a sample");
    }
}

#[test]
fn every_message_that_a_template_names_exists() {
    for (template, source) in TEMPLATES {
        for call in source.split("t(key=").skip(1) {
            let key = call.trim_start_matches('"').split('"').next().unwrap_or_default();
            assert!(call.starts_with('"'), "{template}: a key that is not a literal near {call:.30}");
            for locale in Locale::ALL {
                assert_ne!(i18n::text(locale, key), key, "{template}: no message {key} ({})", locale.tag());
            }
        }
    }
}

#[test]
fn documents_hold_together() {
    for locale in Locale::ALL {
        for Drawn { name, html, .. } in every_page(locale) {
            assert_eq!(html.matches("<h1").count(), 1, "{name}: one h1");
            assert!(html.contains(&format!("<html lang=\"{}\">", locale.tag())), "{name}");
            assert!(
                !html.contains(" style=") && !html.contains("<style"),
                "{name}: the policy forbids inline styles"
            );
            assert!(!html.contains(" onclick=") && !html.contains("javascript:"), "{name}: no inline script");
            assert!(!html.contains("<b>Apéro"), "{name}: text is escaped");
            for id in html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "{name}: id {id} twice");
            }
            for source in [" src=\"", "<link rel=\"stylesheet\" href=\"", "<link rel=\"icon\" href=\""] {
                for address in html.split(source).skip(1) {
                    assert!(address.starts_with("/assets/"), "{name}: asks another host for {address:.40}");
                }
            }
        }
    }
}

/// Writes every page beside its assets, to be looked at without a server.
#[test]
fn previews_are_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/preview");
    fs::create_dir_all(folder.join("assets")).unwrap();
    for asset in assets::all() {
        fs::write(folder.join(asset.href.trim_start_matches('/')), asset.bytes).unwrap();
    }
    for locale in Locale::ALL {
        for Drawn { name, html, .. } in every_page(locale) {
            let html = html.replace("=\"/assets/", "=\"assets/");
            fs::write(folder.join(format!("{name}.html")), html).unwrap();
        }
    }
    assert!(folder.join("agenda.fr.html").exists());
}

/// What the first view weighs when compressed: page, style sheet, script.
#[test]
fn first_views_are_light() {
    let shared: usize = assets::all().iter().map(|asset| gzipped(asset.bytes)).sum();
    for Drawn { name, html, .. } in every_page(Locale::Fr) {
        let whole = shared + gzipped(html.as_bytes());
        assert!(whole <= 60_000, "{name}: {whole} bytes");
    }
}

fn gzipped(bytes: &[u8]) -> usize {
    use std::io::Write as _;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().len()
}
