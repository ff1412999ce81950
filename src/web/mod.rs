//! The public face: pages and what they need to be drawn.

pub mod assets;
pub mod cover;
pub mod frame;
pub mod map;
pub mod pages;
pub mod parts;

pub mod about;
pub mod agenda;
pub mod errors;
pub mod events;
pub mod home;
pub mod places;

#[cfg(test)]
mod samples;
