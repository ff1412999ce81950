//! How a form that was sent becomes a change: read with bounds, proved to come from our page, done
//! once in one write transaction, and answered by the address of what it led to.

use std::sync::Arc;

use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{DateTime, NaiveDate, Utc};

use super::answer::{Desk, guard, is_unsettled};
use super::asked::Asked;
use super::error::{Error, Result};
use super::form::Form;
use super::frame::Frame;
use super::pages::{Page, render};
use super::refusal;
use super::server::Site;
use super::viewer::Viewer;
use super::visit::Visit;
use crate::app::day_of;
use crate::db::Transaction;
use crate::domain::policy::Actor;
use crate::i18n::Locale;
use crate::secret::Secret;
use crate::store::network::Network;
use crate::store::{sessions, submissions};

/// Where a change is made: one write transaction, one instant, one person.
pub struct Act<'a, 'tx> {
    pub tx: &'a mut Transaction<'tx>,
    pub site: &'a Site,
    pub asked: &'a Asked,
    pub network: Arc<Network>,
    pub now: DateTime<Utc>,
    /// The network's local day.
    pub today: NaiveDate,
    pub viewer: Option<Viewer>,
    pub visit: Visit,
}

impl Act<'_, '_> {
    pub fn locale(&self) -> Locale {
        self.asked.locale
    }

    /// Scheme and host, without a final slash.
    pub fn origin(&self) -> &str {
        &self.site.origin
    }

    /// Who acts, as the policy is asked.
    pub fn actor(&self) -> Actor {
        self.viewer.as_ref().map_or(Actor::Visitor, |viewer| viewer.actor().clone())
    }

    /// The person who acts.
    ///
    /// # Errors
    /// Nobody is signed in: they are asked to, and come back.
    pub fn member(&self) -> Result<Viewer> {
        self.viewer.clone().ok_or(Error::SignIn)
    }

    /// A desk on the same transaction, to draw the form again.
    pub fn desk(&mut self) -> Desk<'_> {
        Desk {
            conn: self.tx,
            site: self.site,
            asked: self.asked,
            network: Arc::clone(&self.network),
            now: self.now,
            today: self.today,
            viewer: self.viewer.clone(),
            visit: self.visit.clone(),
        }
    }

    /// The form again, with what was typed and what is wrong: nothing was written (status 422).
    pub fn again<P: Page>(&self, page: &P, frame: &Frame) -> Error {
        match render(page, frame) {
            Ok(body) => Error::Again(body),
            Err(fault) => fault.into(),
        }
    }
}

/// What a form led to.
#[derive(Debug)]
pub struct Done {
    location: String,
    notice: Option<&'static str>,
    cookies: Vec<Cookie<'static>>,
}

impl Done {
    /// The browser goes to a local address (from `/`; in the language of the form).
    pub fn see(location: impl Into<String>) -> Self {
        Self { location: location.into(), notice: None, cookies: Vec::new() }
    }

    /// The next page tells what was done: a message whose key begins with `done-`.
    pub fn saying(self, key: &'static str) -> Self {
        Self { notice: Some(key), ..self }
    }

    pub fn with_cookie(mut self, cookie: Cookie<'static>) -> Self {
        self.cookies.push(cookie);
        self
    }
}

/// Answers a form that was sent.
pub async fn act<F>(request: HttpRequest, payload: web::Payload, work: F) -> HttpResponse
where
    F: FnOnce(&mut Act<'_, '_>, &Form) -> Result<Done> + Send + 'static,
{
    let Some(site) = request.app_data::<web::Data<Site>>().map(|site| Arc::clone(site)) else {
        return HttpResponse::InternalServerError().finish();
    };
    let asked = Asked::of(&request);
    let visit = Visit::of(&request, site.is_secure());
    match take(&request, payload, &site, &asked, &visit, work).await {
        Ok(done) => see(&visit, asked.locale, done),
        Err(Error::Again(body)) => form_again(body),
        Err(error) => refusal::refuse(&site, asked, error).await,
    }
}

