//! Mails to many people on their way: copies of a mailing, their headers, their order, their figures.

use std::collections::BTreeSet;
use std::io::Write;
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use mail_parser::MessageParser;
use vigie::app::App;
use vigie::config::Config;
use vigie::db;
use vigie::i18n::Locale;
use vigie::jobs::Delivery;
use vigie::mail::{
    Copy, FailureKind, Fill, Letter, Limits, Line, MailState, MailUrl, Mailing, MailingList, Parcel,
    Security, Sender, SignIn, SmtpServer, Transport, Trust, mark,
};
use vigie::store::mailings::{self, NewCopy};
use vigie::store::outbox::{self, MailRow, NewMail, Queue};
use vigie::store::{failing_addresses, mail_days};

use crate::smtp::{MailServer, Mood, PASSWORD, USER};
use crate::support::{TestApp, on_each_database, on_each_database_mut};

const ALWAYS: &dyn Fn() -> bool = &|| true;

/// Settings of a service that hands its mails to this server.
pub fn config(app: &TestApp, server: &MailServer) -> Config {
    let mut config = Config::for_database(app.url.clone());
    config.mail_url = Some(MailUrl::parse(&server.url()).unwrap());
    config.mail_from = Sender::parse("bonjour@exemple.fr");
    config.mail_from_lists = Sender::parse("Le réseau <lettre@lettre.exemple.fr>");
    config
}

pub fn service(app: &TestApp, config: Config) -> App {
    App::new(config, db::open(&app.url, 4).unwrap(), app.clock.clone()).unwrap()
}

fn process(app: &TestApp, server: &MailServer) -> Delivery {
    Delivery::new(service(app, config(app, server)), "https://vigie.example")
}

fn mailing(list: MailingList) -> Mailing {
    Mailing {
        list,
        locale: Locale::Fr,
        subject: "Votre semaine à Crest".to_owned(),
        text: format!("Bonjour {},\n.\nJeudi : apéro.\n", mark("name")),
        html: format!("<p>Bonjour {},</p><p>Jeudi : apéro.</p>", mark("name")),
    }
}

/// Copies for `a0@exemple.fr`, `a1@exemple.fr`…
pub fn send_to_many(app: &TestApp, people: usize) {
    let now = app.clock.now();
    app.db
        .write_now(|tx| {
            let list = MailingList::Digest;
            let mailing = mailings::insert(tx, &mailing(list), now)?;
            for some in (0..people).collect::<Vec<_>>().chunks(500) {
                let own = |n: usize| Copy {
                    fills: [("name".to_owned(), Fill { text: format!("N{n}"), html: format!("N{n}") })]
                        .into(),
                    leave: format!("/lettre/jeton{n}/quitter"),
                    reply_to: (n == 1).then(|| ("Anaïs".to_owned(), "anais@exemple.fr".to_owned())),
                    ..Copy::default()
                };
                let people: Vec<_> = some.iter().map(|n| (format!("a{n}@exemple.fr"), own(*n))).collect();
                let copies: Vec<_> = people
                    .iter()
                    .map(|(recipient, copy)| NewCopy {
                        mailing,
                        list,
                        once_key: format!("digest/{recipient}/{}", now.timestamp()),
                        recipient,
                        recipient_name: "",
                        locale: Locale::Fr,
                        member: None,
                        copy,
                    })
                    .collect();
                assert_eq!(mailings::enqueue(tx, &copies, now)?, copies.len());
                assert_eq!(mailings::enqueue(tx, &copies, now)?, 0, "once under each key");
            }
            Ok::<_, db::Error>(())
        })
        .unwrap();
}

pub fn send_letter(app: &TestApp, kind: &str, recipient: &str) {
    let now = app.clock.now();
    let letter = Letter::new(Line::verbatim("Votre lien")).paragraph(Line::verbatim("Le voici."));
    let mail = NewMail {
        kind,
        once_key: None,
        recipient,
        recipient_name: "",
        locale: Locale::Fr,
        member: None,
        letter: &letter,
    };
    assert!(app.db.write_now(|tx| outbox::enqueue(tx, &mail, now)).unwrap());
}

