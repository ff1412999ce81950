//! What calendars answer to invitations, and what becomes of the registrations.

use std::io::Write;
use std::process::{Command, Stdio};

use vigie::actions::{self, Answered, answer_invitation};
use vigie::domain::event::{EventDraft, RegistrationMode};
use vigie::domain::policy::Actor;
use vigie::domain::registration::{Refusal, RegistrationRules};
use vigie::domain::schedule::End;
use vigie::i18n::Locale;
use vigie::ical::{Posting, Reply};
use vigie::store::registrations;

use crate::support::{Browser, EventGestures, Person, TestApp, event, on_each_database, place};

const PAGE: &str = "/evenements/atelier-couture";
const KEY: &str = "20260312T183000";

fn workshop(seats: i32) -> EventDraft {
    EventDraft {
        capacity: Some(seats),
        registration: RegistrationMode::Open,
        ..event("Atelier couture", "2026-03-12 18:30", "20:30")
    }
}

fn member(app: &TestApp, name: &str) -> (Person, Browser) {
    let person = app.member(name, &[]);
    let browser = app.sign_in(&person);
    (person, browser)
}

fn registers(browser: &Browser, page: &str) {
    browser.press(page, &format!("{page}/inscription"), &[]).location();
}

/// Who is seated and who waits, by name.
fn seated(app: &TestApp, event: i64, key: &str) -> String {
    let rows = app.db.read_now(|conn| registrations::live_of_date(conn, event, key)).unwrap();
    let told = |code: &str| {
        let some = rows.iter().filter(|row| row.state == code);
        some.map(|row| row.name.clone()).collect::<Vec<_>>().join(", ")
    };
    format!("{} | {}", told("confirmee"), told("en-attente"))
}

/// The last invitation that somebody got, as its lines.
fn invitation(app: &TestApp, person: &Person) -> Vec<String> {
    let posting = Posting {
        origin: "https://vigie.example",
        host: "vigie.example",
        mailbox: "agenda@vigie.example",
        answers: true,
        name: &person.name,
        address: &person.email,
        locale: Locale::Fr,
    };
    let letters = app.letters().into_iter().filter(|(to, _)| *to == person.email);
    let (method, text) =
        letters.filter_map(|(_, letter)| letter.calendar_part(&posting)).next_back().unwrap();
    assert_eq!(method, "REQUEST");
    let from = text.find("BEGIN:VEVENT").unwrap();
    text[from..].replace("\r\n ", "").lines().map(str::to_owned).collect()
}

/// What a calendar answers to an invitation: the same event, with what its owner says.
fn answer(invitation: &[String], partstat: &str, stamp: &str) -> String {
    let kept = ["UID", "RECURRENCE-ID", "SEQUENCE", "DTSTART", "ORGANIZER"];
    let lines = invitation.iter().filter(|line| kept.iter().any(|name| line.starts_with(name)));
    let mailto = invitation.iter().find(|line| line.starts_with("ATTENDEE")).unwrap();
    let (_, mailbox) = mailto.rsplit_once("mailto:").unwrap();
    let lines: Vec<&str> = lines.map(String::as_str).collect();
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n{}\r\nDTSTAMP:{stamp}\r\n\
         ATTENDEE;PARTSTAT={partstat}:mailto:{mailbox}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        lines.join("\r\n")
    )
}

fn takes(app: &TestApp, text: &str) -> actions::Result<Answered> {
    let (reply, now) = (Reply::parse(text).unwrap(), app.clock.now());
    app.db.write_now(|tx| answer_invitation(tx, &reply, "vigie.example", now))
}

#[test]
fn who_declines_leaves_their_seat_and_may_come_again() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let event = app.publish(&fabrique, &workshop(1));
        let ((ana, first), (_, second)) = (member(app, "Ana"), member(app, "Bob"));
        registers(&first, PAGE);
        registers(&second, PAGE);
        assert_eq!(seated(app, event.id, KEY), "Ana | Bob");
        let hers = invitation(app, &ana);
        let says = |partstat: &str, stamp: &str| takes(app, &answer(&hers, partstat, stamp)).unwrap();

        assert_eq!(says("TENTATIVE", "20260305T091000Z"), Answered::Kept);
        assert_eq!(says("ACCEPTED", "20260305T091100Z"), Answered::Kept);
        let letters = app.letters().len();
        assert_eq!(says("DECLINED", "20260305T091200Z"), Answered::Left);
        assert_eq!(seated(app, event.id, KEY), "Bob | ");
        // She is told by a letter; her calendar knows already. Bob moves up.
        let fresh = &app.letters()[letters..];
        let told: Vec<_> = fresh.iter().map(|(to, l)| (to.as_str(), l.calendar.is_some())).collect();
        assert_eq!(told, [("ana@exemple.fr", false), ("bob@exemple.fr", true)]);
        assert_eq!(says("DECLINED", "20260305T091200Z"), Answered::Kept, "the same mail again");

        // She changes her mind on the same invitation: the date is full, she waits.
        assert_eq!(says("ACCEPTED", "20260305T091300Z"), Answered::Registered);
        assert_eq!(seated(app, event.id, KEY), "Bob | Ana");
        let last = app.letters().pop().unwrap();
        assert_eq!(
            (last.0.as_str(), last.1.subject.key.as_str()),
            ("ana@exemple.fr", "letter-registration-waiting-subject")
        );
    });
}

