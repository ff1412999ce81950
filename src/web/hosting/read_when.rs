//! What was typed of dates and hours becomes a schedule.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};
use chrono_tz::Tz;

use super::read::Fault;
use super::typed::Typed;
use crate::domain::recurrence::{ScheduleError, first_on_rule, validate};
use crate::domain::schedule::{
    End, NthWeekday, Pause, PublicHolidays, Recurrence, Rule, Schedule, SchoolHolidays, Span,
};

/// An end that is earlier than such a start is one of the next morning.
const EVENING: u32 = 18;
/// The latest hour of that morning.
const MORNING: u32 = 12;

/// The dates, or what is wrong with them: each field at most once.
pub fn schedule(typed: &Typed, zone: Tz) -> Result<Schedule, Vec<Fault>> {
    let mut faults = Vec::new();
    let span = span(typed, &mut faults);
    let recurrence = span.and_then(|span| recurrence(typed, span.first_day(), &mut faults));
    let Some(span) = span.filter(|_| faults.is_empty()) else { return Err(faults) };
    let schedule = begun_on_rule(Schedule { span, zone, recurrence });
    validate(&schedule).map_err(|error| vec![fault_of(error)])?;
    Ok(schedule)
}

/// "18:30", and what people type where a browser shows no clock: "18h30", "18 h", "9".
pub fn time(text: &str) -> Option<NaiveTime> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    let (hour, minute) = plain.split_once([':', 'h']).unwrap_or((&plain, ""));
    let minute = minute.split_once(':').map_or(minute, |(minute, _)| minute);
    let minute = if minute.is_empty() { "0" } else { minute };
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

/// "2026-05-14", and what people type where a browser shows no calendar: "14/05/2026".
pub fn day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .or_else(|_| NaiveDate::parse_from_str(text, "%d/%m/%Y"))
        .ok()
        .filter(|day| day.year() > 999)
}

/// From the fields date, start, end, last-day, whole-day.
pub fn span(typed: &Typed, faults: &mut Vec<Fault>) -> Option<Span> {
    let first = required_day(typed, faults);
    let last = optional_day(typed, "last-day", faults);
    if typed.is_on("whole-day") {
        let first = first?;
        return Some(Span::AllDay { first, last: last.unwrap_or(first) });
    }
    let start = required_time(typed, "start", "publishing-fault-start", faults);
    let end = required_time(typed, "end", "publishing-fault-end", faults);
    let (first, start, end) = (first?, start?, end?);
    let starts = first.and_time(start);
    let Some(ends) = end_of(starts, end, last) else {
        faults.push(Fault::new("end", "publishing-fault-end-before-start"));
        return None;
    };
    Some(Span::Timed { start: starts, end: ends })
}

/// An evening that ends earlier on the clock than it began ends on the next morning.
fn end_of(starts: NaiveDateTime, end: NaiveTime, last: Option<NaiveDate>) -> Option<NaiveDateTime> {
    let ends = last.unwrap_or(starts.date()).and_time(end);
    if ends > starts {
        return Some(ends);
    }
    let is_night =
        last.is_none_or(|last| last == starts.date()) && starts.hour() >= EVENING && end.hour() < MORNING;
    is_night.then(|| ends.checked_add_days(Days::new(1))).flatten()
}

fn required_day(typed: &Typed, faults: &mut Vec<Fault>) -> Option<NaiveDate> {
    let read = day(typed.text("date"));
    if read.is_none() {
        faults.push(Fault::new("date", "publishing-fault-date"));
    }
    read
}

fn optional_day(typed: &Typed, field: &'static str, faults: &mut Vec<Fault>) -> Option<NaiveDate> {
    let text = typed.text(field);
    if text.is_empty() {
        return None;
    }
    let read = day(text);
    if read.is_none() {
        faults.push(Fault::new(field, "publishing-fault-date"));
    }
    read
}

fn required_time(
    typed: &Typed,
    field: &'static str,
    key: &'static str,
    faults: &mut Vec<Fault>,
) -> Option<NaiveTime> {
    let read = time(typed.text(field));
    if read.is_none() {
        faults.push(Fault::new(field, key));
    }
    read
}

fn recurrence(typed: &Typed, first: NaiveDate, faults: &mut Vec<Fault>) -> Option<Recurrence> {
    let every = every(typed, faults);
    let rule = match typed.text("repeats") {
        "day" => Rule::Daily { every },
        "week" => Rule::Weekly { every, days: weekdays(typed, first) },
        "month-date" => Rule::MonthlyByDate { every, day: u8::try_from(first.day()).unwrap_or(1) },
        "month-weekday" => Rule::MonthlyByWeekday { every, days: nth_weekdays(typed, first) },
        "year" => Rule::Yearly { every },
        "dates" => Rule::Dates { dates: days(typed, "dates", faults) },
        _ => return None,
    };
    Some(Recurrence {
        end: end(typed, &rule, faults),
        rule,
        exclusions: typed.all("exclusion").iter().filter_map(|text| day(text)).collect(),
        public_holidays: match typed.is_on("holidays") {
            true => PublicHolidays::Skip,
            false => PublicHolidays::Keep,
        },
        school_holidays: SchoolHolidays::from_code(typed.text("school")).unwrap_or_default(),
        pauses: pauses(typed, faults),
    })
}

