//! Every rule in both languages; no-break spaces are read as spaces.

use chrono::NaiveDateTime;
use chrono_tz::Tz;

use super::*;

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn plain(text: String) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn check_rule(value: Rule, french: &str, english: &str) {
    assert_eq!(rule(Locale::Fr, &value, on("2026-03-05")), french);
    assert_eq!(rule(Locale::En, &value, on("2026-03-05")), english);
}

fn weekly(every: u16, days: &[Weekday]) -> Rule {
    Rule::Weekly { every, days: days.to_vec() }
}

fn nths(every: u16, days: &[(i8, Weekday)]) -> Rule {
    let days = days.iter().map(|&(nth, weekday)| NthWeekday { nth, weekday }).collect();
    Rule::MonthlyByWeekday { every, days }
}

const ALL: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

#[test]
fn daily_and_weekly_rules() {
    use Weekday::{Sat, Thu, Tue};
    check_rule(Rule::Daily { every: 1 }, "tous les jours", "every day");
    check_rule(Rule::Daily { every: 2 }, "un jour sur deux", "every other day");
    check_rule(Rule::Daily { every: 10 }, "tous les 10 jours", "every 10 days");
    check_rule(weekly(1, &[Thu]), "tous les jeudis", "every Thursday");
    check_rule(weekly(2, &[Tue]), "un mardi sur deux", "every other Tuesday");
    check_rule(weekly(3, &[Tue]), "un mardi sur trois", "every third Tuesday");
    check_rule(weekly(4, &[Sat]), "toutes les 4 semaines, le samedi", "every 4 weeks, on Saturday");
    check_rule(weekly(1, &[Tue, Thu]), "tous les mardis et jeudis", "every Tuesday and Thursday");
    check_rule(
        weekly(2, &[Tue, Thu]),
        "toutes les deux semaines, le mardi et le jeudi",
        "every two weeks, on Tuesday and Thursday",
    );
    check_rule(
        weekly(1, &[Tue, Thu, Sat]),
        "tous les mardis, jeudis et samedis",
        "every Tuesday, Thursday and Saturday",
    );
    check_rule(weekly(1, &ALL[..5]), "du lundi au vendredi", "Monday to Friday");
    check_rule(weekly(1, &ALL), "tous les jours", "every day");
}

#[test]
fn monthly_and_yearly_rules() {
    use Weekday::{Fri, Mon, Sat, Thu};
    let by_date = |every, day| Rule::MonthlyByDate { every, day };
    check_rule(by_date(1, 15), "le 15 de chaque mois", "on the 15th of each month");
    check_rule(by_date(1, 1), "le 1er de chaque mois", "on the 1st of each month");
    check_rule(by_date(2, 22), "le 22, un mois sur deux", "on the 22nd of every other month");
    check_rule(by_date(3, 13), "le 13, tous les 3 mois", "on the 13th, every 3 months");
    check_rule(by_date(1, 31), "le 31 des mois qui en ont un", "on the 31st of each month that has one");
    check_rule(nths(1, &[(-1, Fri)]), "le dernier vendredi du mois", "on the last Friday of the month");
    check_rule(nths(1, &[(2, Sat)]), "le deuxième samedi du mois", "on the second Saturday of the month");
    check_rule(nths(1, &[(5, Sat)]), "le cinquième samedi du mois", "on the fifth Saturday of the month");
    check_rule(
        nths(1, &[(2, Sat), (4, Sat)]),
        "les 2e et 4e samedis du mois",
        "on the 2nd and 4th Saturdays of the month",
    );
    check_rule(
        nths(1, &[(1, Mon), (3, Thu)]),
        "le premier lundi et le troisième jeudi du mois",
        "on the first Monday and the third Thursday of the month",
    );
    check_rule(
        nths(2, &[(1, Mon)]),
        "le premier lundi du mois, un mois sur deux",
        "on the first Monday of every other month",
    );
    check_rule(Rule::Yearly { every: 1 }, "tous les ans, le 5 mars", "every year on 5 March");
    check_rule(Rule::Yearly { every: 2 }, "un an sur deux, le 5 mars", "every other year on 5 March");
}

#[test]
fn chosen_dates_are_listed_then_counted() {
    let few = Rule::Dates { dates: vec![on("2026-04-02"), on("2026-03-12"), on("2026-03-05")] };
    check_rule(few, "les 5 et 12 mars et le 2 avril 2026", "on 5 and 12 March and 2 April 2026");
    let many = Rule::Dates { dates: on("2026-03-06").iter_days().take(24).collect() };
    check_rule(many, "25 dates, du 5 au 29 mars 2026", "25 dates from 5 to 29 March 2026");
}

fn thursdays(end: End) -> Recurrence {
    Recurrence {
        rule: weekly(1, &[Weekday::Thu]),
        end,
        exclusions: Vec::new(),
        public_holidays: PublicHolidays::Keep,
        school_holidays: SchoolHolidays::Ignore,
        pauses: Vec::new(),
    }
}

