//! One page for what a member is told by mail, which the link of a mail opens too.

use vigie::db;
use vigie::domain::member::MembershipRole::{Host, Member};
use vigie::domain::subscription::Timetable;
use vigie::store::subscribers::{self, MANAGE, Reader, SubscriberRow};

use crate::support::{Person, TestApp, on_each_database, place, words};

const PAGE: &str = "/moi/courrier";

fn row(app: &TestApp, person: &Person) -> Option<SubscriberRow> {
    app.db.read_now(|conn| subscribers::of_member(conn, person.id)).unwrap()
}

fn topics(app: &TestApp, row: &SubscriberRow) -> String {
    let topics = app.db.read_now(|conn| subscribers::topics(conn, row.id)).unwrap();
    topics.iter().map(|(topic, key)| format!("{topic} {key}")).collect::<Vec<_>>().join(", ")
}

/// The link that each digest carries.
fn link(app: &TestApp, person: &Person) -> String {
    let (now, usual) = (app.clock.now(), Timetable::usual(chrono_tz::Europe::Paris));
    let sign = |tx: &mut db::Transaction<'_>| {
        let row = subscribers::ensure(tx, Reader::Member(person.id), &usual, now)?;
        subscribers::sign(tx, &row, MANAGE, now)
    };
    format!("/lettre/{}", app.db.write_now(sign).unwrap())
}

#[test]
fn a_member_chooses_when_and_of_what() {
    on_each_database(|app| {
        let mas = app.place(place("Le Mas"));
        app.place(place("La Fabrique"));
        let person = app.member("Camille Roux", &[(mas.id, Member)]);
        let browser = app.sign_in(&person);
        assert!(browser.get("/moi").text().contains("href=\"/moi/courrier\""));
        assert!(browser.get("/compte").text().contains("href=\"/moi/courrier\""));
        assert!(browser.get("/lieux/la-fabrique").text().contains("href=\"/moi/courrier?lieu=la-fabrique\""));
        // The usual, until something else is chosen.
        let page = browser.get(PAGE);
        let said = page.words();
        assert!(said.contains("Chaque dimanche vers 18 h") && said.contains("mes lieux"), "{said}");
        assert!(said.contains("camille.roux@exemple.fr"));
        assert_eq!(row(app, &person), None);
        for anchor in ["rythme", "lieux", "genres", "briques", "themes", "competences", "rappels", "quitter"]
        {
            assert!(page.text().contains(&format!("id=\"{anchor}\"")), "{anchor}");
        }
        assert!(!page.text().contains("id=\"semaine\""), "for those who hold a place");
        let host = app.member("Nadia Serre", &[(mas.id, Host)]);
        assert!(app.sign_in(&host).get(PAGE).text().contains("id=\"semaine\""));

        let saved = browser.submit(
            "/moi/courrier?lieu=la-fabrique",
            &[
                ("rythme", "mensuel"),
                ("jour", "0"),
                ("heure", "7"),
                ("genre", "atelier"),
                ("competence", "python"),
                ("do", "save"),
            ],
        );
        let page = browser.follow(&saved).words();
        assert!(page.contains("Vos choix sont enregistrés"), "{page}");
        assert!(
            page.contains("Le premier lundi du mois vers 7 h") && page.contains("mes lieux et La Fabrique")
        );
        let stored = row(app, &person).unwrap();
        assert_eq!(topics(app, &stored), "competence python, genre atelier, lieu la-fabrique");
        assert!(stored.own_places);
        assert_eq!(stored.next_at.unwrap().0.to_rfc3339(), "2026-04-06T05:00:00+00:00");
        // Saved as it is, nothing changes.
        browser.submit(PAGE, &[("do", "save")]);
        let again = row(app, &person).unwrap();
        assert_eq!((again.next_at, again.told_until), (stored.next_at, stored.told_until));
        assert_eq!(topics(app, &again), topics(app, &stored));
    });
}

#[test]
fn what_is_due_stays_due_when_other_things_are_chosen() {
    on_each_database(|app| {
        let person = app.member("Camille Roux", &[]);
        let browser = app.sign_in(&person);
        browser.submit(PAGE, &[("do", "save")]);
        let due = row(app, &person).unwrap().next_at;
        // Sunday evening, and the digest is not composed yet.
        app.at("2026-03-08T17:30:00Z");
        browser.submit(PAGE, &[("genre", "atelier"), ("do", "save")]);
        assert_eq!(row(app, &person).unwrap().next_at, due);
        browser.submit(PAGE, &[("heure", "7"), ("do", "save")]);
        let next = row(app, &person).unwrap().next_at.unwrap().0;
        assert_eq!(next.to_rfc3339(), "2026-03-15T06:00:00+00:00");
    });
}

