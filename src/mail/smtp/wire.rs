//! The line to a mail server: bytes, encrypted or not, each step of which ends in time; replies read
//! from it, within bounds; and, when somebody wants to see it, what both sides said.

use std::io::{Error, ErrorKind, Read, Result, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, StreamOwned};

/// How long a server may be slow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// In one step.
    pub silence: Duration,
    /// In all, from the first step to the last: of opening a conversation, or of one letter. A server
    /// that says a byte now and then keeps nobody.
    pub whole: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { silence: Duration::from_secs(20), whole: Duration::from_secs(90) }
    }
}

/// What one side said, on one line; no secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub by_us: bool,
    pub words: String,
}

/// Where both sides are written down.
pub type Minutes = Arc<Mutex<Vec<Said>>>;

/// What a server answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    pub code: u16,
    /// Its lines without their code.
    pub lines: Vec<String>,
}

impl Reply {
    /// It does what was asked, or waits for more of it.
    pub fn is_positive(&self) -> bool {
        (200..400).contains(&self.code)
    }
}

/// Code and words, on one line.
impl std::fmt::Display for Reply {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.code, self.lines.join(" "))
    }
}

/// Longest reply, in bytes.
const LONGEST_REPLY: usize = 64 << 10;

pub struct Wire {
    line: Line,
    limits: Limits,
    minutes: Option<Minutes>,
    /// Bytes that were read and belong to the next reply.
    ahead: Vec<u8>,
}

enum Line {
    Plain(Timed),
    Encrypted(Box<StreamOwned<ClientConnection, Timed>>),
    Gone,
}

impl Wire {
    pub fn connect(host: &str, port: u16, limits: Limits, minutes: Option<Minutes>) -> Result<Self> {
        let mut last = Error::new(ErrorKind::NotFound, "its name leads to no address");
        for address in (host, port).to_socket_addrs()? {
            match TcpStream::connect_timeout(&address, limits.silence) {
                Ok(socket) => {
                    // A letter's last bytes are not held back until the rest is acknowledged.
                    socket.set_nodelay(true)?;
                    let until = Instant::now() + limits.whole;
                    let line = Line::Plain(Timed { socket, until, silence: limits.silence });
                    return Ok(Self { line, limits, minutes, ahead: Vec::new() });
                }
                Err(cause) => last = cause,
            }
        }
        Err(last)
    }

    /// From here on nobody in between reads along, or the handshake fails.
    pub fn encrypt(&mut self, host: &str, tls: &Arc<ClientConfig>) -> Result<()> {
        // What was said in clear before must not count as said in secret.
        if !self.ahead.is_empty() {
            return Err(Error::new(ErrorKind::InvalidData, "the server spoke out of turn"));
        }
        let name = ServerName::try_from(host.to_owned())
            .map_err(|_| Error::new(ErrorKind::InvalidInput, "no certificate can have this name"))?;
        let mut tls = ClientConnection::new(Arc::clone(tls), name).map_err(Error::other)?;
        let Line::Plain(mut timed) = std::mem::replace(&mut self.line, Line::Gone) else {
            return Err(Error::other("encrypted twice"));
        };
        while tls.is_handshaking() {
            tls.complete_io(&mut timed)?;
        }
        self.note(true, "(TLS)");
        self.line = Line::Encrypted(Box::new(StreamOwned::new(tls, timed)));
        Ok(())
    }

    /// The next steps may take so long together.
    pub fn begin(&mut self, whole: Duration) {
        let until = Instant::now() + whole.min(self.limits.whole);
        match &mut self.line {
            Line::Plain(timed) => timed.until = until,
            Line::Encrypted(tls) => tls.sock.until = until,
            Line::Gone => {}
        }
    }

    /// Says a line, or a few that the server takes together.
    pub fn say(&mut self, lines: &[&str]) -> Result<()> {
        lines.iter().for_each(|line| self.note(true, line));
        self.write(format!("{}\r\n", lines.join("\r\n")).as_bytes())
    }

