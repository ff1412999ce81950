//! A visitor opens an event.

use vigie::domain::event::{AttendanceMode, EventStatus, Override};
use vigie::domain::schedule::{End, OccurrenceKey, Span};

use crate::support::{EventGestures, event, on_each_database, place};

fn key(text: &str) -> OccurrenceKey {
    OccurrenceKey::parse(text).unwrap()
}

/// The structured data of a page.
fn json_ld(html: &str) -> serde_json::Value {
    let start = html.find("application/ld+json\">").expect("structured data") + 21;
    let end = html[start..].find("</script>").unwrap();
    serde_json::from_str(&html[start..start + end]).unwrap()
}

#[test]
fn a_single_event_tells_all_that_one_needs() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let mut draft = event("Couture", "2026-03-12 18:30", "20:30");
        draft.description = "Apportez **vos** tissus. <script>alert(1)</script>".into();
        draft.price_cents = Some(1250);
        draft.capacity = Some(8);
        draft.audience = "Débutants".into();
        draft.room = "Salle bleue".into();
        app.publish(&fabrique, &draft);
        let page = app.get("/evenements/couture");
        let words = page.words();
        for told in [
            "jeudi 12 mars 2026",
            "de 18 h 30 à 20 h 30",
            "Salle bleue",
            "La Fabrique",
            "26400 Crest",
            "12,50 €",
            "8 places",
            "Débutants",
            "Apportez vos tissus.",
        ] {
            assert!(words.contains(told), "{told}: {words}");
        }
        assert!(!page.text().contains("<script>alert"));
        let data = json_ld(&page.text());
        assert_eq!(data["startDate"], "2026-03-12T18:30:00+01:00");
        assert_eq!(data["eventStatus"], "https://schema.org/EventScheduled");
        assert_eq!(data["offers"]["price"], "12.50");
        let english = app.get("/en/evenements/couture").words();
        assert!(english.contains("Thursday 12 March 2026") && english.contains("€12.50"), "{english}");
    });
}

#[test]
fn each_date_of_a_series_has_its_page_and_keeps_it() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let draft = event("Café", "2026-03-05 18:30", "20:30").every_week(End::Never);
        let published = app.publish(&fabrique, &draft);
        let moved = Span::Timed {
            start: "2026-03-13T19:00:00".parse().unwrap(),
            end: "2026-03-13T21:00:00".parse().unwrap(),
        };
        app.change_date(
            published.id,
            &Override { key: key("20260312T183000"), span: Some(moved), ..Default::default() },
        );
        let page = app.get("/evenements/cafe/20260312T183000");
        let words = page.words();
        assert!(words.contains("vendredi 13 mars 2026") && words.contains("Déplacé"), "{words}");
        assert!(words.contains("jeudi 12 mars à 18 h 30"), "{words}");
        let data = json_ld(&page.text());
        assert_eq!(data["eventStatus"], "https://schema.org/EventRescheduled");
        assert_eq!(data["previousStartDate"], "2026-03-12T18:30:00+01:00");

        // The rule changes its hour: dates that were shared keep their address when they stay.
        let mut later = draft.clone();
        later.title = "Café du soir".into();
        app.amend(published.id, &later);
        assert_eq!(app.get("/evenements/cafe/20260319T183000").status, 200);
        assert_eq!(app.get("/evenements/cafe/20260320T183000").status, 404);
        let series = app.get("/evenements/cafe").words();
        assert!(series.contains("Café du soir") && series.contains("tous les jeudis"), "{series}");
    });
}

#[test]
fn a_status_is_said_plainly() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        for (status, told, schema) in [
            (EventStatus::Cancelled, "n’aura pas lieu", "EventCancelled"),
            (EventStatus::Postponed, "une autre sera annoncée", "EventPostponed"),
            (EventStatus::Full, "Il n’y a plus de place", "EventScheduled"),
            (EventStatus::Tentative, "pas encore sûre", "EventScheduled"),
            (EventStatus::MovedOnline, "en ligne, et non sur place", "EventMovedOnline"),
        ] {
            let mut draft = event(&format!("Atelier {}", status.code()), "2026-03-12 18:30", "20:30");
            draft.status = status;
            draft.status_note = "La chaudière est en panne".into();
            let slug = app.publish(&fabrique, &draft).slug;
            let page = app.get(&format!("/evenements/{slug}"));
            let words = page.words();
            assert!(words.contains(told) && words.contains("La chaudière est en panne"), "{words}");
            assert_eq!(json_ld(&page.text())["eventStatus"], format!("https://schema.org/{schema}"));
        }
    });
}

