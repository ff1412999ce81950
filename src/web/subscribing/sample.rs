//! Samples of the pages of subscriptions.

use super::draw::{hour_of_day, rhythm, weekday};
use super::page::{
    ChoiceFields, ConfirmPage, Fold, LeavePage, PreferencesPage, SkillLines, SubscribePage, Told,
};
use super::reminders::fields;
use crate::domain::reminder::ReminderChoices;
use crate::domain::subscription::Rhythm;
use crate::i18n::{self, Locale};
use crate::web::fields::{Choice, Field, FieldError, FormMarks};
use crate::web::parts::Link;
use crate::web::samples::{at, say};

fn told(locale: Locale) -> Vec<Told> {
    let told = |label: String, value: String| Told { label, value };
    vec![
        told(i18n::text(locale, "choices-where"), "La Fabrique, Drôme".to_owned()),
        told(i18n::text(locale, "choices-genre"), say(locale, "Atelier et <b>Apéro</b>", "Workshop")),
    ]
}

fn fold(locale: Locale, topic: &'static str, anchor: &'static str, options: &[(&str, &str)]) -> Fold {
    let label = i18n::text(locale, &format!("choices-{topic}"));
    let choice =
        options.iter().enumerate().fold(Choice::new(topic, label.clone()), |choice, (n, (code, name))| {
            choice.option(*code, *name, n == 0)
        });
    Fold { anchor, summary: format!("{label}: {}", options[0].1), choice, open: topic == "genre" }
}

fn choices(locale: Locale, account: bool, wrong: bool) -> ChoiceFields {
    let places = Choice::new("lieu", i18n::text(locale, "choices-places"))
        .option("la-fabrique", "La Fabrique", true)
        .option("la-fabrique-du-sud", "La Fabrique du Sud", false);
    ChoiceFields {
        own_places: account.then(|| Choice::tick("mes-lieux", i18n::text(locale, "choices-own"), true)),
        places,
        search: Field::of("search", "cherche", i18n::text(locale, "choices-search"))
            .hint(i18n::text(locale, "choices-search.hint"))
            .value(if wrong { "fabrique" } else { "" })
            .error(if wrong { i18n::text(locale, "choices-search-several") } else { String::new() }),
        found: if wrong { say(locale, "2 lieux trouvés", "2 places found") } else { String::new() },
        territories: Some(fold(locale, "territoire", "territoires", &[("26", "Drôme"), ("07", "Ardèche")])),
        kinds: fold(locale, "genre", "genres", &[("atelier", "Atelier"), ("cafe", "Café")]),
        bricks: fold(locale, "brique", "briques", &[("fablab", "Fablab, makerspace")]),
        themes: fold(locale, "theme", "themes", &[("ecologie", "Écologie et réparation")]),
        skills: account.then(|| SkillLines {
            name: "competence",
            label: i18n::text(locale, "choices-competence"),
            hint: i18n::text(locale, "choices-competence.hint"),
            error: String::new(),
            values: vec!["Python".to_owned(), String::new()],
            vocabulary: vec!["Python".to_owned(), "Couture".to_owned()],
        }),
    }
}

fn errors(locale: Locale) -> Vec<FieldError> {
    vec![FieldError { name: "cherche".to_owned(), text: i18n::text(locale, "choices-search-several") }]
}

impl SubscribePage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            form: FormMarks::default(),
            errors: Vec::new(),
            email: Field::of("email", "email", i18n::text(locale, "ask-email"))
                .hint(i18n::text(locale, "ask-email.hint"))
                .required(),
            rhythm: rhythm(locale, Rhythm::Weekly, false),
            choices: choices(locale, false, false),
            own: None,
        }
    }

    /// Of a member, whose search found several places.
    pub fn wrong(locale: Locale) -> Self {
        Self {
            errors: errors(locale),
            choices: choices(locale, false, true),
            own: Some(Link::new(i18n::text(locale, "ask-own-link"), at(locale, "/moi/courrier"))),
            ..Self::sample(locale)
        }
    }
}

impl ConfirmPage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            form: FormMarks::default(),
            rhythm: i18n::text(locale, "rhythm-hebdomadaire"),
            told: told(locale),
            manage_href: String::new(),
        }
    }

    pub fn again(locale: Locale) -> Self {
        Self { manage_href: at(locale, "/lettre/x"), ..Self::sample(locale) }
    }
}

impl PreferencesPage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            address: "camille@exemple.fr".to_owned(),
            account: true,
            signed_in: true,
            left: false,
            when: say(locale, "Chaque dimanche vers 18 h", "Every Sunday at about 18:00"),
            told: told(locale),
            action: at(locale, "/moi/courrier"),
            form: FormMarks::default(),
            errors: Vec::new(),
            rhythm: rhythm(locale, Rhythm::Weekly, true),
            weekday: weekday(locale, chrono::Weekday::Sun),
            hour: hour_of_day(locale, 18),
            choices: choices(locale, true, false),
            reminders: Some(fields(locale, ReminderChoices::default())),
            notes_href: at(locale, "/moi/courrier/semaine"),
            leave: FormMarks::default(),
            void: FormMarks::default(),
            erase: FormMarks::default(),
        }
    }

    /// By the link of a mail, without account.
    pub fn by_link(locale: Locale) -> Self {
        Self {
            address: "c…@exemple.fr".to_owned(),
            account: false,
            signed_in: false,
            left: true,
            errors: errors(locale),
            choices: choices(locale, false, true),
            reminders: None,
            notes_href: String::new(),
            action: at(locale, "/lettre/x"),
            ..Self::sample(locale)
        }
    }
}

impl LeavePage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            address: "c…@exemple.fr".to_owned(),
            account: false,
            left: false,
            when: say(locale, "chaque dimanche vers 18 h", "every Sunday at about 18:00"),
            monthly: true,
            action: at(locale, "/lettre/x/quitter"),
        }
    }

    pub fn left(locale: Locale) -> Self {
        Self { left: true, when: String::new(), ..Self::sample(locale) }
    }
}
