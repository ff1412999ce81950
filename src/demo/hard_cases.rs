//! What was planted because it is hard to show, to repeat or to publish. Each case is listed with
//! the address where it can be looked at; the events themselves are in `hard_events`.

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::events::{bare, in_office_hours, publish};
use super::random::Random;
use super::texts::texts;
use super::window::{Site, Window, plus};
use super::{DemoSet, hard_places};
use crate::domain::event::{EventDraft, EventKind};
use crate::domain::place::PlaceDraft;
use crate::domain::schedule::{Recurrence, Schedule, Span};
use crate::domain::slug::Slug;

/// Something hard that was planted, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HardCase {
    /// A few words in English joined by hyphens, for the person who runs the command.
    pub label: &'static str,
    /// Path of its page.
    pub path: String,
}

/// Plants hard cases in a set.
pub(super) struct Planter<'a> {
    pub seed: u64,
    pub window: &'a Window,
    /// The place of what is made, and that of what is celebrated.
    pub lab: &'a Site,
    pub hall: &'a Site,
    /// The place beside which others are planted.
    pub near: &'a PlaceDraft,
    pub set: &'a mut DemoSet,
}

impl Planter<'_> {
    pub fn plant(mut self) {
        self.plant_events();
        for (label, place) in hard_places::near(self.near, self.window.today) {
            self.list(label, format!("/lieux/{}", place.slug));
            if let Some(closed_on) = place.closed_on {
                self.last_evenings(&Site::of(&place, label.to_owned(), 0.0), closed_on);
            }
            self.set.places.push(place);
        }
    }

    /// The past events of a place that has closed.
    fn last_evenings(&mut self, site: &Site, closed_on: NaiveDate) {
        let [title, text, _] = texts().case("closed-place-event");
        for weeks in 1..=4 {
            let span = timed(plus(closed_on, -7 * weeks), (18, 30), 120);
            let mut draft =
                bare(title, EventKind::Drinks, Schedule { span, zone: site.zone, recurrence: None });
            draft.description = text.to_owned();
            self.push(site, &format!("closed:{weeks}"), draft);
        }
    }

    /// The day so many days after Monday of this week.
    pub fn day(&self, after_monday: i64) -> NaiveDate {
        plus(self.window.monday(), after_monday)
    }

    pub fn one_off(
        &mut self,
        case: &'static str,
        site: &Site,
        kind: EventKind,
        span: Span,
        change: impl FnOnce(&mut EventDraft),
    ) {
        self.add(case, site, kind, Schedule { span, zone: site.zone, recurrence: None }, change);
    }

    pub fn series(
        &mut self,
        case: &'static str,
        site: &Site,
        span: Span,
        recurrence: Recurrence,
        change: impl FnOnce(&mut EventDraft),
    ) {
        let schedule = Schedule { span, zone: site.zone, recurrence: Some(recurrence) };
        self.add(case, site, EventKind::Workshop, schedule, change);
    }

    fn add(
        &mut self,
        case: &'static str,
        site: &Site,
        kind: EventKind,
        schedule: Schedule,
        change: impl FnOnce(&mut EventDraft),
    ) {
        let [title, description, note] = texts().case(case);
        let mut draft = bare(title, kind, schedule);
        draft.description = description.to_owned();
        draft.status_note = note.to_owned();
        draft.price_cents = Some(0);
        change(&mut draft);
        self.list(case, format!("/evenements/{}", Slug::from_title(title, "evenement")));
        self.push(site, case, draft);
    }

    pub fn push(&mut self, site: &Site, name: &str, draft: EventDraft) {
        let mut random = Random::of(self.seed, &format!("hard:{name}"));
        self.set.events.push(publish(&mut random, site.slug.clone(), draft, self.window.today));
    }

    /// Takes the event pushed last out of the agenda, some days ago.
    pub fn withdraw_last(&mut self, days_ago: i64) {
        let at =
            in_office_hours(&mut Random::of(self.seed, "hard:withdrawn"), plus(self.window.today, -days_ago));
        if let Some(event) = self.set.events.last_mut() {
            event.created_at = event.created_at.min(at);
            event.changed_at = at;
            event.withdrawn_at = Some(at);
        }
    }

    pub fn list(&mut self, label: &'static str, path: String) {
        self.set.hard_cases.push(HardCase { label, path });
    }
}

/// From a local time on, so many minutes on the clock.
pub(super) fn timed(date: NaiveDate, (hour, minute): (u32, u32), minutes: i64) -> Span {
    let start = date.and_time(NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or(NaiveTime::MIN));
    Span::Timed { start, end: start + TimeDelta::minutes(minutes) }
}
