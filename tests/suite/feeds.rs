//! What a calendar app relies on.

use chrono::NaiveDate;
use expect_test::expect;
use vigie::domain::event::{EventKind, EventStatus, Override};
use vigie::domain::schedule::{End, OccurrenceKey, Span};

use crate::support::{EventGestures, PlaceGestures, TestApp, event, on_each_database, place};

fn key(text: &str) -> OccurrenceKey {
    OccurrenceKey::parse(text).unwrap()
}

/// Lines of a feed that tell its events, unfolded.
fn told(feed: &str) -> Vec<String> {
    let unfolded = feed.replace("\r\n ", "");
    let start = unfolded.find("BEGIN:VEVENT").unwrap_or(unfolded.len());
    unfolded[start..].lines().map(str::to_owned).collect()
}

fn thursdays(app: &TestApp) -> (i64, String) {
    let fabrique = app.place(place("La Fabrique"));
    let until = End::Until(NaiveDate::from_ymd_opt(2026, 5, 7).unwrap());
    let draft = event("Café réparation", "2026-03-05 18:30", "20:30").every_week(until).skipping_holidays();
    let published = app.publish(&fabrique, &draft);
    (published.id, published.slug.to_string())
}

#[test]
fn a_subscriber_sees_one_date_moved_and_another_cancelled() {
    on_each_database(|app| {
        let (id, _) = thursdays(app);
        app.at("2026-03-06T10:00:00Z");
        let moved = Span::Timed {
            start: "2026-04-03T19:00:00".parse().unwrap(),
            end: "2026-04-03T21:00:00".parse().unwrap(),
        };
        app.change_date(
            id,
            &Override { key: key("20260402T183000"), span: Some(moved), ..Default::default() },
        );
        app.at("2026-03-07T10:00:00Z");
        app.change_date(
            id,
            &Override {
                key: key("20260326T183000"),
                status: Some(EventStatus::Cancelled),
                note: Some("Chaudière en panne".into()),
                ..Default::default()
            },
        );
        let feed = app.get("/agenda.ics");
        assert_eq!(feed.status, 200);
        expect![[r#"
            BEGIN:VEVENT
            UID:d63a814f-bb87-4722-af11-06a8f075a1af@vigie.example
            DTSTAMP:20260305T090000Z
            DTSTART;TZID=Europe/Paris:20260305T183000
        "#]]
        .assert_eq(&first_lines(&told(&feed.text()), 4));
        let text = feed.text().replace("\r\n ", "");
        for line in [
            "RRULE:FREQ=WEEKLY;UNTIL=20260507T163000Z",
            // Easter holidays of zone A: 4 to 19 April 2026.
            "EXDATE;TZID=Europe/Paris:20260409T183000,20260416T183000",
            "RECURRENCE-ID;TZID=Europe/Paris:20260402T183000",
            "DTSTART;TZID=Europe/Paris:20260403T190000",
            "RECURRENCE-ID;TZID=Europe/Paris:20260326T183000",
            "STATUS:CANCELLED",
            "SUMMARY:Annulé\u{a0}: Café réparation",
            "SUMMARY:Déplacé\u{a0}: Café réparation",
            "LAST-MODIFIED:20260307T100000Z",
        ] {
            assert!(text.contains(&format!("{line}\r\n")), "{line} is missing in\n{text}");
        }
        assert_eq!(feed.header("last-modified"), Some("Sat, 07 Mar 2026 10:00:00 GMT"));
    });
}

fn first_lines(lines: &[String], n: usize) -> String {
    lines.iter().take(n).map(|line| format!("{line}\n")).collect()
}

#[test]
fn a_feed_answers_as_the_contract_says() {
    on_each_database(|app| {
        let (id, slug) = thursdays(app);
        let first = app.get("/lieux/la-fabrique/agenda.ics");
        assert_eq!(first.header("content-type"), Some("text/calendar; charset=utf-8"));
        assert_eq!(first.header("cache-control"), Some("public, max-age=900"));
        assert_eq!(first.header("vary"), Some("accept-encoding"));
        assert!(first.header("set-cookie").is_none());
        let etag = first.header("etag").unwrap().to_owned();
        let modified = first.header("last-modified").unwrap().to_owned();
        assert!(etag.starts_with("W/\""));

        let kept = app.ask("GET", "/lieux/la-fabrique/agenda.ics", &[("if-none-match", &etag)]);
        assert_eq!((kept.status, kept.body.len()), (304, 0));
        assert_eq!(kept.header("etag"), Some(etag.as_str()));
        let since = app.ask("GET", "/lieux/la-fabrique/agenda.ics", &[("if-modified-since", &modified)]);
        assert_eq!(since.status, 304);
        let head = app.ask("HEAD", "/lieux/la-fabrique/agenda.ics", &[]);
        assert_eq!((head.status, head.body.len()), (200, 0));
        assert_eq!(head.header("content-length"), Some(first.body.len().to_string().as_str()));
        let nonsense = app.ask("GET", "/lieux/la-fabrique/agenda.ics", &[("if-none-match", "\"x, W/,,")]);
        assert_eq!(nonsense.status, 200);

        // Nothing moves while nothing happens, whatever the hour of the day.
        app.at("2026-03-05T20:00:00Z");
        assert_eq!(app.get("/lieux/la-fabrique/agenda.ics").body, first.body);

        app.withdraw(id);
        let after = app.ask("GET", "/lieux/la-fabrique/agenda.ics", &[("if-none-match", &etag)]);
        assert_eq!(after.status, 200);
        let text = after.text();
        assert!(text.contains("STATUS:CANCELLED\r\n") && text.contains("SEQUENCE:1\r\n"), "{text}");
        assert_eq!(app.get(&format!("/evenements/{slug}")).status, 404);
        assert_eq!(app.get(&format!("/evenements/{slug}.ics")).status, 200);

        // Sixty days later the tombstone is gone.
        app.at("2026-05-10T09:00:00Z");
        assert!(!app.get("/lieux/la-fabrique/agenda.ics").text().contains("BEGIN:VEVENT"));
        assert_eq!(app.get(&format!("/evenements/{slug}.ics")).status, 404);
    });
}

#[test]
fn compressed_feeds_are_the_same_feed() {
    use std::io::Read;
    on_each_database(|app| {
        thursdays(app);
        let plain = app.get("/agenda.ics").body;
        let gzip = app.ask("GET", "/agenda.ics", &[("accept-encoding", "gzip")]);
        assert_eq!(gzip.header("content-encoding"), Some("gzip"));
        let mut unpacked = Vec::new();
        flate2::read::GzDecoder::new(&gzip.body[..]).read_to_end(&mut unpacked).unwrap();
        assert_eq!(unpacked, plain);
        let brotli = app.ask("GET", "/agenda.ics", &[("accept-encoding", "br, gzip")]);
        assert_eq!(brotli.header("content-encoding"), Some("br"));
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut &brotli.body[..], &mut unpacked).unwrap();
        assert_eq!(unpacked, plain);
        assert!(gzip.header("etag") == brotli.header("etag") && brotli.body.len() < plain.len());
    });
}

#[test]
fn each_filter_has_its_feed() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let usine = app.place(place("L'Usine").in_town("Die", "26113", "26150"));
        let ardeche = app.place(place("Le Mas").in_town("Privas", "07186", "07000"));
        let mut workshop = event("Couture", "2026-03-12 18:30", "20:30");
        workshop.price_cents = Some(0);
        let mut lunch = event("Déjeuner partagé", "2026-03-13 12:30", "14:00");
        lunch.kind = EventKind::SharedLunch;
        app.publish(&fabrique, &workshop);
        app.publish(&usine, &lunch);
        app.publish(&ardeche, &event("Vannerie", "2026-03-14 10:00", "12:00"));
        for (path, titles) in [
            ("/agenda.ics", vec!["Couture", "Déjeuner partagé", "Vannerie"]),
            ("/agenda.ics?genre=dejeuner", vec!["Déjeuner partagé"]),
            ("/agenda.ics?gratuit=1", vec!["Couture"]),
            ("/agenda.ics?q=dejeuners", vec!["Déjeuner partagé"]),
            ("/agenda.ics?lieu=la-fabrique&genre=atelier", vec!["Couture"]),
            ("/lieux/l-usine/agenda.ics", vec!["Déjeuner partagé"]),
            ("/territoires/26/agenda.ics", vec!["Couture", "Déjeuner partagé"]),
            ("/territoires/07/agenda.ics", vec!["Vannerie"]),
            ("/territoires/75/agenda.ics", vec![]),
            ("/evenements/couture.ics", vec!["Couture"]),
            ("/en/agenda.ics?genre=atelier", vec!["Couture", "Vannerie"]),
        ] {
            let feed = app.get(path);
            assert_eq!(feed.status, 200, "{path}");
            let text = feed.text();
            let found: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("SUMMARY:")).collect();
            assert_eq!(found, titles, "{path}");
        }
    });
}

