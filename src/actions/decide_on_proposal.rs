//! A host publishes what a member proposed, as it is or amended, or declines it with a word. Who
//! proposed it is told by letter.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::host_event::host_event;
use super::joining_letters::{about, with_words};
use super::publish_event::{NewEvent, Published};
use super::tell_member::tell_member;
use crate::db::Transaction;
use crate::domain::joining::Remark;
use crate::domain::policy::{Action, Actor};
use crate::domain::proposal::ProposalState;
use crate::mail::{Letter, Line};
use crate::store::places::PlaceRow;
use crate::store::proposals::{self, ProposalRow};
use crate::store::{members, places};

/// Publishes `new` for a proposal to its place.
///
/// # Errors
/// [`Error::ChangedMeanwhile`]: it was decided on before, and nothing was written.
pub fn accept_proposal(
    tx: &mut Transaction<'_>,
    by: &Actor,
    proposal: &ProposalRow,
    new: &NewEvent<'_>,
    now: DateTime<Utc>,
) -> Result<Published> {
    let is_elsewhere = new.place.id != proposal.place_id;
    if is_elsewhere || !by.may(Action::HostEvent(&[proposal.place_id])) {
        return Err(Error::Forbidden);
    }
    if !proposals::settle(tx, proposal.id, ProposalState::Accepted, "", now)? {
        return Err(Error::ChangedMeanwhile);
    }
    let published = host_event(tx, by, new, now)?;
    proposals::became(tx, proposal.id, published.id)?;
    let letter = letter_about("accepted", new.place, &new.draft.title)
        .button(Line::new("proposals-letter-accepted-button"), format!("/evenements/{}", published.slug));
    tell(tx, by, proposal, &letter, now)?;
    Ok(published)
}

pub fn decline_proposal(
    tx: &mut Transaction<'_>,
    by: &Actor,
    proposal: &ProposalRow,
    word: &Remark,
    now: DateTime<Utc>,
) -> Result<()> {
    if !by.may(Action::HostEvent(&[proposal.place_id])) {
        return Err(Error::Forbidden);
    }
    if !proposals::settle(tx, proposal.id, ProposalState::Declined, word.as_str(), now)? {
        return Err(Error::ChangedMeanwhile);
    }
    let place = places::by_id(tx, proposal.place_id)?;
    let letter = with_words(letter_about("declined", &place, &proposal.title), word.as_str()).button(
        Line::new("proposals-letter-declined-button"),
        format!("/evenements/propositions/{}", proposal.uid),
    );
    tell(tx, by, proposal, &letter, now)
}

fn letter_about(what: &str, place: &PlaceRow, title: &str) -> Letter {
    let line = |key: &str| about(key, place).with("title", title);
    Letter::new(line(&format!("proposals-letter-{what}-subject")))
        .paragraph(line(&format!("proposals-letter-{what}")))
}

/// Who decides on their own proposal needs no letter.
fn tell(
    tx: &mut Transaction<'_>,
    by: &Actor,
    proposal: &ProposalRow,
    letter: &Letter,
    now: DateTime<Utc>,
) -> Result<()> {
    if by.member() == Some(proposal.member_id) {
        return Ok(());
    }
    let member = members::by_id(tx, proposal.member_id)?;
    tell_member(tx, &member, "proposal-decided", letter, now)
}
