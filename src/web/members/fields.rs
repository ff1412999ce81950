//! The fields of one's own profile in its form: what was typed, what is wrong, who sees it.

use chrono::{DateTime, NaiveDate, Utc};

use super::page::{EditRow, Lines};
use super::sheet::available;
use crate::domain::language::Language;
use crate::domain::profile::{
    Audience, Audiences, Availability, Problem, Profile, ProfileField, TypedProfile,
};
use crate::i18n::{self, Locale, date};
use crate::web::asked::local;
use crate::web::fields::{Choice, Field, FieldError};
use crate::web::form::Form;
use crate::web::parts::Link;
use crate::web::rows::say;
use crate::web::wording::said;

/// Empty lines offered after the skills that are there.
const SPARE_LINES: usize = 3;

/// What stands in the form.
#[derive(Clone, Debug, Default)]
pub struct Values {
    name: String,
    pronouns: String,
    activity: String,
    skills: Vec<String>,
    wants: Vec<String>,
    languages: Vec<String>,
    availability: Vec<String>,
    links: String,
    audiences: Vec<(ProfileField, String)>,
}

impl Values {
    pub fn of(profile: &Profile) -> Self {
        let field = |field: &ProfileField| (*field, profile.audiences.of(*field).code().to_owned());
        Self {
            name: profile.name.clone(),
            pronouns: profile.pronouns.clone(),
            activity: profile.activity.clone(),
            skills: profile.skills.iter().map(|tag| tag.label.clone()).collect(),
            wants: profile.wants.iter().map(|tag| tag.label.clone()).collect(),
            languages: profile.languages.iter().map(ToString::to_string).collect(),
            availability: profile.availability.iter().map(ToString::to_string).collect(),
            links: profile.links.join("\n"),
            audiences: ProfileField::ALL.iter().map(field).collect(),
        }
    }

    pub fn sent(form: &Form) -> Self {
        let all = |name: &str| form.all(name).into_iter().map(str::to_owned).collect();
        let audience = |field: &ProfileField| (*field, form.text(&audience_name(*field)));
        Self {
            name: form.text(name(ProfileField::Name)),
            pronouns: form.text(name(ProfileField::Pronouns)),
            activity: form.text(name(ProfileField::Activity)),
            skills: all(name(ProfileField::Skills)),
            wants: all(name(ProfileField::Wants)),
            languages: all(name(ProfileField::Languages)),
            availability: all(name(ProfileField::Availability)),
            links: form.text(name(ProfileField::Links)),
            audiences: ProfileField::ALL.iter().map(audience).collect(),
        }
    }

    /// # Errors
    /// Everything that is wrong.
    pub fn parse(&self) -> Result<Profile, Vec<Problem>> {
        self.typed().parse()
    }

    fn typed(&self) -> TypedProfile<'_> {
        TypedProfile {
            name: &self.name,
            pronouns: &self.pronouns,
            activity: &self.activity,
            skills: texts(&self.skills),
            wants: texts(&self.wants),
            languages: texts(&self.languages),
            availability: texts(&self.availability),
            links: &self.links,
            audiences: self.audiences.iter().map(|(field, code)| (*field, code.as_str())).collect(),
        }
    }

    fn audiences(&self) -> Audiences {
        self.typed().audiences()
    }
}

fn texts(values: &[String]) -> Vec<&str> {
    values.iter().map(String::as_str).collect()
}

/// Name of the field in the form.
fn name(field: ProfileField) -> &'static str {
    match field {
        ProfileField::Name => "name",
        ProfileField::Pronouns => "pronouns",
        ProfileField::Photo => "photo",
        ProfileField::Activity => "activity",
        ProfileField::Skills => "skill",
        ProfileField::Wants => "want",
        ProfileField::Languages => "language",
        ProfileField::Availability => "available",
        ProfileField::Links => "links",
        ProfileField::Places => "places",
    }
}

fn audience_name(field: ProfileField) -> String {
    format!("audience-{field}")
}

pub fn label(locale: Locale, field: ProfileField) -> String {
    i18n::text(locale, &format!("profile-{field}"))
}

pub fn audience_label(locale: Locale, audience: Audience) -> String {
    i18n::text(locale, &format!("audience-{audience}"))
}

/// A problem in words.
pub fn told(locale: Locale, problem: &Problem) -> FieldError {
    let text = match problem {
        Problem::NotAName => i18n::text(locale, "profile-not-a-name"),
        Problem::TooLong { most, .. } => said(locale, "profile-too-long", [("most", most.to_string())]),
        Problem::TooMany { most, .. } => said(locale, "profile-too-many", [("most", most.to_string())]),
        Problem::NotASkill { typed, .. } => say(locale, "profile-not-a-skill", "typed", shortened(typed)),
        Problem::NotAnAddress { typed } => say(locale, "profile-not-an-address", "typed", shortened(typed)),
    };
    let text = format!("{}{} {text}", label(locale, problem.field()), i18n::text(locale, "profile-colon"));
    FieldError { name: name(problem.field()).to_owned(), text }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// What the rows are drawn from.
pub struct Drawn<'a> {
    pub locale: Locale,
    pub values: &'a Values,
    pub errors: &'a [FieldError],
    /// Fields that are public, each since when.
    pub public_since: &'a [(ProfileField, DateTime<Utc>)],
    /// The network's local day of an instant.
    pub day_of: &'a dyn Fn(DateTime<Utc>) -> NaiveDate,
}

