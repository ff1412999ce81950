//! A mail server refused a letter for good. Two in a row, and nothing but what opens an account is
//! sent to that address any more.

use chrono::{DateTime, TimeDelta, Utc};

use super::Result;
use crate::db::{Transaction, UtcInstant};
use crate::mail::Failure;
use crate::store::failing_addresses::{self, FailingAddress};

/// So many refusals in a row stop an address.
const ENOUGH: i32 = 2;

/// A letter that was not sent back for so long has arrived.
const SENT_BACK_WITHIN: TimeDelta = TimeDelta::days(5);

/// A refusal this old says nothing any more.
const FORGIVEN_AFTER: TimeDelta = TimeDelta::days(180);

/// Counts the refusal of a letter that was handed over at `sent_at`; gives whether the address is
/// stopped now.
pub fn count_refusal(
    tx: &mut Transaction<'_>,
    email: &str,
    failure: &Failure,
    sent_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<bool> {
    let before = failing_addresses::find(tx, email)?;
    let after = refused(before, email, failure, sent_at, now);
    failing_addresses::save(tx, &after)?;
    Ok(after.stopped_at.is_some())
}

fn refused(
    before: Option<FailingAddress>,
    email: &str,
    failure: &Failure,
    sent_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> FailingAddress {
    let arrived = |at: UtcInstant| at.0 < sent_at && at.0 + SENT_BACK_WITHIN <= now;
    let in_a_row = before.as_ref().filter(|row| {
        let stale = now - row.failed_at.0 > FORGIVEN_AFTER;
        row.stopped_at.is_some() || !stale && !row.accepted_at.is_some_and(arrived)
    });
    let failures = in_a_row.map_or(0, |row| row.failures) + 1;
    let since = in_a_row.and_then(|row| row.stopped_at);
    FailingAddress {
        email: email.to_owned(),
        failures,
        said: failure.said.clone(),
        failed_at: UtcInstant(now),
        accepted_at: None,
        stopped_at: since.or((failures >= ENOUGH).then_some(UtcInstant(now))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::FailureKind;

    fn day(n: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(20_000 + n)
    }

    /// Counts refusals of letters by (day sent, day refused), with the days when one was taken.
    fn told(story: &[(i64, i64)], taken: Option<i64>) -> (i32, bool) {
        let failure = Failure::new(FailureKind::RecipientRefused, "550 no such user");
        let mut row = None;
        for (n, (sent, refused_on)) in story.iter().enumerate() {
            let mut after = refused(row, "a@exemple.fr", &failure, day(*sent), day(*refused_on));
            if n == 0 {
                after.accepted_at = taken.map(|n| UtcInstant(day(n)));
            }
            row = Some(after);
        }
        row.map_or((0, false), |row| (row.failures, row.stopped_at.is_some()))
    }

    #[test]
    fn two_in_a_row_stop_and_what_arrived_in_between_begins_anew() {
        for (story, taken, expected) in [
            (&[(0, 0)][..], None, (1, false)),
            (&[(0, 0), (7, 7)], None, (2, true)),
            (&[(0, 1), (7, 8)], None, (2, true)),
            // Taken in between, and long enough ago that it would have come back.
            (&[(0, 0), (14, 14)], Some(7), (1, false)),
            // Taken, but maybe to be sent back: what was sent back is not known to have arrived.
            (&[(0, 0), (3, 3)], Some(1), (2, true)),
            (&[(0, 0), (7, 13)], Some(7), (2, true)),
            (&[(0, 0), (300, 300)], None, (1, false)),
            (&[(0, 0), (7, 7), (300, 300)], None, (3, true)),
        ] {
            assert_eq!(told(story, taken), expected, "{story:?} {taken:?}");
        }
    }
}
