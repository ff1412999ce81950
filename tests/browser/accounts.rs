//! Accounts in a real browser: with the keyboard alone, without scripts, on a telephone.

use super::chromium::{Page, browse};
use super::site::open;
use fantoccini::key::Key;

const EMAIL: &str = "noe.castellan@exemple.fr";
const PASSWORD: &str = "une girafe mange du plâtre";
/// The account with which one tries the demo as its coordination.
const COORDINATION: (&str, &str) = ("coordination@exemple.invalid", "lavande-et-calcaire");

/// A letter leaves by itself within seconds; until then the mailbox does not hold it.
const ARRIVED: &str = "const mailbox = new XMLHttpRequest();
    mailbox.open('GET', '/boite-aux-lettres', false);
    mailbox.send();
    return mailbox.responseText.includes('noe.castellan@exemple.fr')";

/// Tabs to the first element that matches, as one does who has no mouse.
async fn tab_to(page: &Page, css: &str) {
    for _ in 0..80 {
        page.tab().await;
        let there = format!("return document.activeElement.matches('{css}')");
        if page.ask(&there).await.as_bool() == Some(true) {
            return;
        }
    }
    panic!("no way to {css} on {}", page.at().await);
}

async fn keys(page: &Page, keys: &str) {
    page.active_element().await.expect("an element").send_keys(keys).await.expect("pressed keys");
}

async fn type_into(page: &Page, css: &str, text: &str) {
    tab_to(page, css).await;
    keys(page, text).await;
}

/// Presses Enter on what has the focus, and waits for the page that it leads to.
async fn enter(page: &Page) {
    page.ask("window.left = false").await;
    keys(page, &char::from(Key::Enter).to_string()).await;
    page.wait_until("return window.left === undefined && document.readyState === 'complete'").await;
}

async fn inspect(page: &Page, name: &str) {
    page.assert_fits().await;
    page.assert_accessible().await;
    page.picture(&format!("accounts-{name}")).await;
}

async fn is_signed_in(page: &Page) -> bool {
    page.seen(".nav-me").await == 1
}

#[test]
fn an_account_is_opened_left_and_entered_with_the_keyboard_alone_and_without_scripts() {
    browse(async |page| {
        page.resize(360);
        page.allow_scripts(false);
        open(page, "/inscription-compte").await;
        inspect(page, "sign-up").await;
        type_into(page, "#f-name", "Noé Castellan").await;
        type_into(page, "#f-email", EMAIL).await;
        type_into(page, "#f-password", PASSWORD).await;
        enter(page).await;
        assert_eq!(page.at().await, "/inscription-compte/envoye");
        inspect(page, "sent").await;
        page.wait_until(ARRIVED).await;
        open(page, "/boite-aux-lettres").await;
        tab_to(page, ".mail-subject a").await;
        enter(page).await;
        tab_to(page, ".mail-sheet .button").await;
        enter(page).await;
        assert!(page.at().await.starts_with("/inscription-compte/"));
        inspect(page, "confirm").await;
        tab_to(page, "main form button").await;
        enter(page).await;
        assert!(is_signed_in(page).await, "{}", page.at().await);
        tab_to(page, ".nav-out button").await;
        enter(page).await;
        assert!(!is_signed_in(page).await);
        tab_to(page, ".nav-in a").await;
        enter(page).await;
        inspect(page, "sign-in").await;
        type_into(page, "#f-email", EMAIL).await;
        type_into(page, "#f-password", "pas le bon du tout").await;
        enter(page).await;
        assert!(page.text("main").await.contains("ne vont pas ensemble"));
        inspect(page, "sign-in-wrong").await;
        type_into(page, "#f-password", PASSWORD).await;
        enter(page).await;
        assert!(is_signed_in(page).await, "{}", page.at().await);
        open(page, "/compte").await;
        inspect(page, "own-360").await;
        page.resize(1280);
        open(page, "/compte").await;
        inspect(page, "own-1280").await;
        open(page, "/compte/suppression").await;
        inspect(page, "delete").await;
        tab_to(page, ".nav-out button").await;
        enter(page).await;
    });
}

#[test]
fn the_coordination_opens_its_network_to_people() {
    browse(async |page| {
        open(page, "/connexion?vers=/reseau/reglages").await;
        page.fill("#f-email", COORDINATION.0).await;
        page.fill("#f-password", COORDINATION.1).await;
        page.go("main form .is-main").await;
        for width in [360, 1280] {
            page.resize(width);
            for path in ["/reseau/reglages", "/comptes-en-attente"] {
                open(page, path).await;
                inspect(page, &format!("{}-{width}", path.rsplit('/').next().unwrap_or_default())).await;
            }
        }
        page.go(".nav-out button").await;
        for (path, name) in [
            ("/connexion", "sign-in"),
            ("/mot-de-passe", "ask-reset"),
            ("/en/inscription-compte", "sign-up-en"),
        ] {
            open(page, path).await;
            inspect(page, &format!("{name}-1280")).await;
        }
    });
}
