//! A small HTTP/1.1 client over one kept connection: it must cost far less than the servers it asks.

use anyhow::{Context, Result, bail};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(60);

/// A kept connection and the buffer that its answers are read into.
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// An answer as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// The first header of this (lower-case) name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// The bytes of a GET request, made once for all its repetitions.
pub fn request(path: &str, headers: &[(&str, &str)]) -> Vec<u8> {
    let lines: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n{lines}\r\n").into_bytes()
}

impl Connection {
    pub fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).with_context(|| format!("no server at {address}"))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self { stream, buffer: vec![0; 64 * 1024] })
    }

    /// Asks once and keeps the whole answer.
    pub fn ask(&mut self, request: &[u8]) -> Result<Answer> {
        let (head, length) = self.exchange(request)?;
        let text = String::from_utf8_lossy(self.buffer.get(..head).unwrap_or_default()).into_owned();
        let mut lines = text.split("\r\n");
        let status = status(lines.next().unwrap_or_default().as_bytes())?;
        let headers = lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
            .collect();
        let body = self.buffer.get(head..head + length).unwrap_or_default().to_vec();
        Ok(Answer { status, headers, body })
    }

    /// Asks again and again; fails when an answer has another status.
    pub fn repeat(&mut self, request: &[u8], expected: u16, times: usize) -> Result<()> {
        for _ in 0..times {
            self.exchange(request)?;
            let got = status(&self.buffer)?;
            if got != expected {
                bail!("answered {got} where {expected} was expected");
            }
        }
        Ok(())
    }

    /// Sends a request and reads its answer into the buffer: the length of the head and that of the body.
    fn exchange(&mut self, request: &[u8]) -> Result<(usize, usize)> {
        self.stream.write_all(request)?;
        let mut filled = 0;
        let mut parts = None;
        loop {
            if filled == self.buffer.len() {
                self.buffer.resize(filled * 2, 0);
            }
            let read = self.stream.read(self.buffer.get_mut(filled..).unwrap_or_default())?;
            if read == 0 {
                bail!("the server closed the connection");
            }
            filled += read;
            if parts.is_none() {
                parts = head(self.buffer.get(..filled).unwrap_or_default())?;
            }
            if let Some((head, length)) = parts
                && filled >= head + length
            {
                return Ok((head, length));
            }
        }
    }
}

/// The lengths of head and body, once the whole head is there.
fn head(bytes: &[u8]) -> Result<Option<(usize, usize)>> {
    let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else { return Ok(None) };
    let text = std::str::from_utf8(bytes.get(..end).unwrap_or_default())?;
    let length = text
        .split("\r\n")
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .map(|(_, value)| value.trim().parse());
    match length {
        Some(length) => Ok(Some((end + 4, length?))),
        None if matches!(status(bytes)?, 204 | 304) => Ok(Some((end + 4, 0))),
        None => bail!("an answer without content-length cannot be measured:\n{text}"),
    }
}

fn status(head: &[u8]) -> Result<u16> {
    let digits = head.get(9..12).context("no status line")?;
    Ok(std::str::from_utf8(digits)?.parse()?)
}
