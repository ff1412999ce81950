//! What is one person's own: the demo tried as each role, an agenda, and a calendar in a device.

use super::chromium::{Page, browse};
use super::site::{fetch, open};

/// Signs in with a button of the demo.
async fn try_as(page: &Page, email: &str) {
    open(page, "/connexion").await;
    page.go(&format!("form:has(input[value='{email}']) button")).await;
    assert_eq!(page.at().await, "/moi");
}

#[test]
fn the_demo_is_tried_as_each_role_with_one_button() {
    browse(async |page| {
        for (email, shown) in [
            ("coworker@exemple.invalid", "Dans mes lieux"),
            ("animation@exemple.invalid", "J’anime"),
            ("coordination@exemple.invalid", "Le courrier du réseau"),
        ] {
            try_as(page, email).await;
            assert!(page.text("main").await.contains(shown), "{email}");
            page.assert_accessible().await;
            page.assert_no_other_host().await;
            for width in [360, 1280] {
                page.resize(width);
                page.assert_fits().await;
                page.picture(&format!("mine-{}-{width}", email.split('@').next().unwrap())).await;
            }
            page.go(".nav-out button").await;
        }
    });
}

#[test]
fn a_calendar_is_made_for_a_device_and_taken_away_without_scripts() {
    browse(async |page| {
        page.allow_scripts(false);
        page.resize(360);
        try_as(page, "animation@exemple.invalid").await;
        page.follow("Gérer mes abonnements").await;
        page.assert_accessible().await;
        page.fill("#f-nom", "Le téléphone de l’accueil").await;
        page.go("main .form .button.is-main").await;
        assert_eq!(page.text("h1").await, "Le téléphone de l’accueil");
        page.assert_accessible().await;
        page.assert_fits().await;
        page.picture("mine-feed-360").await;
        let address = page.ask("return document.querySelector('#feed-url').value").await;
        let address = address.as_str().unwrap().to_owned();
        let feed = fetch(&address, "identity");
        assert_eq!((feed.status, feed.media_type.as_str()), (200, "text/calendar; charset=utf-8"));
        assert!(String::from_utf8(feed.body).unwrap().contains("TRIGGER:-PT1H"));
        page.go(".button.is-danger").await;
        assert!(page.text("main").await.contains("L’abonnement est supprimé."));
        assert_eq!(fetch(&address, "identity").status, 404);
    });
}

#[test]
fn a_keyboard_makes_a_calendar() {
    browse(async |page| {
        try_as(page, "coworker@exemple.invalid").await;
        open(page, "/moi/abonnements").await;
        for _ in 0..40 {
            if page.tab().await == "Créer l’adresse" {
                break;
            }
        }
        page.ask("window.left = false").await;
        let button = page.active_element().await.expect("a button");
        button.send_keys("\u{e007}").await.expect("a pressed key");
        page.wait_until("return window.left === undefined && document.readyState === 'complete'").await;
        assert_eq!(page.text("h1").await, "Mon téléphone");
        // Whoever tries it next finds it as it was.
        page.go(".button.is-danger").await;
    });
}
