//! Letters on their way: from the outbox to a mail server that takes them, refuses them, or breaks
//! down in the midst.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::TimeDelta;
use mail_parser::MessageParser;
use vigie::app::App;
use vigie::config::Config;
use vigie::db;
use vigie::i18n::Locale;
use vigie::jobs::Delivery;
use vigie::mail::{FailureKind, Letter, Line, MailState, MailUrl, Security, SignIn, SmtpServer, Transport};
use vigie::store::outbox::{self, Claimed, Content, MailRow, NewMail, Queue};

use crate::smtp::{MailServer, Mood, PASSWORD, USER};
use crate::support::{TestApp, on_each_database};

const ALWAYS: &dyn Fn() -> bool = &|| true;

/// A process of the service that sends letters this way.
fn process(app: &TestApp, mail_url: &str) -> Delivery {
    let db = db::open(&app.url, 2).unwrap();
    let mut config = Config::for_database(app.url.clone());
    config.mail_url = Some(MailUrl::parse(mail_url).unwrap());
    Delivery::new(App::new(config, db, app.clock.clone()).unwrap(), "https://vigie.example")
}

fn letter(subject: &str) -> Letter {
    Letter::new(Line::verbatim(subject))
        .paragraph(Line::verbatim("Bonjour,\n.\n..\nFin."))
        .button(Line::verbatim("Confirmer"), "/confirmer/abc")
}

/// An action leaves a letter for someone.
fn write_to(app: &TestApp, recipient: &str, subject: &str) {
    let now = app.clock.now();
    let letter = letter(subject);
    let mail = NewMail {
        kind: "test",
        once_key: None,
        recipient,
        recipient_name: "Camille Roux",
        locale: Locale::Fr,
        member: None,
        letter: &letter,
    };
    assert!(app.db.write_now(|tx| outbox::enqueue(tx, &mail, now)).unwrap());
}

fn letters(app: &TestApp, state: MailState) -> Vec<MailRow> {
    app.db.read_now(|conn| outbox::in_state(conn, state, 1_000)).unwrap()
}

/// The one letter of the story: its state, tries, failure, and in how many minutes it is due.
fn outcome(app: &TestApp) -> (MailState, i32, Option<FailureKind>, i64) {
    let all: Vec<MailRow> = MailState::ALL.iter().flat_map(|state| letters(app, *state)).collect();
    assert_eq!(all.len(), 1, "{all:?}");
    let mail = &all[0];
    let pause = (mail.due_at - app.clock.now()).num_minutes();
    (mail.state, mail.tries, mail.failure.as_ref().map(|failure| failure.kind), pause)
}

/// A process takes what is due, and ends before it says what became of it.
fn claim(app: &TestApp) -> Vec<Claimed> {
    let now = app.clock.now();
    let lease = now + TimeDelta::minutes(10);
    app.db.write_now(|tx| outbox::claim(tx, Queue::Letters, now, lease, 200)).unwrap()
}

fn later(app: &TestApp, minutes: i64) {
    app.clock.set(app.clock.now() + TimeDelta::minutes(minutes));
}

#[test]
fn a_letter_is_handed_over_once_and_then_emptied() {
    on_each_database(|app| {
        let server = MailServer::start(Mood::Kind);
        let mut process = process(app, &server.url());
        assert_eq!(process.round(ALWAYS).unwrap(), 0);
        assert!(server.heard().is_empty(), "no letter, no connection");
        write_to(app, "camille@exemple.fr", "Réunion : jeudi");
        assert_eq!(process.round(ALWAYS).unwrap(), 1);
        assert_eq!(process.round(ALWAYS).unwrap(), 0);
        let received = server.received();
        assert_eq!(received.len(), 1);
        assert_eq!(received[0].from, "ne-pas-repondre@vigie.example");
        assert_eq!(received[0].to, ["camille@exemple.fr"]);
        let mail = MessageParser::default().parse(received[0].data.as_bytes()).unwrap();
        assert_eq!(mail.subject(), Some("Réunion : jeudi"));
        let text = mail.body_text(0).unwrap().replace("\r\n", "\n");
        assert!(text.starts_with("> Bonjour,\n> .\n> ..\n> Fin.\n"), "{text}");
        assert!(text.contains("https://vigie.example/confirmer/abc\n"), "{text}");
        let sent = letters(app, MailState::Sent);
        assert_eq!(mail.message_id(), Some(format!("{}@vigie.example", sent[0].uid).as_str()));
        let kept = app.db.read_now(|conn| outbox::content_of(conn, &sent[0].uid)).unwrap();
        assert_eq!(kept, None, "a sent letter leaves no link behind");
        assert_eq!(server.heard().last().map(String::as_str), Some("QUIT"));
    });
}

