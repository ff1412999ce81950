//! The schema's migrations, embedded in the binary: the same names for both databases.

use diesel::backend::Backend as DieselBackend;
use diesel::connection::SimpleConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::backend::{DatabaseUrl, on_each_backend};
use super::error::{Error, Result};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Runs what is pending; gives the names of what was run. Refuses a newer schema.
pub fn run(url: &DatabaseUrl) -> Result<Vec<String>> {
    let mut conn = url.connect()?;
    if let super::DbConnection::Sqlite(conn) = &mut conn {
        conn.batch_execute("PRAGMA journal_mode = WAL")
            .map_err(|_| Error::ReadOnly { address: url.to_string() })?;
    }
    on_each_backend!(&mut conn, |c| pending(c, url).and_then(|todo| match todo.is_empty() {
        true => Ok(Vec::new()),
        false => migrate(c, url),
    }))
}

/// Refuses a schema that is older or newer than this program's.
pub fn check(url: &DatabaseUrl) -> Result<()> {
    let mut conn = url.connect()?;
    let todo = on_each_backend!(&mut conn, |c| pending(c, url))?;
    todo.into_iter().next().map_or(Ok(()), |version| Err(Error::OlderSchema { version }))
}

/// Undoes every migration.
pub(super) fn revert(url: &DatabaseUrl) -> Result<()> {
    let mut conn = url.connect()?;
    on_each_backend!(&mut conn, |c| c.revert_all_migrations(embedded(url)).map(|_| ()))
        .map_err(|cause| refused(url, cause.as_ref()))
}

fn embedded(url: &DatabaseUrl) -> EmbeddedMigrations {
    match url.backend {
        super::Backend::Sqlite => SQLITE,
        super::Backend::Postgres => POSTGRES,
    }
}

fn pending<C, B>(conn: &mut C, url: &DatabaseUrl) -> Result<Vec<String>>
where
    C: MigrationHarness<B>,
    B: DieselBackend,
    EmbeddedMigrations: diesel::migration::MigrationSource<B>,
{
    use diesel::migration::MigrationSource;
    let failed = |cause: Box<dyn std::error::Error + Send + Sync>| refused(url, cause.as_ref());
    let known: Vec<String> = MigrationSource::<B>::migrations(&embedded(url))
        .map_err(failed)?
        .iter()
        .map(|m| m.name().version().to_string())
        .collect();
    let applied = conn.applied_migrations().map_err(failed)?;
    let applied: Vec<String> = applied.iter().map(ToString::to_string).collect();
    if let Some(version) = applied.iter().find(|v| !known.contains(v)) {
        return Err(Error::NewerSchema { version: version.clone() });
    }
    Ok(known.into_iter().filter(|v| !applied.contains(v)).collect())
}

fn migrate<C, B>(conn: &mut C, url: &DatabaseUrl) -> Result<Vec<String>>
where
    C: MigrationHarness<B>,
    B: DieselBackend,
    EmbeddedMigrations: diesel::migration::MigrationSource<B>,
{
    match conn.run_pending_migrations(embedded(url)) {
        Ok(versions) => Ok(versions.iter().map(ToString::to_string).collect()),
        Err(cause) => Err(refused(url, cause.as_ref())),
    }
}

/// Whether a message of either database says that writing is not allowed.
pub(super) fn is_read_only(cause: &str) -> bool {
    ["readonly", "read-only", "permission denied"].iter().any(|words| cause.contains(words))
}

fn refused(url: &DatabaseUrl, cause: &(dyn std::error::Error + Send + Sync)) -> Error {
    let cause = cause.to_string();
    match is_read_only(&cause) {
        true => Error::ReadOnly { address: url.to_string() },
        false => Error::Migration { version: "of the schema".to_owned(), cause },
    }
}
