//! What the form of an event says of registering: its mode and seats, and the rules that a page of
//! their own changes too.

use super::fields::{Drawing, told};
use super::page::{Fold, Part};
use super::read::Fault;
use super::typed::Typed;
use crate::domain::registration::{RegistrationRules, RuleFault, TypedQuestion, TypedRules};
use crate::web::fields::FieldError;
use crate::web::form::Form;
use crate::web::registrations::rules as page;

/// The fields of the rules. They hold together: where the first is missing, nothing was said of them.
pub const RULES: &[&str] = &[
    "group-max",
    "waitlist",
    "members-only",
    "whole-series",
    "question-0",
    "choices-0",
    "required-0",
    "question-1",
    "choices-1",
    "required-1",
    "question-2",
    "choices-2",
    "required-2",
    "question-3",
    "choices-3",
    "required-3",
    "question-4",
    "choices-4",
    "required-4",
];

/// The rules that were typed; the usual ones where the form did not ask.
pub fn rules(typed: &Typed, faults: &mut Vec<Fault>) -> RegistrationRules {
    if !typed.is_on("group-max") && !RULES.iter().any(|name| typed.is_on(name)) {
        return RegistrationRules::default();
    }
    let asked = |n: usize| TypedQuestion {
        label: typed.text(&format!("question-{n}")),
        choices: typed.text(&format!("choices-{n}")),
        required: typed.is_on(&format!("required-{n}")),
    };
    let rules = TypedRules {
        group_max: typed.text("group-max"),
        waitlist: typed.is_on("waitlist"),
        members_only: typed.is_on("members-only"),
        whole_series: typed.is_on("whole-series"),
        questions: (0..RegistrationRules::MOST_QUESTIONS).map(asked).collect(),
    };
    RegistrationRules::parse(&rules).unwrap_or_else(|wrong| {
        faults.extend(wrong.into_iter().map(fault));
        RegistrationRules::default()
    })
}

fn fault(wrong: RuleFault) -> Fault {
    let named = |name: String| RULES.iter().copied().find(|known| *known == name).unwrap_or("group-max");
    match wrong {
        RuleFault::GroupMax => Fault::new("group-max", "rules-fault-group"),
        RuleFault::LongQuestion(n) => Fault::new(named(format!("question-{n}")), "rules-fault-question"),
        RuleFault::Choices(n) => Fault::new(named(format!("choices-{n}")), "rules-fault-choices"),
    }
}

/// The other way round.
pub fn write_rules(typed: &mut Typed, rules: &RegistrationRules) {
    let tick = |on: bool| if on { "on" } else { "" };
    typed.set("group-max", rules.group_max.to_string());
    typed.set("waitlist", tick(rules.waitlist));
    typed.set("members-only", tick(rules.members_only));
    typed.set("whole-series", tick(rules.whole_series));
    for (n, question) in rules.questions.iter().enumerate() {
        typed.set(&format!("question-{n}"), &question.label);
        typed.set(&format!("choices-{n}"), question.choices.join("\n"));
        typed.set(&format!("required-{n}"), tick(question.required));
    }
}

/// Open when registering is asked for, or something of it is wrong.
pub fn fold(drawing: &Drawing<'_>) -> Fold {
    let mut seats = drawing.field("number", "capacity").hint(drawing.label("capacity-hint"));
    seats.min = "1".to_owned();
    let mut closes = drawing.field("number", "closes");
    closes.min = "0".to_owned();
    let said = rules(drawing.typed, &mut Vec::new());
    let mut whole = drawing.typed.clone();
    if !whole.is_on("group-max") {
        write_rules(&mut whole, &said);
    }
    let filled = RULES.iter().filter(|name| whole.is_on(name));
    let pairs = filled.map(|name| ((*name).to_owned(), whole.text(name).to_owned())).collect();
    let wrong = |fault: &&Fault| RULES.contains(&fault.field);
    let error =
        |fault: &Fault| FieldError { name: fault.field.to_owned(), text: told(drawing.locale, fault) };
    let errors: Vec<FieldError> = drawing.faults.iter().filter(wrong).map(error).collect();
    let fields = page::Typed::of_form(&Form::of_pairs(pairs)).fields(drawing.locale, &errors);
    let parts = vec![
        Part::Select(drawing.registration()),
        Part::Row(vec![seats, closes]),
        Part::Rules(Box::new(fields)),
    ];
    let fold = drawing.fold("seats", &["capacity", "closes"], parts);
    let differs = said != RegistrationRules::default() || !errors.is_empty();
    Fold { open: fold.open || differs, ..fold }
}
