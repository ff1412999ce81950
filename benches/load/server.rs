//! Starts a server process, learns its address from what it prints, reads its CPU time, and stops it.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, ChildStdout, Stdio};

/// How to start a server that prints `http://ADDRESS:PORT` once it listens.
#[derive(Clone)]
pub struct Command {
    pub program: String,
    pub arguments: Vec<String>,
    pub environment: Vec<(String, String)>,
}

/// A running server; stopped when dropped.
pub struct Server {
    pub address: SocketAddr,
    process: Child,
    _output: BufReader<ChildStdout>, // kept open: a server may print more
}

impl Server {
    pub fn start(command: &Command) -> Result<Self> {
        let mut process = std::process::Command::new(&command.program)
            .args(&command.arguments)
            .envs(command.environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot start {}", command.program))?;
        let mut output = BufReader::new(process.stdout.take().context("no output")?);
        match announced(&mut output) {
            Ok(address) => Ok(Self { address, process, _output: output }),
            Err(error) => {
                process.kill()?;
                process.wait()?;
                Err(error.context(format!("{} {:?}", command.program, command.arguments)))
            }
        }
    }

    /// CPU time of each of the process's living threads so far, as the scheduler counts it.
    pub fn cpu(&self) -> Result<CpuTimes> {
        let mut times = BTreeMap::new();
        for thread in std::fs::read_dir(format!("/proc/{}/task", self.process.id()))? {
            let thread = thread?;
            // A thread may end between being listed and being read.
            let Ok(text) = std::fs::read_to_string(thread.path().join("schedstat")) else { continue };
            let ran_ns = text.split(' ').next().context("schedstat is empty")?.parse()?;
            times.insert(thread.file_name(), ran_ns);
        }
        Ok(CpuTimes(times))
    }
}

/// Nanoseconds of CPU by thread.
pub struct CpuTimes(BTreeMap<OsString, u64>);

impl CpuTimes {
    /// What was spent since `before`. A thread that ended in between is left out: servers let only idle threads end.
    pub fn ns_since(&self, before: &Self) -> u64 {
        let of =
            |(thread, ns): (&OsString, &u64)| ns.saturating_sub(before.0.get(thread).copied().unwrap_or(0));
        self.0.iter().map(of).sum()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The first address that the server prints.
fn announced(output: &mut impl BufRead) -> Result<SocketAddr> {
    for line in output.lines() {
        let line = line?;
        let after = line.split_once("http://").map(|(_, after)| after);
        let word = after.and_then(|after| after.split(|c: char| c.is_whitespace() || c == '/').next());
        if let Some(address) = word.and_then(|word| word.parse().ok()) {
            return Ok(address);
        }
    }
    bail!("the server ended before it printed its address")
}
