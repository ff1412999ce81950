//! A new install greets its first coordinator: a link, printed where only who runs the machine
//! reads, leads to naming the network, its first place and the first account.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::error::{Error, Result};
use super::save_place::save_place;
use super::use_link::{Used, use_link};
use crate::db::{Scope, Transaction};
use crate::domain::commune;
use crate::domain::email::EmailAddress;
use crate::domain::link::LinkPurpose;
use crate::domain::member::{MemberState, MembershipKind, MembershipRole, PersonName};
use crate::domain::place::PlaceDraft;
use crate::domain::territory::Territory;
use crate::i18n::Locale;
use crate::secret::Secret;
use crate::store::members::{self, MemberRow, NewMember};
use crate::store::network::{self, Network};
use crate::store::tokens::{self, NewToken};
use crate::store::{accounts, communes, memberships};

/// The link of this start, while there is no account; those of earlier starts end.
pub fn issue_set_up_link(tx: &mut Transaction<'_>, now: DateTime<Utc>) -> Result<Option<Secret>> {
    if accounts::count(tx)? > 0 {
        return Ok(None);
    }
    let purpose = LinkPurpose::SetUp;
    tokens::revoke_all(tx, purpose.code(), now)?;
    let token =
        NewToken { purpose: purpose.code(), member: None, email: "", payload: "", lasts: purpose.lasts() };
    Ok(Some(tokens::issue(tx, &token, now)?))
}

/// What the first coordinator says.
pub struct SetUp<'a> {
    pub network: &'a str,
    /// None: the whole country.
    pub territory: Option<&'static Territory>,
    /// None: later.
    pub place: Option<&'a PlaceDraft>,
    pub name: &'a PersonName,
    pub email: &'a EmailAddress,
    pub password_hash: String,
    pub locale: Locale,
}

pub fn set_up_network(
    tx: &mut Transaction<'_>,
    secret: &Secret,
    said: SetUp<'_>,
    now: DateTime<Utc>,
) -> Result<MemberRow> {
    if let Used::AMomentAgo(_) = use_link(tx, secret, LinkPurpose::SetUp, now)? {
        return members::by_email(tx, said.email)?.ok_or(Error::DeadLink);
    }
    if accounts::count(tx)? > 0 {
        return Err(Error::DeadLink);
    }
    name_network(tx, said.network, said.territory, now)?;
    let new = NewMember {
        email: said.email,
        name: said.name,
        locale: said.locale,
        state: MemberState::Active,
        coordinates: true,
        password_hash: Some(said.password_hash),
        uid: Uuid::new_v4(),
    };
    let member = members::insert(tx, &new, now)?;
    if let Some(draft) = said.place {
        let place = save_place(tx, None, draft, now)?.id;
        memberships::save(tx, member, place, MembershipKind::Resident, MembershipRole::Host, now)?;
    }
    tx.raise(Scope::Everything);
    Ok(members::by_id(tx, member)?)
}

/// The network keeps the host of its UIDs, drawn at the first start.
fn name_network(
    tx: &mut Transaction<'_>,
    name: &str,
    territory: Option<&'static Territory>,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(known) = network::find(tx)? else { return Err(Error::DeadLink) };
    let network = Network {
        name: name.to_owned(),
        territory: territory.map(|t| t.code.clone()).unwrap_or_default(),
        zone: territory.map_or(known.zone, |t| t.zone),
        ..known
    };
    network::save(tx, &network, now)?;
    if network.territory == commune::DROME && communes::count(tx)? == 0 {
        communes::save(tx, commune::drome())?;
    }
    Ok(())
}
