//! The page of an event: what is read, how it is told.

mod json_ld;
pub mod page;
pub mod sheet;
pub mod show;
mod words;

#[cfg(test)]
mod sample;
