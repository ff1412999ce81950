//! The link of a letter: it confirms, and then leads to what was chosen.

use actix_web::{HttpRequest, HttpResponse, web};

use super::ask::frame;
use super::page::{ConfirmPage, VoidPage};
use super::words;
use crate::actions;
use crate::i18n;
use crate::secret::Secret;
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::kept::Made;
use crate::web::pages::render;

/// `GET /lettre/confirmer/{token}`: looking changes nothing, for mail programs look at links too.
pub async fn show(request: HttpRequest) -> HttpResponse {
    let secret = request.match_info().get("token").and_then(Secret::parse);
    private(&request, move |desk| page(desk, &secret.ok_or(Error::NotFound)?)).await
}

fn page(desk: &mut Desk<'_>, secret: &Secret) -> Result<Made> {
    let (locale, now) = (desk.locale(), desk.now);
    let frame = frame(desk, &path(secret), "subscription-confirm-title");
    match actions::subscription_wanted(desk.conn, secret, now) {
        Ok(wanted) => {
            let page = ConfirmPage {
                form: desk.form(),
                rhythm: i18n::text(locale, &format!("rhythm-{}", wanted.rhythm)),
                told: words::choices(desk.conn, locale, &wanted.choices)?,
                manage_href: String::new(),
            };
            desk.private_page(&page, &frame)
        }
        Err(actions::Error::DeadLink) => {
            let Some(link) = actions::subscription_confirmed(desk.conn, secret, now)? else {
                return desk.private_page(&VoidPage::default(), &frame);
            };
            let page = ConfirmPage {
                form: desk.form(),
                rhythm: String::new(),
                told: Vec::new(),
                manage_href: local(locale, &format!("/lettre/{link}")),
            };
            desk.private_page(&page, &frame)
        }
        Err(error) => Err(error.into()),
    }
}

fn path(secret: &Secret) -> String {
    format!("/lettre/confirmer/{}", secret.reveal())
}

/// `POST /lettre/confirmer/{token}`
pub async fn submit(request: HttpRequest, body: web::Payload) -> HttpResponse {
    let secret = request.match_info().get("token").and_then(Secret::parse);
    act(request, body, move |act, _| confirm(act, &secret.ok_or(Error::NotFound)?)).await
}

fn confirm(act: &mut Act<'_, '_>, secret: &Secret) -> Result<Done> {
    let (zone, now) = (act.network.zone, act.now);
    match actions::confirm_subscription(act.tx, secret, zone, now) {
        Ok(link) => Ok(Done::see(format!("/lettre/{link}")).saying("done-subscribed")),
        Err(actions::Error::DeadLink) => {
            let frame = frame(&act.desk(), &path(secret), "subscription-void-title");
            Ok(Done::page(render(&VoidPage::default(), &frame)?))
        }
        Err(error) => Err(error.into()),
    }
}
