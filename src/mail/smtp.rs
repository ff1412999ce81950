//! The conversation with a mail server, step by step, so that each refusal is known for what it
//! concerns: the sender, the recipient or the letter (RFC 5321).

mod wire;

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use data_encoding::BASE64;
use rustls::{ClientConfig, RootCertStore};

use super::failure::{Failure, FailureKind};
use super::parcel::Parcel;
use super::route::{Security, SignIn, SmtpServer};
use wire::Wire;
pub use wire::{Limits, Minutes, Reply, Said};

/// How long a farewell may take.
const FAREWELL: Duration = Duration::from_secs(2);

/// A connection that takes letters.
pub struct Conversation {
    wire: Wire,
    limits: Limits,
    /// What the server can do beyond the plain protocol, in capitals.
    offers: Vec<String>,
    over: bool,
}

/// Whose certificates are believed.
#[derive(Clone, Debug, Default)]
pub enum Trust {
    /// Those that this machine believes.
    #[default]
    System,
    These(Arc<ClientConfig>),
}

impl Trust {
    /// Only these authorities, as DER.
    pub fn authorities(certificates: &[Vec<u8>]) -> Self {
        let mut roots = RootCertStore::empty();
        roots.add_parsable_certificates(certificates.iter().map(|der| der.as_slice().into()));
        Self::These(Arc::new(believing(roots)))
    }

    fn config(&self) -> Arc<ClientConfig> {
        static SYSTEM: LazyLock<Arc<ClientConfig>> = LazyLock::new(|| {
            let mut roots = RootCertStore::empty();
            roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
            Arc::new(believing(roots))
        });
        match self {
            Self::System => Arc::clone(&SYSTEM),
            Self::These(config) => Arc::clone(config),
        }
    }
}

fn believing(roots: RootCertStore) -> ClientConfig {
    ClientConfig::builder().with_root_certificates(roots).with_no_client_auth()
}

impl Conversation {
    /// Connects, encrypts as the setting demands, and signs in. `host` is how we call ourselves.
    pub fn open(
        server: &SmtpServer,
        host: &str,
        trust: &Trust,
        limits: Limits,
        minutes: Option<Minutes>,
    ) -> Result<Self, Failure> {
        let unreachable = |cause: std::io::Error| Failure::new(FailureKind::Unreachable, cause);
        let wire = Wire::connect(&server.host, server.port, limits, minutes).map_err(unreachable)?;
        let mut it = Self { wire, limits, offers: Vec::new(), over: false };
        if server.security == Security::Tls {
            it.wire.encrypt(&server.host, &trust.config()).map_err(unreachable)?;
        }
        it.expect(None, FailureKind::Unreachable, FailureKind::Unreachable)?;
        it.greet(host)?;
        if server.security == Security::StartTls {
            if !it.offers("STARTTLS") {
                return Err(Failure::new(
                    FailureKind::Unreachable,
                    "the server offers no encryption (STARTTLS)",
                ));
            }
            it.expect(Some("STARTTLS"), FailureKind::Unreachable, FailureKind::Unreachable)?;
            it.wire.encrypt(&server.host, &trust.config()).map_err(|cause| {
                it.over = true;
                unreachable(cause)
            })?;
            it.greet(host)?;
        }
        if let Some(sign_in) = &server.sign_in {
            it.sign_in(sign_in)?;
        }
        Ok(it)
    }

    fn greet(&mut self, host: &str) -> Result<(), Failure> {
        let hello = format!("EHLO {host}");
        let reply = self.expect(Some(&hello), FailureKind::Unreachable, FailureKind::Unreachable)?;
        self.offers = reply.lines.iter().skip(1).map(|line| line.to_ascii_uppercase()).collect();
        Ok(())
    }

    fn offers(&self, what: &str) -> bool {
        self.offers.iter().any(|offer| offer.split(' ').next() == Some(what))
    }

    fn sign_in(&mut self, who: &SignIn) -> Result<(), Failure> {
        let auth = self.offers.iter().find(|offer| offer.starts_with("AUTH"));
        let ways: Vec<String> =
            auth.map(|offer| offer.split([' ', '=']).map(str::to_owned).collect()).unwrap_or_default();
        let knows = |way: &str| ways.iter().any(|known| known == way);
        if knows("PLAIN") {
            let proof = BASE64.encode(format!("\0{}\0{}", who.user, who.password).as_bytes());
            return self.prove(&format!("AUTH PLAIN {proof}"), "AUTH PLAIN ····");
        }
        if knows("LOGIN") {
            self.expect(Some("AUTH LOGIN"), FailureKind::SignIn, FailureKind::Unreachable)?;
            self.prove(&BASE64.encode(who.user.as_bytes()), "····")?;
            return self.prove(&BASE64.encode(who.password.as_bytes()), "····");
        }
        Err(Failure::new(
            FailureKind::SignIn,
            "the server offers no way to sign in that we know (PLAIN, LOGIN)",
        ))
    }

