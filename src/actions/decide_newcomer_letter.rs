//! A host sends the letter that was proposed for a newcomer, in their own words, or sets it aside.
//! Nothing else sends it.

use chrono::{DateTime, Utc};

use super::error::Result;
use super::joining_letters::{about, with_words};
use super::tell_member::tell_member;
use super::tick_newcomer_step::noting_host;
use crate::db::Transaction;
use crate::domain::joining::{JoiningError, LetterText};
use crate::domain::newcomer::Reminder;
use crate::domain::policy::Actor;
use crate::mail::{Letter, Line};
use crate::store::members::MemberRow;
use crate::store::newcomers::{self, Noted};
use crate::store::places::PlaceRow;

/// Sends `text` to the newcomer; answers go to the host's own address.
pub fn send_newcomer_letter(
    tx: &mut Transaction<'_>,
    by: &Actor,
    place: &PlaceRow,
    member: &MemberRow,
    (reminder, text): (Reminder, &LetterText),
    now: DateTime<Utc>,
) -> Result<()> {
    let host = noting_host(tx, by, place, member)?;
    if text.is_empty() {
        return Err(JoiningError::LetterEmpty.into());
    }
    decide(tx, place, member, &host, (reminder, true), now)?;
    let subject = about("joining-letter-newcomer-subject", place).with("host", &host.name);
    let letter = with_words(Letter::new(subject), text.as_str())
        .after(Line::new("joining-letter-newcomer-after").with("host", &host.name))
        .reply_to(&host.name, &host.email);
    tell_member(tx, member, "newcomer-letter", &letter, now)
}

pub fn set_aside_newcomer_letter(
    tx: &mut Transaction<'_>,
    by: &Actor,
    place: &PlaceRow,
    member: &MemberRow,
    reminder: Reminder,
    now: DateTime<Utc>,
) -> Result<()> {
    let host = noting_host(tx, by, place, member)?;
    decide(tx, place, member, &host, (reminder, false), now)
}

fn decide(
    tx: &mut Transaction<'_>,
    place: &PlaceRow,
    member: &MemberRow,
    host: &MemberRow,
    (reminder, sent): (Reminder, bool),
    now: DateTime<Utc>,
) -> Result<()> {
    let noted = Noted { member: member.id, place: place.id, by: &host.uid };
    match newcomers::decide_letter(tx, noted, reminder, sent, now)? {
        true => Ok(()),
        false => Err(JoiningError::LetterDecided.into()),
    }
}
