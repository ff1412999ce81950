//! What is read for some readers at once, in a number of questions that does not grow with them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::super::error::Result;
use super::compose::{Key, Reading};
use super::run::{DigestRun, HappenedIn};
use crate::db::DbConnection;
use crate::domain::digest::{DateChange, DigestDate, Interests, Material, Registered};
use crate::domain::subscription::Topic;
use crate::store::digests::{self, Arrival, Belonging, DigestReader, Found};
use crate::store::profiles::{self, Known};

/// Newcomers of one batch.
const MOST_ARRIVALS: i64 = 500;

/// Dates read for those who chose no ground.
const MOST_EVERYWHERE: usize = 1_000;

/// What some readers chose and where they belong.
pub struct Wants {
    pub topics: BTreeMap<i64, Vec<(Topic, String)>>,
    pub belonging: Vec<Belonging>,
    pub place_ids: BTreeMap<String, i64>,
    /// Keys under which something was written before.
    pub written: BTreeSet<String>,
}

impl Wants {
    pub fn read(conn: &mut DbConnection, readers: &[DigestReader], once_keys: &[String]) -> Result<Self> {
        let ids: Vec<i64> = readers.iter().map(|reader| reader.row.id).collect();
        let members: Vec<i64> = readers.iter().filter_map(|reader| reader.row.member_id).collect();
        let mut topics: BTreeMap<i64, Vec<(Topic, String)>> = BTreeMap::new();
        for (id, topic, key) in digests::topics(conn, &ids)? {
            topics.entry(id).or_default().push((topic, key));
        }
        let of_place = topics.values().flatten().filter(|(topic, _)| *topic == Topic::Place);
        let slugs: BTreeSet<&str> = of_place.map(|(_, slug)| slug.as_str()).collect();
        let place_ids = match slugs.is_empty() {
            true => BTreeMap::new(),
            false => digests::place_ids(conn, &slugs.into_iter().collect::<Vec<_>>())?,
        };
        let belonging = digests::belonging(conn, &members)?;
        let written = digests::written_before(conn, once_keys)?.into_iter().collect();
        Ok(Self { topics, belonging, place_ids, written })
    }
}

/// What there is to tell to some readers.
pub struct Gathered {
    happened: BTreeMap<DateTime<Utc>, Arc<HappenedIn>>,
    dates: Vec<DigestDate>,
    everywhere: BTreeMap<(Interests, DateTime<Utc>, DateTime<Utc>), Found>,
    registered: BTreeMap<i64, Vec<Registered>>,
    posted: BTreeMap<i64, BTreeSet<i64>>,
    pub arrivals: Vec<Arrival>,
    pub people: BTreeMap<i64, Known>,
    pub blocked: BTreeSet<(i64, i64)>,
}

impl Gathered {
    pub fn read(
        conn: &mut DbConnection,
        run: &DigestRun,
        readings: &[Reading],
        belonging: &[Belonging],
        undrawn: &BTreeSet<&Key>,
    ) -> Result<Self> {
        let mut happened = BTreeMap::new();
        for after in readings.iter().map(|reading| reading.key.window.told_after) {
            if let std::collections::btree_map::Entry::Vacant(entry) = happened.entry(after) {
                entry.insert(run.happened(conn, after)?);
            }
        }
        let members: Vec<i64> = readings.iter().filter_map(|reading| reading.member()).collect();
        let oldest = happened.values().next().map(Arc::clone);
        let (announced, changes): (&[DigestDate], &[DateChange]) =
            oldest.as_ref().map_or((&[], &[]), |all| (&all.announced, &all.changes));
        let listed = span(readings.iter().map(|reading| &reading.key));
        let registered = match (listed, members.is_empty()) {
            (Some(listed), false) => digests::registered(conn, &members, listed, changes)?,
            _ => BTreeMap::new(),
        };
        let posted = digests::posted(conn, belonging, &members, announced)?;
        let (arrivals, people, blocked) = people(conn, run, readings, &members)?;
        let (dates, everywhere) = dates(conn, undrawn)?;
        Ok(Self { happened, dates, everywhere, registered, posted, arrivals, people, blocked })
    }

