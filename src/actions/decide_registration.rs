//! A host approves or declines a request, or takes somebody off the list.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::registering::{News, Occasion, seat_or_turn, settle, tell};
use crate::db::Transaction;
use crate::domain::policy::{Action, Actor};
use crate::domain::registration::RegistrationState;
use crate::store::{event_hosts, registrations, seats};

/// What a host decides; the word is theirs and may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision<'a> {
    Approve,
    Decline { word: &'a str },
    Remove { word: &'a str },
}

/// Decides on the registration `id`. What was decided before, or given up meanwhile, stays as it is.
pub fn decide_registration(
    tx: &mut Transaction<'_>,
    by: &Actor,
    id: i64,
    decision: Decision<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    let event = registrations::by_id(tx, id)?.event_id;
    let number = seats::take_turn(tx, event)?;
    let row = registrations::by_id(tx, id)?;
    let occasion = Occasion::of(tx, &row, now)?;
    if !by.may(Action::SeeRegistrations(&event_hosts::hands(tx, &occasion.event)?)) {
        return Err(Error::Forbidden);
    }
    let state = row.state()?;
    let (state, news) = match decision {
        Decision::Approve if state == RegistrationState::Asked => seat_or_turn(tx, &occasion, row.size)?,
        Decision::Decline { word } if state == RegistrationState::Asked => {
            (RegistrationState::Declined, News::Declined { word })
        }
        Decision::Remove { word } if state.is_live() => {
            (RegistrationState::Cancelled, News::Removed { word })
        }
        _ => return Ok(()),
    };
    registrations::set_state(tx, id, state, now)?;
    if state == RegistrationState::Waiting {
        // Behind those who wait already.
        registrations::set_number(tx, id, number)?;
    }
    tell(tx, &occasion.about(), &row, news, now)?;
    settle(tx, &occasion, now)
}
