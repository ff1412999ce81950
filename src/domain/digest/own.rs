//! What one reader alone is told: where they go.

use std::collections::BTreeSet;

use super::date::{DateName, DigestDate};
use super::news::{DateChange, News};
use super::window::Window;
use crate::domain::registration::RegistrationState;

const MOST_GOING: usize = 20;

/// A date that the reader has registered for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered {
    pub date: DigestDate,
    pub state: RegistrationState,
}

/// Where the reader goes, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Going {
    pub date: DigestDate,
    pub state: RegistrationState,
    pub news: Option<News>,
}

/// What is the reader's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    pub going: Vec<Going>,
    pub more_going: usize,
    /// All of these dates, those beyond the cut too.
    pub names: BTreeSet<DateName>,
}

impl Own {
    /// The dates among the days that are listed, and later ones that changed. What is off without being
    /// news was told before. `changes`: the oldest first.
    pub fn of(registered: &[Registered], changes: &[DateChange], window: &Window) -> Self {
        let mut names = BTreeSet::new();
        let mut going: Vec<Going> = registered
            .iter()
            .filter_map(|one| {
                let news = news_of(one, changes, window);
                let off = !one.date.status.takes_place();
                let listed = window.lists(&one.date) && one.date.is_ahead(window.now) && !off;
                // Once for the date and once for the series.
                let told = (listed || news.is_some()) && names.insert(one.date.name.clone());
                told.then(|| Going { date: one.date.clone(), state: one.state, news })
            })
            .collect();
        going.sort_by(|a, b| (a.date.starts_at, &a.date.name).cmp(&(b.date.starts_at, &b.date.name)));
        let more_going = going.len().saturating_sub(MOST_GOING);
        going.truncate(MOST_GOING);
        Self { going, more_going, names }
    }
}

fn news_of(one: &Registered, changes: &[DateChange], window: &Window) -> Option<News> {
    let change = changes
        .iter()
        .find(|change| change.date.name == one.date.name && window.tells(change.made_at))
        .filter(|change| change.is_ahead(window.now))?;
    // Whoever has a seat, or waits for one, knows that it is full.
    change.news().filter(|news| *news != News::Full)
}
