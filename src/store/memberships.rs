//! Memberships: who belongs to which place, and as what.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text};

use super::known;
use super::members::MemberRow;
use crate::db::schema::memberships;
use crate::db::{DbConnection, Instant, Result, UtcInstant};
use crate::domain::member::{MemberState, MembershipKind, MembershipRole};
use crate::domain::policy::Standing;

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = memberships)]
pub struct MembershipRow {
    pub member_id: i64,
    pub place_id: i64,
    pub kind: String,
    pub role: String,
    pub asked_at: UtcInstant,
    pub joined_at: Option<UtcInstant>,
}

impl MembershipRow {
    pub fn kind(&self) -> Result<MembershipKind> {
        known("membership kind", &self.kind, MembershipKind::from_code)
    }

    pub fn role(&self) -> Result<MembershipRole> {
        known("membership role", &self.role, MembershipRole::from_code)
    }
}

/// What a member is, as the policy asks.
pub fn standing(conn: &mut DbConnection, member: &MemberRow) -> Result<Standing> {
    Ok(standing_of(member, &of_member(conn, member.id)?))
}

/// [`standing`] with memberships that are known.
pub fn standing_of(member: &MemberRow, memberships: &[MembershipRow]) -> Standing {
    let places = |wanted: &dyn Fn(&str) -> bool| {
        memberships.iter().filter(|m| wanted(&m.role)).map(|m| m.place_id).collect()
    };
    Standing {
        member: member.id,
        active: member.state == MemberState::Active.code(),
        coordinates: member.coordinates,
        owes_second_factor: false,
        member_of: places(&|role| role != MembershipRole::Asked.code()),
        host_of: places(&|role| role == MembershipRole::Host.code()),
    }
}

/// All of a member, asked ones included, by place.
pub fn of_member(conn: &mut DbConnection, member: i64) -> Result<Vec<MembershipRow>> {
    Ok(memberships::table
        .filter(memberships::member_id.eq(member))
        .order(memberships::place_id)
        .select(MembershipRow::as_select())
        .load(conn)?)
}

/// One member at one place.
pub fn find(conn: &mut DbConnection, member: i64, place: i64) -> Result<Option<MembershipRow>> {
    let row = memberships::table.find((member, place)).select(MembershipRow::as_select());
    Ok(row.first(conn).optional()?)
}

/// Members who hold a place.
pub fn hosts_of(conn: &mut DbConnection, place: i64) -> Result<Vec<i64>> {
    Ok(memberships::table
        .filter(memberships::place_id.eq(place))
        .filter(memberships::role.eq(MembershipRole::Host.code()))
        .order(memberships::member_id)
        .select(memberships::member_id)
        .load(conn)?)
}

/// Writes what a member is at a place, over what was there.
pub fn save(
    conn: &mut DbConnection,
    member: i64,
    place: i64,
    kind: MembershipKind,
    role: MembershipRole,
    now: DateTime<Utc>,
) -> Result<()> {
    let before = find(conn, member, place)?;
    let joined_at = match (role, before.as_ref().and_then(|row| row.joined_at)) {
        (MembershipRole::Asked, _) => None,
        (_, Some(since)) => Some(since),
        (_, None) => Some(UtcInstant(now)),
    };
    let said = (
        memberships::kind.eq(kind.code()),
        memberships::role.eq(role.code()),
        memberships::joined_at.eq(joined_at),
    );
    match before {
        Some(_) => diesel::update(memberships::table.find((member, place))).set(said).execute(conn)?,
        None => diesel::insert_into(memberships::table)
            .values((
                memberships::member_id.eq(member),
                memberships::place_id.eq(place),
                memberships::asked_at.eq(UtcInstant(now)),
                said,
            ))
            .execute(conn)?,
    };
    Ok(())
}

/// Says anew how a member uses a place; `false` when they do not belong to it, nor asked to.
pub fn set_kind(conn: &mut DbConnection, member: i64, place: i64, kind: MembershipKind) -> Result<bool> {
    let one = diesel::update(memberships::table.find((member, place)));
    Ok(one.set(memberships::kind.eq(kind.code())).execute(conn)? == 1)
}

pub fn delete(conn: &mut DbConnection, member: i64, place: i64) -> Result<()> {
    diesel::delete(memberships::table.find((member, place))).execute(conn)?;
    Ok(())
}

/// Writes that a member enters a place or asks to, unless they belong to it already; `false` then.
pub fn enter(
    conn: &mut DbConnection,
    member: i64,
    place: i64,
    kind: MembershipKind,
    role: MembershipRole,
    now: DateTime<Utc>,
) -> Result<bool> {
    let joined_at = (role != MembershipRole::Asked).then_some(UtcInstant(now));
    let written = diesel::sql_query(
        "INSERT INTO memberships (member_id, place_id, kind, role, asked_at, joined_at) \
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (member_id, place_id) DO UPDATE SET \
         kind = excluded.kind, role = excluded.role, joined_at = excluded.joined_at \
         WHERE memberships.role = 'demandee'",
    )
    .bind::<BigInt, _>(member)
    .bind::<BigInt, _>(place)
    .bind::<Text, _>(kind.code())
    .bind::<Text, _>(role.code())
    .bind::<Instant, _>(UtcInstant(now))
    .bind::<Nullable<Instant>, _>(joined_at)
    .execute(conn)?;
    Ok(written == 1)
}

/// Makes a member of somebody who asked; `false` when they do not wait for an answer any more.
pub fn accept(conn: &mut DbConnection, member: i64, place: i64, now: DateTime<Utc>) -> Result<bool> {
    let said = (
        memberships::role.eq(MembershipRole::Member.code()),
        memberships::joined_at.eq(Some(UtcInstant(now))),
    );
    let asked =
        memberships::table.find((member, place)).filter(memberships::role.eq(MembershipRole::Asked.code()));
    Ok(diesel::update(asked).set(said).execute(conn)? == 1)
}

/// Takes a request away; `false` when they do not wait for an answer any more.
pub fn decline(conn: &mut DbConnection, member: i64, place: i64) -> Result<bool> {
    let asked =
        memberships::table.find((member, place)).filter(memberships::role.eq(MembershipRole::Asked.code()));
    Ok(diesel::delete(asked).execute(conn)? == 1)
}
