//! An account begins for somebody whose address is proved: open at once, or to be welcomed.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::error::Result;
use super::tell_member::tell_member;
use super::{joining_letters, raise_place};
use crate::db::{Error as DbError, Transaction};
use crate::domain::email::EmailAddress;
use crate::domain::joining::Remark;
use crate::domain::member::{MemberState, MembershipKind, MembershipRole, PersonName, SignupRule};
use crate::domain::period::local_of;
use crate::i18n::Locale;
use crate::mail;
use crate::store::members::{self, MemberRow, NewMember};
use crate::store::places::PlaceRow;
use crate::store::{accounts, memberships, network_rules, place_people, place_rules, places};

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
    let member = members::by_id(tx, id)?;
    if let Some(place) = account.place {
        match places::by_id(tx, place) {
            // It went while the letter was on its way.
            Err(DbError::NotFound) => {}
            place => enter(tx, &member, &place?, now)?,
        }
    }
    if state == MemberState::Waiting {
        tell_those_who_decide(tx, &member, now)?;
    }
    Ok(member)
}

/// The place that was chosen with the account takes the person in as it does others: at once where
/// one tap suffices (its charter is asked for next), else on request.
fn enter(tx: &mut Transaction<'_>, member: &MemberRow, place: &PlaceRow, now: DateTime<Utc>) -> Result<()> {
    let today = local_of(now, place.zone()?).date();
    if place.closed_on.is_some_and(|day| day <= today) {
        return Ok(());
    }
    let (rules, kind) = (place_rules::of(tx, place.id)?, MembershipKind::User);
    let active = member.state()? == MemberState::Active;
    let role = rules.joining.role_of_a_newcomer(active);
    memberships::save(tx, member.id, place.id, kind, role, now)?;
    match role {
        MembershipRole::Asked if active => joining_letters::tell_of_request(tx, place, member, kind, now),
        // Whoever decides on the account hears of the place with it.
        MembershipRole::Asked => Ok(()),
        MembershipRole::Member | MembershipRole::Host => {
            raise_place(tx, place);
            joining_letters::welcome(tx, place, member, &Remark::default(), &rules.welcome, now)
        }
    }
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
