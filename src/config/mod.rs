//! Settings: what can be set, and how the command line, the environment and `vigie.toml` agree on
//! it. The only reader of the environment. Their list for operators is `docs/configuration.md`.

mod base_url;
mod error;
mod keys;
mod oidc;
mod proxies;
mod sources;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use crate::db::DatabaseUrl;
use crate::domain::email::EmailAddress;
use crate::domain::territory::Territory;
use crate::mail::{MailUrl, Sender};

pub use error::{ConfigError, Origin};
pub use keys::{KEYS, Key};
pub use oidc::{Hidden, OidcSettings, host_of, is_on_this_machine};
pub use proxies::Proxies;
pub use sources::Flags;
use sources::Sources;

/// How logs are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LogFormat {
    /// Lines for people.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

/// Everything that can be set. Printing it, also for debugging, shows no password.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    pub database: DatabaseUrl,
    pub listen: SocketAddr,
    /// Folder of the SQLite file.
    pub data: PathBuf,
    /// Scheme and host under which the world reaches this service, without a final slash. `None`:
    /// the address that it listens on.
    pub base_url: Option<String>,
    /// Web servers in front that are believed when they say for whom they ask.
    pub trusted_proxy: Proxies,
    /// Threads that answer requests.
    pub workers: usize,
    /// Connections of the pool.
    pub connections: u32,
    /// Bytes of answers kept in memory; 0 keeps none.
    pub cache_bytes: u64,
    /// Where letters are handed over. `None`: they wait in the outbox.
    pub mail_url: Option<MailUrl>,
    /// Whom letters come from. `None`: an address that nobody reads, at the network's host.
    pub mail_from: Option<Sender>,
    /// Where calendars answer invitations: a mailbox of which `vigie imip-reply` gets the mail. `None`:
    /// they are not asked to answer.
    pub mail_replies: Option<EmailAddress>,
    /// Our own mail server's name in `Authentication-Results`, which says that a mail is from whom it
    /// claims. May be empty.
    pub mail_authserv: String,
    /// Accounts elsewhere by which people may sign in.
    pub oidc: Option<OidcSettings>,
    /// Whom digests and newsletters come from. `None`: as letters.
    pub mail_from_lists: Option<Sender>,
    /// Connections to the mail server, for mails to many people.
    pub mail_connections: usize,
    /// File of the key that mails are signed with. `None`: they are not.
    pub dkim_key: Option<PathBuf>,
    /// Name of the key in the DNS.
    pub dkim_selector: String,
    /// The domain that signs. `None`: that of the sender.
    pub dkim_domain: Option<String>,
    /// Name of the network before one is stored.
    pub network_name: String,
    /// Its département before one is stored; `None`: the whole country.
    pub network_territory: Option<&'static Territory>,
    /// For the legal pages. May be empty.
    pub publisher: String,
    pub director: String,
    /// E-mail address or web address of the publisher. May be empty.
    pub contact: String,
    /// Who hosts the machine. May be empty.
    pub host: String,
    /// Where the source code of this very version is offered (AGPL section 13).
    pub code_url: String,
    /// Which logs are written, in the language of `tracing` ("info", "vigie=debug,warn").
    pub log: String,
    pub log_format: LogFormat,
}

impl Config {
    /// The defaults around a database.
    pub fn for_database(database: DatabaseUrl) -> Self {
        Self {
            database,
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            data: PathBuf::from("data"),
            base_url: None,
            trusted_proxy: Proxies::default(),
            workers: 2,
            connections: 8,
            cache_bytes: 32 << 20,
            mail_url: None,
            mail_from: None,
            mail_replies: None,
            mail_authserv: String::new(),
            oidc: None,
            mail_from_lists: None,
            mail_connections: 2,
            dkim_key: None,
            dkim_selector: "vigie".to_owned(),
            dkim_domain: None,
            network_name: "Vigie".to_owned(),
            network_territory: None,
            publisher: String::new(),
            director: String::new(),
            contact: String::new(),
            host: String::new(),
            code_url: String::new(),
            log: "warn,vigie=info".to_owned(),
            log_format: LogFormat::Text,
        }
    }

    /// The settings of this process: flags win over the environment, which wins over the file that
    /// `VIGIE_CONFIG` names, or `vigie.toml` in the working folder.
    ///
    /// # Errors
    /// The file cannot be read, a key is unknown, or a value is not what its key wants.
    pub fn read(flags: &Flags) -> Result<Self, ConfigError> {
        let mut env = Vec::new();
        for (name, value) in std::env::vars_os() {
            let Some(name) = name.to_str().filter(|name| keys::is_ours(name)) else { continue };
            let value = value.into_string().map_err(|_| ConfigError::NotText { key: name.to_owned() })?;
            env.push((name.to_owned(), value));
        }
        let named = env.iter().find(|(name, value)| name == keys::CONFIG && !value.is_empty());
        let file = match named {
            Some((_, path)) => Some(read_file(Path::new(path))?),
            None if Path::new(keys::FILE).exists() => Some(read_file(Path::new(keys::FILE))?),
            None => None,
        };
        Self::from_flags_and_sources(flags, env.into_iter(), file.as_deref())
    }

    /// The settings of an environment (any variables; foreign ones are not looked at) and the text of
    /// a `vigie.toml`.
    ///
    /// # Errors
    /// See [`Self::read`].
    pub fn from_sources(
        env: impl Iterator<Item = (String, String)>,
        file: Option<&str>,
    ) -> Result<Self, ConfigError> {
        Self::from_flags_and_sources(&Flags::default(), env, file)
    }

