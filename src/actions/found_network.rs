//! An install is given its network, once: its name, its territory and what follows from it.

use chrono::{DateTime, Utc};

use super::error::Result;
use crate::db::{Scope, Transaction};
use crate::domain::commune;
use crate::domain::territory::Territory;
use crate::store::communes;
use crate::store::network::{self, Network};

pub struct NewNetwork<'a> {
    pub name: &'a str,
    /// None: the whole country.
    pub territory: Option<&'static Territory>,
    /// Right side of every UID, for ever.
    pub host: &'a str,
    /// Invented people and events.
    pub demo: bool,
}

/// Founds the network, unless there is one already; gives the one that there is.
pub fn found_network(tx: &mut Transaction<'_>, new: &NewNetwork<'_>, now: DateTime<Utc>) -> Result<Network> {
    if let Some(network) = network::find(tx)? {
        return Ok(network);
    }
    let network = Network {
        name: new.name.to_owned(),
        territory: new.territory.map(|t| t.code.clone()).unwrap_or_default(),
        zone: new.territory.map_or(chrono_tz::Europe::Paris, |t| t.zone),
        host: new.host.to_owned(),
        demo: new.demo,
    };
    network::save(tx, &network, now)?;
    if network.territory == commune::DROME && communes::count(tx)? == 0 {
        communes::save(tx, commune::drome())?;
    }
    tx.raise(Scope::Everything);
    Ok(network)
}
