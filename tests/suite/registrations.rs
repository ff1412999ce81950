//! Those who come to events, and those who welcome them.

use std::sync::Barrier;

use vigie::actions::{self, Wish};
use vigie::domain::event::{EventDraft, EventStatus, Override, RegistrationMode};
use vigie::domain::member::MembershipRole;
use vigie::domain::policy::Actor;
use vigie::domain::registration::{Question, RegistrationRules};
use vigie::domain::schedule::{End, OccurrenceKey};
use vigie::store::{registrations, seats};

use crate::support::{
    Browser, EventGestures, Person, TestApp, event, on_each_database, on_each_database_mut, place, words,
};

const KEY: &str = "20260312T183000";

/// A workshop next Thursday evening with so many seats.
fn workshop(seats: i32) -> EventDraft {
    EventDraft {
        capacity: Some(seats),
        registration: RegistrationMode::Open,
        registration_closes_hours: 3,
        ..event("Atelier couture", "2026-03-12 18:30", "20:30")
    }
}

fn rules(app: &TestApp, event: i64, rules: &RegistrationRules) {
    let now = app.clock.now();
    app.db.write_now(|tx| actions::set_registration_rules(tx, &Actor::Program, event, rules, now)).unwrap();
}

fn groups() -> RegistrationRules {
    RegistrationRules { group_max: 6, ..RegistrationRules::default() }
}

/// Who is seated and who waits, in the order of numbers: "Ana 2, Léo 1 | Zoé 3".
fn seated(app: &TestApp, event: i64, key: &str) -> String {
    let rows = app.db.read_now(|conn| registrations::live_of_date(conn, event, key)).unwrap();
    let told = |code: &str| {
        let some = rows.iter().filter(|row| row.state == code);
        some.map(|row| format!("{} {}", row.name, row.size)).collect::<Vec<_>>().join(", ")
    };
    format!("{} | {}", told("confirmee"), told("en-attente"))
}

/// The kinds of letters that a person got, by the first words of their subjects.
fn subjects(app: &TestApp, email: &str) -> Vec<String> {
    let letters = app.letters().into_iter().filter(|(to, _)| to == email);
    letters
        .map(|(_, letter)| letter.subject.key.trim_start_matches("letter-registration-").to_owned())
        .collect()
}

/// The address that the last letter to somebody leads to.
fn link_of(app: &TestApp, email: &str) -> String {
    let letter = app.letters().into_iter().rfind(|(to, _)| to == email).unwrap().1;
    letter.button.unwrap().1
}

/// A visitor asks, and follows the link of the letter; gives their browser and the link.
#[track_caller]
fn visitor_registers(app: &TestApp, page: &str, name: &str, size: i32) -> (Browser, String) {
    let browser = app.visitor();
    let email = format!("{}@exemple.fr", vigie::domain::text::fold(name).replace(' ', "."));
    let size = size.to_string();
    let asked = browser.submit(page, &[("name", name), ("email", &email), ("size", &size)]);
    assert_eq!(asked.location(), "/inscriptions/lettre-envoyee");
    let link = link_of(app, &email);
    let confirmed = browser.submit(&link, &[]);
    assert_eq!(confirmed.location(), link);
    (browser, link)
}

fn host_of(app: &TestApp, place: i64) -> (Person, Browser) {
    let host = app.member("Nadia Serre", &[(place, MembershipRole::Host)]);
    let browser = app.sign_in(&host);
    (host, browser)
}

#[test]
fn a_visitor_registers_with_a_link_and_manages_with_it() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let event = app.publish(&fabrique, &workshop(3));
        rules(app, event.id, &groups());
        let page = app.get("/evenements/atelier-couture");
        assert!(page.words().contains("Il reste 3 places."), "{}", page.words());
        assert!(page.text().contains("href=\"/evenements/atelier-couture/inscription\""));

        let browser = app.visitor();
        let form = "/evenements/atelier-couture/inscription";
        let asked = browser
            .submit(form, &[("name", "Camille Roux"), ("email", " Camille@Exemple.fr "), ("size", "2")]);
        assert!(browser.follow(&asked).words().contains("votre place n’est pas prise avant"));
        assert_eq!(subjects(app, "camille@exemple.fr"), ["link-subject"]);
        // Nothing is taken, and looking at the link takes nothing: mail programs do.
        let link = link_of(app, "camille@exemple.fr");
        let shown = app.visitor().get(&link).words();
        assert!(shown.contains("Confirmez votre inscription") && shown.contains("Camille Roux"), "{shown}");
        assert_eq!(seated(app, event.id, KEY), " | ");

        let confirmed = browser.submit(&link, &[]);
        let mine = browser.follow(&confirmed).words();
        assert!(mine.contains("Votre place est prise") && mine.contains("2 personnes"), "{mine}");
        assert_eq!(seated(app, event.id, KEY), "Camille Roux 2 | ");
        assert_eq!(subjects(app, "camille@exemple.fr"), ["link-subject", "confirmed-subject"]);
        assert!(app.get("/evenements/atelier-couture").words().contains("Il reste une place."));

        // The link of the second letter leads there too, from any browser.
        let second = link_of(app, "camille@exemple.fr");
        assert_ne!(second, link);
        let elsewhere = app.visitor();
        let more = elsewhere.submit(&second, &[("size", "3"), ("show-name", "on")]);
        assert_eq!(more.location(), second);
        assert_eq!(seated(app, event.id, KEY), "Camille Roux 3 | ");
        let too_many = elsewhere.submit(&second, &[("size", "4")]);
        assert_eq!(too_many.status, 422);
        assert!(words(&too_many.text()).contains("Écrivez un nombre de 1 à 3."));

        let full = app.get("/evenements/atelier-couture").words();
        assert!(full.contains("Complet.") && full.contains("Rejoindre la liste d’attente"), "{full}");
        assert!(app.get("/agenda").words().contains("Complet"));

        elsewhere.submit(&second, &[("do", "cancel")]).location();
        assert_eq!(seated(app, event.id, KEY), " | ");
        assert!(app.get("/evenements/atelier-couture").words().contains("Il reste 3 places."));
        assert!(!app.get("/agenda").words().contains("Complet"));
        assert_eq!(subjects(app, "camille@exemple.fr").last().unwrap(), "cancelled-subject");
    });
}

