//! Every kind of rule against the `rrule` crate, and what must hold of any schedule.

use chrono::{Datelike, Days, Duration, NaiveDateTime, TimeZone, Weekday};
use chrono_tz::{America, Europe, Indian, Tz};
use proptest::prelude::*;
use rrule::{Frequency, NWeekday, RRule, RRuleSet};

use super::*;
use crate::domain::period::{instant_of, local_of};
use crate::domain::schedule::{End, NthWeekday, Pause, PublicHolidays, Recurrence, Rule, SchoolHolidays};

fn weekday() -> impl Strategy<Value = Weekday> {
    (0_u8..7).prop_map(|n| Weekday::try_from(n).unwrap())
}

fn zone() -> impl Strategy<Value = Tz> {
    prop::sample::select(vec![Europe::Paris, Indian::Reunion, America::Miquelon])
}

/// Local starts from 2015 to 2029, at any minute: gaps and folds come up.
fn start() -> impl Strategy<Value = NaiveDateTime> {
    let epoch = NaiveDate::from_ymd_opt(2015, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap();
    let any = (0_i64..5_400, 0_i64..1_440).boxed();
    let night = (0_i64..5_400, 60_i64..240).boxed();
    prop_oneof![any, night]
        .prop_map(move |(day, minute)| epoch + Duration::days(day) + Duration::minutes(minute))
}

/// Rules that `rrule` knows (all but chosen dates).
fn rule() -> impl Strategy<Value = Rule> {
    let nth = (prop::sample::select(vec![1_i8, 2, 3, 4, 5, -1]), weekday())
        .prop_map(|(nth, weekday)| NthWeekday { nth, weekday });
    prop_oneof![
        (1_u16..10).prop_map(|every| Rule::Daily { every }),
        (1_u16..6, prop::collection::vec(weekday(), 1..5))
            .prop_map(|(every, days)| Rule::Weekly { every, days }),
        (1_u16..8, 1_u8..=31).prop_map(|(every, day)| Rule::MonthlyByDate { every, day }),
        (1_u16..8, prop::collection::vec(nth, 1..4))
            .prop_map(|(every, days)| Rule::MonthlyByWeekday { every, days }),
        (1_u16..4).prop_map(|every| Rule::Yearly { every }),
    ]
}

fn chosen_dates() -> impl Strategy<Value = Rule> {
    prop::collection::vec(16_500_u64..22_000, 0..8).prop_map(|days| Rule::Dates {
        dates: days.into_iter().map(|n| NaiveDate::default() + Days::new(n)).collect(),
    })
}

fn end() -> impl Strategy<Value = End> {
    prop_oneof![
        Just(End::Never),
        (16_436_u64..22_000).prop_map(|n| End::Until(NaiveDate::default() + Days::new(n))),
        (1_u32..40).prop_map(End::Count),
    ]
}

prop_compose! {
    fn recurrence()(
        rule in prop_oneof![4 => rule().boxed(), 1 => chosen_dates().boxed()],
        end in end(),
        excluded in prop::collection::vec(16_436_u64..22_000, 0..20),
        public_holidays in prop::sample::select(PublicHolidays::ALL),
        school_holidays in prop::sample::select(SchoolHolidays::ALL),
        pause in prop::option::of((16_436_u64..22_000, prop::option::of(1_u64..100))),
    ) -> Recurrence {
        let day = |n: u64| NaiveDate::default() + Days::new(n);
        let pauses = pause.map(|(from, days)| Pause { from: day(from), resumes: days.map(|n| day(from + n)) });
        Recurrence {
            rule,
            end,
            exclusions: excluded.into_iter().map(day).collect(),
            public_holidays,
            school_holidays,
            pauses: pauses.into_iter().collect(),
        }
    }
}

prop_compose! {
    fn schedule()(
        start in start(),
        minutes in 1_i64..3_000,
        all_day in any::<bool>(),
        zone in zone(),
        recurrence in prop::option::weighted(0.9, recurrence()),
    ) -> Schedule {
        let end = start + Duration::minutes(minutes);
        let span = if all_day {
            Span::AllDay { first: start.date(), last: end.date() }
        } else {
            Span::Timed { start, end }
        };
        Schedule { span, zone, recurrence }
    }
}

fn holidays() -> Holidays<'static> {
    Holidays { territory: "68", school_zone: Some(SchoolZone::B), school: SchoolCalendar::built_in() }
}

