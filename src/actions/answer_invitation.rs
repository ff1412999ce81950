//! Somebody answers an invitation from their calendar: they come after all, or no longer.

use chrono::{DateTime, Utc};

use super::cancel_registration::cancel_registration;
use super::error::Result;
use super::registering::{Holder, Occasion, Person, Wish, enter};
use crate::db::{self, Transaction};
use crate::domain::registration::{Question, RegistrationState};
use crate::ical::{Participation, Reply};
use crate::store::registrations::{self, RegistrationRow};
use crate::store::{events, invitations, members, seats};

/// What became of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// The registration is as it was.
    Kept,
    /// They are registered again: with a seat, or on the waiting list.
    Registered,
    Left,
    /// A later invitation was sent, or a later answer taken.
    Outdated,
    /// We sent no such invitation to that address.
    NotInvited,
    /// One date of a series that one comes to as a whole.
    OneOfAll,
}

/// Does what an answer says. Whoever calls knows that it is from the attendee. `host`: the right side
/// of our UIDs.
///
/// # Errors
/// The registration cannot become so: no seat is left, or it is too late.
pub fn answer_invitation(
    tx: &mut Transaction<'_>,
    reply: &Reply,
    host: &str,
    now: DateTime<Utc>,
) -> Result<Answered> {
    let Some((uid, at)) = reply.uid.rsplit_once('@') else { return Ok(Answered::NotInvited) };
    let event = events::id_of_uid(tx, uid)?.filter(|_| at.eq_ignore_ascii_case(host));
    let Some(event) = event else { return Ok(Answered::NotInvited) };
    let number = seats::take_turn(tx, event)?;
    let Some(occasion) = meant(tx, event, reply, now)? else { return Ok(Answered::NotInvited) };
    if occasion.offered.key.is_none() && occasion.repeats && reply.date.is_some() {
        return Ok(Answered::OneOfAll);
    }
    let Some(row) = registration(tx, &occasion, reply)? else { return Ok(Answered::NotInvited) };
    let Some(sent) = invitations::of(tx, row.id)? else { return Ok(Answered::NotInvited) };
    if reply.sequence < sent.sequence || sent.answered_at.is_some_and(|known| reply.stamp < known) {
        return Ok(Answered::Outdated);
    }
    invitations::answered(tx, row.id, reply.stamp)?;
    let live = row.state()?.is_live();
    match reply.participation {
        Participation::Declined if live => {
            cancel_registration(tx, &Holder::Calendar { registration: row.id }, now)?;
            Ok(Answered::Left)
        }
        Participation::Accepted if !live => come_again(tx, &occasion, &row, number, now),
        _ => Ok(Answered::Kept),
    }
}

/// The date that the answer names, or the series; `None`: the event has no such date.
fn meant(
    tx: &mut Transaction<'_>,
    event: i64,
    reply: &Reply,
    now: DateTime<Utc>,
) -> Result<Option<Occasion>> {
    let (_, schedule) = events::by_id(tx, event)?;
    let zone = schedule.zone()?;
    let key = reply.date.map(|date| date.key(zone));
    match Occasion::read(tx, event, key.as_ref(), now) {
        // Of a series, an answer without a date is about all of it.
        Ok(occasion) if occasion.repeats && key.is_none() && occasion.offered.key.is_some() => Ok(None),
        Ok(occasion) => Ok(Some(occasion)),
        Err(db::Error::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// What is registered under the address that letters go to now.
fn registration(
    tx: &mut Transaction<'_>,
    occasion: &Occasion,
    reply: &Reply,
) -> Result<Option<RegistrationRow>> {
    let (event, key) = (occasion.event.id, occasion.offered.stored_key());
    if let Some(member) = members::by_email(tx, &reply.attendee)?
        && let Some(row) = registrations::of_member(tx, event, key, member.id)?
    {
        return Ok(Some(row));
    }
    let row = registrations::of_email(tx, event, key, reply.attendee.as_str())?;
    // A member is written to at the address of the account alone.
    Ok(row.filter(|row| row.member_id.is_none()))
}

fn come_again(
    tx: &mut Transaction<'_>,
    occasion: &Occasion,
    row: &RegistrationRow,
    number: i64,
    now: DateTime<Utc>,
) -> Result<Answered> {
    let Some(email) = row.email.clone() else { return Ok(Answered::NotInvited) };
    let person = Person { member: row.member_id, email: &email, name: &row.name, locale: row.locale() };
    let given = row.answers()?;
    let of = |question: &Question| given.iter().find(|answer| answer.question == question.label);
    let questions = &occasion.offered.terms.rules.questions;
    let answers =
        questions.iter().map(|asked| of(asked).map_or(String::new(), |a| a.answer.clone())).collect();
    let wish = Wish { size: row.size, answers, show_name: row.show_name };
    let again = enter(tx, occasion, &person, &wish, number, now)?;
    super::ask_hosts::ask_hosts(tx, occasion, &again, now)?;
    Ok(match again.state()? {
        RegistrationState::Declined | RegistrationState::Cancelled => Answered::Kept,
        _ => Answered::Registered,
    })
}