#[test]
fn lone_dots_arrive() {
    let app = TestApp::on_sqlite();
    let server = MailServer::start(Mood::Kind);
    let now = app.clock.now();
    let letter = Letter::new(Line::verbatim("Points")).paragraph(Line::new("letter-verbatim"));
    let dots = Letter { paragraphs: vec![Line::address("/."), Line::verbatim(".")], ..letter };
    let mail = NewMail {
        kind: "test",
        once_key: None,
        recipient: "camille@exemple.fr",
        recipient_name: "",
        locale: Locale::En,
        member: None,
        letter: &dots,
    };
    app.db.write_now(|tx| outbox::enqueue(tx, &mail, now)).unwrap();
    process(&app, &server.url()).round(ALWAYS).unwrap();
    let received = server.received();
    let mail = MessageParser::default().parse(received[0].data.as_bytes()).unwrap();
    assert!(mail.body_text(0).unwrap().starts_with("https://vigie.example/en/.\r\n\r\n> .\r\n"));
}

#[test]
fn an_unknown_recipient_is_parked_at_once_and_the_others_get_theirs() {
    on_each_database(|app| {
        let server = MailServer::start(Mood::KnowsNobody);
        for recipient in ["a@exemple.fr", "nobody@exemple.fr", "b@exemple.fr"] {
            write_to(app, recipient, "Bonjour");
        }
        assert_eq!(process(app, &server.url()).round(ALWAYS).unwrap(), 3);
        let to: Vec<String> = server.received().into_iter().flat_map(|letter| letter.to).collect();
        assert_eq!(to, ["a@exemple.fr", "b@exemple.fr"]);
        let parked = letters(app, MailState::Parked);
        let failure = parked[0].failure.clone().unwrap();
        assert_eq!(failure.kind, FailureKind::RecipientRefused);
        assert_eq!(failure.said, "550 5.1.1 no such mailbox");
        let connections = server.heard().iter().filter(|said| said.starts_with("EHLO")).count();
        assert_eq!(connections, 1, "one connection serves all");
    });
}

#[test]
fn a_server_that_asks_for_patience_gets_it() {
    on_each_database(|app| {
        let server = MailServer::start(Mood::Greylisting);
        let mut process = process(app, &server.url());
        write_to(app, "camille@exemple.fr", "Bonjour");
        process.round(ALWAYS).unwrap();
        assert_eq!(outcome(app), (MailState::Waiting, 1, Some(FailureKind::NotNow), 1));
        server.becomes(Mood::Kind);
        assert_eq!(process.round(ALWAYS).unwrap(), 0, "not before its time");
        later(app, 1);
        assert_eq!(process.round(ALWAYS).unwrap(), 1);
        assert_eq!(outcome(app).0, MailState::Sent);
    });
}

#[test]
fn what_goes_wrong_is_known_for_what_it_concerns() {
    let app = TestApp::on_sqlite();
    let server = MailServer::start(Mood::Kind);
    for (mood, state, kind) in [
        (Mood::Cuts, MailState::Waiting, FailureKind::Cut),
        (Mood::RefusesSenders, MailState::Waiting, FailureKind::SenderRefused),
        (Mood::AsksForPassword, MailState::Waiting, FailureKind::SenderRefused),
        (Mood::CallsItSpam, MailState::Parked, FailureKind::LetterRefused),
    ] {
        server.becomes(mood);
        write_to(&app, "camille@exemple.fr", "Bonjour");
        process(&app, &server.url()).round(ALWAYS).unwrap();
        let mail = letters(&app, state).remove(0);
        assert_eq!(mail.failure.unwrap().kind, kind, "{mood:?}");
        let now = app.clock.now();
        assert!(app.db.write_now(|tx| outbox::drop_one(tx, &mail.uid, now)).unwrap());
    }
    assert!(server.received().is_empty());
    write_to(&app, "pas une adresse", "Bonjour");
    process(&app, &server.url()).round(ALWAYS).unwrap();
    assert_eq!(letters(&app, MailState::Parked)[0].failure.clone().unwrap().kind, FailureKind::Unwritable);
}

