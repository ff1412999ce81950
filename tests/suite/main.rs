//! Stories of what visitors, calendar apps and operators do, told to the running service: each on
//! SQLite, and on PostgreSQL too where `TEST_PG_URL` names a server.

#[cfg(test)]
mod accounts;
#[cfg(test)]
mod addresses;
#[cfg(test)]
mod agenda;
#[cfg(test)]
mod architecture;
#[cfg(test)]
#[path = "../support/authenticator.rs"]
mod authenticator;
#[cfg(test)]
mod bounces;
#[cfg(test)]
mod care;
#[cfg(test)]
mod cli;
#[cfg(test)]
mod cohosts;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod delivery;
#[cfg(test)]
mod digests;
#[cfg(test)]
mod dkim;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod events;
#[cfg(test)]
mod feeds;
#[cfg(test)]
mod forms;
#[cfg(test)]
mod guest_letters;
#[cfg(test)]
mod host_weeks;
#[cfg(test)]
mod hosting;
#[cfg(test)]
mod imip_replies;
#[cfg(test)]
mod imports;
#[cfg(test)]
mod invitations;
#[cfg(test)]
mod jobs;
#[cfg(test)]
mod joining;
#[cfg(test)]
mod mail;
#[cfg(test)]
mod members;
#[cfg(test)]
mod my_agenda;
#[cfg(test)]
mod oidc;
#[cfg(test)]
#[path = "../support/oidc.rs"]
mod oidc_provider;
#[cfg(test)]
mod passkeys;
#[cfg(test)]
mod personal_copy;
#[cfg(test)]
mod pictures;
#[cfg(test)]
mod place_editing;
#[cfg(test)]
mod places;
#[cfg(test)]
#[path = "../support/postgres.rs"]
mod postgres;
#[cfg(test)]
mod preferences;
#[cfg(test)]
mod private_feeds;
#[cfg(test)]
mod proposals;
#[cfg(test)]
mod publishing;
#[cfg(test)]
mod query_plans;
#[cfg(test)]
mod readers;
#[cfg(test)]
mod registrations;
#[cfg(test)]
mod reminders;
#[cfg(test)]
mod revisions;
#[cfg(test)]
mod schema;
#[cfg(test)]
mod second_factors;
#[cfg(test)]
mod shared_events;
#[cfg(test)]
#[path = "../support/smtp.rs"]
mod smtp;
#[cfg(test)]
mod subscribing;
#[cfg(test)]
mod support;
