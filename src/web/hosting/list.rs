//! What a place's hosts have announced, what they write, and what took place; and one's own.

use std::collections::HashMap;

use actix_web::{HttpRequest, HttpResponse};

use chrono::NaiveDateTime;

use super::form::{frame, hosted_place};
use super::page::{DraftRow, HostedPage, HostedRow};
use super::proposals;
use crate::domain::period::local_of;
use crate::domain::policy::{Action, EventHands};
use crate::i18n::{self, date};
use crate::store::agenda::{self, Line};
use crate::store::event_drafts::{self, EventDraftRow};
use crate::store::places::PlaceRow;
use crate::store::{event_hosts, event_places, occurrences, planned_publications};
use crate::web::answer::{Desk, private};
use crate::web::asked::with_query;
use crate::web::error::Result;
use crate::web::host_bar::{HostBar, HostRoom};
use crate::web::kept::Made;
use crate::web::parts::Link;
use crate::web::rows::status_badge;
use crate::web::wording::said;

const COMING: i64 = 60;
const PAST: i64 = 30;
const DRAFTS: i64 = 50;

/// `GET /lieux/{slug}/evenements`
pub async fn of_place(request: HttpRequest) -> HttpResponse {
    let slug = request.match_info().get("slug").map(str::to_owned).unwrap_or_default();
    private(&request, move |desk| place_page(desk, &slug)).await
}

/// `GET /moi/evenements`
pub async fn mine(request: HttpRequest) -> HttpResponse {
    private(&request, my_page).await
}

fn place_page(desk: &mut Desk<'_>, slug: &str) -> Result<Made> {
    let place = hosted_place(desk, slug)?;
    let locale = desk.locale();
    let backend = desk.backend();
    let coming = agenda::of_place(desk.conn, backend, place.id, desk.now, COMING)?;
    let past = agenda::last_of_place(desk.conn, place.id, desk.now, PAST)?;
    let drafts = event_drafts::of_place(desk.conn, place.id, DRAFTS)?;
    let planned = planned_publications::of_place(desk.conn, place.id)?;
    let zone = place.zone()?;
    let planned: HashMap<i64, NaiveDateTime> =
        planned.into_iter().map(|(draft, at)| (draft, local_of(at, zone))).collect();
    let new = with_query(&desk.asked.local("/evenements/nouveau"), &[("lieu", &place.slug)]);
    let page = HostedPage {
        host_bar: HostBar::of(desk, &place, Some(HostRoom::Events))?,
        heading: said(locale, "publishing-list", [("place", place.name.clone())]),
        place: Some(Link::new(place.name.clone(), desk.asked.local(&format!("/lieux/{}", place.slug)))),
        place_slug: place.slug.clone(),
        new_href: new,
        proposals: proposals::waiting(desk, place.id)?,
        drafts: drafts.iter().map(|draft| draft_row(desk, draft, planned.get(&draft.id))).collect(),
        coming: coming.iter().map(|line| row(desk, &place, line)).collect(),
        past: past
            .iter()
            .filter(|line| line.ends_at <= desk.now)
            .map(|line| row(desk, &place, line))
            .collect(),
    };
    let frame = frame(desk, &page.heading);
    desk.private_page(&page, &frame)
}

fn row(desk: &Desk<'_>, place: &PlaceRow, line: &Line) -> HostedRow {
    let locale = desk.locale();
    let path = desk.asked.local(&format!("/evenements/{}", line.event_slug));
    let date = line.repeats.then_some(("date", line.key.as_str()));
    let action = |verb: &str, key: &str| {
        let pairs: Vec<(&str, &str)> = date.into_iter().collect();
        Link::new(i18n::text(locale, key), with_query(&format!("{path}/{verb}"), &pairs))
    };
    let page = if line.repeats { format!("{path}/{}", line.key) } else { path.clone() };
    // Another place organises it.
    let shared = line.place_slug != place.slug;
    let mut actions = match shared {
        true => Vec::new(),
        false => vec![action("dupliquer", "publishing-do-duplicate")],
    };
    if line.ends_at > desk.now {
        actions.insert(0, action("modifier", "publishing-do-edit"));
        actions.push(action("annuler", "publishing-do-cancel"));
    }
    HostedRow {
        link: Link::new(line.title.clone(), page),
        when: date::span(locale, &line.span, true),
        place: if shared { line.place_name.clone() } else { String::new() },
        status: status_badge(locale, line.status),
        actions,
    }
}

