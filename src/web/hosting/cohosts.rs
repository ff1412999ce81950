//! Who holds an event: hosts of its places name others and take them off it, and who was named steps
//! down. Nobody else sees the page.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::cohosts_page::{CohostRow, CohostSearch, CohostsPage, SharingPlace};
use super::form::frame;
use super::hosted::Hosted;
use crate::actions;
use crate::db::DbConnection;
use crate::domain::member::PersonName;
use crate::domain::period::local_of;
use crate::domain::policy::Action;
use crate::domain::profile::{ProfileField, Viewpoint};
use crate::domain::slug::Slug;
use crate::i18n::{self, date};
use crate::store::directory::{self, DirectoryFilter};
use crate::store::event_hosts::{self, Holder};
use crate::store::places::{self, PlaceRow};
use crate::store::profiles::{self, Known};
use crate::store::{members, place_people};
use crate::web::act::{Done, act};
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};
use crate::web::kept::Made;
use crate::web::parts::Link;
use crate::web::wording::said;

/// People among whom one chooses; who looks for somebody among more says their name.
const LISTED: i64 = 20;
/// Longest name that is looked for, in characters.
const LONGEST: usize = 80;

/// `GET /evenements/{slug}/co-animation?q=name`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = request.match_info().get("slug").map(str::to_owned);
    private(&request, move |desk| {
        let hosted = Hosted::read(desk, slug.as_deref(), None)?;
        page(desk, &hosted)
    })
    .await
}

/// `POST` of the same: `name` or `remove` says whom, `leave` which place.
pub async fn submit(request: HttpRequest, payload: Payload) -> HttpResponse {
    let slug = request.match_info().get("slug").map(str::to_owned);
    act(request, payload, move |act, form| {
        let hosted = Hosted::read(&mut act.desk(), slug.as_deref(), None)?;
        let (by, now, id) = (act.actor(), act.now, hosted.event.id);
        let own = format!("/evenements/{}/co-animation", hosted.event.slug);
        let (named, removed) = (form.text("name"), form.text("remove"));
        let leaving = form.text("leave");
        if !leaving.is_empty() {
            let slug = Slug::parse(&leaving).ok_or(Error::NotFound)?;
            let place = places::by_slug(act.tx, &slug)?;
            actions::leave_event(act.tx, &by, id, &place, now)?;
            let stays = event_hosts::hands(act.tx, &hosted.event)?;
            let next = if by.may(Action::AmendEvent(&stays)) { own } else { hosted.path() };
            return Ok(Done::see(next).saying("done-shared-left"));
        }
        if !named.is_empty() {
            let member = members::by_uid(act.tx, &named)?;
            actions::name_cohost(act.tx, &by, id, &member, now)?;
            return Ok(Done::see(own).saying("done-cohost-named"));
        }
        let member = members::by_uid(act.tx, &removed)?;
        actions::release_cohost(act.tx, &by, id, &member, now)?;
        let stays = by.may(Action::HostEvent(&hosted.hands.places));
        Ok(match (by.member() == Some(member.id), stays) {
            // The page is there for them no longer.
            (true, false) => Done::see(hosted.path()).saying("done-cohost-left"),
            (true, true) => Done::see(own).saying("done-cohost-left"),
            (false, _) => Done::see(own).saying("done-cohost-removed"),
        })
    })
    .await
}

fn page(desk: &mut Desk<'_>, hosted: &Hosted) -> Result<Made> {
    let names_others = desk.actor().may(Action::HostEvent(&hosted.hands.places));
    let holders = event_hosts::holders(desk.conn, hosted.event.id)?;
    let search = if names_others { Some(search(desk, hosted, &holders)?) } else { None };
    let page = CohostsPage {
        event: hosted.link(desk),
        action: desk.asked.local(&format!("/evenements/{}/co-animation", hosted.event.slug)),
        holders: holders.iter().map(|holder| holder_row(desk, holder, names_others)).collect(),
        places: sharing_places(desk, hosted)?,
        search,
    };
    let frame = frame(desk, &i18n::text(desk.locale(), "cohosts-title"));
    desk.private_page(&page, &frame)
}