#[test]
fn a_link_is_good_for_a_day_and_confirms_once() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let event = app.publish(&fabrique, &workshop(3));
        let browser = app.visitor();
        let form = "/evenements/atelier-couture/inscription";
        let ask = || browser.submit(form, &[("name", "Camille Roux"), ("email", "camille@exemple.fr")]);
        ask().location();
        let late = link_of(app, "camille@exemple.fr");
        app.at("2026-03-06T09:00:01Z");
        let expired = browser.get(&late).words();
        assert!(expired.contains("Ce lien ne vaut plus"), "{expired}");

        // Asked twice, two links: the second confirms, the first then finds the registration taken.
        ask().location();
        let first = link_of(app, "camille@exemple.fr");
        ask().location();
        let second = link_of(app, "camille@exemple.fr");
        browser.submit(&second, &[]).location();
        browser.submit(&first, &[]).location();
        assert_eq!(seated(app, event.id, KEY), "Camille Roux 1 | ");
        // Who asks again although registered hears it by letter; the page says the same as ever.
        assert_eq!(ask().location(), "/inscriptions/lettre-envoyee");
        assert_eq!(subjects(app, "camille@exemple.fr").last().unwrap(), "already-subject");
        assert_eq!(browser.get("/inscriptions/rien").status, 404);
        assert!(browser.get(&format!("/inscriptions/{}", "x".repeat(32))).words().contains("ne vaut plus"));
    });
}

#[test]
fn letters_to_one_address_have_a_limit() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        app.publish(&fabrique, &workshop(3));
        let ask = || {
            let fields = [("name", "Camille Roux"), ("email", "camille@exemple.fr")];
            app.visitor().submit("/evenements/atelier-couture/inscription", &fields)
        };
        for _ in 0..5 {
            ask().location();
        }
        let refused = ask();
        assert_eq!(refused.status, 429);
        assert_eq!(subjects(app, "camille@exemple.fr").len(), 5);
        app.at("2026-03-05T10:00:01Z");
        ask().location();
    });
}

#[test]
fn a_member_registers_with_one_tap() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let event = app.publish(&fabrique, &workshop(3));
        let camille = app.member("Camille Roux", &[]);
        let browser = app.sign_in(&camille);
        let page = browser.get("/evenements/atelier-couture").words();
        assert!(page.contains("J’y vais"), "{page}");
        let tapped =
            browser.press("/evenements/atelier-couture", "/evenements/atelier-couture/inscription", &[]);
        assert!(browser.follow(&tapped).words().contains("Votre place est prise"));
        assert_eq!(seated(app, event.id, KEY), "Camille Roux 1 | ");
        assert_eq!(subjects(app, &camille.email), ["confirmed-subject"]);
        let page = browser.get("/evenements/atelier-couture").words();
        assert!(page.contains("Inscription confirmée") && !page.contains("J’y vais"), "{page}");

        // Twice is once: from the form of another window, and by the letter link of a visitor.
        browser.post("/evenements/atelier-couture/inscription", &marks(&browser)).location();
        let visitor = app.visitor();
        let fields = [("name", "Camille R."), ("email", camille.email.as_str())];
        visitor.submit("/evenements/atelier-couture/inscription", &fields).location();
        assert_eq!(seated(app, event.id, KEY), "Camille Roux 1 | ");
        assert_eq!(subjects(app, &camille.email), ["confirmed-subject", "already-subject"]);

        browser.submit("/evenements/atelier-couture/inscription", &[("do", "cancel")]).location();
        assert_eq!(seated(app, event.id, KEY), " | ");
        browser
            .press("/evenements/atelier-couture", "/evenements/atelier-couture/inscription", &[])
            .location();
        assert_eq!(seated(app, event.id, KEY), "Camille Roux 1 | ");
    });
}

