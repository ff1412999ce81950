//! `vigie migrate`: the schema is made or brought up to date.

use std::process::ExitCode;

use super::{Outcome, StorageArgs, say, service};
use crate::config::{Config, Flags};
use crate::db;

pub fn run(args: &StorageArgs) -> Outcome {
    let config = Config::read(&Flags::from(args))?;
    service::make_folder(&config)?;
    let run = db::migrate(&config.database)?;
    match run.is_empty() {
        true => say::line(format_args!("{} is up to date.", config.database)),
        false => {
            let names = run.join(", ");
            say::line(format_args!("{} is now up to date (migrations run: {names}).", config.database));
        }
    }
    Ok(ExitCode::SUCCESS)
}
