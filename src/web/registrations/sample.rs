//! Samples of the pages of registrations.

use super::fields::{Typed, fields};
use super::page::{
    ConfirmPage, DateLink, Guest, Head, LetterPreviewPage, ListPage, ManagePage, RegisterPage, RulesPage,
    SentLetter, SheetPage, SheetRow, StateNotice, WishFields, WriteGuestsPage,
};
use super::panel::{Panel, Tap};
use super::rules;
use crate::domain::event::{EventStatus, RegistrationMode};
use crate::domain::registration::{Question, RegistrationRules, Terms};
use crate::i18n::{self, Locale};
use crate::mail::{Letter, Letterhead, Line, Sheet};
use crate::web::fields::{Choice, Field, FieldError, FormMarks};
use crate::web::parts::{Link, Tone};
use crate::web::samples::{at, say};

fn head(locale: Locale) -> Head {
    Head {
        title: "Café réparation : venez, on s’occupe du reste".to_owned(),
        href: at(locale, "/evenements/cafe-reparation/20260402T183000"),
        when: say(
            locale,
            "jeudi 2 avril 2026 de 18 h 30 à 20 h 30",
            "Thursday 2 April 2026, 6.30 to 8.30 pm",
        ),
        place: "8 Fablab Drôme".to_owned(),
        seats: say(locale, "Il reste 3 places.", "3 seats are left."),
    }
}

fn rules_of(locale: Locale) -> RegistrationRules {
    let ask = |label: String, choices: &[String]| Question {
        label,
        choices: choices.to_vec(),
        required: !choices.is_empty(),
    };
    RegistrationRules {
        group_max: 4,
        questions: vec![
            ask(say(locale, "Qu’apportez-vous ?", "What do you bring?"), &[]),
            ask(
                say(locale, "Déjà venu·e ?", "Been here before?"),
                &[say(locale, "oui", "yes"), say(locale, "non", "no")],
            ),
        ],
        ..RegistrationRules::default()
    }
}

fn wish(locale: Locale, errors: &[FieldError]) -> WishFields {
    let instant = chrono::DateTime::UNIX_EPOCH;
    let terms = Terms {
        mode: RegistrationMode::Open,
        status: EventStatus::Planned,
        rules: rules_of(locale),
        capacity: Some(10),
        closes_at: instant,
        ends_at: instant,
    };
    let typed = Typed { size: "2".to_owned(), answers: vec!["<b>Apéro".to_owned()], show_name: true };
    fields(locale, &terms, &typed, errors)
}

impl Panel {
    pub fn sample(locale: Locale) -> Self {
        Self {
            state: None,
            seats: say(locale, "Il reste 3 places.", "3 seats are left."),
            closed: String::new(),
            notes: vec![i18n::text(locale, "panel-series")],
            tap: Some(Tap {
                action: at(locale, "/evenements/cafe-reparation/inscription"),
                form: FormMarks::default(),
                label: i18n::text(locale, "panel-tap"),
            }),
            link: Some(Link::new(
                i18n::text(locale, "panel-options"),
                at(locale, "/evenements/cafe-reparation/inscription"),
            )),
            hosts: Some(Link::new(
                i18n::text(locale, "panel-hosts"),
                at(locale, "/evenements/cafe-reparation/inscriptions"),
            )),
        }
    }
}

impl RegisterPage {
    pub fn sample(locale: Locale) -> Self {
        let error = FieldError { name: "email".to_owned(), text: i18n::text(locale, "refused-email") };
        let field = |kind, name: &str| Field::of(kind, name, i18n::text(locale, &format!("register-{name}")));
        Self {
            head: head(locale),
            action: at(locale, "/evenements/cafe-reparation/inscription"),
            form: FormMarks::default(),
            closed: String::new(),
            refused: String::new(),
            sign_in_href: at(locale, "/connexion"),
            notes: vec![i18n::text(locale, "register-visitor-note")],
            name: Some(field("text", "name").value("Camille Roux").required()),
            email: Some(field("email", "email").value("camille").error(&error.text).required()),
            wish: wish(locale, std::slice::from_ref(&error)),
            submit: i18n::text(locale, "register-send"),
            errors: vec![error],
        }
    }