fn in_state(app: &TestApp, state: MailState) -> Vec<MailRow> {
    app.db.read_now(|conn| outbox::in_state(conn, state, 1_000)).unwrap()
}

fn later(app: &TestApp, pause: TimeDelta) {
    app.clock.set(app.clock.now() + pause);
}

fn recipients(server: &MailServer) -> Vec<String> {
    server.received().into_iter().flat_map(|mail| mail.to).collect()
}

#[test]
fn a_copy_has_its_own_words_and_says_how_to_leave() {
    on_each_database(|app| {
        let server = MailServer::start(Mood::Kind);
        send_to_many(app, 2);
        assert_eq!(process(app, &server).round(ALWAYS).unwrap(), 2);
        let mut received = server.received();
        received.sort_by_key(|mail| mail.to.clone());
        let data = &received[1].data;
        assert_eq!(
            (received[1].from.as_str(), &received[1].to),
            ("lettre@lettre.exemple.fr", &vec!["a1@exemple.fr".to_owned()])
        );
        for line in [
            "List-Unsubscribe: <https://vigie.example/lettre/jeton1/quitter>",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
            "Auto-Submitted: auto-generated",
            "Precedence: bulk",
        ] {
            assert_eq!(data.lines().filter(|l| *l == line).count(), 1, "{line}: {data}");
        }
        assert!(data.lines().all(|line| line.len() <= 998 && line.is_ascii()));
        let mail = MessageParser::default().parse(data.as_bytes()).unwrap();
        let list = mail.list_id().as_address().unwrap().first().unwrap();
        let network = app.db.read_now(vigie::store::network::find).unwrap().unwrap();
        assert_eq!(list.address(), Some(format!("recapitulatif.{}", network.host).as_str()));
        assert_eq!(list.name(), Some(format!("Récapitulatif · {}", network.name).as_str()));
        assert_eq!(mail.subject(), Some("Votre semaine à Crest"));
        assert!(mail.body_text(0).unwrap().starts_with("Bonjour N1,\r\n.\r\nJeudi : apéro."));
        assert_eq!(mail.body_html(0).unwrap(), "<p>Bonjour N1,</p><p>Jeudi : apéro.</p>");
        assert_eq!(mail.reply_to().unwrap().first().unwrap().address(), Some("anais@exemple.fr"));
        let uid = mail.message_id().unwrap().split('@').next().unwrap().to_owned();
        let sent = in_state(app, MailState::Sent);
        assert!(sent.iter().any(|row| row.uid == uid && row.recipient == "a1@exemple.fr"));
    });
}

#[test]
fn letters_to_one_person_leave_before_mails_to_everybody() {
    on_each_database(|app| {
        let server = MailServer::start(Mood::Kind);
        send_to_many(app, 250);
        later(app, TimeDelta::minutes(1));
        send_letter(app, "mot-de-passe", "presse@exemple.fr");
        assert_eq!(process(app, &server).round(ALWAYS).unwrap(), 251);
        assert_eq!(recipients(&server)[0], "presse@exemple.fr");
        assert_eq!(server.received()[0].from, "bonjour@exemple.fr");
        assert_eq!(recipients(&server).into_iter().collect::<BTreeSet<_>>().len(), 251);
    });
}

#[test]
fn a_link_is_not_kept_waiting_by_a_mailing_that_is_stuck() {
    on_each_database(|app| {
        let slow = MailServer::start(Mood::Kind);
        let (came, leave) = slow.hesitates();
        send_to_many(app, 3);
        let mut config = config(app, &slow);
        config.mail_connections = 1;
        let mut copies = Delivery::of(service(app, config), "https://vigie.example", &[Queue::Copies]);
        let sender = std::thread::spawn(move || copies.round(ALWAYS).unwrap());
        came.recv().unwrap();
        send_letter(app, "mot-de-passe", "presse@exemple.fr");
        let kind = MailServer::start(Mood::Kind);
        let letters = service(app, self::config(app, &kind));
        let mut letters = Delivery::of(letters, "https://vigie.example", &[Queue::Letters]);
        assert_eq!(letters.round(ALWAYS).unwrap(), 1);
        assert_eq!(recipients(&kind), ["presse@exemple.fr"]);
        assert!(slow.received().is_empty());
        leave.send(()).unwrap();
        assert_eq!(sender.join().unwrap(), 3);
    });
}

