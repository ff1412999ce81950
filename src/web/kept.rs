//! Answers kept in memory: rendered once per revision, however many readers wait, compressed once
//! per encoding, and checked against the revision counters each time they are given. An answer is
//! held in the encodings that were asked for, and in no other: browsers never ask for the plain text,
//! which is ten times as long.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use actix_web::http::header::HeaderValue;
use actix_web::web::Bytes;
use chrono::{DateTime, Utc};
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use super::encoding::Encoding;
use crate::db::{Revisions, Scope};

/// What a handler made, before it is kept.
#[derive(Debug)]
pub struct Made {
    pub content_type: &'static str,
    pub cache_control: &'static str,
    pub body: String,
    /// What it shows: a change there makes it stale.
    pub scope: Scope,
    /// When it stops being true by itself ("open now", "today").
    pub valid_until: DateTime<Utc>,
    /// Last change of what it shows, where that is known.
    pub last_modified: Option<DateTime<Utc>>,
    /// Keep it out of search engines (`X-Robots-Tag`).
    pub noindex: bool,
}

/// An answer with all that its headers need, ready to be sent many times.
#[derive(Debug)]
pub struct Answer {
    pub content_type: HeaderValue,
    pub cache_control: HeaderValue,
    pub etag: HeaderValue,
    pub last_modified: Option<(HeaderValue, DateTime<Utc>)>,
    pub noindex: bool,
    scope: Scope,
    /// The network's count before the queries.
    revision: i64,
    /// Microseconds since 1970.
    valid_until: i64,
    /// Octets of the text.
    length: usize,
    /// At least one of these is there from the beginning.
    identity: OnceLock<Bytes>,
    gzip: OnceLock<Bytes>,
    brotli: OnceLock<Bytes>,
}

impl Answer {
    /// Made for one who takes it in `encoding`.
    pub fn new(made: Made, revision: i64, encoding: Encoding) -> Self {
        let etag = format!("W/\"{:032x}\"", xxhash_rust::xxh3::xxh3_128(made.body.as_bytes()));
        let answer = Self {
            content_type: HeaderValue::from_static(made.content_type),
            cache_control: HeaderValue::from_static(made.cache_control),
            etag: HeaderValue::from_str(&etag).unwrap_or(HeaderValue::from_static("W/\"\"")),
            last_modified: made.last_modified.and_then(|at| {
                let text = at.format("%a, %d %b %Y %H:%M:%S GMT").to_string();
                Some((HeaderValue::from_str(&text).ok()?, at))
            }),
            noindex: made.noindex,
            scope: made.scope,
            revision,
            valid_until: made.valid_until.timestamp_micros(),
            length: made.body.len(),
            identity: OnceLock::new(),
            gzip: OnceLock::new(),
            brotli: OnceLock::new(),
        };
        answer.form(encoding).get_or_init(|| encoding.encode(Bytes::from(made.body)));
        answer
    }

    /// Whether it is still true at `now`.
    pub fn is_fresh(&self, revisions: &Revisions, now: DateTime<Utc>) -> bool {
        now.timestamp_micros() < self.valid_until && revisions.unchanged(&self.scope, self.revision)
    }

    /// The body in an encoding, made and held from the first time it is asked for.
    pub fn body(&self, encoding: Encoding) -> Bytes {
        self.form(encoding).get_or_init(|| encoding.encode(self.text())).clone()
    }

    fn form(&self, encoding: Encoding) -> &OnceLock<Bytes> {
        match encoding {
            Encoding::Identity => &self.identity,
            Encoding::Gzip => &self.gzip,
            Encoding::Brotli => &self.brotli,
        }
    }

    /// The text, from whichever form is held.
    fn text(&self) -> Bytes {
        let forms = [Encoding::Identity, Encoding::Gzip, Encoding::Brotli];
        let held = forms.into_iter().find_map(|encoding| Some((encoding, self.form(encoding).get()?)));
        held.map(|(encoding, body)| encoding.decode(body)).unwrap_or_default()
    }

    /// Bytes that it may come to hold: the text, and a third of it for each compressed body.
    fn weight(&self) -> u64 {
        let text = u64::try_from(self.length).unwrap_or(u64::MAX);
        text + text / 3 * 2 + 1_024
    }
}

#[derive(Clone)]
struct Bytewise;

impl Weighter<String, Arc<Answer>> for Bytewise {
    fn weight(&self, address: &String, answer: &Arc<Answer>) -> u64 {
        answer.weight() + u64::try_from(address.len()).unwrap_or(0)
    }
}

/// Longest address under which an answer is kept: nobody fills the memory with invented queries.
const LONGEST_ADDRESS: usize = 400;

/// The kept answers, bounded in bytes, by address (path and query).
pub struct Kept {
    answers: Option<Cache<String, Arc<Answer>, Bytewise>>,
    building: Mutex<HashMap<String, Arc<tokio::sync::Mutex<()>>>>,
}

impl Kept {
    /// `bytes` 0 keeps nothing.
    pub fn new(bytes: u64) -> Self {
        let answers = (bytes > 0).then(|| Cache::with_weighter(2_000, bytes, Bytewise));
        Self { answers, building: Mutex::default() }
    }

    /// The answer at `address`, if it is still true.
    pub fn fresh(&self, address: &str, revisions: &Revisions, now: DateTime<Utc>) -> Option<Arc<Answer>> {
        let answer = self.answers.as_ref()?.get(address)?;
        answer.is_fresh(revisions, now).then_some(answer)
    }

