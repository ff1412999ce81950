//! What hosts set of the registrations of an event: a page of its own, and fields that the form of
//! an event can hold.

use actix_web::{HttpRequest, HttpResponse, web};

use super::draw;
use super::list::{address, hosted};
use super::page::{QuestionFields, RulesFields, RulesPage};
use super::register::refusal;
use super::words::{self, head, with_number, with_text};
use crate::actions::{self, Occasion};
use crate::domain::policy::Action;
use crate::domain::registration::{RegistrationRules, RuleFault, TypedQuestion, TypedRules};
use crate::domain::slug::Slug;
use crate::i18n::{self, Locale};
use crate::store::{event_hosts, seats};
use crate::web::act::{Act, Done, act};
use crate::web::answer::{Desk, private};
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::fields::{Choice, Field, FieldError};
use crate::web::form::Form;
use crate::web::frame::Frame;
use crate::web::parts::Link;

/// What stands in the fields.
#[derive(Clone, Debug)]
pub struct Typed {
    group_max: String,
    waitlist: bool,
    members_only: bool,
    whole_series: bool,
    /// Label, choices, required; always [`RegistrationRules::MOST_QUESTIONS`].
    questions: Vec<(String, String, bool)>,
}

impl Typed {
    pub fn of_rules(rules: &RegistrationRules) -> Self {
        let asked = |n: usize| match rules.questions.get(n) {
            Some(question) => (question.label.clone(), question.choices.join("\n"), question.required),
            None => (String::new(), String::new(), false),
        };
        Self {
            group_max: rules.group_max.to_string(),
            waitlist: rules.waitlist,
            members_only: rules.members_only,
            whole_series: rules.whole_series,
            questions: (0..RegistrationRules::MOST_QUESTIONS).map(asked).collect(),
        }
    }

    pub fn of_form(form: &Form) -> Self {
        let asked = |n: usize| {
            let [label, choices, required] = names(n);
            (form.text(&label), form.text(&choices), form.is_on(&required))
        };
        Self {
            group_max: form.text("group-max"),
            waitlist: form.is_on("waitlist"),
            members_only: form.is_on("members-only"),
            whole_series: form.is_on("whole-series"),
            questions: (0..RegistrationRules::MOST_QUESTIONS).map(asked).collect(),
        }
    }

    /// The rules that the fields say, or what is wrong with which field.
    pub fn parse(&self, locale: Locale) -> std::result::Result<RegistrationRules, Vec<FieldError>> {
        let typed = TypedRules {
            group_max: &self.group_max,
            waitlist: self.waitlist,
            members_only: self.members_only,
            whole_series: self.whole_series,
            questions: self
                .questions
                .iter()
                .map(|(label, choices, required)| TypedQuestion { label, choices, required: *required })
                .collect(),
        };
        RegistrationRules::parse(&typed)
            .map_err(|faults| faults.into_iter().map(|fault| told(locale, fault)).collect())
    }

    /// The fields, with what is wrong.
    pub fn fields(&self, locale: Locale, errors: &[FieldError]) -> RulesFields {
        let error = |name: &str| {
            errors.iter().find(|error| error.name == name).map(|error| error.text.clone()).unwrap_or_default()
        };
        let tick =
            |name: &str, key: &str, on| Choice::tick(name, i18n::text(locale, key), on).error(error(name));
        let question = |(n, (label, choices, required)): (usize, &(String, String, bool))| {
            let [label_name, choices_name, required_name] = names(n);
            let number = i32::try_from(n + 1).unwrap_or(1);
            QuestionFields {
                label: Field::text(&label_name, with_number(locale, "rules-question", "n", number))
                    .value(label)
                    .maxlength(160)
                    .error(error(&label_name)),
                choices: Field::text(&choices_name, i18n::text(locale, "rules-choices"))
                    .value(choices)
                    .hint(i18n::text(locale, "rules-choices-hint"))
                    .rows(3)
                    .error(error(&choices_name)),
                required: Choice::tick(&required_name, i18n::text(locale, "rules-required"), *required),
            }
        };
        RulesFields {
            group_max: Field {
                min: "1".to_owned(),
                max: RegistrationRules::LARGEST_GROUP.to_string(),
                inputmode: "numeric",
                ..Field::of("number", "group-max", i18n::text(locale, "rules-group"))
                    .value(&self.group_max)
                    .hint(i18n::text(locale, "rules-group-hint"))
                    .error(error("group-max"))
                    .required()
            },
            waitlist: tick("waitlist", "rules-waitlist", self.waitlist),
            members_only: tick("members-only", "rules-members", self.members_only),
            whole_series: tick("whole-series", "rules-series", self.whole_series)
                .hint(i18n::text(locale, "rules-series-hint")),
            questions: self.questions.iter().enumerate().map(question).collect(),
        }
    }
}

