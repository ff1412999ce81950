//! Full-text search: the only seam where the two databases are asked in different words.
//!
//! Both keep the folded, lightly stemmed words that `domain::text` makes, and match every asked
//! word as a prefix: SQLite in FTS5 tables, PostgreSQL in `tsvector` columns. The same answers.

pub mod members;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use crate::db::{Backend, DbConnection, Result};
use crate::domain::text::search_words;

/// What can be searched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    Place,
    Event,
}

impl Noun {
    fn table(self) -> &'static str {
        match self {
            Self::Place => "place_search",
            Self::Event => "event_search",
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Place => "place_id",
            Self::Event => "event_id",
        }
    }
}

/// Makes `texts` findable as the row `id`, in place of what was indexed for it.
pub fn index(conn: &mut DbConnection, noun: Noun, id: i64, texts: &[&str]) -> Result<()> {
    forget(conn, noun, id)?;
    let words: Vec<String> = texts.iter().flat_map(|text| search_words(text)).collect();
    let statement = match conn {
        DbConnection::Sqlite(_) => {
            format!("INSERT INTO {} (rowid, document) VALUES ($1, $2)", noun.table())
        }
        DbConnection::Postgresql(_) => format!(
            "INSERT INTO {} ({}, document) VALUES ($1, to_tsvector('simple', $2))",
            noun.table(),
            noun.key()
        ),
    };
    diesel::sql_query(statement).bind::<BigInt, _>(id).bind::<Text, _>(words.join(" ")).execute(conn)?;
    Ok(())
}

/// Removes the row `id` from the index.
pub fn forget(conn: &mut DbConnection, noun: Noun, id: i64) -> Result<()> {
    let key = match conn {
        DbConnection::Sqlite(_) => "rowid",
        DbConnection::Postgresql(_) => noun.key(),
    };
    diesel::sql_query(format!("DELETE FROM {} WHERE {key} = $1", noun.table()))
        .bind::<BigInt, _>(id)
        .execute(conn)?;
    Ok(())
}

/// The condition that a column holds the id of a row with all the asked words: the SQL before and
/// after one bound text, and that text. `None` when nothing that could be searched was asked.
pub struct Matching {
    pub before: String,
    pub query: String,
    pub after: &'static str,
}

pub fn matching(backend: Backend, noun: Noun, id_column: &str, asked: &str) -> Option<Matching> {
    let words = search_words(asked);
    if words.is_empty() {
        return None;
    }
    let table = noun.table();
    Some(match backend {
        // Words are letters and digits only: nothing in them can end the quotes or be an operator.
        Backend::Sqlite => Matching {
            before: format!("{id_column} IN (SELECT rowid FROM {table} WHERE {table} MATCH "),
            query: words.iter().map(|word| format!("\"{word}\"*")).collect::<Vec<_>>().join(" "),
            after: ")",
        },
        Backend::Postgres => Matching {
            before: format!(
                "{id_column} IN (SELECT {} FROM {table} WHERE document @@ to_tsquery('simple', ",
                noun.key()
            ),
            query: words.iter().map(|word| format!("{word}:*")).collect::<Vec<_>>().join(" & "),
            after: "))",
        },
    })
}

/// [`matching`] as a filter for a boxed query.
macro_rules! matches {
    ($matching:expr) => {
        diesel::dsl::sql::<diesel::sql_types::Bool>(&$matching.before)
            .bind::<diesel::sql_types::Text, _>($matching.query)
            .sql($matching.after)
    };
}
pub(super) use matches;