    fn prove(&mut self, line: &str, shown: &str) -> Result<(), Failure> {
        let said = self.wire.say_secretly(line, shown);
        self.answered(said, FailureKind::SignIn, FailureKind::Unreachable).map(|_| ())
    }

    /// Hands one letter over. After a failure the conversation is at its start again, or
    /// [`Self::is_over`].
    pub fn send(&mut self, parcel: &Parcel) -> Result<(), Failure> {
        self.wire.begin(self.limits.whole);
        let outcome = self.try_to_send(parcel);
        if outcome.is_err() && !self.over {
            self.over = self.expect(Some("RSET"), FailureKind::Cut, FailureKind::Cut).is_err();
        }
        outcome
    }

    fn try_to_send(&mut self, parcel: &Parcel) -> Result<(), Failure> {
        let envelope = &parcel.envelope;
        let from = envelope.from().map(ToString::to_string).unwrap_or_default();
        let to = envelope.to().first().map(ToString::to_string).unwrap_or_default();
        let accents = !from.is_ascii() || !to.is_ascii();
        if accents && !self.offers("SMTPUTF8") {
            let said = "the mail server takes no address with accents (SMTPUTF8)";
            return Err(Failure::new(FailureKind::RecipientRefused, said));
        }
        let mail = format!("MAIL FROM:<{from}>{}", if accents { " SMTPUTF8" } else { "" });
        let rcpt = format!("RCPT TO:<{to}>");
        if self.offers("PIPELINING") {
            // Both answers are heard before either counts, or the next would be taken for the second.
            let said = self.wire.say(&[&mail, &rcpt]);
            let sender = self.answered(said, FailureKind::SenderRefused, FailureKind::Cut);
            if self.over {
                return sender.map(|_| ());
            }
            let recipient = self.answered(Ok(()), FailureKind::RecipientRefused, FailureKind::Cut);
            sender.and(recipient)?;
        } else {
            self.expect(Some(&mail), FailureKind::SenderRefused, FailureKind::Cut)?;
            self.expect(Some(&rcpt), FailureKind::RecipientRefused, FailureKind::Cut)?;
        }
        self.expect(Some("DATA"), FailureKind::LetterRefused, FailureKind::Cut)?;
        let said = self.wire.say_letter(&transparent(&parcel.text));
        self.answered(said, FailureKind::LetterRefused, FailureKind::Cut).map(|_| ())
    }

    pub fn is_over(&self) -> bool {
        self.over
    }

    /// Says a line, if any, and hears what comes of it.
    fn expect(
        &mut self,
        line: Option<&str>,
        refused: FailureKind,
        broken: FailureKind,
    ) -> Result<Reply, Failure> {
        let said = line.map_or(Ok(()), |line| self.wire.say(&[line]));
        self.answered(said, refused, broken)
    }

    /// 5xx means `refused`, 4xx to come back later, a line that breaks `broken`.
    fn answered(
        &mut self,
        said: std::io::Result<()>,
        refused: FailureKind,
        broken: FailureKind,
    ) -> Result<Reply, Failure> {
        let reply = said.and_then(|()| self.wire.hear()).map_err(|cause| {
            self.over = true;
            Failure::new(broken, cause)
        })?;
        // 421: the server hangs up.
        self.over |= reply.code == 421;
        match reply.code {
            _ if reply.is_positive() => Ok(reply),
            400..500 => Err(Failure::new(FailureKind::NotNow, reply)),
            _ => Err(Failure::new(refused, reply)),
        }
    }
}

impl Drop for Conversation {
    fn drop(&mut self) {
        if !self.over {
            // Said out of politeness; every letter was acknowledged before.
            self.wire.begin(FAREWELL);
            let _ = self.wire.say(&["QUIT"]).and_then(|()| self.wire.hear());
        }
    }
}

/// A letter as it is said: dots at the beginning of a line doubled (RFC 5321, 4.5.2), and its end.
fn transparent(letter: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(letter.len() + 64);
    for line in letter.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(b".") {
            out.push(b'.');
        }
        out.extend_from_slice(line);
    }
    if !out.ends_with(b"\r\n") {
        out.extend_from_slice(b"\r\n");
    }
    out.extend_from_slice(b".\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_are_doubled_and_the_end_is_told() {
        for (letter, said) in
            [("a\r\n.\r\n..b\r\n", "a\r\n..\r\n...b\r\n.\r\n"), ("a", "a\r\n.\r\n"), ("", "\r\n.\r\n")]
        {
            assert_eq!(transparent(letter.as_bytes()), said.as_bytes());
        }
    }
}
