//! Pictures as browsers fetch them: kept for ever under their own address, for another picture
//! has another one. Also the words for files that do not become pictures.

use std::sync::Arc;

use actix_web::http::header::{self, HeaderValue};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

use super::act::Before;
use super::asked::Asked;
use super::error::{Error, Result};
use super::form::Form;
use super::refusal;
use super::server::Site;
use super::wording::said;
use crate::i18n::{self, Locale};
use crate::pictures::{self as reading, Limits, Picture, PictureError};
use crate::store::pictures::{self, StoredPicture};
use crate::store::sessions;

/// A picture that came with a form; `Err(None)`: none did.
pub type Sent = std::result::Result<Picture, Option<PictureError>>;

/// Reads the file of a field before the transaction begins, for that takes up to a second. Only for
/// who is signed in: reading is work.
pub fn sent(before: &Before<'_>, form: &Form, field: &str, limits: &Limits) -> Result<Sent> {
    let Some(file) = form.file(field) else { return Ok(Err(None)) };
    let hash = before.visit.session.as_ref().map(|secret| secret.hash()).ok_or(Error::SignIn)?;
    let signed_in = before.site.app.db.read_now(|conn| sessions::signed_in(conn, &hash, before.now))?;
    signed_in.ok_or(Error::SignIn)?;
    Ok(reading::read(&file.bytes, limits).map_err(Some))
}

/// The address of a public picture.
pub fn href(uid: &str) -> String {
    format!("/photos/{uid}")
}

/// `GET /photos/{uid}`: pictures of places and events. Photos of members are sent by the pages
/// that know who may see them, with [`send`].
pub async fn show(request: HttpRequest, site: Data<Site>) -> HttpResponse {
    let uid = request.match_info().query("uid").to_owned();
    let found = site.app.db.read(move |conn| pictures::public_by_uid(conn, &uid)).await;
    match found {
        Ok(Some(picture)) => send(&request, picture, Audience::Anyone),
        Ok(None) => refusal::refuse(&Arc::clone(&site), Asked::of(&request), Error::NotFound).await,
        Err(error) => refusal::refuse(&Arc::clone(&site), Asked::of(&request), error.into()).await,
    }
}

/// Who may be given a picture, and so where it may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    Anyone,
    /// The one who asks: their browser asks again each time, for what is hidden is hidden at once.
    ThisReader,
}

/// The response that carries a picture; 304 when the browser has it.
pub fn send(request: &HttpRequest, picture: StoredPicture, audience: Audience) -> HttpResponse {
    let etag = format!("\"{}\"", picture.uid);
    let asked = request.headers().get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let unmodified =
        asked.is_some_and(|tags| tags.split(',').any(|tag| tag.trim().trim_start_matches("W/") == etag));
    let mut response = if unmodified { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response.insert_header((header::ETAG, etag)).insert_header((
        header::CACHE_CONTROL,
        match audience {
            Audience::Anyone => "public, max-age=31536000, immutable",
            Audience::ThisReader => "private, no-cache",
        },
    ));
    if unmodified {
        return response.finish();
    }
    // Whatever a browser makes of it, it stays a picture.
    response
        .insert_header((header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"));
    if let Ok(media_type) = HeaderValue::from_str(&picture.media_type) {
        response.insert_header((header::CONTENT_TYPE, media_type));
    }
    response.body(picture.bytes)
}

/// What a person is told of a file that was refused.
pub fn refused(locale: Locale, error: PictureError) -> String {
    match error {
        PictureError::TooHeavy { most_bytes } => {
            said(locale, "picture-too-heavy", [("megabytes", (most_bytes / 1_000_000).to_string())])
        }
        PictureError::TooLarge { most_pixels, longest_side } => {
            let megapixels = (most_pixels / 1_000_000).to_string();
            said(
                locale,
                "picture-too-large",
                [("megapixels", megapixels), ("side", longest_side.to_string())],
            )
        }
        PictureError::UnknownFormat => i18n::text(locale, "picture-unknown-format"),
        PictureError::Heic => i18n::text(locale, "picture-heic"),
        PictureError::Disguised => i18n::text(locale, "picture-disguised"),
        PictureError::Damaged => i18n::text(locale, "picture-damaged"),
    }
}
