//! The rooms of this noun: its handlers, and the page structs that they fill.

pub mod list;
pub mod page;
pub mod show;
pub mod territory;

#[cfg(test)]
mod sample;
