//! What the network decided for itself: one row, or the defaults of the program.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::known;
use crate::db::schema::network_rules;
use crate::db::{DbConnection, Result, UtcInstant};
use crate::domain::confirmation::USUAL_WEEKS;
use crate::domain::member::SignupRule;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NetworkRules {
    pub signup: SignupRule,
    /// Coordinators must have a second factor.
    pub second_factor_for_coordinators: bool,
    /// Weeks without a host after which the coming dates of a series are to be confirmed; 0: never.
    pub fade_after_weeks: i32,
}

impl Default for NetworkRules {
    fn default() -> Self {
        Self {
            signup: SignupRule::default(),
            second_factor_for_coordinators: false,
            fade_after_weeks: USUAL_WEEKS,
        }
    }
}

pub fn find(conn: &mut DbConnection) -> Result<NetworkRules> {
    let row: Option<(String, bool, i32)> = network_rules::table
        .select((
            network_rules::signup,
            network_rules::second_factor_for_coordinators,
            network_rules::fade_after_weeks,
        ))
        .first(conn)
        .optional()?;
    let Some((signup, second_factor_for_coordinators, fade_after_weeks)) = row else {
        return Ok(NetworkRules::default());
    };
    let signup = known("sign-up rule", &signup, SignupRule::from_code)?;
    Ok(NetworkRules { signup, second_factor_for_coordinators, fade_after_weeks })
}

pub fn save(conn: &mut DbConnection, rules: &NetworkRules, now: DateTime<Utc>) -> Result<()> {
    diesel::delete(network_rules::table).execute(conn)?;
    diesel::insert_into(network_rules::table)
        .values((
            network_rules::id.eq(1_i64),
            network_rules::signup.eq(rules.signup.code()),
            network_rules::second_factor_for_coordinators.eq(rules.second_factor_for_coordinators),
            network_rules::fade_after_weeks.eq(rules.fade_after_weeks),
            network_rules::changed_at.eq(UtcInstant(now)),
        ))
        .execute(conn)?;
    Ok(())
}
