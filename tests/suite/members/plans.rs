//! How the databases find members: by an index, in a number of questions that does not grow.

use diesel::RunQueryDsl;
use vigie::db::{Backend, Error};
use vigie::domain::member::MembershipRole;
use vigie::domain::policy::Actor;
use vigie::domain::profile::{Audience, Availability};
use vigie::store::directory::{self, DirectoryFilter};
use vigie::store::{conversations, profiles};

use super::{MemberGestures, show_all, skill};
use crate::query_plans::{sent, whole_reads};
use crate::support::{TestApp, on_each_database, place};

/// Enough members, and statistics of them, for an index to be worth it; gives the last one.
fn fill(app: &TestApp) -> Actor {
    let mut last = Actor::Visitor;
    for n in 0..3 {
        let here = app.place(place(&format!("Lieu {n}")));
        for m in 0..12 {
            let person = app.member(&format!("Personne {n} {m}"), &[(here.id, MembershipRole::Member)]);
            app.profile(&person, |profile| {
                show_all(profile, Audience::ALL[m % 4]);
                profile.skills = vec![skill("Python"), skill(&format!("Savoir {m}"))];
                profile.availability = vec![Availability::Coffee];
            });
            last = app.actor(&person);
        }
    }
    let analyse = |tx: &mut vigie::db::Transaction<'_>| {
        diesel::sql_query("ANALYZE").execute(&mut **tx)?;
        Ok::<_, Error>(())
    };
    app.db.write_now(analyse).unwrap();
    last
}

fn filters() -> [DirectoryFilter; 6] {
    let none = DirectoryFilter::default;
    [
        none(),
        DirectoryFilter { text: Some("python".into()), ..none() },
        DirectoryFilter { skill: Some("python".into()), ..none() },
        DirectoryFilter { place: Some(1), ..none() },
        DirectoryFilter { territory: Some("26".into()), ..none() },
        DirectoryFilter { availability: Some(Availability::Coffee), ..none() },
    ]
}

#[test]
fn no_question_of_the_directory_reads_a_growing_table_whole() {
    on_each_database(|app| {
        let member = fill(app);
        let backend = app.db.backend();
        let mut found = Vec::new();
        let look = |conn: &mut vigie::db::DbConnection| {
            if backend == Backend::Postgres {
                diesel::sql_query("SET LOCAL enable_seqscan = off").execute(conn)?;
            }
            let queries = sent(conn, |conn| {
                for filter in filters() {
                    for actor in [&Actor::Visitor, &member] {
                        directory::find(conn, backend, actor, &filter, 50).unwrap();
                    }
                }
                profiles::by_ids(conn, &[1, 2, 3]).unwrap();
                profiles::by_uid(conn, "nobody").unwrap_err();
                profiles::public_since(conn, 1).unwrap();
                conversations::of_member(conn, 1, 50).unwrap();
                conversations::messages(conn, 1, 50).unwrap();
                conversations::unanswered(conn, 1).unwrap();
                conversations::between(conn, 1, 2).unwrap();
                conversations::blocks(conn, 1, 2).unwrap();
            });
            assert!(queries.len() > 25, "{} queries were caught", queries.len());
            for query in queries {
                for step in whole_reads(conn, backend, &query) {
                    found.push(format!("{step}\n    in {query}"));
                }
            }
            Ok::<_, Error>(())
        };
        app.db.read_now(look).unwrap();
        assert!(found.is_empty(), "{backend:?}:\n{}", found.join("\n"));
    });
}

#[test]
fn a_page_of_members_asks_a_fixed_number_of_questions() {
    on_each_database(|app| {
        fill(app);
        let count = |ids: &[i64]| {
            let ask = |conn: &mut vigie::db::DbConnection| {
                Ok::<_, Error>(sent(conn, |conn| drop(profiles::by_ids(conn, ids).unwrap())).len())
            };
            app.db.read_now(ask).unwrap()
        };
        assert_eq!(count(&[1]), count(&(1..=30).collect::<Vec<_>>()));
    });
}
