//! A subscription in words: when, where, what.

use chrono::NaiveTime;

use super::page::Told;
use super::typed::skill_in_words;
use crate::db::DbConnection;
use crate::domain::subscription::{Choices, Rhythm, Timetable, Topic};
use crate::domain::territory::Territory;
use crate::i18n::quantity::list;
use crate::i18n::{self, Locale, date};
use crate::store::places;
use crate::web::error::Result;
use crate::web::wording::said;

/// Places, kinds… that are named; the rest is counted.
const NAMED: usize = 6;

/// "Chaque dimanche vers 18 h".
pub fn when(locale: Locale, timetable: &Timetable) -> String {
    let day = date::weekday(locale, timetable.weekday).to_owned();
    let args = [("day", day), ("hour", hour(locale, timetable.hour))];
    match timetable.rhythm {
        Rhythm::Daily => said(locale, "rhythm-told-quotidien", args),
        Rhythm::Weekly => said(locale, "rhythm-told-hebdomadaire", args),
        Rhythm::Monthly => said(locale, "rhythm-told-mensuel", args),
        Rhythm::Never => i18n::text(locale, "rhythm-told-jamais"),
    }
}

/// "18 h".
pub fn hour(locale: Locale, hour: u32) -> String {
    date::time(locale, NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default())
}

/// Where and what, a line each.
pub fn choices(conn: &mut DbConnection, locale: Locale, choices: &Choices) -> Result<Vec<Told>> {
    let mut told =
        vec![Told { label: i18n::text(locale, "choices-where"), value: place(conn, locale, choices)? }];
    for topic in [Topic::Kind, Topic::Brick, Topic::Theme, Topic::Skill] {
        let named: Vec<String> = choices.keys(topic).map(|key| of_key(locale, topic, key)).collect();
        if !named.is_empty() {
            let label = i18n::text(locale, &format!("choices-{topic}"));
            told.push(Told { label, value: some(locale, &named) });
        }
    }
    Ok(told)
}

fn place(conn: &mut DbConnection, locale: Locale, choices: &Choices) -> Result<String> {
    if !choices.says_where() {
        return Ok(i18n::text(locale, "choices-anywhere"));
    }
    let slugs: Vec<&str> = choices.keys(Topic::Place).collect();
    let own = choices.own_places.then(|| i18n::text(locale, "choices-own-places"));
    let territories = choices.keys(Topic::Territory).map(|code| of_key(locale, Topic::Territory, code));
    let places = places::named(conn, &slugs)?.into_iter().map(|(_, name, _)| name);
    let named: Vec<String> = own.into_iter().chain(places).chain(territories).collect();
    Ok(some(locale, &named))
}

/// What a key of a list is called.
pub fn of_key(locale: Locale, topic: Topic, key: &str) -> String {
    match topic {
        Topic::Place => key.to_owned(),
        Topic::Territory => Territory::by_code(key).map_or(key, |territory| &territory.name).to_owned(),
        Topic::Brick => i18n::text(locale, &format!("brick-{key}")),
        Topic::Kind => i18n::text(locale, &format!("event-kind-{key}")),
        Topic::Theme => i18n::text(locale, &format!("theme-{key}")),
        Topic::Skill => skill_in_words(key),
    }
}

/// The first of them, and how many more there are.
pub fn some(locale: Locale, named: &[String]) -> String {
    if named.len() <= NAMED + 1 {
        return list(locale, named);
    }
    let (first, rest) = named.split_at(NAMED);
    let mut first = first.to_vec();
    first.push(crate::web::wording::counted(
        locale,
        "choices-more",
        i64::try_from(rest.len()).unwrap_or_default(),
    ));
    list(locale, &first)
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;
    use chrono_tz::Europe::Paris;

    use super::*;

    #[test]
    fn a_rhythm_is_told_as_people_say_it() {
        let weekly = Timetable::usual(Paris);
        for (timetable, french, english) in [
            (weekly, "Chaque dimanche vers 18\u{a0}h", "Every Sunday at about 18:00"),
            (
                Timetable { rhythm: Rhythm::Daily, hour: 7, ..weekly },
                "Chaque jour vers 7\u{a0}h",
                "Every day at about 07:00",
            ),
            (
                Timetable { rhythm: Rhythm::Monthly, weekday: Weekday::Mon, ..weekly },
                "Le premier lundi du mois vers 18\u{a0}h",
                "The first Monday of the month at about 18:00",
            ),
            (Timetable { rhythm: Rhythm::Never, ..weekly }, "Jamais", "Never"),
        ] {
            assert_eq!(
                (when(Locale::Fr, &timetable), when(Locale::En, &timetable)),
                (french.into(), english.into())
            );
        }
    }

    #[test]
    fn long_lists_are_counted() {
        let named: Vec<String> = ('a'..='j').map(String::from).collect();
        assert_eq!(some(Locale::Fr, &named[..3]), "a, b et c");
        assert_eq!(some(Locale::Fr, &named), "a, b, c, d, e, f et 4 autres");
    }
}
