//! One connection type over the two databases, and how an address chooses between them.

use diesel::connection::SimpleConnection;
use diesel::{Connection, MultiConnection, PgConnection, SqliteConnection};

use super::error::{Error, Result};

/// A connection to either database. Made by [`DatabaseUrl::connect`] alone: the derived
/// `establish` tries each variant in turn and can leave an SQLite file named like a PostgreSQL URL.
#[derive(MultiConnection)]
pub enum DbConnection {
    Postgresql(PgConnection),
    Sqlite(SqliteConnection),
}

/// Runs one body with the concrete connection of either database, for what diesel does not offer
/// on both at once (batch inserts, `ON CONFLICT`, `RETURNING`).
macro_rules! on_each_backend {
    ($conn:expr, |$inner:ident| $body:expr) => {
        match $conn {
            $crate::db::DbConnection::Postgresql($inner) => $body,
            $crate::db::DbConnection::Sqlite($inner) => $body,
        }
    };
}
pub(crate) use on_each_backend;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backend {
    Sqlite,
    Postgres,
}

/// A database address whose scheme is known: `sqlite://FILE` or `postgres://…`.
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseUrl {
    pub backend: Backend,
    /// The file's path, or the whole PostgreSQL URL.
    target: String,
}

impl DatabaseUrl {
    pub fn parse(url: &str) -> Result<Self> {
        let (scheme, rest) = url.split_once(':').ok_or_else(|| Error::UnknownScheme(url.to_owned()))?;
        match scheme {
            "sqlite" => {
                let path = rest.strip_prefix("//").unwrap_or(rest);
                Ok(Self { backend: Backend::Sqlite, target: path.to_owned() })
            }
            "postgres" | "postgresql" => Ok(Self { backend: Backend::Postgres, target: url.to_owned() }),
            other => Err(Error::UnknownScheme(other.to_owned())),
        }
    }

    pub fn sqlite_file(path: &std::path::Path) -> Self {
        Self { backend: Backend::Sqlite, target: path.to_string_lossy().into_owned() }
    }

    /// The file of an SQLite database.
    pub fn file(&self) -> Option<&std::path::Path> {
        (self.backend == Backend::Sqlite).then(|| std::path::Path::new(&self.target))
    }

    /// A new connection, with the settings that the whole program relies on.
    pub fn connect(&self) -> Result<DbConnection> {
        match self.backend {
            Backend::Postgres => {
                let mut conn = PgConnection::establish(&self.target).map_err(|e| self.unreachable(&e))?;
                conn.batch_execute("SET timezone = 'UTC'; SET client_min_messages = warning")?;
                Ok(DbConnection::Postgresql(conn))
            }
            Backend::Sqlite => {
                let mut conn = SqliteConnection::establish(&self.target).map_err(|e| self.unreachable(&e))?;
                // FULL: an acknowledged write survives a power cut, also in WAL mode.
                conn.batch_execute(
                    "PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;",
                )
                .map_err(|e| self.unreachable(&e))?;
                Ok(DbConnection::Sqlite(conn))
            }
        }
    }

    /// The cause in one line, without the mark at its end, as it becomes part of a sentence; and
    /// without the password, which libpq repeats when it cannot read the address.
    fn unreachable(&self, cause: &dyn std::fmt::Display) -> Error {
        let mut cause = cause.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(secret) = self.password() {
            cause = cause.replace(secret, "…");
        }
        let cause = cause.trim_end_matches(['.', '?']).to_owned();
        Error::Unreachable { address: self.to_string(), cause }
    }

    fn password(&self) -> Option<&str> {
        let (_, rest) = self.target.split_once("://")?;
        let (user, _) = rest.rsplit_once('@')?;
        user.split_once(':').map(|(_, password)| password).filter(|password| !password.is_empty())
    }
}

/// Without the password: this form is for people and logs.
impl std::fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.backend {
            Backend::Sqlite => write!(f, "sqlite://{}", self.target),
            Backend::Postgres => {
                let rest = self.target.split_once("://").map_or("", |(_, rest)| rest);
                let rest = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
                let rest = rest.split_once('?').map_or(rest, |(host, _)| host);
                write!(f, "postgres://{rest}")
            }
        }
    }
}

impl std::fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_choose_the_database_and_hide_the_password() {
        let pg = DatabaseUrl::parse("postgres://vigie:s3cr3t@db.example/vigie?sslmode=require").unwrap();
        assert_eq!(pg.backend, Backend::Postgres);
        assert_eq!(format!("{pg} {pg:?}"), "postgres://db.example/vigie postgres://db.example/vigie");
        let sqlite = DatabaseUrl::parse("sqlite:///var/lib/vigie.sqlite").unwrap();
        assert_eq!(sqlite.to_string(), "sqlite:///var/lib/vigie.sqlite");
        for bad in ["mysql://x", "vigie.sqlite", ""] {
            assert!(matches!(DatabaseUrl::parse(bad), Err(Error::UnknownScheme(_))), "{bad:?}");
        }
    }
}
