//! Answering an invitation.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::errors::{Errors, password_key};
use super::link::{alive, dead, found, secret_of};
use super::network_page::{InvitedAnswer, InvitedPage};
use super::page::new_password_field;
use super::second_step::{Onward, enter};
use super::sign_up::name_field;
use super::{HERE, OWN_PAGE, had};
use crate::actions::{self, Browser, Invitation, Newcomer};
use crate::domain::email::EmailAddress;
use crate::domain::link::LinkPurpose;
use crate::domain::member::{InvitedAs, PersonName};
use crate::domain::password::Password;
use crate::i18n;
use crate::password_hash;
use crate::secret::Secret;
use crate::store::tokens::{self, TokenRow};
use crate::store::{members, places};
use crate::web::act::{Act, Before, Done, act_prepared};
use crate::web::answer::{Desk, private};
use crate::web::asked::with_query;
use crate::web::error::{Error, Result};
use crate::web::fields::Field;
use crate::web::form::Form;
use crate::web::wording::said;

/// `GET /invitations/{token}`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let secret = secret_of(&request);
    private(&request, move |desk| {
        let Some(token) = found(desk, secret, LinkPurpose::Invitation)? else {
            return dead(desk, LinkPurpose::Invitation);
        };
        let page = page(desk, &token, "", Errors::default())?;
        super::show(desk, &page, HERE, "invited-title")
    })
    .await
}

/// `POST /invitations/{token}`: by opening an account, or by who has one.
pub async fn submit(request: HttpRequest, body: Payload) -> HttpResponse {
    let secret = secret_of(&request);
    act_prepared(request, body, check, move |act, form, checked| {
        let secret = secret.ok_or(Error::NotFound)?;
        match checked {
            Ok(newcomer) => open(act, &secret, newcomer),
            Err(_) if act.viewer.is_some() => accept(act, &secret),
            Err(errors) => Err(again(act, form, &secret, errors)?),
        }
    })
    .await
}

/// Name and password of a new account.
struct Said {
    name: PersonName,
    password_hash: Option<String>,
}

fn check(before: &Before<'_>, form: &Form) -> Result<std::result::Result<Said, Errors>> {
    let locale = before.asked.locale;
    let mut errors = Errors::default();
    let typed = form.raw("password");
    let network = before.site.app.known_network();
    let name = PersonName::parse(&form.text("name"));
    if name.is_none() {
        errors.add(locale, "name", "account-error-name");
    }
    let hash = match typed.is_empty() {
        true => Ok(None),
        false => Password::choose(typed, &[&form.text("name"), &network.name])
            .map_err(password_key)
            .and_then(|password| {
                password_hash::hash(&password).map_err(|password_hash::Busy| "account-error-busy")
            })
            .map(Some),
    };
    Ok(match (name, hash) {
        (Some(name), Ok(password_hash)) => Ok(Said { name, password_hash }),
        (_, Err(key)) => {
            errors.add(locale, "password", key);
            Err(errors)
        }
        _ => Err(errors),
    })
}

fn open(act: &mut Act<'_, '_>, secret: &Secret, said: Said) -> Result<Done> {
    let newcomer = Newcomer { name: &said.name, locale: act.locale(), password_hash: said.password_hash };
    let accepted = actions::accept_invitation(act.tx, secret, newcomer, act.now);
    let member = alive(act, accepted, LinkPurpose::Invitation)?;
    let browser = Browser { had: had(act), device: &act.device, towards: "" };
    let entrance = actions::open_session(act.tx, &member, browser, act.now)?;
    enter(act, entrance, Onward::own("done-account-open"))
}

fn accept(act: &mut Act<'_, '_>, secret: &Secret) -> Result<Done> {
    let viewer = act.member()?;
    let accepted = actions::accept_invitation_as(act.tx, viewer.actor(), secret, act.now);
    alive(act, accepted, LinkPurpose::Invitation)?;
    Ok(Done::see(OWN_PAGE).saying("done-invitation-accepted"))
}

fn again(act: &mut Act<'_, '_>, form: &Form, secret: &Secret, errors: Errors) -> Result<Error> {
    let token = tokens::find(act.tx, secret, LinkPurpose::Invitation.code(), act.now)?;
    let token = alive(act, token.ok_or(actions::Error::DeadLink), LinkPurpose::Invitation)?;
    let mut desk = act.desk();
    let page = page(&mut desk, &token, &form.text("name"), errors)?;
    let frame = super::frame(&desk, HERE, "invited-title");
    Ok(act.again(&page, &frame))
}

fn page(desk: &mut Desk<'_>, token: &TokenRow, name: &str, errors: Errors) -> Result<InvitedPage> {
    let invitation = Invitation::of(token)?;
    Ok(InvitedPage {
        text: who_invites_where(desk, &invitation),
        email: said(desk.locale(), "invited-email", [("email", token.email.clone())]),
        answer: answer(desk, token, name, &errors)?,
        errors: errors.0,
    })
}

fn who_invites_where(desk: &mut Desk<'_>, invitation: &Invitation) -> String {
    let locale = desk.locale();
    let network = desk.network.name.clone();
    let by = if invitation.by.is_empty() { network.clone() } else { invitation.by.clone() };
    let place = invitation.place.and_then(|place| places::by_id(desk.conn, place).ok());
    match (invitation.invited_as, place) {
        (InvitedAs::Coordinator, _) => {
            said(locale, "invited-coordinator-text", [("by", by), ("network", network)])
        }
        (InvitedAs::Host, Some(place)) => {
            said(locale, "invited-host-text", [("by", by), ("place", place.name)])
        }
        (_, Some(place)) => said(locale, "invited-place-text", [("by", by), ("place", place.name)]),
        (_, None) => said(locale, "invited-text", [("by", by), ("network", network)]),
    }
}

fn answer(desk: &mut Desk<'_>, token: &TokenRow, name: &str, errors: &Errors) -> Result<InvitedAnswer> {
    let locale = desk.locale();
    if let Some(viewer) = &desk.viewer {
        return Ok(match viewer.signed_in.member.email == token.email {
            true => InvitedAnswer::Accept { form: desk.form() },
            false => InvitedAnswer::Other,
        });
    }
    let known = match EmailAddress::parse(&token.email) {
        Some(email) => members::by_email(desk.conn, &email)?,
        None => None,
    };
    if known.is_some() {
        let href = with_query(&desk.asked.local("/connexion"), &[("vers", desk.asked.path.as_str())]);
        return Ok(InvitedAnswer::SignIn { href });
    }
    let password = Field { required: false, ..new_password_field(locale, "account-password", errors) }
        .hint(i18n::text(locale, "account-password-optional-hint"));
    let (name, password) = (Box::new(name_field(locale, name, errors)), Box::new(password));
    Ok(InvitedAnswer::Open { form: desk.form(), name, password })
}
