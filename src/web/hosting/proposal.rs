//! One proposed event: who proposes it sees what becomes of it and may take it back; a host of the
//! place publishes it, amends it first, or declines it with a word.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};
use uuid::Uuid;

use super::fields::told;
use super::form::{Purpose, frame};
use super::preview;
use super::proposal_page::{Decision, ProposalPage};
use super::read::{Around, event};
use super::typed::Typed;
use crate::actions::{self, NewEvent};
use crate::domain::event::EventKind;
use crate::domain::joining::Remark;
use crate::domain::period::local_of;
use crate::domain::policy::Action;
use crate::domain::proposal::ProposalState;
use crate::i18n::{self, Locale, date};
use crate::store::members;
use crate::store::places::{self, PlaceRow};
use crate::store::proposals::{self, ProposalRow};
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::with_query;
use crate::web::error::{Error, Result};
use crate::web::fields::{Field, FieldError};
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::markdown;
use crate::web::parts::{Badge, Hidden, Link, Tone};
use crate::web::wording::said;

/// Name of the field.
const WORD: &str = "word";

/// `GET /evenements/propositions/{uid}`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let uid = request.match_info().query("uid").to_owned();
    private(&request, move |desk| {
        let seen = Seen::find(desk, &uid)?;
        let (page, frame) = draw(desk, &seen, &Refused::default())?;
        desk.private_page(&page, &frame)
    })
    .await
}

/// `POST /evenements/propositions/{uid}`
pub async fn submit(request: HttpRequest, payload: Payload) -> HttpResponse {
    let uid = request.match_info().query("uid").to_owned();
    act(request, payload, move |act, form| {
        let seen = Seen::find(&mut act.desk(), &uid)?;
        let done = match form.text("do").as_str() {
            "publish" => publish(act, &seen)?,
            "decline" => decline(act, &seen, form)?,
            "withdraw" => {
                let (by, now) = (act.actor(), act.now);
                actions::withdraw_proposal(act.tx, &by, &seen.proposal, now)
                    .map(|()| Done::see(MINE).saying("done-proposal-withdrawn"))
            }
            _ => return Err(Error::NotFound),
        };
        match done {
            // Nothing was written: the decision comes before everything else.
            Err(actions::Error::ChangedMeanwhile) => Ok(settled_before(&seen.proposal)),
            done => Ok(done?),
        }
    })
    .await
}

/// The list of one's own proposals.
pub const MINE: &str = "/evenements/propositions";

/// Somebody decided before.
pub fn settled_before(proposal: &ProposalRow) -> Done {
    Done::see(path(proposal)).saying("done-proposal-settled")
}

pub fn path(proposal: &ProposalRow) -> String {
    format!("{MINE}/{}", proposal.uid)
}

/// A proposal that somebody may see.
pub struct Seen {
    pub proposal: ProposalRow,
    pub place: PlaceRow,
    /// May decide on it.
    pub is_host: bool,
    is_own: bool,
}

impl Seen {
    /// # Errors
    /// For others than who proposes it and the hosts of the place there is no such page.
    pub fn find(desk: &mut Desk<'_>, uid: &str) -> Result<Self> {
        let viewer = desk.member()?;
        let proposal = proposals::by_uid(desk.conn, uid)?;
        let place = places::by_id(desk.conn, proposal.place_id)?;
        let is_host = desk.actor().may(Action::HostEvent(&[place.id]));
        let is_own = proposal.member_id == viewer.id();
        match is_host || is_own {
            true => Ok(Self { proposal, place, is_host, is_own }),
            false => Err(Error::NotFound),
        }
    }
}

fn publish(act: &mut Act<'_, '_>, seen: &Seen) -> Result<actions::Result<Done>> {
    let around = Around { zone: seen.place.zone()?, today: act.today, base: None };
    let Ok(draft) = event(&Typed::from_json(&seen.proposal.fields), &around) else {
        // What no longer makes an event is looked at in its form.
        return Ok(Ok(Done::see(amend_path(&seen.proposal))));
    };
    let (by, now) = (act.actor(), act.now);
    let new = NewEvent { place: &seen.place, draft: &draft, uid: Uuid::new_v4(), created_at: now };
    match actions::accept_proposal(act.tx, &by, &seen.proposal, &new, now) {
        Ok(published) => {
            let page = format!("/evenements/{}", published.slug);
            Ok(Ok(Done::see(page).saying("done-proposal-published")))
        }
        Err(error @ (actions::Error::RoomTaken(_) | actions::Error::Schedule(_))) => {
            let fault = super::create::fault_of_action(act.locale(), error)?;
            let problem = told(act.locale(), &fault);
            Err(again(act, seen, &Refused { problem, ..Refused::default() }))
        }
        Err(error) => Ok(Err(error)),
    }
}

fn decline(act: &mut Act<'_, '_>, seen: &Seen, form: &Form) -> Result<actions::Result<Done>> {
    let typed = form.text(WORD);
    let locale = act.locale();
    let refused = |wrong: String| Refused { word: typed.clone(), wrong, ..Refused::default() };
    let Some(word) = Remark::parse(&typed) else {
        let wrong = said(locale, "publishing-fault-long", [("limit", Remark::LONGEST.to_string())]);
        return Err(again(act, seen, &refused(wrong)));
    };
    if word.is_empty() {
        return Err(again(act, seen, &refused(i18n::text(locale, "proposals-fault-word"))));
    }
    let (by, now) = (act.actor(), act.now);
    let declined = actions::decline_proposal(act.tx, &by, &seen.proposal, &word, now);
    let list = format!("/lieux/{}/evenements", seen.place.slug);
    Ok(declined.map(|()| Done::see(list).saying("done-proposal-declined")))
}

