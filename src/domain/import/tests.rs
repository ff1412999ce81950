//! Files as people send them.

use chrono::NaiveDate;

use super::super::brick::BrickKind;
use super::super::commune::{self, CommuneIndex};
use super::super::place::PointPrecision;
use super::super::schedule::SchoolZone;
use super::*;

const CENSUS: &str = "\u{feff}ID_UNIQUE;NOM;ADRESSE;CODPOST;VILLE;DEPARTEMENT_TL;REGION_TL;LATITUDE;LONGITUDE;\
INTERNET;EMAIL;TELEPHONE;DESCRI_COU;DATE_OUV;état du projet;familles_tiers_lieux\r\n";

fn read(bytes: &[u8]) -> Result<Import, FileProblem> {
    read_places(bytes, &CommuneIndex::new(commune::drome().iter().cloned()))
}

fn census(rows: &str) -> Import {
    read(format!("{CENSUS}{rows}").as_bytes()).unwrap()
}

fn plain(rows: &str) -> Import {
    read(format!("id,name,bricks,commune,postcode,lat,lon,website\n{rows}").as_bytes()).unwrap()
}

fn problems(import: &Import) -> Vec<(u64, Problem)> {
    import.report.iter().map(|note| (note.line, note.problem.clone())).collect()
}

#[test]
fn a_row_of_the_census() {
    let import = census(
        "FTL42;\"8 Fablab \"\"Drôme\"\"\";rue Courre Commère;26400;CREST;26;ARA;44,72837;5,0235;https://www.8fablab.fr;\
         nom@exemple.invalid;0475000000;\"Machines;\r\nCAO. Tél. 04 75 00 00 00\";01/09/2014;Ouvert;\
         \"Tiers-lieux de formation;Bureaux partagés / Coworking;Autre\"\r\n",
    );
    assert_eq!(import.format, PlaceFormat::Census);
    assert_eq!(problems(&import), [(2, Problem::ContactRemoved)]);
    let [draft] = &import.drafts[..] else { panic!("{import:?}") };
    assert_eq!(draft.source_key.as_deref(), Some("census:FTL42"));
    assert_eq!(
        (draft.name.as_str(), draft.commune.as_str(), draft.insee.as_str()),
        ("8 Fablab \"Drôme\"", "Crest", "26108")
    );
    assert_eq!(draft.description, "Machines;\nCAO. Tél.");
    let point = draft.point.unwrap();
    assert_eq!((point.lat, point.lon, draft.precision), (44.72837, 5.0235, PointPrecision::Address));
    assert_eq!(draft.opened_on, NaiveDate::from_ymd_opt(2014, 9, 1));
    assert_eq!((draft.territory.as_str(), draft.school_zone), ("26", Some(SchoolZone::A)));
    let kinds: Vec<_> = draft.bricks.iter().map(|brick| brick.kind).collect();
    assert_eq!(kinds, [BrickKind::Training, BrickKind::Coworking]);
    let written = format!("{draft:?}");
    assert!(!written.contains("exemple.invalid") && !written.contains("0475"), "{written}");
}

#[test]
fn blank_only_values_mean_nothing() {
    let import = census(" ;Le Lieu; ;1000;Bourg-en-Bresse; ;84; ; ; ; ; ; ; ; ; \r\n;;;;;;;;;;;;;;;\r\n");
    assert_eq!(problems(&import), [(2, Problem::NoPoint)]);
    let draft = &import.drafts[0];
    assert_eq!(draft.source_key.as_deref(), Some("census:le-lieu-bourg-en-bresse"));
    assert_eq!((draft.postcode.as_str(), draft.territory.as_str()), ("01000", "01"));
    assert_eq!((draft.website.as_str(), draft.address.as_str()), ("", ""));
    assert_eq!(
        import,
        census(" ;Le Lieu; ;1000;Bourg-en-Bresse; ;84; ; ; ; ; ; ; ; ; \r\n;;;;;;;;;;;;;;;\r\n")
    );
}

#[test]
fn windows_1252_is_read_and_said() {
    let (bytes, ..) = encoding_rs::WINDOWS_1252
        .encode("name;commune;postcode\nL’Épicentre;Crest;26400\nChez Œdipe à 5 €;Die;26150\n");
    assert!(std::str::from_utf8(&bytes).is_err());
    let import = read(&bytes).unwrap();
    assert_eq!(problems(&import), [(1, Problem::ReadAsWindows1252)]);
    let names: Vec<_> = import.drafts.iter().map(|draft| draft.name.as_str()).collect();
    assert_eq!(names, ["L’Épicentre", "Chez Œdipe à 5 €"]);
}

#[test]
fn separators_and_columns_in_any_order() {
    for separator in [",", ";", "\t"] {
        let text = "POSTCODE,Name,commune,autre\n26150,Latelier,Die,x\n".replace(',', separator);
        let import = read(text.as_bytes()).unwrap();
        assert_eq!((import.format, import.drafts.len()), (PlaceFormat::Plain, 1), "{separator:?}");
        assert_eq!(import.drafts[0].insee, "26113");
    }
}

