//! What a host notes of one newcomer: a step, a sponsor, the fate of a letter.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::newcomers::{self, Refused};
use super::room::{self, hosted_place, refusal, slug_of, uid_of};
use crate::actions::{
    self, Tick, send_newcomer_letter, set_aside_newcomer_letter, tick_newcomer_step, untick_newcomer_step,
};
use crate::domain::joining::{JoiningError, LetterText};
use crate::domain::newcomer::{NewcomerStep, Reminder};
use crate::i18n;
use crate::store::members::{self, MemberRow};
use crate::store::places::PlaceRow;
use crate::web::act::{Act, Done, act};
use crate::web::error::{Error, Result};
use crate::web::form::Form;

/// `POST /lieux/{slug}/accueil/{uid}`
pub async fn submit(request: HttpRequest, payload: Payload) -> HttpResponse {
    let (slug, uid) = (slug_of(&request), uid_of(&request));
    act(request, payload, move |act, form| {
        let place = hosted_place(&mut act.desk(), slug.as_ref())?;
        let member = members::by_uid(act.tx, &uid)?;
        if let Some(reminder) = Reminder::from_code(form.raw("send")) {
            return send(act, &place, &member, reminder, form);
        }
        let noted = note(act, &place, &member, form);
        answer(act, &place, &member, noted, String::new())
    })
    .await
}

fn send(
    act: &mut Act<'_, '_>,
    place: &PlaceRow,
    member: &MemberRow,
    reminder: Reminder,
    form: &Form,
) -> Result<Done> {
    let typed = form.text(&format!("letter-{}", member.uid));
    let Some(text) = LetterText::parse(&typed) else {
        let longest = u64::try_from(LetterText::LONGEST).unwrap_or(u64::MAX);
        let problem = room::too_long(act.locale(), longest);
        return Err(again(act, place, member, problem, typed));
    };
    let (actor, now) = (act.actor(), act.now);
    let sent = send_newcomer_letter(act.tx, &actor, place, member, (reminder, &text), now);
    answer(act, place, member, sent.map(|()| "done-joining-letter-sent"), typed)
}

/// Notes one thing; gives the key of what is said then.
fn note(
    act: &mut Act<'_, '_>,
    place: &PlaceRow,
    member: &MemberRow,
    form: &Form,
) -> actions::Result<&'static str> {
    let (actor, now) = (act.actor(), act.now);
    if let Some(step) = NewcomerStep::from_code(form.raw("tick")) {
        let sponsor = form.text(&format!("sponsor-{}", member.uid));
        let sponsor = match step {
            NewcomerStep::Sponsor if !sponsor.is_empty() => Some(members::by_uid(act.tx, &sponsor)?),
            _ => None,
        };
        let tick = Tick { place, member, step, sponsor: sponsor.as_ref() };
        tick_newcomer_step(act.tx, &actor, &tick, now)?;
        return Ok("done-joining-ticked");
    }
    if let Some(step) = NewcomerStep::from_code(form.raw("untick")) {
        untick_newcomer_step(act.tx, &actor, place, member, step)?;
        return Ok("done-joining-ticked");
    }
    if let Some(reminder) = Reminder::from_code(form.raw("aside")) {
        set_aside_newcomer_letter(act.tx, &actor, place, member, reminder, now)?;
        return Ok("done-joining-letter-aside");
    }
    Err(actions::Error::Forbidden)
}

/// Back to where the newcomer stands on the page; or the page with what could not be done.
fn answer(
    act: &mut Act<'_, '_>,
    place: &PlaceRow,
    member: &MemberRow,
    noted: actions::Result<&'static str>,
    typed: String,
) -> Result<Done> {
    match noted {
        Ok(key) => Ok(Done::see(format!("{}#n-{}", room::path(place, "/accueil"), member.uid)).saying(key)),
        Err(actions::Error::Joining(JoiningError::NotMember)) if typed.is_empty() => {
            let problem = i18n::text(act.locale(), "joining-error-sponsor");
            Err(again(act, place, member, problem, typed))
        }
        Err(actions::Error::Joining(error)) => {
            let problem = refusal(act.locale(), error, place);
            Err(again(act, place, member, problem, typed))
        }
        Err(error) => Err(error.into()),
    }
}

fn again(
    act: &mut Act<'_, '_>,
    place: &PlaceRow,
    member: &MemberRow,
    problem: String,
    typed: String,
) -> Error {
    let letter = (!typed.is_empty()).then(|| (member.uid.clone(), typed));
    match newcomers::draw(&mut act.desk(), place, &Refused { problem, letter }) {
        Ok((page, frame)) => act.again(&page, &frame),
        Err(error) => error,
    }
}
