//! Conversations: what two members write to each other, and who takes no messages from whom.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use uuid::Uuid;

use crate::db::schema::{blocks, conversations, messages};
use crate::db::{DbConnection, Error, Instant, Result, UtcInstant};

/// What two members have between them.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = conversations)]
pub struct ConversationRow {
    pub id: i64,
    /// In addresses.
    pub uid: String,
    /// Who wrote first.
    pub starter_id: i64,
    pub partner_id: i64,
    pub created_at: UtcInstant,
    /// First answer of the partner.
    pub answered_at: Option<UtcInstant>,
    /// Last message.
    pub written_at: UtcInstant,
    /// Of the last message.
    pub author_id: i64,
}

impl ConversationRow {
    /// The one of the two who is not `member`; `None` when `member` is neither.
    pub fn other_than(&self, member: i64) -> Option<i64> {
        match member {
            m if m == self.starter_id => Some(self.partner_id),
            m if m == self.partner_id => Some(self.starter_id),
            _ => None,
        }
    }

    /// Whether it is `member`'s turn to write.
    pub fn awaits(&self, member: i64) -> bool {
        self.author_id != member
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = messages)]
pub struct MessageRow {
    pub id: i64,
    pub author_id: i64,
    pub words: String,
    pub sent_at: UtcInstant,
}

fn pair(one: i64, other: i64) -> String {
    format!("{}-{}", one.min(other), one.max(other))
}

/// The conversation of two members, begun now when there was none.
pub fn open(
    conn: &mut DbConnection,
    starter: i64,
    partner: i64,
    now: DateTime<Utc>,
) -> Result<ConversationRow> {
    diesel::sql_query(
        "INSERT INTO conversations (uid, starter_id, partner_id, pair, created_at, answered_at, written_at, \
         author_id) VALUES ($1, $2, $3, $4, $5, NULL, $5, $2) \
         ON CONFLICT (pair) DO NOTHING",
    )
    .bind::<Text, _>(Uuid::new_v4().simple().to_string())
    .bind::<BigInt, _>(starter)
    .bind::<BigInt, _>(partner)
    .bind::<Text, _>(pair(starter, partner))
    .bind::<Instant, _>(UtcInstant(now))
    .execute(conn)?;
    between(conn, starter, partner)?.ok_or(Error::NotFound)
}

pub fn between(conn: &mut DbConnection, one: i64, other: i64) -> Result<Option<ConversationRow>> {
    let row = conversations::table.filter(conversations::pair.eq(pair(one, other)));
    Ok(row.select(ConversationRow::as_select()).first(conn).optional()?)
}

/// The one of this address, if `member` has a part in it.
pub fn of_member_by_uid(conn: &mut DbConnection, member: i64, uid: &str) -> Result<ConversationRow> {
    let row = conversations::table.filter(conversations::uid.eq(uid)).select(ConversationRow::as_select());
    let row: ConversationRow = row.first(conn).optional()?.ok_or(Error::NotFound)?;
    row.other_than(member).map(|_| row).ok_or(Error::NotFound)
}

/// Those of a member, the last written first.
pub fn of_member(conn: &mut DbConnection, member: i64, limit: i64) -> Result<Vec<ConversationRow>> {
    let rows = conversations::table.order((conversations::written_at.desc(), conversations::id.desc()));
    let rows = rows.limit(limit).select(ConversationRow::as_select());
    let mut all: Vec<ConversationRow> = rows.filter(conversations::starter_id.eq(member)).load(conn)?;
    all.extend(rows.filter(conversations::partner_id.eq(member)).load::<ConversationRow>(conn)?);
    all.sort_by_key(|row| std::cmp::Reverse((row.written_at, row.id)));
    all.truncate(usize::try_from(limit).unwrap_or(0));
    Ok(all)
}

/// How many that a member began wait for a first answer.
pub fn unanswered(conn: &mut DbConnection, starter: i64) -> Result<i64> {
    Ok(conversations::table
        .filter(conversations::starter_id.eq(starter))
        .filter(conversations::answered_at.is_null())
        .count()
        .get_result(conn)?)
}

/// The messages, the oldest first; of a long conversation the last `limit`.
pub fn messages(conn: &mut DbConnection, conversation: i64, limit: i64) -> Result<Vec<MessageRow>> {
    let mut rows: Vec<MessageRow> = messages::table
        .filter(messages::conversation_id.eq(conversation))
        .order(messages::id.desc())
        .limit(limit)
        .select(MessageRow::as_select())
        .load(conn)?;
    rows.reverse();
    Ok(rows)
}

/// One message of a conversation.
pub fn message(conn: &mut DbConnection, conversation: i64, id: i64) -> Result<MessageRow> {
    let row = messages::table.find(id).filter(messages::conversation_id.eq(conversation));
    row.select(MessageRow::as_select()).first(conn).optional()?.ok_or(Error::NotFound)
}

pub fn count_messages(conn: &mut DbConnection, conversation: i64) -> Result<i64> {
    let all = messages::table.filter(messages::conversation_id.eq(conversation));
    Ok(all.count().get_result(conn)?)
}

/// Adds a message; the partner's first one is the answer.
pub fn add_message(
    conn: &mut DbConnection,
    row: &ConversationRow,
    author: i64,
    words: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::insert_into(messages::table)
        .values((
            messages::conversation_id.eq(row.id),
            messages::author_id.eq(author),
            messages::words.eq(words),
            messages::sent_at.eq(UtcInstant(now)),
        ))
        .execute(conn)?;
    let written = diesel::update(conversations::table.find(row.id));
    let said = (conversations::written_at.eq(UtcInstant(now)), conversations::author_id.eq(author));
    written.set(said).execute(conn)?;
    if author == row.partner_id {
        let unanswered = conversations::table.find(row.id).filter(conversations::answered_at.is_null());
        let answered = diesel::update(unanswered);
        answered.set(conversations::answered_at.eq(UtcInstant(now))).execute(conn)?;
    }
    Ok(())
}

/// Takes no more messages of `blocked`. Twice is once.
pub fn block(conn: &mut DbConnection, member: i64, blocked: i64, now: DateTime<Utc>) -> Result<()> {
    diesel::sql_query(
        "INSERT INTO blocks (member_id, blocked_id, created_at) VALUES ($1, $2, $3) \
         ON CONFLICT (member_id, blocked_id) DO NOTHING",
    )
    .bind::<BigInt, _>(member)
    .bind::<BigInt, _>(blocked)
    .bind::<Instant, _>(UtcInstant(now))
    .execute(conn)?;
    Ok(())
}

pub fn unblock(conn: &mut DbConnection, member: i64, blocked: i64) -> Result<()> {
    diesel::delete(blocks::table.find((member, blocked))).execute(conn)?;
    Ok(())
}

/// Whether `member` takes no messages of `other`.
pub fn blocks(conn: &mut DbConnection, member: i64, other: i64) -> Result<bool> {
    let row = blocks::table.find((member, other));
    Ok(diesel::select(diesel::dsl::exists(row)).get_result(conn)?)
}
