//! `vigie imip-reply`: a mail server hands over what a calendar answered to an invitation. Says by its
//! exit code what became of it (sysexits.h), in a sentence what was wrong, and in the log which check
//! refused it: never who wrote, nor what.

use std::io::Read;
use std::process::ExitCode;

use clap::Args;

use super::{Outcome, StorageArgs, logs, say, service};
use crate::actions::{self, Answered, answer_invitation};
use crate::clock::Clock;
use crate::config::{Config, Flags};
use crate::db;
use crate::domain::email::EmailAddress;
use crate::ical::{NoReply, Reply};
use crate::mail::{Incoming, NoAnswer};
use crate::store::network;

/// sysexits.h: the mail is not what it should be; it would not be so later.
const EX_DATAERR: u8 = 65;
/// It may be taken later.
const EX_TEMPFAIL: u8 = 75;

#[derive(Debug, Args)]
pub struct ReplyArgs {
    /// Envelope sender, as the mail server knows it; believed where mail_authserv is not set
    #[arg(long, value_name = "ADDRESS")]
    sender: Option<String>,
    #[command(flatten)]
    storage: StorageArgs,
}

/// Why an answer is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Refused {
    Mail(NoAnswer),
    Calendar(NoReply),
    /// Nothing proves that it is from whom it says.
    Unproven,
    /// Somebody answers for somebody else.
    OtherAttendee,
    NotInvited,
    OneOfAll,
    /// The seat is not to be had, or it is too late.
    NotPossible,
}

impl Refused {
    fn words(self) -> &'static str {
        match self {
            Self::Mail(NoAnswer::TooLong) => "the mail is too long for an answer",
            Self::Mail(NoAnswer::Unreadable) => "this is no mail",
            Self::Mail(NoAnswer::From) => "the mail is not from exactly one address",
            Self::Mail(NoAnswer::NoCalendar) => {
                "this mailbox takes answers of calendars alone: to reach people, write to the place"
            }
            Self::Calendar(_) => "the calendar is no answer to an invitation",
            Self::Unproven => "nothing proves that the mail is from its sender",
            Self::OtherAttendee => "the sender answers for somebody else",
            Self::NotInvited => "this address was not invited to this",
            Self::OneOfAll => "one registers for all dates: please cancel on the site, or decline all",
            Self::NotPossible => "the registration cannot be changed any more: please see the event's page",
        }
    }
}

pub fn run(args: &ReplyArgs) -> Outcome {
    match taken(args) {
        Ok(Ok(answered)) => {
            tracing::info!(?answered, "an answer to an invitation was taken");
            Ok(ExitCode::SUCCESS)
        }
        Ok(Err(refused)) => {
            tracing::warn!(?refused, "an answer to an invitation was refused");
            say::failure(&anyhow::anyhow!("{}", refused.words()));
            Ok(ExitCode::from(EX_DATAERR))
        }
        // Settings, database, a mail that breaks off: another time it may be well.
        Err(error) => {
            say::failure(&error);
            Ok(ExitCode::from(EX_TEMPFAIL))
        }
    }
}

fn taken(args: &ReplyArgs) -> anyhow::Result<Result<Answered, Refused>> {
    let config = Config::read(&Flags::from(&args.storage))?;
    logs::start(&config);
    let mut bytes = Vec::new();
    let longest = u64::try_from(Incoming::LONGEST)?;
    std::io::stdin().lock().take(longest + 1).read_to_end(&mut bytes)?;
    let reply = match proven(&bytes, &config.mail_authserv, args.sender.as_deref()) {
        Ok(reply) => reply,
        Err(refused) => return Ok(Err(refused)),
    };
    let db = service::open(&config)?;
    let Some(network) = db.read_now(network::find)? else { return Ok(Err(Refused::NotInvited)) };
    let now = Clock::System.now();
    let answered = match db.write_now(|tx| answer_invitation(tx, &reply, &network.host, now)) {
        Ok(Answered::NotInvited) | Err(actions::Error::Db(db::Error::NotFound)) => Err(Refused::NotInvited),
        Ok(Answered::OneOfAll) => Err(Refused::OneOfAll),
        Ok(answered) => Ok(answered),
        Err(actions::Error::Registration(_)) => Err(Refused::NotPossible),
        Err(error) => return Err(error.into()),
    };
    db.wait_until_seen();
    Ok(answered)
}

/// The answer in a mail that is from the attendee: our mail server says so where it is named, else the
/// envelope does.
fn proven(bytes: &[u8], authserv: &str, envelope: Option<&str>) -> Result<Reply, Refused> {
    let mail = Incoming::parse(bytes).map_err(Refused::Mail)?;
    let is_proven = match authserv {
        "" => envelope.and_then(EmailAddress::parse).is_some_and(|sender| sender == mail.from),
        authserv => mail.is_authentic(authserv),
    };
    if !is_proven {
        return Err(Refused::Unproven);
    }
    let reply = Reply::parse(&mail.calendar).map_err(Refused::Calendar)?;
    if reply.attendee != mail.from {
        return Err(Refused::OtherAttendee);
    }
    Ok(reply)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIGNED: &str = "Authentication-Results: mx.example; dkim=pass header.d=exemple.fr\r\n";

    fn mail(head: &str, from: &str, attendee: &str, method: &str) -> Vec<u8> {
        format!(
            "{head}From: {from}\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; method={method}\r\n\r\n\
             BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\nUID:u@vigie.example\r\n\
             DTSTAMP:20260305T101500Z\r\nATTENDEE;PARTSTAT=DECLINED:mailto:{attendee}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )
        .into_bytes()
    }

    #[test]
    fn only_the_attendee_answers() {
        let (camille, other) = ("camille@exemple.fr", "hugo@exemple.fr");
        let ours = mail(SIGNED, camille, camille, "REPLY");
        for (bytes, authserv, envelope, refused) in [
            (&ours, "mx.example", None, None),
            (&ours, "", Some(camille), None),
            (&ours, "mx.autre.example", Some(camille), Some(Refused::Unproven)),
            (&ours, "", None, Some(Refused::Unproven)),
            (&ours, "", Some(other), Some(Refused::Unproven)),
            (&mail("", camille, camille, "REPLY"), "mx.example", Some(camille), Some(Refused::Unproven)),
            (&mail(SIGNED, other, camille, "REPLY"), "mx.example", None, Some(Refused::OtherAttendee)),
            (
                &mail(SIGNED, camille, camille, "REQUEST"),
                "mx.example",
                None,
                Some(Refused::Calendar(NoReply::NotAReply)),
            ),
            (&Vec::new(), "", Some(camille), Some(Refused::Mail(NoAnswer::Unreadable))),
        ] {
            assert_eq!(proven(bytes, authserv, envelope).err(), refused, "{authserv:?} {envelope:?}");
        }
    }
}
