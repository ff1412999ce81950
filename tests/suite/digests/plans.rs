//! How the databases find what digests tell: by an index, in as many questions for many readers as
//! for few.

use std::collections::BTreeSet;

use diesel::RunQueryDsl;
use vigie::db::Backend;
use vigie::domain::digest::Interests;
use vigie::domain::event::{EventKind, EventStatus, Override, Theme};
use vigie::store::{date_changes, digests, network};

use super::enrol;
use crate::query_plans::{sent, whole_reads};
use crate::support::{EventGestures, TestApp, event, on_each_database, place};
use vigie::domain::member::MembershipRole;
use vigie::domain::schedule::{End, OccurrenceKey};

fn fill(app: &TestApp) {
    for n in 0..6 {
        let row = app.place(place(&format!("Lieu {n}")));
        for m in 0..4 {
            let draft = event(&format!("Série {n} {m}"), "2026-03-05 18:30", "20:30").every_week(End::Never);
            let series = app.publish(&row, &draft);
            let key = OccurrenceKey::parse("20260312T183000").unwrap();
            app.change_date(
                series.id,
                &Override { key, status: Some(EventStatus::Cancelled), ..Override::default() },
            );
        }
        for m in 0..8 {
            app.member(&format!("Membre {n} {m}"), &[(row.id, MembershipRole::Member)]);
        }
    }
    enrol(app);
    app.db
        .write_now(|tx| {
            diesel::sql_query("ANALYZE").execute(&mut **tx)?;
            Ok::<_, vigie::db::Error>(())
        })
        .unwrap();
}

#[test]
fn no_question_of_a_digest_reads_a_growing_table_whole() {
    on_each_database(|app| {
        fill(app);
        let backend = app.db.backend();
        let now = app.clock.now();
        let week = (now, now + chrono::TimeDelta::days(7));
        let mut found = Vec::new();
        app.db
            .read_now(|conn| {
                if backend == Backend::Postgres {
                    diesel::sql_query("SET LOCAL enable_seqscan = off").execute(conn)?;
                }
                let narrow = Interests {
                    kinds: BTreeSet::from([EventKind::Workshop]),
                    themes: BTreeSet::from([Theme::Making]),
                    ..Interests::default()
                };
                let queries = sent(conn, |conn| {
                    let places = BTreeSet::from([1, 2]);
                    digests::due_after(conn, now, (now, 0), 10).unwrap();
                    digests::count_due(conn, now).unwrap();
                    digests::readers(conn, &[1, 2]).unwrap();
                    digests::topics(conn, &[1, 2]).unwrap();
                    digests::written_before(conn, &["a".to_owned()]).unwrap();
                    digests::at(conn, &places, &BTreeSet::from(["26".to_owned()]), week).unwrap();
                    digests::everywhere(conn, &narrow, week, now, 10).unwrap();
                    let announced = digests::announced(conn, week, now, 100).unwrap();
                    let changes = digests::changes(conn, week, 100).unwrap();
                    let belonging = digests::belonging(conn, &[1, 2]).unwrap();
                    digests::registered(conn, &[1, 2], week, &changes).unwrap();
                    digests::posted(conn, &belonging, &[1, 2], &announced).unwrap();
                    digests::arrivals(conn, &places, week, 10).unwrap();
                    digests::blocked_pairs(conn, &[1, 2], &[3, 4]).unwrap();
                    digests::place_ids(conn, &["lieu-1"]).unwrap();
                    date_changes::said(conn, 1, now).unwrap();
                });
                assert!(queries.len() > 12, "{} queries were caught", queries.len());
                for query in queries {
                    for step in whole_reads(conn, backend, &query) {
                        found.push(format!("{step}\n    in {query}"));
                    }
                }
                Ok::<_, vigie::db::Error>(())
            })
            .unwrap();
        assert!(found.is_empty(), "{backend:?}:\n{}", found.join("\n"));
    });
}

#[test]
fn many_readers_are_asked_about_in_as_many_questions_as_few() {
    on_each_database(|app| {
        fill(app);
        let now = app.clock.now() + chrono::TimeDelta::days(4);
        let count = |most: usize| {
            app.db
                .read_now(|conn| {
                    let network = std::sync::Arc::new(network::find(conn)?.unwrap());
                    let due = digests::due_after(conn, now, (chrono::DateTime::UNIX_EPOCH, 0), 100)?;
                    assert!(due.len() > 40);
                    let ids: Vec<i64> = due.iter().map(|(_, id)| *id).take(most).collect();
                    let readers = digests::readers(conn, &ids)?;
                    let queries = sent(conn, |conn| {
                        vigie::actions::preview_digests(conn, readers, network, super::ORIGIN, now).unwrap();
                    });
                    Ok::<_, vigie::db::Error>(queries.len())
                })
                .unwrap()
        };
        assert_eq!(count(2), count(40));
    });
}
