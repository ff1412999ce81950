//! What a browser brings with it: who is signed in, which forms it was shown, what it is to be
//! told. Cookies are read and written here and nowhere else.

use actix_web::HttpRequest;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};

use crate::secret::Secret;

/// Longer than any session: a form that was filled in for too long is taken up again after
/// signing in, which needs the secret under which it was shown.
const SESSION_DAYS: i64 = 60;
/// Forms of visitors are bound to their browser for as long as it stays open, at most this.
const FORM_DAYS: i64 = 1;
/// As long as `LinkPurpose::Provider` lasts, which decides.
const JOURNEY_MINUTES: i64 = 10;
/// A notice is shown on the next page or never.
const NOTICE_SECONDS: i64 = 60;

/// The cookies of one request that are ours.
#[derive(Clone, Debug, Default)]
pub struct Visit {
    /// The site is served over HTTPS: cookies say so, and are bound to this very host.
    pub secure: bool,
    pub session: Option<Secret>,
    /// Binds the forms of a visitor who is not signed in.
    pub form: Option<Secret>,
    /// Binds a journey to a provider of accounts elsewhere to the browser that began it.
    pub journey: Option<Secret>,
    /// Key of the message to show once.
    pub notice: Option<String>,
}

impl Visit {
    pub fn of(request: &HttpRequest, secure: bool) -> Self {
        let value = |name: &str| request.cookie(&full_name(name, secure)).map(|c| c.value().to_owned());
        Self {
            secure,
            session: value(SESSION).and_then(|text| Secret::parse(&text)),
            form: value(FORM).and_then(|text| Secret::parse(&text)),
            journey: value(JOURNEY).and_then(|text| Secret::parse(&text)),
            notice: value(NOTICE).filter(|key| is_notice(key)),
        }
    }

    /// Whether pages are made for this browser alone.
    pub fn is_personal(&self) -> bool {
        self.session.is_some() || self.notice.is_some()
    }

    /// The secret under which forms are shown: that of the session, else that of the visitor.
    pub fn form_secret(&self) -> Option<&Secret> {
        self.session.as_ref().or(self.form.as_ref())
    }

    /// Whether a form's token is one that this browser was given.
    pub fn knows(&self, token: &str) -> bool {
        let given = [&self.session, &self.form];
        given.into_iter().flatten().any(|secret| crate::secret::same(&token_of(secret), token))
    }

    /// Signs the browser in.
    pub fn session_cookie(&self, secret: &Secret) -> Cookie<'static> {
        self.cookie(SESSION, secret.reveal(), Duration::days(SESSION_DAYS))
    }

    /// Signs the browser out.
    pub fn no_session_cookie(&self) -> Cookie<'static> {
        self.cookie(SESSION, "", Duration::ZERO)
    }

    pub fn form_cookie(&self, secret: &Secret) -> Cookie<'static> {
        self.cookie(FORM, secret.reveal(), Duration::days(FORM_DAYS))
    }

    /// Lets the browser come back from a provider of accounts elsewhere.
    pub fn journey_cookie(&self, secret: &Secret) -> Cookie<'static> {
        self.cookie(JOURNEY, secret.reveal(), Duration::minutes(JOURNEY_MINUTES))
    }

    /// It is back.
    pub fn no_journey_cookie(&self) -> Cookie<'static> {
        self.cookie(JOURNEY, "", Duration::ZERO)
    }

    /// Shows the message `key` on the next page.
    pub fn notice_cookie(&self, key: &str) -> Cookie<'static> {
        self.cookie(NOTICE, key, Duration::seconds(NOTICE_SECONDS))
    }

    pub fn no_notice_cookie(&self) -> Cookie<'static> {
        self.cookie(NOTICE, "", Duration::ZERO)
    }

    fn cookie(&self, name: &str, value: &str, lasts: Duration) -> Cookie<'static> {
        Cookie::build(full_name(name, self.secure), value.to_owned())
            .path("/")
            .http_only(true)
            .same_site(SameSite::Lax)
            .secure(self.secure)
            .max_age(lasts)
            .finish()
    }
}

const SESSION: &str = "session";
const FORM: &str = "form";
const JOURNEY: &str = "journey";
const NOTICE: &str = "notice";

/// `__Host-` makes browsers refuse the cookie from anything but this host over HTTPS.
fn full_name(name: &str, secure: bool) -> String {
    if secure { format!("__Host-{name}") } else { name.to_owned() }
}

/// Only messages that tell what was done, so that nobody can put other words on a page.
fn is_notice(key: &str) -> bool {
    key.starts_with("done-") && key.len() <= 60 && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
}

/// The token that a form carries: known to who holds the cookie, useless to anybody else.
pub fn token_of(secret: &Secret) -> String {
    secret.derive("form")
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn cookies_are_bound_to_the_host_where_it_is_secure() {
        let secret = Secret::new();
        let visit = Visit { secure: true, ..Visit::default() };
        let cookie = visit.session_cookie(&secret).to_string();
        for part in ["__Host-session=", "HttpOnly", "SameSite=Lax", "Secure", "Path=/", "Max-Age="] {
            assert!(cookie.contains(part), "{cookie}");
        }
        let plain = Visit::default().session_cookie(&secret).to_string();
        assert!(plain.starts_with("session=") && !plain.contains("Secure"), "{plain}");
    }

    #[test]
    fn a_browser_is_known_by_its_cookies() {
        let (session, form) = (Secret::new(), Secret::new());
        let request = TestRequest::default()
            .cookie(Cookie::new("session", session.reveal().to_owned()))
            .cookie(Cookie::new("form", form.reveal().to_owned()))
            .cookie(Cookie::new("notice", "<b>"))
            .to_http_request();
        let visit = Visit::of(&request, false);
        assert!(visit.is_personal() && visit.notice.is_none());
        assert!(visit.knows(&token_of(&session)) && visit.knows(&token_of(&form)));
        assert!(!visit.knows(&token_of(&Secret::new())) && !visit.knows(""));
        // The plain name is nothing where the site is secure.
        assert!(Visit::of(&request, true).session.is_none());
    }
}
