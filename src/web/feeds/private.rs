//! A member's own calendar, under an address that only they know: what they host, and if they wish
//! what goes on at their places. The same events under the same UIDs as in the public feeds.

use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};

use super::calendar::{CONTENT_TYPE, MOST_EVENTS, Window};
use super::entry::{Entry, Words, event_text};
use crate::db::Scope;
use crate::domain::policy::Standing;
use crate::i18n::{self, Locale};
use crate::ical::{CalendarHead, OwnDates, TakingPart, write_calendar};
use crate::secret::Secret;
use crate::store::feeds::{self, FeedContent, FeedEntry, OwnQuery};
use crate::store::memberships;
use crate::store::private_feeds::{self, PrivateFeedRow};
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
        let own = Own { feed: &feed, standing: &standing };
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

/// A feed and who its owner is.
struct Own<'a> {
    feed: &'a PrivateFeedRow,
    standing: &'a Standing,
}

impl Own<'_> {
    fn content(&self, desk: &mut Desk<'_>) -> Result<FeedContent> {
        let window = Window::at(desk.now, desk.network.zone);
        let places = if self.feed.with_places { &self.standing.member_of } else { &self.standing.host_of };
        let query = OwnQuery { places, events: &[], window: window.range, limit: MOST_EVENTS };
        Ok(feeds::own_content(desk.conn, &query)?)
    }

    /// What the owner hosts takes their time; what else goes on at their places does not.
    fn taking_part(&self, stored: &FeedEntry) -> Option<TakingPart<'static>> {
        let hosts = self.standing.host_of.contains(&stored.event.place_id);
        hosts.then(|| TakingPart {
            dates: OwnDates::All,
            reminders: self.feed.reminders,
            changed_at: self.changed_at(),
        })
    }

    fn changed_at(&self) -> DateTime<Utc> {
        self.feed.changed_at.0
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
            texts.push(event_text(&entry, &schedule, &mut words)?);
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
