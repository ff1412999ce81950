//! Words as a mail: headers and MIME parts (RFC 5322, RFC 2045, RFC 6047). Whatever people typed, no
//! header can be added: names and subjects are encoded, line ends never get there.

use chrono::{DateTime, Utc};
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Body, Mailbox, MessageBuilder, MultiPart, SinglePart};
use lettre::{Address, Message};
use uuid::Uuid;

use super::failure::{Failure, FailureKind};
use super::mailing::{Filled, MailingList};
use super::sender::Sender;

/// How words travel.
#[derive(Clone, Copy, Debug)]
pub struct Posted<'a> {
    pub words: &'a Filled,
    /// Name of the network, which stands for that of a sender without name.
    pub network: &'a str,
    /// An iCalendar part: method and text.
    pub calendar: Option<(&'a str, &'a str)>,
    /// Name and address of the person whom answers go to.
    pub reply_to: Option<(&'a str, &'a str)>,
    /// It is one of many.
    pub list: Option<ListPost<'a>>,
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

/// What mail programs are told of the list that a mail comes from (RFC 2369, RFC 2919, RFC 8058).
#[derive(Clone, Copy, Debug)]
pub struct ListPost<'a> {
    pub list: MailingList,
    /// As people call it.
    pub name: &'a str,
    /// Absolute: what ends the subscription by one POST. Empty: the list is not left by itself.
    pub leave: &'a str,
}

/// Left side of its Message-ID, in a text that holds one of `host`: `None` when it is not ours.
pub fn uid_of(message_id: &str, host: &str) -> Option<Uuid> {
    let (uid, at) = message_id.trim().trim_start_matches('<').trim_end_matches('>').split_once('@')?;
    at.eq_ignore_ascii_case(host).then(|| uid.parse().ok()).flatten()
}

/// # Errors
/// [`FailureKind::Unwritable`]: an address that no mail system takes, a calendar method that is none.
pub fn message(posted: &Posted<'_>) -> Result<Message, Failure> {
    let sender = posted.sender;
    let name = if sender.name.is_empty() { posted.network } else { &sender.name };
    let mut builder = Message::builder();
    if let Some((name, address)) = posted.reply_to {
        builder = builder.reply_to(mailbox(name, address)?);
    }
    builder = builder
        .from(mailbox(name, sender.address.as_str())?)
        .to(mailbox(posted.recipient_name, posted.recipient)?)
        .subject(posted.words.subject.as_str())
        .date(posted.date.into())
        .message_id(Some(format!("<{}@{}>", posted.uid, posted.host)))
        // RFC 3834: no out-of-office reply to a program.
        .raw_header(raw("Auto-Submitted", "auto-generated"));
    if let Some(list) = &posted.list {
        builder = list_headers(builder, list, posted.host);
    }
    builder.multipart(parts(posted)?).map_err(unwritable)
}

fn list_headers(builder: MessageBuilder, list: &ListPost<'_>, host: &str) -> MessageBuilder {
    // A phrase of RFC 5322 holds none of these outside quotes.
    let plain = |c: char| !c.is_control() && !"()<>[]:;@\\,.\"".contains(c);
    let name: String = list.name.chars().filter(|c| plain(*c)).collect();
    let builder = builder
        .raw_header(raw("List-Id", &format!("{} <{}.{host}>", name.trim(), list.list)))
        .raw_header(raw("Precedence", "bulk"));
    if list.leave.is_empty() {
        return builder;
    }
    builder
        .raw_header(raw("List-Unsubscribe", &format!("<{}>", list.leave)))
        .raw_header(raw("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
}

fn raw(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// The same letter three times, the plainest first; the calendar is last, as RFC 6047 wants it. It
/// stands beside them once more as a file, for mailboxes that know no invitations.
fn parts(posted: &Posted<'_>) -> Result<MultiPart, Failure> {
    let both = MultiPart::alternative_plain_html(posted.words.text.clone(), posted.words.html.clone());
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
