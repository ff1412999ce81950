//! What calendars of those who registered are told by mail: read with other software, and followed as
//! a calendar follows it, from the invitation to the end.

use std::collections::BTreeMap;

use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarProperty};
use mail_parser::{MessageParser, MimeHeaders};
use vigie::actions;
use vigie::app::App;
use vigie::config::Config;
use vigie::domain::email::EmailAddress;
use vigie::domain::event::{EventDraft, EventStatus, Override, RegistrationMode};
use vigie::domain::member::MembershipRole;
use vigie::domain::policy::Actor;
use vigie::domain::registration::RegistrationRules;
use vigie::domain::schedule::{End, OccurrenceKey, Span};
use vigie::i18n::Locale;
use vigie::ical::Posting;
use vigie::jobs::Delivery;
use vigie::mail::{MailUrl, Sender};

use crate::support::{Browser, EventGestures, Person, TestApp, event, on_each_database, place};

const PAGE: &str = "/evenements/atelier-couture";
const KEY: &str = "20260312T183000";

/// A workshop next Thursday evening with so many seats.
fn workshop(seats: i32) -> EventDraft {
    EventDraft {
        capacity: Some(seats),
        registration: RegistrationMode::Open,
        ..event("Atelier couture", "2026-03-12 18:30", "20:30")
    }
}

fn span(start: &str, end: &str) -> Span {
    Span::Timed { start: start.parse().unwrap(), end: end.parse().unwrap() }
}

fn key(text: &str) -> OccurrenceKey {
    OccurrenceKey::parse(text).unwrap()
}

/// A member with a browser.
fn member(app: &TestApp, name: &str) -> (Person, Browser) {
    let person = app.member(name, &[]);
    let browser = app.sign_in(&person);
    (person, browser)
}

fn registers(browser: &Browser, page: &str) {
    browser.press(page, &format!("{page}/inscription"), &[]).location();
}

fn cancels(browser: &Browser, page: &str) {
    browser.submit(&format!("{page}/inscription"), &[("do", "cancel")]).location();
}

/// One person's calendar, as RFC 5546 (2.1.5) has it follow what comes by mail.
#[derive(Default)]
struct Calendar {
    /// By UID and RECURRENCE-ID: SEQUENCE, and what is shown; `None`: taken out.
    entries: BTreeMap<(String, String), (i64, Option<String>)>,
    seen: usize,
}

impl Calendar {
    /// Takes in the letters that came since; gives what each brought: "REQUEST 20260312T183000".
    fn follows(&mut self, app: &TestApp, person: &Person) -> Vec<String> {
        let letters: Vec<_> = app.letters().into_iter().filter(|(to, _)| *to == person.email).collect();
        let fresh = letters[self.seen..].iter().map(|(_, letter)| letter.calendar_part(&posting(person)));
        let told = fresh
            .map(|part| part.map_or_else(String::new, |(method, text)| self.take(person, method, &text)));
        let told: Vec<String> = told.collect();
        self.seen = letters.len();
        told
    }

    fn take(&mut self, person: &Person, method: &str, text: &str) -> String {
        let calendar = ICalendar::parse(text).unwrap();
        assert_eq!(property(&calendar.components[0], ICalendarProperty::Method), method);
        let events: Vec<_> =
            calendar.components.iter().filter(|part| part.component_type.is_event()).collect();
        assert!(!events.is_empty(), "{text}");
        let mut told = Vec::new();
        for event in events {
            let value = |name| property(event, name);
            assert_eq!(value(ICalendarProperty::Attendee), format!("mailto:{}", person.email), "{text}");
            assert_eq!(event.properties(&ICalendarProperty::Attendee).count(), 1);
            assert_eq!(value(ICalendarProperty::Organizer), "mailto:agenda@vigie.example");
            assert_eq!(value(ICalendarProperty::Transp), "OPAQUE");
            assert_eq!(value(ICalendarProperty::Status) == "CANCELLED", method == "CANCEL", "{text}");
            let start = raw(text, "DTSTART", told.len());
            let id = (value(ICalendarProperty::Uid), raw(text, "RECURRENCE-ID", told.len()));
            let sequence: i64 = value(ICalendarProperty::Sequence).parse().unwrap();
            let known = self.entries.get(&id).map(|(sequence, _)| *sequence);
            assert!(known.is_none_or(|known| sequence > known), "{sequence} does not pass {known:?}: {text}");
            let shown = (method == "REQUEST").then_some(start.clone());
            told.push(format!("{method} {}", shown.as_deref().unwrap_or("-")));
            self.entries.insert(id, (sequence, shown));
        }
        told.join(", ")
    }