    pub fn keep(&self, address: &str, answer: &Arc<Answer>) {
        if let Some(answers) = &self.answers
            && address.len() <= LONGEST_ADDRESS
        {
            answers.insert(address.to_owned(), Arc::clone(answer));
        }
    }

    /// Bytes held now, as they are weighed.
    pub fn weight(&self) -> u64 {
        self.answers.as_ref().map_or(0, Cache::weight)
    }

    /// The turn to build what is at `address`: held by one, awaited by the others, who then find
    /// what the first one kept.
    pub async fn turn(&self, address: &str) -> Turn<'_> {
        let lock = {
            let mut building = self.building.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(building.entry(address.to_owned()).or_default())
        };
        let held = Arc::clone(&lock).lock_owned().await;
        Turn { kept: self, address: address.to_owned(), lock, _held: held }
    }
}

/// A held turn. The last one to let go of it forgets the address.
pub struct Turn<'a> {
    kept: &'a Kept,
    address: String,
    lock: Arc<tokio::sync::Mutex<()>>,
    _held: tokio::sync::OwnedMutexGuard<()>,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut building = self.kept.building.lock().unwrap_or_else(PoisonError::into_inner);
        // Held by the map, by this turn and inside its guard: nobody else waits.
        if Arc::strong_count(&self.lock) <= 3 {
            building.remove(&self.address);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::future::Future as _;

    use chrono::TimeDelta;

    use super::*;

    fn made(body: &str, valid_until: DateTime<Utc>) -> Made {
        Made {
            content_type: "text/plain",
            cache_control: "no-cache",
            body: body.to_owned(),
            scope: Scope::Place(1),
            valid_until,
            last_modified: None,
            noindex: false,
        }
    }

    #[test]
    fn an_answer_is_given_until_its_time_or_its_scope_has_passed() {
        let (kept, revisions, now) = (Kept::new(1 << 20), Revisions::default(), DateTime::UNIX_EPOCH);
        revisions.learn(&[("network".into(), 1)]);
        kept.keep("/a", &Arc::new(Answer::new(made("a", now + TimeDelta::hours(1)), 1, Encoding::Identity)));
        assert!(kept.fresh("/a", &revisions, now).is_some());
        assert!(kept.fresh("/a", &revisions, now + TimeDelta::hours(1)).is_none());
        revisions.learn(&[("network".into(), 2), ("place:1".into(), 2)]);
        assert!(kept.fresh("/a", &revisions, now).is_none());
    }

    #[test]
    fn memory_is_bounded_in_bytes() {
        let (kept, now) = (Kept::new(100_000), DateTime::UNIX_EPOCH + TimeDelta::days(1));
        for n in 0..1_000 {
            kept.keep(
                &format!("/{n}"),
                &Arc::new(Answer::new(made(&"x".repeat(2_000), now), 1, Encoding::Brotli)),
            );
        }
        assert!(kept.weight() <= 100_000 && kept.weight() > 50_000, "{}", kept.weight());
        let none = Kept::new(0);
        none.keep("/a", &Arc::new(Answer::new(made("a", now), 1, Encoding::Gzip)));
        assert_eq!(none.weight(), 0);
    }

    #[test]
    fn the_tag_follows_the_content() {
        let now = DateTime::UNIX_EPOCH;
        let tag = |body| Answer::new(made(body, now), 1, Encoding::Identity).etag;
        assert_eq!(tag("a"), tag("a"));
        assert_ne!(tag("a"), tag("b"));
    }

    #[test]
    fn an_answer_is_held_as_it_was_asked_for_and_given_in_every_encoding() {
        let now = DateTime::UNIX_EPOCH;
        let text = "Une vigie. ".repeat(100);
        for first in [Encoding::Identity, Encoding::Gzip, Encoding::Brotli] {
            let answer = Answer::new(made(&text, now), 1, first);
            let held = [&answer.identity, &answer.gzip, &answer.brotli];
            assert_eq!(held.into_iter().filter(|form| form.get().is_some()).count(), 1, "{first:?}");
            for encoding in [Encoding::Brotli, Encoding::Gzip, Encoding::Identity] {
                assert_eq!(encoding.decode(&answer.body(encoding)), text, "{first:?} {encoding:?}");
            }
        }
    }

    /// Fifty readers of one address: the first builds, the others find what it kept.
    #[test]
    fn one_rebuild_however_many_readers_wait() {
        let (kept, revisions, now) = (Kept::new(1 << 20), Revisions::default(), DateTime::UNIX_EPOCH);
        let builds = std::sync::atomic::AtomicUsize::new(0);
        let read = async || {
            let _turn = kept.turn("/agenda").await;
            if kept.fresh("/agenda", &revisions, now).is_none() {
                builds.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                // Lets the others come to wait.
                tokio::task::yield_now().await;
                kept.keep(
                    "/agenda",
                    &Arc::new(Answer::new(made("a", now + TimeDelta::hours(1)), 1, Encoding::Identity)),
                );
            }
        };
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let readers: Vec<_> = (0..50).map(|_| Box::pin(read())).collect();
            let mut waiting = readers;
            std::future::poll_fn(|context| {
                waiting.retain_mut(|reader| reader.as_mut().poll(context).is_pending());
                if waiting.is_empty() { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
            })
            .await;
        });
        assert_eq!(builds.into_inner(), 1);
        assert!(kept.building.lock().unwrap().is_empty(), "a turn is left behind");
    }
}
