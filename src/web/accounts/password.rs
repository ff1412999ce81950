//! Changing one's own password.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::errors::{Errors, password_key, too_often};
use super::own;
use super::own_page::Typed;
use super::proof::{Proof, prove, signed_in};
use crate::actions;
use crate::domain::email::EmailAddress;
use crate::domain::password::Password;
use crate::i18n::Locale;
use crate::password_hash;
use crate::store::members::MemberRow;
use crate::web::act::{Before, Done, act_prepared};
use crate::web::error::Result;
use crate::web::form::Form;

/// `POST /compte/mot-de-passe`
pub async fn submit(request: HttpRequest, body: Payload) -> HttpResponse {
    act_prepared(request, body, check, |act, _, checked| {
        let viewer = act.member()?;
        let hash = match checked {
            Ok(hash) => hash,
            Err(errors) => return Err(own::again(act, Typed::default(), errors)?),
        };
        let mine = (viewer.id(), viewer.signed_in.session.id);
        actions::change_password(act.tx, viewer.actor(), mine, &hash, act.now)?;
        Ok(Done::see("/compte").saying("done-password-changed"))
    })
    .await
}

/// The hash of the new password, once the old one was given.
fn check(before: &Before<'_>, form: &Form) -> Result<std::result::Result<String, Errors>> {
    let locale = before.asked.locale;
    let member = signed_in(before)?.member;
    let mut errors = Errors::default();
    if member.password_hash.is_some() {
        know_current(before, &member, form.raw("password_now"), &mut errors)?;
    }
    if !errors.are_none() {
        return Ok(Err(errors));
    }
    let network = before.site.app.known_network();
    let own = [member.name.as_str(), &member.email, &network.name];
    Ok(match Password::choose(form.raw("password"), &own) {
        Ok(password) => hashed(locale, &password),
        Err(fault) => {
            errors.add(locale, "password", password_key(fault));
            Err(errors)
        }
    })
}

/// Notes what is wrong with the password that an account has now.
pub fn know_current(before: &Before<'_>, member: &MemberRow, typed: &str, errors: &mut Errors) -> Result<()> {
    let locale = before.asked.locale;
    let Some(email) = EmailAddress::parse(&member.email) else { return Ok(()) };
    match prove(before, &email, typed)? {
        Proof::Right(_) => {}
        Proof::Wrong => errors.add(locale, "password_now", "account-error-current"),
        Proof::Busy => errors.add(locale, "password_now", "account-error-busy"),
        Proof::TooOften(wait) => {
            errors.say("password_now", too_often(locale, "account-error-too-often", wait));
        }
    }
    Ok(())
}

fn hashed(locale: Locale, password: &Password) -> std::result::Result<String, Errors> {
    password_hash::hash(password).map_err(|password_hash::Busy| {
        let mut errors = Errors::default();
        errors.add(locale, "password", "account-error-busy");
        errors
    })
}
