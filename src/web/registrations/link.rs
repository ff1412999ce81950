//! The link that a letter carries: it confirms a registration, and then leads to it.

use actix_web::{HttpRequest, HttpResponse, web};

use super::draw;
use super::fields::Typed;
use super::page::{ConfirmPage, SentPage};
use super::register::refusal;
use super::words::{self, head};
use crate::actions::{self, Holder, Occasion};
use crate::db;
use crate::domain::registration::Refusal;
use crate::i18n;
use crate::secret::Secret;
use crate::store::{registrations, seats};
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::form::Form;
use crate::web::kept::Made;
use crate::web::pages::Page;

/// `GET /inscriptions/lettre-envoyee`
pub async fn sent(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        let mut frame = draw::frame(desk, &local(desk.locale(), "/inscriptions/lettre-envoyee"));
        frame.title = i18n::text(desk.locale(), "sent-title");
        desk.private_page(&SentPage::default(), &frame)
    })
    .await
}

/// `GET /inscriptions/{token}`: looking changes nothing, for mail programs look at links too.
pub async fn show(request: HttpRequest) -> HttpResponse {
    let secret = request.match_info().get("token").and_then(Secret::parse);
    private(&request, move |desk| page(desk, &secret.ok_or(Error::NotFound)?)).await
}

fn page(desk: &mut Desk<'_>, secret: &Secret) -> Result<Made> {
    let address = address(desk, secret);
    match registrations::by_link(desk.conn, secret) {
        Err(db::Error::NotFound) => confirmation(desk, secret, &address),
        row => {
            let row = row?;
            let occasion = match Occasion::of(desk.conn, &row, desk.now) {
                // The date is gone; a letter said so.
                Err(db::Error::NotFound) => return expired(desk, &address),
                occasion => occasion?,
            };
            let (page, frame) = draw::manage(desk, &occasion, &row, &address, None, None)?;
            desk.private_page(&page, &frame)
        }
    }
}

fn address(desk: &Desk<'_>, secret: &Secret) -> String {
    local(desk.locale(), &format!("/inscriptions/{}", secret.reveal()))
}

fn confirmation(desk: &mut Desk<'_>, secret: &Secret, address: &str) -> Result<Made> {
    match actions::unconfirmed(desk.conn, secret, desk.now) {
        Err(actions::Error::Db(db::Error::NotFound)) => expired(desk, address),
        found => {
            let page = confirm_page(desk, &found?, address, None)?;
            drawn(desk, &page, address, "confirm-title")
        }
    }
}

fn confirm_page(
    desk: &mut Desk<'_>,
    found: &actions::Unconfirmed,
    address: &str,
    why: Option<Refusal>,
) -> Result<ConfirmPage> {
    let locale = desk.locale();
    let occasion = &found.occasion;
    let row = seats::of(desk.conn, occasion.event.id, occasion.offered.stored_key())?;
    Ok(ConfirmPage {
        head: Some(head(locale, occasion, row)),
        action: address.to_owned(),
        form: desk.form(),
        name: found.name.clone(),
        people: words::people(locale, found.size),
        refused: why.map(|why| words::refusal(locale, why)).unwrap_or_default(),
    })
}

fn expired(desk: &mut Desk<'_>, address: &str) -> Result<Made> {
    let page = ConfirmPage {
        head: None,
        action: String::new(),
        form: desk.form(),
        name: String::new(),
        people: String::new(),
        refused: String::new(),
    };
    drawn(desk, &page, address, "confirm-expired-title")
}

fn drawn<P: Page>(desk: &Desk<'_>, page: &P, address: &str, title: &str) -> Result<Made> {
    let mut frame = draw::frame(desk, address);
    frame.title = i18n::text(desk.locale(), title);
    desk.private_page(page, &frame)
}

/// `POST /inscriptions/{token}`. `do` says what: confirm, change, cancel.
pub async fn submit(request: HttpRequest, body: web::Payload) -> HttpResponse {
    let secret = request.match_info().get("token").and_then(Secret::parse);
    act(request, body, move |act, form| {
        let secret = secret.ok_or(Error::NotFound)?;
        let address = address(&act.desk(), &secret);
        match form.text("do").as_str() {
            "confirm" => confirm(act, &secret, address),
            "change" => change_of(act, &Holder::Link(&secret), form, &address),
            "cancel" => cancel_of(act, &Holder::Link(&secret), &address, address.clone()),
            _ => Err(Error::NotFound),
        }
    })
    .await
}

fn confirm(act: &mut Act<'_, '_>, secret: &Secret, address: String) -> Result<Done> {
    let now = act.now;
    match actions::confirm_registration(act.tx, secret, now) {
        Ok(_) => Ok(Done::see(address).saying("done-registered")),
        // Confirmed a moment ago, from another window.
        Err(actions::Error::Db(db::Error::NotFound)) => Ok(Done::see(address)),
        Err(error) => {
            let why = refusal(error)?.refusal;
            let found = actions::unconfirmed(act.tx, secret, now)?;
            let mut desk = act.desk();
            let page = confirm_page(&mut desk, &found, &address, why)?;
            let mut frame = draw::frame(&desk, &address);
            frame.title = i18n::text(desk.locale(), "confirm-title");
            Err(act.again(&page, &frame))
        }
    }
}

/// Changes what `holder` holds; the page at `address` is drawn again where it cannot be.
pub fn change_of(act: &mut Act<'_, '_>, holder: &Holder<'_>, form: &Form, address: &str) -> Result<Done> {
    let now = act.now;
    let row = holder.registration(act.tx)?;
    let occasion = Occasion::of(act.tx, &row, now)?;
    let typed = Typed::of_form(form, &occasion.offered.terms.rules.questions);
    match actions::change_registration(act.tx, holder, &typed.wish(), now) {
        Ok(_) => Ok(Done::see(address).saying("done-registration-changed")),
        Err(error) => {
            let why = refusal(error)?.refusal;
            let mut desk = act.desk();
            let (page, frame) = draw::manage(&mut desk, &occasion, &row, address, Some(typed), why)?;
            Err(act.again(&page, &frame))
        }
    }
}

/// Gives up what `holder` holds, and leads to `then`; the page at `address` says why where it cannot.
pub fn cancel_of(act: &mut Act<'_, '_>, holder: &Holder<'_>, address: &str, then: String) -> Result<Done> {
    let now = act.now;
    match actions::cancel_registration(act.tx, holder, now) {
        Ok(()) => Ok(Done::see(then).saying("done-registration-cancelled")),
        Err(error) => {
            let why = refusal(error)?.refusal;
            let row = holder.registration(act.tx)?;
            let occasion = Occasion::of(act.tx, &row, now)?;
            let (page, frame) = draw::manage(&mut act.desk(), &occasion, &row, address, None, why)?;
            Err(act.again(&page, &frame))
        }
    }
}
