//! Settings: from environment variables and an optional `vigie.toml`. The only reader of the
//! environment. (Parsing is in the making: see `Config::for_data`.)

use std::net::SocketAddr;
use std::path::PathBuf;

use crate::db::DatabaseUrl;

/// Everything that can be set.
#[derive(Clone, Debug)]
pub struct Config {
    pub database: DatabaseUrl,
    pub listen: SocketAddr,
    /// Folder of the SQLite file.
    pub data: PathBuf,
    /// Scheme and host under which the world reaches this service, without a final slash. `None`:
    /// the address that it listens on.
    pub base_url: Option<String>,
    /// Threads that answer requests.
    pub workers: usize,
    /// Connections of the pool.
    pub connections: u32,
    /// Bytes of answers kept in memory; 0 keeps none.
    pub cache_bytes: u64,
    /// Name of the network before one is stored.
    pub network_name: String,
    /// For the legal pages. May be empty.
    pub publisher: String,
    pub director: String,
    /// E-mail address or web address of the publisher. May be empty.
    pub contact: String,
    /// Who hosts the machine. May be empty.
    pub host: String,
    /// Where the source code of this very version is offered (AGPL section 13).
    pub code_url: String,
}

impl Config {
    /// The defaults around a database.
    pub fn for_database(database: DatabaseUrl) -> Self {
        Self {
            database,
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            data: PathBuf::from("data"),
            base_url: None,
            workers: 2,
            connections: 8,
            cache_bytes: 32 << 20,
            network_name: "Vigie".to_owned(),
            publisher: String::new(),
            director: String::new(),
            contact: String::new(),
            host: String::new(),
            code_url: String::new(),
        }
    }

    /// Scheme and host for absolute addresses, once the port is known.
    pub fn origin(&self, bound: SocketAddr) -> String {
        self.base_url.clone().unwrap_or_else(|| format!("http://{bound}"))
    }
}
