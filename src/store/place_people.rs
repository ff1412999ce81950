//! The people of places with their names, as hosts and the coordination see them. Who may see
//! them is decided elsewhere.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::accounts;
use super::members::MemberRow;
use super::memberships::MembershipRow;
use crate::db::schema::{members, memberships, places};
use crate::db::{DbConnection, Result, UtcInstant};
use crate::domain::member::{MemberState, MembershipRole};
use crate::domain::text::fold;

/// A member and what they are at the place that was asked about.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
pub struct PlacePerson {
    #[diesel(embed)]
    pub member: MemberRow,
    #[diesel(embed)]
    pub membership: MembershipRow,
}

/// Most requests, newcomers or hosts that one page shows.
const AT_MOST: i64 = 200;

/// People of a place who are not put aside, in one role or several.
macro_rules! people {
    ($place:expr, $roles:expr) => {
        memberships::table
            .inner_join(members::table)
            .filter(memberships::place_id.eq($place))
            .filter(memberships::role.eq_any($roles))
            .filter(members::state.ne(MemberState::Suspended.code()))
    };
}

const BELONGING: [&str; 2] = [MembershipRole::Member.code(), MembershipRole::Host.code()];

/// Those who wait for an answer, the longest first.
pub fn asking(conn: &mut DbConnection, place: i64) -> Result<Vec<PlacePerson>> {
    Ok(people!(place, [MembershipRole::Asked.code()])
        .order((memberships::asked_at, members::id))
        .limit(AT_MOST)
        .select(PlacePerson::as_select())
        .load(conn)?)
}

pub fn count_asking(conn: &mut DbConnection, place: i64) -> Result<i64> {
    Ok(people!(place, [MembershipRole::Asked.code()]).count().get_result(conn)?)
}

/// Members and hosts by name, of whom the name holds `text`; some of them, counted from the first.
pub fn belonging(
    conn: &mut DbConnection,
    place: i64,
    text: &str,
    (offset, limit): (i64, i64),
) -> Result<Vec<PlacePerson>> {
    Ok(people!(place, BELONGING)
        .filter(members::sort_key.like(holding(text)))
        .order((members::sort_key, members::id))
        .offset(offset)
        .limit(limit)
        .select(PlacePerson::as_select())
        .load(conn)?)
}

pub fn count_belonging(conn: &mut DbConnection, place: i64, text: &str) -> Result<i64> {
    let found = people!(place, BELONGING).filter(members::sort_key.like(holding(text)));
    Ok(found.count().get_result(conn)?)
}

/// Folded words hold no sign that means something to LIKE.
fn holding(text: &str) -> String {
    format!("%{}%", fold(text))
}

/// Who joined since an instant and is no host, the newest first.
pub fn newcomers(conn: &mut DbConnection, place: i64, since: DateTime<Utc>) -> Result<Vec<PlacePerson>> {
    Ok(people!(place, [MembershipRole::Member.code()])
        .filter(memberships::joined_at.ge(UtcInstant(since)))
        .order((memberships::joined_at.desc(), members::id))
        .limit(AT_MOST)
        .select(PlacePerson::as_select())
        .load(conn)?)
}

/// Who holds a place, by name.
pub fn hosts(conn: &mut DbConnection, place: i64) -> Result<Vec<MemberRow>> {
    Ok(people!(place, [MembershipRole::Host.code()])
        .order((members::sort_key, members::id))
        .limit(AT_MOST)
        .select(MemberRow::as_select())
        .load(conn)?)
}

/// Who holds which of these places: the place's id and the member, by name.
pub fn hosts_of_each(conn: &mut DbConnection, places: &[i64]) -> Result<Vec<(i64, MemberRow)>> {
    Ok(memberships::table
        .inner_join(members::table)
        .filter(memberships::place_id.eq_any(places))
        .filter(memberships::role.eq(MembershipRole::Host.code()))
        .filter(members::state.ne(MemberState::Suspended.code()))
        .order((memberships::place_id, members::sort_key, members::id))
        .select((memberships::place_id, MemberRow::as_select()))
        .load(conn)?)
}

/// Who answers for a place: its hosts; without any, the coordination of the network.
pub fn answering(conn: &mut DbConnection, place: i64) -> Result<Vec<MemberRow>> {
    let hosts = hosts(conn, place)?;
    if hosts.is_empty() { accounts::coordinators(conn) } else { Ok(hosts) }
}

/// Names by uid, of those whose account still stands.
pub fn names(conn: &mut DbConnection, uids: &[&str]) -> Result<HashMap<String, String>> {
    let known = members::table.filter(members::uid.eq_any(uids));
    let pairs: Vec<(String, String)> = known.select((members::uid, members::name)).load(conn)?;
    Ok(pairs.into_iter().collect())
}

/// A place of a member, and what they are there.
#[derive(Clone, Debug, Queryable, Selectable)]
pub struct OwnPlace {
    #[diesel(select_expression = places::slug)]
    pub slug: String,
    #[diesel(select_expression = places::name)]
    pub name: String,
    #[diesel(select_expression = places::commune)]
    pub commune: String,
    #[diesel(embed)]
    pub membership: MembershipRow,
}

/// The places of a member by name, asked ones included.
pub fn places_of(conn: &mut DbConnection, member: i64) -> Result<Vec<OwnPlace>> {
    Ok(memberships::table
        .inner_join(places::table)
        .filter(memberships::member_id.eq(member))
        .order((places::sort_key, places::id))
        .select(OwnPlace::as_select())
        .load(conn)?)
}

/// Lets one transaction at a time change who holds a place: the others wait here until it ends.
pub fn one_at_a_time(conn: &mut DbConnection, place: i64) -> Result<()> {
    diesel::update(places::table.find(place)).set(places::slug.eq(places::slug)).execute(conn)?;
    Ok(())
}
