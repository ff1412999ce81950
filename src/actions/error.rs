//! Why an action was refused.

use crate::db;
use crate::domain::recurrence::ScheduleError;

#[derive(Debug)]
pub enum Error {
    /// The dates of an event make no sense.
    Schedule(ScheduleError),
    /// The date that was to be changed is none of the event's.
    NoSuchDate,
    /// The actor may not do it, nor know that it can be done.
    Forbidden,
    Db(db::Error),
}

pub type Result<T> = std::result::Result<T, Error>;

impl From<db::Error> for Error {
    fn from(error: db::Error) -> Self {
        Self::Db(error)
    }
}

impl From<ScheduleError> for Error {
    fn from(error: ScheduleError) -> Self {
        Self::Schedule(error)
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Schedule(error) => write!(f, "impossible dates: {error:?}"),
            Self::NoSuchDate => f.write_str("no such date of this event"),
            Self::Forbidden => f.write_str("not allowed"),
            Self::Db(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Error {}