    /// When the entries that are shown begin.
    fn shows(&self) -> Vec<&str> {
        self.entries.values().filter_map(|(_, shown)| shown.as_deref()).collect()
    }
}

fn property(component: &ICalendarComponent, name: ICalendarProperty) -> String {
    let entry = component.property(&name).unwrap_or_else(|| panic!("no {name:?} in {component:?}"));
    let value = entry.values.first().unwrap();
    value.as_text().map_or_else(|| value.as_integer().unwrap().to_string(), str::to_owned)
}

/// The value of a property of the n-th VEVENT, as it stands there; empty: none.
fn raw(text: &str, name: &str, nth: usize) -> String {
    let block = text.split("BEGIN:VEVENT").nth(nth + 1).unwrap();
    let line = block.lines().find(|line| line.starts_with(name));
    line.and_then(|line| line.rsplit_once(':')).map_or(String::new(), |(_, value)| value.to_owned())
}

fn posting(person: &Person) -> Posting<'_> {
    Posting {
        origin: "https://vigie.example",
        host: "vigie.example",
        mailbox: "agenda@vigie.example",
        answers: true,
        name: &person.name,
        address: &person.email,
        locale: Locale::Fr,
    }
}

#[test]
fn a_calendar_follows_from_the_invitation_to_the_end() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let event = app.publish(&fabrique, &workshop(3));
        let (camille, browser) = member(app, "Camille Roux");
        let mut calendar = Calendar::default();
        registers(&browser, PAGE);
        assert_eq!(calendar.follows(app, &camille), ["REQUEST 20260312T183000"]);

        // Moved, then put off, then on again, then online.
        let change = |change: Override| app.change_date(event.id, &Override { key: key(KEY), ..change });
        let friday = span("2026-03-13T18:00:00", "2026-03-13T20:00:00");
        change(Override { span: Some(friday), status: Some(EventStatus::Moved), ..Override::default() });
        assert_eq!(calendar.follows(app, &camille), ["REQUEST 20260313T180000"]);
        change(Override { status: Some(EventStatus::Postponed), ..Override::default() });
        assert_eq!(calendar.follows(app, &camille), ["CANCEL -"]);
        assert!(calendar.shows().is_empty());
        change(Override::default());
        assert_eq!(calendar.follows(app, &camille), ["REQUEST 20260312T183000"]);
        change(Override { status: Some(EventStatus::MovedOnline), ..Override::default() });
        assert_eq!(calendar.follows(app, &camille), ["REQUEST 20260312T183000"]);

        // She leaves, and comes again: it is shown again.
        cancels(&browser, PAGE);
        assert_eq!(calendar.follows(app, &camille), ["CANCEL -"]);
        registers(&browser, PAGE);
        assert_eq!(calendar.follows(app, &camille), ["REQUEST 20260312T183000"]);
        assert_eq!(calendar.shows(), ["20260312T183000"]);
        // Asked about twice, told once.
        change(Override { status: Some(EventStatus::Cancelled), ..Override::default() });
        app.withdraw(event.id);
        assert_eq!(calendar.follows(app, &camille), ["CANCEL -"]);
        assert_eq!(calendar.entries.len(), 1, "one entry all along");
    });
}

