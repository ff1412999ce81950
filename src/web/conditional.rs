//! Conditional requests (RFC 9110, section 13): whether the client already has the answer.

use actix_web::http::header::{HeaderMap, IF_MODIFIED_SINCE, IF_NONE_MATCH};
use chrono::{DateTime, NaiveDateTime, SubsecRound, Utc};

use super::kept::Answer;

/// Whether a 304 is right: `If-None-Match` compares weakly, in lists and as `*`; only without it
/// does `If-Modified-Since` count. What cannot be read is as if it were absent.
pub fn is_unmodified(headers: &HeaderMap, answer: &Answer) -> bool {
    if headers.contains_key(IF_NONE_MATCH) {
        let own = opaque(answer.etag.as_bytes());
        return headers
            .get_all(IF_NONE_MATCH)
            .any(|value| value.as_bytes() == answer.etag.as_bytes() || tags(value.as_bytes(), own));
    }
    let since = headers.get(IF_MODIFIED_SINCE).and_then(|value| http_date(value.to_str().ok()?));
    match (since, &answer.last_modified) {
        (Some(since), Some((_, modified))) => modified.trunc_subsecs(0) <= since,
        _ => false,
    }
}

/// Whether a list of entity tags holds `own` (the part in quotes).
fn tags(list: &[u8], own: &[u8]) -> bool {
    list.split(|b| *b == b',').map(<[u8]>::trim_ascii).any(|tag| tag == b"*" || opaque(tag) == own)
}

/// The tag without its weakness.
fn opaque(tag: &[u8]) -> &[u8] {
    tag.strip_prefix(b"W/").unwrap_or(tag)
}

/// The one form of date that is still sent (IMF-fixdate).
fn http_date(text: &str) -> Option<DateTime<Utc>> {
    NaiveDateTime::parse_from_str(text.trim(), "%a, %d %b %Y %H:%M:%S GMT").ok().map(|at| at.and_utc())
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::HeaderValue;
    use chrono::TimeDelta;

    use super::*;
    use crate::db::Scope;
    use crate::web::encoding::Encoding;
    use crate::web::kept::Made;

    #[test]
    fn conditions_are_weighed_as_the_standard_says() {
        let modified = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
        let answer = Answer::new(
            Made {
                content_type: "text/calendar",
                cache_control: "public",
                body: "x".to_owned(),
                scope: Scope::Network,
                valid_until: DateTime::UNIX_EPOCH,
                last_modified: Some(modified + TimeDelta::milliseconds(400)),
                noindex: false,
            },
            1,
            Encoding::Identity,
        );
        let etag = answer.etag.to_str().unwrap().to_owned();
        let strong = etag.trim_start_matches("W/").to_owned();
        let date = |at: DateTime<Utc>| at.format("%a, %d %b %Y %H:%M:%S GMT").to_string();
        let (same, older) = (date(modified), date(modified - TimeDelta::seconds(1)));
        for (none_match, since, unmodified) in [
            (Some(etag.as_str()), None, true),
            (Some(strong.as_str()), None, true),
            (Some(&format!("\"a\", {etag} ,\"b\"")), None, true),
            (Some("*"), None, true),
            (Some("\"other\""), Some(same.as_str()), false),
            (Some("nonsense,,,\u{e9}"), None, false),
            (None, Some(same.as_str()), true),
            (None, Some(older.as_str()), false),
            (None, Some("yesterday"), false),
            (None, None, false),
        ] {
            let mut headers = HeaderMap::new();
            if let Some(value) = none_match {
                headers.insert(IF_NONE_MATCH, HeaderValue::from_bytes(value.as_bytes()).unwrap());
            }
            if let Some(value) = since {
                headers.insert(IF_MODIFIED_SINCE, HeaderValue::from_str(value).unwrap());
            }
            assert_eq!(is_unmodified(&headers, &answer), unmodified, "{none_match:?} {since:?}");
        }
    }
}
