//! Answers to what cannot be answered: translated pages with a way out, plain text for feeds.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpRequest, HttpResponse};

use super::answer::{guard, is_unsettled};
use super::asked::{Asked, with_query};
use super::error::Error;
use super::errors::page::{NotFoundPage, ProblemPage};
use super::frame::Frame;
use super::pages::render;
use super::parts::Link;
use super::server::Site;
use crate::db;
use crate::domain::schedule::OccurrenceKey;
use crate::domain::text::fold;
use crate::i18n::{self, Locale};
use crate::secret::masked;
use crate::store::agenda::Narrowed;
use crate::store::{feeds, places};

/// The answer to an address that no route knows.
pub async fn not_found(request: HttpRequest, site: actix_web::web::Data<Site>) -> HttpResponse {
    if let Some(location) = without_final_slash(request.path(), request.query_string()) {
        return HttpResponse::PermanentRedirect().insert_header((header::LOCATION, location)).finish();
    }
    // What was meant cannot be looked up while the database is away.
    let error = if is_unsettled(&request) { Error::Busy } else { Error::NotFound };
    refuse(&site, Asked::of(&request), error).await
}

/// "/agenda/" is a habit of fingers, not another page. Never what a browser would read as the
/// address of another host: "//host", "/\host".
fn without_final_slash(path: &str, query: &str) -> Option<String> {
    let trimmed = path.strip_suffix('/')?.trim_end_matches('/');
    let lower = trimmed.to_ascii_lowercase();
    let foreign = ["//", "\\", "%5c"].iter().any(|part| lower.contains(part));
    let query = if query.is_empty() { String::new() } else { format!("?{query}") };
    (!trimmed.is_empty() && !foreign).then(|| format!("{trimmed}{query}"))
}

/// The answer to a method that an address does not know.
pub async fn method_not_allowed() -> HttpResponse {
    HttpResponse::MethodNotAllowed().insert_header((header::ALLOW, "GET, HEAD")).finish()
}

/// The answer to `error`. Logs what is our fault.
pub async fn refuse(site: &Arc<Site>, asked: Asked, error: Error) -> HttpResponse {
    if matches!(error, Error::SignIn) {
        return to_sign_in(&asked);
    }
    if matches!(error, Error::SecondFactor) {
        return to_second_factor(&asked);
    }
    let status = error.status();
    let request_id = asked.request_id.clone();
    if let Error::Internal(cause) = &error {
        tracing::error!(request_id, path = %masked(&asked.path), cause, "request failed");
    }
    let status_code = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let (content_type, body) = if is_for_programs(&asked.path) {
        ("text/plain; charset=utf-8", plain(asked.locale, status, &error))
    } else {
        ("text/html; charset=utf-8", page(site, &asked, &error, status, &request_id).await)
    };
    let mut response = HttpResponse::with_body(status_code, body).map_into_boxed_body();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if status == 503 {
        headers.insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    }
    guard(headers);
    response
}

/// Signs in first, then comes back.
fn to_sign_in(asked: &Asked) -> HttpResponse {
    first(asked, "/connexion")
}

/// Sets up a second factor first, then comes back.
fn to_second_factor(asked: &Asked) -> HttpResponse {
    first(asked, "/compte/double-verification")
}

fn first(asked: &Asked, path: &str) -> HttpResponse {
    let back = with_query(&asked.path, &asked.pairs);
    let location = with_query(&asked.local(path), &[("vers", back)]);
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, location))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .finish()
}

/// Addresses that programs ask for: never an HTML page.
pub(super) fn is_for_programs(path: &str) -> bool {
    [".ics", ".atom", ".xml", ".txt", ".json"].iter().any(|end| path.ends_with(end))
}

fn plain(locale: Locale, status: u16, error: &Error) -> String {
    let heading = match status {
        404 => i18n::text(locale, "not-found"),
        _ => ProblemPage::of(locale, status).heading,
    };
    match error {
        Error::BadRequest(detail) if !detail.is_empty() => format!("{status} {heading}\n{detail}\n"),
        _ => format!("{status} {heading}\n"),
    }
}

async fn page(site: &Arc<Site>, asked: &Asked, error: &Error, status: u16, request_id: &str) -> String {
    let network = site.app.known_network();
    let mut frame = Frame::new(asked.locale, &network.name, &site.origin, &asked.path);
    frame.demo = network.demo;
    frame.noindex = true;
    let made = match error {
        Error::NotFound => {
            let page = meant(site, asked).await;
            frame.title = i18n::text(asked.locale, "not-found");
            render(&page, &frame)
        }
        _ => {
            let mut page = ProblemPage::of(asked.locale, status);
            frame.title = page.heading.clone();
            match error {
                Error::BadRequest(detail) => page.detail = detail.clone(),
                Error::TooOften { minutes } => page.detail = wait(asked.locale, *minutes),
                _ => {}
            }
            if status >= 500 {
                page.request_id = request_id.to_owned();
            }
            render(&page, &frame)
        }
    };
    made.unwrap_or_else(|fault| {
        tracing::error!(request_id, %fault, "the page of an error failed");
        format!("{status}\n")
    })
}

/// How long to wait before it may be tried again.
fn wait(locale: Locale, minutes: i64) -> String {
    let mut args = i18n::Args::new();
    args.set("minutes", minutes);
    i18n::text_with(locale, "problem-wait", Some(&args))
}

/// How many suggestions a lost visitor gets.
const SUGGESTIONS: usize = 6;

/// What the visitor may have meant, by the words of the address. A date that is gone is no word:
/// the event it was of is.
async fn meant(site: &Arc<Site>, asked: &Asked) -> NotFoundPage {
    let is_word = |part: &&str| !part.is_empty() && *part != "en" && OccurrenceKey::parse(part).is_none();
    let last = asked.path.rsplit('/').find(is_word).unwrap_or("");
    let q: String = fold(last).chars().take(60).collect();
    if q.is_empty() {
        return NotFoundPage { q, suggestions: Vec::new() };
    }
    let (words, locale, site) = (q.clone(), asked.locale, Arc::clone(site));
    let db = Arc::clone(&site.app.db);
    let found = db.read(move |conn| suggestions(conn, &site, locale, &words)).await;
    NotFoundPage { q, suggestions: found.unwrap_or_default() }
}

fn suggestions(
    conn: &mut db::DbConnection,
    site: &Site,
    locale: Locale,
    words: &str,
) -> db::Result<Vec<Link>> {
    let backend = site.app.db.backend();
    let now = site.app.clock.now();
    let filter = places::PlaceFilter { text: Some(words.to_owned()), ..Default::default() };
    let found = places::list(conn, backend, &filter, now.date_naive())?;
    let place =
        |row: &places::PlaceRow| Link::new(&row.name, format!("{}/lieux/{}", locale.prefix(), row.slug));
    let mut links: Vec<Link> = found.iter().take(SUGGESTIONS / 2).map(|(row, _)| place(row)).collect();
    let mut asked = Narrowed::default();
    asked.filter.text = Some(words.to_owned());
    let room = SUGGESTIONS - links.len();
    let events = feeds::titles(conn, backend, &asked, now, room)?;
    links.extend(
        events
            .into_iter()
            .map(|(slug, title)| Link::new(title, format!("{}/evenements/{slug}", locale.prefix()))),
    );
    Ok(links)
}
