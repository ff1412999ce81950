//! What the service does by itself, once a day of the network: one thread that wakes each minute
//! and asks the database whether the day's work is still to be done and whether it is free.

mod extend_horizon;

use std::sync::mpsc::{RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use chrono::TimeDelta;

use crate::actions;
use crate::app::{App, day_of};
use crate::store::jobs;

/// How often it is looked whether a new day has begun.
const LOOK: Duration = Duration::from_secs(60);

/// How long a job belongs to the process that took it. When that one dies or fails, it is tried
/// again after so long; when it is only slow, two do the same work, which does no harm.
const LEASE: TimeDelta = TimeDelta::minutes(10);

/// A job of each day.
struct Daily {
    name: &'static str,
    /// Does a part of the work, in a moment; gives how much, and 0 when nothing is left.
    step: fn(&App) -> actions::Result<usize>,
}

const DAILY: &[Daily] = &[Daily { name: "extend-horizon", step: extend_horizon::step }];

/// The running jobs. Dropping this ends the job at work after its step, and waits for that.
pub struct Jobs {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Jobs {
    /// Starts the thread: what is due now begins at once, beside the caller.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn start(app: App) -> std::io::Result<Self> {
        let (stop, stopped) = channel::<()>();
        let work = move || {
            loop {
                run_due(&app, &|| stopped.try_recv() == Err(TryRecvError::Empty));
                if stopped.recv_timeout(LOOK) != Err(RecvTimeoutError::Timeout) {
                    return;
                }
            }
        };
        let thread = std::thread::Builder::new().name("jobs".to_owned()).spawn(work)?;
        Ok(Self { stop: Some(stop), thread: Some(thread) })
    }
}

impl Drop for Jobs {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic has been told on standard error; the service stops all the same.
            let _ = thread.join();
        }
    }
}

/// Runs each job that is not done for today and that no other process is at, for as long as
/// `may_go_on`.
pub fn run_due(app: &App, may_go_on: &dyn Fn() -> bool) {
    for job in DAILY {
        match run(app, job, may_go_on) {
            Ok(Some(done)) => tracing::info!(job = job.name, done, "job done"),
            Ok(None) => {}
            Err(error) => tracing::error!(job = job.name, %error, "job failed, and is tried again later"),
        }
    }
}

/// How much was done; `None`: the job was not due, or it was ended before its end.
fn run(app: &App, job: &Daily, may_go_on: &dyn Fn() -> bool) -> actions::Result<Option<usize>> {
    let now = app.clock.now();
    let zone = app.db.read_now(|conn| app.network(conn))?.zone;
    let day = day_of(now, zone);
    if !app.db.write_now(|tx| jobs::claim(tx, job.name, day, now, now + LEASE))? {
        return Ok(None);
    }
    let mut done = 0;
    while may_go_on() {
        match (job.step)(app)? {
            0 => {
                app.db.write_now(|tx| jobs::finish(tx, job.name, day))?;
                return Ok(Some(done));
            }
            some => done += some,
        }
    }
    app.db.write_now(|tx| jobs::release(tx, job.name))?;
    Ok(None)
}
