//! How a provider is asked: over TLS, within bounds of time and size, and nowhere else than at the
//! address that was meant.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use openidconnect::http::{Request, Response, Uri};
use ureq::Agent;
use ureq::tls::{Certificate, RootCerts, TlsConfig, TlsProvider};

use crate::config::is_on_this_machine;

/// Longest wait for one answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// Longest answer, in bytes: keys and identities are far below.
const LONGEST: u64 = 256 << 10;
/// Most questions at once: each holds a thread that answers requests.
const MOST: usize = 8;

/// Why there was no answer.
#[derive(Debug)]
pub enum WireError {
    /// The address is not one that may be asked.
    Insecure(String),
    Busy,
    Failed(Box<ureq::Error>),
}

impl fmt::Display for WireError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Insecure(address) => write!(f, "{address} is not https"),
            Self::Busy => f.write_str("too many questions at once"),
            Self::Failed(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for WireError {}

/// A way to one provider.
pub struct Wire {
    agent: Agent,
    /// The provider is on this machine and needs no encryption: a test, or a first try.
    is_local: bool,
    asking: AtomicUsize,
}

impl Wire {
    /// To the provider at `issuer`, trusting whom the machine trusts.
    pub fn new(issuer: &str) -> Self {
        let is_local = !issuer.starts_with("https://");
        let config = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .proxy(None)
            .user_agent("vigie");
        let agent = match is_local {
            true => config.build(),
            false => config.tls_config(tls()).build(),
        };
        Self { agent: agent.new_agent(), is_local, asking: AtomicUsize::new(0) }
    }

    /// Whether an address may be asked, or a browser sent to it.
    pub fn may_ask(&self, address: &str) -> bool {
        address.starts_with("https://") || (self.is_local && is_on_this_machine(address))
    }

    /// Asks, and waits.
    pub fn ask(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, WireError> {
        if !self.may_ask(&request.uri().to_string()) {
            return Err(WireError::Insecure(without_query(request.uri())));
        }
        let _turn = Turn::take(&self.asking)?;
        self.send(request).map_err(|error| WireError::Failed(Box::new(error)))
    }

    fn send(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, ureq::Error> {
        let (head, body) = request.into_parts();
        let answer = match body.is_empty() {
            true => self.agent.run(Request::from_parts(head, ()))?,
            false => self.agent.run(Request::from_parts(head, body))?,
        };
        let (head, mut body) = answer.into_parts();
        let bytes = body.with_config().limit(LONGEST).read_to_vec()?;
        Ok(Response::from_parts(head, bytes))
    }
}

fn without_query(address: &Uri) -> String {
    address.to_string().split('?').next().unwrap_or_default().to_owned()
}

fn tls() -> TlsConfig {
    let trusted = rustls_native_certs::load_native_certs().certs;
    let trusted = trusted.iter().map(|one| Certificate::from_der(one).to_owned()).collect();
    TlsConfig::builder()
        .provider(TlsProvider::Rustls)
        .root_certs(RootCerts::Specific(Arc::new(trusted)))
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .build()
}

/// One of the questions that may be asked at once; given back when dropped.
struct Turn<'a>(&'a AtomicUsize);

impl<'a> Turn<'a> {
    fn take(asking: &'a AtomicUsize) -> Result<Self, WireError> {
        let turn = Self(asking);
        match asking.fetch_add(1, Ordering::AcqRel) < MOST {
            true => Ok(turn),
            false => Err(WireError::Busy),
        }
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_asked_in_clear_of_another_machine() {
        let (far, near) = (Wire::new("https://id.example"), Wire::new("http://127.0.0.1:8080"));
        for (address, asked_far, asked_near) in [
            ("https://id.example/token", true, true),
            ("http://id.example/token", false, false),
            ("http://127.0.0.1:9/token", false, true),
            ("http://localhost/token", false, true),
            ("http://127.0.0.1.example/token", false, false),
            ("http://localhost@a.example/", false, false),
            ("file:///etc/passwd", false, false),
        ] {
            assert_eq!((far.may_ask(address), near.may_ask(address)), (asked_far, asked_near), "{address}");
        }
    }

    #[test]
    fn only_so_many_questions_at_once() {
        let asking = AtomicUsize::new(0);
        let turns: Vec<_> = (0..MOST).map(|_| Turn::take(&asking).unwrap()).collect();
        assert!(matches!(Turn::take(&asking), Err(WireError::Busy)));
        drop(turns);
        assert!(Turn::take(&asking).is_ok());
    }
}
