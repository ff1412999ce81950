//! The photo of a member: sent to those who may see it, changed and taken away by the member.

use std::sync::Arc;

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, web};

use super::page::PhotoPage;
use super::sheet::{path, portrait};
use crate::actions;
use crate::db::DbConnection;
use crate::domain::policy::Actor;
use crate::domain::profile::{ProfileField, Viewpoint};
use crate::i18n;
use crate::pictures::Limits;
use crate::store::pictures::{self as stored, StoredPicture};
use crate::store::{profiles, sessions};
use crate::web::act::{Before, Done, act, act_prepared};
use crate::web::answer::{Desk, private};
use crate::web::asked::{Asked, local};
use crate::web::error::{Error, Result};
use crate::web::fields::{Field, FieldError};
use crate::web::form::Form;
use crate::web::frame::{Frame, Section};
use crate::web::pictures::{Audience, refused, send, sent};
use crate::web::refusal;
use crate::web::server::Site;
use crate::web::viewer::Viewer;
use crate::web::visit::Visit;

const PATH: &str = "/moi/profil/photo";
const FILE: &str = "photo";

/// The address of a member's photo; another one for another photo.
pub fn href(uid: &str, picture: &str) -> String {
    format!("{}/photo?v={}", path(uid), picture.get(..8).unwrap_or(picture))
}

/// `GET /membres/{uid}/photo`
pub async fn show(request: HttpRequest, site: Data<Site>) -> HttpResponse {
    let uid = request.match_info().query("uid").to_owned();
    let visit = Visit::of(&request, site.is_secure());
    let now = site.app.clock.now();
    let found = site.app.db.read(move |conn| {
        let viewer = viewer(conn, &visit, now)?;
        let actor = viewer.map_or(Actor::Visitor, |viewer| viewer.actor().clone());
        seen(conn, &actor, &uid)
    });
    match found.await {
        Ok(picture) => send(&request, picture, Audience::ThisReader),
        Err(error) => refusal::refuse(&Arc::clone(&site), Asked::of(&request), error).await,
    }
}

fn viewer(
    conn: &mut DbConnection,
    visit: &Visit,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Option<Viewer>> {
    match &visit.session {
        Some(secret) => Ok(sessions::signed_in(conn, &secret.hash(), now)?.map(Viewer::new)),
        None => Ok(None),
    }
}

fn seen(conn: &mut DbConnection, actor: &Actor, uid: &str) -> Result<StoredPicture> {
    let known = profiles::by_uid(conn, uid)?;
    let own = actor.member() == Some(known.id);
    let viewpoint = Viewpoint::of(actor, known.id, &known.place_ids());
    if !own && !known.profile.shows(ProfileField::Photo, viewpoint) {
        return Err(Error::NotFound);
    }
    stored::bytes_of_member(conn, known.id)?.ok_or(Error::NotFound)
}

/// `GET /moi/profil/photo`
pub async fn edit(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        desk.member()?;
        let (page, frame) = draw(desk, String::new())?;
        desk.private_page(&page, &frame)
    })
    .await
}

/// `POST /moi/profil/photo`: read and written anew before the transaction begins.
pub async fn save(request: HttpRequest, body: web::Payload) -> HttpResponse {
    let read = |before: &Before<'_>, form: &Form| sent(before, form, FILE, &Limits::PORTRAIT);
    act_prepared(request, body, read, |act, _, read| {
        let viewer = act.member()?;
        let why = match read {
            Ok(picture) => {
                actions::change_photo(act.tx, viewer.actor(), viewer.id(), Some(&picture), act.now)?;
                return Ok(Done::see(PATH).saying("done-photo-saved"));
            }
            Err(Some(error)) => refused(act.locale(), error),
            Err(None) => i18n::text(act.locale(), "picture-missing"),
        };
        let (page, frame) = draw(&mut act.desk(), why)?;
        Err(act.again(&page, &frame))
    })
    .await
}

/// `POST /moi/profil/photo/retirer`
pub async fn remove(request: HttpRequest, body: web::Payload) -> HttpResponse {
    act(request, body, |act, _| {
        let viewer = act.member()?;
        actions::change_photo(act.tx, viewer.actor(), viewer.id(), None, act.now)?;
        Ok(Done::see(PATH).saying("done-photo-removed"))
    })
    .await
}

fn draw(desk: &mut Desk<'_>, why: String) -> Result<(PhotoPage, Frame)> {
    let locale = desk.locale();
    let known = profiles::of(desk.conn, desk.member()?.id())?;
    let file = Field::text(FILE, i18n::text(locale, "photo-choose"))
        .hint(i18n::text(locale, "picture-hint"))
        .error(why.clone())
        .required();
    let errors = match why.is_empty() {
        true => Vec::new(),
        false => vec![FieldError { name: FILE.to_owned(), text: why }],
    };
    let page = PhotoPage {
        form: desk.form(),
        errors,
        portrait: portrait(&known, &known.profile.name, true),
        file: Field { accept: "image/jpeg,image/png,image/webp", ..file },
    };
    let mut frame = desk.frame(&local(locale, PATH));
    frame.section = Section::Mine;
    frame.title = i18n::text(locale, "photo-heading");
    Ok((page, frame))
}
