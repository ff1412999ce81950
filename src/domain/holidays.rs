//! The public holidays of France, computed for any year. Knows nothing of who rests on them.
//!
//! Sources: Code du travail L3133-1 (the eleven days of the nation), L3134-13 (Alsace and Moselle),
//! L3422-2 with loi 83-550, décret 83-1003 and décret 2012-553 (abolition of slavery overseas).

use chrono::{Datelike, NaiveDate};

use super::code::code_enum;

code_enum! {
    /// A day that the law names a holiday.
    PublicHoliday {
        NewYear = "jour-de-l-an",
        /// Alsace and Moselle only. The law names the communes with a Protestant or mixed church;
        /// it is kept in all of the three départements.
        GoodFriday = "vendredi-saint",
        EasterMonday = "lundi-de-paques",
        LabourDay = "fete-du-travail",
        Victory1945 = "victoire-1945",
        Ascension = "ascension",
        WhitMonday = "lundi-de-pentecote",
        NationalDay = "fete-nationale",
        Assumption = "assomption",
        AllSaints = "toussaint",
        Armistice1918 = "armistice-1918",
        Christmas = "noel",
        /// Alsace and Moselle only.
        SecondChristmasDay = "lendemain-de-noel",
        /// Overseas only, on a date of each territory's own.
        AbolitionOfSlavery = "abolition-de-l-esclavage",
    }
}

/// The public holiday on a date in a territory (code of the département or collectivity: `26`,
/// `2A`, `972`). Law of today for every year; `None` outside the years 1 to 9999.
///
/// The labour codes of New Caledonia, Polynesia and Wallis and Futuna add days that are not known here.
pub fn public_holiday(date: NaiveDate, territory: &str) -> Option<PublicHoliday> {
    fixed(date).or_else(|| movable(date, territory)).or_else(|| local(date, territory))
}

/// The public holidays of a year in a territory, in order of date.
pub fn public_holidays(year: i32, territory: &str) -> Vec<(NaiveDate, PublicHoliday)> {
    let Some(first) = NaiveDate::from_ymd_opt(year, 1, 1) else { return Vec::new() };
    first
        .iter_days()
        .take_while(|day| day.year() == year)
        .filter_map(|day| Some((day, public_holiday(day, territory)?)))
        .collect()
}

