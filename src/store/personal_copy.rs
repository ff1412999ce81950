//! The copy that a member may take away of everything that is kept about them, as JSON. Every column
//! that points at a member belongs to a section of it, or is left out with a reason. Secrets and
//! their hashes are in none.

mod doings;
mod identity;
mod mailings;
mod words;

use chrono::SecondsFormat;
use serde_json::{Map, Value};

use super::members::{self, MemberRow};
use crate::db::{DbConnection, Result, UtcInstant};

/// A part of the copy.
pub struct CopySection {
    /// Its key in the JSON.
    pub name: &'static str,
    /// The columns pointing at members of which it tells: "table.column".
    pub tells_of: &'static [&'static str],
    read: fn(&mut DbConnection, &MemberRow) -> Result<Value>,
}

pub const SECTIONS: &[CopySection] = &[
    CopySection {
        name: "account",
        tells_of: &["second_factors.member_id", "recovery_codes.member_id", "suspensions.member_id"],
        read: identity::account,
    },
    CopySection {
        name: "profile",
        tells_of: &["profiles.member_id", "profile_terms.member_id", "public_choices.member_id"],
        read: identity::profile,
    },
    CopySection { name: "photo", tells_of: &["pictures.member_id"], read: identity::photo },
    CopySection { name: "sessions", tells_of: &["sessions.member_id"], read: identity::sessions },
    CopySection { name: "passkeys", tells_of: &["passkeys.member_id"], read: identity::passkeys },
    CopySection {
        name: "accounts_elsewhere",
        tells_of: &["identities.member_id"],
        read: mailings::identities,
    },
    CopySection {
        name: "mail_choices",
        tells_of: &["subscribers.member_id", "reminder_choices.member_id", "weekly_notes.member_id"],
        read: mailings::choices,
    },
    CopySection { name: "links", tells_of: &["tokens.member_id"], read: identity::links },
    CopySection { name: "feeds", tells_of: &["private_feeds.member_id"], read: identity::feeds },
    CopySection {
        name: "places",
        tells_of: &["memberships.member_id", "charter_acceptances.member_id"],
        read: doings::places,
    },
    CopySection {
        name: "first_steps",
        tells_of: &["newcomer_steps.member_id", "newcomer_letters.member_id"],
        read: doings::first_steps,
    },
    CopySection {
        name: "registrations",
        tells_of: &["registrations.member_id"],
        read: doings::registrations,
    },
    CopySection {
        name: "hosting",
        tells_of: &["event_hosts.member_id", "planned_publications.member_id"],
        read: doings::hosting,
    },
    CopySection {
        name: "hosting_by_mail",
        tells_of: &["guest_letters.member_id", "confirmations.member_id", "host_weeks.member_id"],
        read: mailings::hosts_mail,
    },
    CopySection { name: "proposals", tells_of: &["event_proposals.member_id"], read: doings::proposals },
    CopySection { name: "changes_of_places", tells_of: &[], read: doings::changes_of_places },
    CopySection {
        name: "conversations",
        tells_of: &[
            "conversations.starter_id",
            "conversations.partner_id",
            "conversations.author_id",
            "messages.author_id",
        ],
        read: words::conversations,
    },
    CopySection { name: "blocks", tells_of: &["blocks.member_id"], read: words::blocks },
    CopySection { name: "reports", tells_of: &["reports.reporter_id"], read: words::reports },
    CopySection { name: "letters", tells_of: &["outbox.member_id"], read: words::letters },
];

/// Columns pointing at members of which the copy says nothing, and why.
pub const LEFT_OUT: &[(&str, &str)] = &[
    ("blocks.blocked_id", "that somebody takes no messages from the member is that other person's affair"),
    ("reports.reported_id", "would tell who reported, whom the law lets us protect"),
];

/// Every section, by its name.
pub fn of(conn: &mut DbConnection, member: i64) -> Result<Map<String, Value>> {
    let member = members::by_id(conn, member)?;
    let mut copy = Map::new();
    for section in SECTIONS {
        copy.insert(section.name.to_owned(), (section.read)(conn, &member)?);
    }
    Ok(copy)
}

/// "2026-03-05T09:00:00Z".
fn at(instant: UtcInstant) -> String {
    instant.0.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn maybe_at(instant: Option<UtcInstant>) -> Option<String> {
    instant.map(at)
}

/// JSON that is stored as text; what cannot be read is handed over as the text that it is.
fn stored(text: String) -> Value {
    serde_json::from_str(&text).unwrap_or(Value::String(text))
}
