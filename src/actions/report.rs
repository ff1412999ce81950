//! A member tells the coordination of a message that they received, or of another member.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::limit;
use super::tell_member::tell_member;
use super::write_to_member::sees_name;
use crate::db::{self, Transaction};
use crate::domain::joining::Remark;
use crate::domain::policy::{Action, Actor};
use crate::mail::{Letter, Line};
use crate::store::reports::{self, NewReport};
use crate::store::{accounts, conversations};

/// What is reported.
#[derive(Clone, Copy, Debug)]
pub enum Reported<'a> {
    /// A message of the other one, in a conversation that one takes part in.
    Message { conversation: &'a str, message: i64 },
    /// A member whom one sees.
    Member(i64),
}

/// The coordination is told that there is something to look at, without what. The one who is
/// reported is not told. What waits already is not reported twice.
///
/// # Errors
/// [`Error::Limited`].
pub fn report(
    tx: &mut Transaction<'_>,
    by: &Actor,
    what: Reported<'_>,
    reason: &Remark,
    now: DateTime<Utc>,
) -> Result<()> {
    let reporter = by.member().filter(|_| by.may(Action::WriteToMembers)).ok_or(Error::Forbidden)?;
    let (reported, message) = match what {
        Reported::Message { conversation, message } => {
            let row = conversations::of_member_by_uid(tx, reporter, conversation)?;
            let said = conversations::message(tx, row.id, message)?;
            if said.author_id == reporter {
                return Err(Error::Forbidden);
            }
            (said.author_id, Some(said.id))
        }
        Reported::Member(member) if member == reporter || !sees_name(tx, by, member)? => {
            return Err(db::Error::NotFound.into());
        }
        Reported::Member(member) => (member, None),
    };
    let new = NewReport { reporter, reported, message, reason: reason.as_str() };
    if reports::is_open(tx, &new)? {
        return Ok(());
    }
    limit::REPORTS_OF_MEMBER.count(tx, &reporter.to_string(), now)?;
    let row = reports::insert(tx, &new, now)?;
    let letter = Letter::new(Line::new("letter-report-subject"))
        .paragraph(Line::new("letter-report-text"))
        .button(Line::new("letter-report-button"), format!("/reseau/signalements/{}", row.uid));
    // Nobody looks at what is said of themselves.
    let coordination = accounts::coordinators(tx)?.into_iter().filter(|one| one.id != reported);
    coordination.into_iter().try_for_each(|one| tell_member(tx, &one, "report", &letter, now))
}