#[test]
fn who_waits_hears_by_letter_alone_until_a_seat_is_theirs() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let event = app.publish(&fabrique, &workshop(1));
        let ((ana, first), (bob, second)) = (member(app, "Ana"), member(app, "Bob"));
        registers(&first, PAGE);
        registers(&second, PAGE);
        let (mut hers, mut his) = (Calendar::default(), Calendar::default());
        assert_eq!(his.follows(app, &bob), [""]);
        let later = Override {
            span: Some(span("2026-03-12T19:00:00", "2026-03-12T21:00:00")),
            ..Override::default()
        };
        app.change_date(event.id, &Override { key: key(KEY), ..later });
        assert_eq!(his.follows(app, &bob), [""]);
        cancels(&first, PAGE);
        assert_eq!(hers.follows(app, &ana).last().unwrap(), "CANCEL -");
        assert_eq!(his.follows(app, &bob), ["REQUEST 20260312T190000"]);

        // A host takes him off the list.
        let host = app.sign_in(&app.member("Nadia Serre", &[(fabrique.id, MembershipRole::Host)]));
        let rows =
            app.db.read_now(|conn| vigie::store::registrations::live_of_date(conn, event.id, KEY)).unwrap();
        let fields = [("do", "remove"), ("registration", &rows[0].id.to_string()), ("word", "")];
        host.submit(&format!("{PAGE}/inscriptions"), &fields).location();
        assert_eq!(his.follows(app, &bob), ["CANCEL -"]);
        assert!(his.shows().is_empty());
    });
}

#[test]
fn one_date_of_a_series_is_followed_even_to_another_key() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let weekly = workshop(3).every_week(End::Count(4));
        let event = app.publish(&fabrique, &weekly);
        let (camille, browser) = member(app, "Camille Roux");
        let mut calendar = Calendar::default();
        registers(&browser, &format!("{PAGE}/{KEY}"));
        registers(&browser, &format!("{PAGE}/20260326T183000"));
        assert_eq!(calendar.follows(app, &camille), ["REQUEST 20260312T183000", "REQUEST 20260326T183000"]);
        assert_eq!(
            calendar.entries.keys().map(|(_, date)| date.as_str()).collect::<Vec<_>>(),
            [KEY, "20260326T183000"]
        );

        // Another hour for all dates: the old ones go, the new ones come.
        let mut later = weekly;
        later.schedule.span = span("2026-03-12T19:00:00", "2026-03-12T21:00:00");
        app.amend(event.id, &later);
        assert_eq!(
            calendar.follows(app, &camille),
            ["CANCEL -", "REQUEST 20260312T190000", "CANCEL -", "REQUEST 20260326T190000"]
        );
        assert_eq!(calendar.shows(), ["20260312T190000", "20260326T190000"]);
        let subjects: Vec<String> = app.letters().into_iter().map(|(_, letter)| letter.subject.key).collect();
        assert_eq!(subjects.iter().filter(|key| *key == "letter-registration-old-date-subject").count(), 2);

        // One is cancelled, the other stays.
        let off = Override { status: Some(EventStatus::Cancelled), ..Override::default() };
        app.change_date(event.id, &Override { key: key("20260326T190000"), ..off });
        assert_eq!(calendar.follows(app, &camille), ["CANCEL -"]);
        assert_eq!(calendar.shows(), ["20260312T190000"]);
        app.withdraw(event.id);
        assert_eq!(calendar.follows(app, &camille), ["CANCEL -"]);
    });
}

#[test]
fn a_whole_series_is_one_entry_with_its_rule() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let weekly = workshop(3).every_week(End::Count(4));
        let event = app.publish(&fabrique, &weekly);
        let now = app.clock.now();
        let rules = RegistrationRules { whole_series: true, ..RegistrationRules::default() };
        app.db
            .write_now(|tx| actions::set_registration_rules(tx, &Actor::Program, event.id, &rules, now))
            .unwrap();
        let (camille, browser) = member(app, "Camille Roux");
        let mut calendar = Calendar::default();
        registers(&browser, PAGE);
        assert_eq!(calendar.follows(app, &camille), ["REQUEST 20260312T183000"]);
        let part = || {
            let letter = app.letters().into_iter().rfind(|(to, _)| *to == camille.email).unwrap().1;
            letter.calendar_part(&posting(&camille)).unwrap().1
        };
        assert!(part().contains("RRULE:FREQ=WEEKLY;COUNT=4"), "{}", part());

        // One date off: the series says so, and stays.
        let off = Override { status: Some(EventStatus::Cancelled), ..Override::default() };
        app.change_date(event.id, &Override { key: key("20260319T183000"), ..off });
        let text = part();
        assert!(
            text.contains("METHOD:REQUEST")
                && text.contains("RECURRENCE-ID;TZID=Europe/Paris:20260319T183000")
        );
        assert!(text.contains("STATUS:CANCELLED") && text.contains("STATUS:CONFIRMED"), "{text}");
        cancels(&browser, PAGE);
        assert!(part().contains("METHOD:CANCEL"), "{}", part());
    });
}

