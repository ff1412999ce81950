//! How the databases find what the pages list: by an index, never by reading a whole table.
//!
//! The queries are those that the store really sends, caught by diesel's instrumentation.

use std::sync::{Arc, Mutex};

use diesel::connection::{Instrumentation, InstrumentationEvent, SimpleConnection};
use diesel::prelude::*;
use diesel::sql_types::Text;
use vigie::db::{Backend, DbConnection};
use vigie::domain::agenda::AgendaFilter;
use vigie::domain::email::EmailAddress;
use vigie::domain::event::{EventKind, Theme};
use vigie::domain::member::MembershipRole;
use vigie::domain::place_part::PlaceSection;
use vigie::domain::schedule::End;
use vigie::mail::{MailState, MailingList};
use vigie::secret::Secret;
use vigie::store::agenda::{self, Narrowed, Page};
use vigie::store::feeds::{self, FeedQuery, OwnQuery};
use vigie::store::outbox::Queue;
use vigie::store::pictures::{self, Shown};
use vigie::store::{
    charters, clashes, closures, confirmations, event_drafts, event_hosts, event_places, events,
    failing_addresses, host_weeks, mail_days, mailings, mine, newcomer_facts, newcomers, occurrences, outbox,
    place_changes, place_people, place_photos, places, planned_publications, private_feeds, proposals,
    registrations, seats, subscribers, weekly_notes,
};

use crate::support::{EventGestures, PlaceGestures, TestApp, event, on_each_database, place};

/// Tables that grow with the network: none of them is ever read whole for a list.
const GROWING: [&str; 41] = [
    "confirmations",
    "host_weeks",
    "weekly_notes",
    "subscribers",
    "subscriber_topics",
    "event_places",
    "failing_addresses",
    "mailings",
    "event_drafts",
    "event_hosts",
    "events",
    "occurrences",
    "schedules",
    "event_overrides",
    "event_themes",
    "registrations",
    "registration_links",
    "seats",
    "outbox",
    "members",
    "memberships",
    "profiles",
    "profile_terms",
    "public_choices",
    "pictures",
    "conversations",
    "messages",
    "blocks",
    "charter_acceptances",
    "newcomer_steps",
    "newcomer_letters",
    "place_changes",
    "closures",
    "private_feeds",
    "event_proposals",
    "planned_publications",
    "invitations",
    "date_reminders",
    "guest_letters",
    "date_changes",
    "mailings",
];

#[derive(QueryableByName)]
struct SqlitePlan {
    #[diesel(sql_type = Text)]
    detail: String,
}

#[derive(QueryableByName)]
struct PostgresPlan {
    #[diesel(sql_type = Text, column_name = "QUERY PLAN")]
    line: String,
}

/// The texts of the queries that `ask` sends, with their parameters written in.
pub fn sent(conn: &mut DbConnection, ask: impl FnOnce(&mut DbConnection)) -> Vec<String> {
    let caught: Arc<Mutex<Vec<String>>> = Arc::default();
    let into = Arc::clone(&caught);
    let catch = move |event: InstrumentationEvent<'_>| {
        if let InstrumentationEvent::StartQuery { query, .. } = event {
            into.lock().unwrap().push(query.to_string());
        }
    };
    conn.set_instrumentation(Box::new(catch) as Box<dyn Instrumentation>);
    ask(conn);
    conn.set_instrumentation(None::<Box<dyn Instrumentation>>);
    let queries = caught.lock().unwrap().clone();
    // Diesel tells the parameters behind "-- binds:"; the plan does not depend on them here.
    queries.into_iter().filter(|query| query.trim_start().to_uppercase().starts_with("SELECT")).collect()
}

