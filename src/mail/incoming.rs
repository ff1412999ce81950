//! A mail that comes in with a calendar's answer: from whom it is, whether our own mail server says
//! that it really is, and the calendar in it. Reads any bytes.

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::authentication::is_from;
use crate::domain::email::EmailAddress;

/// A mail with an iCalendar part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    pub from: EmailAddress,
    pub calendar: String,
    /// Values of `Authentication-Results`, the last one added first.
    results: Vec<String>,
}

/// Why a mail brings no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAnswer {
    /// Longer than [`Incoming::LONGEST`].
    TooLong,
    /// No mail at all.
    Unreadable,
    /// Not from exactly one address.
    From,
    /// No iCalendar part.
    NoCalendar,
}

impl Incoming {
    /// The longest mail that is read, in bytes: an answer takes a few thousand.
    pub const LONGEST: usize = 1 << 20;

    pub fn parse(bytes: &[u8]) -> Result<Self, NoAnswer> {
        if bytes.len() > Self::LONGEST {
            return Err(NoAnswer::TooLong);
        }
        let mail = MessageParser::default().parse(bytes).ok_or(NoAnswer::Unreadable)?;
        let is_result = |name: &str| name.eq_ignore_ascii_case("authentication-results");
        let results = mail.headers_raw().filter(|(name, _)| is_result(name));
        Ok(Self {
            from: only_sender(&mail).ok_or(NoAnswer::From)?,
            calendar: mail.parts.iter().find_map(calendar).ok_or(NoAnswer::NoCalendar)?,
            results: results.map(|(_, value)| value.to_owned()).collect(),
        })
    }

    /// Whether the mail server that calls itself `authserv` says that the mail is from its sender's
    /// domain.
    pub fn is_authentic(&self, authserv: &str) -> bool {
        is_from(self.from.host(), authserv, &self.results)
    }
}

/// The one author; a mail with two From headers, or two addresses in it, says nothing for sure.
fn only_sender(mail: &Message<'_>) -> Option<EmailAddress> {
    let headers = mail.headers_raw().filter(|(name, _)| name.eq_ignore_ascii_case("from")).count();
    let mut authors = mail.from().filter(|_| headers == 1)?.iter();
    let (author, None) = (authors.next()?, authors.next()) else { return None };
    EmailAddress::parse(author.address()?)
}

fn calendar(part: &MessagePart<'_>) -> Option<String> {
    let kind = part.content_type()?;
    let is = |name: &str, text: Option<&str>| text.is_some_and(|text| text.eq_ignore_ascii_case(name));
    let is_calendar = kind.ctype().eq_ignore_ascii_case("text") && is("calendar", kind.subtype());
    match &part.body {
        PartType::Text(text) if is_calendar => Some(text.to_string()),
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) if is_calendar => {
            String::from_utf8(bytes.to_vec()).ok()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn mail(from: &str, kind: &str) -> String {
        format!(
            "Authentication-Results: mx.reseau.example;\r\n dmarc=pass header.from=exemple.fr\r\n\
             From: {from}\r\nTo: agenda@reseau.example\r\nSubject: Accepted\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nOui\r\n\
             --b\r\nContent-Type: {kind}; charset=utf-8; method=REPLY\r\nContent-Transfer-Encoding: base64\r\n\r\n\
             QkVHSU46VkNBTEVOREFSDQo=\r\n--b--\r\n"
        )
    }

    #[test]
    fn an_answer_is_found_with_who_sent_it() {
        let read = Incoming::parse(mail("Camille Roux <Camille@exemple.fr>", "text/calendar").as_bytes());
        let read = read.unwrap();
        assert_eq!(read.from.as_str(), "camille@exemple.fr");
        assert_eq!(read.calendar, "BEGIN:VCALENDAR\r\n");
        assert!(read.is_authentic("mx.reseau.example") && !read.is_authentic("mx.autre.example"));
    }

    #[test]
    fn what_brings_no_answer_is_told() {
        let refused = |text: &str| Incoming::parse(text.as_bytes()).unwrap_err();
        assert_eq!(refused(&mail("a@exemple.fr, b@exemple.fr", "text/calendar")), NoAnswer::From);
        assert_eq!(refused(&mail("a@exemple.fr\r\nFrom: b@exemple.fr", "text/calendar")), NoAnswer::From);
        assert_eq!(refused(&mail("personne", "text/calendar")), NoAnswer::From);
        assert_eq!(refused(&mail("a@exemple.fr", "text/html")), NoAnswer::NoCalendar);
        assert_eq!(refused(&" ".repeat(Incoming::LONGEST + 1)), NoAnswer::TooLong);
        assert!(Incoming::parse(b"").is_err());
    }

    proptest! {
        #[test]
        fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = Incoming::parse(&bytes);
        }

        #[test]
        fn a_mail_that_was_damaged_is_answered(at in 0_usize..600, byte in any::<u8>()) {
            let mut bytes = mail("Camille <camille@exemple.fr>", "text/calendar").into_bytes();
            if let Some(old) = bytes.get_mut(at) {
                *old = byte;
            }
            if let Ok(read) = Incoming::parse(&bytes) {
                let _ = (read.is_authentic("mx.reseau.example"), crate::ical::Reply::parse(&read.calendar));
            }
        }
    }
}
