//! The hours of one date, with what its calendar says: holidays and exceptional closures.
//! A night belongs to the day on which it began, however the text spells it.

use std::ops::RangeInclusive;
use std::sync::Arc;

use ::opening_hours as osm;
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use compact_calendar::CompactCalendar;
use opening_hours_syntax::rules::RuleKind;

use super::{MINUTES_A_DAY, OpeningHours};

/// Holidays are asked for this many days around the wanted ones, for `PH -1 day` and the like.
const HOLIDAY_MARGIN_DAYS: u64 = 8;

/// What surrounds a place's hours.
#[derive(Clone, Copy)]
pub struct Calendar<'a> {
    /// Public holidays of the place's territory.
    pub public_holiday: &'a dyn Fn(NaiveDate) -> bool,
    /// School holidays of the place's zone; only `SH` in a text asks for them.
    pub school_holiday: &'a dyn Fn(NaiveDate) -> bool,
    /// Days on which the place announced to be closed, both ends included.
    pub closures: &'a [RangeInclusive<NaiveDate>],
}

impl Calendar<'static> {
    /// A calendar in which every day is like another.
    pub const PLAIN: Self = Self { public_holiday: &never, school_holiday: &never, closures: &[] };
}

fn never(_: NaiveDate) -> bool {
    false
}

/// A stretch of opening, in minutes from the midnight at which its day begins.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Hours {
    from: u16,
    to: u16,
    /// `false`: by arrangement, or not known to hold on this date.
    pub certain: bool,
    /// The text's own comment ("sur rendez-vous").
    pub comment: Option<Arc<str>>,
}

impl Hours {
    pub fn opens(&self) -> NaiveTime {
        time(self.from)
    }

    /// Midnight, or a time not after [`opens`](Self::opens), is the next day's.
    pub fn closes(&self) -> NaiveTime {
        time(self.to)
    }

    /// From midnight to midnight.
    pub fn is_whole_day(&self) -> bool {
        self.from == 0 && self.to == MINUTES_A_DAY
    }

    /// Both ends when the stretch begins on this date.
    pub fn on(&self, date: NaiveDate) -> (NaiveDateTime, NaiveDateTime) {
        let midnight = date.and_time(NaiveTime::MIN);
        let at = |minutes: u16| midnight + TimeDelta::minutes(minutes.into());
        (at(self.from), at(self.to))
    }
}

fn time(minutes: u16) -> NaiveTime {
    let minutes = u32::from(minutes % MINUTES_A_DAY);
    NaiveTime::from_num_seconds_from_midnight_opt(minutes * 60, 0).unwrap_or(NaiveTime::MIN)
}

/// What sets a date apart from its like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayNote {
    /// A public holiday of which the text speaks: what is shown holds.
    PublicHoliday,
    /// A public holiday of which the text is silent: the usual hours, to be checked.
    PublicHolidayUnconfirmed,
    /// Announced closed.
    Closure,
}

/// The hours that begin on one date, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayHours {
    pub date: NaiveDate,
    /// Empty: closed.
    pub hours: Vec<Hours>,
    pub note: Option<DayNote>,
}

/// A text and a calendar together, ready for the dates of a window.
pub(super) struct Evaluation<'a> {
    hours: &'a OpeningHours,
    calendar: Calendar<'a>,
    rules: osm::OpeningHours,
}

impl<'a> Evaluation<'a> {
    /// Holidays are only known from a little before `first` to a little after `days` later.
    pub(super) fn new(hours: &'a OpeningHours, calendar: Calendar<'a>, first: NaiveDate, days: u64) -> Self {
        let rules = hours.rules.clone();
        if !hours.asks_for_holidays {
            return Self { hours, calendar, rules };
        }
        let start = first.checked_sub_days(Days::new(HOLIDAY_MARGIN_DAYS)).unwrap_or(first);
        let length = usize::try_from(days + 2 * HOLIDAY_MARGIN_DAYS).unwrap_or_default();
        let holidays = |is_one: &dyn Fn(NaiveDate) -> bool| {
            let dates = start.iter_days().take(length).filter(|date| is_one(*date));
            Arc::new(dates.collect::<CompactCalendar>())
        };
        let public = holidays(calendar.public_holiday);
        let school = holidays(calendar.school_holiday);
        let context = osm::Context::default().with_holidays(osm::ContextHolidays::new(public, school));
        Self { hours, calendar, rules: rules.with_context(context) }
    }

