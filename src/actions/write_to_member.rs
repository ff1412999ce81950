//! A member writes to another, without either seeing the other's address.

use chrono::{DateTime, TimeDelta, Utc};

use super::error::{Error, Result};
use crate::db::{self, DbConnection, Transaction};
use crate::domain::member::MemberState;
use crate::domain::message::Words;
use crate::domain::policy::{Action, Actor};
use crate::domain::profile::Viewpoint;
use crate::mail::{Letter, Line};
use crate::store::conversations::{self, ConversationRow};
use crate::store::members::{self, MemberRow};
use crate::store::outbox::{self, NewMail};
use crate::store::{attempts, profiles};

/// New conversations that a member may begin within a day.
pub const MOST_BEGUN_A_DAY: i32 = 10;
/// How long an account is new.
const NEW_FOR: TimeDelta = TimeDelta::days(14);
/// Conversations without an answer that a new account may have.
pub const MOST_UNANSWERED: i64 = 3;
/// Messages before the other answers.
pub const MOST_IN_A_ROW: i64 = 3;

/// Why a message is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotWritten {
    /// The other takes no messages from this member, or is no longer there.
    NotTaken,
    /// The one who writes does not take the other's messages: an answer could not come.
    Blocking,
    TooManyToday {
        most: i32,
    },
    /// A new account waits for answers first.
    TooManyUnanswered {
        most: i64,
    },
    /// The other has not answered yet.
    WaitForAnswer {
        most: i64,
    },
}

/// Writes to a member whose name one may see; begins a conversation, or goes on with the one there
/// is. Gives its row.
pub fn write_to_member(
    tx: &mut Transaction<'_>,
    by: &Actor,
    to: i64,
    words: &Words,
    now: DateTime<Utc>,
) -> Result<ConversationRow> {
    let author = author(tx, by)?;
    if author.id == to || !sees_name(tx, by, to)? {
        return Err(Error::Forbidden);
    }
    let row = match conversations::between(tx, author.id, to)? {
        Some(row) => row,
        None => begin(tx, &author, to, now)?,
    };
    send(tx, &author, &row, words, now)?;
    Ok(row)
}

/// Writes on in a conversation.
pub fn write_in_conversation(
    tx: &mut Transaction<'_>,
    by: &Actor,
    uid: &str,
    words: &Words,
    now: DateTime<Utc>,
) -> Result<()> {
    let author = author(tx, by)?;
    let row = conversations::of_member_by_uid(tx, author.id, uid)?;
    send(tx, &author, &row, words, now)
}

fn author(conn: &mut DbConnection, by: &Actor) -> Result<MemberRow> {
    match by.member().filter(|_| by.may(Action::WriteToMembers)) {
        Some(id) => Ok(members::by_id(conn, id)?),
        None => Err(Error::Forbidden),
    }
}

/// Whether the actor sees the name of an active member.
pub(super) fn sees_name(conn: &mut DbConnection, by: &Actor, to: i64) -> Result<bool> {
    let known = profiles::of(conn, to)?;
    let viewpoint = Viewpoint::of(by, to, &known.place_ids());
    let active = members::by_id(conn, to)?.state()? == MemberState::Active;
    Ok(active && !known.profile.seen_from(viewpoint).name.is_empty())
}

fn begin(
    tx: &mut Transaction<'_>,
    author: &MemberRow,
    to: i64,
    now: DateTime<Utc>,
) -> Result<ConversationRow> {
    check_blocks(tx, author.id, to)?;
    let is_new = now - author.created_at.0 < NEW_FOR;
    if is_new && conversations::unanswered(tx, author.id)? >= MOST_UNANSWERED {
        return Err(NotWritten::TooManyUnanswered { most: MOST_UNANSWERED }.into());
    }
    let subject = format!("conversations of {}", author.id);
    if attempts::count(tx, &subject, TimeDelta::days(1), now)? > MOST_BEGUN_A_DAY {
        return Err(NotWritten::TooManyToday { most: MOST_BEGUN_A_DAY }.into());
    }
    Ok(conversations::open(tx, author.id, to, now)?)
}

fn check_blocks(conn: &mut DbConnection, author: i64, other: i64) -> Result<()> {
    if conversations::blocks(conn, author, other)? {
        return Err(NotWritten::Blocking.into());
    }
    if conversations::blocks(conn, other, author)? {
        return Err(NotWritten::NotTaken.into());
    }
    Ok(())
}

fn send(
    tx: &mut Transaction<'_>,
    author: &MemberRow,
    row: &ConversationRow,
    words: &Words,
    now: DateTime<Utc>,
) -> Result<()> {
    let other = row.other_than(author.id).ok_or(db::Error::NotFound)?;
    check_blocks(tx, author.id, other)?;
    let other = members::by_id(tx, other)?;
    if other.state()? != MemberState::Active {
        return Err(NotWritten::NotTaken.into());
    }
    let waiting = row.answered_at.is_none() && author.id == row.starter_id;
    if waiting && conversations::count_messages(tx, row.id)? >= MOST_IN_A_ROW {
        return Err(NotWritten::WaitForAnswer { most: MOST_IN_A_ROW }.into());
    }
    conversations::add_message(tx, row, author.id, words.as_str(), now)?;
    outbox::enqueue(tx, &mail(&other, &letter(author, row, words)), now)?;
    Ok(())
}

fn mail<'a>(other: &'a MemberRow, letter: &'a Letter) -> NewMail<'a> {
    NewMail {
        kind: "member-message",
        once_key: None,
        recipient: &other.email,
        recipient_name: &other.name,
        locale: other.locale(),
        member: Some(other.id),
        letter,
    }
}

/// Without any address: the answer goes through the conversation.
fn letter(author: &MemberRow, row: &ConversationRow, words: &Words) -> Letter {
    let named = |key: &str| Line::new(key).with("name", &author.name);
    let letter = Letter::new(named("letter-message-subject"))
        .paragraph(named("letter-message-intro"))
        .paragraph(Line::verbatim(words.as_str()))
        .button(Line::new("letter-message-button"), format!("/moi/messages/{}", row.uid));
    match row.answered_at.is_none() && author.id == row.starter_id {
        true => letter.after(named("letter-message-addresses")).after(Line::new("letter-message-block")),
        false => letter,
    }
}
