//! `kill -9` while digests are composed: nobody is forgotten, and nobody is written to twice.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use diesel::RunQueryDsl;
use uuid::Uuid;
use vigie::db;
use vigie::domain::email::EmailAddress;
use vigie::domain::member::{MemberState, MembershipKind, MembershipRole, PersonName};
use vigie::domain::schedule::End;
use vigie::domain::subscription::Timetable;
use vigie::i18n::Locale;
use vigie::store::members::{self, NewMember};
use vigie::store::{digests, mailings, memberships};

use crate::crash::Program;
use crate::support::{EventGestures, TestApp, event, on_each_database, place};

const PEOPLE: usize = 2_000;
const KILLS: usize = 20;

#[test]
fn whatever_the_moment_at_which_it_is_killed_each_reader_is_composed_once() {
    on_each_database(|app| {
        // The program has the clock of the machine: so has this story.
        app.at(&Utc::now().to_rfc3339());
        let fabrique = app.place(place("La Fabrique"));
        let tomorrow = (Utc::now() + TimeDelta::days(1)).format("%Y-%m-%d").to_string();
        let weekly = event("Repair Café", &format!("{tomorrow} 18:30"), "20:30").every_week(End::Never);
        app.publish(&fabrique, &weekly);
        people(app, fabrique.id);
        for n in 0..KILLS {
            let mut program = Program::start(app);
            // Sometimes as soon as it is there, sometimes once more digests are.
            let before = due(app);
            while n % 4 == 3 && due(app) == before && before > 0 {}
            program.kill();
            leases_end(app);
        }
        assert!(due(app) < i64::try_from(PEOPLE).unwrap(), "something was written meanwhile");
        let _program = Program::start(app);
        while due(app) > 0 {}
        let mut told: BTreeMap<String, usize> = BTreeMap::new();
        for (recipient, _, _) in app.db.read_now(mailings::all_copies).unwrap() {
            *told.entry(recipient).or_default() += 1;
        }
        assert_eq!(told.len(), PEOPLE);
        assert!(told.values().all(|mails| *mails == 1));
    });
}

/// Members whose digest has been due for an hour.
fn people(app: &TestApp, place: i64) {
    let now = app.clock.now();
    let add = |tx: &mut db::Transaction<'_>, n: usize| {
        let (email, name) = (format!("membre{n}@exemple.fr"), format!("Membre N{n}"));
        let new = NewMember {
            email: &EmailAddress::parse(&email).unwrap(),
            name: &PersonName::parse(&name).unwrap(),
            locale: Locale::Fr,
            state: MemberState::Active,
            coordinates: false,
            password_hash: None,
            uid: Uuid::new_v4(),
        };
        let id = members::insert(tx, &new, now)?;
        memberships::save(tx, id, place, MembershipKind::Nomad, MembershipRole::Member, now)
    };
    let usual = Timetable::usual(chrono_tz::Europe::Paris);
    app.db
        .write_now(|tx| {
            (0..PEOPLE).try_for_each(|n| add(tx, n))?;
            while digests::enrol(tx, &usual, now - TimeDelta::days(8), 1_000)? > 0 {}
            Ok::<_, db::Error>(())
        })
        .unwrap();
}

fn due(app: &TestApp) -> i64 {
    app.db.read_now(|conn| digests::count_due(conn, Utc::now())).unwrap()
}

/// Ten minutes go by.
fn leases_end(app: &TestApp) {
    let ended = db::UtcInstant(DateTime::UNIX_EPOCH);
    app.db
        .write_now(|tx| {
            diesel::sql_query("UPDATE subscribers SET leased_until = $1")
                .bind::<db::Instant, _>(ended)
                .execute(&mut **tx)?;
            Ok::<_, db::Error>(())
        })
        .unwrap();
}
