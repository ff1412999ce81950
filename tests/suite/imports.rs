//! Lists that are brought more than once, and lists that correct each other.

use vigie::actions::{Saving, import_communes, import_place, import_school_periods};
use vigie::domain::commune::read_communes;
use vigie::domain::place::{PlaceDraft, PointPrecision};
use vigie::domain::schedule::SchoolZone;
use vigie::domain::school::SchoolPeriod;
use vigie::store::{communes, holidays, places};

use crate::support::{TestApp, on_each_database, place};

fn import(app: &TestApp, draft: &PlaceDraft) -> Saving {
    let now = app.clock.now();
    app.db.write_now(|tx| import_place(tx, draft, now)).unwrap().saving
}

#[test]
fn the_middle_of_a_commune_does_not_take_the_place_of_a_point() {
    on_each_database(|app| {
        let listed = PlaceDraft { source_key: Some("list:1".to_owned()), ..place("Le Moulin") };
        assert_eq!(import(app, &listed), Saving::Created);
        let centre = vigie::domain::place::Point { lat: 44.73, lon: 5.02 };
        let rough = PlaceDraft { point: Some(centre), precision: PointPrecision::Commune, ..listed.clone() };
        assert_eq!(import(app, &rough), Saving::Unchanged);
        let nowhere = PlaceDraft { point: None, precision: PointPrecision::Commune, ..listed.clone() };
        assert_eq!(import(app, &nowhere), Saving::Unchanged);
        let moved = PlaceDraft { point: Some(centre), ..listed };
        assert_eq!(import(app, &moved), Saving::Updated);
        let row = app.db.read_now(|conn| places::by_source_key(conn, "list:1")).unwrap().unwrap();
        assert_eq!((row.point(), row.precision().unwrap()), (Some(centre), PointPrecision::Address));
    });
}

#[test]
fn a_postcode_that_is_said_twice_is_one() {
    let list = read_communes(
        b"insee,name,postcode,other_postcodes\n34172,Montpellier,34000,34070|34080|34070| 34000\n",
    );
    on_each_database(|app| {
        for _ in 0..2 {
            app.db.write_now(|tx| import_communes(tx, &list.communes)).unwrap();
        }
        let stored = app.db.read_now(|conn| communes::by_insee(conn, "34172")).unwrap();
        assert_eq!(stored.postcodes, ["34000", "34070", "34080"]);
    });
}

#[test]
fn a_corrected_calendar_takes_over_from_the_one_before() {
    let summer = |zone, first: &str, last: &str| SchoolPeriod {
        zone,
        name: "Vacances d’été".to_owned(),
        first_day: first.parse().unwrap(),
        last_day: last.parse().unwrap(),
    };
    on_each_database(|app| {
        let bring = |periods: &[SchoolPeriod]| {
            app.db.write_now(|tx| import_school_periods(tx, periods)).unwrap();
        };
        bring(&[
            summer(SchoolZone::A, "2040-07-07", "2040-09-02"),
            summer(SchoolZone::B, "2040-07-07", "2040-09-02"),
        ]);
        bring(&[summer(SchoolZone::A, "2040-07-04", "2040-08-31")]);
        let told: Vec<String> = app
            .db
            .read_now(holidays::all)
            .unwrap()
            .into_iter()
            .map(|(zone, first, last, _)| format!("{zone} {first} {last}"))
            .collect();
        assert_eq!(told, ["A 2040-07-04 2040-08-31", "B 2040-07-07 2040-09-02"]);
    });
}
