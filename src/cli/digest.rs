//! `vigie digest`: look at somebody's next digest, or at all that are due; compose what is due.

mod preview;
mod send;

use clap::{Args, Subcommand};

use super::{Outcome, StorageArgs, service};
use crate::app::App;
use crate::clock::Clock;
use crate::config::{Config, Flags};

#[derive(Debug, Subcommand)]
pub enum DigestCommand {
    /// Show somebody's next digest, with what is known now; nothing is sent
    Preview(PreviewArgs),
    /// Compose the digests that are due, as the service does by itself
    Send(SendArgs),
}

#[derive(Debug, Args)]
pub struct PreviewArgs {
    /// Address of an account, or of who subscribed without one
    #[arg(long, value_name = "EMAIL")]
    member: String,
    /// As HTML rather than as plain text
    #[arg(long)]
    html: bool,
    /// As plain text (the default)
    #[arg(long, conflicts_with = "html")]
    text: bool,
    #[command(flatten)]
    storage: StorageArgs,
}

#[derive(Debug, Args)]
pub struct SendArgs {
    /// Only say who would get a mail, and of what size; nothing is written
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    storage: StorageArgs,
}

pub fn run(command: &DigestCommand) -> Outcome {
    match command {
        DigestCommand::Preview(args) => preview::run(args),
        DigestCommand::Send(args) => send::run(args),
    }
}

/// The network's program, and where its mails lead to.
fn open(storage: &StorageArgs) -> anyhow::Result<(App, String)> {
    let config = Config::read(&Flags::from(storage))?;
    let origin = config.origin(config.listen);
    let db = service::open(&config)?;
    Ok((App::new(config, db, Clock::System)?, origin))
}
