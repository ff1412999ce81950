//! The events that are hard to show, to repeat or to publish: one line of thought each.

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use super::events::bare;
use super::exceptions::shifted;
use super::hard_cases::{Planter, timed};
use super::series::{begins, next_weekday};
use super::texts::texts;
use super::window::plus;
use crate::domain::event::{
    AttendanceMode, EventDraft, EventKind, EventStatus, Override, RegistrationMode, Theme,
};
use crate::domain::recurrence::{PlannedOccurrence, expand};
use crate::domain::schedule::{
    End, NthWeekday, Pause, PublicHolidays, Recurrence, Rule, Schedule, SchoolHolidays, Span,
};

const WEEK: i64 = 7;

impl Planter<'_> {
    pub(super) fn plant_events(&mut self) {
        self.spans();
        self.seats_and_rooms();
        self.forty_on_one_day();
        self.regular();
        self.rare();
        self.every_date_differs();
        self.statuses();
        self.words();
    }

    fn spans(&mut self) {
        let (lab, hall) = (self.lab, self.hall);
        let night = timed(self.day(11), (20, 0), 6 * 60);
        self.one_off("over-midnight", lab, EventKind::Workshop, night, |_| {});
        let day = Span::AllDay { first: self.day(19), last: self.day(19) };
        self.one_off("all-day", hall, EventKind::OpenDay, day, |_| {});
        let camp = Span::AllDay { first: self.day(21), last: self.day(24) };
        self.one_off("four-day-camp", lab, EventKind::Workshop, camp, |draft| {
            draft.themes = vec![Theme::Youth];
            draft.capacity = Some(12);
            draft.registration = RegistrationMode::Open;
        });
        // 02:30 does not exist on that day.
        let gap = timed(next_last_sunday_of_march(self.window.today), (2, 30), 150);
        self.one_off("gap-hour", lab, EventKind::Drinks, gap, |_| {});
        let call = timed(self.day(17), (18, 0), 60);
        self.one_off("overseas-online", hall, EventKind::Talk, call, |draft| {
            draft.schedule.zone = chrono_tz::Indian::Reunion;
            connect(draft, AttendanceMode::Online);
        });
        let coffee = timed(self.day(15), (9, 0), 90);
        self.one_off("hybrid", hall, EventKind::Networking, coffee, |draft| {
            connect(draft, AttendanceMode::Hybrid);
        });
    }

    fn seats_and_rooms(&mut self) {
        let (lab, hall) = (self.lab, self.hall);
        let hour = timed(self.day(10), (17, 0), 60);
        self.one_off("one-seat", lab, EventKind::Workshop, hour, |draft| {
            draft.capacity = Some(1);
            draft.registration = RegistrationMode::OnApproval;
        });
        let market = timed(self.day(33), (10, 0), 8 * 60);
        self.one_off("no-limit", hall, EventKind::Networking, market, |draft| draft.capacity = None);
        for case in ["same-room-a", "same-room-b"] {
            let hours = timed(self.day(9), (14, 0), 120);
            self.one_off(case, lab, EventKind::Workshop, hours, |draft| {
                draft.room = texts().rooms.first().cloned().unwrap_or_default();
            });
        }
    }

    fn forty_on_one_day(&mut self) {
        let hall = self.hall;
        let [title, text, _] = texts().case("forty-a-day");
        for n in 0..40 {
            let span = shifted(timed(self.day(26), (8, 0), 15), TimeDelta::minutes(15 * n));
            let schedule = Schedule { span, zone: hall.zone, recurrence: None };
            let mut draft =
                bare(&title.replace("{n}", &(n + 1).to_string()), EventKind::Permanence, schedule);
            draft.description = text.to_owned();
            self.push(hall, &format!("forty-a-day:{n}"), draft);
        }
        self.list("forty-a-day", format!("/lieux/{}", hall.slug));
    }

    fn regular(&mut self) {
        let (lab, hall) = (self.lab, self.hall);
        let weekly = |day| for_ever(Rule::Weekly { every: 1, days: vec![day] });
        let fridays = timed(self.day(4 - 260 * WEEK), (12, 30), 60);
        self.series("five-years", lab, fridays, weekly(Weekday::Fri), |_| {});
        let sundays = timed(self.day(6 - 60 * WEEK), (9, 30), 60);
        self.series("both-changes-of-hour", hall, sundays, weekly(Weekday::Sun), |_| {});
        let choir = timed(self.day(1 - 12 * WEEK), (19, 0), 90);
        self.series("cancelled-series", hall, choir, weekly(Weekday::Tue), |draft| {
            draft.status = EventStatus::Cancelled;
        });
        let market = timed(self.day(5 - 6 * WEEK), (10, 0), 180);
        let pause = Pause { from: plus(self.window.today, 10), resumes: None };
        let paused = Recurrence { pauses: vec![pause], ..weekly(Weekday::Sat) };
        self.series("paused", hall, market, paused, |draft| draft.status = EventStatus::Planned);
    }

    fn rare(&mut self) {
        let (lab, hall) = (self.lab, self.hall);
        let chosen = Rule::Dates { dates: [21, 42, 63].map(|days| self.day(days)).to_vec() };
        let films = timed(self.day(12), (20, 30), 120);
        self.series("chosen-dates", hall, films, for_ever(chosen), |_| {});
        let first_31st = self.window.first.iter_days().find(|day| day.day() == 31);
        let stock = timed(first_31st.unwrap_or(self.window.first), (17, 0), 60);
        self.series("monthly-31", lab, stock, for_ever(Rule::MonthlyByDate { every: 1, day: 31 }), |_| {});
        self.school_holidays_alone();
    }

    /// Nothing where no school holidays are known.
    fn school_holidays_alone(&mut self) {
        let holidays = self.lab.holidays();
        let free_thursday = |day: &NaiveDate| {
            let zone = holidays.school_zone.filter(|_| day.weekday() == Weekday::Thu);
            zone.is_some_and(|zone| holidays.school.period_on(zone, *day).is_some())
        };
        let Some(first) = self.window.first.iter_days().take(366).find(free_thursday) else { return };
        let only = Recurrence {
            school_holidays: SchoolHolidays::Only,
            ..for_ever(Rule::Weekly { every: 1, days: vec![Weekday::Thu] })
        };
        self.series("only-school-holidays", self.lab, timed(first, (14, 0), 120), only, |_| {});
    }

    fn every_date_differs(&mut self) {
        let hall = self.hall;
        let days = [1, -1].map(|nth| NthWeekday { nth, weekday: Weekday::Wed }).to_vec();
        let rule = Rule::MonthlyByWeekday { every: 1, days };
        let first = self.day(0).iter_days().find(|day| begins(&rule, *day)).unwrap_or_else(|| self.day(2));
        let recurrence = Recurrence { end: End::Count(9), ..for_ever(rule) };
        let span = timed(first, (18, 0), 120);
        let schedule = Schedule { span, zone: hall.zone, recurrence: Some(recurrence.clone()) };
        let dates = expand(&schedule, &[], &hall.holidays(), plus(first, 366)).occurrences;
        self.series("every-date-differs", hall, span, recurrence, |draft| {
            draft.overrides = (0..).zip(dates).map(|(n, date)| otherwise(n, &date)).collect();
        });
    }

    fn statuses(&mut self) {
        let hall = self.hall;
        for (days, case, status) in [
            (12, "to-be-confirmed", EventStatus::Tentative),
            (13, "full", EventStatus::Full),
            (14, "moved-online", EventStatus::MovedOnline),
            (16, "postponed", EventStatus::Postponed),
            (18, "cancelled", EventStatus::Cancelled),
            (20, "moved", EventStatus::Moved),
        ] {
            let evening = timed(self.day(days), (18, 30), 120);
            self.one_off(case, hall, EventKind::Networking, evening, |draft| {
                draft.status = status;
                draft.capacity = Some(8);
                draft.registration = RegistrationMode::Open;
                if status == EventStatus::MovedOnline {
                    connect(draft, AttendanceMode::Online);
                }
            });
        }
        let quiz = timed(self.day(8), (20, 0), 120);
        self.one_off("withdrawn", hall, EventKind::Drinks, quiz, |_| {});
        self.withdraw_last(5);
    }

    fn words(&mut self) {
        let hall = self.hall;
        for (days, case) in [
            (22, "html"),
            (23, "right-to-left"),
            (24, "emoji"),
            (25, "only-emoji"),
            (27, "long-word"),
            (28, "long-text"),
        ] {
            let evening = timed(self.day(days), (18, 0), 90);
            self.one_off(case, hall, EventKind::Talk, evening, |draft| {
                if case == "long-text" {
                    draft.description = texts().long_text.repeat(250);
                }
            });
        }
    }
}

