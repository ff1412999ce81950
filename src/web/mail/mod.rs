//! The rooms of this noun: the mailbox of a demo, one letter in it, and the coordination's view of
//! what waits to be sent.

mod figures;
pub mod letter;
mod lines;
pub mod mailbox;
pub mod page;
pub mod queue;
pub mod stopped;
pub mod trial;

#[cfg(test)]
mod sample;
