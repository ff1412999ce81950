//! What the agenda shows.

use serde::Serialize;

use crate::web::pages::Page;
use crate::web::parts::{Day, Empty, Filters, Link, Paging, Subscribe};

/// `/agenda`: by day, week or month, filtered by its address.
#[derive(Clone, Debug, Serialize)]
pub struct AgendaPage {
    /// "Agenda", or "Agenda de L’Usine Vivante" when one place is chosen.
    pub heading: String,
    /// What of the address was not understood. Empty: all was.
    pub notice: String,
    /// "Du lundi 2 au dimanche 8 mars 2026", "Mars 2026", "À partir du jeudi 5 mars 2026".
    pub period: String,
    /// "38 rendez-vous".
    pub count: String,
    pub view: AgendaView,
    pub views: Vec<ViewTab>,
    /// Neighbouring periods, named: "Semaine du 9 mars".
    pub previous: Option<Link>,
    pub next: Option<Link>,
    /// Back to today; `None` when today is on the page.
    pub today: Option<Link>,
    /// First day shown, for the date field: `2026-03-05`.
    pub date: String,
    pub filters: Filters,
    /// Day view: days with events. Week: its seven days. Month: whole weeks, 28 to 42 days.
    pub days: Vec<Day>,
    /// Names of the weekdays from Monday, short: "lun."
    pub weekdays: Vec<String>,
    pub paging: Option<Paging>,
    pub empty: Option<Empty>,
    pub subscribe: Subscribe,
}

impl Page for AgendaPage {
    const TEMPLATE: &'static str = "agenda/list.html";
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum AgendaView {
    #[serde(rename = "jour")]
    Day,
    #[serde(rename = "semaine")]
    Week,
    #[serde(rename = "mois")]
    Month,
}

#[derive(Clone, Debug, Serialize)]
pub struct ViewTab {
    pub label: String,
    pub href: String,
    pub current: bool,
}
