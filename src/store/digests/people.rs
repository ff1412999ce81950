//! Who has joined the places of readers, and who does not want to meet whom.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::db::schema::{blocks, members, memberships, profiles};
use crate::db::{DbConnection, Result, UtcInstant};
use crate::domain::member::{MemberState, MembershipRole};

/// Somebody who has become a member of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrival {
    pub member: i64,
    pub place: i64,
    pub at: DateTime<Utc>,
}

/// Who has joined one of these places in `(after, until]`, and is listed somewhere; the last first, at
/// most so many.
pub fn arrivals(
    conn: &mut DbConnection,
    places: &BTreeSet<i64>,
    (after, until): (DateTime<Utc>, DateTime<Utc>),
    most: i64,
) -> Result<Vec<Arrival>> {
    let mut all = Vec::new();
    let places: Vec<i64> = places.iter().copied().collect();
    for some in places.chunks(2_000) {
        let rows: Vec<(i64, i64, Option<UtcInstant>)> = memberships::table
            .inner_join(members::table.inner_join(profiles::table))
            .filter(memberships::place_id.eq_any(some))
            .filter(memberships::joined_at.gt(UtcInstant(after)))
            .filter(memberships::joined_at.le(UtcInstant(until)))
            .filter(memberships::role.ne(MembershipRole::Asked.code()))
            .filter(members::state.eq(MemberState::Active.code()))
            .filter(profiles::listed_places)
            .order((memberships::joined_at.desc(), memberships::member_id))
            .limit(most)
            .select((memberships::member_id, memberships::place_id, memberships::joined_at))
            .load(conn)?;
        let read =
            |(member, place, at): (i64, i64, Option<UtcInstant>)| Some(Arrival { member, place, at: at?.0 });
        all.extend(rows.into_iter().filter_map(read));
    }
    Ok(all)
}

/// Pairs of members of whom the first has blocked the second, both among these.
pub fn blocked_pairs(conn: &mut DbConnection, some: &[i64], others: &[i64]) -> Result<BTreeSet<(i64, i64)>> {
    let columns = (blocks::member_id, blocks::blocked_id);
    let mut pairs: Vec<(i64, i64)> = blocks::table
        .filter(blocks::member_id.eq_any(some))
        .filter(blocks::blocked_id.eq_any(others))
        .select(columns)
        .load(conn)?;
    pairs.extend::<Vec<(i64, i64)>>(
        blocks::table
            .filter(blocks::member_id.eq_any(others))
            .filter(blocks::blocked_id.eq_any(some))
            .select(columns)
            .load(conn)?,
    );
    Ok(pairs.into_iter().collect())
}
