//! Calendar feeds and the Atom feed of new events. A feed is a contract with the calendar apps
//! that poll it: see `ical` for its bytes.

pub mod atom;
pub mod calendar;
pub mod event;
pub mod network;
pub mod place;
pub mod private;
pub mod territory;
