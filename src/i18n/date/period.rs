//! Several days in a row, and several days apart: what they share is said once.

use chrono::{Datelike, NaiveDate, Weekday};

use super::super::{Locale, quantity};
use super::{Parts, push_date, written};

/// "du 2 au 8 mars 2026", "du 30 mars au 5 avril"; "from 2 to 8 March 2026". One day alone:
/// "le 2 mars 2026", "on 2 March 2026". Both ends included.
pub fn period(locale: Locale, first: NaiveDate, last: NaiveDate, with_year: bool) -> String {
    let (le, from) = match locale {
        Locale::Fr => ("le ", "du "),
        Locale::En => ("on ", "from "),
    };
    let mut out = String::with_capacity(48);
    out.push_str(if first == last { le } else { from });
    push_ends(&mut out, locale, (first, last), Parts { year: with_year, ..Parts::DAY });
    out
}

/// The ISO week of this date: "semaine du 2 au 8 mars 2026", "week of 2 to 8 March 2026".
pub fn week(locale: Locale, date: NaiveDate) -> String {
    let days = date.week(Weekday::Mon);
    let mut out = String::with_capacity(48);
    out.push_str(match locale {
        Locale::Fr => "semaine du ",
        Locale::En => "week of ",
    });
    let ends = (days.first_day(), days.last_day());
    push_ends(&mut out, locale, ends, Parts { year: true, ..Parts::DAY });
    out
}

/// "2 au 8 mars 2026": the first end without the month or year that the second says.
pub(super) fn push_ends(out: &mut String, locale: Locale, ends: (NaiveDate, NaiveDate), parts: Parts) {
    let (first, last) = ends;
    if first != last {
        let same_year = first.year() == last.year();
        let month = !(same_year && first.month() == last.month());
        push_date(out, locale, first, Parts { month, year: parts.year && !same_year, ..parts });
        out.push_str(match locale {
            Locale::Fr => " au ",
            Locale::En => " to ",
        });
    }
    push_date(out, locale, last, parts);
}

/// "les 5, 12 et 19 mars et le 2 avril 2026"; "5, 12 and 19 March and 2 April 2026".
/// The year is said once for all its dates. Dates in order.
pub fn dates(locale: Locale, dates: &[NaiveDate]) -> String {
    quantity::list(locale, &dates_by_month(locale, dates))
}

/// The items of [`dates`], one a month, for a longer list: "les 5, 12 et 19 mars", "le 2 avril 2026".
pub fn dates_by_month(locale: Locale, dates: &[NaiveDate]) -> Vec<String> {
    let months = || dates.chunk_by(|a, b| (a.year(), a.month()) == (b.year(), b.month()));
    let year = |month: &[NaiveDate]| month.first().map(Datelike::year);
    let following = months().skip(1).map(year).chain([None]);
    let with_next = months().zip(following);
    with_next.map(|(month, next)| one_month(locale, month, next != year(month))).collect()
}

fn one_month(locale: Locale, dates: &[NaiveDate], with_year: bool) -> String {
    let Some((last, others)) = dates.split_last() else { return String::new() };
    let article = match (locale, others.is_empty()) {
        (Locale::Fr, true) => "le ",
        (Locale::Fr, false) => "les ",
        (Locale::En, _) => "",
    };
    let number = Parts { month: false, ..Parts::DAY };
    let mut days: Vec<String> = others.iter().map(|date| written(locale, *date, number)).collect();
    days.push(written(locale, *last, Parts { year: with_year, ..Parts::DAY }));
    format!("{article}{}", quantity::list(locale, &days))
}
