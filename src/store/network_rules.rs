//! What the network decided for itself: one row, or the defaults of the program.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::known;
use crate::db::schema::network_rules;
use crate::db::{DbConnection, Result, UtcInstant};
use crate::domain::member::SignupRule;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NetworkRules {
    pub signup: SignupRule,
    /// Coordinators must have a second factor.
    pub second_factor_for_coordinators: bool,
}

pub fn find(conn: &mut DbConnection) -> Result<NetworkRules> {
    let row: Option<(String, bool)> = network_rules::table
        .select((network_rules::signup, network_rules::second_factor_for_coordinators))
        .first(conn)
        .optional()?;
    let Some((signup, second_factor_for_coordinators)) = row else { return Ok(NetworkRules::default()) };
    let signup = known("sign-up rule", &signup, SignupRule::from_code)?;
    Ok(NetworkRules { signup, second_factor_for_coordinators })
}

pub fn save(conn: &mut DbConnection, rules: &NetworkRules, now: DateTime<Utc>) -> Result<()> {
    diesel::delete(network_rules::table).execute(conn)?;
    diesel::insert_into(network_rules::table)
        .values((
            network_rules::id.eq(1_i64),
            network_rules::signup.eq(rules.signup.code()),
            network_rules::second_factor_for_coordinators.eq(rules.second_factor_for_coordinators),
            network_rules::changed_at.eq(UtcInstant(now)),
        ))
        .execute(conn)?;
    Ok(())
}
