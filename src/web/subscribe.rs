//! How to follow a list of events: the feed of exactly these filters, for every calendar app.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::answer::Desk;
use super::asked::{local, with_query};
use super::error::Result;
use super::feeds;
use super::parts::Subscribe;
use super::subscribing;
use crate::domain::agenda::AgendaFilter;
use crate::i18n::{self, Locale};
use crate::store::agenda::Narrowed;

/// Local address of the feed of a filter: a path of its own for one place or one territory.
pub fn feed_path(locale: Locale, filter: &AgendaFilter) -> String {
    let place_only = AgendaFilter { place: filter.place.clone(), ..AgendaFilter::default() };
    let territory_only = AgendaFilter { territory: filter.territory.clone(), ..AgendaFilter::default() };
    match (&filter.place, &filter.territory) {
        (Some(slug), _) if *filter == place_only => local(locale, &format!("/lieux/{slug}/agenda.ics")),
        (_, Some(code)) if *filter == territory_only => {
            local(locale, &format!("/territoires/{code}/agenda.ics"))
        }
        _ => with_query(&local(locale, "/agenda.ics"), &filter.pairs()),
    }
}

/// The panel for the feed of a filter.
pub fn panel(desk: &mut Desk<'_>, subject: String, asked: &Narrowed) -> Result<Subscribe> {
    let locale = desk.locale();
    let feed_url = format!("{}{}", desk.origin(), feed_path(locale, &asked.filter));
    let mail_href = subscribing::ask_path(locale, &asked.filter, desk.viewer.is_some());
    let bounded = match feeds::calendar::is_bounded(desk, asked)? {
        true => i18n::text(locale, "subscribe-bounded"),
        false => String::new(),
    };
    Ok(Subscribe { mail_href, ..panel_of(subject, feed_url, bounded) })
}

/// The panel for the feed at an address.
pub fn panel_of(subject: String, feed_url: String, bounded: String) -> Subscribe {
    let bare = feed_url.split_once("://").map_or(feed_url.as_str(), |(_, rest)| rest);
    let webcal_url = format!("webcal://{bare}");
    let quoted = utf8_percent_encode(&webcal_url, NON_ALPHANUMERIC);
    Subscribe {
        subject,
        google_url: format!("https://calendar.google.com/calendar/r?cid={quoted}"),
        webcal_url,
        feed_url,
        bounded,
        followers: String::new(),
        mail_href: String::new(),
        open: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::EventKind;
    use crate::domain::slug::Slug;

    #[test]
    fn a_filter_has_one_feed() {
        let place = AgendaFilter { place: Slug::parse("la-roue"), ..Default::default() };
        let kind = AgendaFilter { kind: Some(EventKind::Workshop), ..place.clone() };
        let territory = AgendaFilter { territory: Some("26".into()), ..Default::default() };
        for (filter, path) in [
            (&AgendaFilter::default(), "/en/agenda.ics"),
            (&place, "/en/lieux/la-roue/agenda.ics"),
            (&territory, "/en/territoires/26/agenda.ics"),
            (&kind, "/en/agenda.ics?lieu=la-roue&genre=atelier"),
        ] {
            assert_eq!(feed_path(Locale::En, filter), path);
        }
    }

    #[test]
    fn every_app_gets_its_address() {
        let panel = panel_of("Agenda".into(), "https://vigie.example/agenda.ics?q=a".into(), String::new());
        assert_eq!(panel.webcal_url, "webcal://vigie.example/agenda.ics?q=a");
        assert!(panel.google_url.ends_with("cid=webcal%3A%2F%2Fvigie%2Eexample%2Fagenda%2Eics%3Fq%3Da"));
    }
}
