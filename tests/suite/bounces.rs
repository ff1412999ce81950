//! Letters that mail servers send back: counted once, by reports that name them, and shown to those
//! who can do something about it.

use std::io::Write;
use std::process::{Command, Stdio};

use chrono::TimeDelta;
use vigie::actions::{BounceTaken, take_bounce};
use vigie::jobs::Delivery;
use vigie::mail::{Bounce, MailState};
use vigie::store::outbox::{self, MailRow};
use vigie::store::{failing_addresses, network};

use crate::delivery::{config, send_letter, service};
use crate::smtp::{MailServer, Mood};
use crate::support::{Person, TestApp, on_each_database};

/// Sends a letter, which is taken; gives its row.
fn sent(app: &TestApp, server: &MailServer, kind: &str, recipient: &str) -> MailRow {
    send_letter(app, kind, recipient);
    let now = app.clock.now();
    Delivery::new(service(app, config(app, server)), "https://vigie.example").round(&|| true).unwrap();
    let sent = app.db.read_now(|conn| outbox::in_state(conn, MailState::Sent, 100)).unwrap();
    sent.into_iter().find(|row| row.recipient == recipient && row.sent_at == Some(now)).unwrap()
}

fn host(app: &TestApp) -> String {
    app.db.read_now(network::find).unwrap().unwrap().host
}

/// What a mail server writes when it gives a letter back.
fn report(app: &TestApp, uid: &str, recipient: &str, status: &str) -> String {
    let host = host(app);
    format!(
        "From: MAILER-DAEMON@mail.test\r\nTo: bonjour@exemple.fr\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mail.test\r\n\r\nFinal-Recipient: rfc822; {recipient}\r\nAction: failed\r\nStatus: {status}\r\nDiagnostic-Code: smtp; 550 {status} user unknown\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{uid}@{host}>\r\nSubject: Votre lien\r\n\r\n--b--\r\n"
    )
}

fn take(app: &TestApp, report: &str) -> BounceTaken {
    let network = app.db.read_now(network::find).unwrap().unwrap();
    let bounces = Bounce::read(report.as_bytes(), &network.host).unwrap();
    app.db.write_now(|tx| take_bounce(tx, &bounces[0], &network, app.clock.now())).unwrap()
}

fn is_stopped(app: &TestApp, email: &str) -> bool {
    let row = app.db.read_now(|conn| failing_addresses::find(conn, email)).unwrap();
    row.is_some_and(|row| row.stopped_at.is_some())
}

/// Has two letters to someone sent back.
fn stop(app: &TestApp, server: &MailServer, email: &str) {
    for _ in 0..2 {
        let mail = sent(app, server, "news", email);
        app.clock.set(app.clock.now() + TimeDelta::hours(1));
        take(app, &report(app, &mail.uid, email, "5.1.1"));
    }
    assert!(is_stopped(app, email));
}

#[test]
fn two_letters_that_come_back_stop_an_address_and_each_counts_once() {
    on_each_database(|app| {
        let server = MailServer::start(Mood::Kind);
        let first = sent(app, &server, "news", "perdue@exemple.fr");
        let told = report(app, &first.uid, "Perdue@Exemple.fr", "5.1.1");
        assert_eq!(take(app, &told), BounceTaken::Counted { stops: false });
        assert_eq!(take(app, &told), BounceTaken::Unknown, "the same report again");
        app.clock.set(app.clock.now() + TimeDelta::days(7));
        let second = sent(app, &server, "news", "perdue@exemple.fr");
        assert_eq!(
            take(app, &report(app, &second.uid, "perdue@exemple.fr", "5.1.1")),
            BounceTaken::Counted { stops: true }
        );
        let row = app.db.read_now(|conn| outbox::by_uid(conn, &second.uid)).unwrap().unwrap();
        assert_eq!(row.failure.unwrap().said, "550 5.1.1 user unknown");
    });
}

