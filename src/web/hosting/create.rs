//! A host writes a new event: publishes it, looks at its dates first, or puts it aside.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};
use uuid::Uuid;

use super::aside::{discard, list_of, plan, put_aside, unplan};
use super::form::{Filled, Purpose, frame, hosted_place, page};
use super::later;
use super::page::{ChoicePage, EventFormPage, Way};
use super::preview::{self, room_taken};
use super::proposal::{self, Seen, settled_before};
use super::read::{Around, Fault, event};
use super::read_when::fault_of;
use super::typed::Typed;
use crate::actions::{self, Announcement, NewEvent};
use crate::db::{self, DbConnection};
use crate::domain::proposal::ProposalState;
use crate::domain::registration::Refusal;
use crate::domain::slug::Slug;
use crate::i18n;
use crate::store::event_drafts::{self, EventDraftRow};
use crate::store::events;
use crate::store::places::{self, PlaceRow};
use crate::store::proposals::ProposalRow;
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::with_query;
use crate::web::error::{Error, Result};
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::kept::Made;
use crate::web::parts::{Hidden, Link};

/// Places among which one may choose.
const MOST_PLACES: i64 = 500;

/// `GET /evenements/nouveau?lieu=slug`, or `?brouillon=uid`
pub async fn new(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        desk.member()?;
        if let Some(uid) = desk.asked.get("proposition").map(str::to_owned) {
            let Seen { proposal, place, .. } = hosted_proposal(desk, &uid)?;
            let purpose = proposal::amending(desk, &proposal)?;
            return show(desk, &place, purpose, Typed::from_json(&proposal.fields));
        }
        if let Some(uid) = desk.asked.get("brouillon").map(str::to_owned) {
            let (draft, place) = draft(desk, &uid)?;
            let typed = Typed::from_json(&draft.fields);
            return show(desk, &place, purpose(desk, &place, Some(&draft)), typed);
        }
        match desk.asked.get("lieu").map(str::to_owned) {
            Some(slug) => {
                let place = hosted_place(desk, &slug)?;
                let purpose = purpose(desk, &place, None);
                show(desk, &place, purpose, Typed::default())
            }
            None => which_place(desk),
        }
    })
    .await
}

/// `POST /evenements/nouveau`
pub async fn create(request: HttpRequest, payload: Payload) -> HttpResponse {
    act(request, payload, |act, form| {
        let (place, draft, proposal) = {
            let desk = &mut act.desk();
            let place = hosted_place(desk, &form.text("place"))?;
            let draft = match form.text("draft").as_str() {
                "" => None,
                uid => Some(self::draft(desk, uid)?.0),
            };
            let proposal = match form.text("proposal").as_str() {
                "" => None,
                uid => Some(hosted_proposal(desk, uid)?.proposal),
            };
            (place, draft, proposal)
        };
        if let Some(proposal) = &proposal
            && proposal.state()? != ProposalState::Proposed
        {
            return Ok(settled_before(proposal));
        }
        let typed = Typed::read(form);
        let work = Work { place, draft, proposal, typed };
        match form.text("do").as_str() {
            "preview" => {
                let (page, frame) = drawn(act, &work, Vec::new(), Look::Dates)?;
                act.preview(&page, &frame)
            }
            "draft" => put_aside(act, &work, form),
            "discard" => discard(act, &work),
            "unplan" => unplan(act, &work),
            _ => publish(act, &work, form),
        }
    })
    .await
}

/// What was sent, and for which place.
pub(super) struct Work {
    pub place: PlaceRow,
    /// The draft that it was until now.
    pub draft: Option<EventDraftRow>,
    /// What a member proposed.
    proposal: Option<ProposalRow>,
    pub typed: Typed,
}

