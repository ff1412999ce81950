//! What is one member's own: their agenda, and the private feeds that carry it.

pub mod agenda;
pub mod feed;
pub mod feeds;
pub mod form;
pub mod page;
#[cfg(test)]
mod sample;