#[test]
fn a_feed_that_is_not_there_is_no_page() {
    on_each_database(|app| {
        for (path, status) in [
            ("/lieux/nulle-part/agenda.ics", 404),
            ("/lieux/A%20B/agenda.ics", 404),
            ("/territoires/999/agenda.ics", 404),
            ("/evenements/rien.ics", 404),
            ("/evenements/rien/20260230.ics", 404),
            ("/agenda.ics?genre=fete", 400),
            ("/agenda.ics?territoire=99", 400),
            ("/agenda.ics?lieu=nulle-part", 404),
            ("/autre.ics", 404),
        ] {
            let answer = app.get(path);
            assert_eq!(answer.status, status, "{path}");
            assert_eq!(answer.header("content-type"), Some("text/plain; charset=utf-8"), "{path}");
            assert!(!answer.text().contains('<'), "{path}");
        }
    });
}

#[test]
fn whole_days_and_single_dates_can_be_taken_away() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        app.publish(
            &fabrique,
            &event("Fête", "2026-06-13 10:00", "12:00").all_day("2026-06-13", "2026-06-14"),
        );
        let text = app.get("/evenements/fete.ics").text();
        assert!(text.contains("DTSTART;VALUE=DATE:20260613\r\nDTEND;VALUE=DATE:20260615\r\n"), "{text}");

        let (_, slug) = {
            let draft = event("Couture", "2026-03-05 18:30", "20:30").every_week(End::Count(4));
            let published = app.publish(&fabrique, &draft);
            (published.id, published.slug)
        };
        let one = app.get(&format!("/evenements/{slug}/20260319T183000.ics")).text();
        assert!(one.contains("RECURRENCE-ID;TZID=Europe/Paris:20260319T183000\r\n"), "{one}");
        assert!(told(&one).iter().all(|line| !line.starts_with("RRULE")), "{one}");
    });
}

