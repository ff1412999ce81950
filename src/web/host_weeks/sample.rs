//! Samples of a host's week.

use super::page::{
    AllDates, DateView, LeaveNotePage, NotePreviewPage, NotesPage, OpenForm, Tap, WeekOverPage, WeekPage,
    WeekView,
};
use super::settings::choice;
use crate::domain::weekly_note::usual;
use crate::i18n::{self, Locale};
use crate::mail::host_week::{HostWeekNote, SETTINGS};
use crate::mail::{Letterhead, MailingList};
use crate::web::fields::FormMarks;
use crate::web::host_bar::{HostBar, HostRoom};
use crate::web::hosting::fields::{Drawing, errors};
use crate::web::hosting::page::Part;
use crate::web::hosting::read::Fault;
use crate::web::hosting::typed::Typed;
use crate::web::parts::{Badge, Hidden, Link, Tone};
use crate::web::samples::{at, say};
use crate::web::wording::counted;

const PATH: &str = "/lieux/l-usine-vivante/semaine";

fn date(locale: Locale, id: i64, confirmed: bool) -> DateView {
    let text = |key: &str| i18n::text(locale, key);
    let ask =
        |key: &str, word: &str| Link::new(text(key), format!("{}?{word}={id}#date-{id}", at(locale, PATH)));
    let yes = Tap { form: FormMarks::default(), verb: "confirm", label: text("host-weeks-yes"), main: true };
    DateView {
        id,
        link: Link::new("<b>Café</b> réparation", at(locale, "/evenements/cafe-reparation")),
        when: say(locale, "jeudi 5 mars, de 18 h 30 à 20 h 30", "Thursday 5 March, 18:30 to 20:30"),
        status: (!confirmed).then(|| Badge { label: text("event-status-a-confirmer"), tone: Tone::Warn }),
        facts: vec![counted(locale, "host-weeks-taken", 8), counted(locale, "host-weeks-waiting", 2)],
        confirmed: match confirmed {
            true => say(locale, "Confirmée hier par Camille Roux", "Confirmed yesterday by Camille Roux"),
            false => String::new(),
        },
        ways: if confirmed { Vec::new() } else { vec![yes] },
        asks: vec![ask("host-weeks-annuler", "annuler"), ask("host-weeks-deplacer", "deplacer")],
        open: None,
    }
}

impl WeekPage {
    pub fn sample(locale: Locale) -> Self {
        let off = DateView {
            status: Some(Badge { label: i18n::text(locale, "event-status-annule"), tone: Tone::Bad }),
            ways: vec![Tap {
                form: FormMarks::default(),
                verb: "reinstate",
                label: i18n::text(locale, "host-weeks-reinstate"),
                main: false,
            }],
            asks: Vec::new(),
            ..date(locale, 3, true)
        };
        let week =
            |anchor: &str, heading: String, dates| WeekView { anchor: anchor.to_owned(), heading, dates };
        let this = say(locale, "Cette semaine, du 2 au 8 mars", "This week, 2 to 8 March");
        let next = say(locale, "La semaine prochaine, du 9 au 15 mars", "Next week, 9 to 15 March");
        Self {
            heading: say(locale, "La semaine de L’Usine Vivante", "The week of L’Usine Vivante"),
            host_bar: Some(HostBar::sample(locale, Some(HostRoom::Week))),
            place: Link::new("L’Usine Vivante", at(locale, "/lieux/l-usine-vivante")),
            lede: i18n::text(locale, "host-weeks-lede"),
            action: at(locale, PATH),
            errors: Vec::new(),
            all: Some(AllDates {
                form: FormMarks::default(),
                label: counted(locale, "host-weeks-all", 2),
                ids: vec![1, 2],
            }),
            weeks: vec![
                week("2026-W10", this, vec![date(locale, 1, false), date(locale, 2, true), off]),
                week("2026-W11", next, Vec::new()),
            ],
            new_href: at(locale, "/evenements/nouveau?lieu=l-usine-vivante"),
            preview_href: at(locale, "/lieux/l-usine-vivante/semaine/apercu"),
        }
    }

    /// A form is open, and something in it is wrong.
    pub fn moving(locale: Locale) -> Self {
        let (typed, faults) = (Typed::default(), [Fault::new("date", "publishing-fault-date")]);
        let today = chrono::NaiveDate::default();
        let drawing = Drawing { locale, today, typed: &typed, faults: &faults, bricks: &[], rooms: &[] };
        let open = OpenForm {
            form: FormMarks::default(),
            verb: "move",
            title: i18n::text(locale, "host-weeks-deplacer-question"),
            lede: counted(locale, "host-weeks-will-tell", 8),
            hidden: vec![Hidden { name: "seal", value: "0".to_owned() }],
            parts: vec![Part::Row(drawing.span_fields())],
            submit: i18n::text(locale, "host-weeks-deplacer-submit"),
            danger: false,
            close_href: at(locale, PATH),
        };
        let week = WeekView {
            anchor: "2026-W10".to_owned(),
            heading: say(locale, "Du 2 au 8 mars", "2 to 8 March"),
            dates: vec![DateView { open: Some(open), ..date(locale, 1, false) }],
        };
        Self {
            host_bar: None,
            all: None,
            errors: errors(locale, &faults),
            weeks: vec![week],
            new_href: String::new(),
            preview_href: String::new(),
            ..Self::sample(locale)
        }
    }
}

impl WeekOverPage {
    pub fn sample(locale: Locale) -> Self {
        Self { sign_in_href: at(locale, "/connexion") }
    }
}

impl NotePreviewPage {
    pub fn sample(locale: Locale) -> Self {
        let head = Letterhead {
            network: "Réseau des tiers-lieux de la Drôme",
            origin: "https://vigie.example",
            locale,
            to_member: true,
        };
        let note = HostWeekNote::sample(locale).note(&head).leading_to(&head.absolute(PATH), "/");
        Self {
            host_bar: Some(HostBar::sample(locale, Some(HostRoom::Week))),
            place: Link::new("L’Usine Vivante", at(locale, "/lieux/l-usine-vivante")),
            heading: i18n::text(locale, "note-preview-title"),
            comes: true,
            text: note.text().unwrap_or_default(),
            note: note.within(head.origin),
            settings_href: at(locale, SETTINGS),
        }
    }
}

impl NotesPage {
    pub fn sample(locale: Locale) -> Self {
        let usual = usual(chrono_tz::Europe::Paris);
        let note = |list| choice(locale, list, &usual, FormMarks::default());
        Self {
            action: at(locale, SETTINGS),
            notes: vec![note(MailingList::HostWeek), note(MailingList::Network)],
        }
    }
}

impl LeaveNotePage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            heading: i18n::text(locale, "note-leave-week-title"),
            address: "c…@exemple.fr".to_owned(),
            left: false,
            action: at(locale, "/semaine/abc/quitter"),
            settings_href: at(locale, SETTINGS),
        }
    }

    pub fn left(locale: Locale) -> Self {
        Self { left: true, heading: i18n::text(locale, "note-left-title"), ..Self::sample(locale) }
    }
}
