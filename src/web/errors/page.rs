//! What is shown when a page cannot be: always a way out.

use serde::Serialize;

use crate::i18n::{self, Locale};
use crate::web::frame;
use crate::web::pages::Page;
use crate::web::parts::Link;

/// 404: search, and what the visitor may have meant.
#[derive(Clone, Debug, Serialize)]
pub struct NotFoundPage {
    /// Words out of the address, put in the search field. May be empty.
    pub q: String,
    /// Places and events whose address looks like the one asked for.
    pub suggestions: Vec<Link>,
}

impl Page for NotFoundPage {
    const TEMPLATE: &'static str = "errors/not_found.html";
}

/// Any other refusal.
#[derive(Clone, Debug, Serialize)]
pub struct ProblemPage {
    pub status: u16,
    pub heading: String,
    pub text: String,
    /// What exactly was not understood, in words. May be empty.
    pub detail: String,
    /// Ways out.
    pub ways: Vec<Link>,
    /// To quote when asking for help. Empty: not needed.
    pub request_id: String,
}

impl Page for ProblemPage {
    const TEMPLATE: &'static str = "errors/problem.html";
}

impl ProblemPage {
    /// The usual words for a status: those of 400, 403, 405, 413, 414, 422, 429 and 503 are their own,
    /// others of the 400s read as 400 and the rest as 500.
    pub fn of(locale: Locale, status: u16) -> Self {
        let known = match status {
            400 | 403 | 405 | 413 | 414 | 422 | 429 | 500 | 503 => status,
            401..=499 => 400,
            _ => 500,
        };
        let agenda = format!("{}/agenda", locale.prefix());
        Self {
            status,
            heading: i18n::text(locale, &format!("problem-{known}")),
            text: i18n::text(locale, &format!("problem-{known}.text")),
            detail: String::new(),
            ways: vec![
                Link::new(i18n::text(locale, "problem-to-home"), frame::home(locale)),
                Link::new(i18n::text(locale, "problem-to-agenda"), agenda),
            ],
            request_id: String::new(),
        }
    }
}
