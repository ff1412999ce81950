//! Hosts write to those who are registered: looked at first, sent once, answered to the host.

use vigie::domain::event::{EventDraft, RegistrationMode};
use vigie::domain::member::MembershipRole;

use crate::support::{Browser, EventGestures, TestApp, event, on_each_database, place, words};

const PAGE: &str = "/evenements/atelier-couture";
const LETTER: &str = "/evenements/atelier-couture/inscriptions/lettre";

fn workshop(seats: i32) -> EventDraft {
    EventDraft {
        capacity: Some(seats),
        registration: RegistrationMode::Open,
        ..event("Atelier couture", "2026-03-12 18:30", "20:30")
    }
}

fn registers(app: &TestApp, page: &str, name: &str) {
    let browser = app.sign_in(&app.member(name, &[]));
    browser.press(page, &format!("{page}/inscription"), &[]).location();
}

fn host(app: &TestApp, place: i64) -> Browser {
    app.sign_in(&app.member("Nadia Serre", &[(place, MembershipRole::Host)]))
}

/// Recipients of the letters of hosts, in order.
fn written(app: &TestApp) -> Vec<String> {
    let ours = |letter: &vigie::mail::Letter| {
        letter.paragraphs.first().is_some_and(|line| line.key == "letter-guests-intro")
    };
    app.letters().into_iter().filter(|(_, letter)| ours(letter)).map(|(to, _)| to).collect()
}

#[test]
fn a_host_reads_the_letter_and_sends_it_once() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let event = app.publish(&fabrique, &workshop(2));
        for name in ["Ana", "Bob", "Chloé"] {
            registers(app, PAGE, name);
        }
        let host = host(app, fabrique.id);
        let list = host.get("/evenements/atelier-couture/inscriptions").text();
        assert!(
            list.contains(&format!("href=\"{LETTER}?date=")) || list.contains(&format!("href=\"{LETTER}\""))
        );
        let form = host.get(LETTER).words();
        assert!(form.contains("2 personnes inscrites") && form.contains("1 personne en attente"), "{form}");

        let typed =
            [("a-qui", "inscrites"), ("objet", "Apportez <b>vos fils"), ("mots", "Bonjour,\nil en manque.")];
        let look = [typed.as_slice(), &[("do", "preview")]].concat();
        let seen = host.submit(LETTER, &look);
        assert_eq!(seen.status, 200);
        let told = seen.words();
        assert!(told.contains("2 personnes inscrites") && told.contains("il en manque."), "{told}");
        assert!(seen.text().contains("Apportez &lt;b&gt;vos fils") && !seen.text().contains("<b>vos"));
        assert_eq!(written(app), Vec::<String>::new());

        // Written on, nothing is lost; sent, it goes out once, whatever is clicked.
        let back = host.send_form(&seen, LETTER, &[("do", "edit")]);
        assert!(back.text().contains("il en manque.</textarea>"), "{}", back.text());
        let send = [typed.as_slice(), &[("do", "send")]].concat();
        let sent = host.send_form(&seen, LETTER, &send);
        assert_eq!(sent.location(), LETTER);
        host.send_form(&seen, LETTER, &send).location();
        assert_eq!(written(app), ["ana@exemple.fr", "bob@exemple.fr"]);
        let page = host.follow(&sent).words();
        assert!(
            page.contains("Apportez <b>vos fils") || page.contains("Apportez &lt;b&gt;vos fils"),
            "{page}"
        );
        assert!(page.contains("5 mars 2026 : 2 personnes inscrites, par Nadia Serre"), "{page}");

        let letter = app.letters().pop().unwrap().1;
        assert_eq!(letter.reply_to, Some(("Nadia Serre".to_owned(), "nadia.serre@exemple.fr".to_owned())));
        assert_eq!(letter.subject.args["words"], "Apportez <b>vos fils");
        assert!(letter.button.is_some() && letter.calendar.is_none());
        assert!(letter.after.iter().any(|line| line.key == "letter-guests-answer"));
        assert!(!format!("{letter:?}").contains("ana@"), "nobody reads another's address");

        // The waiting list, and those who came.
        let to = |audience| {
            host.submit(LETTER, &[("a-qui", audience), ("objet", "Suite"), ("mots", "Merci"), ("do", "send")])
        };
        to("en-attente").location();
        assert_eq!(written(app).last().unwrap(), "chloe@exemple.fr");
        let nobody = to("venues");
        assert_eq!(nobody.status, 422);
        assert!(words(&nobody.text()).contains("Il n’y a personne à qui écrire"));
        let now = app.clock.now();
        let rows = app
            .db
            .read_now(|conn| vigie::store::registrations::live_of_date(conn, event.id, "20260312T183000"))
            .unwrap();
        let by = vigie::domain::policy::Actor::Program;
        app.db.write_now(|tx| vigie::actions::tick_attendance(tx, &by, rows[1].id, Some(true), now)).unwrap();
        to("venues").location();
        assert_eq!(written(app).last().unwrap(), "bob@exemple.fr");
        assert_eq!(written(app).len(), 4);
    });
}

