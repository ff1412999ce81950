//! The rooms of this noun: its handlers, and the page structs that they fill.

pub mod list;
pub mod narrow;
pub mod page;

#[cfg(test)]
mod sample;
