//! Which reminders a member gets.

use actix_web::{HttpRequest, HttpResponse, web};

use super::page::{MyRemindersPage, ReminderFields};
use crate::actions;
use crate::domain::reminder::ReminderChoices;
use crate::i18n::{self, Locale};
use crate::store::reminders;
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::Result;
use crate::web::fields::Choice;
use crate::web::form::Form;
use crate::web::frame::Section;
use crate::web::kept::Made;

const DAY_BEFORE: &str = "rappel-veille";
const TWO_HOURS: &str = "rappel-deux-heures";

/// `GET /moi/rappels`
pub async fn show(request: HttpRequest) -> HttpResponse {
    private(&request, page).await
}

/// `POST /moi/rappels`
pub async fn save(request: HttpRequest, payload: web::Payload) -> HttpResponse {
    act(request, payload, choose).await
}

fn page(desk: &mut Desk<'_>) -> Result<Made> {
    let member = desk.member()?.id();
    let locale = desk.locale();
    let choices = reminders::choices(desk.conn, member)?;
    let mut frame = desk.frame(&local(locale, "/moi/rappels"));
    frame.section = Section::Mine;
    frame.title = i18n::text(locale, "reminders-title");
    frame.noindex = true;
    let page = MyRemindersPage { form: desk.form(), fields: fields(locale, choices) };
    desk.private_page(&page, &frame)
}

fn choose(act: &mut Act<'_, '_>, form: &Form) -> Result<Done> {
    let viewer = act.member()?;
    actions::choose_reminders(act.tx, viewer.actor(), viewer.id(), chosen(form), act.now)?;
    Ok(Done::see("/moi/rappels").saying("done-reminders-chosen"))
}

/// The choices as fields, for any form that holds them.
pub fn fields(locale: Locale, choices: ReminderChoices) -> ReminderFields {
    let tick = |name: &str, key: &str, ticked| {
        Choice::tick(name, i18n::text(locale, key), ticked).hint(i18n::text(locale, &format!("{key}-hint")))
    };
    ReminderFields {
        day_before: tick(DAY_BEFORE, "reminders-day", choices.day_before),
        two_hours_before: tick(TWO_HOURS, "reminders-hours", choices.two_hours_before),
    }
}

/// What such a form says.
pub fn chosen(form: &Form) -> ReminderChoices {
    ReminderChoices { day_before: form.is_on(DAY_BEFORE), two_hours_before: form.is_on(TWO_HOURS) }
}
