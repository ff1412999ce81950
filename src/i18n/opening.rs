//! Opening hours in words: the door as it is now, and the week as a table.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use super::recurrence::days_in_a_row;
use super::{Args, Locale, date, quantity, text, text_with};
use crate::domain::opening_hours::{DayHours, DayNote, Hours, OpenState, RegularWeek};

/// A row of a table of hours: days that have the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekRow {
    /// "lundi", "lundi et mardi", "du lundi au vendredi".
    pub days: String,
    /// "9 h–12 h, 14 h–18 h", "fermé".
    pub hours: String,
    /// "jour férié : horaires à vérifier".
    pub note: Option<String>,
}

/// "ouvert maintenant, jusqu’à 18 h", "fermé, ouvre demain à 9 h". `now` in the place's zone.
pub fn state(locale: Locale, state: &OpenState, now: NaiveDateTime) -> String {
    match state {
        OpenState::Open { until: None } => text(locale, "opening-open"),
        OpenState::Open { until: Some(until) } => {
            let when = closing(locale, *until, now);
            text_with(locale, "opening-open-until", Some(&Args::from_iter([("when", when)])))
        }
        OpenState::Closed { opens, because } => closed(locale, *opens, *because, now),
        OpenState::Unknown { note: Some(DayNote::PublicHolidayUnconfirmed), .. } => {
            text(locale, "opening-note-unconfirmed")
        }
        OpenState::Unknown { comment: Some(comment), .. } => comment.to_string(),
        OpenState::Unknown { .. } => text(locale, "opening-unknown"),
    }
}

/// For a place that gave no hours: "horaires non renseignés".
pub fn unstated(locale: Locale) -> String {
    text(locale, "opening-unstated")
}

/// A given week, equal days in a row taken together.
pub fn week(locale: Locale, days: &[DayHours]) -> Vec<WeekRow> {
    days.chunk_by(|a, b| a.hours == b.hours && a.note == b.note)
        .filter_map(|run| {
            let first = run.first()?;
            let names: Vec<Weekday> = run.iter().map(DayHours::weekday).collect();
            Some(WeekRow {
                days: weekdays(locale, &names),
                hours: hours(locale, &first.hours),
                note: first.note.map(|note| self::note(locale, note)),
            })
        })
        .collect()
}

/// Every week, equal days in a row taken together.
pub fn regular_week(locale: Locale, week: &RegularWeek) -> Vec<WeekRow> {
    let days: Vec<(Weekday, &[Hours])> = week.days().collect();
    days.chunk_by(|(_, a), (_, b)| a == b)
        .filter_map(|run| {
            let (_, first) = run.first()?;
            let names: Vec<Weekday> = run.iter().map(|(day, _)| *day).collect();
            Some(WeekRow { days: weekdays(locale, &names), hours: hours(locale, first), note: None })
        })
        .collect()
}

/// "9 h–12 h, 14 h–18 h", "fermé", "jour et nuit"; with the comments of the text.
pub fn hours(locale: Locale, hours: &[Hours]) -> String {
    if hours.is_empty() {
        return text(locale, "opening-closed");
    }
    let said: Vec<String> = hours.iter().map(|stretch| one_stretch(locale, stretch)).collect();
    said.join(", ")
}

/// "jour férié", "fermeture exceptionnelle".
pub fn note(locale: Locale, note: DayNote) -> String {
    let key = match note {
        DayNote::PublicHoliday => "opening-note-holiday",
        DayNote::PublicHolidayUnconfirmed => "opening-note-unconfirmed",
        DayNote::Closure => "opening-note-closure",
    };
    text(locale, key)
}

fn one_stretch(locale: Locale, stretch: &Hours) -> String {
    let hours = match &stretch.comment {
        // A comment without hours is the whole answer: "sur rendez-vous".
        Some(comment) if stretch.is_whole_day() => return comment.to_string(),
        _ if stretch.is_whole_day() => text(locale, "opening-day-and-night"),
        _ => format!("{}–{}", date::time(locale, stretch.opens()), date::time(locale, stretch.closes())),
    };
    match &stretch.comment {
        Some(comment) => format!("{hours} ({comment})"),
        None => hours,
    }
}

fn closed(
    locale: Locale,
    opens: Option<NaiveDateTime>,
    because: Option<DayNote>,
    now: NaiveDateTime,
) -> String {
    let mut args = Args::new();
    if let Some(note) = because {
        args.set("reason", self::note(locale, note));
    }
    if let Some(opens) = opens {
        args.set("when", opening(locale, opens, now));
    }
    let key = match (because.is_some(), opens.is_some()) {
        (false, false) => "opening-closed",
        (false, true) => "opening-closed-opens",
        (true, false) => "opening-closed-today",
        (true, true) => "opening-closed-today-opens",
    };
    text_with(locale, key, Some(&args))
}

/// "18 h"; the day too when it is a day ahead or more.
fn closing(locale: Locale, until: NaiveDateTime, now: NaiveDateTime) -> String {
    let time = date::time(locale, until.time());
    if (until - now).num_hours() < 24 {
        return time;
    }
    // "Sunday at midnight" is the end of Sunday.
    let ends_the_day_before = until.time() == NaiveTime::MIN;
    let day = until.date().pred_opt().filter(|_| ends_the_day_before).unwrap_or(until.date());
    on_day(locale, day, time, now.date())
}

fn opening(locale: Locale, opens: NaiveDateTime, now: NaiveDateTime) -> String {
    let time = match (locale, opens.time()) {
        // "Saturday at midnight" would be read as the end of Saturday.
        (Locale::Fr, NaiveTime::MIN) => "0\u{a0}h".to_owned(),
        (Locale::En, NaiveTime::MIN) => "00:00".to_owned(),
        (_, time) => date::time(locale, time),
    };
    on_day(locale, opens.date(), time, now.date())
}

/// "à 9 h" today, "demain à 9 h", "lundi à 9 h", "lundi 9 mars à 9 h".
fn on_day(locale: Locale, day: NaiveDate, time: String, today: NaiveDate) -> String {
    let mut args = Args::from_iter([("time", time)]);
    if day == today {
        return text_with(locale, "opening-at", Some(&args));
    }
    args.set("day", date::relative_day(locale, day, today));
    text_with(locale, "opening-at-day", Some(&args))
}

fn weekdays(locale: Locale, days: &[Weekday]) -> String {
    let names: Vec<&str> = days.iter().map(|day| date::weekday(locale, *day)).collect();
    match names.len() {
        7 => text(locale, "opening-every-day"),
        0..=2 => quantity::list(locale, &names),
        _ => days_in_a_row(locale, &names),
    }
}

#[cfg(test)]
mod tests;
