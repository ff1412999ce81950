//! An account begins for somebody whose address is proved: open at once, or to be welcomed.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::error::Result;
use super::tell_member::tell_member;
use crate::db::Transaction;
use crate::domain::email::EmailAddress;
use crate::domain::member::{MemberState, MembershipKind, MembershipRole, PersonName, SignupRule};
use crate::i18n::Locale;
use crate::mail;
use crate::store::members::{self, MemberRow, NewMember};
use crate::store::{accounts, memberships, network_rules, place_people, places};

/// What the account is made of.
pub(super) struct NewAccount<'a> {
    /// Without an account so far.
    pub email: &'a EmailAddress,
    pub name: &'a PersonName,
    pub locale: Locale,
    /// PHC text; `None`: signs in otherwise.
    pub password_hash: Option<String>,
    /// The place that the person comes to.
    pub place: Option<i64>,
}

/// Opens the account as the network's rule says, and tells those who decide when it waits for them.
pub(super) fn open_account(
    tx: &mut Transaction<'_>,
    account: NewAccount<'_>,
    now: DateTime<Utc>,
) -> Result<MemberRow> {
    let state = match network_rules::find(tx)?.signup {
        SignupRule::Open => MemberState::Active,
        SignupRule::OnApproval | SignupRule::ByInvitation => MemberState::Waiting,
    };
    let new = NewMember {
        email: account.email,
        name: account.name,
        locale: account.locale,
        state,
        coordinates: false,
        password_hash: account.password_hash,
        uid: Uuid::new_v4(),
    };
    let id = members::insert(tx, &new, now)?;
    let place = account.place.filter(|place| places::by_id(tx, *place).is_ok());
    if let Some(place) = place {
        memberships::save(tx, id, place, MembershipKind::User, MembershipRole::Asked, now)?;
    }
    let member = members::by_id(tx, id)?;
    if state == MemberState::Waiting {
        tell_those_who_decide(tx, &member, now)?;
    }
    Ok(member)
}

/// The hosts of the place; the coordination where there is none.
fn tell_those_who_decide(tx: &mut Transaction<'_>, member: &MemberRow, now: DateTime<Utc>) -> Result<()> {
    let place = memberships::of_member(tx, member.id)?.first().map(|row| row.place_id);
    let deciding = match place {
        Some(place) => place_people::answering(tx, place)?,
        None => accounts::coordinators(tx)?,
    };
    let place_name = place.map(|place| places::by_id(tx, place)).transpose()?.map(|row| row.name);
    let letter = mail::accounts::somebody_waits(&member.name, place_name.as_deref());
    deciding.iter().try_for_each(|member| tell_member(tx, member, "account-waits", &letter, now))
}
