//! Setting up a second factor: what it is for, the secret for the app, a first code.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::errors::Errors;
use super::factor_page::{FactorPage, FactorState, On, Proposed, RecoveryCodesPage};
use super::towards::local_address;
use crate::actions;
use crate::i18n;
use crate::recovery_code::RecoveryCode;
use crate::store::second_factors;
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::with_query;
use crate::web::error::{Error, Result};
use crate::web::form::Form;
use crate::web::pages::render;
use crate::web::parts::Link;

pub const PATH: &str = "/compte/double-verification";

/// `GET /compte/double-verification`
pub async fn show(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        let towards = local_address(desk.asked.get("vers").unwrap_or_default()).to_owned();
        let page = page(desk, towards, Errors::default())?;
        super::show(desk, &page, PATH, "second-factor-title")
    })
    .await
}

/// `POST /compte/double-verification`: begins.
pub async fn propose(request: HttpRequest, body: Payload) -> HttpResponse {
    act(request, body, |act, form| {
        let viewer = act.member()?;
        actions::propose_second_factor(act.tx, viewer.actor(), viewer.id())?;
        Ok(Done::see(match local_address(form.raw("vers")) {
            "" => PATH.to_owned(),
            towards => with_query(PATH, &[("vers", towards)]),
        }))
    })
    .await
}

/// `POST /compte/double-verification/code`: the first code, which turns it on.
pub async fn confirm(request: HttpRequest, body: Payload) -> HttpResponse {
    act(request, body, |act, form| {
        let viewer = act.member()?;
        let mine = (viewer.id(), viewer.signed_in.session.id);
        let typed = form.text("code");
        match actions::confirm_second_factor(act.tx, viewer.actor(), mine, &typed, act.now)? {
            Some(codes) => shown(act, form, &codes),
            None => {
                let mut errors = Errors::default();
                errors.add(act.locale(), "code", "second-factor-error-first-code");
                Err(again(act, form, errors)?)
            }
        }
    })
    .await
}

/// The page of codes on paper, which only this answer can show.
pub fn shown(act: &mut Act<'_, '_>, form: &Form, codes: &[RecoveryCode]) -> Result<Done> {
    let desk = act.desk();
    let towards = match local_address(form.raw("vers")) {
        "" => desk.asked.local("/compte"),
        towards => towards.to_owned(),
    };
    let go_on = Link::new(i18n::text(desk.locale(), "recovery-codes-go-on"), towards);
    let frame = super::frame(&desk, PATH, "recovery-codes-title");
    Ok(Done::page(render(&RecoveryCodesPage::new(codes, go_on), &frame)?))
}

/// The page again, with what is wrong.
pub fn again(act: &mut Act<'_, '_>, form: &Form, errors: Errors) -> Result<Error> {
    let towards = local_address(form.raw("vers")).to_owned();
    let mut desk = act.desk();
    let page = page(&mut desk, towards, errors)?;
    let frame = super::frame(&desk, PATH, "second-factor-title");
    Ok(act.again(&page, &frame))
}

fn page(desk: &mut Desk<'_>, towards: String, errors: Errors) -> Result<FactorPage> {
    let viewer = desk.member()?;
    let locale = desk.locale();
    let state = match second_factors::of_member(desk.conn, viewer.id())? {
        None => FactorState::Off { form: desk.form() },
        Some(row) if row.confirmed_at.is_none() => {
            let account = &viewer.signed_in.member.email;
            let proposed = Proposed::new(locale, &row.secret()?, &desk.network.name, account, &errors);
            FactorState::Proposed(Box::new(Proposed { form: desk.form(), ..proposed }))
        }
        Some(_) => {
            let on = On::new(locale, second_factors::codes_left(desk.conn, viewer.id())?, &errors);
            FactorState::On(Box::new(On { renew_form: desk.form(), off_form: desk.form(), ..on }))
        }
    };
    Ok(FactorPage { owed: viewer.signed_in.owes_second_factor, towards, state, errors: errors.0 })
}