fn plain(rule: Rule, end: End) -> Option<Recurrence> {
    Some(Recurrence {
        rule,
        end,
        exclusions: vec![],
        public_holidays: PublicHolidays::Keep,
        school_holidays: SchoolHolidays::Ignore,
        pauses: vec![],
    })
}

/// The rule in the words of `rrule`.
fn in_rrule(rule: &Rule) -> RRule<rrule::Unvalidated> {
    match rule {
        Rule::Daily { every } => RRule::new(Frequency::Daily).interval(*every),
        Rule::Weekly { every, days } => RRule::new(Frequency::Weekly)
            .interval(*every)
            .week_start(Weekday::Mon)
            .by_weekday(days.iter().map(|day| NWeekday::Every(*day)).collect()),
        Rule::MonthlyByDate { every, day } => {
            RRule::new(Frequency::Monthly).interval(*every).by_month_day(vec![i8::try_from(*day).unwrap()])
        }
        Rule::MonthlyByWeekday { every, days } => RRule::new(Frequency::Monthly)
            .interval(*every)
            .by_weekday(days.iter().map(|day| NWeekday::Nth(day.nth.into(), day.weekday)).collect()),
        Rule::Yearly { every } => RRule::new(Frequency::Yearly).interval(*every),
        Rule::Dates { .. } => panic!("chosen dates are no rule"),
    }
}

