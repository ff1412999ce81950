//! `vigie serve`: the network online.

use super::{Outcome, ServeArgs, logs, say, service};
use crate::actions::{self, NewNetwork};
use crate::app::App;
use crate::clock::Clock;
use crate::config::{Config, Flags};
use crate::db::Db;
use crate::store::network;

pub fn run(args: &ServeArgs) -> Outcome {
    let config = Config::read(&Flags::from(args))?;
    logs::start(&config);
    let db = service::open(&config)?;
    let clock = Clock::System;
    found(&db, &config, &clock)?;
    let set_up = db.write_now(|tx| actions::issue_set_up_link(tx, clock.now()))?;
    service::run(App::new(config, db, clock)?, |origin| {
        if let Some(secret) = set_up {
            let link = format!("{origin}/demarrage/{}", secret.reveal());
            say::line(format_args!("This network has no account yet. Open this link to name it: {link}"));
        }
        say::line("Stop with Ctrl-C.");
    })
}

/// The first start gives the install its network.
fn found(db: &Db, config: &Config, clock: &Clock) -> anyhow::Result<()> {
    if db.read_now(network::find)?.is_some() {
        return Ok(());
    }
    let new = NewNetwork {
        name: &config.network_name,
        territory: config.network_territory,
        host: &config.host_name().map_or_else(invented_host, str::to_owned),
        demo: false,
    };
    match db.write_now(|tx| actions::found_network(tx, &new, clock.now())) {
        Ok(_) => Ok(()),
        // Another process founded it between our look and our write.
        Err(_) if db.read_now(network::find)?.is_some() => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// A name that no other install has, and that the DNS will never know (RFC 2606).
fn invented_host() -> String {
    let random = uuid::Uuid::new_v4().simple().to_string();
    format!("{}.vigie.invalid", random.get(..8).unwrap_or(&random))
}
