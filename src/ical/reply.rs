//! What a calendar answers to an invitation (RFC 5546, 3.2.3). Reads any text; what is not such an
//! answer is told as what it lacks.

use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarEntry, ICalendarMethod, ICalendarParameterName,
    ICalendarParameterValue, ICalendarParticipationStatus, ICalendarProperty, ICalendarValue,
};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Tz;

use crate::domain::email::EmailAddress;
use crate::domain::period::local_of;
use crate::domain::schedule::{OccurrenceKey, Span};

/// Whether somebody comes, as their calendar says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Participation {
    Accepted,
    Tentative,
    Declined,
}

/// The date of a series that is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecurrenceId {
    /// By the clock on the wall, of whatever zone the event is.
    Local(NaiveDateTime),
    Instant(DateTime<Utc>),
    Day(NaiveDate),
}

impl RecurrenceId {
    /// The key of the date of an event in `zone`.
    pub fn key(self, zone: Tz) -> OccurrenceKey {
        let timed = |start| OccurrenceKey::of(&Span::Timed { start, end: start });
        match self {
            Self::Local(start) => timed(start),
            Self::Instant(at) => timed(local_of(at, zone)),
            Self::Day(day) => OccurrenceKey::of(&Span::AllDay { first: day, last: day }),
        }
    }
}

/// One answer of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    pub uid: String,
    /// `None`: the event, or all of the series.
    pub date: Option<RecurrenceId>,
    pub attendee: EmailAddress,
    pub participation: Participation,
    /// Of the invitation that is answered.
    pub sequence: u32,
    /// When it was answered.
    pub stamp: DateTime<Utc>,
}

/// Why a text is no answer that can be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoReply {
    /// No iCalendar, or broken.
    Unreadable,
    /// Its METHOD is another, or there is none.
    NotAReply,
    /// Not exactly one event.
    Events,
    /// No UID, no DTSTAMP, or a RECURRENCE-ID that is no date.
    Incomplete,
    /// Not exactly one ATTENDEE with an address.
    Attendees,
    /// Neither accepted, tentative nor declined.
    Participation,
}

impl Reply {
    pub fn parse(text: &str) -> Result<Self, NoReply> {
        let calendar = ICalendar::parse(text).map_err(|_| NoReply::Unreadable)?;
        let head = calendar.components.first().ok_or(NoReply::Unreadable)?;
        let method = first_value(head, &ICalendarProperty::Method);
        if !matches!(method, Some(ICalendarValue::Method(ICalendarMethod::Reply))) {
            return Err(NoReply::NotAReply);
        }
        let mut events = calendar.components.iter().filter(|part| part.component_type.is_event());
        let (Some(event), None) = (events.next(), events.next()) else { return Err(NoReply::Events) };
        let mut attendees = event.properties(&ICalendarProperty::Attendee);
        let (Some(attendee), None) = (attendees.next(), attendees.next()) else {
            return Err(NoReply::Attendees);
        };
        let date = match event.property(&ICalendarProperty::RecurrenceId) {
            Some(entry) => Some(recurrence_id(entry).ok_or(NoReply::Incomplete)?),
            None => None,
        };
        let stamp = first_value(event, &ICalendarProperty::Dtstamp)
            .and_then(|value| value.as_partial_date_time().and_then(instant));
        let sequence = first_value(event, &ICalendarProperty::Sequence).and_then(ICalendarValue::as_integer);
        Ok(Self {
            uid: event.uid().ok_or(NoReply::Incomplete)?.to_owned(),
            date,
            attendee: attendee.calendar_address().and_then(EmailAddress::parse).ok_or(NoReply::Attendees)?,
            participation: participation(attendee).ok_or(NoReply::Participation)?,
            // RFC 5546 (3.2.3): without, it is 0.
            sequence: sequence.and_then(|number| u32::try_from(number).ok()).unwrap_or(0),
            stamp: stamp.ok_or(NoReply::Incomplete)?,
        })
    }
}

fn first_value<'a>(
    component: &'a ICalendarComponent,
    name: &ICalendarProperty,
) -> Option<&'a ICalendarValue> {
    component.property(name)?.values.first()
}

fn participation(attendee: &ICalendarEntry) -> Option<Participation> {
    match attendee.parameter(&ICalendarParameterName::Partstat)? {
        ICalendarParameterValue::Partstat(status) => match status {
            ICalendarParticipationStatus::Accepted => Some(Participation::Accepted),
            ICalendarParticipationStatus::Tentative => Some(Participation::Tentative),
            ICalendarParticipationStatus::Declined => Some(Participation::Declined),
            _ => None,
        },
        _ => None,
    }
}

fn recurrence_id(entry: &ICalendarEntry) -> Option<RecurrenceId> {
    let value = entry.values.first()?.as_partial_date_time()?;
    if value.hour.is_none() {
        return day(value).map(RecurrenceId::Day);
    }
    match value.tz_hour {
        Some(_) => instant(value).map(RecurrenceId::Instant),
        None => local(value).map(RecurrenceId::Local),
    }
}

fn day(value: &PartialDateTime) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(value.year?.into(), value.month?.into(), value.day?.into())
}

fn local(value: &PartialDateTime) -> Option<NaiveDateTime> {
    let (hour, minute) = (value.hour?.into(), value.minute?.into());
    day(value)?.and_hms_opt(hour, minute, value.second.unwrap_or(0).into())
}

