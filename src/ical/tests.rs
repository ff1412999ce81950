//! The lines of the calendar contract, byte for byte, and what holds for every event.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Europe::Paris;
use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::text::tests::{assert_well_formed, unescape, unfold};
use super::*;
use crate::domain::event::{AttendanceMode, EventStatus, Override};
use crate::domain::place::Point;
use crate::domain::schedule::{
    End, OccurrenceKey, PublicHolidays, Recurrence, Rule, Schedule, SchoolHolidays, Span,
};
use crate::i18n::Locale;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn time(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

pub fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub fn timed(start: &str, end: &str) -> Span {
    Span::Timed { start: time(start), end: time(end) }
}

pub fn key(text: &str) -> OccurrenceKey {
    OccurrenceKey::parse(text).unwrap()
}

pub fn once(span: Span) -> Schedule {
    Schedule { span, zone: Paris, recurrence: None }
}

pub fn repeating(span: Span, rule: Rule, end: End) -> Schedule {
    let recurrence = Recurrence {
        rule,
        end,
        exclusions: vec![],
        public_holidays: PublicHolidays::Keep,
        school_holidays: SchoolHolidays::Ignore,
        pauses: vec![],
    };
    Schedule { span, zone: Paris, recurrence: Some(recurrence) }
}

/// Thursdays 18:30 to 20:30 from 5 March to 7 May 2026.
pub fn thursdays() -> Schedule {
    repeating(
        timed("2026-03-05 18:30", "2026-03-05 20:30"),
        Rule::Weekly { every: 1, days: vec![chrono::Weekday::Thu] },
        End::Until(day("2026-05-07")),
    )
}

pub fn moved_to_friday() -> Override {
    let span = timed("2026-04-03 19:00", "2026-04-03 21:00");
    Override {
        key: key("20260402T183000"),
        span: Some(span),
        status: Some(EventStatus::Moved),
        ..Override::default()
    }
}

pub fn change(change: &Override) -> FeedOverride<'_> {
    FeedOverride {
        change,
        location: None,
        url: None,
        changed_at: instant("2026-02-12T10:00:00Z"),
        sequence: 1,
    }
}

/// An event that says nothing but its title and dates.
pub fn plain<'a>(uid: &'a str, schedule: &'a Schedule) -> FeedEvent<'a> {
    FeedEvent {
        uid,
        url: "",
        title: "Café réparation",
        description: "",
        location: "",
        geo: None,
        categories: &[],
        organizer: FeedOrganizer { name: "", mailbox: None },
        mode: AttendanceMode::OnSite,
        conference_url: "",
        image: None,
        color: "",
        status: EventStatus::Planned,
        status_note: "",
        schedule,
        exdates: &[],
        rdates: &[],
        overrides: &[],
        created: instant("2026-01-15T08:00:00Z"),
        changed_at: instant("2026-02-10T09:00:00Z"),
        sequence: 0,
        taking_part: None,
        attendee: None,
        withdrawn: false,
    }
}

const UID: &str = "0f0c9b4e-58f3-4c39-8a55-0d9d4c8e7a10@exemple.fr";

fn check(ics: &str, expected: Expect) {
    assert_well_formed(ics);
    expected.assert_eq(&ics.replace("\r\n", "\n"));
}

fn lines(ics: &str) -> Vec<String> {
    assert_well_formed(ics);
    unfold(ics)
}

fn property<'l>(lines: &'l [String], name: &str) -> Option<&'l str> {
    let named = |line: &&String| line.starts_with(name) && line[name.len()..].starts_with([':', ';']);
    lines.iter().find(named).map(String::as_str)
}

