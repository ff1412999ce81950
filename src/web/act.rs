//! How a form that was sent becomes a change: read with bounds, proved to come from our page, done
//! once in one write transaction, and answered by the address of what it led to.

use std::sync::Arc;

use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{DateTime, NaiveDate, Utc};

use super::accounts::expired;
use super::answer::{Desk, guard, is_unsettled};
use super::asked::Asked;
use super::client;
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
    /// The browser in a few words. May be empty.
    pub device: String,
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

    /// The form again, with what was typed and what it would lead to, where that was all that was asked
    /// for: nothing is wrong (status 200).
    pub fn preview<P: Page>(&self, page: &P, frame: &Frame) -> Result<Done> {
        Ok(Done::page(render(page, frame)?))
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
    page: Option<String>,
    download: Option<Download>,
}

/// A file for the one who asked for it.
#[derive(Debug)]
pub struct Download {
    /// ASCII, as it is proposed to be saved.
    pub name: String,
    pub media_type: &'static str,
    pub bytes: Vec<u8>,
}

impl Done {
    /// The browser goes to a local address (from `/`; in the language of the form), or to a whole
    /// one elsewhere.
    pub fn see(location: impl Into<String>) -> Self {
        Self { location: location.into(), notice: None, cookies: Vec::new(), page: None, download: None }
    }

    /// A file that the browser saves, staying where it is.
    pub fn download(file: Download) -> Self {
        Self { download: Some(file), ..Self::see("") }
    }

