//! The coordination puts one account aside, with what it entails said first.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::page::SuspendPage;
use super::{coordination_only, word_field};
use crate::actions::suspend_member;
use crate::domain::joining::Remark;
use crate::i18n;
use crate::store::members;
use crate::web::act::{Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::fields::FieldError;
use crate::web::frame::Frame;
use crate::web::parts::Link;
use crate::web::rows::say;

const WORD: &str = "word";

/// `GET /membres/{uid}/suspendre`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let uid = request.match_info().query("uid").to_owned();
    private(&request, move |desk| {
        coordination_only(desk)?;
        let (page, frame) = draw(desk, &uid, "", "")?;
        desk.private_page(&page, &frame)
    })
    .await
}

/// `POST /membres/{uid}/suspendre`
pub async fn submit(request: HttpRequest, body: Payload) -> HttpResponse {
    let uid = request.match_info().query("uid").to_owned();
    act(request, body, move |act, form| {
        coordination_only(&act.desk())?;
        let typed = form.text(WORD);
        let Some(word) = Remark::parse(&typed) else {
            let error = i18n::text(act.locale(), "care-error-too-long");
            let (page, frame) = draw(&mut act.desk(), &uid, &typed, &error)?;
            return Err(act.again(&page, &frame));
        };
        let (by, now) = (act.actor(), act.now);
        let member = members::by_uid(act.tx, &uid)?;
        suspend_member(act.tx, &by, &member, &word, now)?;
        Ok(Done::see("/reseau/suspensions").saying("done-suspended"))
    })
    .await
}

fn draw(desk: &mut Desk<'_>, uid: &str, typed: &str, error: &str) -> Result<(SuspendPage, Frame)> {
    let locale = desk.locale();
    let member = members::by_uid(desk.conn, uid)?;
    if desk.actor().member() == Some(member.id) {
        return Err(Error::NotFound);
    }
    let heading = say(locale, "suspend-title", "name", member.name.clone());
    let frame = super::frame(desk, &format!("/membres/{uid}/suspendre"), heading.clone());
    let errors = (!error.is_empty()).then(|| FieldError { name: WORD.to_owned(), text: error.to_owned() });
    let page = SuspendPage {
        form: desk.form(),
        errors: errors.into_iter().collect(),
        heading,
        word: word_field(locale, WORD, "suspend-word", typed).error(error),
        back: Link::new(i18n::text(locale, "suspensions-title"), local(locale, "/reseau/suspensions")),
    };
    Ok((page, frame))
}
