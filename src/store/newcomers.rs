//! What hosts noted of newcomers: steps that were ticked, letters that were decided on.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Text};

use super::known;
use crate::db::schema::{newcomer_letters, newcomer_steps};
use crate::db::{DbConnection, Instant, Result, UtcInstant};
use crate::domain::newcomer::{NewcomerStep, Reminder};

/// A step that was ticked.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = newcomer_steps)]
pub struct StepRow {
    pub member_id: i64,
    pub step: String,
    /// uid of the member who sponsors, whose account may be gone; empty for other steps.
    pub sponsor: String,
    /// uid of the host, whose account may be gone.
    pub done_by: String,
    pub done_at: UtcInstant,
}

impl StepRow {
    pub fn step(&self) -> Result<NewcomerStep> {
        known("newcomer step", &self.step, NewcomerStep::from_code)
    }
}

/// A letter that was sent or set aside.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = newcomer_letters)]
pub struct LetterRow {
    pub member_id: i64,
    pub reminder: String,
    pub sent: bool,
    pub decided_by: String,
    pub decided_at: UtcInstant,
}

impl LetterRow {
    pub fn reminder(&self) -> Result<Reminder> {
        known("reminder", &self.reminder, Reminder::from_code)
    }
}

/// What is ticked for these members at a place.
pub fn steps(conn: &mut DbConnection, place: i64, members: &[i64]) -> Result<Vec<StepRow>> {
    Ok(newcomer_steps::table
        .filter(newcomer_steps::place_id.eq(place))
        .filter(newcomer_steps::member_id.eq_any(members))
        .order((newcomer_steps::member_id, newcomer_steps::step))
        .select(StepRow::as_select())
        .load(conn)?)
}

/// The letters that were decided on for these members.
pub fn letters(conn: &mut DbConnection, place: i64, members: &[i64]) -> Result<Vec<LetterRow>> {
    Ok(newcomer_letters::table
        .filter(newcomer_letters::place_id.eq(place))
        .filter(newcomer_letters::member_id.eq_any(members))
        .order((newcomer_letters::member_id, newcomer_letters::reminder))
        .select(LetterRow::as_select())
        .load(conn)?)
}

/// A newcomer at a place, and the host (by uid) who notes something of them.
#[derive(Clone, Copy)]
pub struct Noted<'a> {
    pub member: i64,
    pub place: i64,
    pub by: &'a str,
}

/// Ticks a step, over what was there.
pub fn tick(
    conn: &mut DbConnection,
    noted: Noted<'_>,
    step: NewcomerStep,
    sponsor: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::sql_query(
        "INSERT INTO newcomer_steps (member_id, place_id, step, sponsor, done_by, done_at) \
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (member_id, place_id, step) DO UPDATE SET \
         sponsor = excluded.sponsor, done_by = excluded.done_by, done_at = excluded.done_at",
    )
    .bind::<BigInt, _>(noted.member)
    .bind::<BigInt, _>(noted.place)
    .bind::<Text, _>(step.code())
    .bind::<Text, _>(sponsor)
    .bind::<Text, _>(noted.by)
    .bind::<Instant, _>(UtcInstant(now))
    .execute(conn)?;
    Ok(())
}

pub fn untick(conn: &mut DbConnection, member: i64, place: i64, step: NewcomerStep) -> Result<()> {
    diesel::delete(newcomer_steps::table.find((member, place, step.code()))).execute(conn)?;
    Ok(())
}

/// Notes that a letter is sent or set aside; `false` when that was decided before.
pub fn decide_letter(
    conn: &mut DbConnection,
    noted: Noted<'_>,
    reminder: Reminder,
    sent: bool,
    now: DateTime<Utc>,
) -> Result<bool> {
    let written = diesel::sql_query(
        "INSERT INTO newcomer_letters (member_id, place_id, reminder, sent, decided_by, decided_at) \
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (member_id, place_id, reminder) DO NOTHING",
    )
    .bind::<BigInt, _>(noted.member)
    .bind::<BigInt, _>(noted.place)
    .bind::<Text, _>(reminder.code())
    .bind::<Bool, _>(sent)
    .bind::<Text, _>(noted.by)
    .bind::<Instant, _>(UtcInstant(now))
    .execute(conn)?;
    Ok(written == 1)
}

/// Forgets what was noted of somebody who leaves a place.
pub fn forget(conn: &mut DbConnection, member: i64, place: i64) -> Result<()> {
    let steps = newcomer_steps::table
        .filter(newcomer_steps::member_id.eq(member))
        .filter(newcomer_steps::place_id.eq(place));
    diesel::delete(steps).execute(conn)?;
    let letters = newcomer_letters::table
        .filter(newcomer_letters::member_id.eq(member))
        .filter(newcomer_letters::place_id.eq(place));
    diesel::delete(letters).execute(conn)?;
    Ok(())
}
