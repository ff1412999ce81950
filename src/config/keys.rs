//! The keys that exist: their names in the environment and in the file, and what they want.
//! Nothing is a setting that does not stand here.

/// The variable that names the file; it cannot stand in the file itself.
pub const CONFIG: &str = "VIGIE_CONFIG";

/// The file that is read when nothing names another.
pub const FILE: &str = "vigie.toml";

/// One setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// Its name in `vigie.toml`.
    pub name: &'static str,
    /// Its environment variable.
    pub variable: &'static str,
    /// What a value must be, to be said after "must be".
    pub wants: &'static str,
}

const fn key(name: &'static str, variable: &'static str, wants: &'static str) -> Key {
    Key { name, variable, wants }
}

/// All settings, in the order of `docs/configuration.md`.
pub const KEYS: &[Key] = &[
    key("database_url", "DATABASE_URL", "sqlite://FILE or postgres://USER:PASSWORD@HOST/DATABASE"),
    key("data", "VIGIE_DATA", "a folder"),
    key(
        "listen",
        "VIGIE_LISTEN",
        "an IP address and a port, such as 127.0.0.1:8080 or [::]:8080 (port 0: a free one)",
    ),
    key("base_url", "VIGIE_BASE_URL", "http:// or https:// and a host, such as https://vigie.example.org"),
    key(
        "trusted_proxy",
        "VIGIE_TRUSTED_PROXY",
        "IP addresses or networks with commas between them, such as 127.0.0.1 or 10.0.0.0/8",
    ),
    key("workers", "VIGIE_WORKERS", "a number from 1 to 256"),
    key("connections", "VIGIE_CONNECTIONS", "a number from 1 to 1000"),
    key("cache_bytes", "VIGIE_CACHE_BYTES", "a number of bytes, such as 33554432 or 32MB (0 keeps nothing)"),
    key(
        "mail_url",
        "VIGIE_MAIL_URL",
        "smtps://USER:PASSWORD@HOST:PORT, smtp://USER:PASSWORD@HOST:PORT or file:///FOLDER (write %40 for @ in a name or password)",
    ),
    key("mail_from", "VIGIE_MAIL_FROM", "an e-mail address, or a name and <address>"),
    key("mail_replies", "VIGIE_MAIL_REPLIES", "an e-mail address"),
    key("mail_authserv", "VIGIE_MAIL_AUTHSERV", "a host name, such as mx.example.org"),
    key(
        "oidc_issuer",
        "VIGIE_OIDC_ISSUER",
        "the https:// address by which the provider calls itself, such as https://id.example.org/realms/reseau",
    ),
    key("oidc_client_id", "VIGIE_OIDC_CLIENT_ID", "a text"),
    key("oidc_client_secret", "VIGIE_OIDC_CLIENT_SECRET", "a text"),
    key("oidc_name", "VIGIE_OIDC_NAME", "a name"),
    key("mail_from_lists", "VIGIE_MAIL_FROM_LISTS", "an e-mail address, or a name and <address>"),
    key("mail_connections", "VIGIE_MAIL_CONNECTIONS", "a number from 1 to 16"),
    key("dkim_key", "VIGIE_DKIM_KEY", "a file"),
    key("dkim_selector", "VIGIE_DKIM_SELECTOR", "a name of letters, digits and hyphens"),
    key("dkim_domain", "VIGIE_DKIM_DOMAIN", "a domain, such as example.org"),
    key("network_name", "VIGIE_NETWORK_NAME", "a name"),
    key(
        "network_territory",
        "VIGIE_NETWORK_TERRITORY",
        "the code or the name of a département or overseas collectivity, such as 26, Drôme or 974",
    ),
    key("publisher", "VIGIE_PUBLISHER", "a name"),
    key("director", "VIGIE_DIRECTOR", "a name"),
    key("contact", "VIGIE_CONTACT", "an e-mail or web address"),
    key("host", "VIGIE_HOST", "a name and an address"),
    key("code_url", "VIGIE_CODE_URL", "an http(s) address"),
    key("log", "VIGIE_LOG", "a level (error, warn, info, debug, trace) or a list such as vigie=debug,warn"),
    key("log_format", "VIGIE_LOG_FORMAT", "text or json"),
];

/// Whether a variable is meant for this program.
pub fn is_ours(variable: &str) -> bool {
    variable == "DATABASE_URL" || variable.starts_with("VIGIE_")
}

pub fn by_variable(variable: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.variable == variable)
}

pub fn by_name(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.name == name)
}

/// The known name that was probably meant.
pub fn nearest(unknown: &str, known: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    const LIKELY: f64 = 0.75;
    known
        .map(|name| (strsim::jaro_winkler(&unknown.to_lowercase(), &name.to_lowercase()), name))
        .filter(|(likeness, _)| *likeness >= LIKELY)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, name)| name)
}