/// Steps of the plan that read a growing table whole.
pub fn whole_reads(conn: &mut DbConnection, backend: Backend, query: &str) -> Vec<String> {
    let bare = query.split("-- binds").next().unwrap();
    let steps: Vec<String> = match backend {
        Backend::Sqlite => {
            let plan =
                diesel::sql_query(format!("EXPLAIN QUERY PLAN {bare}")).load::<SqlitePlan>(conn).unwrap();
            plan.into_iter().map(|step| step.detail).collect()
        }
        Backend::Postgres => {
            // A plan for any parameters, as the server makes it for a statement that is asked often.
            let parameters = (1..).take_while(|n| bare.contains(&format!("${n}"))).map(|_| "NULL");
            let parameters: Vec<_> = parameters.collect();
            let given =
                if parameters.is_empty() { String::new() } else { format!("({})", parameters.join(", ")) };
            conn.batch_execute(&format!(
                "SET LOCAL plan_cache_mode = force_generic_plan; PREPARE asked AS {bare}"
            ))
            .unwrap();
            let plan = diesel::sql_query(format!("EXPLAIN EXECUTE asked{given}"))
                .load::<PostgresPlan>(conn)
                .unwrap();
            conn.batch_execute("DEALLOCATE asked").unwrap();
            plan.into_iter().map(|step| step.line).collect()
        }
    };
    assert!(!steps.is_empty(), "no plan for {query}");
    let scans = |step: &&String| {
        GROWING.iter().any(|table| match backend {
            Backend::Sqlite => *step == &format!("SCAN {table}"),
            Backend::Postgres => step.contains(&format!("Seq Scan on {table} ")),
        })
    };
    steps.iter().filter(scans).cloned().collect()
}

/// Enough rows, and statistics of them, for an index to be worth it.
fn fill(app: &TestApp) -> i64 {
    let mut last: i64 = 0;
    for n in 0..8 {
        let (town, insee) = [("Crest", "26108"), ("Gap", "05061"), ("Grenoble", "38185")][n % 3];
        let row = app.place(place(&format!("Lieu {n}")).in_town(town, insee, ""));
        for m in 0..6 {
            let mut draft =
                event(&format!("Série {n} {m}"), "2026-03-05 18:30", "20:30").every_week(End::Never);
            draft.kind = EventKind::ALL[(n + m) % EventKind::ALL.len()];
            draft.themes = vec![Theme::ALL[m]];
            draft.further_places = (last > 0).then_some(last).into_iter().collect();
            app.publish(&row, &draft);
        }
        for m in 0..12 {
            let role = if m == 0 { MembershipRole::Host } else { MembershipRole::Member };
            app.member(&format!("Membre {n} {m}"), &[(row.id, role)]);
        }
        last = row.id;
    }
    // Shared by a place elsewhere with the last one.
    let elsewhere = app.place(place("Ailleurs").in_town("Privas", "07186", "07000"));
    for m in 0..6 {
        let mut draft = event(&format!("Ensemble {m}"), "2026-03-06 18:30", "20:30").every_week(End::Never);
        draft.further_places = vec![last];
        app.publish(&elsewhere, &draft);
    }
    app.db
        .write_now(|tx| {
            diesel::sql_query("ANALYZE").execute(&mut **tx)?;
            Ok::<_, vigie::db::Error>(())
        })
        .unwrap();
    last
}

