//! Somebody whose address is known enters the list of a date.

use chrono::{DateTime, Utc};

use super::super::error::Result;
use super::{News, Occasion, settle, tell};
use crate::db::Transaction;
use crate::domain::event::RegistrationMode;
use crate::domain::registration::{Answer, Refusal, RegistrationState, answers};
use crate::i18n::Locale;
use crate::store::registrations::{self, RegistrationRow, Said};

/// Who registers: a member, or somebody whose address a letter proved.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    pub member: Option<i64>,
    pub email: &'a str,
    pub name: &'a str,
    pub locale: Locale,
}

/// What they wish.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// How many come; at least 1.
    pub size: i32,
    /// In the order of the questions.
    pub answers: Vec<String>,
    /// Others who are registered may read the name.
    pub show_name: bool,
}

impl Wish {
    /// The answers, if all of it is within the terms.
    pub fn check(&self, occasion: &Occasion) -> std::result::Result<Vec<Answer>, Refusal> {
        let max = occasion.offered.terms.largest_group();
        if !(1..=max).contains(&self.size) {
            return Err(Refusal::GroupTooLarge { max });
        }
        answers(&occasion.offered.terms.rules.questions, &self.answers)
    }
}

/// Registers the person under `number`, the turn that was taken. Who holds a registration already
/// keeps it as it is.
pub fn enter(
    tx: &mut Transaction<'_>,
    occasion: &Occasion,
    person: &Person<'_>,
    wish: &Wish,
    number: i64,
    now: DateTime<Utc>,
) -> Result<RegistrationRow> {
    let key = occasion.offered.stored_key();
    let before = match person.member {
        Some(member) => registrations::of_member(tx, occasion.event.id, key, member)?,
        None => None,
    };
    let before = match before {
        Some(row) => Some(row),
        None => registrations::of_email(tx, occasion.event.id, key, person.email)?,
    };
    if let Some(row) = &before {
        match row.state()? {
            RegistrationState::Cancelled => {}
            RegistrationState::Declined => return Err(Refusal::Declined.into()),
            _ => return Ok(row.clone()),
        }
    }
    if let Some(refusal) = occasion.offered.terms.closed(now) {
        return Err(refusal.into());
    }
    let answers = wish.check(occasion)?;
    let (state, news) = outcome(tx, occasion, wish.size)?;
    let said = Said {
        number,
        member: person.member,
        email: Some(person.email),
        name: person.name,
        locale: person.locale,
        size: wish.size,
        state,
        show_name: wish.show_name,
        answers: &answers,
        came: None,
    };
    let id = match before {
        Some(row) => {
            registrations::update(tx, row.id, &said, now)?;
            row.id
        }
        None => registrations::insert(tx, occasion.event.id, key, &said, now)?,
    };
    let row = registrations::by_id(tx, id)?;
    tell(tx, &occasion.about(), &row, news, now)?;
    settle(tx, occasion, now)?;
    Ok(row)
}

/// Where a newcomer with `size` people stands, and what is said of it.
fn outcome(
    tx: &mut Transaction<'_>,
    occasion: &Occasion,
    size: i32,
) -> Result<(RegistrationState, News<'static>)> {
    let terms = &occasion.offered.terms;
    if terms.mode == RegistrationMode::OnApproval {
        return Ok((RegistrationState::Asked, News::Asked));
    }
    seat_or_turn(tx, occasion, size)
}

/// A seat where one is free, else the end of the waiting list, else a refusal.
pub fn seat_or_turn(
    tx: &mut Transaction<'_>,
    occasion: &Occasion,
    size: i32,
) -> Result<(RegistrationState, News<'static>)> {
    let mut list = occasion.seat_list(tx)?;
    /// None of the database's.
    const NEWCOMER: i64 = 0;
    if list.enter(NEWCOMER, size) {
        return Ok((RegistrationState::Confirmed, News::Confirmed));
    }
    match occasion.offered.terms.rules.waitlist {
        true => {
            let position = list.position(NEWCOMER).unwrap_or(1);
            Ok((RegistrationState::Waiting, News::Waiting { position }))
        }
        false => Err(Refusal::Full.into()),
    }
}
