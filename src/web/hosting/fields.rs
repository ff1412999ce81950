//! The fields of an event's form, with what was typed and what is wrong.

use chrono::{NaiveDate, Weekday};

use super::page::{Fold, Part};
use super::read::{FARTHEST, Fault, LONGEST_LINE, LONGEST_TEXT, TITLE};
use super::seats;
use super::typed::{Typed, numbered};
use crate::domain::brick::BrickKind;
use crate::domain::event::{Accessibility, AttendanceMode, EventKind, RegistrationMode, Theme};
use crate::domain::place::Brick;
use crate::domain::schedule::SchoolHolidays;
use crate::i18n::{self, Locale, date};
use crate::web::fields::{Choice, Field, FieldError, FormOption};
use crate::web::wording::{capitalised, said};

/// What the fields are drawn from.
pub struct Drawing<'a> {
    pub locale: Locale,
    pub today: NaiveDate,
    pub typed: &'a Typed,
    pub faults: &'a [Fault],
    pub bricks: &'a [Brick],
    /// Names of rooms that this place has used.
    pub rooms: &'a [String],
}

/// A fault in words.
pub fn told(locale: Locale, fault: &Fault) -> String {
    let args = i18n::Args::from_iter(fault.args.iter().map(|(name, value)| (*name, value.clone())));
    i18n::text_with(locale, fault.key, Some(&args))
}

/// The summary above the form.
pub fn errors(locale: Locale, faults: &[Fault]) -> Vec<FieldError> {
    let error = |fault: &Fault| FieldError { name: fault.field.to_owned(), text: told(locale, fault) };
    faults.iter().map(error).collect()
}

