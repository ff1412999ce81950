//! The way in: the map and its list say the same, and a commune or a postcode leads to what is near.

use super::chromium::{Page, Scheme, browse};
use super::site::{self, open};
use serde_json::Value;

#[test]
fn a_marker_of_the_map_leads_to_the_place() {
    browse(async |page| {
        open(page, "/").await;
        page.go(".map.is-wide a[href='/lieux/aventic'] circle").await;
        assert_eq!(page.at().await, "/lieux/aventic");
        assert_eq!(page.text("h1").await, "AVENTIC");
    });
}

#[test]
fn the_list_beside_the_map_names_the_same_places() {
    browse(async |page| {
        open(page, "/").await;
        let on_map = sorted(page, ".map.is-wide .marker").await;
        let listed = sorted(page, ".atlas-list .place-name a").await;
        assert_eq!(on_map.len(), 36);
        assert_eq!(on_map, listed);
    });
}

#[test]
fn a_marker_for_several_places_leads_to_them_in_the_list() {
    browse(async |page| {
        page.resize(360);
        open(page, "/").await;
        page.press(".map.is-narrow a[href^='#lieu-'] circle").await;
        let place = page.text(".place:target .place-name a").await;
        let named =
            page.ask("return document.querySelector('.map.is-narrow a[href^=\"#lieu-\"]').ariaLabel").await;
        assert!(named.as_str().is_some_and(|label| label.contains(&place)), "{place} in {named}");
    });
}

#[test]
fn a_commune_or_a_postcode_leads_to_what_is_near() {
    browse(async |page| {
        for scripts in [true, false] {
            page.allow_scripts(scripts);
            for (typed, said, nearest) in [
                ("crest", "Autour de Crest (26400)", "Crest, à 50 m"),
                ("CREST", "Autour de Crest (26400)", "Crest, à 50 m"),
                ("saint nazaire en royans", "Autour de Saint-Nazaire-en-Royans", "km"),
                (
                    "26150",
                    "Plusieurs communes correspondent. Voici les lieux autour de Die (26150)",
                    "Die, à",
                ),
            ] {
                open(page, "/").await;
                page.fill("#pres", typed).await;
                page.go(".near button").await;
                assert!(page.at().await.starts_with("/lieux?pres="), "{typed}");
                let notice = page.text(".notice").await;
                assert!(notice.starts_with(said), "{typed}: {notice}");
                let meta = page.text(".place-meta").await;
                assert!(meta.contains(nearest), "{typed}: {meta}");
            }
        }
    });
}

#[test]
fn a_postcode_of_several_communes_lets_one_choose() {
    browse(async |page| {
        open(page, "/lieux?pres=26150").await;
        page.follow("Chamaloc (26150)").await;
        let notice = page.text(".notice").await;
        assert!(notice.starts_with("Autour de Chamaloc (26150)"), "{notice}");
    });
}

#[test]
fn an_unknown_commune_says_so_and_shows_all_places() {
    browse(async |page| {
        open(page, "/").await;
        page.fill("#pres", "Zzyzx").await;
        page.go(".near button").await;
        let notice = page.text(".notice").await;
        assert!(notice.contains("ne connaissons aucune commune") && notice.contains("Zzyzx"), "{notice}");
        assert_eq!(page.texts(".place-name").await.len(), 36);
    });
}

#[test]
fn the_week_leads_to_its_events_and_to_the_agenda() {
    browse(async |page| {
        open(page, "/").await;
        assert_eq!(page.text(".day.is-today .day-relative").await, "aujourd’hui");
        let title = page.text(".day.is-today .event-title a").await;
        page.go(".day.is-today .event-title a").await;
        assert!(title.starts_with(&page.text("h1").await), "{title}");
        open(page, "/").await;
        page.go(".more a[href='/agenda']").await;
        assert_eq!(page.text("h1").await, "Agenda");
    });
}

#[test]
fn a_territory_has_its_own_map_agenda_and_feed() {
    browse(async |page| {
        open(page, "/territoires/26").await;
        assert_eq!(page.text("h1").await, "Drôme");
        assert!(page.seen(".map.is-wide .marker").await >= 30);
        let feed = page.ask("return document.getElementById('feed-url').value").await;
        assert_eq!(feed, site::address("/territoires/26/agenda.ics"));
    });
}

#[test]
fn the_map_of_a_country_leads_to_the_maps_of_its_territories() {
    browse(async |page| {
        for (width, map) in [(1280, ".is-wide"), (360, ".is-narrow")] {
            page.resize(width);
            for scheme in [Scheme::Light, Scheme::Dark] {
                page.prefer(scheme);
                page.visit(&site::national("/")).await;
                page.assert_accessible().await;
                page.assert_fits().await;
                page.picture(&format!("home-national-{width}-{scheme:?}").to_lowercase()).await;
            }
            let mut areas = sorted(page, "a.map-area").await;
            areas.dedup(); // around Paris there is a larger drawing as well
            assert!(areas.len() > 10);
            assert_eq!(areas, sorted(page, ".territories a").await, "the list says the same");
            let counted = page.ask("return document.querySelector('a.map-area').ariaLabel").await;
            assert!(counted.as_str().is_some_and(|label| label.contains("lieu")), "{counted}");
            page.go("a.map-area[href='/territoires/72'] path").await;
            assert_eq!(page.text("h1").await, "Sarthe");
            assert!(page.seen(&format!("{map} .marker")).await > 0);
        }
    });
}

/// Where the elements lead, sorted.
async fn sorted(page: &Page, css: &str) -> Vec<String> {
    let script =
        format!("return [...document.querySelectorAll(\"{css}\")].map(e => e.getAttribute('href')).sort()");
    let Value::Array(links) = page.ask(&script).await else { panic!("a list") };
    links.iter().map(|link| link.as_str().expect("an address").to_owned()).collect()
}
