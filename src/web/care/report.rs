//! A member reports a message that they received, or another member.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::page::ReportPage;
use super::word_field;
use crate::actions::{self, Reported};
use crate::domain::joining::Remark;
use crate::domain::policy::Action;
use crate::i18n;
use crate::store::{conversations, profiles};
use crate::web::act::{Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::fields::FieldError;
use crate::web::frame::Frame;
use crate::web::members::inbox::{name_in, when};
use crate::web::members::page::Message;
use crate::web::members::sheet;
use crate::web::members::show::seen;
use crate::web::parts::Link;
use crate::web::rows::say;

const REASON: &str = "reason";

/// What an address leads to report.
#[derive(Clone, Debug)]
enum What {
    Message { conversation: String, message: i64 },
    Member(String),
}

impl What {
    /// The address of what is reported, without language.
    fn behind(&self) -> String {
        match self {
            Self::Message { conversation, .. } => format!("/moi/messages/{conversation}"),
            Self::Member(uid) => sheet::path(uid),
        }
    }

    fn path(&self) -> String {
        match self {
            Self::Message { message, .. } => format!("{}/signaler/{message}", self.behind()),
            Self::Member(_) => format!("{}/signaler", self.behind()),
        }
    }
}

fn message_of(request: &HttpRequest) -> Option<What> {
    let message = request.match_info().query("message").parse().ok()?;
    Some(What::Message { conversation: request.match_info().query("uid").to_owned(), message })
}

fn member_of(request: &HttpRequest) -> Option<What> {
    Some(What::Member(request.match_info().query("uid").to_owned()))
}

/// `GET /moi/messages/{uid}/signaler/{message}`
pub async fn show_message(request: HttpRequest) -> HttpResponse {
    show(&request, message_of(&request)).await
}

/// `POST /moi/messages/{uid}/signaler/{message}`
pub async fn submit_message(request: HttpRequest, body: Payload) -> HttpResponse {
    let what = message_of(&request);
    submit(request, body, what).await
}

/// `GET /membres/{uid}/signaler`
pub async fn show_member(request: HttpRequest) -> HttpResponse {
    show(&request, member_of(&request)).await
}

/// `POST /membres/{uid}/signaler`
pub async fn submit_member(request: HttpRequest, body: Payload) -> HttpResponse {
    let what = member_of(&request);
    submit(request, body, what).await
}

async fn show(request: &HttpRequest, what: Option<What>) -> HttpResponse {
    private(request, move |desk| {
        desk.member()?;
        let (page, frame) = draw(desk, &what.ok_or(Error::NotFound)?, "", "")?;
        desk.private_page(&page, &frame)
    })
    .await
}

async fn submit(request: HttpRequest, body: Payload, what: Option<What>) -> HttpResponse {
    act(request, body, move |act, form| {
        let viewer = act.member()?;
        let what = what.ok_or(Error::NotFound)?;
        let typed = form.text(REASON);
        let of_member = matches!(what, What::Member(_));
        let (key, reason) = match Remark::parse(&typed) {
            None => ("care-error-too-long", Remark::default()),
            // Without a message to read, words are all that there is.
            Some(reason) if of_member && reason.is_empty() => ("report-error-blank", reason),
            Some(reason) => ("", reason),
        };
        if !key.is_empty() {
            let error = i18n::text(act.locale(), key);
            let (page, frame) = draw(&mut act.desk(), &what, &typed, &error)?;
            return Err(act.again(&page, &frame));
        }
        let by = viewer.actor();
        let reported = match &what {
            What::Message { conversation, message } => Reported::Message { conversation, message: *message },
            What::Member(uid) => Reported::Member(seen(act.tx, by, uid)?.0.id),
        };
        actions::report(act.tx, by, reported, &reason, act.now)?;
        Ok(Done::see(what.behind()).saying("done-reported"))
    })
    .await
}

fn draw(desk: &mut Desk<'_>, what: &What, typed: &str, error: &str) -> Result<(ReportPage, Frame)> {
    let locale = desk.locale();
    let (name, message) = told(desk, what)?;
    let (title, lede) = match what {
        What::Message { .. } => ("report-message-title", "report-message-lede"),
        What::Member(_) => ("report-member-title", "report-member-lede"),
    };
    let heading = say(locale, title, "name", name.clone());
    let reason = word_field(locale, REASON, "report-reason", typed).error(error);
    let errors = (!error.is_empty()).then(|| FieldError { name: REASON.to_owned(), text: error.to_owned() });
    let frame = super::frame(desk, &what.path(), heading.clone());
    let page = ReportPage {
        form: desk.form(),
        errors: errors.into_iter().collect(),
        heading,
        lede: say(locale, lede, "name", name.clone()),
        reason: if message.is_some() { reason } else { reason.required() },
        message,
        back: Link::new(i18n::text(locale, "report-back"), local(locale, &what.behind())),
    };
    Ok((page, frame))
}

/// The name as the one who reports sees it, and the message.
fn told(desk: &mut Desk<'_>, what: &What) -> Result<(String, Option<Message>)> {
    let (viewer, locale) = (desk.member()?, desk.locale());
    match what {
        What::Message { conversation, message } => {
            let row = conversations::of_member_by_uid(desk.conn, viewer.id(), conversation)?;
            let said = conversations::message(desk.conn, row.id, *message)?;
            let author = row.other_than(viewer.id()).filter(|other| *other == said.author_id);
            let known = profiles::of(desk.conn, author.ok_or(Error::NotFound)?)?;
            let name = name_in(locale, &row, &known, viewer.actor());
            let message = Message {
                author: name.clone(),
                own: false,
                when: when(locale, said.sent_at.0, desk.network.zone),
                words: said.words,
                report: String::new(),
            };
            Ok((name, Some(message)))
        }
        What::Member(uid) => {
            let (known, viewpoint) = seen(desk.conn, viewer.actor(), uid)?;
            let profile = known.profile.seen_from(viewpoint);
            let may = viewer.actor().may(Action::WriteToMembers) && known.id != viewer.id();
            if !may || profile.name.is_empty() {
                return Err(Error::NotFound);
            }
            Ok((profile.name, None))
        }
    }
}
