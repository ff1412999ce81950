//! What asks for a code of the second factor that one has: other codes on paper, and turning it off.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::factor::{PATH, again, shown};
use super::proof::signed_in;
use super::second_step::Tried;
use crate::actions;
use crate::web::act::{Before, Done, act_prepared};
use crate::web::error::Result;
use crate::web::form::Form;

/// `POST /compte/double-verification/codes-de-secours`
pub async fn renew(request: HttpRequest, body: Payload) -> HttpResponse {
    let prepare = |before: &Before<'_>, form: &Form| proved(before, &form.text("renew"));
    act_prepared(request, body, prepare, |act, form, tried| {
        let viewer = act.member()?;
        let Tried::Right(proof) = &tried else {
            let errors = tried.errors(act, "renew");
            return Err(again(act, form, errors)?);
        };
        let codes = actions::renew_recovery_codes(act.tx, viewer.actor(), viewer.id(), proof, act.now)?;
        shown(act, form, &codes)
    })
    .await
}

/// `POST /compte/double-verification/arret`
pub async fn remove(request: HttpRequest, body: Payload) -> HttpResponse {
    let prepare = |before: &Before<'_>, form: &Form| proved(before, &form.text("off"));
    act_prepared(request, body, prepare, |act, form, tried| {
        let viewer = act.member()?;
        let Tried::Right(proof) = &tried else {
            let errors = tried.errors(act, "off");
            return Err(again(act, form, errors)?);
        };
        actions::remove_second_factor(act.tx, viewer.actor(), viewer.id(), proof, act.now)?;
        Ok(Done::see(PATH).saying("done-second-factor-off"))
    })
    .await
}

fn proved(before: &Before<'_>, typed: &str) -> Result<Tried> {
    let member = signed_in(before)?.member.id;
    let now = before.now;
    Tried::of(before.site.app.db.write_now(|tx| actions::prove_second_factor(tx, member, typed, now)))
}
