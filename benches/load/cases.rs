//! What is measured and what is asked of it, as data. The targets are those of ARCHITECTURE.md.

use anyhow::Result;

use crate::baseline;
use crate::server::Command;
use crate::site;

/// Cases that one server process answers.
pub struct Group {
    /// How to start the server.
    pub server: Command,
    /// Worker threads of the baseline; the server's command must ask for as many.
    pub workers: usize,
    pub cases: Vec<Case>,
}

/// One request, asked many times.
pub struct Case {
    pub name: &'static str,
    pub path: &'static str,
    pub headers: Vec<(&'static str, &'static str)>,
    /// Sends the entity tag of the first answer back, so that 304 is the answer measured.
    pub revalidate: bool,
    /// Compares with the baseline answering this other request, not the same one (compressed against identity).
    pub against: Option<Vec<(&'static str, &'static str)>>,
    pub target: Target,
    /// Requests in each round.
    pub requests: usize,
}

#[derive(Clone, Copy)]
pub enum Target {
    /// The baseline's CPU over the server's, in percent, at least.
    ShareOfBaseline(f64),
    /// The server's CPU per request in µs, at most.
    AtMostUs(f64),
}

const WORKERS: usize = 1;
const KEEP: u64 = 64 << 20;
const KEEP_NOTHING: u64 = 0;

/// All groups, in the order of the report.
pub fn groups() -> Result<Vec<Group>> {
    let site = |events, cache_bytes, cases| -> Result<Group> {
        Ok(Group { server: site::command("fresh", WORKERS, events, cache_bytes)?, workers: WORKERS, cases })
    };
    let mut groups = vec![
        self_check()?,
        site(500, KEEP, kept_of_500())?,
        site(5_000, KEEP, kept_of_5_000())?,
        site(500, KEEP_NOTHING, nothing_kept())?,
    ];
    if let Ok(url) = std::env::var("BENCH_PG_URL") {
        let server = site::command(&url, WORKERS, 500, KEEP)?;
        groups.push(Group { server, workers: WORKERS, cases: kept_on_postgres() });
    }
    Ok(groups)
}

const GRAND: &str = "/lieux/le-grand-lieu/agenda.ics";
const PETIT: &str = "/agenda?lieu=le-petit-lieu";

fn share(name: &'static str, path: &'static str, percent: f64, requests: usize) -> Case {
    Case {
        name,
        path,
        headers: vec![],
        revalidate: false,
        against: None,
        target: Target::ShareOfBaseline(percent),
        requests,
    }
}

fn kept_of_500() -> Vec<Case> {
    vec![
        Case { revalidate: true, ..share("304 of a feed", GRAND, 85.0, 20_000) },
        share("kept feed of 500 events", GRAND, 85.0, 4_000),
        Case {
            headers: vec![("accept-encoding", "br")],
            against: Some(vec![]),
            ..share("kept feed of 500 events, compressed", GRAND, 250.0, 10_000)
        },
        share("kept page: agenda", PETIT, 70.0, 10_000),
        share("kept page: place", "/lieux/le-petit-lieu", 70.0, 10_000),
    ]
}

fn kept_of_5_000() -> Vec<Case> {
    vec![share("kept feed of 5,000 events", GRAND, 80.0, 400)]
}

fn nothing_kept() -> Vec<Case> {
    let at_most =
        |name, path, us, requests| Case { target: Target::AtMostUs(us), ..share(name, path, 0.0, requests) };
    vec![
        at_most(
            "nothing kept: event page",
            "/evenements/atelier-numero-1-reparer-coudre-imprimer",
            300.0,
            2_000,
        ),
        at_most("nothing kept: agenda of 80 rows", PETIT, 1_200.0, 500),
        at_most("nothing kept: feed of 500 events", GRAND, 3_000.0, 200),
    ]
}

/// With another process on the same database, which each answer must first have heard of.
fn kept_on_postgres() -> Vec<Case> {
    vec![
        Case { revalidate: true, ..share("PostgreSQL: 304 of a feed", GRAND, 45.0, 10_000) },
        share("PostgreSQL: kept page", PETIT, 45.0, 6_000),
        share("PostgreSQL: kept feed of 500 events", GRAND, 45.0, 4_000),
    ]
}

/// The baseline against itself: anything but about 100 % is the method's own error.
fn self_check() -> Result<Group> {
    let case = |name, path, revalidate| Case { revalidate, ..share(name, path, 90.0, 10_000) };
    Ok(Group {
        server: baseline::command(WORKERS, &["sample:40000".to_owned(), "sample:220000".to_owned()])?,
        workers: WORKERS,
        cases: vec![
            case("baseline against itself, 40 kB", "/0", false),
            case("baseline against itself, 304", "/0", true),
        ],
    })
}
