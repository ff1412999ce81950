//! `vigie import places FILE`: a list of places, previewed or stored.

use std::process::ExitCode;

use super::super::{Outcome, service};
use super::{FileArgs, read, report};
use crate::actions::{self, Saving, import_place};
use crate::clock::Clock;
use crate::config::{Config, Flags};
use crate::db::{Db, Transaction};
use crate::domain::commune::{Commune, CommuneIndex, drome};
use crate::domain::import::read_places;
use crate::domain::place::PlaceDraft;
use crate::i18n::Locale;
use crate::store::communes;

/// Rows in one transaction: other writers wait no longer than for these.
const BATCH: usize = 200;

pub fn run(args: &FileArgs, dry_run: bool) -> Outcome {
    let locale = Locale::from(args.lang);
    let config = Config::read(&Flags::from(&args.storage))?;
    let bytes = read(&args.file)?;
    let understood = |communes: Vec<Commune>| {
        let index = CommuneIndex::new(drome().iter().cloned().chain(communes));
        read_places(&bytes, &index)
            .map_err(|problem| report::refusal(locale, &args.file, problem.code(), &problem.figures()))
    };
    // First without a database: a file that is no list makes none, and neither does a preview.
    let mut import = understood(Vec::new())?;
    let to_be_made = config.database.file().is_some_and(|file| !file.exists());
    let db = (!(dry_run && to_be_made)).then(|| service::open(&config)).transpose()?;
    if let Some(db) = &db {
        import = understood(db.read_now(communes::all)?)?;
    }
    for note in &import.report {
        report::remark(locale, note.line, note.level(), note.problem.code(), &note.problem.figures());
    }
    let counts = match &db {
        Some(db) => store(db, &import.drafts, dry_run)?,
        None => Counts { created: import.drafts.len(), ..Counts::default() },
    };
    let form = if dry_run { "places-preview" } else { "places-done" };
    let Counts { created, updated, unchanged } = counts;
    let figures =
        [("created", created), ("updated", updated), ("unchanged", unchanged), ("skipped", import.skipped())];
    report::summary(locale, form, &figures);
    if let Some(db) = db.filter(|_| !dry_run) {
        db.wait_until_seen();
    }
    Ok(ExitCode::SUCCESS)
}

#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    created: usize,
    updated: usize,
    unchanged: usize,
}

impl Counts {
    fn add(&mut self, saving: Saving) {
        match saving {
            Saving::Created => self.created += 1,
            Saving::Updated => self.updated += 1,
            Saving::Unchanged => self.unchanged += 1,
        }
    }
}

fn store(db: &Db, drafts: &[PlaceDraft], dry_run: bool) -> anyhow::Result<Counts> {
    let now = Clock::System.now();
    let mut counts = Counts::default();
    let bar = report::bar(drafts.len());
    for batch in drafts.chunks(BATCH) {
        let act = |tx: &mut Transaction<'_>| {
            for draft in batch {
                counts.add(import_place(tx, draft, now)?.saving);
            }
            if dry_run { Err(Stop::Preview) } else { Ok(()) }
        };
        match db.write_now(act) {
            Ok(()) | Err(Stop::Preview) => bar.inc(batch.len().try_into().unwrap_or_default()),
            Err(Stop::Failed(error)) => return Err(error.into()),
        }
    }
    bar.finish_and_clear();
    Ok(counts)
}

/// Why a transaction is taken back.
enum Stop {
    /// All went well, and only that was to be known.
    Preview,
    Failed(actions::Error),
}

impl<E: Into<actions::Error>> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}
