//! A member chooses whether and when weekly notes come: those of the places that they hold, and the
//! coordination's.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};
use chrono::Weekday;

use super::page::{NoteChoice, NotesPage};
use crate::actions;
use crate::domain::policy::Actor;
use crate::domain::subscription::{Rhythm, Timetable};
use crate::domain::weekly_note::usual;
use crate::i18n::{self, Locale, date};
use crate::mail::MailingList;
use crate::mail::host_week::SETTINGS;
use crate::store::weekly_notes;
use crate::web::act::{Done, act};
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};
use crate::web::fields::{Choice, FormMarks};
use crate::web::frame::Section;
use crate::web::kept::Made;
use crate::web::wording::capitalised;

/// Hours at which notes may come: nobody is written to at night.
const HOURS: std::ops::RangeInclusive<u32> = 7..=20;

/// `GET /moi/courrier/semaine`
pub async fn show(request: HttpRequest) -> HttpResponse {
    private(&request, page).await
}

/// `POST /moi/courrier/semaine`
pub async fn submit(request: HttpRequest, payload: Payload) -> HttpResponse {
    act(request, payload, |act, form| {
        let viewer = act.member()?;
        let list = MailingList::from_code(&form.text("list")).filter(|list| is_for(viewer.actor(), *list));
        let weekday = form.text("weekday").parse::<u8>().ok().and_then(|day| Weekday::try_from(day).ok());
        let hour = form.text("hour").parse().ok().filter(|hour| HOURS.contains(hour));
        let list = list.ok_or(Error::NotFound)?;
        let (Some(weekday), Some(hour)) = (weekday, hour) else {
            return Err(Error::BadRequest(String::new()));
        };
        let rhythm = if form.is_on("wanted") { Rhythm::Weekly } else { Rhythm::Never };
        let timetable = Timetable { rhythm, weekday, hour, zone: act.network.zone };
        actions::choose_weekly_note(act.tx, viewer.actor(), viewer.id(), list, &timetable, act.now)?;
        Ok(Done::see(SETTINGS).saying("done-note-chosen"))
    })
    .await
}

/// Whether a note of this list would have something to tell this person.
fn is_for(actor: &Actor, list: MailingList) -> bool {
    let Actor::Member(standing) = actor else { return false };
    match list {
        MailingList::HostWeek => !standing.host_of.is_empty(),
        MailingList::Network => standing.coordinates,
        MailingList::Digest | MailingList::Newsletter => false,
    }
}

fn page(desk: &mut Desk<'_>) -> Result<Made> {
    let viewer = desk.member()?;
    let (locale, zone) = (desk.locale(), desk.network.zone);
    let mut notes = Vec::new();
    for list in MailingList::ALL.iter().filter(|list| is_for(viewer.actor(), **list)) {
        let timetable = match weekly_notes::of_member(desk.conn, viewer.id(), *list)? {
            Some(row) => row.timetable(zone)?,
            None => usual(zone),
        };
        notes.push(choice(locale, *list, &timetable, desk.form()));
    }
    let page = NotesPage { action: desk.asked.local(SETTINGS), notes };
    let mut frame = desk.frame(&desk.asked.path);
    frame.title = i18n::text(locale, "notes-title");
    frame.section = Section::Mine;
    desk.private_page(&page, &frame)
}

pub fn choice(locale: Locale, list: MailingList, timetable: &Timetable, form: FormMarks) -> NoteChoice {
    let key = |part: &str| format!("notes-{}-{part}", list.code());
    let text = |key: &str| i18n::text(locale, key);
    let wanted = timetable.rhythm != Rhythm::Never;
    let weekday = (0..7_u8).filter_map(|n| Some((n, Weekday::try_from(n).ok()?))).fold(
        Choice::new("weekday", text("notes-weekday")).required(),
        |choice, (n, day)| {
            choice.option(n.to_string(), capitalised(date::weekday(locale, day)), day == timetable.weekday)
        },
    );
    let hour = HOURS.fold(Choice::new("hour", text("notes-hour")).required(), |choice, hour| {
        let at = chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        choice.option(hour.to_string(), date::time(locale, at), hour == timetable.hour)
    });
    NoteChoice {
        code: list.code(),
        title: text(&key("title")),
        text: text(&key("text")),
        form,
        wanted: Choice::tick("wanted", text("notes-wanted"), wanted),
        weekday,
        hour,
    }
}
