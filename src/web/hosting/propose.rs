//! A member proposes an event to a place: the form of an event in short, and why.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};
use uuid::Uuid;

use super::fields::{Drawing, errors};
use super::form::{Filled, frame, proposable_place, unlisted_exclusions};
use super::page::{EventFormPage, Fold, Part};
use super::preview;
use super::read::{Around, Fault, LONGEST_TEXT, event};
use super::typed::{Typed, WHEN};
use crate::actions::{self, Proposing};
use crate::domain::joining::Remark;
use crate::i18n;
use crate::store::places::{self, PlaceRow};
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};
use crate::web::fields::Field;
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::parts::{Hidden, Link};
use crate::web::wording::said;

/// What the short form asks, beside the dates. All else is the host's to say.
const SHORT: &[&str] = &["title", "kind", "brick", "description"];
/// Name of the field that says why.
const REASON: &str = "reason";

/// `GET /lieux/{slug}/proposer`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = request.match_info().query("slug").to_owned();
    private(&request, move |desk| {
        let place = proposable_place(desk, &slug)?;
        let (page, frame) = draw(desk, &place, "", Filled::default())?;
        desk.private_page(&page, &frame)
    })
    .await
}

/// `POST /lieux/{slug}/proposer`
pub async fn submit(request: HttpRequest, payload: Payload) -> HttpResponse {
    let slug = request.match_info().query("slug").to_owned();
    act(request, payload, move |act, form| {
        let place = proposable_place(&mut act.desk(), &slug)?;
        let all = Typed::read(form);
        let mut typed = Typed::default();
        typed.take(&all, SHORT);
        typed.take(&all, WHEN);
        let work = Work { place, typed, reason: form.text(REASON) };
        match form.text("do").as_str() {
            "preview" => {
                let (page, frame) = drawn(act, &work, Vec::new(), "")?;
                act.preview(&page, &frame)
            }
            _ => propose(act, &work, form),
        }
    })
    .await
}

/// What was sent, and to which place.
struct Work {
    place: PlaceRow,
    typed: Typed,
    reason: String,
}

fn propose(act: &mut Act<'_, '_>, work: &Work, form: &Form) -> Result<Done> {
    let around = Around { zone: work.place.zone()?, today: act.today, base: None };
    let (draft, mut faults) = match event(&work.typed, &around) {
        Ok(draft) => (Some(draft), Vec::new()),
        Err(faults) => (None, faults),
    };
    let reason = Remark::parse(&work.reason);
    if reason.is_none() {
        let limit = Remark::LONGEST.to_string();
        faults.push(Fault { args: vec![("limit", limit)], ..Fault::new(REASON, "publishing-fault-long") });
    }
    let (Some(draft), Some(reason)) = (draft, reason) else { return Err(again(act, work, faults, "")) };
    let viewer = act.member()?;
    let asked = preview::Asked { place: &work.place, event: None, hosts: &[viewer.id()] };
    if preview::is_news(&mut act.desk(), &asked, &draft, &form.text("told"))? {
        return Err(again(act, work, Vec::new(), "proposals-look-first"));
    }
    let (uid, fields, now) = (Uuid::new_v4(), work.typed.to_json(), act.now);
    let asked = Proposing { place: &work.place, title: &draft.title, fields: &fields, reason: &reason, uid };
    actions::propose_event(act.tx, viewer.actor(), &asked, now)?;
    Ok(Done::see(format!("/evenements/propositions/{uid}")).saying("done-event-proposed"))
}

/// The form with what was typed; `ask`, if any, is the message that says why it was not sent.
fn again(act: &mut Act<'_, '_>, work: &Work, faults: Vec<Fault>, ask: &str) -> Error {
    match drawn(act, work, faults, ask) {
        Ok((page, frame)) => act.again(&page, &frame),
        Err(error) => error,
    }
}

fn drawn(
    act: &mut Act<'_, '_>,
    work: &Work,
    faults: Vec<Fault>,
    ask: &str,
) -> Result<(EventFormPage, Frame)> {
    let desk = &mut act.desk();
    let asked = preview::Asked { place: &work.place, event: None, hosts: &[desk.member()?.id()] };
    let preview = match work.typed.is_on("date") {
        true => Some(preview::of_typed(desk, &asked, &work.typed)?),
        false => None,
    };
    let ask = if ask.is_empty() { String::new() } else { i18n::text(desk.locale(), ask) };
    draw(desk, &work.place, &work.reason, Filled { typed: work.typed.clone(), faults, preview, ask })
}

fn draw(
    desk: &mut Desk<'_>,
    place: &PlaceRow,
    reason: &str,
    filled: Filled,
) -> Result<(EventFormPage, Frame)> {
    let locale = desk.locale();
    let bricks = places::parts(desk.conn, place.id)?.bricks;
    let drawing = Drawing {
        locale,
        today: desk.today,
        typed: &filled.typed,
        faults: &filled.faults,
        bricks: &bricks,
        rooms: &[],
    };
    let page_of_place = desk.asked.local(&format!("/lieux/{}", place.slug));
    let action = format!("{page_of_place}/proposer");
    let mut hidden = vec![Hidden { name: "place", value: place.slug.clone() }];
    hidden.extend(unlisted_exclusions(&filled));
    let page = EventFormPage {
        heading: said(locale, "proposals-propose-title", [("place", place.name.clone())]),
        place: Link::new(place.name.clone(), page_of_place.clone()),
        lede: i18n::text(locale, "proposals-propose-lede"),
        form: desk.form(),
        keep: action.clone(),
        action,
        hidden,
        errors: errors(locale, &filled.faults),
        basics: basics(&drawing, reason),
        repeats: drawing.repeats(),
        folds: vec![long(&drawing)],
        ask: filled.ask,
        preview: filled.preview,
        submit: i18n::text(locale, "proposals-propose"),
        can_draft: false,
        preview_href: desk.asked.local("/evenements/apercu"),
        cancel_href: page_of_place,
    };
    let frame = frame(desk, &page.heading);
    Ok((page, frame))
}

/// The fields of any event, then what it is and why.
fn basics(drawing: &Drawing<'_>, reason: &str) -> Vec<Part> {
    let locale = drawing.locale;
    let what = drawing.field("text", "description").maxlength(LONGEST_TEXT).rows(5);
    let longest = u32::try_from(Remark::LONGEST).unwrap_or(u32::MAX);
    let why = Field::text(REASON, i18n::text(locale, "proposals-reason"))
        .value(reason)
        .hint(i18n::text(locale, "proposals-reason-hint"))
        .error(drawing.error(REASON))
        .maxlength(longest)
        .rows(3);
    let mut parts = drawing.basics();
    parts.extend([Part::Area(what), Part::Area(why)]);
    parts
}

fn long(drawing: &Drawing<'_>) -> Fold {
    drawing.fold("long", &["last-day", "whole-day"], drawing.long_parts().into())
}
