//! Digests that are due are composed, some at a time, and wait in the outbox. Whoever composes takes
//! readers for a while, reads and writes down what they are told with no transaction open, and puts
//! all copies into the outbox in the one in which these readers move on. A process that dies in between
//! has written nothing: its readers are taken again when its lease ends.

mod compose;
mod gather;
mod preview;
mod run;

use chrono::TimeDelta;

use super::error::{Error, Result};
use crate::db::{self, Db, Transaction};
use crate::store::digests::{self, DigestReader};
use crate::store::mailings::{self, NewCopy};
use compose::{Batch, Composed, Rendering};

pub use preview::{Previewed, preview_digest, preview_digests};
pub use run::DigestRun;

/// Readers taken together. Other writers wait no longer than for their copies to be written.
const BATCH: i64 = 500;

/// How long readers belong to the process that took them: longer than the slowest batch.
const LEASE: TimeDelta = TimeDelta::minutes(10);

/// What became of some readers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub readers: usize,
    /// Digests that wait in the outbox.
    pub written: usize,
    /// Mails that were drawn for them.
    pub drawn: usize,
}

/// Composes the digests of some readers who are due; `None`: nobody is.
pub fn compose_some(db: &Db, run: &DigestRun) -> Result<Option<Tally>> {
    let lease = run.now + LEASE;
    let ids = db.write_now(|tx| digests::claim(tx, db.backend(), run.now, lease, BATCH))?;
    if ids.is_empty() {
        return Ok(None);
    }
    match compose_of(db, run, &ids) {
        // What cannot be read of one reader must not keep the others from theirs.
        Err(Error::Db(db::Error::Corrupt { .. })) if ids.len() > 1 => {
            let one_by_one = ids.iter().map(|id| compose_of(db, run, &[*id]));
            one_by_one.sum::<Result<Tally>>().map(Some)
        }
        done => done.map(Some),
    }
}

/// Composes the digests of these readers, who were taken.
fn compose_of(db: &Db, run: &DigestRun, ids: &[i64]) -> Result<Tally> {
    let read = db.read_now(|conn| {
        let readers = digests::readers(conn, ids)?;
        compose::compose(conn, run, readers)
    });
    let batch = match (read, ids) {
        (Ok(batch), _) => batch,
        (Err(Error::Db(db::Error::Corrupt { what, .. })), [id]) => {
            // Stays taken, and is looked at again when that ends.
            tracing::error!(subscriber = id, what, "a digest cannot be composed");
            return Ok(Tally { readers: 1, ..Tally::default() });
        }
        (Err(error @ Error::Db(db::Error::Corrupt { .. })), _) => return Err(error),
        (Err(error), _) => {
            db.write_now(|tx| digests::let_go(tx, ids))?;
            return Err(error);
        }
    };
    let written = db.write_now(|tx| write(tx, run, &batch))?;
    let drawn = written.ids.len();
    // Others may share them from now on: they are there.
    for (key, id, contents) in written.ids {
        run.remember(key, id, contents);
    }
    Ok(Tally { readers: ids.len(), written: written.copies, drawn })
}

impl std::iter::Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, one| Self {
            readers: sum.readers + one.readers,
            written: sum.written + one.written,
            drawn: sum.drawn + one.drawn,
        })
    }
}

struct Written {
    copies: usize,
    ids: Vec<(compose::Key, i64, crate::domain::digest::Contents)>,
}

/// Moves the readers on, with the copies of those who are told something.
fn write(tx: &mut Transaction<'_>, run: &DigestRun, batch: &Batch) -> Result<Written> {
    let mut ids = vec![None; batch.drawn.len()];
    let mut copies = Vec::new();
    let mut left_behind = Vec::new();
    for composed in &batch.composed {
        // Who changed what they want meanwhile is composed again, as they want it.
        if !digests::move_on(tx, &composed.reader.row, composed.onward)? {
            left_behind.push(composed.reader.row.id);
            continue;
        }
        let Some((rendering, copy)) = &composed.digest else { continue };
        let mailing = match rendering {
            Rendering::Stored(id) => *id,
            Rendering::Drawn(n) => match (ids.get_mut(*n), batch.drawn.get(*n)) {
                (Some(Some(id)), _) => *id,
                (Some(id), Some(drawn)) => *id.insert(mailings::insert(tx, &drawn.mailing, run.now)?),
                _ => continue,
            },
        };
        copies.push(new_copy(composed, mailing, copy));
    }
    let written = mailings::enqueue(tx, &copies, run.now)?;
    digests::let_go(tx, &left_behind)?;
    let drawn = batch.drawn.iter().zip(ids);
    let ids =
        drawn.filter_map(|(drawn, id)| Some((drawn.key.clone(), id?, drawn.contents.clone()))).collect();
    Ok(Written { copies: written, ids })
}

fn new_copy<'a>(composed: &'a Composed, mailing: i64, copy: &'a crate::mail::Copy) -> NewCopy<'a> {
    let DigestReader { row, email, name, locale, .. } = &composed.reader;
    NewCopy {
        mailing,
        list: run::list_of(row),
        once_key: composed.once_key.clone(),
        recipient: email,
        recipient_name: name,
        locale: *locale,
        member: row.member_id,
        copy,
    }
}
