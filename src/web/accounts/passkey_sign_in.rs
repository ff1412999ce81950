//! Signing in by a passkey: a form asks for the question, a page puts it to the device, and the
//! device's answer comes back as a form.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::HERE;
use super::errors::{Errors, too_often};
use super::link::{alive, dead, found, secret_of};
use super::page::SignInPage;
use super::passkey_page::PasskeyPage;
use super::second_step::go_in;
use super::towards::local_address;
use crate::actions::{self, Browser, Entrance};
use crate::domain::link::LinkPurpose;
use crate::i18n;
use crate::passkey::Passkeys;
use crate::store::tokens;
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};

/// Where the question is asked for.
pub const ASK: &str = "/connexion/cle";

/// `POST /connexion/cle`
pub async fn ask(request: HttpRequest, body: Payload) -> HttpResponse {
    act(request, body, |act, form| {
        let site = site(&act.desk())?;
        let towards = local_address(form.raw("vers"));
        match actions::ask_by_passkey(act.tx, towards, &act.asked.client, &site, act.now) {
            Err(actions::Error::Limited { wait }) => {
                let mut errors = Errors::default();
                errors.say("email", too_often(act.locale(), "account-error-too-often", wait));
                let desk = act.desk();
                let page = SignInPage::new(desk.locale(), desk.form(), "", errors);
                let frame = super::frame(&desk, "/connexion", "sign-in-title");
                Err(act.again(&page, &frame))
            }
            asked => Ok(Done::see(format!("{ASK}/{}", asked?.reveal()))),
        }
    })
    .await
}

/// `GET /connexion/cle/{token}`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let secret = secret_of(&request);
    private(&request, move |desk| {
        let Some(token) = found(desk, secret, LinkPurpose::Passkey)? else {
            return dead(desk, LinkPurpose::Passkey);
        };
        let page = page(desk, &token.payload, "")?;
        super::show(desk, &page, HERE, "passkey-sign-in")
    })
    .await
}

/// `POST /connexion/cle/{token}`
pub async fn submit(request: HttpRequest, body: Payload) -> HttpResponse {
    let secret = secret_of(&request);
    act(request, body, move |act, form| {
        let secret = secret.ok_or(Error::NotFound)?;
        let site = site(&act.desk())?;
        let browser = Browser { had: super::had(act), device: &act.device, towards: "" };
        let answer = (&secret, form.raw("response"));
        let asked = tokens::find(act.tx, &secret, LinkPurpose::Passkey.code(), act.now)?;
        match actions::enter_by_passkey(act.tx, answer, &site, browser, act.now) {
            Err(actions::Error::NotProved(cause)) => {
                tracing::info!(request_id = act.asked.request_id, ?cause, "no sign-in by a passkey");
                Err(again(act, &asked.ok_or(Error::NotFound)?.payload)?)
            }
            entered => {
                let (session, towards) = alive(act, entered, LinkPurpose::Passkey)?;
                Ok(go_in(&act.visit, &Entrance::Open(session), &towards, "done-signed-in"))
            }
        }
    })
    .await
}

fn again(act: &mut Act<'_, '_>, payload: &str) -> Result<Error> {
    let desk = act.desk();
    let wrong = i18n::text(desk.locale(), "passkey-error-unknown");
    let page = page(&desk, payload, &wrong)?;
    let frame = super::frame(&desk, HERE, "passkey-sign-in");
    Ok(act.again(&page, &frame))
}

fn page(desk: &Desk<'_>, payload: &str, wrong: &str) -> Result<PasskeyPage> {
    let asked = actions::asked_at_sign_in(payload).ok_or(Error::NotFound)?;
    Ok(PasskeyPage::sign_in(desk.locale(), desk.form(), &asked, desk.asked.local("/connexion"), wrong))
}

/// The passkeys of this site.
///
/// # Errors
/// There are none at an address without a name.
pub fn site(desk: &Desk<'_>) -> Result<Passkeys> {
    Passkeys::at(desk.origin(), &desk.network.name).ok_or(Error::NotFound)
}
