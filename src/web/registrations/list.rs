//! Who comes, for those who hold the event.

use actix_web::{HttpRequest, HttpResponse};

use super::draw;
use super::page::{DateLink, Guest, ListPage};
use super::words::{head, people, with_number, with_text};
use crate::actions::Occasion;
use crate::domain::policy::Action;
use crate::domain::registration::{RegistrationState, SeatList};
use crate::domain::schedule::OccurrenceKey;
use crate::domain::slug::Slug;
use crate::domain::text::fold;
use crate::i18n::{self, Args, date};
use crate::store::registrations::{self, RegistrationRow};
use crate::store::{event_hosts, events, occurrences, seats};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::fields::{Field, FieldError};
use crate::web::frame::Frame;

/// How far back dates are offered: who came is noted on the day, or the week after.
const BACK: chrono::TimeDelta = chrono::TimeDelta::days(60);
/// Most dates that are offered.
const DATES: i64 = 24;

/// `GET /evenements/{slug}/inscriptions`
pub async fn list(request: HttpRequest) -> HttpResponse {
    let slug = request.match_info().get("slug").and_then(Slug::parse);
    private(&request, move |desk| {
        let occasion = hosted(desk, &slug.ok_or(Error::NotFound)?)?;
        let (page, frame) = draw_list(desk, &occasion, &Walked::default())?;
        desk.private_page(&page, &frame)
    })
    .await
}

/// The occasion that the address names, for those who may see who comes.
pub fn hosted(desk: &mut Desk<'_>, slug: &Slug) -> Result<Occasion> {
    let key = match desk.asked.get("date") {
        Some(text) => Some(OccurrenceKey::parse(text).ok_or(Error::NotFound)?),
        None => None,
    };
    let (event, _) = events::by_slug(desk.conn, slug)?;
    let viewer = desk.member()?;
    let hands = event_hosts::hands(desk.conn, &event)?;
    if !viewer.actor().may(Action::SeeRegistrations(&hands)) {
        return Err(Error::NotFound);
    }
    Ok(Occasion::read(desk.conn, event.id, key.as_ref(), desk.now)?)
}

/// The address of the list, or of something below it.
pub fn address(desk: &Desk<'_>, occasion: &Occasion, below: &str) -> String {
    let path = format!("/evenements/{}/inscriptions{below}", occasion.event.slug);
    let date = match &occasion.offered.key {
        Some(key) if occasion.repeats => format!("?date={key}"),
        _ => String::new(),
    };
    format!("{}{date}", local(desk.locale(), &path))
}

/// What was typed of somebody who is at the door, and what is wrong.
#[derive(Clone, Debug, Default)]
pub struct Walked {
    pub name: String,
    pub size: String,
    pub errors: Vec<FieldError>,
    /// Why a decision could not be taken. May be empty.
    pub refused: String,
}

