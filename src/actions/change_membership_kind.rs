//! What a member is at a place (résident·e, nomade, bénévole, usager·ère) is said anew: by themselves,
//! or by who looks after the people of the place.

use super::error::{Error, Result};
use crate::db::Transaction;
use crate::domain::joining::JoiningError;
use crate::domain::member::MembershipKind;
use crate::domain::policy::{Action, Actor};
use crate::store::members::MemberRow;
use crate::store::memberships;
use crate::store::places::PlaceRow;

/// # Errors
/// [`JoiningError::NotMember`].
pub fn change_membership_kind(
    tx: &mut Transaction<'_>,
    by: &Actor,
    place: &PlaceRow,
    member: &MemberRow,
    kind: MembershipKind,
) -> Result<()> {
    if !by.may(Action::ActAs(member.id)) && !by.may(Action::ManageMembers(place.id)) {
        return Err(Error::Forbidden);
    }
    match memberships::set_kind(tx, member.id, place.id, kind)? {
        true => Ok(()),
        false => Err(JoiningError::NotMember.into()),
    }
}
