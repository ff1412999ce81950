//! Stories of visitors who look for a place: on the map, in the list, near home, on its page.

use vigie::domain::brick::BrickKind;
use vigie::domain::equipment::Equipment;
use vigie::domain::event::Accessibility;
use vigie::domain::place::{
    Brick, Partner, PartnerKind, PlaceDraft, Point, PointPrecision, TeamMember, TeamRole,
};
use vigie::domain::schedule::End;

use crate::support::{EventGestures, PlaceGestures, event, on_each_database, place};

/// A place in Die, 28 km from Crest.
fn in_die(name: &str) -> PlaceDraft {
    PlaceDraft {
        point: Some(Point { lat: 44.7531, lon: 5.3702 }),
        ..place(name).in_town("Die", "26113", "26150")
    }
}

/// What stands before what in a text.
#[track_caller]
fn assert_in_order(text: &str, parts: &[&str]) {
    let mut from = 0;
    for part in parts {
        let at = text[from..].find(part);
        assert!(at.is_some(), "{part:?} not after byte {from} of {text}");
        from += at.unwrap_or_default() + part.len();
    }
}

#[test]
fn the_home_page_shows_the_map_the_week_and_the_newest_place() {
    on_each_database(|app| {
        assert!(app.get("/").words().contains("aucun lieu"));
        let usine = app.place(place("L’Usine Vivante").with_bricks(&[BrickKind::Coworking, BrickKind::Cafe]));
        app.place(in_die("Latelier"));
        app.publish(&usine, &event("Repair café", "2026-03-05 18:30", "20:30"));
        app.publish(&usine, &event("Bientôt fini", "2026-03-05 09:00", "10:30"));
        app.publish(&usine, &event("Déjà fini", "2026-03-05 08:00", "09:00"));
        app.publish(&usine, &event("La semaine d’après", "2026-03-09 18:30", "20:30"));
        let page = app.get("/");
        let words = page.words();
        assert_in_order(
            &words,
            &["2 lieux", "Du 2 au 8 mars", "Bientôt fini", "Repair café", "Coworking, bureaux partagés"],
        );
        assert!(!words.contains("Déjà fini") && !words.contains("La semaine d’après"), "{words}");
        let html = page.text();
        assert!(html.matches("href=\"/lieux/l-usine-vivante\"").count() >= 3, "marker, row and newest");
        assert!(html.contains("id=\"lieu-latelier\"") && html.contains("name=\"pres\""));
        // What ended an hour ago is gone, though nobody wrote anything.
        app.at("2026-03-05T10:00:00Z");
        assert!(!app.get("/").words().contains("Bientôt fini"));
        assert!(
            app.get("/en").words().contains("from 2 to 8 March")
                || app.get("/en").words().contains("From 2 to 8 March")
        );
    });
}

#[test]
fn a_network_without_a_territory_is_drawn_by_departement() {
    on_each_database(|app| {
        app.name_network("France", "");
        app.place(place("L’Usine Vivante"));
        assert!(app.get("/").text().contains("id=\"lieu-l-usine-vivante\""), "one territory is drawn alone");
        app.place(place("La Halle").in_town("Ajaccio", "2A004", "20000"));
        let page = app.get("/");
        assert_in_order(&page.words(), &["Corse-du-Sud", "1 lieu", "Drôme", "1 lieu"]);
        assert!(page.text().contains("href=\"/territoires/2A\""));
    });
}

