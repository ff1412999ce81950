//! What readers share, drawn once.

use serde::Serialize;

use super::row::{Row, When, capital, count, say, title};
use super::subject::{days, subject};
use super::{DigestHead, GOING, HELLO, LEAVE, PEOPLE};
use crate::domain::digest::{Changed, Day, DigestDate, Part, Shared, Window};
use crate::i18n::{self, Args, date};
use crate::mail::mailing::{Mailing, MailingList, close, mark, open};
use crate::mail::sheet::draw;
use crate::mail::wrap::wrap;

/// What a digest shows, and where the rest of it is.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    pub shared: &'a Shared,
    pub window: &'a Window,
    /// Local address of the agenda of these interests.
    pub agenda: &'a str,
}

/// Everything that the templates of a digest show.
#[derive(Debug, Serialize)]
struct Sheet {
    lang: &'static str,
    network: String,
    home: String,
    site: String,
    privacy: String,
    subject: String,
    /// What mail programs show beside the subject.
    preview: String,
    hello: String,
    going: String,
    people: String,
    changed: Option<Block>,
    week: Option<Week>,
    fresh: Option<Block>,
    why: String,
    settings: String,
    rhythm: String,
    leave: String,
}

#[derive(Debug, Serialize)]
struct Block {
    open: String,
    close: String,
    rows: Vec<Row>,
    /// "Et 3 autres". Empty: nothing more.
    more: String,
    agenda: String,
    setting: String,
}

#[derive(Debug, Serialize)]
struct Week {
    open: String,
    close: String,
    heading: String,
    days: Vec<DaySheet>,
    more: String,
    agenda: String,
    setting: String,
}

#[derive(Debug, Serialize)]
struct DaySheet {
    open: String,
    close: String,
    heading: String,
    rows: Vec<Row>,
}

/// The mailing of all who share this.
///
/// # Errors
/// A template that does not compile or asks for what there is not: a fault of the program.
pub fn mailing(shown: &Shown<'_>, head: &DigestHead<'_>) -> Result<Mailing, String> {
    let sheet = sheet(shown, head);
    let text = draw(head.locale, "digest.txt", &sheet)?;
    Ok(Mailing {
        list: head.list,
        locale: head.locale,
        text: wrap(text.trim_start_matches('\n')),
        html: draw(head.locale, "digest.html", &sheet)?,
        subject: sheet.subject,
    })
}

fn sheet(shown: &Shown<'_>, head: &DigestHead<'_>) -> Sheet {
    let Shown { shared, window, .. } = *shown;
    let site = head.origin.split_once("://").map_or(head.origin, |(_, host)| host);
    let names = Args::from_iter([("network", head.network), ("site", site)]);
    let why = match head.list {
        MailingList::Newsletter => "digest-why-newsletter",
        _ => "digest-why-member",
    };
    Sheet {
        lang: head.locale.tag(),
        network: head.network.to_owned(),
        home: head.absolute("/"),
        site: site.to_owned(),
        privacy: head.absolute("/confidentialite"),
        subject: subject(shared, window, head.locale),
        preview: preview(shared),
        hello: mark(HELLO),
        going: mark(GOING),
        people: mark(PEOPLE),
        changed: changed(shown, head),
        week: week(shown, head),
        fresh: fresh(shown, head),
        why: i18n::text_with(head.locale, why, Some(&names)),
        settings: head.settings(""),
        rhythm: head.settings("rythme"),
        leave: head.absolute(&format!("/lettre/{}/quitter", mark(LEAVE))),
    }
}

/// The first titles.
fn preview(shared: &Shared) -> String {
    let dates = shared.week.iter().flat_map(|day| &day.dates).chain(&shared.fresh);
    dates.take(4).map(|date| title(&date.title)).collect::<Vec<_>>().join(" · ")
}

fn changed(shown: &Shown<'_>, head: &DigestHead<'_>) -> Option<Block> {
    let shared = shown.shared;
    let row = |one: &Changed| {
        let row = Row::of(&one.date, When::Day, shown.window.zone, head);
        let row = row.with_news(one.news, one.others, head.locale);
        match one.others {
            0 => row.named(&Part::Change(one.date.name.clone())),
            _ => row,
        }
    };
    let rows: Vec<Row> = shared.changed.iter().map(row).collect();
    block(shown, head, (&Part::Changed, "lieux"), rows, ("digest-more-changes", shared.more_changed))
}

fn fresh(shown: &Shown<'_>, head: &DigestHead<'_>) -> Option<Block> {
    let shared = shown.shared;
    let row = |first: &DigestDate| {
        let mut row = Row::of(first, When::Day, shown.window.zone, head);
        if first.repeats {
            let from =
                say(head.locale, "digest-from", "when", date::day(head.locale, first.day(shown.window.zone)));
            row.when = format!("{}, {}", capital(&from), date::hours(head.locale, &first.span));
        }
        row.named(&Part::Event(first.name.event))
    };
    let rows: Vec<Row> = shared.fresh.iter().map(row).collect();
    block(shown, head, (&Part::Fresh, "genres"), rows, ("digest-more-fresh", shared.more_fresh))
}

fn block(
    shown: &Shown<'_>,
    head: &DigestHead<'_>,
    (part, anchor): (&Part, &str),
    rows: Vec<Row>,
    (key, more): (&str, usize),
) -> Option<Block> {
    (!rows.is_empty()).then(|| Block {
        open: open(part),
        close: close(),
        rows,
        more: if more > 0 { count(head.locale, key, more) } else { String::new() },
        agenda: head.absolute(shown.agenda),
        setting: head.settings(anchor),
    })
}

fn week(shown: &Shown<'_>, head: &DigestHead<'_>) -> Option<Week> {
    let Shown { shared, window, .. } = *shown;
    let day = |(n, day): (usize, &Day)| DaySheet {
        open: open(Part::Day(n)),
        close: close(),
        heading: capital(&date::day(head.locale, day.day)),
        rows: day.dates.iter().map(|date| listed(date, window, head)).collect(),
    };
    let more = shared.more_dates;
    (!shared.week.is_empty()).then(|| Week {
        open: open(Part::Week),
        close: close(),
        heading: days(window, head.locale),
        days: shared.week.iter().enumerate().map(day).collect(),
        more: if more > 0 { count(head.locale, "digest-more-dates", more) } else { String::new() },
        agenda: head.absolute(shown.agenda),
        setting: head.settings("lieux"),
    })
}

/// A date under its day; one that was announced lately says so.
fn listed(date: &DigestDate, window: &Window, head: &DigestHead<'_>) -> Row {
    let mut row = Row::of(date, When::Hour, window.zone, head);
    if row.badge.is_empty() && window.tells(date.announced_at) {
        row.badge = i18n::text(head.locale, "digest-new");
        row.tone = "good";
    }
    row.named(&Part::Date(date.name.clone()))
}
