//! Where letters are handed over, as a setting says: a mail server, or a folder of this machine.
//! Printing it, also for debugging, shows no password.

use std::net::IpAddr;
use std::path::PathBuf;

use percent_encoding::percent_decode_str;

/// The value of the setting `mail_url`.
#[derive(Clone, PartialEq, Eq)]
pub enum MailUrl {
    Smtp(SmtpServer),
    /// Each letter becomes a file `….eml`; nothing leaves the machine.
    Folder(PathBuf),
}

/// A mail server that takes letters for the world.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpServer {
    pub host: String,
    pub port: u16,
    pub security: Security,
    pub sign_in: Option<SignIn>,
}

/// How the connection is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// From the first byte.
    Tls,
    /// After STARTTLS, without which nothing is sent.
    StartTls,
    /// Not at all: within this machine.
    None,
}

#[derive(Clone, PartialEq, Eq)]
pub struct SignIn {
    pub user: String,
    pub password: String,
}

impl MailUrl {
    /// `smtps://USER:PASSWORD@HOST:PORT`, `smtp://…` (encrypted by STARTTLS, but for a server on this
    /// very machine), `file:///FOLDER`. What is special in a name or a password is written `%40`.
    pub fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        let (port, tls) = match scheme.to_ascii_lowercase().as_str() {
            "file" => return rest.starts_with('/').then(|| Self::Folder(PathBuf::from(rest))),
            "smtps" => (465, true),
            "smtp" => (587, false),
            _ => return None,
        };
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        let (sign_in, authority) = match rest.rsplit_once('@') {
            Some((who, authority)) => (Some(sign_in(who)?), authority),
            None => (None, rest),
        };
        let (host, port) = host_and_port(authority, port)?;
        let security = match tls {
            true => Security::Tls,
            false if is_this_machine(&host) => Security::None,
            false => Security::StartTls,
        };
        Some(Self::Smtp(SmtpServer { host, port, security, sign_in }))
    }
}

fn sign_in(text: &str) -> Option<SignIn> {
    let (user, password) = text.split_once(':')?;
    let decoded = |text| percent_decode_str(text).decode_utf8().ok().map(|text| text.into_owned());
    let (user, password) = (decoded(user)?, decoded(password)?);
    let plain = |text: &str| !text.is_empty() && !text.chars().any(char::is_control);
    (plain(&user) && plain(&password)).then_some(SignIn { user, password })
}

fn host_and_port(authority: &str, default: u16) -> Option<(String, u16)> {
    let (host, port) = match authority.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((v6, port)) => (v6.parse::<std::net::Ipv6Addr>().ok()?.to_string(), port),
        None => {
            let (host, port) = authority.split_at(authority.find(':').unwrap_or(authority.len()));
            let named = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
            (!host.is_empty() && host.chars().all(named)).then_some((host.to_ascii_lowercase(), port))?
        }
    };
    let port = if port.is_empty() { default } else { port.strip_prefix(':')?.parse().ok()? };
    (port > 0).then_some((host, port))
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

impl std::fmt::Display for SmtpServer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let scheme = if self.security == Security::Tls { "smtps" } else { "smtp" };
        match self.host.contains(':') {
            true => write!(f, "{scheme}://[{}]:{}", self.host, self.port),
            false => write!(f, "{scheme}://{}:{}", self.host, self.port),
        }
    }
}

impl std::fmt::Display for MailUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Smtp(server) => server.fmt(f),
            Self::Folder(path) => write!(f, "file://{}", path.display()),
        }
    }
}

impl std::fmt::Debug for MailUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

impl std::fmt::Debug for SmtpServer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_choose_the_route_and_hide_the_password() {
        #[rustfmt::skip]
        let table = [
            ("smtps://vigie:s3cr3t@mail.exemple.fr", "smtps://mail.exemple.fr:465", Security::Tls),
            ("smtp://vigie:s3cr3t@Mail.exemple.fr:2587/", "smtp://mail.exemple.fr:2587", Security::StartTls),
            ("smtp://mail.exemple.fr", "smtp://mail.exemple.fr:587", Security::StartTls),
            ("smtp://localhost:25", "smtp://localhost:25", Security::None),
            ("smtp://127.0.0.9:25", "smtp://127.0.0.9:25", Security::None),
            ("smtp://[::1]:25", "smtp://[::1]:25", Security::None),
            ("smtp://192.168.1.2:25", "smtp://192.168.1.2:25", Security::StartTls),
        ];
        for (text, shown, security) in table {
            let url = MailUrl::parse(text).unwrap();
            assert_eq!((url.to_string(), format!("{url:?}")), (shown.to_owned(), shown.to_owned()));
            let MailUrl::Smtp(server) = url else { panic!("{text}") };
            assert_eq!(server.security, security, "{text}");
            assert_eq!(server.sign_in.is_some(), text.contains('@'));
        }
        assert_eq!(MailUrl::parse("file:///var/mail"), Some(MailUrl::Folder("/var/mail".into())));
        for refused in [
            "mail.exemple.fr",
            "imap://mail.exemple.fr",
            "smtp://",
            "smtp://mail.exemple.fr:0",
            "smtp://mail.exemple.fr:x",
            "smtp://vigie@mail.exemple.fr",
            "smtp://vigie:@mail.exemple.fr",
            "smtp://a%0d%0a:b@mail.exemple.fr",
            "smtp://mail.exemple.fr/inbox",
            "file://mails",
        ] {
            assert_eq!(MailUrl::parse(refused), None, "{refused}");
        }
    }

    #[test]
    fn passwords_may_hold_anything() {
        let url = MailUrl::parse("smtps://moi%40exemple.fr:a%3Ab@c%2Fd@mail.exemple.fr");
        let Some(MailUrl::Smtp(SmtpServer { sign_in: Some(sign_in), .. })) = url else { panic!("{url:?}") };
        assert_eq!((sign_in.user.as_str(), sign_in.password.as_str()), ("moi@exemple.fr", "a:b@c/d"));
    }
}
