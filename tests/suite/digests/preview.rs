//! Looking at a digest before it is sent.

use vigie::domain::member::MembershipRole;

use super::{SUNDAY, compose_at, due, enrol, last_to, text};
use crate::support::{EventGestures, TestApp, event, on_each_database, place};

fn network(app: &TestApp) -> crate::support::Person {
    let fabrique = app.place(place("La Fabrique"));
    app.publish(&fabrique, &event("Couture", "2026-03-12 14:00", "16:00"));
    app.member("Camille Roux", &[(fabrique.id, MembershipRole::Member)])
}

#[test]
fn members_see_their_next_digest_and_nothing_is_sent() {
    on_each_database(|app| {
        let camille = network(app);
        let answer = app.get("/moi/courrier/apercu");
        assert_eq!(answer.status, 303, "for members");
        let browser = app.sign_in(&camille);
        let page = browser.get("/moi/courrier/apercu");
        let said = page.text().replace(['\u{a0}', '\u{202f}'], " ");
        assert!(said.contains("dimanche 8 mars à 18 h") && said.contains("18 h"), "{said}");
        assert!(said.contains("Du 8 au 15 mars : 1 rendez-vous à Crest"), "{said}");
        assert!(said.contains("Bonjour Camille,"), "{said}");
        assert!(page.header("content-security-policy").unwrap().ends_with("frame-src 'self'"));
        let mail = browser.get("/moi/courrier/apercu/mail");
        assert_eq!(mail.status, 200);
        assert!(mail.text().contains("<base target=\"_blank\">") && mail.text().contains("Couture"));
        let policy = mail.header("content-security-policy").unwrap();
        assert!(
            policy.contains("frame-ancestors 'self'; sandbox") && policy.starts_with("default-src 'none'")
        );
        assert_eq!(app.get("/moi/courrier/apercu/mail").status, 303);

        // What was seen is what comes.
        enrol(app);
        let before = browser.get("/moi/courrier/apercu/mail").text();
        assert_eq!(compose_at(app, SUNDAY).written, 1);
        let sent = last_to(app, &camille.email);
        let body =
            |html: &str| html.split("<h1").nth(1).unwrap().split("/lettre/").next().unwrap().to_owned();
        assert_eq!(body(&before), body(&sent.html));
        assert!(text(&sent).contains("Couture"));
    });
}

#[test]
fn a_week_without_anything_says_so() {
    let app = TestApp::on_sqlite();
    let alone = app.member("Noé Faure", &[]);
    enrol(&app);
    let said = app.sign_in(&alone).get("/moi/courrier/apercu").text();
    assert!(said.contains("aucun courrier ne part"), "{said}");
    let done = compose_at(&app, SUNDAY);
    assert_eq!((done.readers, done.written, done.drawn), (1, 0, 0), "an empty mail is not sent");
    assert_eq!(due(&app), 0);
}

/// What the program says to a command on the story's database.
fn program(app: &TestApp, arguments: &[&str]) -> String {
    let url = match app.postgres() {
        Some(url) => url.to_owned(),
        None => format!("sqlite://{}", app.url.file().unwrap().display()),
    };
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_vigie"))
        .args(arguments)
        .env_clear()
        .envs([("DATABASE_URL", url.as_str()), ("VIGIE_BASE_URL", "https://vigie.example")])
        .current_dir(std::env::temp_dir())
        .output()
        .unwrap();
    let said = String::from_utf8(done.stdout).unwrap();
    assert!(done.status.success(), "{said}{}", String::from_utf8_lossy(&done.stderr));
    said
}

#[test]
fn operators_look_first_and_compose_then() {
    on_each_database(|app| {
        // The program has the clock of the machine: so has this story.
        let (day, hour) = (chrono::TimeDelta::days(1), chrono::TimeDelta::hours(1));
        app.at(&chrono::Utc::now().to_rfc3339());
        let fabrique = app.place(place("La Fabrique"));
        let tomorrow = (chrono::Utc::now() + day).format("%Y-%m-%d").to_string();
        let weekly = event("Repair Café", &format!("{tomorrow} 18:30"), "20:30");
        app.publish(&fabrique, &weekly.every_week(vigie::domain::schedule::End::Never));
        let camille = app.member("Camille Roux", &[(fabrique.id, MembershipRole::Member)]);
        let usual = vigie::domain::subscription::Timetable::usual(chrono_tz::Europe::Paris);
        let long_ago = app.clock.now() - day * 8 - hour;
        app.db.write_now(|tx| vigie::store::digests::enrol(tx, &usual, long_ago, 10)).unwrap();

        let seen = program(app, &["digest", "preview", "--member", &camille.email]);
        assert!(seen.contains("Subject: ") && seen.contains("Bonjour Camille,"), "{seen}");
        assert!(seen.contains("https://vigie.example/evenements/repair-cafe/"), "{seen}");
        let html = program(app, &["digest", "preview", "--member", &camille.email, "--html"]);
        assert!(html.starts_with("<!doctype html>"), "{html}");
        let looked = program(app, &["digest", "send", "--dry-run"]);
        assert!(looked.starts_with(&format!("{}\t", camille.email)), "{looked}");
        assert!(looked.contains("1 due: 1 would get a mail of ") && looked.contains("Nothing was written."));
        assert!(super::mails(app).is_empty());
        let sent = program(app, &["digest", "send"]);
        assert_eq!(sent, "1 due: 1 digests wait in the outbox, drawn from 1 mails; 0 had nothing to tell.\n");
        assert_eq!(super::mails(app)[&camille.email].len(), 1);
    });
}
