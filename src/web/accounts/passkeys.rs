//! One's own passkeys: which there are, making another, removing one.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::HERE;
use super::errors::Errors;
use super::link::{alive, dead, found, secret_of};
use super::passkey_page::{LONGEST_NAME, PasskeyLine, PasskeyPage, PasskeysPage};
use super::passkey_sign_in::site;
use crate::actions::{self, MOST_PASSKEYS};
use crate::app::day_of;
use crate::db::UtcInstant;
use crate::domain::link::LinkPurpose;
use crate::i18n::{self, date};
use crate::store::passkeys::{self, PasskeyRow};
use crate::store::tokens;
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};
use crate::web::wording::said;

pub const PATH: &str = "/compte/cles";

/// `GET /compte/cles`
pub async fn list(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        let page = page(desk, "", Errors::default())?;
        super::show(desk, &page, PATH, "passkeys-title")
    })
    .await
}

/// `POST /compte/cles`: begins to make one.
pub async fn ask(request: HttpRequest, body: Payload) -> HttpResponse {
    act(request, body, |act, form| {
        let viewer = act.member()?;
        let site = site(&act.desk())?;
        let name = form.text("name").split_whitespace().collect::<Vec<_>>().join(" ");
        let length = name.chars().count();
        if length == 0 || length > usize::try_from(LONGEST_NAME).unwrap_or_default() {
            return Err(again(act, &name, "passkey-error-name")?);
        }
        match actions::ask_for_passkey(act.tx, viewer.actor(), viewer.id(), &name, &site, act.now)? {
            Some(secret) => Ok(Done::see(format!("{PATH}/{}", secret.reveal()))),
            None => Err(again(act, &name, "passkey-error-most")?),
        }
    })
    .await
}

/// `GET /compte/cles/{token}`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let secret = secret_of(&request);
    private(&request, move |desk| {
        let viewer = desk.member()?;
        let token = found(desk, secret, LinkPurpose::NewPasskey)?;
        let Some(token) = token.filter(|token| token.member_id == Some(viewer.id())) else {
            return dead(desk, LinkPurpose::NewPasskey);
        };
        let page = making(desk, &token.payload, "")?;
        super::show(desk, &page, HERE, "passkey-make-title")
    })
    .await
}

/// `POST /compte/cles/{token}`
pub async fn submit(request: HttpRequest, body: Payload) -> HttpResponse {
    let secret = secret_of(&request);
    act(request, body, move |act, form| {
        let viewer = act.member()?;
        let secret = secret.ok_or(Error::NotFound)?;
        let site = site(&act.desk())?;
        let mine = (viewer.id(), viewer.signed_in.session.id);
        let answer = (&secret, form.raw("response"));
        let asked = tokens::find(act.tx, &secret, LinkPurpose::NewPasskey.code(), act.now)?;
        match actions::keep_passkey(act.tx, viewer.actor(), mine, answer, &site, act.now) {
            Err(actions::Error::NotProved(cause)) => {
                tracing::info!(request_id = act.asked.request_id, ?cause, "no passkey was made");
                let desk = act.desk();
                let wrong = i18n::text(desk.locale(), "passkey-error-not-made");
                let page = making(&desk, &asked.ok_or(Error::NotFound)?.payload, &wrong)?;
                let frame = super::frame(&desk, HERE, "passkey-make-title");
                Err(act.again(&page, &frame))
            }
            kept => {
                alive(act, kept, LinkPurpose::NewPasskey)?;
                Ok(Done::see(PATH).saying("done-passkey-made"))
            }
        }
    })
    .await
}

/// `POST /compte/cles/{id}/fin`
pub async fn remove(request: HttpRequest, body: Payload) -> HttpResponse {
    let passkey = request.match_info().query("id").parse().ok();
    act(request, body, move |act, _| {
        let viewer = act.member()?;
        let passkey: i64 = passkey.ok_or(Error::NotFound)?;
        actions::remove_passkey(act.tx, viewer.actor(), viewer.id(), passkey, act.now)?;
        Ok(Done::see(PATH).saying("done-passkey-removed"))
    })
    .await
}

fn again(act: &mut Act<'_, '_>, name: &str, key: &str) -> Result<Error> {
    let mut errors = Errors::default();
    errors.say("name", i18n::text(act.locale(), key));
    let mut desk = act.desk();
    let page = page(&mut desk, name, errors)?;
    let frame = super::frame(&desk, PATH, "passkeys-title");
    Ok(act.again(&page, &frame))
}

fn page(desk: &mut Desk<'_>, name: &str, errors: Errors) -> Result<PasskeysPage> {
    let viewer = desk.member()?;
    site(desk)?;
    let rows = passkeys::of_member(desk.conn, viewer.id())?;
    Ok(PasskeysPage {
        form: (rows.len() < MOST_PASSKEYS).then(|| desk.form()),
        keys: rows.iter().map(|row| line(desk, row)).collect(),
        ..PasskeysPage::new(desk.locale(), name, errors)
    })
}

fn line(desk: &Desk<'_>, row: &PasskeyRow) -> PasskeyLine {
    let locale = desk.locale();
    let day = |at: UtcInstant| date::date(locale, day_of(at.0, desk.network.zone));
    let made = day(row.created_at);
    let since = match row.used_at {
        Some(used) => said(locale, "passkey-used", [("made", made), ("used", day(used))]),
        None => said(locale, "passkey-unused", [("made", made)]),
    };
    PasskeyLine { id: row.id, form: desk.form(), name: row.name.clone(), since }
}

fn making(desk: &Desk<'_>, payload: &str, wrong: &str) -> Result<PasskeyPage> {
    let asked = actions::asked_of_device(payload).ok_or(Error::NotFound)?;
    Ok(PasskeyPage::create(desk.locale(), desk.form(), &asked, desk.asked.local(PATH), wrong))
}
