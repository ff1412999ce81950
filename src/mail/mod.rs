//! Letters: what is said to one person by mail. Written by actions into the outbox, in the same
//! transaction as the change that causes them; worded and sent by a job. Knows no database.

pub mod accounts;
mod authentication;
mod bounce;
mod canonical;
pub mod digest;
mod failure;
pub mod host_week;
mod incoming;
mod letter;
mod mailing;
mod message;
pub mod network_week;
pub mod note;
mod parcel;
mod route;
mod sender;
mod sheet;
mod signer;
mod smtp;
mod state;
pub mod subscribing;
mod transport;
mod wrap;

pub use bounce::{Bounce, LONGEST as LONGEST_BOUNCE, NoBounce};
pub use failure::{Failure, FailureKind};
pub use incoming::{Incoming, NoAnswer};
pub use letter::{Letter, Line};
pub use mailing::{Copy, Fill, Filled, Mailing, MailingList, close, mark, open, without_marks};
pub use message::{ListPost, Posted, message, uid_of};
pub use parcel::{Addressed, Parcel};
pub use route::{MailUrl, Security, SignIn, SmtpServer};
pub use sender::Sender;
pub use sheet::{Block, Fact, Letterhead, Sheet, Target};
pub use signer::{KeyError, Signer};
pub use smtp::{Limits, Said, Trust};
pub use state::MailState;
pub use transport::{Open, Transport};

#[cfg(test)]
mod tests;
