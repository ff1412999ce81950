//! Letters: what is said to one person by mail. Written by actions into the outbox, in the same
//! transaction as the change that causes them; worded and sent by a job. Knows no database.

pub mod accounts;
mod authentication;
pub mod digest;
mod failure;
pub mod host_week;
mod incoming;
mod letter;
mod mailing;
mod message;
pub mod network_week;
pub mod note;
mod route;
mod sender;
mod sheet;
mod smtp;
mod state;
pub mod subscribing;
mod transport;
mod wrap;

pub use failure::{Failure, FailureKind};
pub use incoming::{Incoming, NoAnswer};
pub use letter::{Letter, Line};
pub use mailing::{Copy, Fill, Filled, Mailing, MailingList, close, mark, open, without_marks};
pub use message::{Posted, message};
pub use route::{MailUrl, Security, SignIn, SmtpServer};
pub use sender::Sender;
pub use sheet::{Block, Fact, Letterhead, Sheet, Target};
pub use state::MailState;
pub use transport::{Open, Transport};

#[cfg(test)]
mod tests;
