//! The places of the one who looks, and what they are there.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::page::{OwnPlaceRow, OwnPlacesPage};
use super::people::role_badge;
use super::room;
use crate::actions::{self, change_membership_kind};
use crate::domain::member::{MembershipKind, MembershipRole};
use crate::domain::slug::Slug;
use crate::i18n;
use crate::store::place_people::{self, OwnPlace};
use crate::store::places;
use crate::web::act::{Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::frame::Section;
use crate::web::kept::Made;
use crate::web::parts::{Empty, Link};
use crate::web::rows::say;

/// `POST /moi/lieux`: what one is at one of them.
pub async fn submit(request: HttpRequest, body: Payload) -> HttpResponse {
    act(request, body, |act, form| {
        let viewer = act.member()?;
        let slug = Slug::parse(form.raw("place")).ok_or(Error::NotFound)?;
        let place = places::by_slug(act.tx, &slug)?;
        let kind = MembershipKind::from_code(form.raw(&room::kind_name(&place.slug)));
        let (by, member) = (viewer.actor(), &viewer.signed_in.member);
        match change_membership_kind(act.tx, by, &place, member, kind.ok_or(Error::NotFound)?) {
            Err(actions::Error::Joining(_)) => Err(Error::NotFound),
            done => {
                done?;
                Ok(Done::see("/moi/lieux").saying("done-joining-kind"))
            }
        }
    })
    .await
}

/// `GET /moi/lieux`
pub async fn show(request: HttpRequest) -> HttpResponse {
    private(&request, draw).await
}

fn draw(desk: &mut Desk<'_>) -> Result<Made> {
    let (locale, viewer) = (desk.locale(), desk.member()?);
    let own = place_people::places_of(desk.conn, viewer.id())?;
    let rows: Vec<OwnPlaceRow> = own.iter().map(|place| row(desk, place)).collect::<Result<_>>()?;
    let find = Link::new(i18n::text(locale, "own-places-find"), local(locale, "/lieux"));
    let empty = rows.is_empty().then(|| Empty {
        title: i18n::text(locale, "own-places-empty"),
        text: i18n::text(locale, "own-places-empty-text"),
        suggestions: vec![find],
    });
    let mut frame = desk.frame(&local(locale, "/moi/lieux"));
    frame.section = Section::Mine;
    frame.title = i18n::text(locale, "own-places-title");
    frame.noindex = true;
    desk.private_page(&OwnPlacesPage { places: rows, empty }, &frame)
}

fn row(desk: &Desk<'_>, place: &OwnPlace) -> Result<OwnPlaceRow> {
    let locale = desk.locale();
    let role = place.membership.role()?;
    let href = |rest: &str| local(locale, &format!("/lieux/{}{rest}", place.slug));
    let way = |key: &str, rest: &str| Link::new(i18n::text(locale, key), href(rest));
    let since = match place.membership.joined_at {
        Some(since) => say(locale, "own-places-since", "day", room::day(desk, since)),
        None => say(locale, "own-places-asked", "day", room::day(desk, place.membership.asked_at)),
    };
    let ways = match role {
        MembershipRole::Asked => vec![way("joining-withdraw", "/quitter")],
        MembershipRole::Member => vec![way("joining-leave", "/quitter")],
        MembershipRole::Host => {
            vec![way("own-places-manage", "/membres"), way("joining-leave", "/quitter")]
        }
    };
    Ok(OwnPlaceRow {
        place: Link::new(&place.name, href("")),
        commune: place.commune.clone(),
        kind: i18n::text(locale, &format!("membership-kind-{}", place.membership.kind()?)),
        since,
        role: role_badge(locale, role),
        form: desk.form(),
        slug: place.slug.clone(),
        change: room::kind_choice(
            locale,
            &place.slug,
            i18n::text(locale, "joining-kind"),
            place.membership.kind()?,
        ),
        ways,
    })
}
