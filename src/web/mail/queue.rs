//! The outbox as the coordination sees it: what waits, what could not be sent and why, and what is
//! to become of it.

use actix_web::{HttpRequest, HttpResponse, web};

use super::figures;
use super::lines::line;
use super::page::{MailLine, QueuePage};
use crate::actions;
use crate::domain::policy::Action;
use crate::i18n;
use crate::mail::MailState;
use crate::store::outbox;
use crate::web::act::{Done, act};
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};
use crate::web::kept::Made;
use crate::web::wording::counted;

/// Letters shown of each state.
const SHOWN: i64 = 100;
/// The last ones that were sent, so that one sees that letters do leave.
const SENT_SHOWN: i64 = 20;

const PATH: &str = "/reseau/courrier";

/// `GET /reseau/courrier`
pub async fn list(request: HttpRequest) -> HttpResponse {
    private(&request, page).await
}

/// `POST /reseau/courrier/relance`
pub async fn retry_all(request: HttpRequest, payload: web::Payload) -> HttpResponse {
    act(request, payload, |act, _| {
        act.member()?;
        actions::retry_mail(act.tx, &act.actor(), None, act.now)?;
        Ok(Done::see(PATH).saying("done-mail-all-retried"))
    })
    .await
}

/// `POST /reseau/courrier/{uid}/relance`
pub async fn retry(request: HttpRequest, payload: web::Payload) -> HttpResponse {
    let uid = uid(&request);
    act(request, payload, move |act, _| {
        act.member()?;
        actions::retry_mail(act.tx, &act.actor(), Some(&uid), act.now)?;
        Ok(Done::see(PATH).saying("done-mail-retried"))
    })
    .await
}

/// `POST /reseau/courrier/{uid}/abandon`
pub async fn discard(request: HttpRequest, payload: web::Payload) -> HttpResponse {
    let uid = uid(&request);
    act(request, payload, move |act, _| {
        act.member()?;
        let said = match actions::drop_mail(act.tx, &act.actor(), &uid, act.now)? {
            true => "done-mail-dropped",
            false => "done-mail-too-late",
        };
        Ok(Done::see(PATH).saying(said))
    })
    .await
}

/// `POST /reseau/courrier/adresses/reprise`: letters go to a stopped address again.
pub async fn retry_address(request: HttpRequest, payload: web::Payload) -> HttpResponse {
    act(request, payload, |act, form| {
        act.member()?;
        actions::retry_address(act.tx, &act.actor(), &form.text("email"), act.now)?;
        Ok(Done::see(PATH).saying("done-mail-address-retried"))
    })
    .await
}

fn uid(request: &HttpRequest) -> String {
    request.match_info().get("uid").unwrap_or_default().to_owned()
}

fn page(desk: &mut Desk<'_>) -> Result<Made> {
    if !desk.member()?.actor().may(Action::RunNetwork) {
        return Err(Error::NotFound);
    }
    let (stopped, more) = figures::stopped(desk)?;
    let page = QueuePage {
        form: desk.form(),
        lists: figures::waiting(desk)?,
        days: figures::days(desk)?,
        stopped,
        stopped_more: match more {
            0 => String::new(),
            more => counted(desk.locale(), "mail-stopped-more", more),
        },
        can_try: !desk.network.demo && desk.site.app.config.mail_url.is_some(),
        demo: desk.network.demo,
        unset: !desk.network.demo && desk.site.app.config.mail_url.is_none(),
        figures: by_state(desk)?,
        parked: lines(desk, MailState::Parked, SHOWN)?,
        waiting: lines(desk, MailState::Waiting, SHOWN)?,
        sent: lines(desk, MailState::Sent, SENT_SHOWN)?,
    };
    let mut frame = desk.frame(&desk.asked.local(PATH));
    frame.title = i18n::text(desk.locale(), "mail-queue-title");
    desk.private_page(&page, &frame)
}

fn by_state(desk: &mut Desk<'_>) -> Result<Vec<String>> {
    let counts = outbox::count_by_state(desk.conn)?;
    let locale = desk.locale();
    let told = |state: MailState, n: i64| match state {
        MailState::Parked => counted(locale, "mail-count-parked", n),
        MailState::Waiting => counted(locale, "mail-count-waiting", n),
        MailState::Sent => counted(locale, "mail-count-sent", n),
        MailState::Dropped => counted(locale, "mail-count-dropped", n),
    };
    Ok(counts.into_iter().map(|(state, n)| told(state, n)).collect())
}

fn lines(desk: &mut Desk<'_>, state: MailState, most: i64) -> Result<Vec<MailLine>> {
    let mails = outbox::in_state(desk.conn, state, most)?;
    let address = |uid: &str| desk.asked.local(&format!("{PATH}/{uid}"));
    let hrefs: Vec<String> = mails.iter().map(|mail| address(&mail.uid)).collect();
    let with_href = mails.iter().zip(hrefs).filter(|(mail, _)| !mail.recipient.is_empty());
    with_href.map(|(mail, href)| line(desk, mail, href)).collect()
}
