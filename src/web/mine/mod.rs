//! What is one member's own: their agenda, the private feeds that carry it, and reminders.

pub mod agenda;
pub mod feed;
pub mod feeds;
pub mod form;
pub mod page;
pub mod reminders;
#[cfg(test)]
mod sample;