fn publish(act: &mut Act<'_, '_>, work: &Work, form: &Form) -> Result<Done> {
    let by = act.actor();
    let around = Around { zone: work.place.zone()?, today: act.today, base: None };
    let draft = match event(&work.typed, &around) {
        Ok(draft) => draft,
        Err(faults) => return Err(again(act, work, faults, Look::Faults)),
    };
    let hosts: Vec<i64> = by.member().into_iter().collect();
    let asked = preview::Asked { place: &work.place, event: None, hosts: &hosts };
    if preview::is_news(&mut act.desk(), &asked, &draft, &form.text("told"))? {
        return Err(again(act, work, Vec::new(), Look::Others));
    }
    let now = act.now;
    let cover_of = cover_of(act.tx, &work.typed)?;
    // What a member proposes is decided on now.
    if work.proposal.is_none() {
        match later::moment(&work.typed, &draft, around.zone, now) {
            Ok(None) => {}
            Ok(Some(at)) => return plan(act, work, form, &Announcement { event: draft, cover_of }, at),
            Err(fault) => return Err(again(act, work, vec![fault], Look::Faults)),
        }
    }
    let new = NewEvent { place: &work.place, draft: &draft, uid: Uuid::new_v4(), created_at: now };
    let published = match &work.proposal {
        Some(proposal) => actions::accept_proposal(act.tx, &by, proposal, &new, now),
        None => actions::host_event(act.tx, &by, &new, now),
    };
    let published = match (published, &work.proposal) {
        (Ok(published), _) => published,
        // Nothing was written: the decision comes before everything else.
        (Err(actions::Error::ChangedMeanwhile), Some(proposal)) => return Ok(settled_before(proposal)),
        (Err(error), _) => {
            let fault = fault_of_action(act.locale(), error)?;
            return Err(again(act, work, vec![fault], Look::Dates));
        }
    };
    if let Some(first) = cover_of {
        actions::adopt_cover(act.tx, &by, (first, published.id), now)?;
    }
    if let Some(draft) = &work.draft {
        event_drafts::delete(act.tx, draft.id)?;
    }
    let told = if work.proposal.is_some() { "done-proposal-published" } else { "done-event-published" };
    Ok(Done::see(format!("/evenements/{}", published.slug)).saying(told))
}

