//! The addresses that search engines should know (sitemaps.org): pages of the service, places,
//! events that have dates to come, and members who made their name public.

use std::fmt::Write as _;

use actix_web::{HttpRequest, HttpResponse};

use super::answer::{Desk, answer};
use super::asked::local;
use super::error::Result;
use super::kept::Made;
use crate::db::Scope;
use crate::i18n::Locale;
use crate::store::{events, places, profiles};

/// A sitemap holds 50,000 addresses at most, each in two languages here.
const MOST_PLACES: i64 = 10_000;
const MOST_EVENTS: i64 = 10_000;
const MOST_MEMBERS: i64 = 4_000;
const PAGES: [&str; 8] = [
    "/",
    "/lieux",
    "/agenda",
    "/membres",
    "/a-propos",
    "/mentions-legales",
    "/confidentialite",
    "/accessibilite",
];

/// `GET /sitemap.xml`
pub async fn index(request: HttpRequest) -> HttpResponse {
    answer(&request, |desk| {
        Ok(Made {
            content_type: "application/xml; charset=utf-8",
            cache_control: "public, max-age=3600",
            body: sitemap(desk)?,
            scope: Scope::Network,
            valid_until: desk.midnight(),
            last_modified: None,
            noindex: false,
        })
    })
    .await
}

fn sitemap(desk: &mut Desk<'_>) -> Result<String> {
    let mut paths: Vec<String> = PAGES.iter().map(|path| (*path).to_owned()).collect();
    let territories = places::count_by_territory(desk.conn, desk.today)?;
    paths.extend(territories.iter().map(|(code, _)| format!("/territoires/{code}")));
    let names = places::names(desk.conn, MOST_PLACES)?;
    paths.extend(names.iter().map(|(slug, _)| format!("/lieux/{slug}")));
    let slugs = events::slugs_ending_after(desk.conn, desk.now, MOST_EVENTS)?;
    paths.extend(slugs.iter().map(|slug| format!("/evenements/{slug}")));
    // Whoever made their name public agreed, on a day that is kept, that search engines read it.
    let members = profiles::public_uids(desk.conn, MOST_MEMBERS)?;
    paths.extend(members.iter().map(|uid| format!("/membres/{uid}")));
    Ok(urls(desk.origin(), &paths))
}

fn urls(origin: &str, paths: &[String]) -> String {
    let mut xml = String::with_capacity(400 * paths.len());
    xml.push_str("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
    for path in paths {
        for locale in Locale::ALL {
            let _ = write!(xml, "<url><loc>{origin}{}</loc>", local(locale, path));
            for other in Locale::ALL {
                let _ = write!(
                    xml,
                    "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{origin}{}\"/>",
                    other.tag(),
                    local(other, path)
                );
            }
            xml.push_str("</url>\n");
        }
    }
    xml.push_str("</urlset>\n");
    xml
}
