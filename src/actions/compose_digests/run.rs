//! One run of composing: the instant that all its digests are of, and what they share.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use quick_cache::sync::Cache;

use super::super::error::Result;
use super::compose::Key;
use crate::db::{Db, DbConnection};
use crate::domain::digest::{Contents, DateChange, DigestDate};
use crate::mail::MailingList;
use crate::secret::Secret;
use crate::store::digests;
use crate::store::network::Network;
use crate::store::signing_keys::{self, SUBSCRIPTIONS};
use crate::store::subscribers::SubscriberRow;

/// What was written later than this before a run may not be committed yet, and is left for the next.
const UNSETTLED: TimeDelta = TimeDelta::minutes(1);

/// Renderings that are remembered: as many sorts of readers as a country has.
const RENDERINGS: usize = 50_000;

/// Windows whose news are remembered. Nearly all readers of a run have the same.
const WINDOWS: usize = 8;

/// Bounds of what is read of one window: of the whole network, in one question.
const MOST_ANNOUNCED: i64 = 10_000;
const MOST_CHANGES: i64 = 10_000;

/// A mailing in the database, and what it holds.
pub struct Stored {
    pub mailing: i64,
    pub contents: Contents,
}

/// What happened within a window, in the whole network.
pub struct HappenedIn {
    pub announced: Vec<DigestDate>,
    pub changes: Vec<DateChange>,
}

/// A run. Threads share it.
pub struct DigestRun {
    pub network: Arc<Network>,
    /// Scheme and host of the site, without a final slash.
    pub origin: String,
    pub key: Secret,
    pub now: DateTime<Utc>,
    stored: Cache<Key, Arc<Stored>>,
    happened: Mutex<BTreeMap<DateTime<Utc>, Arc<HappenedIn>>>,
}

impl DigestRun {
    /// A run at `now`. Draws the key of links if there was none.
    ///
    /// # Errors
    /// The database cannot be written.
    pub fn begin(db: &Db, network: Arc<Network>, origin: &str, now: DateTime<Utc>) -> Result<Self> {
        let key = db.write_now(|tx| signing_keys::ensure(tx, SUBSCRIPTIONS, now))?;
        Ok(Self::with_key(key, network, origin, now))
    }

    /// A run that writes nothing: without a key, links open nothing.
    pub(super) fn looking(
        conn: &mut DbConnection,
        network: Arc<Network>,
        origin: &str,
        now: DateTime<Utc>,
    ) -> Result<Self> {
        let key = signing_keys::find(conn, SUBSCRIPTIONS)?.unwrap_or_default();
        Ok(Self::with_key(key, network, origin, now))
    }

    fn with_key(key: Secret, network: Arc<Network>, origin: &str, now: DateTime<Utc>) -> Self {
        let (stored, happened) = (Cache::new(RENDERINGS), Mutex::default());
        Self { network, origin: origin.to_owned(), key, now, stored, happened }
    }

    /// Until when what happened is told.
    pub fn settled(&self) -> DateTime<Utc> {
        self.now - UNSETTLED
    }

    pub(super) fn stored(&self, key: &Key) -> Option<Arc<Stored>> {
        self.stored.get(key)
    }

    pub(super) fn remember(&self, key: Key, mailing: i64, contents: Contents) {
        self.stored.insert(key, Arc::new(Stored { mailing, contents }));
    }

    /// What happened since `after`.
    pub(super) fn happened(&self, conn: &mut DbConnection, after: DateTime<Utc>) -> Result<Arc<HappenedIn>> {
        let known = |map: &BTreeMap<_, Arc<HappenedIn>>| map.get(&after).map(Arc::clone);
        if let Some(known) = known(&self.happened.lock().unwrap_or_else(PoisonError::into_inner)) {
            return Ok(known);
        }
        let window = (after, self.settled());
        let read = Arc::new(HappenedIn {
            announced: digests::announced(conn, window, self.now, MOST_ANNOUNCED)?,
            changes: digests::changes(conn, window, MOST_CHANGES)?,
        });
        let mut happened = self.happened.lock().unwrap_or_else(PoisonError::into_inner);
        if happened.len() >= WINDOWS {
            happened.pop_last();
        }
        happened.insert(after, Arc::clone(&read));
        Ok(read)
    }
}

/// The list that a reader is on.
pub fn list_of(row: &SubscriberRow) -> MailingList {
    match row.member_id {
        Some(_) => MailingList::Digest,
        None => MailingList::Newsletter,
    }
}