/// The event that is done again, if it has a cover to take over.
fn cover_of(conn: &mut DbConnection, typed: &Typed) -> Result<Option<i64>> {
    let Some(slug) = Slug::parse(typed.text("cover-of")) else { return Ok(None) };
    match events::by_slug(conn, &slug) {
        Ok((event, _)) => Ok(Some(event.id)),
        Err(db::Error::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// What is wrong in the form, when an action refuses; anything else is no matter of the form.
pub fn fault_of_action(locale: i18n::Locale, error: actions::Error) -> Result<Fault> {
    match error {
        actions::Error::RoomTaken(clash) => Ok(room_taken(locale, &clash)),
        actions::Error::Schedule(error) => Ok(fault_of(error)),
        actions::Error::Registration(Refusal::AlreadyRegistered) => {
            Ok(Fault::new("whole-series", "refused-registered"))
        }
        error => Err(error.into()),
    }
}

/// What is to be looked at when the form comes again.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Faults,
    Dates,
    /// Other events, before this one is published beside them.
    Others,
}

/// The form with what was typed.
fn again(act: &mut Act<'_, '_>, work: &Work, faults: Vec<Fault>, look: Look) -> Error {
    match drawn(act, work, faults, look) {
        Ok((page, frame)) => act.again(&page, &frame),
        Err(error) => error,
    }
}

fn drawn(
    act: &mut Act<'_, '_>,
    work: &Work,
    faults: Vec<Fault>,
    look: Look,
) -> Result<(EventFormPage, Frame)> {
    let hosts: Vec<i64> = act.viewer.iter().map(|viewer| viewer.id()).collect();
    let desk = &mut act.desk();
    let asked = preview::Asked { place: &work.place, event: None, hosts: &hosts };
    let preview = match look != Look::Faults || work.typed.is_on("repeats") {
        true => Some(preview::of_typed(desk, &asked, &work.typed)?),
        false => None,
    };
    let purpose = match &work.proposal {
        Some(proposal) => proposal::amending(desk, proposal)?,
        None => purpose(desk, &work.place, work.draft.as_ref()),
    };
    let ask = match look {
        Look::Others => i18n::text(desk.locale(), "publishing-look-first"),
        Look::Faults | Look::Dates => String::new(),
    };
    page(desk, &work.place, purpose, Filled { typed: work.typed.clone(), faults, preview, ask })
}

fn purpose(desk: &Desk<'_>, place: &PlaceRow, draft: Option<&EventDraftRow>) -> Purpose {
    let locale = desk.locale();
    let mut hidden = Vec::new();
    if let Some(draft) = draft {
        hidden.push(Hidden { name: "draft", value: draft.uid.clone() });
        hidden.push(Hidden { name: "revision", value: draft.revision.to_string() });
    }
    Purpose {
        heading: i18n::text(locale, "publishing-new"),
        lede: String::new(),
        action: desk.asked.local("/evenements/nouveau"),
        hidden,
        submit: i18n::text(locale, "publishing-publish"),
        can_draft: true,
        event: String::new(),
        cancel_href: desk.asked.local(&list_of(place)),
    }
}

/// The form of a new event with these fields filled in.
pub fn show(desk: &mut Desk<'_>, place: &PlaceRow, purpose: Purpose, typed: Typed) -> Result<Made> {
    let hosts = [desk.member()?.id()];
    let asked = preview::Asked { place, event: None, hosts: &hosts };
    let preview = match typed.is_on("date") {
        true => Some(preview::of_typed(desk, &asked, &typed)?),
        false => None,
    };
    let (page, frame) = page(desk, place, purpose, Filled { typed, preview, ..Filled::default() })?;
    desk.private_page(&page, &frame)
}

/// [`show`] for an event that is done again.
pub fn show_again(desk: &mut Desk<'_>, place: &PlaceRow, typed: Typed) -> Result<Made> {
    let locale = desk.locale();
    let purpose = Purpose {
        heading: i18n::text(locale, "publishing-duplicate"),
        lede: i18n::text(locale, "publishing-duplicate-lede"),
        ..purpose(desk, place, None)
    };
    show(desk, place, purpose, typed)
}

/// A draft, for a host of its place.
fn draft(desk: &mut Desk<'_>, uid: &str) -> Result<(EventDraftRow, PlaceRow)> {
    let draft = event_drafts::by_uid(desk.conn, uid)?;
    let slug = places::by_id(desk.conn, draft.place_id)?.slug;
    let place = hosted_place(desk, &slug)?;
    Ok((draft, place))
}

/// A proposal, for a host of its place.
fn hosted_proposal(desk: &mut Desk<'_>, uid: &str) -> Result<Seen> {
    let seen = Seen::find(desk, uid)?;
    if seen.is_host { Ok(seen) } else { Err(Error::NotFound) }
}

/// Straight to the form for who holds one place; the question for who holds several.
fn which_place(desk: &mut Desk<'_>) -> Result<Made> {
    let viewer = desk.member()?;
    let standing = viewer.signed_in.standing();
    let places: Vec<(String, String)> = match standing.may_coordinate() {
        true => places::names(desk.conn, MOST_PLACES)?,
        false => {
            let rows = places::by_ids(desk.conn, &standing.host_of)?;
            rows.into_iter().map(|(row, _)| (row.slug, row.name)).collect()
        }
    };
    if let [(slug, _)] = places.as_slice() {
        let place = hosted_place(desk, slug)?;
        let purpose = purpose(desk, &place, None);
        return show(desk, &place, purpose, Typed::default());
    }
    let locale = desk.locale();
    let new = desk.asked.local("/evenements/nouveau");
    let way = |(slug, name): (String, String)| Way {
        link: Link::new(name, with_query(&new, &[("lieu", slug)])),
        hint: String::new(),
    };
    let page = ChoicePage {
        heading: i18n::text(locale, "publishing-which-place"),
        crumb: Link::new(i18n::text(locale, "layout-agenda"), desk.asked.local("/agenda")),
        lede: match places.is_empty() {
            true => i18n::text(locale, "publishing-no-place"),
            false => String::new(),
        },
        ways: places.into_iter().map(way).collect(),
    };
    let frame = frame(desk, &page.heading);
    desk.private_page(&page, &frame)
}