#[test]
fn the_list_is_narrowed_by_its_address() {
    on_each_database(|app| {
        let accessible = vec![Accessibility::Motor];
        app.place(PlaceDraft {
            accessibility: accessible,
            ..place("Le Labo").with_bricks(&[BrickKind::Fablab])
        });
        app.place(PlaceDraft {
            opening_hours: "Th 09:00-12:00".to_owned(),
            ..in_die("Latelier").with_bricks(&[BrickKind::Coworking, BrickKind::Fablab])
        });
        app.place(PlaceDraft { opening_hours: "Th 14:00-18:00".to_owned(), ..place("Élan café") });
        let found = |path: &str| {
            let words = app.get(path).words();
            ["Le Labo", "Latelier", "Élan café"].map(|name| words.contains(name))
        };
        assert_eq!(found("/lieux"), [true, true, true]);
        assert_eq!(found("/lieux?brique=fablab"), [true, true, false]);
        assert_eq!(found("/lieux?brique=fablab&commune=26113"), [false, true, false]);
        assert_eq!(found("/lieux?territoire=26&accessible=moteur"), [true, false, false]);
        assert_eq!(found("/lieux?q=ELAN"), [false, false, true]);
        assert_eq!(found("/lieux?ouvert=1"), [false, true, false]);
        app.at("2026-03-05T13:30:00Z");
        assert_eq!(found("/lieux?ouvert=1"), [false, false, true]);
        let page = app.get("/lieux?brique=fablab&q=labo");
        assert_eq!(page.header("x-robots-tag"), Some("noindex"));
        assert!(
            page.text().contains("href=\"/lieux?q=labo\"")
                && page.text().contains("href=\"/lieux?brique=fablab\"")
        );
        assert_eq!(app.get("/lieux").header("x-robots-tag"), None);
    });
}

#[test]
fn an_empty_list_says_what_to_let_go_of() {
    on_each_database(|app| {
        app.place(place("Le Labo").with_bricks(&[BrickKind::Fablab]));
        let page = app.get("/lieux?brique=fablab&q=poney");
        let words = page.words();
        assert_in_order(
            &words,
            &["aucun lieu", "Aucun lieu ne répond à tout cela", "« poney » : 1 lieu", "Tous les lieux"],
        );
        assert!(!words.contains("Sans le filtre Fablab"), "no place has a poney: {words}");
    });
}

#[test]
fn what_an_address_says_in_vain_is_told_and_left_aside() {
    on_each_database(|app| {
        app.place(place("Le Labo"));
        let words = app.get("/lieux?brique=sauna&territoire=99&page=x&utm=1").words();
        assert!(words.contains("(brique, territoire, page)") && words.contains("Le Labo"), "{words}");
        let long = format!("/lieux?q={}", "a".repeat(10_000));
        assert!(app.get(&long).words().contains("trop longue"));
        for path in [
            "/lieux?page=99999999999999999999",
            "/lieux?page=1000",
            "/lieux?q=%FF%00%22%27*",
            "/lieux?pres=%FF&ouvert=1",
            "/lieux?commune=2A004&commune=zzz",
            "/lieux?q=%22%20OR%20NEAR(",
        ] {
            assert_eq!(app.get(path).status, 200, "{path}");
        }
    });
}

#[test]
fn the_nearest_places_come_first() {
    on_each_database(|app| {
        app.place(place("Usine"));
        app.place(in_die("Latelier"));
        app.place(PlaceDraft { point: None, ..place("Nulle part") });
        assert_in_order(
            &app.get("/lieux?pres=DIE").words(),
            &["Autour de Die (26150)", "Latelier", "Usine", "à 28 km", "Nulle part"],
        );
        assert_in_order(&app.get("/lieux?pres=crest").words(), &["Usine", "Latelier", "à 28 km"]);
        let page = app.get("/lieux?pres=26400&brique=");
        assert_in_order(
            &page.words(),
            &["Plusieurs communes correspondent", "Crest (26400)", "De quelle commune", "Allex", "Usine"],
        );
        assert!(page.text().contains("href=\"/lieux?pres=26400%20Allex\""));
        let words = app.get("/lieux?pres=Brigadoon").words();
        assert!(words.contains("« Brigadoon »") && words.contains("Usine"), "{words}");
    });
}

