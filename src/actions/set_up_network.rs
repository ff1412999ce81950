//! A new install greets its first coordinator: a link, printed where only who runs the machine
//! reads, leads to naming the network, its first place and the first account.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::error::{Error, Result};
use super::save_place::save_place;
use super::use_link::{Used, use_link};
use crate::db::{DbConnection, Scope, Transaction};
use crate::domain::commune::{self, CommuneQuery};
use crate::domain::email::EmailAddress;
use crate::domain::link::LinkPurpose;
use crate::domain::member::{MemberState, MembershipKind, MembershipRole, PersonName};
use crate::domain::place::{PlaceDraft, PointPrecision};
use crate::domain::slug::Slug;
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
    pub place: Option<&'a FirstPlace>,
    pub name: &'a PersonName,
    pub email: &'a EmailAddress,
    pub password_hash: &'a str,
    pub locale: Locale,
}

/// As much of a place as is known on the first day.
pub struct FirstPlace {
    pub name: String,
    /// Five digits.
    pub postcode: String,
    pub commune: String,
}

pub fn set_up_network(
    tx: &mut Transaction<'_>,
    secret: &Secret,
    said: &SetUp<'_>,
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
        password_hash: Some(said.password_hash.to_owned()),
        uid: Uuid::new_v4(),
    };
    let member = members::insert(tx, &new, now)?;
    if let Some(place) = said.place {
        let draft = draft(tx, place)?;
        let place = save_place(tx, None, &draft, now)?.id;
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

/// A page that its host will fill: where the commune is known, with its point on the map.
fn draft(conn: &mut DbConnection, place: &FirstPlace) -> Result<PlaceDraft> {
    let asked = CommuneQuery::parse(&format!("{} {}", place.postcode, place.commune));
    let commune = match asked {
        Some(asked) => communes::find(conn, &asked, 1)?.into_iter().next(),
        None => None,
    };
    let territory = match &commune {
        Some(commune) => commune.territory(),
        None => Territory::of_postcode(&place.postcode),
    };
    let nothing = String::new;
    Ok(PlaceDraft {
        slug: Slug::from_title(&place.name, "lieu"),
        source_key: None,
        source: nothing(),
        name: place.name.clone(),
        summary: nothing(),
        description: nothing(),
        address: nothing(),
        postcode: place.postcode.clone(),
        commune: commune.as_ref().map_or_else(|| place.commune.clone(), |commune| commune.name.clone()),
        insee: commune.as_ref().map(|commune| commune.insee.clone()).unwrap_or_default(),
        territory: territory.map(|t| t.code.clone()).unwrap_or_default(),
        point: commune.and_then(|commune| commune.point),
        precision: PointPrecision::Commune,
        zone: territory.map_or(chrono_tz::Europe::Paris, |t| t.zone),
        school_zone: territory.and_then(|t| t.school_zone),
        website: nothing(),
        opening_hours: nothing(),
        directions: nothing(),
        accessibility: Vec::new(),
        accessibility_note: nothing(),
        bricks: Vec::new(),
        team: Vec::new(),
        partners: Vec::new(),
        confirmed_on: None,
        opened_on: None,
        closed_on: None,
    })
}