/// The token of this browser, without the number that makes a form be taken once.
fn marks(browser: &Browser) -> Vec<(String, String)> {
    let page = browser.get("/evenements/atelier-couture/inscription").text();
    let token = page.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    vec![("token".to_owned(), token.to_owned())]
}

#[test]
fn what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let event = app.publish(&fabrique, &workshop(3));
        let ask = |label: &str, choices: &[&str], required| Question {
            label: label.to_owned(),
            choices: choices.iter().map(|choice| (*choice).to_owned()).collect(),
            required,
        };
        let questions = vec![ask("Votre machine", &[], false), ask("Niveau", &["débute", "avance"], true)];
        rules(app, event.id, &RegistrationRules { questions, ..groups() });
        let form = "/evenements/atelier-couture/inscription";
        let visitor = app.visitor();
        let good = [
            ("name", "Camille Roux"),
            ("email", "camille@exemple.fr"),
            ("size", "2"),
            ("answer-0", "<b>Singer"),
            ("answer-1", "débute"),
        ];
        for (name, typed, said) in [
            ("name", "https://spam.example", "Écrivez votre nom"),
            ("email", "camille", "Écrivez une adresse comme"),
            ("size", "9", "Écrivez un nombre de 1 à 3."),
            ("size", "deux", "Écrivez un nombre de 1 à 3."),
            ("answer-1", "", "Répondez à cette question."),
            ("answer-1", "expert", "Répondez à cette question."),
        ] {
            let fields: Vec<_> =
                good.iter().map(|(n, v)| if *n == name { (*n, typed) } else { (*n, *v) }).collect();
            let again = visitor.submit(form, &fields);
            assert_eq!(again.status, 422, "{name}={typed}");
            let (html, text) = (again.text(), words(&again.text()));
            assert!(text.contains(said) && text.contains("Une réponse est à corriger"), "{name}: {text}");
            assert!(html.contains("&lt;b&gt;Singer") && !html.contains("<b>Singer"), "{name}");
        }
        assert!(app.letters().is_empty());
        visitor.submit(form, &good).location();
        let link = link_of(app, "camille@exemple.fr");
        visitor.submit(&link, &[]).location();
        let (_, host) = host_of(app, fabrique.id);
        let list = host.get("/evenements/atelier-couture/inscriptions").words();
        assert!(list.contains("Niveau débute") && list.contains("camille@exemple.fr"), "{list}");

        // No one tap where something must be answered.
        let member = app.sign_in(&app.member("Léo Faure", &[]));
        assert!(!member.get("/evenements/atelier-couture").words().contains("J’y vais S’"));
        let tapped = member.submit(form, &[]);
        assert_eq!(tapped.status, 422);
    });
}

#[test]
fn the_list_moves_up_in_order_and_passes_over_only_those_who_do_not_fit() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let event = app.publish(&fabrique, &workshop(4));
        rules(app, event.id, &groups());
        let form = "/evenements/atelier-couture/inscription";
        let (_, ana) = visitor_registers(app, form, "Ana", 2);
        let (_, _bob) = visitor_registers(app, form, "Bob", 2);
        let (chloe_browser, chloe) = visitor_registers(app, form, "Chloé", 3);
        visitor_registers(app, form, "David", 1);
        visitor_registers(app, form, "Emma", 1);
        assert_eq!(seated(app, event.id, KEY), "Ana 2, Bob 2 | Chloé 3, David 1, Emma 1");
        let waits = chloe_browser.get(&chloe).words();
        assert!(waits.contains("Vous êtes n° 1 sur la liste d’attente"), "{waits}");
        let letter = app.letters().into_iter().rfind(|(to, _)| to == "emma@exemple.fr").unwrap().1;
        assert!(letter.facts.iter().any(|(label, value)| {
            label.key == "letter-registration-position" && value.args.values().any(|v| v == "3")
        }));

        app.visitor().submit(&ana, &[("do", "cancel")]).location();
        assert_eq!(seated(app, event.id, KEY), "Bob 2, David 1, Emma 1 | Chloé 3");
        for who in ["david@exemple.fr", "emma@exemple.fr"] {
            assert_eq!(subjects(app, who).last().unwrap(), "moved-up-subject", "{who}");
        }
        assert_eq!(subjects(app, "chloe@exemple.fr").last().unwrap(), "passed-over-subject");
        let (_, host) = host_of(app, fabrique.id);
        assert!(host.get("/evenements/atelier-couture/inscriptions").words().contains("n° 1"));

        // More seats: the first who waits gets hers.
        app.amend(event.id, &workshop(6));
        assert_eq!(seated(app, event.id, KEY), "Bob 2, David 1, Emma 1 | Chloé 3");
        let page = chloe_browser.get(&chloe).words();
        assert!(page.contains("2 places sont libres, trop peu pour votre groupe"), "{page}");
        let list = host.get("/evenements/atelier-couture/inscriptions").words();
        assert!(list.contains("ne tient pas dans ce qui reste"), "{list}");
        // She comes with fewer, and has them.
        chloe_browser.submit(&chloe, &[("size", "2")]).location();
        assert_eq!(seated(app, event.id, KEY), "Bob 2, Chloé 2, David 1, Emma 1 | ");
        // A smaller room sends nobody away, and gives nothing either.
        app.amend(event.id, &workshop(3));
        visitor_registers(app, form, "Fanny", 1);
        assert_eq!(seated(app, event.id, KEY), "Bob 2, Chloé 2, David 1, Emma 1 | Fanny 1");
        // One date alone may have more seats.
        let larger = Override { key: key(KEY), capacity: Some(7), ..Override::default() };
        app.change_date(event.id, &larger);
        assert_eq!(seated(app, event.id, KEY), "Bob 2, Chloé 2, David 1, Emma 1, Fanny 1 | ");
        let counts = app.db.read_now(|conn| seats::of(conn, event.id, KEY)).unwrap();
        assert_eq!((counts.taken, counts.waiting, counts.is_full), (7, 0, true));
    });
}

