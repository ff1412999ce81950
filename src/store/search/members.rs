//! The search of members: for each audience its own words, so that nobody is found by what they
//! hide. A name and the skills of the vocabulary go before the rest.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::Matching;
use crate::db::{Backend, DbConnection, Result};
use crate::domain::profile::{FoundBy, Profile, Viewpoint};
use crate::domain::skill::Skill;
use crate::domain::text::search_words;

/// What the asked words are looked for in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The name and the skills of the vocabulary: what is shown first.
    Tags,
    /// Everything.
    Anything,
}

/// Makes a member findable by their profile, for each audience by what it may see.
pub fn index(conn: &mut DbConnection, id: i64, profile: &Profile) -> Result<()> {
    forget(conn, id)?;
    let statement = match conn {
        DbConnection::Sqlite(_) => {
            "INSERT INTO member_search (rowid, public_name, public_skills, public_text, \
             network_name, network_skills, network_text, places_name, places_skills, places_text) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        }
        DbConnection::Postgresql(_) => {
            "INSERT INTO member_search (member_id, public_words, network_words, places_words) VALUES ($1, \
             setweight(to_tsvector('simple', $2), 'A') || setweight(to_tsvector('simple', $3), 'B') || setweight(to_tsvector('simple', $4), 'C'), \
             setweight(to_tsvector('simple', $5), 'A') || setweight(to_tsvector('simple', $6), 'B') || setweight(to_tsvector('simple', $7), 'C'), \
             setweight(to_tsvector('simple', $8), 'A') || setweight(to_tsvector('simple', $9), 'B') || setweight(to_tsvector('simple', $10), 'C'))"
        }
    };
    let mut query = diesel::sql_query(statement).into_boxed().bind::<BigInt, _>(id);
    for viewpoint in [Viewpoint::Visitor, Viewpoint::Network, Viewpoint::Places] {
        let FoundBy { name, skills, text } = profile.found_by(viewpoint);
        for words in [name, skills, text] {
            query = query.bind::<Text, _>(words.join(" "));
        }
    }
    query.execute(conn)?;
    Ok(())
}

fn forget(conn: &mut DbConnection, id: i64) -> Result<()> {
    let key = match conn {
        DbConnection::Sqlite(_) => "rowid",
        DbConnection::Postgresql(_) => "member_id",
    };
    diesel::sql_query(format!("DELETE FROM member_search WHERE {key} = $1"))
        .bind::<BigInt, _>(id)
        .execute(conn)?;
    Ok(())
}

/// The condition that a column holds the id of a member whom all asked words find in this part of
/// what is seen from there; `None` when no word was asked.
pub fn matching(
    backend: Backend,
    id_column: &str,
    viewpoint: Viewpoint,
    part: Part,
    asked: &str,
) -> Option<Matching> {
    let words = search_words(asked);
    if words.is_empty() {
        return None;
    }
    // Who begins to type a skill of the vocabulary means that skill: the beginning of a word in a
    // text is then no match ("develop" is not "développement de l'enfant").
    let whole = Skill::is_begun_by(&words);
    let audience = match viewpoint {
        Viewpoint::Visitor => "public",
        Viewpoint::Network => "network",
        Viewpoint::Places => "places",
    };
    Some(match backend {
        Backend::Sqlite => Matching {
            before: format!("{id_column} IN (SELECT rowid FROM member_search WHERE member_search MATCH "),
            query: words
                .iter()
                .map(|word| fts5(audience, part, whole, word))
                .collect::<Vec<_>>()
                .join(" AND "),
            after: ")",
        },
        Backend::Postgres => Matching {
            before: format!(
                "{id_column} IN (SELECT member_id FROM member_search WHERE {audience}_words @@ to_tsquery('simple', "
            ),
            query: words.iter().map(|word| tsquery(part, whole, word)).collect::<Vec<_>>().join(" & "),
            after: "))",
        },
    })
}

// Words are letters and digits only: nothing in them can end the quotes or be an operator.

fn fts5(audience: &str, part: Part, whole: bool, word: &str) -> String {
    let tags = format!("{{{audience}_name {audience}_skills}} : \"{word}\"*");
    let star = if whole { "" } else { "*" };
    match part {
        Part::Tags => tags,
        Part::Anything => format!("({tags} OR {{{audience}_text}} : \"{word}\"{star})"),
    }
}

fn tsquery(part: Part, whole: bool, word: &str) -> String {
    match part {
        Part::Tags => format!("{word}:*AB"),
        Part::Anything if whole => format!("({word}:*AB | {word}:C)"),
        Part::Anything => format!("{word}:*"),
    }
}
