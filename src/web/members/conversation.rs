//! One conversation: its messages, an answer, and the end of it.

use actix_web::{HttpRequest, HttpResponse, web};

use super::inbox::{name_in, when};
use super::page::{ConversationPage, Message};
use super::sheet::path;
use super::show::seen;
use super::write::{Refusal, WORDS, words_field};
use crate::actions;
use crate::domain::message::Words;
use crate::i18n::{self, Locale};
use crate::store::conversations::{self, ConversationRow, MessageRow};
use crate::store::{members, profiles};
use crate::web::act::{Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::frame::{Frame, Section};
use crate::web::rows::say;

/// Messages of a long conversation that are shown.
const MOST: i64 = 300;

/// `GET /moi/messages/{uid}`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let uid = request.match_info().query("uid").to_owned();
    private(&request, move |desk| {
        desk.member()?;
        let (page, frame) = draw(desk, &uid, "", None)?;
        desk.private_page(&page, &frame)
    })
    .await
}

/// `POST /moi/messages/{uid}`
pub async fn send(request: HttpRequest, body: web::Payload) -> HttpResponse {
    let uid = request.match_info().query("uid").to_owned();
    act(request, body, move |act, form| {
        let viewer = act.member()?;
        let typed = form.text(WORDS);
        let why = match Words::parse(&typed) {
            Err(error) => Refusal::Words(error),
            Ok(words) => {
                match actions::write_in_conversation(act.tx, viewer.actor(), &uid, &words, act.now) {
                    Ok(()) => return Ok(Done::see(address(&uid)).saying("done-message-sent")),
                    Err(actions::Error::NotWritten(why)) => Refusal::NotWritten(why),
                    Err(error) => return Err(error.into()),
                }
            }
        };
        let (page, frame) = draw(&mut act.desk(), &uid, &typed, Some(why))?;
        Err(act.again(&page, &frame))
    })
    .await
}

/// `POST /moi/messages/{uid}/bloquer`: with `on`, or without it to take messages again.
pub async fn block(request: HttpRequest, body: web::Payload) -> HttpResponse {
    let uid = request.match_info().query("uid").to_owned();
    act(request, body, move |act, form| {
        let viewer = act.member()?;
        let blocked = form.text("blocked") == "on";
        actions::block_member(act.tx, viewer.actor(), &uid, blocked, act.now)?;
        let said = if blocked { "done-blocked" } else { "done-unblocked" };
        Ok(Done::see(address(&uid)).saying(said))
    })
    .await
}

fn address(uid: &str) -> String {
    format!("/moi/messages/{uid}")
}

fn draw(
    desk: &mut Desk<'_>,
    uid: &str,
    typed: &str,
    why: Option<Refusal>,
) -> Result<(ConversationPage, Frame)> {
    let locale = desk.locale();
    let viewer = desk.member()?;
    let row = conversations::of_member_by_uid(desk.conn, viewer.id(), uid)?;
    let other = row.other_than(viewer.id()).ok_or(Error::NotFound)?;
    let known = profiles::of(desk.conn, other)?;
    let name = name_in(locale, &row, &known, viewer.actor());
    let profile_href = match seen(desk.conn, viewer.actor(), &known.uid) {
        Ok(_) => local(locale, &path(&known.uid)),
        Err(Error::NotFound) => String::new(),
        Err(error) => return Err(error),
    };
    let email = match row.answered_at {
        Some(_) if known.active => members::by_id(desk.conn, other)?.email,
        _ => String::new(),
    };
    let messages = conversations::messages(desk.conn, row.id, MOST)?;
    let zone = desk.network.zone;
    let told = |message: &MessageRow| Message {
        own: message.author_id == viewer.id(),
        author: if message.author_id == viewer.id() {
            i18n::text(locale, "message-me")
        } else {
            name.clone()
        },
        when: when(locale, message.sent_at.0, zone),
        words: message.words.clone(),
        report: match message.author_id == viewer.id() {
            true => String::new(),
            false => local(locale, &format!("{}/signaler/{}", address(uid), message.id)),
        },
    };
    let (words, errors, refused) = words_field(locale, i18n::text(locale, "message-answer"), typed, why);
    let mut frame = desk.frame(&local(locale, &address(uid)));
    frame.section = Section::Mine;
    frame.title = say(locale, "message-conversation-with", "name", name.clone());
    let page = ConversationPage {
        form: desk.form(),
        errors,
        profile_href,
        messages: messages.iter().map(told).collect(),
        email,
        addresses: addresses(locale, &row, viewer.id(), &name),
        words,
        refused,
        blocked: conversations::blocks(desk.conn, viewer.id(), other)?,
        block_action: local(locale, &format!("{}/bloquer", address(uid))),
        name,
    };
    Ok((page, frame))
}

/// What becomes of the addresses with the first answer. Empty: it was given.
fn addresses(locale: Locale, row: &ConversationRow, reader: i64, name: &str) -> String {
    let key = match (row.answered_at, reader == row.starter_id) {
        (Some(_), _) => return String::new(),
        (None, true) => "message-addresses-starter",
        (None, false) => "message-addresses-partner",
    };
    say(locale, key, "name", name.to_owned())
}
