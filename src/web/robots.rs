//! What robots may read: everything, and where the list of pages is.

use actix_web::{HttpRequest, HttpResponse};
use chrono::TimeDelta;

use super::answer::answer;
use super::kept::Made;
use crate::db::Scope;

/// `GET /robots.txt`
pub async fn show(request: HttpRequest) -> HttpResponse {
    answer(&request, |desk| {
        Ok(Made {
            content_type: "text/plain; charset=utf-8",
            cache_control: "public, max-age=86400",
            body: format!("User-agent: *\nAllow: /\n\nSitemap: {}/sitemap.xml\n", desk.origin()),
            scope: Scope::Everything,
            valid_until: desk.now + TimeDelta::days(365),
            last_modified: None,
            noindex: false,
        })
    })
    .await
}