fn draft_row(desk: &Desk<'_>, draft: &EventDraftRow, planned: Option<&NaiveDateTime>) -> DraftRow {
    let locale = desk.locale();
    let title = match draft.title.is_empty() {
        true => i18n::text(locale, "publishing-untitled"),
        false => draft.title.clone(),
    };
    let new = desk.asked.local("/evenements/nouveau");
    let saved = match planned {
        Some(at) => {
            let args = [("day", date::day_long(locale, at.date())), ("time", date::time(locale, at.time()))];
            said(locale, "publishing-planned", args)
        }
        None => {
            let day = date::date(locale, local_of(draft.changed_at.0, desk.network.zone).date());
            said(locale, "publishing-draft-saved", [("day", day)])
        }
    };
    DraftRow {
        link: Link::new(title, with_query(&new, &[("brouillon", &draft.uid)])),
        saved,
        is_planned: planned.is_some(),
        discard_href: new,
        form: desk.form(),
        uid: draft.uid.clone(),
    }
}

fn my_page(desk: &mut Desk<'_>) -> Result<Made> {
    let viewer = desk.member()?;
    let locale = desk.locale();
    let held = event_hosts::coming_of_member(desk.conn, viewer.id(), desk.now, COMING)?;
    let ids: Vec<i64> = held.iter().map(|event| event.id).collect();
    let mut further = event_places::of_events(desk.conn, &ids)?;
    let mut coming = Vec::with_capacity(held.len());
    for event in held {
        let named = event.named_at.map(|_| viewer.id());
        let mut places = vec![event.place_id];
        places.extend(further.remove(&event.id).unwrap_or_default());
        let hands = EventHands { places, cohosts: named.into_iter().collect() };
        let next = occurrences::of_event(desk.conn, event.id, desk.now, 1)?.into_iter().next();
        let path = desk.asked.local(&format!("/evenements/{}", event.slug));
        let action = |verb: &str, key: &str| Link::new(i18n::text(locale, key), format!("{path}/{verb}"));
        // Who announced an event and left its place still sees it.
        let amends = viewer.actor().may(Action::AmendEvent(&hands));
        let holds_place = viewer.actor().may(Action::HostEvent(&[event.place_id]));
        let row = HostedRow {
            link: Link::new(event.title, path.clone()),
            when: next.as_ref().map_or_else(String::new, |date| date::span(locale, &date.span, true)),
            place: event.place_name,
            status: next.as_ref().and_then(|date| status_badge(locale, date.status)),
            actions: [
                (amends, "modifier", "publishing-do-edit"),
                (amends && holds_place, "dupliquer", "publishing-do-duplicate"),
                (amends, "annuler", "publishing-do-cancel"),
            ]
            .into_iter()
            .filter(|(may, ..)| *may)
            .map(|(_, verb, key)| action(verb, key))
            .collect(),
        };
        coming.push((next.map(|date| date.starts_at), row));
    }
    coming.sort_by_key(|(start, _)| *start);
    let page = HostedPage {
        host_bar: None,
        heading: i18n::text(locale, "publishing-mine"),
        place: None,
        place_slug: String::new(),
        new_href: desk.asked.local("/evenements/nouveau"),
        proposals: Vec::new(),
        drafts: Vec::new(),
        coming: coming.into_iter().map(|(_, row)| row).collect(),
        past: Vec::new(),
    };
    let frame = frame(desk, &page.heading);
    desk.private_page(&page, &frame)
}
