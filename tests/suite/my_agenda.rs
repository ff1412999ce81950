//! The first page after signing in.

use vigie::domain::member::MembershipRole::{Host, Member};

use crate::support::{event, on_each_database, place};

#[test]
fn what_i_host_and_what_goes_on_at_my_places() {
    on_each_database(|app| {
        let (held, other) = (app.place(place("La Fabrique")), app.place(place("Le Mas")));
        let foreign = app.place(place("Le Moulin"));
        app.publish(&held, &event("Couture", "2026-03-12 18:30", "20:30"));
        app.publish(&other, &event("Tricot", "2026-03-13 18:30", "20:30"));
        app.publish(&foreign, &event("Poterie", "2026-03-14 18:30", "20:30"));
        let browser = app.sign_in(&app.member("Camille Roux", &[(held.id, Host), (other.id, Member)]));
        let page = browser.get("/moi");
        let words = page.words();
        let (hosting, around) = words.split_once("Dans mes lieux").unwrap();
        for path in [
            "/evenements/nouveau?lieu=la-fabrique",
            "/lieux/la-fabrique/evenements",
            "/lieux/la-fabrique/porte",
        ] {
            assert!(page.text().contains(&format!("href=\"{path}\"")), "{path}");
            assert_eq!(browser.get(path).status, 200, "{path}");
        }
        assert!(words.contains("Bonjour Camille") && hosting.contains("J’anime"));
        assert!(hosting.contains("Couture") && around.contains("Tricot") && !words.contains("Poterie"));
        assert!(!hosting.contains("Tricot"));
        assert_eq!(page.header("cache-control"), Some("private, no-store"));
        assert_eq!(page.header("x-robots-tag"), Some("noindex"));
        app.publish(&held, &event("Broderie", "2026-03-11 18:30", "20:30"));
        assert!(browser.get("/moi").words().contains("Broderie"));
    });
}

#[test]
fn who_belongs_nowhere_is_shown_where_to_begin() {
    on_each_database(|app| {
        let browser = app.sign_in(&app.member("Camille Roux", &[]));
        let words = browser.get("/moi").words();
        assert!(
            words.contains("Vous n’êtes encore membre d’aucun lieu") && words.contains("Trouver mes lieux")
        );
        assert!(!words.contains("J’anime"));
        assert!(browser.get("/en/moi").words().contains("You are not a member of any place yet"));
    });
}

#[test]
fn a_visitor_is_asked_to_sign_in_and_comes_back() {
    on_each_database(|app| {
        assert_eq!(app.visitor().get("/moi").location(), "/connexion?vers=%2Fmoi");
    });
}
