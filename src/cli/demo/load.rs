//! Writes a demo into an empty database through the same actions as everyone, many in a
//! transaction. Instants come from the demo's values alone, so that the bytes are the same on
//! every machine.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Europe::Paris;
use indicatif::{ProgressBar, ProgressStyle};

use super::life::Scene;
use super::people::People;
use crate::actions::{self, NewEvent, NewNetwork};
use crate::db::{Db, Transaction};
use crate::demo::{self, DemoEvent, DemoMember, DemoSet, HardCase, Options, Set};
use crate::domain::period::instant_of;
use crate::domain::place::PlaceDraft;
use crate::domain::slug::Slug;
use crate::domain::territory::Territory;
use crate::store::network_rules::{self, NetworkRules};
use crate::store::places::{self, PlaceRow};
use crate::store::{events, members, occurrences, outbox};

/// Events in one transaction: each transaction waits for the disk.
const BATCH: usize = 500;

/// What was written.
pub struct Loaded {
    pub members: u64,
    pub places: u64,
    pub events: u64,
    pub dates: u64,
    pub hard_cases: Vec<HardCase>,
}

/// `now` is the morning of the demo's day: dates are worked out to its horizon.
pub fn load(db: &Db, options: &Options, now: DateTime<Utc>) -> anyhow::Result<Loaded> {
    let midnight = instant_of(options.today.and_time(NaiveTime::MIN), Paris);
    db.write_now(|tx| actions::found_network(tx, &network(options), midnight))?;
    // Its hosts are invented and say nothing: their series would all be doubted from the next night on.
    let rules = NetworkRules { fade_after_weeks: 0, ..NetworkRules::default() };
    db.write_now(|tx| network_rules::save(tx, &rules, midnight))?;
    let mut loading = Loading {
        db,
        midnight,
        now,
        today: options.today,
        places: HashMap::new(),
        waiting: Vec::new(),
        people: People::default(),
        registrable: Vec::new(),
        hard_cases: Vec::new(),
        bar: bar(),
    };
    match options.set {
        Set::Drome => loading.take(demo::drome(options))?,
        Set::National => {
            db.write_now(|tx| actions::import_communes(tx, &demo::national_communes()))?;
            demo::national(options).try_for_each(|part| loading.take(part))?;
        }
    }
    loading.flush()?;
    loading.register(options.seed)?;
    loading.bar.finish_and_clear();
    let hard_cases = loading.hard_cases;
    db.read_now(|conn| {
        let count = |n: i64| n.try_into().unwrap_or_default();
        Ok::<_, actions::Error>(Loaded {
            members: count(members::count(conn)?),
            places: count(places::count_all(conn)?),
            events: count(events::count(conn)?),
            dates: count(occurrences::count(conn)?),
            hard_cases,
        })
    })
    .map_err(Into::into)
}

fn network(options: &Options) -> NewNetwork<'static> {
    let (name, territory) = match options.set {
        Set::Drome => ("Réseau des tiers-lieux de la Drôme", Territory::by_code("26")),
        Set::National => ("Réseau des tiers-lieux", None),
    };
    NewNetwork { name, territory, host: "demo.vigie.invalid", demo: true }
}

/// Hidden where standard error is not a terminal.
fn bar() -> ProgressBar {
    let style = ProgressStyle::with_template("Making the demo {wide_bar} {pos}/{len} events, {elapsed}");
    ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

struct Loading<'a> {
    db: &'a Db,
    midnight: DateTime<Utc>,
    now: DateTime<Utc>,
    today: NaiveDate,
    /// By the slug that the demo knows.
    places: HashMap<Slug, PlaceRow>,
    waiting: Vec<DemoEvent>,
    people: People,
    /// Events for which people register, and their ids.
    registrable: Vec<(DemoEvent, i64)>,
    hard_cases: Vec<HardCase>,
    bar: ProgressBar,
}

impl Loading<'_> {
    fn take(&mut self, part: DemoSet) -> actions::Result<()> {
        self.save_places(&part.places)?;
        self.save_members(&part.members)?;
        self.bar.inc_length(part.events.len().try_into().unwrap_or_default());
        self.waiting.extend(part.events);
        self.hard_cases.extend(part.hard_cases);
        while self.waiting.len() >= BATCH {
            let later = self.waiting.split_off(BATCH);
            self.flush()?;
            self.waiting = later;
        }
        Ok(())
    }

    fn save_places(&mut self, drafts: &[PlaceDraft]) -> actions::Result<()> {
        let saved = self.db.write_now(|tx| {
            let save = |draft: &PlaceDraft| {
                let saved = actions::save_place(tx, None, draft, self.midnight)?;
                Ok((draft.slug.clone(), places::by_id(tx, saved.id)?))
            };
            drafts.iter().map(save).collect::<actions::Result<Vec<_>>>()
        })?;
        self.places.extend(saved);
        Ok(())
    }

    fn save_members(&mut self, members: &[DemoMember]) -> actions::Result<()> {
        let (people, places) = (&mut self.people, &self.places);
        self.db.write_now(|tx| members.iter().try_for_each(|member| people.save(tx, member, places)))
    }

    /// People register for what is near, and there is something to do for the host who is shown. The letters that this makes are not the reader's: the outbox
    /// begins empty.
    fn register(&mut self, seed: u64) -> actions::Result<()> {
        self.db.write_now(|tx| {
            for (event, id) in &self.registrable {
                let Some(place) = self.places.get(&event.place_slug) else { continue };
                self.people.register(tx, seed, event, (*id, place), self.now)?;
            }
            let lively = self.people.lively_place().and_then(|slug| self.places.get(slug));
            if let Some(scene) = lively.and_then(|place| Scene::of(&self.people, place, self.now)) {
                scene.write(tx, &demo::life(seed, self.today))?;
            }
            Ok(outbox::empty(tx)?)
        })
    }

    fn flush(&mut self) -> actions::Result<()> {
        let events = std::mem::take(&mut self.waiting);
        self.bar.inc(events.len().try_into().unwrap_or_default());
        let publish = |tx: &mut Transaction<'_>| {
            events.iter().map(|event| self.publish(tx, event)).collect::<actions::Result<Vec<_>>>()
        };
        let ids = self.db.write_now(publish)?;
        for (event, id) in events.into_iter().zip(ids) {
            let place = self.places.get(&event.place_slug);
            if let Some(id) = id.filter(|_| place.is_some_and(|place| self.people.may_come(&event, place))) {
                self.registrable.push((event, id));
            }
        }
        Ok(())
    }

    fn publish(&self, tx: &mut Transaction<'_>, event: &DemoEvent) -> actions::Result<Option<i64>> {
        let Some(place) = self.places.get(&event.place_slug) else { return Ok(None) };
        let new = NewEvent { place, draft: &event.draft, uid: event.uid, created_at: event.created_at };
        let published = actions::publish_event_with_past(tx, &new, event.changed_at, self.now)?;
        self.people.host(tx, event, published.id, place)?;
        if let Some(at) = event.withdrawn_at {
            actions::withdraw_event(tx, published.id, at)?;
        }
        Ok(Some(published.id))
    }
}
