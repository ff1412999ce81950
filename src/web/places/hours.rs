//! Opening hours as a page shows them: every week in words, this week as a table, and the next
//! public holiday before it surprises anybody.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::page::{Hours, HoursLine};
use crate::domain::holidays::public_holiday;
use crate::domain::opening_hours::{Calendar, DayHours, DayNote, OpeningHours};
use crate::i18n::opening::{self, WeekRow};
use crate::i18n::{self, Locale, date};
use crate::store::places::PlaceRow;
use crate::web::door::{self, Doors, Where};
use crate::web::wording::{capitalised, said};

/// How far ahead of this week a public holiday is announced.
const ANNOUNCED_DAYS: usize = 14;

/// The hours of a place; `None` when it has not said any. What cannot be read is shown as typed.
pub fn of_place(locale: Locale, doors: &Doors, place: &PlaceRow) -> Option<Hours> {
    if place.opening_hours.is_empty() {
        return None;
    }
    let Some(hours) = door::read(&place.opening_hours) else {
        return Some(Hours { words: place.opening_hours.clone(), days: Vec::new(), note: String::new() });
    };
    let at = Where::from(place);
    let today = doors.local(at).date();
    Some(doors.with_calendar(at, |calendar| told(locale, &hours, &place.territory, today, calendar)))
}

/// Hours without a calendar, for a brick: "Lundi : 9 h–12 h ; samedi : fermé". Empty: not said.
pub fn in_words(locale: Locale, text: &str) -> String {
    match door::read(text) {
        None => text.to_owned(),
        Some(hours) => match hours.regular_week() {
            Some(week) => sentence(locale, opening::regular_week(locale, &week)),
            None => text.to_owned(),
        },
    }
}

fn told(
    locale: Locale,
    hours: &OpeningHours,
    territory: &str,
    today: NaiveDate,
    calendar: &Calendar<'_>,
) -> Hours {
    let monday = today.week(Weekday::Mon).first_day();
    let days = hours.week(monday, calendar);
    let line = |day: &DayHours| HoursLine {
        day: date::weekday(locale, day.date.weekday()).to_owned(),
        hours: on_day(locale, day, territory),
        today: day.date == today,
    };
    let usual = hours.regular_week().map(|week| opening::regular_week(locale, &week));
    // When every week is like the table, the table says it all.
    let is_exceptional = days.iter().any(|day| day.note.is_some());
    Hours {
        words: usual.filter(|_| is_exceptional).map(|rows| sentence(locale, rows)).unwrap_or_default(),
        days: days.iter().map(line).collect(),
        note: holiday_ahead(locale, hours, territory, monday + Days::new(7), calendar),
    }
}

/// "9 h–12 h", "fermé (Fête nationale)".
fn on_day(locale: Locale, day: &DayHours, territory: &str) -> String {
    let hours = opening::hours(locale, &day.hours);
    let note = match day.note {
        None => return hours,
        Some(DayNote::Closure) => opening::note(locale, DayNote::Closure),
        Some(note) => {
            let name = public_holiday(day.date, territory);
            let name = name.map(|holiday| i18n::text(locale, &format!("public-holiday-{}", holiday.code())));
            match (note, name) {
                (DayNote::PublicHoliday, Some(name)) => name,
                (_, Some(name)) => said(locale, "hours-unconfirmed", [("holiday", name)]),
                (note, None) => opening::note(locale, note),
            }
        }
    };
    said(locale, "hours-with-note", [("hours", hours), ("note", note)])
}

/// "Mardi 14 juillet : fermé (Fête nationale)". Empty: none in the two weeks from `from` on.
fn holiday_ahead(
    locale: Locale,
    hours: &OpeningHours,
    territory: &str,
    from: NaiveDate,
    calendar: &Calendar<'_>,
) -> String {
    let mut days = from.iter_days().take(ANNOUNCED_DAYS);
    let Some(holiday) = days.find(|day| public_holiday(*day, territory).is_some()) else {
        return String::new();
    };
    let day = hours.day(holiday, calendar);
    // A day that is closed anyway surprises nobody.
    if day.note.is_none() {
        return String::new();
    }
    let args = [("day", date::day(locale, holiday)), ("hours", on_day(locale, &day, territory))];
    capitalised(&said(locale, "hours-on-day", args))
}

/// "Du lundi au vendredi : 9 h–18 h ; samedi : 10 h–12 h", without the days that are closed.
fn sentence(locale: Locale, rows: Vec<WeekRow>) -> String {
    let closed = i18n::text(locale, "opening-closed");
    let open = rows.into_iter().filter(|row| row.hours != closed);
    let parts: Vec<String> =
        open.map(|row| said(locale, "hours-on-day", [("day", row.days), ("hours", row.hours)])).collect();
    capitalised(&parts.join(&i18n::text(locale, "recurrence-semicolon")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn week(text: &str, today: &str) -> Hours {
        let hours = OpeningHours::parse(text).unwrap();
        let public = |date| public_holiday(date, "26").is_some();
        let calendar = Calendar { public_holiday: &public, ..Calendar::PLAIN };
        told(Locale::Fr, &hours, "26", today.parse().unwrap(), &calendar)
    }

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn a_week_names_its_public_holidays() {
        let hours = week("Mo-Fr 09:00-18:00; PH off", "2026-07-16");
        let days: Vec<String> = hours.days.iter().map(|line| plain(&line.hours)).collect();
        assert_eq!(days[0], "9 h–18 h");
        assert_eq!(days[1], "fermé (Fête nationale)");
        assert_eq!(days[5], "fermé");
        assert_eq!(hours.days.iter().position(|line| line.today), Some(3));
        assert_eq!(plain(&hours.words), "Du lundi au vendredi : 9 h–18 h");
        assert_eq!(hours.note, "");
    }

    #[test]
    fn a_holiday_is_announced_and_an_ordinary_week_is_its_table() {
        let hours = week("Mo-Fr 09:00-18:00", "2026-07-08");
        assert_eq!(plain(&hours.note), "Mardi 14 juillet : 9 h–18 h (Fête nationale, à vérifier)");
        assert_eq!(hours.words, "");
    }

    #[test]
    fn a_brick_says_its_hours_in_words() {
        assert_eq!(
            plain(&in_words(Locale::Fr, "We 17:00-21:00; Sa 14:00-18:00")),
            "Mercredi : 17 h–21 h ; samedi : 14 h–18 h"
        );
        assert_eq!(in_words(Locale::Fr, ""), "");
        assert_eq!(in_words(Locale::Fr, "quand on veut"), "quand on veut");
    }
}