    /// Says a line that nobody may read, noted as `shown`.
    pub fn say_secretly(&mut self, line: &str, shown: &str) -> Result<()> {
        self.note(true, shown);
        self.write(format!("{line}\r\n").as_bytes())
    }

    /// Says a letter, with its end in the same write.
    pub fn say_letter(&mut self, letter: &[u8]) -> Result<()> {
        self.note(true, &format!("({} bytes)", letter.len()));
        self.write(letter)
    }

    fn write(&mut self, bytes: &[u8]) -> Result<()> {
        match &mut self.line {
            Line::Plain(timed) => timed.write_all(bytes).and_then(|()| timed.flush()),
            Line::Encrypted(tls) => tls.write_all(bytes).and_then(|()| tls.flush()),
            Line::Gone => Err(ErrorKind::NotConnected.into()),
        }
    }

    /// Hears the next reply.
    pub fn hear(&mut self) -> Result<Reply> {
        let (mut lines, mut heard) = (Vec::new(), 0);
        loop {
            let line = self.hear_line()?;
            heard += line.len();
            self.note(false, &line);
            let code = line.get(..3).and_then(|code| code.parse().ok()).filter(|code| *code >= 200);
            let Some(code) = code.filter(|_| heard <= LONGEST_REPLY) else {
                return Err(Error::new(ErrorKind::InvalidData, "the server does not speak SMTP"));
            };
            lines.push(line.get(4..).unwrap_or_default().trim_end().to_owned());
            if line.as_bytes().get(3) != Some(&b'-') {
                return Ok(Reply { code, lines });
            }
        }
    }

    fn hear_line(&mut self) -> Result<String> {
        loop {
            if let Some(end) = memchr::memchr(b'\n', &self.ahead) {
                let line: Vec<u8> = self.ahead.drain(..=end).collect();
                return Ok(String::from_utf8_lossy(&line).trim_end().to_owned());
            }
            if self.ahead.len() > LONGEST_REPLY {
                return Err(Error::new(ErrorKind::InvalidData, "the server does not speak SMTP"));
            }
            let mut some = [0; 2_048];
            let read = match &mut self.line {
                Line::Plain(timed) => timed.read(&mut some)?,
                Line::Encrypted(tls) => tls.read(&mut some)?,
                Line::Gone => 0,
            };
            match some.get(..read) {
                Some(some) if read > 0 => self.ahead.extend_from_slice(some),
                _ => return Err(Error::new(ErrorKind::UnexpectedEof, "the server hung up")),
            }
        }
    }

    fn note(&self, by_us: bool, words: &str) {
        if let Some(minutes) = &self.minutes {
            let mut minutes = minutes.lock().unwrap_or_else(PoisonError::into_inner);
            minutes.push(Said { by_us, words: words.to_owned() });
        }
    }
}

/// A socket each of whose reads and writes ends in time.
struct Timed {
    socket: TcpStream,
    until: Instant,
    silence: Duration,
}

impl Timed {
    fn left(&self) -> Result<Option<Duration>> {
        match self.until.checked_duration_since(Instant::now()).filter(|left| !left.is_zero()) {
            Some(left) => Ok(Some(left.min(self.silence))),
            None => Err(Error::new(ErrorKind::TimedOut, "the server took too long")),
        }
    }
}

impl Read for Timed {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        self.socket.set_read_timeout(self.left()?)?;
        self.socket.read(into).map_err(in_words)
    }
}

impl Write for Timed {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.socket.set_write_timeout(self.left()?)?;
        self.socket.write(bytes).map_err(in_words)
    }

    fn flush(&mut self) -> Result<()> {
        self.socket.flush()
    }
}

/// What the system calls "resource temporarily unavailable".
fn in_words(cause: Error) -> Error {
    match cause.kind() {
        ErrorKind::WouldBlock | ErrorKind::TimedOut => {
            Error::new(ErrorKind::TimedOut, "the server was silent for too long")
        }
        _ => cause,
    }
}
