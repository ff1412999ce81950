//! Samples of the pages of reports and of accounts put aside.

use super::page::{
    DecidePage, Decided, ReportLine, ReportPage, ReportedMessage, ReportsPage, SuspendPage, SuspendedLine,
    SuspensionsPage, VerdictFields,
};
use super::reports::badge;
use super::word_field;
use crate::domain::report::ReportDecision;
use crate::i18n::{self, Locale};
use crate::web::fields::{Choice, Field, FieldError, FormMarks};
use crate::web::members::page::Message;
use crate::web::parts::Link;
use crate::web::rows;
use crate::web::samples::{at, say};
use crate::web::wording::{counted, said};

fn noah() -> String {
    "Noé Faure".to_owned()
}

fn message(locale: Locale, author: &str, own: bool, words: &str) -> Message {
    Message {
        author: author.to_owned(),
        own,
        when: say(locale, "jeudi 5 mars à 10 h", "Thursday 5 March at 10 am"),
        words: words.to_owned(),
        report: String::new(),
    }
}

fn suspensions(locale: Locale) -> Link {
    Link::new(i18n::text(locale, "suspensions-title"), at(locale, "/reseau/suspensions"))
}

fn wrong(locale: Locale, name: &str, key: &str) -> Vec<FieldError> {
    vec![FieldError { name: name.to_owned(), text: i18n::text(locale, key) }]
}

impl SuspendPage {
    pub fn sample(locale: Locale) -> Self {
        let error = i18n::text(locale, "care-error-too-long");
        Self {
            form: FormMarks::default(),
            errors: wrong(locale, "word", "care-error-too-long"),
            heading: rows::say(locale, "suspend-title", "name", noah()),
            word: word_field(locale, "word", "suspend-word", "<b>Apéro").error(error),
            back: suspensions(locale),
        }
    }
}

impl SuspensionsPage {
    pub fn sample(locale: Locale) -> Self {
        let day = say(locale, "5 mars 2026", "5 March 2026");
        let since = said(locale, "suspensions-since", [("day", day), ("who", "Ada Petit".to_owned())]);
        let line = SuspendedLine {
            form: FormMarks::default(),
            uid: "n".to_owned(),
            name: noah(),
            email: "noe.faure@exemple.fr".to_owned(),
            since,
            word: "<b>Apéro".to_owned(),
        };
        Self { accounts: vec![line], ..Self::empty(locale) }
    }

    pub fn empty(locale: Locale) -> Self {
        let error = i18n::text(locale, "suspensions-error-nobody");
        Self {
            action: at(locale, "/reseau/suspensions"),
            form: FormMarks::default(),
            errors: wrong(locale, "email", "suspensions-error-nobody"),
            email: Field::of("email", "email", i18n::text(locale, "suspensions-email")).error(error),
            accounts: Vec::new(),
        }
    }
}

impl ReportPage {
    pub fn sample(locale: Locale) -> Self {
        Self {
            form: FormMarks::default(),
            errors: Vec::new(),
            heading: rows::say(locale, "report-message-title", "name", noah()),
            lede: rows::say(locale, "report-message-lede", "name", noah()),
            message: Some(message(locale, "Noé Faure", false, "<b>Apéro")),
            reason: word_field(locale, "reason", "report-reason", ""),
            back: Link::new(i18n::text(locale, "report-back"), at(locale, "/moi/messages/a")),
        }
    }

    /// Of a member as such.
    pub fn of_member(locale: Locale) -> Self {
        let error = i18n::text(locale, "report-error-blank");
        Self {
            errors: wrong(locale, "reason", "report-error-blank"),
            heading: rows::say(locale, "report-member-title", "name", noah()),
            lede: rows::say(locale, "report-member-lede", "name", noah()),
            message: None,
            reason: word_field(locale, "reason", "report-reason", "").required().error(error),
            ..Self::sample(locale)
        }
    }
}

fn signed(locale: Locale) -> String {
    let day = say(locale, "5 mars 2026", "5 March 2026");
    said(locale, "reports-signed", [("day", day), ("who", "Camille Roux".to_owned())])
}

impl ReportsPage {
    pub fn sample(locale: Locale) -> Self {
        let line = |key, decision: Option<ReportDecision>| ReportLine {
            href: at(locale, "/reseau/signalements/a"),
            what: rows::say(locale, key, "name", noah()),
            signed: signed(locale),
            decision: decision.map(|decision| badge(locale, decision)),
        };
        Self {
            waiting: vec![line("reports-message-of", None)],
            decided: ReportDecision::ALL.iter().map(|one| line("reports-member", Some(*one))).collect(),
        }
    }
}

impl DecidePage {
    pub fn sample(locale: Locale) -> Self {
        let decision = Choice::new("decision", i18n::text(locale, "report-decision")).required();
        let decision = ReportDecision::ALL.iter().fold(decision, |choice, one| {
            choice.option(one.code(), i18n::text(locale, &format!("report-decision-{one}")), false)
        });
        let verdict = VerdictFields {
            decision: decision.error(i18n::text(locale, "report-error-decision")),
            note: word_field(locale, "note", "report-note", ""),
            word: word_field(locale, "word", "report-word", ""),
        };
        Self {
            heading: rows::say(locale, "reports-message-of", "name", noah()),
            signed: signed(locale),
            reason: "<b>Apéro".to_owned(),
            messages: vec![
                ReportedMessage {
                    message: message(locale, "Camille Roux", true, "Bonjour"),
                    reported: false,
                },
                ReportedMessage {
                    message: message(locale, "Noé Faure", false, "<b>Apéro"), reported: true
                },
            ],
            count: counted(locale, "reports-count", 3),
            form: FormMarks::default(),
            errors: wrong(locale, "decision", "report-error-decision"),
            problem: String::new(),
            verdict: Some(verdict),
            decided: None,
        }
    }

    /// It was decided on.
    pub fn decided(locale: Locale) -> Self {
        let day = say(locale, "6 mars 2026", "6 March 2026");
        Self {
            problem: i18n::text(locale, "report-decided-meanwhile"),
            errors: Vec::new(),
            verdict: None,
            decided: Some(Decided {
                decision: badge(locale, ReportDecision::Suspend),
                signed: said(
                    locale,
                    "report-decided-signed",
                    [("day", day), ("who", "Ada Petit".to_owned())],
                ),
                note: "<b>Apéro".to_owned(),
                end_blocks: at(locale, "/reseau/signalements/a"),
                suspensions: Some(suspensions(locale)),
            }),
            ..Self::sample(locale)
        }
    }
}