fn key(text: &str) -> OccurrenceKey {
    OccurrenceKey::parse(text).unwrap()
}

#[test]
fn without_a_waiting_list_a_full_date_refuses() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let event = app.publish(&fabrique, &workshop(1));
        rules(app, event.id, &RegistrationRules { waitlist: false, ..RegistrationRules::default() });
        let form = "/evenements/atelier-couture/inscription";
        // Two ask for the last seat; who confirms second hears it.
        let (late, browser) = (app.visitor(), app.visitor());
        late.submit(form, &[("name", "Bob"), ("email", "bob@exemple.fr")]).location();
        browser.submit(form, &[("name", "Ana"), ("email", "ana@exemple.fr")]).location();
        browser.submit(&link_of(app, "ana@exemple.fr"), &[]).location();
        let refused = late.submit(&link_of(app, "bob@exemple.fr"), &[]);
        assert_eq!(refused.status, 422);
        assert!(words(&refused.text()).contains("il n’y a pas de liste d’attente"));
        assert!(app.get("/evenements/atelier-couture").words().contains("il n’y a pas de liste d’attente"));
        assert_eq!(seated(app, event.id, KEY), "Ana 1 | ");
    });
}

#[test]
fn one_registers_until_the_deadline_of_what_takes_place() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let event = app.publish(&fabrique, &workshop(3));
        let form = "/evenements/atelier-couture/inscription";
        let page = || app.visitor().get(form).words();
        app.at("2026-03-12T14:29:59Z");
        assert!(page().contains("Recevoir le lien par e-mail"));
        let member = app.sign_in(&app.member("Léo Faure", &[]));
        let (before, tap) = (marks(&member), "/evenements/atelier-couture/inscription");
        app.at("2026-03-12T14:30:00Z");
        assert!(page().contains("Les inscriptions sont closes"));
        assert!(app.get("/evenements/atelier-couture").words().contains("Les inscriptions sont closes"));
        assert_eq!(member.post(tap, &before).status, 422);
        app.at("2026-03-12T20:00:00Z");
        assert!(page().contains("Ce rendez-vous est passé"));
        assert_eq!(seated(app, event.id, KEY), " | ");

        app.at("2026-03-05T09:00:00Z");
        rules(app, event.id, &RegistrationRules { members_only: true, ..RegistrationRules::default() });
        assert!(page().contains("réservé aux membres"));
        member.press("/evenements/atelier-couture", tap, &[]).location();
        assert_eq!(seated(app, event.id, KEY), "Léo Faure 1 | ");
        let off = Override { key: key(KEY), status: Some(EventStatus::Cancelled), ..Override::default() };
        app.change_date(event.id, &off);
        assert!(page().contains("Ce rendez-vous n’a pas lieu"));
        assert_eq!(app.visitor().get("/evenements/rien/inscription").status, 404);
        assert_eq!(app.visitor().get("/evenements/atelier-couture/20260313T183000/inscription").status, 404);
    });
}

