//! The daily job: coming dates of series of which no host said anything for long are to be confirmed;
//! those of series that a host touched since are as announced again.

use chrono::{DateTime, Utc};

use super::change_date::change_dates;
use super::error::Result;
use super::rouse_series::released;
use crate::db::Transaction;
use crate::domain::confirmation::{AHEAD, doubted, silent_since};
use crate::domain::event::Override;
use crate::store::confirmations::{self, Silence};
use crate::store::{events, network_rules};

/// Series looked at in one transaction: other writers wait no longer than for these.
const BATCH: i64 = 50;

/// Does some of it; gives how many series changed: 0 when none is left.
pub fn fade_series(tx: &mut Transaction<'_>, now: DateTime<Utc>) -> Result<usize> {
    let since = silent_since(now, network_rules::find(tx)?.fade_after_weeks);
    let awake = confirmations::roused(tx, since, BATCH)?;
    for id in &awake {
        events::take_turn(tx, *id)?;
        let changes = released(tx, *id, now)?;
        change_dates(tx, *id, &changes, now)?;
    }
    let Some(since) = since else { return Ok(awake.len()) };
    let silence = Silence { since, range: (now, now + AHEAD) };
    let silent = confirmations::silent(tx, &silence, BATCH)?;
    for id in &silent {
        fade(tx, *id, &silence, now)?;
    }
    Ok(awake.len() + silent.len())
}

fn fade(tx: &mut Transaction<'_>, id: i64, silence: &Silence, now: DateTime<Utc>) -> Result<()> {
    // A host who is at it goes first, and is heard.
    events::take_turn(tx, id)?;
    let keys = confirmations::unheard(tx, id, silence)?;
    let stored = events::overrides(tx, id)?;
    let changes: Vec<Override> = keys
        .iter()
        .map(|key| {
            let own = stored.iter().map(|stored| &stored.change).find(|own| own.key == *key).cloned();
            doubted(own.unwrap_or_else(|| Override { key: key.clone(), ..Override::default() }))
        })
        .collect();
    change_dates(tx, id, &changes, now)?;
    keys.iter().try_for_each(|key| Ok(confirmations::ask(tx, id, key, now)?))
}
