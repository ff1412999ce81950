//! One private feed: its address while it may be shown, its choices, another address, its end.

use actix_web::{HttpRequest, HttpResponse, web};
use chrono::TimeDelta;

use super::form::Typed;
use super::page::MyFeedPage;
use crate::actions::{self, feed_secret};
use crate::domain::policy::Action;
use crate::i18n;
use crate::store::private_feeds::{self, PrivateFeedRow};
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::feeds::private::path as feed_path;
use crate::web::form::Form;
use crate::web::frame::{Frame, Section};
use crate::web::parts::Subscribe;
use crate::web::subscribe::panel_of;

/// How long the browser that asked for an address shows it.
const SHOWN_FOR: TimeDelta = TimeDelta::hours(1);

/// `GET /moi/abonnements/{uid}`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let uid = uid(&request);
    private(&request, move |desk| {
        let feed = own(desk, &uid)?;
        let (page, frame) = page(desk, &feed, &Typed::stored(&feed), false);
        desk.private_page(&page, &frame)
    })
    .await
}

/// `POST /moi/abonnements/{uid}`: changes what it holds.
pub async fn amend(request: HttpRequest, payload: web::Payload) -> HttpResponse {
    let uid = uid(&request);
    act(request, payload, move |act: &mut Act<'_, '_>, form: &Form| {
        let (viewer, typed) = (act.member()?, Typed::of(form));
        let Some(choices) = typed.choices() else {
            let mut desk = act.desk();
            let feed = own(&mut desk, &uid)?;
            let (page, frame) = page(&desk, &feed, &typed, true);
            return Err(act.again(&page, &frame));
        };
        actions::amend_private_feed(act.tx, viewer.actor(), &uid, &choices, act.now)?;
        Ok(Done::see("/moi/abonnements").saying("done-feed-saved"))
    })
    .await
}

/// `POST /moi/abonnements/{uid}/adresse`: another address.
pub async fn renew(request: HttpRequest, payload: web::Payload) -> HttpResponse {
    let uid = uid(&request);
    act(request, payload, move |act: &mut Act<'_, '_>, _: &Form| {
        let viewer = act.member()?;
        let session = act.visit.session.clone().ok_or(Error::SignIn)?;
        actions::renew_private_feed(act.tx, viewer.actor(), &uid, &session, act.now)?;
        Ok(Done::see(format!("/moi/abonnements/{uid}")).saying("done-feed-renewed"))
    })
    .await
}

/// `POST /moi/abonnements/{uid}/supprimer`
pub async fn revoke(request: HttpRequest, payload: web::Payload) -> HttpResponse {
    let uid = uid(&request);
    act(request, payload, move |act: &mut Act<'_, '_>, _: &Form| {
        let viewer = act.member()?;
        actions::revoke_private_feed(act.tx, viewer.actor(), &uid)?;
        Ok(Done::see("/moi/abonnements").saying("done-feed-revoked"))
    })
    .await
}

fn uid(request: &HttpRequest) -> String {
    request.match_info().query("uid").to_owned()
}

/// The feed, if it is the viewer's.
fn own(desk: &mut Desk<'_>, uid: &str) -> Result<PrivateFeedRow> {
    let viewer = desk.member()?;
    let feed = private_feeds::by_uid(desk.conn, uid)?;
    match viewer.actor().may(Action::ActAs(feed.member_id)) {
        true => Ok(feed),
        false => Err(Error::NotFound),
    }
}

fn page(desk: &Desk<'_>, feed: &PrivateFeedRow, typed: &Typed, checked: bool) -> (MyFeedPage, Frame) {
    let locale = desk.locale();
    let at = local(locale, &format!("/moi/abonnements/{}", feed.uid));
    let mut frame = desk.frame(&at);
    frame.section = Section::Mine;
    frame.title = feed.name.clone();
    frame.noindex = true;
    let page = MyFeedPage {
        heading: feed.name.clone(),
        subscribe: address(desk, feed),
        form: typed.form(locale, desk.form(), checked),
        renew_href: format!("{at}/adresse"),
        renew: desk.form(),
        revoke_href: format!("{at}/supprimer"),
        revoke: desk.form(),
    };
    (page, frame)
}

/// The address and how to use it, for the browser that asked for it, for an hour.
fn address(desk: &Desk<'_>, feed: &PrivateFeedRow) -> Option<Subscribe> {
    let session = desk.visit.session.as_ref().filter(|_| desk.now - feed.renewed_at.0 < SHOWN_FOR)?;
    let secret = feed_secret(session, &feed.uid, feed.renewed_at.0);
    let url = format!("{}{}", desk.origin(), feed_path(desk.locale(), &secret));
    let subject = i18n::text(desk.locale(), "mine-feed-subject");
    (secret.hash() == feed.token_hash)
        .then(|| Subscribe { open: true, ..panel_of(subject, url, String::new()) })
}
