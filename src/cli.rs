//! The command line: one file a command. It reads settings, calls actions, and speaks to the
//! operator in English; failures are one sentence on standard error and an exit code.

mod bounces;
mod demo;
mod digest;
mod dkim;
mod doctor;
mod forget_second_factor;
mod imip_reply;
mod import;
mod logs;
mod migrate;
mod say;
mod serve;
mod service;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::config::{ConfigError, Flags};

/// The shared house of a network of tiers-lieux: places, agenda, calendar feeds.
///
/// Without a command, `serve`. Settings come from the command line, from environment variables and
/// from vigie.toml; docs/configuration.md lists them all.
#[derive(Debug, Parser)]
#[command(name = "vigie", version, args_conflicts_with_subcommands = true, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: ServeArgs,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the network (the default): makes or upgrades the database, then answers requests
    Serve(ServeArgs),
    /// Make a network of invented people and events, and serve it
    ///
    /// The same options give the same network on every machine. It is made anew when an option, the day or the
    /// program changed, and never over a database that is not a demo.
    Demo(demo::DemoArgs),
    /// Make the database, or bring it up to this version, and end
    Migrate(StorageArgs),
    /// Check settings, database, folders, clock and calendars, and say what to mend
    Doctor(ServeArgs),
    /// Take over places, communes or school holidays from a file
    #[command(subcommand)]
    Import(import::ImportCommand),
    /// Look at digests, and compose those that are due
    #[command(subcommand)]
    Digest(digest::DigestCommand),
    /// Read what mail servers sent back, so that dead addresses get no more mail
    Bounces(bounces::BouncesArgs),
    /// Make the key that mails are signed with, and say what to publish
    #[command(subcommand)]
    Dkim(dkim::DkimCommand),
    /// Let in again who lost both the phone and the recovery codes of an account
    ///
    /// Make sure that it is they who ask: the account then opens by its password alone, or by a link by mail.
    ForgetSecondFactor(forget_second_factor::ForgetArgs),
    /// Take what a calendar answered to an invitation: a mail, on standard input
    ///
    /// For a mail server's pipe; docs/running.md shows how. Ends with 0 when the answer was taken, 65 when it is
    /// refused, and 75 when it should be tried again.
    ImipReply(imip_reply::ReplyArgs),
}

/// Where the database is.
#[derive(Clone, Debug, Default, Args)]
struct StorageArgs {
    /// Folder of the SQLite database [default: data]
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

/// Where the database is, and where to listen.
#[derive(Clone, Debug, Default, Args)]
struct ServeArgs {
    /// Address to listen on; port 0 picks a free one [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDRESS:PORT")]
    listen: Option<String>,
    #[command(flatten)]
    storage: StorageArgs,
}

impl From<&StorageArgs> for Flags {
    fn from(args: &StorageArgs) -> Self {
        Self { listen: None, data: args.data.clone() }
    }
}

impl From<&ServeArgs> for Flags {
    fn from(args: &ServeArgs) -> Self {
        Self { listen: args.listen.clone(), data: args.storage.data.clone() }
    }
}

/// Runs the command that this process was started with. The code is 0 when all is well, 1 when
/// the work failed or something is to be mended, 2 when the command or a setting is not understood.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.command {
        None => serve::run(&cli.serve),
        Some(Command::Serve(args)) => serve::run(&args),
        Some(Command::Demo(args)) => demo::run(&args),
        Some(Command::Migrate(args)) => migrate::run(&args),
        Some(Command::Doctor(args)) => doctor::run(&args),
        Some(Command::Import(command)) => import::run(&command),
        Some(Command::Digest(command)) => digest::run(&command),
        Some(Command::Bounces(args)) => bounces::run(&args),
        Some(Command::Dkim(command)) => dkim::run(&command),
        Some(Command::ForgetSecondFactor(args)) => forget_second_factor::run(&args),
        Some(Command::ImipReply(args)) => imip_reply::run(&args),
    };
    done.unwrap_or_else(|error| {
        say::failure(&error);
        if error.is::<ConfigError>() { ExitCode::from(2) } else { ExitCode::FAILURE }
    })
}

/// What a command comes to.
type Outcome = anyhow::Result<ExitCode>;

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_grammar_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn no_command_serves() {
        let cli = Cli::try_parse_from(["vigie", "--listen", "127.0.0.1:0", "--data", "x"]).unwrap();
        assert!(cli.command.is_none());
        assert_eq!(cli.serve.listen.as_deref(), Some("127.0.0.1:0"));
    }
}
