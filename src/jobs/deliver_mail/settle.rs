//! What became of some letters, noted in one transaction, with the figures of the day.

use std::collections::BTreeMap;

use super::{Job, Means, pause_after};
use crate::actions;
use crate::app::day_of;
use crate::db::Transaction;
use crate::mail::{Failure, FailureKind, MailingList};
use crate::store::outbox::{self, Claimed, Kept};
use crate::store::{failing_addresses, mail_days};

/// What became of a letter.
#[derive(Debug)]
pub enum Outcome {
    Sent,
    Failed(Failure),
    /// Its recipient takes nothing any more: it was not tried.
    Stopped,
}

/// What the letters that were noted say of the next.
#[derive(Clone, Copy, Debug)]
pub struct Settled {
    /// It would fail in the same way.
    pub in_vain: bool,
    /// How many are to come back later.
    pub not_now: usize,
}

/// Sent and failed, by list.
type Figures = BTreeMap<Option<MailingList>, (i64, i64)>;

/// Notes what became of these.
pub fn settle(means: &Means<'_>, some: &[(Job, Outcome)]) -> actions::Result<Settled> {
    let now = means.app.clock.now();
    let sent: Vec<&Claimed> =
        some.iter().filter(|(_, o)| matches!(o, Outcome::Sent)).map(|(job, _)| &job.mail).collect();
    let kept = if means.transport.is_none() { Kept::Letter } else { Kept::Nothing };
    means.app.db.write_now(|tx| {
        let mut figures = Figures::new();
        for mail in &sent {
            figures.entry(mail.list()).or_default().0 += 1;
        }
        if !sent.is_empty() {
            outbox::sent(tx, &sent, kept, now)?;
            let recipients: Vec<&str> = sent.iter().map(|mail| mail.recipient.as_str()).collect();
            failing_addresses::accepted(tx, &recipients, now)?;
        }
        for (job, outcome) in some {
            if let Some(failure) = outcome.failure()
                && put_aside(tx, means, &job.mail, &failure)?
            {
                figures.entry(job.mail.list()).or_default().1 += 1;
            }
        }
        let day = day_of(now, means.network.zone);
        for (list, (sent, failed)) in figures {
            mail_days::add(tx, day, list, sent, failed)?;
        }
        Ok::<_, actions::Error>(())
    })?;
    let failures = || some.iter().filter_map(|(_, outcome)| outcome.failure());
    Ok(Settled {
        in_vain: failures().any(|failure| failure.kind.concerns_all()),
        not_now: failures().filter(|failure| failure.kind == FailureKind::NotNow).count(),
    })
}

/// Lets a letter rest, or parks it: `true` when it is not tried again by itself.
fn put_aside(
    tx: &mut Transaction<'_>,
    means: &Means<'_>,
    mail: &Claimed,
    failure: &Failure,
) -> actions::Result<bool> {
    let tries = mail.tries + 1;
    if failure.kind == FailureKind::Stopped {
        return Ok(outbox::leave_unsent(tx, mail, failure)?);
    }
    // Not the words of the server: they may hold the recipient's address.
    let (kind, uid) = (mail.kind.as_str(), mail.uid.as_str());
    tracing::warn!(kind, uid, tries, failure = failure.kind.code(), "a letter was not taken");
    let now = means.app.clock.now();
    if let Some(pause) = pause_after(failure.kind, tries) {
        outbox::postpone(tx, mail, failure, now + pause)?;
        return Ok(false);
    }
    let parked = outbox::give_up(tx, mail, failure)?;
    if parked && failure.blames_address() {
        actions::count_refusal(tx, &mail.recipient, failure, now, now)?;
    }
    Ok(parked)
}

impl Outcome {
    fn failure(&self) -> Option<Failure> {
        match self {
            Self::Sent => None,
            Self::Failed(failure) => Some(failure.clone()),
            Self::Stopped => Some(Failure::new(FailureKind::Stopped, "")),
        }
    }
}
