//! What hosts do to events, asked of the actions: who may, what clashes, what goes along with a date.

use uuid::Uuid;
use vigie::actions::{self, Error, Following, NewEvent, Plan, Published};
use vigie::db;
use vigie::domain::email::EmailAddress;
use vigie::domain::event::{EventDraft, EventKind, EventStatus, Override};
use vigie::domain::member::{MemberState, PersonName};
use vigie::domain::policy::{Actor, Standing};
use vigie::domain::schedule::{End, OccurrenceKey, Span};
use vigie::i18n::Locale;
use vigie::store::events::StoredOverride;
use vigie::store::places::PlaceRow;
use vigie::store::{event_hosts, events, members, occurrences};

use crate::support::{EventGestures, PlaceGestures, TestApp, event, on_each_database, place};

fn key(text: &str) -> OccurrenceKey {
    OccurrenceKey::parse(text).unwrap()
}

/// A host of these places.
fn host(app: &TestApp, name: &str, places: &[&PlaceRow]) -> Actor {
    let email = EmailAddress::parse(&format!("{}@exemple.fr", name.to_lowercase())).unwrap();
    let (now, name) = (app.clock.now(), PersonName::parse(name).unwrap());
    let member = app
        .db
        .write_now(|tx| {
            let new = members::NewMember {
                email: &email,
                name: &name,
                locale: Locale::Fr,
                state: MemberState::Active,
                coordinates: false,
                password_hash: None,
                uid: Uuid::new_v4(),
            };
            members::insert(tx, &new, now)
        })
        .unwrap();
    let host_of = places.iter().map(|place| place.id).collect();
    Actor::Member(Standing { member, active: true, host_of, ..Standing::default() })
}

fn announce(app: &TestApp, by: &Actor, place: &PlaceRow, draft: &EventDraft) -> actions::Result<Published> {
    let now = app.clock.now();
    let new = NewEvent { place, draft, uid: Uuid::new_v4(), created_at: now };
    app.db.write_now(|tx| actions::host_event(tx, by, &new, now))
}

fn stored(app: &TestApp, id: i64) -> EventDraft {
    app.db
        .read_now(|conn| {
            let (event, schedule) = events::by_id(conn, id)?;
            events::draft(conn, &event, &schedule)
        })
        .unwrap()
}

fn sequence(app: &TestApp, id: i64) -> i32 {
    let overrides: Vec<StoredOverride> = app.db.read_now(|conn| events::overrides(conn, id)).unwrap();
    let own = app.db.read_now(|conn| events::row(conn, id)).unwrap().sequence;
    overrides.iter().map(|change| change.sequence).fold(own, i32::max)
}

fn keys(app: &TestApp, id: i64) -> Vec<String> {
    let keys = app.db.read_now(|conn| occurrences::keys(conn, id)).unwrap();
    keys.iter().map(ToString::to_string).collect()
}

fn timed(start: &str, end: &str) -> Span {
    Span::Timed { start: start.parse().unwrap(), end: end.parse().unwrap() }
}

#[test]
fn only_who_holds_the_place_may_announce_change_and_remove() {
    on_each_database(|app| {
        let here = app.place(place("La Fabrique"));
        let there = app.place(place("Le Moulin"));
        let (camille, other) = (host(app, "Camille", &[&here]), host(app, "Zoe", &[&there]));
        let draft = event("Couture", "2026-03-12 18:30", "20:30");
        for stranger in [&Actor::Visitor, &other] {
            assert!(matches!(announce(app, stranger, &here, &draft), Err(Error::Forbidden)));
        }
        let id = announce(app, &camille, &here, &draft).unwrap().id;
        let held = app.db.read_now(|conn| event_hosts::of_event(conn, id)).unwrap();
        assert_eq!(held, [camille.member().unwrap()]);
        let (now, seen) = (app.clock.now(), actions::seal(&stored(app, id)));
        for stranger in [&Actor::Visitor, &other] {
            let refused: [actions::Result<()>; 5] = [
                app.db.write_now(|tx| actions::revise_event(tx, stranger, id, &seen, &draft, now)),
                app.db.write_now(|tx| actions::cancel_event(tx, stranger, id, None, "", now)),
                app.db.write_now(|tx| actions::postpone_event(tx, stranger, id, (None, None), "", now)),
                app.db.write_now(|tx| actions::move_event_online(tx, stranger, id, None, ("", ""), now)),
                app.db.write_now(|tx| actions::remove_event(tx, stranger, id, now)),
            ];
            assert!(refused.iter().all(|outcome| matches!(outcome, Err(Error::Forbidden))), "{refused:?}");
        }
        assert_eq!(stored(app, id), draft, "nothing was changed");
        app.db.write_now(|tx| actions::remove_event(tx, &camille, id, now)).unwrap();
        assert_eq!(app.get("/evenements/couture").status, 404);
    });
}