/// The places of an event, each with a button for who may take it out.
fn sharing_places(desk: &mut Desk<'_>, hosted: &Hosted) -> Result<Vec<SharingPlace>> {
    if hosted.draft.further_places.is_empty() {
        return Ok(Vec::new());
    }
    let rows = places::by_ids(desk.conn, &hosted.hands.places)?;
    let actor = desk.actor();
    let row = |(place, _): (PlaceRow, _)| {
        let is_own = place.id == hosted.place.id;
        let may_leave = !is_own && actor.may(Action::HostEvent(&[place.id, hosted.place.id]));
        let text = |key: &str| i18n::text(desk.locale(), key);
        SharingPlace {
            form: desk.form(),
            link: Link::new(place.name, desk.asked.local(&format!("/lieux/{}", place.slug))),
            slug: place.slug,
            about: text(if is_own { "shared-own" } else { "shared-other" }),
            button: if may_leave { text("shared-leave") } else { String::new() },
        }
    };
    Ok(rows.into_iter().map(row).collect())
}

fn holder_row(desk: &Desk<'_>, holder: &Holder, names_others: bool) -> CohostRow {
    let locale = desk.locale();
    let is_own = desk.actor().member() == Some(holder.member.id);
    let button = match (is_own, names_others) {
        (true, _) => i18n::text(locale, "cohosts-leave"),
        (false, true) => i18n::text(locale, "cohosts-remove"),
        (false, false) => String::new(),
    };
    let about = match holder.named_at {
        Some(at) => {
            let day = date::date(locale, local_of(at.0, desk.network.zone).date());
            said(locale, "cohosts-since", [("day", day)])
        }
        None => i18n::text(locale, "cohosts-announced"),
    };
    row(desk, (&holder.member.uid, &holder.member.name), about, button)
}

fn row(desk: &Desk<'_>, (uid, name): (&str, &str), about: String, button: String) -> CohostRow {
    CohostRow {
        form: desk.form(),
        uid: uid.to_owned(),
        initials: PersonName::initials(name),
        name: name.to_owned(),
        about,
        button,
    }
}

/// The people of the event's places, and others whose name the viewer sees in the directory.
fn search(desk: &mut Desk<'_>, hosted: &Hosted, holders: &[Holder]) -> Result<CohostSearch> {
    let q: String = desk.asked.get("q").unwrap_or_default().chars().take(LONGEST).collect();
    let places = &hosted.hands.places;
    let mut ids = of_places(desk.conn, places, &q)?;
    if !q.is_empty() {
        let filter = DirectoryFilter { text: Some(q.clone()), ..DirectoryFilter::default() };
        ids.extend(directory::find(desk.conn, desk.backend(), &desk.actor(), &filter, LISTED)?);
    }
    let own = desk.actor().member();
    let mut seen = Vec::new();
    ids.retain(|id| {
        let known =
            seen.contains(id) || own == Some(*id) || holders.iter().any(|holder| holder.member.id == *id);
        seen.push(*id);
        !known
    });
    let listed = usize::try_from(LISTED).unwrap_or(usize::MAX);
    let more = ids.len() > listed;
    ids.truncate(listed);
    let found = profiles::by_ids(desk.conn, &ids)?;
    let found =
        found.iter().filter(|known| known.active).map(|known| candidate(desk, known, places)).collect();
    Ok(CohostSearch { q, found, more })
}

/// Ids of the people of these places whose name holds `text`, by place and name.
fn of_places(conn: &mut DbConnection, places: &[i64], text: &str) -> Result<Vec<i64>> {
    let mut ids = Vec::new();
    for place in places {
        let people = place_people::belonging(conn, *place, text, (0, LISTED + 1))?;
        ids.extend(people.into_iter().map(|person| person.member.id));
    }
    Ok(ids)
}

fn candidate(desk: &Desk<'_>, known: &Known, places: &[i64]) -> CohostRow {
    let viewpoint = Viewpoint::of(&desk.actor(), known.id, &known.place_ids());
    let shows_places = known.profile.shows(ProfileField::Places, viewpoint);
    let told = known.places.iter().filter(|home| shows_places || places.contains(&home.id));
    let about: Vec<&str> = told.map(|home| home.name.as_str()).collect();
    let button = i18n::text(desk.locale(), "cohosts-name");
    row(desk, (&known.uid, &known.profile.name), about.join(", "), button)
}
