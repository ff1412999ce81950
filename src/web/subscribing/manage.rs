//! What somebody chose to be told by mail: a member's page, and the same behind the link of a mail,
//! which opens these choices and nothing else of the account.

use actix_web::{HttpRequest, HttpResponse, web};

use super::ask::frame;
use super::draw::{self, Drawn, search_error, skill_error};
use super::page::{PreferencesPage, VoidPage};
use super::seek::{Sought, seek};
use super::typed::Typed;
use super::words;
use crate::actions::{self, Reach};
use crate::domain::email::EmailAddress;
use crate::domain::policy::Actor;
use crate::domain::subscription::{Choices, Rhythm, SubscriberState, Timetable};
use crate::store::members;
use crate::store::subscribers::{self, Linked, MANAGE, SubscriberRow};
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::fields::FieldError;
use crate::web::form::Form;
use crate::web::frame::{Frame, Section};
use crate::web::kept::Made;
use crate::web::pages::render;

/// By what the page is opened.
#[derive(Clone, Debug)]
enum Door {
    Account { actor: Actor, member: i64 },
    Link(String),
}

impl Door {
    fn reach(&self, zone: chrono_tz::Tz) -> Reach<'_> {
        match self {
            Self::Account { actor, .. } => Reach::Account { by: actor, zone },
            Self::Link(text) => Reach::manage(text),
        }
    }

    /// Without language.
    fn path(&self) -> String {
        match self {
            Self::Account { .. } => "/moi/courrier".to_owned(),
            Self::Link(text) => format!("/lettre/{text}"),
        }
    }
}

/// What is stored, or the usual of a member who chose nothing yet.
struct Stored {
    member: Option<i64>,
    /// Of those without account.
    email: Option<String>,
    left: bool,
    timetable: Timetable,
    choices: Choices,
}

impl Stored {
    fn read(desk: &mut Desk<'_>, row: SubscriberRow) -> Result<Self> {
        let topics = subscribers::topics(desk.conn, row.id)?;
        Ok(Self {
            member: row.member_id,
            email: row.email.clone(),
            left: row.state()? == SubscriberState::Left,
            timetable: row.timetable()?,
            choices: row.choices(topics),
        })
    }

    /// What the form begins with: who left is told never, until they say otherwise.
    fn typed(&self) -> Typed {
        let rhythm = if self.left { Rhythm::Never } else { self.timetable.rhythm };
        Typed::of(Timetable { rhythm, ..self.timetable }, self.choices.clone())
    }
}

/// What is behind a door; `None`: a link that was good once.
fn open(desk: &mut Desk<'_>, door: &Door) -> Result<Option<Stored>> {
    match door {
        Door::Account { member, .. } => match subscribers::of_member(desk.conn, *member)? {
            Some(row) => Ok(Some(Stored::read(desk, row)?)),
            None => Ok(Some(Stored {
                member: Some(*member),
                email: None,
                left: false,
                timetable: Timetable::usual(desk.network.zone),
                choices: Choices { own_places: true, ..Choices::default() },
            })),
        },
        Door::Link(text) => match subscribers::follow(desk.conn, text, MANAGE)? {
            Linked::To(row) => Ok(Some(Stored::read(desk, *row)?)),
            Linked::Void => Ok(None),
        },
    }
}

/// `GET /moi/courrier`
pub async fn show(request: HttpRequest) -> HttpResponse {
    private(&request, |desk| {
        let viewer = desk.member()?;
        shown(desk, &Door::Account { actor: viewer.actor().clone(), member: viewer.id() })
    })
    .await
}

/// `GET /lettre/{lien}`
pub async fn show_link(request: HttpRequest) -> HttpResponse {
    let link = link(&request);
    private(&request, move |desk| shown(desk, &Door::Link(link))).await
}

fn link(request: &HttpRequest) -> String {
    request.match_info().get("lien").unwrap_or_default().to_owned()
}

fn shown(desk: &mut Desk<'_>, door: &Door) -> Result<Made> {
    let Some(stored) = open(desk, door)? else {
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
        let viewer = act.member()?;
        take(act, form, &Door::Account { actor: viewer.actor().clone(), member: viewer.id() })
    })
    .await
}

/// `POST /lettre/{lien}`
pub async fn submit_link(request: HttpRequest, body: web::Payload) -> HttpResponse {
    let link = link(&request);
    act(request, body, move |act, form| take(act, form, &Door::Link(link))).await
}

/// `do` says what.
fn take(act: &mut Act<'_, '_>, form: &Form, door: &Door) -> Result<Done> {
    let Some(stored) = open(&mut act.desk(), door)? else {
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
            let after = if matches!(door, Door::Link(_)) { "/lettre" } else { "/moi/courrier" };
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
    actions::change_subscription(act.tx, &door.reach(act.network.zone), &typed.timetable, &choices, now)?;
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
    let signed_in = matches!(door, Door::Account { .. });
    let timetable = stored.typed().timetable;
    let page = PreferencesPage {
        address: address(desk, stored, signed_in)?,
        account,
        signed_in,
        left: stored.left,
        when: words::when(locale, &timetable),
        told: words::choices(desk.conn, locale, &stored.choices)?,
        action: local(locale, &door.path()),
        form: desk.form(),
        rhythm: draw::rhythm(locale, typed.timetable.rhythm, true),
        weekday: draw::weekday(locale, typed.timetable.weekday),
        hour: draw::hour_of_day(locale, typed.timetable.hour),
        choices: Drawn { typed, sought, errors: &errors, account }.fields(desk)?,
        errors,
        leave: desk.form(),
        void: desk.form(),
        erase: desk.form(),
    };
    let mut frame = frame(desk, &door.path(), "preferences-title");
    if signed_in {
        frame.section = Section::Mine;
    }
    Ok((page, frame))
}

/// Whoever has the link of a mail may be somebody else than its reader.
fn address(desk: &mut Desk<'_>, stored: &Stored, signed_in: bool) -> Result<String> {
    let email = match stored.member {
        Some(member) => members::by_id(desk.conn, member)?.email,
        None => stored.email.clone().unwrap_or_default(),
    };
    Ok(match signed_in {
        true => email,
        false => EmailAddress::parse(&email).map(|email| email.masked()).unwrap_or_default(),
    })
}
