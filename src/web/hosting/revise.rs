//! A host changes an event: all its dates, or one date and those that follow (one date alone is
//! `date`). What somebody else saved in between is shown, never written over.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};
use uuid::Uuid;

use super::create::fault_of_action;
use super::form::{Filled, Purpose, frame, page};
use super::hosted::Hosted;
use super::page::{ChoicePage, EventFormPage, Way};
use super::read::{Around, Fault, event};
use super::typed::Typed;
use super::write::{typed_of, write_span};
use super::{conflict, date, further, preview};
use crate::actions::{self, Following};
use crate::domain::event::EventDraft;
use crate::domain::policy::Action;
use crate::domain::schedule::{End, Rule, Span};
use crate::i18n::{self, date as words};
use crate::store::{event_hosts, occurrences};
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::with_query;
use crate::web::error::{Error, Result};
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::kept::Made;
use crate::web::parts::{Hidden, Link};
use crate::web::wording::said;

/// Dates that are offered to be changed by themselves.
const OFFERED: i64 = 12;

/// Which dates are changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The address does not say, and there are several.
    Unsaid,
    All,
    Date,
    Following,
}

impl Reach {
    fn of(hosted: &Hosted, asked: Option<&str>) -> Self {
        match (asked, hosted.key()) {
            _ if !hosted.repeats() => Self::All,
            (Some("toutes"), _) => Self::All,
            (Some("date"), Some(_)) => Self::Date,
            (Some("suite"), Some(_)) => Self::Following,
            _ => Self::Unsaid,
        }
    }
}

/// `GET /evenements/{slug}/modifier?date=KEY&portee=date|suite|toutes`
pub async fn edit(request: HttpRequest) -> HttpResponse {
    let slug = request.match_info().get("slug").map(str::to_owned);
    private(&request, move |desk| {
        let hosted = hosted(desk, slug.as_deref())?;
        match Reach::of(&hosted, desk.asked.get("portee")) {
            Reach::Unsaid => which_dates(desk, &hosted),
            Reach::Date => date::show(desk, &hosted),
            reach => {
                let typed = so_far(&hosted, reach);
                let filled = filled(desk, &hosted, reach, typed, Vec::new())?;
                let purpose = purpose(desk, &hosted, reach);
                let (page, frame) = page(desk, &hosted.place, purpose, filled)?;
                desk.private_page(&page, &frame)
            }
        }
    })
    .await
}

/// `POST /evenements/{slug}/modifier?…`
pub async fn update(request: HttpRequest, payload: Payload) -> HttpResponse {
    let slug = request.match_info().get("slug").map(str::to_owned);
    act(request, payload, move |act, form| {
        let hosted = hosted(&mut act.desk(), slug.as_deref())?;
        match Reach::of(&hosted, act.asked.get("portee")) {
            Reach::Unsaid => Err(Error::NotFound),
            Reach::Date => date::save(act, &hosted, form),
            reach => save(act, &hosted, reach, form),
        }
    })
    .await
}

fn hosted(desk: &mut Desk<'_>, slug: Option<&str>) -> Result<Hosted> {
    let key = desk.asked.get("date").map(str::to_owned);
    Hosted::read(desk, slug, key.as_deref())
}

