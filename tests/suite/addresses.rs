//! Odd addresses and odd hours: whatever is asked, the answer is a clear page or status.

use vigie::domain::schedule::End;

use crate::postgres;
use crate::support::{EventGestures, event, on_each_database, place};

#[test]
fn a_final_slash_leads_to_the_page_and_nowhere_else() {
    on_each_database(|app| {
        for (asked, location) in [
            ("/agenda/", "/agenda"),
            ("/en/agenda//", "/en/agenda"),
            ("/en/", "/en"),
            ("/agenda/?genre=atelier&q=v%C3%A9lo", "/agenda?genre=atelier&q=v%C3%A9lo"),
        ] {
            let answer = app.get(asked);
            assert_eq!((answer.status, answer.header("location")), (308, Some(location)), "{asked}");
        }
        // Browsers read "//host" and "/\host" as another host.
        for foreign in ["//ailleurs.example/", "/%5Cailleurs.example//", "/en//ailleurs.example/"] {
            let answer = app.get(foreign);
            assert_eq!((answer.status, answer.header("location")), (404, None), "{foreign}");
            assert!(!answer.text().contains("href=\"//"), "{foreign}");
        }
    });
}

#[test]
fn a_date_that_is_gone_leads_to_its_series() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        app.publish(&fabrique, &event("Couture", "2026-03-05 18:30", "20:30").every_week(End::Never));
        let lost = app.get("/en/evenements/couture/20260306T183000");
        assert_eq!(lost.status, 404);
        assert!(lost.text().contains("href=\"/en/evenements/couture\""), "{}", lost.text());
    });
}

#[test]
fn pages_of_a_demo_say_so_even_when_nothing_is_there() {
    on_each_database(|app| {
        assert!(!app.get("/nulle-part").text().contains("class=\"demo\""));
        app.become_demo();
        for path in ["/", "/agenda", "/nulle-part", "/en/evenements/rien"] {
            assert!(app.get(path).text().contains("class=\"demo\""), "{path}");
        }
    });
}

/// A database that is away is said at once, whether or not an answer was kept, and the process stays
/// alive; when it is back, so is everything.
#[test]
fn a_database_that_is_away_is_said_at_once() {
    on_each_database(|app| {
        let Some(database) = app.postgres().map(str::to_owned) else { return };
        app.place(place("La Fabrique"));
        for path in ["/agenda", "/agenda.ics", "/lieux/la-fabrique"] {
            assert_eq!(app.get(path).status, 200, "{path}");
        }
        postgres::shut(&database);
        let begun = std::time::Instant::now();
        for path in ["/agenda", "/agenda.ics", "/lieux/la-fabrique", "/agenda?genre=atelier", "/nulle-part"] {
            let answer = app.get(path);
            assert_eq!(answer.status, 503, "{path}");
            assert_eq!(answer.header("retry-after"), Some("5"), "{path}");
        }
        assert_eq!((app.get("/health").status, app.get("/ready").status), (200, 503));
        assert!(begun.elapsed().as_secs() < 4, "{:?}", begun.elapsed());
        postgres::open(&database);
        for path in ["/agenda", "/agenda.ics", "/lieux/la-fabrique", "/agenda?genre=atelier", "/ready"] {
            assert_eq!(app.get(path).status, 200, "{path}");
        }
    });
}
