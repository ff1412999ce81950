//! A host's week becomes a page.

use chrono::{DateTime, TimeDelta, Utc};

use super::page::{AllDates, DateView, OpenForm, Tap, WeekPage, WeekView};
use crate::actions;
use crate::app::day_of;
use crate::db::DbConnection;
use crate::domain::event::{EventDraft, EventStatus, RegistrationMode};
use crate::domain::period::Period;
use crate::domain::policy::Actor;
use crate::domain::schedule::Span;
use crate::i18n::{self, Locale, date};
use crate::store::events;
use crate::store::host_weeks::{self, HostDate};
use crate::store::places::PlaceRow;
use crate::web::answer::Desk;
use crate::web::asked::with_query;
use crate::web::error::Result;
use crate::web::frame::Frame;
use crate::web::host_bar::{HostBar, HostRoom};
use crate::web::hosting::fields::{Drawing, errors};
use crate::web::hosting::form::frame;
use crate::web::hosting::page::Part;
use crate::web::hosting::read::{Fault, LONGEST_LINE};
use crate::web::hosting::typed::Typed;
use crate::web::hosting::write::write_span;
use crate::web::parts::{Hidden, Link};
use crate::web::rows::status_badge;
use crate::web::wording::{capitalised, counted, said};

/// Dates of the weeks shown; a place with more has other means.
const MOST: i64 = 200;

/// Whose dates are shown, by whom they may be acted on, and where.
pub struct Opened {
    pub place: PlaceRow,
    pub weeks: Vec<Period>,
    pub by: Actor,
    /// Local, without language.
    pub path: String,
    /// Opened by the link of a note, without signing in.
    pub by_link: bool,
}

impl Opened {
    /// The dates of these weeks that are not over.
    pub fn dates(&self, conn: &mut DbConnection, now: DateTime<Utc>) -> Result<Vec<HostDate>> {
        let zone = self.place.zone()?;
        let ranges = self.weeks.iter().map(|week| week.range(zone));
        let range = ranges.reduce(|(from, _), (_, to)| (from, to)).unwrap_or((now, now));
        let mut dates = host_weeks::dates(conn, self.place.id, range, MOST)?;
        dates.retain(|date| date.ends_at > now);
        Ok(dates)
    }
}

/// What is asked below a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    Cancel,
    Move,
}

impl Question {
    pub const ALL: [Self; 2] = [Self::Cancel, Self::Move];

    /// The word in the address that opens it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Cancel => "annuler",
            Self::Move => "deplacer",
        }
    }

    fn verb(self) -> &'static str {
        match self {
            Self::Cancel => "cancel",
            Self::Move => "move",
        }
    }
}

/// A question that is open, with what was answered so far.
pub struct Asked {
    /// Of the date.
    pub id: i64,
    pub question: Question,
    pub typed: Option<Typed>,
    pub faults: Vec<Fault>,
}

impl Asked {
    /// What the address opens.
    pub fn of(desk: &Desk<'_>) -> Option<Self> {
        let asked = |question: Question| {
            let id = desk.asked.get(question.word())?.parse().ok()?;
            Some(Self { id, question, typed: None, faults: Vec::new() })
        };
        Question::ALL.into_iter().find_map(asked)
    }
}

pub fn page(desk: &mut Desk<'_>, opened: &Opened, asked: Option<&Asked>) -> Result<(WeekPage, Frame)> {
    let locale = desk.locale();
    let place = &opened.place;
    let dates = opened.dates(desk.conn, desk.now)?;
    let mut views = Vec::with_capacity(dates.len());
    for one in &dates {
        let open = match asked.filter(|asked| asked.id == one.id && one.status.takes_place()) {
            Some(asked) => Some(open_form(desk, opened, one, asked)?),
            None => None,
        };
        views.push((one.starts_at, view(desk, opened, one, open)));
    }
    let zone = place.zone()?;
    let mut weeks = Vec::new();
    for week in &opened.weeks {
        let (from, to) = week.range(zone);
        let within = views.extract_if(.., |(start, _)| (from..to).contains(start));
        let dates = within.map(|(_, view)| view).collect();
        weeks.push(WeekView { anchor: week.to_string(), heading: week_heading(desk, *week), dates });
    }
    let base = format!("/lieux/{}", place.slug);
    let page = WeekPage {
        heading: said(locale, "host-weeks-title", [("place", place.name.clone())]),
        host_bar: match opened.by_link {
            true => None,
            false => HostBar::of(desk, place, Some(HostRoom::Week))?,
        },
        place: Link::new(place.name.clone(), desk.asked.local(&base)),
        lede: i18n::text(locale, if dates.is_empty() { "host-weeks-empty" } else { "host-weeks-lede" }),
        action: desk.asked.local(&opened.path),
        errors: asked.map_or_else(Vec::new, |asked| errors(locale, &asked.faults)),
        all: all_dates(desk, &dates),
        weeks,
        new_href: match opened.by_link {
            true => String::new(),
            false => with_query(&desk.asked.local("/evenements/nouveau"), &[("lieu", &place.slug)]),
        },
        preview_href: match opened.by_link {
            true => String::new(),
            false => desk.asked.local(&format!("{base}/semaine/apercu")),
        },
    };
    let frame = frame(desk, &page.heading);
    Ok((page, frame))
}

fn week_heading(desk: &Desk<'_>, week: Period) -> String {
    let locale = desk.locale();
    let days = date::period(locale, week.first_day(), week.last_day(), false);
    let key = match (week.first_day() - desk.today).num_days() {
        ..=0 => "host-weeks-this",
        1..=7 => "host-weeks-next",
        _ => return capitalised(&days),
    };
    said(locale, key, [("days", days)])
}

