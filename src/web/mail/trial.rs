//! A mail to oneself, with what our side and the mail server say to each other on the way: whoever
//! sets mail up sees where it ends.

use actix_web::{HttpRequest, HttpResponse, web};
use uuid::Uuid;

use super::page::{SaidLine, TrialPage};
use crate::domain::policy::Action;
use crate::i18n;
use crate::mail::{Addressed, Failure, Letter, Letterhead, Line, Parcel, Said, Transport};
use crate::store::sessions;
use crate::web::act::{Before, Done, act_prepared};
use crate::web::error::{Error, Result};
use crate::web::pages::render;
use crate::web::viewer::Viewer;

/// What a trial came to.
struct Tried {
    to: String,
    said: Vec<Said>,
    outcome: std::result::Result<(), Failure>,
}

/// `POST /reseau/courrier/essai`
pub async fn send(request: HttpRequest, payload: web::Payload) -> HttpResponse {
    act_prepared(
        request,
        payload,
        |before, _| attempt(before),
        |act, _, tried| {
            let desk = act.desk();
            let locale = desk.locale();
            let outcome = match &tried.outcome {
                Ok(()) => i18n::text(locale, "mail-trial-taken"),
                Err(failure) => i18n::text(locale, &format!("mail-failure-{}", failure.kind)),
            };
            let page = TrialPage {
                to: tried.to,
                taken: tried.outcome.is_ok(),
                outcome,
                cause: tried.outcome.err().map(|failure| failure.said).unwrap_or_default(),
                said: tried.said.into_iter().map(SaidLine::from).collect(),
            };
            let mut frame = desk.frame(&desk.asked.local("/reseau/courrier"));
            frame.title = i18n::text(locale, "mail-trial-title");
            frame.noindex = true;
            Ok(Done::page(render(&page, &frame)?))
        },
    )
    .await
}

/// Speaks to the mail server with no transaction open.
fn attempt(before: &Before<'_>) -> Result<Tried> {
    let app = &before.site.app;
    let secret = before.visit.session.as_ref().ok_or(Error::SignIn)?;
    let (signed_in, network) = app.db.read_now(|conn| {
        let signed_in = sessions::signed_in(conn, &secret.hash(), before.now)?;
        Ok::<_, Error>((signed_in, app.network(conn)?))
    })?;
    let viewer = signed_in.map(Viewer::new).ok_or(Error::SignIn)?;
    let route = app.config.mail_url.clone().filter(|_| !network.demo);
    let (true, Some(route)) = (viewer.actor().may(Action::RunNetwork), route) else {
        return Err(Error::NotFound);
    };
    let member = &viewer.signed_in.member;
    let letter = Letter::new(Line::new("letter-test-subject"))
        .paragraph(Line::new("letter-test-text"))
        .after(Line::new("letter-test-asked"));
    let head = Letterhead {
        network: &network.name,
        origin: &before.site.origin,
        locale: member.locale(),
        to_member: true,
    };
    let sender = app.config.sender(&network.host);
    let to = Addressed {
        sender: &sender.ok_or_else(|| Error::Internal("the network's host is no domain".to_owned()))?,
        replies: app.config.mail_replies.as_ref(),
        recipient: &member.email,
        recipient_name: &member.name,
        uid: Uuid::new_v4(),
        host: &network.host,
        date: before.now,
    };
    let to_whom = member.email.clone();
    let (said, outcome) = match Parcel::of_letter(&letter, &head, &to, app.signer.as_deref()) {
        Ok(parcel) => Transport::new(route, &network.host).try_out(&parcel),
        Err(failure) => (Vec::new(), Err(failure)),
    };
    Ok(Tried { to: to_whom, said, outcome })
}

impl From<Said> for SaidLine {
    fn from(said: Said) -> Self {
        Self { by_us: said.by_us, words: said.words }
    }
}