#[test]
fn a_server_that_stays_away_parks_the_letter_until_a_coordinator_tries_again() {
    on_each_database(|app| {
        let nowhere = MailServer::start(Mood::Kind).url(); // dropped: nobody listens there
        let mut process_of_today = process(app, &nowhere);
        write_to(app, "camille@exemple.fr", "Bonjour");
        let mut minutes = Vec::new();
        while outcome(app).0 == MailState::Waiting {
            assert_eq!(process_of_today.round(ALWAYS).unwrap(), 1);
            let (.., kind, pause) = outcome(app);
            assert_eq!(kind, Some(FailureKind::Unreachable));
            minutes.push(pause);
            later(app, pause.max(1));
        }
        assert_eq!(&minutes[..7], [1, 5, 30, 120, 360, 720, 1_440]);
        assert_eq!((outcome(app).0, outcome(app).1), (MailState::Parked, 8));
        let server = MailServer::start(Mood::Kind);
        let now = app.clock.now();
        assert_eq!(app.db.write_now(|tx| outbox::retry_all(tx, now)).unwrap(), 1);
        assert_eq!(process(app, &server.url()).round(ALWAYS).unwrap(), 1);
        assert_eq!(server.received().len(), 1);
    });
}

#[test]
fn when_nothing_gets_out_the_other_letters_are_left_alone_for_a_moment() {
    let app = TestApp::on_sqlite();
    let nowhere = MailServer::start(Mood::Kind).url();
    let mut process = process(&app, &nowhere);
    for subject in ["Un", "Deux", "Trois"] {
        write_to(&app, "camille@exemple.fr", subject);
    }
    assert_eq!(process.round(ALWAYS).unwrap(), 1);
    assert_eq!(process.round(ALWAYS).unwrap(), 0);
    later(&app, 1);
    assert_eq!(process.round(ALWAYS).unwrap(), 1);
}

#[test]
fn processes_share_the_outbox_and_each_letter_is_sent_once() {
    on_each_database(|app| {
        let server = MailServer::start(Mood::Kind);
        for n in 0..40 {
            write_to(app, &format!("m{n}@exemple.fr"), "Bonjour");
        }
        let senders: Vec<_> = (0..4)
            .map(|_| {
                let mut process = process(app, &server.url());
                std::thread::spawn(move || process.round(ALWAYS).unwrap())
            })
            .collect();
        let settled: usize = senders.into_iter().map(|sender| sender.join().unwrap()).sum();
        let received = server.received();
        let to: BTreeSet<_> = received.iter().flat_map(|letter| letter.to.clone()).collect();
        assert_eq!((settled, received.len(), to.len()), (40, 40, 40));
    });
}

#[test]
fn the_letter_of_a_process_that_died_comes_back() {
    on_each_database(|app| {
        let server = MailServer::start(Mood::Kind);
        let mut process = process(app, &server.url());
        write_to(app, "camille@exemple.fr", "Bonjour");
        let dead = claim(app);
        assert_eq!(dead.len(), 1);
        assert_eq!(process.round(ALWAYS).unwrap(), 0, "another has it");
        assert_eq!(claim(app), []);
        later(app, 10);
        assert_eq!(process.round(ALWAYS).unwrap(), 1);
        // It was not dead, only slow: what it says of the letter is no longer asked.
        let failure = vigie::mail::Failure::new(FailureKind::Cut, "");
        app.db.write_now(|tx| outbox::give_up(tx, &dead[0], &failure)).unwrap();
        assert_eq!(outcome(app).0, MailState::Sent);
    });
}

#[test]
fn a_letter_that_ends_every_process_is_parked() {
    let app = TestApp::on_sqlite();
    let server = MailServer::start(Mood::Kind);
    write_to(&app, "camille@exemple.fr", "Bonjour");
    // The first that had it may have been killed for another reason.
    for _ in 0..9 {
        assert_eq!(claim(&app).len(), 1);
        later(&app, 10);
    }
    process(&app, &server.url()).round(ALWAYS).unwrap();
    assert_eq!(outcome(&app).0, MailState::Parked);
    assert_eq!(outcome(&app).2, Some(FailureKind::Interrupted));
    assert!(server.received().is_empty());
}

#[test]
fn no_transaction_is_open_while_a_server_hesitates() {
    on_each_database(|app| {
        let server = MailServer::start(Mood::Kind);
        let (came, leave) = server.hesitates();
        write_to(app, "camille@exemple.fr", "Un");
        let mut slow = process(app, &server.url());
        let sender = std::thread::spawn(move || slow.round(ALWAYS).unwrap());
        came.recv().unwrap();
        // Others write, and send, meanwhile.
        write_to(app, "claude@exemple.fr", "Deux");
        assert_eq!(process(app, &server.url()).round(ALWAYS).unwrap(), 1);
        assert_eq!(letters(app, MailState::Sent).len(), 1);
        leave.send(()).unwrap();
        assert_eq!(sender.join().unwrap(), 1);
        assert_eq!((letters(app, MailState::Sent).len(), server.received().len()), (2, 2));
    });
}

