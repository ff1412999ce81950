//! What can be wrong with the settings, each said to the operator in one sentence with what to do.
//! Values are never repeated: one of them is a password.

use std::fmt;
use std::path::PathBuf;

use super::keys::Key;
use crate::db;

/// Where a value was set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    CommandLine,
    Environment,
    File,
}

#[derive(Debug)]
pub enum ConfigError {
    /// The file cannot be read.
    NoFile {
        path: PathBuf,
        cause: String,
    },
    /// The file is no TOML; `line` counts from 1.
    NotToml {
        line: usize,
        cause: String,
    },
    /// A variable's value is not UTF-8.
    NotText {
        key: String,
    },
    UnknownKey {
        key: String,
        origin: Origin,
        nearest: Option<&'static str>,
    },
    BadValue {
        key: &'static Key,
        origin: Origin,
    },
    /// Settings that only make sense together, and one of them is not there.
    Incomplete {
        missing: &'static str,
        family: &'static str,
    },
    /// `DATABASE_URL` names no known kind of database.
    Database(db::Error),
}

impl ConfigError {
    pub(super) fn bad_value(key: &'static Key, origin: Origin) -> Self {
        Self::BadValue { key, origin }
    }

    pub(super) fn not_toml(text: &str, error: &toml::de::Error) -> Self {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        Self::NotToml { line: before.matches('\n').count() + 1, cause: error.message().to_owned() }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFile { path, cause } => {
                write!(f, "cannot read the settings in {}: {cause}", path.display())
            }
            Self::NotToml { line, cause } => write!(f, "the settings file is no TOML: line {line}: {cause}"),
            Self::NotText { key } => write!(f, "{key} in the environment must be UTF-8 text"),
            Self::UnknownKey { key, origin, nearest } => {
                write!(f, "{key} {} is not a known setting", place(*origin))?;
                match nearest {
                    Some(nearest) => write!(f, ": did you mean {nearest}?"),
                    None => f.write_str(": docs/configuration.md lists all of them"),
                }
            }
            Self::BadValue { key, origin } => {
                let name = match origin {
                    Origin::CommandLine => format!("--{}", key.name),
                    Origin::Environment => format!("{} in the environment", key.variable),
                    Origin::File => format!("{} in the settings file", key.name),
                };
                write!(f, "{name} must be {}", key.wants)
            }
            Self::Incomplete { missing, family } => {
                write!(f, "{missing} must be set too, for another setting that begins with {family} is")
            }
            Self::Database(error) => error.fmt(f),
        }
    }
}

fn place(origin: Origin) -> &'static str {
    match origin {
        Origin::CommandLine => "on the command line",
        Origin::Environment => "in the environment",
        Origin::File => "in the settings file",
    }
}

impl std::error::Error for ConfigError {}
