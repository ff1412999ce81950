//! One's own profile: what one says, and to whom. What becomes public is agreed to first.

use actix_web::{HttpRequest, HttpResponse, web};

use super::fields::{Drawn, Values, label, told};
use super::page::EditProfilePage;
use crate::actions;
use crate::app::day_of;
use crate::domain::profile::ProfileField;
use crate::domain::skill::Skill;
use crate::i18n::{self, date, quantity};
use crate::store::profiles;
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::fields::{Choice, FieldError};
use crate::web::frame::{Frame, Section};
use crate::web::wording::said;

const PATH: &str = "/moi/profil";
const AGREE: &str = "agree";

/// `GET /moi/profil`
pub async fn show(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        let member = desk.member()?.id();
        let values = Values::of(&profiles::of(desk.conn, member)?.profile);
        let (page, frame) = draw(desk, member, &values, Vec::new(), &[])?;
        desk.private_page(&page, &frame)
    })
    .await
}

/// `POST /moi/profil`
pub async fn save(request: HttpRequest, body: web::Payload) -> HttpResponse {
    act(request, body, |act, form| {
        let viewer = act.member()?;
        let values = Values::sent(form);
        let profile = match values.parse() {
            Ok(profile) => profile,
            Err(problems) => {
                let errors = problems.iter().map(|problem| told(act.locale(), problem)).collect();
                return Err(again(act, viewer.id(), &values, errors, &[]));
            }
        };
        let agreed = form.is_on(AGREE);
        let saved = actions::save_profile(act.tx, viewer.actor(), viewer.id(), &profile, agreed, act.now);
        match saved {
            Ok(()) => Ok(Done::see("/moi/profil/apercu").saying("done-profile-saved")),
            Err(actions::Error::NotAgreed(fields)) => {
                Err(again(act, viewer.id(), &values, vec![ask_to_agree(act)], &fields))
            }
            Err(error) => Err(error.into()),
        }
    })
    .await
}

fn ask_to_agree(act: &Act<'_, '_>) -> FieldError {
    FieldError { name: AGREE.to_owned(), text: i18n::text(act.locale(), "profile-agree-missing") }
}

fn again(
    act: &mut Act<'_, '_>,
    member: i64,
    values: &Values,
    errors: Vec<FieldError>,
    to_agree: &[ProfileField],
) -> Error {
    match draw(&mut act.desk(), member, values, errors, to_agree) {
        Ok((page, frame)) => act.again(&page, &frame),
        Err(error) => error,
    }
}

fn draw(
    desk: &mut Desk<'_>,
    member: i64,
    values: &Values,
    errors: Vec<FieldError>,
    to_agree: &[ProfileField],
) -> Result<(EditProfilePage, Frame)> {
    let locale = desk.locale();
    let public_since = profiles::public_since(desk.conn, member)?;
    let zone = desk.network.zone;
    let drawn = Drawn {
        locale,
        values,
        errors: &errors,
        public_since: &public_since,
        day_of: &|at| day_of(at, zone),
    };
    let page = EditProfilePage {
        form: desk.form(),
        rows: drawn.rows(),
        errors: errors.clone(),
        vocabulary: Skill::all().iter().map(|skill| skill.name.clone()).collect(),
        agree: agreement(desk, to_agree),
    };
    let mut frame = desk.frame(&local(locale, PATH));
    frame.section = Section::Mine;
    frame.title = i18n::text(locale, "profile-heading");
    Ok((page, frame))
}

/// The box to tick before something is shown to everyone.
fn agreement(desk: &Desk<'_>, fields: &[ProfileField]) -> Option<Choice> {
    let locale = desk.locale();
    let names: Vec<String> = fields.iter().map(|field| label(locale, *field)).collect();
    let listed = quantity::list(locale, &names);
    let words = [("fields", listed), ("day", date::date(locale, desk.today))];
    (!fields.is_empty()).then(|| {
        Choice::tick(AGREE, said(locale, "profile-agree", words), false)
            .hint(i18n::text(locale, "profile-agree-meaning"))
            .error(i18n::text(locale, "profile-agree-missing"))
    })
}
