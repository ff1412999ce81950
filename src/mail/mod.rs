//! Letters: what is said to one person by mail. Written by actions into the outbox, in the same
//! transaction as the change that causes them; worded and sent by a job.

mod letter;

pub use letter::{Letter, Line};
