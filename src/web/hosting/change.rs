//! A host cancels, puts off, moves online, takes back or deletes an event, or one date of it.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::create::fault_of_action;
use super::fields::{Drawing, errors};
use super::form::frame;
use super::hosted::Hosted;
use super::page::{ChangePage, Part};
use super::read::{Fault, LONGEST_LINE};
use super::read_when;
use super::typed::Typed;
use crate::actions;
use crate::domain::event::EventStatus;
use crate::domain::policy::Action;
use crate::domain::website::parse_website;
use crate::i18n;
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::error::{Error, Result};
use crate::web::frame::Frame;
use crate::web::wording::said;

/// What can be done to an event beside writing it anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    Cancel,
    Postpone,
    MoveOnline,
    Reinstate,
    Remove,
}

impl Verb {
    pub const ALL: [Self; 5] =
        [Self::Cancel, Self::Postpone, Self::MoveOnline, Self::Reinstate, Self::Remove];

    /// The last part of its address, and of its messages.
    pub fn word(self) -> &'static str {
        match self {
            Self::Cancel => "annuler",
            Self::Postpone => "reporter",
            Self::MoveOnline => "en-ligne",
            Self::Reinstate => "retablir",
            Self::Remove => "supprimer",
        }
    }

    /// The message of a link to it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Cancel => "publishing-do-cancel",
            Self::Postpone => "publishing-do-postpone",
            Self::MoveOnline => "publishing-do-online",
            Self::Reinstate => "publishing-do-reinstate",
            Self::Remove => "publishing-do-remove",
        }
    }

    fn done(self) -> &'static str {
        match self {
            Self::Cancel => "done-event-cancelled",
            Self::Postpone => "done-event-postponed",
            Self::MoveOnline => "done-event-online",
            Self::Reinstate => "done-event-reinstated",
            Self::Remove => "done-event-removed",
        }
    }

    fn of(request: &HttpRequest) -> Option<Self> {
        let last = request.path().rsplit('/').next()?;
        Self::ALL.into_iter().find(|verb| verb.word() == last)
    }

    /// Whether there is something of the sort to do.
    pub fn fits(self, status: EventStatus) -> bool {
        match self {
            Self::Cancel => status != EventStatus::Cancelled,
            Self::Postpone => status != EventStatus::Cancelled,
            Self::MoveOnline => status.takes_place() && status != EventStatus::MovedOnline,
            Self::Reinstate => !matches!(status, EventStatus::Planned | EventStatus::Moved),
            Self::Remove => true,
        }
    }
}

/// `GET /evenements/{slug}/annuler?date=KEY` and its sisters
pub async fn ask(request: HttpRequest) -> HttpResponse {
    let (slug, verb) = (request.match_info().get("slug").map(str::to_owned), Verb::of(&request));
    private(&request, move |desk| {
        let verb = verb.ok_or(Error::NotFound)?;
        let hosted = hosted(desk, slug.as_deref())?;
        // Who holds it without its place changes it, and leaves it there.
        if verb == Verb::Remove && !desk.actor().may(Action::HostEvent(&[hosted.place.id])) {
            return Err(Error::NotFound);
        }
        let (page, frame) = page(desk, &hosted, verb, &Typed::default(), &[])?;
        desk.private_page(&page, &frame)
    })
    .await
}

/// `POST` of the same
pub async fn change(request: HttpRequest, payload: Payload) -> HttpResponse {
    let (slug, verb) = (request.match_info().get("slug").map(str::to_owned), Verb::of(&request));
    act(request, payload, move |act, form| {
        let hosted = hosted(&mut act.desk(), slug.as_deref())?;
        let verb = verb.ok_or(Error::NotFound)?;
        let typed = Typed::read(form);
        let reason: String = form.text("note").chars().take(LONGEST_LINE as usize).collect();
        let outcome = match verb {
            Verb::Postpone => postpone(act, &hosted, &typed, &reason),
            Verb::MoveOnline => move_online(act, &hosted, &typed, &reason),
            _ => plainly(act, &hosted, verb, &reason),
        };
        match outcome {
            Ok(()) => Ok(done(&hosted, verb)),
            Err(Refused::Faults(faults)) => Err(again(act, &hosted, verb, &typed, &faults)),
            Err(Refused::Action(error)) => {
                let fault = fault_of_action(act.locale(), error)?;
                // The form of a status has no field for the room: its first field bears the words.
                let field = if verb == Verb::Postpone { "date" } else { "note" };
                Err(again(act, &hosted, verb, &typed, &[Fault { field, ..fault }]))
            }
        }
    })
    .await
}

