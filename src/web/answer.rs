//! How an address becomes an answer: kept if it is still true, else built once by one reader of
//! the database, and sent with the headers that browsers and calendar apps rely on.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::{HttpMessage as _, HttpRequest, HttpResponse};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::asked::Asked;
use super::conditional::is_unmodified;
use super::encoding::Encoding;
use super::error::{Error, Result};
use super::fields::FormMarks;
use super::frame::{Corner, Frame};
use super::kept::{Answer, Made};
use super::pages::{Page, render};
use super::refusal;
use super::server::Site;
use super::viewer::Viewer;
use super::visit::Visit;
use crate::app::day_of;
use crate::db::{Backend, DbConnection, Scope};
use crate::domain::member::PersonName;
use crate::domain::policy::Actor;
use crate::i18n::{self, Locale};
use crate::secret::Secret;
use crate::store::network::Network;
use crate::store::sessions;

/// Where an answer is made: one connection, one instant, one language.
pub struct Desk<'a> {
    pub conn: &'a mut DbConnection,
    pub site: &'a Site,
    pub asked: &'a Asked,
    pub network: Arc<Network>,
    pub now: DateTime<Utc>,
    /// The network's local day.
    pub today: NaiveDate,
    /// Who the page is made for; `None` on pages for everybody.
    pub viewer: Option<Viewer>,
    pub visit: Visit,
}

impl Desk<'_> {
    /// Who asks, as the policy is asked.
    pub fn actor(&self) -> Actor {
        self.viewer.as_ref().map_or(Actor::Visitor, |viewer| viewer.actor().clone())
    }

    /// The person who asks.
    ///
    /// # Errors
    /// Nobody is signed in: they are asked to, and come back.
    pub fn member(&self) -> Result<Viewer> {
        self.viewer.clone().ok_or(Error::SignIn)
    }

    /// The hidden fields of a form on this page. Pages that are kept for everybody have none.
    pub fn form(&self) -> FormMarks {
        self.visit.form_secret().map(FormMarks::under).unwrap_or_default()
    }

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
        frame.corner = self.viewer.as_ref().map(|viewer| Corner {
            name: viewer.name().to_owned(),
            initials: PersonName::initials(viewer.name()),
            form: self.form(),
            coordinates: viewer.signed_in.member.coordinates,
        });
        frame.notice =
            self.visit.notice.as_deref().map_or_else(String::new, |key| i18n::text(self.locale(), key));
        frame
    }

    /// The page as an answer for this person alone: never kept, by nobody.
    pub fn private_page<P: Page>(&self, page: &P, frame: &Frame) -> Result<Made> {
        let made = self.page(page, frame, Scope::Network, self.now)?;
        Ok(Made { noindex: true, ..made })
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
    let visit = Visit::of(request, site.is_secure());
    if visit.is_personal() && !refusal::is_for_programs(&asked.path) {
        return personal(&site, asked, visit, make).await;
    }
    match build(&site, request, asked.clone(), make).await {
        Ok(answer) => send(request.headers(), &answer),
        Err(error) => refusal::refuse(&site, asked, error).await,
    }
}

/// Answers a program whose address holds a secret: made each time and not kept here, for there is
/// one reader to each such address. The reader keeps it and asks by its entity tag.
pub async fn unkept<F>(request: &HttpRequest, make: F) -> HttpResponse
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
    match build_for_nobody(&site, asked.clone(), accepted(request.headers()), make).await {
        Ok(answer) => send(request.headers(), &answer),
        Err(error) => refusal::refuse(&site, asked, error).await,
    }
}

/// Answers a request for a page that is one person's, or that holds a form: never kept.
pub async fn private<F>(request: &HttpRequest, make: F) -> HttpResponse
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
    let visit = Visit::of(request, site.is_secure());
    personal(&site, asked, visit, make).await
}

/// How old the last use of a session may be before it is written down again.
const SEEN_EVERY: TimeDelta = TimeDelta::minutes(15);

/// Makes a page for one browser.
async fn personal<F>(site: &Arc<Site>, asked: Asked, mut visit: Visit, make: F) -> HttpResponse
where
    F: FnOnce(&mut Desk<'_>) -> Result<Made> + Send + 'static,
{
    let fresh = visit.form_secret().is_none().then(Secret::new);
    if let Some(secret) = &fresh {
        visit.form = Some(secret.clone());
    }
    let (held, desk_asked, desk_visit) = (Arc::clone(site), asked.clone(), visit.clone());
    let made = site.app.db.read(move |conn| {
        let now = held.app.clock.now();
        let network = held.app.network(conn)?;
        let today = day_of(now, network.zone);
        let viewer = match &desk_visit.session {
            Some(secret) => sessions::signed_in(conn, &secret.hash(), now)?.map(Viewer::new),
            None => None,
        };
        let seen =
            viewer.as_ref().map(|viewer| (viewer.signed_in.session.id, viewer.signed_in.session.seen_at.0));
        let stale = seen.filter(|(_, at)| now - *at >= SEEN_EVERY).map(|(id, _)| (id, now));
        let visit = desk_visit;
        let mut desk = Desk { conn, site: &held, asked: &desk_asked, network, now, today, viewer, visit };
        let made = make(&mut desk).map_err(|error| Viewer::refused(desk.viewer.as_ref(), error))?;
        Ok::<_, Error>((made, stale))
    });
    let (made, stale) = match made.await {
        Ok(answer) => answer,
        Err(error) => return refusal::refuse(site, asked, error).await,
    };
    let mut response = HttpResponse::Ok();
    if let Some((session, now)) = stale {
        note_use(site, session, now).await;
        // The cookie lives on with the session.
        if let Some(secret) = &visit.session {
            response.cookie(visit.session_cookie(secret));
        }
    }
    response.insert_header((header::CONTENT_TYPE, made.content_type));
    response.insert_header((header::CACHE_CONTROL, "private, no-store"));
    if made.noindex {
        response.insert_header(("x-robots-tag", "noindex"));
    }
    if let Some(secret) = &fresh {
        response.cookie(visit.form_cookie(secret));
    }
    if visit.notice.is_some() {
        response.cookie(visit.no_notice_cookie());
    }
    let mut response = response.body(made.body);
    guard(response.headers_mut());
    response
}

/// A session that is used lives on. Failing to note it harms nobody.
async fn note_use(site: &Arc<Site>, session: i64, now: DateTime<Utc>) {
    let noted = site.app.db.write(move |tx| sessions::note_use(tx, session, now)).await;
    if let Err(error) = noted {
        tracing::warn!(%error, "the use of a session was not noted");
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
    let answer = Arc::new(build_for_nobody(site, asked, accepted(request.headers()), make).await?);
    site.kept.keep(address, &answer);
    Ok(answer)
}

/// Makes an answer that knows no viewer, for one who takes it in `encoding`.
async fn build_for_nobody<F>(site: &Arc<Site>, asked: Asked, encoding: Encoding, make: F) -> Result<Answer>
where
    F: FnOnce(&mut Desk<'_>) -> Result<Made> + Send + 'static,
{
    let desk_site = Arc::clone(site);
    // Taken before the queries: a write in between makes the answer stale at once, never unseen.
    let revision = site.app.db.revisions().current();
    let made = site.app.db.read(move |conn| {
        let now = desk_site.app.clock.now();
        let network = desk_site.app.network(conn)?;
        let today = day_of(now, network.zone);
        let visit = Visit::default();
        let mut desk =
            Desk { conn, site: &desk_site, asked: &asked, network, now, today, viewer: None, visit };
        make(&mut desk)
    });
    Ok(Answer::new(made.await?, revision, encoding))
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
        connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
}
