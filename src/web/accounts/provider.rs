//! To a provider of accounts elsewhere, and back from it.

use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{DateTime, TimeDelta, Utc};

use super::provider_page::Problem;
use super::second_step::go_in;
use super::towards::local_address;
use crate::actions::{self, Arrival, Browser, Entered};
use crate::domain::identity::{Identity, IdentityError};
use crate::domain::member::MemberState;
use crate::i18n::Locale;
use crate::oidc::{Failure, Journey, Provider};
use crate::store::sessions;
use crate::web::act::{Done, comes_from_elsewhere, see};
use crate::web::answer::is_unsettled;
use crate::web::asked::{Asked, with_query};
use crate::web::client;
use crate::web::error::{Error, Result};
use crate::web::refusal::refuse;
use crate::web::server::Site;
use crate::web::visit::Visit;

/// Where a journey begins.
pub const LEAVE: &str = "/connexion/fournisseur";
/// Where one is told that it came to nothing.
const PROBLEM: &str = "/connexion/fournisseur/echec";
/// Where one is told of the letter that decides.
const ASKED: &str = "/connexion/fournisseur/confirmation";

/// `GET /connexion/fournisseur`: a link, for what a form leads to may not leave this site.
pub async fn leave(request: HttpRequest) -> HttpResponse {
    // Another site may lead people to our door, not through it.
    match comes_from_elsewhere(&request) {
        true => travel(request, |on| Ok((on.asked.locale, Done::see("/connexion")))).await,
        false => travel(request, depart).await,
    }
}

/// `GET /connexion/fournisseur/retour`
pub async fn back(request: HttpRequest) -> HttpResponse {
    travel(request, arrive).await
}

/// A browser under way, on a thread that may wait.
struct Traveller<'a> {
    site: &'a Site,
    provider: &'a Provider,
    asked: &'a Asked,
    visit: &'a Visit,
    device: &'a str,
    now: DateTime<Utc>,
}

