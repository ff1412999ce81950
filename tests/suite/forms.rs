//! What holds of every form: whose it is, how often it works, how much is read of it.

use std::sync::Barrier;

use crate::support::{Answer, Browser, TestApp, on_each_database, send, words};

const FEEDS: &str = "/moi/abonnements";

fn signed_in(app: &TestApp) -> Browser {
    app.sign_in(&app.member("Camille Roux", &[]))
}

/// The value that a page proposes for a hidden field.
fn hidden(page: &Answer, name: &str) -> String {
    let text = page.text();
    let form = text.split(&format!("action=\"{FEEDS}\"")).nth(1).unwrap();
    let field = form.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
    field.split('"').next().unwrap().to_owned()
}

fn feeds(browser: &Browser) -> usize {
    browser.get(FEEDS).text().matches("Tablette du salon").count()
}

#[test]
fn a_form_without_its_mark_or_from_elsewhere_does_nothing() {
    on_each_database(|app| {
        let (browser, other) = (signed_in(app), app.visitor());
        let page = browser.get(FEEDS);
        let (token, once) = (hidden(&page, "token"), hidden(&page, "once"));
        let fields = [("nom", "Tablette du salon"), ("once", once.as_str())];
        let bare = browser.post(FEEDS, &fields);
        assert_eq!(bare.status, 403);
        assert!(words(&bare.text()).contains("Ce formulaire n’est plus valable"), "{}", bare.text());
        // The mark of one browser is nothing in another.
        other.get("/connexion");
        let stolen = other.post(FEEDS, &[fields[0], fields[1], ("token", token.as_str())]);
        assert_eq!(stolen.status, 403);
        // Browsers say when a form stands on another site.
        let cookie = format!("__Host-session={}", browser.cookie("__Host-session").unwrap());
        let headers = [
            ("cookie", cookie.as_str()),
            ("content-type", "application/x-www-form-urlencoded"),
            ("sec-fetch-site", "cross-site"),
        ];
        let body = format!("nom=Tablette+du+salon&token={token}");
        assert_eq!(send(&app.origin, "POST", FEEDS, &headers, body.as_bytes()).status, 403);
        assert_eq!(feeds(&browser), 0);
    });
}

#[test]
fn a_form_sent_many_times_works_once() {
    on_each_database(|app| {
        let browser = signed_in(app);
        let page = browser.get(FEEDS);
        let (token, once) = (hidden(&page, "token"), hidden(&page, "once"));
        let form = [("nom", "Tablette du salon"), ("token", token.as_str()), ("once", once.as_str())];
        let start = Barrier::new(5);
        let led_to: Vec<String> = std::thread::scope(|scope| {
            let impatient: Vec<_> = (0..5)
                .map(|_| {
                    let (start, browser, form) = (&start, browser.at(&app.origin), &form);
                    scope.spawn(move || {
                        start.wait();
                        browser.post(FEEDS, form).location().to_owned()
                    })
                })
                .collect();
            impatient.into_iter().map(|click| click.join().unwrap()).collect()
        });
        assert!(led_to.iter().all(|place| *place == led_to[0]), "{led_to:?}");
        assert_eq!(feeds(&browser), 1);
    });
}

#[test]
fn what_is_no_form_or_too_long_is_refused() {
    on_each_database(|app| {
        let browser = signed_in(app);
        let token = hidden(&browser.get(FEEDS), "token");
        let cookie = format!("__Host-session={}", browser.cookie("__Host-session").unwrap());
        let sent = |kind: &str, body: &[u8]| {
            let headers = [("cookie", cookie.as_str()), ("content-type", kind)];
            send(&app.origin, "POST", FEEDS, &headers, body).status
        };
        assert_eq!(sent("application/json", b"{}"), 400);
        assert_eq!(sent("multipart/form-data; boundary=x", b"--x\r\nnothing"), 400);
        let long = format!("token={token}&nom={}", "a".repeat(300_000));
        assert_eq!(sent("application/x-www-form-urlencoded", long.as_bytes()), 413);
        let many = format!("token={token}{}", "&a=b".repeat(600));
        assert_eq!(sent("application/x-www-form-urlencoded", many.as_bytes()), 413);
        assert_eq!(app.ask("PUT", FEEDS, &[]).status, 405);
    });
}

#[test]
fn who_is_not_signed_in_is_led_there_and_back() {
    on_each_database(|app| {
        let asked = app.visitor().get("/moi/abonnements?a=b");
        assert_eq!(asked.location(), "/connexion?vers=%2Fmoi%2Fabonnements%3Fa%3Db");
        assert_eq!(app.get("/en/moi").location(), "/en/connexion?vers=%2Fen%2Fmoi");
    });
}

#[test]
fn pages_of_who_is_signed_in_are_kept_by_nobody() {
    on_each_database(|app| {
        let browser = signed_in(app);
        let mine = browser.get("/agenda");
        assert_eq!(mine.header("cache-control"), Some("private, no-store"));
        assert!(mine.text().contains("Camille Roux") && mine.header("etag").is_none());
        let everybodys = app.get("/agenda");
        assert!(!everybodys.text().contains("Camille Roux") && everybodys.header("etag").is_some());
        // Programs are nobody, whatever they send.
        assert_eq!(browser.get("/agenda.ics").body, app.get("/agenda.ics").body);
    });
}