fn save(act: &mut Act<'_, '_>, hosted: &Hosted, reach: Reach, form: &Form) -> Result<Done> {
    let mut typed = Typed::read(form);
    let seal = actions::seal(&hosted.draft);
    let current = so_far(hosted, reach);
    if !act.actor().may(Action::HostEvent(&[hosted.place.id])) {
        // Their form does not ask.
        typed.take(&current, &[further::FIELD]);
    }
    if form.is_on("compared") {
        typed = conflict::chosen(form, &typed, &current);
    }
    if form.text("do") == "preview" {
        let (page, frame) = drawn(act, hosted, reach, typed, Vec::new())?;
        return act.preview(&page, &frame);
    }
    if form.text("seal") != seal {
        let before = Typed::from_json(&form.text("before"));
        let versions = conflict::Versions { before: &before, theirs: &current, mine: &typed };
        let desk = &mut act.desk();
        let action = action(desk, hosted, reach);
        if let Some(page) = conflict::page(desk, hosted, action, versions)? {
            let frame = frame(desk, &i18n::text(desk.locale(), "publishing-conflict"));
            return Err(act.again(&page, &frame));
        }
    }
    let around = Around { zone: hosted.place.zone()?, today: act.today, base: Some(&hosted.draft) };
    let draft = match event(&typed, &around) {
        Ok(draft) => draft,
        Err(faults) => return Err(again(act, hosted, reach, typed, faults)),
    };
    match store(act, hosted, reach, &draft, &seal) {
        Ok(done) => Ok(done),
        Err(error) => {
            let fault = fault_of_action(act.locale(), error)?;
            Err(again(act, hosted, reach, typed, vec![fault]))
        }
    }
}

fn store(
    act: &mut Act<'_, '_>,
    hosted: &Hosted,
    reach: Reach,
    draft: &EventDraft,
    seal: &str,
) -> actions::Result<Done> {
    let (by, now, id) = (act.actor(), act.now, hosted.event.id);
    match hosted.key().filter(|_| reach == Reach::Following) {
        Some(key) => {
            let following = Following { key, draft, uid: Uuid::new_v4() };
            let split = actions::split_series(act.tx, &by, id, seal, &following, now)?;
            let said = if split.dropped == 0 { "done-series-split" } else { "done-series-split-dropped" };
            Ok(Done::see(format!("/evenements/{}", split.published.slug)).saying(said))
        }
        None => {
            actions::revise_event(act.tx, &by, id, seal, draft, now)?;
            Ok(Done::see(format!("/evenements/{}", hosted.event.slug)).saying("done-event-saved"))
        }
    }
}

/// The event as the form begins with it; what follows a date begins on that date.
fn so_far(hosted: &Hosted, reach: Reach) -> Typed {
    let mut typed = typed_of(&hosted.draft);
    let Some(day) = hosted.key().and_then(|key| key.date()).filter(|_| reach == Reach::Following) else {
        return typed;
    };
    let by = day - hosted.draft.schedule.span.first_day();
    let span = match hosted.draft.schedule.span {
        Span::Timed { start, end } => Span::Timed { start: start + by, end: end + by },
        Span::AllDay { first, last } => Span::AllDay { first: first + by, last: last + by },
    };
    write_span(&mut typed, &span);
    if let Some(recurrence) = &hosted.draft.schedule.recurrence {
        if let Rule::Dates { dates } = &recurrence.rule {
            typed.set_all("dates", dates.iter().filter(|date| **date > day));
        }
        typed.set_all("exclusion", recurrence.exclusions.iter().filter(|date| **date >= day));
        if let End::Count(count) = recurrence.end {
            let passed = conflict::dates_before(&hosted.draft.schedule, day);
            typed.set("count", count.saturating_sub(passed).max(1).to_string());
        }
    }
    typed
}

fn filled(
    desk: &mut Desk<'_>,
    hosted: &Hosted,
    reach: Reach,
    typed: Typed,
    faults: Vec<Fault>,
) -> Result<Filled> {
    let hosts = event_hosts::of_event(desk.conn, hosted.event.id)?;
    let event = Some((hosted.event.id, &hosted.draft));
    let asked = preview::Asked { place: &hosted.place, event, hosts: &hosts };
    let shown = hosted.repeats() || reach == Reach::Following || typed.is_on("repeats");
    let preview = if shown { Some(preview::of_typed(desk, &asked, &typed)?) } else { None };
    Ok(Filled { typed, faults, preview, ask: String::new() })
}

fn again(act: &mut Act<'_, '_>, hosted: &Hosted, reach: Reach, typed: Typed, faults: Vec<Fault>) -> Error {
    match drawn(act, hosted, reach, typed, faults) {
        Ok((page, frame)) => act.again(&page, &frame),
        Err(error) => error,
    }
}

