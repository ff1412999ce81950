//! `vigie import`: facts from files. Rows that cannot be kept are listed by line and left out.

mod communes;
mod holidays;
mod places;
mod report;

use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::{Args, Subcommand, ValueEnum};

use super::{Outcome, StorageArgs};
use crate::i18n::Locale;

#[derive(Debug, Subcommand)]
pub enum ImportCommand {
    /// Places: the national census of tiers-lieux, or a CSV file with the columns id, name, bricks, commune, insee…
    ///
    /// Importing the same list twice changes nothing. What a place added by itself stays. E-mail addresses and
    /// telephone numbers are left out. UTF-8 and Windows-1252; commas, semicolons and tabs.
    Places {
        #[command(flatten)]
        file: FileArgs,
        /// Say what would be done, and do nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Communes, for "near me" beyond the Drôme: a CSV file with the columns insee, name, postcode…
    Communes {
        #[command(flatten)]
        file: FileArgs,
    },
    /// School holidays of later years: a CSV file with the columns zone, name, first_day, last_day
    Holidays {
        #[command(flatten)]
        file: FileArgs,
    },
}

#[derive(Debug, Args)]
pub struct FileArgs {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Language of the report
    #[arg(long, value_enum, default_value_t = Lang::Fr)]
    lang: Lang,
    #[command(flatten)]
    storage: StorageArgs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Lang {
    Fr,
    En,
}

impl From<Lang> for Locale {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Fr => Self::Fr,
            Lang::En => Self::En,
        }
    }
}

pub fn run(command: &ImportCommand) -> Outcome {
    match command {
        ImportCommand::Places { file, dry_run } => places::run(file, *dry_run),
        ImportCommand::Communes { file } => communes::run(file),
        ImportCommand::Holidays { file } => holidays::run(file),
    }
}

fn read(file: &Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))
}
