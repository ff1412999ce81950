//! The history of places: each change of a part of a page, with the part before and after.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::db::schema::{members, place_changes};
use crate::db::{DbConnection, Error, Result, UtcInstant, on_each_backend};
use crate::domain::place_part::{PlacePart, PlaceSection};

/// One change as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = place_changes)]
pub struct ChangeRow {
    pub id: i64,
    pub place_id: i64,
    pub section: String,
    /// Identity of who made it; `None`: an import. The account may be gone.
    pub member_uid: Option<String>,
    pub made_at: UtcInstant,
    pub part_before: String,
    pub part_after: String,
}

impl ChangeRow {
    pub fn before(&self) -> Result<PlacePart> {
        part(&self.part_before)
    }

    pub fn after(&self) -> Result<PlacePart> {
        part(&self.part_after)
    }
}

fn part(text: &str) -> Result<PlacePart> {
    serde_json::from_str(text).map_err(|_| Error::corrupt("part of a place", text))
}

/// Notes a change; gives its id.
pub fn note(
    conn: &mut DbConnection,
    place: i64,
    member_uid: Option<&str>,
    (before, after): (&PlacePart, &PlacePart),
    now: DateTime<Utc>,
) -> Result<i64> {
    let json = |part: &PlacePart| {
        serde_json::to_string(part).map_err(|_| Error::corrupt("part of a place", part.section().code()))
    };
    let row = (
        place_changes::place_id.eq(place),
        place_changes::section.eq(before.section().code()),
        place_changes::member_uid.eq(member_uid),
        place_changes::made_at.eq(UtcInstant(now)),
        place_changes::part_before.eq(json(before)?),
        place_changes::part_after.eq(json(after)?),
    );
    Ok(on_each_backend!(conn, |c| diesel::insert_into(place_changes::table)
        .values(&row)
        .returning(place_changes::id)
        .get_result(c)?))
}

/// The id of the last change of a place, 0 when there was none: what a form has seen.
pub fn last(conn: &mut DbConnection, place: i64) -> Result<i64> {
    let of_place = place_changes::table.filter(place_changes::place_id.eq(place));
    let newest: Option<i64> = of_place.select(diesel::dsl::max(place_changes::id)).first(conn)?;
    Ok(newest.unwrap_or_default())
}

/// The last change of one part after the change `seen`.
pub fn last_of_section_after(
    conn: &mut DbConnection,
    place: i64,
    section: PlaceSection,
    seen: i64,
) -> Result<Option<ChangeRow>> {
    Ok(place_changes::table
        .filter(place_changes::place_id.eq(place))
        .filter(place_changes::id.gt(seen))
        .filter(place_changes::section.eq(section.code()))
        .order(place_changes::id.desc())
        .select(ChangeRow::as_select())
        .first(conn)
        .optional()?)
}

/// A part as it was at the change `seen`; `None` when it has not changed since.
pub fn as_seen(
    conn: &mut DbConnection,
    place: i64,
    section: PlaceSection,
    seen: i64,
) -> Result<Option<PlacePart>> {
    let next: Option<ChangeRow> = place_changes::table
        .filter(place_changes::place_id.eq(place))
        .filter(place_changes::id.gt(seen))
        .filter(place_changes::section.eq(section.code()))
        .order(place_changes::id)
        .select(ChangeRow::as_select())
        .first(conn)
        .optional()?;
    next.map(|change| change.before()).transpose()
}

/// One change of a place.
pub fn find(conn: &mut DbConnection, place: i64, id: i64) -> Result<ChangeRow> {
    let row = place_changes::table.find(id).filter(place_changes::place_id.eq(place));
    row.select(ChangeRow::as_select()).first(conn).optional()?.ok_or(Error::NotFound)
}

/// A change with the name of who made it: `None` for an import and for an account that is gone.
pub type Signed = (ChangeRow, Option<String>);

/// Changes of a place, the newest first, older than the change `before`.
pub fn list(conn: &mut DbConnection, place: i64, before: Option<i64>, limit: i64) -> Result<Vec<Signed>> {
    let mut query = place_changes::table
        .filter(place_changes::place_id.eq(place))
        .select(ChangeRow::as_select())
        .into_boxed();
    if let Some(id) = before {
        query = query.filter(place_changes::id.lt(id));
    }
    let rows: Vec<ChangeRow> = query.order(place_changes::id.desc()).limit(limit).load(conn)?;
    signed(conn, rows)
}

/// Changes with the names of who made them.
pub fn signed(conn: &mut DbConnection, rows: Vec<ChangeRow>) -> Result<Vec<Signed>> {
    let uids: Vec<String> = rows.iter().filter_map(|row| row.member_uid.clone()).collect();
    let known = members::table.filter(members::uid.eq_any(&uids)).select((members::uid, members::name));
    let names: Vec<(String, String)> = if uids.is_empty() { Vec::new() } else { known.load(conn)? };
    let name = |uid: &str| names.iter().find(|(known, _)| known == uid).map(|(_, name)| name.clone());
    let sign = |row: ChangeRow| {
        let name = row.member_uid.as_deref().and_then(name);
        (row, name)
    };
    Ok(rows.into_iter().map(sign).collect())
}
