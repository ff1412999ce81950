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
    /// Its addresses are local.
    pub sheet: Sheet,
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
    pub parked: Vec<MailLine>,
    pub waiting: Vec<MailLine>,
    pub sent: Vec<MailLine>,
}

impl Page for QueuePage {
    const TEMPLATE: &'static str = "letters/queue.html";
}
