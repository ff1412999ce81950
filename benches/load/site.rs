//! Vigie itself as the server to be measured: a database of so many events, made anew, then served by the
//! library's own server in a process of its own.

use std::sync::Arc;

use anyhow::{Context, Result};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use uuid::Uuid;
use vigie::actions::{NewEvent, publish_event, save_place};
use vigie::app::App;
use vigie::clock::Clock;
use vigie::config::Config;
use vigie::db::{self, DatabaseUrl, Db, Scope};
use vigie::domain::event::{AttendanceMode, EventDraft, EventKind, EventStatus, RegistrationMode, Theme};
use vigie::domain::place::{PlaceDraft, Point, PointPrecision};
use vigie::domain::registration::RegistrationRules;
use vigie::domain::schedule::{
    End, PublicHolidays, Recurrence, Rule, Schedule, SchoolHolidays, SchoolZone, Span,
};
use vigie::domain::slug::Slug;
use vigie::store::{network, places};

use crate::server::Command;

pub const ARGUMENT: &str = "--site";

/// "Now" of everything measured.
const NOW: &str = "2026-03-05T09:00:00Z";
/// One event in this many is a series.
const SERIES_EVERY: u32 = 5;

/// How to start this program as a site.
pub fn command(database: &str, workers: usize, events: u32, cache_bytes: u64) -> Result<Command> {
    Ok(Command {
        program: std::env::current_exe()?.display().to_string(),
        arguments: vec![
            ARGUMENT.to_owned(),
            database.to_owned(),
            workers.to_string(),
            events.to_string(),
            cache_bytes.to_string(),
        ],
        environment: vec![],
    })
}

/// Serves until it is ended. `database` is an address, or "fresh" for an SQLite file of its own.
pub fn serve(database: &str, workers: usize, events: u32, cache_bytes: u64) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let url = match database {
        "fresh" => DatabaseUrl::sqlite_file(&folder.path().join("site.sqlite")),
        address => DatabaseUrl::parse(address)?,
    };
    let db = db::open(&url, 8)?;
    fill(&db, events)?;
    let mut config = Config::for_database(url);
    config.listen = "127.0.0.1:0".parse()?;
    config.workers = workers;
    config.cache_bytes = cache_bytes;
    config.base_url = Some("https://vigie.example".to_owned());
    let app = App::new(config, db, Clock::fixed(now()))?;
    actix_web::rt::System::new().block_on(async {
        let bound = vigie::web::server::bind(app)?;
        println!("http://{}", bound.address);
        bound.server.await.context("the server stopped")
    })
}

pub fn now() -> DateTime<Utc> {
    NOW.parse().unwrap_or_default()
}

/// Two places: one with `events` events, one with an agenda of 80 dates in the coming month.
pub fn fill(db: &Arc<Db>, events: u32) -> Result<()> {
    if db.read_now(vigie::store::events::count)? > 0 {
        return Ok(());
    }
    let net = network::Network {
        name: "Réseau mesuré".to_owned(),
        territory: "26".to_owned(),
        zone: chrono_tz::Europe::Paris,
        host: "vigie.example".to_owned(),
        demo: false,
    };
    db.write_now(|tx| {
        network::save(tx, &net, now())?;
        tx.raise(Scope::Everything);
        Ok::<_, db::Error>(())
    })?;
    let many = add_place(db, "Le Grand Lieu", "26")?;
    let few = add_place(db, "Le Petit Lieu", "07")?;
    for first in (0..events).step_by(500) {
        publish(db, &many, first..(first + 500).min(events), |n| draft(n, i64::from(n) * 7_919 % 500))?;
    }
    // The agenda of the small place: exactly one page.
    publish(db, &few, 0..80, |n| one_off(n, i64::from(n) % 28))
}

