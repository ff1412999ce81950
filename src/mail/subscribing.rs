//! Letters to those who ask to be told by mail.

use super::{Letter, Line};
use crate::domain::subscription::{Choices, Rhythm};
use crate::secret::Secret;

/// Asks to confirm the address.
pub fn confirm(secret: &Secret, rhythm: Rhythm) -> Letter {
    Letter::new(Line::new("letter-subscription-subject"))
        .paragraph(Line::new("letter-subscription-text"))
        .fact(Line::new("letter-subscription-rhythm"), Line::new(&format!("rhythm-{rhythm}")))
        .button(Line::new("letter-subscription-button"), format!("/lettre/confirmer/{}", secret.reveal()))
        .after(Line::new("letter-lasts-two-days"))
        .after(Line::new("letter-subscription-not-you"))
}

/// To an address that has an account: its digest is the same thing. `link` opens what is chosen, with
/// what was asked for beside it.
pub fn already_member(link: &str, asked: &Choices) -> Letter {
    // Slugs and codes stand unescaped in addresses.
    let query: Vec<String> = asked.topics.iter().map(|(topic, key)| format!("{topic}={key}")).collect();
    let query = if query.is_empty() { String::new() } else { format!("?{}", query.join("&")) };
    Letter::new(Line::new("letter-subscription-member-subject"))
        .paragraph(Line::new("letter-subscription-member-text"))
        .button(Line::new("letter-subscription-member-button"), format!("/lettre/{link}{query}"))
        .after(Line::new("letter-subscription-member-not-you"))
}