impl Drawn<'_> {
    /// Each field with its audience, in the order of the form.
    pub fn rows(&self) -> Vec<EditRow> {
        ProfileField::ALL.iter().map(|field| self.row(*field)).collect()
    }

    fn row(&self, field: ProfileField) -> EditRow {
        let mut row = EditRow {
            label: label(self.locale, field),
            note: String::new(),
            link: None,
            field: None,
            long: false,
            boxes: None,
            fold: String::new(),
            lines: None,
            audience: self.audience(field),
        };
        let values = self.values;
        match field {
            ProfileField::Name => {
                row.field = Some(self.text(field, &values.name, 80).required().autocomplete("name"));
            }
            ProfileField::Pronouns => row.field = Some(self.text(field, &values.pronouns, 40)),
            ProfileField::Activity => {
                row.long = true;
                row.field = Some(self.text(field, &values.activity, 2_000).rows(5));
            }
            ProfileField::Links => {
                row.long = true;
                row.field = Some(self.text(field, &values.links, 0).rows(3));
            }
            ProfileField::Skills => row.lines = Some(self.lines(field, &values.skills)),
            ProfileField::Wants => row.lines = Some(self.lines(field, &values.wants)),
            ProfileField::Languages => {
                let named = |code: &Language| i18n::text(self.locale, &format!("language-{code}"));
                let all = Language::ALL.iter().map(|code| (code.code(), named(code)));
                row.boxes = Some(self.boxes(field, all, &values.languages));
                row.fold = self.spoken();
            }
            ProfileField::Availability => {
                let all = Availability::ALL.iter().map(|code| (code.code(), available(self.locale, *code)));
                row.boxes = Some(self.boxes(field, all, &values.availability));
            }
            ProfileField::Photo => {
                row.note = self.hint(field);
                let label = i18n::text(self.locale, "photo-heading");
                row.link = Some(Link::new(label, local(self.locale, "/moi/profil/photo")));
            }
            ProfileField::Places => row.note = self.hint(field),
        }
        row
    }

    fn text(&self, field: ProfileField, value: &str, longest: u32) -> Field {
        Field::text(name(field), label(self.locale, field))
            .value(value)
            .hint(self.hint(field))
            .error(self.error(name(field)))
            .maxlength(longest)
    }

    fn boxes(
        &self,
        field: ProfileField,
        all: impl Iterator<Item = (&'static str, String)>,
        chosen: &[String],
    ) -> Choice {
        let choice = Choice::new(name(field), label(self.locale, field)).hint(self.hint(field));
        all.fold(choice, |choice, (code, label)| {
            choice.option(code, label, chosen.iter().any(|known| known == code))
        })
    }

    fn lines(&self, field: ProfileField, values: &[String]) -> Lines {
        let spare = std::iter::repeat_n(String::new(), SPARE_LINES);
        Lines {
            name: name(field),
            label: label(self.locale, field),
            hint: self.hint(field),
            error: self.error(name(field)),
            values: values.iter().cloned().chain(spare).collect(),
        }
    }

    /// The languages that are ticked, in words.
    fn spoken(&self) -> String {
        let ticked =
            Language::ALL.iter().filter(|code| self.values.languages.iter().any(|l| l == code.code()));
        let named: Vec<_> = ticked.map(|code| i18n::text(self.locale, &format!("language-{code}"))).collect();
        match named.is_empty() {
            true => i18n::text(self.locale, "profile-no-language"),
            false => named.join(", "),
        }
    }

    /// Empty where there is no message of help.
    fn hint(&self, field: ProfileField) -> String {
        let key = format!("profile-{field}.hint");
        let hint = i18n::text(self.locale, &key);
        if hint == key { String::new() } else { hint }
    }

    fn error(&self, name: &str) -> String {
        let texts = self.errors.iter().filter(|error| error.name == name).map(|error| error.text.as_str());
        texts.collect::<Vec<_>>().join(" ")
    }

    fn audience(&self, field: ProfileField) -> Choice {
        let chosen = self.values.audiences().of(field);
        let label = say(self.locale, "profile-who-sees", "field", label(self.locale, field));
        let since = self.public_since.iter().find(|(known, _)| *known == field);
        let hint = since.map(|(_, at)| {
            say(self.locale, "profile-public-since", "day", date::date(self.locale, (self.day_of)(*at)))
        });
        let choice = Choice::new(&audience_name(field), label).required().hint(hint.unwrap_or_default());
        Audience::ALL.iter().fold(choice, |choice, audience| {
            choice.option(audience.code(), audience_label(self.locale, *audience), *audience == chosen)
        })
    }
}