pub fn add_place(db: &Db, name: &str, territory: &str) -> Result<places::PlaceRow> {
    let draft = PlaceDraft {
        slug: Slug::from_title(name, "lieu"),
        source_key: None,
        source: String::new(),
        name: name.to_owned(),
        summary: "Un lieu pour travailler, apprendre et réparer ensemble.".to_owned(),
        description: "Ouvert à toutes et tous, **du lundi au vendredi**.".to_owned(),
        address: "8 rue Courre-Commère".to_owned(),
        postcode: "26400".to_owned(),
        commune: "Crest".to_owned(),
        insee: "26108".to_owned(),
        territory: territory.to_owned(),
        point: Some(Point { lat: 44.7289, lon: 5.0215 }),
        precision: PointPrecision::Address,
        zone: chrono_tz::Europe::Paris,
        school_zone: Some(SchoolZone::A),
        website: "https://lieu.example".to_owned(),
        opening_hours: "Mo-Fr 09:00-12:00,14:00-18:00; PH off".to_owned(),
        directions: String::new(),
        accessibility: Vec::new(),
        accessibility_note: String::new(),
        bricks: Vec::new(),
        team: Vec::new(),
        partners: Vec::new(),
        confirmed_on: None,
        opened_on: None,
        closed_on: None,
    };
    let saved = db.write_now(|tx| save_place(tx, None, &draft, now()))?;
    Ok(db.read_now(|conn| places::by_id(conn, saved.id))?)
}

fn publish(
    db: &Db,
    place: &places::PlaceRow,
    numbers: std::ops::Range<u32>,
    draft: impl Fn(u32) -> EventDraft,
) -> Result<()> {
    db.write_now(|tx| {
        for n in numbers {
            let new = NewEvent { place, draft: &draft(n), uid: uid(place.id, n), created_at: now() };
            publish_event(tx, &new, now())?;
        }
        Ok::<_, vigie::actions::Error>(())
    })?;
    Ok(())
}

fn uid(place: i64, n: u32) -> Uuid {
    let seed = (u128::from(place.unsigned_abs()) << 64) | u128::from(n);
    uuid::Builder::from_random_bytes(seed.to_be_bytes()).into_uuid()
}

fn draft(n: u32, day: i64) -> EventDraft {
    let mut draft = one_off(n, day);
    if n.is_multiple_of(SERIES_EVERY) {
        draft.schedule.recurrence = Some(Recurrence {
            rule: Rule::Weekly {
                every: 1,
                days: vec![chrono::Datelike::weekday(&draft.schedule.span.first_day())],
            },
            end: End::Count(30),
            exclusions: Vec::new(),
            public_holidays: PublicHolidays::Skip,
            school_holidays: SchoolHolidays::Skip,
            pauses: Vec::new(),
        });
    }
    draft
}

/// A workshop so many days after "now".
pub fn one_off(n: u32, day: i64) -> EventDraft {
    let start: NaiveDateTime = now().naive_utc() + TimeDelta::days(day) + TimeDelta::hours(i64::from(n % 9));
    EventDraft {
        title: format!("Atelier numéro {n} : réparer, coudre, imprimer"),
        kind: EventKind::Workshop,
        themes: vec![Theme::Making, Theme::Ecology],
        brick: None,
        schedule: Schedule {
            span: Span::Timed { start, end: start + TimeDelta::hours(2) },
            zone: chrono_tz::Europe::Paris,
            recurrence: None,
        },
        description:
            "Apportez ce qui ne marche plus : on ouvre, on cherche, on répare *ensemble*. Outils sur place."
                .to_owned(),
        audience: "tous publics".to_owned(),
        mode: AttendanceMode::OnSite,
        room: "Atelier bois".to_owned(),
        address: String::new(),
        online_url: String::new(),
        price_cents: Some(0),
        price_note: String::new(),
        capacity: Some(12),
        registration: RegistrationMode::Open,
        registration_closes_hours: 2,
        accessibility: Vec::new(),
        accessibility_note: String::new(),
        organiser: String::new(),
        status: EventStatus::Planned,
        status_note: String::new(),
        further_places: Vec::new(),
        rules: RegistrationRules::default(),
        overrides: Vec::new(),
    }
}
