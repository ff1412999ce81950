//! What of the coordination's mail page is counted: what waits in each list, what left each day, and
//! which addresses are stopped.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::lines::when;
use super::page::{DayRow, StoppedRow};
use crate::i18n::{self, date};
use crate::store::{failing_addresses, mail_days, outbox};
use crate::web::answer::Desk;
use crate::web::error::Result;

/// Days that are shown.
const DAYS: Days = Days::new(30);

/// Stopped addresses that are shown.
const SHOWN: i64 = 100;

/// "Récapitulatifs : 1200", for the lists that wait.
pub fn waiting(desk: &mut Desk<'_>) -> Result<Vec<String>> {
    let counts = outbox::count_waiting(desk.conn)?;
    let locale = desk.locale();
    let told = |(list, n): (Option<crate::mail::MailingList>, i64)| {
        let code = list.map_or("lettres", |list| list.code());
        format!("{} · {n}", i18n::text(locale, &format!("mail-list-{code}")))
    };
    Ok(counts.into_iter().filter(|(_, n)| *n > 0).map(told).collect())
}

/// The last days on which something was sent, the newest first.
pub fn days(desk: &mut Desk<'_>) -> Result<Vec<DayRow>> {
    let first = desk.today.checked_sub_days(DAYS).unwrap_or(desk.today);
    let mut days: BTreeMap<NaiveDate, DayRow> = BTreeMap::new();
    for row in mail_days::since(desk.conn, first)? {
        let locale = desk.locale();
        let day = days.entry(row.day).or_insert_with(|| DayRow {
            day: date::date(locale, row.day),
            letters: 0,
            mailings: 0,
            failed: 0,
        });
        match row.list.as_str() {
            "" => day.letters += row.sent,
            _ => day.mailings += row.sent,
        }
        day.failed += row.failed;
    }
    Ok(days.into_values().rev().collect())
}

/// The addresses that take nothing any more, and how many more there are.
pub fn stopped(desk: &mut Desk<'_>) -> Result<(Vec<StoppedRow>, i64)> {
    let rows = failing_addresses::stopped(desk.conn, SHOWN)?;
    let all = failing_addresses::count_stopped(desk.conn)?;
    let row = |row: failing_addresses::FailingAddress| StoppedRow {
        since: row.stopped_at.map_or_else(String::new, |at| when(desk, at.0)),
        form: desk.form(),
        email: row.email,
        said: row.said,
    };
    let shown: Vec<_> = rows.into_iter().map(row).collect();
    let more = all - i64::try_from(shown.len()).unwrap_or(all);
    Ok((shown, more))
}