/// Starts of a series of whole minutes, as `rrule` has them, DTSTART added where it leaves it out.
fn oracle(rule: &Rule, start: NaiveDateTime, zone: Tz, through: NaiveDate) -> Vec<DateTime<Utc>> {
    let first = rrule::Tz::from(zone).from_local_datetime(&start).earliest().unwrap();
    let rule = in_rrule(rule).validate(first).unwrap();
    let before = instant_of(through.and_hms_opt(23, 59, 59).unwrap(), zone);
    let set = RRuleSet::new(first).rrule(rule).before(before.with_timezone(&rrule::Tz::UTC));
    let mut dates: Vec<_> = set.all_unchecked().iter().map(|date| date.with_timezone(&Utc)).collect();
    if dates.first() != Some(&first.with_timezone(&Utc)) {
        dates.insert(0, first.with_timezone(&Utc));
    }
    dates
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn rules_give_what_the_rrule_crate_gives(rule in rule(), start in start(), zone in zone(), ahead in 0_u64..1_500) {
        // `rrule` cannot be given a start that the clocks pass over.
        prop_assume!(local_of(instant_of(start, zone), zone) == start);
        let through = start.date() + Days::new(ahead);
        let span = Span::Timed { start, end: start + Duration::minutes(90) };
        let schedule = Schedule { span, zone, recurrence: plain(rule.clone(), End::Never) };
        let ours: Vec<_> = expand(&schedule, &[], &holidays(), through).occurrences;
        let starts: Vec<_> = ours.iter().map(|o| o.starts_at).collect();
        prop_assert_eq!(starts, oracle(&rule, start, zone, through));
        let length = ours[0].ends_at - ours[0].starts_at;
        for occurrence in &ours {
            prop_assert_eq!(occurrence.ends_at - occurrence.starts_at, length);
            let Span::Timed { start, .. } = occurrence.original else { panic!("timed") };
            let key = OccurrenceKey::parse(&start.format("%Y%m%dT%H%M%S").to_string());
            prop_assert_eq!(Some(&occurrence.key), key.as_ref());
        }
    }

    #[test]
    fn whole_days_fall_on_the_dates_of_timed_events(rule in rule(), start in start(), more in 0_u64..5) {
        let through = start.date() + Days::new(900);
        let timed = Span::Timed { start: start.date().into(), end: (start.date() + Days::new(1)).into() };
        let whole = Span::AllDay { first: start.date(), last: start.date() + Days::new(more) };
        let dates = |span| {
            let schedule = Schedule { span, zone: Europe::Paris, recurrence: plain(rule.clone(), End::Never) };
            let occurrences = expand(&schedule, &[], &holidays(), through).occurrences;
            occurrences.iter().map(|o| o.key.date().unwrap()).collect::<Vec<_>>()
        };
        prop_assert_eq!(dates(timed), dates(whole));
    }

    #[test]
    fn count_and_until_cut_the_endless_series(rule in rule(), start in start(), count in 1_u32..30, ahead in 0_u64..900) {
        let through = start.date() + Days::new(900);
        let span = Span::Timed { start, end: start + Duration::minutes(90) };
        let until = start.date() + Days::new(ahead);
        let with_end = |end| {
            let schedule = Schedule { span, zone: Europe::Paris, recurrence: plain(rule.clone(), end) };
            expand(&schedule, &[], &holidays(), through).occurrences
        };
        let endless = with_end(End::Never);
        let counted = with_end(End::Count(count));
        prop_assert_eq!(&counted[..], &endless[..endless.len().min(count as usize)]);
        let mut cut = endless;
        cut.retain(|o| o.key.date().unwrap() <= until);
        prop_assert_eq!(with_end(End::Until(until)), cut);
    }

    #[test]
    fn a_later_horizon_only_appends(schedule in schedule(), near in 0_u64..2_000, more in 0_u64..2_000) {
        let first = NaiveDate::from_ymd_opt(2016, 1, 1).unwrap();
        let (near, far) = (first + Days::new(near), first + Days::new(near + more));
        let short = expand(&schedule, &[], &holidays(), near);
        let long = expand(&schedule, &[], &holidays(), far);
        prop_assert!(long.occurrences.starts_with(&short.occurrences));
        prop_assert!(long.skipped.starts_with(&short.skipped));
        prop_assert_eq!(expand(&schedule, &[], &holidays(), far), long);
    }

    #[test]
    fn dates_are_sorted_unique_and_skipped_or_kept(schedule in schedule(), ahead in 0_u64..4_000) {
        let through = NaiveDate::from_ymd_opt(2016, 1, 1).unwrap() + Days::new(ahead);
        let expansion = expand(&schedule, &[], &holidays(), through);
        let kept: Vec<_> = expansion.occurrences.iter().map(|o| &o.key).collect();
        let skipped: Vec<_> = expansion.skipped.iter().map(|s| &s.key).collect();
        for keys in [&kept, &skipped] {
            prop_assert!(keys.windows(2).all(|pair| pair[0] < pair[1]));
        }
        prop_assert!(skipped.iter().all(|key| !kept.contains(key)));
        prop_assert!(!kept.is_empty() || !skipped.is_empty());
        for occurrence in &expansion.occurrences {
            prop_assert!(occurrence.starts_at < occurrence.ends_at);
            prop_assert_eq!(occurrence.span, occurrence.original);
        }
        for skipped in &expansion.skipped {
            prop_assert_eq!(skipped.key.date(), Some(skipped.date));
        }
    }

    #[test]
    fn skipping_takes_dates_away_and_moves_none(schedule in schedule()) {
        let through = NaiveDate::from_ymd_opt(2031, 1, 1).unwrap();
        let mut bare = schedule.clone();
        bare.recurrence = bare.recurrence.and_then(|r| plain(r.rule, r.end));
        let all: Vec<_> =
            expand(&bare, &[], &holidays(), through).occurrences.into_iter().map(|o| o.key).collect();
        let expansion = expand(&schedule, &[], &holidays(), through);
        let mut both: Vec<_> = expansion.occurrences.into_iter().map(|o| o.key).collect();
        both.extend(expansion.skipped.into_iter().map(|s| s.key));
        both.sort();
        prop_assert_eq!(both, all);
    }

    #[test]
    fn what_is_valid_is_shorter_than_the_longest(schedule in schedule()) {
        prop_assume!(validate(&schedule).is_ok());
        let through = NaiveDate::from_ymd_opt(2022, 1, 1).unwrap();
        for occurrence in expand(&schedule, &[], &holidays(), through).occurrences {
            prop_assert!(occurrence.ends_at - occurrence.starts_at < Duration::days(LONGEST_DAYS));
            prop_assert!((2015..2030).contains(&occurrence.key.date().unwrap().year()));
        }
    }
}
