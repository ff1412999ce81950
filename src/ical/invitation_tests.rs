//! What is sent to one person's calendar, byte for byte.

use expect_test::{Expect, expect};

use super::tests::{change, instant, key, moved_to_friday, once, plain, thursdays, timed};
use super::text::tests::{assert_well_formed, unfold};
use super::*;
use crate::domain::event::EventStatus;
use crate::i18n::Locale;

const UID: &str = "0f0c9b4e-58f3-4c39-8a55-0d9d4c8e7a10";

fn posting() -> Posting<'static> {
    Posting {
        origin: "https://vigie.example",
        host: "vigie.example",
        mailbox: "agenda@exemple.fr",
        answers: true,
        name: "Camille \"Cam\" Roux, Die",
        address: "camille@exemple.fr",
        locale: Locale::Fr,
    }
}

fn check(invitation: &Invitation, expected: Expect) {
    let ics = invitation.write(&posting());
    assert_well_formed(&ics);
    let from = ics.find("BEGIN:VEVENT").unwrap();
    assert!(ics.contains(&format!("METHOD:{}\r\n", invitation.method.name())));
    assert!(ics.contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n"), "{ics}");
    expected.assert_eq(&unfold(&ics[from..]).join("\n"));
}

fn invitation() -> Invitation {
    let schedule = once(timed("2026-03-12 18:30", "2026-03-12 20:30"));
    let event = FeedEvent {
        url: "/evenements/cafe",
        organizer: FeedOrganizer { name: "La Fabrique, Crest", mailbox: None },
        sequence: 2,
        ..plain(UID, &schedule)
    };
    Invitation::to(&event, None, instant("2026-03-05T09:00:00Z"))
}

#[test]
fn who_registers_is_invited_and_has_accepted() {
    check(
        &invitation(),
        expect![[r#"
        BEGIN:VEVENT
        UID:0f0c9b4e-58f3-4c39-8a55-0d9d4c8e7a10@vigie.example
        DTSTAMP:20260305T090000Z
        DTSTART;TZID=Europe/Paris:20260312T183000
        DTEND;TZID=Europe/Paris:20260312T203000
        SUMMARY:Café réparation
        DESCRIPTION:https://vigie.example/evenements/cafe
        ORGANIZER;CN="La Fabrique, Crest":mailto:agenda@exemple.fr
        URL:https://vigie.example/evenements/cafe
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE;CN="Camille ^'Cam^' Roux, Die":mailto:camille@exemple.fr
        STATUS:CONFIRMED
        TRANSP:OPAQUE
        CLASS:PUBLIC
        CREATED:20260115T080000Z
        LAST-MODIFIED:20260305T090000Z
        SEQUENCE:2
        END:VEVENT
        END:VCALENDAR"#]],
    );
}

#[test]
fn who_leaves_is_not_told_that_the_event_is_off() {
    let cancelled = invitation().bare().cancelled(None, 3, instant("2026-03-06T09:00:00Z"));
    check(
        &cancelled,
        expect![[r#"
        BEGIN:VEVENT
        UID:0f0c9b4e-58f3-4c39-8a55-0d9d4c8e7a10@vigie.example
        DTSTAMP:20260306T090000Z
        DTSTART;TZID=Europe/Paris:20260312T183000
        DTEND;TZID=Europe/Paris:20260312T203000
        SUMMARY:Café réparation
        DESCRIPTION:https://vigie.example/evenements/cafe
        ORGANIZER;CN="La Fabrique, Crest":mailto:agenda@exemple.fr
        URL:https://vigie.example/evenements/cafe
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED;RSVP=FALSE;CN="Camille ^'Cam^' Roux, Die":mailto:camille@exemple.fr
        STATUS:CANCELLED
        TRANSP:OPAQUE
        CLASS:PUBLIC
        CREATED:20260115T080000Z
        LAST-MODIFIED:20260306T090000Z
        SEQUENCE:3
        END:VEVENT
        END:VCALENDAR"#]],
    );
}

#[test]
fn what_is_put_off_leaves_the_calendar_and_says_so() {
    let status = Some(EventStatus::Postponed);
    let cancelled = invitation().cancelled(status, 3, instant("2026-03-06T09:00:00Z"));
    check(
        &cancelled,
        expect![[r#"
        BEGIN:VEVENT
        UID:0f0c9b4e-58f3-4c39-8a55-0d9d4c8e7a10@vigie.example
        DTSTAMP:20260306T090000Z
        DTSTART;TZID=Europe/Paris:20260312T183000
        DTEND;TZID=Europe/Paris:20260312T203000
        SUMMARY:Reporté : Café réparation
        DESCRIPTION:https://vigie.example/evenements/cafe
        ORGANIZER;CN="La Fabrique, Crest":mailto:agenda@exemple.fr
        URL:https://vigie.example/evenements/cafe
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE;CN="Camille ^'Cam^' Roux, Die":mailto:camille@exemple.fr
        STATUS:CANCELLED
        TRANSP:OPAQUE
        CLASS:PUBLIC
        CREATED:20260115T080000Z
        LAST-MODIFIED:20260306T090000Z
        SEQUENCE:3
        END:VEVENT
        END:VCALENDAR"#]],
    );
}

#[test]
fn one_date_of_a_series_stands_alone_with_what_differs() {
    let (schedule, moved) = (thursdays(), moved_to_friday());
    let (overrides, exdates) = ([change(&moved)], [key("20260319T183000")]);
    let event = FeedEvent { overrides: &overrides, exdates: &exdates, ..plain(UID, &schedule) };
    let now = instant("2026-03-05T09:00:00Z");
    check(
        &Invitation::to(&event, Some(&moved.key), now),
        expect![[r#"
        BEGIN:VEVENT
        UID:0f0c9b4e-58f3-4c39-8a55-0d9d4c8e7a10@vigie.example
        DTSTAMP:20260305T090000Z
        RECURRENCE-ID;TZID=Europe/Paris:20260402T183000
        DTSTART;TZID=Europe/Paris:20260403T190000
        DTEND;TZID=Europe/Paris:20260403T210000
        SUMMARY:Déplacé : Café réparation
        DESCRIPTION:https://vigie.example
        ORGANIZER;CN="agenda@exemple.fr":mailto:agenda@exemple.fr
        URL:https://vigie.example
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE;CN="Camille ^'Cam^' Roux, Die":mailto:camille@exemple.fr
        STATUS:CONFIRMED
        TRANSP:OPAQUE
        CLASS:PUBLIC
        CREATED:20260115T080000Z
        LAST-MODIFIED:20260305T090000Z
        SEQUENCE:1
        END:VEVENT
        END:VCALENDAR"#]],
    );
    let other = Invitation::to(&event, Some(&key("20260423T183000")), now);
    assert!(other.changes.is_empty());
    assert!(!other.is_entry_of(&Invitation::to(&event, None, now)));
    // Cancelled, it is the same entry.
    check(
        &other.cancelled(Some(EventStatus::Cancelled), 4, now),
        expect![[r#"
        BEGIN:VEVENT
        UID:0f0c9b4e-58f3-4c39-8a55-0d9d4c8e7a10@vigie.example
        DTSTAMP:20260305T090000Z
        RECURRENCE-ID;TZID=Europe/Paris:20260423T183000
        DTSTART;TZID=Europe/Paris:20260423T183000
        DTEND;TZID=Europe/Paris:20260423T203000
        SUMMARY:Annulé : Café réparation
        DESCRIPTION:https://vigie.example
        ORGANIZER;CN="agenda@exemple.fr":mailto:agenda@exemple.fr
        URL:https://vigie.example
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE;CN="Camille ^'Cam^' Roux, Die":mailto:camille@exemple.fr
        STATUS:CANCELLED
        TRANSP:OPAQUE
        CLASS:PUBLIC
        CREATED:20260115T080000Z
        LAST-MODIFIED:20260305T090000Z
        SEQUENCE:4
        END:VEVENT
        END:VCALENDAR"#]],
    );
}

#[test]
fn a_whole_series_keeps_its_rule_its_gaps_and_its_moves() {
    let (schedule, moved) = (thursdays(), moved_to_friday());
    let (overrides, exdates) = ([change(&moved)], [key("20260319T183000")]);
    let event = FeedEvent { overrides: &overrides, exdates: &exdates, ..plain(UID, &schedule) };
    check(
        &Invitation::to(&event, None, instant("2026-03-05T09:00:00Z")),
        expect![[r#"
        BEGIN:VEVENT
        UID:0f0c9b4e-58f3-4c39-8a55-0d9d4c8e7a10@vigie.example
        DTSTAMP:20260305T090000Z
        DTSTART;TZID=Europe/Paris:20260305T183000
        DTEND;TZID=Europe/Paris:20260305T203000
        RRULE:FREQ=WEEKLY;UNTIL=20260507T163000Z
        EXDATE;TZID=Europe/Paris:20260319T183000
        SUMMARY:Café réparation
        DESCRIPTION:https://vigie.example
        ORGANIZER;CN="agenda@exemple.fr":mailto:agenda@exemple.fr
        URL:https://vigie.example
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE;CN="Camille ^'Cam^' Roux, Die":mailto:camille@exemple.fr
        STATUS:CONFIRMED
        TRANSP:OPAQUE
        CLASS:PUBLIC
        CREATED:20260115T080000Z
        LAST-MODIFIED:20260305T090000Z
        SEQUENCE:1
        END:VEVENT
        BEGIN:VEVENT
        UID:0f0c9b4e-58f3-4c39-8a55-0d9d4c8e7a10@vigie.example
        DTSTAMP:20260305T090000Z
        RECURRENCE-ID;TZID=Europe/Paris:20260402T183000
        DTSTART;TZID=Europe/Paris:20260403T190000
        DTEND;TZID=Europe/Paris:20260403T210000
        SUMMARY:Déplacé : Café réparation
        DESCRIPTION:https://vigie.example
        ORGANIZER;CN="agenda@exemple.fr":mailto:agenda@exemple.fr
        URL:https://vigie.example
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE;CN="Camille ^'Cam^' Roux, Die":mailto:camille@exemple.fr
        STATUS:CONFIRMED
        TRANSP:OPAQUE
        CLASS:PUBLIC
        CREATED:20260115T080000Z
        LAST-MODIFIED:20260305T090000Z
        SEQUENCE:1
        END:VEVENT
        END:VCALENDAR"#]],
    );
}

#[test]
fn an_invitation_is_read_back_as_it_was_kept() {
    let kept = serde_json::to_string(&invitation()).unwrap();
    assert_eq!(serde_json::from_str::<Invitation>(&kept).unwrap(), invitation());
}

#[test]
fn where_nobody_reads_answers_none_is_asked_for() {
    let ics = invitation().write(&Posting { answers: false, ..posting() });
    assert!(unfold(&ics).iter().any(|line| line.starts_with("ATTENDEE;") && line.contains("RSVP=FALSE")));
}
