//! The coordination decides on what was reported to it: nothing, the two are kept apart, or the
//! account is put aside. The one who reported hears that it was looked at.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::suspend_member::suspend_member;
use super::tell_member::tell_member;
use crate::db::Transaction;
use crate::domain::joining::Remark;
use crate::domain::policy::{Action, Actor};
use crate::domain::report::ReportDecision;
use crate::mail::{Letter, Line};
use crate::store::reports::{self, ReportRow};
use crate::store::{conversations, members};

/// What is decided.
#[derive(Clone, Debug, Default)]
pub struct Verdict {
    pub decision: ReportDecision,
    /// For the coordination alone.
    pub note: Remark,
    /// Told to whoever is put aside.
    pub word: Remark,
}

/// Whether the actor may look at a report: the coordination, except at what is said of oneself.
pub fn may_look_at(by: &Actor, report: &ReportRow) -> bool {
    by.may(Action::RunNetwork) && by.member() != Some(report.reported_id)
}

/// `false` when somebody decided a moment ago: nothing was done then.
pub fn decide_on_report(
    tx: &mut Transaction<'_>,
    by: &Actor,
    uid: &str,
    verdict: &Verdict,
    now: DateTime<Utc>,
) -> Result<bool> {
    let report = reports::by_uid(tx, uid)?;
    let Some(decides) = by.member().filter(|_| may_look_at(by, &report)) else {
        return Err(Error::Forbidden);
    };
    let signed = (verdict.note.as_str(), members::by_id(tx, decides)?.uid);
    if !reports::decide(tx, report.id, verdict.decision, (signed.0, &signed.1), now)? {
        return Ok(false);
    }
    let (reporter, reported) = (report.reporter_id, report.reported_id);
    match verdict.decision {
        ReportDecision::Nothing => {}
        ReportDecision::Block => {
            conversations::block(tx, reporter, reported, now)?;
            conversations::block(tx, reported, reporter, now)?;
        }
        ReportDecision::Suspend => {
            let reported = members::by_id(tx, reported)?;
            suspend_member(tx, by, &reported, &verdict.word, now)?;
        }
    }
    let reporter = members::by_id(tx, reporter)?;
    tell_member(tx, &reporter, "report-looked-at", &looked_at(verdict.decision), now)?;
    Ok(true)
}

/// The two of a report take each other's messages again, whoever kept them apart.
pub fn end_blocks(tx: &mut Transaction<'_>, by: &Actor, uid: &str) -> Result<()> {
    let report = reports::by_uid(tx, uid)?;
    if !may_look_at(by, &report) {
        return Err(Error::Forbidden);
    }
    conversations::unblock(tx, report.reporter_id, report.reported_id)?;
    Ok(conversations::unblock(tx, report.reported_id, report.reporter_id)?)
}

/// What becomes of the other account is not told.
fn looked_at(decision: ReportDecision) -> Letter {
    let letter =
        Letter::new(Line::new("letter-looked-at-subject")).paragraph(Line::new("letter-looked-at-text"));
    match decision {
        ReportDecision::Block => letter.paragraph(Line::new("letter-looked-at-blocked")),
        ReportDecision::Nothing | ReportDecision::Suspend => letter,
    }
}
