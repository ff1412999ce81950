//! Pictures as browsers fetch them.

use vigie::db::Error;
use vigie::domain::place_part::Photo;
use vigie::pictures::{Limits, read};
use vigie::store::pictures::{self, NewPicture, Shown};
use vigie::store::place_photos;

use crate::support::{TestApp, event, on_each_database, place};

/// A white photo of 40 × 30 pixels.
fn photo() -> vigie::pictures::Picture {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let white = image::RgbImage::from_pixel(40, 30, image::Rgb([250, 250, 250]));
    image::DynamicImage::ImageRgb8(white).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    read(bytes.get_ref(), &Limits::PHOTO).unwrap()
}

/// Stores a photo; gives its uid.
fn store(app: &TestApp, shown: Shown) -> String {
    let now = app.clock.now();
    app.db
        .write_now(|tx| {
            let id = pictures::insert(tx, &NewPicture { shown, picture: &photo(), alt: "La cour" }, now)?;
            let rows = pictures::by_ids(tx, &[id])?;
            Ok::<_, Error>(rows.into_iter().next().unwrap().uid)
        })
        .unwrap()
}

#[test]
fn a_photo_of_a_place_is_public_and_kept_for_ever() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let uid = store(app, Shown::Place(fabrique.id));
        let path = format!("/photos/{uid}");
        assert_eq!(app.get(&path).status, 404, "not on its page");
        let photo_of_it = Photo { uid, alt: "La cour".to_owned() };
        app.db.write_now(|tx| place_photos::replace(tx, fabrique.id, &[photo_of_it])).unwrap();
        let answer = app.get(&path);
        assert_eq!(answer.status, 200);
        assert_eq!(answer.body, photo().bytes);
        for (header, value) in [
            ("content-type", "image/jpeg"),
            ("cache-control", "public, max-age=31536000, immutable"),
            ("x-content-type-options", "nosniff"),
            ("content-security-policy", "default-src 'none'; sandbox"),
        ] {
            assert_eq!(answer.header(header), Some(value), "{header}");
        }
        let etag = answer.header("etag").unwrap();
        let again = app.ask("GET", &path, &[("if-none-match", etag)]);
        assert_eq!((again.status, again.body.len()), (304, 0));
        assert_eq!(app.ask("GET", &path, &[("if-none-match", "\"other\"")]).status, 200);
        assert_eq!(app.ask("HEAD", &path, &[]).body.len(), 0);
        assert_eq!(app.get("/photos/none").status, 404);
    });
}

#[test]
fn a_photo_goes_with_what_it_shows() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let couture = app.publish(&fabrique, &event("Couture", "2026-03-12 18:30", "20:30"));
        let shown = Shown::Event(couture.id);
        let path = format!("/photos/{}", store(app, shown));
        assert_eq!(app.get(&path).status, 200);
        let rows = app.db.read_now(|conn| pictures::of(conn, shown)).unwrap();
        assert_eq!(
            rows.iter().map(|row| (row.width, row.height, row.alt.as_str())).collect::<Vec<_>>(),
            [(40, 30, "La cour")]
        );
        app.db
            .write_now(|tx| {
                pictures::describe(tx, rows[0].id, "Des machines à coudre")?;
                assert_eq!(pictures::of(tx, shown)?[0].alt, "Des machines à coudre");
                pictures::delete(tx, rows[0].id)
            })
            .unwrap();
        assert_eq!(app.get(&path).status, 404);
    });
}
