//! Who holds which place, for the coordination: see who is missing, entrust a place, take it back.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::host_page::{HostLine, HostedPlace, HostsPage};
use super::people::{asked_page, paged};
use super::room::{self, refusal};
use crate::actions::{self, HostInvited, invite_host, release_host};
use crate::domain::email::EmailAddress;
use crate::domain::policy::Action;
use crate::domain::slug::Slug;
use crate::i18n::{self, Args, Locale};
use crate::store::members::{self, MemberRow};
use crate::store::place_people;
use crate::store::places::{self, PlaceFilter, PlaceRow};
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::fields::Field;
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::parts::{Empty, Link};
use crate::web::rows::say;

const ADDRESS: &str = "/reseau/animateurs";
const PAGE_LENGTH: i64 = 50;

/// `GET /reseau/animateurs`
pub async fn show(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        coordination_only(desk)?;
        let (page, frame) = draw(desk, &Refused::default())?;
        desk.private_page(&page, &frame)
    })
    .await
}

/// `POST /reseau/animateurs`
pub async fn submit(request: HttpRequest, payload: Payload) -> HttpResponse {
    act(request, payload, |act, form| {
        coordination_only(&mut act.desk())?;
        let slug = Slug::parse(form.raw("place")).ok_or(Error::NotFound)?;
        let place = places::by_slug(act.tx, &slug)?;
        match form.raw("release") {
            "" => entrust(act, &place, form),
            uid => release(act, &place, uid),
        }
    })
    .await
}

fn coordination_only(desk: &mut Desk<'_>) -> Result<()> {
    desk.member()?;
    if desk.actor().may(Action::RunNetwork) { Ok(()) } else { Err(Error::NotFound) }
}

/// What could not be done: in general, or with the address typed for a place.
#[derive(Default)]
struct Refused {
    problem: String,
    /// Slug of the place, what was typed, what is wrong with it.
    email: Option<(String, String, String)>,
}

fn entrust(act: &mut Act<'_, '_>, place: &PlaceRow, form: &Form) -> Result<Done> {
    let typed = form.text(&format!("email-{}", place.slug));
    let (locale, actor, now) = (act.locale(), act.actor(), act.now);
    let refuse = |key: &str| Refused {
        problem: String::new(),
        email: Some((place.slug.clone(), typed.clone(), i18n::text(locale, key))),
    };
    let Some(email) = EmailAddress::parse(&typed) else {
        return Err(again(act, &refuse("joining-error-email")));
    };
    match invite_host(act.tx, &actor, place, &email, locale, now) {
        Ok(HostInvited::Named) => Ok(Done::see(ADDRESS).saying("done-joining-host-named")),
        Ok(HostInvited::Invited) => Ok(Done::see(ADDRESS).saying("done-joining-host-invited")),
        // The coordination may; the account is put aside.
        Err(actions::Error::Forbidden) => Err(again(act, &refuse("joining-error-person"))),
        Err(error) => Err(error.into()),
    }
}

fn release(act: &mut Act<'_, '_>, place: &PlaceRow, uid: &str) -> Result<Done> {
    let (actor, now) = (act.actor(), act.now);
    let member = members::by_uid(act.tx, uid)?;
    match release_host(act.tx, &actor, place, &member, now) {
        Ok(()) => Ok(Done::see(ADDRESS).saying("done-joining-host-released")),
        Err(actions::Error::Joining(error)) => {
            let problem = refusal(act.locale(), error, place);
            Err(again(act, &Refused { problem, email: None }))
        }
        Err(error) => Err(error.into()),
    }
}

fn again(act: &mut Act<'_, '_>, refused: &Refused) -> Error {
    match draw(&mut act.desk(), refused) {
        Ok((page, frame)) => act.again(&page, &frame),
        Err(error) => error,
    }
}

fn draw(desk: &mut Desk<'_>, refused: &Refused) -> Result<(HostsPage, Frame)> {
    let (locale, backend, today) = (desk.locale(), desk.backend(), desk.today);
    let q: String = desk.asked.get("q").unwrap_or_default().chars().take(80).collect();
    let filter = PlaceFilter { text: Some(q.clone()).filter(|q| !q.is_empty()), ..PlaceFilter::default() };
    let total = places::count(desk.conn, backend, &filter, today)?;
    let last = ((total - 1) / PAGE_LENGTH).max(0);
    let page = asked_page(desk.asked).min(last);
    let found = places::page(desk.conn, backend, &filter, today, (page * PAGE_LENGTH, PAGE_LENGTH))?;
    let ids: Vec<i64> = found.iter().map(|(place, _)| place.id).collect();
    let hosts = place_people::hosts_of_each(desk.conn, &ids)?;
    let rows: Vec<HostedPlace> = found.iter().map(|(place, _)| row(desk, place, &hosts, refused)).collect();
    let without = rows.iter().filter(|row| row.hosts.is_empty()).count();
    let mut frame = desk.frame(&local(locale, ADDRESS));
    frame.title = i18n::text(locale, "joining-hosts-title");
    frame.noindex = true;
    let page = HostsPage {
        action: local(locale, ADDRESS),
        problem: refused.problem.clone(),
        without: missing(locale, without),
        paging: paged(locale, &local(locale, ADDRESS), &q, (page, last)),
        empty: rows.is_empty().then(|| Empty {
            title: i18n::text(locale, "joining-hosts-empty"),
            text: String::new(),
            suggestions: vec![Link::new(i18n::text(locale, "joining-hosts-title"), local(locale, ADDRESS))],
        }),
        places: rows,
        q,
    };
    Ok((page, frame))
}

fn missing(locale: Locale, count: usize) -> String {
    let args = Args::from_iter([("count", count)]);
    if count == 0 { String::new() } else { i18n::text_with(locale, "joining-hosts-without", Some(&args)) }
}

fn row(desk: &Desk<'_>, place: &PlaceRow, hosts: &[(i64, MemberRow)], refused: &Refused) -> HostedPlace {
    let locale = desk.locale();
    let theirs = hosts.iter().filter(|(id, _)| *id == place.id).map(|(_, host)| host);
    let typed = refused.email.as_ref().filter(|(slug, ..)| *slug == place.slug);
    let mut email =
        Field::of("email", &format!("email-{}", place.slug), i18n::text(locale, "joining-hosts-email"))
            .hint(i18n::text(locale, "joining-hosts-email-hint"))
            .autocomplete("off")
            .required();
    if let Some((_, value, error)) = typed {
        email = email.value(value).error(error);
    }
    HostedPlace {
        form: desk.form(),
        slug: place.slug.clone(),
        place: room::link(locale, place),
        commune: place.commune.clone(),
        hosts: theirs
            .map(|host| HostLine {
                form: desk.form(),
                uid: host.uid.clone(),
                name: host.name.clone(),
                release: say(locale, "joining-hosts-release", "name", host.name.clone()),
            })
            .collect(),
        open: typed.is_some(),
        email,
    }
}