#[test]
fn in_a_demo_nothing_leaves_the_machine_and_all_can_be_read() {
    on_each_database(|app| {
        app.become_demo();
        let server = MailServer::start(Mood::Kind);
        write_to(app, "camille@exemple.fr", "Bonjour");
        assert_eq!(process(app, &server.url()).round(ALWAYS).unwrap(), 1);
        assert!(server.heard().is_empty());
        let sent = letters(app, MailState::Sent);
        let kept = app.db.read_now(|conn| outbox::content_of(conn, &sent[0].uid)).unwrap();
        assert_eq!(kept, Some(Content::Letter(Box::new(letter("Bonjour")))));
    });
}

#[test]
fn without_a_way_out_letters_wait() {
    let app = TestApp::on_sqlite();
    write_to(&app, "camille@exemple.fr", "Bonjour");
    let config = Config::for_database(app.url.clone());
    let nowhere = App::new(config, Arc::clone(&app.db), app.clock.clone()).unwrap();
    assert_eq!(Delivery::new(nowhere, "https://vigie.example").round(ALWAYS).unwrap(), 0);
    assert_eq!((outcome(&app).0, outcome(&app).1), (MailState::Waiting, 0));
}

#[test]
fn a_folder_takes_letters_as_files() {
    let app = TestApp::on_sqlite();
    let folder = tempfile::tempdir().unwrap();
    write_to(&app, "camille@exemple.fr", "Bonjour");
    process(&app, &format!("file://{}", folder.path().display())).round(ALWAYS).unwrap();
    let files: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(files.len(), 1);
    assert_eq!(files[0].extension().unwrap(), "eml");
    let mail = std::fs::read(&files[0]).unwrap();
    assert_eq!(MessageParser::default().parse(&mail).unwrap().subject(), Some("Bonjour"));
}

/// A server as no setting on this machine would make it.
fn server_at(server: &MailServer, security: Security, password: Option<&str>) -> Transport {
    let sign_in = password.map(|p| SignIn { user: USER.to_owned(), password: p.to_owned() });
    let (host, port) = ("127.0.0.1".to_owned(), server.address.port());
    Transport::new(MailUrl::Smtp(SmtpServer { host, port, security, sign_in }), "vigie.example")
}

#[test]
fn nothing_is_said_in_clear_to_a_server_without_encryption() {
    let server = MailServer::start(Mood::AsksForPassword);
    let refused = server_at(&server, Security::StartTls, Some(PASSWORD)).open().err().unwrap();
    assert_eq!(refused.kind, FailureKind::Unreachable);
    assert!(
        server.heard().iter().all(|said| said.starts_with("EHLO") || said == "QUIT"),
        "{:?}",
        server.heard()
    );
}

#[test]
fn a_password_is_asked_and_given() {
    let server = MailServer::start(Mood::AsksForPassword);
    assert!(server_at(&server, Security::None, Some(PASSWORD)).open().is_ok());
    let refused = server_at(&server, Security::None, Some("wrong")).open().err().unwrap();
    assert_eq!(refused.kind, FailureKind::SignIn);
    assert_eq!(refused.said, "535 5.7.8 wrong name or password");
}

#[test]
fn old_letters_are_forgotten_but_for_their_key() {
    on_each_database(|app| {
        let server = MailServer::start(Mood::Kind);
        let letter = letter("Bonjour");
        let keyed = NewMail {
            kind: "test",
            once_key: Some("rappel/1"),
            recipient: "claude@exemple.fr",
            recipient_name: "Claude",
            locale: Locale::Fr,
            member: None,
            letter: &letter,
        };
        let enqueue = |now| app.db.write_now(|tx| outbox::enqueue(tx, &keyed, now)).unwrap();
        assert!(enqueue(app.clock.now()));
        write_to(app, "camille@exemple.fr", "Bonjour");
        process(app, &server.url()).round(ALWAYS).unwrap();
        later(app, 31 * 24 * 60);
        let service = App::new(
            Config::for_database(app.url.clone()),
            db::open(&app.url, 2).unwrap(),
            app.clock.clone(),
        );
        vigie::jobs::run_due(&service.unwrap(), ALWAYS);
        let left = letters(app, MailState::Sent);
        assert_eq!(left.len(), 1, "{left:?}");
        assert_eq!((left[0].recipient.as_str(), left[0].recipient_name.as_str()), ("", ""));
        assert!(!enqueue(app.clock.now()), "nothing is sent twice under one key");
    });
}

