//! Stories of hosts who keep the page of their place right: its parts, its door, its closures, what
//! stands in it, and who changed what.

use vigie::domain::brick::BrickKind;
use vigie::domain::equipment::{Equipment, EquipmentState};
use vigie::domain::member::MembershipRole;
use vigie::domain::place::{Brick, PlaceDraft};
use vigie::store::places::{self, PlaceRow};

use crate::support::{Answer, Browser, PlaceGestures, TestApp, event, on_each_database, place, words};

const USINE: &str = "/lieux/usine";
const EDIT: &str = "/lieux/usine/modifier";

/// A photo as a telephone sends it.
fn photo(width: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let sky = image::RgbImage::from_pixel(width, 30, image::Rgb([120, 160, 220]));
    image::DynamicImage::ImageRgb8(sky).write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

/// A place that is open on weekdays, and one of its hosts.
fn usine(app: &TestApp) -> (PlaceRow, Browser) {
    let row = app.place(PlaceDraft {
        opening_hours: "Mo-Fr 09:00-12:00,14:00-18:00; PH off".to_owned(),
        ..place("Usine").with_bricks(&[BrickKind::Coworking, BrickKind::Fablab])
    });
    let host = app.member("Camille Roux", &[(row.id, MembershipRole::Host)]);
    (row, app.sign_in(&host))
}

fn part(name: &str) -> String {
    format!("{EDIT}/{name}")
}

fn draft(app: &TestApp, id: i64) -> PlaceDraft {
    app.db
        .read_now(|conn| {
            let row = places::by_id(conn, id)?;
            places::draft(conn, &row)
        })
        .unwrap()
}

#[track_caller]
fn done(browser: &Browser, answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.text());
    browser.follow(answer).words()
}