#[test]
fn what_was_typed_comes_back_with_what_is_wrong() {
    on_each_database(|app| {
        app.place(place("La Fabrique"));
        let browser = app.sign_in(&app.member("Camille Roux", &[]));
        let wrong = browser.submit(
            PAGE,
            &[
                ("cherche", "moulin"),
                ("competence", "!?"),
                ("rythme", "quotidien"),
                ("genre", "atelier"),
                ("do", "save"),
            ],
        );
        assert_eq!(wrong.status, 422);
        let page = wrong.text();
        assert!(page.contains("href=\"#f-cherche\"") && page.contains("href=\"#f-competence\""), "{page}");
        assert!(page.contains("value=\"!?\"") && page.contains("value=\"moulin\""));
        assert!(page.contains("value=\"quotidien\" checked") && page.contains("value=\"atelier\" checked"));
        assert!(words(&page).contains("Chaque dimanche vers 18 h"), "what is stored is told as it is");
    });
}

#[test]
fn the_link_of_a_mail_opens_the_choices_and_nothing_else() {
    on_each_database(|app| {
        let person = app.member("Camille Roux", &[]);
        let (browser, path) = (app.visitor(), link(app, &person));
        let page = browser.get(&path);
        let said = page.words();
        assert!(said.contains("c…@exemple.fr"), "{said}");
        assert!(!said.contains("Camille") && !page.text().contains(&person.email), "{said}");
        assert_eq!(page.header("x-robots-tag"), Some("noindex"));
        assert_eq!(page.header("cache-control"), Some("private, no-store"));
        let saved = browser.submit(&path, &[("rythme", "quotidien"), ("do", "save")]);
        assert!(browser.follow(&saved).words().contains("Chaque jour vers 18 h"));
        assert_eq!(browser.cookie("__Host-session"), None);
        assert!(browser.get(PAGE).location().contains("/connexion"));
        // A member is not erased by the link of a mail.
        assert_eq!(browser.submit(&path, &[("do", "erase")]).status, 404);
        assert!(row(app, &person).is_some());
        let end = if path.ends_with('A') { "B" } else { "A" };
        assert_eq!(app.get(&format!("{}{end}", &path[..path.len() - 1])).status, 404);
    });
}

#[test]
fn never_is_leaving_and_the_way_back_is_as_it_was() {
    on_each_database(|app| {
        let person = app.member("Camille Roux", &[]);
        let browser = app.sign_in(&person);
        browser.submit(PAGE, &[("rythme", "quotidien"), ("genre", "cafe"), ("do", "save")]);
        browser.submit(PAGE, &[("rythme", "jamais"), ("do", "save")]);
        let left = row(app, &person).unwrap();
        assert_eq!((left.state.as_str(), left.rhythm.as_str(), left.next_at), ("parti", "quotidien", None));
        let page = browser.get(PAGE);
        assert!(page.words().contains("Vous ne recevez plus de récapitulatif"));
        assert!(page.text().contains("value=\"jamais\" checked"));
        browser.submit(PAGE, &[("do", "return")]);
        let back = row(app, &person).unwrap();
        assert_eq!((back.state.as_str(), back.rhythm.as_str()), ("actif", "quotidien"));
        assert_eq!(topics(app, &back), "genre cafe");
        browser.submit(PAGE, &[("do", "leave")]);
        browser.submit(PAGE, &[("rythme", "hebdomadaire"), ("do", "save")]);
        assert_eq!(row(app, &person).unwrap().state, "actif");
    });
}

#[test]
fn links_that_others_have_are_made_void() {
    on_each_database(|app| {
        let person = app.member("Camille Roux", &[]);
        let (browser, path) = (app.sign_in(&person), link(app, &person));
        let done = browser.submit(PAGE, &[("do", "void")]);
        assert!(browser.follow(&done).words().contains("ne mènent plus à rien"));
        assert!(app.get(&path).words().contains("Ce lien ne mène plus à rien"));
        let stale = app.visitor();
        assert!(words(&stale.get(&path).text()).contains("Ce lien ne mène plus à rien"));
        assert_eq!(app.get(&link(app, &person)).status, 200);
    });
}