fn names(question: usize) -> [String; 3] {
    ["question", "choices", "required"].map(|part| format!("{part}-{question}"))
}

fn told(locale: Locale, fault: RuleFault) -> FieldError {
    let (name, key) = match fault {
        RuleFault::GroupMax => ("group-max".to_owned(), "rules-fault-group"),
        RuleFault::LongQuestion(n) => (format!("question-{n}"), "rules-fault-question"),
        RuleFault::Choices(n) => (format!("choices-{n}"), "rules-fault-choices"),
    };
    FieldError { name, text: i18n::text(locale, key) }
}

/// `GET /evenements/{slug}/inscriptions/reglages`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = request.match_info().get("slug").and_then(Slug::parse);
    private(&request, move |desk| {
        let occasion = hosted_by(desk, &slug.ok_or(Error::NotFound)?)?;
        let typed = Typed::of_rules(&occasion.offered.terms.rules);
        let (page, frame) = draw_rules(desk, &occasion, &typed, Vec::new())?;
        desk.private_page(&page, &frame)
    })
    .await
}

fn hosted_by(desk: &mut Desk<'_>, slug: &Slug) -> Result<Occasion> {
    let occasion = hosted(desk, slug)?;
    let hands = event_hosts::hands(desk.conn, &occasion.event)?;
    match desk.actor().may(Action::AmendEvent(&hands)) {
        true => Ok(occasion),
        false => Err(Error::NotFound),
    }
}

/// `POST` of the same.
pub async fn submit(request: HttpRequest, body: web::Payload) -> HttpResponse {
    let slug = request.match_info().get("slug").and_then(Slug::parse);
    act(request, body, move |act, form| {
        let occasion = hosted_by(&mut act.desk(), &slug.ok_or(Error::NotFound)?)?;
        let typed = Typed::of_form(form);
        let rules = match typed.parse(act.locale()) {
            Ok(rules) => rules,
            Err(errors) => return Err(again(act, &occasion, &typed, errors)),
        };
        let (by, now) = (act.actor(), act.now);
        match actions::set_registration_rules(act.tx, &by, occasion.event.id, &rules, now) {
            Ok(()) => {
                let list = format!("/evenements/{}/inscriptions", occasion.event.slug);
                Ok(Done::see(local(act.locale(), &list)).saying("done-rules-saved"))
            }
            Err(error) => {
                let why = refusal(error)?.refusal;
                let text = why.map(|why| words::refusal(act.locale(), why)).unwrap_or_default();
                let errors = vec![FieldError { name: "whole-series".to_owned(), text }];
                Err(again(act, &occasion, &typed, errors))
            }
        }
    })
    .await
}

fn again(act: &mut Act<'_, '_>, occasion: &Occasion, typed: &Typed, errors: Vec<FieldError>) -> Error {
    match draw_rules(&mut act.desk(), occasion, typed, errors) {
        Ok((page, frame)) => act.again(&page, &frame),
        Err(error) => error,
    }
}

fn draw_rules(
    desk: &mut Desk<'_>,
    occasion: &Occasion,
    typed: &Typed,
    errors: Vec<FieldError>,
) -> Result<(RulesPage, Frame)> {
    let locale = desk.locale();
    let counts = seats::of(desk.conn, occasion.event.id, occasion.offered.stored_key())?;
    let action = local(locale, &format!("/evenements/{}/inscriptions/reglages", occasion.event.slug));
    let mut frame = draw::frame(desk, &action);
    frame.title = with_text(locale, "rules-heading", "title", &occasion.event.title);
    let page = RulesPage {
        head: head(locale, occasion, counts),
        form: desk.form(),
        rules: typed.fields(locale, &errors),
        errors,
        back: Link::new(i18n::text(locale, "list-title"), address(desk, occasion, "")),
        action,
    };
    Ok((page, frame))
}