#[test]
fn only_hosts_find_the_way_to_edit() {
    on_each_database(|app| {
        let (row, host) = usine(app);
        let member = app.sign_in(&app.member("Anne Morel", &[(row.id, MembershipRole::Member)]));
        let other = app.place(place("Ailleurs"));
        let elsewhere = app.sign_in(&app.member("Théo Blanc", &[(other.id, MembershipRole::Host)]));
        let coordinator = app.sign_in(&app.coordinator("Ida Berger"));
        for path in [
            "",
            "/fiche",
            "/briques",
            "/briques/fablab",
            "/horaires",
            "/fermetures",
            "/photos",
            "/equipement",
            "/equipe",
            "/historique",
        ] {
            let path = format!("{EDIT}{path}");
            assert_eq!(host.get(&path).status, 200, "{path}");
            assert_eq!(coordinator.get(&path).status, 200, "{path}");
            assert_eq!(member.get(&path).status, 404, "{path}");
            assert_eq!(elsewhere.get(&path).status, 404, "{path}");
            assert_eq!(app.visitor().get(&path).status, 303, "{path}: asked to sign in");
        }
        // What others send is refused too, and nothing is written.
        let form = member.get(USINE);
        let token = form.text();
        let token = token.split("name=\"token\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let sent = member.post(&part("fiche"), &[("token", token.unwrap()), ("name", "Pirate")]);
        assert_eq!(sent.status, 404);
        assert_eq!(draft(app, row.id).name, "Usine");
        assert!(!app.get(USINE).text().contains("/modifier"), "visitors see no way to edit");
        assert!(host.get(USINE).text().contains("/lieux/usine/modifier"));
        assert!(!member.get(USINE).text().contains("/lieux/usine/modifier"));
    });
}

#[test]
fn the_sheet_is_changed_and_seen_at_once() {
    on_each_database(|app| {
        let (row, host) = usine(app);
        assert!(app.get(USINE).words().contains("Crest"));
        let answer = host.submit(
            &part("fiche"),
            &[
                ("name", "L’Usine  Vivante"),
                ("summary", "On y travaille et on y mange."),
                ("directions", "À **huit minutes** de la gare."),
                ("website", "www.usine.example"),
                ("accessibility", "moteur"),
            ],
        );
        assert!(done(&host, &answer).contains("C’est enregistré"));
        let words = app.get(USINE).words();
        for said in ["L’Usine Vivante", "On y travaille et on y mange.", "huit minutes", "usine.example"] {
            assert!(words.contains(said), "{said}: {words}");
        }
        let stored = draft(app, row.id);
        assert_eq!(
            (stored.address.as_str(), stored.point),
            ("8 rue Courre-Commère", row.point()),
            "stays where it was"
        );
        assert_eq!(app.get("/lieux?q=vivante").words().matches("Usine Vivante").count(), 1, "and is found");

        // Moved to Die: the commune, and the point at its middle until it is given.
        done(&host, &host.submit(&part("fiche"), &[("commune", "die"), ("postcode", "26150")]));
        let moved = draft(app, row.id);
        assert_eq!((moved.commune.as_str(), moved.insee.as_str()), ("Die", "26113"));
        assert_ne!(moved.point, stored.point);
        done(&host, &host.submit(&part("fiche"), &[("point", "44.7531, 5.3702")]));
        assert_eq!(draft(app, row.id).point.map(|p| (p.lat, p.lon)), Some((44.7531, 5.3702)));
    });
}

#[test]
fn what_is_wrong_stands_beside_its_field_and_nothing_is_lost() {
    on_each_database(|app| {
        let (row, host) = usine(app);
        let answer = host.submit(
            &part("fiche"),
            &[
                ("name", ""),
                ("summary", "Écrit avec soin."),
                ("website", "javascript:alert(1)"),
                ("postcode", "264"),
            ],
        );
        assert_eq!(answer.status, 422);
        let text = answer.text();
        for id in ["e-name", "e-website", "e-postcode"] {
            assert!(text.contains(&format!("id=\"{id}\"")), "{id}: {text}");
        }
        assert!(text.contains("Écrit avec soin.") && text.contains("3 réponses sont à corriger"), "{text}");
        let english = host.submit("/en/lieux/usine/modifier/fiche", &[("name", "")]);
        assert!(english.text().contains("Fill this in to go on."));
        let long = "a".repeat(10_001);
        assert_eq!(host.submit(&part("fiche"), &[("description", &long)]).status, 422);
        assert_eq!(draft(app, row.id).summary, "");
        for (path, fields) in [
            ("horaires", vec![("lu-1-de", "20:00"), ("lu-1-a", "")]),
            ("horaires", vec![("raw", "lundi matin")]),
            ("fermetures", vec![("first", "2026-08-10"), ("last", "2026-08-01")]),
            ("fermetures", vec![("first", "demain")]),
            ("briques", vec![("kind", "")]),
            ("briques/fablab", vec![("contact", "à l’accueil")]),
            ("equipe", vec![("person-0", "https://spam.example")]),
        ] {
            let answer = host.submit(&part(path), &fields);
            assert_eq!(answer.status, 422, "{path} {fields:?}");
            assert!(
                answer.text().contains("form-error") || answer.text().contains("class=\"form-errors"),
                "{path}"
            );
        }
    });
}

#[test]
fn bricks_are_added_moved_written_and_taken_away_with_a_way_back() {
    on_each_database(|app| {
        let (row, host) = usine(app);
        let kinds = || draft(app, row.id).bricks.iter().map(|brick| brick.kind).collect::<Vec<_>>();
        let step = |what: &str, kind: &str| {
            let answer = host.submit(&part("briques"), &[("do", what), ("kind", kind)]);
            assert_eq!(answer.status, 303, "{}", answer.text());
            answer
        };
        assert_eq!(step("ajouter", "cafe").location(), part("briques/cafe"));
        step("monter", "cafe");
        assert_eq!(kinds(), [BrickKind::Coworking, BrickKind::Cafe, BrickKind::Fablab]);
        let answer = host.submit(
            &part("briques/cafe"),
            &[("name", "Le Comptoir"), ("text", "Soupe le *jeudi*."), ("je-1-de", "12h"), ("je-1-a", "14h")],
        );
        done(&host, &answer);
        let words = app.get(USINE).words();
        assert!(
            words.contains("Le Comptoir") && words.contains("Soupe le jeudi") && words.contains("Jeudi"),
            "{words}"
        );

        done(
            &host,
            &host.submit(
                &part("equipement"),
                &[("brick", "cafe"), ("new-cafe", "four à pain"), ("do", "ajouter")],
            ),
        );
        let gone = step("retirer", "cafe");
        assert!(!app.get(USINE).words().contains("Comptoir"));
        let page = host.follow(&gone);
        assert!(page.words().contains("Café, restauration : retiré de la page"), "{}", page.words());
        let back = host.press(gone.location(), &part("historique"), &[]);
        assert_eq!(back.location(), part("briques"));
        let words = app.get(USINE).words();
        assert!(words.contains("Le Comptoir") && words.contains("four à pain"), "{words}");
        assert_eq!(kinds(), [BrickKind::Coworking, BrickKind::Cafe, BrickKind::Fablab], "where it was");
    });
}

#[test]
fn hours_are_typed_as_a_week_and_read_in_words() {
    on_each_database(|app| {
        let (row, host) = usine(app);
        let page = host.get(&part("horaires"));
        assert!(
            page.text().contains("value=\"09:00\"") && page.text().contains("checked"),
            "{}",
            page.text()
        );
        // Seen before it is saved.
        let preview =
            host.submit(&part("horaires"), &[("sa-1-de", "10h"), ("sa-1-a", "12h30"), ("do", "apercu")]);
        assert_eq!(preview.status, 422, "nothing is written");
        let said = words(&preview.text());
        assert!(said.contains("samedi") && said.contains("10 h–12 h 30"), "{said}");
        assert_eq!(draft(app, row.id).opening_hours, row.opening_hours);
        done(&host, &host.submit(&part("horaires"), &[("sa-1-de", "10h"), ("sa-1-a", "12h30")]));
        assert_eq!(draft(app, row.id).opening_hours, "Mo-Fr 09:00-12:00,14:00-18:00; Sa 10:00-12:30; PH off");
        done(&host, &host.submit(&part("horaires"), &[("raw", "Sa[1] 09:00-12:00")]));
        assert_eq!(draft(app, row.id).opening_hours, "Sa[1] 09:00-12:00");
        let wrong = host.submit(&part("horaires"), &[("raw", "Mo 18:00+")]);
        assert!(
            wrong.text().contains("18:00+") && wrong.text().contains("jusqu’à quelle heure"),
            "{}",
            wrong.text()
        );
    });
}

#[test]
fn a_closure_closes_the_door_everywhere_and_names_what_it_hits() {
    on_each_database(|app| {
        let (row, host) = usine(app);
        app.publish(&row, &event("Repair café", "2026-03-09 18:30", "20:30"));
        app.publish(&row, &event("Après", "2026-03-10 18:30", "20:30"));
        assert!(app.get(USINE).words().contains("Ouvert maintenant"));
        assert!(app.get("/lieux?ouvert=1").words().contains("Usine"));
        // From today (Thursday 5 March) to Monday.
        let answer = host.submit(
            &part("fermetures"),
            &[("first", "2026-03-05"), ("last", "2026-03-09"), ("reason", "inventaire")],
        );
        let words = done(&host, &answer);
        assert!(words.contains("Un rendez-vous tombe") && words.contains("Repair café"), "{words}");
        assert!(!words.contains("Après"), "{words}");
        let page = app.get(USINE);
        let words = page.words();
        assert!(words.contains("Fermé du 5 au 9 mars : inventaire"), "{words}");
        assert!(
            !words.contains("Ouvert maintenant") && words.contains("fermeture exceptionnelle"),
            "{words}"
        );
        assert!(page.text().contains("specialOpeningHoursSpecification"), "search engines are told");
        assert!(!app.get("/lieux?ouvert=1").words().contains("Usine"));
        let map = app.get("/");
        assert!(!map.text().contains("is-open"), "nor does the map say open");
        done(
            &host,
            &host.submit(
                &part("fermetures"),
                &[("first", "2026-03-05"), ("last", "2026-03-09"), ("do", "retirer")],
            ),
        );
        assert!(app.get(USINE).words().contains("Ouvert maintenant"));
    });
}

#[test]
fn the_door_says_open_and_closed_at_once_until_the_plan_takes_over() {
    on_each_database(|app| {
        let (_, host) = usine(app);
        let porte = "/lieux/usine/porte";
        let open_in_list = || app.get("/lieux?ouvert=1").words().contains("Usine");
        // Thursday, a quarter to nine in Paris.
        app.at("2026-03-05T07:45:00Z");
        assert!(!open_in_list() && app.get(USINE).words().contains("Fermé"));
        let words = done(&host, &host.submit(porte, &[("do", "ouvrir")]));
        assert!(words.contains("C’est ouvert") && words.contains("Camille Roux, à 8 h 45"), "{words}");
        assert!(open_in_list());
        assert!(
            app.get(USINE).words().contains("Ouvert maintenant, jusqu’à 12 h"),
            "{}",
            app.get(USINE).words()
        );
        assert!(app.get("/").text().contains("is-open"), "on the map");
        // The host closes at ten; the place opens again in the afternoon, though nobody writes.
        app.at("2026-03-05T09:00:00Z");
        done(&host, &host.press(USINE, porte, &[("do", "fermer")]));
        assert!(app.get(USINE).words().contains("14 h") && !open_in_list());
        app.at("2026-03-05T13:00:00Z");
        assert!(app.get(USINE).words().contains("Ouvert maintenant, jusqu’à 18 h") && open_in_list());
        // Closed for the day: until midnight.
        done(&host, &host.submit(porte, &[("do", "fermer-journee")]));
        app.at("2026-03-05T16:30:00Z");
        assert!(!open_in_list());
        done(&host, &host.submit(porte, &[("do", "horaires")]));
        assert!(open_in_list());
        let visitor = app.visitor().get(porte);
        assert_eq!(visitor.status, 303);
    });
}

#[test]
fn a_fault_is_noted_in_three_taps_and_shown() {
    on_each_database(|app| {
        let (row, host) = usine(app);
        let page = part("equipement");
        done(
            &host,
            &host.submit(&page, &[("brick", "fablab"), ("new-fablab", "imprimante 3D"), ("do", "ajouter")]),
        );
        let answer = host.submit(
            &page,
            &[
                ("brick", "fablab"),
                ("was", "imprimante 3D"),
                ("at", "0"),
                ("name-fablab-0", "imprimante 3D"),
                ("state-fablab-0", "en-panne"),
                ("note-fablab-0", "bourrage"),
                ("do", "noter"),
            ],
        );
        done(&host, &answer);
        let words = app.get(USINE).words();
        assert!(words.contains("imprimante 3D En panne depuis le jeudi 5 mars (bourrage)"), "{words}");
        let stored = draft(app, row.id).bricks[1].equipment.clone();
        assert_eq!(stored.len(), 1);
        assert_eq!(stored[0].state, EquipmentState::OutOfOrder);
        // An import of the same place leaves it alone: it is the place's own word.
        done(&host, &host.submit(&page, &[("brick", "fablab"), ("was", "imprimante 3D"), ("do", "retirer")]));
        assert!(draft(app, row.id).bricks[1].equipment.is_empty());
    });
}

#[test]
fn photos_come_with_words_keep_an_order_and_go_with_a_way_back() {
    on_each_database(|app| {
        let (_, host) = usine(app);
        let page = part("photos");
        assert!(!app.get(USINE).text().contains("<img"), "a drawn cover");
        for (width, alt) in [(40, "La cour"), (50, "L’atelier")] {
            let sent = host.upload(&page, ("file", "IMG_1.JPG", &photo(width)), &[("alt", alt)]);
            done(&host, &sent);
        }
        let shown = |alts: &[&str]| {
            let text = app.get(USINE).text();
            let found: Vec<&str> = text
                .split("<img")
                .skip(1)
                .filter_map(|img| img.split("alt=\"").nth(1)?.split('"').next())
                .collect();
            assert_eq!(found, alts, "{text}");
            text
        };
        let text = shown(&["La cour", "L’atelier"]);
        let src = text.split("src=\"/photos/").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let first = format!("/photos/{src}");
        assert_eq!(app.get(&first).header("content-type"), Some("image/jpeg"));
        done(&host, &host.submit(&page, &[("do", "descendre")]));
        shown(&["L’atelier", "La cour"]);
        done(&host, &host.submit(&page, &[("do", "decrire"), ("alt-0", "L’atelier, le matin")]));
        shown(&["L’atelier, le matin", "La cour"]);
        // Taken away, nobody is given it any more; the way back shows it again.
        let gone = host.post(&page, &fields_for(&host, &page, &[("do", "retirer"), ("photo", src)]));
        shown(&["L’atelier, le matin"]);
        assert_eq!(app.get(&first).status, 404);
        done(&host, &host.press(gone.location(), &part("historique"), &[]));
        shown(&["L’atelier, le matin", "La cour"]);
        assert_eq!(app.get(&first).status, 200);

        for (bytes, alt, wrong) in [
            (photo(40), "", "e-alt"),
            (b"GIF89a not what it seems".to_vec(), "Un dessin", "e-file"),
            (photo(40)[..200].to_vec(), "Coupée", "e-file"),
        ] {
            let answer = host.upload(&page, ("file", "x.jpg", &bytes), &[("alt", alt)]);
            assert_eq!(answer.status, 422, "{alt}");
            assert!(answer.text().contains(&format!("id=\"{wrong}\"")), "{alt}: {}", answer.text());
        }
        shown(&["L’atelier, le matin", "La cour"]);
    });
}

/// These fields with the token of a page.
fn fields_for(browser: &Browser, path: &str, fields: &[(&str, &str)]) -> Vec<(String, String)> {
    let text = browser.get(path).text();
    let token = text.split("name=\"token\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    [("token".to_owned(), token.to_owned())].into_iter().chain(fields.iter().map(own)).collect()
}

#[test]
fn the_page_is_confirmed_in_one_tap() {
    on_each_database(|app| {
        let (_, host) = usine(app);
        assert!(app.get(USINE).words().contains("jamais") || app.get(USINE).text().contains("tone-warn"));
        let words = done(&host, &host.submit(EDIT, &[]));
        assert!(words.contains("vérifié aujourd’hui"), "{words}");
        assert!(app.get(USINE).words().contains("Fiche confirmée le 5 mars 2026"));
        assert!(host.get(&part("historique")).words().contains("Fiche confirmée"));
    });
}

#[test]
fn every_change_is_in_the_history_with_who_when_and_a_way_back() {
    on_each_database(|app| {
        let (row, _) = usine(app);
        let person = app.member("Inès Valdaron", &[(row.id, MembershipRole::Host)]);
        let host = app.sign_in(&person);
        done(&host, &host.submit(&part("fiche"), &[("summary", "Une phrase.")]));
        app.at("2026-03-05T10:12:00Z");
        done(&host, &host.submit(&part("equipe"), &[("person-0", "Anne"), ("role-0", "fabmanager")]));
        let page = host.get(&part("historique")).words();
        for said in [
            "Inès Valdaron, 5 mars 2026 à 11 h 12",
            "Anne (Fabmanager)",
            "Inès Valdaron, 5 mars 2026 à 10 h",
            "En une phrase",
            "Une phrase.",
            "(rien)",
        ] {
            assert!(page.contains(said), "{said}: {page}");
        }
        // Saving the same again is no change.
        done(&host, &host.submit(&part("fiche"), &[("summary", "Une phrase.")]));
        assert_eq!(host.get(&part("historique")).words(), page);
        // Back to before the last change: the team; the sentence stays.
        let answer = host.submit(&part("historique"), &[]);
        assert!(done(&host, &answer).contains("rétabli"));
        let stored = draft(app, row.id);
        assert!(stored.team.is_empty() && stored.summary == "Une phrase.");
        // Who made it may leave; the change stays, without the name.
        app.db.write_now(|tx| vigie::store::members::delete(tx, person.id)).unwrap();
        let coordinator = app.sign_in(&app.coordinator("Ida Berger"));
        let words = coordinator.get(&part("historique")).words();
        assert!(!words.contains("Valdaron") && words.contains("Une personne de l’équipe"), "{words}");
        // A change of another place is none of this one's.
        let other = app.place(place("Ailleurs"));
        let elsewhere = app.sign_in(&app.member("Théo Blanc", &[(other.id, MembershipRole::Host)]));
        let token = elsewhere.get("/lieux/ailleurs/modifier/equipe").text();
        let token = token
            .split("name=\"token\" value=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .unwrap()
            .to_owned();
        let stolen = elsewhere
            .post("/lieux/ailleurs/modifier/historique", &[("token", token.as_str()), ("change", "1")]);
        assert_eq!(stolen.status, 404);
    });
}

#[test]
fn the_second_of_two_editors_sees_both_versions() {
    on_each_database(|app| {
        let (row, camille) = usine(app);
        let ines = app.sign_in(&app.member("Inès Valdaron", &[(row.id, MembershipRole::Host)]));
        let seen = "0";
        done(&camille, &camille.submit(&part("fiche"), &[("summary", "Le mot de Camille.")]));
        // Inès opened the form before that.
        let late = ines.submit(
            &part("fiche"),
            &[("seen", seen), ("summary", "Le mot d’Inès."), ("address", "1 quai Neuf")],
        );
        assert_eq!(late.status, 422);
        let words = words(&late.text());
        for said in ["Camille Roux a changé cette partie", "Le mot de Camille.", "Le mot d", "1 quai Neuf"] {
            assert!(words.contains(said), "{said}: {words}");
        }
        assert_eq!(draft(app, row.id).summary, "Le mot de Camille.", "nothing is overwritten silently");
        // Another part is nobody's conflict.
        done(&ines, &ines.submit(&part("equipe"), &[("seen", seen), ("person-0", "Inès")]));
        // Knowing both, she saves hers; Camille's stays in the history.
        done(&ines, &ines.submit(&part("fiche"), &[("summary", "Le mot d’Inès.")]));
        assert_eq!(draft(app, row.id).summary, "Le mot d’Inès.");
        assert!(camille.get(&part("historique")).words().contains("Le mot de Camille."));

        // Two bricks at once harm nobody; the same brick twice does.
        done(&camille, &camille.submit(&part("briques/fablab"), &[("text", "Camille")]));
        done(&ines, &ines.submit(&part("briques/coworking"), &[("seen", seen), ("text", "Inès")]));
        let late = ines.submit(&part("briques/fablab"), &[("seen", seen), ("text", "Inès aussi")]);
        assert_eq!(late.status, 422);
        assert!(crate::support::words(&late.text()).contains("Deux versions"));
        let texts: Vec<String> = draft(app, row.id).bricks.into_iter().map(|brick| brick.text).collect();
        assert_eq!(texts, ["Inès", "Camille"]);
    });
}

#[test]
fn lists_of_places_leave_what_hosts_said_alone_and_are_in_the_history() {
    on_each_database(|app| {
        let listed = PlaceDraft {
            source_key: Some("liste:1".to_owned()),
            ..place("Usine").with_bricks(&[BrickKind::Fablab])
        };
        let import = |draft: &PlaceDraft| {
            let now = app.clock.now();
            app.db.write_now(|tx| vigie::actions::import_place(tx, draft, now)).unwrap()
        };
        let saved = import(&listed);
        let host = app.sign_in(&app.member("Camille Roux", &[(saved.id, MembershipRole::Host)]));
        done(
            &host,
            &host.submit(
                &part("equipement"),
                &[("brick", "fablab"), ("new-fablab", "laser"), ("do", "ajouter")],
            ),
        );
        done(&host, &host.submit(&part("fiche"), &[("summary", "Notre phrase.")]));
        import(&PlaceDraft { address: "2 place Neuve".to_owned(), ..listed.clone() });
        let stored = draft(app, saved.id);
        assert_eq!((stored.summary.as_str(), stored.address.as_str()), ("Notre phrase.", "2 place Neuve"));
        assert_eq!(stored.bricks[0].equipment, [Equipment::in_service("laser")]);
        let words = host.get(&part("historique")).words();
        assert!(words.contains("Un import") && words.contains("2 place Neuve"), "{words}");
    });
}

#[test]
fn two_hosts_who_write_at_once_lose_nothing() {
    on_each_database(|app| {
        let (row, _) = usine(app);
        let now = app.clock.now();
        std::thread::scope(|scope| {
            for n in 0..8 {
                let db = &app.db;
                scope.spawn(move || {
                    let edit = vigie::actions::PlaceEdit {
                        place: row.id,
                        section: vigie::domain::place_part::PlaceSection::Equipment,
                        seen: None,
                    };
                    let by = vigie::domain::policy::Actor::Program;
                    db.write_now(|tx| {
                        vigie::actions::edit_place(tx, &by, edit, now, |content| {
                            content.draft.bricks[1]
                                .equipment
                                .push(Equipment::in_service(format!("machine {n}")));
                        })
                    })
                    .unwrap();
                });
            }
        });
        assert_eq!(draft(app, row.id).bricks[1].equipment.len(), 8);
    });
}

#[test]
fn what_hosts_type_cannot_act() {
    on_each_database(|app| {
        let (_, host) = usine(app);
        let nasty = "<script>alert(1)</script> **gras**";
        done(&host, &host.submit(&part("fiche"), &[("description", nasty), ("summary", nasty)]));
        done(
            &host,
            &host.submit(
                &part("equipement"),
                &[("brick", "fablab"), ("new-fablab", "<img src=x onerror=alert(1)>"), ("do", "ajouter")],
            ),
        );
        for path in [USINE.to_owned(), part("historique"), part("fiche"), part("equipement")] {
            let text = host.get(&path).text();
            assert!(!text.contains("<script>alert") && !text.contains("<img src=x"), "{path}");
        }
    });
}

#[test]
fn equipment_is_found_by_those_who_search() {
    on_each_database(|app| {
        let fablab =
            Brick { equipment: vec![Equipment::in_service("brodeuse")], ..Brick::of(BrickKind::Fablab) };
        app.place(PlaceDraft { bricks: vec![fablab], ..place("Labo") });
        app.place(place("Autre"));
        let words = app.get("/lieux?q=brodeuse").words();
        assert!(words.contains("Labo") && !words.contains("Autre"), "{words}");
    });
}
