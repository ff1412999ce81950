//! The next digest of a reader, as it would be with what is known now. Writes nothing.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::super::error::Result;
use super::compose::{Batch, Composed, Rendering, compose};
use super::run::DigestRun;
use crate::db::DbConnection;
use crate::mail::Filled;
use crate::store::digests::DigestReader;
use crate::store::network::Network;

/// What somebody would be sent.
#[derive(Clone, Debug)]
pub struct Previewed {
    pub email: String,
    /// When it is due.
    pub due: DateTime<Utc>,
    /// `None`: there is nothing to tell, and nothing would be sent.
    pub mail: Option<Filled>,
}

/// The next digest of a reader, as of the moment at which it is due; `None`: none is to come.
pub fn preview_digest(
    conn: &mut DbConnection,
    reader: DigestReader,
    network: Arc<Network>,
    origin: &str,
    now: DateTime<Utc>,
) -> Result<Option<Previewed>> {
    let Some(due) = reader.row.next_at else { return Ok(None) };
    let previewed = preview_digests(conn, vec![reader], network, origin, due.0.max(now))?;
    Ok(previewed.into_iter().next())
}

/// What these readers would be sent at `now`.
pub fn preview_digests(
    conn: &mut DbConnection,
    readers: Vec<DigestReader>,
    network: Arc<Network>,
    origin: &str,
    now: DateTime<Utc>,
) -> Result<Vec<Previewed>> {
    let run = DigestRun::looking(conn, network, origin, now)?;
    Ok(previews(compose(conn, &run, readers)?, now))
}

fn previews(batch: Batch, due: DateTime<Utc>) -> Vec<Previewed> {
    let mail = |composed: &Composed| {
        let (rendering, copy) = composed.digest.as_ref()?;
        let Rendering::Drawn(n) = rendering else { return None };
        Some(batch.drawn.get(*n)?.mailing.fill(copy))
    };
    let preview = |composed: &Composed| Previewed {
        email: composed.reader.email.clone(),
        due: composed.reader.row.next_at.map_or(due, |at| at.0),
        mail: mail(composed),
    };
    batch.composed.iter().map(preview).collect()
}