#[test]
fn everyone_registered_hears_of_another_date_and_follows_it() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let weekly = workshop(2).every_week(End::Count(4));
        let event = app.publish(&fabrique, &weekly);
        let form = format!("/evenements/atelier-couture/{KEY}/inscription");
        for name in ["Ana", "Bob", "Chloé"] {
            visitor_registers(app, &form, name, 1);
        }
        let last = |who: &str| subjects(app, who).pop().unwrap();
        let change = |change: Override| app.change_date(event.id, &Override { key: key(KEY), ..change });

        let moved = workshop(2).schedule.span;
        let span = match moved {
            vigie::domain::schedule::Span::Timed { start, end } => vigie::domain::schedule::Span::Timed {
                start: start + chrono::TimeDelta::days(1),
                end: end + chrono::TimeDelta::days(1),
            },
            other => other,
        };
        change(Override { span: Some(span), ..Override::default() });
        for who in ["ana@exemple.fr", "bob@exemple.fr", "chloe@exemple.fr"] {
            assert_eq!(last(who), "date-moved-subject", "{who}");
        }
        let off = Override {
            status: Some(EventStatus::Cancelled),
            note: Some("Panne".into()),
            ..Override::default()
        };
        change(off.clone());
        let letter = app.letters().into_iter().rfind(|(to, _)| to == "chloe@exemple.fr").unwrap().1;
        assert_eq!(letter.subject.key, "letter-registration-date-cancelled-subject");
        assert!(letter.paragraphs.iter().any(|line| line.args.values().any(|words| words == "Panne")));
        // The same again says nothing again; a cancelled date gives no seats away.
        let count = app.letters().len();
        change(off);
        assert_eq!(app.letters().len(), count);
        change(Override::default());
        assert_eq!(last("ana@exemple.fr"), "date-on-subject");

        // All dates begin later: who registered goes along.
        let mut later = weekly.clone();
        later.schedule.span = vigie::domain::schedule::Span::Timed {
            start: "2026-03-12T19:00:00".parse().unwrap(),
            end: "2026-03-12T21:00:00".parse().unwrap(),
        };
        app.amend(event.id, &later);
        assert_eq!(seated(app, event.id, "20260312T190000"), "Ana 1, Bob 1 | Chloé 1");
        assert_eq!(seated(app, event.id, KEY), " | ");
        assert_eq!(last("chloe@exemple.fr"), "date-moved-subject");
        let page = app.visitor().get(&link_of(app, "bob@exemple.fr")).words();
        assert!(page.contains("19 h à 21 h") && page.contains("Votre place est prise"), "{page}");
        assert!(app.get("/evenements/atelier-couture/20260312T190000").words().contains("Complet."));

        app.withdraw(event.id);
        assert_eq!(last("ana@exemple.fr"), "date-cancelled-subject");
        assert!(app.visitor().get(&link_of_before(app, "ana@exemple.fr")).words().contains("ne vaut plus"));
    });
}

/// The address of the last letter to somebody that has one.
fn link_of_before(app: &TestApp, email: &str) -> String {
    let letters = app.letters().into_iter().filter(|(to, _)| to == email);
    letters.filter_map(|(_, letter)| letter.button).next_back().unwrap().1
}

#[test]
fn a_series_may_be_registered_for_as_a_whole() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let event = app.publish(&fabrique, &workshop(1).every_week(End::Count(3)));
        rules(app, event.id, &RegistrationRules { whole_series: true, ..RegistrationRules::default() });
        let page = app.get(&format!("/evenements/atelier-couture/{KEY}")).words();
        assert!(page.contains("On s’inscrit une fois pour toutes les dates."), "{page}");
        visitor_registers(app, "/evenements/atelier-couture/inscription", "Ana", 1);
        visitor_registers(app, &format!("/evenements/atelier-couture/{KEY}/inscription"), "Bob", 1);
        assert_eq!(seated(app, event.id, ""), "Ana 1 | Bob 1");
        for date in ["20260312T183000", "20260319T183000", "20260326T183000"] {
            let page = app.get(&format!("/evenements/atelier-couture/{date}")).words();
            assert!(page.contains("Complet."), "{date}: {page}");
        }
        // What people come to cannot change under them.
        let now = app.clock.now();
        let each = RegistrationRules::default();
        let refused =
            app.db.write_now(|tx| actions::set_registration_rules(tx, &Actor::Program, event.id, &each, now));
        assert!(refused.is_err());
    });
}

#[test]
fn a_series_that_is_split_takes_its_registrations_along() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let weekly = workshop(2).every_week(End::Count(4));
        let event = app.publish(&fabrique, &weekly);
        for (date, name) in [(KEY, "Ana"), ("20260319T183000", "Bob"), ("20260319T183000", "Chloé")] {
            visitor_registers(app, &format!("/evenements/atelier-couture/{date}/inscription"), name, 1);
        }
        let mut following = weekly;
        following.title = "Atelier broderie".to_owned();
        following.schedule.span = vigie::domain::schedule::Span::Timed {
            start: "2026-03-20T18:00:00".parse().unwrap(),
            end: "2026-03-20T20:00:00".parse().unwrap(),
        };
        let following = following.every_week(End::Count(3));
        let now = app.clock.now();
        let split = app
            .db
            .write_now(|tx| {
                let (row, schedule) = vigie::store::events::by_id(tx, event.id)?;
                let seen = actions::seal(&vigie::store::events::draft(tx, &row, &schedule)?);
                let cut = key("20260319T183000");
                let new = actions::Following { key: &cut, draft: &following, uid: uuid::Uuid::new_v4() };
                actions::split_series(tx, &Actor::Program, event.id, &seen, &new, now)
            })
            .unwrap();
        assert_eq!(seated(app, event.id, KEY), "Ana 1 | ");
        assert_eq!(seated(app, split.published.id, "20260320T180000"), "Bob 1, Chloé 1 | ");
        assert_eq!(subjects(app, "ana@exemple.fr").len(), 2);
        assert_eq!(subjects(app, "bob@exemple.fr").last().unwrap(), "date-moved-subject");
        let page = app.get(&format!("/evenements/{}/20260320T180000", split.published.slug)).words();
        assert!(page.contains("Complet."), "{page}");
    });
}

