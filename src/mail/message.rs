//! A sheet as a mail: headers and MIME parts (RFC 5322, RFC 2045, RFC 6047). Whatever people typed,
//! no header can be added: names and subjects are encoded, line ends never get there.

use chrono::{DateTime, Utc};
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Body, Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};
use uuid::Uuid;

use super::failure::{Failure, FailureKind};
use super::sender::Sender;
use super::sheet::Sheet;

/// How a sheet travels.
#[derive(Clone, Copy, Debug)]
pub struct Posted<'a> {
    pub sheet: &'a Sheet,
    /// An iCalendar part: method and text.
    pub calendar: Option<(&'a str, &'a str)>,
    /// Name and address of the person whom answers go to.
    pub reply_to: Option<(&'a str, &'a str)>,
    pub sender: &'a Sender,
    pub recipient: &'a str,
    /// May be empty.
    pub recipient_name: &'a str,
    /// With `host`, the Message-ID: the same at each try, so that programs see a repeat as one.
    pub uid: Uuid,
    /// Host of the network.
    pub host: &'a str,
    pub date: DateTime<Utc>,
}

/// # Errors
/// [`FailureKind::Unwritable`]: an address that no mail system takes, a calendar method that is none.
pub fn message(posted: &Posted<'_>) -> Result<Message, Failure> {
    let sender = posted.sender;
    let name = if sender.name.is_empty() { &posted.sheet.network } else { &sender.name };
    let mut builder = Message::builder();
    if let Some((name, address)) = posted.reply_to {
        builder = builder.reply_to(mailbox(name, address)?);
    }
    builder
        .from(mailbox(name, sender.address.as_str())?)
        .to(mailbox(posted.recipient_name, posted.recipient)?)
        .subject(posted.sheet.subject.as_str())
        .date(posted.date.into())
        .message_id(Some(format!("<{}@{}>", posted.uid, posted.host)))
        // RFC 3834: no out-of-office reply to a program.
        .raw_header(HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        ))
        .multipart(parts(posted)?)
        .map_err(unwritable)
}

/// The same letter three times, the plainest first; the calendar is last, as RFC 6047 wants it. It
/// stands beside them once more as a file, for mailboxes that know no invitations.
fn parts(posted: &Posted<'_>) -> Result<MultiPart, Failure> {
    let text = posted.sheet.text().map_err(unwritable)?;
    let html = posted.sheet.html().map_err(unwritable)?;
    let both = MultiPart::alternative_plain_html(text, html);
    let Some((method, text)) = posted.calendar else { return Ok(both) };
    if method.is_empty() || !method.bytes().all(|b| b.is_ascii_alphabetic()) {
        return Err(unwritable("a calendar method is a word"));
    }
    let kind = ContentType::parse(&format!("text/calendar; charset=utf-8; method={method}"));
    // Some relays break long lines of other encodings, and a folded line with them.
    let body = Body::new_with_encoding(text.to_owned(), ContentTransferEncoding::Base64)
        .map_err(|_| unwritable("the calendar cannot be encoded"))?;
    let part = SinglePart::builder().header(kind.map_err(unwritable)?).body(body);
    let file = ContentType::parse("application/ics").map_err(unwritable)?;
    let file = Attachment::new("invite.ics".to_owned()).body(text.to_owned(), file);
    Ok(MultiPart::mixed().multipart(both.singlepart(part)).singlepart(file))
}

fn mailbox(name: &str, address: &str) -> Result<Mailbox, Failure> {
    let (local, host) = address.rsplit_once('@').ok_or_else(|| unwritable("an address without @"))?;
    let address = Address::new(local, host).map_err(unwritable)?;
    let name: String = name.chars().filter(|c| !c.is_control()).collect();
    let name = name.trim();
    Ok(Mailbox::new((!name.is_empty()).then(|| name.to_owned()), address))
}

fn unwritable(cause: impl std::fmt::Display) -> Failure {
    Failure::new(FailureKind::Unwritable, cause)
}
