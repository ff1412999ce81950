//! The agenda: what its address asks for, its filters, its page.

pub mod asked;
mod empty;
mod filters;
pub mod list;
pub mod narrow;
pub mod page;

#[cfg(test)]
mod sample;
