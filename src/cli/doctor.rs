//! `vigie doctor`: looks at everything that must be right before people come, says it line by line,
//! and what to mend. It changes nothing.

mod database;
mod folders;
mod mail;
mod provider;
mod settings;
mod time;

use std::process::ExitCode;

use super::{Outcome, ServeArgs, say};
use crate::clock::Clock;
use crate::config::{Config, Flags};

/// One line of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Finding {
    Right(String),
    /// Works, but is worth knowing.
    Note(String),
    /// Is wrong, with what to do.
    Mend(String),
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Right(text) => write!(f, "ok    {text}"),
            Self::Note(text) => write!(f, "note  {text}"),
            Self::Mend(text) => write!(f, "mend  {text}"),
        }
    }
}

pub fn run(args: &ServeArgs) -> Outcome {
    let config = Config::read(&Flags::from(args))?;
    let now = Clock::System.now();
    let mut findings = settings::look(&config);
    findings.extend(folders::look(&config));
    let (database, stored) = database::look(&config);
    findings.extend(database);
    findings.extend(time::look(&stored, now));
    findings.extend(mail::look(&config, &stored));
    findings.extend(provider::look(&config, now));
    findings.iter().for_each(say::line);
    let to_mend = findings.iter().filter(|finding| matches!(finding, Finding::Mend(_))).count();
    match to_mend {
        0 => say::line("Nothing to mend."),
        1 => say::line("1 thing to mend."),
        n => say::line(format_args!("{n} things to mend.")),
    }
    Ok(if to_mend == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
