//! Samples of the pages about letters.

use super::page::{LetterPage, MailLine, MailboxPage, QueuePage};
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
            sheet,
        }
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
            parked: Vec::new(),
            waiting: Vec::new(),
            sent: Vec::new(),
            ..Self::sample(locale)
        }
    }
}