#[test]
fn a_page_is_composed_of_bricks_with_their_own_dates() {
    on_each_database(|app| {
        let labo = Brick {
            name: "Le Labo".to_owned(),
            opening_hours: "We 17:00-21:00".to_owned(),
            contact: "labo@usine.example".to_owned(),
            equipment: vec![Equipment::in_service("découpe laser")],
            ..Brick::of(BrickKind::Fablab)
        };
        let usine = app.place(PlaceDraft {
            bricks: vec![labo, Brick::of(BrickKind::Cafe)],
            team: vec![TeamMember { name: "Inès".to_owned(), role: TeamRole::Host }],
            partners: vec![Partner {
                name: "Drôme".to_owned(),
                kind: PartnerKind::Funder,
                website: String::new(),
            }],
            website: "https://www.usine.example/".to_owned(),
            ..place("Usine")
        });
        let mut laser = event("Découpe laser", "2026-03-11 18:30", "20:30").every_week(End::Never);
        laser.brick = Some(BrickKind::Fablab);
        app.publish(&usine, &laser);
        app.publish(&usine, &event("Assemblée", "2026-03-12 18:30", "20:30"));
        let page = app.get("/lieux/usine");
        let words = page.words();
        assert_in_order(
            &words,
            &[
                "Usine",
                "Crest, Drôme",
                "Le Labo",
                "Fablab, makerspace",
                "Mercredi : 17 h–21 h",
                "découpe laser",
                "mer. 11 mars",
                "Découpe laser",
                "Agenda : Le Labo",
                "Café, restauration",
                "Prochains rendez-vous",
                "mer. 11 mars",
                "jeu. 12 mars",
                "18 h 30–20 h 30",
                "Assemblée",
                "26400 Crest",
                "usine.example",
                "Animation Inès",
                "Drôme Financeur",
            ],
        );
        let html = page.text();
        for part in [
            "mailto:labo@usine.example",
            "/agenda?lieu=usine&amp;brique=fablab",
            "webcal://vigie.example/lieux/usine/agenda.ics",
            "geo:44.7289,5.0215",
            "\"@type\":\"Place\"",
        ] {
            assert!(html.contains(part) || html.contains(&part.replace("&amp;", "&#38;")), "{part}");
        }
        // The date under way goes when it has ended; the next Wednesday comes up.
        app.at("2026-03-11T19:30:00Z");
        assert!(!app.get("/lieux/usine").words().contains("mer. 11 mars"));
        assert_eq!(app.get("/lieux/nulle-part").status, 404);
        assert_eq!(app.get("/lieux/USINE").status, 404);
    });
}

#[test]
fn the_door_is_told_as_it_is_now() {
    on_each_database(|app| {
        app.place(PlaceDraft {
            opening_hours: "Mo-Fr 09:00-12:00,14:00-18:00; PH off".to_owned(),
            ..place("Usine")
        });
        let says = |path: &str, words: &str| assert!(app.get(path).words().contains(words), "{path} {words}");
        says("/lieux/usine", "Ouvert maintenant, jusqu’à 12 h");
        says("/lieux", "Ouvert maintenant, jusqu’à 12 h");
        says("/territoires/26", "Ouvert maintenant, jusqu’à 12 h");
        app.at("2026-03-05T11:00:00Z");
        says("/lieux/usine", "Fermé, ouvre à 14 h");
        says("/lieux", "Fermé, ouvre à 14 h");
        app.at("2026-03-06T22:59:00Z");
        says("/lieux/usine", "Fermé, ouvre lundi à 9 h");
        app.at("2026-03-08T23:00:00Z");
        says("/lieux/usine", "Fermé, ouvre à 9 h");
        // Easter Monday.
        app.at("2026-04-06T08:00:00Z");
        says("/lieux/usine", "jour férié");
        says("/lieux/usine", "fermé (Lundi de Pâques)");
        says("/en/lieux/usine", "Easter Monday");
    });
}

#[test]
fn what_nobody_confirmed_for_six_months_says_so() {
    on_each_database(|app| {
        app.place(PlaceDraft { confirmed_on: "2026-03-01".parse().ok(), ..place("Usine") });
        app.place(place("Grange"));
        let warning = "n’a pas été confirmée depuis plus de six mois";
        let words = app.get("/lieux/usine").words();
        assert!(words.contains("Fiche confirmée le 1er mars 2026") && !words.contains(warning), "{words}");
        app.at("2026-09-01T09:00:00Z");
        assert!(app.get("/lieux/usine").words().contains(warning));
        assert!(app.get("/lieux/grange").words().contains("pas encore été confirmée"));
    });
}

