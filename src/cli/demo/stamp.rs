//! A note beside the demo's SQLite file: of which options it is, and what is in it. Written last, so
//! that a demo that was left half made is not taken for a whole one.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::super::say;
use super::load::Loaded;
use crate::config::Config;
use crate::demo::{DemoRole, Options, PASSWORD};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Stamp {
    /// Options and program: another of either makes another demo.
    made_of: String,
    title: String,
    /// Accounts of people.
    members: u64,
    places: u64,
    events: u64,
    /// Dates of events.
    dates: u64,
    hard_cases: Vec<Case>,
}

/// Something that is hard to show, and where it is.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Case {
    label: String,
    path: String,
}

impl Stamp {
    pub fn of(config: &Config, options: &Options, loaded: Loaded) -> Self {
        let cases = loaded.hard_cases.into_iter();
        Self {
            made_of: made_of(config, options),
            title: format!("{} on {} (seed {})", options.set.code(), options.today, options.seed),
            members: loaded.members,
            places: loaded.places,
            events: loaded.events,
            dates: loaded.dates,
            hard_cases: cases
                .map(|case| Case { label: case.label.replace('-', " "), path: case.path })
                .collect(),
        }
    }

    /// The stamp of a demo of exactly these options, made by this very program.
    pub fn read(config: &Config, options: &Options) -> Option<Self> {
        config.database.file().filter(|file| file.exists())?;
        let stamp: Self = serde_json::from_slice(&std::fs::read(file(config)).ok()?).ok()?;
        (stamp.made_of == made_of(config, options)).then_some(stamp)
    }

    pub fn write(&self, config: &Config) -> anyhow::Result<()> {
        std::fs::create_dir_all(&config.data)?;
        Ok(std::fs::write(file(config), serde_json::to_vec_pretty(self)?)?)
    }

    pub fn remove(config: &Config) {
        let _ = std::fs::remove_file(file(config));
    }

    /// What the demo is, for whom starts it.
    pub fn summary(&self) -> String {
        let [members, places, events, dates] =
            [self.members, self.places, self.events, self.dates].map(say::figure);
        format!(
            "Demo {}: {places} places, {members} people, {events} events, {dates} dates.\n\
             All people and events are invented, and every page says so.",
            self.title,
        )
    }

    /// Where to look: the accounts with which one tries it, and what is hard to show.
    pub fn say_where(&self, origin: &str) {
        if self.members > 0 {
            say::line(format_args!("Sign in at {origin}/connexion with the password {PASSWORD} as"));
            for role in DemoRole::ALL {
                say::line(format_args!("  {}", role.email()));
            }
        }
        say::line("Hard cases, planted on purpose:");
        self.say_hard_cases(origin);
    }

    fn say_hard_cases(&self, origin: &str) {
        for Case { label, path } in &self.hard_cases {
            say::line(format_args!("  {origin}{path}  ({label})"));
        }
    }
}

fn file(config: &Config) -> PathBuf {
    config.data.join("demo.json")
}

fn made_of(config: &Config, options: &Options) -> String {
    format!("{} {options:?} {}", config.database, program())
}

/// Names this build: the generator may have changed though the version did not.
fn program() -> String {
    let file = std::env::current_exe().and_then(std::fs::metadata);
    let built = file.as_ref().ok().and_then(|file| file.modified().ok());
    let seconds =
        built.and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok()).map_or(0, |d| d.as_secs());
    format!("{}-{}-{seconds}", env!("CARGO_PKG_VERSION"), file.map_or(0, |file| file.len()))
}
