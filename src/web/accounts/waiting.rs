//! Accounts that wait to be welcomed, for those who decide on them.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::network_page::{WaitingAccount, WaitingPage};
use crate::actions;
use crate::app::day_of;
use crate::domain::policy::{Action, Actor};
use crate::i18n::date;
use crate::store::members::{self, MemberRow};
use crate::store::{accounts, memberships, places};
use crate::web::act::{Done, act};
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};
use crate::web::wording::said;

const PATH: &str = "/comptes-en-attente";

/// `GET /comptes-en-attente`
pub async fn list(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        let viewer = desk.member()?;
        let holds = matches!(viewer.actor(), Actor::Member(standing) if !standing.host_of.is_empty());
        if !holds && !viewer.actor().may(Action::RunNetwork) {
            return Err(Error::NotFound);
        }
        let waiting = accounts::waiting(desk.conn)?;
        let lines = waiting.iter().map(|member| line(desk, viewer.actor(), member));
        let accounts = lines.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect();
        super::show(desk, &WaitingPage { accounts }, PATH, "welcome-title")
    })
    .await
}

/// `POST /comptes-en-attente/{uid}/accueillir`
pub async fn welcome(request: HttpRequest, body: Payload) -> HttpResponse {
    let uid = request.match_info().query("uid").to_owned();
    act(request, body, move |act, _| {
        let viewer = act.member()?;
        let member = members::by_uid(act.tx, &uid)?;
        actions::welcome_account(act.tx, viewer.actor(), member.id, act.now)?;
        Ok(Done::see(PATH).saying("done-welcomed"))
    })
    .await
}

/// `POST /comptes-en-attente/{uid}/decliner`
pub async fn decline(request: HttpRequest, body: Payload) -> HttpResponse {
    let uid = request.match_info().query("uid").to_owned();
    act(request, body, move |act, form| {
        let viewer = act.member()?;
        let member = members::by_uid(act.tx, &uid)?;
        let word: String = form.text("word").chars().take(1_000).collect();
        actions::decline_account(act.tx, viewer.actor(), member.id, &word, act.now)?;
        Ok(Done::see(PATH).saying("done-declined"))
    })
    .await
}

/// The account, when the reader may decide on it.
fn line(desk: &mut Desk<'_>, by: &Actor, member: &MemberRow) -> Result<Option<WaitingAccount>> {
    let asked = memberships::of_member(desk.conn, member.id)?;
    if !actions::may_decide(by, &asked) {
        return Ok(None);
    }
    let names = asked.iter().map(|row| Ok(places::by_id(desk.conn, row.place_id)?.name));
    let names = names.collect::<Result<Vec<String>>>()?;
    let locale = desk.locale();
    let day = date::date(locale, day_of(member.created_at.0, desk.network.zone));
    Ok(Some(WaitingAccount {
        uid: member.uid.clone(),
        name: member.name.clone(),
        asked: said(locale, "welcome-asked", [("day", day)]),
        places: names,
        accept: desk.form(),
        decline: desk.form(),
    }))
}