    /// What there is for all readers of a key.
    pub fn material(&self, key: &Key) -> Material {
        let window = &key.window;
        let found = self.everywhere.get(&(key.interests.clone(), window.from, window.to));
        let dates = match found {
            Some(found) => found.dates.clone(),
            None => self.dates.iter().filter(|date| key.interests.include(date)).cloned().collect(),
        };
        let happened = self.happened.get(&window.told_after);
        let of_interest = |date: &DigestDate| key.interests.include(date);
        let changes = happened.iter().flat_map(|all| &all.changes);
        let announced = happened.iter().flat_map(|all| &all.announced);
        Material {
            dates,
            changes: changes.filter(|change| of_interest(&change.date)).cloned().collect(),
            announced: announced.filter(|date| of_interest(date)).cloned().collect(),
            unread: found.map_or(0, |found| found.beyond),
        }
    }

    pub fn changes(&self, key: &Key) -> &[DateChange] {
        self.happened.get(&key.window.told_after).map_or(&[], |all| all.changes.as_slice())
    }

    pub fn registered(&self, member: i64) -> &[Registered] {
        self.registered.get(&member).map_or(&[], Vec::as_slice)
    }

    pub fn posted(&self, member: i64) -> Option<&BTreeSet<i64>> {
        self.posted.get(&member)
    }
}

/// From the first to the last instant that any of these lists.
fn span<'a>(keys: impl Iterator<Item = &'a Key> + Clone) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let from = keys.clone().map(|key| key.window.begin_between().0).min()?;
    Some((from, keys.map(|key| key.window.to).max()?))
}

type Everywhere = BTreeMap<(Interests, DateTime<Utc>, DateTime<Utc>), Found>;

/// The dates for what is still to be drawn.
fn dates(conn: &mut DbConnection, undrawn: &BTreeSet<&Key>) -> Result<(Vec<DigestDate>, Everywhere)> {
    let (far, near): (Vec<&Key>, Vec<&Key>) = undrawn.iter().partition(|key| key.interests.are_everywhere());
    let places = near.iter().flat_map(|key| key.interests.places.iter().copied()).collect();
    let territories = near.iter().flat_map(|key| key.interests.territories.iter().cloned()).collect();
    let dates = match span(near.iter().copied()) {
        Some(listed) => digests::at(conn, &places, &territories, listed)?,
        None => Vec::new(),
    };
    let mut everywhere = BTreeMap::new();
    for key in far {
        let listed = key.window.begin_between();
        let found = digests::everywhere(conn, &key.interests, listed, key.window.now, MOST_EVERYWHERE)?;
        everywhere.insert((key.interests.clone(), key.window.from, key.window.to), found);
    }
    Ok((dates, everywhere))
}

type People = (Vec<Arrival>, BTreeMap<i64, Known>, BTreeSet<(i64, i64)>);

/// Who has joined the places that members are told of.
fn people(conn: &mut DbConnection, run: &DigestRun, readings: &[Reading], members: &[i64]) -> Result<People> {
    let theirs = || readings.iter().filter(|reading| reading.member().is_some());
    let places: BTreeSet<i64> =
        theirs().flat_map(|reading| reading.key.interests.places.iter().copied()).collect();
    let Some(after) = theirs().map(|reading| reading.key.window.told_after).min() else {
        return Ok(People::default());
    };
    let arrivals = digests::arrivals(conn, &places, (after, run.settled()), MOST_ARRIVALS)?;
    let ids: BTreeSet<i64> = arrivals.iter().map(|arrival| arrival.member).collect();
    let ids: Vec<i64> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(People::default());
    }
    let people = profiles::by_ids(conn, &ids)?.into_iter().map(|known| (known.id, known)).collect();
    let blocked = digests::blocked_pairs(conn, members, &ids)?;
    Ok((arrivals, people, blocked))
}
