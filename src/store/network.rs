//! The network that this install serves: one row.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;

use crate::db::schema::network;
use crate::db::{DbConnection, Error, Result, UtcInstant};

/// What pages say of the network as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network {
    pub name: String,
    /// Code of its département; empty for the whole country.
    pub territory: String,
    /// Zone of its days: when "today" begins.
    pub zone: Tz,
    /// Right side of every UID (`uuid@host`): chosen once, whatever becomes of the address.
    pub host: String,
    /// Invented people and events, which every page says.
    pub demo: bool,
}

/// The network; `None` before the install was given one.
pub fn find(conn: &mut DbConnection) -> Result<Option<Network>> {
    let row: Option<(String, String, String, String, bool)> = network::table
        .select((network::name, network::territory, network::zone, network::host, network::demo))
        .first(conn)
        .optional()?;
    row.map(|(name, territory, zone, host, demo)| {
        let zone = zone.parse().map_err(|_| Error::corrupt("zone", zone))?;
        Ok(Network { name, territory, zone, host, demo })
    })
    .transpose()
}

/// Replaces the network's row.
pub fn save(conn: &mut DbConnection, net: &Network, now: DateTime<Utc>) -> Result<()> {
    diesel::delete(network::table).execute(conn)?;
    diesel::insert_into(network::table)
        .values((
            network::id.eq(1_i64),
            network::name.eq(&net.name),
            network::territory.eq(&net.territory),
            network::zone.eq(net.zone.name()),
            network::host.eq(&net.host),
            network::demo.eq(net.demo),
            network::created_at.eq(UtcInstant(now)),
        ))
        .execute(conn)?;
    Ok(())
}
