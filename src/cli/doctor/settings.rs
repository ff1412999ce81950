//! The settings: what the world needs to reach this service, and the law to be content.

use super::Finding;
use crate::config::Config;

pub fn look(config: &Config) -> Vec<Finding> {
    let mut findings = vec![Finding::Right("the settings can be read, and all are known".to_owned())];
    findings.push(base_url(config));
    findings.push(listening(config));
    findings.extend(in_front(config));
    findings.push(legal(config));
    findings
}

fn base_url(config: &Config) -> Finding {
    let local = config.listen.ip().is_loopback();
    match config.base_url.as_deref() {
        None if local => Finding::Note(
            "VIGIE_BASE_URL is not set: fine to try things out; set it before people subscribe to calendars".to_owned(),
        ),
        None => Finding::Mend(
            "VIGIE_BASE_URL is not set, so calendars would be given the address of this machine: set it to https:// and the public name".to_owned(),
        ),
        Some(url) if url.starts_with("https://") => Finding::Right(format!("the public address is {url}")),
        Some(url) => Finding::Mend(format!(
            "the public address {url} is not https: put a web server with a certificate in front, and set VIGIE_BASE_URL to https://"
        )),
    }
}

fn listening(config: &Config) -> Finding {
    let listen = config.listen;
    match std::net::TcpListener::bind(listen) {
        Ok(_) => Finding::Right(format!("{listen} is free to listen on")),
        Err(cause) if cause.kind() == std::io::ErrorKind::AddrInUse => {
            Finding::Note(format!("{listen} is in use: by Vigie, if it runs"))
        }
        Err(cause) => Finding::Mend(format!("cannot listen on {listen}: {cause}")),
    }
}

/// HTTPS comes from a web server in front, which must be believed when it says for whom it asks.
fn in_front(config: &Config) -> Option<Finding> {
    config.base_url.as_deref().filter(|url| url.starts_with("https://"))?;
    Some(match config.trusted_proxy.are_none() {
        true => Finding::Note(
            "VIGIE_TRUSTED_PROXY is not set, so limits on signing in hold for all visitors together: set it to the address of the web server in front, such as 127.0.0.1".to_owned(),
        ),
        false => Finding::Right("visitors are told apart behind the web server in front".to_owned()),
    })
}

/// What a legal notice must say in France (law 2004-575, article 1-1).
fn legal(config: &Config) -> Finding {
    let wanted = [
        ("VIGIE_PUBLISHER", &config.publisher),
        ("VIGIE_DIRECTOR", &config.director),
        ("VIGIE_CONTACT", &config.contact),
        ("VIGIE_HOST", &config.host),
    ];
    let missing: Vec<&str> =
        wanted.iter().filter(|(_, value)| value.is_empty()).map(|(key, _)| *key).collect();
    match missing.is_empty() {
        true => Finding::Right("the legal notice is complete".to_owned()),
        false => Finding::Note(format!("the legal notice is incomplete: set {}", missing.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::DatabaseUrl;

    #[test]
    fn a_public_address_is_wanted_where_the_world_can_come_in() {
        let mut config = Config::for_database(DatabaseUrl::sqlite_file("x".as_ref()));
        let mut finding = |listen: &str, base_url: Option<&str>| {
            config.listen = listen.parse().unwrap();
            config.base_url = base_url.map(str::to_owned);
            base_url_is(&config)
        };
        assert_eq!(finding("127.0.0.1:8080", None), "note");
        assert_eq!(finding("0.0.0.0:8080", None), "mend");
        assert_eq!(finding("127.0.0.1:8080", Some("http://a.example")), "mend");
        assert_eq!(finding("0.0.0.0:8080", Some("https://a.example")), "right");
    }

    #[test]
    fn the_server_in_front_is_to_be_believed() {
        let mut config = Config::for_database(DatabaseUrl::sqlite_file("x".as_ref()));
        assert!(in_front(&config).is_none());
        config.base_url = Some("https://a.example".to_owned());
        assert!(matches!(in_front(&config), Some(Finding::Note(_))));
        config.trusted_proxy = crate::config::Proxies::parse("127.0.0.1").unwrap();
        assert!(matches!(in_front(&config), Some(Finding::Right(_))));
    }

    fn base_url_is(config: &Config) -> &'static str {
        match base_url(config) {
            Finding::Right(_) => "right",
            Finding::Note(_) => "note",
            Finding::Mend(_) => "mend",
        }
    }
}
