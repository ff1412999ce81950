//! Places found by their name: there are thousands, and nobody reads through them.

use super::typed::Typed;
use crate::domain::subscription::Topic;
use crate::domain::text::fold;
use crate::store::places::{self, PlaceFilter};
use crate::web::answer::Desk;
use crate::web::error::Result;

/// How many are shown.
const MOST: i64 = 12;

/// A place that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub slug: String,
    pub name: String,
    pub commune: String,
}

/// What became of a search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Sought {
    /// Nothing was looked for.
    #[default]
    Nothing,
    /// One place, which is chosen now.
    One(Found),
    /// To choose from.
    Several(Vec<Found>),
    NoneFound,
}

/// Looks for what was typed; a place that is meant without doubt is chosen.
pub fn seek(desk: &mut Desk<'_>, typed: &mut Typed) -> Result<Sought> {
    if typed.search.is_empty() {
        return Ok(Sought::Nothing);
    }
    let filter = PlaceFilter { text: Some(typed.search.clone()), ..PlaceFilter::default() };
    let (backend, today) = (desk.backend(), desk.today);
    let rows = places::page(desk.conn, backend, &filter, today, (0, MOST))?;
    let found =
        rows.into_iter().map(|(row, _)| Found { slug: row.slug, name: row.name, commune: row.commune });
    let mut found: Vec<Found> = found.collect();
    let mut namesakes = found.iter().filter(|one| fold(&one.name) == fold(&typed.search));
    let exact = match (namesakes.next(), namesakes.next()) {
        (Some(only), None) => Some(only.clone()),
        _ => None,
    };
    if let Some(only) = exact.or_else(|| if found.len() == 1 { found.pop() } else { None }) {
        typed.choices.topics.insert((Topic::Place, only.slug.clone()));
        typed.search.clear();
        return Ok(Sought::One(only));
    }
    Ok(if found.is_empty() { Sought::NoneFound } else { Sought::Several(found) })
}
