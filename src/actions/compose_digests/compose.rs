//! From readers to what they are told. Readers with one key share a mailing, drawn once.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};

use super::super::error::{Error, Result};
use super::gather::{Gathered, Wants};
use super::run::{DigestRun, list_of};
use crate::db::{self, DbConnection};
use crate::domain::agenda::AgendaFilter;
use crate::domain::brick::BrickKind;
use crate::domain::digest::{Contents, Interests, Own, Shared, Window};
use crate::domain::event::{EventKind, Theme};
use crate::domain::profile::{ProfileField, Viewpoint};
use crate::domain::slug::Slug;
use crate::domain::subscription::Topic;
use crate::i18n::Locale;
use crate::mail::digest::{DigestHead, Newcomer, Private, Shown, copy, mailing};
use crate::mail::{Copy, Mailing, MailingList};
use crate::signed_link::sign;
use crate::store::digests::{DigestReader, Onward};
use crate::store::subscribers::{LEAVE, MANAGE};

/// New people that a digest names.
const MOST_PEOPLE: usize = 8;

/// What readers of one mailing have in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    pub list: MailingList,
    pub locale: Locale,
    pub window: Window,
    pub interests: Interests,
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Key {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let order = |key: &Self| {
            let Window { now, told_after, told_until, from, to, zone } = key.window;
            (key.list, key.locale, now, told_after, told_until, from, to, zone.name())
        };
        order(self).cmp(&order(other)).then_with(|| self.interests.cmp(&other.interests))
    }
}

/// A reader to whom something may be told.
pub struct Reading {
    pub reader: DigestReader,
    pub key: Key,
    /// Slugs of skills that they look for.
    pub skills: BTreeSet<String>,
    pub own_places: BTreeSet<i64>,
    once_key: String,
    onward: Onward,
}

impl Reading {
    pub fn member(&self) -> Option<i64> {
        self.reader.row.member_id
    }
}

/// Where the mailing of a reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rendering {
    /// In the database.
    Stored(i64),
    /// Among those drawn for this batch.
    Drawn(usize),
}

pub struct Drawn {
    pub key: Key,
    pub mailing: Mailing,
    pub contents: Contents,
}

pub struct Composed {
    pub reader: DigestReader,
    pub once_key: String,
    pub onward: Onward,
    /// `None`: there is nothing to tell.
    pub digest: Option<(Rendering, Copy)>,
}

#[derive(Default)]
pub struct Batch {
    pub composed: Vec<Composed>,
    pub drawn: Vec<Drawn>,
}

/// What these readers are told.
pub fn compose(conn: &mut DbConnection, run: &DigestRun, readers: Vec<DigestReader>) -> Result<Batch> {
    let once_keys: Vec<String> = readers.iter().filter_map(|reader| once_key(reader, run.now)).collect();
    let wants = Wants::read(conn, &readers, &once_keys)?;
    let mut batch = Batch::default();
    let mut readings = Vec::with_capacity(readers.len());
    for reader in readers {
        match reading(run, &wants, reader) {
            Ok(reading) => readings.push(reading),
            Err(silent) => batch.composed.push(*silent),
        }
    }
    let undrawn =
        readings.iter().map(|reading| &reading.key).filter(|key| run.stored(key).is_none()).collect();
    let gathered = Gathered::read(conn, run, &readings, &wants.belonging, &undrawn)?;
    let mut drawing = Drawing { run, gathered: &gathered, shared: HashMap::new(), drawn: Vec::new() };
    for reading in readings {
        let digest = drawing.digest(&reading)?;
        let Reading { reader, once_key, onward, .. } = reading;
        batch.composed.push(Composed { reader, once_key, onward, digest });
    }
    batch.drawn = drawing.drawn;
    Ok(batch)
}

/// Under what the digest of a reader is sent once; `None`: never.
fn once_key(reader: &DigestReader, now: DateTime<Utc>) -> Option<String> {
    let due = reader.row.next_at.map_or(now, |at| at.0);
    let timetable = reader.row.timetable().ok()?;
    Some(reader.row.digest_key(&timetable, due))
}

