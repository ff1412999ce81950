//! Samples of the pages about letters.

use super::page::{DayRow, LetterPage, MailLine, MailboxPage, QueuePage, SaidLine, StoppedRow, TrialPage};
use super::stopped::StoppedNotice;
use crate::i18n::Locale;
use crate::mail::{Letter, Letterhead, Line, Sheet};
use crate::web::fields::FormMarks;
use crate::web::samples::{at, say};

fn line(locale: Locale, subject: &str) -> MailLine {
    MailLine {
        to: "Inès Valdaron <ines@exemple.fr>".to_owned(),
        subject: subject.to_owned(),
        when: say(locale, "écrite hier à 18 h 30", "written yesterday at 18:30"),
        failure: String::new(),
        said: String::new(),
        href: at(locale, "/boite-aux-lettres/1"),
    }
}

impl MailboxPage {
    pub fn sample(locale: Locale) -> Self {
        let confirm = say(locale, "Confirmez votre adresse", "Confirm your address");
        Self { letters: vec![line(locale, &confirm), line(locale, "<b>Apéro</b> & co")] }
    }
}

impl LetterPage {
    pub fn sample(locale: Locale) -> Self {
        let letter =
            Letter::new(Line::verbatim(say(locale, "Confirmez votre adresse", "Confirm your address")))
                .paragraph(Line::verbatim("<b>Apéro</b>\nà 18 h"))
                .fact(Line::verbatim(say(locale, "Lieu", "Place")), Line::address("/lieux/la-fabrique"))
                .button(Line::verbatim("OK"), "/confirmer/abc")
                .after(Line::address("/evenements/apero"));
        let network = "Réseau des tiers-lieux de la Drôme";
        let head = Letterhead { network, origin: "https://vigie.example", locale, to_member: true };
        let sheet = Sheet::of(&letter, &head);
        Self {
            to: "Inès Valdaron <ines@exemple.fr>".to_owned(),
            when: say(locale, "hier à 18 h 30", "yesterday at 18:30"),
            text: sheet.text().unwrap(),
            calendar: "BEGIN:VCALENDAR\nEND:VCALENDAR\n".to_owned(),
            subject: sheet.subject.clone(),
            sheet: Some(sheet),
        }
    }

    /// A copy of a mailing.
    pub fn mailing(locale: Locale) -> Self {
        let text = say(locale, "Jeudi\n\n- 18 h : apéro <b>", "Thursday\n\n- 18:00: drinks <b>");
        let subject = say(locale, "Votre semaine", "Your week");
        Self { subject, text, sheet: None, calendar: String::new(), ..Self::sample(locale) }
    }
}

impl QueuePage {
    pub fn sample(locale: Locale) -> Self {
        let failed = MailLine {
            failure: say(locale, "Cette adresse ne reçoit rien.", "This address takes nothing."),
            said: "550 5.1.1 no such mailbox".to_owned(),
            ..line(locale, &say(locale, "Votre inscription", "Your registration"))
        };
        Self {
            form: FormMarks::default(),
            unset: false,
            demo: true,
            lists: vec![say(locale, "Récapitulatifs · 1200", "Digests · 1200")],
            days: vec![DayRow {
                day: say(locale, "mardi 24 novembre 2026", "Tuesday 24 November 2026"),
                letters: 12,
                mailings: 1_200,
                failed: 3,
            }],
            stopped: vec![StoppedRow {
                email: "perdue@exemple.fr".to_owned(),
                since: say(locale, "hier à 18 h 30", "yesterday at 18:30"),
                said: "550 5.1.1 <b>no such user".to_owned(),
                form: FormMarks::default(),
            }],
            stopped_more: say(locale, "et 12 autres", "and 12 more"),
            can_try: true,
            figures: vec![say(locale, "1 arrêtée", "1 parked"), say(locale, "1 en attente", "1 waiting")],
            parked: vec![failed],
            waiting: vec![line(locale, "<b>Apéro</b>")],
            sent: vec![line(locale, "")],
        }
    }

    pub fn unset(locale: Locale) -> Self {
        Self {
            unset: true,
            demo: false,
            figures: Vec::new(),
            lists: Vec::new(),
            days: Vec::new(),
            stopped: Vec::new(),
            stopped_more: String::new(),
            can_try: false,
            parked: Vec::new(),
            waiting: Vec::new(),
            sent: Vec::new(),
            ..Self::sample(locale)
        }
    }
}

impl TrialPage {
    pub fn sample(locale: Locale) -> Self {
        let line = |by_us, words: &str| SaidLine { by_us, words: words.to_owned() };
        Self {
            to: "camille@exemple.fr".to_owned(),
            taken: false,
            outcome: say(locale, "Le serveur refuse.", "The server refuses."),
            cause: "535 5.7.8 <b>wrong".to_owned(),
            said: vec![
                line(false, "220 mail.exemple.fr"),
                line(true, "AUTH PLAIN ····"),
                line(false, "535 5.7.8 <b>wrong"),
            ],
        }
    }
}

impl StoppedNotice {
    pub fn sample(locale: Locale) -> Self {
        Self {
            text: say(locale, "Nous n’arrivons plus à vous écrire.", "We cannot write to you any more."),
            change_href: crate::web::samples::at(locale, "/compte#adresse"),
            form: FormMarks::default(),
            action: crate::web::samples::at(locale, "/compte/courrier/essai"),
        }
    }
}
