//! What a place decided for itself about those who come: how one joins, and what they are told.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::known;
use crate::db::schema::place_rules;
use crate::db::{DbConnection, Instant, Result, UtcInstant};
use crate::domain::joining::{JoiningRule, WelcomeNote};

/// The rules of a place; by default those of the program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceRules {
    pub joining: JoiningRule,
    /// Plain text, sent to whoever joins. May be empty.
    pub welcome: String,
}

pub fn of(conn: &mut DbConnection, place: i64) -> Result<PlaceRules> {
    let row: Option<(String, String)> = place_rules::table
        .find(place)
        .select((place_rules::joining, place_rules::welcome))
        .first(conn)
        .optional()?;
    let Some((joining, welcome)) = row else { return Ok(PlaceRules::default()) };
    Ok(PlaceRules { joining: known("joining rule", &joining, JoiningRule::from_code)?, welcome })
}

/// Writes the rules of a place, over those there were.
pub fn save(
    conn: &mut DbConnection,
    place: i64,
    joining: JoiningRule,
    welcome: &WelcomeNote,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::sql_query(
        "INSERT INTO place_rules (place_id, joining, welcome, changed_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (place_id) DO UPDATE SET joining = excluded.joining, welcome = excluded.welcome, \
         changed_at = excluded.changed_at",
    )
    .bind::<BigInt, _>(place)
    .bind::<Text, _>(joining.code())
    .bind::<Text, _>(welcome.as_str())
    .bind::<Instant, _>(UtcInstant(now))
    .execute(conn)?;
    Ok(())
}