fn check(recurrence: Recurrence, today: &str, french: &str, english: &str) {
    let at = |text| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    let span = Span::Timed { start: at("2026-03-05 18:30"), end: at("2026-03-05 20:30") };
    let value = Schedule { span, zone: Tz::Europe__Paris, recurrence: Some(recurrence) };
    assert_eq!(plain(schedule(Locale::Fr, &value, on(today))), french);
    assert_eq!(plain(schedule(Locale::En, &value, on(today))), english);
}

#[test]
fn limits_depend_on_today() {
    let until = End::Until(on("2026-05-07"));
    check(
        thursdays(until),
        "2026-03-10",
        "tous les jeudis, de 18 h 30 à 20 h 30, jusqu’au 7 mai 2026",
        "every Thursday, 18:30 to 20:30, until 7 May 2026",
    );
    check(
        thursdays(until),
        "2026-02-01",
        "tous les jeudis, de 18 h 30 à 20 h 30, du 5 mars au 7 mai 2026",
        "every Thursday, 18:30 to 20:30, from 5 March to 7 May 2026",
    );
    check(
        thursdays(End::Never),
        "2026-02-01",
        "tous les jeudis, de 18 h 30 à 20 h 30, à partir du 5 mars 2026",
        "every Thursday, 18:30 to 20:30, from 5 March 2026",
    );
    check(
        thursdays(End::Never),
        "2026-03-05",
        "tous les jeudis, de 18 h 30 à 20 h 30",
        "every Thursday, 18:30 to 20:30",
    );
    check(
        thursdays(End::Count(8)),
        "2026-02-01",
        "tous les jeudis, de 18 h 30 à 20 h 30, à partir du 5 mars 2026, 8 dates",
        "every Thursday, 18:30 to 20:30, from 5 March 2026, 8 dates",
    );
    let skipping = Recurrence { public_holidays: PublicHolidays::Skip, ..thursdays(End::Count(8)) };
    check(
        skipping,
        "2026-03-10",
        "tous les jeudis, de 18 h 30 à 20 h 30, 8 dates au plus, sauf jours fériés",
        "every Thursday, 18:30 to 20:30, at most 8 dates, except public holidays",
    );
}

#[test]
fn exceptions_that_are_over_are_not_said() {
    let both = Recurrence {
        public_holidays: PublicHolidays::Skip,
        school_holidays: SchoolHolidays::Skip,
        ..thursdays(End::Until(on("2026-05-07")))
    };
    check(
        both.clone(),
        "2026-03-10",
        "tous les jeudis, de 18 h 30 à 20 h 30, jusqu’au 7 mai 2026, sauf jours fériés et vacances scolaires",
        "every Thursday, 18:30 to 20:30, until 7 May 2026, except public holidays and school holidays",
    );
    let dates = vec![on("2026-03-26"), on("2026-03-05"), on("2026-04-02")];
    check(
        Recurrence { exclusions: dates, school_holidays: SchoolHolidays::Only, ..both },
        "2026-03-10",
        "tous les jeudis, de 18 h 30 à 20 h 30, jusqu’au 7 mai 2026, pendant les vacances scolaires, \
         sauf jours fériés, le 26 mars et le 2 avril 2026",
        "every Thursday, 18:30 to 20:30, until 7 May 2026, during school holidays, \
         except public holidays, 26 March and 2 April 2026",
    );
}

#[test]
fn pauses() {
    let summer = Pause { from: on("2026-06-29"), resumes: Some(on("2026-09-01")) };
    let open = Pause { from: on("2026-06-29"), resumes: None };
    let over = Pause { from: on("2025-06-29"), resumes: Some(on("2025-09-01")) };
    check(
        Recurrence { pauses: vec![over, summer], ..thursdays(End::Never) },
        "2026-03-10",
        "tous les jeudis, de 18 h 30 à 20 h 30 ; pas de séance du 29 juin au 31 août 2026, \
         reprise le 1er septembre 2026",
        "every Thursday, 18:30 to 20:30; no session from 29 June to 31 August 2026, \
         back on 1 September 2026",
    );
    assert_eq!(
        pause(Locale::Fr, &open),
        "pas de séance à partir du 29 juin 2026, reprise à une date à fixer"
    );
}

#[test]
fn several_days_say_how_long() {
    let span = Span::AllDay { first: on("2026-07-03"), last: on("2026-07-05") };
    let recurrence = Some(Recurrence { rule: Rule::Yearly { every: 1 }, ..thursdays(End::Never) });
    let value = Schedule { span, zone: Tz::Europe__Paris, recurrence };
    assert_eq!(
        plain(schedule(Locale::Fr, &value, on("2027-01-01"))),
        "tous les ans, le 3 juillet, pendant 3 jours"
    );
    assert_eq!(plain(schedule(Locale::En, &value, on("2027-01-01"))), "every year on 3 July, for 3 days");
    let once = Schedule { recurrence: None, ..value };
    assert_eq!(schedule(Locale::Fr, &once, on("2026-01-01")), "du vendredi 3 au dimanche 5 juillet 2026");
}