    pub fn closed(locale: Locale) -> Self {
        Self {
            closed: i18n::text(locale, "refused-members-only"),
            errors: Vec::new(),
            ..Self::sample(locale)
        }
    }
}

impl ConfirmPage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            head: Some(head(locale)),
            action: "/inscriptions/x".to_owned(),
            form: FormMarks::default(),
            name: "Camille Roux".to_owned(),
            people: say(locale, "2 personnes", "2 people"),
            refused: i18n::text(locale, "refused-full"),
        }
    }

    pub fn expired(locale: Locale) -> Self {
        Self { head: None, ..Self::sample(locale) }
    }
}

impl ManagePage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            head: head(locale),
            state: StateNotice {
                tone: Tone::Good,
                label: i18n::text(locale, "registration-state-confirmee"),
                text: i18n::text(locale, "manage-confirmee"),
            },
            name: "Camille Roux".to_owned(),
            people: say(locale, "2 personnes", "2 people"),
            action: at(locale, "/evenements/cafe-reparation/inscription"),
            change_form: FormMarks::default(),
            cancel_form: FormMarks::default(),
            errors: Vec::new(),
            open: true,
            wish: wish(locale, &[]),
            ics_href: at(locale, "/evenements/cafe-reparation.ics"),
            online_href: "https://visio.example/cafe".to_owned(),
            others: vec!["Léa Martin".to_owned(), "Hugo Blanc".to_owned()],
        }
    }
}

impl ListPage {
    pub fn sample(locale: Locale) -> Self {
        let guest = |id: i64, name: &str, mark, note: &str, people: &str| Guest {
            id,
            name: name.to_owned(),
            people: people.to_owned(),
            email: format!("personne{id}@exemple.fr"),
            answers: vec!["Qu’apportez-vous ? un grille-pain".to_owned()],
            mark,
            note: note.to_owned(),
            form: FormMarks::default(),
            more_form: FormMarks::default(),
            word: Field::text("word", format!("Un mot à {name}")).hint(i18n::text(locale, "list-word-hint")),
        };
        let date = |day: &str, current| DateLink {
            label: day.to_owned(),
            href: at(locale, "/evenements/cafe-reparation/inscriptions?date=20260402T183000"),
            current,
        };
        let walk_in = i18n::text(locale, "list-walk-in");
        Self {
            head: head(locale),
            dates: vec![date("jeu. 2 avril", true), date("jeu. 9 avril", false)],
            counts: say(locale, "8 sur 10 places", "8 of 10 seats"),
            came: say(locale, "3 personnes venues", "3 people came"),
            action: at(locale, "/evenements/cafe-reparation/inscriptions"),
            asked: vec![guest(1, "Camille Roux", "", "", "")],
            confirmed: vec![
                guest(2, "Hugo Blanc", "came", "", &say(locale, "2 personnes", "2 people")),
                guest(3, "Léa Martin", "absent", "", ""),
                Guest { email: String::new(), ..guest(4, "Zoé Faure", "came", &walk_in, "") },
                guest(5, "Inès Morel", "", "", ""),
            ],
            waiting: vec![guest(6, "Paul Giraud", "", &say(locale, "n° 1", "no. 1"), "")],
            gone: vec![guest(7, "Anna Petit", "", &i18n::text(locale, "registration-state-annulee"), "")],
            refused: i18n::text(locale, "list-approve-full"),
            add_form: FormMarks::default(),
            add_name: Field::text("name", i18n::text(locale, "list-add-name")).required(),
            add_size: Field::of("number", "size", i18n::text(locale, "list-add-size")).value("1").required(),
            errors: Vec::new(),
            write_href: at(locale, "/evenements/cafe-reparation/inscriptions/lettre"),
            sheet_href: at(locale, "/evenements/cafe-reparation/inscriptions/feuille"),
            csv_href: at(locale, "/evenements/cafe-reparation/inscriptions/tableau.csv"),
            rules_href: at(locale, "/evenements/cafe-reparation/inscriptions/reglages"),
        }
    }
}