#[test]
fn a_closed_place_is_kept_as_history() {
    on_each_database(|app| {
        let gare = app.place(PlaceDraft {
            closed_on: "2026-03-10".parse().ok(),
            opening_hours: "24/7".to_owned(),
            ..place("La Gare")
        });
        app.publish(&gare, &event("Dernier bal", "2026-03-06 20:00", "23:00"));
        assert!(app.get("/lieux").words().contains("La Gare"));
        assert!(app.get("/lieux/la-gare").text().contains("openingHoursSpecification"));
        app.at("2026-03-10T09:00:00Z");
        let page = app.get("/lieux/la-gare");
        let words = page.words();
        assert_in_order(
            &words,
            &["a fermé le 10 mars 2026", "Derniers rendez-vous", "ven. 6 mars", "Dernier bal"],
        );
        assert!(!words.contains("Ouvert") && !words.contains("S’abonner"), "{words}");
        assert!(!page.text().contains("openingHoursSpecification"));
        assert!(!app.get("/lieux").words().contains("La Gare"));
        assert!(app.get("/").words().contains("aucun lieu"));
    });
}

#[test]
fn a_territory_has_its_page_even_before_its_first_place() {
    on_each_database(|app| {
        let halle = app.place(place("La Halle").in_town("Ajaccio", "2A004", "20000"));
        app.publish(&halle, &event("Veillée", "2026-03-06 20:00", "23:00"));
        assert_in_order(
            &app.get("/territoires/2A").words(),
            &["Corse-du-Sud", "1 lieu, 1 évènement", "La Halle", "Veillée"],
        );
        for (path, canonical) in
            [("/territoires/2a", "/territoires/2A"), ("/en/territoires/2a", "/en/territoires/2A")]
        {
            let answer = app.get(path);
            assert_eq!((answer.status, answer.header("location")), (308, Some(canonical)));
        }
        let words = app.get("/territoires/07").words();
        assert!(words.contains("Ardèche") && words.contains("Aucun lieu du réseau ici"), "{words}");
        assert_eq!(app.get("/territoires/99").status, 404);
        assert_eq!(app.get("/territoires/%C3%A9").status, 404);
        // Overseas without an outline or a place: no map, still a page.
        assert!(app.get("/territoires/984").words().contains("Terres australes"));
    });
}

#[test]
fn a_write_is_seen_at_once_and_hostile_words_do_nothing() {
    on_each_database(|app| {
        for path in ["/", "/lieux", "/territoires/26", "/lieux?pres=crest"] {
            assert!(!app.get(path).text().contains("alert(1)"));
        }
        app.place(PlaceDraft {
            description: "<script>alert(1)</script> [x](javascript:alert(1))".to_owned(),
            summary: "\"><script>alert(1)</script>".to_owned(),
            opening_hours: "<script>alert(1)</script>".to_owned(),
            website: "javascript:alert(1)".to_owned(),
            source: "<b>".to_owned(),
            point: Some(Point { lat: 44.7, lon: 5.0 }),
            precision: PointPrecision::Commune,
            ..place("</script><script>alert(1)</script>")
        });
        for path in
            ["/", "/lieux", "/territoires/26", "/lieux?pres=crest", "/lieux/script-script-alert-1-script"]
        {
            let html = app.get(path).text();
            assert!(html.contains("alert(1)"), "{path}");
            assert!(!html.contains("<script>alert") && !html.contains("href=\"javascript:"), "{path}");
        }
    });
}

#[test]
fn long_lists_have_pages() {
    on_each_database(|app| {
        for n in 0..51 {
            app.place(place(&format!("Lieu {n:02}")));
        }
        let words = app.get("/lieux").words();
        assert!(
            words.contains("51 lieux") && words.contains("Page 1 sur 2") && words.contains("Lieu 49"),
            "{words}"
        );
        assert!(!words.contains("Lieu 50"));
        assert!(app.get("/lieux?page=2").words().contains("Lieu 50"));
        assert!(app.get("/lieux?page=3").words().contains("Page 2 sur 2"));
        assert!(app.get("/lieux?pres=crest&page=2").words().contains("Lieu 50"));
    });
}
