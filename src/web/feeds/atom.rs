//! New events as an Atom feed (RFC 4287), for those who follow by a feed reader.

use std::fmt::Write as _;

use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, SecondsFormat, Utc};

use crate::db::Scope;
use crate::i18n::{Locale, date};
use crate::store::events::{self, EventRow, ScheduleRow};
use crate::web::answer::{Desk, answer};
use crate::web::asked::local;
use crate::web::error::Result;
use crate::web::kept::Made;
use crate::web::markdown;
use crate::web::rows::say;

/// Entries of the feed.
const ENTRIES: i64 = 50;

/// `GET /agenda.atom`
pub async fn show(request: HttpRequest) -> HttpResponse {
    answer(&request, |desk| {
        let entries = events::newest(desk.conn, ENTRIES)?;
        let updated = entries.iter().map(|(event, ..)| event.changed_at.0).max();
        let body = feed(desk, &entries, updated.unwrap_or(desk.now))?;
        Ok(Made {
            content_type: "application/atom+xml; charset=utf-8",
            cache_control: "public, max-age=900",
            body,
            scope: Scope::Network,
            valid_until: desk.midnight(),
            // An event that was withdrawn leaves no trace here: the entity tag alone tells.
            last_modified: None,
            noindex: false,
        })
    })
    .await
}

type Entry = (EventRow, ScheduleRow, String, String);

fn feed(desk: &Desk<'_>, entries: &[Entry], updated: DateTime<Utc>) -> Result<String> {
    let locale = desk.locale();
    let origin = desk.origin();
    let own = format!("{origin}{}", local(locale, "/agenda.atom"));
    let title = say(locale, "atom-title", "network", desk.network.name.clone());
    let mut xml = String::with_capacity(1_000 * entries.len() + 1_000);
    let _ = write!(
        xml,
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <id>{own}</id>\n<title>{}</title>\n<updated>{}</updated>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{origin}{}\"/>\n<author><name>{}</name></author>\n",
        locale.tag(),
        escaped(&title),
        instant(updated),
        local(locale, "/agenda"),
        escaped(&desk.network.name),
    );
    for (event, schedule, _, place) in entries {
        entry(&mut xml, locale, origin, event, schedule, place)?;
    }
    xml.push_str("</feed>\n");
    Ok(xml)
}

fn entry(
    xml: &mut String,
    locale: Locale,
    origin: &str,
    event: &EventRow,
    schedule: &ScheduleRow,
    place: &str,
) -> Result<()> {
    let href = format!("{origin}{}", local(locale, &format!("/evenements/{}", event.slug)));
    let when = date::span(locale, &schedule.schedule()?.span, true);
    let about = markdown::html(&event.description);
    let content = format!("<p>{} · {}</p>{about}", escaped(&when), escaped(place));
    let _ = write!(
        xml,
        "<entry>\n<id>urn:uuid:{}</id>\n<title>{}</title>\n<published>{}</published>\n<updated>{}</updated>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{href}\"/>\n<author><name>{}</name></author>\n\
         <content type=\"html\">{}</content>\n</entry>\n",
        event.uid,
        escaped(&event.title),
        instant(event.created_at.0),
        instant(event.changed_at.0),
        escaped(place),
        escaped(&content),
    );
    Ok(())
}

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// Text inside XML: what could end it is escaped, what XML cannot hold is left out.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_title_ends_the_element() {
        assert_eq!(escaped("a <b> & \"c\"\u{0}\u{b}"), "a &lt;b&gt; &amp; &quot;c&quot;");
    }
}
