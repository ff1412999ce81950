//! What is left when the program is killed without warning: everything that it had acknowledged.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, mpsc};

use chrono::{TimeDelta, Utc};
use diesel::RunQueryDsl;
use vigie::db::Backend;
use vigie::domain::event::{EventDraft, RegistrationMode};
use vigie::jobs::Delivery;
use vigie::mail::MailState;
use vigie::store::{occurrences, outbox, registrations};

use crate::delivery::{config, send_to_many, service};
use crate::smtp::{MailServer, Mood};
use crate::support::{Browser, TestApp, event, on_each_database, place};

/// The program itself on the story's database; killed when dropped.
pub struct Program {
    child: Child,
    pub address: String,
}

impl Program {
    pub fn start(app: &TestApp) -> Self {
        Self::start_with(app, &[])
    }

    fn start_with(app: &TestApp, settings: &[(&str, &str)]) -> Self {
        let url = match app.postgres() {
            Some(url) => url.to_owned(),
            None => format!("sqlite://{}", app.url.file().unwrap().display()),
        };
        let mut child = Command::new(env!("CARGO_BIN_EXE_vigie"))
            .args(["serve", "--listen", "127.0.0.1:0"])
            .env_clear()
            .envs([("DATABASE_URL", url.as_str()), ("VIGIE_LOG", "error")])
            .envs(settings.iter().copied())
            .current_dir(std::env::temp_dir())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = loop {
            let line = lines.next().expect("the program tells its address").unwrap();
            if let Some(rest) = line.strip_prefix("Vigie listens on ") {
                break rest.split(' ').next().unwrap().to_owned();
            }
        };
        Self { child, address }
    }

