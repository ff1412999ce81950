//! One letter of a demo, as its reader would see it.

use actix_web::{HttpRequest, HttpResponse};

use super::lines::{recipient, when};
use super::page::LetterPage;
use crate::ical::Posting;
use crate::mail::{Block, Filled, Letterhead, Sheet, Target};
use crate::store::outbox::{self, Content, MailRow};
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};
use crate::web::kept::Made;

/// `GET /boite-aux-lettres/{uid}`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let uid = request.match_info().get("uid").map(str::to_owned);
    private(&request, |desk| page(desk, &uid.ok_or(Error::NotFound)?)).await
}

fn page(desk: &mut Desk<'_>, uid: &str) -> Result<Made> {
    if !desk.network.demo {
        return Err(Error::NotFound);
    }
    let mail = outbox::by_uid(desk.conn, uid)?.ok_or(Error::NotFound)?;
    let letter = match outbox::content_of(desk.conn, uid)?.ok_or(Error::NotFound)? {
        Content::Letter(letter) => letter,
        Content::Copy(words) => return copy(desk, &mail, words),
    };
    let head = Letterhead {
        network: &desk.network.name,
        origin: desk.origin(),
        locale: mail.locale,
        to_member: mail.to_member,
    };
    let sheet = Sheet::of(&letter, &head);
    let calendar = letter.calendar_part(&Posting {
        origin: desk.origin(),
        host: &desk.network.host,
        // Nothing leaves a demo: no mailbox is needed.
        mailbox: &format!("agenda@{}", desk.network.host),
        answers: false,
        name: &mail.recipient_name,
        address: &mail.recipient,
        locale: mail.locale,
    });
    let page = LetterPage {
        to: recipient(&mail),
        when: when(desk, mail.sent_at.unwrap_or(mail.created_at)),
        text: sheet.text().map_err(Error::Internal)?,
        calendar: calendar.map(|(_, text)| text.replace("\r\n", "\n")).unwrap_or_default(),
        subject: sheet.subject.clone(),
        sheet: Some(within_the_site(sheet, desk.origin())),
    };
    shown(desk, &mail, &page)
}

/// A copy of a mailing, in its plain text.
fn copy(desk: &mut Desk<'_>, mail: &MailRow, words: Filled) -> Result<Made> {
    let page = LetterPage {
        to: recipient(mail),
        when: when(desk, mail.sent_at.unwrap_or(mail.created_at)),
        subject: words.subject,
        sheet: None,
        text: words.text,
        calendar: String::new(),
    };
    shown(desk, mail, &page)
}

fn shown(desk: &mut Desk<'_>, mail: &MailRow, page: &LetterPage) -> Result<Made> {
    let mut frame = desk.frame(&desk.asked.local(&format!("/boite-aux-lettres/{}", mail.uid)));
    frame.title.clone_from(&page.subject);
    desk.private_page(page, &frame)
}

/// The sheet with local addresses: the demo may be looked at under another name than its own.
fn within_the_site(mut sheet: Sheet, origin: &str) -> Sheet {
    let local = |href: &mut String| {
        if let Some(path) = href.strip_prefix(origin).filter(|path| path.starts_with('/')) {
            *href = path.to_owned();
        }
    };
    let block = |block: &mut Block| block.href.iter_mut().for_each(local);
    sheet.paragraphs.iter_mut().for_each(block);
    sheet.after.iter_mut().for_each(block);
    sheet.facts.iter_mut().for_each(|fact| block(&mut fact.value));
    sheet.button.iter_mut().for_each(|Target { href, .. }| local(href));
    sheet
}
