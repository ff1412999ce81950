//! `vigie import communes FILE`: what "near me" finds.

use std::process::ExitCode;

use super::super::{Outcome, service};
use super::{FileArgs, read, report};
use crate::actions::import_communes;
use crate::config::{Config, Flags};
use crate::domain::commune::{CommuneProblem, read_communes};
use crate::domain::import::{Level, decode};
use crate::i18n::Locale;

const BATCH: usize = 1_000;

pub fn run(args: &FileArgs) -> Outcome {
    let locale = Locale::from(args.lang);
    let config = Config::read(&Flags::from(&args.storage))?;
    let bytes = read(&args.file)?;
    let (text, _) = decode(&bytes);
    let list = read_communes(text.as_bytes());
    for note in &list.notes {
        let (code, figures) = (note.problem.code(), note.problem.figures());
        if let CommuneProblem::MissingColumns(_) = note.problem {
            return Err(report::refusal(locale, &args.file, code, &figures));
        }
        report::remark(locale, note.line, Level::Skipped, code, &figures);
    }
    if list.communes.is_empty() && list.notes.is_empty() {
        return Err(report::refusal(locale, &args.file, "no-rows", &[]));
    }
    let db = service::open(&config)?;
    let bar = report::bar(list.communes.len());
    for batch in list.communes.chunks(BATCH) {
        db.write_now(|tx| import_communes(tx, batch))?;
        bar.inc(batch.len().try_into().unwrap_or_default());
    }
    bar.finish_and_clear();
    let figures = [("stored", list.communes.len()), ("skipped", list.notes.len())];
    report::summary(locale, "communes-done", &figures);
    db.wait_until_seen();
    Ok(ExitCode::SUCCESS)
}
