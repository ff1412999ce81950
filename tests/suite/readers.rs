//! The feed of the running service beside what its agenda shows, written to `target/feeds` for the
//! real readers of `tests/readers/run`: they must see the same dates, to the second.

use std::fs;
use std::path::Path;

use chrono::{DateTime, SecondsFormat, TimeDelta, Timelike, Utc};
use serde_json::{Value, json};
use vigie::actions::{NewEvent, publish_event, save_place};
use vigie::db::Backend;
use vigie::demo;
use vigie::domain::event::EventStatus;
use vigie::domain::schedule::Span;
use vigie::i18n::{self, Args, Locale};
use vigie::store::agenda::{self, Line, Narrowed, Page};
use vigie::store::{events, places};

use crate::support::{TestApp, on_each_database};

/// The demonstration: series of every kind, single dates moved, renamed and cancelled, nights, whole
/// days, overseas zones, hostile texts.
fn publish_the_demo(app: &TestApp) {
    let options = demo::Options {
        seed: 26,
        today: app.clock.now().date_naive(),
        set: demo::Set::Drome,
        scale: 1.0,
        fictional_spaces: false,
    };
    let set = demo::drome(&options);
    app.db
        .write_now(|tx| {
            for place in &set.places {
                save_place(tx, None, place, app.clock.now())?;
            }
            let published = |event: &&demo::DemoEvent| {
                event.withdrawn_at.is_none() && !begins_in_the_gap(&event.draft.schedule.span)
            };
            for event in set.events.iter().filter(published) {
                let place = places::by_slug(tx, &event.place_slug)?;
                let new = NewEvent {
                    place: &place,
                    draft: &event.draft,
                    uid: event.uid,
                    created_at: event.created_at,
                };
                publish_event(tx, &new, app.clock.now())?;
            }
            Ok::<_, vigie::actions::Error>(())
        })
        .unwrap();
}

/// Readers differ on 02:30 in the night that has none: ours is 03:30, as RFC 5545 (3.3.5) wants it,
/// theirs the hour before.
fn begins_in_the_gap(span: &Span) -> bool {
    matches!(span, Span::Timed { start, .. } if (2..3).contains(&start.hour()))
}

/// A date of the agenda as the expected file of a feed tells it.
fn expected(app: &TestApp, line: &Line) -> Value {
    let slug = vigie::domain::slug::Slug::parse(&line.event_slug).unwrap();
    let uid = app.db.read_now(|conn| events::by_slug(conn, &slug)).unwrap().0.uid;
    let instant = |at: DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::Secs, true);
    let (start, end) = match line.span {
        Span::AllDay { first, last } => (first.to_string(), last.succ_opt().unwrap().to_string()),
        Span::Timed { .. } => (instant(line.starts_at), instant(line.ends_at)),
    };
    let status = match line.status {
        EventStatus::Cancelled | EventStatus::Postponed => "CANCELLED",
        EventStatus::Tentative => "TENTATIVE",
        _ => "CONFIRMED",
    };
    let summary = match line.status {
        EventStatus::Planned => line.title.clone(),
        status => {
            let mut args = Args::new();
            args.set("title", line.title.clone());
            i18n::text_with(Locale::Fr, &format!("calendar-title-{}", status.code()), Some(&args))
        }
    };
    json!({ "uid": format!("{uid}@vigie.example"), "start": start, "end": end, "status": status, "summary": summary })
}

#[test]
fn real_readers_are_given_the_feed_of_the_demo() {
    on_each_database(|app| {
        publish_the_demo(app);
        let feed = app.get("/agenda.ics");
        assert_eq!(feed.status, 200);
        let (began, to) = (app.clock.now() - TimeDelta::days(60), app.clock.now() + TimeDelta::days(400));
        let page = Page { offset: 0, limit: 100_000 };
        let backend = app.db.backend();
        let lines = app
            .db
            .read_now(|conn| {
                agenda::starting_between(
                    conn,
                    backend,
                    &Narrowed::default(),
                    (began, to),
                    page,
                    app.clock.now(),
                )
            })
            .unwrap();
        // Readers differ on what began before the range: it starts when nothing is under way.
        let quiet =
            |at: &DateTime<Utc>| lines.iter().all(|line| line.starts_at >= *at || line.ends_at <= *at);
        let from = (0..30).map(|day| app.clock.now() + TimeDelta::hours(day * 24 - 6)).find(quiet).unwrap();
        let dates: Vec<Value> =
            lines.iter().filter(|line| line.starts_at >= from).map(|line| expected(app, line)).collect();
        assert!(dates.len() > 500, "{} dates", dates.len());

        let name = match app.db.backend() {
            Backend::Sqlite => "server-sqlite",
            Backend::Postgres => "server-postgres",
        };
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/feeds");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(format!("{name}.ics")), &feed.body).unwrap();
        let told = json!({
            "from": from.to_rfc3339_opts(SecondsFormat::Secs, true),
            "to": to.to_rfc3339_opts(SecondsFormat::Secs, true),
            "occurrences": dates,
        });
        fs::write(folder.join(format!("{name}.expected.json")), serde_json::to_string_pretty(&told).unwrap())
            .unwrap();
    });
}