#[test]
fn no_person_is_in_a_public_feed() {
    on_each_database(|app| {
        thursdays(app);
        let text = app.get("/agenda.ics").text();
        for word in ["ATTENDEE", "VALARM", "METHOD", "mailto:"] {
            assert!(!text.contains(word), "{word} in\n{text}");
        }
        assert!(text.lines().all(|line| line.len() <= 75), "a line is too long");
    });
}

/// Calendars know an event by its UID alone: another one would be another event beside the first.
#[test]
fn an_event_keeps_its_identity_whatever_happens_to_it() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let mut draft = event("Couture", "2026-03-12 18:30", "20:30");
        let (id, slug) = {
            let published = app.publish(&fabrique, &draft);
            (published.id, published.slug)
        };
        let feeds = [
            "/agenda.ics".to_owned(),
            "/en/territoires/26/agenda.ics".to_owned(),
            "/lieux/la-fabrique/agenda.ics".to_owned(),
            format!("/evenements/{slug}.ics"),
        ];
        let uids = || -> Vec<String> {
            let uid = |path: &String| {
                let text = app.get(path).text();
                let line = text.lines().find(|line| line.starts_with("UID:"));
                line.unwrap_or_else(|| panic!("no event in {path}:\n{text}")).to_owned()
            };
            feeds.iter().map(uid).collect()
        };
        let before = uids();
        assert!(before.iter().all(|uid| *uid == before[0]), "{before:?}");

        draft = event("Reprise de couture", "2026-03-13 10:00", "12:00").every_week(End::Count(4));
        app.amend(id, &draft);
        assert_eq!(uids(), before);
        app.withdraw(id);
        assert_eq!(uids(), before);
    });
}

