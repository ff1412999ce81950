//! Letters on their way: claimed by one process for a while, then settled. Each step is a
//! compare-and-set, so that several processes share the work and none settles what it lost.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable, Text};

use crate::db::schema::outbox;
use crate::db::{DbConnection, Instant, Result, UtcInstant};
use crate::i18n::Locale;
use crate::mail::{Failure, MailState, MailingList};
use crate::store::failing_addresses;

/// What a letter waits behind: only its like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Queue {
    /// To one person: confirmations, links, answers.
    Letters,
    /// Of mailings, by the thousand.
    Copies,
}

impl Queue {
    /// As the index of each has it.
    fn sifted(self) -> &'static str {
        match self {
            Self::Letters => "state = 'waiting' AND mailing_id IS NULL",
            Self::Copies => "state = 'waiting' AND mailing_id IS NOT NULL",
        }
    }
}

/// A letter that this process alone may send until its lease ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed {
    pub id: i64,
    /// Left side of its Message-ID.
    pub uid: String,
    pub kind: String,
    pub recipient: String,
    pub recipient_name: String,
    pub locale: Locale,
    /// It is for someone with an account.
    pub to_member: bool,
    /// As JSON: a letter, or the copy of a mailing.
    pub letter: String,
    /// The mailing that it is a copy of.
    pub mailing: Option<i64>,
    /// How often it failed, or ended the process that had it.
    pub tries: i32,
    /// Its recipient takes nothing any more.
    pub stopped: bool,
    leased_until: UtcInstant,
}

impl Claimed {
    /// The list that it belongs to, for figures; `None`: it is for one person.
    pub fn list(&self) -> Option<MailingList> {
        self.mailing.and_then(|_| MailingList::from_code(&self.kind))
    }
}

/// Free.
const NOBODY: UtcInstant = UtcInstant(DateTime::UNIX_EPOCH);

/// Whether a letter is due and free.
pub fn is_due(conn: &mut DbConnection, queue: Queue, now: DateTime<Utc>) -> Result<bool> {
    #[derive(QueryableByName)]
    struct Id {
        #[diesel(sql_type = BigInt)]
        _id: i64,
    }
    let asked = |which: &str| {
        let sifted = queue.sifted();
        format!("SELECT id AS _id FROM outbox WHERE {sifted} AND {which} AND due_at <= $2 LIMIT 1")
    };
    for which in ["leased_until = $1", "leased_until > $1 AND leased_until <= $2"] {
        let found: Vec<Id> = diesel::sql_query(asked(which))
            .bind::<Instant, _>(NOBODY)
            .bind::<Instant, _>(UtcInstant(now))
            .load(conn)?;
        if !found.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Takes letters that are due until `leased_until`, at most `most`, those that wait longest first.
///
/// A letter whose lease ran out comes alone, and counts as tried: should it have ended the process
/// that had it, it takes no others along.
pub fn claim(
    conn: &mut DbConnection,
    queue: Queue,
    now: DateTime<Utc>,
    leased_until: DateTime<Utc>,
    most: i64,
) -> Result<Vec<Claimed>> {
    let lapsed = "leased_until > $1 AND leased_until <= $2";
    let mut taken = take(conn, queue, (lapsed, ", tries = tries + 1"), now, leased_until, 1)?;
    if taken.is_empty() {
        taken = take(conn, queue, ("leased_until = $1", ""), now, leased_until, most)?;
    }
    let recipients: Vec<&str> = taken.iter().map(|mail| mail.recipient.as_str()).collect();
    let stopped = failing_addresses::stopped_among(conn, &recipients)?;
    let claimed = taken.into_iter().map(|row| row.claimed(&stopped, leased_until));
    Ok(claimed.collect())
}

#[derive(QueryableByName)]
struct Taken {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Text)]
    uid: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Text)]
    recipient: String,
    #[diesel(sql_type = Text)]
    recipient_name: String,
    #[diesel(sql_type = Text)]
    locale: String,
    #[diesel(sql_type = Nullable<BigInt>)]
    member_id: Option<i64>,
    #[diesel(sql_type = Text)]
    letter: String,
    #[diesel(sql_type = Nullable<BigInt>)]
    mailing_id: Option<i64>,
    #[diesel(sql_type = Integer)]
    tries: i32,
    #[diesel(sql_type = Instant)]
    due_at: UtcInstant,
}

impl Taken {
    fn claimed(self, stopped: &[String], leased_until: DateTime<Utc>) -> Claimed {
        Claimed {
            stopped: stopped.contains(&self.recipient),
            id: self.id,
            uid: self.uid,
            kind: self.kind,
            recipient: self.recipient,
            recipient_name: self.recipient_name,
            locale: locale_of(&self.locale),
            to_member: self.member_id.is_some(),
            letter: self.letter,
            mailing: self.mailing_id,
            tries: self.tries,
            leased_until: UtcInstant(leased_until),
        }
    }
}