#[test]
fn several_connections_and_processes_send_each_copy_once() {
    on_each_database(|app| {
        let server = MailServer::start(Mood::Kind);
        send_to_many(app, 700);
        let senders: Vec<_> = (0..3)
            .map(|_| {
                let mut process = process(app, &server);
                std::thread::spawn(move || process.round(ALWAYS).unwrap())
            })
            .collect();
        let settled: usize = senders.into_iter().map(|sender| sender.join().unwrap()).sum();
        let to = recipients(&server);
        assert_eq!((settled, to.len(), to.iter().collect::<BTreeSet<_>>().len()), (700, 700, 700));
        assert!(in_state(app, MailState::Waiting).is_empty());
        let days = app.db.read_now(|conn| mail_days::since(conn, app.clock.now().date_naive())).unwrap();
        assert_eq!(
            (days.len(), days[0].list.as_str(), days[0].sent, days[0].failed),
            (1, "recapitulatif", 700, 0)
        );
    });
}

#[test]
fn work_that_is_ended_gives_back_what_it_did_not_begin() {
    on_each_database(|app| {
        let server = MailServer::start(Mood::Kind);
        let (came, leave) = server.hesitates();
        send_to_many(app, 50);
        let mut config = config(app, &server);
        config.mail_connections = 1;
        let mut process = Delivery::new(service(app, config), "https://vigie.example");
        let (stop, stopped) = std::sync::mpsc::channel::<()>();
        let (notice, noticed) = std::sync::mpsc::channel::<()>();
        let may_go_on = move || {
            let goes_on = stopped.try_recv() == Err(std::sync::mpsc::TryRecvError::Empty);
            if !goes_on {
                // Nobody listens any more at the end of the story.
                let _ = notice.send(());
            }
            goes_on
        };
        let sender = std::thread::spawn(move || process.round(&may_go_on).unwrap());
        came.recv().unwrap();
        drop(stop);
        // The second time, what followed from the first has been done.
        (0..2).for_each(|_| noticed.recv().unwrap());
        // Whoever may not go on finishes the letter at hand; the rest is free at once.
        let free = || app.db.read_now(|conn| outbox::is_due(conn, Queue::Copies, app.clock.now())).unwrap();
        assert!(!free());
        leave.send(()).unwrap();
        let settled = sender.join().unwrap();
        assert!(settled < 50, "{settled}");
        assert!(free());
        assert_eq!(self::process(app, &server).round(ALWAYS).unwrap(), 50 - settled);
        assert!(in_state(app, MailState::Sent).iter().all(|row| row.tries == 0));
    });
}

#[test]
fn a_server_that_puts_all_off_is_left_alone_for_a_moment() {
    on_each_database(|app| {
        let server = MailServer::start(Mood::Greylisting);
        send_to_many(app, 100);
        let mut process = process(app, &server);
        let tried = process.round(ALWAYS).unwrap();
        assert!((10..40).contains(&tried), "{tried}");
        assert_eq!(process.round(ALWAYS).unwrap(), 0, "a breather");
        server.becomes(Mood::Kind);
        later(app, TimeDelta::minutes(1));
        assert_eq!(process.round(ALWAYS).unwrap(), 100);
        assert_eq!(in_state(app, MailState::Sent).len(), 100);
    });
}

