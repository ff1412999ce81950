//! A request for a public answer, read once: language, address, choices in the query.

use actix_web::web::Data;
use actix_web::{HttpMessage, HttpRequest};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::client;
use super::front::RequestId;
use super::server::Site;
use crate::i18n::Locale;

/// Longest query that is looked at. A browser sends no filters beyond it.
const LONGEST_QUERY: usize = 4_096;

/// What is asked for, without headers.
#[derive(Clone, Debug)]
pub struct Asked {
    pub locale: Locale,
    /// Path with its `/en` when English, without the query.
    pub path: String,
    /// Pairs of the query, decoded, in order.
    pub pairs: Vec<(String, String)>,
    /// The query was too long to be looked at.
    pub overlong: bool,
    /// Names this request in the log.
    pub request_id: String,
    /// Address of the one who asks, to slow down guessing. Empty: unknown.
    pub client: String,
}

impl Asked {
    pub fn of(request: &HttpRequest) -> Self {
        let path = request.path().to_owned();
        let locale = match path.strip_prefix("/en") {
            Some("") => Locale::En,
            Some(rest) if rest.starts_with('/') => Locale::En,
            _ => Locale::Fr,
        };
        let query = request.query_string();
        let overlong = query.len() > LONGEST_QUERY;
        let pairs = if overlong { Vec::new() } else { pairs(query) };
        let request_id = request.extensions().get::<RequestId>().map(|id| id.0.clone());
        let client = request
            .app_data::<Data<Site>>()
            .map(|site| client::address(request, &site.app.config.trusted_proxy))
            .unwrap_or_default();
        Self { locale, path, pairs, overlong, request_id: request_id.unwrap_or_default(), client }
    }

    /// The last value of a name that is not blank.
    pub fn get(&self, name: &str) -> Option<&str> {
        let named = self.pairs.iter().rev().find(|(n, v)| n == name && !v.trim().is_empty());
        named.map(|(_, value)| value.trim())
    }

    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The local address of `path` (from `/`, without language) in the language of the request.
    pub fn local(&self, path: &str) -> String {
        local(self.locale, path)
    }
}

/// The local address of `path` (from `/`, without language) in a language.
pub fn local(locale: Locale, path: &str) -> String {
    match (locale, path) {
        (Locale::En, "/") => "/en".to_owned(),
        _ => format!("{}{path}", locale.prefix()),
    }
}

/// Pairs of a query as forms send them. Bytes that are no UTF-8 become replacement characters.
pub(super) fn pairs(query: &str) -> Vec<(String, String)> {
    let decoded = |text: &str| percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned();
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decoded(name), decoded(value))
        })
        .collect()
}

const QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// `path` with a query of these pairs; just the path without any.
pub fn with_query<N: AsRef<str>, V: AsRef<str>>(path: &str, pairs: &[(N, V)]) -> String {
    let mut address = path.to_owned();
    for (i, (name, value)) in pairs.iter().enumerate() {
        address.push(if i == 0 { '?' } else { '&' });
        address.extend(utf8_percent_encode(name.as_ref(), QUERY));
        address.push('=');
        address.extend(utf8_percent_encode(value.as_ref(), QUERY));
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_read_as_it_was_written() {
        let asked = [("q", "vélo & café"), ("lieu", "la-fabrique")];
        let address = with_query("/agenda", &asked);
        assert_eq!(address, "/agenda?q=v%C3%A9lo%20%26%20caf%C3%A9&lieu=la-fabrique");
        let read = pairs(address.split_once('?').unwrap().1);
        assert!(read.iter().map(|(n, v)| (n.as_str(), v.as_str())).eq(asked));
    }

    #[test]
    fn nonsense_is_read_without_harm() {
        let read = pairs("&&a=%FF%E9&=x&b&c=1+2&%zz=%");
        assert_eq!(read.iter().map(|(n, _)| n.as_str()).collect::<Vec<_>>(), ["a", "", "b", "c", "%zz"]);
        assert_eq!(read[0].1, "\u{fffd}\u{fffd}");
        assert_eq!(read[3].1, "1 2");
    }
}