#[test]
fn a_letter_that_arrived_in_between_begins_anew() {
    let app = TestApp::on_sqlite();
    let server = MailServer::start(Mood::Kind);
    for _ in 0..3 {
        let back = sent(&app, &server, "news", "parfois@exemple.fr");
        take(&app, &report(&app, &back.uid, "parfois@exemple.fr", "5.2.2"));
        app.clock.set(app.clock.now() + TimeDelta::days(7));
        sent(&app, &server, "news", "parfois@exemple.fr");
        app.clock.set(app.clock.now() + TimeDelta::days(7));
    }
    assert!(!is_stopped(&app, "parfois@exemple.fr"));
}

#[test]
fn a_forged_report_stops_nobody() {
    on_each_database(|app| {
        let server = MailServer::start(Mood::Kind);
        let own = sent(app, &server, "news", "moi@exemple.fr");
        for uid in [own.uid.as_str(), "6b1f0c6a-53c1-4f0e-9d3b-2f6c8d1e0a42"] {
            assert_eq!(take(app, &report(app, uid, "victime@exemple.fr", "5.1.1")), BounceTaken::Unknown);
        }
        send_letter(app, "news", "victime@exemple.fr");
        let waiting = app.db.read_now(|conn| outbox::in_state(conn, MailState::Waiting, 1)).unwrap();
        let told = report(app, &waiting[0].uid, "victime@exemple.fr", "5.1.1");
        assert_eq!(take(app, &told), BounceTaken::Unknown, "it was not sent yet");
        assert!(!is_stopped(app, "victime@exemple.fr"));
    });
}

#[test]
fn what_says_nothing_of_the_address_is_not_held_against_it() {
    let app = TestApp::on_sqlite();
    let server = MailServer::start(Mood::Kind);
    for status in ["4.4.7", "5.7.1", "5.7.26", "5.3.4", "5.6.0"] {
        let mail = sent(&app, &server, "news", "gentille@exemple.fr");
        let told = report(&app, &mail.uid, "gentille@exemple.fr", status);
        assert_eq!(take(&app, &told), BounceTaken::Harmless, "{status}");
        app.clock.set(app.clock.now() + TimeDelta::hours(1));
    }
    let row = app.db.read_now(|conn| failing_addresses::find(conn, "gentille@exemple.fr")).unwrap();
    assert_eq!(row, None);
}

#[test]
fn a_link_that_is_opened_proves_the_address() {
    on_each_database(|app| {
        let server = MailServer::start(Mood::Kind);
        let person = app.member("Camille Roux", &[]);
        stop(app, &server, &person.email);
        let browser = app.visitor();
        browser.submit("/connexion", &[("email", &person.email), ("by", "link")]);
        let letters = app.letters();
        let (_, path) = letters.last().unwrap().1.button.clone().unwrap();
        let opened = browser.submit(&path, &[]);
        assert_eq!(opened.status, 303, "{}", opened.words());
        assert!(!is_stopped(app, &person.email));
    });
}

#[test]
fn the_member_sees_it_and_has_it_tried_again_by_one_tap() {
    on_each_database(|app| {
        let server = MailServer::start(Mood::Kind);
        let Person { email, .. } = app.member("Claude Brévalin", &[]);
        let person = app.member("Camille Roux", &[]);
        let browser = app.sign_in(&person);
        assert!(!browser.get("/moi").words().contains("n’arrivons plus à vous écrire"));
        stop(app, &server, &person.email);
        for path in ["/moi", "/compte"] {
            let page = browser.get(path).words();
            assert!(page.contains("n’arrivons plus à vous écrire"), "{path}: {page}");
            assert!(page.contains(&person.email), "{path}");
        }
        let again = browser.press("/moi", "/compte/courrier/essai", &[]);
        assert!(browser.follow(&again).words().contains("Une lettre part à votre adresse"));
        assert!(!is_stopped(app, &person.email));
        assert!(!browser.get("/moi").words().contains("n’arrivons plus à vous écrire"));
        let trial = sent_trial(app, &server, &person.email);
        assert_eq!(
            take(app, &report(app, &trial, &person.email, "5.1.1")),
            BounceTaken::Counted { stops: true }
        );
        assert!(!is_stopped(app, &email));
    });
}

