//! Names of days and months, and ordinals. Tables rather than messages: an agenda of 80 rows
//! writes hundreds of them.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Locale;

const JOURS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const JOURS_COURTS: [&str; 7] = ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const DAYS_SHORT: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

const MOIS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const MOIS_COURTS: [&str; 12] =
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS_SHORT: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];

/// Whole or shortened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Long,
    Short,
}

pub(super) fn weekday(locale: Locale, form: Form, day: Weekday) -> &'static str {
    let names = match (locale, form) {
        (Locale::Fr, Form::Long) => &JOURS,
        (Locale::Fr, Form::Short) => &JOURS_COURTS,
        (Locale::En, Form::Long) => &DAYS,
        (Locale::En, Form::Short) => &DAYS_SHORT,
    };
    names.get(day.num_days_from_monday() as usize).copied().unwrap_or_default()
}

pub(super) fn month(locale: Locale, form: Form, date: NaiveDate) -> &'static str {
    let names = match (locale, form) {
        (Locale::Fr, Form::Long) => &MOIS,
        (Locale::Fr, Form::Short) => &MOIS_COURTS,
        (Locale::En, Form::Long) => &MONTHS,
        (Locale::En, Form::Short) => &MONTHS_SHORT,
    };
    names.get(date.month0() as usize).copied().unwrap_or_default()
}

/// "2e", "1er"; "2nd", "11th".
pub(super) fn ordinal(locale: Locale, n: u32) -> String {
    let ending = match (locale, n % 10, n % 100) {
        (Locale::Fr, ..) if n == 1 => "er",
        (Locale::Fr, ..) => "e",
        (Locale::En, _, 11..=13) => "th",
        (Locale::En, 1, _) => "st",
        (Locale::En, 2, _) => "nd",
        (Locale::En, 3, _) => "rd",
        (Locale::En, ..) => "th",
    };
    format!("{n}{ending}")
}
