//! Two people changed one event: what each has, field by field, for the second to choose.

use super::further;
use super::hosted::Hosted;
use super::page::{ConflictField, ConflictPage};
use super::seats::RULES;
use super::typed::{SEVERAL, SINGLE, Typed, WHEN};
use crate::domain::event::{Accessibility, EventKind, Theme};
use crate::i18n::{self, Locale};
use crate::web::answer::Desk;
use crate::web::error::Result;
use crate::web::form::Form;
use crate::web::parts::Hidden;
use crate::{actions, domain};

/// The event before both, and what each made of it.
#[derive(Clone, Copy)]
pub struct Versions<'a> {
    pub before: &'a Typed,
    pub theirs: &'a Typed,
    pub mine: &'a Typed,
}

/// The fields in which the versions differ; those of the dates are one, for they hold together, and so
/// are those of the rules.
fn differing(versions: Versions<'_>) -> Vec<&'static str> {
    let mut names = Vec::new();
    if !versions.theirs.agrees(versions.mine, WHEN) {
        names.push("when");
    }
    if !versions.theirs.agrees(versions.mine, RULES) {
        names.push("rules");
    }
    let together = |name: &&str| !WHEN.contains(name) && !RULES.contains(name);
    let others = SINGLE.iter().chain(SEVERAL).copied().filter(together);
    names.extend(others.filter(|name| !versions.theirs.agrees(versions.mine, &[name])));
    names
}

/// The page that shows both; `None` when they say the same.
pub fn page(
    desk: &mut Desk<'_>,
    hosted: &Hosted,
    action: String,
    versions: Versions<'_>,
) -> Result<Option<ConflictPage>> {
    let locale = desk.locale();
    let mut fields = Vec::new();
    for name in differing(versions) {
        let mut say = |typed: &Typed| match name {
            further::FIELD => further::names(desk.conn, typed).map(|names| or_nothing(locale, names)),
            _ => Ok(told(locale, typed, name)),
        };
        fields.push(ConflictField {
            name: name.to_owned(),
            label: i18n::text(locale, &format!("publishing-{name}")),
            theirs: say(versions.theirs)?,
            mine: say(versions.mine)?,
            keep_theirs: versions.mine.agrees(versions.before, &names_of(name)),
        });
    }
    if fields.is_empty() {
        return Ok(None);
    }
    let mut hidden = vec![
        Hidden { name: "compared", value: "on".to_owned() },
        Hidden { name: "seal", value: actions::seal(&hosted.draft) },
        Hidden { name: "before", value: versions.theirs.to_json() },
    ];
    hidden.push(Hidden { name: "mine", value: versions.mine.to_json() });
    Ok(Some(ConflictPage { event: hosted.link(desk), form: desk.form(), action, hidden, fields }))
}

/// What was chosen of both.
pub fn chosen(form: &Form, typed: &Typed, theirs: &Typed) -> Typed {
    let mut chosen = match form.text("mine").as_str() {
        "" => typed.clone(),
        mine => Typed::from_json(mine),
    };
    for (name, choice) in form.pairs() {
        let kept = name.strip_prefix("keep-").filter(|_| choice == "theirs");
        if let Some(name) = kept {
            chosen.take(theirs, &names_of(name));
        }
    }
    chosen
}

/// The fields that one line of the comparison stands for.
fn names_of(name: &str) -> Vec<&'static str> {
    match name {
        "when" => WHEN.to_vec(),
        "rules" => RULES.to_vec(),
        name => SINGLE.iter().chain(SEVERAL).copied().filter(|known| *known == name).collect(),
    }
}

/// A field's value in words.
fn told(locale: Locale, typed: &Typed, name: &str) -> String {
    match name {
        "when" => return when(locale, typed),
        "rules" => return rules(locale, typed),
        _ => {}
    }
    let word = |value: &String| {
        let key = match name {
            "kind" => EventKind::from_code(value).map(|_| format!("event-kind-{value}")),
            "theme" => Theme::from_code(value).map(|_| format!("theme-{value}")),
            "accessibility" => Accessibility::from_code(value).map(|_| format!("accessibility-{value}")),
            "brick" => Some(format!("brick-{value}")),
            "mode" => Some(format!("mode-{value}")),
            "registration" => Some(format!("registration-{value}")),
            _ => None,
        };
        key.map_or_else(|| value.clone(), |key| i18n::text(locale, &key))
    };
    or_nothing(locale, typed.all(name).iter().map(word).collect::<Vec<_>>().join(", "))
}

fn or_nothing(locale: Locale, words: String) -> String {
    if words.is_empty() { i18n::text(locale, "publishing-nothing") } else { words }
}

/// "4 ; Liste d’attente ; Allergies ?".
fn rules(locale: Locale, typed: &Typed) -> String {
    let label = |name: &&str| match *name {
        "waitlist" => i18n::text(locale, "rules-waitlist"),
        "members-only" => i18n::text(locale, "rules-members"),
        "whole-series" => i18n::text(locale, "rules-series"),
        name => typed.text(name).replace('\n', ", "),
    };
    let said = RULES.iter().filter(|name| typed.is_on(name) && !name.starts_with("required")).map(label);
    or_nothing(locale, said.collect::<Vec<_>>().join(" ; "))
}

fn when(locale: Locale, typed: &Typed) -> String {
    match super::read_when::schedule(typed, chrono_tz::UTC) {
        Ok(schedule) => {
            let day_before = schedule.span.first_day().pred_opt().unwrap_or_default();
            i18n::recurrence::schedule(locale, &schedule, day_before)
        }
        Err(_) => [typed.text("date"), typed.text("start"), typed.text("end")].join(" "),
    }
}

/// How many dates of a rule lie before a day, skipped ones too: they count.
pub fn dates_before(schedule: &domain::schedule::Schedule, day: chrono::NaiveDate) -> u32 {
    let Some(recurrence) = &schedule.recurrence else { return 0 };
    let first = Some(schedule.span.first_day());
    let next = |date: &chrono::NaiveDate| domain::recurrence::next_on_rule(&recurrence.rule, *date);
    let before = std::iter::successors(first, next).take_while(|date| *date < day).take(1_000).count();
    u32::try_from(before).unwrap_or(0)
}
