//! The pages about the service: sources, legal, privacy, accessibility.

use actix_web::{HttpRequest, HttpResponse};
use chrono::{NaiveDate, TimeDelta};

use super::page::{AccessibilityPage, LegalPage, PrivacyPage, SourcesPage};
use crate::db::Scope;
use crate::i18n::quantity::{self, Counted};
use crate::i18n::{self, date};
use crate::store::agenda::{self, Narrowed};
use crate::store::places;
use crate::web::answer::{Desk, answer};
use crate::web::asked::local;
use crate::web::error::Result;
use crate::web::frame::Section;
use crate::web::kept::Made;
use crate::web::pages::Page;
use crate::web::parts::Link;

/// The day on which the accessibility declaration was last gone through.
const DECLARED_ON: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 11, 24);
/// How far ahead "events to come" are counted.
const AHEAD: TimeDelta = TimeDelta::days(365);

/// `GET /a-propos`
pub async fn sources(request: HttpRequest) -> HttpResponse {
    answer(&request, |desk| {
        let locale = desk.locale();
        let page = SourcesPage {
            figures: figures(desk)?,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            code_href: desk.site.app.config.code_url.clone(),
            contact: contact(desk),
            feeds: vec![
                Link::new(i18n::text(locale, "about-feed-agenda"), local(locale, "/agenda.ics")),
                Link::new(i18n::text(locale, "atom-short"), local(locale, "/agenda.atom")),
            ],
        };
        about(desk, &page, "/a-propos", "about-title", Scope::Network)
    })
    .await
}

/// `GET /mentions-legales`
pub async fn legal(request: HttpRequest) -> HttpResponse {
    answer(&request, |desk| {
        let config = &desk.site.app.config;
        let page = LegalPage {
            publisher: config.publisher.clone(),
            director: config.director.clone(),
            contact: contact(desk),
            host: config.host.clone(),
        };
        about(desk, &page, "/mentions-legales", "layout-legal", Scope::Everything)
    })
    .await
}

/// `GET /confidentialite`
pub async fn privacy(request: HttpRequest) -> HttpResponse {
    answer(&request, |desk| {
        let page = PrivacyPage { publisher: publisher(desk), contact: contact(desk) };
        about(desk, &page, "/confidentialite", "layout-privacy", Scope::Everything)
    })
    .await
}

/// `GET /accessibilite`
pub async fn accessibility(request: HttpRequest) -> HttpResponse {
    answer(&request, |desk| {
        let declared = DECLARED_ON.unwrap_or(desk.today);
        let page = AccessibilityPage {
            publisher: publisher(desk),
            contact: contact(desk),
            declared_on: date::date(desk.locale(), declared),
        };
        about(desk, &page, "/accessibilite", "accessibility-title", Scope::Everything)
    })
    .await
}

fn about<P: Page>(desk: &Desk<'_>, page: &P, path: &str, title_key: &str, scope: Scope) -> Result<Made> {
    let locale = desk.locale();
    let mut frame = desk.frame(&local(locale, path));
    frame.section = Section::About;
    frame.title = i18n::text(locale, title_key);
    desk.page(page, &frame, scope, desk.midnight())
}

/// The publisher, or the network where none was configured.
fn publisher(desk: &Desk<'_>) -> String {
    let configured = &desk.site.app.config.publisher;
    if configured.is_empty() { desk.network.name.clone() } else { configured.clone() }
}

/// The publisher's mailbox or web page.
fn contact(desk: &Desk<'_>) -> Option<Link> {
    let contact = desk.site.app.config.contact.as_str();
    if contact.is_empty() {
        return None;
    }
    let is_mailbox = contact.contains('@') && !contact.contains("://");
    let href = if is_mailbox { format!("mailto:{contact}") } else { contact.to_owned() };
    Some(Link::new(contact, href))
}

fn figures(desk: &mut Desk<'_>) -> Result<Vec<String>> {
    let locale = desk.locale();
    let backend = desk.backend();
    let open: i64 = places::count_by_territory(desk.conn, desk.today)?.iter().map(|(_, count)| count).sum();
    let range = (desk.now, desk.now + AHEAD);
    let coming = agenda::count_between(desk.conn, backend, &Narrowed::default(), range, desk.now)?;
    let told = |what, n: i64| quantity::count(locale, what, u64::try_from(n).unwrap_or(0));
    let mut args = i18n::Args::new();
    args.set("events", told(Counted::Events, coming));
    Ok(vec![told(Counted::Places, open), i18n::text_with(locale, "about-coming", Some(&args))])
}
