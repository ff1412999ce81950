//! What members reported, for the coordination: what waits, and what was decided lately.

use std::collections::HashMap;

use actix_web::{HttpRequest, HttpResponse};

use super::page::{ReportLine, ReportsPage};
use super::{coordination_only, day};
use crate::actions::may_look_at;
use crate::db::DbConnection;
use crate::domain::report::ReportDecision;
use crate::i18n::{self, Locale};
use crate::store::members;
use crate::store::reports::{self, ReportRow};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::Result;
use crate::web::parts::{Badge, Tone};
use crate::web::rows::say;
use crate::web::wording::said;

pub const PATH: &str = "/reseau/signalements";
/// Waiting ones on the page.
const MOST_WAITING: i64 = 100;
/// Decided ones on the page.
const MOST_DECIDED: i64 = 50;

/// `GET /reseau/signalements`
pub async fn list(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        coordination_only(desk)?;
        let waiting = reports::waiting(desk.conn, MOST_WAITING)?;
        let decided = reports::decided(desk.conn, MOST_DECIDED)?;
        let page = ReportsPage { waiting: lines(desk, &waiting)?, decided: lines(desk, &decided)? };
        let frame = super::frame(desk, PATH, i18n::text(desk.locale(), "reports-title"));
        desk.private_page(&page, &frame)
    })
    .await
}

/// Without those about the one who reads.
fn lines(desk: &mut Desk<'_>, rows: &[ReportRow]) -> Result<Vec<ReportLine>> {
    let by = desk.actor();
    let rows: Vec<&ReportRow> = rows.iter().filter(|row| may_look_at(&by, row)).collect();
    let names = names(desk.conn, &rows)?;
    rows.into_iter().map(|row| line(desk, row, &names)).collect()
}

fn line(desk: &Desk<'_>, row: &ReportRow, names: &HashMap<i64, String>) -> Result<ReportLine> {
    let locale = desk.locale();
    Ok(ReportLine {
        href: local(locale, &format!("{PATH}/{}", row.uid)),
        what: what(locale, row, names),
        signed: signed(desk, row, names),
        decision: row.decision()?.map(|decision| badge(locale, decision)),
    })
}

/// The names of those who report and are reported.
pub fn names(conn: &mut DbConnection, rows: &[&ReportRow]) -> Result<HashMap<i64, String>> {
    let ids: Vec<i64> = rows.iter().flat_map(|row| [row.reporter_id, row.reported_id]).collect();
    Ok(members::names(conn, &ids)?)
}

pub fn name(names: &HashMap<i64, String>, member: i64) -> String {
    names.get(&member).cloned().unwrap_or_default()
}

/// "Message de Noé Faure".
pub fn what(locale: Locale, row: &ReportRow, names: &HashMap<i64, String>) -> String {
    let reported = name(names, row.reported_id);
    match row.message_id {
        Some(_) => say(locale, "reports-message-of", "name", reported),
        None => say(locale, "reports-member", "name", reported),
    }
}

pub fn signed(desk: &Desk<'_>, row: &ReportRow, names: &HashMap<i64, String>) -> String {
    let said_by = [("day", day(desk, row.reported_at)), ("who", name(names, row.reporter_id))];
    said(desk.locale(), "reports-signed", said_by)
}

pub fn badge(locale: Locale, decision: ReportDecision) -> Badge {
    let tone = match decision {
        ReportDecision::Nothing => Tone::Calm,
        ReportDecision::Block => Tone::Warn,
        ReportDecision::Suspend => Tone::Bad,
    };
    Badge { label: i18n::text(locale, &format!("report-decided-{decision}")), tone }
}
