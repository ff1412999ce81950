//! Open or closed at a local time, and what comes next. Looks two weeks ahead, no further.

use std::sync::Arc;

use chrono::{Days, NaiveDateTime};

use super::day::Evaluation;
use super::{Calendar, DayNote, Hours, OpeningHours};

/// How far ahead a next opening is looked for.
const HORIZON_DAYS: u64 = 14;

/// What a visitor finds at the door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenState {
    /// `until`: `None` when it does not close within two weeks.
    Open { until: Option<NaiveDateTime> },
    /// `opens`: the next time it is certainly open, `None` when not within two weeks.
    /// `because`: what keeps it closed for this whole day.
    Closed { opens: Option<NaiveDateTime>, because: Option<DayNote> },
    /// Within hours that are not certain: a public holiday of which the text is silent, or hours
    /// with a comment ("sur rendez-vous").
    Unknown { note: Option<DayNote>, comment: Option<Arc<str>> },
}

impl OpenState {
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Open { .. })
    }
}

/// Hours on the time line; touching ones of one kind are joined.
struct Interval {
    start: NaiveDateTime,
    end: NaiveDateTime,
    hours: Hours,
    note: Option<DayNote>,
}

impl OpeningHours {
    /// What holds at this local time.
    pub fn state_at(&self, local: NaiveDateTime, calendar: &Calendar<'_>) -> OpenState {
        self.state_among(&self.intervals(local, calendar), local, calendar)
    }

    /// When [`state_at`](Self::state_at) stops being true; `None` when not within two weeks.
    /// Words such as "demain" also change at local midnight, which is not counted here.
    pub fn next_change(&self, local: NaiveDateTime, calendar: &Calendar<'_>) -> Option<NaiveDateTime> {
        change_among(&self.intervals(local, calendar), local)
    }

    /// [`state_at`](Self::state_at) and [`next_change`](Self::next_change) at the price of one.
    pub fn state_and_change(
        &self,
        local: NaiveDateTime,
        calendar: &Calendar<'_>,
    ) -> (OpenState, Option<NaiveDateTime>) {
        let intervals = self.intervals(local, calendar);
        (self.state_among(&intervals, local, calendar), change_among(&intervals, local))
    }

    /// Whether it is certainly open at this local time, without a look at what comes next.
    pub fn is_open_at(&self, local: NaiveDateTime, calendar: &Calendar<'_>) -> bool {
        let first = local.date().pred_opt().unwrap_or(local.date());
        let evaluation = Evaluation::new(self, *calendar, first, 2);
        first.iter_days().take(2).any(|date| {
            evaluation.day(date).hours.iter().filter(|hours| hours.certain).any(|hours| {
                let (start, end) = hours.on(date);
                start <= local && local < end
            })
        })
    }

    fn state_among(
        &self,
        intervals: &[Interval],
        local: NaiveDateTime,
        calendar: &Calendar<'_>,
    ) -> OpenState {
        let current = intervals.iter().find(|interval| interval.start <= local && local < interval.end);
        match current {
            Some(now) if now.hours.certain => {
                OpenState::Open { until: Some(now.end).filter(|end| *end < horizon(local)) }
            }
            Some(now) => OpenState::Unknown { note: now.note, comment: now.hours.comment.clone() },
            None => {
                let mut ahead = intervals.iter().filter(|next| next.start > local && next.hours.certain);
                OpenState::Closed {
                    opens: ahead.next().map(|next| next.start),
                    because: self.closing_note(local, calendar),
                }
            }
        }
    }

    fn intervals(&self, local: NaiveDateTime, calendar: &Calendar<'_>) -> Vec<Interval> {
        let first = local.date().pred_opt().unwrap_or(local.date());
        let evaluation = Evaluation::new(self, *calendar, first, HORIZON_DAYS + 2);
        let mut intervals: Vec<Interval> = Vec::new();
        for date in first.iter_days().take(HORIZON_DAYS as usize + 2) {
            // What is asked for is known once something certain that lies ahead is followed by a gap.
            if let [.., ahead, _] = intervals.as_slice()
                && ahead.start > local
                && ahead.hours.certain
            {
                break;
            }
            let day = evaluation.day(date);
            for hours in day.hours {
                let (start, end) = hours.on(date);
                match intervals.last_mut() {
                    Some(last) if last.end >= start && last.hours.same_kind(&hours) => {
                        last.end = last.end.max(end);
                    }
                    _ => intervals.push(Interval { start, end, hours, note: day.note }),
                }
            }
        }
        intervals
    }

    fn closing_note(&self, local: NaiveDateTime, calendar: &Calendar<'_>) -> Option<DayNote> {
        let today = Evaluation::new(self, *calendar, local.date(), 1).day(local.date());
        today.note.filter(|_| today.hours.is_empty())
    }
}

impl Hours {
    fn same_kind(&self, other: &Self) -> bool {
        (self.certain, &self.comment) == (other.certain, &other.comment)
    }
}

fn change_among(intervals: &[Interval], local: NaiveDateTime) -> Option<NaiveDateTime> {
    let ends = intervals.iter().flat_map(|interval| [interval.start, interval.end]);
    ends.filter(|end| *end > local && *end < horizon(local)).min()
}

/// The end of the last day looked at.
fn horizon(local: NaiveDateTime) -> NaiveDateTime {
    let last = local.date().checked_add_days(Days::new(HORIZON_DAYS + 1)).unwrap_or(local.date());
    last.and_time(chrono::NaiveTime::MIN)
}