#[test]
fn duplicates_are_listed_and_skipped() {
    let import = plain(
        "a,Latelier,,Die,26150,,,\n\
         a,Autre nom,,Die,26150,,,\n\
         b,LATELIER,,Die,26150,,,\n\
         c,Latelier,,Crest,26400,,,\n",
    );
    assert_eq!(
        problems(&import),
        [(3, Problem::Duplicate { first_line: 2 }), (4, Problem::Duplicate { first_line: 2 })]
    );
    let slugs: Vec<_> = import.drafts.iter().map(|draft| draft.slug.as_str()).collect();
    assert_eq!(slugs, ["latelier", "latelier-crest"]);
    assert_eq!(import.skipped(), 2);
}

#[test]
fn bad_rows_are_skipped_and_the_rest_is_read() {
    let import = plain(
        "a,,fablab,Die,26150,,,\n\
         b,Trop court,Die\n\
         c,Nulle part,,Springfield,,,,\n\
         d,Latelier,coworking,Die,26150,,,\n",
    );
    assert_eq!(
        problems(&import),
        [
            (2, Problem::NoName),
            (3, Problem::WrongFieldCount { expected: 8, found: 3 }),
            (4, Problem::UnknownTerritory(String::new())),
        ]
    );
    assert_eq!((import.drafts.len(), import.skipped()), (1, 3));
}

#[test]
fn wrong_coordinates_give_the_centre_of_the_commune() {
    let crest = commune::drome().iter().find(|c| c.insee == "26108").and_then(|c| c.point);
    for (lat, lon) in
        [("5.02", "44.7"), ("NaN", "5.0"), ("44.7", ""), ("0", "0"), ("nord", "est"), ("1e400", "5")]
    {
        let import = plain(&format!("a,Le Lieu,,Crest,26400,{lat},{lon},\n"));
        let problem = Problem::BadCoordinates { lat: lat.to_owned(), lon: lon.to_owned() };
        assert_eq!(problems(&import), [(2, problem)]);
        assert_eq!((import.drafts[0].point, import.drafts[0].precision), (crest, PointPrecision::Commune));
    }
    let unknown = plain("a,Le Lieu,,Grenoble,38000,91,5,\n");
    assert_eq!(unknown.drafts[0].point, None);
    assert_eq!(unknown.report.len(), 2, "{unknown:?}");
}

#[test]
fn a_point_far_from_its_commune_is_doubtful() {
    let import = plain("a,Le Lieu,,Crest,26400,48.85,2.35,\n");
    let [(2, Problem::FarFromCommune { km: 490..510 })] = problems(&import)[..] else { panic!("{import:?}") };
    assert_eq!(import.drafts[0].precision, PointPrecision::Address);
}

#[test]
fn bad_websites_and_unknown_bricks_are_left_out() {
    let import = plain("a,Le Lieu,fablab|soucoupe|fablab,Crest,26400,,,javascript:alert(1)\n");
    assert_eq!(
        problems(&import),
        [
            (2, Problem::BadWebsite("javascript:alert(1)".to_owned())),
            (2, Problem::UnknownBrick("soucoupe".to_owned())),
        ]
    );
    assert_eq!((import.drafts[0].website.as_str(), import.drafts[0].bricks.len()), ("", 1));
}

#[test]
fn what_is_not_open_is_not_a_place_yet() {
    let import = census(
        "1;A;;26400;Crest;26;;;;;;;;;En projet;\r\n\
         2;B;;26400;Crest;26;;;;;;;;;Projet ouvert au public;\r\n\
         3;C;;26400;Crest;26;;;;;;;;;Fermé;\r\n",
    );
    assert_eq!(
        problems(&import),
        [(2, Problem::NotOpen("En projet".to_owned())), (4, Problem::NotOpen("Fermé".to_owned()))]
    );
}

#[test]
fn files_of_which_nothing_can_be_read() {
    for blank in ["", "\u{feff}", " \r\n\r\n"] {
        assert_eq!(read(blank.as_bytes()), Err(FileProblem::Empty), "{blank:?}");
    }
    assert_eq!(read(b"name,commune,postcode\n"), Err(FileProblem::NoRows));
    assert_eq!(
        read(b"nom,ville\nLatelier,Die\n"),
        Err(FileProblem::UnknownColumns {
            missing: vec!["CODPOST", "LATITUDE", "LONGITUDE"],
            found: vec!["nom".to_owned(), "ville".to_owned()],
        })
    );
    assert!(matches!(read(&[0xff, 0x00, 0x3b, 0x0a]), Err(FileProblem::UnknownColumns { .. })));
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_answered(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
        let _ = read(&bytes);
        let mut rows = b"id;name;commune;postcode;lat;lon;bricks;website;description\n".to_vec();
        rows.extend(bytes);
        if let Ok(import) = read(&rows) {
            proptest::prop_assert!(import.report.iter().all(|note| note.line > 0), "{import:?}");
        }
    }
}
