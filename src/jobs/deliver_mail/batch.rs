//! Letters that were taken together, handed over on several connections at once. One thread notes
//! what became of them, some at a time, so that few are ever sent and not noted.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::settle::{Outcome, Settled, settle};
use super::{Job, Means, PAUSES_MIN};
use crate::actions;
use crate::mail::{Failure, FailureKind, Open, accounts};
use crate::store::outbox;

/// How long connections take letters from one batch; what is left is given back.
pub const LONGEST: Duration = Duration::from_secs(240);

/// Letters of one connection that are sent and wait to be noted; as many again are being noted.
const UNNOTED: usize = 4;

/// How often it is looked whether the work may go on.
const LOOK: Duration = Duration::from_millis(200);

/// So many letters in a row that are to come back later, and the others wait too.
const RELUCTANT: usize = 10;

/// What came of a batch.
#[derive(Clone, Copy, Debug, Default)]
pub struct Done {
    pub settled: usize,
    /// The next letter would fail in the same way.
    pub in_vain: bool,
}

/// What connections share.
struct Shared<'a> {
    means: &'a Means<'a>,
    queue: Mutex<VecDeque<Job>>,
    over: AtomicBool,
}

/// Hands letters over, on as many connections as there are ways, which stay open for the next.
pub fn run(
    means: &Means<'_>,
    jobs: Vec<Job>,
    ways: &mut [Option<Open>],
    may_go_on: &dyn Fn() -> bool,
) -> actions::Result<Done> {
    let room = UNNOTED * ways.len();
    let shared = Shared { means, queue: Mutex::new(jobs.into()), over: AtomicBool::new(false) };
    let done = std::thread::scope(|scope| {
        let (told, heard) = sync_channel(room);
        for way in ways {
            let (shared, told) = (&shared, told.clone());
            scope.spawn(move || shared.work_off(way, &told));
        }
        drop(told);
        let done = shared.note(&heard, room, may_go_on);
        // After an error: whoever still sends finds nobody who notes it, and ends.
        shared.over.store(true, Ordering::Relaxed);
        done
    });
    let left = shared.queue.into_inner().unwrap_or_else(PoisonError::into_inner);
    let left: Vec<_> = left.iter().map(|job| &job.mail).collect();
    means.app.db.write_now(|tx| outbox::release(tx, &left))?;
    done
}

impl Shared<'_> {
    /// Sends one letter after the other on one connection.
    fn work_off(&self, way: &mut Option<Open>, told: &SyncSender<(Job, Outcome)>) {
        while !self.over.load(Ordering::Relaxed) {
            let next = self.queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
            let Some(job) = next else { return };
            let outcome = self.means.attempt(&job, way);
            if matches!(&outcome, Outcome::Failed(failure) if failure.kind.concerns_all()) {
                self.over.store(true, Ordering::Relaxed);
            }
            if told.send((job, outcome)).is_err() {
                return;
            }
        }
    }

    /// Notes what comes of the letters until every connection has ended.
    fn note(
        &self,
        heard: &Receiver<(Job, Outcome)>,
        room: usize,
        may_go_on: &dyn Fn() -> bool,
    ) -> actions::Result<Done> {
        let began = Instant::now();
        let mut done = Done::default();
        let mut reluctant = 0;
        loop {
            let first = match heard.recv_timeout(LOOK) {
                Ok(first) => Some(first),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return Ok(done),
            };
            if !may_go_on() || began.elapsed() > LONGEST {
                self.over.store(true, Ordering::Relaxed);
            }
            let some: Vec<_> = first.into_iter().chain(heard.try_iter()).take(room).collect();
            if some.is_empty() {
                continue;
            }
            let Settled { in_vain, not_now } = settle(self.means, &some)?;
            done.settled += some.len();
            reluctant = if not_now == some.len() { reluctant + not_now } else { 0 };
            done.in_vain |= in_vain || reluctant >= RELUCTANT;
            if done.in_vain {
                self.over.store(true, Ordering::Relaxed);
            }
        }
    }
}

impl Means<'_> {
    /// Hands one letter over.
    fn attempt(&self, job: &Job, way: &mut Option<Open>) -> Outcome {
        let mail = &job.mail;
        if mail.stopped && !accounts::is_about_access(&mail.kind) {
            return Outcome::Stopped;
        }
        // Whoever had it at the last try ended in the midst of it.
        if usize::try_from(mail.tries).is_ok_and(|tries| tries > PAUSES_MIN.len()) {
            return Outcome::Failed(Failure::new(FailureKind::Interrupted, ""));
        }
        match self.hand_over(job, way) {
            Ok(()) => Outcome::Sent,
            Err(failure) => Outcome::Failed(failure),
        }
    }

    fn hand_over(&self, job: &Job, way: &mut Option<Open>) -> Result<(), Failure> {
        let Some(transport) = &self.transport else { return Ok(()) };
        let parcel = self.write(job)?;
        if way.as_ref().is_none_or(Open::is_over) {
            *way = Some(transport.open()?);
        }
        match way {
            Some(open) => open.send(&parcel),
            None => Err(Failure::new(FailureKind::Unreachable, "")),
        }
    }
}
