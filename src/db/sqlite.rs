//! What only SQLite can be asked.

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::backend::DbConnection;
use super::error::Result;

/// How SQLite guards its commits: "wal", "delete"…
pub fn journal_mode(conn: &mut DbConnection) -> Result<String> {
    ask(conn, "PRAGMA journal_mode")
}

/// Leaves WAL, which needs the whole file to oneself and takes the files beside it away; whether
/// that was so.
pub(super) fn leave_wal(conn: &mut DbConnection) -> bool {
    ask(conn, "PRAGMA journal_mode = DELETE").is_ok_and(|mode| mode == "delete")
}

fn ask(conn: &mut DbConnection, pragma: &str) -> Result<String> {
    #[derive(QueryableByName)]
    struct Mode {
        #[diesel(sql_type = Text)]
        journal_mode: String,
    }
    Ok(diesel::sql_query(pragma).get_result::<Mode>(conn)?.journal_mode)
}
