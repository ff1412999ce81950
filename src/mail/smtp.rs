//! The conversation with a mail server, step by step, so that each refusal is known for what it
//! concerns: the sender, the recipient or the letter (RFC 5321).

use std::error::Error as _;
use std::time::Duration;

use lettre::Message;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};

use super::failure::{Failure, FailureKind};
use super::route::{Security, SmtpServer};

/// Silence of the server after which it counts as lost.
const PATIENCE: Duration = Duration::from_secs(20);

/// A connection that takes letters.
pub struct Conversation {
    connection: SmtpConnection,
}

impl Conversation {
    /// Connects, encrypts as the setting demands, and signs in. `host` is how we call ourselves.
    pub fn open(server: &SmtpServer, host: &str) -> Result<Self, Failure> {
        let unreachable = |error: Error| failed(FailureKind::Unreachable, &error);
        let hello = ClientId::Domain(host.to_owned());
        let tls = match server.security {
            Security::None => None,
            Security::Tls | Security::StartTls => {
                Some(TlsParameters::new(server.host.clone()).map_err(unreachable)?)
            }
        };
        let from_the_start = tls.as_ref().filter(|_| server.security == Security::Tls);
        let address = (server.host.as_str(), server.port);
        let mut connection = SmtpConnection::connect(address, Some(PATIENCE), &hello, from_the_start, None)
            .map_err(unreachable)?;
        if let Some(tls) = tls.as_ref().filter(|_| server.security == Security::StartTls) {
            connection.starttls(tls, &hello).map_err(unreachable)?;
        }
        if let Some(sign_in) = &server.sign_in {
            let credentials = Credentials::new(sign_in.user.clone(), sign_in.password.clone());
            connection
                .auth(&[Mechanism::Plain, Mechanism::Login], &credentials)
                .map_err(|error| kind(&error, FailureKind::SignIn, FailureKind::Unreachable))?;
        }
        Ok(Self { connection })
    }

    /// Hands one letter over. After a failure the conversation is at its start again, or
    /// [`Self::is_over`].
    pub fn send(&mut self, message: &Message) -> Result<(), Failure> {
        let outcome = self.try_to_send(message);
        match &outcome {
            Err(failure) if failure.kind == FailureKind::Cut => self.connection.abort(),
            Err(_) if self.connection.command(Rset).is_err() => self.connection.abort(),
            _ => {}
        }
        outcome
    }

    fn try_to_send(&mut self, message: &Message) -> Result<(), Failure> {
        let envelope = message.envelope();
        let mut options = Vec::new();
        let mut addresses = envelope.to().iter().chain(envelope.from());
        if addresses.any(|address| !AsRef::<str>::as_ref(address).is_ascii()) {
            if !self.connection.server_info().supports_feature(Extension::SmtpUtfEight) {
                let said = "the mail server takes no address with accents (SMTPUTF8)";
                return Err(Failure::new(FailureKind::RecipientRefused, said));
            }
            options.push(MailParameter::SmtpUtfEight);
        }
        let refused = |of: FailureKind| move |error: Error| kind(&error, of, FailureKind::Cut);
        self.connection
            .command(Mail::new(envelope.from().cloned(), options))
            .map_err(refused(FailureKind::SenderRefused))?;
        for recipient in envelope.to() {
            self.connection
                .command(Rcpt::new(recipient.clone(), Vec::new()))
                .map_err(refused(FailureKind::RecipientRefused))?;
        }
        self.connection.command(Data).map_err(refused(FailureKind::LetterRefused))?;
        let text = String::from_utf8_lossy(&message.formatted()).into_owned();
        self.connection.command(Transparent(&text)).map(|_| ()).map_err(refused(FailureKind::LetterRefused))
    }

    pub fn is_over(&self) -> bool {
        self.connection.has_broken()
    }
}

impl Drop for Conversation {
    fn drop(&mut self) {
        if !self.connection.has_broken() {
            // Said out of politeness; every letter was acknowledged before.
            let _ = self.connection.quit();
        }
    }
}

/// A letter as it is said, dots doubled (RFC 5321, 4.5.2), with its final dot in the same write:
/// apart, the system holds the dot back until the server acknowledges the rest, 40 ms a letter.
struct Transparent<'a>(&'a str);

impl std::fmt::Display for Transparent<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for line in self.0.split_inclusive('\n') {
            if line.starts_with('.') {
                f.write_str(".")?;
            }
            f.write_str(line)?;
        }
        f.write_str(if self.0.ends_with("\r\n") { ".\r\n" } else { "\r\n.\r\n" })
    }
}

/// 5xx means `refused`, 4xx to come back later, anything else `otherwise`.
fn kind(error: &Error, refused: FailureKind, otherwise: FailureKind) -> Failure {
    if error.is_permanent() {
        failed(refused, error)
    } else if error.is_transient() {
        failed(FailureKind::NotNow, error)
    } else {
        failed(otherwise, error)
    }
}

/// The words of the server with their code, or the innermost cause: lettre's label says no more.
fn failed(kind: FailureKind, error: &Error) -> Failure {
    let cause = error.source().map_or_else(|| error.to_string(), ToString::to_string);
    match error.status() {
        Some(code) => Failure::new(kind, format!("{code} {cause}")),
        None => Failure::new(kind, cause),
    }
}