#[test]
fn what_is_older_than_what_is_known_changes_nothing() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let event = app.publish(&fabrique, &workshop(2));
        let (ana, browser) = member(app, "Ana");
        registers(&browser, PAGE);
        let first = invitation(app, &ana);
        let later = vigie::domain::event::Override {
            key: vigie::domain::schedule::OccurrenceKey::parse(KEY).unwrap(),
            room: None,
            span: Some(vigie::domain::schedule::Span::Timed {
                start: "2026-03-13T18:30:00".parse().unwrap(),
                end: "2026-03-13T20:30:00".parse().unwrap(),
            }),
            ..Default::default()
        };
        app.change_date(event.id, &later);
        let second = invitation(app, &ana);
        let says = |invitation: &[String], partstat: &str, stamp: &str| {
            takes(app, &answer(invitation, partstat, stamp)).unwrap()
        };
        assert_eq!(says(&first, "DECLINED", "20260305T100000Z"), Answered::Outdated);
        assert_eq!(says(&second, "ACCEPTED", "20260305T110000Z"), Answered::Kept);
        assert_eq!(says(&second, "DECLINED", "20260305T103000Z"), Answered::Outdated);
        assert_eq!(seated(app, event.id, KEY), "Ana | ");
        assert_eq!(says(&second, "DECLINED", "20260305T113000Z"), Answered::Left);
    });
}

#[test]
fn an_answer_to_what_we_did_not_send_is_none() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let event = app.publish(&fabrique, &workshop(1));
        let ((ana, browser), (bob, waits)) = (member(app, "Ana"), member(app, "Bob"));
        registers(&browser, PAGE);
        registers(&waits, PAGE);
        let good = answer(&invitation(app, &ana), "DECLINED", "20260305T100000Z");
        for (old, new) in [
            ("ana@exemple.fr", "zoe@exemple.fr"),
            // He waits: nothing was sent to his calendar.
            ("ana@exemple.fr", bob.email.as_str()),
            ("@vigie.example", "@autre.example"),
            ("UID:", "UID:0"),
            ("DTSTAMP", "RECURRENCE-ID;TZID=Europe/Paris:20260313T183000\r\nDTSTAMP"),
        ] {
            assert_eq!(takes(app, &good.replace(old, new)).unwrap(), Answered::NotInvited, "{new}");
        }
        assert_eq!(seated(app, event.id, KEY), "Ana | Bob");

        // Too late is too late.
        app.at("2026-03-12T20:00:00Z");
        let late = takes(app, &good);
        assert!(matches!(late, Err(actions::Error::Registration(Refusal::Over))), "{late:?}");
        app.withdraw(event.id);
        assert_eq!(takes(app, &good).unwrap(), Answered::NotInvited);
    });
}

