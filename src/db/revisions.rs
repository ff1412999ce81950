//! Counters by which a kept answer knows that it is still true.
//!
//! Every write raises, in its own transaction, the counter of the whole network and those of what
//! it touched. An answer is stored with the network's count read *before* its queries, under one
//! scope; it is fresh while that scope has not been raised past that count.

use std::collections::HashMap;
use std::sync::RwLock;
use std::sync::atomic::{AtomicI64, Ordering};

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::backend::DbConnection;
use super::error::Result;
use super::schema::changes;

/// What a write touches, or what an answer shows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Any change at all.
    Network,
    /// Anything of a territory's places and events.
    Territory(String),
    /// Anything of one place and its events.
    Place(i64),
    /// What every answer shows: the network's name, the holidays. Raised by writes only.
    Everything,
}

impl Scope {
    fn key(&self) -> String {
        match self {
            Self::Network => "network".to_owned(),
            Self::Territory(code) => format!("territory:{code}"),
            Self::Place(id) => format!("place:{id}"),
            Self::Everything => "everything".to_owned(),
        }
    }
}

/// The counters as this process knows them. Reading them takes no lock that a writer holds long.
#[derive(Debug, Default)]
pub struct Revisions {
    network: AtomicI64,
    everything: AtomicI64,
    scopes: RwLock<HashMap<String, i64>>,
}

impl Revisions {
    /// The network's count: take it before the queries of an answer.
    pub fn current(&self) -> i64 {
        self.network.load(Ordering::Acquire)
    }

    /// Whether nothing in `scope` has changed since the network's count was `since`.
    pub fn unchanged(&self, scope: &Scope, since: i64) -> bool {
        if self.current() <= since {
            return true;
        }
        if self.everything.load(Ordering::Acquire) > since || *scope == Scope::Network {
            return false;
        }
        let raised = |scopes: &HashMap<String, i64>| scopes.get(&scope.key()).is_some_and(|n| *n > since);
        self.scopes.read().is_ok_and(|scopes| !raised(&scopes))
    }

    /// Takes over counters read from, or just written to, the database. The network's count is
    /// published last: who sees it sees the scopes too.
    pub fn learn(&self, rows: &[(String, i64)]) {
        let mut newest = 0;
        if let Ok(mut scopes) = self.scopes.write() {
            for (scope, n) in rows {
                newest = newest.max(*n);
                match scope.as_str() {
                    "network" => {}
                    "everything" => {
                        self.everything.fetch_max(*n, Ordering::AcqRel);
                    }
                    _ => {
                        let known = scopes.entry(scope.clone()).or_default();
                        *known = (*known).max(*n);
                    }
                }
            }
        }
        self.network.fetch_max(newest, Ordering::AcqRel);
    }

    /// Reads what was raised past the count that this process knows.
    pub fn refresh(&self, conn: &mut DbConnection) -> Result<()> {
        let rows: Vec<(String, i64)> = changes::table
            .filter(changes::n.gt(self.current()))
            .select((changes::scope, changes::n))
            .load(conn)?;
        self.learn(&rows);
        Ok(())
    }
}

/// Raises the counters of `scopes` inside the caller's transaction. Last thing before the commit:
/// the row of the network's counter is locked until then, which also orders the counts.
pub(super) fn raise<'a>(
    conn: &mut DbConnection,
    scopes: impl Iterator<Item = &'a Scope>,
) -> Result<Vec<(String, i64)>> {
    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = BigInt)]
        n: i64,
    }
    let Count { n } = diesel::sql_query("UPDATE changes SET n = n + 1 WHERE scope = 'network' RETURNING n")
        .get_result(conn)?;
    let mut rows = vec![(Scope::Network.key(), n)];
    for scope in scopes.filter(|scope| **scope != Scope::Network) {
        diesel::sql_query(
            "INSERT INTO changes (scope, n) VALUES ($1, $2) ON CONFLICT (scope) DO UPDATE SET n = excluded.n",
        )
        .bind::<Text, _>(scope.key())
        .bind::<BigInt, _>(n)
        .execute(conn)?;
        rows.push((scope.key(), n));
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_fresh_until_its_scope_is_raised() {
        let revisions = Revisions::default();
        let row = |scope: &Scope, n| (scope.key(), n);
        let (here, there) = (Scope::Place(1), Scope::Place(2));
        revisions.learn(&[row(&Scope::Network, 5), row(&here, 5)]);
        let since = revisions.current();
        assert!(revisions.unchanged(&here, since) && revisions.unchanged(&Scope::Network, since));

        revisions.learn(&[row(&Scope::Network, 6), row(&there, 6)]);
        assert!(revisions.unchanged(&here, since));
        assert!(!revisions.unchanged(&there, since) && !revisions.unchanged(&Scope::Network, since));

        revisions.learn(&[row(&Scope::Network, 7), row(&Scope::Everything, 7)]);
        assert!(!revisions.unchanged(&here, since));
        assert!(revisions.unchanged(&here, 7));
    }
}
