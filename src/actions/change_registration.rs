//! Whoever holds a registration comes with more or fewer people, answers anew, or shows their name.

use chrono::{DateTime, Utc};

use super::error::Result;
use super::registering::{Holder, Occasion, Wish, settle};
use crate::db::{self, Transaction};
use crate::domain::registration::Refusal;
use crate::store::registrations::{self, RegistrationRow};
use crate::store::seats;

pub fn change_registration(
    tx: &mut Transaction<'_>,
    holder: &Holder<'_>,
    wish: &Wish,
    now: DateTime<Utc>,
) -> Result<RegistrationRow> {
    let event = holder.registration(tx)?.event_id;
    seats::take_turn(tx, event)?;
    let row = holder.registration(tx)?;
    if !row.state()?.is_live() {
        return Err(db::Error::NotFound.into());
    }
    let occasion = Occasion::of(tx, &row, now)?;
    if now >= occasion.offered.terms.ends_at {
        return Err(Refusal::Over.into());
    }
    // A smaller room since then is no reason to refuse those who are as many as before, or fewer.
    let answers = match wish.check(&occasion) {
        Err(Refusal::GroupTooLarge { .. }) if (1..=row.size).contains(&wish.size) => {
            Wish { size: 1, ..wish.clone() }.check(&occasion)?
        }
        checked => checked?,
    };
    occasion.seat_list(tx)?.resize(row.id, wish.size)?;
    registrations::set_choices(tx, row.id, (wish.size, wish.show_name, &answers), now)?;
    settle(tx, &occasion, now)?;
    Ok(registrations::by_id(tx, row.id)?)
}
