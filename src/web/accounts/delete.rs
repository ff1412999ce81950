//! Leaving for good, with what it entails said first.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::HERE;
use super::errors::Errors;
use super::link::{alive, dead, found, secret_of};
use super::own_page::DeletePage;
use super::page::FollowPage;
use super::password::know_current;
use super::proof::signed_in;
use crate::actions;
use crate::domain::link::LinkPurpose;
use crate::i18n;
use crate::store::accounts;
use crate::web::act::{Act, Before, Done, act, act_prepared};
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};
use crate::web::fields::Field;
use crate::web::form::Form;
use crate::web::wording::said;

const PATH: &str = "/compte/suppression";

/// `GET /compte/suppression`
pub async fn show(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        let page = page(desk, Errors::default())?;
        super::show(desk, &page, PATH, "own-delete")
    })
    .await
}

/// `POST /compte/suppression`: with the password, at once; without one, by a link.
pub async fn submit(request: HttpRequest, body: Payload) -> HttpResponse {
    act_prepared(request, body, check, |act, _, errors| {
        let viewer = act.member()?;
        if !errors.are_none() {
            return Err(again(act, errors)?);
        }
        if viewer.signed_in.member.password_hash.is_none() {
            actions::send_deletion_link(act.tx, viewer.actor(), viewer.id(), act.now)?;
            return Ok(Done::see("/compte").saying("done-deletion-asked"));
        }
        match actions::delete_account(act.tx, viewer.actor(), viewer.id(), act.now) {
            Err(actions::Error::LastCoordinator) => Err(again(act, Errors::default())?),
            done => {
                done?;
                Ok(gone(act))
            }
        }
    })
    .await
}

/// `GET /compte/suppression/{token}`
pub async fn show_link(request: HttpRequest) -> HttpResponse {
    let secret = secret_of(&request);
    private(&request, move |desk| {
        let Some(token) = found(desk, secret, LinkPurpose::DeleteAccount)? else {
            return dead(desk, LinkPurpose::DeleteAccount);
        };
        let locale = desk.locale();
        let page = FollowPage {
            form: desk.form(),
            heading: i18n::text(locale, "delete-link-title"),
            text: said(locale, "delete-link-text", [("email", token.email)]),
            button: i18n::text(locale, "own-delete-submit"),
            danger: true,
        };
        super::show(desk, &page, HERE, "delete-link-title")
    })
    .await
}

/// `POST /compte/suppression/{token}`
pub async fn submit_link(request: HttpRequest, body: Payload) -> HttpResponse {
    let secret = secret_of(&request);
    act(request, body, move |act, _| {
        let secret = secret.ok_or(Error::NotFound)?;
        match actions::delete_account_by_link(act.tx, &secret, act.now) {
            Err(actions::Error::LastCoordinator) => Err(Error::SignIn),
            done => {
                alive(act, done, LinkPurpose::DeleteAccount)?;
                Ok(gone(act))
            }
        }
    })
    .await
}

fn gone(act: &Act<'_, '_>) -> Done {
    Done::see("/").saying("done-account-deleted").with_cookie(act.visit.no_session_cookie())
}

fn check(before: &Before<'_>, form: &Form) -> Result<Errors> {
    let member = signed_in(before)?.member;
    let mut errors = Errors::default();
    if member.password_hash.is_some() {
        know_current(before, &member, form.raw("password_now"), &mut errors)?;
    }
    Ok(errors)
}

fn again(act: &mut Act<'_, '_>, errors: Errors) -> Result<Error> {
    let mut desk = act.desk();
    let page = page(&mut desk, errors)?;
    let frame = super::frame(&desk, PATH, "own-delete");
    Ok(act.again(&page, &frame))
}

fn page(desk: &mut Desk<'_>, errors: Errors) -> Result<DeletePage> {
    let viewer = desk.member()?;
    let member = &viewer.signed_in.member;
    let last =
        member.coordinates && accounts::coordinators(desk.conn)?.iter().all(|other| other.id == member.id);
    let password = Field::of("password", "password_now", i18n::text(desk.locale(), "own-delete-password"))
        .error(errors.of("password_now"))
        .autocomplete("current-password")
        .required();
    Ok(DeletePage {
        form: desk.form(),
        last,
        password: member.password_hash.is_some().then_some(password),
        username: member.email.clone(),
        errors: errors.0,
    })
}