#[test]
fn a_series_is_answered_as_one_registered_for_it() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let dates = app.publish(&fabrique, &workshop(3).every_week(End::Count(3)));
        let whole = EventDraft { title: "Formation".to_owned(), ..workshop(3) }.every_week(End::Count(3));
        let whole = app.publish(&fabrique, &whole);
        let (rules, now) = (RegistrationRules { whole_series: true, ..Default::default() }, app.clock.now());
        app.db
            .write_now(|tx| actions::set_registration_rules(tx, &Actor::Program, whole.id, &rules, now))
            .unwrap();
        let (ana, browser) = member(app, "Ana");

        registers(&browser, &format!("{PAGE}/{KEY}"));
        registers(&browser, &format!("{PAGE}/20260319T183000"));
        let second = answer(&invitation(app, &ana), "DECLINED", "20260305T100000Z");
        let of_all: String = second
            .lines()
            .filter(|line| !line.starts_with("RECURRENCE-ID"))
            .map(|l| format!("{l}\r\n"))
            .collect();
        assert_eq!(takes(app, &of_all).unwrap(), Answered::NotInvited);
        // Some calendars name the date in UTC.
        let in_utc = second
            .replace("RECURRENCE-ID;TZID=Europe/Paris:20260319T183000", "RECURRENCE-ID:20260319T173000Z");
        assert!(in_utc.contains("T173000Z"));
        assert_eq!(takes(app, &in_utc).unwrap(), Answered::Left);
        assert_eq!(
            (seated(app, dates.id, KEY), seated(app, dates.id, "20260319T183000")),
            ("Ana | ".to_owned(), " | ".to_owned())
        );

        registers(&browser, "/evenements/formation");
        let all = answer(&invitation(app, &ana), "DECLINED", "20260305T100000Z");
        let one = all.replace("DTSTAMP", "RECURRENCE-ID;TZID=Europe/Paris:20260319T183000\r\nDTSTAMP");
        assert_eq!(takes(app, &one).unwrap(), Answered::OneOfAll);
        assert_eq!(seated(app, whole.id, ""), "Ana | ");
        assert_eq!(takes(app, &all).unwrap(), Answered::Left);
        assert_eq!(seated(app, whole.id, ""), " | ");
    });
}

#[test]
fn the_program_takes_a_mail_and_says_by_its_code_what_became_of_it() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        // The program looks at the clock of the machine.
        let event = app.publish(
            &fabrique,
            &EventDraft { schedule: event("x", "2098-03-12 18:30", "20:30").schedule, ..workshop(2) },
        );
        let (ana, browser) = member(app, "Ana");
        registers(&browser, PAGE);
        let calendar = answer(&invitation(app, &ana), "DECLINED", "20260305T100000Z");
        let mail = format!(
            "Authentication-Results: mx.vigie.example; dkim=pass header.d=exemple.fr\r\nFrom: Ana <ana@exemple.fr>\r\n\
             To: agenda@vigie.example\r\nSubject: Declined\r\nMIME-Version: 1.0\r\n\
             Content-Type: text/calendar; charset=utf-8; method=REPLY\r\n\r\n{calendar}"
        );
        let url = match app.postgres() {
            Some(url) => url.to_owned(),
            None => format!("sqlite://{}", app.url.file().unwrap().display()),
        };
        let hands_over = |mail: &str, authserv: &str, more: &[&str]| {
            let mut program = Command::new(env!("CARGO_BIN_EXE_vigie"))
                .arg("imip-reply")
                .args(more)
                .env_clear()
                .env("DATABASE_URL", &url)
                .env("VIGIE_MAIL_AUTHSERV", authserv)
                .stdin(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap();
            let _ = program.stdin.take().unwrap().write_all(mail.as_bytes());
            let done = program.wait_with_output().unwrap();
            let said = String::from_utf8(done.stderr).unwrap();
            assert!(!said.contains("ana@") && !said.contains("Ana"), "{said}");
            (done.status.code().unwrap(), said)
        };
        for (mail, authserv, more, words) in [
            (mail.as_str(), "mx.autre.example", &[][..], "nothing proves"),
            (mail.as_str(), "", &["--sender", "hugo@exemple.fr"][..], "nothing proves"),
            ("Bonjour", "", &[][..], "exactly one address"),
            (&mail.replace("mailto:ana@", "mailto:hugo@"), "mx.vigie.example", &[][..], "somebody else"),
            (&mail.replace("UID:", "UID:0"), "mx.vigie.example", &[][..], "was not invited"),
        ] {
            let (code, said) = hands_over(mail, authserv, more);
            assert!(code == 65 && said.contains(words), "{code} {said}");
        }
        let key = "20980312T183000";
        assert_eq!(seated(app, event.id, key), "Ana | ");
        let (code, said) = hands_over(&mail, "mx.vigie.example", &[]);
        assert_eq!(code, 0, "{said}");
        assert_eq!(seated(app, event.id, key), " | ");
        // What cannot be looked up now is handed over again.
        let broken = Command::new(env!("CARGO_BIN_EXE_vigie"))
            .args(["imip-reply", "--sender", "ana@exemple.fr"])
            .env_clear()
            .env("DATABASE_URL", "postgres://vigie:x@127.0.0.1:1/nowhere")
            .stdin(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut broken = broken.unwrap();
        let _ = broken.stdin.take().unwrap().write_all(mail.as_bytes());
        assert_eq!(broken.wait().unwrap().code(), Some(75));
    });
}
