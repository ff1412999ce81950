//! What the service does by itself: the daily job, once a day whoever runs it.

use std::sync::atomic::{AtomicUsize, Ordering};

use vigie::app::App;
use vigie::config::Config;
use vigie::db;
use vigie::domain::schedule::End;
use vigie::jobs::run_due;
use vigie::store::{expired, jobs, occurrences};

use crate::support::{EventGestures, TestApp, event, on_each_database, place};

/// Another process of the same service.
fn process(app: &TestApp) -> App {
    let db = db::open(&app.url, 2).unwrap();
    App::new(Config::for_database(app.url.clone()), db, app.clock.clone()).unwrap()
}

fn dates(app: &TestApp) -> i64 {
    app.db.read_now(occurrences::count).unwrap()
}

#[test]
fn open_ended_series_go_on_day_by_day() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let weekly = event("Repair Café", "2026-03-12 18:30", "20:30").every_week(End::Never);
        app.publish(&fabrique, &weekly);
        let (one, other) = (process(app), process(app));
        let always = || true;
        run_due(&one, &always);
        let at_first = dates(app);
        app.at("2026-04-09T10:00:00Z");
        run_due(&one, &always);
        assert_eq!(dates(app), at_first + 5, "35 days, five weeks");
        // The day is done, for others too; what comes up later today is for tomorrow.
        app.publish(&fabrique, &event("Couture", "2026-05-12 18:30", "20:30"));
        app.at("2026-04-09T20:00:00Z");
        run_due(&other, &always);
        assert_eq!(dates(app), at_first + 6);
        // A minute after midnight in Paris, 22:01 UTC, it is another day: the other process's turn.
        app.at("2026-04-15T22:01:00Z");
        run_due(&other, &always);
        assert_eq!(dates(app), at_first + 7);
    });
}

#[test]
fn what_is_over_is_forgotten() {
    on_each_database(|app| {
        let person = app.member("Camille Roux", &[]);
        app.sign_in(&person);
        app.visitor().submit("/connexion", &[("email", &person.email), ("by", "link")]).location();
        let one = process(app);
        app.at("2026-03-07T09:00:00Z");
        run_due(&one, &|| true);
        let forget = |before: &str| {
            let before = before.parse().unwrap();
            app.db.write_now(|tx| expired::forget(tx, before, 100)).unwrap()
        };
        // The link and two counters; what was just over is remembered, and the session is not over.
        assert_eq!(forget("2026-03-07T09:00:00Z"), 3 + 1, "the mark of the form, too");
        assert_eq!(forget("2026-04-04T09:00:01Z"), 1, "the session");
        app.sign_in(&person);
        app.at("2026-04-09T09:00:01Z");
        run_due(&one, &|| true);
        assert_eq!(forget("2026-04-07T09:00:00Z"), 0, "the job did it");
    });
}

#[test]
fn a_job_that_another_process_is_at_is_left_to_it() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        app.publish(&fabrique, &event("Repair Café", "2026-03-12 18:30", "20:30").every_week(End::Never));
        let before = dates(app);
        app.at("2026-04-09T10:00:00Z");
        let now = app.clock.now();
        let claim =
            |until| app.db.write_now(|tx| jobs::claim(tx, "extend-horizon", now.date_naive(), now, until));
        assert!(claim(now + chrono::TimeDelta::minutes(10)).unwrap());
        let one = process(app);
        run_due(&one, &|| true);
        assert_eq!(dates(app), before);
        // It died: its lease ends.
        app.at("2026-04-09T10:10:00Z");
        run_due(&one, &|| true);
        assert!(dates(app) > before);
    });
}

#[test]
fn a_service_that_stops_lets_go_of_its_job() {
    on_each_database(|app| {
        let one = process(app);
        let asked = AtomicUsize::new(0);
        run_due(&one, &|| asked.fetch_add(1, Ordering::Relaxed) > 0);
        let now = app.clock.now();
        let free = app.db.write_now(|tx| jobs::claim(tx, "extend-horizon", now.date_naive(), now, now));
        assert!(free.unwrap(), "the job is neither done nor taken");
    });
}