fn drawn(
    act: &mut Act<'_, '_>,
    hosted: &Hosted,
    reach: Reach,
    typed: Typed,
    faults: Vec<Fault>,
) -> Result<(EventFormPage, Frame)> {
    let desk = &mut act.desk();
    let filled = filled(desk, hosted, reach, typed, faults)?;
    let purpose = purpose(desk, hosted, reach);
    page(desk, &hosted.place, purpose, filled)
}

fn purpose(desk: &Desk<'_>, hosted: &Hosted, reach: Reach) -> Purpose {
    let locale = desk.locale();
    let lede = match (reach, hosted.repeats()) {
        (Reach::Following, _) => {
            let day = hosted.key().and_then(|key| key.date());
            let day = day.map_or_else(String::new, |day| words::day_long(locale, day));
            said(locale, "publishing-lede-following", [("day", day)])
        }
        (_, true) => i18n::text(locale, "publishing-lede-all"),
        (_, false) => String::new(),
    };
    Purpose {
        heading: i18n::text(locale, "publishing-edit"),
        lede,
        action: action(desk, hosted, reach),
        hidden: vec![
            Hidden { name: "seal", value: actions::seal(&hosted.draft) },
            Hidden { name: "before", value: so_far(hosted, reach).to_json() },
        ],
        submit: i18n::text(locale, "publishing-save"),
        can_draft: false,
        event: hosted.event.slug.clone(),
        cancel_href: desk.asked.local(&hosted.path()),
    }
}

fn action(desk: &Desk<'_>, hosted: &Hosted, reach: Reach) -> String {
    match reach {
        Reach::Following => hosted.address(desk, "modifier", &[("portee", "suite")]),
        Reach::Date => hosted.address(desk, "modifier", &[("portee", "date")]),
        _ if hosted.repeats() => hosted.address(desk, "modifier", &[("portee", "toutes")]),
        _ => hosted.address(desk, "modifier", &[]),
    }
}

/// The question before a series is changed.
fn which_dates(desk: &mut Desk<'_>, hosted: &Hosted) -> Result<Made> {
    let locale = desk.locale();
    let text = |key: &str| i18n::text(locale, key);
    let way = |link: Link, hint: &str| Way { link, hint: text(hint) };
    let modify = |key: &str, reach: &str| {
        let path = desk.asked.local(&format!("/evenements/{}/modifier", hosted.event.slug));
        with_query(&path, &[("date", key), ("portee", reach)])
    };
    let all = hosted.address(desk, "modifier", &[("portee", "toutes")]);
    let all = way(Link::new(text("publishing-reach-all"), all), "publishing-reach-all-hint");
    let ways = match hosted.key() {
        Some(key) => vec![
            way(
                Link::new(text("publishing-reach-date"), modify(key.as_str(), "date")),
                "publishing-reach-date-hint",
            ),
            way(
                Link::new(text("publishing-reach-following"), modify(key.as_str(), "suite")),
                "publishing-reach-following-hint",
            ),
            all,
        ],
        None => {
            let coming = occurrences::of_event(desk.conn, hosted.event.id, desk.now, OFFERED)?;
            let date = |date: occurrences::Occurrence| {
                let href = desk.asked.local(&format!("/evenements/{}/modifier", hosted.event.slug));
                let href = with_query(&href, &[("date", date.key.as_str())]);
                Way { link: Link::new(words::span(locale, &date.span, true), href), hint: String::new() }
            };
            std::iter::once(all).chain(coming.into_iter().map(date)).collect()
        }
    };
    let page = ChoicePage {
        heading: text("publishing-which-dates"),
        crumb: hosted.link(desk),
        lede: hosted.when(desk),
        ways,
    };
    let frame = frame(desk, &page.heading);
    desk.private_page(&page, &frame)
}