#[test]
fn the_mail_is_an_invitation_for_other_software() {
    let app = &TestApp::on_sqlite();
    let fabrique = app.place(place("La Fabrique"));
    app.publish(&fabrique, &EventDraft { organiser: "La Fabrique, Crest".to_owned(), ..workshop(3) });
    let (camille, browser) = member(app, "Camille Roux");
    registers(&browser, PAGE);
    let folder = tempfile::tempdir().unwrap();
    let send = |replies: Option<&str>| {
        let mut config = Config::for_database(app.url.clone());
        config.mail_url = MailUrl::parse(&format!("file://{}", folder.path().display()));
        config.mail_from = Sender::parse("Le réseau <bonjour@reseau.example>");
        config.mail_replies = replies.and_then(EmailAddress::parse);
        let db = vigie::db::open(&app.url, 2).unwrap();
        let app = App::new(config, db, app.clock.clone()).unwrap();
        assert_eq!(Delivery::new(app, "https://vigie.example").round(&|| true).unwrap(), 1);
        let file = std::fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
        let raw = std::fs::read(&file).unwrap();
        std::fs::remove_file(file).unwrap();
        raw
    };
    let raw = send(Some("agenda@reseau.example"));
    let mail = MessageParser::default().parse(&raw).unwrap();
    assert_eq!(mail.reply_to().unwrap().first().unwrap().address(), Some("agenda@reseau.example"));
    let kind = |part: &mail_parser::MessagePart<'_>| {
        let kind = part.content_type().unwrap();
        (format!("{}/{}", kind.ctype(), kind.subtype().unwrap()), kind.attribute("method").map(str::to_owned))
    };
    let kinds: Vec<_> = mail.parts.iter().map(kind).collect();
    let word = |text: &str| (text.to_owned(), None);
    assert_eq!(
        kinds,
        [
            word("multipart/mixed"),
            word("multipart/alternative"),
            word("text/plain"),
            word("text/html"),
            ("text/calendar".to_owned(), Some("REQUEST".to_owned())),
            word("application/ics"),
        ]
    );
    let text = std::str::from_utf8(mail.parts[4].contents()).unwrap();
    assert_eq!(mail.parts[5].contents(), text.as_bytes());
    let unfolded = text.replace("\r\n ", "");
    for line in [
        "METHOD:REQUEST",
        "ORGANIZER;CN=\"La Fabrique, Crest\":mailto:agenda@reseau.example",
        "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE;CN=\"Camille Roux\":mailto:camille.roux@exemple.fr",
        "DTSTART;TZID=Europe/Paris:20260312T183000",
        "DTSTAMP:20260305T090000Z",
        "SEQUENCE:0",
    ] {
        assert!(unfolded.lines().any(|told| told == line), "{line} is not in {unfolded}");
    }
    assert!(!unfolded.contains("VALARM"));
    // The same UID as in the feed.
    let uid = |text: &str| text.lines().find(|line| line.starts_with("UID:")).unwrap().to_owned();
    assert_eq!(uid(&app.get(&format!("{PAGE}.ics")).text()), uid(text));

    // Where nobody reads answers, none is asked for.
    cancels(&browser, PAGE);
    let raw = send(None);
    let mail = MessageParser::default().parse(&raw).unwrap();
    let text = std::str::from_utf8(mail.parts[4].contents()).unwrap().replace("\r\n ", "");
    assert!(mail.reply_to().is_none());
    assert!(text.contains("METHOD:CANCEL") && text.contains("mailto:bonjour@reseau.example"), "{text}");
    assert!(text.contains("RSVP=FALSE") && text.contains("STATUS:CANCELLED"), "{text}");
    assert!(text.contains(&format!("mailto:{}", camille.email)));
}