    /// The hours that begin on this date.
    pub(super) fn day(&self, date: NaiveDate) -> DayHours {
        if self.calendar.closures.iter().any(|days| days.contains(&date)) {
            return DayHours { date, hours: Vec::new(), note: Some(DayNote::Closure) };
        }
        let mut hours = self.stated(date);
        self.leave_to_the_day_before(date, &mut hours);
        self.follow_past_midnight(date, &mut hours);
        let note = self.note(date, &hours);
        if note == Some(DayNote::PublicHolidayUnconfirmed) {
            hours.iter_mut().for_each(|stretch| stretch.certain = false);
        }
        DayHours { date, hours, note }
    }

    fn note(&self, date: NaiveDate, hours: &[Hours]) -> Option<DayNote> {
        let holiday = !self.hours.always && (self.calendar.public_holiday)(date);
        match (holiday, self.hours.names_public_holidays) {
            (true, true) => Some(DayNote::PublicHoliday),
            (true, false) if !hours.is_empty() => Some(DayNote::PublicHolidayUnconfirmed),
            _ => None,
        }
    }

    /// The crate's answer for the date: cut at both midnights.
    fn stated(&self, date: NaiveDate) -> Vec<Hours> {
        let ranges = self.rules.schedule_at(date).into_iter().filter(|range| range.kind != RuleKind::Closed);
        ranges
            .map(|range| Hours {
                from: range.range.start.mins_from_midnight(),
                to: range.range.end.mins_from_midnight(),
                // A bare comment ("sur rendez-vous") means "unknown" in the specification; the
                // crate says "open", which a visitor before a closed door would not.
                certain: range.kind == RuleKind::Open && range.comment.is_empty(),
                comment: (!range.comment.is_empty()).then_some(range.comment),
            })
            .collect()
    }

    /// Drops what is the end of a night begun the day before.
    fn leave_to_the_day_before(&self, date: NaiveDate, hours: &mut Vec<Hours>) {
        let is_tail = hours.first().is_some_and(|first| self.ends_a_night(first));
        if is_tail && date.pred_opt().is_some_and(|before| reaches_midnight(&self.stated(before))) {
            hours.remove(0);
        }
    }

    /// Gives a stretch that reaches midnight its true end. The crate forgets the rest of a night
    /// when another rule governs the next day ("Fr 22:00-02:00; Sa 10:00-18:00"): the text knows.
    fn follow_past_midnight(&self, date: NaiveDate, hours: &mut [Hours]) {
        let Some(last) = hours.last_mut().filter(|last| last.to == MINUTES_A_DAY) else { return };
        let after = date.succ_opt().map(|next| self.stated(next)).unwrap_or_default();
        let tail = after.first().filter(|first| self.ends_a_night(first)).map(|first| first.to);
        let same_start = || self.hours.stretches.iter().filter(|(from, _)| *from == last.from);
        let stated = || {
            let stops_at_midnight = same_start().any(|(_, to)| *to == MINUTES_A_DAY);
            let nights = same_start().filter(|(_, to)| *to > MINUTES_A_DAY);
            if stops_at_midnight { None } else { nights.map(|(_, to)| to - MINUTES_A_DAY).min() }
        };
        last.to += tail.or_else(stated).unwrap_or_default();
    }

    fn ends_a_night(&self, hours: &Hours) -> bool {
        hours.from == 0 && self.hours.stretches.iter().any(|(_, to)| *to == hours.to + MINUTES_A_DAY)
    }
}

fn reaches_midnight(hours: &[Hours]) -> bool {
    hours.last().is_some_and(|last| last.to == MINUTES_A_DAY)
}