impl Drawing<'_> {
    pub fn label(&self, name: &str) -> String {
        i18n::text(self.locale, &format!("publishing-{name}"))
    }

    /// What is wrong with a field, in words. Empty: nothing.
    pub fn error(&self, name: &str) -> String {
        let fault = self.faults.iter().find(|fault| fault.field == name);
        fault.map_or_else(String::new, |fault| told(self.locale, fault))
    }

    pub fn field(&self, input: &'static str, name: &str) -> Field {
        let field = Field::of(input, name, self.label(name)).value(self.typed.text(name));
        field.error(self.error(name)).autocomplete("off")
    }

    fn line(&self, name: &str) -> Field {
        self.field("text", name).maxlength(LONGEST_LINE)
    }

    fn choice(&self, name: &str) -> Choice {
        Choice::new(name, self.label(name)).error(self.error(name))
    }

    fn tick(&self, name: &str) -> Part {
        let tick = Choice::tick(name, self.label(name), self.typed.is_on(name));
        Part::Check(tick.error(self.error(name)))
    }

    /// What every event needs: title, kind, brick, date, start, end.
    pub fn basics(&self) -> Vec<Part> {
        let title = self.field("text", "title").maxlength(TITLE.1).required();
        let mut parts = vec![Part::Text(title), Part::Select(self.kind())];
        parts.extend((!self.bricks.is_empty()).then(|| Part::Select(self.brick())));
        let mut span = self.span_fields();
        let hours = span.split_off(1);
        parts.extend(span.into_iter().map(Part::Text));
        parts.push(Part::Row(hours));
        parts
    }

    /// Date, start, end.
    pub fn span_fields(&self) -> Vec<Field> {
        let mut day = self.field("date", "date").required();
        day.max = self.today.checked_add_months(FARTHEST).map_or_else(String::new, |d| d.to_string());
        let whole_day = self.typed.is_on("whole-day");
        let clock = |name| {
            let field = self.field("time", name);
            if whole_day { field } else { field.required() }
        };
        vec![day, clock("start"), clock("end")]
    }

    /// For events that last longer than an evening.
    pub fn long_parts(&self) -> [Part; 2] {
        let last = self.field("date", "last-day").hint(self.label("last-day-hint"));
        [Part::Text(last), self.tick("whole-day")]
    }

    fn kind(&self) -> Choice {
        let chosen = self.typed.text("kind");
        let none = self.choice("kind").required().option("", self.label("choose"), chosen.is_empty());
        EventKind::ALL.iter().fold(none, |choice, kind| {
            let label = i18n::text(self.locale, &format!("event-kind-{kind}"));
            choice.option(kind.code(), label, chosen == kind.code())
        })
    }

    fn brick(&self) -> Choice {
        let chosen = self.typed.text("brick");
        let whole = self.choice("brick").option("", self.label("no-brick"), chosen.is_empty());
        let option = |choice: Choice, brick: &Brick| {
            let label = match brick.name.is_empty() {
                true => brick_name(self.locale, brick.kind),
                false => brick.name.clone(),
            };
            choice.option(brick.kind.code(), label, chosen == brick.kind.code())
        };
        self.bricks.iter().fold(whole, option)
    }

    /// When it repeats, and when it does not.
    pub fn repeats(&self) -> Fold {
        let chosen = self.typed.text("repeats");
        let options = ["day", "week", "month-weekday", "month-date", "year", "dates"];
        let once = self.choice("repeats").option("", self.label("once"), chosen.is_empty());
        let repeats = options.iter().fold(once, |choice, code| {
            choice.option(*code, self.label(&format!("repeats-{code}")), chosen == *code)
        });
        let mut every = self.field("number", "every").hint(self.label("every-hint"));
        (every.min, every.max) = ("1".to_owned(), "400".to_owned());
        let mut count = self.field("number", "count");
        (count.min, count.max) = ("1".to_owned(), "1000".to_owned());
        let mut parts = vec![
            Part::Select(repeats),
            Part::Text(every),
            Part::Checks(self.weekdays()),
            Part::Checks(self.nths()),
            Part::Row(self.dates()),
            Part::Row(vec![self.field("date", "until"), count]),
            self.tick("holidays"),
            Part::Select(self.school()),
        ];
        parts.extend(self.pauses());
        let wrong = |name: &str| self.faults.iter().any(|fault| fault.field == name);
        let names = ["repeats", "every", "dates", "until", "count", "pause-from"];
        Fold {
            title: self.label("fold-repeats"),
            about: self.label("fold-repeats-about"),
            open: !chosen.is_empty() || names.into_iter().any(wrong),
            parts,
        }
    }

    fn weekdays(&self) -> Choice {
        let all = (0..7_u8).filter_map(|n| Weekday::try_from(n).ok());
        all.fold(self.choice("weekday").hint(self.label("weekday-hint")), |choice, day| {
            let value = day.number_from_monday().to_string();
            let chosen = self.typed.has("weekday", &value);
            choice.option(value, capitalised(date::weekday(self.locale, day)), chosen)
        })
    }

    fn nths(&self) -> Choice {
        // "The fifth" is hardly ever meant: most months have none.
        let fifth = self.typed.has("nth", "5").then_some(5);
        let all = [1, 2, 3, 4].into_iter().chain(fifth).chain([-1]);
        all.fold(self.choice("nth").hint(self.label("nth-hint")), |choice, nth: i8| {
            let args = i18n::Args::from_iter([("nth", nth)]);
            let label = i18n::text_with(self.locale, "publishing-nth-option", Some(&args));
            choice.option(nth.to_string(), label, self.typed.has("nth", &nth.to_string()))
        })
    }

    /// The chosen dates, and room for three more.
    fn dates(&self) -> Vec<Field> {
        let typed = self.typed.all("dates").iter().map(String::as_str);
        let day = |(i, value): (usize, &str)| self.nth_day("dates", i + 1, value);
        typed.chain(std::iter::repeat_n("", 3)).enumerate().map(day).collect()
    }

    /// The pauses, and room for one more.
    fn pauses(&self) -> Vec<Part> {
        let typed = self.typed.all("pause").iter().map(|text| text.split_once('/').unwrap_or((text, "")));
        let row = |(i, (from, to)): (usize, (&str, &str))| {
            Part::Row(vec![self.nth_day("pause-from", i + 1, from), self.nth_day("pause-to", i + 1, to)])
        };
        typed.chain([("", "")]).enumerate().map(row).collect()
    }

    /// The n-th day of a field that stands several times; what is wrong is said beside the first.
    fn nth_day(&self, name: &str, n: usize, value: &str) -> Field {
        let field = self.field("date", name).value(value);
        if n == 1 {
            return field;
        }
        let label = format!("{} ({n})", field.label);
        Field { name: numbered(name, n), label, error: String::new(), ..field }
    }

    fn school(&self) -> Choice {
        let chosen = self.typed.text("school");
        let chosen = SchoolHolidays::from_code(chosen).unwrap_or_default();
        SchoolHolidays::ALL.iter().fold(self.choice("school"), |choice, option| {
            choice.option(option.code(), self.label(&format!("school-{option}")), *option == chosen)
        })
    }

    /// Everything else, each with a good default.
    pub fn folds(&self) -> Vec<Fold> {
        let mut where_ = vec![Part::Text(self.room()), Part::Select(self.mode()), Part::Text(self.online())];
        where_.push(Part::Text(self.line("address").hint(self.label("address-hint"))));
        let mut price = self.field("text", "price").hint(self.label("price-hint"));
        price.inputmode = "decimal";
        let text = self.field("text", "description").maxlength(LONGEST_TEXT).rows(8);
        let organiser = self.line("organiser").hint(self.label("organiser-hint"));
        vec![
            self.fold("text", &["description"], vec![Part::Area(text.hint(self.label("description-hint")))]),
            self.fold("long", &["last-day", "whole-day"], self.long_parts().into()),
            self.fold("where", &["room", "address", "online"], where_),
            seats::fold(self),
            self.fold(
                "whom",
                &["price", "price-note", "audience", "theme", "accessibility", "accessibility-note"],
                vec![
                    Part::Text(price),
                    Part::Text(self.line("price-note")),
                    Part::Text(self.line("audience")),
                    Part::Checks(self.themes()),
                    Part::Checks(self.accessibility()),
                    Part::Text(self.line("accessibility-note")),
                ],
            ),
            self.fold("organiser", &["organiser"], vec![Part::Text(organiser)]),
        ]
    }

    /// Open when something in it was filled in, or is wrong.
    pub fn fold(&self, name: &str, fields: &[&str], parts: Vec<Part>) -> Fold {
        let filled = fields.iter().any(|field| self.typed.is_on(field));
        let wrong = self.faults.iter().any(|fault| fields.contains(&fault.field));
        Fold {
            title: self.label(&format!("fold-{name}")),
            about: self.label(&format!("fold-{name}-about")),
            open: filled || wrong,
            parts,
        }
    }

    pub fn room(&self) -> Field {
        let field = self.line("room");
        match self.rooms.is_empty() {
            true => field.hint(self.label("room-hint")),
            false => {
                field.hint(said(self.locale, "publishing-room-known", [("rooms", self.rooms.join(", "))]))
            }
        }
    }

    pub fn online(&self) -> Field {
        self.field("url", "online").hint(self.label("online-hint"))
    }

    fn mode(&self) -> Choice {
        let chosen = AttendanceMode::from_code(self.typed.text("mode")).unwrap_or(AttendanceMode::OnSite);
        AttendanceMode::ALL.iter().fold(self.choice("mode"), |choice, mode| {
            choice.option(mode.code(), i18n::text(self.locale, &format!("mode-{mode}")), *mode == chosen)
        })
    }

    pub fn registration(&self) -> Choice {
        let chosen = self.typed.text("registration");
        let chosen = RegistrationMode::from_code(chosen).unwrap_or(RegistrationMode::None);
        RegistrationMode::ALL.iter().fold(self.choice("registration"), |choice, mode| {
            let label = i18n::text(self.locale, &format!("registration-{mode}"));
            choice.option(mode.code(), label, *mode == chosen)
        })
    }

    fn themes(&self) -> Choice {
        let option = |theme: &Theme| FormOption {
            value: theme.code().to_owned(),
            label: i18n::text(self.locale, &format!("theme-{theme}")),
            hint: String::new(),
            selected: self.typed.has("theme", theme.code()),
        };
        Choice { options: Theme::ALL.iter().map(option).collect(), ..self.choice("theme") }
    }

    fn accessibility(&self) -> Choice {
        let option = |code: &Accessibility| FormOption {
            value: code.code().to_owned(),
            label: i18n::text(self.locale, &format!("accessibility-{code}")),
            hint: String::new(),
            selected: self.typed.has("accessibility", code.code()),
        };
        let hint = self.label("accessibility-hint");
        let choice = self.choice("accessibility").hint(hint);
        Choice { options: Accessibility::ALL.iter().map(option).collect(), ..choice }
    }
}

pub fn brick_name(locale: Locale, kind: BrickKind) -> String {
    i18n::text(locale, &format!("brick-{kind}"))
}