    fn from_flags_and_sources(
        flags: &Flags,
        env: impl Iterator<Item = (String, String)>,
        file: Option<&str>,
    ) -> Result<Self, ConfigError> {
        let sources = Sources::gather(flags, env, file)?;
        let data = PathBuf::from(sources.text("data").unwrap_or("data"));
        let database = match sources.text("database_url") {
            Some(url) => DatabaseUrl::parse(url).map_err(ConfigError::Database)?,
            None => DatabaseUrl::sqlite_file(&data.join("vigie.sqlite")),
        };
        let defaults = Self::for_database(database);
        let text = |key, default: &str| sources.text(key).unwrap_or(default).to_owned();
        Ok(Self {
            data,
            listen: sources.parse("listen", listen)?.unwrap_or(defaults.listen),
            base_url: sources.parse("base_url", base_url::parse)?,
            trusted_proxy: sources.parse("trusted_proxy", Proxies::parse)?.unwrap_or_default(),
            workers: sources.parse("workers", within(1..=256))?.unwrap_or(defaults.workers),
            connections: sources.parse("connections", within(1..=1_000))?.unwrap_or(defaults.connections),
            cache_bytes: sources.parse("cache_bytes", bytes)?.unwrap_or(defaults.cache_bytes),
            mail_url: sources.parse("mail_url", MailUrl::parse)?,
            mail_from: sources.parse("mail_from", Sender::parse)?,
            mail_replies: sources.parse("mail_replies", EmailAddress::parse)?,
            mail_authserv: text("mail_authserv", ""),
            oidc: oidc::settings(&sources)?,
            mail_from_lists: sources.parse("mail_from_lists", Sender::parse)?,
            mail_connections: sources
                .parse("mail_connections", within(1..=16))?
                .unwrap_or(defaults.mail_connections),
            dkim_key: sources.text("dkim_key").map(PathBuf::from),
            dkim_selector: sources.parse("dkim_selector", domain)?.unwrap_or(defaults.dkim_selector),
            dkim_domain: sources.parse("dkim_domain", domain)?,
            network_name: text("network_name", &defaults.network_name),
            network_territory: sources.parse("network_territory", Territory::named)?,
            publisher: text("publisher", ""),
            director: text("director", ""),
            contact: text("contact", ""),
            host: text("host", ""),
            code_url: sources.parse("code_url", web_address)?.unwrap_or(defaults.code_url),
            log: sources.parse("log", log_filter)?.unwrap_or(defaults.log),
            log_format: sources.parse("log_format", log_format)?.unwrap_or_default(),
            ..defaults
        })
    }

    /// Scheme and host for absolute addresses, once the port is known.
    pub fn origin(&self, bound: SocketAddr) -> String {
        self.base_url.clone().unwrap_or_else(|| format!("http://{bound}"))
    }

    /// Whom letters of a network at `host` come from; `None` where that is no domain.
    pub fn sender(&self, host: &str) -> Option<Sender> {
        self.mail_from.clone().or_else(|| Sender::of_host(host))
    }

    /// The name in the public address, for the right side of UIDs; a bare IP address is none.
    pub fn host_name(&self) -> Option<&str> {
        let (_, host) = self.base_url.as_deref()?.split_once("://")?;
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
        let is_name = !name.starts_with('[') && name.contains(|c: char| c.is_ascii_alphabetic());
        is_name.then_some(name)
    }
}

fn read_file(path: &Path) -> Result<String, ConfigError> {
    std::fs::read_to_string(path)
        .map_err(|cause| ConfigError::NoFile { path: path.to_owned(), cause: cause.to_string() })
}

/// `127.0.0.1:8080`, `[::]:8080`, `localhost:0`.
fn listen(text: &str) -> Option<SocketAddr> {
    let text = text.strip_prefix("localhost:").map_or(text.to_owned(), |port| format!("127.0.0.1:{port}"));
    text.parse().ok()
}

fn within<T: PartialOrd + std::str::FromStr>(
    allowed: std::ops::RangeInclusive<T>,
) -> impl Fn(&str) -> Option<T> {
    move |text| text.parse().ok().filter(|n| allowed.contains(n))
}

/// A number of bytes, or of kB, MB or GB (of 1,024).
fn bytes(text: &str) -> Option<u64> {
    let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    let shift = match text.get(digits.len()..)?.trim().to_ascii_lowercase().as_str() {
        "" | "b" => 0,
        "k" | "kb" => 10,
        "m" | "mb" => 20,
        "g" | "gb" => 30,
        _ => return None,
    };
    digits.parse::<u64>().ok()?.checked_mul(1 << shift)
}

fn web_address(text: &str) -> Option<String> {
    (text.starts_with("https://") || text.starts_with("http://")).then(|| text.to_owned())
}

/// Labels of letters, digits and hyphens, with dots between them.
fn domain(text: &str) -> Option<String> {
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    text.split('.').all(label).then(|| text.to_ascii_lowercase())
}

fn log_filter(text: &str) -> Option<String> {
    text.parse::<tracing_subscriber::EnvFilter>().ok().map(|_| text.to_owned())
}

fn log_format(text: &str) -> Option<LogFormat> {
    match text {
        "text" => Some(LogFormat::Text),
        "json" => Some(LogFormat::Json),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
