//! What can go wrong with a request, and the answer to it: a page with a way out, or plain text
//! where a program asks (feeds). Nothing internal is ever shown; the cause is logged once.

use chrono::TimeDelta;

use crate::{actions, db};

#[derive(Debug)]
pub enum Error {
    /// Not there, or not to be seen: the same answer.
    NotFound,
    /// The address means nothing; the words say what in it.
    BadRequest(String),
    /// Come back in a moment.
    Busy,
    /// Only for people who are signed in: they are asked to, and come back.
    SignIn,
    /// Only for coordinators who have a second factor: they are led to set it up, and go on.
    SecondFactor,
    /// A form that does not come from a page of ours, or from one that is too old.
    Forged,
    /// More was sent than is taken.
    TooLarge,
    /// Tried too often; may be tried again after so many minutes.
    TooOften {
        minutes: i64,
    },
    /// The form again, a whole document: what was typed, and what is wrong with it.
    Again(String),
    Internal(String),
}

pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub fn status(&self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::BadRequest(_) => 400,
            Self::Busy => 503,
            Self::SignIn => 401,
            Self::SecondFactor => 403,
            Self::Forged => 403,
            Self::TooLarge => 413,
            Self::TooOften { .. } => 429,
            Self::Again(_) => 422,
            Self::Internal(_) => 500,
        }
    }
}

impl From<db::Error> for Error {
    fn from(error: db::Error) -> Self {
        match error {
            db::Error::NotFound => Self::NotFound,
            db::Error::Busy | db::Error::Lost | db::Error::Unreachable { .. } => Self::Busy,
            error => Self::Internal(error.to_string()),
        }
    }
}

impl From<actions::Error> for Error {
    fn from(error: actions::Error) -> Self {
        match error {
            actions::Error::Db(error) => error.into(),
            actions::Error::Forbidden => Self::NotFound,
            actions::Error::Limited { wait } => Self::TooOften { minutes: minutes_of(wait) },
            error => Self::Internal(error.to_string()),
        }
    }
}

/// A wait in minutes begun, as people are told.
pub fn minutes_of(wait: TimeDelta) -> i64 {
    ((wait.num_seconds() + 59) / 60).max(1)
}

impl From<tera::Error> for Error {
    fn from(error: tera::Error) -> Self {
        Self::Internal(format!("{error:#}"))
    }
}