#[test]
fn the_letters_of_a_demo_are_read_on_the_spot() {
    on_each_database(|app| {
        app.become_demo();
        write_to(app, "camille@exemple.fr", "Réunion");
        let mut process = process(app, "smtp://127.0.0.1:1");
        assert!(app.get("/boite-aux-lettres").words().contains("Aucune lettre pour l’instant"));
        process.round(ALWAYS).unwrap();
        let list = app.get("/boite-aux-lettres");
        assert!(
            list.words()
                .contains("Réunion Camille Roux &lt;camille@exemple.fr&gt; envoyée aujourd’hui à 10 h")
        );
        let uid = &letters(app, MailState::Sent)[0].uid;
        let letter = app.get(&format!("/en/boite-aux-lettres/{uid}"));
        assert!(letter.text().contains("href=\"/confirmer/abc\">Confirmer</a>"), "{}", letter.text());
        assert!(
            letter.words().contains("Confirmer : https://vigie.example/confirmer/abc"),
            "{}",
            letter.words()
        );
        assert_eq!(app.get("/boite-aux-lettres/x").status, 404);
    });
}

#[test]
fn outside_a_demo_nobody_reads_letters() {
    let app = TestApp::on_sqlite();
    write_to(&app, "camille@exemple.fr", "Réunion");
    let uid = letters(&app, MailState::Waiting)[0].uid.clone();
    let coordinator = app.sign_in(&app.coordinator("Camille Roux"));
    for path in ["/boite-aux-lettres".to_owned(), format!("/boite-aux-lettres/{uid}")] {
        assert_eq!((app.get(&path).status, coordinator.get(&path).status), (404, 404));
    }
}

#[test]
fn coordinators_decide_about_letters_that_could_not_be_sent() {
    on_each_database(|app| {
        let server = MailServer::start(Mood::KnowsNobody);
        for n in 1..=3 {
            write_to(app, &format!("nobody{n}@exemple.fr"), &format!("Lettre {n}"));
        }
        let mut process = process(app, &server.url());
        process.round(ALWAYS).unwrap();
        let coordinator = app.sign_in(&app.coordinator("Camille Roux"));
        let page = coordinator.get("/reseau/courrier").words();
        for words in ["3 arrêtées", "Lettre 2", "550 5.1.1 no such mailbox", "Cette adresse n’existe pas"]
        {
            assert!(page.contains(words), "{words}: {page}");
        }
        let address = |n: usize| {
            let to = format!("nobody{n}@exemple.fr");
            let mail = letters(app, MailState::Parked).into_iter().find(|mail| mail.recipient == to);
            format!("/reseau/courrier/{}", mail.unwrap().uid)
        };
        let dropped = coordinator.press("/reseau/courrier", &format!("{}/abandon", address(1)), &[]);
        assert!(coordinator.follow(&dropped).words().contains("La lettre ne partira pas."));
        server.becomes(Mood::Kind);
        coordinator.press("/reseau/courrier", &format!("{}/relance", address(2)), &[]);
        assert_eq!(process.round(ALWAYS).unwrap(), 1);
        let again = coordinator.press("/reseau/courrier", "/reseau/courrier/relance", &[]);
        assert!(coordinator.follow(&again).words().contains("Les lettres repartent"));
        assert_eq!(process.round(ALWAYS).unwrap(), 1);
        let to: Vec<String> = server.received().into_iter().flat_map(|letter| letter.to).collect();
        assert_eq!(to, ["nobody2@exemple.fr", "nobody3@exemple.fr"]);
        assert_eq!(letters(app, MailState::Dropped).len(), 1);
    });
}

#[test]
fn the_queue_is_the_coordination_s() {
    let app = TestApp::on_sqlite();
    write_to(&app, "camille@exemple.fr", "Réunion");
    let uid = letters(&app, MailState::Waiting)[0].uid.clone();
    let member = app.sign_in(&app.member("Claude Brévalin", &[]));
    assert_eq!(member.get("/reseau/courrier").status, 404);
    let known = app.sign_in(&app.coordinator("Camille Roux"));
    assert!(known.get("/en/reseau/courrier").words().contains("all letters wait"));
    // A member who knows the address of the button, and holds a token of their own.
    for action in ["abandon", "relance"] {
        let path = format!("/reseau/courrier/{uid}/{action}");
        let page = member.get("/").text();
        let (_, rest) = page.split_once("name=\"token\" value=\"").unwrap();
        let token = rest.split('"').next().unwrap();
        assert_eq!(member.post(&path, &[("token", token)]).status, 404, "{action}");
    }
    assert_eq!(letters(&app, MailState::Waiting).len(), 1);
    assert_eq!(app.visitor().get("/reseau/courrier").status, 303);
}
