//! Signing out: a button of every page.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use crate::actions;
use crate::web::act::{Done, act};

/// `POST /deconnexion`
pub async fn submit(request: HttpRequest, body: Payload) -> HttpResponse {
    act(request, body, |act, _| {
        if let Some(viewer) = act.viewer.clone() {
            actions::end_session(act.tx, viewer.actor(), viewer.id(), viewer.signed_in.session.id)?;
        }
        Ok(Done::see("/").saying("done-signed-out").with_cookie(act.visit.no_session_cookie()))
    })
    .await
}