#[test]
fn what_is_wrong_is_said_and_hosts_alone_write_within_limits() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let other = app.place(place("L’Autre Lieu"));
        app.publish(&fabrique, &workshop(2));
        registers(app, PAGE, "Ana");
        let host = host(app, fabrique.id);
        for (name, typed, said) in [
            ("objet", "", "Écrivez un objet de 120 signes au plus."),
            ("mots", " \n ", "Écrivez votre message."),
            ("a-qui", "tout-le-monde", "Choisissez à qui vous écrivez."),
        ] {
            for what in ["preview", "send"] {
                let good = [("a-qui", "inscrites"), ("objet", "Suite"), ("mots", "Bonjour"), ("do", what)];
                let fields: Vec<_> =
                    good.iter().map(|(n, v)| (*n, if *n == name { typed } else { *v })).collect();
                let again = host.submit(LETTER, &fields);
                assert_eq!(again.status, 422, "{name} {what}");
                assert!(words(&again.text()).contains(said), "{name}: {}", words(&again.text()));
            }
        }
        assert_eq!(written(app).len(), 0);

        let send = |browser: &Browser, n: usize| {
            let subject = format!("Lettre {n}");
            browser.submit(
                LETTER,
                &[("a-qui", "inscrites"), ("objet", &subject), ("mots", "Oui"), ("do", "send")],
            )
        };
        for n in 0..5 {
            send(&host, n).location();
        }
        assert_eq!(send(&host, 5).status, 429);
        assert_eq!(written(app).len(), 5);
        app.at("2026-03-06T10:00:00Z");
        send(&host, 6).location();

        assert!(app.visitor().get(LETTER).location().starts_with("/connexion?vers="));
        let stranger = app.sign_in(&app.member("Hugo Blanc", &[(other.id, MembershipRole::Host)]));
        assert_eq!(stranger.get(LETTER).status, 404);
        let token = stranger.get("/moi/abonnements").text();
        let token =
            token.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let forged = [
            ("token", token.as_str()),
            ("a-qui", "inscrites"),
            ("objet", "X"),
            ("mots", "Y"),
            ("do", "send"),
        ];
        assert_eq!(stranger.post(LETTER, &forged).status, 404);
        assert_eq!(written(app).len(), 6);
    });
}

#[test]
fn of_a_series_those_of_one_date_are_written_to() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        app.publish(&fabrique, &workshop(5).every_week(vigie::domain::schedule::End::Count(3)));
        registers(app, &format!("{PAGE}/20260312T183000"), "Ana");
        registers(app, &format!("{PAGE}/20260319T183000"), "Bob");
        let host = host(app, fabrique.id);
        let path = format!("{LETTER}?date=20260319T183000");
        let sent = host
            .submit(&path, &[("a-qui", "inscrites"), ("objet", "Le 19"), ("mots", "Oui"), ("do", "send")]);
        assert_eq!(sent.location(), path);
        assert_eq!(written(app), ["bob@exemple.fr"]);
        assert!(!host.get(&format!("{LETTER}?date=20260312T183000")).words().contains("Le 19"));
    });
}
