//! Where connections come from: a pool of readers, and one door for writes.

use std::collections::BTreeSet;
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use diesel::RunQueryDsl;
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::r2d2::{self, ManageConnection};
use diesel::result::Error as DieselError;

use super::backend::{Backend, DatabaseUrl, DbConnection, on_each_backend};
use super::error::{Error, Result};
use super::migrations::is_read_only;
use super::revisions::{self, Revisions, Scope};
use super::watch::{SQLITE_LOOK, Watch};

/// How long a request waits for a free connection before it is told to come back.
const POOL_WAIT: Duration = Duration::from_secs(5);

/// The database as the rest of the program uses it.
pub struct Db {
    url: DatabaseUrl,
    readers: r2d2::Pool<Connector>,
    /// SQLite has one writer; its turn is taken here rather than by failing on the file's lock.
    sqlite_writer: Option<Mutex<DbConnection>>,
    revisions: Arc<Revisions>,
    watch: Watch,
}

impl Db {
    pub(super) fn open(url: &DatabaseUrl, readers: u32) -> Result<Self> {
        let connector = Connector { url: url.clone() };
        let pool = r2d2::Pool::builder()
            .max_size(readers)
            .min_idle(Some(1))
            .test_on_check_out(false)
            .connection_timeout(POOL_WAIT)
            .build(connector)
            .map_err(|e| Error::Unreachable { address: url.to_string(), cause: e.to_string() })?;
        let mut first = url.connect()?;
        let revisions = Arc::new(Revisions::default());
        revisions.refresh(&mut first)?;
        let watch = Watch::start(url, Arc::clone(&revisions))?;
        let sqlite_writer = (url.backend == Backend::Sqlite).then(|| Mutex::new(first));
        Ok(Self { url: url.clone(), readers: pool, sqlite_writer, revisions, watch })
    }

    pub fn backend(&self) -> Backend {
        self.url.backend
    }

    pub fn url(&self) -> &DatabaseUrl {
        &self.url
    }

    pub fn revisions(&self) -> &Revisions {
        &self.revisions
    }

    /// Whether the counters in memory are right without asking the database.
    pub fn revisions_are_immediate(&self) -> bool {
        self.watch.is_immediate()
    }

    /// Waits until the counters include every write acknowledged before this call; `false` when the
    /// database cannot be asked.
    pub async fn settle_revisions(&self) -> bool {
        self.watch.settle().await
    }

    /// Reads on the pool of blocking threads, all queries of the closure seeing one snapshot.
    pub async fn read<T, E, F>(self: &Arc<Self>, ask: F) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: FnOnce(&mut DbConnection) -> std::result::Result<T, E> + Send + 'static,
    {
        let db = Arc::clone(self);
        in_background(move || db.read_now(ask)).await
    }

    /// Writes on the pool of blocking threads; see [`Self::write_now`].
    pub async fn write<T, E, F>(self: &Arc<Self>, act: F) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: FnOnce(&mut Transaction<'_>) -> std::result::Result<T, E> + Send + 'static,
    {
        let db = Arc::clone(self);
        in_background(move || db.write_now(act)).await
    }

    /// Reads on this thread.
    pub fn read_now<T, E: From<Error>>(
        &self,
        ask: impl FnOnce(&mut DbConnection) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let mut conn = self.begun(Purpose::Read)?;
        let mut guard = Open::of(&mut conn);
        let answer = ask(guard.conn());
        guard.finish(answer.is_ok())?;
        answer
    }

    /// Writes on this thread, in one transaction that is committed when the closure succeeds. What
    /// the closure raised counts as changed from the moment this returns, in every process.
    pub fn write_now<T, E: From<Error>>(
        &self,
        act: impl FnOnce(&mut Transaction<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        match &self.sqlite_writer {
            Some(writer) => {
                let mut conn = writer.lock().unwrap_or_else(PoisonError::into_inner);
                begin(&mut conn, Purpose::Write)?;
                self.write_on(Open::of(&mut conn), act)
            }
            None => {
                let mut conn = self.begun(Purpose::Write)?;
                self.write_on(Open::of(&mut conn), act)
            }
        }
    }

    /// A pooled connection with a transaction begun. After a restart of the server every pooled
    /// connection is dead, which only using it tells: nothing was asked yet, so another is tried.
    fn begun(&self, purpose: Purpose) -> Result<r2d2::PooledConnection<Connector>> {
        for _ in 0..=self.readers.max_size() {
            let mut conn = self.readers.get().map_err(|_| Error::Busy)?;
            match begin(&mut conn, purpose) {
                Err(Error::Lost) => {}
                outcome => return outcome.map(|()| conn),
            }
        }
        Err(Error::Lost)
    }

    fn write_on<T, E: From<Error>>(
        &self,
        mut guard: Open<'_>,
        act: impl FnOnce(&mut Transaction<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let mut transaction = Transaction { conn: guard.conn(), raised: BTreeSet::new() };
        let value = act(&mut transaction)?;
        let raised = transaction.raised;
        let counts = match raised.is_empty() {
            true => Vec::new(),
            false => revisions::raise(guard.conn(), raised.iter())?,
        };
        guard.finish(true)?;
        self.revisions.learn(&counts);
        Ok(value)
    }

    /// Whether this process may write, found out by writing nothing new.
    pub fn check_writable(&self) -> Result<()> {
        let probe = |tx: &mut Transaction<'_>| {
            diesel::sql_query("UPDATE changes SET n = n WHERE scope = 'network'").execute(&mut **tx)
        };
        match self.write_now(|tx| probe(tx).map_err(Error::from)) {
            Err(Error::Query(DieselError::DatabaseError(_, info))) if is_read_only(info.message()) => {
                Err(Error::ReadOnly { address: self.url.to_string() })
            }
            outcome => outcome.map(|_| ()),
        }
    }

    /// For a command that wrote beside a running server: returns when every server process has
    /// seen the write (SQLite; PostgreSQL's servers ask for themselves).
    pub fn wait_until_seen(&self) {
        if self.watch.is_immediate() {
            std::thread::park_timeout(2 * SQLITE_LOOK);
        }
    }
}

/// An open write transaction: a connection, and what it will raise.
pub struct Transaction<'a> {
    conn: &'a mut DbConnection,
    raised: BTreeSet<Scope>,
}

impl Transaction<'_> {
    /// Says that answers showing `scope` are no longer true.
    pub fn raise(&mut self, scope: Scope) {
        self.raised.insert(scope);
    }
}