type Step = fn(&Traveller<'_>) -> Result<(Locale, Done)>;

async fn travel(request: HttpRequest, step: Step) -> HttpResponse {
    let Some(site) = request.app_data::<web::Data<Site>>().map(|site| Arc::clone(site)) else {
        return HttpResponse::InternalServerError().finish();
    };
    let asked = Asked::of(&request);
    if is_unsettled(&request) {
        return refuse(&site, asked, Error::Busy).await;
    }
    let (visit, device) = (Visit::of(&request, site.is_secure()), client::browser(&request));
    let (held, held_asked, held_visit) = (Arc::clone(&site), asked.clone(), visit.clone());
    let done = web::block(move || {
        let provider = held.provider.as_ref().ok_or(Error::NotFound)?;
        let now = held.app.clock.now();
        let (site, asked, visit) = (&*held, &held_asked, &held_visit);
        step(&Traveller { site, provider, asked, visit, device: &device, now })
    });
    match done.await.unwrap_or_else(|broken| Err(Error::Internal(broken.to_string()))) {
        Ok((locale, done)) => see(&visit, locale, done),
        Err(error) => refuse(&site, asked, error).await,
    }
}

fn depart(on: &Traveller<'_>) -> Result<(Locale, Done)> {
    let (locale, client) = (on.asked.locale, on.asked.client.as_str());
    let towards = local_address(on.asked.get("vers").unwrap_or_default());
    let left = on.site.app.db.write_now(|tx| actions::leave_for_provider(tx, towards, client, on.now));
    let secret = match left {
        Err(actions::Error::Limited { wait }) => {
            return Ok((locale, on.comes_to(Problem::TooOften, &waits(wait))));
        }
        left => left?,
    };
    let journey = Journey::new(secret, locale);
    Ok((
        locale,
        match on.provider.address(&journey, on.now) {
            Ok(address) => Done::see(address).with_cookie(on.visit.journey_cookie(journey.secret())),
            Err(failure) => on.failed(&failure),
        },
    ))
}

fn arrive(on: &Traveller<'_>) -> Result<(Locale, Done)> {
    let state = on.asked.get("state").unwrap_or_default();
    let locale = Journey::language_of(state);
    let journey = on.visit.journey.clone().and_then(|secret| Journey::returning(secret, state));
    let Some(journey) = journey else {
        return Ok((locale, on.comes_to(Problem::Late, "not this browser's")));
    };
    // By itself, before anything else: whatever comes of it, nobody comes back twice.
    let taken = on.site.app.db.write_now(|tx| actions::return_from_provider(tx, journey.secret(), on.now));
    let done = match taken {
        Err(actions::Error::DeadLink) => on.comes_to(Problem::Late, "used or too late"),
        taken => on.come_in(&journey, &taken?)?,
    };
    Ok((locale, done.with_cookie(on.visit.no_journey_cookie())))
}

impl Traveller<'_> {
    fn come_in(&self, journey: &Journey, towards: &str) -> Result<Done> {
        match self.identify(journey) {
            Ok(identity) => self.enter(journey, &identity, towards),
            Err(done) => Ok(*done),
        }
    }

    /// Who is back, as far as the provider says.
    fn identify(&self, journey: &Journey) -> std::result::Result<Identity, Box<Done>> {
        if let Some(error) = self.asked.get("error") {
            let problem = if error == "access_denied" { Problem::Denied } else { Problem::Refused };
            let told: String = error.chars().filter(char::is_ascii_graphic).take(60).collect();
            return Err(Box::new(self.comes_to(problem, &told)));
        }
        // RFC 9207: an answer that says from whom it is must say so rightly.
        if self.asked.get("iss").is_some_and(|issuer| issuer != self.provider.issuer()) {
            return Err(Box::new(self.comes_to(Problem::Untrusted, "the answer is of another issuer")));
        }
        let Some(code) = self.asked.get("code") else {
            return Err(Box::new(self.comes_to(Problem::Refused, "neither a code nor an error")));
        };
        self.provider.identify(journey, code, self.now).map_err(|failure| Box::new(self.failed(&failure)))
    }

    fn enter(&self, journey: &Journey, identity: &Identity, towards: &str) -> Result<Done> {
        let entered = self.site.app.db.write_now(|tx| {
            let had = match &self.visit.session {
                Some(session) => sessions::signed_in(tx, &session.hash(), self.now)?,
                None => None,
            };
            let had = had.map(|signed_in| (signed_in.session.member_id, signed_in.session.id));
            let arrival = Arrival {
                identity,
                browser: Browser { device: self.device, had, towards },
                locale: journey.locale(),
                provider: self.provider.name(),
                client: &self.asked.client,
            };
            actions::enter_by_provider(tx, &arrival, self.now)
        });
        Ok(match entered {
            Ok(Entered::In(entrance)) => go_in(self.visit, &entrance, towards, "done-signed-in"),
            Ok(Entered::New(entrance, state)) => {
                let waits = state == MemberState::Waiting;
                let notice = if waits { "done-account-waits" } else { "done-account-open" };
                go_in(self.visit, &entrance, towards, notice)
            }
            Ok(Entered::Asked) => Done::see(ASKED),
            Err(actions::Error::Identity(IdentityError::NoAddress)) => self.comes_to(Problem::NoAddress, ""),
            Err(actions::Error::Identity(IdentityError::ByInvitation)) => {
                self.comes_to(Problem::ByInvitation, "")
            }
            Err(actions::Error::Suspended) => self.comes_to(Problem::Suspended, ""),
            Err(actions::Error::Limited { wait }) => self.comes_to(Problem::TooOften, &waits(wait)),
            Err(error) => return Err(error.into()),
        })
    }

    fn failed(&self, failure: &Failure) -> Done {
        let problem = match failure {
            Failure::Unreachable(_) => Problem::Unreachable,
            Failure::Refused(_) => Problem::Refused,
            Failure::Untrusted(_) => Problem::Untrusted,
            Failure::Clock(_) => Problem::Clock,
        };
        self.comes_to(problem, &failure.to_string())
    }

    /// To the page that says what is the matter. The log says why, where we know.
    fn comes_to(&self, problem: Problem, cause: &str) -> Done {
        let (request_id, issuer) = (self.asked.request_id.as_str(), self.provider.issuer());
        match problem.is_ours_to_mend() {
            true => tracing::warn!(request_id, issuer, %problem, cause, "no sign-in by the provider"),
            false => tracing::info!(request_id, issuer, %problem, cause, "no sign-in by the provider"),
        }
        Done::see(with_query(PROBLEM, &[("raison", problem.code())]))
    }
}

fn waits(wait: TimeDelta) -> String {
    format!("for {} s more", wait.num_seconds())
}
