//! Rounds of server and baseline in turn, and the median of what each costs.

use crate::baseline;
use crate::cases::{Case, Group};
use crate::client::{Answer, Connection, request};
use crate::server::Server;
use anyhow::{Context, Result};
use std::net::SocketAddr;

const ROUNDS: usize = 7; // of each side
const CONNECTIONS: usize = 4; // kept alive, each asking in turn

/// CPU per request of both sides, in µs.
#[derive(Clone, Copy)]
pub struct Measured {
    pub server_us: f64,
    pub baseline_us: f64,
}

/// One request, ready to be sent, and the status it must bring.
struct Question {
    bytes: Vec<u8>,
    status: u16,
}

/// A case with both sides' questions.
struct Pair {
    server: Question,
    baseline: Question,
}

/// Measures the cases of a group on one server and one baseline that hold the same answers; `told` gets each in turn.
pub fn all<'a>(group: &Group, cases: &[&'a Case], mut told: impl FnMut(&'a Case, Measured)) -> Result<()> {
    if cases.is_empty() {
        return Ok(());
    }
    let server = Server::start(&group.server)?;
    let folder = tempfile::tempdir()?;
    let mut pairs = vec![];
    let mut files = vec![];
    for (index, case) in cases.iter().enumerate() {
        let file = folder.path().join(index.to_string());
        pairs.push(prepare(server.address, case, index, &file).with_context(|| case.name)?);
        files.push(file.display().to_string());
    }
    let baseline = Server::start(&baseline::command(group.workers, &files)?)?;
    for (case, pair) in cases.iter().zip(&pairs) {
        told(case, compare(&server, &baseline, case, pair).with_context(|| case.name)?);
    }
    Ok(())
}

/// Asks the server once, gives its answer to the baseline, and words both questions.
fn prepare(address: SocketAddr, case: &Case, index: usize, file: &std::path::Path) -> Result<Pair> {
    let mut connection = Connection::open(address)?;
    let first = connection.ask(&request(case.path, &case.headers))?;
    anyhow::ensure!(first.status == 200, "answered {}", first.status);
    let compared = match &case.against {
        Some(headers) => connection.ask(&request(case.path, headers))?,
        None => first.clone(),
    };
    baseline::save(&compared, file)?;
    let status = if case.revalidate { 304 } else { 200 };
    let ask = |path: &str, headers: &[(&'static str, &'static str)], answer: &Answer| -> Result<Question> {
        let mut headers: Vec<(&str, &str)> = headers.to_vec();
        if case.revalidate {
            headers.push(("If-None-Match", answer.header("etag").context("no entity tag")?));
        }
        Ok(Question { bytes: request(path, &headers), status })
    };
    Ok(Pair {
        server: ask(case.path, &case.headers, &first)?,
        baseline: ask(&format!("/{index}"), case.against.as_ref().unwrap_or(&case.headers), &compared)?,
    })
}

fn compare(server: &Server, baseline: &Server, case: &Case, pair: &Pair) -> Result<Measured> {
    round(server, &pair.server, case.requests / 5)?; // warm both
    round(baseline, &pair.baseline, case.requests / 5)?;
    let (mut ours, mut bare) = (vec![], vec![]);
    for _ in 0..ROUNDS {
        ours.push(round(server, &pair.server, case.requests)?);
        bare.push(round(baseline, &pair.baseline, case.requests)?);
    }
    Ok(Measured { server_us: median(ours), baseline_us: median(bare) })
}

/// Asks `requests` times over the kept connections; the server's CPU per request in µs.
fn round(server: &Server, question: &Question, requests: usize) -> Result<f64> {
    let each = requests.div_ceil(CONNECTIONS);
    let mut connections =
        (0..CONNECTIONS).map(|_| Connection::open(server.address)).collect::<Result<Vec<_>>>()?;
    for connection in &mut connections {
        connection.repeat(&question.bytes, question.status, 1)?;
    }
    let before = server.cpu()?;
    std::thread::scope(|scope| {
        let askers: Vec<_> = connections
            .iter_mut()
            .map(|connection| scope.spawn(|| connection.repeat(&question.bytes, question.status, each)))
            .collect();
        askers
            .into_iter()
            .try_for_each(|asker| asker.join().unwrap_or_else(|_| anyhow::bail!("an asker panicked")))
    })?;
    let spent = server.cpu()?.ns_since(&before);
    Ok(spent as f64 / 1_000.0 / (each * CONNECTIONS) as f64)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
