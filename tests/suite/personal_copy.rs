//! A member takes along everything that is kept about them: nothing is forgotten, no secret is told,
//! and nothing of what is others'.

use std::collections::BTreeSet;

use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl};
use serde_json::Value;
use vigie::actions;
use vigie::db::{self, Backend, DbConnection, Transaction};
use vigie::domain::member::MembershipRole;
use vigie::domain::message::Words;
use vigie::domain::policy::{Actor, Standing};
use vigie::store::personal_copy::{LEFT_OUT, SECTIONS};

use crate::support::{Browser, Person, TestApp, on_each_database, place};

/// "table.column", for each. Search keeps the folded words of profiles, which are told as profiles.
fn pointing_at_members(app: &TestApp) -> BTreeSet<String> {
    #[derive(QueryableByName)]
    struct Column {
        #[diesel(sql_type = Text)]
        name: String,
    }
    let query = match app.db.backend() {
        Backend::Sqlite => {
            "SELECT m.name || '.' || f.\"from\" AS name FROM sqlite_master m \
             JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND f.\"table\" = 'members'"
        }
        Backend::Postgres => {
            "SELECT c.conrelid::regclass::text || '.' || a.attname::text AS name FROM pg_constraint c \
             JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] \
             WHERE c.contype = 'f' AND c.confrelid = 'members'::regclass \
             AND c.conrelid <> 'member_search'::regclass"
        }
    };
    let load = |conn: &mut DbConnection| Ok::<_, db::Error>(diesel::sql_query(query).load::<Column>(conn)?);
    app.db.read_now(load).unwrap().into_iter().map(|column| column.name).collect()
}

/// Whoever adds a table about members decides whether they may take it along.
#[test]
fn every_table_about_members_is_in_the_copy_or_left_out_with_a_reason() {
    on_each_database(|app| {
        let told = SECTIONS.iter().flat_map(|section| section.tells_of.iter().copied());
        let left_out = LEFT_OUT.iter().map(|(column, why)| {
            assert!(why.len() > 20, "{column}: {why}");
            *column
        });
        let all: Vec<&str> = told.chain(left_out).collect();
        let once: BTreeSet<String> = all.iter().map(|column| (*column).to_owned()).collect();
        assert_eq!(once.len(), all.len(), "no column twice");
        assert_eq!(once, pointing_at_members(app));
    });
}

fn write(app: &TestApp, from: &Person, to: &Person, at: i64, words: &str) {
    let standing = Standing { member: from.id, active: true, member_of: vec![at], ..Standing::default() };
    let (by, now, words) = (Actor::Member(standing), app.clock.now(), Words::parse(words).unwrap());
    let send = |tx: &mut Transaction<'_>| actions::write_to_member(tx, &by, to.id, &words, now);
    app.db.write_now(send).unwrap();
}

#[track_caller]
fn copy_of(browser: &Browser) -> Value {
    let answer = browser.press("/compte", "/compte/donnees", &[]);
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.header("content-type"), Some("application/json"));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(answer.header("content-disposition"), Some("attachment; filename=\"vigie-2026-03-05.json\""));
    serde_json::from_slice(&answer.body).unwrap()
}

#[test]
fn a_member_takes_along_what_is_theirs_and_nothing_of_others() {
    on_each_database(|app| {
        let here = app.place(place("La Fabrique"));
        let there = [(here.id, MembershipRole::Member)];
        let (camille, voisin) = (app.member("Camille Roux", &there), app.member("Idir Morel", &there));
        let silent = app.member("Muette Blanc", &there);
        write(app, &camille, &voisin, here.id, "Bonjour Idir");
        write(app, &voisin, &camille, here.id, "Bonjour Camille");
        write(app, &camille, &silent, here.id, "Il y a quelqu’un ?");
        write(app, &voisin, &silent, here.id, "Un secret entre nous");
        let browser = app.sign_in(&camille);
        browser.press("/moi/abonnements", "/moi/abonnements", &[("name", "Mon téléphone")]);
        let copy = copy_of(&browser);
        for section in SECTIONS {
            assert!(copy.get(section.name).is_some(), "{}", section.name);
        }
        assert_eq!(copy["account"]["email"], camille.email);
        assert_eq!(copy["profile"]["seen_by"]["nom"], "mes-lieux");
        assert_eq!(copy["places"]["memberships"][0]["place"], "La Fabrique");
        assert_eq!(copy["feeds"][0]["name"], "Mon téléphone");
        assert_eq!(copy["sessions"][0]["device"], "Firefox");
        let (first, second) = (&copy["conversations"][0], &copy["conversations"][1]);
        assert_eq!(first["with"], "Idir Morel");
        assert_eq!(first["messages"][0]["words"], "Bonjour Idir");
        assert_eq!(first["messages"][1]["words"], "Bonjour Camille");
        assert_eq!(first["messages"][1]["mine"], false);
        assert_eq!(second["with"], Value::Null, "who has not answered told no name");
        let whole = copy.to_string();
        for others in [&voisin.email, &silent.email, &silent.name, "Un secret entre nous"] {
            assert!(!whole.contains(others), "{others}");
        }
        assert!(!whole.contains("hash") && !whole.contains("$argon2"), "{whole}");
    });
}

#[test]
fn copies_are_slowed_down_and_are_nobody_elses() {
    on_each_database(|app| {
        let camille = app.member("Camille Roux", &[]);
        let browser = app.sign_in(&camille);
        for _ in 0..5 {
            copy_of(&browser);
        }
        let answer = browser.press("/compte", "/compte/donnees", &[]);
        assert_eq!(answer.status, 429);
        app.at("2026-03-05T10:00:01Z");
        copy_of(&browser);
        let by = Actor::Member(Standing { member: camille.id + 1, active: true, ..Standing::default() });
        let now = app.clock.now();
        let taken = app.db.write_now(|tx| actions::hand_over_copy(tx, &by, camille.id, now));
        assert!(matches!(taken, Err(actions::Error::Forbidden)));
    });
}
