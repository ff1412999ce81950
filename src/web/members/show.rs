//! The page of a member, as the one who looks may see it; not there when nothing of it may be seen.

use actix_web::{HttpRequest, HttpResponse};

use super::page::MemberPage;
use super::sheet::{path, sheet};
use crate::db::{DbConnection, Scope};
use crate::domain::policy::{Action, Actor};
use crate::domain::profile::Viewpoint;
use crate::i18n;
use crate::store::profiles::{self, Known};
use crate::web::answer::{Desk, answer};
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::frame::Section;
use crate::web::kept::Made;
use crate::web::markdown;
use crate::web::parts::Link;
use crate::web::rows::say;

/// `GET /membres/{uid}`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let uid = request.match_info().query("uid").to_owned();
    answer(&request, move |desk| {
        let (known, viewpoint) = seen(desk.conn, &desk.actor(), &uid)?;
        page(desk, &known, viewpoint)
    })
    .await
}

/// A member, and from where the actor sees them.
///
/// # Errors
/// Nothing of the member is seen from there.
pub fn seen(conn: &mut DbConnection, actor: &Actor, uid: &str) -> Result<(Known, Viewpoint)> {
    let known = profiles::by_uid(conn, uid)?;
    let viewpoint = Viewpoint::of(actor, known.id, &known.place_ids());
    let own = actor.member() == Some(known.id);
    let blank = sheet(i18n::Locale::Fr, &known, viewpoint).blank;
    if blank && !own { Err(Error::NotFound) } else { Ok((known, viewpoint)) }
}

fn page(desk: &mut Desk<'_>, known: &Known, viewpoint: Viewpoint) -> Result<Made> {
    let locale = desk.locale();
    let own = desk.actor().member() == Some(known.id);
    let seen = known.profile.seen_from(viewpoint);
    let sheet = sheet(locale, known, viewpoint);
    let writes = desk.actor().may(Action::WriteToMembers) && !own && !seen.name.is_empty();
    let write = writes.then(|| {
        let label = say(locale, "members-write-to", "name", sheet.name.clone());
        Link::new(label, local(locale, &format!("{}/ecrire", path(&known.uid))))
    });
    let mut frame = desk.frame(&local(locale, &path(&known.uid)));
    frame.section = Section::Members;
    frame.title = sheet.name.clone();
    frame.description = markdown::excerpt(&seen.activity, 200);
    frame.og_type = "profile";
    // Whoever hides their name does not want to be found by the rest.
    frame.noindex = seen.name.is_empty();
    let care = if own { Vec::new() } else { care(desk, known, writes) };
    let page = MemberPage { sheet, own, write, care };
    let mut made = desk.page(&page, &frame, Scope::Network, desk.midnight())?;
    made.noindex = frame.noindex;
    Ok(made)
}

fn care(desk: &Desk<'_>, known: &Known, may_report: bool) -> Vec<Link> {
    let locale = desk.locale();
    let way = |may: bool, key: &str, rest: &str| {
        let href = local(locale, &format!("{}{rest}", path(&known.uid)));
        may.then(|| Link::new(i18n::text(locale, key), href))
    };
    let report = way(may_report, "report-member-link", "/signaler");
    let suspend = way(desk.actor().may(Action::RunNetwork), "suspend-this", "/suspendre");
    report.into_iter().chain(suspend).collect()
}