async fn take<F>(
    request: &HttpRequest,
    payload: web::Payload,
    site: &Arc<Site>,
    asked: &Asked,
    visit: &Visit,
    work: F,
) -> Result<Done>
where
    F: FnOnce(&mut Act<'_, '_>, &Form) -> Result<Done> + Send + 'static,
{
    if is_unsettled(request) {
        return Err(Error::Busy);
    }
    if comes_from_elsewhere(request) {
        return Err(Error::Forged);
    }
    let form = Form::read(request, payload).await?;
    if !visit.knows(form.raw("token")) {
        return Err(Error::Forged);
    }
    let (held, asked, visit) = (Arc::clone(site), asked.clone(), visit.clone());
    let write = move |tx: &mut Transaction<'_>| done(tx, &held, &asked, visit, &form, work);
    site.app.db.write(write).await
}

fn done<F>(
    tx: &mut Transaction<'_>,
    site: &Site,
    asked: &Asked,
    visit: Visit,
    form: &Form,
    work: F,
) -> Result<Done>
where
    F: FnOnce(&mut Act<'_, '_>, &Form) -> Result<Done>,
{
    let now = site.app.clock.now();
    let network = site.app.network(tx)?;
    let today = day_of(now, network.zone);
    let nonce = Secret::parse(form.raw("once")).map(|once| once.hash());
    if let Some(nonce) = &nonce
        && let Some(location) = submissions::take(tx, nonce, now)?
    {
        return Ok(Done::see(location));
    }
    let viewer = match &visit.session {
        Some(secret) => sessions::signed_in(tx, &secret.hash(), now)?.map(Viewer::new),
        None => None,
    };
    let mut act = Act { tx, site, asked, network, now, today, viewer, visit };
    let done = work(&mut act, form)?;
    if let Some(nonce) = &nonce {
        // A browser that asked twice takes the cookies of its second answer: it is worked out anew.
        match done.cookies.is_empty() {
            true => submissions::led_to(tx, nonce, &done.location)?,
            false => submissions::release(tx, nonce)?,
        }
    }
    Ok(done)
}

/// Browsers say from where a form was sent; what is sent from another site is refused even if it
/// knew a token.
fn comes_from_elsewhere(request: &HttpRequest) -> bool {
    let site = request.headers().get("sec-fetch-site").and_then(|value| value.to_str().ok());
    site.is_some_and(|site| !matches!(site, "same-origin" | "none"))
}

fn see(visit: &Visit, locale: Locale, done: Done) -> HttpResponse {
    let mut response = HttpResponse::SeeOther();
    response.insert_header((header::LOCATION, in_language(locale, done.location)));
    response.insert_header((header::CACHE_CONTROL, "no-store"));
    for cookie in done.cookies {
        response.cookie(cookie);
    }
    if let Some(key) = done.notice {
        response.cookie(visit.notice_cookie(key));
    }
    response.finish()
}

/// A local address in the language of the one who reads.
fn in_language(locale: Locale, location: String) -> String {
    let prefix = locale.prefix();
    let has_it = location == prefix || location.starts_with(&format!("{prefix}/"));
    match location.as_str() {
        "/" if !prefix.is_empty() => prefix.to_owned(),
        _ if has_it => location,
        _ => format!("{prefix}{location}"),
    }
}

fn form_again(body: String) -> HttpResponse {
    let mut response = HttpResponse::with_body(StatusCode::UNPROCESSABLE_ENTITY, body).map_into_boxed_body();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    guard(headers);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_keep_the_language_of_the_form() {
        for (locale, location, wanted) in [
            (Locale::Fr, "/lieux/a", "/lieux/a"),
            (Locale::En, "/lieux/a", "/en/lieux/a"),
            (Locale::En, "/en/lieux/a?b=c", "/en/lieux/a?b=c"),
            (Locale::En, "/", "/en"),
            (Locale::Fr, "/", "/"),
            (Locale::En, "/english", "/en/english"),
        ] {
            assert_eq!(in_language(locale, location.to_owned()), wanted);
        }
    }
}
