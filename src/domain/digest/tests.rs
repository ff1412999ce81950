//! What stands where: tables for changes and windows, and that nothing is told twice.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc, Weekday};
use chrono_tz::Europe::Paris;
use proptest::prelude::*;

use super::*;
use crate::domain::event::{AttendanceMode, EventKind, EventStatus, RegistrationMode};
use crate::domain::period::instants_of;
use crate::domain::registration::RegistrationState;
use crate::domain::schedule::{OccurrenceKey, Span};
use crate::domain::subscription::{Rhythm, Timetable};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn evening(day: NaiveDateTime) -> Span {
    Span::Timed { start: day, end: day + TimeDelta::hours(2) }
}

fn date(event: i64, span: Span, announced_at: DateTime<Utc>) -> DigestDate {
    let (starts_at, ends_at) = instants_of(&span, Paris);
    DigestDate {
        name: DateName { event, key: OccurrenceKey::of(&span) },
        slug: String::new(),
        title: format!("Évènement {event}"),
        kind: EventKind::Workshop,
        brick: None,
        themes: Vec::new(),
        status: EventStatus::Planned,
        span,
        starts_at,
        ends_at,
        zone: Paris,
        mode: AttendanceMode::OnSite,
        price_cents: None,
        registration: RegistrationMode::None,
        repeats: false,
        announced_at,
        place_id: 1,
        place_slug: String::new(),
        place_name: "La Fabrique".to_owned(),
        commune: "Crest".to_owned(),
        territory: "26".to_owned(),
    }
}

#[test]
fn a_digest_lists_whole_days_until_the_next_comes() {
    let weekly = Timetable::usual(Paris);
    let morning = Timetable { rhythm: Rhythm::Daily, hour: 7, ..weekly };
    let evening = Timetable { rhythm: Rhythm::Daily, hour: 18, ..weekly };
    let monthly = Timetable { rhythm: Rhythm::Monthly, weekday: Weekday::Mon, hour: 9, ..weekly };
    for (timetable, now, first, last) in [
        // Sunday 22 November: from tomorrow to next Sunday.
        (weekly, "2026-11-22T17:00:00Z", "2026-11-23", "2026-11-29"),
        (morning, "2026-11-24T06:00:00Z", "2026-11-24", "2026-11-24"),
        (evening, "2026-11-24T17:00:00Z", "2026-11-25", "2026-11-25"),
        (monthly, "2026-11-02T08:00:00Z", "2026-11-02", "2026-12-06"),
    ] {
        // As if it had always come.
        let before = Window::of(
            &timetable,
            (at("2026-01-01T00:00:00Z"), at("2026-01-01T00:00:00Z")),
            at(now),
            at(now) - TimeDelta::minutes(1),
        );
        let window = Window::of(&timetable, (before.told_until, before.to), at(now), at(now));
        let days = (first.parse().unwrap(), last.parse().unwrap());
        assert_eq!(window.days(), days, "{timetable:?} at {now}");
    }
}

#[test]
fn only_what_changes_plans_is_news() {
    use EventStatus::{Cancelled, Full, Moved, MovedOnline, Planned, Postponed, Tentative};
    let (first, later) = ("2026-12-01T18:00:00", "2026-12-03T18:00:00");
    let span = |text: &str| evening(text.parse().unwrap());
    let from = span(first);
    for (was, is, to, news) in [
        (Planned, Planned, first, None),
        (Planned, Tentative, first, None),
        (Tentative, Planned, first, None),
        (Planned, Cancelled, first, Some(News::Cancelled)),
        (Postponed, Cancelled, first, Some(News::Cancelled)),
        (Cancelled, Cancelled, later, None),
        (Planned, Postponed, first, Some(News::Postponed)),
        (Postponed, Moved, later, Some(News::Moved { from })),
        (Cancelled, Planned, first, Some(News::Back)),
        (Planned, Moved, later, Some(News::Moved { from })),
        (Planned, MovedOnline, first, Some(News::Online)),
        (Planned, Full, first, Some(News::Full)),
        (Full, Planned, first, None),
    ] {
        let mut date = date(1, span(to), at("2026-11-01T09:00:00Z"));
        date.status = is;
        let was = Was { status: was, span: from, starts_at: at("2026-12-01T17:00:00Z") };
        let change = DateChange { made_at: at("2026-11-20T09:00:00Z"), was, date, is_gone: false };
        assert_eq!(change.news(), news, "{was:?} → {is:?}", was = change.was.status);
        let gone = DateChange { is_gone: true, ..change };
        assert_eq!(gone.news().is_some(), gone.was.status.takes_place());
    }
}

#[test]
fn a_reader_does_without_what_they_know_and_the_headings_above_it() {
    let name = |event: i64| DateName { event, key: OccurrenceKey::default() };
    let contents = Contents {
        changed: vec![Some(name(1)), None],
        week: vec![vec![name(2), name(3)], vec![name(4)]],
        fresh: vec![5, 6],
        goes_on: [false; 3],
    };
    let without = |going: &[i64], posted: &[i64]| {
        let (out, any) =
            contents.without(&going.iter().map(|n| name(*n)).collect(), &posted.iter().copied().collect());
        (out.iter().map(Part::to_string).collect::<Vec<_>>().join(" "), any)
    };
    assert_eq!(without(&[], &[]), (String::new(), true));
    assert_eq!(without(&[1, 9], &[5]), ("c1. n5".to_owned(), true));
    assert_eq!(without(&[2, 4], &[]), ("w1 d2. d4.".to_owned(), true));
    assert_eq!(without(&[2, 3, 4], &[5, 6]), ("w w0 w1 d2. d3. d4. n n5 n6".to_owned(), true));
    let empty = Contents::default().without(&BTreeSet::new(), &BTreeSet::new());
    assert_eq!((empty.0.len(), empty.1), (3, false));
}

