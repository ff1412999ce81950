//! The coordination decides how the network is called and who may come in.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use crate::db::{Scope, Transaction};
use crate::domain::policy::{Action, Actor};
use crate::store::network::{self, Network};
use crate::store::network_rules::{self, NetworkRules};

pub fn set_network_rules(
    tx: &mut Transaction<'_>,
    by: &Actor,
    name: &str,
    rules: &NetworkRules,
    now: DateTime<Utc>,
) -> Result<()> {
    if !by.may(Action::RunNetwork) {
        return Err(Error::Forbidden);
    }
    network_rules::save(tx, rules, now)?;
    if let Some(known) = network::find(tx)? {
        network::save(tx, &Network { name: name.to_owned(), ..known }, now)?;
    }
    tx.raise(Scope::Everything);
    Ok(())
}
