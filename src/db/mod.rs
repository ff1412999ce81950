//! The database: one connection type over SQLite and PostgreSQL, one place to read and one to
//! write. Knows tables and transactions, not what is in them: questions are asked in `store`.

mod backend;
mod error;
mod instant;
mod migrations;
mod pool;
mod reset;
mod revisions;
#[rustfmt::skip]
pub mod schema;
mod sqlite;
mod watch;

use std::sync::Arc;

pub(crate) use backend::on_each_backend;
pub use backend::{Backend, DatabaseUrl, DbConnection, MultiBackend};
pub use error::{Error, Result};
pub use instant::{Instant, UtcInstant};
pub use pool::{Db, Transaction};
pub use reset::reset;
pub use revisions::{Revisions, Scope};
pub use sqlite::journal_mode;

/// Opens the database at `url`, brings its schema up to date and starts watching it for the
/// writes of other processes.
pub fn open(url: &DatabaseUrl, readers: u32) -> Result<Arc<Db>> {
    migrations::run(url)?;
    Db::open(url, readers).map(Arc::new)
}

/// Brings the schema up to date; gives the names of the migrations that were run.
pub fn migrate(url: &DatabaseUrl) -> Result<Vec<String>> {
    migrations::run(url)
}

/// Whether the database can be reached and its schema is the one that this program knows.
pub fn check(url: &DatabaseUrl) -> Result<()> {
    migrations::check(url)
}
