//! Finding a place and reading its page.

use super::chromium::browse;
use super::site::open;

#[test]
fn facets_narrow_the_list_and_come_off_again() {
    browse(async |page| {
        for scripts in [true, false] {
            page.allow_scripts(scripts);
            open(page, "/lieux").await;
            let all = page.texts(".place-name").await.len();
            page.choose("#f-brique", "fablab").await;
            page.go(".filters button").await;
            let fablabs = page.texts(".place-meta").await;
            assert!((1..all).contains(&fablabs.len()), "{} of {all}", fablabs.len());
            assert!(fablabs.iter().all(|meta| meta.contains("Fablab, makerspace")), "{fablabs:?}");
            assert_eq!(page.text(".page-head .soft").await, format!("{} lieux", fablabs.len()));

            page.press("input[name='ouvert']").await;
            page.go(".filters button").await;
            assert!(page.at().await.contains("ouvert=1"));
            let names = page.texts(".place-name").await;
            assert!(!names.is_empty() && names.iter().all(|name| name.contains("Ouvert")), "{names:?}");

            assert_eq!(page.texts(".chips li").await.len(), 3, "two filters, and all of them");
            page.follow("Tout effacer").await;
            assert_eq!(page.at().await, "/lieux");
            assert_eq!(page.texts(".place-name").await.len(), all);
        }
    });
}

#[test]
fn a_place_open_to_wheelchairs_is_found() {
    browse(async |page| {
        open(page, "/lieux").await;
        page.choose("#f-accessible", "moteur").await;
        page.go(".filters button").await;
        assert_eq!(page.at().await, "/lieux?accessible=moteur", "the script leaves empty fields out");
        page.go(".place-name a").await;
        assert!(page.text(".ticks").await.contains("Handicap moteur"));
    });
}

#[test]
fn search_is_blind_to_accents_and_capitals() {
    browse(async |page| {
        for typed in ["epicentre", "ÉPICENTRE", "l’épicentre"] {
            open(page, "/lieux").await;
            page.fill("#q", typed).await;
            page.go(".filters button").await;
            let names = page.texts(".place-name a").await;
            assert!(names.contains(&"L’Épicentre".to_owned()), "{typed}: {names:?}");
        }
    });
}

#[test]
fn a_search_without_an_answer_suggests_what_to_widen() {
    browse(async |page| {
        open(page, "/lieux?brique=fablab&q=zzzz").await;
        assert!(page.text(".empty h2").await.starts_with("Aucun lieu"));
        page.go(".empty .ways a[href='/lieux?brique=fablab']").await;
        assert!(!page.texts(".place-name").await.is_empty());
    });
}

#[test]
fn a_place_tells_its_bricks_hours_team_and_partners() {
    browse(async |page| {
        for scripts in [true, false] {
            page.allow_scripts(scripts);
            open(page, "/lieux/8-fablab-drome").await;
            assert_eq!(page.texts(".brick > h3").await, ["L’atelier numérique", "Les bureaux", "Formation"]);
            assert!(page.text("#fablab").await.contains("Du mardi au vendredi : 14 h–18 h"));
            assert!(page.text("#fablab").await.contains("imprimante 3D"));
            assert_eq!(page.texts(".hours tr").await.len(), 7);
            let today = page.text(".hours .is-today").await;
            assert!(today.starts_with("mardi") && today.contains("9 h–18 h"), "{today}");
            assert_eq!(page.text(".sheet-where .badge").await, "Ouvert maintenant, jusqu’à 18 h");
            let side = page.text(".sheet-side").await;
            for said in
                ["rue Courre Commère", "Fabmanager", "Partenaires", "OpenStreetMap", "Fiche confirmée le"]
            {
                assert!(side.contains(said), "{said} in {side}");
            }
            assert_eq!(page.seen(".sheet-side .map").await, 1);
            assert!(page.texts(".brick .event").await.len() >= 3, "its bricks have events of their own");
            assert_eq!(page.seen("#feed-url").await, 1);
        }
    });
}

#[test]
fn what_was_long_not_confirmed_says_so() {
    browse(async |page| {
        open(page, "/lieux/8-fablab-drome").await;
        assert!(page.text(".notice.tone-warn").await.contains("pas été confirmée depuis plus de six mois"));
    });
}

#[test]
fn a_closed_place_is_kept_as_history() {
    browse(async |page| {
        open(page, "/lieux").await;
        let listed = page.texts(".place-name a").await;
        assert!(!listed.contains(&"L’Ancienne Filature".to_owned()), "not offered to visitors");
        open(page, "/lieux/l-ancienne-filature-crest").await;
        assert!(page.text(".notice.tone-bad").await.starts_with("Ce lieu a fermé le 30 juin 2025"));
        assert!(page.text(".sheet-main").await.contains("Ce qu’on y trouvait"));
        assert_eq!(page.seen(".hours").await, 0);
        assert!(!page.texts(".event").await.is_empty());
    });
}
