//! How often something may be tried: guessing and flooding are slowed down, and people are told for
//! how long.

use chrono::{DateTime, TimeDelta, Utc};

use super::error::{Error, Result};
use crate::db::Transaction;
use crate::store::attempts;

/// So many tries within so long, for each one who tries.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// Names what is tried, in the table of attempts.
    pub what: &'static str,
    pub most: i32,
    pub within: TimeDelta,
}

/// Passwords for one account. Its person can still sign in by a link.
pub const PASSWORDS_OF_ACCOUNT: Limit =
    Limit { what: "password-of", most: 10, within: TimeDelta::minutes(15) };

/// Passwords from one client address: a whole workshop may sign in behind one.
pub const PASSWORDS_OF_CLIENT: Limit =
    Limit { what: "password-from", most: 100, within: TimeDelta::minutes(15) };

/// Codes of a second factor, by who has the first. Three of a million are right at any moment.
pub const CODES_OF_ACCOUNT: Limit = Limit { what: "code-of", most: 5, within: TimeDelta::minutes(15) };

/// The same over a day: guessing for a month finds one code in a thousand accounts.
pub const CODES_OF_ACCOUNT_A_DAY: Limit =
    Limit { what: "codes-a-day-of", most: 20, within: TimeDelta::hours(24) };

/// Journeys to a provider of accounts elsewhere, from one client address.
pub const JOURNEYS_OF_CLIENT: Limit =
    Limit { what: "journey-from", most: 100, within: TimeDelta::minutes(15) };

/// Questions to passkeys, from one client address.
pub const PASSKEYS_OF_CLIENT: Limit =
    Limit { what: "passkey-from", most: 100, within: TimeDelta::minutes(15) };

/// Letters that anybody can have sent to one mailbox.
pub const LETTERS_TO_ADDRESS: Limit = Limit { what: "letter-to", most: 5, within: TimeDelta::hours(1) };

/// Letters that one client address can have sent to any.
pub const LETTERS_OF_CLIENT: Limit = Limit { what: "letter-from", most: 60, within: TimeDelta::hours(1) };

/// Requests to register with one mailbox: each sends it a letter.
pub const REGISTRATIONS_OF_ADDRESS: Limit =
    Limit { what: "registration-of", most: 5, within: TimeDelta::hours(1) };

/// The same from one client address.
pub const REGISTRATIONS_OF_CLIENT: Limit =
    Limit { what: "registration-from", most: 40, within: TimeDelta::hours(1) };

/// What one member reports to the coordination, which looks at each.
pub const REPORTS_OF_MEMBER: Limit = Limit { what: "report-of", most: 10, within: TimeDelta::hours(24) };

/// Copies of all that is kept about a member, which the database takes a while to gather.
pub const COPIES_OF_MEMBER: Limit = Limit { what: "copy-of", most: 5, within: TimeDelta::hours(1) };

/// Requests to be told by mail at one mailbox: each sends it a letter.
pub const SUBSCRIPTIONS_OF_ADDRESS: Limit =
    Limit { what: "subscription-of", most: 5, within: TimeDelta::hours(1) };

/// The same from one client address.
pub const SUBSCRIPTIONS_OF_CLIENT: Limit =
    Limit { what: "subscription-from", most: 40, within: TimeDelta::hours(1) };

/// Letters of hosts to those of one date.
pub const LETTERS_TO_GUESTS: Limit = Limit { what: "letters-to-guests", most: 5, within: TimeDelta::days(1) };

/// Letters of one host to any guests.
pub const LETTERS_OF_HOST: Limit = Limit { what: "guest-letters-of", most: 20, within: TimeDelta::days(1) };

impl Limit {
    /// Counts one more try by `who`. Counts only if the transaction is committed.
    pub fn count(&self, tx: &mut Transaction<'_>, who: &str, now: DateTime<Utc>) -> Result<()> {
        let subject = self.subject(who);
        if attempts::count(tx, &subject, self.within, now)? <= self.most {
            return Ok(());
        }
        let until = attempts::open_until(tx, &subject, now)?.unwrap_or(now + self.within);
        Err(Error::Limited { wait: until - now })
    }

    /// Forgets the tries of `who`, who proved to be who they say.
    pub fn forget(&self, tx: &mut Transaction<'_>, who: &str) -> Result<()> {
        Ok(attempts::forget(tx, &self.subject(who))?)
    }

    fn subject(&self, who: &str) -> String {
        format!("{}:{who}", self.what)
    }
}
