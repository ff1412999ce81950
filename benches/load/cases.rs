//! What is measured and what is asked of it, as data.

use crate::baseline;
use crate::server::Command;
use anyhow::Result;

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

/// All groups, in the order of the report.
pub fn groups() -> Result<Vec<Group>> {
    Ok(vec![self_check()?])
}

/// The baseline against itself: anything but about 100 % is the method's own error.
fn self_check() -> Result<Group> {
    let case = |name, path, revalidate| Case {
        name,
        path,
        headers: vec![],
        revalidate,
        against: None,
        target: Target::ShareOfBaseline(90.0),
        requests: 10_000,
    };
    let workers = 1;
    Ok(Group {
        server: baseline::command(workers, &["sample:40000".to_owned(), "sample:220000".to_owned()])?,
        workers,
        cases: vec![
            case("baseline against itself, 40 kB", "/0", false),
            case("baseline against itself, 220 kB", "/1", false),
            case("baseline against itself, 304", "/0", true),
            Case { target: Target::AtMostUs(200.0), ..case("baseline alone, 40 kB", "/0", false) },
        ],
    })
}
