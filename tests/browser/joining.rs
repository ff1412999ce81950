//! Joining a place, and what its host does with those who come: by keyboard, on a phone, without scripts.

use fantoccini::key::Key;

use super::chromium::{Page, Scheme, browse};
use super::site::open;

const PASSWORD: &str = "lavande-et-calcaire";
const HOST: &str = "animation@exemple.invalid";
/// Belongs to another place.
const NEWCOMER: &str = "coordination@exemple.invalid";

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
fn a_place_takes_somebody_in() {
    browse(async |page| {
        sign_in(page, HOST).await;
        let place = hosted_place(page).await;
        write_charter(page, &place).await;
        sign_out(page).await;
        page.allow_scripts(false);
        sign_in(page, NEWCOMER).await;
        ask_by_keyboard(page, &place).await;
        sign_out(page).await;
        page.resize(360);
        sign_in(page, HOST).await;
        accept(page, &place).await;
        for scripts in [false, true] {
            page.allow_scripts(scripts);
            tick_and_untick(page, &place).await;
        }
        inspect(page, "newcomers").await;
    });
}

/// The host writes a charter, is asked to accept it too, and does.
async fn write_charter(page: &Page, place: &str) {
    open(page, &format!("{place}/reglages-accueil")).await;
    page.fill("#f-charter", "On **range**.\n\n- On éteint\n- On ferme").await;
    page.go("main form .is-main").await;
    assert!(page.text("main form").await.contains("En vigueur : version 1"));
    inspect(page, "rules").await;
    open(page, place).await;
    page.go(&format!(".notice a[href='{place}/charte']")).await;
    assert_eq!(page.text("main strong").await, "range");
    inspect(page, "charter").await;
    page.press("#f-charter").await;
    page.go("main form button").await;
    assert!(page.text(".done").await.contains("vous avez accepté la charte"));
}

/// From the page of the place to a request, without a mouse.
async fn ask_by_keyboard(page: &Page, place: &str) {
    open(page, place).await;
    reach(page, "Rejoindre ce lieu").await;
    enter(page).await;
    assert_eq!(page.at().await, format!("{place}/rejoindre"));
    inspect(page, "join").await;
    page.resize(1280);
    reach(page, "kind").await;
    strike(page, Key::Up).await;
    let chosen = page.ask("return document.querySelector('[name=kind]:checked').value").await;
    assert_eq!(chosen, "benevole");
    reach(page, "charter").await;
    page.active_element().await.expect("the box").send_keys(" ").await.expect("a pressed key");
    reach(page, "Envoyer ma demande").await;
    enter(page).await;
    assert_eq!(page.at().await, place);
    assert!(page.text(".done").await.contains("Votre demande est partie"));
    assert!(page.text(".standing").await.contains("attend une réponse"));
}

/// The host sees from the bar that somebody waits, and says yes with a word.
async fn accept(page: &Page, place: &str) {
    open(page, place).await;
    assert!(page.text(".place-bar").await.contains("1 demande"));
    page.go(".place-bar a").await;
    page.press(".person-manage summary").await;
    inspect(page, "people").await;
    page.resize(360);
    page.fill(".is-card textarea", "Bienvenue, passez jeudi !").await;
    page.go(".is-card .is-main").await;
    assert!(page.text(".done").await.contains("La demande est acceptée"));
    assert_eq!(page.seen(".is-card").await, 0);
}

async fn tick_and_untick(page: &Page, place: &str) {
    open(page, &format!("{place}/accueil")).await;
    let progress = ".person.is-card .section-head p";
    let before = page.text(progress).await;
    page.go("button[name='tick'][value='premiere-offre']").await;
    assert!(page.text(".done").await.contains("C’est noté."));
    assert_ne!(page.text(progress).await, before);
    page.go("button[name='untick'][value='premiere-offre']").await;
    assert_eq!(page.text(progress).await, before);
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
