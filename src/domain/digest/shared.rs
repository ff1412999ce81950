//! What readers of the same interests and the same window are told alike: what changed, the dates
//! to come day by day, and what was announced for later.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::date::{DateName, DigestDate};
use super::interests::Interests;
use super::news::{DateChange, News};
use super::part::Contents;
use super::window::Window;

/// Lines of each block. What is left out is counted, and an address leads to it.
const MOST_CHANGED: usize = 15;
const MOST_DATES: usize = 40;
const MOST_DATES_EVERYWHERE: usize = 30;
const MOST_FRESH: usize = 15;

/// What there is to tell, for many readers at once.
#[derive(Clone, Debug, Default)]
pub struct Material {
    pub dates: Vec<DigestDate>,
    /// The oldest first.
    pub changes: Vec<DateChange>,
    /// The first coming dates of events that were announced lately.
    pub announced: Vec<DigestDate>,
    /// Dates that are not among `dates`, where only some were read.
    pub unread: usize,
}

/// What readers share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    pub changed: Vec<Changed>,
    pub more_changed: usize,
    pub week: Vec<Day>,
    pub more_dates: usize,
    /// Communes with how many dates, before any cut: most first.
    pub communes: Vec<(String, usize)>,
    /// The first date of each event.
    pub fresh: Vec<DigestDate>,
    pub more_fresh: usize,
}

/// Something that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    pub date: DigestDate,
    pub news: News,
    /// Later dates of the same event of which the same is told.
    pub others: usize,
}

/// A day with its dates, place by place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    pub day: NaiveDate,
    pub dates: Vec<DigestDate>,
}

impl Shared {
    pub fn of(material: &Material, interests: &Interests, window: &Window) -> Self {
        let news = news_of(material, interests, window);
        let told: BTreeSet<&DateName> = news.iter().map(|(change, _)| &change.date.name).collect();
        let mut dates: Vec<&DigestDate> = material
            .dates
            .iter()
            .filter(|date| is_listed(date, window) && interests.include(date))
            .filter(|date| !told.contains(&date.name))
            .collect();
        let most = if interests.are_everywhere() { MOST_DATES_EVERYWHERE } else { MOST_DATES };
        let unread = if interests.are_everywhere() { material.unread } else { 0 };
        dates.sort_by_key(|date| (date.day(window.zone), date.starts_at, &date.name));
        let communes = communes(&dates);
        let more_dates = dates.len().saturating_sub(most) + unread;
        dates.truncate(most);
        let (changed, more_changed) = cut(grouped(&news), MOST_CHANGED);
        let (fresh, more_fresh) = cut(fresh(material, interests, window), MOST_FRESH);
        Self { changed, more_changed, week: days(&dates, window), more_dates, communes, fresh, more_fresh }
    }

    pub fn contents(&self) -> Contents {
        let changed = |one: &Changed| (one.others == 0).then(|| one.date.name.clone());
        Contents {
            changed: self.changed.iter().map(changed).collect(),
            week: self
                .week
                .iter()
                .map(|day| day.dates.iter().map(|date| date.name.clone()).collect())
                .collect(),
            fresh: self.fresh.iter().map(|date| date.name.event).collect(),
            goes_on: [self.more_changed > 0, self.more_dates > 0, self.more_fresh > 0],
        }
    }

    /// How many dates are to come in its days.
    pub fn count(&self) -> usize {
        self.week.iter().map(|day| day.dates.len()).sum::<usize>() + self.more_dates
    }
}

fn is_listed(date: &DigestDate, window: &Window) -> bool {
    window.lists(date) && date.is_ahead(window.now) && date.status.takes_place()
}

/// What changed of dates that were told before. That one of the listed dates is full stands beside it
/// in the list.
fn news_of<'a>(
    material: &'a Material,
    interests: &Interests,
    window: &Window,
) -> Vec<(&'a DateChange, News)> {
    let mut seen = BTreeSet::new();
    let told = material
        .changes
        .iter()
        .filter(|change| window.tells(change.made_at) && change.date.announced_at <= window.told_after)
        // The first change of a date knows what it was when readers last heard of it.
        .filter(|change| seen.insert(&change.date.name))
        .filter(|change| change.is_ahead(window.now) && interests.include(&change.date));
    let mut news: Vec<_> = told
        .filter_map(|change| Some((change, change.news()?)))
        .filter(|(change, news)| *news != News::Full || !is_listed(&change.date, window))
        .collect();
    news.sort_by_key(|(change, _)| (change.was.starts_at, &change.date.name));
    news
}

/// The dates of one event of which the same is told, as one.
fn grouped(news: &[(&DateChange, News)]) -> Vec<Changed> {
    let mut all: Vec<Changed> = Vec::new();
    for (change, news) in news {
        let same = |one: &&mut Changed| {
            one.date.name.event == change.date.name.event
                && std::mem::discriminant(&one.news) == std::mem::discriminant(news)
        };
        match all.iter_mut().find(same) {
            Some(one) => one.others += 1,
            None => all.push(Changed { date: change.date.clone(), news: *news, others: 0 }),
        }
    }
    all
}

/// Events announced for after the days that are listed.
fn fresh(material: &Material, interests: &Interests, window: &Window) -> Vec<DigestDate> {
    let mut fresh: Vec<_> = material
        .announced
        .iter()
        .filter(|date| window.tells(date.announced_at) && date.starts_at >= window.to && !window.lists(date))
        .filter(|date| date.status.takes_place() && interests.include(date))
        .cloned()
        .collect();
    fresh.sort_by(|a, b| (a.starts_at, &a.name).cmp(&(b.starts_at, &b.name)));
    fresh
}

fn days(dates: &[&DigestDate], window: &Window) -> Vec<Day> {
    let mut by_day: BTreeMap<NaiveDate, Vec<DigestDate>> = BTreeMap::new();
    for date in dates {
        // What has begun is listed on the first of the days.
        let day = date.day(window.zone).max(window.days().0);
        by_day.entry(day).or_default().push((*date).clone());
    }
    by_day
        .into_iter()
        .map(|(day, mut dates)| {
            dates.sort_by(|a, b| {
                (&a.place_name, a.place_id, a.starts_at, &a.name).cmp(&(
                    &b.place_name,
                    b.place_id,
                    b.starts_at,
                    &b.name,
                ))
            });
            Day { day, dates }
        })
        .collect()
}

fn communes(dates: &[&DigestDate]) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for date in dates {
        *counts.entry(&date.commune).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().map(|(commune, n)| (commune.to_owned(), n)).collect();
    counts.sort_by(|a, b| (b.1, &a.0).cmp(&(a.1, &b.0)));
    counts
}

fn cut<T>(mut all: Vec<T>, most: usize) -> (Vec<T>, usize) {
    let more = all.len().saturating_sub(most);
    all.truncate(most);
    (all, more)
}
