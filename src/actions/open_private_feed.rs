//! A member gets one more address for their own calendar.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::error::{Error, Result};
use crate::db::Transaction;
use crate::domain::policy::{Action, Actor};
use crate::domain::private_feed::{FeedChoices, MOST_FEEDS};
use crate::secret::Secret;
use crate::store::private_feeds::{self, NewFeed};

/// Opens a feed; gives the uid of its page. The secret of its address is drawn from that of the
/// member's session, so that this browser can show the address again for a while and the database
/// never holds it.
///
/// # Errors
/// The member has as many feeds as one may have.
pub fn open_private_feed(
    tx: &mut Transaction<'_>,
    by: &Actor,
    member: i64,
    choices: &FeedChoices,
    session: &Secret,
    now: DateTime<Utc>,
) -> Result<String> {
    if !by.may(Action::ActAs(member)) {
        return Err(Error::Forbidden);
    }
    if private_feeds::of_member(tx, member)?.len() >= MOST_FEEDS {
        return Err(Error::TooManyFeeds);
    }
    let uid = Uuid::new_v4().to_string();
    let hash = feed_secret(session, &uid, now).hash();
    private_feeds::insert(tx, &NewFeed { uid: &uid, member, token_hash: &hash, choices }, now)?;
    Ok(uid)
}

/// The secret of a feed's address, for the session under which it was opened or renewed at that
/// instant; under any other session a secret that opens nothing.
pub fn feed_secret(session: &Secret, uid: &str, renewed_at: DateTime<Utc>) -> Secret {
    session.child(&format!("private feed {uid} {}", renewed_at.timestamp_micros()))
}
