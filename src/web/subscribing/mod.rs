//! Being told by mail: asking for it without an account, choosing when and of what, leaving.

mod address;
pub mod ask;
pub mod confirm;
mod draw;
pub mod leave;
pub mod manage;
pub mod page;
mod reminders;
mod seek;
mod stored;
mod typed;
mod words;

pub use address::ask_path;

#[cfg(test)]
mod sample;
