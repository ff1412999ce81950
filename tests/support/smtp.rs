//! A small mail server of this test process: it takes letters, or treats them as its mood is.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex};

use data_encoding::BASE64;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// The name and password that it knows, when it asks for one.
pub const USER: &str = "vigie";
pub const PASSWORD: &str = "s3cr3t!";

/// How the server treats those who come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    Kind,
    /// 550 to recipients that begin with "nobody", all others are taken.
    KnowsNobody,
    /// 451 to every recipient: come back later.
    Greylisting,
    /// 553 to every sender.
    RefusesSenders,
    /// 554 to every letter, once it has been heard.
    CallsItSpam,
    /// Hangs up in the midst of a letter.
    Cuts,
    /// Takes letters only after sign-in.
    AsksForPassword,
}

/// A letter as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    pub from: String,
    pub to: Vec<String>,
    /// Headers and body, dots undoubled.
    pub data: String,
}

/// A running mail server.
pub struct MailServer {
    pub address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    mood: Mutex<Mood>,
    received: Mutex<Vec<Received>>,
    /// Told of each letter that comes.
    came: Condvar,
    /// What clients said, command by command.
    heard: Mutex<Vec<String>>,
    /// Says that a letter came, and waits for leave before it is acknowledged.
    gate: Mutex<Option<(Sender<()>, Receiver<()>)>>,
    over: Mutex<bool>,
}

impl MailServer {
    pub fn start(mood: Mood) -> Self {
        Self::start_on(mood, None)
    }

    /// Encrypted from the first byte.
    pub fn start_encrypted(mood: Mood, tls: Arc<ServerConfig>) -> Self {
        Self::start_on(mood, Some(tls))
    }

    fn start_on(mood: Mood, tls: Option<Arc<ServerConfig>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared {
            mood: Mutex::new(mood),
            received: Mutex::default(),
            came: Condvar::new(),
            heard: Mutex::default(),
            gate: Mutex::default(),
            over: Mutex::new(false),
        });
        let serving = Arc::clone(&shared);
        std::thread::spawn(move || {
            for client in listener.incoming() {
                if *serving.over.lock().unwrap() {
                    return;
                }
                let (client, shared, tls) = (client.unwrap(), Arc::clone(&serving), tls.clone());
                // A client that hangs up ends its conversation.
                std::thread::spawn(move || Conversation::with(client, tls, &shared).hold());
            }
        });
        Self { address, shared }
    }

    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    pub fn becomes(&self, mood: Mood) {
        *self.shared.mood.lock().unwrap() = mood;
    }

    /// The letters that were taken.
    pub fn received(&self) -> Vec<Received> {
        self.shared.received.lock().unwrap().clone()
    }

    /// Waits until so many letters were taken.
    pub fn wait_for(&self, letters: usize) {
        let received = self.shared.received.lock().unwrap();
        drop(self.shared.came.wait_while(received, |received| received.len() < letters).unwrap());
    }

    /// What clients said, without what letters say.
    pub fn heard(&self) -> Vec<String> {
        self.shared.heard.lock().unwrap().clone()
    }

    /// Keeps the next letter waiting for its acknowledgement: gives what tells that it came, and
    /// what lets it go.
    pub fn hesitates(&self) -> (Receiver<()>, Sender<()>) {
        let (came, told) = channel();
        let (leave, awaited) = channel();
        *self.shared.gate.lock().unwrap() = Some((came, awaited));
        (told, leave)
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        *self.shared.over.lock().unwrap() = true;
        let _ = TcpStream::connect(self.address);
    }
}

trait Line: Read + Write + Send {}
impl<T: Read + Write + Send> Line for T {}

struct Conversation<'a> {
    line: BufReader<Box<dyn Line>>,
    shared: &'a Shared,
    signed_in: bool,
}

impl<'a> Conversation<'a> {
    fn with(client: TcpStream, tls: Option<Arc<ServerConfig>>, shared: &'a Shared) -> Self {
        let line: Box<dyn Line> = match tls {
            None => Box::new(client),
            Some(tls) => Box::new(StreamOwned::new(ServerConnection::new(tls).unwrap(), client)),
        };
        Self { line: BufReader::new(line), shared, signed_in: false }
    }

