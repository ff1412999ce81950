//! What the member does: places, first steps, registrations, events, proposals, changes of pages.

use diesel::prelude::*;
use serde_json::{Value, json};

use super::{at, maybe_at, stored};
use crate::db::schema::{
    charter_acceptances, event_drafts, event_hosts, event_proposals, events, memberships, newcomer_letters,
    newcomer_steps, place_changes, places, planned_publications, registrations,
};
use crate::db::{DbConnection, Result, UtcInstant};
use crate::store::members::MemberRow;

pub fn places(conn: &mut DbConnection, member: &MemberRow) -> Result<Value> {
    let rows: Vec<(String, String, String, UtcInstant, Option<UtcInstant>)> = memberships::table
        .inner_join(places::table)
        .filter(memberships::member_id.eq(member.id))
        .order((places::sort_key, places::id))
        .select((
            places::name,
            memberships::kind,
            memberships::role,
            memberships::asked_at,
            memberships::joined_at,
        ))
        .load(conn)?;
    let accepted: Vec<(String, i32, UtcInstant)> = charter_acceptances::table
        .inner_join(places::table)
        .filter(charter_acceptances::member_id.eq(member.id))
        .order((places::sort_key, places::id, charter_acceptances::version))
        .select((places::name, charter_acceptances::version, charter_acceptances::accepted_at))
        .load(conn)?;
    let membership = |(place, kind, role, asked_at, joined_at): &(String, String, String, _, _)| {
        json!({
            "place": place,
            "kind": kind,
            "role": role,
            "asked_at": at(*asked_at),
            "joined_at": maybe_at(*joined_at),
        })
    };
    let charter = |(place, version, accepted_at): &(String, i32, UtcInstant)| json!({ "place": place, "version": version, "accepted_at": at(*accepted_at) });
    Ok(json!({
        "memberships": rows.iter().map(membership).collect::<Vec<_>>(),
        "charters_accepted": accepted.iter().map(charter).collect::<Vec<_>>(),
    }))
}

/// What hosts noted of a newcomer. Who noted it is not told.
pub fn first_steps(conn: &mut DbConnection, member: &MemberRow) -> Result<Value> {
    let steps: Vec<(String, String, UtcInstant)> = newcomer_steps::table
        .inner_join(places::table)
        .filter(newcomer_steps::member_id.eq(member.id))
        .order((newcomer_steps::place_id, newcomer_steps::done_at, newcomer_steps::step))
        .select((places::name, newcomer_steps::step, newcomer_steps::done_at))
        .load(conn)?;
    let letters: Vec<(String, String, bool, UtcInstant)> = newcomer_letters::table
        .inner_join(places::table)
        .filter(newcomer_letters::member_id.eq(member.id))
        .order((newcomer_letters::place_id, newcomer_letters::reminder))
        .select((
            places::name,
            newcomer_letters::reminder,
            newcomer_letters::sent,
            newcomer_letters::decided_at,
        ))
        .load(conn)?;
    let step = |(place, step, done_at): &(String, String, UtcInstant)| json!({ "place": place, "step": step, "done_at": at(*done_at) });
    let letter = |(place, reminder, sent, decided_at): &(String, String, bool, UtcInstant)| json!({ "place": place, "reminder": reminder, "sent": sent, "decided_at": at(*decided_at) });
    Ok(json!({
        "steps": steps.iter().map(step).collect::<Vec<_>>(),
        "reminders": letters.iter().map(letter).collect::<Vec<_>>(),
    }))
}

#[derive(Queryable)]
struct Registered {
    event: String,
    date: String,
    email: Option<String>,
    name: String,
    size: i32,
    state: String,
    show_name: bool,
    answers: String,
    came: Option<bool>,
    created_at: UtcInstant,
    changed_at: UtcInstant,
}

pub fn registrations(conn: &mut DbConnection, member: &MemberRow) -> Result<Value> {
    let rows: Vec<Registered> = registrations::table
        .inner_join(events::table)
        .filter(registrations::member_id.eq(member.id))
        .order(registrations::id)
        .select((
            events::title,
            registrations::occurrence_key,
            registrations::email,
            registrations::name,
            registrations::size,
            registrations::state,
            registrations::show_name,
            registrations::answers,
            registrations::came,
            registrations::created_at,
            registrations::changed_at,
        ))
        .load(conn)?;
    let told = |row: Registered| {
        json!({
            "event": row.event,
            // Empty: every date of the series.
            "date": row.date,
            "email": row.email,
            "name": row.name,
            "people": row.size,
            "state": row.state,
            "name_shown_to_others": row.show_name,
            "answers": stored(row.answers),
            "came": row.came,
            "created_at": at(row.created_at),
            "changed_at": at(row.changed_at),
        })
    };
    Ok(rows.into_iter().map(told).collect())
}

pub fn hosting(conn: &mut DbConnection, member: &MemberRow) -> Result<Value> {
    let held: Vec<(String, String)> = event_hosts::table
        .inner_join(events::table)
        .filter(event_hosts::member_id.eq(member.id))
        .order(events::id)
        .select((events::title, events::slug))
        .load(conn)?;
    let planned: Vec<(String, UtcInstant)> = planned_publications::table
        .inner_join(event_drafts::table)
        .filter(planned_publications::member_id.eq(member.id))
        .order(planned_publications::publish_at)
        .select((event_drafts::title, planned_publications::publish_at))
        .load(conn)?;
    let event = |(title, slug): &(String, String)| json!({ "title": title, "slug": slug });
    let plan =
        |(title, publish_at): &(String, UtcInstant)| json!({ "title": title, "publish_at": at(*publish_at) });
    Ok(json!({
        "events": held.iter().map(event).collect::<Vec<_>>(),
        "planned": planned.iter().map(plan).collect::<Vec<_>>(),
    }))
}

#[derive(Queryable)]
struct Proposed {
    place: String,
    title: String,
    fields: String,
    reason: String,
    state: String,
    word: String,
    proposed_at: UtcInstant,
    decided_at: Option<UtcInstant>,
}

pub fn proposals(conn: &mut DbConnection, member: &MemberRow) -> Result<Value> {
    let rows: Vec<Proposed> = event_proposals::table
        .inner_join(places::table)
        .filter(event_proposals::member_id.eq(member.id))
        .order(event_proposals::id)
        .select((
            places::name,
            event_proposals::title,
            event_proposals::fields,
            event_proposals::reason,
            event_proposals::state,
            event_proposals::word,
            event_proposals::proposed_at,
            event_proposals::decided_at,
        ))
        .load(conn)?;
    let told = |row: Proposed| {
        json!({
            "place": row.place,
            "title": row.title,
            "fields": stored(row.fields),
            "reason": row.reason,
            "state": row.state,
            "word": row.word,
            "proposed_at": at(row.proposed_at),
            "decided_at": maybe_at(row.decided_at),
        })
    };
    Ok(rows.into_iter().map(told).collect())
}

/// When the member changed which page; what they wrote there is the place's.
pub fn changes_of_places(conn: &mut DbConnection, member: &MemberRow) -> Result<Value> {
    let rows: Vec<(String, String, UtcInstant)> = place_changes::table
        .inner_join(places::table)
        .filter(place_changes::member_uid.eq(&member.uid))
        .order(place_changes::id)
        .select((places::name, place_changes::section, place_changes::made_at))
        .load(conn)?;
    let told = |(place, section, made_at): &(String, String, UtcInstant)| json!({ "place": place, "section": section, "made_at": at(*made_at) });
    Ok(rows.iter().map(told).collect())
}
