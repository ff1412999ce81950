//! Why an action was refused.

use chrono::TimeDelta;

use super::find_clashes::Clash;
use super::write_to_member::NotWritten;
use crate::db;
use crate::domain::identity::IdentityError;
use crate::domain::joining::JoiningError;
use crate::domain::profile::ProfileField;
use crate::domain::recurrence::ScheduleError;
use crate::domain::registration::Refusal;
use crate::passkey::NotProved;

#[derive(Debug)]
pub enum Error {
    /// The dates of an event make no sense.
    Schedule(ScheduleError),
    /// A room of the place is given to another event at that time.
    RoomTaken(Box<Clash>),
    /// The date that was to be changed is none of the event's.
    NoSuchDate,
    /// The actor may not do it, nor know that it can be done.
    Forbidden,
    /// One cannot register, or not so.
    Registration(Refusal),
    /// These fields would become public without a word of the member.
    NotAgreed(Vec<ProfileField>),
    /// A message is not taken.
    NotWritten(NotWritten),
    /// Joining, leaving, or deciding on those who do.
    Joining(JoiningError),
    /// Somebody else changed the same thing since the actor looked: nothing is overwritten.
    ChangedMeanwhile,
    /// The member has as many private feeds as one may have.
    TooManyFeeds,
    /// A link that never was one, was used, or has expired.
    DeadLink,
    /// No passkey signed what was asked.
    NotProved(NotProved),
    /// An account elsewhere opens none here.
    Identity(IdentityError),
    /// The coordination has put the account aside.
    Suspended,
    /// Tried too often; worth trying again after this wait.
    Limited {
        wait: TimeDelta,
    },
    /// The network would have nobody left to run it.
    LastCoordinator,
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

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Registration(refusal)
    }
}

impl From<NotWritten> for Error {
    fn from(why: NotWritten) -> Self {
        Self::NotWritten(why)
    }
}

impl From<NotProved> for Error {
    fn from(why: NotProved) -> Self {
        Self::NotProved(why)
    }
}

impl From<JoiningError> for Error {
    fn from(error: JoiningError) -> Self {
        Self::Joining(error)
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Schedule(error) => write!(f, "impossible dates: {error:?}"),
            Self::RoomTaken(clash) => write!(f, "the room is taken by {}", clash.theirs.slug),
            Self::NoSuchDate => f.write_str("no such date of this event"),
            Self::Forbidden => f.write_str("not allowed"),
            Self::Registration(refusal) => write!(f, "no registration: {refusal:?}"),
            Self::NotAgreed(fields) => write!(f, "public without consent: {fields:?}"),
            Self::NotWritten(why) => write!(f, "not written: {why:?}"),
            Self::Joining(error) => write!(f, "joining: {error:?}"),
            Self::ChangedMeanwhile => f.write_str("changed by somebody else meanwhile"),
            Self::TooManyFeeds => f.write_str("too many private feeds"),
            Self::DeadLink => f.write_str("the link is worth nothing any more"),
            Self::NotProved(why) => write!(f, "not signed by a passkey: {}", why.0),
            Self::Identity(why) => write!(f, "no account for this identity: {why:?}"),
            Self::Suspended => f.write_str("the account is suspended"),
            Self::Limited { wait } => write!(f, "tried too often: wait {} s", wait.num_seconds()),
            Self::LastCoordinator => f.write_str("the network would have no coordinator left"),
            Self::Db(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Error {}