#[test]
fn hosts_approve_tick_and_add_and_nobody_else_sees_the_list() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let other = app.place(place("L’Autre Lieu"));
        let draft = EventDraft { registration: RegistrationMode::OnApproval, ..workshop(2) };
        let event = app.publish(&fabrique, &draft);
        let (host, browser) = host_of(app, fabrique.id);
        let form = "/evenements/atelier-couture/inscription";
        for name in ["Ana", "Bob", "Chloé", "David"] {
            visitor_registers(app, form, name, 1);
        }
        assert_eq!(seated(app, event.id, KEY), " | ");
        assert_eq!(subjects(app, "ana@exemple.fr").last().unwrap(), "asked-subject");
        assert_eq!(subjects(app, &host.email), ["to-approve-subject"], "one letter a day");
        let list = link_of(app, &host.email);
        assert!(browser.get(&list).words().contains("À valider"));

        let id = |name: &str| {
            let rows = app.db.read_now(|conn| registrations::of_date(conn, event.id, KEY)).unwrap();
            rows.iter().find(|row| row.name == name).unwrap().id.to_string()
        };
        let path = "/evenements/atelier-couture/inscriptions";
        let acts = |what: &str, name: &str, word: &str| {
            browser.submit(path, &[("do", what), ("registration", &id(name)), ("word", word)])
        };
        acts("approve", "Ana", "").location();
        acts("approve", "Bob", "").location();
        acts("approve", "Chloé", "").location();
        acts("decline", "David", "Réservé aux débutant·es").location();
        assert_eq!(seated(app, event.id, KEY), "Ana 1, Bob 1 | Chloé 1");
        let declined = app.letters().into_iter().rfind(|(to, _)| to == "david@exemple.fr").unwrap().1;
        assert!(declined.paragraphs.iter().any(|l| l.args.values().any(|w| w.contains("débutant·es"))));

        // At the door: one came, one did not, and somebody unannounced gets the free seat.
        app.at("2026-03-12T17:40:00Z");
        acts("came", "Ana", "").location();
        let full = browser.submit(path, &[("do", "add"), ("name", "Zoé Petit"), ("size", "1")]);
        assert_eq!(full.status, 422);
        assert!(words(&full.text()).contains("La jauge est atteinte"));
        assert!(full.text().contains("value=\"Zoé Petit\""));
        acts("absent", "Bob", "").location();
        browser.submit(path, &[("do", "add"), ("name", "Zoé Petit"), ("size", "1")]).location();
        assert_eq!(seated(app, event.id, KEY), "Ana 1, Bob 1, Zoé Petit 1 | Chloé 1");
        let page = browser.get(path).words();
        assert!(page.contains("2 sur 2 places") && page.contains("2 personnes venues"), "{page}");
        assert!(page.contains("venu·e sans inscription"), "{page}");

        let csv = browser.get(&format!("{path}/tableau.csv"));
        assert!(csv.header("content-type").unwrap().starts_with("text/csv"));
        let table = csv.text();
        assert!(table.contains("Ana;ana@exemple.fr;1;Inscription confirmée;oui;05/03/2026"), "{table}");
        assert!(table.contains("Bob;bob@exemple.fr;1;Inscription confirmée;non"), "{table}");
        let sheet = browser.get(&format!("{path}/feuille")).words();
        assert!(sheet.contains("Signature") && sheet.contains("Ana") && !sheet.contains("Chloé"), "{sheet}");

        for below in ["", "/feuille", "/tableau.csv", "/reglages"] {
            let visitor = app.visitor().get(&format!("{path}{below}"));
            assert!(visitor.location().starts_with("/connexion?vers="), "{below}");
        }
        let stranger = app.sign_in(&app.member("Hugo Blanc", &[(other.id, MembershipRole::Host)]));
        for below in ["", "/feuille", "/tableau.csv", "/reglages"] {
            assert_eq!(stranger.get(&format!("{path}{below}")).status, 404, "{below}");
        }
        let forged = [("do", "remove".to_owned()), ("registration", id("Ana"))];
        let mut fields: Vec<(String, String)> = marks(&stranger);
        fields.extend(forged.map(|(name, value)| (name.to_owned(), value)));
        assert_eq!(stranger.post(path, &fields).status, 404);
        assert!(seated(app, event.id, KEY).contains("Ana"));
    });
}

