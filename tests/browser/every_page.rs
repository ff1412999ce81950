//! What holds for every kind of page: axe finds nothing in either scheme, nothing overflows or comes from elsewhere,
//! the first view is light, and both languages name it.

use super::chromium::{Page, Scheme, browse};
use super::site;

/// The whole first view with its style, script and icon, compressed, in bytes.
const HEAVIEST_VIEW: usize = 60_000;

#[test]
fn a_telephone_shows_every_page() {
    browse(async |page| inspect(page, 360).await);
}

#[test]
fn a_wide_screen_shows_every_page() {
    browse(async |page| inspect(page, 1280).await);
}

async fn inspect(page: &Page, width: u32) {
    page.resize(width);
    let mut faults = Vec::new();
    for (name, path) in site::KINDS {
        page.prefer(Scheme::Light);
        site::open(page, path).await;
        page.assert_no_other_host().await;
        for scheme in [Scheme::Light, Scheme::Dark] {
            page.prefer(scheme);
            let found = page.accessibility_faults().await;
            faults.extend(found.iter().map(|fault| format!("{path} {scheme:?} {width}: {fault}")));
            page.picture(&format!("{name}-{width}-{scheme:?}").to_lowercase()).await;
        }
        if let Some(wide) = page.overflow().await {
            faults.push(format!("{path} {width}: {wide}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_page_scrolls_sideways_on_the_narrowest_screen() {
    browse(async |page| {
        page.resize(320);
        let mut faults = Vec::new();
        for (_, path) in site::KINDS {
            for path in [path.to_owned(), site::english(path)] {
                site::open(page, &path).await;
                faults.extend(page.overflow().await.map(|wide| format!("{path}: {wide}")));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

#[test]
fn every_page_says_its_language_its_title_and_one_heading() {
    browse(async |page| {
        for (_, path) in site::KINDS {
            for (lang, path) in [("fr", path.to_owned()), ("en", site::english(path))] {
                site::open(page, &path).await;
                let said = page
                    .ask("return [document.documentElement.lang, document.title, document.querySelectorAll('h1').length]")
                    .await;
                assert_eq!(said[0], lang, "{path}");
                assert!(
                    said[1].as_str().is_some_and(|title| title.contains("Réseau des tiers-lieux")),
                    "{path}: {said}"
                );
                assert_eq!(said[2], 1, "{path} has one first heading");
                assert!(!page.text("h1").await.is_empty(), "{path}");
            }
        }
    });
}

#[test]
fn the_other_language_is_the_same_page_and_back() {
    browse(async |page| {
        for (name, path) in site::KINDS {
            if name == "agenda-unknown" {
                continue; // what was not understood is left out of links
            }
            site::open(page, path).await;
            page.follow("English").await;
            assert_eq!(page.at().await, site::english(path));
            page.follow("Français").await;
            assert_eq!(page.at().await, path);
        }
    });
}

#[test]
fn the_first_view_is_light() {
    let mut heaviest = (0, "");
    for (_, path) in site::KINDS {
        let html = site::read(&site::address(path));
        let parts = html.split('"').filter(|text| text.starts_with("/assets/"));
        let addresses: Vec<_> = std::iter::once(path).chain(parts).map(site::address).collect();
        assert_eq!(addresses.len(), 4, "page, style, icon and script: {addresses:?}");
        let bytes = addresses.iter().map(|part| site::fetch(part, "br").body.len()).sum();
        heaviest = heaviest.max((bytes, path));
    }
    println!("The heaviest first view is {}: {} bytes.", heaviest.1, heaviest.0);
    assert!(heaviest.0 <= HEAVIEST_VIEW, "{heaviest:?}");
}
