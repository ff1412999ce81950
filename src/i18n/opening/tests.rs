//! Real texts, said in both languages; no-break spaces are read as spaces.

use chrono::{Datelike, Days};

use super::*;
use crate::domain::opening_hours::{Calendar, OpeningHours};

const CAFE: &str = "Tu-Fr 09:00-12:00,14:00-18:00; Sa 20:00-02:00; PH off";

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// 1 May and Christmas.
fn holiday(date: NaiveDate) -> bool {
    matches!((date.month(), date.day()), (5, 1) | (12, 25))
}

fn check(hours: &str, now: &str, french: &str, english: &str) {
    let hours = OpeningHours::parse(hours).unwrap();
    let closures = [on("2026-08-03")..=on("2026-08-23")];
    let calendar = Calendar { public_holiday: &holiday, closures: &closures, ..Calendar::PLAIN };
    let now = at(now);
    let found = hours.state_at(now, &calendar);
    assert_eq!(plain(&state(Locale::Fr, &found, now)), french);
    assert_eq!(plain(&state(Locale::En, &found, now)), english);
}

#[test]
fn the_door_now() {
    check(CAFE, "2026-03-05 10:00", "ouvert maintenant, jusqu’à 12 h", "open now, until 12:00");
    check(CAFE, "2026-03-05 12:00", "fermé, ouvre à 14 h", "closed, opens at 14:00");
    check(CAFE, "2026-03-05 18:00", "fermé, ouvre demain à 9 h", "closed, opens tomorrow at 09:00");
    check(CAFE, "2026-03-07 23:00", "ouvert maintenant, jusqu’à 2 h", "open now, until 02:00");
    check(CAFE, "2026-03-08 01:59", "ouvert maintenant, jusqu’à 2 h", "open now, until 02:00");
    check(CAFE, "2026-03-08 02:00", "fermé, ouvre mardi à 9 h", "closed, opens Tuesday at 09:00");
    check(
        CAFE,
        "2026-05-01 10:00",
        "fermé aujourd’hui (jour férié), ouvre demain à 20 h",
        "closed today (public holiday), opens tomorrow at 20:00",
    );
    check(
        CAFE,
        "2026-08-14 10:00",
        "fermé aujourd’hui (fermeture exceptionnelle), ouvre mardi 25 août à 9 h",
        "closed today (exceptionally closed), opens Tuesday 25 August at 09:00",
    );
    check(
        CAFE,
        "2026-08-05 10:00",
        "fermé aujourd’hui (fermeture exceptionnelle)",
        "closed today (exceptionally closed)",
    );
}

#[test]
fn the_door_when_nobody_knows() {
    check("24/7", "2026-12-25 10:00", "ouvert maintenant", "open now");
    check(
        "Mo-Fr 09:00-18:00",
        "2026-05-01 10:00",
        "jour férié : horaires à vérifier",
        "public holiday: check the hours",
    );
    check("\"sur rendez-vous\"", "2026-03-05 10:00", "sur rendez-vous", "sur rendez-vous");
    check("Mo-Fr 09:00-18:00 unknown", "2026-03-05 10:00", "horaires à vérifier", "hours to be checked");
    check("Mo-Fr off", "2026-03-05 10:00", "fermé", "closed");
    check(
        "Mo-Fr 08:00-24:00; Sa,Su 00:00-24:00",
        "2026-03-06 10:00",
        "ouvert maintenant, jusqu’à dimanche à minuit",
        "open now, until Sunday at midnight",
    );
    check(
        "Sa,Su 00:00-24:00",
        "2026-03-06 10:00",
        "fermé, ouvre demain à 0 h",
        "closed, opens tomorrow at 00:00",
    );
}

fn rows(rows: Vec<WeekRow>) -> Vec<String> {
    let said = |row: &WeekRow| {
        let note = row.note.as_ref().map(|note| format!(" [{note}]")).unwrap_or_default();
        plain(&format!("{}: {}{note}", row.days, row.hours))
    };
    rows.iter().map(said).collect()
}

#[test]
fn the_usual_week() {
    let week = OpeningHours::parse(CAFE).unwrap().regular_week().unwrap();
    assert_eq!(
        rows(regular_week(Locale::Fr, &week)),
        ["lundi: fermé", "du mardi au vendredi: 9 h–12 h, 14 h–18 h", "samedi: 20 h–2 h", "dimanche: fermé"]
    );
    assert_eq!(rows(regular_week(Locale::En, &week))[1], "Tuesday to Friday: 09:00–12:00, 14:00–18:00");
    let always = OpeningHours::parse("24/7").unwrap().regular_week().unwrap();
    assert_eq!(rows(regular_week(Locale::Fr, &always)), ["tous les jours: jour et nuit"]);
    let asked = OpeningHours::parse("Mo,Tu 09:00-12:00 \"sur rendez-vous\"; We-Su off").unwrap();
    assert_eq!(
        rows(regular_week(Locale::Fr, &asked.regular_week().unwrap())),
        ["lundi et mardi: 9 h–12 h (sur rendez-vous)", "du mercredi au dimanche: fermé"]
    );
}

#[test]
fn a_week_with_a_holiday() {
    let monday = on("2026-04-27");
    let calendar = Calendar { public_holiday: &holiday, ..Calendar::PLAIN };
    let silent = OpeningHours::parse("Mo-Fr 09:00-18:00").unwrap();
    assert_eq!(
        rows(week(Locale::Fr, &silent.week(monday, &calendar))),
        [
            "du lundi au jeudi: 9 h–18 h",
            "vendredi: 9 h–18 h [jour férié : horaires à vérifier]",
            "samedi et dimanche: fermé"
        ]
    );
    let closed = OpeningHours::parse("Mo-Fr 09:00-18:00; PH off").unwrap();
    assert_eq!(rows(week(Locale::En, &closed.week(monday, &calendar)))[1], "Friday: closed [public holiday]");
    let next = monday.checked_add_days(Days::new(7)).unwrap();
    assert_eq!(rows(week(Locale::Fr, &closed.week(next, &calendar)))[0], "du lundi au vendredi: 9 h–18 h");
}

#[test]
fn a_place_without_hours() {
    assert_eq!(unstated(Locale::Fr), "horaires non renseignés");
    assert_eq!(unstated(Locale::En), "opening hours not given");
}
