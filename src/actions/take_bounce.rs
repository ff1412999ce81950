//! A mail server sent a letter back: it is noted beside the letter, and counted against its address.

use chrono::{DateTime, Utc};

use super::{Result, count_refusal};
use crate::app::day_of;
use crate::db::Transaction;
use crate::mail::{Bounce, Failure, FailureKind, MailingList};
use crate::store::network::Network;
use crate::store::{mail_days, outbox};

/// What a report came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BounceTaken {
    /// Counted; `stops`: nothing more is sent to that address.
    Counted { stops: bool },
    /// The letter is only late, or its refusal says nothing of the address.
    Harmless,
    /// No letter of ours to that address, or one that was counted.
    Unknown,
}

/// Takes one report. A second one on the same letter changes nothing.
pub fn take_bounce(
    tx: &mut Transaction<'_>,
    bounce: &Bounce,
    network: &Network,
    now: DateTime<Utc>,
) -> Result<BounceTaken> {
    if !bounce.is_final {
        return Ok(BounceTaken::Harmless);
    }
    let failure = Failure::new(FailureKind::RecipientRefused, &bounce.said);
    let uid = bounce.uid.to_string();
    let Some(letter) = outbox::sent_back(tx, &uid, &bounce.recipients, &failure)? else {
        return Ok(BounceTaken::Unknown);
    };
    let list = MailingList::from_code(&letter.kind);
    mail_days::add(tx, day_of(now, network.zone), list, 0, 1)?;
    if !failure.blames_address() {
        return Ok(BounceTaken::Harmless);
    }
    let sent_at = letter.sent_at.unwrap_or(letter.created_at);
    let stops = count_refusal(tx, &letter.recipient, &failure, sent_at, now)?;
    Ok(BounceTaken::Counted { stops })
}