/// Takes place, and nobody has said so.
fn is_unsaid(date: &HostDate) -> bool {
    date.status.takes_place() && (date.confirmed.is_none() || date.status == EventStatus::Tentative)
}

fn all_dates(desk: &Desk<'_>, dates: &[HostDate]) -> Option<AllDates> {
    let ids: Vec<i64> = dates.iter().filter(|date| is_unsaid(date)).map(|date| date.id).collect();
    let count = i64::try_from(ids.len()).ok().filter(|count| *count > 1)?;
    Some(AllDates { form: desk.form(), label: counted(desk.locale(), "host-weeks-all", count), ids })
}

fn view(desk: &Desk<'_>, opened: &Opened, one: &HostDate, open: Option<OpenForm>) -> DateView {
    let locale = desk.locale();
    let tap = |verb, key: &str, main| Tap { form: desk.form(), verb, label: i18n::text(locale, key), main };
    let ask = |question: Question| {
        let label = i18n::text(locale, &format!("host-weeks-{}", question.word()));
        Link::new(label, question_href(desk, opened, question, one.id))
    };
    let on = one.status.takes_place();
    let ways = match on {
        true if is_unsaid(one) => vec![tap("confirm", "host-weeks-yes", true)],
        true => Vec::new(),
        false => vec![tap("reinstate", "host-weeks-reinstate", false)],
    };
    DateView {
        id: one.id,
        link: Link::new(one.title.clone(), desk.asked.local(&date_path(one))),
        when: date::span(locale, &one.span, false),
        status: status_badge(locale, one.status),
        facts: facts(locale, one),
        confirmed: confirmed(desk, one),
        ways,
        asks: if on { Question::ALL.into_iter().map(ask).collect() } else { Vec::new() },
        open,
    }
}

fn date_path(one: &HostDate) -> String {
    match one.repeats {
        true => format!("/evenements/{}/{}", one.event_slug, one.key),
        false => format!("/evenements/{}", one.event_slug),
    }
}

fn question_href(desk: &Desk<'_>, opened: &Opened, question: Question, id: i64) -> String {
    let path = with_query(&desk.asked.local(&opened.path), &[(question.word(), &id.to_string())]);
    format!("{path}#date-{id}")
}

/// How many come, where one registers.
fn facts(locale: Locale, one: &HostDate) -> Vec<String> {
    if one.registration == RegistrationMode::None {
        return Vec::new();
    }
    let mut facts = vec![match one.capacity {
        Some(seats) => {
            let args = i18n::Args::from_iter([("n", one.taken), ("seats", seats)]);
            i18n::text_with(locale, "host-weeks-taken-of", Some(&args))
        }
        None => counted(locale, "host-weeks-taken", one.taken.into()),
    }];
    if one.waiting > 0 {
        facts.push(counted(locale, "host-weeks-waiting", one.waiting.into()));
    }
    facts
}

fn confirmed(desk: &Desk<'_>, one: &HostDate) -> String {
    let Some((at, name)) = one.confirmed.as_ref().filter(|_| one.status.takes_place()) else {
        return String::new();
    };
    let day = date::relative_day(desk.locale(), day_of(*at, desk.network.zone), desk.today);
    match name {
        Some(name) => said(desk.locale(), "host-weeks-confirmed-by", [("name", name.clone()), ("day", day)]),
        None => said(desk.locale(), "host-weeks-confirmed", [("day", day)]),
    }
}

/// An event as it was said, with the seal of that.
pub fn draft_of(conn: &mut DbConnection, event: i64) -> Result<EventDraft> {
    let (row, schedule) = events::by_id(conn, event)?;
    Ok(events::draft(conn, &row, &schedule)?)
}

fn open_form(desk: &mut Desk<'_>, opened: &Opened, one: &HostDate, asked: &Asked) -> Result<OpenForm> {
    let locale = desk.locale();
    let text = |part: &str| i18n::text(locale, &format!("host-weeks-{}-{part}", asked.question.word()));
    let typed = asked.typed.clone().unwrap_or_else(|| so_far(one, asked.question));
    let drawing =
        Drawing { locale, today: desk.today, typed: &typed, faults: &asked.faults, bricks: &[], rooms: &[] };
    let mut hidden = Vec::new();
    let parts = match asked.question {
        Question::Cancel => {
            let mut reason = drawing.field("text", "note").maxlength(LONGEST_LINE);
            reason.label = i18n::text(locale, "publishing-reason");
            reason.hint = i18n::text(locale, "publishing-reason-hint");
            vec![Part::Text(reason)]
        }
        Question::Move => {
            let seal = actions::seal(&draft_of(desk.conn, one.event_id)?);
            hidden.push(Hidden { name: "seal", value: seal });
            let [last, whole] = drawing.long_parts();
            match one.span {
                Span::AllDay { .. } => vec![Part::Row(drawing.span_fields()), last, whole],
                Span::Timed { start, end } if end - start > TimeDelta::days(1) => {
                    vec![Part::Row(drawing.span_fields()), last]
                }
                Span::Timed { .. } => vec![Part::Row(drawing.span_fields())],
            }
        }
    };
    let told = i64::from(one.taken) + i64::from(one.waiting);
    Ok(OpenForm {
        form: desk.form(),
        verb: asked.question.verb(),
        title: text("question"),
        lede: if told > 0 { counted(locale, "host-weeks-will-tell", told) } else { String::new() },
        hidden,
        parts,
        submit: text("submit"),
        danger: asked.question == Question::Cancel,
        close_href: format!("{}#date-{}", desk.asked.local(&opened.path), one.id),
    })
}

fn so_far(one: &HostDate, question: Question) -> Typed {
    let mut typed = Typed::default();
    if question == Question::Move {
        write_span(&mut typed, &one.span);
    }
    typed
}
