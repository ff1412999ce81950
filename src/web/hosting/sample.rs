//! The pages of hosts, as the previews and the tests of templates draw them.

use super::fields::{Drawing, errors};
use super::page::*;
use super::proposal_page::ProposalLine;
use super::read::Fault;
use super::typed::Typed;
use crate::domain::brick::BrickKind;
use crate::domain::place::Brick;
use crate::i18n::Locale;
use crate::web::fields::{Field, FormMarks};
use crate::web::host_bar::{HostBar, HostRoom};
use crate::web::parts::{Badge, Hidden, Link, Tone};
use crate::web::places::page::PhotoView;
use crate::web::samples::{at, say};

fn place(locale: Locale) -> Link {
    Link::new("L’Usine Vivante", at(locale, "/lieux/l-usine-vivante/evenements"))
}

fn event(locale: Locale) -> Link {
    Link::new("Café réparation", at(locale, "/evenements/cafe-reparation"))
}

fn preview(locale: Locale) -> Preview {
    let date = |value: &str, text: String, skipped: String| PreviewDate {
        value: value.to_owned(),
        text,
        excluded: false,
        optional: skipped.is_empty(),
        skipped,
    };
    Preview {
        sentence: say(
            locale,
            "Tous les jeudis, de 18 h 30 à 20 h 30, sauf jours fériés",
            "Every Thursday, 18:30 to 20:30, except public holidays",
        ),
        count: say(locale, "94 dates dans les deux ans qui viennent", "94 dates in the coming two years"),
        dates: vec![
            date("2026-05-07", say(locale, "jeudi 7 mai 2026", "Thursday 7 May 2026"), String::new()),
            date(
                "2026-05-14",
                say(locale, "jeudi 14 mai 2026", "Thursday 14 May 2026"),
                say(locale, "sauté, Ascension", "left out, Ascension Day"),
            ),
            PreviewDate {
                excluded: true,
                optional: true,
                ..date(
                    "2026-05-21",
                    say(locale, "jeudi 21 mai 2026", "Thursday 21 May 2026"),
                    say(locale, "sauté, à votre demande", "left out, as you asked"),
                )
            },
        ],
        more: say(locale, "et encore 92 dates", "and 92 more dates"),
        notes: vec![Note {
            tone: Tone::Warn,
            text: say(locale, "Tout près, à Nyons :", "Nearby, at Nyons:"),
            link: Some(event(locale)),
        }],
        told: "0123abcd".to_owned(),
    }
}

impl EventFormPage {
    pub fn sample(locale: Locale) -> Self {
        let mut typed = Typed::default();
        for (name, value) in
            [("title", "<b>Apéro</b>"), ("repeats", "week"), ("date", "2026-05-07"), ("room", "Salle bleue")]
        {
            typed.set(name, value);
        }
        typed.set_all("dates", ["2026-05-09"]);
        let faults = [
            Fault::new("kind", "publishing-fault-kind"),
            Fault::new("start", "publishing-fault-start"),
            Fault::new("price", "publishing-fault-price"),
        ];
        let bricks = [Brick::of(BrickKind::Fablab), Brick::of(BrickKind::Cafe)];
        let rooms = ["Salle bleue".to_owned()];
        let today = chrono::NaiveDate::default();
        let drawing =
            Drawing { locale, today, typed: &typed, faults: &faults, bricks: &bricks, rooms: &rooms };
        Self {
            heading: say(locale, "Nouvel évènement", "New event"),
            place: place(locale),
            lede: String::new(),
            ask: say(locale, "Pas encore publié.", "Not published yet."),
            form: FormMarks::default(),
            action: at(locale, "/evenements/nouveau"),
            hidden: vec![Hidden { name: "place", value: "l-usine-vivante".to_owned() }],
            errors: errors(locale, &faults),
            basics: drawing.basics(),
            repeats: drawing.repeats(),
            preview: Some(preview(locale)),
            folds: drawing.folds().into_iter().chain([super::later::fold(&drawing)]).collect(),
            submit: say(locale, "Publier", "Publish"),
            can_draft: true,
            preview_href: at(locale, "/evenements/apercu"),
            keep: "new".to_owned(),
            cancel_href: at(locale, "/lieux/l-usine-vivante/evenements"),
        }
    }
}

impl DatesPage {
    pub fn sample(locale: Locale) -> Self {
        Self { preview: preview(locale) }
    }
}

impl ChoicePage {
    pub fn sample(locale: Locale) -> Self {
        let way = |french: &str, english: &str, hint: String| Way {
            link: Link::new(say(locale, french, english), at(locale, "/evenements/cafe-reparation/modifier")),
            hint,
        };
        let hint = say(locale, "Un autre horaire, pour cette fois.", "Another time, for this once.");
        Self {
            heading: say(locale, "Quelles dates modifier ?", "Which dates to change?"),
            crumb: event(locale),
            lede: say(locale, "jeudi 14 mai 2026", "Thursday 14 May 2026"),
            ways: vec![
                way("Cette date", "This date", hint),
                way("Toutes les dates", "All dates", String::new()),
            ],
        }
    }
}

