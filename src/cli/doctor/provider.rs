//! A provider of accounts elsewhere: does it answer as one, and does it know where to send people back?

use chrono::{DateTime, Utc};

use super::Finding;
use crate::config::Config;
use crate::oidc::{Provider, redirect_address};

pub fn look(config: &Config, now: DateTime<Utc>) -> Vec<Finding> {
    let Some(settings) = &config.oidc else { return Vec::new() };
    let Some(origin) = &config.base_url else {
        return vec![Finding::Mend(
            "people sign in by a provider, which must know where to send them back: set VIGIE_BASE_URL"
                .to_owned(),
        )];
    };
    let redirect = redirect_address(origin);
    let (issuer, name) = (&settings.issuer, &settings.name);
    let answer = match Provider::new(settings.clone(), redirect.clone()).look(now) {
        Ok(()) => Finding::Right(format!("people may sign in with {name}: {issuer} answers as a provider")),
        Err(failure) => Finding::Mend(format!(
            "nobody can sign in with {name}: {failure}: correct VIGIE_OIDC_ISSUER ({issuer}), or see that this machine reaches it"
        )),
    };
    vec![
        answer,
        Finding::Note(format!("{name} must have {redirect} registered as where to send people back")),
    ]
}
