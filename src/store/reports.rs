//! Reports: what members tell the coordination of a message or of another member, with as much of a
//! conversation as it takes to understand a message, and no more.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use uuid::Uuid;

use super::conversations::MessageRow;
use super::known;
use crate::db::schema::{messages, reports};
use crate::db::{DbConnection, Error, Result, UtcInstant, on_each_backend};
use crate::domain::report::ReportDecision;

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = reports)]
pub struct ReportRow {
    pub id: i64,
    /// In addresses.
    pub uid: String,
    pub reporter_id: i64,
    pub reported_id: i64,
    /// `None`: the member as such.
    pub message_id: Option<i64>,
    /// May be empty for a message.
    pub reason: String,
    pub reported_at: UtcInstant,
    decision: Option<String>,
    /// For the coordination alone. May be empty.
    pub note: String,
    /// uid of a member, whose account may be gone; empty: nobody yet.
    pub decided_by: String,
    pub decided_at: Option<UtcInstant>,
}

impl ReportRow {
    /// `None`: nobody looked at it yet.
    pub fn decision(&self) -> Result<Option<ReportDecision>> {
        let known = |code: &String| known("report decision", code, ReportDecision::from_code);
        self.decision.as_ref().map(known).transpose()
    }
}

/// Who reports whom, and for what.
#[derive(Clone, Copy, Debug)]
pub struct NewReport<'a> {
    pub reporter: i64,
    pub reported: i64,
    pub message: Option<i64>,
    pub reason: &'a str,
}

pub fn insert(conn: &mut DbConnection, new: &NewReport<'_>, now: DateTime<Utc>) -> Result<ReportRow> {
    let uid = Uuid::new_v4().simple().to_string();
    let values = (
        reports::uid.eq(&uid),
        reports::reporter_id.eq(new.reporter),
        reports::reported_id.eq(new.reported),
        reports::message_id.eq(new.message),
        reports::reason.eq(new.reason),
        reports::reported_at.eq(UtcInstant(now)),
        reports::note.eq(""),
        reports::decided_by.eq(""),
    );
    on_each_backend!(conn, |c| diesel::insert_into(reports::table).values(values).execute(c)?);
    by_uid(conn, &uid)
}

pub fn by_uid(conn: &mut DbConnection, uid: &str) -> Result<ReportRow> {
    let row = reports::table.filter(reports::uid.eq(uid)).select(ReportRow::as_select());
    row.first(conn).optional()?.ok_or(Error::NotFound)
}

/// Whether this was reported by the same member and nobody has looked at it yet.
pub fn is_open(conn: &mut DbConnection, new: &NewReport<'_>) -> Result<bool> {
    let open: Vec<Option<i64>> = reports::table
        .filter(reports::reporter_id.eq(new.reporter))
        .filter(reports::reported_id.eq(new.reported))
        .filter(reports::decided_at.is_null())
        .select(reports::message_id)
        .load(conn)?;
    Ok(open.contains(&new.message))
}

/// Those that wait to be looked at, the oldest first.
pub fn waiting(conn: &mut DbConnection, limit: i64) -> Result<Vec<ReportRow>> {
    Ok(reports::table
        .filter(reports::decided_at.is_null())
        .order((reports::reported_at, reports::id))
        .limit(limit)
        .select(ReportRow::as_select())
        .load(conn)?)
}

/// Those that were decided on, the last first.
pub fn decided(conn: &mut DbConnection, limit: i64) -> Result<Vec<ReportRow>> {
    Ok(reports::table
        .filter(reports::decided_at.is_not_null())
        .order((reports::decided_at.desc(), reports::id.desc()))
        .limit(limit)
        .select(ReportRow::as_select())
        .load(conn)?)
}

/// How often a member was reported.
pub fn count_of(conn: &mut DbConnection, reported: i64) -> Result<i64> {
    Ok(reports::table.filter(reports::reported_id.eq(reported)).count().get_result(conn)?)
}

/// Decides on what still waits; `false` when somebody was faster.
pub fn decide(
    conn: &mut DbConnection,
    id: i64,
    decision: ReportDecision,
    (note, by): (&str, &str),
    now: DateTime<Utc>,
) -> Result<bool> {
    let waiting = reports::table.find(id).filter(reports::decided_at.is_null());
    let decided = diesel::update(waiting)
        .set((
            reports::decision.eq(Some(decision.code())),
            reports::note.eq(note),
            reports::decided_by.eq(by),
            reports::decided_at.eq(Some(UtcInstant(now))),
        ))
        .execute(conn)?;
    Ok(decided == 1)
}

/// Messages before and after a reported one that are shown with it.
const AROUND: i64 = 2;

/// A message with the few around it, the oldest first.
pub fn in_context(conn: &mut DbConnection, message: i64) -> Result<Vec<MessageRow>> {
    let conversation: Option<i64> =
        messages::table.find(message).select(messages::conversation_id).first(conn).optional()?;
    let Some(conversation) = conversation else { return Ok(Vec::new()) };
    let theirs = messages::table.filter(messages::conversation_id.eq(conversation)).limit(AROUND);
    let mut shown: Vec<MessageRow> = theirs
        .limit(AROUND + 1)
        .filter(messages::id.le(message))
        .order(messages::id.desc())
        .select(MessageRow::as_select())
        .load(conn)?;
    shown.reverse();
    let after = theirs.filter(messages::id.gt(message)).order(messages::id).select(MessageRow::as_select());
    shown.extend(after.load::<MessageRow>(conn)?);
    Ok(shown)
}
