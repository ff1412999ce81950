//! A form came after its session had expired: its person signs in, and then sends it again.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::page::{ResumePage, SignInPage};
use super::stash::Stash;
use crate::i18n;
use crate::secret::Secret;
use crate::web::act::{Act, document};
use crate::web::asked::Asked;
use crate::web::error::{Error, Result};
use crate::web::fields::FormMarks;
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::pages::render;
use crate::web::refusal;
use crate::web::server::Site;
use crate::web::visit::Visit;

/// Asks to sign in, on the page that keeps what was typed.
pub async fn ask(site: &Arc<Site>, asked: &Asked, visit: &Visit, form: &Form) -> HttpResponse {
    let network = site.app.known_network();
    let mut frame = Frame::new(asked.locale, &network.name, &site.origin, &asked.local("/connexion"));
    frame.demo = network.demo;
    frame.noindex = true;
    frame.title = i18n::text(asked.locale, "sign-in-title");
    let marks = visit.form_secret().map(FormMarks::under).unwrap_or_default();
    let page = SignInPage::expired(asked.locale, marks, &Stash::of(asked, form));
    match render(&page, &frame) {
        Ok(body) => document(StatusCode::UNAUTHORIZED, body, Vec::new()),
        Err(fault) => refusal::refuse(site, asked.clone(), Error::from(fault)).await,
    }
}

/// The page that sends a form again, under the session that was just opened.
pub fn resume(act: &mut Act<'_, '_>, secret: &Secret, stash: Stash) -> Result<String> {
    let desk = act.desk();
    let page = ResumePage { form: FormMarks::under(secret), action: stash.path, fields: stash.fields };
    Ok(render(&page, &super::frame(&desk, "/connexion", "resume-title"))?)
}
