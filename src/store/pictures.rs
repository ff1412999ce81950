//! Pictures: what is known of them, and their bytes, asked apart.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use uuid::Uuid;

use crate::db::schema::{pictures, place_photos, schedules};
use crate::db::{DbConnection, Instant, Result, UtcInstant, on_each_backend};
use crate::domain::place_part::PlaceSection;
use crate::pictures::Picture;

/// What is known of a picture.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = pictures)]
pub struct PictureRow {
    pub id: i64,
    pub uid: String,
    pub place_id: Option<i64>,
    pub event_id: Option<i64>,
    pub member_id: Option<i64>,
    pub media_type: String,
    pub width: i32,
    pub height: i32,
    pub alt: String,
    pub created_at: UtcInstant,
}

/// A picture as it is sent to a browser.
#[derive(Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = pictures)]
pub struct StoredPicture {
    pub uid: String,
    pub media_type: String,
    pub bytes: Vec<u8>,
}

/// What a picture shows; it goes when that goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Public.
    Place(i64),
    /// Public.
    Event(i64),
    /// Seen by whom the member chose.
    Member(i64),
}

/// What a new picture is made of.
pub struct NewPicture<'a> {
    pub shown: Shown,
    pub picture: &'a Picture,
    /// Empty where the words beside it say what it shows.
    pub alt: &'a str,
}

#[derive(Insertable)]
#[diesel(table_name = pictures)]
struct PictureValues<'a> {
    uid: String,
    place_id: Option<i64>,
    event_id: Option<i64>,
    member_id: Option<i64>,
    media_type: &'a str,
    width: i32,
    height: i32,
    alt: &'a str,
    created_at: UtcInstant,
    bytes: &'a [u8],
}

/// Stores a picture; gives its id.
pub fn insert(conn: &mut DbConnection, new: &NewPicture<'_>, now: DateTime<Utc>) -> Result<i64> {
    let (place_id, event_id, member_id) = match new.shown {
        Shown::Place(id) => (Some(id), None, None),
        Shown::Event(id) => (None, Some(id), None),
        Shown::Member(id) => (None, None, Some(id)),
    };
    let pixels = |length: u32| i32::try_from(length).unwrap_or(i32::MAX);
    let values = PictureValues {
        uid: Uuid::new_v4().simple().to_string(),
        place_id,
        event_id,
        member_id,
        media_type: new.picture.media_type,
        width: pixels(new.picture.width),
        height: pixels(new.picture.height),
        alt: new.alt,
        created_at: UtcInstant(now),
        bytes: &new.picture.bytes,
    };
    Ok(on_each_backend!(conn, |c| diesel::insert_into(pictures::table)
        .values(&values)
        .returning(pictures::id)
        .get_result(c)?))
}

/// The bytes of a public picture: of an event, or of a place that shows it; never of a member.
pub fn public_by_uid(conn: &mut DbConnection, uid: &str) -> Result<Option<StoredPicture>> {
    let on_page = place_photos::table.filter(place_photos::picture_id.eq(pictures::id));
    Ok(pictures::table
        .filter(pictures::uid.eq(uid))
        .filter(pictures::member_id.is_null())
        .filter(pictures::place_id.is_null().or(exists(on_page)))
        .select(StoredPicture::as_select())
        .first(conn)
        .optional()?)
}

/// The bytes of a member's photo. Whether the one who asks may see it is the caller's to ask.
pub fn bytes_of_member(conn: &mut DbConnection, member: i64) -> Result<Option<StoredPicture>> {
    Ok(pictures::table
        .filter(pictures::member_id.eq(member))
        .order(pictures::id.desc())
        .select(StoredPicture::as_select())
        .first(conn)
        .optional()?)
}

/// What is known of the pictures of something, in the order in which they came.
pub fn of(conn: &mut DbConnection, shown: Shown) -> Result<Vec<PictureRow>> {
    let rows = pictures::table.order(pictures::id).select(PictureRow::as_select());
    Ok(match shown {
        Shown::Place(id) => rows.filter(pictures::place_id.eq(id)).load(conn)?,
        Shown::Event(id) => rows.filter(pictures::event_id.eq(id)).load(conn)?,
        Shown::Member(id) => rows.filter(pictures::member_id.eq(id)).load(conn)?,
    })
}

