//! What mail servers say of letters that they could not deliver (RFC 3464 in RFC 6522 reports), read
//! from any bytes. Only reports that name one of our letters count: anyone can send one.

use mail_parser::{Message, MessageParser, MimeHeaders, PartType};
use uuid::Uuid;

use super::message::uid_of;

/// What became of one letter, as a mail server tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounce {
    /// Left side of our Message-ID.
    pub uid: Uuid,
    /// The mailbox that it is about, and the one that we wrote to where that is told: lower case.
    pub recipients: Vec<String>,
    /// It will never be delivered; else it is late, or was delivered.
    pub is_final: bool,
    /// Code and words of the server.
    pub said: String,
}

/// Why a mail is no report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoBounce {
    /// Something else that somebody wrote.
    NoReport,
    /// A report on a letter that does not say that it is ours.
    NotOurs,
}

/// Longest mail that is read, in bytes: a report may quote the whole letter.
pub const LONGEST: usize = 1 << 20;

/// Most mailboxes of a report: our letters have one each.
const MAILBOXES: usize = 10;

impl Bounce {
    /// What a mail reports on letters whose Message-ID ends in `host`.
    ///
    /// # Errors
    /// It reports nothing of ours.
    pub fn read(mail: &[u8], host: &str) -> Result<Vec<Self>, NoBounce> {
        let mail = mail.get(..LONGEST).unwrap_or(mail);
        let message = MessageParser::default().parse(mail).ok_or(NoBounce::NoReport)?;
        let report = message.content_type().is_some_and(|kind| {
            kind.ctype().eq_ignore_ascii_case("multipart")
                && kind.subtype().is_some_and(|subtype| subtype.eq_ignore_ascii_case("report"))
        });
        let status = message.parts.iter().find(|part| is(part, "delivery-status")).filter(|_| report);
        let status = status.and_then(|part| text_of(&part.body)).ok_or(NoBounce::NoReport)?;
        let uid = ours(&message, host).ok_or(NoBounce::NotOurs)?;
        let bounces: Vec<_> =
            groups(&status).skip(1).take(MAILBOXES).filter_map(|group| Self::of(uid, &group)).collect();
        if bounces.is_empty() { Err(NoBounce::NoReport) } else { Ok(bounces) }
    }

    /// What is said of one mailbox.
    fn of(uid: Uuid, group: &[(String, String)]) -> Option<Self> {
        let field = |name: &str| group.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str());
        // "rfc822; camille@exemple.fr"
        let address = |name| {
            let (_, address) = field(name)?.split_once(';')?;
            let address = address.trim().trim_start_matches('<').trim_end_matches('>').to_lowercase();
            (!address.is_empty()).then_some(address)
        };
        let recipients: Vec<_> =
            ["final-recipient", "original-recipient"].into_iter().filter_map(address).collect();
        let (action, status) = (field("action")?, field("status").unwrap_or_default());
        let words = field("diagnostic-code").map_or("", |code| code.split_once(';').map_or(code, |(_, w)| w));
        let status = status.split_whitespace().next().unwrap_or_default();
        let said = match words.contains(status) {
            true => words.trim().to_owned(),
            false => format!("{status} {}", words.trim()).trim_end().to_owned(),
        };
        let is_final = action.eq_ignore_ascii_case("failed") && status.starts_with("5.");
        (!recipients.is_empty()).then_some(Self { uid, recipients, is_final, said })
    }
}

/// Our Message-ID in the letter that the report gives back, whole or by its headers alone.
fn ours(message: &Message<'_>, host: &str) -> Option<Uuid> {
    message.parts.iter().skip(1).find_map(|part| {
        if let PartType::Message(letter) = &part.body {
            return uid_of(letter.message_id()?, host);
        }
        let text = text_of(&part.body).filter(|_| is(part, "rfc822-headers") || is(part, "rfc822"))?;
        let head = groups(&text).next()?;
        let (_, id) = head.into_iter().find(|(name, _)| name == "message-id")?;
        uid_of(&id, host)
    })
}

fn is(part: &mail_parser::MessagePart<'_>, subtype: &str) -> bool {
    let told = part.content_type().and_then(|kind| kind.subtype());
    told.is_some_and(|told| told.eq_ignore_ascii_case(subtype))
}

fn text_of(body: &PartType<'_>) -> Option<String> {
    match body {
        PartType::Text(text) => Some(text.to_string()),
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => {
            Some(String::from_utf8_lossy(bytes).into_owned())
        }
        PartType::Message(inner) => Some(String::from_utf8_lossy(&inner.raw_message).into_owned()),
        _ => None,
    }
}

