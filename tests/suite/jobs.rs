//! What the service does by itself: the daily job, once a day whoever runs it.

use std::sync::atomic::{AtomicUsize, Ordering};

use vigie::actions::{self, PlaceEdit};
use vigie::app::App;
use vigie::config::Config;
use vigie::db;
use vigie::domain::member::MembershipRole;
use vigie::domain::place_part::{PlaceContent, PlaceSection};
use vigie::domain::policy::{Actor, Standing};
use vigie::domain::proposal::ProposalState;
use vigie::domain::schedule::End;
use vigie::jobs::run_due;
use vigie::pictures::{AltText, Picture};
use vigie::store::pictures::{self, Shown};
use vigie::store::proposals::{self, NewProposal};
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

/// A photo of a place, brought by its host.
fn photo_of(app: &TestApp, place: i64, by: &Actor, alt: &str) {
    let picture = Picture { media_type: "image/jpeg", width: 4, height: 3, bytes: alt.as_bytes().to_vec() };
    let (alt, now) = (AltText::parse(alt).unwrap(), app.clock.now());
    app.db.write_now(|tx| actions::add_place_photo(tx, by, place, &picture, &alt, now)).unwrap();
}

#[test]
fn a_photo_that_was_taken_off_goes_when_the_way_back_ends() {
    on_each_database(|app| {
        let usine = app.place(place("L’Usine"));
        let host = app.member("Anaïs Roche", &[(usine.id, MembershipRole::Host)]);
        let host_of = vec![usine.id];
        let by = Actor::Member(Standing { member: host.id, active: true, host_of, ..Standing::default() });
        for alt in ["Shown", "Taken off", "Brought back"] {
            photo_of(app, usine.id, &by, alt);
        }
        let edit = || PlaceEdit { place: usine.id, section: PlaceSection::Photos, seen: None };
        let take_off = |alt: &'static str| {
            let now = app.clock.now();
            let change = |content: &mut PlaceContent| content.photos.retain(|photo| photo.alt != alt);
            app.db.write_now(|tx| actions::edit_place(tx, &by, edit(), now, change)).unwrap().unwrap()
        };
        let stored = || -> Vec<String> {
            let rows = app.db.read_now(|conn| pictures::of(conn, Shown::Place(usine.id))).unwrap();
            rows.into_iter().map(|row| row.alt).collect()
        };
        app.at("2026-04-05T09:00:00Z");
        let went = take_off("Taken off");
        let second = take_off("Brought back");
        app.at("2026-10-05T08:00:00Z");
        run_due(&process(app), &|| true);
        assert_eq!(stored(), ["Shown", "Taken off", "Brought back"], "still within the way back");
        let restore = |change: i64| {
            let now = app.clock.now();
            app.db.write_now(|tx| actions::restore_place(tx, &by, usine.id, change, now)).unwrap()
        };
        restore(second).unwrap();
        app.at("2026-10-06T08:00:00Z");
        run_due(&process(app), &|| true);
        assert_eq!(stored(), ["Shown", "Brought back"]);
        // The change stays in the history; what is left of it can be put back.
        assert_eq!(restore(went), None, "nothing is missing but the photo that is gone");
        assert_eq!(stored(), ["Shown", "Brought back"]);
    });
}

#[test]
fn proposals_are_forgotten_a_year_after_they_were_decided_on() {
    on_each_database(|app| {
        let usine = app.place(place("L’Usine"));
        let zoe = app.member("Zoé Blanc", &[(usine.id, MembershipRole::Member)]);
        let now = app.clock.now();
        let propose = |title: &'static str| {
            let write = |tx: &mut db::Transaction<'_>| {
                let new = NewProposal {
                    uid: uuid::Uuid::new_v4(),
                    place_id: usine.id,
                    member_id: zoe.id,
                    title,
                    fields: "[]",
                    reason: "Parce que",
                };
                proposals::insert(tx, &new, now)
            };
            app.db.write_now(write).unwrap();
        };
        propose("Repas");
        propose("Encore ouverte");
        let titles = || -> Vec<String> {
            let rows = app.db.read_now(|conn| proposals::of_member(conn, zoe.id, 10)).unwrap();
            rows.into_iter().map(|(row, _)| row.title).collect()
        };
        let id = app.db.read_now(|conn| proposals::of_member(conn, zoe.id, 10)).unwrap()[1].0.id;
        let decline = |tx: &mut db::Transaction<'_>| {
            proposals::settle(tx, id, ProposalState::Declined, "Pas cette fois", now)
        };
        assert!(app.db.write_now(decline).unwrap());
        app.at("2027-03-05T08:00:00Z");
        run_due(&process(app), &|| true);
        assert_eq!(titles(), ["Encore ouverte", "Repas"]);
        app.at("2027-03-06T09:00:00Z");
        run_due(&process(app), &|| true);
        assert_eq!(titles(), ["Encore ouverte"], "what waits is not forgotten");
    });
}