/// Sends what waits; gives the uid of the last letter to an address.
fn sent_trial(app: &TestApp, server: &MailServer, email: &str) -> String {
    Delivery::new(service(app, config(app, server)), "https://vigie.example").round(&|| true).unwrap();
    let sent = app.db.read_now(|conn| outbox::in_state(conn, MailState::Sent, 100)).unwrap();
    sent.into_iter().find(|row| row.recipient == email && row.kind == "address-trial").unwrap().uid
}

#[test]
fn the_coordination_sees_stopped_addresses_and_has_them_tried_again() {
    on_each_database(|app| {
        let server = MailServer::start(Mood::Kind);
        stop(app, &server, "perdue@exemple.fr");
        let coordinator = app.sign_in(&app.coordinator("Camille Roux"));
        let page = coordinator.get("/reseau/courrier").words();
        assert!(page.contains("perdue@exemple.fr") && page.contains("550 5.1.1 user unknown"), "{page}");
        let again = coordinator.press(
            "/reseau/courrier",
            "/reseau/courrier/adresses/reprise",
            &[("email", "perdue@exemple.fr")],
        );
        assert!(coordinator.follow(&again).words().contains("Une lettre part à cette adresse"));
        assert!(!is_stopped(app, "perdue@exemple.fr"));
        let member = app.sign_in(&app.member("Claude Brévalin", &[]));
        assert_eq!(member.get("/reseau/courrier").status, 404);
    });
}

/// Runs the command as a mail server would, with a mail on its standard input.
fn pipe(app: &TestApp, mail: &[u8]) -> (Option<i32>, String) {
    let url = match app.postgres() {
        Some(url) => url.to_owned(),
        None => format!("sqlite://{}", app.url.file().unwrap().display()),
    };
    let mut child = Command::new(env!("CARGO_BIN_EXE_vigie"))
        .args(["bounces", "-"])
        .env_clear()
        .env("DATABASE_URL", url)
        .current_dir(std::env::temp_dir())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(mail).unwrap();
    let output = child.wait_with_output().unwrap();
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn a_mail_server_pipes_reports_in() {
    on_each_database(|app| {
        let server = MailServer::start(Mood::Kind);
        let mail = sent(app, &server, "news", "perdue@exemple.fr");
        let told = report(app, &mail.uid, "perdue@exemple.fr", "5.1.1");
        assert_eq!(pipe(app, told.as_bytes()), (Some(0), "refused, and counted\n".to_owned()));
        assert_eq!(pipe(app, told.as_bytes()).1, "no such letter, or counted before\n");
        // Whatever comes is taken: a mail server would send it back, to us.
        for other in [b"\xff\x00\r\n".as_slice(), b"Subject: Absence\r\n\r\nEn vacances.\r\n"] {
            assert_eq!(pipe(app, other), (Some(0), "no report on a delivery, set aside\n".to_owned()));
        }
    });
}

#[test]
fn a_folder_of_reports_is_read() {
    let app = TestApp::on_sqlite();
    let server = MailServer::start(Mood::Kind);
    let mail = sent(&app, &server, "news", "perdue@exemple.fr");
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("new")).unwrap();
    let told = report(&app, &mail.uid, "perdue@exemple.fr", "5.1.1");
    std::fs::write(folder.path().join("new/1"), told).unwrap();
    std::fs::write(folder.path().join("2"), "Bonjour").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_vigie"))
        .arg("bounces")
        .arg(folder.path())
        .env_clear()
        .env("DATABASE_URL", format!("sqlite://{}", app.url.file().unwrap().display()))
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("2: no report") && said.contains("1: refused, and counted"), "{said}");
}
