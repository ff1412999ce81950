//! `vigie digest send`: composes what is due; with `--dry-run`, only says what would be.

use std::process::ExitCode;

use chrono::{DateTime, Utc};
use indicatif::{ProgressBar, ProgressStyle};

use super::{SendArgs, open};
use crate::actions::{self, preview_digests};
use crate::app::App;
use crate::cli::{Outcome, say};
use crate::jobs::send_digests;
use crate::store::digests;

/// Readers looked at together.
const PAGE: i64 = 500;

pub fn run(args: &SendArgs) -> Outcome {
    let (app, origin) = open(&args.storage)?;
    let now = app.clock.now();
    let due = app.db.read_now(|conn| digests::count_due(conn, now))?;
    let bar = bar(due);
    if args.dry_run {
        let sizes = look(&app, &origin, now, &bar)?;
        bar.finish_and_clear();
        say::line(sizes.summary());
        return Ok(ExitCode::SUCCESS);
    }
    let done = send_digests(&app, &origin, &|| true, &|readers| {
        bar.set_position(readers.try_into().unwrap_or_default());
    })?;
    bar.finish_and_clear();
    app.db.wait_until_seen();
    say::line(format_args!(
        "{} due: {} digests wait in the outbox, drawn from {} mails; {} had nothing to tell.",
        say::figure(done.readers),
        say::figure(done.written),
        say::figure(done.drawn),
        say::figure(done.readers - done.written),
    ));
    Ok(ExitCode::SUCCESS)
}

/// Says who would get what size, some at a time.
fn look(app: &App, origin: &str, now: DateTime<Utc>, bar: &ProgressBar) -> actions::Result<Sizes> {
    let mut sizes = Sizes::default();
    let mut behind = (DateTime::UNIX_EPOCH, 0);
    loop {
        let due = app.db.read_now(|conn| digests::due_after(conn, now, behind, PAGE))?;
        let Some(last) = due.last().copied() else { return Ok(sizes) };
        behind = last;
        let ids: Vec<i64> = due.iter().map(|(_, id)| *id).collect();
        let previewed = app.db.read_now(|conn| {
            let (network, readers) = (app.network(conn)?, digests::readers(conn, &ids)?);
            preview_digests(conn, readers, network, origin, now)
        })?;
        for one in previewed {
            let size = one.mail.map(|mail| mail.text.len() + mail.html.len());
            match size {
                Some(size) => say::line(format_args!("{}\t{} bytes", one.email, say::figure(size))),
                None => say::line(format_args!("{}\tnothing to tell", one.email)),
            }
            sizes.add(size);
            bar.inc(1);
        }
    }
}

/// What all of them come to.
#[derive(Debug, Default)]
struct Sizes {
    mails: usize,
    silent: usize,
    bytes: usize,
    largest: usize,
}

impl Sizes {
    fn add(&mut self, size: Option<usize>) {
        match size {
            None => self.silent += 1,
            Some(bytes) => {
                self.mails += 1;
                self.bytes += bytes;
                self.largest = self.largest.max(bytes);
            }
        }
    }

    fn summary(&self) -> String {
        let Self { mails, silent, bytes, largest } = *self;
        format!(
            "{} due: {} would get a mail of {} bytes on average and {} at most, {} none. Nothing was written.",
            say::figure(mails + silent),
            say::figure(mails),
            say::figure(bytes.checked_div(mails).unwrap_or_default()),
            say::figure(largest),
            say::figure(silent),
        )
    }
}

/// Hidden where standard error is not a terminal.
fn bar(due: i64) -> ProgressBar {
    let style = ProgressStyle::with_template("Composing {wide_bar} {pos}/{len}, {elapsed}");
    let bar = ProgressBar::new(due.try_into().unwrap_or_default());
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
