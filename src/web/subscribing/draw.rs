//! The fields of a subscription, drawn from what is stored or was typed.

use chrono::Weekday;

use super::page::{ChoiceFields, Fold, SkillLines};
use super::seek::{Found, Sought};
use super::typed::{DAY, HOUR, OWN_PLACES, RHYTHM, SEARCH, Typed};
use super::words::{hour, of_key, some};
use crate::domain::brick::BrickKind;
use crate::domain::event::{EventKind, Theme};
use crate::domain::skill::{Skill, SkillTag};
use crate::domain::subscription::{Rhythm, Topic};
use crate::i18n::{self, Locale, date};
use crate::store::places;
use crate::web::answer::Desk;
use crate::web::error::Result;
use crate::web::fields::{Choice, Field, FieldError, FormOption};
use crate::web::rows::say;
use crate::web::wording::{capitalised, counted};

/// Empty lines offered after the skills that are there.
const SPARE_LINES: usize = 2;

/// What is drawn beside what was typed.
pub struct Drawn<'a> {
    pub typed: &'a Typed,
    pub sought: &'a Sought,
    pub errors: &'a [FieldError],
    /// A member has places and skills of their own.
    pub account: bool,
}

/// How often; `never` where that is another thing than leaving.
pub fn rhythm(locale: Locale, chosen: Rhythm, never: bool) -> Choice {
    let offered = Rhythm::ALL.iter().filter(|rhythm| never || **rhythm != Rhythm::Never);
    offered.fold(Choice::new(RHYTHM, i18n::text(locale, "rhythm")), |choice, rhythm| {
        choice.option(rhythm.code(), i18n::text(locale, &format!("rhythm-{rhythm}")), *rhythm == chosen)
    })
}

pub fn weekday(locale: Locale, chosen: Weekday) -> Choice {
    let choice = Choice::new(DAY, i18n::text(locale, "rhythm-day"))
        .hint(i18n::text(locale, "rhythm-day.hint"))
        .required();
    let days = std::iter::successors(Some(Weekday::Mon), |day| Some(day.succ())).take(7);
    days.fold(choice, |choice, day| {
        let value = day.num_days_from_monday().to_string();
        choice.option(value, capitalised(date::weekday(locale, day)), day == chosen)
    })
}

pub fn hour_of_day(locale: Locale, chosen: u32) -> Choice {
    let choice = Choice::new(HOUR, i18n::text(locale, "rhythm-hour")).required();
    (0..24).fold(choice, |choice, n| choice.option(n.to_string(), capitalised(&hour(locale, n)), n == chosen))
}

