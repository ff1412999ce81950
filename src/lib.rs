//! Vigie, the shared house of a network of *tiers-lieux*.
//!
//! Read the modules in this order: each knows only those above it.

pub mod actions;
pub mod app;
pub mod cli;
pub mod clock;
pub mod config;
pub mod db;
pub mod demo;
pub mod domain;
pub mod i18n;
pub mod ical;
pub mod jobs;
pub mod store;
pub mod web;
