//! An event as the form's fields have it: what `read` makes of them is the event again.

use chrono::{NaiveDate, NaiveDateTime};

use super::further;
use super::seats::write_rules;
use super::typed::Typed;
use crate::domain::brick::BrickKind;
use crate::domain::event::EventDraft;
use crate::domain::schedule::{
    End, NthWeekday, Pause, PublicHolidays, Recurrence, Rule, SchoolHolidays, Span,
};

pub fn typed_of(draft: &EventDraft) -> Typed {
    let mut typed = Typed::default();
    typed.set("title", &draft.title);
    typed.set("kind", draft.kind.code());
    typed.set("brick", draft.brick.map_or("", BrickKind::code));
    write_span(&mut typed, &draft.schedule.span);
    if let Some(recurrence) = &draft.schedule.recurrence {
        write_recurrence(&mut typed, recurrence);
    }
    typed.set("description", &draft.description);
    typed.set("mode", draft.mode.code());
    typed.set("room", &draft.room);
    typed.set("address", &draft.address);
    typed.set("online", &draft.online_url);
    typed.set("registration", draft.registration.code());
    typed.set("capacity", draft.capacity.map_or_else(String::new, |seats| seats.to_string()));
    typed.set(
        "closes",
        match draft.registration_closes_hours {
            0 => String::new(),
            hours => hours.to_string(),
        },
    );
    typed.set("price", draft.price_cents.map_or_else(String::new, euros));
    typed.set("price-note", &draft.price_note);
    typed.set("audience", &draft.audience);
    typed.set("accessibility-note", &draft.accessibility_note);
    typed.set("organiser", &draft.organiser);
    write_rules(&mut typed, &draft.rules);
    typed.set_all(further::FIELD, &draft.further_places);
    typed.set_all("theme", &draft.themes);
    typed.set_all("accessibility", &draft.accessibility);
    typed
}

/// Date and hours.
pub fn write_span(typed: &mut Typed, span: &Span) {
    let clock = |at: &NaiveDateTime| at.format("%H:%M").to_string();
    let later =
        |last: NaiveDate, first: NaiveDate| if last > first { last.to_string() } else { String::new() };
    typed.set("date", span.first_day().to_string());
    match span {
        Span::AllDay { first, last } => {
            typed.set("whole-day", "on");
            typed.set("last-day", later(*last, *first));
        }
        Span::Timed { start, end } => {
            typed.set("start", clock(start));
            typed.set("end", clock(end));
            typed.set("last-day", later(end.date(), start.date()));
        }
    }
}

fn write_recurrence(typed: &mut Typed, recurrence: &Recurrence) {
    let (repeats, every) = match &recurrence.rule {
        Rule::Daily { every } => ("day", *every),
        Rule::Weekly { every, days } => {
            typed.set_all("weekday", days.iter().map(|day| day.number_from_monday()));
            ("week", *every)
        }
        Rule::MonthlyByDate { every, .. } => ("month-date", *every),
        Rule::MonthlyByWeekday { every, days } => {
            write_nth(typed, days);
            ("month-weekday", *every)
        }
        Rule::Yearly { every } => ("year", *every),
        Rule::Dates { dates } => {
            typed.set_all("dates", dates);
            ("dates", 1)
        }
    };
    typed.set("repeats", repeats);
    typed.set("every", every.to_string());
    match recurrence.end {
        End::Never => {}
        End::Until(until) => typed.set("until", until.to_string()),
        End::Count(count) => typed.set("count", count.to_string()),
    }
    if recurrence.public_holidays == PublicHolidays::Skip {
        typed.set("holidays", "on");
    }
    if recurrence.school_holidays != SchoolHolidays::Ignore {
        typed.set("school", recurrence.school_holidays.code());
    }
    typed.set_all("exclusion", &recurrence.exclusions);
    let resumes = |pause: &Pause| pause.resumes.map_or_else(String::new, |day| day.to_string());
    typed
        .set_all("pause", recurrence.pauses.iter().map(|pause| format!("{}/{}", pause.from, resumes(pause))));
}

fn write_nth(typed: &mut Typed, days: &[NthWeekday]) {
    let mut nths: Vec<i8> = days.iter().map(|day| day.nth).collect();
    nths.dedup();
    let mut weekdays: Vec<u32> = days.iter().map(|day| day.weekday.number_from_monday()).collect();
    weekdays.sort_unstable();
    weekdays.dedup();
    typed.set_all("nth", nths);
    typed.set_all("weekday", weekdays);
}

/// 1250 as "12,50", 1200 as "12".
fn euros(cents: i32) -> String {
    match cents % 100 {
        0 => (cents / 100).to_string(),
        rest => format!("{},{rest:02}", cents / 100),
    }
}
