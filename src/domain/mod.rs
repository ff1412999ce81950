//! Rules and value types of the trade. No I/O, no framework, no clock: "now" is an argument.

pub(crate) mod code;
mod line;

pub mod agenda;
pub mod brick;
pub mod closure;
pub mod commune;
pub mod door;
pub mod email;
pub mod equipment;
pub mod event;
pub mod geo;
pub mod holidays;
pub mod import;
pub mod language;
pub mod map;
pub mod member;
pub mod message;
pub mod joining;
pub mod map;
pub mod member;
pub mod newcomer;
pub mod opening_hours;
pub mod period;
pub mod place;
pub mod place_part;
pub mod policy;
pub mod profile;
pub mod recurrence;
pub mod registration;
pub mod schedule;
pub mod school;
pub mod skill;
pub mod slug;
pub mod territory;
pub mod text;
pub mod website;