/// Groups of headers with empty lines between them: names in lower case, values unfolded.
fn groups(text: &str) -> impl Iterator<Item = Vec<(String, String)>> {
    let mut groups: Vec<Vec<(String, String)>> = vec![Vec::new()];
    for line in text.trim_start().lines().take(2_000) {
        let Some(group) = groups.last_mut() else { break };
        if line.trim().is_empty() {
            if !group.is_empty() {
                groups.push(Vec::new());
            }
        } else if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = group.last_mut() {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            group.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    groups.into_iter().filter(|group| !group.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const UID: Uuid = Uuid::from_u128(0x6b1f_0c6a_53c1_4f0e_9d3b_2f6c_8d1e_0a42);

    /// A report as Postfix writes it.
    fn postfix(fields: &str, given_back: &str) -> String {
        format!(
            "Return-Path: <>\r\nFrom: MAILER-DAEMON@mail.exemple.fr (Mail Delivery System)\r\nSubject: Undelivered Mail Returned to Sender\r\nTo: bonjour@exemple.fr\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status;\r\n\tboundary=\"A4F\"\r\n\r\nThis is a MIME-encapsulated message.\r\n\r\n--A4F\r\nContent-Description: Notification\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\nI'm sorry to have to inform you.\r\n\r\n--A4F\r\nContent-Description: Delivery report\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mail.exemple.fr\r\nArrival-Date: Thu,  5 Mar 2026 10:00:00 +0100 (CET)\r\n\r\n{fields}\r\n--A4F\r\nContent-Description: Undelivered Message\r\nContent-Type: {given_back}\r\n\r\nFrom: bonjour@exemple.fr\r\nTo: camille@ailleurs.example\r\nMessage-ID: <{UID}@vigie.example>\r\nSubject: Bonjour\r\n\r\n--A4F--\r\n"
        )
    }

    const UNKNOWN: &str = "Final-Recipient: rfc822; Camille@ailleurs.example\r\nOriginal-Recipient: rfc822;camille@ailleurs.example\r\nAction: failed\r\nStatus: 5.1.1\r\nRemote-MTA: dns; mx.ailleurs.example\r\nDiagnostic-Code: smtp; 550 5.1.1 <camille@ailleurs.example>:\r\n    Recipient address rejected: User unknown\r\n";

    #[test]
    fn a_report_tells_of_which_letter_whom_and_why() {
        for given_back in ["message/rfc822", "text/rfc822-headers", "MESSAGE/RFC822-headers"] {
            let read = Bounce::read(postfix(UNKNOWN, given_back).as_bytes(), "vigie.example");
            let bounce = Bounce {
                uid: UID,
                recipients: vec!["camille@ailleurs.example".to_owned(); 2],
                is_final: true,
                said: "550 5.1.1 <camille@ailleurs.example>: Recipient address rejected: User unknown"
                    .to_owned(),
            };
            assert_eq!(read, Ok(vec![bounce]), "{given_back}");
        }
    }

    #[test]
    fn only_what_failed_for_good_is_final() {
        for (from, to, expected) in [
            ("Action: failed", "Action: delayed", false),
            ("Action: failed", "Action: delivered", false),
            ("Status: 5.1.1", "Status: 4.4.7", false),
            ("Status: 5.1.1\r\n", "", false),
            ("Action: failed", "ACTION: FAILED", true),
        ] {
            let told = postfix(&UNKNOWN.replace(from, to), "message/rfc822");
            let read = Bounce::read(told.as_bytes(), "vigie.example").unwrap();
            assert_eq!(read[0].is_final, expected, "{to}");
        }
    }

    #[test]
    fn what_does_not_name_a_letter_of_ours_is_set_aside() {
        let report = postfix(UNKNOWN, "message/rfc822");
        assert_eq!(Bounce::read(report.as_bytes(), "autre.example"), Err(NoBounce::NotOurs));
        let other = report.replace(&UID.to_string(), "1");
        assert_eq!(Bounce::read(other.as_bytes(), "vigie.example"), Err(NoBounce::NotOurs));
        for no_report in [
            "",
            "Subject: Absence\r\n\r\nJe suis en congés.\r\n",
            &report.replace("multipart/report", "multipart/mixed"),
            &report.replace("message/delivery-status", "text/plain"),
            &report.replace("Final-Recipient", "X").replace("Original-Recipient", "X"),
            &report.replace("Action", "X"),
        ] {
            assert_eq!(Bounce::read(no_report.as_bytes(), "vigie.example"), Err(NoBounce::NoReport));
        }
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_answered(bytes: Vec<u8>) {
            let _ = Bounce::read(&bytes, "vigie.example");
        }

        #[test]
        fn any_harm_done_to_a_report_is_answered(at in 0..1_500_usize, len in 0..80_usize, with: Vec<u8>) {
            let mut report = postfix(UNKNOWN, "message/rfc822").into_bytes();
            let at = at.min(report.len());
            let end = (at + len).min(report.len());
            report.splice(at..end, with);
            if let Ok(bounces) = Bounce::read(&report, "vigie.example") {
                proptest::prop_assert!(bounces.iter().all(|bounce| bounce.uid == UID));
            }
        }
    }
}
