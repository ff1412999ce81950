//! What stands in the form of a subscription: when, where, what. Whatever is sent that no page
//! offered is left aside.

use chrono::Weekday;

use super::reminders;
use crate::domain::brick::BrickKind;
use crate::domain::event::{EventKind, Theme};
use crate::domain::reminder::ReminderChoices;
use crate::domain::skill::{Skill, SkillTag};
use crate::domain::slug::Slug;
use crate::domain::subscription::{Choices, Rhythm, Timetable, Topic};
use crate::domain::territory::Territory;
use crate::web::form::Form;

/// Names of fields; those of topics are their codes.
pub const EMAIL: &str = "email";
pub const RHYTHM: &str = "rythme";
pub const DAY: &str = "jour";
pub const HOUR: &str = "heure";
pub const OWN_PLACES: &str = "mes-lieux";
pub const SEARCH: &str = "cherche";

/// Topics that one chooses from a list.
pub const LISTED: [Topic; 4] = [Topic::Territory, Topic::Kind, Topic::Brick, Topic::Theme];

#[derive(Clone, Debug)]
pub struct Typed {
    pub timetable: Timetable,
    /// Skills stand in `skills` as long as they are typed.
    pub choices: Choices,
    /// Name of a place that is looked for.
    pub search: String,
    /// In words, one a line.
    pub skills: Vec<String>,
    /// A member's.
    pub reminders: ReminderChoices,
}

impl Typed {
    /// What is stored, or proposed.
    pub fn of(timetable: Timetable, choices: Choices) -> Self {
        let skills = choices.keys(Topic::Skill).map(skill_in_words).collect();
        Self { timetable, choices, search: String::new(), skills, reminders: ReminderChoices::default() }
    }

    /// With what an address names, as a page that leads here knows it.
    pub fn with_query<'a>(self, pairs: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let named = pairs.filter_map(|(name, value)| {
            let topic = Topic::from_code(name)?;
            key(topic, value.trim()).map(|key| (topic, key))
        });
        let asked = Choices { own_places: false, topics: named.collect() };
        Self { reminders: self.reminders, ..Self::of(self.timetable, self.choices.with(&asked)) }
    }

    /// What was sent; `before` is what the form does not ask for.
    pub fn sent(form: &Form, before: &Timetable) -> Self {
        let rhythm = Rhythm::from_code(&form.text(RHYTHM)).unwrap_or(before.rhythm);
        let weekday = form.text(DAY).parse::<u8>().ok().and_then(|day| Weekday::try_from(day).ok());
        let hour = form.text(HOUR).parse().ok().filter(|hour| *hour < 24).unwrap_or(before.hour);
        let timetable =
            Timetable { rhythm, weekday: weekday.unwrap_or(before.weekday), hour, zone: before.zone };
        let chosen = [Topic::Place].into_iter().chain(LISTED).flat_map(|topic| {
            let keys = form.all(topic.code()).into_iter().filter_map(move |value| key(topic, value));
            keys.map(move |key| (topic, key)).collect::<Vec<_>>()
        });
        let choices = Choices { own_places: form.is_on(OWN_PLACES), topics: chosen.collect() };
        let skills = form.all(Topic::Skill.code()).into_iter().map(str::to_owned).collect();
        Self { timetable, choices, search: form.text(SEARCH), skills, reminders: reminders::chosen(form) }
    }

    /// All that is chosen.
    ///
    /// # Errors
    /// The lines that name no skill.
    pub fn chosen(&self) -> Result<Choices, Vec<String>> {
        let (known, unknown): (Vec<_>, Vec<_>) =
            self.skills.iter().map(|line| (line, SkillTag::parse(line))).partition(|(_, tag)| tag.is_some());
        if !unknown.is_empty() {
            return Err(unknown.into_iter().map(|(line, _)| line.clone()).collect());
        }
        let mut choices = self.choices.clone();
        choices.topics.retain(|(topic, _)| *topic != Topic::Skill);
        choices.topics.extend(known.into_iter().filter_map(|(_, tag)| Some((Topic::Skill, tag?.term))));
        Ok(choices)
    }
}

/// The key of a topic as it is stored; of a place and a skill only its form is looked at.
fn key(topic: Topic, value: &str) -> Option<String> {
    let known = match topic {
        Topic::Place | Topic::Skill => return Slug::parse(value).map(|slug| slug.to_string()),
        Topic::Territory => {
            return Territory::by_code(&value.to_ascii_uppercase()).map(|territory| territory.code.clone());
        }
        Topic::Brick => BrickKind::from_code(value).is_some(),
        Topic::Kind => EventKind::from_code(value).is_some(),
        Topic::Theme => Theme::from_code(value).is_some(),
    };
    known.then(|| value.to_owned())
}

/// Of the vocabulary its name; of people's own words what their slug keeps of them.
pub fn skill_in_words(key: &str) -> String {
    Skill::by_slug(key).map_or_else(|| key.replace('-', " "), |skill| skill.name.clone())
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Paris;

    use super::*;

    fn form(pairs: &[(&str, &str)]) -> Form {
        Form::of_pairs(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    fn topics(choices: &Choices) -> Vec<String> {
        choices.topics.iter().map(|(topic, key)| format!("{topic} {key}")).collect()
    }

    #[test]
    fn what_no_page_offers_is_left_aside() {
        let usual = Timetable::usual(Paris);
        let typed = Typed::sent(
            &form(&[
                (RHYTHM, "mensuel"),
                (DAY, "3"),
                (HOUR, "24"),
                ("lieu", "la-fabrique"),
                ("lieu", "A B"),
                ("territoire", "2a"),
                ("territoire", "99"),
                ("genre", "fête"),
                ("genre", "atelier"),
                ("competence", "Python"),
            ]),
            &usual,
        );
        let wanted = Timetable { rhythm: Rhythm::Monthly, weekday: Weekday::Thu, hour: 18, zone: Paris };
        assert_eq!(typed.timetable, wanted);
        let chosen = typed.chosen().unwrap();
        assert_eq!(
            topics(&chosen),
            ["lieu la-fabrique", "territoire 2A", "genre atelier", "competence python"]
        );
        assert!(!chosen.own_places);
        let nothing = Typed::sent(&form(&[]), &usual);
        assert_eq!((nothing.timetable, nothing.choices), (usual, Choices::default()));
        let wrong = Typed::sent(&form(&[("competence", "!?")]), &usual);
        assert_eq!(wrong.chosen(), Err(vec!["!?".to_owned()]));
    }

    #[test]
    fn an_address_adds_to_what_is_chosen() {
        let stored = Choices { own_places: true, topics: [(Topic::Skill, "tir-a-l-arc".into())].into() };
        let pairs = [("lieu", "le-mas"), ("genre", "cafe"), ("utm", "x"), ("genre", "rien")];
        let typed = Typed::of(Timetable::usual(Paris), stored).with_query(pairs.into_iter());
        assert_eq!(typed.skills, ["tir a l arc"]);
        let chosen = typed.chosen().unwrap();
        assert!(chosen.own_places);
        assert_eq!(topics(&chosen), ["lieu le-mas", "genre cafe", "competence tir-a-l-arc"]);
    }
}