/// Easter Sunday in the Gregorian calendar (Meeus, *Astronomical Algorithms*, chapter 8);
/// `None` outside the years 1 to 9999.
pub fn easter(year: i32) -> Option<NaiveDate> {
    let in_range = u32::try_from(year).ok().filter(|year| (1..=9999).contains(year))?;
    let golden = in_range % 19;
    let (century, of_century) = (in_range / 100, in_range % 100);
    let moon_drift = (century + 8) / 25;
    let epact = (19 * golden + century - century / 4 - (century - moon_drift + 1) / 3 + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let day = epact + to_sunday + 114 - 7 * late;
    NaiveDate::from_ymd_opt(year, day / 31, day % 31 + 1)
}

/// The days of the nation that keep their date.
fn fixed(date: NaiveDate) -> Option<PublicHoliday> {
    Some(match (date.month(), date.day()) {
        (1, 1) => PublicHoliday::NewYear,
        (5, 1) => PublicHoliday::LabourDay,
        (5, 8) => PublicHoliday::Victory1945,
        (7, 14) => PublicHoliday::NationalDay,
        (8, 15) => PublicHoliday::Assumption,
        (11, 1) => PublicHoliday::AllSaints,
        (11, 11) => PublicHoliday::Armistice1918,
        (12, 25) => PublicHoliday::Christmas,
        _ => return None,
    })
}

/// The days that follow Easter.
fn movable(date: NaiveDate, territory: &str) -> Option<PublicHoliday> {
    // Easter falls between 22 March and 25 April: most of the year needs no computing.
    if !(3..=6).contains(&date.month()) {
        return None;
    }
    let easter = easter(date.year())?;
    match (date - easter).num_days() {
        -2 if is_alsace_moselle(territory) => Some(PublicHoliday::GoodFriday),
        1 => Some(PublicHoliday::EasterMonday),
        39 => Some(PublicHoliday::Ascension),
        50 => Some(PublicHoliday::WhitMonday),
        _ => None,
    }
}

/// The days that one territory alone keeps.
fn local(date: NaiveDate, territory: &str) -> Option<PublicHoliday> {
    let day = (date.month(), date.day());
    if day == (12, 26) && is_alsace_moselle(territory) {
        return Some(PublicHoliday::SecondChristmasDay);
    }
    (abolition_of_slavery(date.year(), territory) == Some(day)).then_some(PublicHoliday::AbolitionOfSlavery)
}

/// Month and day on which a territory remembers the abolition of slavery.
fn abolition_of_slavery(year: i32, territory: &str) -> Option<(u32, u32)> {
    match territory {
        "971" => Some((5, 27)),
        "972" => Some((5, 22)),
        "973" => Some((6, 10)),
        "974" => Some((12, 20)),
        "976" => Some((4, 27)),
        "977" => Some((10, 9)),
        // Saint-Martin: moved by a day after loi 2017-256.
        "978" if year < 2018 => Some((5, 27)),
        "978" => Some((5, 28)),
        _ => None,
    }
}

fn is_alsace_moselle(territory: &str) -> bool {
    matches!(territory, "57" | "67" | "68")
}

#[cfg(test)]
mod tests {
    use chrono::Days;

    use super::*;

    fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    /// Easter Mondays as published, 2015 to 2035; the other days are derived from the law.
    const EASTER_MONDAYS: &[(i32, u32, u32)] = &[
        (2015, 4, 6),
        (2016, 3, 28),
        (2017, 4, 17),
        (2018, 4, 2),
        (2019, 4, 22),
        (2020, 4, 13),
        (2021, 4, 5),
        (2022, 4, 18),
        (2023, 4, 10),
        (2024, 4, 1),
        (2025, 4, 21),
        (2026, 4, 6),
        (2027, 3, 29),
        (2028, 4, 17),
        (2029, 4, 2),
        (2030, 4, 22),
        (2031, 4, 14),
        (2032, 3, 29),
        (2033, 4, 18),
        (2034, 4, 10),
        (2035, 3, 26),
    ];

    #[test]
    fn easter_is_where_the_published_calendars_have_it() {
        for &(year, month, day) in EASTER_MONDAYS {
            assert_eq!(easter(year), ymd(year, month, day).pred_opt(), "{year}");
        }
        // The earliest and the latest that can be.
        assert_eq!(easter(1818), Some(ymd(1818, 3, 22)));
        assert_eq!(easter(2038), Some(ymd(2038, 4, 25)));
        assert_eq!((easter(0), easter(-5), easter(10_000)), (None, None, None));
    }

    #[test]
    fn the_nation_has_eleven_days() {
        for &(year, month, day) in EASTER_MONDAYS {
            let monday = ymd(year, month, day);
            let mut expected = vec![
                (ymd(year, 1, 1), PublicHoliday::NewYear),
                (monday, PublicHoliday::EasterMonday),
                (ymd(year, 5, 1), PublicHoliday::LabourDay),
                (ymd(year, 5, 8), PublicHoliday::Victory1945),
                (monday + Days::new(38), PublicHoliday::Ascension),
                (monday + Days::new(49), PublicHoliday::WhitMonday),
                (ymd(year, 7, 14), PublicHoliday::NationalDay),
                (ymd(year, 8, 15), PublicHoliday::Assumption),
                (ymd(year, 11, 1), PublicHoliday::AllSaints),
                (ymd(year, 11, 11), PublicHoliday::Armistice1918),
                (ymd(year, 12, 25), PublicHoliday::Christmas),
            ];
            expected.sort();
            assert_eq!(public_holidays(year, "26"), expected, "{year}");
        }
    }

    #[test]
    fn territories_keep_days_of_their_own() {
        for (territory, day, holiday) in [
            ("67", ymd(2026, 4, 3), PublicHoliday::GoodFriday),
            ("57", ymd(2026, 12, 26), PublicHoliday::SecondChristmasDay),
            ("971", ymd(2026, 5, 27), PublicHoliday::AbolitionOfSlavery),
            ("972", ymd(2026, 5, 22), PublicHoliday::AbolitionOfSlavery),
            ("973", ymd(2026, 6, 10), PublicHoliday::AbolitionOfSlavery),
            ("974", ymd(2026, 12, 20), PublicHoliday::AbolitionOfSlavery),
            ("976", ymd(2026, 4, 27), PublicHoliday::AbolitionOfSlavery),
            ("977", ymd(2026, 10, 9), PublicHoliday::AbolitionOfSlavery),
            ("978", ymd(2017, 5, 27), PublicHoliday::AbolitionOfSlavery),
            ("978", ymd(2026, 5, 28), PublicHoliday::AbolitionOfSlavery),
        ] {
            assert_eq!(public_holiday(day, territory), Some(holiday), "{territory} {day}");
            assert_eq!(public_holiday(day, "26"), None, "{day}");
        }
        for (territory, count) in [("68", 13), ("972", 12), ("2A", 11), ("988", 11), ("", 11)] {
            assert_eq!(public_holidays(2026, territory).len(), count, "{territory}");
        }
    }

    #[test]
    fn two_holidays_on_one_day_are_one() {
        // Ascension fell on 1 May in 2008.
        assert_eq!(public_holiday(ymd(2008, 5, 1), "26"), Some(PublicHoliday::LabourDay));
        assert_eq!(public_holidays(2008, "26").len(), 10);
    }

    #[test]
    fn far_years_do_no_harm() {
        for day in [NaiveDate::MIN, NaiveDate::MAX] {
            let _ = public_holidays(day.year(), "67");
        }
        assert_eq!(public_holidays(i32::MAX, "26"), []);
    }
}