#[test]
fn a_full_event_is_written_as_the_contract_says() {
    let schedule = once(timed("2026-03-05 18:30", "2026-03-05 20:30"));
    let categories = ["Atelier".to_owned(), "Réemploi, couture".to_owned()];
    let event = FeedEvent {
        url: "https://exemple.fr/e/cafe?a=1,2;b=3",
        title: "Café réparation : venez, on s'occupe du reste",
        description: "Entrée libre.\nApportez tournevis; pinces. C:\\atelier",
        location: "Le Labo, La Fabrique, 3 rue du Four, 26400 Crest",
        geo: Some(Point { lat: 48.117266, lon: -1.677793 }),
        categories: &categories,
        organizer: FeedOrganizer { name: "La \"Fabrique\", Rennes", mailbox: Some("agenda@exemple.fr") },
        mode: AttendanceMode::Hybrid,
        conference_url: "https://visio.exemple.fr/x",
        image: Some(FeedImage { url: "https://exemple.fr/i/1.png", media_type: "image/png" }),
        color: "teal",
        ..plain(UID, &schedule)
    };
    check(
        &write_event(&event, Locale::Fr),
        expect![[r#"
        BEGIN:VEVENT
        UID:0f0c9b4e-58f3-4c39-8a55-0d9d4c8e7a10@exemple.fr
        DTSTAMP:20260210T090000Z
        DTSTART;TZID=Europe/Paris:20260305T183000
        DTEND;TZID=Europe/Paris:20260305T203000
        SUMMARY:Café réparation : venez\, on s'occupe du reste
        DESCRIPTION:Entrée libre.\nApportez tournevis\; pinces. C:\\atelier\n\nSal
         le visio : https://visio.exemple.fr/x\n\nhttps://exemple.fr/e/cafe?a=1\,2
         \;b=3
        LOCATION:Le Labo\, La Fabrique\, 3 rue du Four\, 26400 Crest
        GEO:48.117266;-1.677793
        CATEGORIES:Atelier,Réemploi\, couture
        ORGANIZER;CN="La ^'Fabrique^', Rennes":mailto:agenda@exemple.fr
        URL:https://exemple.fr/e/cafe?a=1,2;b=3
        CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL="Salle visio":https://visio.exempl
         e.fr/x
        IMAGE;VALUE=URI;DISPLAY=BADGE;FMTTYPE=image/png:https://exemple.fr/i/1.png
        COLOR:teal
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        CLASS:PUBLIC
        CREATED:20260115T080000Z
        LAST-MODIFIED:20260210T090000Z
        SEQUENCE:0
        END:VEVENT
    "#]],
    );
}

#[test]
fn a_series_has_its_rule_and_a_block_for_the_date_that_moved() {
    let (schedule, moved) = (thursdays(), moved_to_friday());
    let (exdates, overrides) = ([key("20260319T183000")], [change(&moved)]);
    let event = FeedEvent { exdates: &exdates, overrides: &overrides, ..plain(UID, &schedule) };
    check(
        &write_event(&event, Locale::Fr),
        expect![[r#"
        BEGIN:VEVENT
        UID:0f0c9b4e-58f3-4c39-8a55-0d9d4c8e7a10@exemple.fr
        DTSTAMP:20260210T090000Z
        DTSTART;TZID=Europe/Paris:20260305T183000
        DTEND;TZID=Europe/Paris:20260305T203000
        RRULE:FREQ=WEEKLY;UNTIL=20260507T163000Z
        EXDATE;TZID=Europe/Paris:20260319T183000
        SUMMARY:Café réparation
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        CLASS:PUBLIC
        CREATED:20260115T080000Z
        LAST-MODIFIED:20260210T090000Z
        SEQUENCE:0
        END:VEVENT
        BEGIN:VEVENT
        UID:0f0c9b4e-58f3-4c39-8a55-0d9d4c8e7a10@exemple.fr
        DTSTAMP:20260212T100000Z
        RECURRENCE-ID;TZID=Europe/Paris:20260402T183000
        DTSTART;TZID=Europe/Paris:20260403T190000
        DTEND;TZID=Europe/Paris:20260403T210000
        SUMMARY:Déplacé : Café réparation
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        CLASS:PUBLIC
        CREATED:20260115T080000Z
        LAST-MODIFIED:20260212T100000Z
        SEQUENCE:1
        END:VEVENT
    "#]],
    );
}

#[test]
fn whole_days_end_before_the_next() {
    let schedule = once(Span::AllDay { first: day("2026-06-13"), last: day("2026-06-14") });
    let lines = lines(&write_event(&plain(UID, &schedule), Locale::Fr));
    assert_eq!(property(&lines, "DTSTART"), Some("DTSTART;VALUE=DATE:20260613"));
    assert_eq!(property(&lines, "DTEND"), Some("DTEND;VALUE=DATE:20260615"));
}

#[test]
fn a_status_is_said_by_title_status_and_description() {
    let schedule = once(timed("2026-03-05 18:30", "2026-03-05 20:30"));
    for (status, summary, value) in [
        (EventStatus::Planned, "Café réparation", "CONFIRMED"),
        (EventStatus::Tentative, "À confirmer\u{a0}: Café réparation", "TENTATIVE"),
        (EventStatus::Full, "Complet\u{a0}: Café réparation", "CONFIRMED"),
        (EventStatus::Moved, "Déplacé\u{a0}: Café réparation", "CONFIRMED"),
        (EventStatus::MovedOnline, "En ligne\u{a0}: Café réparation", "CONFIRMED"),
        (EventStatus::Postponed, "Reporté\u{a0}: Café réparation", "CANCELLED"),
        (EventStatus::Cancelled, "Annulé\u{a0}: Café réparation", "CANCELLED"),
    ] {
        let event = FeedEvent {
            status,
            status_note: "Le four est en panne.",
            description: "Entrée libre.",
            ..plain(UID, &schedule)
        };
        let lines = lines(&write_event(&event, Locale::Fr));
        assert_eq!(property(&lines, "SUMMARY"), Some(format!("SUMMARY:{summary}").as_str()));
        assert_eq!(property(&lines, "STATUS"), Some(format!("STATUS:{value}").as_str()));
        let note = if status == EventStatus::Planned { "" } else { "Le four est en panne.\\n\\n" };
        let description = format!("DESCRIPTION:{note}Entrée libre.");
        assert_eq!(property(&lines, "DESCRIPTION"), Some(description.as_str()));
    }
}

#[test]
fn what_was_withdrawn_leaves_its_title_and_dates_as_cancelled() {
    let (schedule, moved) = (thursdays(), moved_to_friday());
    let overrides = [change(&moved)];
    let event = FeedEvent {
        description: "Chez Nadia",
        location: "Crest",
        url: "https://exemple.fr/e/cafe",
        overrides: &overrides,
        sequence: 3,
        withdrawn: true,
        ..plain(UID, &schedule)
    };
    check(
        &write_event(&event, Locale::En),
        expect![[r#"
        BEGIN:VEVENT
        UID:0f0c9b4e-58f3-4c39-8a55-0d9d4c8e7a10@exemple.fr
        DTSTAMP:20260210T090000Z
        DTSTART;TZID=Europe/Paris:20260305T183000
        DTEND;TZID=Europe/Paris:20260305T203000
        RRULE:FREQ=WEEKLY;UNTIL=20260507T163000Z
        SUMMARY:Cancelled: Café réparation
        STATUS:CANCELLED
        TRANSP:TRANSPARENT
        CLASS:PUBLIC
        CREATED:20260115T080000Z
        LAST-MODIFIED:20260210T090000Z
        SEQUENCE:3
        END:VEVENT
    "#]],
    );
}

#[test]
fn a_one_off_tells_by_itself_what_differs() {
    let schedule = once(timed("2026-04-02 18:30", "2026-04-02 20:30"));
    let moved = moved_to_friday();
    let event = plain(UID, &schedule);
    let overrides = [change(&moved)];
    let lines = lines(&write_event(&FeedEvent { overrides: &overrides, ..event }, Locale::Fr));
    assert_eq!(property(&lines, "RECURRENCE-ID"), None);
    assert_eq!(property(&lines, "DTSTART"), Some("DTSTART;TZID=Europe/Paris:20260403T190000"));
    assert_eq!(property(&lines, "SUMMARY"), Some("SUMMARY:Déplacé\u{a0}: Café réparation"));
    assert_eq!(property(&lines, "SEQUENCE"), Some("SEQUENCE:1"));
}

#[test]
fn chosen_dates_begin_with_the_first_that_takes_place() {
    let span = timed("2026-03-05 18:30", "2026-03-05 20:30");
    let schedule = repeating(span, Rule::Dates { dates: vec![] }, End::Never);
    let rdates = ["20260402T183000", "20260312T183000", "20260305T183000", "20260312T183000"].map(key);
    let exdates = [key("20260305T183000")];
    let event = FeedEvent { rdates: &rdates, exdates: &exdates, ..plain(UID, &schedule) };
    let lines = lines(&write_event(&event, Locale::Fr));
    assert_eq!(property(&lines, "DTSTART"), Some("DTSTART;TZID=Europe/Paris:20260312T183000"));
    assert_eq!(property(&lines, "DTEND"), Some("DTEND;TZID=Europe/Paris:20260312T203000"));
    assert_eq!(
        property(&lines, "RRULE"),
        Some("RRULE:FREQ=WEEKLY;INTERVAL=3;UNTIL=20260402T163000Z;WKST=MO")
    );
    assert_eq!(property(&lines, "EXDATE"), None);
}

#[test]
fn dates_too_far_between_are_a_list() {
    let schedule = thursdays();
    let rdates = ["20260305T183000", "20270312T183000", "20300401T183000"].map(key);
    let lines = lines(&write_event(&FeedEvent { rdates: &rdates, ..plain(UID, &schedule) }, Locale::Fr));
    assert_eq!(property(&lines, "RRULE"), None);
    let list = "RDATE;TZID=Europe/Paris:20260305T183000,20270312T183000,20300401T183000";
    assert_eq!(property(&lines, "RDATE"), Some(list));
}

#[test]
fn a_rule_kept_to_the_school_holidays_is_that_rule_less_its_gaps() {
    let mut schedule = thursdays();
    schedule.recurrence.as_mut().unwrap().school_holidays = SchoolHolidays::Only;
    let rdates = ["20260305T183000", "20260312T183000", "20260402T183000"].map(key);
    let lines = lines(&write_event(&FeedEvent { rdates: &rdates, ..plain(UID, &schedule) }, Locale::Fr));
    assert_eq!(property(&lines, "RRULE"), Some("RRULE:FREQ=WEEKLY;UNTIL=20260402T163000Z"));
    assert_eq!(property(&lines, "EXDATE"), Some("EXDATE;TZID=Europe/Paris:20260319T183000,20260326T183000"));
    assert_eq!(property(&lines, "RDATE"), None);
}

#[test]
fn a_date_keeps_what_it_has_from_its_series() {
    let schedule = thursdays();
    let full =
        Override { key: key("20260312T183000"), status: Some(EventStatus::Full), ..Override::default() };
    let seats = Override { key: key("20260326T183000"), capacity: Some(4), ..Override::default() };
    let other_form = Override { key: key("20260409"), title: Some("Ancien".into()), ..Override::default() };
    let dropped = Override { key: key("20260319T183000"), title: Some("Rien".into()), ..Override::default() };
    let overrides = [&dropped, &seats, &other_form, &full].map(change);
    let exdates = [key("20260319T183000"), key("20260409")];
    let event = FeedEvent { overrides: &overrides, exdates: &exdates, sequence: 5, ..plain(UID, &schedule) };
    let written = write_event(&event, Locale::Fr);
    assert_eq!(written.matches("BEGIN:VEVENT").count(), 2, "{written}");
    let date = lines(&written[written.rfind("BEGIN:VEVENT").unwrap()..]);
    assert_eq!(property(&date, "RECURRENCE-ID"), Some("RECURRENCE-ID;TZID=Europe/Paris:20260312T183000"));
    assert_eq!(property(&date, "DTEND"), Some("DTEND;TZID=Europe/Paris:20260312T203000"));
    assert_eq!(property(&date, "DTSTAMP"), Some("DTSTAMP:20260212T100000Z"));
    assert_eq!(property(&date, "SEQUENCE"), Some("SEQUENCE:5"));
    assert_eq!(property(&lines(&written), "EXDATE"), Some("EXDATE;TZID=Europe/Paris:20260319T183000"));
}

#[test]
fn no_date_takes_place_when_the_series_does_not() {
    let (schedule, moved) = (thursdays(), moved_to_friday());
    let overrides = [change(&moved)];
    let event = FeedEvent { status: EventStatus::Cancelled, overrides: &overrides, ..plain(UID, &schedule) };
    let written = write_event(&event, Locale::Fr);
    assert_eq!(written.matches("\r\nSTATUS:CANCELLED\r\n").count(), 2, "{written}");
}

#[test]
fn one_date_alone_keeps_its_identity() {
    let (schedule, moved) = (thursdays(), moved_to_friday());
    let overrides = [change(&moved)];
    let event = FeedEvent { overrides: &overrides, ..plain(UID, &schedule) };
    let date = write_occurrence(&event, &key("20260402T183000"), Locale::Fr).unwrap();
    let all = lines(&date);
    assert_eq!(date.matches("BEGIN:VEVENT").count(), 1);
    assert_eq!(property(&all, "RECURRENCE-ID"), Some("RECURRENCE-ID;TZID=Europe/Paris:20260402T183000"));
    assert_eq!(property(&all, "DTSTART"), Some("DTSTART;TZID=Europe/Paris:20260403T190000"));
    assert_eq!(property(&all, "RRULE"), None);
    assert_eq!(write_occurrence(&event, &key("20260402"), Locale::Fr), None);

    let single = once(schedule.span);
    let event = plain(UID, &single);
    let whole = write_occurrence(&event, &key("20260305T183000"), Locale::Fr);
    assert_eq!(whole, Some(write_event(&event, Locale::Fr)));
    assert_eq!(write_occurrence(&event, &key("20260312T183000"), Locale::Fr), None);
}

#[test]
fn an_event_online_leads_to_its_meeting() {
    let schedule = once(timed("2026-03-05 18:30", "2026-03-05 20:30"));
    let event = FeedEvent {
        mode: AttendanceMode::Online,
        geo: Some(Point { lat: 44.73, lon: 5.02 }),
        ..plain(UID, &schedule)
    };
    let without = lines(&write_event(&event, Locale::Fr));
    assert_eq!(property(&without, "LOCATION"), Some("LOCATION:En ligne"));
    assert_eq!(property(&without, "GEO"), None);
    let event = FeedEvent { conference_url: "https://visio.exemple.fr/x", ..event };
    let with = lines(&write_event(&event, Locale::En));
    assert_eq!(property(&with, "LOCATION"), Some("LOCATION:https://visio.exemple.fr/x"));
    assert_eq!(property(&with, "DESCRIPTION"), Some("DESCRIPTION:Video meeting: https://visio.exemple.fr/x"));
}

#[test]
fn a_host_without_a_mailbox_is_a_contact() {
    let schedule = once(timed("2026-03-05 18:30", "2026-03-05 20:30"));
    let organizer = FeedOrganizer { name: "La Fabrique, Rennes", mailbox: None };
    let lines = lines(&write_event(&FeedEvent { organizer, ..plain(UID, &schedule) }, Locale::Fr));
    assert_eq!(property(&lines, "ORGANIZER"), None);
    assert_eq!(property(&lines, "CONTACT"), Some("CONTACT:La Fabrique\\, Rennes"));
}

pub fn head() -> CalendarHead<'static> {
    CalendarHead {
        name: "Agenda du réseau",
        description: "Les rendez-vous des tiers-lieux de la Drôme, tenus à jour par les lieux.",
        source_url: "https://exemple.fr/agenda/reseau.ics",
        page_url: "https://exemple.fr/agenda",
        locale: Locale::Fr,
        zone: Paris,
        color: "teal",
    }
}

#[test]
fn a_calendar_without_events_still_holds_a_zone() {
    check(
        &write_calendar(&head(), &[], []),
        expect![[r#"
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Vigie//Agenda//FR
        CALSCALE:GREGORIAN
        NAME:Agenda du réseau
        X-WR-CALNAME:Agenda du réseau
        DESCRIPTION:Les rendez-vous des tiers-lieux de la Drôme\, tenus à jour pa
         r les lieux.
        X-WR-CALDESC:Les rendez-vous des tiers-lieux de la Drôme\, tenus à jour p
         ar les lieux.
        X-WR-TIMEZONE:Europe/Paris
        REFRESH-INTERVAL;VALUE=DURATION:PT1H
        X-PUBLISHED-TTL:PT1H
        SOURCE;VALUE=URI:https://exemple.fr/agenda/reseau.ics
        URL:https://exemple.fr/agenda
        COLOR:teal
        BEGIN:VTIMEZONE
        TZID:Europe/Paris
        BEGIN:DAYLIGHT
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        TZNAME:CEST
        DTSTART:19810329T020000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        END:DAYLIGHT
        BEGIN:STANDARD
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        TZNAME:CET
        DTSTART:19961027T030000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        END:VTIMEZONE
        END:VCALENDAR
    "#]],
    );
}

#[test]
fn the_order_of_zones_does_not_move_bytes() {
    use chrono_tz::Indian::Reunion;

    let one = write_calendar(&head(), &[Paris, Reunion, Paris], ["BEGIN:VEVENT\r\nEND:VEVENT\r\n"]);
    let other = write_calendar(&head(), &[Reunion, Paris], ["BEGIN:VEVENT\r\nEND:VEVENT\r\n"]);
    assert_eq!(one, other);
    assert_eq!(one.matches("BEGIN:VTIMEZONE").count(), 2);
    assert!(one.ends_with("END:VTIMEZONE\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"));
}

proptest! {
    #[test]
    fn any_text_makes_a_well_formed_event(
        title in ".{1,120}", description in "(.|\n){0,300}", name in ".{0,80}", address in ".{0,80}",
    ) {
        let schedule = once(timed("2026-03-05 18:30", "2026-03-05 20:30"));
        let categories = [name.clone(), title.clone()];
        let event = FeedEvent {
            url: &address,
            title: &title,
            description: &description,
            location: &name,
            categories: &categories,
            organizer: FeedOrganizer { name: &name, mailbox: Some(&address) },
            conference_url: &address,
            image: Some(FeedImage { url: &address, media_type: &name }),
            color: &name,
            status: EventStatus::Full,
            status_note: &name,
            ..plain(UID, &schedule)
        };
        let lines = lines(&write_event(&event, Locale::Fr));
        prop_assert_eq!(lines.iter().filter(|line| line.starts_with("BEGIN:")).count(), 1);
        let summary = unescape(property(&lines, "SUMMARY").unwrap().strip_prefix("SUMMARY:").unwrap());
        let plain_title: String = title.chars().filter(|c| !c.is_control()).collect();
        if plain_title == title && !title.contains(['\u{2028}', '\u{2029}']) {
            prop_assert_eq!(summary, format!("Complet\u{a0}: {title}"));
        }
    }
}