fn connect(draft: &mut EventDraft, mode: AttendanceMode) {
    draft.mode = mode;
    draft.online_url = "https://visio.exemple.invalid/grande-salle".to_owned();
}

fn for_ever(rule: Rule) -> Recurrence {
    Recurrence {
        rule,
        end: End::Never,
        exclusions: Vec::new(),
        public_holidays: PublicHolidays::Keep,
        school_holidays: SchoolHolidays::Ignore,
        pauses: Vec::new(),
    }
}

/// The n-th way in which one date can differ from its series; the ninth is as the series.
fn otherwise(n: u32, date: &PlannedOccurrence) -> Override {
    let first = |of: &[String]| of.first().cloned();
    let (title, room) = (|| Some(texts().special_title.clone()), || texts().rooms.last().cloned());
    let status = |status, of| (Some(status), first(of));
    let plain = Override { key: date.key.clone(), ..Override::default() };
    let moved = |by| Some(shifted(date.span, by));
    let (moved_hour, moved_day) = (&texts().moved_hour, &texts().moved_day);
    match n {
        0 => Override { title: title(), ..plain },
        1 => Override { room: room(), note: first(&texts().other_room), ..plain },
        2 => Override { capacity: Some(3), ..plain },
        3 => Override { status: Some(EventStatus::Full), ..plain },
        4 => {
            let (status, note) = status(EventStatus::Moved, moved_hour);
            Override { span: moved(TimeDelta::hours(1)), status, note, ..plain }
        }
        5 => {
            let (status, note) = status(EventStatus::Cancelled, &texts().cancelled);
            Override { status, note, ..plain }
        }
        6 => {
            let (status, note) = status(EventStatus::Moved, moved_day);
            let span = moved(TimeDelta::days(1));
            Override { span, title: title(), room: room(), capacity: Some(40), status, note, ..plain }
        }
        7 => Override { status: Some(EventStatus::Tentative), ..plain },
        _ => plain,
    }
}

/// The last Sunday of the next March: clocks go forward.
fn next_last_sunday_of_march(today: NaiveDate) -> NaiveDate {
    let of_year = |year| NaiveDate::from_ymd_opt(year, 3, 25).map(|day| next_weekday(day, Weekday::Sun));
    of_year(today.year()).filter(|day| *day >= today).or_else(|| of_year(today.year() + 1)).unwrap_or(today)
}
