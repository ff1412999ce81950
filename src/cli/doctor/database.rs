//! The database: is it reached, of this program's schema, writable, and safe against a power cut?

use chrono::{DateTime, Utc};

use super::super::say;
use super::Finding;
use crate::config::Config;
use crate::db::{self, Backend, Db, DbConnection};
use crate::domain::school::SchoolCalendar;
use crate::mail::MailState;
use crate::store::network::{self, Network};
use crate::store::{communes, events, holidays, outbox, places};

/// What the other checks want to know of the database.
#[derive(Default)]
pub struct Stored {
    pub network: Option<Network>,
    pub last_change: Option<DateTime<Utc>>,
    /// The product's school holidays with the imported ones.
    pub school: SchoolCalendar,
    pub parked_letters: i64,
}

pub fn look(config: &Config) -> (Vec<Finding>, Stored) {
    let url = &config.database;
    let nothing = Stored { school: SchoolCalendar::built_in().clone(), ..Stored::default() };
    if url.file().is_some_and(|file| !file.exists()) {
        let text = format!("there is no database at {url} yet: `vigie serve` or `vigie migrate` makes it");
        return (vec![Finding::Note(text)], nothing);
    }
    if let Err(error) = db::check(url) {
        return (vec![Finding::Mend(error.to_string())], nothing);
    }
    let mut findings = vec![Finding::Right(format!("{url} is reached, and its schema is this version's"))];
    let stored = db::open(url, 1).map_err(anyhow::Error::from).and_then(|db| {
        findings.push(match db.check_writable() {
            Ok(()) => Finding::Right("the database can be written".to_owned()),
            Err(error) => Finding::Mend(error.to_string()),
        });
        findings.extend(journal(&db)?);
        let (finding, stored) = db.read_now(contents)?;
        findings.push(finding);
        Ok(stored)
    });
    match stored {
        Ok(stored) => (findings, stored),
        Err(error) => {
            findings.push(Finding::Mend(error.to_string()));
            (findings, nothing)
        }
    }
}

/// Write-ahead logging lets visitors read while somebody writes.
fn journal(db: &Db) -> db::Result<Option<Finding>> {
    if db.backend() != Backend::Sqlite {
        return Ok(None);
    }
    let mode = db.read_now(db::journal_mode)?;
    Ok(Some(match mode == "wal" {
        true => Finding::Right("SQLite keeps a write-ahead log".to_owned()),
        false => Finding::Mend(format!(
            "SQLite is in journal mode {mode}, so readers wait for writers: run `vigie migrate` while nothing else has the file open, on a local disk"
        )),
    }))
}

fn contents(conn: &mut DbConnection) -> db::Result<(Finding, Stored)> {
    let stored = Stored {
        network: network::find(conn)?,
        last_change: events::last_change(conn)?,
        school: holidays::calendar(conn)?.into_owned(),
        parked_letters: parked_letters(conn)?,
    };
    let counts = [places::count_all(conn)?, events::count(conn)?, communes::count(conn)?].map(say::figure);
    let [places, events, communes] = counts;
    let finding = match &stored.network {
        Some(net) => Finding::Right(format!(
            "{}{}: {places} places, {events} events, {communes} communes for \"near me\"",
            net.name,
            if net.demo { " (demo)" } else { "" }
        )),
        None => Finding::Note("the network is not founded yet: the first `vigie serve` does".to_owned()),
    };
    Ok((finding, stored))
}

fn parked_letters(conn: &mut DbConnection) -> db::Result<i64> {
    let counts = outbox::count_by_state(conn)?;
    Ok(counts.iter().find(|(state, _)| *state == MailState::Parked).map_or(0, |(_, count)| *count))
}
