//! What a schedule is refused for.

use super::*;

fn fault(schedule: &Schedule) -> Option<ScheduleError> {
    validate(schedule).err()
}

#[test]
fn spans_end_after_they_start_and_not_too_late() {
    let paris = |span| validate_span(&span, Europe::Paris).err();
    for (span, expected) in [
        (timed("2026-03-05 18:30", "2026-03-05 20:30"), None),
        (timed("2026-03-05 22:00", "2026-03-06 02:00"), None),
        (timed("2026-03-05 18:30", "2026-03-05 18:30"), Some(ScheduleError::EndNotAfterStart)),
        (timed("2026-03-05 18:30", "2026-03-05 08:30"), Some(ScheduleError::EndNotAfterStart)),
        // 02:30 reads 03:30 on that night.
        (timed("2026-03-29 02:30", "2026-03-29 03:15"), Some(ScheduleError::EndNotAfterStart)),
        (timed("2026-03-01 08:00", "2026-04-01 08:00"), None),
        (timed("2026-03-01 08:00", "2026-04-02 08:00"), Some(ScheduleError::TooLong)),
        (all_day("2026-07-06", "2026-07-06"), None),
        (all_day("2026-07-06", "2026-07-05"), Some(ScheduleError::EndNotAfterStart)),
        (all_day("2028-01-01", "2028-12-31"), None),
        (all_day("2026-01-01", "2027-01-02"), Some(ScheduleError::TooLong)),
        (all_day("1969-12-31", "1970-01-01"), Some(ScheduleError::YearOutOfRange)),
        (timed("2100-12-31 20:00", "2101-01-01 02:00"), Some(ScheduleError::YearOutOfRange)),
        (all_day("2026-01-01", "+262142-12-31"), Some(ScheduleError::YearOutOfRange)),
    ] {
        assert_eq!(paris(span), expected, "{span:?}");
    }
}

#[test]
fn rules_and_ends_make_sense() {
    use ScheduleError::*;
    let monday = [Weekday::Mon];
    let dates = |dates: Vec<NaiveDate>| Rule::Dates { dates };
    for (rule, end, expected) in [
        (weekly(1, &monday), End::Never, None),
        (weekly(1, &[]), End::Never, Some(NoWeekday)),
        (weekly(0, &monday), End::Never, Some(EveryOutOfRange)),
        (Rule::Daily { every: 400 }, End::Never, None),
        (Rule::Daily { every: 401 }, End::Never, Some(EveryOutOfRange)),
        (Rule::Yearly { every: 0 }, End::Never, Some(EveryOutOfRange)),
        (Rule::MonthlyByDate { every: 1, day: 31 }, End::Never, None),
        (Rule::MonthlyByDate { every: 1, day: 32 }, End::Never, Some(DayOfMonthOutOfRange)),
        (Rule::MonthlyByDate { every: 1, day: 0 }, End::Never, Some(DayOfMonthOutOfRange)),
        (nth(1, &[(-1, Weekday::Mon), (5, Weekday::Sun)]), End::Never, None),
        (nth(1, &[(0, Weekday::Mon)]), End::Never, Some(NthOutOfRange)),
        (nth(1, &[(1, Weekday::Mon), (6, Weekday::Mon)]), End::Never, Some(NthOutOfRange)),
        (nth(1, &[(-2, Weekday::Mon)]), End::Never, Some(NthOutOfRange)),
        (nth(1, &[]), End::Never, Some(NoWeekday)),
        (dates(vec![]), End::Never, None),
        (dates(vec![date("2026-03-01")]), End::Never, Some(DateBeforeStart)),
        (dates(vec![date("2101-01-01")]), End::Never, Some(YearOutOfRange)),
        (dates(vec![date("2026-03-02"); 401]), End::Never, Some(TooManyDates)),
        (weekly(1, &monday), End::Count(1_000), None),
        (weekly(1, &monday), End::Count(0), Some(CountOutOfRange)),
        (weekly(1, &monday), End::Count(1_001), Some(CountOutOfRange)),
        (weekly(1, &monday), End::Until(date("2026-03-02")), None),
        (weekly(1, &monday), End::Until(date("2026-03-01")), Some(UntilBeforeStart)),
        (weekly(1, &monday), End::Until(date("2101-01-01")), Some(YearOutOfRange)),
    ] {
        let schedule = series(all_day("2026-03-02", "2026-03-02"), rule.clone(), end);
        assert_eq!(fault(&schedule), expected, "{rule:?} {end:?}");
    }
}

#[test]
fn absences_make_sense() {
    let with = |change: fn(&mut Recurrence)| {
        let mut schedule =
            series(all_day("2026-03-02", "2026-03-02"), weekly(1, &[Weekday::Mon]), End::Never);
        change(schedule.recurrence.as_mut().unwrap());
        fault(&schedule)
    };
    assert_eq!(with(|r| r.exclusions = vec![date("2026-03-09"); 401]), Some(ScheduleError::TooManyDates));
    assert_eq!(with(|r| r.pauses = vec![Pause { from: date("2026-07-01"), resumes: None }]), None);
    assert_eq!(
        with(|r| {
            r.pauses = vec![Pause { from: date("2026-07-01"), resumes: Some(date("2026-07-01")) }];
        }),
        Some(ScheduleError::PauseWithoutDays)
    );
}
