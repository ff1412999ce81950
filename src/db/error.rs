//! What can be wrong with the database, each said to the operator in one sentence with what to do.

use std::fmt;

use diesel::result::DatabaseErrorKind;

#[derive(Debug)]
pub enum Error {
    /// The address names a kind of database that is not known.
    UnknownScheme(String),
    /// No connection could be made.
    Unreachable {
        address: String,
        cause: String,
    },
    /// The database was migrated by a newer program.
    NewerSchema {
        version: String,
    },
    /// The schema is older than the program, and the caller would not migrate it.
    OlderSchema {
        version: String,
    },
    ReadOnly {
        address: String,
    },
    Migration {
        version: String,
        cause: String,
    },
    /// Another process has it open, which would be harmed.
    InUse {
        address: String,
    },
    /// Every connection was in use for too long.
    Busy,
    /// The connection ended while it was used.
    Lost,
    /// What was asked for is not there.
    NotFound,
    Query(diesel::result::Error),
    /// A stored value that this program cannot have written.
    Corrupt {
        what: &'static str,
        value: String,
    },
}

pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub fn corrupt(what: &'static str, value: impl Into<String>) -> Self {
        Self::Corrupt { what, value: value.into() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownScheme(scheme) => {
                write!(
                    f,
                    "DATABASE_URL starts with {scheme:?}, which is not known: use sqlite://FILE or postgres://…"
                )
            }
            Self::Unreachable { address, cause } => write!(
                f,
                "cannot open the database {address}: {cause}. Check that it runs, and the address, name and password in DATABASE_URL"
            ),
            Self::NewerSchema { version } => write!(
                f,
                "the database was written by a newer Vigie (migration {version}): start that version, or restore a backup made before the upgrade"
            ),
            Self::OlderSchema { version } => {
                write!(f, "the database lacks migration {version}: run `vigie migrate`")
            }
            Self::ReadOnly { address } => write!(
                f,
                "the database {address} can only be read: give this user the right to write to the file and its folder, or to the tables"
            ),
            Self::Migration { version, cause } => {
                write!(f, "migration {version} failed and was undone: {cause}")
            }
            Self::InUse { address } => write!(
                f,
                "the database {address} is in use by another Vigie: stop that one, or choose another folder with --data DIR"
            ),
            Self::Busy => f.write_str("every database connection is in use: try again in a moment"),
            Self::Lost => f.write_str("the database ended the connection: try again in a moment"),
            Self::NotFound => f.write_str("not found"),
            Self::Query(error) => write!(f, "database: {error}"),
            Self::Corrupt { what, value } => write!(f, "the database holds an impossible {what}: {value:?}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<diesel::result::Error> for Error {
    fn from(error: diesel::result::Error) -> Self {
        match error {
            diesel::result::Error::NotFound => Self::NotFound,
            diesel::result::Error::DatabaseError(DatabaseErrorKind::ClosedConnection, _) => Self::Lost,
            error => Self::Query(error),
        }
    }
}
