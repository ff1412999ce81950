//! Writing to members whose address one does not know.

use vigie::actions::{self, NotWritten};
use vigie::db;
use vigie::domain::member::MembershipRole;
use vigie::domain::message::Words;
use vigie::store::conversations;

use super::MemberGestures;
use crate::support::{Person, TestApp, on_each_database, place};

fn write(app: &TestApp, from: &Person, to: &Person, words: &str) -> actions::Result<String> {
    let (by, now, words) = (app.actor(from), app.clock.now(), Words::parse(words).unwrap());
    app.db.write_now(|tx| Ok(actions::write_to_member(tx, &by, to.id, &words, now)?.uid))
}

fn answer(app: &TestApp, from: &Person, uid: &str, words: &str) -> actions::Result<()> {
    let (by, now, words) = (app.actor(from), app.clock.now(), Words::parse(words).unwrap());
    app.db.write_now(|tx| actions::write_in_conversation(tx, &by, uid, &words, now))
}

fn block(app: &TestApp, who: &Person, uid: &str, blocked: bool) {
    let (by, now) = (app.actor(who), app.clock.now());
    app.db.write_now(|tx| actions::block_member(tx, &by, uid, blocked, now)).unwrap();
}

#[track_caller]
fn assert_refused<T: std::fmt::Debug>(outcome: actions::Result<T>, wanted: NotWritten) {
    match outcome {
        Err(actions::Error::NotWritten(why)) => assert_eq!(why, wanted),
        other => panic!("{other:?}"),
    }
}

/// Somebody, and `count` others of their place.
fn people(app: &TestApp, count: usize) -> (Person, Vec<Person>) {
    let here = app.place(place("Ici"));
    let there = [(here.id, MembershipRole::Member)];
    let one = app.member("Camille Roux", &there);
    let others = (0..count).map(|n| app.member(&format!("Voisine {n}"), &there)).collect();
    (one, others)
}

#[test]
fn a_letter_relays_the_words_and_no_address() {
    on_each_database(|app| {
        let (camille, others) = people(app, 1);
        let uid = write(app, &camille, &others[0], "Bonjour, un café ?").unwrap();
        let letters = app.letters();
        let (recipient, letter) = letters.last().unwrap();
        assert_eq!(recipient, &others[0].email);
        let text = serde_json::to_string(letter).unwrap();
        assert!(text.contains("Bonjour, un café ?") && text.contains("Camille Roux"), "{text}");
        assert!(text.contains(&format!("/moi/messages/{uid}")));
        assert!(!text.contains('@'), "no address in {text}");
        answer(app, &others[0], &uid, "Volontiers").unwrap();
        let row = app.db.read_now(|conn| conversations::of_member_by_uid(conn, camille.id, &uid)).unwrap();
        assert!(row.answered_at.is_some() && row.awaits(camille.id) && !row.awaits(others[0].id));
        assert_eq!(app.letters().last().unwrap().0, camille.email);
        // The other way round it is the same conversation.
        assert_eq!(write(app, &others[0], &camille, "Mardi ?").unwrap(), uid);
        // Nobody else is in it.
        let third = app.member("Curieux", &[]);
        assert!(matches!(answer(app, &third, &uid, "?"), Err(actions::Error::Db(db::Error::NotFound))));
    });
}

#[test]
fn one_writes_to_those_whose_name_one_sees() {
    on_each_database(|app| {
        let (camille, others) = people(app, 2);
        let stranger = app.member("Loin", &[]);
        for (from, to) in [(&camille, &stranger), (&stranger, &camille), (&camille, &camille)] {
            assert!(matches!(write(app, from, to, "?"), Err(actions::Error::Forbidden)));
        }
        app.becomes(&others[0], "suspendu");
        assert!(matches!(write(app, &camille, &others[0], "?"), Err(actions::Error::Forbidden)));
        let uid = write(app, &camille, &others[1], "Bonjour").unwrap();
        app.becomes(&others[1], "suspendu");
        assert_refused(answer(app, &camille, &uid, "encore"), NotWritten::NotTaken);
    });
}

#[test]
fn new_accounts_wait_for_answers_and_nobody_floods() {
    on_each_database(|app| {
        let (camille, others) = people(app, 14);
        let uids: Vec<_> = others[..3].iter().map(|to| write(app, &camille, to, "?").unwrap()).collect();
        assert_refused(write(app, &camille, &others[3], "?"), NotWritten::TooManyUnanswered { most: 3 });
        answer(app, &others[0], &uids[0], "oui").unwrap();
        write(app, &camille, &others[3], "?").unwrap();
        // Within a conversation, three messages at most before an answer.
        for words in ["2", "3"] {
            answer(app, &camille, &uids[1], words).unwrap();
        }
        assert_refused(answer(app, &camille, &uids[1], "4"), NotWritten::WaitForAnswer { most: 3 });
        assert_refused(write(app, &camille, &others[1], "4"), NotWritten::WaitForAnswer { most: 3 });
        answer(app, &others[1], &uids[1], "oui").unwrap();
        answer(app, &camille, &uids[1], "4").unwrap();
        // An account that is no longer new begins ten conversations a day.
        app.at("2026-04-05T09:00:00Z");
        for to in &others[4..] {
            write(app, &camille, to, "?").unwrap();
        }
        let late = app.member("Tardive", &[(app.actor_place(&camille), MembershipRole::Member)]);
        assert_refused(write(app, &camille, &late, "?"), NotWritten::TooManyToday { most: 10 });
        app.at("2026-04-06T09:00:01Z");
        write(app, &camille, &late, "?").unwrap();
    });
}

trait FirstPlace {
    fn actor_place(&self, person: &Person) -> i64;
}

impl FirstPlace for TestApp {
    fn actor_place(&self, person: &Person) -> i64 {
        match self.actor(person) {
            vigie::domain::policy::Actor::Member(standing) => standing.member_of[0],
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn who_is_blocked_is_not_taken_until_they_are_again() {
    on_each_database(|app| {
        let (camille, others) = people(app, 1);
        let uid = write(app, &camille, &others[0], "Bonjour").unwrap();
        block(app, &others[0], &uid, true);
        block(app, &others[0], &uid, true);
        let before = app.letters().len();
        assert_refused(answer(app, &camille, &uid, "?"), NotWritten::NotTaken);
        assert_refused(write(app, &camille, &others[0], "?"), NotWritten::NotTaken);
        assert_refused(answer(app, &others[0], &uid, "?"), NotWritten::Blocking);
        assert_eq!(app.letters().len(), before);
        block(app, &others[0], &uid, false);
        answer(app, &others[0], &uid, "Pardon").unwrap();
        answer(app, &camille, &uid, "De rien").unwrap();
    });
}
