//! `vigie digest preview --member EMAIL`: the next digest of one reader.

use std::process::ExitCode;

use anyhow::anyhow;

use super::{PreviewArgs, open};
use crate::actions::preview_digest;
use crate::cli::{Outcome, say};
use crate::domain::email::EmailAddress;
use crate::domain::subscription::Timetable;
use crate::store::{digests, members, subscribers};

pub fn run(args: &PreviewArgs) -> Outcome {
    let Some(email) = EmailAddress::parse(&args.member) else {
        return Err(anyhow!("{} is no e-mail address", args.member));
    };
    let (app, origin) = open(&args.storage)?;
    let now = app.clock.now();
    let previewed = app.db.read_now(|conn| {
        let network = app.network(conn)?;
        let reader = match (members::by_email(conn, &email)?, subscribers::by_email(conn, &email)?) {
            (Some(member), _) => {
                let usual = Timetable::usual(network.zone);
                Some(digests::reader_of_member(conn, &member, &usual, now)?)
            }
            (None, Some(row)) => digests::readers(conn, &[row.id])?.pop(),
            (None, None) => None,
        };
        let reader = reader.map(|reader| preview_digest(conn, reader, network, &origin, now));
        reader.transpose().map_err(anyhow::Error::from)
    });
    let Some(previewed) = previewed? else {
        return Err(anyhow!("nobody at {} has an account or a subscription", email.as_str()));
    };
    let Some(previewed) = previewed else {
        say::line(format_args!("{} wants no digest.", email.as_str()));
        return Ok(ExitCode::SUCCESS);
    };
    let due = previewed.due.format("%Y-%m-%d %H:%M UTC");
    match previewed.mail {
        None => say::line(format_args!("Due on {due}: there is nothing to tell, and no mail would be sent.")),
        Some(mail) if args.html => say::line(mail.html),
        Some(mail) => say::line(format_args!("Due on {due}\nSubject: {}\n\n{}", mail.subject, mail.text)),
    }
    Ok(ExitCode::SUCCESS)
}
