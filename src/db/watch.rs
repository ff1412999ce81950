//! How a process learns of the writes of other processes on the same database, so that no page
//! is stale after a write was acknowledged.
//!
//! - **SQLite**: a watcher looks at `PRAGMA data_version` every [`SQLITE_LOOK`]; a command that
//!   writes beside a running server waits two looks before it says "done".
//! - **PostgreSQL**: a *grouped check*. One SELECT is in flight at a time, and a request uses only
//!   a SELECT that started after the request arrived.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use diesel::prelude::*;
use diesel::sql_types::Integer;
use tokio::sync::oneshot;

use super::backend::{Backend, DatabaseUrl, DbConnection};
use super::error::{Error, Result};
use super::revisions::Revisions;

/// How often SQLite is looked at for the commits of other processes.
pub const SQLITE_LOOK: Duration = Duration::from_millis(100);

/// How long a request waits for PostgreSQL's word before it counts as away.
const SETTLE_WAIT: Duration = Duration::from_secs(5);

/// A running watcher. Dropping it ends its thread.
pub struct Watch {
    backend: Backend,
    asks: Mutex<Sender<oneshot::Sender<bool>>>,
}

impl Watch {
    pub fn start(url: &DatabaseUrl, revisions: Arc<Revisions>) -> Result<Self> {
        let (asks, asked) = channel();
        let conn = url.connect()?;
        let url = url.clone();
        let backend = url.backend;
        let run = move || match backend {
            Backend::Sqlite => watch_sqlite(conn, &revisions, &asked),
            Backend::Postgres => check_in_groups(conn, &url, &revisions, &asked),
        };
        std::thread::Builder::new()
            .name("revisions".to_owned())
            .spawn(run)
            .map_err(|e| Error::Unreachable { address: "thread".to_owned(), cause: e.to_string() })?;
        Ok(Self { backend, asks: Mutex::new(asks) })
    }

    /// Whether counters in memory are known to be right without asking.
    pub fn is_immediate(&self) -> bool {
        self.backend == Backend::Sqlite
    }

    /// Waits until the counters include every write acknowledged before this call. `false` when
    /// the database cannot be asked.
    pub async fn settle(&self) -> bool {
        if self.is_immediate() {
            return true;
        }
        let (answer, answered) = oneshot::channel();
        let sent = self.asks.lock().is_ok_and(|asks| asks.send(answer).is_ok());
        sent && matches!(tokio::time::timeout(SETTLE_WAIT, answered).await, Ok(Ok(true)))
    }
}

fn watch_sqlite(mut conn: DbConnection, revisions: &Revisions, stop: &Receiver<oneshot::Sender<bool>>) {
    let mut seen = None;
    while let Err(RecvTimeoutError::Timeout) = stop.recv_timeout(SQLITE_LOOK) {
        let version = data_version(&mut conn).ok();
        if version != seen && revisions.refresh(&mut conn).is_ok() {
            seen = version;
        }
    }
}

fn data_version(conn: &mut DbConnection) -> QueryResult<i32> {
    #[derive(QueryableByName)]
    struct Version {
        #[diesel(sql_type = Integer)]
        data_version: i32,
    }
    diesel::sql_query("PRAGMA data_version").get_result::<Version>(conn).map(|v| v.data_version)
}

fn check_in_groups(
    conn: DbConnection,
    url: &DatabaseUrl,
    revisions: &Revisions,
    asked: &Receiver<oneshot::Sender<bool>>,
) {
    let mut conn = Some(conn);
    while let Ok(first) = asked.recv() {
        // All who asked before this SELECT starts share it; who asks during it waits for the next.
        let mut waiting = vec![first];
        waiting.extend(asked.try_iter());
        if conn.is_none() {
            conn = url.connect().ok();
        }
        let done = conn.as_mut().is_some_and(|conn| revisions.refresh(conn).is_ok());
        if !done {
            conn = None;
        }
        for answer in waiting {
            let _ = answer.send(done);
        }
    }
}
