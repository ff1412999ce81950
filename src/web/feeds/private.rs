//! A member's own calendar, under an address that only they know: what they go to and what they
//! host, and if they wish what else goes on at their places. The same events under the same UIDs as in the public feeds.

use std::collections::HashMap;

use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};

use super::calendar::{CONTENT_TYPE, MOST_EVENTS, Window};
use crate::calendar_entry::{Entry, Words, event_text, own_dates_text};
use crate::db::Scope;
use crate::domain::policy::Standing;
use crate::domain::schedule::{OccurrenceKey, Schedule};
use crate::i18n::{self, Locale};
use crate::ical::{CalendarHead, OwnDates, TakingPart, write_calendar};
use crate::secret::Secret;
use crate::store::feeds::{self, FeedContent, FeedEntry, OwnQuery};
use crate::store::private_feeds::{self, PrivateFeedRow};
use crate::store::{memberships, mine};
use crate::web::answer::{Desk, unkept};
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::kept::Made;
use crate::web::rows::say;

/// For the reader's own copy.
const CACHE_CONTROL: &str = "private, max-age=300";

/// Local address of the feed that a secret opens.
pub fn path(locale: Locale, secret: &Secret) -> String {
    local(locale, &format!("/agenda/prive/{}.ics", secret.reveal()))
}

/// `GET /agenda/prive/{secret}.ics`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let secret = request.match_info().get("secret").and_then(Secret::parse);
    unkept(&request, move |desk| {
        let secret = secret.ok_or(Error::NotFound)?;
        let (feed, member) = private_feeds::by_hash(desk.conn, &secret.hash())?;
        let standing = memberships::standing(desk.conn, &member)?;
        let own = Own::of(desk, &feed, &standing)?;
        let content = own.content(desk)?;
        Ok(Made {
            content_type: CONTENT_TYPE,
            cache_control: CACHE_CONTROL,
            body: own.write(desk, &content, &path(desk.locale(), &secret))?,
            scope: Scope::Network,
            valid_until: desk.now,
            // What leaves the feed leaves no trace in what remains: the entity tag alone tells.
            last_modified: None,
            noindex: true,
        })
    })
    .await
}

/// A feed, who its owner is, and what they take part in.
struct Own<'a> {
    feed: &'a PrivateFeedRow,
    standing: &'a Standing,
    /// By event.
    parts: HashMap<i64, Part>,
}

/// What the owner takes part in, of one event.
struct Part {
    dates: Vec<OccurrenceKey>,
    /// All dates.
    whole: bool,
    changed_at: DateTime<Utc>,
}

impl<'a> Own<'a> {
    fn of(desk: &mut Desk<'_>, feed: &'a PrivateFeedRow, standing: &'a Standing) -> Result<Self> {
        let range = Window::at(desk.now, desk.network.zone).range;
        let changed_at = feed.changed_at.0;
        let hosted = mine::hosted(desk.conn, feed.member_id, &standing.host_of, range)?;
        let part = |whole| Part { dates: Vec::new(), whole, changed_at };
        let mut parts: HashMap<i64, Part> = hosted.into_iter().map(|id| (id, part(true))).collect();
        for going in mine::going(desk.conn, feed.member_id)? {
            let part = parts.entry(going.event_id).or_insert_with(|| part(false));
            part.whole |= going.key.is_none();
            part.dates.extend(going.key);
            part.changed_at = part.changed_at.max(going.changed_at);
        }
        Ok(Self { feed, standing, parts })
    }

    fn content(&self, desk: &mut Desk<'_>) -> Result<FeedContent> {
        let window = Window::at(desk.now, desk.network.zone).range;
        let places = if self.feed.with_places { self.standing.member_of.as_slice() } else { &[] };
        let mut events: Vec<i64> = self.parts.keys().copied().collect();
        events.sort_unstable();
        let query = OwnQuery { places, events: &events, window, limit: MOST_EVENTS };
        Ok(feeds::own_content(desk.conn, &query)?)
    }

    /// What the owner goes to or hosts takes their time; what else goes on at their places does not.
    fn taking_part(&self, stored: &FeedEntry) -> Option<TakingPart<'_>> {
        let part = self.parts.get(&stored.event.id)?;
        let all = part.whole || stored.schedule.recurrence.is_none();
        let dates = if all { OwnDates::All } else { OwnDates::These(&part.dates) };
        Some(TakingPart { dates, reminders: self.feed.reminders, changed_at: part.changed_at })
    }

    /// Of a series elsewhere, only the dates that the owner goes to are told.
    fn text(&self, entry: &Entry<'_>, schedule: &Schedule, words: &mut Words) -> Result<String> {
        let around = self.feed.with_places && self.standing.member_of.contains(&entry.place.id);
        let only_dates = entry.taking_part.is_some_and(|part| part.dates != OwnDates::All);
        Ok(match only_dates && !around {
            true => own_dates_text(entry, schedule, words)?,
            false => event_text(entry, schedule, words)?,
        })
    }

    fn write(&self, desk: &Desk<'_>, content: &FeedContent, path: &str) -> Result<String> {
        let locale = desk.locale();
        let (mut zones, mut words) = (Vec::new(), Words::default());
        let mut texts = Vec::with_capacity(content.entries.len());
        for stored in &content.entries {
            let Some(place) = content.places.get(&stored.event.place_id) else { continue };
            let schedule = stored.schedule.schedule()?;
            if !zones.contains(&schedule.zone) {
                zones.push(schedule.zone);
            }
            let entry = Entry {
                stored,
                place,
                origin: desk.origin(),
                host: &desk.network.host,
                locale,
                taking_part: self.taking_part(stored),
            };
            texts.push(self.text(&entry, &schedule, &mut words)?);
        }
        let described = if self.feed.with_places { "feed-mine-with-places" } else { "feed-mine-alone" };
        let head = CalendarHead {
            name: &say(locale, "feed-mine", "network", desk.network.name.clone()),
            description: &i18n::text(locale, described),
            source_url: &format!("{}{path}", desk.origin()),
            page_url: &format!("{}{}", desk.origin(), local(locale, "/moi")),
            locale,
            zone: desk.network.zone,
            color: "",
        };
        Ok(write_calendar(&head, &zones, texts.iter().map(String::as_str)))
    }
}
