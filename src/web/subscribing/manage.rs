//! What somebody chose to be told by mail: a member's page, and the same behind the link of a mail,
//! which opens these choices and nothing else of the account.

use actix_web::{HttpRequest, HttpResponse, web};

use super::ask::frame;
use super::draw::{self, Drawn, search_error, skill_error};
use super::page::{PreferencesPage, VoidPage};
use super::seek::{Sought, seek};
use super::stored::{Door, Stored};
use super::typed::Typed;
use super::{reminders, words};
use crate::actions::{self, Preferences};
use crate::mail::host_week::SETTINGS;
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::fields::FieldError;
use crate::web::form::Form;
use crate::web::frame::{Frame, Section};
use crate::web::kept::Made;
use crate::web::pages::render;
use crate::web::viewer::Viewer;

/// `GET /moi/courrier`
pub async fn show(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        let door = Door::of(&desk.member()?);
        shown(desk, &door)
    })
    .await
}

/// `GET /lettre/{lien}`
pub async fn show_link(request: HttpRequest) -> HttpResponse {
    let door = Door::linked(&request);
    private(&request, move |desk| shown(desk, &door)).await
}

fn shown(desk: &mut Desk<'_>, door: &Door) -> Result<Made> {
    let Some(stored) = Stored::behind(desk, door)? else {
        let frame = frame(desk, &door.path(), "subscription-void-title");
        return desk.private_page(&VoidPage::default(), &frame);
    };
    let typed = stored.typed().with_query(desk.asked.pairs());
    let (page, frame) = page(desk, door, &stored, &typed, &Sought::Nothing, Vec::new())?;
    desk.private_page(&page, &frame)
}

/// `POST /moi/courrier`
pub async fn submit(request: HttpRequest, body: web::Payload) -> HttpResponse {
    act(request, body, |act, form| {
        let door = Door::of(&act.member()?);
        take(act, form, &door)
    })
    .await
}

/// `POST /lettre/{lien}`
pub async fn submit_link(request: HttpRequest, body: web::Payload) -> HttpResponse {
    let door = Door::linked(&request);
    act(request, body, move |act, form| take(act, form, &door)).await
}

/// `do` says what.
fn take(act: &mut Act<'_, '_>, form: &Form, door: &Door) -> Result<Done> {
    let Some(stored) = Stored::behind(&mut act.desk(), door)? else {
        let frame = frame(&act.desk(), &door.path(), "subscription-void-title");
        return Ok(Done::page(render(&VoidPage::default(), &frame)?));
    };
    let (reach, now) = (door.reach(act.network.zone), act.now);
    let done = |key| Done::see(door.path()).saying(key);
    match form.text("do").as_str() {
        "leave" => {
            actions::leave_subscription(act.tx, &reach, now)?;
            Ok(done("done-subscription-left"))
        }
        "return" => {
            actions::return_to_subscription(act.tx, &reach, now)?;
            Ok(done("done-subscription-returned"))
        }
        "void" => {
            actions::void_subscription_links(act.tx, &reach, now)?;
            // The very link that led here is one of them.
            let after = if door.is_account() { "/moi/courrier" } else { "/lettre" };
            Ok(Done::see(after).saying("done-subscription-void"))
        }
        "erase" => {
            actions::forget_subscription(act.tx, &reach, now)?;
            Ok(Done::see("/lettre").saying("done-subscription-erased"))
        }
        what => save(act, form, door, &stored, what == "search"),
    }
}

fn save(
    act: &mut Act<'_, '_>,
    form: &Form,
    door: &Door,
    stored: &Stored,
    looks_for_place: bool,
) -> Result<Done> {
    let mut typed = Typed::sent(form, &stored.timetable);
    let looks = looks_for_place && !typed.search.is_empty();
    let sought = seek(&mut act.desk(), &mut typed)?;
    let mut errors: Vec<FieldError> = search_error(act.locale(), &sought).into_iter().collect();
    if looks {
        if sought != Sought::NoneFound {
            errors.clear();
        }
        let (page, frame) = page(&mut act.desk(), door, stored, &typed, &sought, errors)?;
        return Ok(Done::page(render(&page, &frame)?));
    }
    let chosen = typed.chosen();
    if let Err(lines) = &chosen {
        errors.push(skill_error(act.locale(), lines));
    }
    let (Ok(choices), true) = (chosen, errors.is_empty()) else {
        return Err(again(act, door, stored, &typed, &sought, errors));
    };
    let now = act.now;
    let wanted = Preferences {
        timetable: &typed.timetable,
        choices: &choices,
        reminders: stored.reminders.map(|_| typed.reminders),
    };
    actions::change_subscription(act.tx, &door.reach(act.network.zone), &wanted, now)?;
    Ok(Done::see(door.path()).saying("done-subscription-saved"))
}

fn again(
    act: &mut Act<'_, '_>,
    door: &Door,
    stored: &Stored,
    typed: &Typed,
    sought: &Sought,
    errors: Vec<FieldError>,
) -> Error {
    match page(&mut act.desk(), door, stored, typed, sought, errors) {
        Ok((page, frame)) => act.again(&page, &frame),
        Err(error) => error,
    }
}

fn page(
    desk: &mut Desk<'_>,
    door: &Door,
    stored: &Stored,
    typed: &Typed,
    sought: &Sought,
    errors: Vec<FieldError>,
) -> Result<(PreferencesPage, Frame)> {
    let locale = desk.locale();
    let account = stored.member.is_some();
    let timetable = stored.typed().timetable;
    let page = PreferencesPage {
        address: stored.address(door),
        account,
        signed_in: door.is_account(),
        left: stored.left,
        when: words::when(locale, &timetable),
        told: words::choices(desk.conn, locale, &stored.choices)?,
        action: local(locale, &door.path()),
        form: desk.form(),
        rhythm: draw::rhythm(locale, typed.timetable.rhythm, true),
        weekday: draw::weekday(locale, typed.timetable.weekday),
        hour: draw::hour_of_day(locale, typed.timetable.hour),
        choices: Drawn { typed, sought, errors: &errors, account }.fields(desk)?,
        reminders: stored.reminders.map(|_| reminders::fields(locale, typed.reminders)),
        notes_href: match (door, &desk.viewer) {
            (Door::Account { .. }, Some(viewer)) if has_weekly_notes(viewer) => local(locale, SETTINGS),
            _ => String::new(),
        },
        errors,
        leave: desk.form(),
        void: desk.form(),
        erase: desk.form(),
    };
    let mut frame = frame(desk, &door.path(), "preferences-title");
    if door.is_account() {
        frame.section = Section::Mine;
    }
    Ok((page, frame))
}

fn has_weekly_notes(viewer: &Viewer) -> bool {
    let standing = viewer.signed_in.standing();
    standing.coordinates || !standing.host_of.is_empty()
}