#[test]
fn a_room_is_given_once_and_the_rest_is_said() {
    on_each_database(|app| {
        let here = app.place(place("La Fabrique"));
        let mut far = place("Le Phare").in_town("Brest", "29019", "29200");
        far.point = Some(vigie::domain::place::Point { lat: 48.39, lon: -4.486 });
        let (near, far) = (app.place(place("Le Moulin")), app.place(far));
        let camille = host(app, "Camille", &[&here, &near, &far]);
        let mut weekly = event("Couture", "2026-03-05 18:30", "20:30").every_week(End::Never);
        weekly.room = "Salle bleue".into();
        let weekly_id = announce(app, &camille, &here, &weekly).unwrap().id;

        let mut talk = event("Conférence", "2026-04-16 20:00", "22:00");
        talk.kind = EventKind::Talk;
        talk.room = " salle BLEUE".into();
        let Err(Error::RoomTaken(clash)) = announce(app, &camille, &here, &talk) else {
            panic!("the room was given twice");
        };
        assert_eq!(clash.theirs.key, key("20260416T183000"));
        // Elsewhere, later, or in another room there is no such clash.
        talk.room = "Salle rouge".into();
        announce(app, &camille, &here, &talk).unwrap();
        talk.room = "Salle bleue".into();
        announce(app, &camille, &near, &talk).unwrap();
        talk.schedule.span = timed("2026-04-16T20:30:00", "2026-04-16T22:00:00");
        announce(app, &camille, &here, &talk).unwrap();
        // A cancelled date frees its room.
        let now = app.clock.now();
        let when = key("20260423T183000");
        app.db
            .write_now(|tx| actions::cancel_event(tx, &camille, weekly_id, Some(&when), "Grève", now))
            .unwrap();
        talk.schedule.span = timed("2026-04-23T19:00:00", "2026-04-23T21:00:00");
        announce(app, &camille, &here, &talk).unwrap();
        let back = app.db.write_now(|tx| actions::reinstate_event(tx, &camille, weekly_id, Some(&when), now));
        assert!(matches!(back, Err(Error::RoomTaken(_))), "the room was given away in between");

        // What is said: the same host, and the like nearby, not far away.
        announce(app, &camille, &far, &event("Couture à Brest", "2026-05-07 18:00", "20:00")).unwrap();
        let draft = event("Atelier couture", "2026-05-07 19:00", "21:00");
        let hosts = [camille.member().unwrap()];
        let plan = Plan { place: &near, draft: &draft, event: None, only: None, hosts: &hosts };
        let found = app.db.read_now(|conn| actions::find_clashes(conn, &plan, now)).unwrap();
        let slugs = |clashes: &[actions::Clash]| -> Vec<String> {
            clashes.iter().map(|clash| clash.theirs.slug.clone()).collect()
        };
        assert!(found.rooms.is_empty());
        assert_eq!(slugs(&found.hosts), ["couture-a-brest", "couture"]);
        assert_eq!(slugs(&found.nearby), ["couture"]);
    });
}

