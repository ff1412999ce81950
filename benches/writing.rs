//! `cargo bench --bench writing`: how long it takes to publish an event, durable before the answer, for one
//! client and for many, with few and with many events stored. Targets: 2.5 ms for one client, 400 a second for
//! many, the same at 500 and at 50,000 events.
//!
//! `BENCH_PG_URL` names an empty PostgreSQL database to measure as well.

#[path = "load/server.rs"]
#[allow(dead_code, reason = "named by site")]
mod server;
#[path = "load/site.rs"]
#[allow(dead_code, reason = "the load script serves what this one only fills")]
mod site;

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Instant;

use anyhow::{Result, bail};
use uuid::Uuid;
use vigie::actions::{NewEvent, publish_event};
use vigie::db::{self, DatabaseUrl, Db};
use vigie::store::places::PlaceRow;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ONE_CLIENT_MS: f64 = 2.5;
const MANY_PER_SECOND: f64 = 400.0;
const CLIENTS: u32 = 8;
const EVENTS: u32 = 400;

fn main() -> Result<()> {
    let mut missed = 0;
    println!("{:<36} {:>14} {:>16}", "events stored", "one client, ms", "eight, a second");
    for stored in [500, 50_000] {
        let folder = tempfile::tempdir_in(".")?;
        let url = DatabaseUrl::sqlite_file(&folder.path().join("writing.sqlite"));
        missed += measure("SQLite", &url, stored)?;
    }
    if let Ok(url) = std::env::var("BENCH_PG_URL") {
        missed += measure("PostgreSQL", &DatabaseUrl::parse(&url)?, 500)?;
    }
    if missed > 0 {
        bail!("{missed} below target");
    }
    Ok(())
}

fn measure(name: &str, url: &DatabaseUrl, stored: u32) -> Result<usize> {
    let db = db::open(url, CLIENTS)?;
    site::fill(&db, stored)?;
    let place = site::add_place(&db, "Le Lieu qui publie", "26")?;
    let next = AtomicU32::new(1_000_000);
    let started = Instant::now();
    publish(&db, &place, &next, EVENTS)?;
    let one_ms = started.elapsed().as_secs_f64() * 1_000.0 / f64::from(EVENTS);

    let started = Instant::now();
    std::thread::scope(|scope| {
        let clients: Vec<_> =
            (0..CLIENTS).map(|_| scope.spawn(|| publish(&db, &place, &next, EVENTS / CLIENTS * 2))).collect();
        clients.into_iter().try_for_each(|client| match client.join() {
            Ok(done) => done,
            Err(_) => bail!("a client panicked"),
        })
    })?;
    let many = f64::from(EVENTS * 2) / started.elapsed().as_secs_f64();
    let met = one_ms <= ONE_CLIENT_MS && many >= MANY_PER_SECOND;
    let word = if met { "" } else { "  MISSED" };
    println!("{:<36} {one_ms:>14.2} {many:>16.0}{word}", format!("{name}, {stored}"));
    Ok(usize::from(!met))
}

fn publish(db: &Arc<Db>, place: &PlaceRow, next: &AtomicU32, events: u32) -> Result<()> {
    for _ in 0..events {
        let n = next.fetch_add(1, Ordering::Relaxed);
        let draft = site::one_off(n, i64::from(n % 400));
        let new = NewEvent { place, draft: &draft, uid: Uuid::new_v4(), created_at: site::now() };
        db.write_now(|tx| publish_event(tx, &new, site::now()))?;
    }
    Ok(())
}