/// An event of the story of the property: announced, perhaps changed, and takes place.
#[derive(Clone, Debug)]
struct Story {
    announced_h: i64,
    changed_h: Option<i64>,
    moved_h: i64,
    cancelled: bool,
    starts_h: i64,
    mine: bool,
}

fn story() -> impl Strategy<Value = Story> {
    (0..900_i64, proptest::option::of(0..900_i64), -100..300_i64, any::<bool>(), 0..1_400_i64, any::<bool>())
        .prop_map(|(announced_h, changed_h, moved_h, cancelled, starts_h, mine)| Story {
            announced_h,
            changed_h,
            moved_h,
            cancelled,
            starts_h,
            mine,
        })
}

impl Story {
    /// The date and what became of it, as they stand at an hour.
    fn at(&self, event: i64, begin: DateTime<Utc>, hour: i64) -> (Option<DigestDate>, Option<DateChange>) {
        let announced = begin + TimeDelta::hours(self.announced_h);
        if hour < self.announced_h {
            return (None, None);
        }
        let start = |hours: i64| (begin + TimeDelta::hours(hours)).naive_utc();
        let first = evening(start(self.starts_h));
        let mut date = date(event, first, announced);
        let was = Was { status: date.status, span: first, starts_at: date.starts_at };
        let Some(changed) = self.changed_h.filter(|at| *at > self.announced_h && *at <= hour) else {
            return (Some(date), None);
        };
        match self.cancelled {
            true => date.status = EventStatus::Cancelled,
            false => {
                let name = date.name.clone();
                date = self::date(event, evening(start(self.starts_h + self.moved_h)), announced);
                date.name = name;
            }
        }
        let made_at = begin + TimeDelta::hours(changed);
        (Some(date.clone()), Some(DateChange { made_at, was, date, is_gone: false }))
    }
}

proptest! {
    /// Over months of digests: no past event; no date twice in one mail; none listed in two, no change
    /// told twice, no event new twice; what takes place is told before it begins, once it was known in time.
    #[test]
    fn nothing_is_told_twice_and_nothing_is_lost(
        stories in proptest::collection::vec(story(), 1..12),
        rhythm in proptest::sample::select(vec![Rhythm::Daily, Rhythm::Weekly]),
        hour in proptest::sample::select(vec![0_u32, 7, 12, 18, 23]),
    ) {
        let begin = at("2026-03-01T00:00:00Z");
        let timetable = Timetable { rhythm, hour, ..Timetable::usual(Paris) };
        let (mut told, mut listed, mut due) = (begin, begin, timetable.next_after(begin).unwrap());
        // A date that was listed and then moved is listed again on its new day.
        let mut on_list: BTreeSet<(DateName, DateTime<Utc>)> = BTreeSet::new();
        let mut changes: BTreeSet<DateName> = BTreeSet::new();
        let mut fresh: BTreeSet<i64> = BTreeSet::new();
        while due < begin + TimeDelta::hours(1_400) {
            let hour = (due - begin).num_hours();
            let window = Window::of(&timetable, (told, listed), due, due);
            let mut material = Material::default();
            let mut registered = Vec::new();
            for (n, story) in stories.iter().enumerate() {
                let (date, change) = story.at(i64::try_from(n).unwrap(), begin, hour);
                material.changes.extend(change);
                let Some(date) = date else { continue };
                if date.status.takes_place() && date.ends_at > due {
                    material.announced.push(date.clone());
                }
                if story.mine {
                    registered.push(Registered { date: date.clone(), state: RegistrationState::Confirmed });
                }
                material.dates.push(date);
            }
            material.changes.sort_by_key(|change| change.made_at);
            let shared = Shared::of(&material, &Interests::default(), &window);
            let own = Own::of(&registered, &material.changes, &window);
            let (out, _) = shared.contents().without(&own.names, &BTreeSet::new());
            let mut in_mail: BTreeSet<DateName> = own.names.clone();
            for going in &own.going {
                if going.news.is_some() {
                    prop_assert!(changes.insert(going.date.name.clone()), "a change of mine twice");
                } else {
                    prop_assert!(on_list.insert((going.date.name.clone(), going.date.starts_at)), "mine twice");
                }
            }
            for one in &shared.changed {
                if !out.contains(&Part::Change(one.date.name.clone())) {
                    prop_assert!(in_mail.insert(one.date.name.clone()));
                    prop_assert!(changes.insert(one.date.name.clone()), "a change twice");
                }
            }
            for date in shared.week.iter().flat_map(|day| &day.dates) {
                prop_assert!(date.starts_at >= due, "past");
                if !out.contains(&Part::Date(date.name.clone())) {
                    prop_assert!(in_mail.insert(date.name.clone()), "twice in one mail");
                    prop_assert!(on_list.insert((date.name.clone(), date.starts_at)), "listed twice");
                }
            }
            for date in &shared.fresh {
                prop_assert!(in_mail.insert(date.name.clone()) || own.names.contains(&date.name));
                prop_assert!(fresh.insert(date.name.event), "new twice");
            }
            (told, listed) = (window.told_until, window.to);
            due = timetable.next_after(due).unwrap();
        }
        // Nothing that never changed and was known a month ahead went by in silence.
        for (n, story) in stories.iter().enumerate() {
            if story.changed_h.is_none() && story.starts_h - story.announced_h > 200 && story.starts_h > 200
                && story.starts_h < 1_100
            {
                let event = i64::try_from(n).unwrap();
                prop_assert!(on_list.iter().any(|(name, _)| name.event == event), "{story:?} was lost");
            }
        }
    }
}