#[test]
fn what_somebody_else_saved_is_not_written_over() {
    on_each_database(|app| {
        let here = app.place(place("La Fabrique"));
        let camille = host(app, "Camille", &[&here]);
        let id = announce(app, &camille, &here, &event("Café", "2026-03-12 09:00", "10:00")).unwrap().id;
        let (now, seen) = (app.clock.now(), actions::seal(&stored(app, id)));
        let mut first = stored(app, id);
        first.title = "Café du jeudi".into();
        app.db.write_now(|tx| actions::revise_event(tx, &camille, id, &seen, &first, now)).unwrap();
        let mut second = event("Café", "2026-03-12 10:00", "11:00");
        second.description = "Avec des croissants.".into();
        let late = app.db.write_now(|tx| actions::revise_event(tx, &camille, id, &seen, &second, now));
        assert!(matches!(late, Err(Error::ChangedMeanwhile)));
        assert_eq!(stored(app, id), first);
        let seen = actions::seal(&first);
        app.db.write_now(|tx| actions::revise_event(tx, &camille, id, &seen, &second, now)).unwrap();
        assert_eq!(stored(app, id).title, "Café");
    });
}

#[test]
fn a_date_keeps_its_row_when_the_series_changes_its_hour_or_its_weekday() {
    on_each_database(|app| {
        let here = app.place(place("La Fabrique"));
        let camille = host(app, "Camille", &[&here]);
        let draft =
            event("Café", "2026-03-05 18:30", "20:30").every_week(End::Until("2026-03-26".parse().unwrap()));
        let id = announce(app, &camille, &here, &draft).unwrap().id;
        let now = app.clock.now();
        let renamed = Override {
            key: key("20260312T183000"),
            title: Some("Café des langues".into()),
            ..Override::default()
        };
        let seen = actions::seal(&stored(app, id));
        app.db.write_now(|tx| actions::revise_date(tx, &camille, id, &seen, &renamed, now)).unwrap();

        let mut later = stored(app, id);
        later.schedule.span = timed("2026-03-06T19:00:00", "2026-03-06T21:00:00");
        later.schedule.recurrence.as_mut().unwrap().rule =
            vigie::domain::schedule::Rule::Weekly { every: 1, days: vec![chrono::Weekday::Fri] };
        let seen = actions::seal(&stored(app, id));
        app.db.write_now(|tx| actions::revise_event(tx, &camille, id, &seen, &later, now)).unwrap();
        assert_eq!(keys(app, id), ["20260306T190000", "20260313T190000", "20260320T190000"]);
        let overrides = stored(app, id).overrides;
        assert_eq!(overrides.len(), 1);
        assert_eq!(overrides[0].key, key("20260313T190000"), "the difference went along");
        assert_eq!(overrides[0].title.as_deref(), Some("Café des langues"));
    });
}

#[test]
fn this_and_the_following_dates_become_a_series_of_their_own() {
    on_each_database(|app| {
        let here = app.place(place("La Fabrique"));
        let camille = host(app, "Camille", &[&here]);
        let mut draft =
            event("Café", "2026-03-05 18:30", "20:30").every_week(End::Until("2026-04-02".parse().unwrap()));
        draft.room = "Cuisine".into();
        let id = announce(app, &camille, &here, &draft).unwrap().id;
        let now = app.clock.now();
        let cancelled = key("20260326T183000");
        app.db
            .write_now(|tx| actions::cancel_event(tx, &camille, id, Some(&cancelled), "Grève", now))
            .unwrap();

        let mut new = stored(app, id);
        new.title = "Café d’avril".into();
        new.schedule.span = timed("2026-03-19T19:00:00", "2026-03-19T21:00:00");
        let seen = actions::seal(&stored(app, id));
        let from = key("20260319T183000");
        let following = Following { key: &from, draft: &new, uid: Uuid::new_v4() };
        let split =
            app.db.write_now(|tx| actions::split_series(tx, &camille, id, &seen, &following, now)).unwrap();
        assert_eq!((split.carried, split.dropped), (3, 0));
        assert_eq!(keys(app, id), ["20260305T183000", "20260312T183000"]);
        assert_eq!(keys(app, split.published.id), ["20260319T190000", "20260326T190000", "20260402T190000"]);
        let second = stored(app, split.published.id);
        assert_eq!(second.overrides[0].key, key("20260326T190000"));
        assert_eq!(second.overrides[0].status, Some(EventStatus::Cancelled));
        assert!(stored(app, id).overrides.is_empty());
        let words = app.get("/evenements/cafe-d-avril").words();
        assert!(words.contains("jeudi 19 mars 2026"), "{words}");

        // The first date has nothing before it to keep.
        let seen = actions::seal(&stored(app, id));
        let from = key("20260305T183000");
        let following = Following { key: &from, draft: &new, uid: Uuid::new_v4() };
        let all = app.db.write_now(|tx| actions::split_series(tx, &camille, id, &seen, &following, now));
        assert!(matches!(all, Err(Error::NoSuchDate)));
    });
}

