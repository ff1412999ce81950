//! What pages say of registrations.

use chrono::{DateTime, Utc};

use super::page::{Head, StateNotice};
use crate::actions::Occasion;
use crate::domain::registration::{Refusal, RegistrationState};
use crate::i18n::{self, Args, Locale};
use crate::store::registrations::RegistrationRow;
use crate::store::seats::SeatsRow;
use crate::web::answer::Desk;
use crate::web::asked::local;
use crate::web::error::Result;
use crate::web::parts::Tone;

/// The message `key` with a number in it.
pub fn with_number(locale: Locale, key: &str, name: &'static str, n: i32) -> String {
    let mut args = Args::new();
    args.set(name, n);
    i18n::text_with(locale, key, Some(&args))
}

/// The message `key` with a text in it.
pub fn with_text(locale: Locale, key: &str, name: &'static str, value: &str) -> String {
    let mut args = Args::new();
    args.set(name, value.to_owned());
    i18n::text_with(locale, key, Some(&args))
}

/// "3 personnes"; empty for one.
pub fn people(locale: Locale, size: i32) -> String {
    if size == 1 { String::new() } else { with_number(locale, "party-count", "n", size) }
}

/// Why one cannot register, or not so.
pub fn refusal(locale: Locale, refusal: Refusal) -> String {
    let plain = |key: &str| i18n::text(locale, key);
    match refusal {
        Refusal::NotNeeded => plain("refused-not-needed"),
        Refusal::CalledOff => plain("refused-called-off"),
        Refusal::Over => plain("refused-over"),
        Refusal::Closed => plain("refused-closed"),
        Refusal::Full => plain("refused-full"),
        Refusal::MembersOnly => plain("refused-members-only"),
        Refusal::Declined => plain("refused-declined"),
        Refusal::AlreadyRegistered => plain("refused-registered"),
        Refusal::Unanswered { .. } => plain("refused-answer"),
        Refusal::GroupTooLarge { max } => with_number(locale, "refused-group", "max", max),
        Refusal::NotEnoughSeats { left } => with_number(locale, "refused-seats", "left", left),
    }
}

/// How many seats are left and who waits; empty where there is no limit.
pub fn seats(locale: Locale, capacity: Option<i32>, row: SeatsRow) -> String {
    let Some(capacity) = capacity else { return String::new() };
    match (capacity - row.taken).max(0) {
        0 if row.waiting == 0 => i18n::text(locale, "seats-full"),
        0 => format!(
            "{} {}",
            i18n::text(locale, "seats-full"),
            with_number(locale, "seats-waiting", "n", row.waiting)
        ),
        left => with_number(locale, "seats-left", "n", left),
    }
}

/// What one registers for.
pub fn head(locale: Locale, occasion: &Occasion, row: SeatsRow) -> Head {
    let about = occasion.about();
    Head {
        title: occasion.title().to_owned(),
        href: local(locale, &about.path()),
        when: about.when(locale),
        place: occasion.place.name.clone(),
        seats: seats(locale, occasion.offered.terms.capacity, row),
    }
}

/// Where a registration stands.
pub fn state(desk: &mut Desk<'_>, occasion: &Occasion, row: &RegistrationRow) -> Result<StateNotice> {
    let locale = desk.locale();
    let state = row.state()?;
    let label = i18n::text(locale, &format!("registration-state-{state}"));
    let (tone, text) = match state {
        RegistrationState::Confirmed => (Tone::Good, i18n::text(locale, "manage-confirmee")),
        RegistrationState::Waiting => (Tone::Warn, waiting(desk, occasion, row)?),
        RegistrationState::Asked => (Tone::Calm, i18n::text(locale, "manage-a-valider")),
        RegistrationState::Declined => (Tone::Bad, i18n::text(locale, "manage-refusee")),
        RegistrationState::Cancelled => (Tone::Calm, i18n::text(locale, "manage-annulee")),
    };
    if !state.is_live() {
        return Ok(StateNotice { tone, label, text });
    }
    let terms = &occasion.offered.terms;
    if !terms.status.takes_place() {
        return Ok(StateNotice { tone: Tone::Bad, label, text: i18n::text(locale, "manage-off") });
    }
    if is_over(occasion, desk.now) {
        return Ok(StateNotice { tone: Tone::Calm, label, text: i18n::text(locale, "manage-over") });
    }
    Ok(StateNotice { tone, label, text })
}

pub fn is_over(occasion: &Occasion, now: DateTime<Utc>) -> bool {
    now >= occasion.offered.terms.ends_at
}

fn waiting(desk: &mut Desk<'_>, occasion: &Occasion, row: &RegistrationRow) -> Result<String> {
    let locale = desk.locale();
    let list = occasion.seat_list(desk.conn)?;
    let position = i32::try_from(list.position(row.id).unwrap_or(1)).unwrap_or(i32::MAX);
    let turn = with_number(locale, "manage-en-attente", "position", position);
    Ok(match list.left() {
        Some(left) if left > 0 => {
            format!("{turn} {}", with_number(locale, "manage-passed-over", "left", left))
        }
        _ => turn,
    })
}
