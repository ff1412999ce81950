//! Accounts that are put aside, each with the way back; another is found by its address.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::page::{SuspendedLine, SuspensionsPage};
use super::{coordination_only, day};
use crate::actions::lift_suspension;
use crate::domain::email::EmailAddress;
use crate::domain::member::MemberState;
use crate::i18n;
use crate::store::{members, place_people, suspensions};
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::Result;
use crate::web::fields::{Field, FieldError};
use crate::web::frame::Frame;
use crate::web::wording::said;

const PATH: &str = "/reseau/suspensions";
/// Accounts on the page.
const MOST: i64 = 200;

/// `GET /reseau/suspensions`
pub async fn show(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        coordination_only(desk)?;
        let (page, frame) = draw(desk, "", "")?;
        desk.private_page(&page, &frame)
    })
    .await
}

/// `POST /reseau/suspensions`: with `lift`, takes an account back; else leads to the account of an
/// address.
pub async fn submit(request: HttpRequest, body: Payload) -> HttpResponse {
    act(request, body, |act, form| {
        coordination_only(&act.desk())?;
        match form.raw("lift") {
            "" => find(act, &form.text("email")),
            uid => {
                let (by, now) = (act.actor(), act.now);
                let member = members::by_uid(act.tx, uid)?;
                lift_suspension(act.tx, &by, &member, now)?;
                Ok(Done::see(PATH).saying("done-suspension-lifted"))
            }
        }
    })
    .await
}

fn find(act: &mut Act<'_, '_>, typed: &str) -> Result<Done> {
    let found = match EmailAddress::parse(typed) {
        Some(email) => members::by_email(act.tx, &email)?,
        None => None,
    };
    let key = match found {
        None => "suspensions-error-nobody",
        Some(member) if member.state()? == MemberState::Suspended => "suspensions-error-already",
        Some(member) if act.actor().member() == Some(member.id) => "suspensions-error-oneself",
        Some(member) => return Ok(Done::see(format!("/membres/{}/suspendre", member.uid))),
    };
    let error = i18n::text(act.locale(), key);
    let (page, frame) = draw(&mut act.desk(), typed, &error)?;
    Err(act.again(&page, &frame))
}

fn draw(desk: &mut Desk<'_>, typed: &str, error: &str) -> Result<(SuspensionsPage, Frame)> {
    let locale = desk.locale();
    let rows = suspensions::list(desk.conn, MOST)?;
    let by: Vec<&str> = rows.iter().map(|(row, _)| row.suspended_by.as_str()).collect();
    let names = place_people::names(desk.conn, &by)?;
    let line = |(row, member): &(suspensions::SuspensionRow, members::MemberRow)| {
        let who = names.get(&row.suspended_by).cloned();
        let who = who.unwrap_or_else(|| i18n::text(locale, "care-somebody"));
        SuspendedLine {
            form: desk.form(),
            uid: member.uid.clone(),
            name: member.name.clone(),
            email: member.email.clone(),
            since: said(locale, "suspensions-since", [("day", day(desk, row.suspended_at)), ("who", who)]),
            word: row.word.clone(),
        }
    };
    let errors = (!error.is_empty()).then(|| FieldError { name: "email".to_owned(), text: error.to_owned() });
    let page = SuspensionsPage {
        action: local(locale, PATH),
        form: desk.form(),
        errors: errors.into_iter().collect(),
        email: Field::of("email", "email", i18n::text(locale, "suspensions-email"))
            .value(typed)
            .error(error)
            .autocomplete("off")
            .required(),
        accounts: rows.iter().map(line).collect(),
    };
    let frame = super::frame(desk, PATH, i18n::text(locale, "suspensions-title"));
    Ok((page, frame))
}