impl ChangePage {
    pub fn sample(locale: Locale) -> Self {
        let typed = Typed::default();
        let faults = [Fault::new("date", "publishing-fault-date")];
        let today = chrono::NaiveDate::default();
        let drawing = Drawing { locale, today, typed: &typed, faults: &faults, bricks: &[], rooms: &[] };
        Self {
            heading: say(locale, "Reporter", "Put off"),
            event: event(locale),
            subject: say(
                locale,
                "jeudi 14 mai 2026, de 18 h 30 à 20 h 30",
                "Thursday 14 May 2026, 18:30 to 20:30",
            ),
            lede: say(locale, "Indiquez la nouvelle date.", "Give the new date."),
            form: FormMarks::default(),
            action: at(locale, "/evenements/cafe-reparation/reporter"),
            hidden: Vec::new(),
            errors: errors(locale, &faults),
            parts: vec![Part::Row(drawing.span_fields())],
            submit: say(locale, "Reporter", "Put off"),
            danger: true,
        }
    }
}

impl ConflictPage {
    pub fn sample(locale: Locale) -> Self {
        let field = |name: &str, label: String, keep_theirs| ConflictField {
            name: name.to_owned(),
            label,
            theirs: "Café réparation".to_owned(),
            mine: "<b>Apéro</b>".to_owned(),
            keep_theirs,
        };
        Self {
            event: event(locale),
            form: FormMarks::default(),
            action: at(locale, "/evenements/cafe-reparation/modifier"),
            hidden: vec![Hidden { name: "compared", value: "on".to_owned() }],
            fields: vec![
                field("title", say(locale, "Titre", "Title"), false),
                field("room", say(locale, "Salle", "Room"), true),
            ],
        }
    }
}

fn draft(locale: Locale, uid: &str, saved: String) -> DraftRow {
    DraftRow {
        link: Link::new("<b>Apéro</b>", at(locale, &format!("/evenements/nouveau?brouillon={uid}"))),
        saved,
        is_planned: false,
        discard_href: at(locale, "/evenements/nouveau"),
        form: FormMarks::default(),
        uid: uid.to_owned(),
    }
}

impl HostedPage {
    pub fn sample(locale: Locale) -> Self {
        let row = |status: Option<Badge>| HostedRow {
            link: event(locale),
            when: say(
                locale,
                "jeudi 14 mai 2026, de 18 h 30 à 20 h 30",
                "Thursday 14 May 2026, 18:30 to 20:30",
            ),
            place: String::new(),
            status,
            actions: vec![Link::new(
                say(locale, "Modifier", "Change"),
                at(locale, "/evenements/cafe-reparation/modifier"),
            )],
        };
        Self {
            heading: say(locale, "Évènements : L’Usine Vivante", "Events: L’Usine Vivante"),
            host_bar: Some(HostBar::sample(locale, Some(HostRoom::Events))),
            place: Some(place(locale)),
            place_slug: "l-usine-vivante".to_owned(),
            new_href: at(locale, "/evenements/nouveau?lieu=l-usine-vivante"),
            proposals: vec![ProposalLine::sample(locale, None)],
            drafts: vec![
                draft(locale, "1", say(locale, "enregistré le 5 mars 2026", "saved on 5 March 2026")),
                DraftRow {
                    is_planned: true,
                    ..draft(
                        locale,
                        "2",
                        say(locale, "sera publié vendredi à 9 h", "published on Friday at 9:00"),
                    )
                },
            ],
            coming: vec![
                row(None),
                row(Some(Badge { label: say(locale, "Annulé", "Cancelled"), tone: Tone::Bad })),
            ],
            past: vec![row(None)],
        }
    }

    /// Nothing at all.
    pub fn empty(locale: Locale) -> Self {
        Self {
            heading: say(locale, "Les évènements que j’anime", "Events that I host"),
            host_bar: None,
            place: None,
            proposals: Vec::new(),
            drafts: Vec::new(),
            coming: Vec::new(),
            past: Vec::new(),
            ..Self::sample(locale)
        }
    }
}

impl CoverPage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            event: event(locale),
            photo: Some(PhotoView {
                href: "/photos/1".to_owned(),
                alt: "<b>Apéro</b>".to_owned(),
                width: 320,
                height: 200,
            }),
            form: FormMarks::default(),
            action: at(locale, "/evenements/cafe-reparation/image"),
            errors: Vec::new(),
            file: Field::of("file", "file", say(locale, "Image", "Picture")),
            alt: Field::text("alt", say(locale, "Ce qu’on y voit", "What it shows")),
        }
    }

    pub fn drawn(locale: Locale) -> Self {
        Self { photo: None, ..Self::sample(locale) }
    }
}
