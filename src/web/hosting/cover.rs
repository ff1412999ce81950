//! The cover of an event: a picture with what it shows in words, or the drawn one.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::form::frame;
use super::hosted::Hosted;
use super::page::CoverPage;
use crate::actions::set_event_cover;
use crate::i18n;
use crate::pictures::{AltText, Limits};
use crate::store::pictures::{self as stored, Shown};
use crate::web::act::{Act, Before, Done, act_prepared};
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};
use crate::web::fields::{Field, FieldError};
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::pictures::{Sent, refused, sent};
use crate::web::places::page::PhotoView;

/// Longest description of a picture, in characters.
const LONGEST_ALT: u32 = 250;

/// What is wrong with the two fields. Empty: nothing.
#[derive(Default)]
struct Wrong {
    file: String,
    alt: String,
}

/// `GET /evenements/{slug}/image`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = request.match_info().get("slug").map(str::to_owned);
    private(&request, move |desk| {
        let hosted = Hosted::read(desk, slug.as_deref(), None)?;
        let (page, frame) = page(desk, &hosted, "", &Wrong::default())?;
        desk.private_page(&page, &frame)
    })
    .await
}

/// `POST /evenements/{slug}/image`
pub async fn save(request: HttpRequest, payload: Payload) -> HttpResponse {
    let slug = request.match_info().get("slug").map(str::to_owned);
    let read = |before: &Before<'_>, form: &Form| sent(before, form, "file", &Limits::PHOTO);
    act_prepared(request, payload, read, move |act, form, picture| {
        let hosted = Hosted::read(&mut act.desk(), slug.as_deref(), None)?;
        let (by, now, id) = (act.actor(), act.now, hosted.event.id);
        if form.text("do") == "remove" {
            set_event_cover(act.tx, &by, id, None, now)?;
            return Ok(Done::see(hosted.path()).saying("done-cover-removed"));
        }
        add(act, &hosted, form, picture)
    })
    .await
}

fn add(act: &mut Act<'_, '_>, hosted: &Hosted, form: &Form, picture: Sent) -> Result<Done> {
    let locale = act.locale();
    let mut wrong = Wrong::default();
    let alt = AltText::parse(&form.text("alt"));
    if alt.is_none() {
        wrong.alt = i18n::text(locale, "publishing-fault-alt");
    }
    let picture = picture.map_err(|error| match error {
        None => i18n::text(locale, "publishing-fault-no-file"),
        Some(error) => refused(locale, error),
    });
    match (alt, picture) {
        (Some(alt), Ok(picture)) => {
            let (by, now) = (act.actor(), act.now);
            set_event_cover(act.tx, &by, hosted.event.id, Some((&picture, &alt)), now)?;
            Ok(Done::see(hosted.path()).saying("done-cover-saved"))
        }
        (_, picture) => {
            wrong.file = picture.err().unwrap_or_default();
            Err(again(act, hosted, &form.text("alt"), &wrong))
        }
    }
}

fn again(act: &mut Act<'_, '_>, hosted: &Hosted, alt: &str, wrong: &Wrong) -> Error {
    match page(&mut act.desk(), hosted, alt, wrong) {
        Ok((page, frame)) => act.again(&page, &frame),
        Err(error) => error,
    }
}

fn page(desk: &mut Desk<'_>, hosted: &Hosted, alt: &str, wrong: &Wrong) -> Result<(CoverPage, Frame)> {
    let locale = desk.locale();
    let photo = stored::of(desk.conn, Shown::Event(hosted.event.id))?.first().map(PhotoView::from);
    let label = |key: &str| i18n::text(locale, key);
    let error = |name: &str, text: &String| FieldError { name: name.to_owned(), text: text.clone() };
    let errors = [("file", &wrong.file), ("alt", &wrong.alt)];
    let page = CoverPage {
        event: hosted.link(desk),
        form: desk.form(),
        action: hosted.address(desk, "image", &[]),
        errors: errors
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(name, text)| error(name, text))
            .collect(),
        file: Field {
            accept: "image/jpeg,image/png,image/webp",
            ..Field::of("file", "file", label("publishing-file"))
                .hint(label("publishing-file-hint"))
                .error(wrong.file.clone())
                .required()
        },
        alt: Field::text("alt", label("publishing-alt"))
            .hint(label("publishing-alt-hint"))
            .value(alt)
            .error(wrong.alt.clone())
            .maxlength(LONGEST_ALT)
            .required(),
        photo,
    };
    let frame = frame(desk, &label("publishing-cover"));
    Ok((page, frame))
}
