//! `vigie bounces FILE|FOLDER|-`: reads what mail servers sent back. Read twice, a report counts once.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;

use super::{Outcome, StorageArgs, say, service};
use crate::actions::{BounceTaken, take_bounce};
use crate::clock::Clock;
use crate::config::{Config, Flags};
use crate::db::Db;
use crate::mail::{Bounce, LONGEST_BOUNCE, NoBounce};
use crate::store::network::{self, Network};

#[derive(Debug, Args)]
pub struct BouncesArgs {
    /// One mail in a file, a folder of them (a Maildir too), or - for one on standard input
    #[arg(value_name = "FILE|FOLDER|-")]
    from: PathBuf,
    #[command(flatten)]
    storage: StorageArgs,
}

/// What a mail server takes for "later" (sysexits.h): it keeps the mail and comes back.
const TRY_LATER: u8 = 75;

pub fn run(args: &BouncesArgs) -> Outcome {
    let config = Config::read(&Flags::from(&args.storage))?;
    let from_pipe = args.from.as_os_str() == "-";
    let opened = service::open(&config).and_then(|db| {
        let network = db.read_now(network::find)?.context("there is no network yet")?;
        Ok((db, network))
    });
    let (db, network) = match opened {
        Err(error) if from_pipe => {
            say::failure(&error);
            return Ok(ExitCode::from(TRY_LATER));
        }
        opened => opened?,
    };
    if from_pipe {
        let mail = all_of(std::io::stdin().lock()).context("cannot read standard input")?;
        say::line(take(&db, &network, &mail)?);
        return Ok(ExitCode::SUCCESS);
    }
    for file in files(&args.from)? {
        let told = match std::fs::File::open(&file).and_then(all_of) {
            Ok(mail) => take(&db, &network, &mail)?,
            Err(cause) => format!("cannot be read: {cause}"),
        };
        say::line(format_args!("{}: {told}", file.display()));
    }
    db.wait_until_seen();
    Ok(ExitCode::SUCCESS)
}

/// As much of a mail as is looked at.
fn all_of(from: impl Read) -> std::io::Result<Vec<u8>> {
    let mut mail = Vec::new();
    from.take(LONGEST_BOUNCE as u64).read_to_end(&mut mail)?;
    Ok(mail)
}

/// The file itself, or those of a folder and of the two of a Maildir, in the order of their names.
fn files(from: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let told = || format!("cannot read {}", from.display());
    if !std::fs::metadata(from).with_context(told)?.is_dir() {
        return Ok(vec![from.to_owned()]);
    }
    let mut files = Vec::new();
    for folder in [from.to_owned(), from.join("new"), from.join("cur")] {
        if folder != from && !folder.is_dir() {
            continue;
        }
        for entry in std::fs::read_dir(&folder).with_context(told)? {
            let entry = entry.with_context(told)?;
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            if !hidden && entry.file_type().with_context(told)?.is_file() {
                files.push(entry.path());
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Takes one mail, and says what it came to. Never an address: this may end in a log.
fn take(db: &Db, network: &Network, mail: &[u8]) -> anyhow::Result<String> {
    let bounces = match Bounce::read(mail, &network.host) {
        Ok(bounces) => bounces,
        Err(NoBounce::NoReport) => return Ok("no report on a delivery, set aside".to_owned()),
        Err(NoBounce::NotOurs) => return Ok("names no letter of ours, set aside".to_owned()),
    };
    let now = Clock::System.now();
    let mut told = Vec::new();
    for bounce in bounces {
        told.push(match db.write_now(|tx| take_bounce(tx, &bounce, network, now))? {
            BounceTaken::Counted { stops: true } => "refused, and the address is stopped",
            BounceTaken::Counted { stops: false } => "refused, and counted",
            BounceTaken::Harmless => "not the fault of the address, not counted",
            BounceTaken::Unknown => "no such letter, or counted before",
        });
    }
    Ok(told.join("; "))
}