/// An instant in UTC: the only form of DTSTAMP (RFC 5545, 3.8.7.2).
fn instant(value: &PartialDateTime) -> Option<DateTime<Utc>> {
    let is_utc = value.tz_hour == Some(0) && value.tz_minute.unwrap_or(0) == 0;
    local(value).filter(|_| is_utc).map(|at| at.and_utc())
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Paris;
    use proptest::prelude::*;

    use super::*;

    /// As Google answers, without what does not matter.
    fn answer(lines: &[&str]) -> String {
        let body = lines.join("\r\n");
        format!(
            "BEGIN:VCALENDAR\r\nPRODID:-//Google Inc//Google Calendar 70.9054//EN\r\nVERSION:2.0\r\n\
             CALSCALE:GREGORIAN\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n{body}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )
    }

    const ACCEPTED: &str = "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Camille\r\n ;X-NUM-GUESTS=0:mailto:Camille@Exemple.fr";

    fn parse(lines: &[&str]) -> Result<Reply, NoReply> {
        Reply::parse(&answer(lines))
    }

    #[test]
    fn an_answer_is_read() {
        let read = parse(&[
            "DTSTART:20260312T173000Z",
            "DTSTAMP:20260305T101500Z",
            "ORGANIZER;CN=La Fabrique:mailto:agenda@exemple.fr",
            "UID:0f0c9b4e@vigie.example",
            ACCEPTED,
            "SEQUENCE:3",
        ]);
        assert_eq!(
            read,
            Ok(Reply {
                uid: "0f0c9b4e@vigie.example".to_owned(),
                date: None,
                attendee: EmailAddress::parse("camille@exemple.fr").unwrap(),
                participation: Participation::Accepted,
                sequence: 3,
                stamp: "2026-03-05T10:15:00Z".parse().unwrap(),
            })
        );
    }

    #[test]
    fn a_date_is_named_in_each_form() {
        for (line, key) in [
            ("RECURRENCE-ID;TZID=Europe/Paris:20260402T183000", "20260402T183000"),
            ("RECURRENCE-ID;TZID=\"Romance Standard Time\":20260402T183000", "20260402T183000"),
            ("RECURRENCE-ID:20260402T163000Z", "20260402T183000"),
            ("RECURRENCE-ID;VALUE=DATE:20260402", "20260402"),
        ] {
            let read = parse(&["UID:u", "DTSTAMP:20260305T101500Z", ACCEPTED, line]).unwrap();
            assert_eq!(read.date.unwrap().key(Paris).as_str(), key, "{line}");
        }
    }

    #[test]
    fn what_is_no_answer_is_told_as_what_it_lacks() {
        let (uid, stamp) = ("UID:u", "DTSTAMP:20260305T101500Z");
        for (lines, lacks) in [
            (vec![stamp, ACCEPTED], NoReply::Incomplete),
            (vec![uid, ACCEPTED], NoReply::Incomplete),
            (vec![uid, stamp], NoReply::Attendees),
            (vec![uid, stamp, ACCEPTED, ACCEPTED], NoReply::Attendees),
            (vec![uid, stamp, "ATTENDEE;PARTSTAT=ACCEPTED:https://a.example"], NoReply::Attendees),
            (vec![uid, stamp, "ATTENDEE:mailto:a@b.fr"], NoReply::Participation),
            (vec![uid, stamp, "ATTENDEE;PARTSTAT=DELEGATED:mailto:a@b.fr"], NoReply::Participation),
            (vec![uid, stamp, ACCEPTED, "RECURRENCE-ID:tomorrow"], NoReply::Incomplete),
            (vec![uid, "DTSTAMP:20260305T101500", ACCEPTED], NoReply::Incomplete),
            (vec![uid, stamp, ACCEPTED, "END:VEVENT", "BEGIN:VEVENT", "UID:v"], NoReply::Events),
        ] {
            assert_eq!(parse(&lines), Err(lacks), "{lines:?}");
        }
        let whole = answer(&[uid, stamp, ACCEPTED]);
        for method in ["REQUEST", "COUNTER", "X"] {
            let other = whole.replace("METHOD:REPLY", &format!("METHOD:{method}"));
            assert_eq!(Reply::parse(&other), Err(NoReply::NotAReply), "{method}");
        }
        assert_eq!(Reply::parse(&whole.replace("METHOD:REPLY\r\n", "")), Err(NoReply::NotAReply));
        for text in ["", "Bonjour", "BEGIN:VCARD\r\nEND:VCARD\r\n"] {
            assert_eq!(Reply::parse(text), Err(NoReply::Unreadable), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in "\\PC*", lines in proptest::collection::vec("[A-Z;=:,\"\\-0-9TZ]{0,40}", 0..8)) {
            let _ = Reply::parse(&text);
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            let _ = parse(&lines);
        }

        #[test]
        fn an_answer_that_was_damaged_is_answered(at in 0_usize..700, byte in any::<char>()) {
            let whole = answer(&["UID:u", "DTSTAMP:20260305T101500Z", ACCEPTED, "RECURRENCE-ID:20260402T163000Z", "SEQUENCE:3"]);
            let damaged: String = whole.chars().enumerate().map(|(n, c)| if n == at { byte } else { c }).collect();
            let _ = Reply::parse(&damaged);
            let _ = Reply::parse(whole.get(..at).unwrap_or(&whole));
        }
    }
}
