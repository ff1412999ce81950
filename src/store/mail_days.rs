//! How many letters left, and how many could not, each day and of each list.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Date, Text};

use crate::db::schema::mail_days;
use crate::db::{DbConnection, Result};
use crate::mail::MailingList;

/// The figures of a day (in the network's zone) and a list.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = mail_days)]
pub struct MailDay {
    pub day: NaiveDate,
    /// Code of a list; empty: letters to one person.
    pub list: String,
    pub sent: i64,
    pub failed: i64,
}

/// Adds to the figures of a day.
pub fn add(
    conn: &mut DbConnection,
    day: NaiveDate,
    list: Option<MailingList>,
    sent: i64,
    failed: i64,
) -> Result<()> {
    diesel::sql_query(
        "INSERT INTO mail_days (day, list, sent, failed) VALUES ($1, $2, $3, $4) ON CONFLICT (day, list) \
         DO UPDATE SET sent = mail_days.sent + excluded.sent, failed = mail_days.failed + excluded.failed",
    )
    .bind::<Date, _>(day)
    .bind::<Text, _>(list.map_or("", MailingList::code))
    .bind::<BigInt, _>(sent)
    .bind::<BigInt, _>(failed)
    .execute(conn)?;
    Ok(())
}

/// The figures from a day on, the newest first.
pub fn since(conn: &mut DbConnection, first: NaiveDate) -> Result<Vec<MailDay>> {
    Ok(mail_days::table
        .filter(mail_days::day.ge(first))
        .order((mail_days::day.desc(), mail_days::list))
        .select(MailDay::as_select())
        .load(conn)?)
}