#[test]
fn two_refusals_stop_an_address_and_only_what_opens_an_account_still_goes_there() {
    on_each_database(|app| {
        let server = MailServer::start(Mood::KnowsNobody);
        let mut process = process(app, &server);
        let row = || app.db.read_now(|conn| failing_addresses::find(conn, "nobody@exemple.fr")).unwrap();
        for n in 1..=2 {
            send_letter(app, "news", "nobody@exemple.fr");
            process.round(ALWAYS).unwrap();
            later(app, TimeDelta::days(1));
            let row = row().unwrap();
            assert_eq!((row.failures, row.stopped_at.is_some()), (n, n == 2));
            assert_eq!(row.said, "550 5.1.1 no such mailbox");
        }
        server.becomes(Mood::Kind);
        send_letter(app, "news", "nobody@exemple.fr");
        send_letter(app, "connexion", "nobody@exemple.fr");
        send_letter(app, "news", "a@exemple.fr");
        process.round(ALWAYS).unwrap();
        assert_eq!(server.received().len(), 2);
        let left = in_state(app, MailState::Dropped);
        assert_eq!((left.len(), left[0].failure.clone().unwrap().kind), (1, FailureKind::Stopped));
        let content = app.db.read_now(|conn| outbox::content_of(conn, &left[0].uid)).unwrap();
        assert_eq!(content, None);
        app.db.write_now(|tx| failing_addresses::clear(tx, "nobody@exemple.fr")).unwrap();
        send_letter(app, "news", "nobody@exemple.fr");
        process.round(ALWAYS).unwrap();
        assert_eq!(server.received().len(), 3);
    });
}

/// A server on this machine that speaks TLS, under a name.
fn encrypted(name: &str) -> (MailServer, Trust) {
    let made = rcgen::generate_simple_self_signed([name.to_owned()]).unwrap();
    let key = rustls::pki_types::PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
    let certificate = made.cert.der().clone();
    let tls = rustls::ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.clone()], key)
        .unwrap();
    let trust = Trust::authorities(&[certificate.to_vec()]);
    (MailServer::start_encrypted(Mood::Kind, Arc::new(tls)), trust)
}

fn way_to(server: &MailServer, host: &str) -> Transport {
    let server = SmtpServer {
        host: host.to_owned(),
        port: server.address.port(),
        security: Security::Tls,
        sign_in: None,
    };
    Transport::new(MailUrl::Smtp(server), "vigie.example")
}

#[test]
fn a_certificate_is_believed_for_its_name_by_whom_we_trust() {
    let (server, trust) = encrypted("localhost");
    assert!(way_to(&server, "localhost").trusting(trust.clone()).open().is_ok());
    let (other, _) = encrypted("mail.autre.example");
    for (way, cause) in [
        (way_to(&server, "localhost"), "UnknownIssuer"),
        (way_to(&server, "127.0.0.1").trusting(trust.clone()), "not valid for name"),
        (way_to(&other, "localhost").trusting(trust), "invalid peer certificate"),
    ] {
        let failure = way.open().err().unwrap();
        assert_eq!(failure.kind, FailureKind::Unreachable);
        assert!(failure.said.contains(cause), "{}", failure.said);
    }
    assert!(server.heard().iter().all(|said| said.starts_with("EHLO") || said == "QUIT"));
}

#[test]
fn a_server_that_says_nothing_or_never_ends_keeps_nobody() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = |listener: &std::net::TcpListener| {
        MailUrl::parse(&format!("smtp://{}", listener.local_addr().unwrap())).unwrap()
    };
    let limits = |silence_ms, whole_ms| Limits {
        silence: Duration::from_millis(silence_ms),
        whole: Duration::from_millis(whole_ms),
    };
    let way = Transport::new(url(&silent), "vigie.example");
    for (limits, said) in
        [(limits(50, 9_000), "silent for too long"), (limits(9_000, 50), "silent for too long")]
    {
        let failure = way.clone().within(limits).open().err().unwrap();
        assert_eq!(
            (failure.kind, failure.said.contains(said)),
            (FailureKind::Unreachable, true),
            "{}",
            failure.said
        );
    }
    let talking = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let way = Transport::new(url(&talking), "vigie.example");
    let talker = std::thread::spawn(move || {
        let (mut client, _) = talking.accept().unwrap();
        while client.write_all(b"220-and so on\r\n").is_ok() {}
    });
    let failure = way.open().err().unwrap();
    assert_eq!(failure.said, "the server does not speak SMTP");
    talker.join().unwrap();
}

