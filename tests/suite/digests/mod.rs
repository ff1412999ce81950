//! Digests as their readers get them: what they say, to whom, once.

mod composing;
mod killing;
mod plans;
mod preview;
mod telling;

use std::collections::BTreeMap;

use vigie::app::App;
use vigie::config::Config;
use vigie::db;
use vigie::jobs::{Digests, run_due, send_digests};
use vigie::mail::Filled;
use vigie::store::{digests, mailings};

use crate::support::TestApp;

const ALWAYS: &dyn Fn() -> bool = &|| true;
const ORIGIN: &str = "https://vigie.example";

/// The first Sunday of the stories, at six in the evening; and those after it.
const SUNDAY: &str = "2026-03-08T17:00:00Z";
const NEXT_SUNDAY: &str = "2026-03-15T17:00:00Z";
const THIRD_SUNDAY: &str = "2026-03-22T17:00:00Z";

/// A process of the service.
fn process(app: &TestApp) -> App {
    let db = db::open(&app.url, 4).unwrap();
    App::new(Config::for_database(app.url.clone()), db, app.clock.clone()).unwrap()
}

/// The daily jobs run: members become readers.
fn enrol(app: &TestApp) {
    run_due(&process(app), ALWAYS);
}

/// Composes what is due at an instant.
fn compose_at(app: &TestApp, instant: &str) -> Digests {
    app.at(instant);
    compose(&process(app))
}

fn compose(process: &App) -> Digests {
    send_digests(process, ORIGIN, ALWAYS, &|_| {}).unwrap()
}

/// All mails that wait, by recipient, in the order in which they were written.
fn mails(app: &TestApp) -> BTreeMap<String, Vec<Filled>> {
    app.db
        .read_now(|conn| {
            let mut by_recipient: BTreeMap<String, Vec<Filled>> = BTreeMap::new();
            for (recipient, mailing, copy) in mailings::all_copies(conn)? {
                let filled = mailings::by_id(conn, mailing)?.fill(&copy);
                by_recipient.entry(recipient).or_default().push(filled);
            }
            Ok::<_, db::Error>(by_recipient)
        })
        .unwrap()
}

/// The last mail to somebody.
fn last_to(app: &TestApp, email: &str) -> Filled {
    mails(app).remove(email).and_then(|mut mails| mails.pop()).unwrap_or_else(|| panic!("nothing to {email}"))
}

/// The plain text with no-break spaces as spaces.
fn text(mail: &Filled) -> String {
    mail.text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// How many digests are due at the clock's instant.
fn due(app: &TestApp) -> i64 {
    let now = app.clock.now();
    app.db.read_now(|conn| digests::count_due(conn, now)).unwrap()
}
