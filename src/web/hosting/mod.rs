//! The pages on which hosts announce, change, cancel and list events.

mod aside;
pub mod change;
pub mod cohosts;
pub mod cohosts_page;
mod conflict;
pub mod cover;
pub mod create;
mod date;
pub mod duplicate;
pub(in crate::web) mod fields;
pub(in crate::web) mod form;
mod further;
mod hosted;
mod later;
pub mod list;
pub mod look;
pub mod page;
mod preview;
pub mod proposal;
pub mod proposal_page;
pub mod proposals;
pub mod propose;
pub(in crate::web) mod read;
pub(in crate::web) mod read_when;
pub mod revise;
mod seats;
pub(in crate::web) mod typed;
pub(in crate::web) mod write;

#[cfg(test)]
mod cohosts_sample;
#[cfg(test)]
mod proposal_sample;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
