//! The mailbox of a demo: every letter that it would have sent, whoever it is for. Anywhere else
//! there is no such page.

use actix_web::{HttpRequest, HttpResponse};

use super::lines::line;
use super::page::MailboxPage;
use crate::i18n;
use crate::mail::MailState;
use crate::store::outbox;
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};
use crate::web::kept::Made;

/// Letters shown; the newest are those that one looks for.
const SHOWN: i64 = 100;

/// `GET /boite-aux-lettres`
pub async fn list(request: HttpRequest) -> HttpResponse {
    private(&request, page).await
}

fn page(desk: &mut Desk<'_>) -> Result<Made> {
    if !desk.network.demo {
        return Err(Error::NotFound);
    }
    let mut letters = Vec::new();
    for mail in outbox::in_state(desk.conn, MailState::Sent, SHOWN)? {
        let href = desk.asked.local(&format!("/boite-aux-lettres/{}", mail.uid));
        letters.push(line(desk, &mail, href)?);
    }
    letters.retain(|letter| !letter.subject.is_empty());
    let mut frame = desk.frame(&desk.asked.local("/boite-aux-lettres"));
    frame.title = i18n::text(desk.locale(), "mailbox-title");
    desk.private_page(&MailboxPage { letters }, &frame)
}
