//! What becomes of a member's private feed: other choices, another address, nothing any more.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::open_private_feed::feed_secret;
use crate::db::Transaction;
use crate::domain::policy::{Action, Actor};
use crate::domain::private_feed::FeedChoices;
use crate::secret::Secret;
use crate::store::private_feeds::{self, PrivateFeedRow};

/// What it holds, and how; its address stays.
pub fn amend_private_feed(
    tx: &mut Transaction<'_>,
    by: &Actor,
    uid: &str,
    choices: &FeedChoices,
    now: DateTime<Utc>,
) -> Result<()> {
    let feed = own(tx, by, uid)?;
    Ok(private_feeds::update(tx, feed.id, choices, now)?)
}

/// It gets another address, which the browser of this session can show; the one before is worth
/// nothing from now on.
pub fn renew_private_feed(
    tx: &mut Transaction<'_>,
    by: &Actor,
    uid: &str,
    session: &Secret,
    now: DateTime<Utc>,
) -> Result<()> {
    let feed = own(tx, by, uid)?;
    Ok(private_feeds::renew(tx, feed.id, &feed_secret(session, uid, now).hash(), now)?)
}

/// Its address is worth nothing from now on.
pub fn revoke_private_feed(tx: &mut Transaction<'_>, by: &Actor, uid: &str) -> Result<()> {
    let feed = own(tx, by, uid)?;
    Ok(private_feeds::delete(tx, feed.id)?)
}

fn own(tx: &mut Transaction<'_>, by: &Actor, uid: &str) -> Result<PrivateFeedRow> {
    let feed = private_feeds::by_uid(tx, uid)?;
    match by.may(Action::ActAs(feed.member_id)) {
        true => Ok(feed),
        false => Err(Error::Forbidden),
    }
}
