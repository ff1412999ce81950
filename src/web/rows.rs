//! Lines of the agenda become rows and days in words.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::asked::{local, with_query};
use super::parts::{Badge, Day, EventRow, Tone};
use crate::domain::event::{AttendanceMode, EventStatus, RegistrationMode};
use crate::domain::holidays::public_holiday;
use crate::domain::period::local_of;
use crate::domain::schedule::Span;
use crate::i18n::{self, Args, Locale, date, quantity};
use crate::store::agenda::Line;

/// How rows are told.
#[derive(Clone, Copy, Debug)]
pub struct Telling<'a> {
    pub locale: Locale,
    pub today: NaiveDate,
    /// Zone of the network: other zones are named.
    pub zone: Tz,
    /// Code of the territory whose public holidays are named. May be empty.
    pub territory: &'a str,
    /// Lists of several places name them.
    pub with_place: bool,
}

impl Telling<'_> {
    /// One date of an event as a row.
    pub fn row(&self, line: &Line) -> EventRow {
        let locale = self.locale;
        let (time, until) = self.time(line);
        EventRow {
            href: date_href(locale, line),
            title: line.title.clone(),
            spoken: self.spoken(line),
            start: machine_start(line),
            time,
            until,
            kind: i18n::text(locale, &format!("event-kind-{}", line.kind.code())),
            kind_code: line.kind.code(),
            place: if self.with_place { line.place_name.clone() } else { String::new() },
            place_href: local(locale, &format!("/lieux/{}", line.place_slug)),
            commune: if self.with_place { line.commune.clone() } else { String::new() },
            status: status_badge(locale, line.status),
            off: !line.status.takes_place(),
            remarks: self.remarks(line),
        }
    }

    /// The same in a list that has no days as headings: the date stands where the time was.
    pub fn dated_row(&self, line: &Line) -> EventRow {
        let mut row = self.row(line);
        row.until = match line.span {
            Span::AllDay { .. } => row.until,
            Span::Timed { .. } => date::hours(self.locale, &line.span),
        };
        row.time = date::day_short(self.locale, line.span.first_day());
        row
    }

    /// The same date seen from a later day, while it goes on.
    fn row_under_way(&self, line: &Line) -> EventRow {
        let mut row = self.row(line);
        row.time = i18n::text(self.locale, "row-under-way");
        row.until = say(self.locale, "row-until", "day", date::day_month(self.locale, line.span.last_day()));
        row
    }

    fn spoken(&self, line: &Line) -> String {
        let day = date::day(self.locale, line.span.first_day());
        match line.span {
            Span::AllDay { .. } => date::span(self.locale, &line.span, false),
            Span::Timed { .. } => {
                let mut args = Args::new();
                args.set("day", day);
                args.set("time", date::time(self.locale, local_of(line.starts_at, line.zone).time()));
                i18n::text_with(self.locale, "row-spoken", Some(&args))
            }
        }
    }

    fn time(&self, line: &Line) -> (String, String) {
        let locale = self.locale;
        let lasts_days = line.span.last_day() > line.span.first_day();
        match line.span {
            Span::AllDay { .. } if !lasts_days => (i18n::text(locale, "row-all-day"), String::new()),
            Span::AllDay { last, .. } => (
                i18n::text(locale, "row-all-day"),
                say(locale, "row-until", "day", date::day_month(locale, last)),
            ),
            Span::Timed { .. } => {
                let (start, end) = (local_of(line.starts_at, line.zone), local_of(line.ends_at, line.zone));
                let long = (line.ends_at - line.starts_at).num_hours() >= 24;
                let until = match lasts_days && long {
                    true => say(locale, "row-until", "day", date::day_month(locale, end.date())),
                    false => date::time(locale, end.time()),
                };
                (date::time(locale, start.time()), until)
            }
        }
    }

    fn remarks(&self, line: &Line) -> Vec<String> {
        let locale = self.locale;
        let mut remarks = Vec::with_capacity(3);
        match (line.price_cents, line.price_note.is_empty()) {
            (Some(cents), _) => remarks.push(quantity::price(locale, u32::try_from(cents).unwrap_or(0))),
            (None, false) => remarks.push(line.price_note.clone()),
            (None, true) => {}
        }
        if line.mode != AttendanceMode::OnSite {
            remarks.push(i18n::text(locale, &format!("row-mode-{}", line.mode.code())));
        }
        if line.registration != RegistrationMode::None {
            remarks.push(i18n::text(locale, "row-registration"));
        }
        if line.zone != self.zone {
            remarks.push(date::zone_name(locale, line.zone));
        }
        remarks
    }

    /// The network's local day on which a line is listed.
    pub fn day_of(&self, line: &Line) -> NaiveDate {
        match line.span {
            Span::Timed { .. } if line.zone != self.zone => local_of(line.starts_at, self.zone).date(),
            span => span.first_day(),
        }
    }

    /// The lines by the day on which they start; those that are under way stand first, on `first`.
    pub fn days_from(&self, first: NaiveDate, under_way: &[Line], lines: &[Line]) -> Vec<Day> {
        let mut by_day: BTreeMap<NaiveDate, Vec<EventRow>> = BTreeMap::new();
        if !under_way.is_empty() {
            by_day.insert(first, under_way.iter().map(|line| self.row_under_way(line)).collect());
        }
        for line in lines {
            by_day.entry(self.day_of(line)).or_default().push(self.row(line));
        }
        by_day.into_iter().map(|(day, events)| self.day(day, events)).collect()
    }

    /// Each of `days` with what is on then, whether it starts on that day or goes on.
    pub fn days_all(&self, days: impl Iterator<Item = NaiveDate>, lines: &[Line]) -> Vec<Day> {
        let mut by_day: BTreeMap<NaiveDate, Vec<EventRow>> = days.map(|day| (day, Vec::new())).collect();
        for line in lines {
            let first = self.day_of(line);
            let last = line.span.last_day().max(first);
            for (day, rows) in by_day.range_mut(first..=last) {
                rows.push(if *day == first { self.row(line) } else { self.row_under_way(line) });
            }
        }
        by_day.into_iter().map(|(day, events)| self.day(day, events)).collect()
    }

    pub fn day(&self, day: NaiveDate, events: Vec<EventRow>) -> Day {
        use chrono::Datelike as _;
        let locale = self.locale;
        let number = match (locale, day.day()) {
            (Locale::Fr, 1) => "1er".to_owned(),
            (_, n) => n.to_string(),
        };
        let near = (day - self.today).num_days();
        let month = date::month(locale, day);
        Day {
            date: day.format("%Y-%m-%d").to_string(),
            heading: date::day_long(locale, day),
            weekday: date::weekday(locale, day.weekday()).to_owned(),
            number,
            month: month.rsplit_once(' ').map_or(month.as_str(), |(month, _)| month).to_owned(),
            relative: if (0..=1).contains(&near) {
                date::relative_day(locale, day, self.today)
            } else {
                String::new()
            },
            today: near == 0,
            note: public_holiday(day, self.territory)
                .map(|holiday| i18n::text(locale, &format!("public-holiday-{}", holiday.code())))
                .unwrap_or_default(),
            href: with_query(&local(locale, "/agenda"), &[("date", day.format("%Y-%m-%d").to_string())]),
            outside: false,
            events,
            more: String::new(),
        }
    }
}