#[test]
fn no_listed_query_reads_a_growing_table_whole() {
    on_each_database(|app| {
        let place_id = fill(app);
        let backend = app.db.backend();
        let now = app.clock.now();
        let week = (now, now + chrono::TimeDelta::days(7));
        let page = Page { offset: 0, limit: 80 };
        let narrowed = |filter: AgendaFilter| Narrowed { filter, place_id: None };
        let filters = [
            narrowed(AgendaFilter::default()),
            Narrowed { place_id: Some(place_id), ..Default::default() },
            narrowed(AgendaFilter { kind: Some(EventKind::Workshop), ..Default::default() }),
            narrowed(AgendaFilter { theme: Some(Theme::Making), ..Default::default() }),
            narrowed(AgendaFilter { territory: Some("26".into()), ..Default::default() }),
            narrowed(AgendaFilter { territory: Some("07".into()), ..Default::default() }),
            narrowed(AgendaFilter { text: Some("série".into()), ..Default::default() }),
        ];
        let mut found = Vec::new();
        app.db
            .read_now(|conn| {
                // PostgreSQL prefers to read small tables whole; the question is whether it could do otherwise.
                if backend == Backend::Postgres {
                    diesel::sql_query("SET LOCAL enable_seqscan = off").execute(conn)?;
                }
                let mut queries = Vec::new();
                for asked in &filters {
                    queries.extend(sent(conn, |conn| {
                        agenda::starting_between(conn, backend, asked, week, page, now).unwrap();
                        agenda::count_between(conn, backend, asked, week, now).unwrap();
                        agenda::under_way(conn, backend, asked, now, 80, now).unwrap();
                        agenda::still_to_come(conn, backend, asked, week, 12, now).unwrap();
                        agenda::count_still_to_come(conn, backend, asked, week, now).unwrap();
                        agenda::next_start(conn, backend, asked, now, now).unwrap();
                        let feed = FeedQuery { asked, window: week, now, around: now, limit: 5_000 };
                        feeds::content(conn, backend, &feed).unwrap();
                        feeds::exceeds_limit(conn, backend, &feed).unwrap();
                    }));
                }
                queries.extend(sent(conn, |conn| {
                    events::newest(conn, 50).unwrap();
                    events::slugs_ending_after(conn, now, 100).unwrap();
                    events::to_extend(conn, now.date_naive(), 100).unwrap();
                    occurrences::of_event(conn, 1, now, 12).unwrap();
                    occurrences::last_before(conn, 1, now).unwrap();
                    places::newest(conn, now.date_naive(), 5).unwrap();
                    agenda::of_place(conn, backend, 1, now, 60).unwrap();
                    agenda::last_of_place(conn, 1, now, 8).unwrap();
                    clashes::at_place(conn, 1, week, Some(1)).unwrap();
                    clashes::at_places(conn, &[1, 2], week).unwrap();
                    clashes::of_hosts(conn, &[1], week, None).unwrap();
                    clashes::rooms(conn, 1, 8).unwrap();
                    event_drafts::of_place(conn, 1, 50).unwrap();
                    planned_publications::next_due(conn, now).unwrap();
                    planned_publications::of_place(conn, 1).unwrap();
                    proposals::waiting(conn, 1, 50).unwrap();
                    proposals::of_member(conn, 1, 50).unwrap();
                    proposals::by_uid(conn, "none").unwrap_err();
                    event_hosts::coming_of_member(conn, 1, now, 60).unwrap();
                    event_hosts::named(conn, 1).unwrap();
                    event_hosts::holders(conn, 1).unwrap();
                    event_places::of_event(conn, 1).unwrap();
                    event_places::of_events(conn, &[1, 2]).unwrap();
                    event_places::with_places(conn, &[place_id], now).unwrap();
                    agenda::of_place(conn, backend, place_id, now, 60).unwrap();
                    agenda::last_of_place(conn, place_id, now, 8).unwrap();
                    agenda::of_places(conn, &[place_id, 2], now, 10).unwrap();
                    mine::hosted(conn, 1, &[place_id], week).unwrap();
                    agenda::of_places(conn, &[1, 2], now, 10).unwrap();
                    agenda::of_events(conn, &[1, 2], now, 10).unwrap();
                    agenda::by_ids(conn, &[1, 2]).unwrap();
                    mine::hosted(conn, 1, &[1, 2], week).unwrap();
                    mine::going(conn, 1).unwrap();
                    mine::coming(conn, 1, now, 10).unwrap();
                    let own = OwnQuery { places: &[1, 2], events: &[3], window: week, limit: 5_000 };
                    feeds::own_content(conn, &own).unwrap();
                    private_feeds::of_member(conn, 1).unwrap();
                    private_feeds::by_hash(conn, "none").unwrap_err();
                    subscribers::of_member(conn, 1).unwrap();
                    subscribers::by_email(conn, &EmailAddress::parse("a@exemple.fr").unwrap()).unwrap();
                    subscribers::topics(conn, 1).unwrap();
                    subscribers::followers(conn, place_id, "la-fabrique").unwrap();
                    places::named(conn, &["la-fabrique", "le-mas"]).unwrap();
                    pictures::of(conn, Shown::Place(1)).unwrap();
                    pictures::public_by_uid(conn, "none").unwrap();
                    outbox::is_due(conn, Queue::Letters, now).unwrap();
                    outbox::is_due(conn, Queue::Copies, now).unwrap();
                    failing_addresses::find(conn, "a@exemple.fr").unwrap();
                    failing_addresses::stopped(conn, 50).unwrap();
                    mail_days::since(conn, now.date_naive()).unwrap();
                    mailings::by_ids(conn, &[1, 2]).unwrap();
                    outbox::in_state(conn, MailState::Parked, 100).unwrap();
                    outbox::by_uid(conn, "none").unwrap();
                    registrations::of_date(conn, 1, "20260312T183000").unwrap();
                    registrations::entries(conn, 1, "20260312T183000").unwrap();
                    registrations::live_of_date(conn, 1, "20260312T183000").unwrap();
                    registrations::shown_names(conn, 1, "20260312T183000").unwrap();
                    registrations::of_email(conn, 1, "20260312T183000", "a@exemple.fr").unwrap();
                    registrations::of_member(conn, 1, "20260312T183000", 1).unwrap();
                    registrations::live_of_member(conn, 1).unwrap();
                    registrations::keys(conn, 1).unwrap();
                    registrations::by_link(conn, &Secret::new()).unwrap_err();
                    seats::of(conn, 1, "20260312T183000").unwrap();
                    seats::full_keys(conn, 1).unwrap();
                    place_changes::list(conn, place_id, Some(9), 30).unwrap();
                    place_changes::last(conn, place_id).unwrap();
                    place_changes::as_seen(conn, place_id, PlaceSection::Hours, 1).unwrap();
                    place_changes::last_of_section_after(conn, place_id, PlaceSection::Hours, 1).unwrap();
                    let days = now.date_naive()..=now.date_naive();
                    closures::touching(conn, &[place_id, 1], &days).unwrap();
                    closures::touching(conn, &[1; 200], &days).unwrap();
                    place_photos::of_place(conn, place_id).unwrap();
                    pictures::public_by_uid(conn, "a").unwrap();
                    place_people::asking(conn, place_id).unwrap();
                    place_people::count_asking(conn, place_id).unwrap();
                    place_people::belonging(conn, place_id, "ana", (0, 50)).unwrap();
                    place_people::count_belonging(conn, place_id, "").unwrap();
                    place_people::newcomers(conn, place_id, now).unwrap();
                    place_people::hosts(conn, place_id).unwrap();
                    place_people::hosts_of_each(conn, &[place_id, 1]).unwrap();
                    place_people::answering(conn, place_id).unwrap();
                    place_people::names(conn, &["a", "b"]).unwrap();
                    place_people::places_of(conn, 1).unwrap();
                    host_weeks::dates(conn, place_id, week, 200).unwrap();
                    host_weeks::by_id(conn, 1).unwrap_err();
                    let silence = confirmations::Silence { since: now, range: week };
                    confirmations::silent(conn, &silence, 50).unwrap();
                    confirmations::unheard(conn, 1, &silence).unwrap();
                    confirmations::awaited(conn, 1, now).unwrap();
                    confirmations::roused(conn, Some(now), 50).unwrap();
                    weekly_notes::due(conn, now, 20).unwrap();
                    weekly_notes::of_member(conn, 1, MailingList::HostWeek).unwrap();
                    weekly_notes::count_to_approve(conn, place_id, now).unwrap();
                    charters::acceptances(conn, place_id, &[1, 2]).unwrap();
                    newcomers::steps(conn, place_id, &[1, 2]).unwrap();
                    newcomers::letters(conn, place_id, &[1, 2]).unwrap();
                    newcomer_facts::of(conn, place_id, &[1, 2]).unwrap();
                }));
                assert!(queries.len() > 50, "{} queries were caught", queries.len());
                for query in queries {
                    for step in whole_reads(conn, backend, &query) {
                        found.push(format!("{step}\n    in {query}"));
                    }
                }
                Ok::<_, vigie::db::Error>(())
            })
            .unwrap();
        found.sort();
        found.dedup();
        assert!(found.is_empty(), "{backend:?}:\n{}", found.join("\n"));
    });
}

#[test]
fn a_page_of_the_agenda_asks_a_fixed_number_of_questions() {
    on_each_database(|app| {
        fill(app);
        let backend = app.db.backend();
        let now = app.clock.now();
        let count = |days: i64| {
            let range = (now, now + chrono::TimeDelta::days(days));
            app.db
                .read_now(|conn| {
                    let asked = Narrowed::default();
                    let queries = sent(conn, |conn| {
                        let page = Page { offset: 0, limit: 80 };
                        agenda::starting_between(conn, backend, &asked, range, page, now).unwrap();
                        let feed = FeedQuery { asked: &asked, window: range, now, around: now, limit: 5_000 };
                        feeds::content(conn, backend, &feed).unwrap();
                    });
                    Ok::<_, vigie::db::Error>(queries.len())
                })
                .unwrap()
        };
        assert_eq!(count(1), count(60));
    });
}