    fn hold(&mut self) -> std::io::Result<()> {
        self.say("220 mail.test at your service")?;
        let (mut from, mut to) = (String::new(), Vec::new());
        while let Some(line) = self.hear()? {
            let mood = *self.shared.mood.lock().unwrap();
            let (verb, rest) = line.split_once([' ', ':']).unwrap_or((&line, ""));
            match verb.to_ascii_uppercase().as_str() {
                "EHLO" if mood == Mood::AsksForPassword => self.say("250-mail.test\r\n250 AUTH PLAIN")?,
                "EHLO" => self.say("250-mail.test\r\n250-PIPELINING\r\n250 SMTPUTF8")?,
                "AUTH" => self.sign_in(rest)?,
                "MAIL" if mood == Mood::RefusesSenders => self.say("553 5.1.8 we do not know you")?,
                "MAIL" if mood == Mood::AsksForPassword && !self.signed_in => {
                    self.say("530 5.7.0 sign in first")?;
                }
                "MAIL" => {
                    from = path(rest);
                    to.clear();
                    self.say("250 go on")?;
                }
                "RCPT" if mood == Mood::Greylisting => self.say("451 4.7.1 come back later")?,
                "RCPT" if mood == Mood::KnowsNobody && path(rest).starts_with("nobody") => {
                    self.say("550 5.1.1 no such mailbox")?;
                }
                "RCPT" => {
                    to.push(path(rest));
                    self.say("250 known")?;
                }
                "DATA" => {
                    self.say("354 tell")?;
                    if mood == Mood::Cuts {
                        return Ok(());
                    }
                    let data = self.letter()?;
                    if mood == Mood::CallsItSpam {
                        self.say("554 5.7.1 this is spam")?;
                    } else {
                        self.take(Received { from: from.clone(), to: std::mem::take(&mut to), data })?;
                    }
                }
                "RSET" | "NOOP" => self.say("250 so be it")?,
                "QUIT" => return self.say("221 farewell"),
                _ => self.say("502 what?")?,
            }
        }
        Ok(())
    }

    fn sign_in(&mut self, rest: &str) -> std::io::Result<()> {
        let proof = rest.strip_prefix("PLAIN ").map(str::trim).unwrap_or_default();
        let expected = format!("\0{USER}\0{PASSWORD}");
        self.signed_in = BASE64.decode(proof.as_bytes()).is_ok_and(|given| given == expected.as_bytes());
        self.say(if self.signed_in { "235 welcome" } else { "535 5.7.8 wrong name or password" })
    }

    fn take(&mut self, letter: Received) -> std::io::Result<()> {
        let gate = self.shared.gate.lock().unwrap().take();
        if let Some((came, leave)) = gate {
            came.send(()).unwrap();
            // When the story ends first, nobody awaits the answer.
            let _ = leave.recv();
        }
        self.shared.received.lock().unwrap().push(letter);
        self.shared.came.notify_all();
        self.say("250 2.0.0 taken")
    }

    /// Lines to the single dot.
    fn letter(&mut self) -> std::io::Result<String> {
        let mut data = String::new();
        loop {
            let mut line = String::new();
            if self.line.read_line(&mut line)? == 0 || line == ".\r\n" {
                return Ok(data);
            }
            data.push_str(line.strip_prefix('.').unwrap_or(&line));
        }
    }

    fn hear(&mut self) -> std::io::Result<Option<String>> {
        let mut line = String::new();
        if self.line.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let line = line.trim_end().to_owned();
        self.shared.heard.lock().unwrap().push(line.clone());
        Ok(Some(line))
    }

    fn say(&mut self, line: &str) -> std::io::Result<()> {
        self.line.get_mut().write_all(format!("{line}\r\n").as_bytes())
    }
}

/// The address in `FROM:<a@b> OPTIONS`.
fn path(rest: &str) -> String {
    let inside = rest.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    inside.map_or(rest, |(address, _)| address).to_owned()
}
