//! A host notes what a newcomer went through, or takes the note back.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use crate::db::Transaction;
use crate::domain::joining::JoiningError;
use crate::domain::member::MembershipRole;
use crate::domain::newcomer::NewcomerStep;
use crate::domain::policy::{Action, Actor};
use crate::store::members::{self, MemberRow};
use crate::store::memberships;
use crate::store::newcomers::{self, Noted};
use crate::store::places::PlaceRow;

/// What is noted of whom, where.
pub struct Tick<'a> {
    pub place: &'a PlaceRow,
    pub member: &'a MemberRow,
    pub step: NewcomerStep,
    /// Who sponsors them, for [`NewcomerStep::Sponsor`]: another member of the place.
    pub sponsor: Option<&'a MemberRow>,
}

pub fn tick_newcomer_step(
    tx: &mut Transaction<'_>,
    by: &Actor,
    tick: &Tick<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    let host = noting_host(tx, by, tick.place, tick.member)?;
    let sponsor = match (tick.step, tick.sponsor) {
        (NewcomerStep::Sponsor, Some(sponsor)) if sponsor.id != tick.member.id => {
            belongs(tx, tick.place, sponsor)?;
            sponsor.uid.as_str()
        }
        (NewcomerStep::Sponsor, _) => return Err(JoiningError::NotMember.into()),
        _ => "",
    };
    let noted = Noted { member: tick.member.id, place: tick.place.id, by: &host.uid };
    newcomers::tick(tx, noted, tick.step, sponsor, now)?;
    Ok(())
}

pub fn untick_newcomer_step(
    tx: &mut Transaction<'_>,
    by: &Actor,
    place: &PlaceRow,
    member: &MemberRow,
    step: NewcomerStep,
) -> Result<()> {
    noting_host(tx, by, place, member)?;
    newcomers::untick(tx, member.id, place.id, step)?;
    Ok(())
}

/// The host who notes something of a member of their place.
pub(super) fn noting_host(
    tx: &mut Transaction<'_>,
    by: &Actor,
    place: &PlaceRow,
    member: &MemberRow,
) -> Result<MemberRow> {
    let id = by.member().filter(|_| by.may(Action::ManageMembers(place.id))).ok_or(Error::Forbidden)?;
    belongs(tx, place, member)?;
    Ok(members::by_id(tx, id)?)
}

fn belongs(tx: &mut Transaction<'_>, place: &PlaceRow, member: &MemberRow) -> Result<()> {
    let role = memberships::find(tx, member.id, place.id)?.map(|row| row.role()).transpose()?;
    match role {
        Some(MembershipRole::Member | MembershipRole::Host) => Ok(()),
        Some(MembershipRole::Asked) | None => Err(JoiningError::NotMember.into()),
    }
}
