//! The rooms of this noun: its handlers, and the page structs that they fill.

pub mod page;
pub mod show;

#[cfg(test)]
mod sample;
