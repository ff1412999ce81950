//! What the web, the jobs and the command line share in a running process.

use std::sync::{Arc, PoisonError, RwLock};

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use crate::clock::Clock;
use crate::config::Config;
use crate::db::{self, Db, DbConnection};
use crate::domain::period::local_of;
use crate::mail::Signer;
use crate::store::network::{self, Network};

/// The running application. Cheap to clone.
#[derive(Clone)]
pub struct App {
    pub config: Arc<Config>,
    pub db: Arc<Db>,
    pub clock: Clock,
    /// What mails are signed with; `None`: they are not.
    pub signer: Option<Arc<Signer>>,
    network: Arc<RwLock<Remembered>>,
}

/// The network's row, read again only when something of everything changed.
struct Remembered {
    network: Arc<Network>,
    revision: i64,
}

impl App {
    /// # Errors
    /// The network's row cannot be read.
    pub fn new(config: Config, db: Arc<Db>, clock: Clock) -> db::Result<Self> {
        let revision = db.revisions().current();
        let stored = db.read_now(network::find)?;
        let network = Arc::new(stored.unwrap_or_else(|| unnamed(&config)));
        let network = Arc::new(RwLock::new(Remembered { network, revision }));
        Ok(Self { config: Arc::new(config), db, clock, signer: None, network })
    }

    /// The same, whose mails are signed.
    pub fn signing(self, signer: Option<Signer>) -> Self {
        Self { signer: signer.map(Arc::new), ..self }
    }

    /// The network as this process last knew it, without asking the database.
    pub fn known_network(&self) -> Arc<Network> {
        Arc::clone(&self.network.read().unwrap_or_else(PoisonError::into_inner).network)
    }

    /// The network as it is now.
    pub fn network(&self, conn: &mut DbConnection) -> db::Result<Arc<Network>> {
        let current = self.db.revisions().current();
        if let Ok(known) = self.network.read()
            && self.db.revisions().unchanged(&db::Scope::Everything, known.revision)
        {
            return Ok(Arc::clone(&known.network));
        }
        let network = Arc::new(network::find(conn)?.unwrap_or_else(|| unnamed(&self.config)));
        if let Ok(mut known) = self.network.write() {
            *known = Remembered { network: Arc::clone(&network), revision: current };
        }
        Ok(network)
    }
}

/// An install that was not given a network yet.
fn unnamed(config: &Config) -> Network {
    Network {
        host: "vigie.invalid".to_owned(),
        name: config.network_name.clone(),
        territory: String::new(),
        zone: chrono_tz::Europe::Paris,
        demo: false,
    }
}

/// The local day of `now` in `zone`.
pub fn day_of(now: DateTime<Utc>, zone: Tz) -> NaiveDate {
    local_of(now, zone).date()
}
