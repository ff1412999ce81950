//! Whoever holds a registration gives it up; the seats go to those who wait.

use chrono::{DateTime, Utc};

use super::error::Result;
use super::registering::{Holder, News, Occasion, settle, tell};
use crate::db::Transaction;
use crate::domain::registration::{Refusal, RegistrationState};
use crate::store::registrations;
use crate::store::seats;

/// Cancelling twice does nothing more.
pub fn cancel_registration(tx: &mut Transaction<'_>, holder: &Holder<'_>, now: DateTime<Utc>) -> Result<()> {
    let event = holder.registration(tx)?.event_id;
    seats::take_turn(tx, event)?;
    let row = holder.registration(tx)?;
    if !row.state()?.is_live() {
        return Ok(());
    }
    let occasion = Occasion::of(tx, &row, now)?;
    if now >= occasion.offered.terms.ends_at {
        return Err(Refusal::Over.into());
    }
    registrations::set_state(tx, row.id, RegistrationState::Cancelled, now)?;
    let news = match holder {
        Holder::Calendar { .. } => News::DeclinedInCalendar,
        Holder::Link(_) | Holder::Member { .. } => News::Cancelled,
    };
    tell(tx, &occasion.about(), &row, news, now)?;
    settle(tx, &occasion, now)
}