#[test]
fn what_cannot_be_decided_is_said() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let draft = EventDraft { registration: RegistrationMode::OnApproval, ..workshop(1) };
        let event = app.publish(&fabrique, &draft);
        rules(app, event.id, &RegistrationRules { waitlist: false, ..RegistrationRules::default() });
        let (_, browser) = host_of(app, fabrique.id);
        let form = "/evenements/atelier-couture/inscription";
        let (ana, link) = visitor_registers(app, form, "Ana", 1);
        visitor_registers(app, form, "Bob", 1);
        let rows = app.db.read_now(|conn| registrations::of_date(conn, event.id, KEY)).unwrap();
        let path = "/evenements/atelier-couture/inscriptions";
        let approve =
            |n: usize| browser.submit(path, &[("do", "approve"), ("registration", &rows[n].id.to_string())]);
        approve(0).location();
        let full = approve(1);
        assert_eq!(full.status, 422);
        assert!(words(&full.text()).contains("la demande reste à valider"));
        assert_eq!(browser.submit(path, &[("do", "dance"), ("registration", "1")]).status, 404);
        assert_eq!(browser.submit(path, &[("do", "approve"), ("registration", "x")]).status, 404);

        // A page that was left open until all was over.
        let token = ana.get(&link).text();
        let token = token.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        app.at("2026-03-13T09:00:00Z");
        for what in ["cancel", "change"] {
            let late = ana.post(&link, &[("token", token), ("do", what)]);
            assert_eq!(late.status, 422, "{what}");
            assert!(words(&late.text()).contains("Ce rendez-vous est passé"), "{what}");
        }
        assert_eq!(seated(app, event.id, KEY), "Ana 1 | ");
    });
}

#[test]
fn hosts_set_what_is_asked() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        app.publish(&fabrique, &workshop(4));
        let (_, browser) = host_of(app, fabrique.id);
        let path = "/evenements/atelier-couture/inscriptions/reglages";
        let wrong =
            browser.submit(path, &[("group-max", "99"), ("question-0", "Niveau"), ("choices-0", "un")]);
        assert_eq!(wrong.status, 422);
        let told = words(&wrong.text());
        assert!(told.contains("Écrivez un nombre de 1 à 20.") && told.contains("de deux à douze"), "{told}");
        assert!(wrong.text().contains("value=\"99\"") && wrong.text().contains("value=\"Niveau\""));
        let fields = [
            ("group-max", "3"),
            ("question-0", "Niveau"),
            ("choices-0", "débute\navance"),
            ("required-0", "on"),
        ];
        let saved = browser.submit(path, &fields);
        assert!(browser.follow(&saved).words().contains("Les réglages sont enregistrés."));
        let form = app.visitor().get("/evenements/atelier-couture/inscription").words();
        assert!(form.contains("Niveau") && form.contains("débute") && form.contains("3 au plus"), "{form}");
        let again = browser.get(path).text();
        assert!(again.contains("value=\"3\"") && again.contains("débute\navance"), "{again}");
    });
}

#[test]
fn names_are_read_by_those_who_come_where_they_were_shown() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        app.publish(&fabrique, &workshop(5));
        let form = "/evenements/atelier-couture/inscription";
        let show = |name: &str, email: &str| {
            let browser = app.visitor();
            browser.submit(form, &[("name", name), ("email", email), ("show-name", "on")]).location();
            browser.submit(&link_of(app, email), &[]).location();
        };
        show("Ana Montrée", "ana@exemple.fr");
        let (_, hidden) = visitor_registers(app, form, "Bob Discret", 1);
        let (chloe, link) = visitor_registers(app, form, "Chloé", 1);
        let seen = chloe.get(&link).words();
        assert!(seen.contains("Ana Montrée") && !seen.contains("Bob Discret"), "{seen}");
        assert!(app.visitor().get(&hidden).words().contains("Ana Montrée"));
        // The public sees nobody, in pages and feeds.
        for path in ["/evenements/atelier-couture", "/evenements/atelier-couture.ics", form, "/agenda"] {
            let text = app.get(path).text();
            assert!(!text.contains("Ana Montrée") && !text.contains("ana@exemple.fr"), "{path}");
        }
        // Who gave up their seat reads nobody.
        chloe.submit(&link, &[("do", "cancel")]).location();
        assert!(!chloe.get(&link).words().contains("Ana Montrée"));
    });
}

#[test]
fn an_erased_member_leaves_their_seat_to_the_next() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let event = app.publish(&fabrique, &workshop(1));
        let camille = app.member("Camille Roux", &[]);
        let tap = "/evenements/atelier-couture/inscription";
        app.sign_in(&camille).press("/evenements/atelier-couture", tap, &[]).location();
        visitor_registers(app, tap, "Bob", 1);
        assert_eq!(seated(app, event.id, KEY), "Camille Roux 1 | Bob 1");
        let now = app.clock.now();
        app.db.write_now(|tx| actions::delete_account(tx, &Actor::Program, camille.id, now)).unwrap();
        assert_eq!(seated(app, event.id, KEY), "Bob 1 | ");
        assert_eq!(subjects(app, "bob@exemple.fr").last().unwrap(), "moved-up-subject");
    });
}