    /// `kill -9`.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Sends the one-tap form; whether the program acknowledged it.
fn taps(address: &str, path: &str, session: &str, token: &str) -> bool {
    let agent =
        ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().new_agent();
    let sent = agent
        .post(format!("{address}{path}"))
        .header("cookie", format!("session={session}"))
        .header("content-type", "application/x-www-form-urlencoded")
        .send(format!("token={token}"));
    sent.is_ok_and(|answer| answer.status() == 303)
}

#[test]
fn no_acknowledged_registration_is_lost() {
    const PEOPLE: usize = 60;
    const SEATS: i32 = 10;
    on_each_database(|app| {
        // The program has the clock of the machine: so has this story.
        app.at(&Utc::now().to_rfc3339());
        let fabrique = app.place(place("La Fabrique"));
        let day = (Utc::now() + TimeDelta::days(30)).format("%Y-%m-%d").to_string();
        let draft = EventDraft {
            capacity: Some(SEATS),
            registration: RegistrationMode::Open,
            ..event("Atelier couture", &format!("{day} 18:30"), "20:30")
        };
        let event = app.publish(&fabrique, &draft);
        let path = "/evenements/atelier-couture/inscription";
        let mut program = Program::start(app);
        let people: Vec<(i64, String, String)> = (0..PEOPLE)
            .map(|n| {
                let person = app.member(&format!("Personne N{n}"), &[]);
                let session = app.sign_in(&person).cookie("__Host-session").unwrap();
                let browser = Browser::new(&program.address);
                browser.take_cookie("session", &session);
                let page = browser.get(path).text();
                let token = page.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap();
                (person.id, session, token.to_owned())
            })
            .collect();

        // Six at a time, until the program is gone.
        let (told, heard) = mpsc::channel();
        let (queue, address) = (Mutex::new(people.clone()), program.address.clone());
        let acknowledged = std::thread::scope(|scope| {
            for _ in 0..6 {
                let (told, queue, address) = (told.clone(), &queue, &address);
                scope.spawn(move || {
                    while let Some((id, session, token)) = { queue.lock().unwrap().pop() } {
                        if taps(address, path, &session, &token) {
                            told.send(id).unwrap();
                        }
                    }
                });
            }
            drop(told);
            let mut acknowledged: BTreeSet<i64> = heard.iter().take(25).collect();
            program.kill();
            acknowledged.extend(heard.iter());
            acknowledged
        });
        assert!((25..PEOPLE).contains(&acknowledged.len()), "killed in the midst: {}", acknowledged.len());

        let program = Program::start(app);
        let key = app.db.read_now(|conn| occurrences::keys(conn, event.id)).unwrap().remove(0);
        let list = || {
            let rows = app.db.read_now(|conn| registrations::live_of_date(conn, event.id, key.as_str()));
            rows.unwrap()
        };
        let known: BTreeSet<i64> = list().iter().map(|row| row.member_id.unwrap()).collect();
        assert!(known.is_superset(&acknowledged), "lost: {:?}", acknowledged.difference(&known));
        let whole = |rows: &[registrations::RegistrationRow]| {
            let seated: Vec<bool> = rows.iter().map(|row| row.state == "confirmee").collect();
            seated.iter().filter(|seated| **seated).count() == 10
                && seated.iter().take(10).all(|seated| *seated)
        };
        assert!(whole(&list()));
        // Each registration has its letter, written with it.
        let letters = app.letters().len();
        assert_eq!(letters, known.len());

        // Those who got no answer tap again: everybody is there once.
        for (_, session, token) in &people {
            assert!(taps(&program.address, path, session, token));
        }
        assert_eq!(list().len(), PEOPLE);
        assert!(whole(&list()));
    });
}

/// As when the leases of a dead process have run out.
fn let_leases_end(app: &TestApp) {
    let (from, to) = match app.db.backend() {
        Backend::Sqlite => ("0", "1"),
        Backend::Postgres => ("'1970-01-01T00:00:00Z'", "'1970-01-01T00:00:01Z'"),
    };
    let query = format!("UPDATE outbox SET leased_until = {to} WHERE leased_until > {from}");
    app.db.write_now(|tx| Ok::<_, vigie::db::Error>(diesel::sql_query(query).execute(&mut **tx)?)).unwrap();
}

#[test]
fn a_mailing_that_is_killed_again_and_again_reaches_all_and_repeats_only_what_was_in_flight() {
    const PEOPLE: usize = 1_500;
    const CONNECTIONS: usize = 4;
    // A connection has one letter at hand, four that wait to be noted, four that are being noted.
    const IN_FLIGHT: usize = CONNECTIONS * (1 + 4 + 4);
    on_each_database(|app| {
        let kills = if app.db.backend() == Backend::Sqlite { 20 } else { 5 };
        app.at(&Utc::now().to_rfc3339());
        let server = MailServer::start(Mood::Kind);
        send_to_many(app, PEOPLE);
        let mut repeated = 0;
        for n in 0..kills {
            let before = server.received().len();
            let (url, connections) = (server.url(), CONNECTIONS.to_string());
            let mut program = Program::start_with(
                app,
                &[("VIGIE_MAIL_URL", &url), ("VIGIE_MAIL_CONNECTIONS", &connections)],
            );
            server.wait_for(before + 5 + 3 * n);
            program.kill();
            let_leases_end(app);
            let to: Vec<String> = server.received().into_iter().flat_map(|mail| mail.to).collect();
            let again = to.len() - to.iter().collect::<BTreeSet<_>>().len();
            assert!(again - repeated <= IN_FLIGHT, "{again} after {repeated}");
            repeated = again;
        }
        assert!(server.received().len() < PEOPLE, "killed in the midst each time");
        app.at(&Utc::now().to_rfc3339());
        Delivery::new(service(app, config(app, &server)), "https://vigie.example").round(&|| true).unwrap();
        let ids = |data: &str| data.lines().find(|line| line.starts_with("Message-ID: ")).map(str::to_owned);
        let all: Vec<_> = server.received().iter().filter_map(|mail| ids(&mail.data)).collect();
        let once: BTreeSet<_> = all.iter().collect();
        assert_eq!(once.len(), PEOPLE, "each has arrived");
        assert!(all.len() - PEOPLE <= (kills + 1) * IN_FLIGHT);
        let sent = app.db.read_now(|conn| outbox::in_state(conn, MailState::Sent, 2_000)).unwrap();
        assert_eq!(sent.len(), PEOPLE);
    });
}