/// What a reader wants; else those who are told nothing, and how they go on.
fn reading(
    run: &DigestRun,
    wants: &Wants,
    reader: DigestReader,
) -> std::result::Result<Reading, Box<Composed>> {
    let row = &reader.row;
    let (told, listed) = (row.told_until.0, row.listed_until.0);
    let silent = |reader, next_at, told_until, listed_until| {
        let onward = Onward { next_at, told_until, listed_until };
        Err(Box::new(Composed { reader, once_key: String::new(), onward, digest: None }))
    };
    let (Ok(timetable), Some(once_key)) = (row.timetable(), once_key(&reader, run.now)) else {
        tracing::error!(subscriber = row.id, "a subscription cannot be read, and rests");
        return silent(reader, None, told, listed);
    };
    let next_at = timetable.next_after(run.now);
    let window = Window::of(&timetable, (told, listed), run.settled(), run.now);
    if !reader.active {
        // A subscription that rests begins anew; an account that is put aside may come back.
        let next_at = next_at.filter(|_| row.member_id.is_some());
        return silent(reader, next_at, window.told_until, window.to);
    }
    if wants.written.contains(&once_key) {
        // Another day of the same week was chosen: what there is to tell is told in the next.
        return silent(reader, next_at, told, listed);
    }
    let own_places: BTreeSet<i64> = match row.member_id {
        Some(member) => {
            wants.belonging.iter().filter(|one| one.member == member).map(|one| one.place).collect()
        }
        None => BTreeSet::new(),
    };
    let topics = wants.topics.get(&row.id).map(Vec::as_slice).unwrap_or_default();
    let interests = interests(wants, topics, row.own_places, &own_places);
    let skills =
        topics.iter().filter(|(topic, _)| *topic == Topic::Skill).map(|(_, key)| key.clone()).collect();
    let onward = Onward { next_at, told_until: window.told_until, listed_until: window.to };
    let key = Key { list: list_of(row), locale: reader.locale, window, interests };
    Ok(Reading { key, skills, own_places, once_key, onward, reader })
}

fn interests(
    wants: &Wants,
    topics: &[(Topic, String)],
    with_own: bool,
    own_places: &BTreeSet<i64>,
) -> Interests {
    let mut interests = Interests::default();
    if with_own {
        interests.places.extend(own_places);
    }
    for (topic, key) in topics {
        match topic {
            Topic::Place => interests.places.extend(wants.place_ids.get(key)),
            Topic::Territory => drop(interests.territories.insert(key.clone())),
            Topic::Brick => interests.bricks.extend(BrickKind::from_code(key)),
            Topic::Kind => interests.kinds.extend(EventKind::from_code(key)),
            Topic::Theme => interests.themes.extend(Theme::from_code(key)),
            Topic::Skill => {}
        }
    }
    interests
}

struct Drawing<'a> {
    run: &'a DigestRun,
    gathered: &'a Gathered,
    /// By key: what there is, and where it was drawn, once it was.
    shared: HashMap<Key, (Shared, Contents, Option<usize>)>,
    drawn: Vec<Drawn>,
}