#[test]
fn the_zone_is_named_where_it_could_be_doubted() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let mut draft = event("Visio", "2026-03-12 18:30", "20:30");
        draft.mode = AttendanceMode::Online;
        draft.schedule.zone = chrono_tz::Indian::Reunion;
        draft.online_url = "https://visio.exemple.fr/x?a=1&b=2".into();
        app.publish(&fabrique, &draft);
        let page = app.get("/evenements/visio");
        assert!(page.words().contains("heure de La Réunion"), "{}", page.words());
        assert!(page.text().contains("https://visio.exemple.fr/x?a=1&amp;b=2"));
        let data = json_ld(&page.text());
        assert_eq!(data["startDate"], "2026-03-12T18:30:00+04:00");
        assert_eq!(data["location"]["@type"], "VirtualLocation");
    });
}

#[test]
fn what_is_over_says_so_by_itself() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        app.publish(&fabrique, &event("Couture", "2026-03-05 18:30", "20:30"));
        assert!(!app.get("/evenements/couture").words().contains("est passé"));
        app.at("2026-03-05T19:30:00Z");
        assert!(app.get("/evenements/couture").words().contains("est passé"));
    });
}

#[test]
fn titles_that_are_the_same_get_addresses_of_their_own() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let slugs: Vec<String> = ["2026-03-05 09:00", "2026-03-06 09:00", "2026-03-06 11:00"]
            .iter()
            .map(|start| {
                let mut draft = event("Café", start, "23:00");
                draft.title = "Café".into();
                let now = app.clock.now();
                let new = vigie::actions::NewEvent {
                    place: &fabrique,
                    draft: &draft,
                    uid: uuid::Uuid::new_v4(),
                    created_at: now,
                };
                app.db.write_now(|tx| vigie::actions::publish_event(tx, &new, now)).unwrap().slug.to_string()
            })
            .collect();
        assert_eq!(slugs[..2], ["cafe", "cafe-la-fabrique"]);
        assert_eq!(slugs[2], "cafe-la-fabrique-20260306");
        for slug in slugs {
            assert_eq!(app.get(&format!("/evenements/{slug}")).status, 200);
        }
    });
}

#[test]
fn a_lost_visitor_is_helped() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        app.publish(&fabrique, &event("Couture débutante", "2026-03-12 18:30", "20:30"));
        let lost = app.get("/evenements/couture-debutant");
        assert_eq!(lost.status, 404);
        assert!(lost.text().contains("href=\"/evenements/couture-debutante\""), "{}", lost.text());
        for path in [
            "/nimporte/quoi",
            "/en/nothing",
            "/evenements/%FF",
            "/lieux/%00",
            "/evenements/cafe/20260230T100000",
        ] {
            assert_eq!(app.get(path).status, 404, "{path}");
        }
        assert_eq!(app.ask("POST", "/agenda", &[]).status, 405);
        assert_eq!(app.get("/agenda/").status, 308);
    });
}

#[test]
fn only_a_web_address_becomes_the_link_of_a_meeting() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        for (n, address) in
            ["javascript:alert(1)", "data:text/html,x", "\" onclick=x", "file:///etc"].iter().enumerate()
        {
            let mut draft = event(&format!("Visio {n}"), "2026-03-12 18:30", "20:30");
            draft.mode = AttendanceMode::Online;
            draft.online_url = (*address).into();
            app.publish(&fabrique, &draft);
            let page = app.get(&format!("/evenements/visio-{n}"));
            let scheme = address.split_once(':').map_or(*address, |(scheme, _)| scheme);
            assert!(page.words().contains("Le lien est donné"), "{}", page.words());
            assert!(!page.text().contains(&format!("\"{scheme}:")), "{}", page.text());
            assert!(json_ld(&page.text())["location"].get("url").is_none(), "{address}");
            let feed = app.get(&format!("/evenements/visio-{n}.ics")).text();
            assert!(!feed.contains("CONFERENCE") && !feed.contains(&format!("{scheme}:")), "{feed}");
        }
    });
}