#[test]
fn cancelled_postponed_and_moved_events_say_so_and_come_back() {
    on_each_database(|app| {
        let here = app.place(place("La Fabrique"));
        let camille = host(app, "Camille", &[&here]);
        let id = announce(app, &camille, &here, &event("Couture", "2026-03-12 18:30", "20:30")).unwrap().id;
        let now = app.clock.now();
        app.db
            .write_now(|tx| actions::cancel_event(tx, &camille, id, None, "Panne de chauffage", now))
            .unwrap();
        let words = app.get("/evenements/couture").words();
        assert!(words.contains("Annulé.") && words.contains("Panne de chauffage"), "{words}");
        assert_eq!(sequence(app, id), 1);
        app.db.write_now(|tx| actions::reinstate_event(tx, &camille, id, None, now)).unwrap();
        assert!(!app.get("/evenements/couture").words().contains("Annulé."));
        assert_eq!(sequence(app, id), 2);

        let to = timed("2026-03-19T18:30:00", "2026-03-19T20:30:00");
        app.db
            .write_now(|tx| actions::postpone_event(tx, &camille, id, (None, Some(to)), "Neige", now))
            .unwrap();
        let words = app.get("/evenements/couture").words();
        assert!(words.contains("jeudi 19 mars 2026") && words.contains("Déplacé"), "{words}");
        assert!(words.contains("jeudi 12 mars à 18 h 30"), "{words}");
        assert!(sequence(app, id) > 2);
        app.db.write_now(|tx| actions::postpone_event(tx, &camille, id, (None, None), "", now)).unwrap();
        assert!(app.get("/evenements/couture").words().contains("Reporté"));
        app.db
            .write_now(|tx| {
                let online = ("https://visio.exemple.fr/salle", "");
                actions::move_event_online(tx, &camille, id, None, online, now)
            })
            .unwrap();
        assert!(app.get("/evenements/couture").text().contains("https://visio.exemple.fr/salle"));
    });
}

#[test]
fn a_series_that_is_cancelled_keeps_what_took_place() {
    on_each_database(|app| {
        let here = app.place(place("La Fabrique"));
        let camille = host(app, "Camille", &[&here]);
        let draft = event("Café", "2026-03-05 18:30", "20:30").every_week(End::Never);
        let id = announce(app, &camille, &here, &draft).unwrap().id;
        app.at("2026-03-13T09:00:00Z");
        let now = app.clock.now();
        app.db.write_now(|tx| actions::cancel_event(tx, &camille, id, None, "", now)).unwrap();
        let statuses: Vec<EventStatus> = app
            .db
            .read_now(|conn| {
                let keys = ["20260305T183000", "20260312T183000", "20260319T183000"].map(key);
                keys.iter()
                    .map(|key| Ok::<_, db::Error>(occurrences::by_key(conn, id, key)?.status))
                    .collect()
            })
            .unwrap();
        assert_eq!(statuses, [EventStatus::Planned, EventStatus::Planned, EventStatus::Cancelled]);
    });
}
