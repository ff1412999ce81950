//! `vigie import holidays FILE`: school holidays of later years; series that look at them are
//! worked out anew.

use std::process::ExitCode;

use super::super::{Outcome, service};
use super::{FileArgs, read, report};
use crate::actions::{import_school_periods, rework_recurring};
use crate::clock::Clock;
use crate::config::{Config, Flags};
use crate::domain::import::{Level, decode};
use crate::domain::school::{RowError, TableError, parse_school_table};
use crate::i18n::Locale;

pub fn run(args: &FileArgs) -> Outcome {
    let locale = Locale::from(args.lang);
    let config = Config::read(&Flags::from(&args.storage))?;
    let bytes = read(&args.file)?;
    let table = parse_school_table(&decode(&bytes).0).map_err(|error| {
        let TableError::MissingColumn(column) = error;
        report::refusal(locale, &args.file, "missing-columns", &[("missing", column.to_owned())])
    })?;
    for (line, error) in &table.rejected {
        let (code, figures) = told(error);
        report::remark(locale, *line, Level::Skipped, code, &figures);
    }
    if table.periods.is_empty() && table.rejected.is_empty() {
        return Err(report::refusal(locale, &args.file, "no-rows", &[]));
    }
    let db = service::open(&config)?;
    db.write_now(|tx| import_school_periods(tx, &table.periods))?;
    let series = rework_recurring(&db, Clock::System.now())?;
    let figures = [("stored", table.periods.len()), ("skipped", table.rejected.len()), ("series", series)];
    report::summary(locale, "holidays-done", &figures);
    db.wait_until_seen();
    Ok(ExitCode::SUCCESS)
}

fn told(error: &RowError) -> (&'static str, Vec<(&'static str, String)>) {
    match error {
        RowError::Malformed => ("unreadable", Vec::new()),
        RowError::UnknownZone(zone) => ("unknown-school-zone", vec![("text", zone.clone())]),
        RowError::NoName => ("no-name", Vec::new()),
        RowError::BadDate(text) => ("bad-date", vec![("text", text.clone())]),
        RowError::EndsBeforeStart => ("ends-before-start", Vec::new()),
    }
}
