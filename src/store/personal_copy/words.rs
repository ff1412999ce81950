//! What the member wrote and was written: conversations, blocks, reports, letters of the service.

use std::collections::HashMap;

use diesel::prelude::*;
use serde_json::{Value, json};

use super::{at, maybe_at};
use crate::db::schema::{blocks, conversations, members, messages, outbox, reports};
use crate::db::{DbConnection, Result, UtcInstant};
use crate::domain::member::MemberState;
use crate::store::conversations::ConversationRow;
use crate::store::members::MemberRow;

/// Whole: both sides were written by or to the member. The other one is named if they wrote, for
/// then they told their name; never their address.
pub fn conversations(conn: &mut DbConnection, member: &MemberRow) -> Result<Value> {
    let mine = || {
        conversations::table
            .filter(conversations::starter_id.eq(member.id).or(conversations::partner_id.eq(member.id)))
    };
    let rows: Vec<ConversationRow> =
        mine().order(conversations::id).select(ConversationRow::as_select()).load(conn)?;
    let said: Vec<(i64, i64, String, UtcInstant)> = messages::table
        .filter(messages::conversation_id.eq_any(mine().select(conversations::id)))
        .order(messages::id)
        .select((messages::conversation_id, messages::author_id, messages::words, messages::sent_at))
        .load(conn)?;
    let names = names_of_others(conn, &rows, member.id)?;
    let told = |row: &ConversationRow| {
        let said = said.iter().filter(|(conversation, ..)| *conversation == row.id);
        let wrote = said.clone().any(|(_, author, ..)| *author != member.id);
        let name = row.other_than(member.id).filter(|_| wrote).and_then(|other| names.get(&other));
        json!({
            "with": name,
            "begun_by_me": row.starter_id == member.id,
            "created_at": at(row.created_at),
            "answered_at": maybe_at(row.answered_at),
            "messages": said
                .map(|(_, author, words, sent_at)| {
                    json!({ "mine": *author == member.id, "sent_at": at(*sent_at), "words": words })
                })
                .collect::<Vec<_>>(),
        })
    };
    Ok(rows.iter().map(told).collect())
}

/// Names by id, of those who are not put aside.
fn names_of_others(
    conn: &mut DbConnection,
    rows: &[ConversationRow],
    member: i64,
) -> Result<HashMap<i64, String>> {
    let others: Vec<i64> = rows.iter().filter_map(|row| row.other_than(member)).collect();
    let known: Vec<(i64, String)> = members::table
        .filter(members::id.eq_any(others))
        .filter(members::state.eq(MemberState::Active.code()))
        .select((members::id, members::name))
        .load(conn)?;
    Ok(known.into_iter().collect())
}

/// Whose messages the member no longer takes: by the identity in addresses, for their name may be
/// hidden by now.
pub fn blocks(conn: &mut DbConnection, member: &MemberRow) -> Result<Value> {
    let rows: Vec<(String, UtcInstant)> = blocks::table
        .inner_join(members::table.on(members::id.eq(blocks::blocked_id)))
        .filter(blocks::member_id.eq(member.id))
        .order((blocks::created_at, blocks::blocked_id))
        .select((members::uid, blocks::created_at))
        .load(conn)?;
    let told = |(uid, since): &(String, UtcInstant)| json!({ "member": uid, "since": at(*since) });
    Ok(rows.iter().map(told).collect())
}

/// What the member reported; what was decided on the other one is not theirs to know.
pub fn reports(conn: &mut DbConnection, member: &MemberRow) -> Result<Value> {
    let rows: Vec<(String, Option<i64>, UtcInstant, Option<UtcInstant>)> = reports::table
        .filter(reports::reporter_id.eq(member.id))
        .order(reports::id)
        .select((reports::reason, reports::message_id, reports::reported_at, reports::decided_at))
        .load(conn)?;
    let told = |(reason, message, reported_at, decided_at): &(String, Option<i64>, _, _)| {
        json!({
            "reason": reason,
            "of_a_message": message.is_some(),
            "reported_at": at(*reported_at),
            "looked_at": maybe_at(*decided_at),
        })
    };
    Ok(rows.iter().map(told).collect())
}

/// Which letters were written to the member, and when; their words are emptied once they are sent.
pub fn letters(conn: &mut DbConnection, member: &MemberRow) -> Result<Value> {
    let rows: Vec<(String, String, String, UtcInstant, Option<UtcInstant>)> = outbox::table
        .filter(outbox::member_id.eq(member.id))
        .order(outbox::id)
        .select((outbox::kind, outbox::recipient, outbox::state, outbox::created_at, outbox::sent_at))
        .load(conn)?;
    let told = |(kind, recipient, state, created_at, sent_at): &(String, String, String, _, _)| {
        json!({
            "kind": kind,
            "to": recipient,
            "state": state,
            "created_at": at(*created_at),
            "sent_at": maybe_at(*sent_at),
        })
    };
    Ok(rows.iter().map(told).collect())
}
