//! No reader sees a stale answer after a write was acknowledged, whichever process wrote.

use std::sync::Arc;

use vigie::actions::{NewEvent, publish_event};
use vigie::db::{self, Backend};

use crate::support::{ask, event, on_each_database, on_each_database_mut, place};

#[test]
fn what_was_written_is_read() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        for n in 0..20 {
            let title = format!("Atelier numéro {n}");
            let slug = app.publish(&fabrique, &event(&title, "2026-03-12 18:30", "20:30")).slug;
            for path in
                ["/agenda", "/agenda.ics", "/lieux/la-fabrique/agenda.ics", "/agenda.atom", "/sitemap.xml"]
            {
                let text = app.get(path).text();
                assert!(
                    text.contains(&title) || text.contains(slug.as_str()),
                    "{title} is missing in {path}"
                );
            }
        }
    });
}

#[test]
fn a_busy_place_leaves_the_others_kept() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        app.place(place("Le Mas"));
        let before = app.get("/lieux/le-mas/agenda.ics");
        app.at("2026-03-05T09:30:00Z");
        app.publish(&fabrique, &event("Couture", "2026-03-12 18:30", "20:30"));
        let etag = before.header("etag").unwrap();
        assert_eq!(app.ask("GET", "/lieux/le-mas/agenda.ics", &[("if-none-match", etag)]).status, 304);
    });
}

/// Two processes on one PostgreSQL: each write, acknowledged by one, is read at once from the other.
#[test]
fn the_write_of_another_process_is_read_at_once() {
    on_each_database_mut(|app| {
        if app.db.backend() != Backend::Postgres {
            return;
        }
        let fabrique = app.place(place("La Fabrique"));
        let other = app.second_process();
        for n in 0..50 {
            let title = format!("Atelier numéro {n}");
            app.publish(&fabrique, &event(&title, "2026-03-12 18:30", "20:30"));
            let text = ask(&other, "GET", "/agenda.ics", &[]).text();
            assert!(
                text.contains(&format!("SUMMARY:{title}\r\n")),
                "{title} is not told by the other process"
            );
        }
    });
}

/// On SQLite a command that writes beside the server says "done" when the server has seen it.
#[test]
fn a_command_beside_the_server_is_seen_when_it_says_done() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        assert_eq!(app.get("/agenda.ics").status, 200);
        let command = db::open(&app.url, 1).unwrap();
        let draft = event("Venu d'ailleurs", "2026-03-12 18:30", "20:30");
        let now = app.clock.now();
        let new = NewEvent { place: &fabrique, draft: &draft, uid: uuid::Uuid::new_v4(), created_at: now };
        command.write_now(|tx| publish_event(tx, &new, now)).unwrap();
        command.wait_until_seen();
        assert!(app.get("/agenda.ics").text().contains("SUMMARY:Venu d'ailleurs"));
    });
}

/// Readers race with writers; each asks only for what was acknowledged before it asked.
#[test]
fn readers_and_writers_race_without_a_stale_answer() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        std::thread::scope(|scope| {
            for writer in 0..3 {
                let (app, fabrique) = (&app, &fabrique);
                scope.spawn(move || {
                    for n in 0..8 {
                        let title = format!("Atelier {writer} fois {n}");
                        app.publish(fabrique, &event(&title, "2026-03-12 18:30", "20:30"));
                        let text = app.get("/agenda.ics").text();
                        assert!(text.contains(&format!("SUMMARY:{title}\r\n")), "{title}");
                    }
                });
            }
        });
        let text = app.get("/agenda.ics").text();
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 24);
    });
}

/// Writers of one SQLite file, each with connections of its own, wait for each other.
#[test]
fn processes_that_write_at_once_wait_for_each_other() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        std::thread::scope(|scope| {
            for process in 0..4 {
                let (app, fabrique) = (&app, &fabrique);
                scope.spawn(move || {
                    let own: Arc<db::Db> = db::open(&app.url, 1).unwrap();
                    for n in 0..5 {
                        let draft = event(&format!("P{process} N{n}"), "2026-03-12 18:30", "20:30");
                        let now = app.clock.now();
                        let new = NewEvent {
                            place: fabrique,
                            draft: &draft,
                            uid: uuid::Uuid::new_v4(),
                            created_at: now,
                        };
                        own.write_now(|tx| publish_event(tx, &new, now)).unwrap();
                    }
                });
            }
        });
        let written: i64 = app.db.read_now(vigie::store::events::count).unwrap();
        assert_eq!(written, 20);
    });
}
