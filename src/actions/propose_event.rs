//! A member proposes an event to a place, or takes the proposal back. Its hosts are told by letter.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::error::{Error, Result};
use super::joining_letters::{about, with_words};
use super::limit::Limit;
use super::tell_member::tell_member;
use crate::db::Transaction;
use crate::domain::joining::Remark;
use crate::domain::policy::{Action, Actor};
use crate::domain::proposal::ProposalState;
use crate::mail::{Letter, Line};
use crate::store::places::PlaceRow;
use crate::store::proposals::{self, NewProposal, ProposalRow};
use crate::store::{members, place_people};

/// Each proposal is a letter to every host of a place.
const PROPOSALS: Limit = Limit { what: "proposals-of", most: 10, within: TimeDelta::hours(24) };

/// What somebody proposes.
pub struct Proposing<'a> {
    pub place: &'a PlaceRow,
    pub title: &'a str,
    /// The fields of the form, as the form writes them.
    pub fields: &'a str,
    /// Why, for the hosts.
    pub reason: &'a Remark,
    pub uid: Uuid,
}

pub fn propose_event(
    tx: &mut Transaction<'_>,
    by: &Actor,
    asked: &Proposing<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    let place = asked.place;
    let may = by.may(Action::ProposeEvent(place.id));
    let member_id = by.member().filter(|_| may).ok_or(Error::Forbidden)?;
    PROPOSALS.count(tx, &member_id.to_string(), now)?;
    let new = NewProposal {
        uid: asked.uid,
        place_id: place.id,
        member_id,
        title: asked.title,
        fields: asked.fields,
        reason: asked.reason.as_str(),
    };
    proposals::insert(tx, &new, now)?;
    let name = members::by_id(tx, member_id)?.name;
    let named = |key: &str| about(key, place).with("name", &name).with("title", asked.title);
    let letter = Letter::new(named("proposals-letter-new-subject")).paragraph(named("proposals-letter-new"));
    let letter = with_words(letter, asked.reason.as_str())
        .button(Line::new("proposals-letter-new-button"), format!("/evenements/propositions/{}", asked.uid));
    for host in place_people::answering(tx, place.id)? {
        if host.id != member_id {
            tell_member(tx, &host, "event-proposed", &letter, now)?;
        }
    }
    Ok(())
}

/// Takes back what still waits.
pub fn withdraw_proposal(
    tx: &mut Transaction<'_>,
    by: &Actor,
    proposal: &ProposalRow,
    now: DateTime<Utc>,
) -> Result<()> {
    if !by.may(Action::ActAs(proposal.member_id)) {
        return Err(Error::Forbidden);
    }
    match proposals::settle(tx, proposal.id, ProposalState::Withdrawn, "", now)? {
        true => Ok(()),
        false => Err(Error::ChangedMeanwhile),
    }
}
