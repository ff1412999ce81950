//! Sends the letters of the outbox. Some are claimed for a while, handed over on a few connections
//! with no transaction open, and settled as they go. A process that dies in between leaves leases
//! that end: what it had sent and not settled then arrives twice, under one Message-ID, and nothing
//! never.

mod batch;
mod settle;
mod write;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use crate::actions;
use crate::app::App;
use crate::mail::{FailureKind, Mailing, Open, Transport};
use crate::store::mailings;
use crate::store::network::Network;
use crate::store::outbox::{self, Claimed, Queue};

/// How long letters belong to the process that took them: longer than [`batch::LONGEST`] and the
/// slowest conversation with a mail server after it.
const LEASE: TimeDelta = TimeDelta::minutes(10);

/// Letters taken together. A letter to one person that comes meanwhile waits for no more than these.
const TOGETHER: i64 = 200;

/// Pauses after the first, second… failure, in minutes; after the last the letter is parked. They
/// outlast a mail server that is down for a day.
const PAUSES_MIN: [i64; 7] = [1, 5, 30, 120, 360, 720, 1_440];

/// How long nothing is tried after a failure that the next letter would meet too.
const BREATHER: TimeDelta = TimeDelta::minutes(1);

/// Sends letters for one process.
pub struct Delivery {
    app: App,
    /// Where letters lead to.
    origin: String,
    /// What is sent, the first before the second.
    queues: &'static [Queue],
    /// The mailings of the last copies: the next are mostly of the same.
    mailings: HashMap<i64, Arc<Mailing>>,
    /// After a failure that concerned all letters.
    not_before: DateTime<Utc>,
}

/// What a round is done with.
struct Means<'a> {
    app: &'a App,
    origin: &'a str,
    network: &'a Network,
    /// `None`: nothing leaves the machine.
    transport: Option<Transport>,
}

/// A letter with the mailing that it is a copy of.
struct Job {
    mail: Claimed,
    mailing: Option<Arc<Mailing>>,
}

/// How long a letter rests after its `tries`-th try failed so; `None`: it is parked.
pub fn pause_after(failure: FailureKind, tries: i32) -> Option<TimeDelta> {
    let nth = usize::try_from(tries).ok()?.checked_sub(1)?;
    let minutes = PAUSES_MIN.get(nth).filter(|_| !failure.is_final())?;
    Some(TimeDelta::minutes(*minutes))
}

impl Delivery {
    /// Of all letters: those to one person first.
    pub fn new(app: App, origin: &str) -> Self {
        Self::of(app, origin, &[Queue::Letters, Queue::Copies])
    }

    /// Of some queues.
    pub fn of(app: App, origin: &str, queues: &'static [Queue]) -> Self {
        let origin = origin.to_owned();
        Self { app, origin, queues, mailings: HashMap::new(), not_before: DateTime::UNIX_EPOCH }
    }

    /// Sends what is due, for as long as `may_go_on`; gives how many letters were settled.
    ///
    /// # Errors
    /// The database cannot be asked. What goes wrong with a letter stands beside it.
    pub fn round(&mut self, may_go_on: &dyn Fn() -> bool) -> actions::Result<usize> {
        let app = self.app.clone();
        let origin = self.origin.clone();
        let network = app.db.read_now(|conn| app.network(conn))?;
        // In a demonstration nothing leaves the machine, whatever is configured.
        let route = app.config.mail_url.clone().filter(|_| !network.demo);
        let transport = route.map(|route| Transport::new(route, &network.host));
        if !network.demo && (transport.is_none() || app.clock.now() < self.not_before) {
            return Ok(0);
        }
        let means = Means { app: &app, origin: &origin, network: &network, transport };
        let mut ways: Vec<Option<Open>> = (0..app.config.mail_connections).map(|_| None).collect();
        let mut settled = 0;
        while may_go_on() {
            let jobs = self.claim()?;
            if jobs.is_empty() {
                break;
            }
            // One person's letters are few; the next are looked at sooner.
            let ways = match jobs.iter().any(|job| job.mailing.is_some()) {
                true => ways.as_mut_slice(),
                false => ways.get_mut(..1).unwrap_or_default(),
            };
            let done = batch::run(&means, jobs, ways, may_go_on)?;
            settled += done.settled;
            if done.in_vain {
                self.not_before = app.clock.now() + BREATHER;
                break;
            }
        }
        Ok(settled)
    }

    /// Takes letters of the first queue where some are due.
    fn claim(&mut self) -> actions::Result<Vec<Job>> {
        for queue in self.queues {
            let now = self.app.clock.now();
            // Mostly nothing is, and looking takes no turn from those who write.
            if !self.app.db.read_now(|conn| outbox::is_due(conn, *queue, now))? {
                continue;
            }
            let claim = self.app.db.write_now(|tx| outbox::claim(tx, *queue, now, now + LEASE, TOGETHER))?;
            if !claim.is_empty() {
                return self.with_mailings(claim);
            }
        }
        Ok(Vec::new())
    }

    fn with_mailings(&mut self, claimed: Vec<Claimed>) -> actions::Result<Vec<Job>> {
        let mut wanted: Vec<i64> = claimed.iter().filter_map(|mail| mail.mailing).collect();
        wanted.sort_unstable();
        wanted.dedup();
        self.mailings.retain(|id, _| wanted.contains(id));
        wanted.retain(|id| !self.mailings.contains_key(id));
        let found = self.app.db.read_now(|conn| mailings::by_ids(conn, &wanted))?;
        self.mailings.extend(found.into_iter().map(|(id, mailing)| (id, Arc::new(mailing))));
        let mailing = |mail: &Claimed| mail.mailing.and_then(|id| self.mailings.get(&id).cloned());
        Ok(claimed.into_iter().map(|mail| Job { mailing: mailing(&mail), mail }).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_until_the_letter_is_parked() {
        let pauses = |kind| -> Vec<i64> {
            (1..).map_while(|tries| pause_after(kind, tries)).map(|pause| pause.num_minutes()).collect()
        };
        for kind in [FailureKind::Unreachable, FailureKind::NotNow, FailureKind::Cut, FailureKind::SignIn] {
            assert_eq!(pauses(kind), [1, 5, 30, 120, 360, 720, 1_440], "{kind}");
        }
        for kind in [FailureKind::RecipientRefused, FailureKind::LetterRefused, FailureKind::Unwritable] {
            assert!(pauses(kind).is_empty(), "{kind}");
        }
        assert_eq!(pause_after(FailureKind::NotNow, 0), None);
    }
}