impl Drawn<'_> {
    pub fn fields(&self, desk: &mut Desk<'_>) -> Result<ChoiceFields> {
        let locale = desk.locale();
        let chosen = &self.typed.choices;
        Ok(ChoiceFields {
            own_places: self.account.then(|| {
                Choice::tick(OWN_PLACES, i18n::text(locale, "choices-own"), chosen.own_places)
                    .hint(i18n::text(locale, "choices-own.hint"))
            }),
            places: self.places(desk)?,
            search: Field::of("search", SEARCH, i18n::text(locale, "choices-search"))
                .hint(i18n::text(locale, "choices-search.hint"))
                .value(&self.typed.search)
                .error(self.error(SEARCH))
                .autocomplete("off")
                .maxlength(100),
            found: self.found(locale),
            territories: self.territories(desk)?,
            kinds: self.fold(locale, Topic::Kind, EventKind::ALL.iter().map(|kind| kind.code())),
            bricks: self.fold(locale, Topic::Brick, BrickKind::ALL.iter().map(|kind| kind.code())),
            themes: self.fold(locale, Topic::Theme, Theme::ALL.iter().map(|theme| theme.code())),
            skills: self.account.then(|| self.skills(locale)),
        })
    }

    fn error(&self, name: &str) -> String {
        let error = self.errors.iter().find(|error| error.name == name);
        error.map(|error| error.text.clone()).unwrap_or_default()
    }

    /// The chosen places by name, then those that were found.
    fn places(&self, desk: &mut Desk<'_>) -> Result<Choice> {
        let slugs: Vec<&str> = self.typed.choices.keys(Topic::Place).collect();
        let chosen = match slugs.is_empty() {
            true => Vec::new(),
            false => places::named(desk.conn, &slugs)?,
        };
        let option = |slug: &str, name: &str, commune: &str, selected| FormOption {
            value: slug.to_owned(),
            label: name.to_owned(),
            hint: commune.to_owned(),
            selected,
        };
        let mut options: Vec<FormOption> =
            chosen.iter().map(|(slug, name, commune)| option(slug, name, commune, true)).collect();
        if let Sought::Several(found) = self.sought {
            let new = found.iter().filter(|one| !slugs.contains(&one.slug.as_str()));
            options.extend(new.map(|Found { slug, name, commune }| option(slug, name, commune, false)));
        }
        Ok(Choice {
            options,
            ..Choice::new(Topic::Place.code(), i18n::text(desk.locale(), "choices-places"))
        })
    }

    fn found(&self, locale: Locale) -> String {
        match self.sought {
            Sought::Nothing | Sought::NoneFound => String::new(),
            Sought::One(found) => say(locale, "choices-found-one", "place", found.name.clone()),
            Sought::Several(found) => {
                counted(locale, "choices-found", i64::try_from(found.len()).unwrap_or_default())
            }
        }
    }

    /// Those that have places, and those that are chosen.
    fn territories(&self, desk: &mut Desk<'_>) -> Result<Option<Fold>> {
        let counts = places::count_by_territory(desk.conn, desk.today)?;
        let chosen: Vec<&str> = self.typed.choices.keys(Topic::Territory).collect();
        if counts.len() <= 1 && chosen.is_empty() {
            return Ok(None);
        }
        let mut codes: Vec<&str> = counts.iter().map(|(code, _)| code.as_str()).chain(chosen).collect();
        codes.sort_unstable();
        codes.dedup();
        Ok(Some(self.fold(desk.locale(), Topic::Territory, codes.into_iter())))
    }

    fn fold<'c>(&self, locale: Locale, topic: Topic, codes: impl Iterator<Item = &'c str>) -> Fold {
        let label = i18n::text(locale, &format!("choices-{topic}"));
        let choice = codes.fold(Choice::new(topic.code(), label.clone()), |choice, code| {
            choice.option(code, of_key(locale, topic, code), self.typed.choices.has(topic, code))
        });
        let ticked = choice.options.iter().filter(|option| option.selected);
        let ticked: Vec<String> = ticked.map(|option| option.label.clone()).collect();
        let (open, told) = match ticked.is_empty() {
            true => (false, i18n::text(locale, &format!("choices-{topic}.all"))),
            false => (true, some(locale, &ticked)),
        };
        let summary = format!("{label}{} {told}", i18n::text(locale, "letter-colon"));
        Fold { anchor: anchor(topic), summary, choice, open }
    }

    fn skills(&self, locale: Locale) -> SkillLines {
        let spare = std::iter::repeat_n(String::new(), SPARE_LINES);
        let name = Topic::Skill.code();
        SkillLines {
            name,
            label: i18n::text(locale, "choices-competence"),
            hint: i18n::text(locale, "choices-competence.hint"),
            error: self.error(name),
            values: self.typed.skills.iter().cloned().chain(spare).collect(),
            vocabulary: Skill::all().iter().map(|skill| skill.name.clone()).collect(),
        }
    }
}

/// Where a block of a mail leads to.
fn anchor(topic: Topic) -> &'static str {
    match topic {
        Topic::Place => "lieux",
        Topic::Territory => "territoires",
        Topic::Brick => "briques",
        Topic::Kind => "genres",
        Topic::Theme => "themes",
        Topic::Skill => "competences",
    }
}

/// What is wrong with a search that chose nothing.
pub fn search_error(locale: Locale, sought: &Sought) -> Option<FieldError> {
    let key = match sought {
        Sought::Nothing | Sought::One(_) => return None,
        Sought::Several(_) => "choices-search-several",
        Sought::NoneFound => "choices-search-none",
    };
    Some(FieldError { name: SEARCH.to_owned(), text: i18n::text(locale, key) })
}

/// What is wrong with lines that name no skill.
pub fn skill_error(locale: Locale, lines: &[String]) -> FieldError {
    let some: Vec<String> = lines.iter().map(|line| line.chars().take(SkillTag::LONGEST).collect()).collect();
    let text = say(locale, "choices-not-a-skill", "typed", some.join(", "));
    FieldError { name: Topic::Skill.code().to_owned(), text }
}