/// The page of one date; of a one-off, the event's.
pub fn date_href(locale: Locale, line: &Line) -> String {
    match line.repeats {
        true => local(locale, &format!("/evenements/{}/{}", line.event_slug, line.key)),
        false => local(locale, &format!("/evenements/{}", line.event_slug)),
    }
}

fn machine_start(line: &Line) -> String {
    match line.span {
        Span::AllDay { first, .. } => first.format("%Y-%m-%d").to_string(),
        Span::Timed { .. } => date::machine(&line.starts_at.with_timezone(&line.zone)),
    }
}

/// The short word beside an event; none when it takes place as announced.
pub fn status_badge(locale: Locale, status: EventStatus) -> Option<Badge> {
    let label = || i18n::text(locale, &format!("event-status-{}", status.code()));
    status_tone(status).map(|tone| Badge { label: label(), tone })
}

/// How grave a status is; `None` for "planned".
pub fn status_tone(status: EventStatus) -> Option<Tone> {
    match status {
        EventStatus::Planned => None,
        EventStatus::Tentative | EventStatus::Full | EventStatus::Moved | EventStatus::MovedOnline => {
            Some(Tone::Warn)
        }
        EventStatus::Postponed | EventStatus::Cancelled => Some(Tone::Bad),
    }
}

/// A message with one argument.
pub fn say(locale: Locale, key: &str, name: &'static str, value: String) -> String {
    let mut args = Args::new();
    args.set(name, value);
    i18n::text_with(locale, key, Some(&args))
}
