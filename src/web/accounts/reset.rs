//! Choosing a new password by a link.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::HERE;
use super::errors::{Errors, password_key, too_often};
use super::link::{alive, dead, found, secret_of};
use super::page::{AskResetPage, NewPasswordPage, SentPage, email_field, new_password_field};
use super::second_step::{Onward, enter};
use crate::actions::{self, Browser, LinkWanted};
use crate::domain::email::EmailAddress;
use crate::domain::link::LinkPurpose;
use crate::domain::password::Password;
use crate::i18n;
use crate::password_hash;
use crate::secret::Secret;
use crate::store::tokens;
use crate::web::act::{Act, Before, Done, act, act_prepared};
use crate::web::answer::private;
use crate::web::error::{Error, Result};
use crate::web::form::Form;
use crate::web::parts::Link;

/// `GET /mot-de-passe`
pub async fn ask(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        let email = desk.viewer.as_ref().map_or("", |viewer| &viewer.signed_in.member.email);
        let email = email_field(desk.locale(), email, &Errors::default());
        let page = AskResetPage { form: desk.form(), errors: Vec::new(), email };
        super::show(desk, &page, "/mot-de-passe", "reset-title")
    })
    .await
}

/// `POST /mot-de-passe`
pub async fn send(request: HttpRequest, body: Payload) -> HttpResponse {
    act(request, body, |act, form| {
        let locale = act.locale();
        let mut errors = Errors::default();
        if let Some(email) = EmailAddress::parse(&form.text("email")) {
            let asking = LinkWanted { email: &email, locale, client: &act.asked.client };
            match actions::send_reset_link(act.tx, &asking, act.now) {
                Err(actions::Error::Limited { wait }) => {
                    errors.say("email", too_often(locale, "account-error-too-often", wait));
                }
                sent => {
                    sent?;
                    return Ok(Done::see("/mot-de-passe/envoye"));
                }
            }
        } else {
            errors.add(locale, "email", "account-error-email");
        }
        let desk = act.desk();
        let email = email_field(locale, &form.text("email"), &errors);
        let page = AskResetPage { form: desk.form(), errors: errors.0, email };
        let frame = super::frame(&desk, "/mot-de-passe", "reset-title");
        Err(act.again(&page, &frame))
    })
    .await
}

/// `GET /mot-de-passe/envoye`
pub async fn sent(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        let locale = desk.locale();
        let page = SentPage {
            lasts: i18n::text(locale, "account-sent-reset-lasts"),
            again: Link::new(i18n::text(locale, "account-sent-again"), desk.asked.local("/mot-de-passe")),
        };
        super::show(desk, &page, "/mot-de-passe/envoye", "account-sent-title")
    })
    .await
}

/// `GET /mot-de-passe/{token}`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let secret = secret_of(&request);
    private(&request, move |desk| {
        let Some(token) = found(desk, secret, LinkPurpose::ResetPassword)? else {
            return dead(desk, LinkPurpose::ResetPassword);
        };
        let password = new_password_field(desk.locale(), "reset-new", &Errors::default());
        let page = NewPasswordPage { form: desk.form(), errors: Vec::new(), email: token.email, password };
        super::show(desk, &page, HERE, "reset-title")
    })
    .await
}

/// `POST /mot-de-passe/{token}`
pub async fn submit(request: HttpRequest, body: Payload) -> HttpResponse {
    let secret = secret_of(&request);
    act_prepared(request, body, choose, move |act, _, chosen| {
        let secret = secret.ok_or(Error::NotFound)?;
        match chosen {
            Ok(hash) => save(act, &secret, &hash),
            Err(key) => Err(again(act, &secret, key)?),
        }
    })
    .await
}

/// The hash of the password that was chosen, or what is wrong with it.
pub fn choose(before: &Before<'_>, form: &Form) -> Result<std::result::Result<String, &'static str>> {
    let network = before.site.app.known_network();
    let own = [network.name.as_str(), &form.text("email")];
    Ok(Password::choose(form.raw("password"), &own).map_err(password_key).and_then(|password| {
        password_hash::hash(&password).map_err(|password_hash::Busy| "account-error-busy")
    }))
}

fn save(act: &mut Act<'_, '_>, secret: &Secret, hash: &str) -> Result<Done> {
    let browser = Browser { had: super::had(act), device: &act.device, towards: "" };
    let reset = actions::reset_password(act.tx, secret, hash, browser, act.now);
    let entrance = alive(act, reset, LinkPurpose::ResetPassword)?;
    enter(act, entrance, Onward::own("done-password-changed"))
}

fn again(act: &mut Act<'_, '_>, secret: &Secret, key: &str) -> Result<Error> {
    let locale = act.locale();
    let token = tokens::find(act.tx, secret, LinkPurpose::ResetPassword.code(), act.now)?;
    let email = alive(act, token.ok_or(actions::Error::DeadLink), LinkPurpose::ResetPassword)?.email;
    let mut errors = Errors::default();
    errors.add(locale, "password", key);
    let password = new_password_field(locale, "reset-new", &errors);
    let desk = act.desk();
    let page = NewPasswordPage { form: desk.form(), errors: errors.0, email, password };
    let frame = super::frame(&desk, HERE, "reset-title");
    Ok(act.again(&page, &frame))
}
