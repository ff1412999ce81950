//! What a member's next digest would be with what is known now: as text, and as programs for mail
//! draw it.

use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpRequest, HttpResponse};

use super::page::DigestPreviewPage;
use crate::actions::{Previewed, preview_digest};
use crate::db::Scope;
use crate::domain::period::local_of;
use crate::domain::subscription::Timetable;
use crate::i18n::{self, Args, date};
use crate::store::digests;
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};
use crate::web::frame::Section;
use crate::web::kept::Made;

/// A mail brings its style with it, asks nobody for anything, and may only be framed by our page.
const MAIL_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; \
     frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/// `GET /moi/courrier/apercu`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let mut response = private(&request, page).await;
    // The one page that frames something: our own mail.
    let policy =
        response.headers().get(header::CONTENT_SECURITY_POLICY).and_then(|value| value.to_str().ok());
    let framing =
        policy.and_then(|policy| HeaderValue::from_str(&format!("{policy}; frame-src 'self'")).ok());
    if let Some(framing) = framing {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, framing);
    }
    response
}

/// `GET /moi/courrier/apercu/mail`
pub async fn mail(request: HttpRequest) -> HttpResponse {
    let mut response = private(&request, drawn).await;
    if response.status().is_success() {
        let policy = HeaderValue::from_static(MAIL_POLICY);
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

fn page(desk: &mut Desk<'_>) -> Result<Made> {
    let previewed = previewed(desk)?;
    let locale = desk.locale();
    let when = |one: &Previewed| {
        let local = local_of(one.due, desk.network.zone);
        let (day, time) = (date::day(locale, local.date()), date::time(locale, local.time()));
        i18n::text_with(locale, "row-spoken", Some(&Args::from_iter([("day", day), ("time", time)])))
    };
    let mail = previewed.as_ref().and_then(|one| one.mail.as_ref());
    let page = DigestPreviewPage {
        when: previewed.as_ref().map(when).unwrap_or_default(),
        subject: mail.map(|mail| mail.subject.clone()).unwrap_or_default(),
        lang: desk.member()?.signed_in.member.locale().tag(),
        text: mail.map(|mail| mail.text.clone()).unwrap_or_default(),
        mail_href: desk.asked.local("/moi/courrier/apercu/mail"),
        settings_href: desk.asked.local("/moi/courrier"),
    };
    let mut frame = desk.frame(&desk.asked.local("/moi/courrier/apercu"));
    frame.section = Section::Mine;
    frame.title = i18n::text(locale, "digest-preview-title");
    desk.private_page(&page, &frame)
}

fn drawn(desk: &mut Desk<'_>) -> Result<Made> {
    let mail = previewed(desk)?.and_then(|one| one.mail).ok_or(Error::NotFound)?;
    // What it links to opens beside it.
    let body = mail.html.replacen("<head>", "<head>\n<base target=\"_blank\">", 1);
    Ok(Made {
        content_type: "text/html; charset=utf-8",
        cache_control: "no-cache",
        body,
        scope: Scope::Network,
        valid_until: desk.now,
        last_modified: None,
        noindex: true,
    })
}

fn previewed(desk: &mut Desk<'_>) -> Result<Option<Previewed>> {
    let viewer = desk.member()?;
    let usual = Timetable::usual(desk.network.zone);
    let reader = digests::reader_of_member(desk.conn, &viewer.signed_in.member, &usual, desk.now)?;
    let (network, origin) = (std::sync::Arc::clone(&desk.network), desk.origin().to_owned());
    Ok(preview_digest(desk.conn, reader, network, &origin, desk.now)?)
}