fn hosted(desk: &mut Desk<'_>, slug: Option<&str>) -> Result<Hosted> {
    let key = desk.asked.get("date").map(str::to_owned);
    Hosted::read(desk, slug, key.as_deref())
}

enum Refused {
    Faults(Vec<Fault>),
    Action(actions::Error),
}

impl From<actions::Error> for Refused {
    fn from(error: actions::Error) -> Self {
        Self::Action(error)
    }
}

fn postpone(
    act: &mut Act<'_, '_>,
    hosted: &Hosted,
    typed: &Typed,
    reason: &str,
) -> std::result::Result<(), Refused> {
    let mut faults = Vec::new();
    let to = match typed.text("date") {
        "" => None,
        _ => read_when::span(typed, &mut faults),
    };
    if !faults.is_empty() {
        return Err(Refused::Faults(faults));
    }
    let (by, now, id) = (act.actor(), act.now, hosted.event.id);
    Ok(actions::postpone_event(act.tx, &by, id, (hosted.key(), to), reason, now)?)
}

fn move_online(
    act: &mut Act<'_, '_>,
    hosted: &Hosted,
    typed: &Typed,
    reason: &str,
) -> std::result::Result<(), Refused> {
    let url = match typed.text("online") {
        "" => String::new(),
        text => parse_website(text)
            .ok_or_else(|| Refused::Faults(vec![Fault::new("online", "publishing-fault-online")]))?,
    };
    let (by, now, id) = (act.actor(), act.now, hosted.event.id);
    Ok(actions::move_event_online(act.tx, &by, id, hosted.key(), (&url, reason), now)?)
}

fn plainly(
    act: &mut Act<'_, '_>,
    hosted: &Hosted,
    verb: Verb,
    reason: &str,
) -> std::result::Result<(), Refused> {
    let (by, now, id) = (act.actor(), act.now, hosted.event.id);
    let done = match verb {
        Verb::Remove => actions::remove_event(act.tx, &by, id, now),
        Verb::Reinstate => actions::reinstate_event(act.tx, &by, id, hosted.key(), now),
        _ => actions::cancel_event(act.tx, &by, id, hosted.key(), reason, now),
    };
    done.map_err(Refused::Action)
}

fn done(hosted: &Hosted, verb: Verb) -> Done {
    let location = match verb {
        Verb::Remove => format!("/lieux/{}/evenements", hosted.place.slug),
        _ => hosted.path(),
    };
    Done::see(location).saying(verb.done())
}

fn again(act: &mut Act<'_, '_>, hosted: &Hosted, verb: Verb, typed: &Typed, faults: &[Fault]) -> Error {
    match page(&mut act.desk(), hosted, verb, typed, faults) {
        Ok((page, frame)) => act.again(&page, &frame),
        Err(error) => error,
    }
}

fn page(
    desk: &mut Desk<'_>,
    hosted: &Hosted,
    verb: Verb,
    typed: &Typed,
    faults: &[Fault],
) -> Result<(ChangePage, Frame)> {
    let locale = desk.locale();
    let drawing = Drawing { locale, today: desk.today, typed, faults, bricks: &[], rooms: &[] };
    let word = verb.word();
    let text = |part: &str| i18n::text(locale, &format!("publishing-{word}-{part}"));
    let mut reason = drawing.field("text", "note").maxlength(LONGEST_LINE);
    reason.label = i18n::text(locale, "publishing-reason");
    reason.hint = i18n::text(locale, "publishing-reason-hint");
    let whole_series = hosted.repeats() && hosted.date.is_none();
    let mut span = drawing.span_fields();
    for field in &mut span {
        field.required = false;
    }
    let parts = match verb {
        Verb::Cancel => vec![Part::Text(reason)],
        Verb::Postpone if whole_series => vec![Part::Text(reason)],
        Verb::Postpone => vec![Part::Row(span), Part::Text(reason)],
        Verb::MoveOnline => vec![Part::Text(drawing.online()), Part::Text(reason)],
        Verb::Reinstate | Verb::Remove => Vec::new(),
    };
    let subject = match whole_series {
        true => i18n::text(locale, "publishing-whole-series"),
        false => hosted.when(desk),
    };
    let page = ChangePage {
        heading: text("heading"),
        event: hosted.link(desk),
        subject,
        lede: said(locale, &format!("publishing-{word}-lede"), [("title", hosted.draft.title.clone())]),
        form: desk.form(),
        action: hosted.address(desk, word, &[]),
        hidden: Vec::new(),
        errors: errors(locale, faults),
        parts,
        submit: text("submit"),
        danger: matches!(verb, Verb::Cancel | Verb::Remove),
    };
    let frame = frame(desk, &page.heading);
    Ok((page, frame))
}
