//! Empties a database, schema and all: for demos, which are made anew each time.

use std::path::Path;

use diesel::connection::SimpleConnection;

use super::backend::{Backend, DatabaseUrl};
use super::error::{Error, Result};
use super::{migrations, sqlite};

/// Takes everything out of the database at `url`. What is in it was looked at before.
///
/// # Errors
/// On SQLite, another process has the file open: it would go on with a file that is no longer there.
pub fn reset(url: &DatabaseUrl) -> Result<()> {
    match url.backend {
        Backend::Postgres => migrations::revert(url),
        Backend::Sqlite => url.file().filter(|file| file.exists()).map_or(Ok(()), |file| remove(url, file)),
    }
}

fn remove(url: &DatabaseUrl, file: &Path) -> Result<()> {
    let mut conn = url.connect()?;
    conn.batch_execute("PRAGMA busy_timeout = 200")?;
    if !sqlite::leave_wal(&mut conn) {
        return Err(Error::InUse { address: url.to_string() });
    }
    drop(conn);
    std::fs::remove_file(file)
        .map_err(|cause| Error::Unreachable { address: url.to_string(), cause: cause.to_string() })
}