impl SheetPage {
    pub fn sample(locale: Locale) -> Self {
        let row = |name: &str, people| SheetRow { name: name.to_owned(), people };
        Self {
            head: head(locale),
            rows: vec![row("Hugo Blanc", 2), row("Léa Martin", 1)],
            blanks: vec![1, 2, 3],
            back: Link::new(
                i18n::text(locale, "list-title"),
                at(locale, "/evenements/cafe-reparation/inscriptions"),
            ),
        }
    }
}

impl RulesPage {
    pub fn sample(locale: Locale) -> Self {
        let error =
            FieldError { name: "choices-1".to_owned(), text: i18n::text(locale, "rules-fault-choices") };
        Self {
            head: head(locale),
            form: FormMarks::default(),
            action: at(locale, "/evenements/cafe-reparation/inscriptions/reglages"),
            rules: rules::Typed::of_rules(&rules_of(locale)).fields(locale, std::slice::from_ref(&error)),
            errors: vec![error],
            back: Link::new(
                i18n::text(locale, "list-title"),
                at(locale, "/evenements/cafe-reparation/inscriptions"),
            ),
        }
    }
}

impl WriteGuestsPage {
    pub fn sample(locale: Locale) -> Self {
        let text = |key: &str| i18n::text(locale, key);
        let to = |code: &str, n| super::words::with_number(locale, &format!("guests-to-{code}"), "n", n);
        Self {
            head: head(locale),
            list: Link::new(text("list-title"), at(locale, "/evenements/cafe-reparation/inscriptions")),
            action: at(locale, "/evenements/cafe-reparation/inscriptions/lettre"),
            form: FormMarks::default(),
            errors: Vec::new(),
            audience: Choice::new("a-qui", text("guests-audience"))
                .option("inscrites", to("inscrites", 8), true)
                .option("en-attente", to("en-attente", 1), false)
                .option("venues", to("venues", 0), false),
            subject: Field::text("objet", text("guests-subject"))
                .value("Apportez vos <b>tournevis")
                .required(),
            words: Field::text("mots", text("guests-words"))
                .hint(text("guests-words-hint"))
                .rows(8)
                .required(),
            sent: vec![SentLetter {
                subject: say(locale, "Changement de salle", "Another room"),
                about: say(
                    locale,
                    "30 mars 2026, 8 personnes inscrites, par Nadia Serre",
                    "30 March 2026, 8 people who have a seat, by Nadia Serre",
                ),
            }],
        }
    }
}

impl LetterPreviewPage {
    pub fn sample(locale: Locale) -> Self {
        let letter = Letter::new(Line::verbatim("Apportez vos <b>tournevis"))
            .paragraph(Line::verbatim("Bonjour,\non manque de tournevis. À jeudi !"))
            .fact(Line::new("letter-registration-when"), Line::verbatim(head(locale).when));
        let letterhead = Letterhead {
            network: "Réseau de la Drôme",
            origin: "https://vigie.example",
            locale,
            to_member: false,
        };
        Self {
            list: Link::new(
                i18n::text(locale, "list-title"),
                at(locale, "/evenements/cafe-reparation/inscriptions"),
            ),
            to: super::words::with_number(locale, "guests-to-inscrites", "n", 8),
            sheet: Sheet::of(&letter, &letterhead),
            form: FormMarks::default(),
            action: at(locale, "/evenements/cafe-reparation/inscriptions/lettre"),
            audience: "inscrites".to_owned(),
            subject: "Apportez vos <b>tournevis".to_owned(),
            words: "Bonjour,\non manque de tournevis. À jeudi !".to_owned(),
        }
    }
}
