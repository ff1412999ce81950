//! The pages of reports and of accounts put aside, ready to be displayed.

use serde::Serialize;

use crate::web::fields::{Choice, Field, FieldError, FormMarks};
use crate::web::members::page::Message;
use crate::web::pages::Page;
use crate::web::parts::{Badge, Link};

/// Putting one account aside.
#[derive(Clone, Debug, Serialize)]
pub struct SuspendPage {
    pub form: FormMarks,
    pub errors: Vec<FieldError>,
    pub heading: String,
    pub word: Field,
    pub back: Link,
}

impl Page for SuspendPage {
    const TEMPLATE: &'static str = "care/suspend.html";
}

/// Accounts that are put aside.
#[derive(Clone, Debug, Serialize)]
pub struct SuspensionsPage {
    pub action: String,
    pub form: FormMarks,
    pub errors: Vec<FieldError>,
    pub email: Field,
    pub accounts: Vec<SuspendedLine>,
}

impl Page for SuspensionsPage {
    const TEMPLATE: &'static str = "care/suspensions.html";
}

#[derive(Clone, Debug, Serialize)]
pub struct SuspendedLine {
    pub form: FormMarks,
    pub uid: String,
    pub name: String,
    pub email: String,
    /// "Suspendu le 5 mars 2026 par Ada Petit"
    pub since: String,
    /// As it was written to them. May be empty.
    pub word: String,
}

/// Reporting a message or a member.
#[derive(Clone, Debug, Serialize)]
pub struct ReportPage {
    pub form: FormMarks,
    pub errors: Vec<FieldError>,
    pub heading: String,
    /// What the coordination will read.
    pub lede: String,
    /// `None`: the member as such.
    pub message: Option<Message>,
    pub reason: Field,
    pub back: Link,
}

impl Page for ReportPage {
    const TEMPLATE: &'static str = "care/report.html";
}

/// What was reported, for the coordination.
#[derive(Clone, Debug, Serialize)]
pub struct ReportsPage {
    pub waiting: Vec<ReportLine>,
    pub decided: Vec<ReportLine>,
}

impl Page for ReportsPage {
    const TEMPLATE: &'static str = "care/reports.html";
}

#[derive(Clone, Debug, Serialize)]
pub struct ReportLine {
    pub href: String,
    /// "Message de Noé Faure" or "Noé Faure"
    pub what: String,
    /// "Signalé le 5 mars 2026 par Camille Roux"
    pub signed: String,
    /// What was decided. `None`: nothing yet.
    pub decision: Option<Badge>,
}

/// One report.
#[derive(Clone, Debug, Serialize)]
pub struct DecidePage {
    pub heading: String,
    pub signed: String,
    /// In the words of the one who reports. May be empty.
    pub reason: String,
    /// The reported message among those around it. Empty: the member as such.
    pub messages: Vec<ReportedMessage>,
    /// "3 signalements au sujet de cette personne". Empty: this one alone.
    pub count: String,
    pub form: FormMarks,
    pub errors: Vec<FieldError>,
    /// Said when somebody decided meanwhile. May be empty.
    pub problem: String,
    /// `None`: it was decided on.
    pub verdict: Option<VerdictFields>,
    pub decided: Option<Decided>,
}

impl Page for DecidePage {
    const TEMPLATE: &'static str = "care/decide.html";
}

#[derive(Clone, Debug, Serialize)]
pub struct ReportedMessage {
    pub message: Message,
    /// The one that was reported.
    pub reported: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct VerdictFields {
    pub decision: Choice,
    pub note: Field,
    pub word: Field,
}

/// What became of a report.
#[derive(Clone, Debug, Serialize)]
pub struct Decided {
    pub decision: Badge,
    /// "Le 6 mars 2026, par Ada Petit"
    pub signed: String,
    /// For the coordination alone. May be empty.
    pub note: String,
    /// Where the two are let write to each other again. Empty: nothing keeps them apart.
    pub end_blocks: String,
    /// To the accounts put aside, where that was decided.
    pub suspensions: Option<Link>,
}
