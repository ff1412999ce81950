//! The public face: routes, handlers, and what pages need to be drawn.

pub mod act;
pub mod answer;
pub mod asked;
pub mod assets;
mod client;
mod conditional;
pub mod cover;
mod digest;
mod door;
mod encoding;
pub mod error;
pub mod fields;
pub mod form;
pub mod frame;
mod front;
mod health;
pub mod host_bar;
pub mod kept;
pub mod map;
pub mod pages;
pub mod parts;
pub mod pictures;
mod place_rows;
pub mod qr;
mod refusal;
mod robots;
mod routes;
pub mod rows;
pub mod server;
mod settled;
mod sitemap;
mod static_files;
pub mod subscribe;

pub mod viewer;
pub mod visit;
mod week;
mod wording;

/// Its words stand in pages, feeds and letters.
pub use crate::markdown;

pub mod about;
pub mod accounts;
pub mod agenda;
pub mod care;
pub mod errors;
pub mod events;
pub mod feeds;
pub mod home;
pub mod host_weeks;
pub mod hosting;
pub mod joining;
pub mod mail;
pub mod members;
pub mod mine;
pub mod places;
pub mod registrations;
pub mod subscribing;

#[cfg(test)]
mod samples;