/// What was typed, and why it was not done.
#[derive(Default)]
struct Refused {
    word: String,
    /// What is wrong with the word.
    wrong: String,
    problem: String,
}

fn again(act: &mut Act<'_, '_>, seen: &Seen, refused: &Refused) -> Error {
    match draw(&mut act.desk(), seen, refused) {
        Ok((page, frame)) => act.again(&page, &frame),
        Err(error) => error,
    }
}

fn draw(desk: &mut Desk<'_>, seen: &Seen, refused: &Refused) -> Result<(ProposalPage, Frame)> {
    let locale = desk.locale();
    let Seen { proposal, place, .. } = seen;
    let typed = Typed::from_json(&proposal.fields);
    let waits = proposal.state()? == ProposalState::Proposed;
    let hosts = [desk.member()?.id()];
    let mut preview = preview::of_typed(desk, &preview::Asked { place, event: None, hosts: &hosts }, &typed)?;
    if !(waits && seen.is_host) {
        preview.notes.clear();
    }
    let name = members::by_id(desk.conn, proposal.member_id)?.name;
    let day = date::date(locale, local_of(proposal.proposed_at.0, desk.network.zone).date());
    let slug = proposals::event_slug(desk.conn, proposal)?;
    let to_event = |slug| {
        let href = desk.asked.local(&format!("/evenements/{slug}"));
        Link::new(i18n::text(locale, "proposals-see-event"), href)
    };
    let page = ProposalPage {
        heading: proposal.title.clone(),
        crumb: crumb(desk, seen),
        state: badge(locale, proposal.state()?),
        about: said(locale, "proposals-about", [("name", name), ("place", place.name.clone()), ("day", day)]),
        kind: EventKind::from_code(typed.text("kind"))
            .map_or_else(String::new, |kind| i18n::text(locale, &format!("event-kind-{kind}"))),
        preview,
        description_html: markdown::html(typed.text("description")),
        reason: proposal.reason.clone(),
        word: proposal.word.clone(),
        event: slug.map(to_event),
        problem: refused.problem.clone(),
        form: desk.form(),
        action: desk.asked.local(&path(proposal)),
        can_withdraw: waits && seen.is_own,
        decision: (waits && seen.is_host).then(|| decision(desk, proposal, refused)),
    };
    let frame = frame(desk, &page.heading);
    Ok((page, frame))
}

/// Back to the list on which one saw it.
fn crumb(desk: &Desk<'_>, seen: &Seen) -> Link {
    match seen.is_host {
        true => {
            let list = desk.asked.local(&format!("/lieux/{}/evenements", seen.place.slug));
            Link::new(seen.place.name.clone(), list)
        }
        false => Link::new(i18n::text(desk.locale(), "proposals-mine-title"), desk.asked.local(MINE)),
    }
}

fn decision(desk: &Desk<'_>, proposal: &ProposalRow, refused: &Refused) -> Decision {
    let locale = desk.locale();
    let longest = u32::try_from(Remark::LONGEST).unwrap_or(u32::MAX);
    let word = Field::text(WORD, i18n::text(locale, "proposals-word"))
        .value(refused.word.clone())
        .hint(i18n::text(locale, "proposals-word-hint"))
        .error(refused.wrong.clone())
        .required()
        .maxlength(longest)
        .rows(3);
    let wrong = (!refused.wrong.is_empty())
        .then(|| FieldError { name: WORD.to_owned(), text: refused.wrong.clone() });
    Decision {
        amend_href: desk.asked.local(&amend_path(proposal)),
        errors: wrong.into_iter().collect(),
        word,
    }
}

pub fn badge(locale: Locale, state: ProposalState) -> Badge {
    let tone = match state {
        ProposalState::Proposed | ProposalState::Withdrawn => Tone::Calm,
        ProposalState::Accepted => Tone::Good,
        ProposalState::Declined => Tone::Warn,
    };
    Badge { label: i18n::text(locale, &format!("proposals-state-{state}")), tone }
}

fn amend_path(proposal: &ProposalRow) -> String {
    with_query("/evenements/nouveau", &[("proposition", &proposal.uid)])
}

/// The form of an event that is amended before it is published.
pub fn amending(desk: &mut Desk<'_>, proposal: &ProposalRow) -> Result<Purpose> {
    let locale = desk.locale();
    let name = members::by_id(desk.conn, proposal.member_id)?.name;
    Ok(Purpose {
        heading: i18n::text(locale, "proposals-amend"),
        lede: said(locale, "proposals-amend-lede", [("name", name)]),
        action: desk.asked.local("/evenements/nouveau"),
        hidden: vec![Hidden { name: "proposal", value: proposal.uid.clone() }],
        submit: i18n::text(locale, "publishing-publish"),
        can_draft: false,
        event: String::new(),
        cancel_href: desk.asked.local(&path(proposal)),
    })
}
