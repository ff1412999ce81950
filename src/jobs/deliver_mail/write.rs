//! A letter of the outbox as a mail: worded in its reader's language, or filled from its mailing.

use super::{Job, Means};
use crate::i18n::{self, Args};
use crate::mail::{
    Addressed, Copy, Failure, FailureKind, Letter, Letterhead, ListPost, Mailing, Parcel, Posted, Sender,
    message,
};
use crate::store::outbox::Claimed;

impl Means<'_> {
    /// # Errors
    /// [`FailureKind::Unwritable`].
    pub fn write(&self, job: &Job) -> Result<Parcel, Failure> {
        match (&job.mailing, job.mail.mailing) {
            (Some(mailing), _) => self.write_copy(&job.mail, mailing),
            (None, None) => self.write_letter(&job.mail),
            (None, Some(_)) => Err(unwritable("its mailing is gone")),
        }
    }

    fn write_letter(&self, mail: &Claimed) -> Result<Parcel, Failure> {
        let letter: Letter = serde_json::from_str(&mail.letter).map_err(unwritable)?;
        let head = Letterhead {
            network: &self.network.name,
            origin: self.origin,
            locale: mail.locale,
            to_member: mail.to_member,
        };
        let sender = self.sender(self.app.config.mail_from.as_ref())?;
        let to = Addressed {
            sender: &sender,
            replies: self.app.config.mail_replies.as_ref(),
            recipient: &mail.recipient,
            recipient_name: &mail.recipient_name,
            uid: mail.uid.parse().map_err(unwritable)?,
            host: &self.network.host,
            date: self.app.clock.now(),
        };
        Parcel::of_letter(&letter, &head, &to, self.app.signer.as_deref())
    }

    fn write_copy(&self, mail: &Claimed, mailing: &Mailing) -> Result<Parcel, Failure> {
        let copy: Copy = serde_json::from_str(&mail.letter).map_err(unwritable)?;
        let config = &self.app.config;
        let sender = self.sender(config.mail_from_lists.as_ref().or(config.mail_from.as_ref()))?;
        let mut args = Args::new();
        args.set("network", self.network.name.clone());
        let key = format!("mailing-name-{}", mailing.list);
        let name = i18n::text_with(mailing.locale, &key, Some(&args));
        let leave = match copy.leave.as_str() {
            "" => String::new(),
            path => format!("{}{path}", self.origin),
        };
        let list = ListPost { list: mailing.list, name: &name, leave: &leave };
        let writer = copy.reply_to.as_ref().map(|(name, address)| (name.as_str(), address.as_str()));
        let posted = Posted {
            words: &mailing.fill(&copy),
            network: &self.network.name,
            calendar: None,
            reply_to: writer,
            list: Some(list),
            sender: &sender,
            recipient: &mail.recipient,
            recipient_name: &mail.recipient_name,
            uid: mail.uid.parse().map_err(unwritable)?,
            host: &self.network.host,
            date: self.app.clock.now(),
        };
        Ok(Parcel::seal(posted.uid, &message(&posted)?, self.app.signer.as_deref()))
    }

    fn sender(&self, set: Option<&Sender>) -> Result<Sender, Failure> {
        let sender = set.cloned().or_else(|| Sender::of_host(&self.network.host));
        sender.ok_or_else(|| unwritable("the network's host is no domain"))
    }
}

fn unwritable(cause: impl std::fmt::Display) -> Failure {
    Failure::new(FailureKind::Unwritable, cause)
}