    /// A page that only this answer can show, for it holds what was sent.
    pub fn page(document: String) -> Self {
        Self { page: Some(document), ..Self::see("") }
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

/// What is at hand before the transaction begins.
pub struct Before<'a> {
    pub site: &'a Site,
    pub asked: &'a Asked,
    pub visit: &'a Visit,
    pub now: DateTime<Utc>,
}

/// Answers a form that was sent.
pub async fn act<F>(request: HttpRequest, payload: web::Payload, work: F) -> HttpResponse
where
    F: FnOnce(&mut Act<'_, '_>, &Form) -> Result<Done> + Send + 'static,
{
    act_prepared(request, payload, |_, _| Ok(()), |act, form, ()| work(act, form)).await
}

/// [`act`] for what begins with slow work (a password, a picture): `prepare` does it while nobody
/// waits for the database's one writer, and what it writes by itself stays whatever comes after.
pub async fn act_prepared<P, G, F>(
    request: HttpRequest,
    payload: web::Payload,
    prepare: G,
    work: F,
) -> HttpResponse
where
    G: FnOnce(&Before<'_>, &Form) -> Result<P> + Send + 'static,
    F: FnOnce(&mut Act<'_, '_>, &Form, P) -> Result<Done> + Send + 'static,
{
    let Some(site) = request.app_data::<web::Data<Site>>().map(|site| Arc::clone(site)) else {
        return HttpResponse::InternalServerError().finish();
    };
    let asked = Asked::of(&request);
    let visit = Visit::of(&request, site.is_secure());
    let device = client::browser(&request);
    let form = match read(&request, payload, &visit).await {
        Ok(form) => Arc::new(form),
        Err(error) => return refusal::refuse(&site, asked, error).await,
    };
    let bench = Bench { site: Arc::clone(&site), asked: asked.clone(), visit: visit.clone(), device };
    let held = Arc::clone(&form);
    let taken = web::block(move || bench.take(&held, prepare, work)).await;
    match taken.unwrap_or_else(|broken| Err(Error::Internal(broken.to_string()))) {
        Ok(Done { page: Some(page), cookies, .. }) => document(StatusCode::OK, page, cookies),
        Ok(Done { download: Some(file), .. }) => attachment(file),
        Ok(done) => see(&visit, asked.locale, done),
        Err(Error::Again(body)) => document(StatusCode::UNPROCESSABLE_ENTITY, body, Vec::new()),
        // Who was signed in when the form was shown signs in again, and loses nothing.
        Err(Error::SignIn) if visit.session.is_some() => expired::ask(&site, &asked, &visit, &form).await,
        Err(error) => refusal::refuse(&site, asked, error).await,
    }
}

/// The form, if it comes from a page that this browser was shown.
async fn read(request: &HttpRequest, payload: web::Payload, visit: &Visit) -> Result<Form> {
    if is_unsettled(request) {
        return Err(Error::Busy);
    }
    if comes_from_elsewhere(request) {
        return Err(Error::Forged);
    }
    let form = Form::read(request, payload).await?;
    if visit.knows(form.raw("token")) { Ok(form) } else { Err(Error::Forged) }
}

/// Where a form is worked on, on a thread that may wait.
struct Bench {
    site: Arc<Site>,
    asked: Asked,
    visit: Visit,
    device: String,
}

impl Bench {
    fn take<P, G, F>(self, form: &Form, prepare: G, work: F) -> Result<Done>
    where
        G: FnOnce(&Before<'_>, &Form) -> Result<P>,
        F: FnOnce(&mut Act<'_, '_>, &Form, P) -> Result<Done>,
    {
        let Self { site, asked, visit, .. } = &self;
        let now = site.app.clock.now();
        let prepared = prepare(&Before { site, asked, visit, now }, form)?;
        site.app.db.write_now(|tx| self.done(tx, form, now, |act, form| work(act, form, prepared)))
    }

    fn done<F>(&self, tx: &mut Transaction<'_>, form: &Form, now: DateTime<Utc>, work: F) -> Result<Done>
    where
        F: FnOnce(&mut Act<'_, '_>, &Form) -> Result<Done>,
    {
        let Self { site, asked, visit, device } = self;
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
        let (visit, device) = (visit.clone(), device.clone());
        let mut act = Act { tx, site, asked, network, now, today, viewer, visit, device };
        let done = work(&mut act, form).map_err(|error| Viewer::refused(act.viewer.as_ref(), error))?;
        if let Some(nonce) = &nonce {
            // A browser that asked twice takes the cookies of its second answer: it is worked out anew.
            match done.cookies.is_empty() && done.page.is_none() && done.download.is_none() {
                true => submissions::led_to(tx, nonce, &done.location)?,
                false => submissions::release(tx, nonce)?,
            }
        }
        Ok(done)
    }
}

/// Browsers say from where a form was sent; what is sent from another site is refused even if it
/// knew a token.
pub(super) fn comes_from_elsewhere(request: &HttpRequest) -> bool {
    let site = request.headers().get("sec-fetch-site").and_then(|value| value.to_str().ok());
    site.is_some_and(|site| !matches!(site, "same-origin" | "none"))
}

/// Sends the browser where something led.
pub(super) fn see(visit: &Visit, locale: Locale, done: Done) -> HttpResponse {
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

/// A local address in the language of the one who reads. One elsewhere stays as it is.
fn in_language(locale: Locale, location: String) -> String {
    let prefix = locale.prefix();
    let has_it = location == prefix || location.starts_with(&format!("{prefix}/"));
    match location.as_str() {
        "/" if !prefix.is_empty() => prefix.to_owned(),
        _ if has_it || !location.starts_with('/') => location,
        _ => format!("{prefix}{location}"),
    }
}

/// A file to be saved, by this browser alone.
fn attachment(file: Download) -> HttpResponse {
    let mut response = HttpResponse::Ok();
    response.insert_header((header::CONTENT_TYPE, file.media_type));
    response.insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", file.name)));
    response.insert_header((header::CACHE_CONTROL, "no-store"));
    let mut response = response.body(file.bytes);
    guard(response.headers_mut());
    response
}

/// A document for this browser alone.
pub(super) fn document(status: StatusCode, body: String, cookies: Vec<Cookie<'static>>) -> HttpResponse {
    let mut response = HttpResponse::build(status);
    response.insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"));
    response.insert_header((header::CACHE_CONTROL, "no-store"));
    for cookie in cookies {
        response.cookie(cookie);
    }
    let mut response = response.body(body);
    guard(response.headers_mut());
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
            (Locale::En, "https://id.example/", "https://id.example/"),
        ] {
            assert_eq!(in_language(locale, location.to_owned()), wanted);
        }
    }
}
