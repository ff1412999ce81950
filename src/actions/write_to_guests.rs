//! A host writes to those who are registered for a date, who wait, or who came. Answers go to the host.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::limit::{LETTERS_OF_HOST, LETTERS_TO_GUESTS};
use super::registering::{Occasion, write_to_guest};
use crate::db::{DbConnection, Transaction};
use crate::domain::guest_letter::{Audience, Subject};
use crate::domain::message::Words;
use crate::domain::policy::{Action, Actor};
use crate::mail::{Letter, Line};
use crate::store::members::{self, MemberRow};
use crate::store::{event_hosts, guest_letters, seats};

/// What a host writes.
#[derive(Clone, Copy, Debug)]
pub struct ToGuests<'a> {
    pub audience: Audience,
    pub subject: &'a Subject,
    pub words: &'a Words,
}

impl ToGuests<'_> {
    /// The letter as each gets it, but for the button to what is theirs.
    pub fn letter(&self, occasion: &Occasion, author: &MemberRow) -> Letter {
        let about = occasion.about();
        let named = |key: &str| Line::new(key).with("name", &author.name).with("title", occasion.title());
        about
            .written(Line::verbatim(self.subject.as_str()), named("letter-guests-intro"), author.locale())
            .paragraph(Line::verbatim(self.words.as_str()))
            .reply_to(&author.name, &author.email)
            .after(named("letter-guests-answer"))
    }
}

/// The host who writes; forbidden to all others.
pub fn author_of(conn: &mut DbConnection, by: &Actor, occasion: &Occasion) -> Result<MemberRow> {
    let hands = event_hosts::hands(conn, &occasion.event)?;
    match by.member().filter(|_| by.may(Action::SeeRegistrations(&hands))) {
        Some(member) => Ok(members::by_id(conn, member)?),
        None => Err(Error::Forbidden),
    }
}

/// Writes one letter to each of the audience; gives how many. Nobody there, nothing is written.
pub fn write_to_guests(
    tx: &mut Transaction<'_>,
    by: &Actor,
    occasion: &Occasion,
    written: &ToGuests<'_>,
    now: DateTime<Utc>,
) -> Result<usize> {
    let author = author_of(tx, by, occasion)?;
    let (event, key) = (occasion.event.id, occasion.offered.stored_key());
    // Two who write at once are counted one after the other.
    seats::take_turn(tx, event)?;
    let rows = guest_letters::recipients(tx, event, key, written.audience)?;
    if rows.is_empty() {
        return Ok(0);
    }
    LETTERS_TO_GUESTS.count(tx, &format!("{event}:{key}"), now)?;
    LETTERS_OF_HOST.count(tx, &author.id.to_string(), now)?;
    let letters = i32::try_from(rows.len()).unwrap_or(i32::MAX);
    let noted = (written.audience, written.subject, letters);
    let id = guest_letters::insert(tx, (event, key), Some(author.id), noted, now)?;
    let letter = written.letter(occasion, &author);
    for row in &rows {
        write_to_guest(tx, &occasion.about(), row, (id, &letter), now)?;
    }
    Ok(rows.len())
}
