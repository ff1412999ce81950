//! The photos of places: which pictures are shown, in the place's order. The bytes are in
//! `store::pictures`; one that is shown no more stays there for the history to bring it back.

use diesel::prelude::*;

use crate::db::schema::{pictures, place_photos};
use crate::db::{DbConnection, Result, on_each_backend};
use crate::domain::place_part::Photo;

/// A shown picture.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = pictures)]
pub struct PhotoRow {
    pub uid: String,
    pub alt: String,
    /// In pixels.
    pub width: i32,
    pub height: i32,
}

impl PhotoRow {
    pub fn photo(&self) -> Photo {
        Photo { uid: self.uid.clone(), alt: self.alt.clone() }
    }
}

/// The shown photos of a place, in its order.
pub fn of_place(conn: &mut DbConnection, place: i64) -> Result<Vec<PhotoRow>> {
    Ok(place_photos::table
        .inner_join(pictures::table)
        .filter(place_photos::place_id.eq(place))
        .order(place_photos::position)
        .select(PhotoRow::as_select())
        .load(conn)?)
}

/// Those of the photos that the place still has: one that was off its page for long is forgotten.
pub fn still_there(conn: &mut DbConnection, place: i64, photos: Vec<Photo>) -> Result<Vec<Photo>> {
    let known: Vec<String> =
        pictures::table.filter(pictures::place_id.eq(place)).select(pictures::uid).load(conn)?;
    Ok(photos.into_iter().filter(|photo| known.contains(&photo.uid)).collect())
}

/// Shows these pictures of a place, and no other; what is no picture of the place is left aside.
pub fn replace(conn: &mut DbConnection, place: i64, photos: &[Photo]) -> Result<()> {
    diesel::delete(place_photos::table.filter(place_photos::place_id.eq(place))).execute(conn)?;
    let known: Vec<(i64, String)> = pictures::table
        .filter(pictures::place_id.eq(place))
        .select((pictures::id, pictures::uid))
        .load(conn)?;
    let mut rows = Vec::new();
    for (position, photo) in (0_i32..).zip(photos) {
        let Some((id, _)) = known.iter().find(|(_, uid)| *uid == photo.uid) else { continue };
        diesel::update(pictures::table.find(*id)).set(pictures::alt.eq(&photo.alt)).execute(conn)?;
        rows.push((
            place_photos::place_id.eq(place),
            place_photos::picture_id.eq(*id),
            place_photos::position.eq(position),
        ));
    }
    on_each_backend!(conn, |c| diesel::insert_into(place_photos::table).values(&rows).execute(c)?);
    Ok(())
}
