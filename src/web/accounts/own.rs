//! One's own account: what is called how, where mail goes, which browsers are signed in.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::errors::{Errors, too_often};
use super::own_page::{OwnPage, SessionLine, Typed};
use super::passkey_sign_in;
use super::provider_link;
use crate::actions;
use crate::app::day_of;
use crate::domain::email::EmailAddress;
use crate::domain::member::PersonName;
use crate::i18n::{self, Locale, date};
use crate::store::second_factors;
use crate::store::sessions::{self, SessionRow};
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};
use crate::web::frame::Section;
use crate::web::mail::stopped;
use crate::web::viewer::Viewer;
use crate::web::wording::said;

/// `GET /compte`
pub async fn show(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        let page = page(desk, Typed::default(), Errors::default())?;
        let mut frame = super::frame(desk, "/compte", "own-title");
        frame.section = Section::Mine;
        desk.private_page(&page, &frame)
    })
    .await
}

/// `POST /compte`: name and language.
pub async fn rename(request: HttpRequest, body: Payload) -> HttpResponse {
    act(request, body, |act, form| {
        let viewer = act.member()?;
        let typed = form.text("name");
        let locale = if form.text("locale") == Locale::En.tag() { Locale::En } else { Locale::Fr };
        let Some(name) = PersonName::parse(&typed) else {
            let mut errors = Errors::default();
            errors.add(act.locale(), "name", "account-error-name");
            return Err(again(act, Typed { name: Some(typed), ..Typed::default() }, errors)?);
        };
        actions::rename_account(act.tx, viewer.actor(), viewer.id(), &name, locale, act.now)?;
        Ok(Done::see("/compte").saying("done-account-saved"))
    })
    .await
}

/// `POST /compte/adresse`: asks for another address.
pub async fn change_address(request: HttpRequest, body: Payload) -> HttpResponse {
    act(request, body, |act, form| {
        let viewer = act.member()?;
        let (typed, locale) = (form.text("email"), act.locale());
        let mut errors = Errors::default();
        match EmailAddress::parse(&typed) {
            None => errors.add(locale, "email", "account-error-email"),
            Some(to) if to.as_str() == viewer.signed_in.member.email => {
                errors.add(locale, "email", "account-error-same-address");
            }
            Some(to) => {
                let client = &act.asked.client;
                let (actor, id) = (viewer.actor(), viewer.id());
                match actions::ask_for_address(act.tx, actor, id, &to, client, act.now) {
                    Err(actions::Error::Limited { wait }) => {
                        errors.say("email", too_often(locale, "account-error-too-often", wait));
                    }
                    asked => {
                        asked?;
                        return Ok(Done::see("/compte").saying("done-address-asked"));
                    }
                }
            }
        }
        Err(again(act, Typed { address: typed, ..Typed::default() }, errors)?)
    })
    .await
}

/// `POST /compte/appareils/{id}`: signs one browser out.
pub async fn end_session(request: HttpRequest, body: Payload) -> HttpResponse {
    let session = request.match_info().query("id").parse().ok();
    act(request, body, move |act, _| {
        let viewer = act.member()?;
        let session: i64 = session.ok_or(Error::NotFound)?;
        actions::end_session(act.tx, viewer.actor(), viewer.id(), session)?;
        Ok(Done::see("/compte").saying("done-session-ended"))
    })
    .await
}

/// `POST /compte/appareils`: signs every other browser out.
pub async fn end_sessions(request: HttpRequest, body: Payload) -> HttpResponse {
    act(request, body, |act, _| {
        let viewer = act.member()?;
        let here = viewer.signed_in.session.id;
        actions::end_other_sessions(act.tx, viewer.actor(), viewer.id(), Some(here))?;
        Ok(Done::see("/compte").saying("done-sessions-ended"))
    })
    .await
}

/// The page again, with what is wrong.
pub fn again(act: &mut Act<'_, '_>, typed: Typed, errors: Errors) -> Result<Error> {
    let mut desk = act.desk();
    let page = page(&mut desk, typed, errors)?;
    let mut frame = super::frame(&desk, "/compte", "own-title");
    frame.section = Section::Mine;
    Ok(act.again(&page, &frame))
}

fn page(desk: &mut Desk<'_>, typed: Typed, errors: Errors) -> Result<OwnPage> {
    let viewer = desk.member()?;
    let sessions = sessions::of_member(desk.conn, viewer.id(), desk.now)?;
    let page = OwnPage::new(desk.locale(), &viewer.signed_in.member, typed, errors, || desk.form());
    let sessions = sessions.iter().map(|session| line(desk, &viewer, session)).collect();
    let second_factor = second_factors::is_on(desk.conn, viewer.id())?;
    let identities = provider_link::lines(desk, &viewer)?;
    let passkeys = passkey_sign_in::site(desk).is_ok();
    let stopped = stopped::notice(desk, &viewer)?;
    Ok(OwnPage { second_factor, passkeys, identities, sessions, stopped, ..page })
}

fn line(desk: &Desk<'_>, viewer: &Viewer, session: &SessionRow) -> SessionLine {
    let locale = desk.locale();
    let day = day_of(session.seen_at.0, desk.network.zone);
    let seen = match day == desk.today {
        true => i18n::text(locale, "own-sessions-seen-today"),
        false => said(locale, "own-sessions-seen-on", [("day", date::date(locale, day))]),
    };
    let device = match session.device.is_empty() {
        true => i18n::text(locale, "own-sessions-unknown"),
        false => session.device.clone(),
    };
    let here = session.id == viewer.signed_in.session.id;
    SessionLine { id: session.id, form: desk.form(), device, here, seen }
}