/// The list, with what is wrong.
pub fn draw_list(desk: &mut Desk<'_>, occasion: &Occasion, walked: &Walked) -> Result<(ListPage, Frame)> {
    let locale = desk.locale();
    let (event, key) = (occasion.event.id, occasion.offered.stored_key());
    let mut rows = registrations::of_date(desk.conn, event, key)?;
    rows.sort_by_key(|row| fold(&row.name));
    let seat_list = occasion.seat_list(desk.conn)?;
    let counts = seats::of(desk.conn, event, key)?;
    let came: i32 = rows.iter().filter(|row| row.came == Some(true)).map(|row| row.size).sum();
    let dates = dates(desk, occasion)?;
    let guests = |wanted: &dyn Fn(RegistrationState) -> bool| -> Result<Vec<Guest>> {
        let mut found = Vec::new();
        for row in &rows {
            let state = row.state()?;
            if wanted(state) {
                found.push(guest(desk, &seat_list, row, state)?);
            }
        }
        Ok(found)
    };
    let mut waiting = guests(&|state| state == RegistrationState::Waiting)?;
    waiting.sort_by_key(|guest| seat_list.position(guest.id));
    let error = |name: &str| {
        walked
            .errors
            .iter()
            .find(|error| error.name == name)
            .map(|error| error.text.clone())
            .unwrap_or_default()
    };
    let page = ListPage {
        head: head(locale, occasion, counts),
        dates,
        counts: counted(desk, occasion, counts.taken),
        came: with_number(locale, "list-counts-came", "n", came),
        action: address(desk, occasion, ""),
        asked: guests(&|state| state == RegistrationState::Asked)?,
        confirmed: guests(&|state| state == RegistrationState::Confirmed)?,
        waiting,
        gone: guests(&|state| !state.is_live())?,
        refused: walked.refused.clone(),
        add_form: desk.form(),
        add_name: Field::text("name", i18n::text(locale, "list-add-name"))
            .value(&walked.name)
            .autocomplete("off")
            .maxlength(80)
            .error(error("name"))
            .required(),
        add_size: Field {
            min: "1".to_owned(),
            max: "20".to_owned(),
            inputmode: "numeric",
            ..Field::of("number", "size", i18n::text(locale, "list-add-size"))
                .value(if walked.size.is_empty() { "1" } else { &walked.size })
                .error(error("size"))
                .required()
        },
        errors: walked.errors.clone(),
        write_href: address(desk, occasion, "/lettre"),
        sheet_href: address(desk, occasion, "/feuille"),
        csv_href: address(desk, occasion, "/tableau.csv"),
        rules_href: local(locale, &format!("/evenements/{}/inscriptions/reglages", occasion.event.slug)),
    };
    let mut frame = draw::frame(desk, &address(desk, occasion, ""));
    frame.title = with_text(locale, "list-heading", "title", occasion.title());
    Ok((page, frame))
}

fn counted(desk: &Desk<'_>, occasion: &Occasion, taken: i32) -> String {
    let mut args = Args::new();
    args.set("taken", taken);
    match occasion.offered.terms.capacity {
        Some(capacity) => args.set("seats", capacity.to_string()),
        None => args.set("seats", "none"),
    }
    i18n::text_with(desk.locale(), "list-counts", Some(&args))
}

fn guest(desk: &Desk<'_>, list: &SeatList, row: &RegistrationRow, state: RegistrationState) -> Result<Guest> {
    let locale = desk.locale();
    let answers = row.answers()?.into_iter().map(|a| format!("{} {}", a.question, a.answer)).collect();
    Ok(Guest {
        id: row.id,
        name: row.name.clone(),
        people: people(locale, row.size),
        email: row.email.clone().unwrap_or_default(),
        answers,
        mark: match row.came {
            Some(true) => "came",
            Some(false) => "absent",
            None => "",
        },
        note: match state {
            RegistrationState::Waiting => turn(desk, list, row),
            RegistrationState::Confirmed if row.email.is_none() => i18n::text(locale, "list-walk-in"),
            state if !state.is_live() => i18n::text(locale, &format!("registration-state-{state}")),
            _ => String::new(),
        },
        form: desk.form(),
        more_form: desk.form(),
        word: Field::text("word", with_text(locale, "list-word", "name", &row.name))
            .hint(i18n::text(locale, "list-word-hint"))
            .maxlength(500),
    })
}

/// The turn on the waiting list, and whether others go first because the group is too large.
fn turn(desk: &Desk<'_>, list: &SeatList, row: &RegistrationRow) -> String {
    let locale = desk.locale();
    let position = i32::try_from(list.position(row.id).unwrap_or(1)).unwrap_or(i32::MAX);
    let turn = with_number(locale, "list-position", "n", position);
    match list.left() {
        Some(left) if left > 0 && !list.fits(row.size) => {
            format!("{turn}, {}", i18n::text(locale, "list-passed-over"))
        }
        _ => turn,
    }
}

fn dates(desk: &mut Desk<'_>, occasion: &Occasion) -> Result<Vec<DateLink>> {
    let Some(shown) = occasion.offered.key.as_ref().filter(|_| occasion.repeats) else {
        return Ok(Vec::new());
    };
    let locale = desk.locale();
    let dates = occurrences::of_event(desk.conn, occasion.event.id, desk.now - BACK, DATES)?;
    let path = local(locale, &format!("/evenements/{}/inscriptions", occasion.event.slug));
    let link = |date: occurrences::Occurrence| DateLink {
        label: date::day_short(locale, date.span.first_day()),
        href: format!("{path}?date={}", date.key),
        current: date.key == *shown,
    };
    Ok(dates.into_iter().map(link).collect())
}
