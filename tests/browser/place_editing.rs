//! Hosts keep the page of their place right: on a telephone, by keyboard, without scripts.

use fantoccini::key::Key;

use super::chromium::{Page, Scheme, browse};
use super::site::open;

/// Signs in as the host whom the demo offers; gives the address of their place.
async fn hosted(page: &Page) -> String {
    open(page, "/connexion").await;
    page.go(".demo-accounts form:nth-of-type(2) button").await;
    open(page, "/moi/lieux").await;
    let own = "return [...document.querySelectorAll('main a[href^=\"/lieux/\"]')]
        .map(a => a.getAttribute('href').split('/').slice(0, 3).join('/'))[0]";
    page.ask(own).await.as_str().expect("a place of the host").to_owned()
}

/// Every editing page, under the name of its picture.
const ROOMS: [(&str, &str); 11] = [
    ("overview", "/modifier"),
    ("sheet", "/modifier/fiche"),
    ("bricks", "/modifier/briques"),
    ("hours", "/modifier/horaires"),
    ("closures", "/modifier/fermetures"),
    ("equipment", "/modifier/equipement"),
    ("photos", "/modifier/photos"),
    ("team", "/modifier/equipe"),
    ("history", "/modifier/historique"),
    ("door", "/porte"),
    ("page", ""),
];

async fn inspect(page: &Page, width: u32) {
    page.resize(width);
    page.allow_scripts(false);
    let place = hosted(page).await;
    open(page, &format!("{place}/modifier")).await;
    page.go(".confirm button").await;
    for (name, room) in ROOMS {
        open(page, &format!("{place}{room}")).await;
        page.assert_fits().await;
        for scheme in [Scheme::Light, Scheme::Dark] {
            page.prefer(scheme);
            page.assert_accessible().await;
            page.picture(&format!("place-edit-{name}-{width}-{scheme:?}").to_lowercase()).await;
        }
        page.prefer(Scheme::Light);
    }
}

#[test]
fn a_telephone_shows_every_room_of_the_host() {
    browse(async |page| inspect(page, 360).await);
}

#[test]
fn a_wide_screen_shows_every_room_of_the_host() {
    browse(async |page| inspect(page, 1280).await);
}

#[test]
fn the_door_is_opened_and_closed_with_one_thumb_and_no_script() {
    browse(async |page| {
        page.resize(360);
        page.allow_scripts(false);
        let place = hosted(page).await;
        let door = format!("{place}/porte");
        open(page, &door).await;
        if page.text(".door-main").await == "Je ferme" {
            page.go(".door-main").await;
        }
        page.go(".door-main").await;
        assert!(page.text(".door-state").await.starts_with("Ouvert"));
        assert_eq!(page.text(".door-main").await, "Je ferme");
        page.go(".door-main").await;
        assert!(page.text(".door-state").await.starts_with("Fermé"));
        open(page, &place).await;
        assert!(page.text(".sheet-where").await.contains("Fermé"));
        open(page, &door).await;
        page.go(".door-form button[value=horaires]").await;
        assert_eq!(page.seen(".door-form button[value=horaires]").await, 0);
    });
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

async fn press_key(page: &Page, keys: &str) {
    page.active_element().await.expect("an element").send_keys(keys).await.expect("keys");
}

/// Sends the form that has the focus, and waits for the page that it leads to.
async fn press_enter(page: &Page) {
    page.ask("window.left = false").await;
    press_key(page, &char::from(Key::Enter).to_string()).await;
    page.wait_until("return window.left === undefined && document.readyState === 'complete'").await;
}

#[test]
fn a_fault_is_noted_by_keyboard_and_seen_on_the_page() {
    browse(async |page| {
        let place = hosted(page).await;
        open(page, &format!("{place}/modifier/equipement")).await;
        tab_to(page, "e.name?.startsWith('new-')").await;
        press_key(page, "Brodeuse de l’essai").await;
        press_enter(page).await;
        assert!(page.text(".done").await.contains("C’est noté"));
        tab_to(page, "e.matches('summary') && e.innerText.includes('Brodeuse de l’essai')").await;
        press_key(page, &char::from(Key::Enter).to_string()).await;
        tab_to(page, "e.type === 'radio'").await;
        press_key(page, &char::from(Key::Down).to_string()).await;
        tab_to(page, "e.name?.startsWith('note-')").await;
        press_key(page, "aiguille cassée").await;
        press_enter(page).await;
        open(page, &place).await;
        let words = page.text("main").await;
        assert!(
            words.contains("Brodeuse de l’essai En panne") && words.contains("aiguille cassée"),
            "{words}"
        );
    });
}

#[test]
fn a_brick_comes_moves_and_goes_with_a_way_back_on_a_telephone() {
    browse(async |page| {
        page.resize(360);
        page.allow_scripts(false);
        let place = hosted(page).await;
        let bricks = format!("{place}/modifier/briques");
        open(page, &bricks).await;
        page.choose("#f-kind", "habitat").await;
        page.go("main form.form .button.is-main").await;
        assert_eq!(page.at().await, format!("{bricks}/habitat"));
        page.fill("#f-name", "La chambre d’amis").await;
        page.go(".form-actions .is-main").await;
        let names = page.texts(".steps-name strong").await;
        assert_eq!(names.last().map(String::as_str), Some("La chambre d’amis"));
        page.go("#b-habitat button[value=monter]").await;
        let names = page.texts(".steps-name strong").await;
        assert_eq!(names.iter().rev().nth(1).map(String::as_str), Some("La chambre d’amis"));
        page.go("#b-habitat button[value=retirer]").await;
        assert!(page.text(".undo").await.contains("retiré de la page"));
        page.go(".undo button").await;
        assert!(page.texts(".steps-name strong").await.contains(&"La chambre d’amis".to_owned()));
        page.go("#b-habitat button[value=retirer]").await;
    });
}

#[test]
fn what_was_typed_survives_an_error_and_the_week_is_read_before_it_is_saved() {
    browse(async |page| {
        page.resize(360);
        page.allow_scripts(false);
        let place = hosted(page).await;
        open(page, &format!("{place}/modifier/horaires")).await;
        page.press(".form-fold summary").await;
        page.fill("#f-raw", "lundi matin").await;
        page.go(".form-actions .is-main").await;
        assert!(page.text(".form-errors").await.contains("llisible à partir du caractère 1"));
        page.assert_accessible().await;
        page.fill("#f-raw", "Mo-Fr 09:00-18:00").await;
        page.go(".form-actions button[value=apercu]").await;
        assert!(page.text(".notice.tone-calm").await.contains("Du lundi au vendredi"));
        assert_eq!(page.ask("return document.querySelector('#f-raw').value").await, "Mo-Fr 09:00-18:00");
    });
}
