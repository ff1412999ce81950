//! Writing to a member through a form that shows neither address.

use actix_web::{HttpRequest, HttpResponse, web};

use super::page::WritePage;
use super::sheet::{name, path};
use super::show::seen;
use crate::actions::{self, NotWritten};
use crate::domain::message::{Words, WordsError};
use crate::domain::policy::Action;
use crate::i18n::{self, Locale};
use crate::store::conversations;
use crate::store::profiles::Known;
use crate::web::act::{Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::fields::{Field, FieldError};
use crate::web::frame::{Frame, Section};
use crate::web::parts::Link;
use crate::web::rows::say;
use crate::web::wording::said;

/// Name of the field.
pub const WORDS: &str = "words";

/// `GET /membres/{uid}/ecrire`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let uid = request.match_info().query("uid").to_owned();
    private(&request, move |desk| {
        desk.member()?;
        let (page, frame) = draw(desk, &uid, "", None)?;
        desk.private_page(&page, &frame)
    })
    .await
}

/// `POST /membres/{uid}/ecrire`
pub async fn send(request: HttpRequest, body: web::Payload) -> HttpResponse {
    let uid = request.match_info().query("uid").to_owned();
    act(request, body, move |act, form| {
        let viewer = act.member()?;
        let (known, _) = addressee(&mut act.desk(), &uid)?;
        let typed = form.text(WORDS);
        let why = match Words::parse(&typed) {
            Err(error) => Refusal::Words(error),
            Ok(words) => match actions::write_to_member(act.tx, viewer.actor(), known.id, &words, act.now) {
                Ok(row) => {
                    let there = format!("/moi/messages/{}", row.uid);
                    return Ok(Done::see(there).saying("done-message-sent"));
                }
                Err(actions::Error::NotWritten(why)) => Refusal::NotWritten(why),
                Err(error) => return Err(error.into()),
            },
        };
        let (page, frame) = draw(&mut act.desk(), &uid, &typed, Some(why))?;
        Err(act.again(&page, &frame))
    })
    .await
}

/// Why a message is not on its way.
#[derive(Clone, Copy, Debug)]
pub enum Refusal {
    Words(WordsError),
    NotWritten(NotWritten),
}

impl Refusal {
    pub fn told(self, locale: Locale) -> String {
        let most = |key: &str, most: String| said(locale, key, [("most", most)]);
        match self {
            Self::Words(WordsError::Blank) => i18n::text(locale, "message-blank"),
            Self::Words(WordsError::TooLong { most: n }) => most("message-too-long", n.to_string()),
            Self::NotWritten(NotWritten::NotTaken) => i18n::text(locale, "message-not-taken"),
            Self::NotWritten(NotWritten::Blocking) => i18n::text(locale, "message-blocking"),
            Self::NotWritten(NotWritten::TooManyToday { most: n }) => {
                most("message-too-many-today", n.to_string())
            }
            Self::NotWritten(NotWritten::TooManyUnanswered { most: n }) => {
                most("message-too-many-unanswered", n.to_string())
            }
            Self::NotWritten(NotWritten::WaitForAnswer { most: n }) => {
                most("message-wait-for-answer", n.to_string())
            }
        }
    }
}

/// The field of a message, with what is wrong with it, and the summary of that.
pub fn words_field(
    locale: Locale,
    label: String,
    typed: &str,
    why: Option<Refusal>,
) -> (Field, Vec<FieldError>, String) {
    let longest = u32::try_from(Words::LONGEST).unwrap_or(0);
    let field = Field::text(WORDS, label).value(typed).required().maxlength(longest).rows(7);
    let told = why.map(|why| why.told(locale)).unwrap_or_default();
    match why {
        Some(Refusal::Words(_)) => {
            let error = FieldError { name: WORDS.to_owned(), text: told.clone() };
            (field.error(told), vec![error], String::new())
        }
        Some(Refusal::NotWritten(_)) | None => (field, Vec::new(), told),
    }
}

/// The one to whom the person writes, with the name that they see.
fn addressee(desk: &mut Desk<'_>, uid: &str) -> Result<(Known, String)> {
    let (known, viewpoint) = seen(desk.conn, &desk.actor(), uid)?;
    let profile = known.profile.seen_from(viewpoint);
    let own = desk.actor().member() == Some(known.id);
    if own || profile.name.is_empty() || !desk.actor().may(Action::WriteToMembers) {
        return Err(Error::NotFound);
    }
    let name = name(desk.locale(), &profile);
    Ok((known, name))
}

fn draw(desk: &mut Desk<'_>, uid: &str, typed: &str, why: Option<Refusal>) -> Result<(WritePage, Frame)> {
    let locale = desk.locale();
    let (known, name) = addressee(desk, uid)?;
    let own = desk.member()?.id();
    let row = conversations::between(desk.conn, own, known.id)?;
    let conversation = row.map(|row| {
        let label = say(locale, "message-conversation-with", "name", name.clone());
        Link::new(label, local(locale, &format!("/moi/messages/{}", row.uid)))
    });
    let (words, errors, refused) = words_field(locale, i18n::text(locale, "message-words"), typed, why);
    let mut frame = desk.frame(&local(locale, &format!("{}/ecrire", path(uid))));
    frame.section = Section::Members;
    frame.title = say(locale, "members-write-to", "name", name.clone());
    let page = WritePage {
        form: desk.form(),
        errors,
        name,
        profile_href: local(locale, &path(uid)),
        words,
        refused,
        conversation,
    };
    Ok((page, frame))
}
