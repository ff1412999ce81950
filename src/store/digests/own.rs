//! What is each reader's own: where they belong, where they go, what they announced.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::dates::by_ids;
use crate::db::schema::{event_hosts, event_proposals, memberships, occurrences, registrations};
use crate::db::{DbConnection, Result, UtcInstant};
use crate::domain::digest::{DateChange, DigestDate, Registered};
use crate::domain::member::MembershipRole;
use crate::domain::registration::RegistrationState;
use crate::store::known;

/// A place that a member belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Belonging {
    pub member: i64,
    pub place: i64,
    pub holds_it: bool,
}

/// The places of these members.
pub fn belonging(conn: &mut DbConnection, members: &[i64]) -> Result<Vec<Belonging>> {
    let rows: Vec<(i64, i64, String)> = memberships::table
        .filter(memberships::member_id.eq_any(members))
        .filter(memberships::role.ne(MembershipRole::Asked.code()))
        .order((memberships::member_id, memberships::place_id))
        .select((memberships::member_id, memberships::place_id, memberships::role))
        .load(conn)?;
    let host = MembershipRole::Host.code();
    let read =
        |(member, place, role): (i64, i64, String)| Belonging { member, place, holds_it: role == host };
    Ok(rows.into_iter().map(read).collect())
}

/// What these members have registered for, of the dates that begin in `[from, to)` and of those that
/// changed.
pub fn registered(
    conn: &mut DbConnection,
    members: &[i64],
    (from, to): (DateTime<Utc>, DateTime<Utc>),
    changes: &[DateChange],
) -> Result<BTreeMap<i64, Vec<Registered>>> {
    let mut by_member: BTreeMap<i64, Vec<Registered>> = BTreeMap::new();
    let state = |code: &str| known("registration state", code, RegistrationState::from_code);
    let listed = of_dates(conn, members, (from, to))?;
    let ids: Vec<i64> = listed.iter().map(|(_, id, _)| *id).collect::<BTreeSet<_>>().into_iter().collect();
    let dates = by_ids(conn, &ids)?;
    for (member, id, code) in listed {
        if let Some(date) = dates.get(&id) {
            let one = Registered { date: date.clone(), state: state(&code)? };
            by_member.entry(member).or_default().push(one);
        }
    }
    let mut changed: BTreeMap<i64, Vec<&DigestDate>> = BTreeMap::new();
    for change in changes {
        changed.entry(change.date.name.event).or_default().push(&change.date);
    }
    for (member, event, key, code) in of_events(conn, members, changed.keys().copied())? {
        for date in changed.get(&event).into_iter().flatten() {
            if key.is_empty() || key == date.name.key.as_str() {
                let one = Registered { date: (*date).clone(), state: state(&code)? };
                by_member.entry(member).or_default().push(one);
            }
        }
    }
    Ok(by_member)
}

fn live() -> Vec<&'static str> {
    RegistrationState::ALL.iter().filter(|state| state.is_live()).map(|state| state.code()).collect()
}

fn of_dates(
    conn: &mut DbConnection,
    members: &[i64],
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<(i64, i64, String)>> {
    let date = occurrences::event_id.eq(registrations::event_id).and(
        registrations::occurrence_key
            .eq("")
            .or(registrations::occurrence_key.eq(occurrences::occurrence_key)),
    );
    let rows: Vec<(Option<i64>, i64, String)> = registrations::table
        .inner_join(occurrences::table.on(date))
        .filter(registrations::member_id.eq_any(members))
        .filter(registrations::state.eq_any(live()))
        .filter(occurrences::starts_at.ge(UtcInstant(from)))
        .filter(occurrences::starts_at.lt(UtcInstant(to)))
        .order((registrations::member_id, occurrences::starts_at, occurrences::id, registrations::id))
        .select((registrations::member_id, occurrences::id, registrations::state))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(member, id, state)| Some((member?, id, state))).collect())
}

fn of_events(
    conn: &mut DbConnection,
    members: &[i64],
    events: impl Iterator<Item = i64>,
) -> Result<Vec<(i64, i64, String, String)>> {
    let mut found = Vec::new();
    for some in events.collect::<Vec<_>>().chunks(2_000) {
        let rows: Vec<(Option<i64>, i64, String, String)> = registrations::table
            .filter(registrations::member_id.eq_any(members))
            .filter(registrations::event_id.eq_any(some))
            .filter(registrations::state.eq_any(live()))
            .order((registrations::member_id, registrations::id))
            .select((
                registrations::member_id,
                registrations::event_id,
                registrations::occurrence_key,
                registrations::state,
            ))
            .load(conn)?;
        found.extend(rows.into_iter().filter_map(|(m, event, key, state)| Some((m?, event, key, state))));
    }
    Ok(found)
}

/// Which of these events are these members' own: held by name, proposed, or at a place that they hold
/// where nobody is named. Pairs of member and event.
pub fn posted(
    conn: &mut DbConnection,
    belonging: &[Belonging],
    members: &[i64],
    announced: &[DigestDate],
) -> Result<BTreeMap<i64, BTreeSet<i64>>> {
    let mut own: BTreeMap<i64, BTreeSet<i64>> = BTreeMap::new();
    let events: Vec<i64> = announced.iter().map(|date| date.name.event).collect();
    let mut named = BTreeSet::new();
    for some in events.chunks(2_000) {
        let hosts: Vec<(i64, i64)> = event_hosts::table
            .filter(event_hosts::event_id.eq_any(some))
            .select((event_hosts::member_id, event_hosts::event_id))
            .load(conn)?;
        named.extend(hosts.iter().map(|(_, event)| *event));
        let proposed: Vec<(i64, Option<i64>)> = event_proposals::table
            .filter(event_proposals::event_id.eq_any(some))
            .filter(event_proposals::member_id.eq_any(members))
            .select((event_proposals::member_id, event_proposals::event_id))
            .load(conn)?;
        let proposed = proposed.into_iter().filter_map(|(member, event)| Some((member, event?)));
        for (member, event) in hosts.into_iter().chain(proposed) {
            own.entry(member).or_default().insert(event);
        }
    }
    for date in announced.iter().filter(|date| !named.contains(&date.name.event)) {
        let holders = belonging.iter().filter(|one| one.holds_it && one.place == date.place_id);
        for holder in holders {
            own.entry(holder.member).or_default().insert(date.name.event);
        }
    }
    Ok(own)
}
