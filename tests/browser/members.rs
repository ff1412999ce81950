//! Members choose who sees what of them, look at it from outside, find each other and write.

use fantoccini::key::Key;

use super::chromium::{Page, Scheme, browse};
use super::site::open;

/// Signs in as one of those whom the demo offers, by the position of its button.
async fn sign_in(page: &Page, role: u8) {
    open(page, "/connexion").await;
    page.go(&format!(".demo-accounts form:nth-of-type({role}) button")).await;
}

const COWORKER: u8 = 1;
const HOST: u8 = 2;
const COORDINATOR: u8 = 3;

/// The address of somebody else in the directory.
async fn somebody(page: &Page) -> String {
    let others = "const own = document.querySelector('.nav-me .vh').textContent;
        const link = [...document.querySelectorAll('.member-name a')].find(a => !own.includes(a.textContent));
        return new URL(link.href).pathname";
    open(page, "/membres").await;
    page.ask(others).await.as_str().expect("a member").to_owned()
}

/// Presses a key where the focus is.
async fn press_key(page: &Page, keys: &str) {
    page.active_element().await.expect("an element").send_keys(keys).await.expect("keys");
}

/// Presses the tab key until the script answers true of what has the focus.
async fn tab_to(page: &Page, there: &str) {
    for _ in 0..200 {
        page.tab().await;
        let script = format!("const e = document.activeElement; return Boolean({there})");
        if page.ask(&script).await == serde_json::json!(true) {
            return;
        }
    }
    panic!("nothing with the focus is {there} on {}", page.at().await);
}

#[test]
fn what_becomes_public_is_agreed_to_and_hidden_at_once() {
    browse(async |page| {
        page.allow_scripts(false);
        sign_in(page, COWORKER).await;
        open(page, "/moi/profil").await;
        let name = page.ask("return document.querySelector('[name=name]').value").await;
        let name = name.as_str().expect("a name").to_owned();
        page.fill("#f-skill input:last-of-type", "Vannerie sauvage").await;
        page.choose("#f-audience-nom", "public").await;
        page.choose("#f-audience-competences", "public").await;
        page.go(".profile-form .button.is-main").await;
        assert_eq!(page.seen("#erreurs").await, 1, "asks before it shows");
        assert!(page.text(".notice .is-check").await.contains("moteurs de recherche"));
        page.press("input[name=agree]").await;
        page.go(".profile-form .button.is-main").await;
        assert_eq!(page.at().await, "/moi/profil/apercu");
        let views = page.texts(".preview").await;
        assert_eq!(views.len(), 3);
        assert!(views[0].contains(&name) && views[0].contains("Vannerie sauvage"), "{}", views[0]);
        page.go("form[action$='/masquer'] button").await;
        assert_eq!(page.texts(".preview-blank").await.len(), 3);
        assert!(page.text(".done").await.contains("plus personne"));
    });
}

#[test]
fn one_writes_with_the_keyboard_alone() {
    browse(async |page| {
        sign_in(page, HOST).await;
        let member = somebody(page).await;
        open(page, &member).await;
        tab_to(page, "e.textContent.startsWith('Écrire à')").await;
        press_key(page, &char::from(Key::Enter).to_string()).await;
        page.wait_until("return location.pathname.endsWith('/ecrire')").await;
        tab_to(page, "e.name === 'words'").await;
        press_key(page, "Bonjour, un café mardi ?").await;
        tab_to(page, "e.textContent === 'Envoyer'").await;
        press_key(page, &char::from(Key::Enter).to_string()).await;
        page.wait_until("return Boolean(document.querySelector('.messages'))").await;
        assert!(page.text(".message").await.contains("un café mardi"));
        assert!(!page.text("main").await.contains('@'), "no address before an answer");
        for width in [360, 1280] {
            page.resize(width);
            page.assert_accessible().await;
            page.assert_fits().await;
            page.picture(&format!("conversation-{width}")).await;
        }
        open(page, "/moi/messages").await;
        assert_eq!(page.seen(".member").await, 1);
        page.assert_accessible().await;
    });
}

#[test]
fn pages_of_members_are_whole_on_every_screen() {
    browse(async |page| {
        sign_in(page, COORDINATOR).await;
        let member = somebody(page).await;
        let write = format!("{member}/ecrire");
        let pages = [
            ("members", "/membres"),
            ("members-search", "/membres?q=zzz"),
            ("member", &member),
            ("member-write", &write),
            ("profile", "/moi/profil"),
            ("profile-photo", "/moi/profil/photo"),
            ("profile-preview", "/moi/profil/apercu"),
            ("messages", "/moi/messages"),
        ];
        let mut faults = Vec::new();
        for width in [360, 1280] {
            page.resize(width);
            for (name, path) in pages {
                page.prefer(Scheme::Light);
                open(page, path).await;
                page.assert_no_other_host().await;
                for scheme in [Scheme::Light, Scheme::Dark] {
                    page.prefer(scheme);
                    let found = page.accessibility_faults().await;
                    faults.extend(found.iter().map(|fault| format!("{path} {scheme:?} {width}: {fault}")));
                    page.picture(&format!("{name}-{width}-{scheme:?}").to_lowercase()).await;
                }
                faults.extend(page.overflow().await.map(|wide| format!("{path} {width}: {wide}")));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}