fn every(typed: &Typed, faults: &mut Vec<Fault>) -> u16 {
    match typed.text("every") {
        "" => 1,
        text => text.parse().unwrap_or_else(|_| {
            faults.push(Fault::new("every", "publishing-fault-every"));
            1
        }),
    }
}

fn weekdays(typed: &Typed, first: NaiveDate) -> Vec<Weekday> {
    let all =
        [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
    let chosen = |day: &Weekday| typed.has("weekday", &day.number_from_monday().to_string());
    let days: Vec<Weekday> = all.into_iter().filter(chosen).collect();
    if days.is_empty() { vec![first.weekday()] } else { days }
}

/// The chosen places in the month, else that of the first date: the second Saturday; the fifth is
/// meant as the last.
fn nth_weekdays(typed: &Typed, first: NaiveDate) -> Vec<NthWeekday> {
    let mut nths: Vec<i8> = typed.all("nth").iter().filter_map(|text| text.parse().ok()).collect();
    if nths.is_empty() {
        let nth = i8::try_from((first.day() - 1) / 7 + 1).unwrap_or(1);
        nths.push(if nth == 5 { -1 } else { nth });
    }
    let weekdays = weekdays(typed, first);
    nths.iter()
        .flat_map(|nth| weekdays.iter().map(|weekday| NthWeekday { nth: *nth, weekday: *weekday }))
        .collect()
}

fn days(typed: &Typed, field: &'static str, faults: &mut Vec<Fault>) -> Vec<NaiveDate> {
    let read: Option<Vec<NaiveDate>> = typed.all(field).iter().map(|text| day(text)).collect();
    let mut days = read.unwrap_or_else(|| {
        faults.push(Fault::new(field, "publishing-fault-date"));
        Vec::new()
    });
    days.sort_unstable();
    days.dedup();
    days
}

fn end(typed: &Typed, rule: &Rule, faults: &mut Vec<Fault>) -> End {
    if matches!(rule, Rule::Dates { .. }) {
        return End::Never;
    }
    let until = optional_day(typed, "until", faults);
    match (until, typed.text("count")) {
        (Some(_), count) if !count.is_empty() => {
            faults.push(Fault::new("count", "publishing-fault-two-ends"));
            End::Never
        }
        (Some(until), _) => End::Until(until),
        (None, "") => End::Never,
        (None, count) => count.parse().map_or_else(
            |_| {
                faults.push(Fault::new("count", "publishing-fault-count"));
                End::Never
            },
            End::Count,
        ),
    }
}

/// Each as "first day without/first day with again", the second left out while it is not known.
fn pauses(typed: &Typed, faults: &mut Vec<Fault>) -> Vec<Pause> {
    let pause = |text: &String| {
        let (from, resumes) = text.split_once('/')?;
        let resumes = if resumes.is_empty() { None } else { Some(day(resumes)?) };
        Some(Pause { from: day(from)?, resumes })
    };
    let read: Option<Vec<Pause>> = typed.all("pause").iter().map(pause).collect();
    read.unwrap_or_else(|| {
        faults.push(Fault::new("pause-from", "publishing-fault-pause"));
        Vec::new()
    })
}

/// A series that is said to begin on a day that its pattern does not have begins on the next that it has.
fn begun_on_rule(schedule: Schedule) -> Schedule {
    let Some(recurrence) = &schedule.recurrence else { return schedule };
    let first = schedule.span.first_day();
    let by = first_on_rule(&recurrence.rule, first) - first;
    let span = match schedule.span {
        Span::Timed { start, end } => Span::Timed { start: start + by, end: end + by },
        Span::AllDay { first, last } => Span::AllDay { first: first + by, last: last + by },
    };
    Schedule { span, ..schedule }
}

/// Which field is to be corrected.
pub fn fault_of(error: ScheduleError) -> Fault {
    match error {
        ScheduleError::EndNotAfterStart => Fault::new("end", "publishing-fault-end-before-start"),
        ScheduleError::TooLong => Fault::new("last-day", "publishing-fault-too-long"),
        ScheduleError::YearOutOfRange => Fault::new("date", "publishing-fault-year"),
        ScheduleError::EveryOutOfRange => Fault::new("every", "publishing-fault-every"),
        ScheduleError::CountOutOfRange => Fault::new("count", "publishing-fault-count"),
        ScheduleError::UntilBeforeStart => Fault::new("until", "publishing-fault-until"),
        ScheduleError::DateBeforeStart => Fault::new("dates", "publishing-fault-date-before-start"),
        ScheduleError::TooManyDates => Fault::new("dates", "publishing-fault-too-many-dates"),
        ScheduleError::PauseWithoutDays => Fault::new("pause-from", "publishing-fault-pause"),
        ScheduleError::NoWeekday | ScheduleError::DayOfMonthOutOfRange | ScheduleError::NthOutOfRange => {
            Fault::new("repeats", "publishing-fault-repeats")
        }
    }
}