impl Deref for Transaction<'_> {
    type Target = DbConnection;
    fn deref(&self) -> &DbConnection {
        self.conn
    }
}

impl DerefMut for Transaction<'_> {
    fn deref_mut(&mut self) -> &mut DbConnection {
        self.conn
    }
}

async fn in_background<T, E, F>(work: F) -> std::result::Result<T, E>
where
    T: Send + 'static,
    E: From<Error> + Send + 'static,
    F: FnOnce() -> std::result::Result<T, E> + Send + 'static,
{
    // A join error is a panic in the closure, or a runtime that is going down.
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|_| Err(Error::Query(DieselError::RollbackTransaction).into()))
}

#[derive(Clone, Copy)]
enum Purpose {
    Read,
    Write,
}

fn begin(conn: &mut DbConnection, purpose: Purpose) -> Result<()> {
    match (conn, purpose) {
        (DbConnection::Sqlite(c), Purpose::Read) => {
            AnsiTransactionManager::begin_transaction_sql(c, "BEGIN")?
        }
        // A deferred transaction that reads and then writes fails at once under contention.
        (DbConnection::Sqlite(c), Purpose::Write) => {
            AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE")?;
        }
        (DbConnection::Postgresql(c), Purpose::Read) => AnsiTransactionManager::begin_transaction_sql(
            c,
            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        )?,
        (DbConnection::Postgresql(c), Purpose::Write) => {
            AnsiTransactionManager::begin_transaction_sql(c, "BEGIN")?;
        }
    }
    Ok(())
}

/// A transaction that is rolled back unless it was finished, also when a panic unwinds.
struct Open<'a> {
    conn: &'a mut DbConnection,
    open: bool,
}

impl<'a> Open<'a> {
    /// A connection on which [`begin`] went well.
    fn of(conn: &'a mut DbConnection) -> Self {
        Self { conn, open: true }
    }

    fn conn(&mut self) -> &mut DbConnection {
        self.conn
    }

    fn finish(mut self, commit: bool) -> Result<()> {
        self.open = false;
        on_each_backend!(&mut *self.conn, |c| match commit {
            true => AnsiTransactionManager::commit_transaction(c)?,
            false => AnsiTransactionManager::rollback_transaction(c)?,
        });
        Ok(())
    }
}

impl Drop for Open<'_> {
    fn drop(&mut self) {
        if self.open {
            // The connection may be the cause of the failure: then the pool replaces it.
            let _ = on_each_backend!(&mut *self.conn, |c| AnsiTransactionManager::rollback_transaction(c));
        }
    }
}

/// Makes pooled connections by the address's scheme.
struct Connector {
    url: DatabaseUrl,
}

impl ManageConnection for Connector {
    type Connection = DbConnection;
    type Error = r2d2::Error;

    fn connect(&self) -> std::result::Result<DbConnection, r2d2::Error> {
        let refused =
            |e: Error| r2d2::Error::ConnectionError(diesel::ConnectionError::BadConnection(e.to_string()));
        let mut conn = self.url.connect().map_err(refused)?;
        if let DbConnection::Sqlite(c) = &mut conn {
            c.batch_execute("PRAGMA query_only = ON").map_err(r2d2::Error::QueryError)?;
        }
        Ok(conn)
    }

    fn is_valid(&self, conn: &mut DbConnection) -> std::result::Result<(), r2d2::Error> {
        conn.batch_execute("SELECT 1").map_err(r2d2::Error::QueryError)
    }

    /// A connection stuck in a transaction has lost its way.
    fn has_broken(&self, conn: &mut DbConnection) -> bool {
        on_each_backend!(conn, |c| AnsiTransactionManager::is_broken_transaction_manager(c))
    }
}
