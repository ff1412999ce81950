//! What a host decides of the registrations of an event, beside its mode, capacity and deadline,
//! which the event itself says.

use serde::{Deserialize, Serialize};

use super::Question;

/// The rules of one event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegistrationRules {
    /// How many may come on one registration, 1 to [`Self::LARGEST_GROUP`].
    pub group_max: i32,
    /// A full date keeps a waiting list.
    pub waitlist: bool,
    /// Only signed-in members register.
    pub members_only: bool,
    /// One registers for all dates at once rather than for each.
    pub whole_series: bool,
    /// At most [`Self::MOST_QUESTIONS`].
    pub questions: Vec<Question>,
}

impl Default for RegistrationRules {
    /// Alone, with a waiting list, open to all, for each date, nothing asked.
    fn default() -> Self {
        Self { group_max: 1, waitlist: true, members_only: false, whole_series: false, questions: Vec::new() }
    }
}

/// The rules as a form brings them.
#[derive(Clone, Debug, Default)]
pub struct TypedRules<'a> {
    pub group_max: &'a str,
    pub waitlist: bool,
    pub members_only: bool,
    pub whole_series: bool,
    pub questions: Vec<TypedQuestion<'a>>,
}

#[derive(Clone, Copy, Debug, Default)]
pub struct TypedQuestion<'a> {
    /// Blank: no question.
    pub label: &'a str,
    /// One a line; blank: free words.
    pub choices: &'a str,
    pub required: bool,
}

/// What is wrong with what was typed; questions are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleFault {
    GroupMax,
    LongQuestion(usize),
    /// One choice is none, more than [`RegistrationRules::MOST_CHOICES`] are too many.
    Choices(usize),
}

impl RegistrationRules {
    pub const LARGEST_GROUP: i32 = 20;
    pub const MOST_QUESTIONS: usize = 5;
    pub const MOST_CHOICES: usize = 12;
    /// In characters.
    const LONGEST_QUESTION: usize = 160;
    const LONGEST_CHOICE: usize = 80;

    /// The rules, or everything that is wrong with them.
    pub fn parse(typed: &TypedRules<'_>) -> Result<Self, Vec<RuleFault>> {
        let mut faults = Vec::new();
        let group_max = match typed.group_max.trim() {
            "" => Some(1),
            text => text.parse().ok().filter(|n| (1..=Self::LARGEST_GROUP).contains(n)),
        };
        if group_max.is_none() {
            faults.push(RuleFault::GroupMax);
        }
        let mut questions = Vec::new();
        for (n, asked) in typed.questions.iter().take(Self::MOST_QUESTIONS).enumerate() {
            match question(n, asked) {
                Ok(question) => questions.extend(question),
                Err(fault) => faults.push(fault),
            }
        }
        match group_max {
            Some(group_max) if faults.is_empty() => Ok(Self {
                group_max,
                waitlist: typed.waitlist,
                members_only: typed.members_only,
                whole_series: typed.whole_series,
                questions,
            }),
            _ => Err(faults),
        }
    }
}

fn question(n: usize, typed: &TypedQuestion<'_>) -> Result<Option<Question>, RuleFault> {
    let label = typed.label.split_whitespace().collect::<Vec<_>>().join(" ");
    if label.is_empty() {
        return Ok(None);
    }
    if label.chars().count() > RegistrationRules::LONGEST_QUESTION {
        return Err(RuleFault::LongQuestion(n));
    }
    let mut choices: Vec<String> = Vec::new();
    for choice in typed.choices.lines().map(str::trim).filter(|choice| !choice.is_empty()) {
        if choices.iter().all(|other| other != choice) {
            choices.push(choice.to_owned());
        }
    }
    let long = choices.iter().any(|choice| choice.chars().count() > RegistrationRules::LONGEST_CHOICE);
    if long || choices.len() == 1 || choices.len() > RegistrationRules::MOST_CHOICES {
        return Err(RuleFault::Choices(n));
    }
    Ok(Some(Question { label, choices, required: typed.required }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_host_types_becomes_rules() {
        let typed = TypedRules {
            group_max: " 4 ",
            waitlist: true,
            questions: vec![
                TypedQuestion { label: "  Allergies ? ", ..TypedQuestion::default() },
                TypedQuestion::default(),
                TypedQuestion { label: "Repas", choices: "végé\r\n\r\n poisson \nvégé", required: true },
            ],
            ..TypedRules::default()
        };
        let rules = RegistrationRules::parse(&typed).unwrap();
        assert_eq!((rules.group_max, rules.waitlist, rules.members_only), (4, true, false));
        let told: Vec<_> = rules.questions.iter().map(|q| (q.label.as_str(), q.choices.join("|"))).collect();
        assert_eq!(told, [("Allergies ?", String::new()), ("Repas", "végé|poisson".to_owned())]);
    }

    #[test]
    fn every_fault_is_told() {
        let long = "a".repeat(161);
        let many = (0..13).map(|n| n.to_string()).collect::<Vec<_>>().join("\n");
        let asked = |label, choices| TypedQuestion { label, choices, required: false };
        let typed = TypedRules {
            group_max: "21",
            questions: vec![
                asked(&long, ""),
                asked("Seul", "un"),
                asked("Trop", &many),
                asked("Bien", "a\nb"),
            ],
            ..TypedRules::default()
        };
        let faults =
            [RuleFault::GroupMax, RuleFault::LongQuestion(0), RuleFault::Choices(1), RuleFault::Choices(2)];
        assert_eq!(RegistrationRules::parse(&typed), Err(faults.to_vec()));
        for group_max in ["0", "-1", "x", "1.5"] {
            let typed = TypedRules { group_max, ..TypedRules::default() };
            assert_eq!(RegistrationRules::parse(&typed), Err(vec![RuleFault::GroupMax]), "{group_max}");
        }
        assert_eq!(RegistrationRules::parse(&TypedRules::default()).map(|rules| rules.group_max), Ok(1));
    }
}
