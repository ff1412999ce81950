//! School holidays, as imported.

use std::borrow::Cow;

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::db::schema::school_periods;
use crate::db::{DbConnection, Result};
use crate::domain::schedule::SchoolZone;
use crate::domain::school::{SchoolCalendar, SchoolPeriod};

/// Zone, first day, last day and name of every period, in order.
pub type Row = (String, NaiveDate, NaiveDate, String);

pub fn all(conn: &mut DbConnection) -> Result<Vec<Row>> {
    Ok(school_periods::table
        .order((school_periods::zone, school_periods::first_day))
        .select((
            school_periods::zone,
            school_periods::first_day,
            school_periods::last_day,
            school_periods::name,
        ))
        .load(conn)?)
}

/// The product's calendar, and what was imported for later years.
pub fn calendar(conn: &mut DbConnection) -> Result<Cow<'static, SchoolCalendar>> {
    let imported = all(conn)?.into_iter().filter_map(|(zone, first_day, last_day, name)| {
        Some(SchoolPeriod { zone: SchoolZone::from_code(&zone)?, name, first_day, last_day })
    });
    let imported: Vec<SchoolPeriod> = imported.collect();
    let built_in = SchoolCalendar::built_in();
    Ok(if imported.is_empty() { Cow::Borrowed(built_in) } else { Cow::Owned(built_in.with(imported)) })
}

/// Adds a period in the place of those of its zone that it overlaps: a corrected calendar takes
/// over from the one before.
pub fn save(conn: &mut DbConnection, (zone, first_day, last_day, name): &Row) -> Result<()> {
    let overlapped = school_periods::table
        .filter(school_periods::zone.eq(zone))
        .filter(school_periods::first_day.le(last_day))
        .filter(school_periods::last_day.ge(first_day));
    diesel::delete(overlapped).execute(conn)?;
    diesel::insert_into(school_periods::table)
        .values((
            school_periods::zone.eq(zone),
            school_periods::first_day.eq(first_day),
            school_periods::last_day.eq(last_day),
            school_periods::name.eq(name),
        ))
        .execute(conn)?;
    Ok(())
}
