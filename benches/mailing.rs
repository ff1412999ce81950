//! `cargo bench --bench mailing`: how many personalised digests are composed a second, durable in the outbox, for
//! a network of 10,000 and of 100,000 members; how often a mail was drawn for them; and the most memory it took.
//! Targets: 5,000 a second on two cores, and no more memory for ten times the members.
//!
//! Places have five dates a week and some lately announced, coworkers as in the demo: three in four belong to one
//! place, one in four to another one too, drawn from all. One in twenty has registered for a date of the week.
//! Each figure is measured in a process of its own. `BENCH_MEMBERS=10000,100000` chooses others.

use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;
use vigie::actions::{NewEvent, publish_event_with_past};
use vigie::app::App;
use vigie::clock::Clock;
use vigie::config::Config;
use vigie::db::{self, DatabaseUrl, Db};
use vigie::domain::email::EmailAddress;
use vigie::domain::member::{MemberState, MembershipKind, MembershipRole, PersonName};
use vigie::domain::registration::RegistrationState;
use vigie::domain::subscription::Timetable;
use vigie::i18n::Locale;
use vigie::jobs::{Digests, send_digests};
use vigie::store::members::NewMember;
use vigie::store::registrations::Said;
use vigie::store::{digests, members, memberships, occurrences, registrations};

#[path = "load/server.rs"]
#[allow(dead_code, reason = "named by site")]
mod server;
#[path = "load/site.rs"]
#[allow(dead_code, reason = "the load script serves what this one only fills")]
mod site;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const A_SECOND: f64 = 5_000.0;
/// Times the memory of the smaller network.
const MOST_MORE_MEMORY: f64 = 1.5;
/// Members to each place.
const PER_PLACE: usize = 28;
const DATES_A_WEEK: u32 = 5;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--members") {
        return measure(arguments.get(at + 1).context("how many")?.parse()?);
    }
    let sizes = std::env::var("BENCH_MEMBERS").unwrap_or_else(|_| "10000,100000".to_owned());
    println!("{:>10} {:>10} {:>10} {:>12} {:>12}", "members", "digests", "drawn", "a second", "memory, MB");
    let mut memory = Vec::new();
    let mut missed = 0;
    for size in sizes.split(',') {
        let done = std::process::Command::new(std::env::current_exe()?).args(["--members", size]).output()?;
        let line = String::from_utf8_lossy(&done.stdout).trim_end().to_owned();
        println!("{line}{}", String::from_utf8_lossy(&done.stderr));
        let figures: Vec<f64> = line.split_whitespace().filter_map(|word| word.parse().ok()).collect();
        let [.., rate, megabytes] = figures.as_slice() else { bail!("no figures: {line}") };
        missed += usize::from(*rate < A_SECOND);
        memory.push(*megabytes);
    }
    if let (Some(first), Some(last)) = (memory.first(), memory.last()) {
        missed += usize::from(*last > first * MOST_MORE_MEMORY);
    }
    if missed > 0 {
        bail!("{missed} below target");
    }
    Ok(())
}

fn measure(size: usize) -> Result<()> {
    let folder = tempfile::tempdir_in(".")?;
    let url = DatabaseUrl::sqlite_file(&folder.path().join("mailing.sqlite"));
    let db = db::open(&url, 8)?;
    fill(&db, size)?;
    let sunday: DateTime<Utc> = "2026-03-08T17:00:00Z".parse()?;
    let app = App::new(Config::for_database(url), db, Clock::fixed(sunday))?;
    // The highest mark is that of composing alone.
    std::fs::write("/proc/self/clear_refs", "5").ok();
    let started = Instant::now();
    let Digests { written, drawn, .. } = send_digests(&app, "https://vigie.example", &|| true, &|_| {})?;
    let seconds = started.elapsed().as_secs_f64();
    let rate = written as f64 / seconds;
    println!("{size:>10} {written:>10} {drawn:>10} {rate:>12.0} {:>12}", highest_memory()?);
    Ok(())
}

/// In megabytes.
fn highest_memory() -> Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).context("no VmHWM")?;
    Ok(line.split_whitespace().nth(1).context("no figure")?.parse::<u64>()? / 1_024)
}

fn fill(db: &Arc<Db>, size: usize) -> Result<()> {
    site::fill(db, 0)?;
    let before = site::now() - TimeDelta::days(30);
    let mut places = Vec::new();
    let mut dates = Vec::new();
    for n in 0..size.div_ceil(PER_PLACE) {
        let place = site::add_place(db, &format!("Lieu numéro {n}"), "26")?;
        db.write_now(|tx| {
            for m in 0..DATES_A_WEEK + 1 {
                // The last is for later, and was announced lately.
                let lately = m == DATES_A_WEEK;
                let draft = site::one_off(m, if lately { 30 } else { 4 + i64::from(m) });
                let created_at = if lately { site::now() + TimeDelta::hours(1) } else { before };
                let new = NewEvent { place: &place, draft: &draft, uid: Uuid::new_v4(), created_at };
                dates.push(publish_event_with_past(tx, &new, created_at, site::now())?.id);
            }
            Ok::<_, vigie::actions::Error>(())
        })?;
        places.push(place.id);
    }
    for first in (0..size).step_by(1_000) {
        db.write_now(|tx| {
            (first..(first + 1_000).min(size)).try_for_each(|n| add_member(tx, n, &places, &dates, before))
        })?;
    }
    let usual = Timetable::usual(chrono_tz::Europe::Paris);
    while db.write_now(|tx| digests::enrol(tx, &usual, site::now(), 1_000))? > 0 {}
    Ok(())
}

fn add_member(
    tx: &mut db::Transaction<'_>,
    n: usize,
    places: &[i64],
    dates: &[i64],
    before: DateTime<Utc>,
) -> db::Result<()> {
    let invented = |text: &str| db::Error::corrupt("invented person", text);
    let email = EmailAddress::parse(&format!("membre{n}@exemple.fr")).ok_or_else(|| invented("address"))?;
    let name = PersonName::parse(&format!("Camille Membre{n}")).ok_or_else(|| invented("name"))?;
    let new = NewMember {
        email: &email,
        name: &name,
        locale: Locale::Fr,
        state: MemberState::Active,
        coordinates: false,
        password_hash: None,
        uid: Uuid::new_v4(),
    };
    let id = members::insert(tx, &new, before)?;
    let home = n / PER_PLACE;
    let other = (n.is_multiple_of(4)).then_some(n.wrapping_mul(7_919) % places.len());
    for place in [Some(home), other.filter(|other| *other != home)].into_iter().flatten() {
        if let Some(place) = places.get(place) {
            memberships::save(tx, id, *place, MembershipKind::Nomad, MembershipRole::Member, before)?;
        }
    }
    let goes_to = dates.get(home * (DATES_A_WEEK as usize + 1)).filter(|_| n.is_multiple_of(20));
    if let Some(event) = goes_to {
        let key = occurrences::keys(tx, *event)?.into_iter().next().ok_or_else(|| invented("date"))?;
        let said = Said {
            number: i64::try_from(n).unwrap_or_default(),
            member: Some(id),
            email: Some(email.as_str()),
            name: name.as_str(),
            locale: Locale::Fr,
            size: 1,
            state: RegistrationState::Confirmed,
            show_name: false,
            answers: &[],
            came: None,
        };
        registrations::insert(tx, *event, key.as_str(), &said, before)?;
    }
    Ok(())
}
