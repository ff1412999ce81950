//! Composing: each reader once, whatever ends in the midst of it and however many do it.

use chrono::TimeDelta;
use diesel::RunQueryDsl;
use vigie::domain::member::{MemberState, MembershipRole};
use vigie::domain::schedule::End;
use vigie::domain::subscription::SubscriberState;
use vigie::store::{digests, subscribers};

use super::{NEXT_SUNDAY, SUNDAY, compose, compose_at, due, enrol, mails, process};
use crate::support::{EventGestures, Person, PlaceGestures, TestApp, event, on_each_database, place};

/// Two places with a series each, and so many members in each.
fn network(app: &TestApp, members: usize) -> Vec<Person> {
    let fabrique = app.place(place("La Fabrique"));
    let moulin = app.place(place("Le Moulin").in_town("Die", "26113", "26150"));
    for place in [&fabrique, &moulin] {
        let title = format!("Repair Café {}", place.name);
        app.publish(place, &event(&title, "2026-03-12 18:30", "20:30").every_week(End::Never));
    }
    let member = |n: usize| {
        let place = if n.is_multiple_of(2) { &fabrique } else { &moulin };
        app.member(&format!("Membre {n}"), &[(place.id, MembershipRole::Member)])
    };
    (0..members).map(member).collect()
}

/// Writes what no action writes so plainly.
fn write(app: &TestApp, statement: &str) {
    app.db
        .write_now(|tx| {
            diesel::sql_query(statement).execute(&mut **tx)?;
            Ok::<_, vigie::db::Error>(())
        })
        .unwrap();
}

fn becomes(app: &TestApp, person: &Person, state: MemberState) {
    write(app, &format!("UPDATE members SET state = '{state}' WHERE id = {}", person.id));
}

#[test]
fn readers_who_share_their_choices_share_the_mail() {
    on_each_database(|app| {
        network(app, 12);
        enrol(app);
        let done = compose_at(app, SUNDAY);
        assert_eq!((done.readers, done.written), (12, 12));
        assert!(done.drawn <= 4, "two for each thread at most: {}", done.drawn);
        assert_eq!(mails(app).len(), 12);
        assert_eq!(due(app), 0);
    });
}

#[test]
fn who_may_not_or_does_not_want_to_be_written_to_is_left_alone() {
    on_each_database(|app| {
        let people = network(app, 5);
        enrol(app);
        becomes(app, &people[0], MemberState::Suspended);
        becomes(app, &people[1], MemberState::Waiting);
        let left = SubscriberState::Left.code();
        write(app, &format!("UPDATE subscribers SET state = '{left}' WHERE member_id = {}", people[2].id));
        let done = compose_at(app, SUNDAY);
        assert_eq!(done.written, 2);
        assert_eq!(due(app), 0);
        let told: Vec<String> = mails(app).into_keys().collect();
        assert_eq!(told, [people[3].email.clone(), people[4].email.clone()]);
        // The coordination welcomes one: what was before is past, what comes is told.
        becomes(app, &people[0], MemberState::Active);
        compose_at(app, NEXT_SUNDAY);
        assert!(mails(app).contains_key(&people[0].email));
        assert!(!mails(app).contains_key(&people[1].email));
    });
}

#[test]
fn processes_share_the_work_and_each_reader_gets_one_mail() {
    on_each_database(|app| {
        let people = network(app, 60);
        enrol(app);
        app.at(SUNDAY);
        let processes: Vec<_> = (0..3).map(|_| process(app)).collect();
        let written: usize = std::thread::scope(|scope| {
            let running: Vec<_> = processes.iter().map(|one| scope.spawn(|| compose(one).written)).collect();
            running.into_iter().map(|one| one.join().unwrap()).sum()
        });
        assert_eq!(written, people.len());
        let mails = mails(app);
        assert_eq!(mails.len(), people.len());
        assert!(mails.values().all(|mails| mails.len() == 1));
    });
}

#[test]
fn readers_of_a_process_that_died_are_taken_again_when_its_lease_ends() {
    on_each_database(|app| {
        let people = network(app, 6);
        enrol(app);
        app.at(SUNDAY);
        let now = app.clock.now();
        let backend = app.db.backend();
        // A process takes four of them, and is gone.
        let lease = now + TimeDelta::minutes(10);
        let taken = app.db.write_now(|tx| digests::claim(tx, backend, now, lease, 4)).unwrap();
        assert_eq!(taken.len(), 4);
        assert_eq!(compose(&process(app)).written, 2, "the others are not held up");
        assert_eq!(due(app), 4);
        let done = compose_at(app, "2026-03-08T17:10:00Z");
        assert_eq!(done.written, 4);
        let mails = mails(app);
        assert_eq!(mails.len(), people.len());
        assert!(mails.values().all(|mails| mails.len() == 1));
    });
}

#[test]
fn another_day_of_the_same_week_brings_no_second_mail_and_loses_nothing() {
    on_each_database(|app| {
        let people = network(app, 1);
        enrol(app);
        compose_at(app, SUNDAY);
        // The week of Sunday 8 is that of Monday 2; as if she had chosen an earlier hour of that day.
        app.db
            .write_now(|tx| {
                let row = subscribers::of_member(tx, people[0].id)?.unwrap();
                let onward = digests::Onward {
                    next_at: Some("2026-03-08T18:00:00Z".parse().unwrap()),
                    told_until: row.told_until.0,
                    listed_until: row.listed_until.0,
                };
                digests::move_on(tx, &row, onward)
            })
            .unwrap();
        let before = app.db.read_now(|conn| subscribers::of_member(conn, people[0].id)).unwrap().unwrap();
        let done = compose_at(app, "2026-03-08T18:00:00Z");
        assert_eq!((done.readers, done.written), (1, 0));
        let after = app.db.read_now(|conn| subscribers::of_member(conn, people[0].id)).unwrap().unwrap();
        assert_eq!((before.told_until, before.listed_until), (after.told_until, after.listed_until));
        assert_eq!(compose_at(app, NEXT_SUNDAY).written, 1);
    });
}

#[test]
fn what_cannot_be_read_of_one_reader_keeps_nobody_else_from_theirs() {
    on_each_database(|app| {
        let people = network(app, 6);
        enrol(app);
        let strange =
            "INSERT INTO subscriber_topics (subscriber_id, topic, key) SELECT id, 'couleur', 'bleu'";
        write(app, &format!("{strange} FROM subscribers WHERE member_id = {}", people[2].id));
        let done = compose_at(app, SUNDAY);
        assert_eq!(done.written, 5);
        assert!(!mails(app).contains_key(&people[2].email));
        assert_eq!(due(app), 1, "is looked at again");
        write(app, "DELETE FROM subscriber_topics");
        assert_eq!(compose_at(app, "2026-03-08T17:10:00Z").written, 1);
    });
}
