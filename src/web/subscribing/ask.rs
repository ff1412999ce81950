//! Somebody asks to be told by mail, without an account.

use actix_web::{HttpRequest, HttpResponse, web};

use super::draw::{self, Drawn, search_error};
use super::page::{AskedPage, SubscribePage};
use super::seek::{Sought, seek};
use super::typed::{EMAIL, Typed};
use crate::actions::{self, SubscriptionAsked};
use crate::domain::email::EmailAddress;
use crate::domain::subscription::{Choices, Timetable};
use crate::i18n;
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::{local, with_query};
use crate::web::error::{Error, Result};
use crate::web::fields::{Field, FieldError};
use crate::web::form::Form;
use crate::web::frame::{Frame, Section};
use crate::web::kept::Made;
use crate::web::pages::render;
use crate::web::parts::Link;

const PATH: &str = "/lettre";

/// `GET /lettre`: filled in as its address says.
pub async fn show(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        let usual = Timetable::usual(desk.network.zone);
        let typed = Typed::of(usual, Choices::default()).with_query(desk.asked.pairs());
        let (page, frame) = page(desk, &typed, "", &Sought::Nothing, Vec::new())?;
        desk.private_page(&page, &frame)
    })
    .await
}

/// `GET /lettre/envoyee`
pub async fn sent(request: HttpRequest) -> HttpResponse {
    private(&request, sent_page).await
}

fn sent_page(desk: &mut Desk<'_>) -> Result<Made> {
    let frame = frame(desk, "/lettre/envoyee", "asked-title");
    desk.private_page(&AskedPage::default(), &frame)
}

/// `POST /lettre`. `do` says whether a place is only looked for.
pub async fn submit(request: HttpRequest, body: web::Payload) -> HttpResponse {
    act(request, body, ask).await
}

fn ask(act: &mut Act<'_, '_>, form: &Form) -> Result<Done> {
    let mut typed = Typed::sent(form, &Timetable::usual(act.network.zone));
    let email = form.text(EMAIL);
    let looks = form.text("do") == "search" && !typed.search.is_empty();
    let sought = seek(&mut act.desk(), &mut typed)?;
    let mut errors: Vec<FieldError> = search_error(act.locale(), &sought).into_iter().collect();
    if looks {
        if sought != Sought::NoneFound {
            errors.clear();
        }
        let (page, frame) = page(&mut act.desk(), &typed, &email, &sought, errors)?;
        return Ok(Done::page(render(&page, &frame)?));
    }
    let parsed = EmailAddress::parse(&email);
    if parsed.is_none() {
        let text = i18n::text(act.locale(), "account-error-email");
        errors.insert(0, FieldError { name: EMAIL.to_owned(), text });
    }
    let (Some(address), true) = (parsed, errors.is_empty()) else {
        return Err(again(act, &typed, &email, &sought, errors));
    };
    let asked = SubscriptionAsked {
        email: &address,
        rhythm: typed.timetable.rhythm,
        choices: &typed.choices,
        locale: act.locale(),
        zone: act.network.zone,
        client: &act.asked.client,
    };
    let now = act.now;
    actions::ask_subscription(act.tx, &asked, now)?;
    Ok(Done::see("/lettre/envoyee"))
}

fn again(
    act: &mut Act<'_, '_>,
    typed: &Typed,
    email: &str,
    sought: &Sought,
    errors: Vec<FieldError>,
) -> Error {
    match page(&mut act.desk(), typed, email, sought, errors) {
        Ok((page, frame)) => act.again(&page, &frame),
        Err(error) => error,
    }
}

fn page(
    desk: &mut Desk<'_>,
    typed: &Typed,
    email: &str,
    sought: &Sought,
    errors: Vec<FieldError>,
) -> Result<(SubscribePage, Frame)> {
    let locale = desk.locale();
    let wrong = errors.iter().find(|error| error.name == EMAIL).map(|error| error.text.clone());
    let page = SubscribePage {
        form: desk.form(),
        email: Field::of("email", EMAIL, i18n::text(locale, "ask-email"))
            .hint(i18n::text(locale, "ask-email.hint"))
            .value(email)
            .error(wrong.unwrap_or_default())
            .autocomplete("email")
            .maxlength(254)
            .required(),
        rhythm: draw::rhythm(locale, typed.timetable.rhythm, false),
        choices: Drawn { typed, sought, errors: &errors, account: false }.fields(desk)?,
        own: desk.viewer.is_some().then(|| own_choices(desk)),
        errors,
    };
    Ok((page, frame(desk, PATH, "ask-title")))
}

/// The same choices for the account of who is signed in.
fn own_choices(desk: &Desk<'_>) -> Link {
    let pairs: Vec<(&str, &str)> = desk.asked.pairs().collect();
    let href = with_query(&local(desk.locale(), "/moi/courrier"), &pairs);
    Link::new(i18n::text(desk.locale(), "ask-own-link"), href)
}

/// A frame for a page about mails, which belongs to no search engine.
pub(super) fn frame(desk: &Desk<'_>, path: &str, title: &str) -> Frame {
    let mut frame = desk.frame(&local(desk.locale(), path));
    frame.section = Section::Agenda;
    frame.title = i18n::text(desk.locale(), title);
    frame.noindex = true;
    frame
}
