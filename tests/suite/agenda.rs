//! A visitor looks for what is on.

use vigie::domain::event::{Accessibility, EventKind, RegistrationMode};
use vigie::domain::schedule::End;

use crate::support::{EventGestures, PlaceGestures, TestApp, event, on_each_database, place};

/// Two places with a week's programme around Thursday 5 March 2026.
fn programme(app: &TestApp) {
    let fabrique = app.place(place("La Fabrique"));
    let usine = app.place(place("L'Usine Vivante").in_town("Die", "26113", "26150"));
    let mut couture = event("Couture débutante", "2026-03-05 18:30", "20:30");
    couture.price_cents = Some(0);
    couture.accessibility = vec![Accessibility::Motor];
    app.publish(&fabrique, &couture);
    let mut lunch = event("Déjeuner partagé", "2026-03-06 12:30", "14:00").every_week(End::Never);
    lunch.kind = EventKind::SharedLunch;
    app.publish(&usine, &lunch);
    let mut laser = event("Initiation laser", "2026-03-20 14:00", "17:00");
    laser.registration = RegistrationMode::Open;
    laser.registration_closes_hours = 48;
    app.publish(&fabrique, &laser);
    app.publish(
        &fabrique,
        &event("Expo photo", "2026-02-20 10:00", "18:00").all_day("2026-02-20", "2026-03-10"),
    );
}

#[test]
fn the_list_begins_today_with_what_is_under_way() {
    on_each_database(|app| {
        programme(app);
        let words = app.get("/agenda").words();
        assert!(words.contains("À partir du jeudi 5 mars 2026"), "{words}");
        let order = ["Expo photo", "Couture débutante", "Déjeuner partagé", "Initiation laser"];
        let at: Vec<usize> = order
            .iter()
            .map(|title| words.find(title).unwrap_or_else(|| panic!("{title}: {words}")))
            .collect();
        assert!(at.is_sorted(), "{words}");
        assert!(words.contains("en cours jusqu’au 10 mars"), "{words}");
        assert!(words.contains("aujourd’hui"), "{words}");
    });
}

#[test]
fn filters_stand_in_the_address_and_name_their_feed() {
    on_each_database(|app| {
        programme(app);
        for (query, shown, hidden) in [
            ("?genre=dejeuner", "Déjeuner partagé", "Couture"),
            ("?lieu=la-fabrique", "Couture débutante", "Déjeuner"),
            ("?gratuit=1", "Couture débutante", "Initiation"),
            ("?accessible=moteur", "Couture débutante", "Initiation"),
            ("?inscription=ouverte", "Initiation laser", "Couture"),
            ("?q=INITIATIONS", "Initiation laser", "Couture"),
            ("?territoire=26&q=debut", "Couture débutante", "Initiation"),
        ] {
            let page = app.get(&format!("/agenda{query}"));
            let html = page.text();
            let list =
                html.split("class=\"days\"").nth(1).unwrap_or_else(|| panic!("{query}: no list\n{html}"));
            assert!(list.contains(shown) && !list.contains(hidden), "{query}");
            assert_eq!(page.header("x-robots-tag"), Some("noindex"), "{query}");
        }
        let filtered = app.get("/agenda?genre=atelier&gratuit=1").text();
        let feed = "https://vigie.example/agenda.ics?genre=atelier&amp;gratuit=1";
        assert!(filtered.contains(feed), "{filtered}");
        assert!(filtered.contains("webcal://vigie.example/agenda.ics?genre=atelier&amp;gratuit=1"));
        assert!(
            app.get("/agenda?lieu=la-fabrique")
                .text()
                .contains("https://vigie.example/lieux/la-fabrique/agenda.ics")
        );
        assert!(app.get("/en/agenda").text().contains("https://vigie.example/en/agenda.ics"));
    });
}

#[test]
fn a_week_and_a_month_show_each_day() {
    on_each_database(|app| {
        programme(app);
        let week = app.get("/agenda?vue=semaine").words();
        assert!(week.contains("semaine du 2 au 8 mars 2026"), "{week}");
        assert!(week.contains("Couture débutante") && !week.contains("Initiation laser"), "{week}");
        // The exhibition is on each of the seven days.
        assert_eq!(week.matches("Expo photo").count(), 7, "{week}");
        let month = app.get("/agenda?vue=mois&date=2026-03-31").words();
        assert!(month.contains("mars 2026") && month.contains("Initiation laser"), "{month}");
        // Four Fridays in March, and Friday 3 April that the last week shows.
        assert_eq!(month.matches("Déjeuner partagé").count(), 5, "{month}");
    });
}

#[test]
fn an_empty_agenda_says_what_to_widen() {
    on_each_database(|app| {
        programme(app);
        let words = app.get("/agenda?date=2026-05-01&genre=atelier").words();
        assert!(words.contains("Rien à cette période"), "{words}");
        assert!(words.contains("Sans le filtre Atelier"), "{words}");
        // Only what leads to something.
        let none = app.get("/agenda?genre=atelier&q=zzzz").words();
        assert!(
            none.contains("Sans le filtre « zzzz »") && !none.contains("Sans le filtre Atelier"),
            "{none}"
        );
        let early = app.get("/agenda?date=2025-01-01&genre=dejeuner").words();
        assert!(early.contains("Prochain rendez-vous : vendredi 6 mars 2026"), "{early}");
    });
}

#[test]
fn nonsense_in_the_address_is_said_and_harms_nothing() {
    on_each_database(|app| {
        programme(app);
        let long = format!("/agenda?q={}", "x".repeat(10_000));
        for path in [
            "/agenda?genre=fete&date=2026-02-30&vue=an&page=0",
            "/agenda?page=999",
            "/agenda?date=9999-12-31",
            "/agenda?q=%FF%FE",
            "/agenda?q=%00%22%27)--;",
            "/agenda?q=\"OR*NEAR(",
            "/agenda?&&&=&=",
            "/agenda?date=0001-01-01",
            "/agenda?date=2100-12-31&vue=mois",
            "/agenda?date=1970-01-01&vue=semaine",
            &long,
        ] {
            let answer = app.get(&path.replace('"', "%22"));
            assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        }
        let words = app.get("/agenda?genre=fete&territoire=99").words();
        assert!(words.contains("pas compris") && words.contains("genre, territoire"), "{words}");
        let words = app.get(&long).words();
        assert!(words.contains("trop longue"), "{words}");
        assert_eq!(app.get("/agenda?lieu=nulle-part").status, 404);
    });
}

#[test]
fn long_lists_are_paged() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        for n in 0..5 {
            let draft = event(&format!("Atelier {n}"), "2026-03-05 18:30", "20:30")
                .repeating(vigie::domain::schedule::Rule::Daily { every: 1 }, End::Count(30));
            app.publish(&fabrique, &draft);
        }
        let first = app.get("/agenda").words();
        assert!(first.contains("150 évènements") || first.contains("150 rendez-vous"), "{first}");
        assert!(first.contains("Page 1 sur 2"), "{first}");
        let second = app.get("/agenda?page=2").words();
        assert!(second.contains("Page 2 sur 2") && second.contains("vendredi 3 avril"), "{second}");
        // Beyond the last page there is the last page.
        assert_eq!(app.get("/agenda?page=7").words(), second);
    });
}
