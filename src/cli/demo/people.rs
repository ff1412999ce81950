//! Writes the people of a demo: their accounts, where they belong, what they say of themselves; then
//! who holds what and who comes to what, through the same actions as everyone.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

use crate::actions::{self, Wish};
use crate::db::Transaction;
use crate::demo::{DemoEvent, DemoMember, DemoRole, PASSWORD_HASH, attendance};
use crate::domain::event::RegistrationMode;
use crate::domain::member::{MemberState, MembershipRole};
use crate::domain::policy::Actor;
use crate::domain::slug::Slug;
use crate::i18n::Locale;
use crate::store::members::NewMember;
use crate::store::places::PlaceRow;
use crate::store::{event_hosts, members, memberships, occurrences};

/// How far ahead people register.
const AHEAD: TimeDelta = TimeDelta::days(21);
/// For how many dates of one event, at most.
const DATES: i64 = 2;

/// Who belongs to which place, in the order in which they were written.
#[derive(Default)]
pub struct People {
    members: HashMap<i64, Vec<i64>>,
    hosts: HashMap<i64, Vec<i64>>,
    /// The coworker whom one tries the demo as: goes to more than others, so that there is something to see.
    shown: Option<i64>,
    /// The host whom one tries the demo as, and their place.
    shown_host: Option<(i64, Slug)>,
}

impl People {
    pub fn save(
        &mut self,
        tx: &mut Transaction<'_>,
        member: &DemoMember,
        places: &HashMap<Slug, PlaceRow>,
    ) -> actions::Result<()> {
        let new = NewMember {
            email: &member.email,
            name: &member.name,
            locale: Locale::Fr,
            state: MemberState::Active,
            coordinates: member.coordinates,
            password_hash: member.shown_as.map(|_| PASSWORD_HASH.to_owned()),
            uid: member.uid,
        };
        let id = members::insert(tx, &new, member.joined_at)?;
        if member.shown_as == Some(DemoRole::Coworker) {
            self.shown = Some(id);
        }
        if member.shown_as == Some(DemoRole::Host) {
            self.shown_host = member.places.first().map(|(slug, ..)| (id, slug.clone()));
        }
        for (slug, kind, role) in &member.places {
            let Some(place) = places.get(slug) else { continue };
            memberships::save(tx, id, place.id, *kind, *role, member.joined_at)?;
            let of = if *role == MembershipRole::Host { &mut self.hosts } else { &mut self.members };
            of.entry(place.id).or_default().push(id);
        }
        actions::save_profile(tx, &Actor::Program, id, &member.profile, true, member.joined_at)
    }

    /// One of those who hold the place holds the event.
    pub fn host(
        &self,
        tx: &mut Transaction<'_>,
        event: &DemoEvent,
        id: i64,
        place: &PlaceRow,
    ) -> actions::Result<()> {
        let hosts = self.hosts.get(&place.id).map(Vec::as_slice).unwrap_or_default();
        let turn = event.uid.as_u128().checked_rem(hosts.len() as u128).unwrap_or_default();
        match usize::try_from(turn).ok().and_then(|turn| hosts.get(turn)) {
            Some(host) => Ok(event_hosts::add(tx, id, &[*host])?),
            None => Ok(()),
        }
    }

    /// The host and the coworker whom one tries the demo as.
    pub fn shown(&self) -> Option<(i64, i64)> {
        self.shown_host.as_ref().map(|(host, _)| *host).zip(self.shown)
    }

    /// The place of that host.
    pub fn lively_place(&self) -> Option<&Slug> {
        self.shown_host.as_ref().map(|(_, slug)| slug)
    }

    /// Who belongs to a place, but for its hosts.
    pub fn of_place(&self, place: i64) -> &[i64] {
        self.members.get(&place).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether people may register for the event, and there are some.
    pub fn may_come(&self, event: &DemoEvent, place: &PlaceRow) -> bool {
        let registers = event.draft.registration != RegistrationMode::None && event.withdrawn_at.is_none();
        registers && self.members.contains_key(&place.id)
    }

    /// People of the place register for the next dates.
    pub fn register(
        &self,
        tx: &mut Transaction<'_>,
        seed: u64,
        event: &DemoEvent,
        (id, place): (i64, &PlaceRow),
        now: DateTime<Utc>,
    ) -> actions::Result<()> {
        let Some(people) = self.members.get(&place.id) else { return Ok(()) };
        for date in occurrences::of_event(tx, id, now, DATES)? {
            if date.starts_at > now + AHEAD {
                break;
            }
            let coming = attendance(seed, event.uid, &date.key, people.len(), event.draft.capacity);
            let eager = self.shown.filter(|id| people.contains(id) && event.uid.as_u128().is_multiple_of(3));
            for member in eager.into_iter().chain(coming.into_iter().filter_map(|n| people.get(n).copied())) {
                let member = members::by_id(tx, member)?;
                let actor = Actor::Member(memberships::standing(tx, &member)?);
                let wish = Wish { size: 1, show_name: member.id % 3 == 0, ..Wish::default() };
                match actions::register(tx, &actor, id, Some(&date.key), &wish, now) {
                    // Cancelled, closed, full without a list: they stay at home.
                    Err(actions::Error::Registration(_)) | Ok(_) => {}
                    Err(error) => return Err(error),
                }
            }
        }
        Ok(())
    }
}
