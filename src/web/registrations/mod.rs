//! Registering for events: the forms of those who come, and the list of those who welcome them.

pub mod csv;
pub mod door;
mod draw;
mod fields;
pub mod link;
pub mod list;
pub mod page;
pub mod panel;
pub mod register;
pub mod rules;
pub mod sheet;
mod words;
pub mod write;

#[cfg(test)]
mod sample;
