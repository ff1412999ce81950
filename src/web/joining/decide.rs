//! What a host decides on one person of the place: accept, decline, entrust, remove.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::people;
use super::room::{self, hosted_place, refusal, slug_of, uid_of};
use crate::actions::{
    self, accept_member, change_membership_kind, decline_member, leave_place, name_host, release_host,
};
use crate::domain::joining::Remark;
use crate::domain::member::MembershipKind;
use crate::store::members;
use crate::store::places::PlaceRow;
use crate::web::act::{Act, Done, act};
use crate::web::error::Error;
use crate::web::form::Form;

/// `POST /lieux/{slug}/membres/{uid}`
pub async fn submit(request: HttpRequest, payload: Payload) -> HttpResponse {
    let (slug, uid) = (slug_of(&request), uid_of(&request));
    act(request, payload, move |act, form| {
        let place = hosted_place(&mut act.desk(), slug.as_ref())?;
        let Some(remark) = Remark::parse(&form.text(&format!("remark-{uid}"))) else {
            let longest = u64::try_from(Remark::LONGEST).unwrap_or(u64::MAX);
            let problem = room::too_long(act.locale(), longest);
            return Err(again(act, &place, problem));
        };
        match decide(act, &place, &uid, form, &remark) {
            // Who gave up hosting does not see this page any more.
            Ok(key) if form.raw("do") != "kind" && is_oneself(act, &uid) => {
                Ok(Done::see(room::path(&place, "")).saying(key))
            }
            Ok(key) => Ok(Done::see(room::path(&place, "/membres")).saying(key)),
            Err(actions::Error::Joining(error)) => {
                let problem = refusal(act.locale(), error, &place);
                Err(again(act, &place, problem))
            }
            Err(error) => Err(error.into()),
        }
    })
    .await
}

/// Does it; gives the key of what is said then.
fn decide(
    act: &mut Act<'_, '_>,
    place: &PlaceRow,
    uid: &str,
    form: &Form,
    remark: &Remark,
) -> actions::Result<&'static str> {
    let (actor, now) = (act.actor(), act.now);
    let member = members::by_uid(act.tx, uid)?;
    match form.raw("do") {
        "accept" => {
            accept_member(act.tx, &actor, place, &member, remark, now)?;
            Ok("done-joining-accepted")
        }
        "decline" => {
            decline_member(act.tx, &actor, place, &member, remark, now)?;
            Ok("done-joining-declined")
        }
        "kind" => {
            let kind = MembershipKind::from_code(form.raw(&room::kind_name(uid)));
            let kind = kind.ok_or(actions::Error::Forbidden)?;
            change_membership_kind(act.tx, &actor, place, &member, kind)?;
            Ok("done-joining-kind")
        }
        "make-host" => {
            name_host(act.tx, &actor, place, &member, now)?;
            Ok("done-joining-host-named")
        }
        "end-host" => {
            release_host(act.tx, &actor, place, &member, now)?;
            Ok("done-joining-host-released")
        }
        "remove" => {
            leave_place(act.tx, &actor, place, &member, remark, now)?;
            Ok("done-joining-removed")
        }
        _ => Err(actions::Error::Forbidden),
    }
}

fn is_oneself(act: &Act<'_, '_>, uid: &str) -> bool {
    act.viewer.as_ref().is_some_and(|viewer| viewer.signed_in.member.uid == uid)
}

fn again(act: &mut Act<'_, '_>, place: &PlaceRow, problem: String) -> Error {
    match people::draw(&mut act.desk(), place, problem) {
        Ok((page, frame)) => act.again(&page, &frame),
        Err(error) => error,
    }
}
