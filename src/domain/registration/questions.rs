//! What a host asks of those who register, and what they answer.

use serde::{Deserialize, Serialize};

use super::Refusal;

/// A question in the host's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub label: String,
    /// What one chooses from; empty: free words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    #[serde(default)]
    pub required: bool,
}

/// An answer beside the question as it was asked then: hosts may word it anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub question: String,
    pub answer: String,
}

/// The longest answer kept, in characters; what is beyond is cut.
pub const LONGEST_ANSWER: usize = 500;

/// What was given (in the order of the questions) as answers; blank ones are left out.
pub fn answers(questions: &[Question], given: &[String]) -> Result<Vec<Answer>, Refusal> {
    let mut answers = Vec::with_capacity(questions.len());
    for (n, question) in questions.iter().enumerate() {
        let given = given.get(n).map(|text| text.trim()).unwrap_or_default();
        let strange = !question.choices.is_empty()
            && !given.is_empty()
            && question.choices.iter().all(|choice| choice != given);
        if strange || (given.is_empty() && question.required) {
            return Err(Refusal::Unanswered { question: n });
        }
        if !given.is_empty() {
            let answer = given.chars().take(LONGEST_ANSWER).collect();
            answers.push(Answer { question: question.label.clone(), answer });
        }
    }
    Ok(answers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_required_is_answered_and_choices_are_chosen() {
        let ask = |label: &str, choices: &[&str], required| Question {
            label: label.to_owned(),
            choices: choices.iter().map(|choice| (*choice).to_owned()).collect(),
            required,
        };
        let questions = [ask("Allergies ?", &[], false), ask("Repas", &["végé", "poisson"], true)];
        let given = |texts: &[&str]| {
            answers(&questions, &texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>())
                .map(|answers| answers.into_iter().map(|a| a.answer).collect::<Vec<_>>())
        };
        assert_eq!(given(&[" noix ", "végé"]), Ok(vec!["noix".to_owned(), "végé".to_owned()]));
        assert_eq!(given(&["", "poisson"]), Ok(vec!["poisson".to_owned()]));
        for texts in [&["noix"][..], &["", ""], &["", "viande"], &[]] {
            assert_eq!(given(texts), Err(Refusal::Unanswered { question: 1 }), "{texts:?}");
        }
        let long = "é".repeat(600);
        assert_eq!(given(&[&long, "végé"]).unwrap().first().unwrap().chars().count(), LONGEST_ANSWER);
    }
}