#[test]
fn another_place_is_told_and_a_room_that_was_not_known_is_not() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let event = app.publish(&fabrique, &workshop(1));
        let ((ana, first), (bob, second)) = (member(app, "Ana"), member(app, "Bob"));
        registers(&first, PAGE);
        registers(&second, PAGE);
        let (mut hers, mut his) = (Calendar::default(), Calendar::default());
        hers.follows(app, &ana);
        his.follows(app, &bob);
        let now_in = |room: &str, address: &str| {
            app.amend(event.id, &EventDraft { room: room.into(), address: address.into(), ..workshop(1) });
        };
        let last = || app.letters().pop().unwrap().1;
        now_in("Salle 2", "");
        assert!(hers.follows(app, &ana).is_empty(), "a room is told for the first time");
        now_in("Atelier", "");
        assert_eq!(hers.follows(app, &ana), ["REQUEST 20260312T183000"]);
        assert_eq!(his.follows(app, &bob), [""], "who waits reads it, and has nothing in the calendar");
        assert_eq!(last().subject.key, "letter-registration-date-elsewhere-subject");
        let place = |letter: &vigie::mail::Letter| {
            let fact = |(label, value): &(vigie::mail::Line, vigie::mail::Line)| {
                (label.key == "letter-registration-where").then(|| value.args["words"].clone())
            };
            letter.facts.iter().find_map(fact).unwrap()
        };
        assert_eq!(place(&last()), "Atelier, La Fabrique, 8 rue Courre-Commère, 26400 Crest");
        now_in("Atelier", "2 place de l’Église, Die");
        assert_eq!(hers.follows(app, &ana), ["REQUEST 20260312T183000"]);
        assert!(place(&last()).contains("2 place de l’Église, Die"));
        // Another hour as well: one letter tells both.
        let room = Override { key: key(KEY), room: Some("Cave".into()), ..Override::default() };
        let later = Some(span("2026-03-12T19:00:00", "2026-03-12T21:00:00"));
        app.change_date(event.id, &Override { span: later, ..room });
        assert_eq!(hers.follows(app, &ana), ["REQUEST 20260312T190000"]);
        assert!(place(&last()).starts_with("Cave, "));
        assert_eq!(last().subject.key, "letter-registration-date-moved-subject");
    });
}

#[test]
fn who_comes_to_all_of_a_series_that_is_split_has_both_halves() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let weekly = workshop(3).every_week(End::Count(4));
        let event = app.publish(&fabrique, &weekly);
        let now = app.clock.now();
        let rules = RegistrationRules { whole_series: true, ..RegistrationRules::default() };
        app.db
            .write_now(|tx| actions::set_registration_rules(tx, &Actor::Program, event.id, &rules, now))
            .unwrap();
        let (ana, browser) = member(app, "Ana");
        registers(&browser, PAGE);
        let mut calendar = Calendar::default();
        calendar.follows(app, &ana);
        let mut following = weekly;
        following.title = "Atelier broderie".to_owned();
        following.rules = rules;
        following.schedule.span = span("2026-03-26T18:30:00", "2026-03-26T20:30:00");
        let following = following.every_week(End::Count(2));
        app.db
            .write_now(|tx| {
                let (row, schedule) = vigie::store::events::by_id(tx, event.id)?;
                let seen = actions::seal(&vigie::store::events::draft(tx, &row, &schedule)?);
                let cut = key("20260326T183000");
                let new = actions::Following { key: &cut, draft: &following, uid: uuid::Uuid::new_v4() };
                actions::split_series(tx, &Actor::Program, event.id, &seen, &new, now)
            })
            .unwrap();
        let told = calendar.follows(app, &ana);
        assert!(told.contains(&"REQUEST 20260326T183000".to_owned()), "{told:?}");
        let mut shown = calendar.shows();
        shown.sort_unstable();
        assert_eq!(shown, ["20260312T183000", "20260326T183000"]);
    });
}