fn take(
    conn: &mut DbConnection,
    queue: Queue,
    (which, also): (&str, &str),
    now: DateTime<Utc>,
    leased_until: DateTime<Utc>,
    most: i64,
) -> Result<Vec<Taken>> {
    // What another process is just taking is passed by; SQLite has one writer.
    let lock = match conn {
        DbConnection::Postgresql(_) => "FOR UPDATE SKIP LOCKED",
        DbConnection::Sqlite(_) => "",
    };
    let sifted = queue.sifted();
    let text = format!(
        "WITH free AS MATERIALIZED (SELECT id FROM outbox WHERE {sifted} AND {which} AND due_at <= $2 \
         ORDER BY leased_until, due_at, id LIMIT $3 {lock}) \
         UPDATE outbox SET leased_until = $4{also} WHERE id IN (SELECT id FROM free) \
         RETURNING id, uid, kind, recipient, recipient_name, locale, member_id, letter, mailing_id, tries, due_at"
    );
    let mut taken: Vec<Taken> = diesel::sql_query(text)
        .bind::<Instant, _>(NOBODY)
        .bind::<Instant, _>(UtcInstant(now))
        .bind::<BigInt, _>(most)
        .bind::<Instant, _>(UtcInstant(leased_until))
        .load(conn)?;
    taken.sort_by_key(|row| (row.due_at, row.id));
    Ok(taken)
}

/// What is stored of a letter after it was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Nothing of what it said: it may hold links that open things.
    Nothing,
    /// All, to be read in the mailbox of a demo.
    Letter,
}

/// Notes that letters were sent.
pub fn sent(conn: &mut DbConnection, mails: &[&Claimed], kept: Kept, now: DateTime<Utc>) -> Result<()> {
    let emptied = (kept == Kept::Nothing).then(|| outbox::letter.eq(""));
    // Whoever holds them now: they were sent.
    diesel::update(outbox::table.filter(outbox::id.eq_any(ids(mails))))
        .set((
            outbox::state.eq(MailState::Sent.code()),
            outbox::last_error.eq(""),
            outbox::sent_at.eq(Some(UtcInstant(now))),
            outbox::leased_until.eq(NOBODY),
            emptied,
        ))
        .execute(conn)?;
    Ok(())
}

/// Gives letters back that were not tried.
pub fn release(conn: &mut DbConnection, mails: &[&Claimed]) -> Result<()> {
    let Some(first) = mails.first() else { return Ok(()) };
    diesel::update(outbox::table.filter(outbox::id.eq_any(ids(mails))))
        .filter(outbox::state.eq(MailState::Waiting.code()))
        .filter(outbox::leased_until.eq(first.leased_until))
        .set(outbox::leased_until.eq(NOBODY))
        .execute(conn)?;
    Ok(())
}

fn ids(mails: &[&Claimed]) -> Vec<i64> {
    mails.iter().map(|mail| mail.id).collect()
}

/// Puts a letter back until `due`.
pub fn postpone(
    conn: &mut DbConnection,
    mail: &Claimed,
    failure: &Failure,
    due: DateTime<Utc>,
) -> Result<()> {
    settle(conn, mail, MailState::Waiting, failure, Some(due)).map(|_| ())
}

/// Parks a letter: a coordinator decides. `false` when it is no longer ours to decide about.
pub fn give_up(conn: &mut DbConnection, mail: &Claimed, failure: &Failure) -> Result<bool> {
    settle(conn, mail, MailState::Parked, failure, None)
}

/// Leaves a letter unsent for good and empties it: its recipient takes nothing any more.
pub fn leave_unsent(conn: &mut DbConnection, mail: &Claimed, failure: &Failure) -> Result<bool> {
    let settled = settle(conn, mail, MailState::Dropped, failure, None)?;
    if settled {
        diesel::update(outbox::table.find(mail.id)).set(outbox::letter.eq("")).execute(conn)?;
    }
    Ok(settled)
}

fn settle(
    conn: &mut DbConnection,
    mail: &Claimed,
    state: MailState,
    failure: &Failure,
    due: Option<DateTime<Utc>>,
) -> Result<bool> {
    let settled = diesel::update(outbox::table.find(mail.id))
        // Only while it is still ours: another may have sent it since.
        .filter(outbox::state.eq(MailState::Waiting.code()))
        .filter(outbox::leased_until.eq(mail.leased_until))
        .set((
            outbox::state.eq(state.code()),
            outbox::last_error.eq(failure.stored()),
            outbox::tries.eq(mail.tries + 1),
            due.map(|due| outbox::due_at.eq(UtcInstant(due))),
            outbox::leased_until.eq(NOBODY),
        ))
        .execute(conn)?;
    Ok(settled == 1)
}

/// The language of a stored tag; French for a language that was taken away.
pub(super) fn locale_of(tag: &str) -> Locale {
    Locale::ALL.into_iter().find(|locale| locale.tag() == tag).unwrap_or_default()
}
