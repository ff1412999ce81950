//! What can go wrong with a request, and the answer to it: a page with a way out, or plain text
//! where a program asks (feeds). Nothing internal is ever shown; the cause is logged once.

use crate::{actions, db};

#[derive(Debug)]
pub enum Error {
    /// Not there, or not to be seen: the same answer.
    NotFound,
    /// The address means nothing; the words say what in it.
    BadRequest(String),
    /// Come back in a moment.
    Busy,
    Internal(String),
}

pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub fn status(&self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::BadRequest(_) => 400,
            Self::Busy => 503,
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
            error => Self::Internal(error.to_string()),
        }
    }
}

impl From<tera::Error> for Error {
    fn from(error: tera::Error) -> Self {
        Self::Internal(format!("{error:#}"))
    }
}
