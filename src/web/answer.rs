//! How an address becomes an answer: kept if it is still true, else built once by one reader of
//! the database, and sent with the headers that browsers and calendar apps rely on.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::{HttpMessage as _, HttpRequest, HttpResponse};
use chrono::{DateTime, NaiveDate, Utc};

use super::asked::Asked;
use super::conditional::is_unmodified;
use super::encoding::Encoding;
use super::error::{Error, Result};
use super::frame::Frame;
use super::kept::{Answer, Made};
use super::pages::{Page, render};
use super::refusal;
use super::server::Site;
use crate::app::day_of;
use crate::db::{Backend, DbConnection, Scope};
use crate::i18n::Locale;
use crate::store::network::Network;

/// Where an answer is made: one connection, one instant, one language.
pub struct Desk<'a> {
    pub conn: &'a mut DbConnection,
    pub site: &'a Site,
    pub asked: &'a Asked,
    pub network: Arc<Network>,
    pub now: DateTime<Utc>,
    /// The network's local day.
    pub today: NaiveDate,
}

impl Desk<'_> {
    pub fn locale(&self) -> Locale {
        self.asked.locale
    }

    pub fn backend(&self) -> Backend {
        self.site.app.db.backend()
    }

    /// Scheme and host, without a final slash.
    pub fn origin(&self) -> &str {
        &self.site.origin
    }

    /// When the network's next day begins: until then "today" stays true.
    pub fn midnight(&self) -> DateTime<Utc> {
        let tomorrow = self.today.succ_opt().unwrap_or(self.today);
        crate::domain::period::instant_of(tomorrow.and_time(chrono::NaiveTime::MIN), self.network.zone)
    }

    /// A frame for the page at `path` (its query included where that changes its content).
    pub fn frame(&self, path: &str) -> Frame {
        let mut frame = Frame::new(self.locale(), &self.network.name, self.origin(), path);
        frame.demo = self.network.demo;
        frame
    }

    /// The page as an answer that is true until `valid_until`.
    pub fn page<P: Page>(
        &self,
        page: &P,
        frame: &Frame,
        scope: Scope,
        valid_until: DateTime<Utc>,
    ) -> Result<Made> {
        Ok(Made {
            content_type: "text/html; charset=utf-8",
            // Browsers ask each time, and mostly hear "304": what was written is read.
            cache_control: "no-cache",
            body: render(page, frame)?,
            scope,
            valid_until,
            last_modified: None,
            noindex: false,
        })
    }
}

/// Answers a request: with what is kept, or with what `make` makes.
pub async fn answer<F>(request: &HttpRequest, make: F) -> HttpResponse
where
    F: FnOnce(&mut Desk<'_>) -> Result<Made> + Send + 'static,
{
    let Some(site) = request.app_data::<actix_web::web::Data<Site>>() else {
        return HttpResponse::InternalServerError().finish();
    };
    let site = Arc::clone(site);
    let asked = Asked::of(request);
    if is_unsettled(request) {
        return refusal::refuse(&site, asked, Error::Busy).await;
    }
    match build(&site, request, asked.clone(), make).await {
        Ok(answer) => send(request.headers(), &answer),
        Err(error) => refusal::refuse(&site, asked, error).await,
    }
}

async fn build<F>(site: &Arc<Site>, request: &HttpRequest, asked: Asked, make: F) -> Result<Arc<Answer>>
where
    F: FnOnce(&mut Desk<'_>) -> Result<Made> + Send + 'static,
{
    let address = address(request);
    let _turn = site.kept.turn(address).await;
    if let Some(answer) = site.fresh(address) {
        return Ok(answer);
    }
    let encoding = accepted(request.headers());
    let desk_site = Arc::clone(site);
    // Taken before the queries: a write in between makes the answer stale at once, never unseen.
    let revision = site.app.db.revisions().current();
    let answer = site
        .app
        .db
        .read(move |conn| {
            let now = desk_site.app.clock.now();
            let network = desk_site.app.network(conn)?;
            let today = day_of(now, network.zone);
            let made = make(&mut Desk { conn, site: &desk_site, asked: &asked, network, now, today })?;
            let answer = Arc::new(Answer::new(made, revision));
            answer.body(encoding);
            Ok::<_, Error>(answer)
        })
        .await?;
    site.kept.keep(address, &answer);
    Ok(answer)
}

/// Marks a request that came while the database could not be asked what has changed: nothing kept
/// may be given to it, and nothing new can be made.
pub struct Unsettled;

pub fn is_unsettled(request: &HttpRequest) -> bool {
    request.extensions().contains::<Unsettled>()
}

/// Under which name an answer is kept: path and query as they were sent.
pub fn address(request: &HttpRequest) -> &str {
    request.uri().path_and_query().map_or("/", |pq| pq.as_str())
}

/// The encoding that a client takes.
fn accepted(headers: &HeaderMap) -> Encoding {
    Encoding::accepted(headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()))
}

/// The response for an answer: 304 when the client has it.
pub fn send(headers: &HeaderMap, answer: &Answer) -> HttpResponse {
    let unmodified = is_unmodified(headers, answer);
    let status = if unmodified { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
    let encoding = accepted(headers);
    let mut response = match unmodified {
        true => HttpResponse::new(status),
        false => HttpResponse::with_body(status, answer.body(encoding)).map_into_boxed_body(),
    };
    let sent = response.headers_mut();
    sent.insert(header::ETAG, answer.etag.clone());
    sent.insert(header::CACHE_CONTROL, answer.cache_control.clone());
    sent.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some((text, _)) = &answer.last_modified {
        sent.insert(header::LAST_MODIFIED, text.clone());
    }
    if answer.noindex {
        sent.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));
    }
    if !unmodified {
        sent.insert(header::CONTENT_TYPE, answer.content_type.clone());
        if let Some(name) = encoding.name() {
            sent.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
        }
        guard(sent);
    }
    response
}

/// The headers that keep a page to itself: no other host, no inline script, no frame around it.
pub fn guard(headers: &mut HeaderMap) {
    const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
        form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
}