/// Two processes, two hundred people, ten seats.
#[test]
fn two_hundred_at_once_for_ten_seats() {
    const PEOPLE: usize = 200;
    on_each_database_mut(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let event = app.publish(&fabrique, &workshop(10));
        let second = app.second_process();
        let tap = "/evenements/atelier-couture/inscription";
        let people: Vec<(Browser, Vec<(String, String)>)> = (0..PEOPLE)
            .map(|n| {
                let browser = app.sign_in(&app.member(&format!("Personne N{n}"), &[]));
                let marks = marks(&browser);
                (if n % 2 == 0 { browser } else { browser.at(&second) }, marks)
            })
            .collect();
        let (start, people) = (Barrier::new(PEOPLE), std::sync::Mutex::new(people));
        std::thread::scope(|scope| {
            for _ in 0..PEOPLE {
                let (browser, marks) = people.lock().unwrap().pop().unwrap();
                let start = &start;
                scope.spawn(move || {
                    start.wait();
                    browser.post(tap, &marks).location();
                });
            }
        });
        let rows = app.db.read_now(|conn| registrations::live_of_date(conn, event.id, KEY)).unwrap();
        let states: Vec<&str> = rows.iter().map(|row| row.state.as_str()).collect();
        assert_eq!(states.len(), PEOPLE);
        // In the order of their numbers the first ten are seated and the others wait.
        assert!(states[..10].iter().all(|state| *state == "confirmee"), "{states:?}");
        assert!(states[10..].iter().all(|state| *state == "en-attente"), "{states:?}");
        assert!(rows.is_sorted_by(|a, b| a.number < b.number));
        let counts = app.db.read_now(|conn| seats::of(conn, event.id, KEY)).unwrap();
        assert_eq!((counts.taken, counts.waiting, counts.is_full), (10, 190, true));
        // Each was told where they stand: the waiting ones each another turn.
        let turns: std::collections::BTreeSet<String> = app
            .letters()
            .into_iter()
            .flat_map(|(_, letter)| letter.facts)
            .filter(|(label, _)| label.key == "letter-registration-position")
            .filter_map(|(_, value)| value.args.into_values().next())
            .collect();
        assert_eq!(turns.len(), 190);

        // Ten give up at once: the next ten have their seats, in order.
        let seated: Vec<i64> = rows[..10].iter().map(|row| row.member_id.unwrap()).collect();
        let now = app.clock.now();
        std::thread::scope(|scope| {
            for member in seated {
                let app = &app;
                scope.spawn(move || {
                    let standing = vigie::domain::policy::Standing { member, ..Default::default() };
                    let by = Actor::Member(standing);
                    let holder = actions::Holder::Member { by: &by, event: event.id, key: KEY };
                    app.db.write_now(|tx| actions::cancel_registration(tx, &holder, now)).unwrap();
                });
            }
        });
        let rows = app.db.read_now(|conn| registrations::live_of_date(conn, event.id, KEY)).unwrap();
        assert_eq!(rows.iter().filter(|row| row.state == "confirmee").count(), 10);
        assert!(rows[..10].iter().all(|row| row.state == "confirmee"));
    });
}

#[test]
fn a_wish_for_nobody_is_refused() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let event = app.publish(&fabrique, &workshop(3));
        let camille = app.member("Camille Roux", &[]);
        let by = Actor::Member(vigie::domain::policy::Standing {
            member: camille.id,
            active: true,
            ..Default::default()
        });
        let now = app.clock.now();
        for size in [0, -3, 2] {
            let wish = Wish { size, ..Wish::default() };
            let refused = app.db.write_now(|tx| actions::register(tx, &by, event.id, None, &wish, now));
            assert!(matches!(refused, Err(actions::Error::Registration(_))), "{size}");
        }
        assert_eq!(seated(app, event.id, KEY), " | ");
    });
}

#[test]
fn a_year_later_the_persons_are_forgotten_and_the_count_is_not() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let event = app.publish(&fabrique, &workshop(9));
        rules(app, event.id, &groups());
        let (_, link) = visitor_registers(app, "/evenements/atelier-couture/inscription", "Camille Roux", 2);
        let kept = || app.db.read_now(|conn| registrations::live_of_date(conn, event.id, KEY)).unwrap();
        let forget = |before: &str| {
            let before = before.parse().unwrap();
            app.db.write_now(|tx| registrations::forget_past(tx, before, 100)).unwrap()
        };
        app.at("2027-03-13T09:00:00Z");
        // Registered before that instant, for a date after it.
        assert_eq!(forget("2026-03-12T09:00:00Z"), 0);
        assert_eq!(kept()[0].name, "Camille Roux");
        assert_eq!(forget("2026-03-13T09:00:00Z"), 1);
        let row = &kept()[0];
        assert_eq!((row.name.as_str(), &row.email, row.size), ("", &None, 2));
        assert!(!app.visitor().get(&link).words().contains("Camille"));
        assert_eq!(forget("2026-03-13T09:00:00Z"), 0);
    });
}
