//! The week of a place's hosts: its dates, each said to take place, called off or moved by a tap;
//! behind a sign-in, or behind the link of a weekly note.

mod act;
mod draw;
pub mod leave;
pub mod link;
pub mod page;
pub mod preview;
pub mod settings;
pub mod show;

#[cfg(test)]
mod sample;
