//! A mail ready to be handed over: who it goes from and to, and its bytes, signed where a key is set.

use chrono::{DateTime, Utc};
use lettre::Message;
use lettre::address::Envelope;
use uuid::Uuid;

use super::failure::{Failure, FailureKind};
use super::letter::Letter;
use super::message::{Posted, message};
use super::sender::Sender;
use super::sheet::{Letterhead, Sheet};
use super::signer::Signer;
use crate::domain::email::EmailAddress;
use crate::ical::Posting;

/// One mail for one person.
#[derive(Clone, Debug)]
pub struct Parcel {
    pub uid: Uuid,
    pub envelope: Envelope,
    /// Headers and body.
    pub text: Vec<u8>,
}

/// Whom a letter goes from and to, and when.
#[derive(Clone, Copy, Debug)]
pub struct Addressed<'a> {
    pub sender: &'a Sender,
    /// A mailbox of the network that is read, for what calendars answer. `None`: they are not asked to.
    pub replies: Option<&'a EmailAddress>,
    pub recipient: &'a str,
    /// May be empty.
    pub recipient_name: &'a str,
    /// With `host`, its Message-ID.
    pub uid: Uuid,
    /// Host of the network.
    pub host: &'a str,
    pub date: DateTime<Utc>,
}

impl Parcel {
    pub fn seal(uid: Uuid, message: &Message, signer: Option<&Signer>) -> Self {
        let mut text = message.formatted();
        let envelope = message.envelope().clone();
        if let Some(header) = signer.map(|signer| signer.header(&text, &envelope)) {
            text.splice(..0, header.into_bytes());
        }
        Self { uid, envelope, text }
    }

    /// A letter in the language of its reader.
    ///
    /// # Errors
    /// [`FailureKind::Unwritable`].
    pub fn of_letter(
        letter: &Letter,
        head: &Letterhead<'_>,
        to: &Addressed<'_>,
        signer: Option<&Signer>,
    ) -> Result<Self, Failure> {
        let words = Sheet::of(letter, head).words();
        let words = words.map_err(|cause| Failure::new(FailureKind::Unwritable, cause))?;
        let calendar = letter.calendar_part(&Posting {
            origin: head.origin,
            host: to.host,
            mailbox: to.replies.unwrap_or(&to.sender.address).as_str(),
            answers: to.replies.is_some(),
            name: to.recipient_name,
            address: to.recipient,
            locale: head.locale,
        });
        let writer = letter.reply_to.as_ref().map(|(name, address)| (name.as_str(), address.as_str()));
        // Some calendars answer whom a letter answers, and not the organizer.
        let replies = to.replies.filter(|_| calendar.is_some());
        let replies = replies.map(|address| (to.sender.name.as_str(), address.as_str()));
        let posted = Posted {
            words: &words,
            network: head.network,
            calendar: calendar.as_ref().map(|(method, text)| (*method, text.as_str())),
            reply_to: writer.or(replies),
            list: None,
            sender: to.sender,
            recipient: to.recipient,
            recipient_name: to.recipient_name,
            uid: to.uid,
            host: to.host,
            date: to.date,
        };
        Ok(Self::seal(to.uid, &message(&posted)?, signer))
    }
}
