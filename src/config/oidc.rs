//! The provider of accounts elsewhere by which people may sign in: all of its settings or none.

use std::fmt;

use super::error::ConfigError;
use super::sources::Sources;

/// Where people may sign in, and as whom we ask there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OidcSettings {
    /// Address of the provider, exactly as it calls itself.
    pub issuer: String,
    pub client_id: String,
    pub client_secret: Hidden,
    /// How people call it: "Se connecter avec …".
    pub name: String,
}

/// A password of ours, which no log and no report shows.
#[derive(Clone, PartialEq, Eq)]
pub struct Hidden(String);

impl Hidden {
    pub fn new(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The password itself, for whom it is meant.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Hidden(…)")
    }
}

/// The settings, if any of them is set.
///
/// # Errors
/// One that goes with the others is missing, or the issuer is no address.
pub(super) fn settings(sources: &Sources) -> Result<Option<OidcSettings>, ConfigError> {
    let issuer = sources.parse("oidc_issuer", issuer)?;
    let [client_id, client_secret, name] =
        ["oidc_client_id", "oidc_client_secret", "oidc_name"].map(|key| sources.text(key));
    match (issuer, client_id, client_secret) {
        (None, None, None) if name.is_none() => Ok(None),
        (Some(issuer), Some(client_id), Some(client_secret)) => Ok(Some(OidcSettings {
            name: name.map_or_else(|| host_of(&issuer).to_owned(), str::to_owned),
            issuer,
            client_id: client_id.to_owned(),
            client_secret: Hidden::new(client_secret),
        })),
        (None, _, _) => Err(missing("oidc_issuer")),
        (_, None, _) => Err(missing("oidc_client_id")),
        (_, _, None) => Err(missing("oidc_client_secret")),
    }
}

fn missing(name: &'static str) -> ConfigError {
    ConfigError::Incomplete { missing: name, family: "oidc_" }
}

/// https, and http on this machine; without what the address of a provider never has.
fn issuer(text: &str) -> Option<String> {
    let is_plain = text.bytes().all(|b| b.is_ascii_graphic()) && !text.contains(['?', '#', '@', '\\']);
    let is_safe = text.starts_with("https://") || is_on_this_machine(text);
    (is_plain && is_safe && !host_of(text).is_empty()).then(|| text.to_owned())
}

/// The host in an address, with its port.
pub fn host_of(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split('/').next().unwrap_or_default()
}

/// Whether the host of an `http://` address is this machine.
pub fn is_on_this_machine(address: &str) -> bool {
    let Some(rest) = address.strip_prefix("http://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    ["127.0.0.1", "localhost", "[::1]"]
        .iter()
        .any(|local| host.strip_prefix(local).is_some_and(|port| port.is_empty() || port.starts_with(':')))
}
