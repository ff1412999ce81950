//! Events that members propose to places. Knows nothing of what stands in them.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use uuid::Uuid;

use super::known;
use crate::db::schema::{event_proposals, events, members, places};
use crate::db::{DbConnection, Error, Instant, Result, UtcInstant, on_each_backend};
use crate::domain::proposal::ProposalState;

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = event_proposals)]
pub struct ProposalRow {
    pub id: i64,
    pub uid: String,
    pub place_id: i64,
    /// Who proposes it.
    pub member_id: i64,
    pub title: String,
    /// The form's fields as JSON; its shape belongs to the form.
    pub fields: String,
    /// Why, for the hosts. May be empty.
    pub reason: String,
    state: String,
    /// The host's word with the decision. May be empty.
    pub word: String,
    /// What it became.
    pub event_id: Option<i64>,
    pub proposed_at: UtcInstant,
    pub decided_at: Option<UtcInstant>,
}

impl ProposalRow {
    pub fn state(&self) -> Result<ProposalState> {
        known("proposal state", &self.state, ProposalState::from_code)
    }
}

pub fn by_uid(conn: &mut DbConnection, uid: &str) -> Result<ProposalRow> {
    let row = event_proposals::table.filter(event_proposals::uid.eq(uid));
    row.select(ProposalRow::as_select()).first(conn).optional()?.ok_or(Error::NotFound)
}

/// What waits for the hosts of a place, with the names of those who propose it; the oldest first.
pub fn waiting(conn: &mut DbConnection, place_id: i64, limit: i64) -> Result<Vec<(ProposalRow, String)>> {
    Ok(event_proposals::table
        .inner_join(members::table)
        .filter(event_proposals::place_id.eq(place_id))
        .filter(event_proposals::state.eq(ProposalState::Proposed.code()))
        .order((event_proposals::proposed_at, event_proposals::id))
        .limit(limit)
        .select((ProposalRow::as_select(), members::name))
        .load(conn)?)
}

/// What a member proposed, with the names of the places; the newest first.
pub fn of_member(conn: &mut DbConnection, member_id: i64, limit: i64) -> Result<Vec<(ProposalRow, String)>> {
    Ok(event_proposals::table
        .inner_join(places::table)
        .filter(event_proposals::member_id.eq(member_id))
        .order((event_proposals::proposed_at.desc(), event_proposals::id.desc()))
        .limit(limit)
        .select((ProposalRow::as_select(), places::name))
        .load(conn)?)
}

/// The address of what a proposal became; `None`: nothing, or it was removed.
pub fn event_slug(conn: &mut DbConnection, proposal: &ProposalRow) -> Result<Option<String>> {
    let Some(event) = proposal.event_id else { return Ok(None) };
    let shown = events::table.find(event).filter(events::withdrawn_at.is_null());
    Ok(shown.select(events::slug).first(conn).optional()?)
}

/// What is proposed, where and by whom.
pub struct NewProposal<'a> {
    pub uid: Uuid,
    pub place_id: i64,
    pub member_id: i64,
    pub title: &'a str,
    pub fields: &'a str,
    pub reason: &'a str,
}

pub fn insert(conn: &mut DbConnection, new: &NewProposal<'_>, now: DateTime<Utc>) -> Result<()> {
    let values = (
        event_proposals::uid.eq(new.uid.to_string()),
        event_proposals::place_id.eq(new.place_id),
        event_proposals::member_id.eq(new.member_id),
        event_proposals::title.eq(new.title),
        event_proposals::fields.eq(new.fields),
        event_proposals::reason.eq(new.reason),
        event_proposals::state.eq(ProposalState::Proposed.code()),
        event_proposals::word.eq(""),
        event_proposals::proposed_at.eq(UtcInstant(now)),
    );
    on_each_backend!(conn, |c| diesel::insert_into(event_proposals::table).values(values).execute(c)?);
    Ok(())
}

/// Decides on what still waits; `false` when it was decided on before. Of two who decide at once
/// the second hears `false`.
pub fn settle(
    conn: &mut DbConnection,
    id: i64,
    state: ProposalState,
    word: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    let waiting =
        event_proposals::table.find(id).filter(event_proposals::state.eq(ProposalState::Proposed.code()));
    let settled = diesel::update(waiting)
        .set((
            event_proposals::state.eq(state.code()),
            event_proposals::word.eq(word),
            event_proposals::decided_at.eq(Some(UtcInstant(now))),
        ))
        .execute(conn)?;
    Ok(settled == 1)
}

/// Says what an accepted proposal became.
pub fn became(conn: &mut DbConnection, id: i64, event_id: i64) -> Result<()> {
    diesel::update(event_proposals::table.find(id))
        .set(event_proposals::event_id.eq(Some(event_id)))
        .execute(conn)?;
    Ok(())
}

/// Erases what was decided on before an instant, at most `part` rows; gives how many.
pub fn forget_decided(conn: &mut DbConnection, before: DateTime<Utc>, part: i64) -> Result<usize> {
    Ok(diesel::sql_query(
        "DELETE FROM event_proposals WHERE id IN (SELECT id FROM event_proposals \
         WHERE decided_at IS NOT NULL AND decided_at < $1 ORDER BY decided_at, id LIMIT $2)",
    )
    .bind::<Instant, _>(UtcInstant(before))
    .bind::<BigInt, _>(part)
    .execute(conn)?)
}