/// The cover of an event, as feeds name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventCover {
    pub uid: String,
    pub media_type: String,
}

/// The covers of these events, by event; those without are left out.
pub fn covers(conn: &mut DbConnection, events: &[i64]) -> Result<HashMap<i64, EventCover>> {
    let mut covers = HashMap::new();
    for some in events.chunks(5_000) {
        let rows: Vec<(Option<i64>, String, String)> = pictures::table
            .filter(pictures::event_id.eq_any(some))
            .order(pictures::id)
            .select((pictures::event_id, pictures::uid, pictures::media_type))
            .load(conn)?;
        for (event, uid, media_type) in rows {
            covers.entry(event.unwrap_or_default()).or_insert(EventCover { uid, media_type });
        }
    }
    Ok(covers)
}

/// [`covers`] of all events that end after `since`.
pub fn covers_since(conn: &mut DbConnection, since: DateTime<Utc>) -> Result<HashMap<i64, EventCover>> {
    let rows: Vec<(i64, String, String)> = schedules::table
        .inner_join(pictures::table.on(pictures::event_id.eq(schedules::event_id.nullable())))
        .filter(schedules::last_ends_at.ge(UtcInstant(since)))
        .order(pictures::id)
        .select((schedules::event_id, pictures::uid, pictures::media_type))
        .load(conn)?;
    let mut covers = HashMap::new();
    for (event, uid, media_type) in rows {
        covers.entry(event).or_insert(EventCover { uid, media_type });
    }
    Ok(covers)
}

/// Gives an event the cover of another one; `false` when that has none.
pub fn copy_cover(conn: &mut DbConnection, from: i64, to: i64, now: DateTime<Utc>) -> Result<bool> {
    let copied = diesel::sql_query(
        "INSERT INTO pictures (uid, event_id, media_type, width, height, alt, created_at, bytes) \
         SELECT $1, $2, media_type, width, height, alt, $3, bytes FROM pictures \
         WHERE event_id = $4 ORDER BY id LIMIT 1",
    )
    .bind::<Text, _>(Uuid::new_v4().simple().to_string())
    .bind::<BigInt, _>(to)
    .bind::<Instant, _>(UtcInstant(now))
    .bind::<BigInt, _>(from)
    .execute(conn)?;
    Ok(copied == 1)
}

/// What is known of these pictures, by id.
pub fn by_ids(conn: &mut DbConnection, ids: &[i64]) -> Result<Vec<PictureRow>> {
    Ok(pictures::table
        .filter(pictures::id.eq_any(ids))
        .order(pictures::id)
        .select(PictureRow::as_select())
        .load(conn)?)
}

/// Says anew what a picture shows.
pub fn describe(conn: &mut DbConnection, id: i64, alt: &str) -> Result<()> {
    diesel::update(pictures::table.find(id)).set(pictures::alt.eq(alt)).execute(conn)?;
    Ok(())
}

/// Erases photos that no place shows and that no change since `before` showed or took off, at most
/// `part` of them; gives how many. Older changes that named them bring back the others alone.
pub fn forget_hidden(conn: &mut DbConnection, before: DateTime<Utc>, part: i64) -> Result<usize> {
    Ok(diesel::sql_query(FORGET_HIDDEN)
        .bind::<Instant, _>(UtcInstant(before))
        .bind::<Text, _>(PlaceSection::Photos.code())
        .bind::<BigInt, _>(part)
        .execute(conn)?)
}

/// Identities are letters and figures: none means something to LIKE.
const FORGET_HIDDEN: &str = "DELETE FROM pictures WHERE id IN (\
    SELECT p.id FROM pictures p WHERE p.place_id IS NOT NULL AND p.created_at < $1 \
    AND NOT EXISTS (SELECT 1 FROM place_photos s WHERE s.picture_id = p.id) \
    AND NOT EXISTS (SELECT 1 FROM place_changes c WHERE c.place_id = p.place_id AND c.made_at >= $1 \
    AND c.section = $2 AND (c.part_before LIKE '%' || p.uid || '%' OR c.part_after LIKE '%' || p.uid || '%')) \
    ORDER BY p.created_at, p.id LIMIT $3)";

pub fn delete(conn: &mut DbConnection, id: i64) -> Result<()> {
    diesel::delete(pictures::table.find(id)).execute(conn)?;
    Ok(())
}
