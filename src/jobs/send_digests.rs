//! Composes the digests that are due, on as many threads as the machine has processors; other
//! processes may be at it too.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use crate::actions::{self, DigestRun, compose_some};
use crate::app::App;
use crate::store::digests;

/// More would wait for each other.
const MOST_THREADS: usize = 4;

/// What a run came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Digests {
    pub readers: usize,
    pub written: usize,
    pub drawn: usize,
}

/// Composes what is due, for as long as `may_go_on`; `heard` is told how many readers were done.
///
/// # Errors
/// The database cannot be asked. Whoever was not done is done in the next run.
pub fn send_digests(
    app: &App,
    origin: &str,
    may_go_on: &dyn Fn() -> bool,
    heard: &dyn Fn(usize),
) -> actions::Result<Digests> {
    let now = app.clock.now();
    if app.db.read_now(|conn| digests::count_due(conn, now))? == 0 {
        return Ok(Digests::default());
    }
    let network = app.db.read_now(|conn| app.network(conn))?;
    let run = DigestRun::begin(&app.db, network, origin, now)?;
    let counts = Counts::default();
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS);
    let outcomes = std::thread::scope(|scope| {
        let helpers: Vec<_> =
            (1..threads).map(|_| scope.spawn(|| work(app, &run, &counts, &|| true, &|_| {}))).collect();
        let own = work(app, &run, &counts, may_go_on, heard);
        counts.stopped.store(true, Ordering::Relaxed);
        // A panic was told on standard error; the others go on.
        let theirs = helpers.into_iter().filter_map(|helper| helper.join().ok());
        theirs.chain([own]).collect::<actions::Result<()>>()
    });
    let done = counts.sum();
    if done.readers > 0 {
        let Digests { readers, written, drawn } = done;
        tracing::info!(readers, written, drawn, "digests composed");
    }
    outcomes.map(|()| done)
}

#[derive(Default)]
struct Counts {
    readers: AtomicUsize,
    written: AtomicUsize,
    drawn: AtomicUsize,
    stopped: AtomicBool,
}

impl Counts {
    fn sum(&self) -> Digests {
        let of = |count: &AtomicUsize| count.load(Ordering::Relaxed);
        Digests { readers: of(&self.readers), written: of(&self.written), drawn: of(&self.drawn) }
    }
}

fn work(
    app: &App,
    run: &DigestRun,
    counts: &Counts,
    may_go_on: &dyn Fn() -> bool,
    heard: &dyn Fn(usize),
) -> actions::Result<()> {
    while may_go_on() && !counts.stopped.load(Ordering::Relaxed) {
        let Some(tally) = compose_some(&app.db, run)? else { break };
        counts.readers.fetch_add(tally.readers, Ordering::Relaxed);
        counts.written.fetch_add(tally.written, Ordering::Relaxed);
        counts.drawn.fetch_add(tally.drawn, Ordering::Relaxed);
        heard(counts.sum().readers);
    }
    Ok(())
}
