//! Writes what goes on at the place of the host whom one tries the demo as, through the same actions
//! as everyone.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::people::People;
use crate::actions::{self, Announcement, NewEvent, Proposing, Tick, Wish};
use crate::db::Transaction;
use crate::demo::{DemoNewcomer, Life, LivelyEvent};
use crate::domain::joining::Remark;
use crate::domain::newcomer::NewcomerStep;
use crate::domain::policy::Actor;
use crate::store::members::{self, MemberRow};
use crate::store::places::PlaceRow;
use crate::store::{event_drafts, memberships, occurrences, proposals};

/// How long an account is there before its person is a newcomer of one more place.
const KNOWN_FOR: TimeDelta = TimeDelta::days(60);

/// The place, who holds it, and who does what there.
pub struct Scene<'a> {
    pub place: &'a PlaceRow,
    pub host: i64,
    /// Proposes events.
    pub coworker: i64,
    /// The people of the place.
    pub people: &'a [i64],
    pub now: DateTime<Utc>,
}

impl<'a> Scene<'a> {
    /// `None` where nobody is shown.
    pub fn of(people: &'a People, place: &'a PlaceRow, now: DateTime<Utc>) -> Option<Self> {
        let (host, coworker) = people.shown()?;
        Some(Self { place, host, coworker, people: people.of_place(place.id), now })
    }

    pub fn write(&self, tx: &mut Transaction<'_>, life: &Life) -> actions::Result<()> {
        self.propose(tx, &life.proposed, self.now - TimeDelta::days(2))?;
        self.propose(tx, &life.accepted, self.now - TimeDelta::days(6))?;
        self.accept(tx, &life.accepted)?;
        self.plan(tx, &life.planned)?;
        self.fill(tx, &life.full)?;
        self.welcome(tx, &life.newcomers)
    }

    fn propose(
        &self,
        tx: &mut Transaction<'_>,
        event: &LivelyEvent,
        at: DateTime<Utc>,
    ) -> actions::Result<()> {
        let by = actor(tx, self.coworker)?;
        let (fields, reason) = (json(event), Remark::parse(event.reason).unwrap_or_default());
        let (title, uid) = (event.draft.title.as_str(), event.uid);
        let asked = Proposing { place: self.place, title, fields: &fields, reason: &reason, uid };
        actions::propose_event(tx, &by, &asked, at)
    }

    fn accept(&self, tx: &mut Transaction<'_>, event: &LivelyEvent) -> actions::Result<()> {
        let (by, at) = (actor(tx, self.host)?, self.now - TimeDelta::days(5));
        let proposal = proposals::by_uid(tx, &event.uid.to_string())?;
        let new = NewEvent { place: self.place, draft: &event.draft, uid: event.uid, created_at: at };
        actions::accept_proposal(tx, &by, &proposal, &new, at)?;
        Ok(())
    }

    fn plan(&self, tx: &mut Transaction<'_>, event: &LivelyEvent) -> actions::Result<()> {
        let (by, written) = (actor(tx, self.host)?, self.now - TimeDelta::days(1));
        let id =
            event_drafts::insert(tx, event.uid, self.place.id, &event.draft.title, &json(event), written)?;
        let draft = event_drafts::by_id(tx, id)?;
        let planned = Announcement { event: event.draft.clone(), cover_of: None };
        actions::plan_publication(tx, &by, &draft, &planned, self.now + TimeDelta::days(2))
    }

    /// Half as many again as there are seats.
    fn fill(&self, tx: &mut Transaction<'_>, event: &LivelyEvent) -> actions::Result<()> {
        let (by, at) = (actor(tx, self.host)?, self.now - TimeDelta::days(9));
        let new = NewEvent { place: self.place, draft: &event.draft, uid: event.uid, created_at: at };
        let id = actions::host_event(tx, &by, &new, at)?.id;
        let Some(date) = occurrences::of_event(tx, id, self.now, 1)?.into_iter().next() else {
            return Ok(());
        };
        for member in self.people.iter().take(6) {
            let by = actor(tx, *member)?;
            let wish = Wish { size: 1, ..Wish::default() };
            actions::register(tx, &by, id, Some(&date.key), &wish, self.now)?;
        }
        Ok(())
    }

    fn welcome(&self, tx: &mut Transaction<'_>, newcomers: &[DemoNewcomer]) -> actions::Result<()> {
        let by = actor(tx, self.host)?;
        let mut known = Vec::new();
        for id in self.people.iter().rev().filter(|id| **id != self.coworker) {
            let member = members::by_id(tx, *id)?;
            if self.now - member.created_at.0 > KNOWN_FOR {
                known.push(member);
            }
        }
        let Some((sponsor, known)) = known.split_first() else { return Ok(()) };
        for (newcomer, member) in newcomers.iter().zip(known) {
            let joined = self.now - TimeDelta::days(newcomer.days);
            self.join_again(tx, member, joined)?;
            for step in newcomer.steps {
                let sponsor = (*step == NewcomerStep::Sponsor).then_some(sponsor);
                let tick = Tick { place: self.place, member, step: *step, sponsor };
                actions::tick_newcomer_step(tx, &by, &tick, joined + TimeDelta::days(2))?;
            }
        }
        Ok(())
    }

    fn join_again(
        &self,
        tx: &mut Transaction<'_>,
        member: &MemberRow,
        at: DateTime<Utc>,
    ) -> actions::Result<()> {
        let Some(row) = memberships::find(tx, member.id, self.place.id)? else { return Ok(()) };
        memberships::delete(tx, member.id, self.place.id)?;
        Ok(memberships::save(tx, member.id, self.place.id, row.kind()?, row.role()?, at)?)
    }
}

fn actor(tx: &mut Transaction<'_>, member: i64) -> actions::Result<Actor> {
    let member = members::by_id(tx, member)?;
    Ok(Actor::Member(memberships::standing(tx, &member)?))
}

/// As the form of an event writes its fields; `a_host_finds_life_in_the_demo` reads them back.
fn json(event: &LivelyEvent) -> String {
    let fields: BTreeMap<&str, [&str; 1]> =
        event.fields.iter().map(|(name, value)| (*name, [value.as_str()])).collect();
    serde_json::to_string(&fields).unwrap_or_default()
}
