//! What the pages about letters show.

use serde::Serialize;

use crate::mail::Sheet;
use crate::web::fields::FormMarks;
use crate::web::pages::Page;

/// One letter in a list.
#[derive(Clone, Debug, Serialize)]
pub struct MailLine {
    /// Name and address, or the address alone.
    pub to: String,
    /// Empty where its words are no longer kept.
    pub subject: String,
    /// "écrite hier à 18 h 30 · 2 essais".
    pub when: String,
    /// What went wrong, as a sentence. Empty: nothing.
    pub failure: String,
    /// What the other side said about it. May be empty.
    pub said: String,
    /// Where it is read, or below which address it is decided about. May be empty.
    pub href: String,
}

/// `/boite-aux-lettres`: all letters of a demo.
#[derive(Clone, Debug, Default, Serialize)]
pub struct MailboxPage {
    pub letters: Vec<MailLine>,
}

impl Page for MailboxPage {
    const TEMPLATE: &'static str = "letters/mailbox.html";
}

/// `/boite-aux-lettres/{uid}`: one letter of a demo, drawn and in plain text.
#[derive(Clone, Debug, Serialize)]
pub struct LetterPage {
    pub to: String,
    pub when: String,
    pub subject: String,
    /// Its addresses are local. `None`: it is a copy of a mailing, shown in its plain text.
    pub sheet: Option<Sheet>,
    pub text: String,
    /// Text of the iCalendar part. Empty: none.
    pub calendar: String,
}

impl Page for LetterPage {
    const TEMPLATE: &'static str = "letters/show.html";
}

/// `/reseau/courrier`: the outbox as the coordination sees it.
#[derive(Clone, Debug, Serialize)]
pub struct QueuePage {
    pub form: FormMarks,
    /// Nothing can be sent: mail is not configured.
    pub unset: bool,
    /// Nothing is sent: this is a demo.
    pub demo: bool,
    /// "2 arrêtées", "3 en attente"…
    pub figures: Vec<String>,
    /// "Récapitulatifs · 1200", of the lists that wait.
    pub lists: Vec<String>,
    pub days: Vec<DayRow>,
    pub stopped: Vec<StoppedRow>,
    /// "et 12 autres". Empty: no more.
    pub stopped_more: String,
    /// A mail to oneself can be tried.
    pub can_try: bool,
    pub parked: Vec<MailLine>,
    pub waiting: Vec<MailLine>,
    pub sent: Vec<MailLine>,
}

impl Page for QueuePage {
    const TEMPLATE: &'static str = "letters/queue.html";
}

/// What left on a day.
#[derive(Clone, Debug, Serialize)]
pub struct DayRow {
    pub day: String,
    pub letters: i64,
    pub mailings: i64,
    pub failed: i64,
}

/// An address that takes nothing any more.
#[derive(Clone, Debug, Serialize)]
pub struct StoppedRow {
    pub email: String,
    /// "hier à 18 h 30".
    pub since: String,
    /// Words of the mail server.
    pub said: String,
    pub form: FormMarks,
}

/// `/reseau/courrier/essai`: what came of a mail to oneself.
#[derive(Clone, Debug, Serialize)]
pub struct TrialPage {
    pub to: String,
    pub taken: bool,
    /// A sentence.
    pub outcome: String,
    /// Words of the mail server. May be empty.
    pub cause: String,
    pub said: Vec<SaidLine>,
}

impl Page for TrialPage {
    const TEMPLATE: &'static str = "letters/trial.html";
}

/// What one side said.
#[derive(Clone, Debug, Serialize)]
pub struct SaidLine {
    pub by_us: bool,
    pub words: String,
}
