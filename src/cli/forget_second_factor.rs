//! `vigie forget-second-factor EMAIL`: for who lost both the phone and the codes on paper.

use std::process::ExitCode;

use anyhow::anyhow;
use clap::Args;

use super::{Outcome, StorageArgs, say, service};
use crate::actions::forget_second_factor;
use crate::clock::Clock;
use crate::config::{Config, Flags};
use crate::domain::email::EmailAddress;
use crate::domain::policy::Actor;

#[derive(Debug, Args)]
pub struct ForgetArgs {
    /// Address of the account
    #[arg(value_name = "EMAIL")]
    email: String,
    #[command(flatten)]
    storage: StorageArgs,
}

pub fn run(args: &ForgetArgs) -> Outcome {
    let config = Config::read(&Flags::from(&args.storage))?;
    let Some(email) = EmailAddress::parse(&args.email) else {
        return Err(anyhow!("{} is no e-mail address", args.email));
    };
    let db = service::open(&config)?;
    let now = Clock::System.now();
    if !db.write_now(|tx| forget_second_factor(tx, &Actor::Program, &email, now))? {
        return Err(anyhow!("no account at {} has a second factor", email.as_str()));
    }
    db.wait_until_seen();
    say::line(format_args!(
        "{} signs in without a second factor now, and is told so by mail.",
        email.as_str()
    ));
    Ok(ExitCode::SUCCESS)
}
