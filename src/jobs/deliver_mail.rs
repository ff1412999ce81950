//! Sends the letters of the outbox. Each is claimed for a while, handed over with no transaction
//! open, and settled. A process that dies in between leaves a lease that ends: its letter may then
//! arrive twice, under one Message-ID, and never not at all.

use chrono::{DateTime, TimeDelta, Utc};

use crate::actions;
use crate::app::App;
use crate::ical::Posting;
use crate::mail::{Failure, FailureKind, Letter, Letterhead, Open, Posted, Sheet, Transport, message};
use crate::store::network::Network;
use crate::store::outbox::{self, Claimed, Kept};

/// How long a letter belongs to the process that took it: longer than the slowest conversation with
/// a mail server, each of whose steps ends in 20 seconds.
const LEASE: TimeDelta = TimeDelta::minutes(10);

/// Pauses after the first, second… failure, in minutes; after the last the letter is parked. They
/// outlast a mail server that is down for a day.
const PAUSES_MIN: [i64; 7] = [1, 5, 30, 120, 360, 720, 1_440];

/// How long nothing is tried after a failure that the next letter would meet too.
const BREATHER: TimeDelta = TimeDelta::minutes(1);

/// Letters looked at together: as many processes find one each.
const AHEAD: i64 = 10;

/// Sends letters for one process.
pub struct Delivery {
    app: App,
    /// Where letters lead to.
    origin: String,
    /// After a failure that concerned all letters.
    not_before: DateTime<Utc>,
}

/// How long a letter rests after its `tries`-th try failed so; `None`: it is parked.
pub fn pause_after(failure: FailureKind, tries: i32) -> Option<TimeDelta> {
    let nth = usize::try_from(tries).ok()?.checked_sub(1)?;
    let minutes = PAUSES_MIN.get(nth).filter(|_| !failure.is_final())?;
    Some(TimeDelta::minutes(*minutes))
}

impl Delivery {
    pub fn new(app: App, origin: &str) -> Self {
        Self { app, origin: origin.to_owned(), not_before: DateTime::UNIX_EPOCH }
    }

    /// Sends what is due, for as long as `may_go_on`; gives how many letters were settled.
    ///
    /// # Errors
    /// The database cannot be asked. What goes wrong with a letter stands beside it.
    pub fn round(&mut self, may_go_on: &dyn Fn() -> bool) -> actions::Result<usize> {
        let network = self.app.db.read_now(|conn| self.app.network(conn))?;
        // In a demonstration nothing leaves the machine, whatever is configured.
        let route = self.app.config.mail_url.clone().filter(|_| !network.demo);
        let transport = route.map(|route| Transport::new(route, &network.host));
        if !network.demo && (transport.is_none() || self.app.clock.now() < self.not_before) {
            return Ok(0);
        }
        let mut open = None;
        let mut settled = 0;
        while may_go_on() {
            let Some(mail) = self.claim()? else { break };
            let outcome = match &transport {
                None => Ok(Kept::Letter),
                Some(transport) => self.hand_over(&mail, &network, transport, &mut open),
            };
            settled += 1;
            if self.settle(&mail, outcome)? {
                self.not_before = self.app.clock.now() + BREATHER;
                break;
            }
        }
        Ok(settled)
    }

    /// Takes one letter that is due; `None` when there is none.
    fn claim(&self) -> actions::Result<Option<Claimed>> {
        loop {
            let now = self.app.clock.now();
            let due = self.app.db.read_now(|conn| outbox::due(conn, now, AHEAD))?;
            if due.is_empty() {
                return Ok(None);
            }
            for id in due {
                if let Some(mail) = self.app.db.write_now(|tx| outbox::claim(tx, id, now, now + LEASE))? {
                    return Ok(Some(mail));
                }
            }
        }
    }

    fn hand_over(
        &self,
        mail: &Claimed,
        network: &Network,
        transport: &Transport,
        open: &mut Option<Open>,
    ) -> Result<Kept, Failure> {
        // Whoever had it at the last try ended in the midst of it.
        if usize::try_from(mail.tries).is_ok_and(|tries| tries > PAUSES_MIN.len() + 1) {
            return Err(Failure::new(FailureKind::Interrupted, ""));
        }
        let uid = mail.uid.parse().map_err(unwritable)?;
        let message = self.write(mail, network, uid)?;
        if open.as_ref().is_none_or(Open::is_over) {
            *open = Some(transport.open()?);
        }
        match open {
            Some(way) => way.send(uid, &message).map(|()| Kept::Nothing),
            None => Err(Failure::new(FailureKind::Unreachable, "")),
        }
    }

    fn write(&self, mail: &Claimed, network: &Network, uid: uuid::Uuid) -> Result<lettre::Message, Failure> {
        let letter: Letter = serde_json::from_str(&mail.letter).map_err(unwritable)?;
        let head = Letterhead {
            network: &network.name,
            origin: &self.origin,
            locale: mail.locale,
            to_member: mail.to_member,
        };
        let config = &self.app.config;
        let sender =
            config.sender(&network.host).ok_or_else(|| unwritable("the network's host is no domain"))?;
        let calendar = letter.calendar_part(&Posting {
            origin: &self.origin,
            host: &network.host,
            mailbox: config.mail_replies.as_ref().unwrap_or(&sender.address).as_str(),
            answers: config.mail_replies.is_some(),
            name: &mail.recipient_name,
            address: &mail.recipient,
            locale: mail.locale,
        });
        // Some calendars answer whom a letter answers, and not the organizer.
        let replies = config.mail_replies.as_ref().filter(|_| calendar.is_some());
        let replies = replies.map(|address| (sender.name.as_str(), address.as_str()));
        let writer = letter.reply_to.as_ref().map(|(name, address)| (name.as_str(), address.as_str()));
        message(&Posted {
            sheet: &Sheet::of(&letter, &head),
            calendar: calendar.as_ref().map(|(method, text)| (*method, text.as_str())),
            reply_to: writer.or(replies),
            sender: &sender,
            recipient: &mail.recipient,
            recipient_name: &mail.recipient_name,
            uid,
            host: &network.host,
            date: self.app.clock.now(),
        })
    }

    /// Notes what became of a letter; whether the next would fail in the same way.
    fn settle(&self, mail: &Claimed, outcome: Result<Kept, Failure>) -> actions::Result<bool> {
        let now = self.app.clock.now();
        let failure = match outcome {
            Ok(kept) => {
                self.app.db.write_now(|tx| outbox::sent(tx, mail, kept, now))?;
                return Ok(false);
            }
            Err(failure) => failure,
        };
        // Not the words of the server: they may hold the recipient's address.
        let (kind, uid, tries) = (mail.kind.as_str(), mail.uid.as_str(), mail.tries);
        tracing::warn!(kind, uid, tries, failure = failure.kind.code(), "a letter was not taken");
        self.app.db.write_now(|tx| match pause_after(failure.kind, mail.tries) {
            Some(pause) => outbox::postpone(tx, mail, &failure, now + pause),
            None => outbox::give_up(tx, mail, &failure),
        })?;
        Ok(failure.kind.concerns_all())
    }
}

fn unwritable(cause: impl std::fmt::Display) -> Failure {
    Failure::new(FailureKind::Unwritable, cause)
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
