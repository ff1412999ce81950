//! What the service does by itself: once a day of the network, a thread that wakes each minute asks
//! the database whether the day's work is still to be done and whether it is free, and whether an
//! event is to be published or people are to be reminded now; two others send letters, and mails to many
//! people, as they come; one composes digests.

mod deliver_mail;
mod enrol_readers;
mod extend_horizon;
mod fade_series;
mod forget_date_changes;
mod forget_expired;
mod forget_mail;
mod forget_photos;
mod forget_proposals;
mod forget_registrations;
mod forget_subscribers;
mod publish_due;
mod remind;
mod send_digests;
mod weekly_notes;
mod worker;

use std::time::Duration;

use chrono::TimeDelta;

use crate::actions;
use crate::app::{App, day_of};
use crate::store::jobs;
use crate::store::outbox::Queue;

pub use deliver_mail::{Delivery, pause_after};
pub use publish_due::publish_due;
pub use remind::{forget as forget_reminders, remind};
pub use send_digests::{Digests, send_digests};
pub use weekly_notes::write_weekly_notes;
use worker::Worker;

/// How often it is looked whether a new day has begun, and whether an event or a reminder is due.
const LOOK_FOR_DAY: Duration = Duration::from_secs(60);

/// How often it is looked whether letters wait: people look at their mailbox as soon as they were
/// told of a letter. One question to an index.
const LOOK_FOR_MAIL: Duration = Duration::from_secs(2);

/// How often it is looked whether digests are due. One question to an index.
const LOOK_FOR_DIGESTS: Duration = Duration::from_secs(30);

/// How long a job belongs to the process that took it. When that one dies or fails, it is tried
/// again after so long; when it is only slow, two do the same work, which does no harm.
const LEASE: TimeDelta = TimeDelta::minutes(10);

/// A job of each day.
struct Daily {
    name: &'static str,
    /// Does a part of the work, in a moment; gives how much, and 0 when nothing is left.
    step: fn(&App) -> actions::Result<usize>,
}

const DAILY: &[Daily] = &[
    Daily { name: "extend-horizon", step: extend_horizon::step },
    Daily { name: "fade-series", step: fade_series::step },
    Daily { name: "enrol-readers", step: enrol_readers::step },
    Daily { name: "forget-date-changes", step: forget_date_changes::step },
    Daily { name: "forget-expired", step: forget_expired::step },
    Daily { name: "forget-mail", step: forget_mail::step },
    Daily { name: "forget-registrations", step: forget_registrations::step },
    Daily { name: "forget-subscribers", step: forget_subscribers::step },
    Daily { name: "forget-reminders", step: remind::forget },
    Daily { name: "forget-photos", step: forget_photos::step },
    Daily { name: "forget-proposals", step: forget_proposals::step },
    Daily { name: "weekly-notes", step: weekly_notes::step },
];

/// The running jobs. Dropping this ends the job at work after its step, and waits for that.
pub struct Jobs {
    _daily: Worker,
    _letters: Worker,
    _copies: Worker,
    _digests: Worker,
}

impl Jobs {
    /// Starts the threads: what is due now begins at once, beside the caller. `origin` is where
    /// letters lead to: scheme and host, without a final slash.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn start(app: App, origin: &str) -> std::io::Result<Self> {
        // Apart: mails to everybody keep nobody's link waiting.
        let letters = deliver(Delivery::of(app.clone(), origin, &[Queue::Letters]), "letters")?;
        let copies = deliver(Delivery::of(app.clone(), origin, &[Queue::Copies]), "mailings")?;
        let (composing, leads_to) = (app.clone(), origin.to_owned());
        let compose = move |may_go_on: &dyn Fn() -> bool| {
            if let Err(error) = send_digests(&composing, &leads_to, may_go_on, &|_| {}) {
                tracing::error!(%error, "digests are not composed, which is tried again");
            }
        };
        let digests = Worker::start("digests", LOOK_FOR_DIGESTS, compose)?;
        let origin = origin.to_owned();
        let look = move |may_go_on: &dyn Fn() -> bool| {
            publish_due(&app, may_go_on);
            remind(&app, may_go_on);
            run_due(&app, may_go_on);
            write_weekly_notes(&app, &origin, may_go_on);
        };
        let daily = Worker::start("jobs", LOOK_FOR_DAY, look)?;
        Ok(Self { _daily: daily, _letters: letters, _copies: copies, _digests: digests })
    }
}

fn deliver(mut delivery: Delivery, name: &str) -> std::io::Result<Worker> {
    Worker::start(name, LOOK_FOR_MAIL, move |may_go_on: &dyn Fn() -> bool| {
        if let Err(error) = delivery.round(may_go_on) {
            tracing::error!(%error, "letters cannot be looked at, which is tried again");
        }
    })
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
