//! A series in one sentence: "tous les jeudis, de 18 h 30 à 20 h 30, jusqu’au 7 mai 2026, sauf
//! jours fériés". What is over (an exclusion, a pause) is not said again.

use chrono::{NaiveDate, TimeDelta, Weekday};

use super::names::ordinal;
use super::{Args, Locale, date, quantity, text, text_with};
use crate::domain::schedule::{
    End, NthWeekday, Pause, PublicHolidays, Recurrence, Rule, Schedule, SchoolHolidays, Span,
};

/// Exclusions and chosen dates are listed up to this many, then counted.
const LISTED_DATES: usize = 12;

/// When an event takes place; a one-off as [`date::span`] says it. `today`: the reader's.
pub fn schedule(locale: Locale, schedule: &Schedule, today: NaiveDate) -> String {
    let Some(recurrence) = &schedule.recurrence else {
        return date::span(locale, &schedule.span, true);
    };
    let first = first_day(&schedule.span);
    let parts = [
        Some(rule(locale, &recurrence.rule, first)),
        Some(hours(locale, &schedule.span)),
        limits(locale, recurrence, first, today),
        school_holidays_only(locale, recurrence),
        exceptions(locale, recurrence, today),
    ];
    let mut out = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    for coming in recurrence.pauses.iter().filter(|p| p.resumes.is_none_or(|day| day > today)) {
        out.push_str(&text(locale, "recurrence-semicolon"));
        out.push_str(&pause(locale, coming));
    }
    out
}

/// The pattern alone: "un mardi sur deux", "le dernier vendredi du mois". `first` is the first
/// date, which yearly rules and chosen dates need.
pub fn rule(locale: Locale, rule: &Rule, first: NaiveDate) -> String {
    match rule {
        Rule::Daily { every } => say(locale, "recurrence-daily", *every, &[]),
        Rule::Weekly { every, days } => weekly(locale, *every, days),
        Rule::MonthlyByDate { every, day } => {
            let key = if *day > 28 { "recurrence-monthly-late-date" } else { "recurrence-monthly-date" };
            say(locale, key, *every, &[("day", day_of_month(locale, *day))])
        }
        Rule::MonthlyByWeekday { every, days } => {
            say(locale, "recurrence-monthly-weekday", *every, &[("which", nth_weekdays(locale, days))])
        }
        Rule::Yearly { every } => {
            say(locale, "recurrence-yearly", *every, &[("date", date::day_month(locale, first))])
        }
        Rule::Dates { dates } => chosen_dates(locale, first, dates),
    }
}

/// "pas de séance du 29 juin au 31 août 2026, reprise le 1er septembre 2026".
pub fn pause(locale: Locale, pause: &Pause) -> String {
    let last = pause.resumes.and_then(|day| day.pred_opt());
    let mut args = Args::new();
    args.set("from", date::date(locale, pause.from));
    args.set("resumes", pause.resumes.map(|day| date::date(locale, day)).unwrap_or_default());
    let key = match last {
        Some(last) if last >= pause.from => {
            args.set("period", date::period(locale, pause.from, last, true));
            "recurrence-pause"
        }
        Some(_) => "recurrence-resumes",
        None => "recurrence-pause-open",
    };
    text_with(locale, key, Some(&args))
}

fn first_day(span: &Span) -> NaiveDate {
    match span {
        Span::Timed { start, .. } => start.date(),
        Span::AllDay { first, .. } => *first,
    }
}

