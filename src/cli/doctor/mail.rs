//! Mail: is a way out configured, does it take us, and whom do letters come from?

use super::Finding;
use super::database::Stored;
use crate::cli::dkim;
use crate::config::Config;
use crate::mail::{MailUrl, Transport};

pub fn look(config: &Config, stored: &Stored) -> Vec<Finding> {
    if stored.network.as_ref().is_some_and(|network| network.demo) {
        return vec![Finding::Right(
            "no letter leaves a demo: all are read at /boite-aux-lettres".to_owned(),
        )];
    }
    let mut findings = vec![route(config, stored), sender(config, stored)];
    findings.extend(signature(config));
    findings.extend(parked(stored));
    findings
}

fn route(config: &Config, stored: &Stored) -> Finding {
    let Some(route) = &config.mail_url else { return missing(config) };
    let host = stored.network.as_ref().map_or("localhost", |network| network.host.as_str());
    match Transport::new(route.clone(), host).open() {
        Err(failure) => Finding::Mend(format!(
            "letters cannot be handed over to {route}: {failure}: correct VIGIE_MAIL_URL"
        )),
        Ok(_) => match route {
            MailUrl::Smtp(_) => Finding::Right(format!("the mail server {route} takes our letters")),
            MailUrl::Folder(_) => {
                Finding::Note(format!("letters are written into {route}, and none leaves this machine"))
            }
        },
    }
}

/// Harmless where things are tried out; people who sign up wait in vain for their letter.
fn missing(config: &Config) -> Finding {
    let text = "no mail is configured, so letters wait and nobody can confirm an address: set VIGIE_MAIL_URL"
        .to_owned();
    match config.base_url.is_some() || !config.listen.ip().is_loopback() {
        true => Finding::Mend(text),
        false => Finding::Note(text),
    }
}

fn sender(config: &Config, stored: &Stored) -> Finding {
    const ADVICE: &str =
        "set VIGIE_MAIL_FROM to an address of a domain whose SPF and DKIM know the mail server";
    if let Some(sender) = &config.mail_from {
        return Finding::Right(format!("letters come from {}", sender.address));
    }
    let host = stored.network.as_ref().map_or("the network's host", |network| network.host.as_str());
    let text = format!("letters come from ne-pas-repondre@{host}: {ADVICE}");
    // A domain that cannot exist is one that mail servers do not take letters from.
    match matches!(config.mail_url, Some(MailUrl::Smtp(_))) && host.ends_with(".invalid") {
        true => Finding::Mend(text),
        false => Finding::Note(text),
    }
}

/// The key, and what the DNS must say for mails to be believed.
fn signature(config: &Config) -> Vec<Finding> {
    let sends = matches!(config.mail_url, Some(MailUrl::Smtp(_)));
    let Some(file) = &config.dkim_key else {
        let text = "mails are not signed here (DKIM): right when the mail server signs them; else make a key with vigie dkim new-key FILE";
        return sends.then(|| Finding::Note(text.to_owned())).into_iter().collect();
    };
    let signer = match dkim::of_settings(config) {
        Ok(Some(signer)) => signer,
        Ok(None) => return Vec::new(),
        Err(error) => return vec![Finding::Mend(format!("{error:#}"))],
    };
    let domain = config.mail_from.as_ref().map_or("the sender's domain", |sender| sender.address.host());
    let mut findings = vec![
        Finding::Right(format!("mails are signed with the key in {}", file.display())),
        Finding::Note(format!(
            "the DNS must say: {} TXT {}",
            signer.record_name(domain),
            dkim::in_strings(&signer.record())
        )),
        Finding::Note(format!(
            "and: {domain} TXT \"v=spf1 … ~all\" with the mail server in it; _dmarc.{domain} TXT \"v=DMARC1; p=none\" or stricter; the mail server's address must lead back to its name (PTR)"
        )),
    ];
    findings.extend(readable_by_others(file));
    if signer.rsa_bits().is_none() {
        findings.push(Finding::Note(
            "the key is Ed25519, which Gmail and Outlook do not check yet: use RSA unless the mail server signs too".to_owned(),
        ));
    }
    findings
}

#[cfg(unix)]
fn readable_by_others(file: &std::path::Path) -> Option<Finding> {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(file).ok()?.permissions().mode();
    (mode & 0o077 != 0)
        .then(|| Finding::Mend(format!("the key in {} can be read by others: chmod 600 it", file.display())))
}

#[cfg(not(unix))]
fn readable_by_others(_: &std::path::Path) -> Option<Finding> {
    None
}

fn parked(stored: &Stored) -> Option<Finding> {
    let text = match stored.parked_letters {
        0 => return None,
        1 => "1 letter could not be sent".to_owned(),
        n => format!("{n} letters could not be sent"),
    };
    Some(Finding::Mend(format!("{text}: a coordinator sees why at /reseau/courrier")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::DatabaseUrl;

    #[test]
    fn mail_is_wanted_where_people_can_come_in() {
        let mut config = Config::for_database(DatabaseUrl::sqlite_file("x".as_ref()));
        let stored = Stored::default();
        assert!(matches!(route(&config, &stored), Finding::Note(_)));
        config.base_url = Some("https://vigie.example".to_owned());
        assert!(matches!(route(&config, &stored), Finding::Mend(_)));
        let folder = tempfile::tempdir().unwrap();
        let to = |folder: &std::path::Path| MailUrl::parse(&format!("file://{}", folder.display()));
        config.mail_url = to(folder.path());
        assert!(matches!(route(&config, &stored), Finding::Note(_)));
        std::fs::write(folder.path().join("file"), "").unwrap();
        config.mail_url = to(&folder.path().join("file"));
        assert!(matches!(route(&config, &stored), Finding::Mend(_)));
    }

    #[test]
    fn parked_letters_are_told() {
        let mut stored = Stored::default();
        assert_eq!(parked(&stored), None);
        stored.parked_letters = 2;
        assert!(matches!(parked(&stored), Some(Finding::Mend(text)) if text.starts_with("2 letters")));
    }
}
