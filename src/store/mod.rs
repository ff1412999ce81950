//! Questions to the database, one file per noun. Functions take a connection and give rows or
//! domain values; they decide nothing and raise nothing (see `actions`).

pub mod accounts;
pub mod agenda;
pub mod attempts;
pub mod charters;
pub mod clashes;
pub mod closures;
pub mod communes;
pub mod confirmations;
pub mod conversations;
pub mod date_changes;
pub mod digests;
pub mod directory;
pub mod doors;
pub mod event_drafts;
pub mod event_hosts;
pub mod event_places;
pub mod events;
pub mod expired;
pub mod failing_addresses;
pub mod feeds;
pub mod guest_letters;
pub mod holidays;
pub mod host_weeks;
pub mod identities;
pub mod invitations;
pub mod jobs;
pub mod mail_days;
pub mod mailings;
pub mod members;
pub mod memberships;
pub mod mine;
pub mod network;
pub mod network_rules;
pub mod network_weeks;
pub mod newcomer_facts;
pub mod newcomers;
pub mod occurrences;
pub mod outbox;
pub mod passkeys;
pub mod personal_copy;
pub mod pictures;
pub mod place_changes;
pub mod place_people;
pub mod place_photos;
pub mod place_rules;
pub mod places;
pub mod planned_publications;
pub mod private_feeds;
pub mod profiles;
pub mod proposals;
pub mod registration_rules;
pub mod registrations;
pub mod reminders;
pub mod reports;
pub mod search;
pub mod seats;
pub mod second_factors;
pub mod sessions;
pub mod signing_keys;
pub mod submissions;
pub mod subscribers;
pub mod suspensions;
pub mod tokens;
pub mod weekly_notes;

use crate::db::{Error, Result};

/// Up to how many ids are named in a query; beyond, it is asked for all and sifted.
const NAMED: usize = 100;

/// Blank-separated codes of a column.
fn codes<T>(text: &str, from_code: impl Fn(&str) -> Option<T>) -> Vec<T> {
    text.split(' ').filter_map(from_code).collect()
}

fn joined<T: Copy>(values: &[T], code: impl Fn(T) -> &'static str) -> String {
    values.iter().map(|value| code(*value)).collect::<Vec<_>>().join(" ")
}

/// A stored code that must be known, or the database is not ours.
fn known<T>(what: &'static str, code: &str, from_code: impl Fn(&str) -> Option<T>) -> Result<T> {
    from_code(code).ok_or_else(|| Error::corrupt(what, code))
}
