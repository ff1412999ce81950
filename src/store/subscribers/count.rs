//! How many people are told by mail, without saying who.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use crate::db::{DbConnection, Result};
use crate::domain::member::MembershipRole;

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

/// Those who chose a place, and its members who are told of their own places.
pub fn followers(conn: &mut DbConnection, place: i64, slug: &str) -> Result<i64> {
    let count: Count = diesel::sql_query(
        "SELECT COUNT(*) AS n FROM ( \
         SELECT s.id FROM subscriber_topics t JOIN subscribers s ON s.id = t.subscriber_id \
         WHERE t.topic = 'lieu' AND t.key = $1 AND s.state = 'actif' \
         UNION SELECT s.id FROM memberships m JOIN subscribers s ON s.member_id = m.member_id \
         WHERE m.place_id = $2 AND m.role <> $3 AND s.own_places AND s.state = 'actif') AS followers",
    )
    .bind::<Text, _>(slug)
    .bind::<BigInt, _>(place)
    .bind::<Text, _>(MembershipRole::Asked.code())
    .get_result(conn)?;
    Ok(count.n)
}