impl Drawing<'_> {
    fn digest(&mut self, reading: &Reading) -> Result<Option<(Rendering, Copy)>> {
        let own = match reading.member() {
            Some(member) => Own::of(
                self.gathered.registered(member),
                self.gathered.changes(&reading.key),
                &reading.key.window,
            ),
            None => Own::default(),
        };
        let nobody = BTreeSet::new();
        let posted = reading.member().and_then(|member| self.gathered.posted(member)).unwrap_or(&nobody);
        let people = self.people(reading);
        let stored = self.run.stored(&reading.key);
        let (without, any) = match &stored {
            Some(stored) => stored.contents.without(&own.names, posted),
            None => self.shared(&reading.key).1.without(&own.names, posted),
        };
        if !any && own.going.is_empty() && people.is_empty() {
            return Ok(None);
        }
        let head = head(self.run, &reading.key);
        let rendering = match stored {
            Some(stored) => Rendering::Stored(stored.mailing),
            None => Rendering::Drawn(self.draw(&reading.key)?),
        };
        let row = &reading.reader.row;
        let private = Private {
            name: &reading.reader.name,
            own: &own,
            people: &people,
            without: &without,
            zone: reading.key.window.zone,
            manage: &sign(&self.run.key, row.id, row.signed(MANAGE)),
            leave: &sign(&self.run.key, row.id, row.signed(LEAVE)),
        };
        Ok(Some((rendering, copy(&private, &head).map_err(unwritable)?)))
    }

    fn shared(&mut self, key: &Key) -> &mut (Shared, Contents, Option<usize>) {
        let gathered = self.gathered;
        self.shared.entry(key.clone()).or_insert_with(|| {
            let shared = Shared::of(&gathered.material(key), &key.interests, &key.window);
            let contents = shared.contents();
            (shared, contents, None)
        })
    }

    /// Draws the mailing of a key, unless it was; gives its number among those of this batch.
    fn draw(&mut self, key: &Key) -> Result<usize> {
        let (run, next) = (self.run, self.drawn.len());
        let (shared, contents, drawn) = self.shared(key);
        if let Some(known) = drawn {
            return Ok(*known);
        }
        *drawn = Some(next);
        let contents = contents.clone();
        let agenda = agenda(shared, &key.interests);
        let shown = Shown { shared, window: &key.window, agenda: &agenda };
        let mailing = mailing(&shown, &head(run, key)).map_err(unwritable)?;
        self.drawn.push(Drawn { key: key.clone(), mailing, contents });
        Ok(next)
    }

    /// Who is new where the reader belongs, or looks, and may be seen from there.
    fn people(&self, reading: &Reading) -> Vec<Newcomer> {
        let Some(reader) = reading.member() else { return Vec::new() };
        let (window, places) = (&reading.key.window, &reading.key.interests.places);
        let mut met = BTreeSet::from([reader]);
        let mut people = Vec::new();
        for arrival in &self.gathered.arrivals {
            let theirs = places.contains(&arrival.place) && window.tells(arrival.at);
            let pairs = [(reader, arrival.member), (arrival.member, reader)];
            if !theirs || pairs.iter().any(|pair| self.gathered.blocked.contains(pair)) {
                continue;
            }
            let Some(known) = self.gathered.people.get(&arrival.member) else { continue };
            let mates = known.places.iter().any(|place| reading.own_places.contains(&place.id));
            let viewpoint = if mates { Viewpoint::Places } else { Viewpoint::Network };
            let shows = |field| known.profile.shows(field, viewpoint);
            if !shows(ProfileField::Name) || !shows(ProfileField::Places) || !met.insert(arrival.member) {
                continue;
            }
            let place = known.places.iter().find(|place| place.id == arrival.place);
            let seen = known.profile.seen_from(viewpoint);
            let (wanted, others): (Vec<_>, Vec<_>) =
                seen.skills.iter().partition(|tag| reading.skills.contains(&tag.term));
            let newcomer = Newcomer {
                uid: known.uid.clone(),
                name: seen.name.clone(),
                place: place.map(|place| place.name.clone()).unwrap_or_default(),
                skills: wanted.iter().chain(&others).map(|tag| tag.label.clone()).collect(),
            };
            people.push((wanted.is_empty(), newcomer));
        }
        people.sort_by_key(|(last, _)| *last);
        people.into_iter().map(|(_, newcomer)| newcomer).take(MOST_PEOPLE).collect()
    }
}

pub fn head<'a>(run: &'a DigestRun, key: &Key) -> DigestHead<'a> {
    DigestHead { network: &run.network.name, origin: &run.origin, locale: key.locale, list: key.list }
}

/// The agenda, narrowed as far as its address can say it.
fn agenda(shared: &Shared, interests: &Interests) -> String {
    fn one<T: Clone + Ord>(set: &BTreeSet<T>) -> Option<T> {
        set.first().cloned().filter(|_| set.len() == 1)
    }
    let place = one(&interests.places).filter(|_| interests.territories.is_empty());
    let listed = shared.week.iter().flat_map(|day| &day.dates).chain(&shared.fresh);
    let slug = listed.chain(shared.changed.iter().map(|one| &one.date));
    let slug = slug.filter(|date| Some(date.place_id) == place).map(|date| date.place_slug.as_str()).next();
    let filter = AgendaFilter {
        place: slug.and_then(Slug::parse),
        territory: one(&interests.territories).filter(|_| interests.places.is_empty()),
        brick: one(&interests.bricks),
        kind: one(&interests.kinds),
        theme: one(&interests.themes),
        ..AgendaFilter::default()
    };
    // Codes and slugs need no encoding.
    let pairs: Vec<String> = filter.pairs().iter().map(|(name, value)| format!("{name}={value}")).collect();
    match pairs.is_empty() {
        true => "/agenda".to_owned(),
        false => format!("/agenda?{}", pairs.join("&")),
    }
}

/// A template that does not fit: a fault of the program.
fn unwritable(cause: String) -> Error {
    Error::Db(db::Error::corrupt("template of a digest", cause))
}