#[test]
fn what_both_sides_said_is_shown_without_the_password() {
    let server = MailServer::start(Mood::AsksForPassword);
    let sign_in = SignIn { user: USER.to_owned(), password: PASSWORD.to_owned() };
    let route = SmtpServer {
        host: "127.0.0.1".to_owned(),
        port: server.address.port(),
        security: Security::None,
        sign_in: Some(sign_in),
    };
    let way = Transport::new(MailUrl::Smtp(route), "vigie.example");
    let message = lettre::Message::builder()
        .from("bonjour@exemple.fr".parse().unwrap())
        .to("camille@exemple.fr".parse().unwrap())
        .body("Bonjour".to_owned())
        .unwrap();
    let (said, outcome) = way.try_out(&Parcel::seal(uuid::Uuid::nil(), &message, None));
    assert_eq!(outcome, Ok(()));
    let told: Vec<String> =
        said.iter().map(|said| format!("{} {}", if said.by_us { ">" } else { "<" }, said.words)).collect();
    for line in [
        "< 220 mail.test at your service",
        "> EHLO vigie.example",
        "> AUTH PLAIN ····",
        "> RCPT TO:<camille@exemple.fr>",
        "< 250 2.0.0 taken",
    ] {
        assert!(told.contains(&line.to_owned()), "{line}: {told:?}");
    }
    assert!(!told.iter().any(|line| line.contains("AHZpZ2ll") || line.contains(PASSWORD)), "{told:?}");
}

#[test]
fn a_coordinator_sends_a_test_letter_and_sees_the_conversation() {
    on_each_database_mut(|app| {
        let server = MailServer::start(Mood::Kind);
        let coordinator = app.coordinator("Camille Roux");
        assert!(!app.sign_in(&coordinator).get("/reseau/courrier").words().contains("lettre d’essai"));
        app.hand_mail_to(&server.url());
        let browser = app.sign_in(&coordinator);
        let page = browser.press("/reseau/courrier", "/reseau/courrier/essai", &[]);
        assert_eq!(page.status, 200);
        for words in
            ["a pris la lettre", "&gt; EHLO vigie.example", "&lt; 250 2.0.0 taken", &coordinator.email]
        {
            assert!(page.words().contains(words), "{words}: {}", page.words());
        }
        assert_eq!(recipients(&server), std::slice::from_ref(&coordinator.email));
        server.becomes(Mood::RefusesSenders);
        let page = browser.press("/reseau/courrier", "/reseau/courrier/essai", &[]).words();
        assert!(page.contains("refuse l’adresse d’expédition") && page.contains("553 5.1.8"), "{page}");
        let member = app.member("Claude Brévalin", &[]);
        let other = app.sign_in(&member);
        let token = other.get("/").text();
        let token = token.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        assert_eq!(other.post("/reseau/courrier/essai", &[("token", token)]).status, 404);
        assert_eq!(server.received().len(), 1);
    });
}

#[test]
fn old_copies_and_then_their_mailing_are_forgotten() {
    on_each_database(|app| {
        let server = MailServer::start(Mood::Kind);
        send_to_many(app, 3);
        process(app, &server).round(ALWAYS).unwrap();
        let service = service(app, config(app, &server));
        let of = |days| {
            later(app, TimeDelta::days(days));
            vigie::jobs::run_due(&service, ALWAYS);
            let mailing = app.db.read_now(|conn| mailings::by_id(conn, 1));
            (in_state(app, MailState::Sent)[0].recipient.clone(), mailing.is_ok())
        };
        assert_eq!(of(1), ("a2@exemple.fr".to_owned(), true));
        assert_eq!(of(30), (String::new(), false));
    });
}

#[test]
fn the_copies_of_a_demo_are_read_on_the_spot() {
    let app = TestApp::on_sqlite();
    app.become_demo();
    let server = MailServer::start(Mood::Kind);
    send_to_many(&app, 1);
    assert_eq!(process(&app, &server).round(ALWAYS).unwrap(), 1);
    assert!(server.heard().is_empty());
    assert!(app.get("/boite-aux-lettres").words().contains("Votre semaine à Crest"));
    let uid = &in_state(&app, MailState::Sent)[0].uid;
    assert!(app.get(&format!("/boite-aux-lettres/{uid}")).words().contains("Bonjour N0,"));
}
