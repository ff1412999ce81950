//! The conversations of a member, the last written first.

use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::page::{ConversationCard, InboxPage};
use crate::domain::member::PersonName;
use crate::domain::period::local_of;
use crate::domain::policy::Actor;
use crate::domain::profile::Viewpoint;
use crate::i18n::{self, Locale, date};
use crate::store::conversations::{self, ConversationRow};
use crate::store::profiles::{self, Known};
use crate::web::answer::private;
use crate::web::asked::local;
use crate::web::frame::Section;
use crate::web::wording::said;

/// Conversations that are listed.
const MOST: i64 = 200;

/// `GET /moi/messages`
pub async fn show(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        let locale = desk.locale();
        let viewer = desk.member()?;
        let rows = conversations::of_member(desk.conn, viewer.id(), MOST)?;
        let others: Vec<i64> = rows.iter().filter_map(|row| row.other_than(viewer.id())).collect();
        let known = profiles::by_ids(desk.conn, &others)?;
        let card = |row: &ConversationRow| {
            let other = known.iter().find(|one| Some(one.id) == row.other_than(viewer.id()))?;
            let name = name_in(locale, row, other, viewer.actor());
            Some(ConversationCard {
                href: local(locale, &format!("/moi/messages/{}", row.uid)),
                initials: PersonName::initials(&name),
                name,
                when: when(locale, row.written_at.0, desk.network.zone),
                awaits: row.awaits(viewer.id()),
            })
        };
        let page = InboxPage { conversations: rows.iter().filter_map(card).collect() };
        let mut frame = desk.frame(&local(locale, "/moi/messages"));
        frame.section = Section::Mine;
        frame.title = i18n::text(locale, "inbox-heading");
        desk.private_page(&page, &frame)
    })
    .await
}

/// The name of the other one. Who wrote has told their name; who has not answered shows it as
/// their profile does; who is put aside has no name.
pub fn name_in(locale: Locale, row: &ConversationRow, other: &Known, by: &Actor) -> String {
    let wrote = row.starter_id == other.id || row.answered_at.is_some();
    if !other.active {
        return i18n::text(locale, "members-unnamed");
    }
    let seen = other.profile.seen_from(Viewpoint::of(by, other.id, &other.place_ids()));
    match wrote {
        true => other.profile.name.clone(),
        false => super::sheet::name(locale, &seen),
    }
}

/// "jeudi 5 mars à 10 h".
pub fn when(locale: Locale, at: DateTime<Utc>, zone: Tz) -> String {
    let there = local_of(at, zone);
    let (day, time) = (date::day(locale, there.date()), date::time(locale, there.time()));
    said(locale, "row-spoken", [("day", day), ("time", time)])
}