/// SEQUENCE as the feed of a place says it: of each VEVENT, in order.
fn sequences(app: &TestApp) -> Vec<u32> {
    let text = app.get("/lieux/la-fabrique/agenda.ics").text();
    text.lines().filter_map(|line| line.strip_prefix("SEQUENCE:")?.parse().ok()).collect()
}

#[test]
fn a_date_that_is_as_its_event_again_counts_as_a_change() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let once = event("Couture", "2026-03-12 18:30", "20:30");
        let weekly = event("Tricot", "2026-03-12 18:30", "20:30").every_week(End::Never);
        let ids = [app.publish(&fabrique, &once).id, app.publish(&fabrique, &weekly).id];
        let cancelled = Override {
            key: key("20260312T183000"),
            status: Some(EventStatus::Cancelled),
            ..Default::default()
        };
        for id in ids {
            app.change_date(id, &cancelled);
        }
        assert_eq!(sequences(app), [1, 0, 1]);
        app.at("2026-03-06T09:00:00Z");
        app.amend(ids[0], &once);
        app.amend(ids[1], &weekly);
        assert_eq!(sequences(app), [2, 2]);
    });
}

#[test]
fn nothing_moves_when_an_event_is_saved_as_it_was() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let draft =
            event("Couture", "2026-03-12 18:30", "20:30").every_week(End::Count(4)).skipping_holidays();
        let id = app.publish(&fabrique, &draft).id;
        let before = app.get("/agenda.ics").body;
        app.at("2026-03-05T12:00:00Z");
        app.amend(id, &draft);
        assert_eq!(app.get("/agenda.ics").body, before);
    });
}

#[test]
fn a_feed_that_an_event_left_was_modified() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let mut draft = event("Couture", "2026-03-12 18:30", "20:30");
        let id = app.publish(&fabrique, &draft).id;
        app.publish(&fabrique, &event("Tricot", "2026-03-12 18:30", "20:30"));
        let paths = ["/agenda.ics?genre=atelier", "/agenda.ics?q=couture", "/agenda.atom", "/agenda.ics"];
        let since = paths.map(|path| app.get(path).header("last-modified").map(str::to_owned));
        app.at("2026-03-05T12:00:00Z");
        draft.kind = EventKind::SharedLunch;
        draft.title = "Broderie".into();
        app.amend(id, &draft);
        for (path, since) in paths.iter().zip(since) {
            // Who was told no time may still ask with the time of its visit.
            let since = since.unwrap_or_else(|| "Thu, 05 Mar 2026 09:00:00 GMT".into());
            let answer = app.ask("GET", path, &[("if-modified-since", &since)]);
            assert_eq!(answer.status, 200, "{path}");
        }
    });
}

#[test]
fn a_bounded_feed_holds_only_what_its_filter_asks_for() {
    use vigie::domain::agenda::AgendaFilter;
    use vigie::store::agenda::Narrowed;
    use vigie::store::feeds::{FeedQuery, content};

    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let ardeche = app.place(place("Le Mas").in_town("Privas", "07186", "07000"));
        for (at, day) in [(&fabrique, 12), (&fabrique, 13), (&fabrique, 14), (&ardeche, 12), (&ardeche, 13)] {
            let title = format!("Atelier {} {day}", at.territory);
            app.publish(at, &event(&title, &format!("2026-03-{day} 18:30"), "20:30"));
        }
        for at in [&fabrique, &ardeche] {
            let title = format!("Retiré {}", at.territory);
            let gone = app.publish(at, &event(&title, "2026-03-20 18:30", "20:30")).id;
            app.withdraw(gone);
        }
        let filter = AgendaFilter { territory: Some("26".into()), ..AgendaFilter::default() };
        let asked = Narrowed { filter, place_id: None };
        let instant = |text: &str| text.parse().unwrap();
        let window = (instant("2026-01-04T00:00:00Z"), instant("2027-09-05T00:00:00Z"));
        let query =
            FeedQuery { asked: &asked, window, now: app.clock.now(), around: app.clock.now(), limit: 2 };
        let feed = app.db.read_now(|conn| content(conn, app.db.backend(), &query)).unwrap();
        let titles: Vec<&str> = feed.entries.iter().map(|entry| entry.event.title.as_str()).collect();
        assert!(feed.bounded);
        assert_eq!(titles, ["Atelier 26 12", "Atelier 26 13", "Retiré 26"]);
    });
}
