//! Joining a place, and what its host does with those who come: by keyboard, on a phone, without scripts.

use fantoccini::key::Key;

use super::chromium::{Page, Scheme, browse};
use super::site::open;

const PASSWORD: &str = "lavande-et-calcaire";

async fn sign_in(page: &Page, email: &str) {
    open(page, "/connexion").await;
    page.fill("#f-email", email).await;
    page.fill("#f-password", PASSWORD).await;
    page.go("main form button").await;
    assert_eq!(page.seen(".nav-me").await, 1, "signed in, on {}", page.at().await);
}

async fn sign_out(page: &Page) {
    page.go(".nav-out button").await;
}

/// The address of the place that the demo's host holds.
async fn hosted_place(page: &Page) -> String {
    open(page, "/moi/lieux").await;
    let hrefs =
        page.ask("return [...document.querySelectorAll('.person-name a')].map(a => a.pathname)").await;
    hrefs[0].as_str().expect("a place").to_owned()
}

/// Goes on with the tab key until something with this name has the focus.
async fn reach(page: &Page, name: &str) {
    for _ in 0..80 {
        if page.tab().await.starts_with(name) {
            return;
        }
    }
    panic!("the tab key never came to {name} on {}", page.at().await);
}

async fn strike(page: &Page, key: Key) {
    let focused = page.active_element().await.expect("an active element");
    focused.send_keys(&char::from(key).to_string()).await.expect("a pressed key");
}

/// Presses enter and waits for the next page.
async fn enter(page: &Page) {
    page.ask("window.left = false").await;
    strike(page, Key::Enter).await;
    page.wait_until("return window.left === undefined && document.readyState === 'complete'").await;
}

/// Looks at a page at both widths and in both schemes.
async fn inspect(page: &Page, name: &str) {
    for width in [360, 1280] {
        page.resize(width);
        for scheme in [Scheme::Light, Scheme::Dark] {
            page.prefer(scheme);
            page.assert_accessible().await;
            page.picture(&format!("joining-{name}-{width}-{scheme:?}").to_lowercase()).await;
        }
        page.prefer(Scheme::Light);
        page.assert_fits().await;
    }
}

#[test]
fn a_request_is_made_by_keyboard_and_answered_on_a_phone() {
    browse(async |page| {
        page.allow_scripts(false);
        sign_in(page, "animation@exemple.invalid").await;
        let place = hosted_place(page).await;
        sign_out(page).await;

        sign_in(page, "coordination@exemple.invalid").await;
        open(page, &place).await;
        reach(page, "Rejoindre ce lieu").await;
        enter(page).await;
        assert_eq!(page.at().await, format!("{place}/rejoindre"));
        inspect(page, "join").await;
        page.resize(1280);
        reach(page, "kind").await;
        strike(page, Key::Up).await;
        let chosen = page.ask("return document.querySelector('[name=kind]:checked').value").await;
        assert_eq!(chosen, "benevole");
        reach(page, "Envoyer ma demande").await;
        enter(page).await;
        assert_eq!(page.at().await, place);
        assert!(page.text(".done").await.contains("Votre demande est partie"));
        assert!(page.text(".standing").await.contains("attend une réponse"));
        sign_out(page).await;

        page.resize(360);
        sign_in(page, "animation@exemple.invalid").await;
        open(page, &place).await;
        assert!(page.text(".host-bar").await.contains("1 demande"));
        page.go(".host-bar a").await;
        page.press(".person-manage summary").await;
        inspect(page, "people").await;
        page.resize(360);
        page.fill(".is-card textarea", "Bienvenue, passez jeudi !").await;
        page.go(".is-card .is-main").await;
        assert!(page.text(".done").await.contains("La demande est acceptée"));
        assert_eq!(page.seen(".is-card").await, 0);
    });
}

#[test]
fn a_host_accompanies_a_newcomer() {
    browse(async |page| {
        for scripts in [true, false] {
            page.allow_scripts(scripts);
            sign_in(page, "animation@exemple.invalid").await;
            let place = hosted_place(page).await;
            open(page, &format!("{place}/accueil")).await;
            inspect(page, "newcomers").await;
            page.resize(360);
            let card = ".person.is-card";
            let before = page.text(&format!("{card} .section-head p")).await;
            page.go(&format!("{card} button[value='premiere-offre']")).await;
            assert!(page.text(".done").await.contains("C’est noté."));
            assert_ne!(page.text(&format!("{card} .section-head p")).await, before);
            page.go(&format!("{card} button[name='untick'][value='premiere-offre']")).await;
            assert_eq!(page.text(&format!("{card} .section-head p")).await, before);
            sign_out(page).await;
        }
    });
}

#[test]
fn a_charter_is_written_and_read() {
    browse(async |page| {
        sign_in(page, "animation@exemple.invalid").await;
        let place = hosted_place(page).await;
        open(page, &format!("{place}/reglages-accueil")).await;
        page.fill("#f-charter", "On **range**.\n\n- On éteint\n- On ferme").await;
        page.go("main form .is-main").await;
        assert!(page.text("main form").await.contains("En vigueur : version 1"));
        inspect(page, "rules").await;
        open(page, &format!("{place}/charte")).await;
        assert_eq!(page.text("main strong").await, "range");
        inspect(page, "charter").await;
        open(page, &place).await;
        page.go(".notice a").await;
        assert_eq!(page.at().await, format!("{place}/charte"));
        page.press("#f-charter").await;
        page.go("main form button").await;
        assert!(page.text(".done").await.contains("vous avez accepté la charte"));
    });
}

#[test]
fn the_coordination_sees_who_holds_what() {
    browse(async |page| {
        sign_in(page, "coordination@exemple.invalid").await;
        open(page, "/reseau/animateurs").await;
        page.press(".person-manage summary").await;
        inspect(page, "hosts").await;
        page.fill(".person-manage[open] input[type='email']", "pas une adresse").await;
        page.ask("document.querySelector('.person-manage[open] form').noValidate = true").await;
        page.go(".person-manage[open] button").await;
        assert!(page.text(".form-error").await.contains("n’est pas complète"));
        open(page, "/moi/lieux").await;
        inspect(page, "own-places").await;
    });
}
