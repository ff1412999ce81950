//! `vigie demo`: a network of invented people and events, the same on every machine for the same
//! options, made once and then served.

mod life;
mod load;
mod people;
mod stamp;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Europe::Paris;
use clap::{Args, ValueEnum};

use super::{Outcome, logs, say, service};
use crate::app::{App, day_of};
use crate::clock::Clock;
use crate::config::{Config, Flags};
use crate::db::{self, Backend, DatabaseUrl};
use crate::demo::{Options, Set};
use crate::domain::period::instant_of;
use crate::store::{network, places};
use stamp::Stamp;

/// Folder of the demo, unless `--data` names another.
const FOLDER: &str = "data-demo";

#[derive(Debug, Args)]
pub struct DemoArgs {
    /// Address to listen on; port 0 picks a free one [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDRESS:PORT")]
    listen: Option<String>,
    /// Folder of the demo's SQLite database [default: data-demo]
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// The day on which the demo is looked at; the clock then stands at 10:00 of that day [default: the real day and clock]
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<NaiveDate>,
    /// Another number, other people and events
    #[arg(long, value_name = "N", default_value_t = 26)]
    seed: u64,
    /// Which network
    #[arg(long, value_enum, default_value_t = SetName::Drome)]
    set: SetName,
    /// Share of the 3,500 places of the national set
    #[arg(long, value_name = "F", default_value_t = 1.0, value_parser = scale)]
    scale: f64,
    /// Give the real places of the Drôme invented names
    #[arg(long)]
    fictional_spaces: bool,
    /// Make it anew, even when it is there
    #[arg(long)]
    rebuild: bool,
    /// Only make it
    #[arg(long)]
    no_serve: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum SetName {
    /// The places of the Drôme
    Drome,
    /// Thousands of invented places in all of France, to measure with
    National,
}

fn scale(text: &str) -> Result<f64, String> {
    let scale = text.parse().ok().filter(|scale| *scale > 0.0 && *scale <= 10.0);
    scale.ok_or_else(|| "must be a number above 0 and at most 10".to_owned())
}

pub fn run(args: &DemoArgs) -> Outcome {
    let config = settings(args)?;
    logs::start(&config);
    let clock = match args.today {
        Some(day) => Clock::fixed(morning(day)),
        None => Clock::System,
    };
    let options = args.options(day_of(clock.now(), Paris));
    let stamp = made(&config, &options, args.rebuild)?;
    say::line(stamp.summary());
    if args.no_serve {
        stamp.say_where("");
        return Ok(ExitCode::SUCCESS);
    }
    let db = service::open(&config)?;
    service::run(App::new(config, db, clock)?, |origin| {
        stamp.say_where(origin);
        say::line(format_args!("Nothing is sent: letters are read at {origin}/boite-aux-lettres"));
    })
}

/// The settings of this process; the demo keeps its database in a folder of its own.
fn settings(args: &DemoArgs) -> anyhow::Result<Config> {
    let data = args.data.clone().unwrap_or_else(|| FOLDER.into());
    Ok(Config::read(&Flags { listen: args.listen.clone(), data: Some(data) })?)
}

impl DemoArgs {
    fn options(&self, today: NaiveDate) -> Options {
        let set = match self.set {
            SetName::Drome => Set::Drome,
            SetName::National => Set::National,
        };
        Options { seed: self.seed, today, set, scale: self.scale, fictional_spaces: self.fictional_spaces }
    }
}

/// 10:00 in Paris.
fn morning(day: NaiveDate) -> DateTime<Utc> {
    const TEN: NaiveTime = NaiveTime::MIN.overflowing_add_signed(chrono::TimeDelta::hours(10)).0;
    instant_of(day.and_time(TEN), Paris)
}

/// The demo of these options is in the database: it was there, or is made now.
fn made(config: &Config, options: &Options, rebuild: bool) -> anyhow::Result<Stamp> {
    service::make_folder(config)?;
    refuse_real_data(&config.database)?;
    // A folder cannot tell what is in a PostgreSQL database.
    let local = config.database.backend == Backend::Sqlite;
    if local
        && !rebuild
        && let Some(stamp) = Stamp::read(config, options)
    {
        return Ok(stamp);
    }
    db::reset(&config.database)?;
    Stamp::remove(config);
    let db = db::open(&config.database, 2)?;
    let loaded = load::load(&db, options, morning(options.today))?;
    let stamp = Stamp::of(config, options, loaded);
    if local {
        stamp.write(config).context("cannot note which demo was made")?;
    }
    Ok(stamp)
}

/// A demo never takes the place of what people wrote.
fn refuse_real_data(url: &DatabaseUrl) -> anyhow::Result<()> {
    if url.file().is_some_and(|file| !file.exists()) {
        return Ok(());
    }
    db::migrate(url)?;
    let mut conn = url.connect()?;
    let is_demo = match network::find(&mut conn)? {
        Some(network) => network.demo,
        None => places::count_all(&mut conn)? == 0,
    };
    if !is_demo {
        bail!(
            "{url} holds a real network, which a demo would overwrite: choose another folder with --data DIR, or another DATABASE_URL"
        );
    }
    Ok(())
}
