//! The private feeds of a member, and one more.

use actix_web::{HttpRequest, HttpResponse, web};

use super::form::Typed;
use super::page::{FeedRow, MyFeedsPage};
use crate::actions;
use crate::domain::period::local_of;
use crate::domain::private_feed::MOST_FEEDS;
use crate::i18n::{self, Locale, date};
use crate::store::private_feeds::{self, PrivateFeedRow};
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::form::Form;
use crate::web::frame::{Frame, Section};
use crate::web::parts::Link;
use crate::web::rows::say;

/// `GET /moi/abonnements`
pub async fn list(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        let (page, frame) = page(desk, &Typed::proposed(desk.locale()), false)?;
        desk.private_page(&page, &frame)
    })
    .await
}

/// `POST /moi/abonnements`: opens one.
pub async fn create(request: HttpRequest, payload: web::Payload) -> HttpResponse {
    act(request, payload, open).await
}

fn open(act: &mut Act<'_, '_>, form: &Form) -> Result<Done> {
    let (viewer, typed) = (act.member()?, Typed::of(form));
    let session = act.visit.session.clone().ok_or(Error::SignIn)?;
    let Some(choices) = typed.choices() else { return again(act, &typed) };
    let opened = actions::open_private_feed(act.tx, viewer.actor(), viewer.id(), &choices, &session, act.now);
    match opened {
        Ok(uid) => Ok(Done::see(format!("/moi/abonnements/{uid}")).saying("done-feed-opened")),
        Err(actions::Error::TooManyFeeds) => again(act, &typed),
        Err(error) => Err(error.into()),
    }
}

fn again(act: &mut Act<'_, '_>, typed: &Typed) -> Result<Done> {
    let (page, frame) = page(&mut act.desk(), typed, true)?;
    Err(act.again(&page, &frame))
}

fn page(desk: &mut Desk<'_>, typed: &Typed, checked: bool) -> Result<(MyFeedsPage, Frame)> {
    let viewer = desk.member()?;
    let locale = desk.locale();
    let feeds = private_feeds::of_member(desk.conn, viewer.id())?;
    let mut frame = desk.frame(&local(locale, "/moi/abonnements"));
    frame.section = Section::Mine;
    frame.title = i18n::text(locale, "mine-feeds");
    frame.noindex = true;
    let has_room = feeds.len() < MOST_FEEDS;
    let page = MyFeedsPage {
        feeds: feeds.iter().map(|feed| row(desk, feed)).collect(),
        form: has_room.then(|| typed.form(locale, desk.form(), checked)),
    };
    Ok((page, frame))
}

fn row(desk: &Desk<'_>, feed: &PrivateFeedRow) -> FeedRow {
    let locale = desk.locale();
    let day = local_of(feed.renewed_at.0, desk.network.zone).date();
    FeedRow {
        link: Link::new(&feed.name, local(locale, &format!("/moi/abonnements/{}", feed.uid))),
        holds: holds(locale, feed),
        since: say(locale, "mine-feed-since", "day", date::date(locale, day)),
    }
}

/// What a feed holds, in a few words.
fn holds(locale: Locale, feed: &PrivateFeedRow) -> String {
    let places = if feed.with_places { "mine-feed-holds-places" } else { "mine-feed-holds-mine" };
    let rings = if feed.reminders { "mine-feed-rings" } else { "mine-feed-silent" };
    format!("{}, {}", i18n::text(locale, places), i18n::text(locale, rings))
}