fn say(locale: Locale, key: &str, every: u16, words: &[(&'static str, String)]) -> String {
    let mut args = Args::new();
    args.set("every", every);
    for (name, word) in words {
        args.set(*name, word.as_str());
    }
    text_with(locale, key, Some(&args))
}

fn weekly(locale: Locale, every: u16, days: &[Weekday]) -> String {
    let names: Vec<&str> = days.iter().map(|day| date::weekday(locale, *day)).collect();
    if every == 1 && days.len() == 7 {
        return say(locale, "recurrence-daily", 1, &[]);
    }
    if every == 1 && names.len() > 2 && follow_each_other(days) {
        return days_in_a_row(locale, &names);
    }
    let each: Vec<String> = names.iter().map(|name| each_weekday(locale, name)).collect();
    let words = [
        ("days", quantity::list(locale, &names)),
        ("plurals", quantity::list(locale, &names.iter().map(|name| format!("{name}s")).collect::<Vec<_>>())),
        ("each", quantity::list(locale, &each)),
    ];
    let key = if days.len() == 1 { "recurrence-weekly-one" } else { "recurrence-weekly-several" };
    say(locale, key, every, &words)
}

fn follow_each_other(days: &[Weekday]) -> bool {
    days.iter().zip(days.iter().skip(1)).all(|(day, next)| day.succ() == *next)
}

/// "du lundi au vendredi", "Monday to Friday".
pub(super) fn days_in_a_row(locale: Locale, names: &[&str]) -> String {
    let mut args = Args::new();
    args.set("first", *names.first().unwrap_or(&""));
    args.set("last", *names.last().unwrap_or(&""));
    text_with(locale, "days-in-a-row", Some(&args))
}

fn each_weekday(locale: Locale, name: &str) -> String {
    match locale {
        Locale::Fr => format!("le {name}"),
        Locale::En => name.to_owned(),
    }
}

fn day_of_month(locale: Locale, day: u8) -> String {
    match locale {
        Locale::Fr if day > 1 => day.to_string(),
        _ => ordinal(locale, day.into()),
    }
}

/// "le dernier vendredi", "les 2e et 4e samedis", "le premier lundi et le 3e jeudi".
fn nth_weekdays(locale: Locale, days: &[NthWeekday]) -> String {
    let one_weekday = |first: &NthWeekday| days.iter().all(|day| day.weekday == first.weekday && day.nth > 0);
    let Some(first) = days.first().filter(|first| days.len() > 1 && one_weekday(first)) else {
        let said: Vec<String> = days.iter().map(|day| nth_weekday(locale, *day)).collect();
        return quantity::list(locale, &said);
    };
    let nths: Vec<String> = days.iter().map(|day| ordinal(locale, day.nth.unsigned_abs().into())).collect();
    let mut args = Args::new();
    args.set("nths", quantity::list(locale, &nths));
    args.set("day", date::weekday(locale, first.weekday));
    text_with(locale, "recurrence-nths-weekday", Some(&args))
}

fn nth_weekday(locale: Locale, day: NthWeekday) -> String {
    let mut args = Args::new();
    args.set("nth", day.nth);
    args.set("day", date::weekday(locale, day.weekday));
    text_with(locale, "recurrence-nth-weekday", Some(&args))
}

fn chosen_dates(locale: Locale, first: NaiveDate, others: &[NaiveDate]) -> String {
    let mut all: Vec<NaiveDate> = others.iter().copied().chain([first]).collect();
    all.sort_unstable();
    all.dedup();
    let mut args = Args::new();
    if all.len() <= LISTED_DATES {
        args.set("dates", date::dates(locale, &all));
        return text_with(locale, "recurrence-dates", Some(&args));
    }
    let last = all.last().copied().unwrap_or(first);
    args.set("n", all.len());
    args.set("period", date::period(locale, all.first().copied().unwrap_or(first), last, true));
    text_with(locale, "recurrence-many-dates", Some(&args))
}

/// The hours of each date, and how long it lasts when that is a day or more.
fn hours(locale: Locale, span: &Span) -> String {
    let one_day = TimeDelta::days(1);
    let (lasts, hours) = match *span {
        Span::AllDay { first, last } if last > first => (last - first + one_day, None),
        Span::Timed { start, end } if end - start >= one_day => {
            (end - start, Some(date::hours(locale, span)))
        }
        _ => return date::hours(locale, span),
    };
    let args = Args::from_iter([("duration", date::duration(locale, lasts))]);
    let lasting = text_with(locale, "recurrence-lasting", Some(&args));
    hours.into_iter().chain([lasting]).collect::<Vec<_>>().join(", ")
}

/// From when to when, or how many dates; the start only while it lies ahead.
fn limits(locale: Locale, recurrence: &Recurrence, first: NaiveDate, today: NaiveDate) -> Option<String> {
    if matches!(recurrence.rule, Rule::Dates { .. }) {
        return None;
    }
    let from = (first > today).then_some(first);
    let mut args = Args::new();
    let key = match (from, recurrence.end) {
        (Some(from), End::Until(last)) => return Some(date::period(locale, from, last.max(from), true)),
        (None, End::Until(last)) => {
            args.set("date", date::date(locale, last));
            "recurrence-until"
        }
        (Some(from), End::Never) => {
            args.set("date", date::date(locale, from));
            "recurrence-from"
        }
        (None, End::Never) => return None,
        (_, End::Count(n)) => {
            args.set("n", n);
            if skips(recurrence) { "recurrence-at-most" } else { "recurrence-count" }
        }
    };
    let said = text_with(locale, key, Some(&args));
    match (from, recurrence.end) {
        (Some(from), End::Count(_)) => {
            let args = Args::from_iter([("date", date::date(locale, from))]);
            Some(format!("{}, {said}", text_with(locale, "recurrence-from", Some(&args))))
        }
        _ => Some(said),
    }
}

/// Whether fewer dates may take place than the rule counts.
fn skips(recurrence: &Recurrence) -> bool {
    recurrence.public_holidays == PublicHolidays::Skip
        || recurrence.school_holidays != SchoolHolidays::Ignore
        || !recurrence.exclusions.is_empty()
        || !recurrence.pauses.is_empty()
}

fn school_holidays_only(locale: Locale, recurrence: &Recurrence) -> Option<String> {
    (recurrence.school_holidays == SchoolHolidays::Only)
        .then(|| text(locale, "recurrence-only-school-holidays"))
}

/// "sauf jours fériés, vacances scolaires et le 19 mars 2026".
fn exceptions(locale: Locale, recurrence: &Recurrence, today: NaiveDate) -> Option<String> {
    let mut without: Vec<String> = Vec::new();
    if recurrence.public_holidays == PublicHolidays::Skip {
        without.push(text(locale, "recurrence-public-holidays"));
    }
    if recurrence.school_holidays == SchoolHolidays::Skip {
        without.push(text(locale, "recurrence-school-holidays"));
    }
    let mut days: Vec<NaiveDate> =
        recurrence.exclusions.iter().copied().filter(|day| *day >= today).collect();
    days.sort_unstable();
    days.dedup();
    match days.len() {
        0 => {}
        1..=LISTED_DATES => without.extend(date::dates_by_month(locale, &days)),
        n => without.push(quantity::count(locale, quantity::Counted::Dates, n as u64)),
    }
    if without.is_empty() {
        return None;
    }
    let args = Args::from_iter([("without", quantity::list(locale, &without))]);
    Some(text_with(locale, "recurrence-except", Some(&args)))
}

#[cfg(test)]
mod tests;
