//! Vigie, the shared house of a network of *tiers-lieux*.
//!
//! Read the modules in this order, for each knows only those before it: [`domain`] and [`ical`]
//! (with [`i18n`] for words, [`mail`] for letters and [`pictures`] for photos, and [`oidc`] for accounts elsewhere), [`db`], [`store`], [`actions`], then [`web`],
//! [`jobs`] and [`cli`], which do not know each other but for the command line, which starts the others.

pub mod actions;
pub mod app;
pub mod calendar_entry;
pub mod cli;
pub mod clock;
pub mod config;
pub mod db;
pub mod demo;
pub mod domain;
pub mod i18n;
pub mod ical;
pub mod jobs;
pub mod mail;
pub mod markdown;
pub mod oidc;
pub mod passkey;
pub mod password_hash;
pub mod pictures;
pub mod recovery_code;
pub mod secret;
pub mod signed_link;
pub mod store;
pub mod totp;
pub mod web;
