//! Calendar feeds and the Atom feed of new events.

pub mod atom;
pub mod event;
pub mod network;
pub mod place;
pub mod territory;
