//! The rooms of this noun: its handlers, and the page structs that they fill.

mod asked;
mod bricks;
pub mod edit;
mod filters;
mod hours;
mod json_ld;
pub mod list;
mod near;
pub mod page;
pub mod sheet;
pub mod show;
pub mod territory;

#[cfg(test)]
mod sample;
