//! What supervisors ask: is the process alive, and can it answer?

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

use super::answer::is_unsettled;
use super::server::Site;
use crate::db;
use crate::store::network;

/// `GET /health`: the process runs.
pub async fn alive() -> HttpResponse {
    plain(200, "ok\n")
}

/// `GET /ready`: the database answers too.
pub async fn ready(request: HttpRequest, site: Data<Site>) -> HttpResponse {
    if is_unsettled(&request) {
        return away();
    }
    match site.app.db.read::<_, db::Error, _>(network::find).await {
        Ok(_) => plain(200, "ready\n"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            away()
        }
    }
}

fn away() -> HttpResponse {
    plain(503, "the database does not answer\n")
}

fn plain(status: u16, text: &'static str) -> HttpResponse {
    let status = actix_web::http::StatusCode::from_u16(status).unwrap_or_default();
    HttpResponse::build(status)
        .insert_header(("cache-control", "no-store"))
        .content_type("text/plain; charset=utf-8")
        .body(text)
}
