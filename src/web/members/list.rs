//! The directory: whom one may see, found by words and facets. Visitors see who chose to be public.

use actix_web::{HttpRequest, HttpResponse};

use super::asked::MembersAsked;
use super::filters;
use super::page::MembersPage;
use super::sheet::card;
use crate::db::Scope;
use crate::domain::profile::Viewpoint;
use crate::i18n::{self, Args, Locale, quantity};
use crate::store::directory::{self, DirectoryFilter};
use crate::store::profiles;
use crate::web::answer::{Desk, answer};
use crate::web::asked::{local, with_query};
use crate::web::error::Result;
use crate::web::frame::Section;
use crate::web::kept::Made;
use crate::web::parts::{Link, Paging};
use crate::web::rows::say;
use crate::web::wording::said;

const PAGE_LENGTH: usize = 48;
/// Members that a list goes through: who looks for somebody among more has to say more.
const MOST_LISTED: usize = PAGE_LENGTH * 40;

/// `GET /membres`
pub async fn list(request: HttpRequest) -> HttpResponse {
    answer(&request, |desk| {
        let asked = MembersAsked::of(desk.asked);
        page(desk, &asked)
    })
    .await
}

fn page(desk: &mut Desk<'_>, asked: &MembersAsked) -> Result<Made> {
    let locale = desk.locale();
    let actor = desk.actor();
    let filter = filters::meant(desk, asked)?;
    let found = find(desk, &filter)?;
    let last = last_page(found.len());
    let asked = &asked.with_page(asked.page.min(last));
    let ids: Vec<i64> = found.iter().copied().skip(asked.page * PAGE_LENGTH).take(PAGE_LENGTH).collect();
    let members = profiles::by_ids(desk.conn, &ids)?;
    let from = |one: &profiles::Known| Viewpoint::of(&actor, one.id, &one.place_ids());
    let page = MembersPage {
        heading: i18n::text(locale, "members-heading"),
        notice: notice(locale, asked, found.len()),
        count: count(locale, found.len()),
        sign_in: sign_in(desk, asked),
        filters: filters::form(desk, asked)?,
        members: members.iter().map(|one| card(locale, one, from(one))).collect(),
        paging: paging(locale, asked, last),
        empty: found.is_empty().then(|| filters::empty(locale, asked)),
    };
    let mut frame = desk.frame(&asked.href(locale));
    frame.section = Section::Members;
    frame.title = page.heading.clone();
    frame.description = say(locale, "members-description", "network", desk.network.name.clone());
    frame.noindex = !asked.filters().is_empty();
    let mut made = desk.page(&page, &frame, Scope::Network, desk.midnight())?;
    made.noindex = frame.noindex;
    Ok(made)
}

fn find(desk: &mut Desk<'_>, filter: &DirectoryFilter) -> Result<Vec<i64>> {
    let most = i64::try_from(MOST_LISTED + 1).unwrap_or(i64::MAX);
    let mut found = directory::find(desk.conn, desk.backend(), &desk.actor(), filter, most)?;
    found.truncate(MOST_LISTED + 1);
    Ok(found)
}

/// From 0.
fn last_page(found: usize) -> usize {
    found.min(MOST_LISTED).saturating_sub(1) / PAGE_LENGTH
}

fn count(locale: Locale, found: usize) -> String {
    let most = u64::try_from(MOST_LISTED).unwrap_or(u64::MAX);
    let n = u64::try_from(found).unwrap_or(u64::MAX);
    if n > most {
        return say(locale, "members-more-than", "most", quantity::number(locale, most));
    }
    let mut args = Args::new();
    args.set("n", n);
    args.set("shown", quantity::number(locale, n));
    i18n::text_with(locale, "members-count", Some(&args))
}

fn notice(locale: Locale, asked: &MembersAsked, found: usize) -> String {
    match asked.unknown.is_empty() {
        false => say(locale, "agenda-unknown", "names", asked.unknown.join(", ")),
        true if found > MOST_LISTED => i18n::text(locale, "members-narrow"),
        true => String::new(),
    }
}

fn sign_in(desk: &Desk<'_>, asked: &MembersAsked) -> Option<Link> {
    let locale = desk.locale();
    let href = with_query("/connexion", &[("vers", asked.href(locale))]);
    let label = i18n::text(locale, "members-sign-in");
    desk.viewer.is_none().then(|| Link::new(label, local(locale, &href)))
}

fn paging(locale: Locale, asked: &MembersAsked, last: usize) -> Option<Paging> {
    let page = |n: usize| asked.with_page(n).href(locale);
    let figures = [("page", (asked.page + 1).to_string()), ("pages", (last + 1).to_string())];
    (last > 0).then(|| Paging {
        previous: asked.page.checked_sub(1).map(page),
        next: (asked.page < last).then(|| page(asked.page + 1)),
        label: said(locale, "agenda-page", figures),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_ends_where_one_has_to_say_more() {
        assert_eq!([0, 1, 48, 49, 1_920, 1_921].map(last_page), [0, 0, 0, 1, 39, 39]);
        assert_eq!(count(Locale::Fr, 1_921), "plus de 1\u{202f}920 membres");
    }
}
