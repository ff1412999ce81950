//! Hosts announce and change events through the pages, without scripts.

use chrono::Weekday;
use vigie::app::App;
use vigie::config::Config;
use vigie::domain::brick::BrickKind;
use vigie::domain::event::{Accessibility, Theme};
use vigie::domain::member::MembershipRole::{Host, Member};
use vigie::domain::schedule::{End, NthWeekday, Pause, Rule, Span};
use vigie::jobs::publish_due;
use vigie::store::events;

use crate::support::{
    Answer, Browser, EventGestures, PlaceGestures, TestApp, event, on_each_database, place, words,
};

const NEW: &str = "/evenements/nouveau?lieu=la-fabrique";

/// La Fabrique, and the browser of one who holds it.
fn fabrique(app: &TestApp) -> (vigie::store::places::PlaceRow, Browser) {
    let place = app.place(place("La Fabrique").with_bricks(&[BrickKind::Fablab]));
    let camille = app.member("Camille Roux", &[(place.id, Host)]);
    let browser = app.sign_in(&camille);
    (place, browser)
}

/// What a host types for a workshop on 12 March, with these fields besides or instead.
fn workshop<'a>(other: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let plain = [
        ("title", "Couture"),
        ("kind", "atelier"),
        ("brick", "fablab"),
        ("date", "2026-03-12"),
        ("start", "18:30"),
        ("end", "20:30"),
        ("do", "save"),
    ];
    let kept = plain.into_iter().filter(|(name, _)| other.iter().all(|(n, _)| n != name));
    kept.chain(other.iter().copied()).collect()
}

/// A form that came again: status 422.
#[track_caller]
fn again(answer: &Answer) -> String {
    assert_eq!(answer.status, 422, "{}", words(&answer.text()));
    words(&answer.text())
}

#[test]
fn five_fields_are_enough_to_announce_an_event() {
    on_each_database(|app| {
        let (_, camille) = fabrique(app);
        let answer = camille.submit(NEW, &workshop(&[]));
        assert_eq!(answer.location(), "/evenements/couture");
        let words = camille.follow(&answer).words();
        assert!(words.contains("C’est publié"), "{words}");
        let page = app.get("/evenements/couture").words();
        assert!(page.contains("jeudi 12 mars 2026") && page.contains("de 18 h 30 à 20 h 30"), "{page}");
        assert!(app.get("/agenda").words().contains("Couture"));
        // Sent twice, it is announced once.
        let page = camille.get(NEW).text();
        let hidden = |name: &str| {
            let rest = page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
            rest.split('"').next().unwrap().to_owned()
        };
        let (token, once) = (hidden("token"), page.rsplit("name=\"once\" value=\"").next().unwrap());
        let once = once.split('"').next().unwrap();
        let mut fields = workshop(&[("title", "Tricot"), ("date", "2026-03-19"), ("place", "la-fabrique")]);
        fields.extend([("token", token.as_str()), ("once", once)]);
        let first = camille.post("/evenements/nouveau", &fields);
        let second = camille.post("/evenements/nouveau", &fields);
        assert_eq!((first.location(), second.location()), ("/evenements/tricot", "/evenements/tricot"));
        assert_eq!(app.get("/evenements/tricot-la-fabrique").status, 404);
    });
}

#[test]
fn only_hosts_of_the_place_see_the_form_and_strangers_hear_of_nothing() {
    on_each_database(|app| {
        let (fabrique, _) = fabrique(app);
        let moulin = app.place(place("Le Moulin"));
        app.publish(&fabrique, &event("Café", "2026-03-12 09:00", "10:00"));
        let member = app.sign_in(&app.member("Zoé Blanc", &[(fabrique.id, Member)]));
        let elsewhere = app.sign_in(&app.member("Ali Ben", &[(moulin.id, Host)]));
        let paths = [
            NEW,
            "/evenements/cafe/modifier",
            "/evenements/cafe/annuler",
            "/evenements/cafe/supprimer",
            "/evenements/cafe/dupliquer",
            "/lieux/la-fabrique/evenements",
        ];
        for path in paths {
            assert_eq!(member.get(path).status, 404, "{path}");
            assert_eq!(elsewhere.get(path).status, 404, "{path}");
            let visitor = app.visitor().get(path);
            assert!(visitor.location().starts_with("/connexion"), "{path}");
        }
        let coordinator = app.sign_in(&app.coordinator("Line Petit"));
        for path in paths {
            assert_eq!(coordinator.get(path).status, 200, "{path}");
        }
        // Who holds one place alone is not asked which.
        assert!(elsewhere.get("/evenements/nouveau").words().contains("Le Moulin"));
        assert!(coordinator.get("/evenements/nouveau").words().contains("Dans quel lieu"));
    });
}

#[test]
fn what_is_wrong_is_said_and_what_was_typed_is_kept() {
    on_each_database(|app| {
        let (_, camille) = fabrique(app);
        let typed =
            [("title", "Co"), ("start", "18h30"), ("end", ""), ("description", "Apportez <b>tout</b>")];
        let answer = camille.submit(NEW, &workshop(&typed));
        let words = again(&answer);
        assert!(words.contains("2 réponses sont à corriger"), "{words}");
        assert!(words.contains("Donnez un titre") && words.contains("Indiquez l’heure de fin"), "{words}");
        let html = answer.text();
        assert!(html.contains("value=\"18h30\"") && html.contains("Apportez &lt;b&gt;tout"), "{html}");
        assert!(html.contains("href=\"#f-title\""));
        let english = camille.submit("/en/evenements/nouveau?lieu=la-fabrique", &workshop(&[("title", "")]));
        assert!(again(&english).contains("Give a title of at least 3 characters."));
        assert!(!app.get("/agenda").words().contains("Couture"), "nothing was announced");
    });
}

#[test]
fn the_dates_of_a_series_are_seen_before_they_are_saved() {
    on_each_database(|app| {
        let (_, camille) = fabrique(app);
        let series = [
            ("date", "2026-05-07"),
            ("repeats", "week"),
            ("until", "2026-06-04"),
            ("holidays", "on"),
            ("do", "preview"),
        ];
        let answer = camille.submit(NEW, &workshop(&series));
        assert_eq!(answer.status, 200, "nothing is wrong");
        let words = words(&answer.text());
        for told in [
            "Tous les jeudis, de 18 h 30 à 20 h 30",
            "4 dates",
            "jeudi 7 mai 2026",
            "jeudi 14 mai 2026 : sauté, Ascension",
            "jeudi 21 mai 2026",
            "jeudi 4 juin 2026",
        ] {
            assert!(words.contains(told), "{told}: {words}");
        }
        assert!(!app.get("/agenda?date=2026-05-07").words().contains("Couture"), "nothing was announced");
        // The script of the form asks for the same.
        let query = "/evenements/apercu?place=la-fabrique&date=2026-05-07&start=18:30&end=20:30&repeats=week\
            &until=2026-06-04&holidays=on&exclusion=2026-05-21";
        let words = camille.get(query).words();
        assert!(words.contains("jeudi 14 mai 2026 : sauté, Ascension"), "{words}");
        assert!(words.contains("jeudi 21 mai 2026 : sauté, à votre demande"), "{words}");
        // One date is ticked, and the series is announced without it.
        let series = [
            ("date", "2026-05-07"),
            ("repeats", "week"),
            ("until", "2026-06-04"),
            ("holidays", "on"),
            ("exclusion", "2026-05-21"),
        ];
        let answer = camille.submit(NEW, &workshop(&series));
        let dates = camille.follow(&answer).words();
        assert!(dates.contains("jeudi 28 mai 2026") && !dates.contains("jeudi 21 mai 2026 "), "{dates}");
    });
}

#[test]
fn a_taken_room_is_refused_and_neighbours_are_said_once() {
    on_each_database(|app| {
        let (fabrique, camille) = fabrique(app);
        let moulin = app.place(place("Le Moulin"));
        let mut theirs = event("Conseil", "2026-03-12 18:00", "19:00");
        theirs.room = "Salle bleue".into();
        app.publish(&fabrique, &theirs);
        app.publish(&moulin, &event("Couture facile", "2026-03-12 19:00", "21:00"));
        let answer = camille.submit(NEW, &workshop(&[("room", "salle bleue")]));
        let told = again(&answer);
        assert!(told.contains("est déjà prise") && told.contains("Couture facile"), "{told}");
        // What is said is said once; the room is refused however often it is asked for.
        let mark = answer
            .text()
            .split("name=\"told\" value=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_owned();
        let answer = camille.submit(NEW, &workshop(&[("room", "salle bleue"), ("told", &mark)]));
        assert!(again(&answer).contains("est prise jeudi 12 mars"));
        let answer = camille.submit(NEW, &workshop(&[("room", "Salle rouge"), ("told", &mark)]));
        assert_eq!(answer.location(), "/evenements/couture");
    });
}

#[test]
fn a_draft_is_seen_by_hosts_alone_until_it_is_published() {
    on_each_database(|app| {
        let (fabrique, camille) = fabrique(app);
        let answer =
            camille.submit(NEW, &workshop(&[("title", "Fête secrète"), ("end", ""), ("do", "draft")]));
        let list = camille.follow(&answer);
        let told = list.words();
        assert!(told.contains("Le brouillon est gardé") && told.contains("Fête secrète"), "{told}");
        for path in [
            "/agenda",
            "/agenda?q=secrète",
            "/agenda.ics",
            "/agenda.atom",
            "/lieux/la-fabrique",
            "/sitemap.xml",
        ] {
            assert!(!app.get(path).text().contains("secr"), "{path}");
        }
        let html = list.text();
        let href = html.split("/evenements/nouveau?brouillon=").nth(1).unwrap().split('"').next().unwrap();
        let path = format!("/evenements/nouveau?brouillon={href}");
        assert_eq!(app.sign_in(&app.member("Zoé Blanc", &[(fabrique.id, Member)])).get(&path).status, 404);
        // Two hosts write on at once: both versions are kept.
        let other = app.sign_in(&app.member("Ali Ben", &[(fabrique.id, Host)]));
        let mine = camille.submit(&path, &[("room", "Cuisine"), ("do", "draft")]);
        assert!(camille.follow(&mine).words().contains("Le brouillon est gardé"));
        let mut late =
            workshop(&[("title", "Fête d’Ali"), ("do", "draft"), ("draft", href), ("revision", "1")]);
        late.push(("place", "la-fabrique"));
        let beside = other.submit(NEW, &late);
        let told = other.follow(&beside).words();
        assert!(told.contains("le vôtre est gardé à côté") && told.contains("Fête secrète"), "{told}");

        let answer = camille.submit(&path, &[("end", "21:00"), ("do", "save")]);
        assert_eq!(answer.location(), "/evenements/fete-secrete");
        assert!(app.get("/evenements/fete-secrete").words().contains("Cuisine"));
        assert_eq!(camille.get(&path).status, 404, "it is a draft no more");
        let told = camille.get("/lieux/la-fabrique/evenements").words();
        assert!(told.contains("Fête secrète"), "{told}");
        let discard =
            camille.press("/lieux/la-fabrique/evenements", "/evenements/nouveau", &[("do", "discard")]);
        assert!(!camille.follow(&discard).words().contains("Fête d’Ali"));
    });
}

#[test]
fn an_event_is_changed_and_two_who_change_it_at_once_see_each_other() {
    on_each_database(|app| {
        let (fabrique, camille) = fabrique(app);
        let ali = app.sign_in(&app.member("Ali Ben", &[(fabrique.id, Host)]));
        app.publish(&fabrique, &event("Couture", "2026-03-12 18:30", "20:30"));
        let path = "/evenements/couture/modifier";
        let page = ali.get(path).text();
        let hidden = |name: &str| {
            let rest = page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
            rest.split('"').next().unwrap().replace("&quot;", "\"")
        };
        let (seal, before) = (hidden("seal"), hidden("before"));

        let saved =
            camille.submit(path, &[("title", "Couture du soir"), ("room", "Salle bleue"), ("do", "save")]);
        assert!(camille.follow(&saved).words().contains("C’est enregistré"));

        // Ali began before: he changed the title too, and the hour.
        let late = [("title", "Atelier couture"), ("room", ""), ("start", "19:00"), ("do", "save")];
        let mut fields = late.to_vec();
        fields.extend([("seal", seal.as_str()), ("before", before.as_str())]);
        let answer = ali.submit(path, &fields);
        let told = again(&answer);
        for line in
            ["Deux versions", "Couture du soir", "Atelier couture", "Salle bleue", "de 19 h à 20 h 30"]
        {
            assert!(told.contains(line), "{line}: {told}");
        }
        assert!(
            app.get("/evenements/couture").words().contains("Couture du soir"),
            "nothing was written over"
        );
        // He keeps his hour and her title; the room, which he left alone, is proposed as she has it.
        let html = answer.text();
        assert!(html.contains("name=\"keep-room\" value=\"theirs\" checked"), "{html}");
        let hidden = |name: &str| {
            let rest = html.rsplit(&format!("name=\"{name}\" value=\"")).next().unwrap();
            rest.split('"').next().unwrap().replace("&quot;", "\"")
        };
        let (token, once) = (hidden("token"), hidden("once"));
        let (seal, before, mine) = (hidden("seal"), hidden("before"), hidden("mine"));
        let chosen = [
            ("token", token.as_str()),
            ("once", &once),
            ("seal", &seal),
            ("before", &before),
            ("mine", &mine),
            ("compared", "on"),
            ("keep-title", "theirs"),
            ("keep-room", "theirs"),
            ("keep-when", "mine"),
        ];
        let saved = ali.post(path, &chosen);
        let told = ali.follow(&saved).words();
        for line in ["Couture du soir", "Salle bleue", "de 19 h à 20 h 30"] {
            assert!(told.contains(line), "{line}: {told}");
        }
    });
}

#[test]
fn a_form_that_is_saved_as_it_was_changes_nothing() {
    on_each_database(|app| {
        let (fabrique, camille) = fabrique(app);
        let nth = |nth, weekday| NthWeekday { nth, weekday };
        let rules = [
            Rule::Weekly { every: 2, days: vec![Weekday::Fri, Weekday::Thu] },
            Rule::MonthlyByWeekday { every: 1, days: vec![nth(1, Weekday::Thu), nth(-1, Weekday::Mon)] },
            Rule::MonthlyByWeekday { every: 1, days: vec![nth(5, Weekday::Thu), nth(1, Weekday::Thu)] },
            Rule::MonthlyByDate { every: 3, day: 31 },
            Rule::Dates { dates: vec!["2026-04-01".parse().unwrap(), "2026-05-01".parse().unwrap()] },
        ];
        for (n, rule) in rules.into_iter().enumerate() {
            let mut draft = event(&format!("Série {n}"), "2026-03-05 22:00", "2026-03-06 01:30")
                .repeating(rule, End::Count(9))
                .skipping_holidays();
            draft.themes = vec![Theme::Youth, Theme::Making];
            draft.accessibility = vec![Accessibility::Hearing, Accessibility::Motor];
            draft.description = "Deux\n\nlignes &amp; « guillemets »".into();
            (draft.price_cents, draft.capacity, draft.registration_closes_hours) = (Some(1205), Some(9), 36);
            let again = draft.schedule.recurrence.as_mut().unwrap();
            again.exclusions = vec!["2026-04-02".parse().unwrap(), "2026-03-19".parse().unwrap()];
            again.pauses = vec![Pause { from: "2026-07-01".parse().unwrap(), resumes: None }];
            let id = app.publish(&fabrique, &draft).id;
            let before = app.db.read_now(|conn| events::by_id(conn, id)).unwrap();
            app.at(&format!("2026-03-05T1{n}:00:00Z"));
            let path = format!("/evenements/serie-{n}/modifier?portee=toutes");
            camille.submit(&path, &[("do", "save")]).location();
            let after = app.db.read_now(|conn| events::by_id(conn, id)).unwrap();
            assert_eq!(before.0, after.0, "{n}");
            assert_eq!(before.1.schedule().unwrap(), after.1.schedule().unwrap(), "{n}");
        }
    });
}

#[test]
fn of_a_series_one_date_the_following_or_all_are_changed() {
    on_each_database(|app| {
        let (fabrique, camille) = fabrique(app);
        let draft =
            event("Café", "2026-03-05 18:30", "20:30").every_week(End::Until("2026-04-02".parse().unwrap()));
        app.publish(&fabrique, &draft);
        let told = camille.get("/evenements/cafe/modifier").words();
        assert!(told.contains("Quelles dates modifier") && told.contains("jeudi 12 mars 2026"), "{told}");
        let told = camille.get("/evenements/cafe/modifier?date=20260312T183000").words();
        for reach in ["Cette date", "Cette date et les suivantes", "Toutes les dates"] {
            assert!(told.contains(reach), "{reach}: {told}");
        }
        let one = "/evenements/cafe/modifier?date=20260312T183000&portee=date";
        let saved =
            camille.submit(one, &[("title", "Café des langues"), ("date", "2026-03-13"), ("end", "21:00")]);
        assert_eq!(saved.location(), "/evenements/cafe/20260312T183000");
        let told = camille.follow(&saved).words();
        assert!(told.contains("Café des langues") && told.contains("vendredi 13 mars 2026"), "{told}");
        assert!(told.contains("de 18 h 30 à 21 h"), "{told}");

        let following = "/evenements/cafe/modifier?date=20260319T183000&portee=suite";
        let form = camille.get(following).text();
        assert!(form.contains("value=\"2026-03-19\""), "{form}");
        let saved =
            camille.submit(following, &[("title", "Café de printemps"), ("start", "19:00"), ("do", "save")]);
        assert_eq!(saved.location(), "/evenements/cafe-de-printemps");
        let told = camille.follow(&saved).words();
        assert!(
            told.contains("La nouvelle série commence ici") && told.contains("jeudi 2 avril 2026"),
            "{told}"
        );
        let old = app.get("/evenements/cafe").words();
        assert!(old.contains("Café des langues") && !old.contains("jeudi 19 mars 2026"), "{old}");

        let all = "/evenements/cafe-de-printemps/modifier?portee=toutes";
        let saved = camille.submit(all, &[("room", "Cuisine"), ("do", "save")]);
        assert!(camille.follow(&saved).words().contains("Cuisine"));
    });
}

#[test]
fn events_are_cancelled_put_off_moved_online_taken_back_and_deleted() {
    on_each_database(|app| {
        let (fabrique, camille) = fabrique(app);
        let draft = event("Café", "2026-03-05 18:30", "20:30").every_week(End::Never);
        app.publish(&fabrique, &draft);
        let date = |verb: &str| format!("/evenements/cafe/{verb}?date=20260312T183000");
        let shown = "/evenements/cafe/20260312T183000";
        let said = camille.submit(&date("annuler"), &[("note", "Panne de chauffage")]);
        assert_eq!(said.location(), shown);
        let told = app.get(shown).words();
        assert!(told.contains("Annulé.") && told.contains("Panne de chauffage"), "{told}");
        assert!(!app.get("/evenements/cafe/20260319T183000").words().contains("Annulé."));
        camille.submit(&date("retablir"), &[]).location();
        assert!(!app.get(shown).words().contains("Annulé."));
        let moved = [("date", "2026-03-14"), ("start", "10:00"), ("end", "12:00")];
        camille.submit(&date("reporter"), &moved).location();
        assert!(app.get(shown).words().contains("samedi 14 mars 2026"));
        camille.submit(&date("reporter"), &[]).location();
        assert!(app.get(shown).words().contains("Reporté."));
        let wrong = camille.submit(&date("en-ligne"), &[("online", "visio")]);
        assert!(again(&wrong).contains("Ce n’est pas l’adresse d’une page web"));
        camille.submit(&date("en-ligne"), &[("online", "https://visio.exemple.fr/a")]).location();
        assert!(app.get(shown).words().contains("En ligne."));
        let gone = camille.submit("/evenements/cafe/supprimer", &[]);
        assert_eq!(gone.location(), "/lieux/la-fabrique/evenements");
        assert_eq!(app.get("/evenements/cafe").status, 404);
        assert!(app.get("/evenements/cafe.ics").text().contains("STATUS:CANCELLED"));
    });
}

#[test]
fn an_event_is_done_again_on_the_date_that_is_meant() {
    on_each_database(|app| {
        let (fabrique, camille) = fabrique(app);
        let mut draft = event("Repair café", "2026-02-14 14:00", "17:00");
        draft.room = "Atelier".into();
        draft.price_cents = Some(0);
        app.publish(&fabrique, &draft);
        let path = "/evenements/repair-cafe/dupliquer";
        let form = camille.get(path).text();
        assert!(form.contains("value=\"2026-03-07\""), "the next Saturday: {form}");
        let again = camille.submit(path, &[("do", "save")]);
        let told = camille.follow(&again).words();
        assert!(told.contains("samedi 7 mars 2026") && told.contains("Atelier"), "{told}");
        let first = app.get("/evenements/repair-cafe").words();
        assert!(first.contains("samedi 14 février 2026"), "the first stays: {first}");
        let told = camille.get("/moi/evenements").words();
        assert!(told.contains("Repair café") && told.contains("samedi 7 mars 2026"), "{told}");
    });
}

#[test]
fn the_page_of_an_event_offers_its_host_what_can_be_done() {
    on_each_database(|app| {
        let (fabrique, camille) = fabrique(app);
        let id = app.publish(&fabrique, &event("Café", "2026-03-12 09:00", "10:00")).id;
        let own = camille.get("/evenements/cafe").text();
        for verb in ["modifier", "dupliquer", "annuler", "reporter", "en-ligne", "supprimer"] {
            assert!(own.contains(&format!("href=\"/evenements/cafe/{verb}\"")), "{verb}: {own}");
        }
        assert!(!own.contains("/retablir"), "there is nothing to take back");
        assert!(!app.get("/evenements/cafe").text().contains("/modifier"));
        let (row, schedule) = app.db.read_now(|conn| events::by_id(conn, id)).unwrap();
        let span = schedule.schedule().unwrap().span;
        assert!(matches!(span, Span::Timed { .. }) && row.sequence == 0, "looking changes nothing");
    });
}

#[test]
fn a_cover_replaces_the_drawn_one_and_goes_again() {
    on_each_database(|app| {
        let (fabrique, camille) = fabrique(app);
        app.publish(&fabrique, &event("Café", "2026-03-12 09:00", "10:00"));
        let path = "/evenements/cafe/image";
        let mut png = Vec::new();
        let picture = image::RgbImage::from_pixel(400, 300, image::Rgb([200, 120, 40]));
        image::DynamicImage::from(picture)
            .write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png)
            .unwrap();
        let wordless = camille.upload(path, ("file", "affiche.png", &png), &[]);
        assert!(again(&wordless).contains("Dites en quelques mots"));
        let wrong = camille.upload(path, ("file", "a.png", b"<svg onload=alert(1)>"), &[("alt", "Affiche")]);
        assert_eq!(wrong.status, 422);
        assert!(!app.get("/evenements/cafe").text().contains("/photos/"));
        camille.upload(path, ("file", "affiche.png", &png), &[("alt", "Une tasse <b>")]).location();
        let page = app.get("/evenements/cafe").text();
        let src = page.split("src=\"/photos/").nth(1).expect("the cover").split('"').next().unwrap();
        assert!(page.contains("alt=\"Une tasse &lt;b&gt;\""), "{page}");
        assert_eq!(app.get(&format!("/photos/{src}")).status, 200);
        // Search engines and calendars are told of it.
        assert!(page.replace(' ', "").contains(&format!("/photos/{src}\",")), "{page}");
        for feed in ["/agenda.ics", "/lieux/la-fabrique/agenda.ics", "/evenements/cafe.ics"] {
            let text = app.get(feed).text().replace("\r\n ", "");
            let image = format!("/photos/{src}");
            let line = text.lines().find(|line| line.starts_with("IMAGE")).expect(feed);
            assert!(line.contains("VALUE=URI") && line.ends_with(&image), "{feed}: {line}");
        }
        // Done again, at once or later, the event has it too; it is a picture of its own.
        let again = "/evenements/cafe/dupliquer";
        camille.submit(again, &[("title", "Thé"), ("date", "2026-03-20"), ("do", "save")]).location();
        let later = [("later-date", "2026-03-07"), ("later-time", "8:00"), ("do", "save")];
        let soup = [("title", "Soupe"), ("date", "2026-03-21")];
        camille.submit(again, &later.into_iter().chain(soup).collect::<Vec<_>>()).location();
        app.at("2026-03-07T07:00:00Z");
        publish_due(&process(app), &|| true);
        for copy in ["/evenements/the", "/evenements/soupe"] {
            let text = app.get(copy).text();
            assert!(text.contains("alt=\"Une tasse &lt;b&gt;\"") && !text.contains(src), "{copy}: {text}");
        }
        camille.press(path, path, &[("do", "remove")]).location();
        assert!(!app.get("/evenements/cafe").text().contains("/photos/"));
        assert_eq!(app.get(&format!("/photos/{src}")).status, 404);
    });
}

#[test]
fn of_two_who_want_a_room_at_once_one_has_it() {
    on_each_database(|app| {
        let (fabrique, camille) = fabrique(app);
        let other = app.sign_in(&app.member("Ali Ben", &[(fabrique.id, Host)]));
        let browsers = [camille, other];
        let answers: Vec<u16> = std::thread::scope(|scope| {
            let ask = |(n, browser): (usize, Browser)| {
                scope.spawn(move || {
                    let title = format!("Réunion {n}");
                    let wish = [("title", title.as_str()), ("room", "Salle bleue"), ("kind", "assemblee")];
                    browser.submit(NEW, &workshop(&wish)).status
                })
            };
            let threads: Vec<_> = browsers.into_iter().enumerate().map(ask).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let published = answers.iter().filter(|status| **status == 303).count();
        assert_eq!((published, answers.len()), (1, 2), "{answers:?}");
        assert!(answers.contains(&422), "{answers:?}");
    });
}

/// A workshop that is to be published on the morning of 7 March.
fn planned(browser: &Browser, other: &[(&str, &str)]) -> Answer {
    let mut fields = workshop(other);
    fields.extend([("later-date", "2026-03-07"), ("later-time", "08:00")]);
    browser.submit(NEW, &fields)
}

/// Another process of the same service.
fn process(app: &TestApp) -> App {
    let db = vigie::db::open(&app.url, 2).unwrap();
    App::new(Config::for_database(app.url.clone()), db, app.clock.clone()).unwrap()
}

#[test]
fn an_event_is_published_later_by_itself_and_once() {
    on_each_database(|app| {
        let (_, camille) = fabrique(app);
        let answer = planned(&camille, &[]);
        let list = camille.follow(&answer).words();
        assert!(list.contains("l’évènement se publiera tout seul"), "{list}");
        assert!(list.contains("sera publié le samedi 7 mars 2026 à 8 h"), "{list}");
        let (one, other) = (process(app), process(app));
        publish_due(&one, &|| true);
        assert_eq!(app.get("/evenements/couture").status, 404, "not yet");
        app.at("2026-03-07T07:00:00Z");
        std::thread::scope(|scope| {
            scope.spawn(|| publish_due(&one, &|| true));
            scope.spawn(|| publish_due(&other, &|| true));
        });
        publish_due(&one, &|| true);
        assert!(app.get("/evenements/couture").words().contains("jeudi 12 mars 2026"));
        assert_eq!(app.get("/evenements/couture-la-fabrique").status, 404, "once");
        let list = camille.get("/lieux/la-fabrique/evenements").words();
        assert!(!list.contains("sera publié") && list.contains("Couture"), "{list}");
        assert!(camille.get("/moi/evenements").words().contains("Couture"), "who planned it holds it");
    });
}

/// What is asked of those who register, as a host types it.
const ASKED: [(&str, &str); 6] = [
    ("registration", "ouverte"),
    ("capacity", "12"),
    ("group-max", "4"),
    ("members-only", "on"),
    ("question-0", "Une allergie ?"),
    ("choices-0", "Non\nGluten"),
];

/// What is stored of it.
fn asked_of(app: &TestApp, slug: &str) -> (i32, bool, bool, Vec<String>) {
    let slug = vigie::domain::slug::Slug::parse(slug).unwrap();
    let rules = app.db.read_now(|conn| {
        let id = events::by_slug(conn, &slug)?.0.id;
        vigie::store::registration_rules::of(conn, id)
    });
    let rules = rules.unwrap();
    let questions = rules.questions.into_iter().map(|question| question.label).collect();
    (rules.group_max, rules.members_only, rules.waitlist, questions)
}

#[test]
fn an_event_is_published_with_what_is_asked_of_those_who_register() {
    on_each_database(|app| {
        let (_, camille) = fabrique(app);
        let wanted = (4, true, true, vec!["Une allergie ?".to_owned()]);
        let form = camille.get(NEW).words();
        assert!(form.contains("Personnes par inscription") && form.contains("Questions à poser"), "{form}");
        assert_eq!(camille.submit(NEW, &workshop(&ASKED)).location(), "/evenements/couture");
        assert_eq!(asked_of(app, "couture"), wanted);
        // Done again, it asks the same.
        let again = camille.submit(
            "/evenements/couture/dupliquer",
            &[("title", "Couture bis"), ("date", "2026-03-20"), ("do", "save")],
        );
        assert_eq!(again.location(), "/evenements/couture-bis");
        assert_eq!(asked_of(app, "couture-bis"), wanted);
        // In a draft, and when it is published by itself.
        let mut later = ASKED.to_vec();
        later.extend([
            ("title", "Tricot"),
            ("date", "2026-03-26"),
            ("later-date", "2026-03-07"),
            ("later-time", "8:00"),
        ]);
        let list = camille.follow(&camille.submit(NEW, &workshop(&later))).text();
        let uid = list.split("/evenements/nouveau?brouillon=").nth(1).unwrap().split('"').next().unwrap();
        let draft = camille.get(&format!("/evenements/nouveau?brouillon={uid}")).text();
        assert!(draft.contains("Une allergie ?") && draft.contains("Gluten"), "{draft}");
        app.at("2026-03-07T07:00:00Z");
        publish_due(&process(app), &|| true);
        assert_eq!(asked_of(app, "tricot"), wanted);
        // What is wrong is said beside its field.
        let wrong = camille.submit(NEW, &workshop(&[("group-max", "99"), ("choices-1", "Une")]));
        let said = self::again(&wrong);
        assert!(said.contains("Écrivez un nombre de 1 à 20"), "{said}");
        assert!(wrong.text().contains("href=\"#f-group-max\""), "{}", wrong.text());
        // Without a word of it, one comes alone and waits when it is full.
        camille.submit(NEW, &workshop(&[("title", "Libre"), ("date", "2026-04-02")]));
        assert_eq!(asked_of(app, "libre"), (1, false, true, Vec::new()));
    });
}

#[test]
fn a_plan_is_changed_or_given_up() {
    on_each_database(|app| {
        let (_, camille) = fabrique(app);
        let list = camille.follow(&planned(&camille, &[])).text();
        let uid = list.split("/evenements/nouveau?brouillon=").nth(1).unwrap().split('"').next().unwrap();
        let path = format!("/evenements/nouveau?brouillon={uid}");
        let past = camille.submit(&path, &[("later-date", "2026-03-01"), ("do", "save")]);
        assert!(again(&past).contains("Ce moment est déjà passé"));
        let late = camille.submit(&path, &[("later-date", "2026-03-13"), ("do", "save")]);
        assert!(again(&late).contains("aurait déjà eu lieu"));
        let moved =
            camille.submit(&path, &[("later-date", "2026-03-08"), ("title", "Tricot"), ("do", "save")]);
        let told = camille.follow(&moved).words();
        assert!(told.contains("sera publié le dimanche 8 mars 2026 à 8 h"), "{told}");
        assert!(!told.contains("samedi 7"), "{told}");
        let list = "/lieux/la-fabrique/evenements";
        let given_up = camille.press(list, "/evenements/nouveau", &[("do", "unplan")]);
        let told = camille.follow(&given_up).words();
        assert!(told.contains("reste un brouillon") && !told.contains("sera publié"), "{told}");
        app.at("2026-03-08T09:00:00Z");
        publish_due(&process(app), &|| true);
        assert_eq!(app.get("/evenements/tricot").status, 404);
        // Without a moment it is published at once.
        let answer = camille.submit(&path, &[("later-date", ""), ("later-time", ""), ("do", "save")]);
        assert_eq!(answer.location(), "/evenements/tricot");
    });
}

#[test]
fn what_cannot_be_published_stays_a_draft_and_its_host_is_told() {
    on_each_database(|app| {
        let (fabrique, camille) = fabrique(app);
        planned(&camille, &[("room", "Salle bleue")]).location();
        let mut theirs = event("Conseil", "2026-03-12 18:00", "19:00");
        theirs.room = "Salle bleue".into();
        app.publish(&fabrique, &theirs);
        app.at("2026-03-07T09:00:00Z");
        publish_due(&process(app), &|| true);
        assert_eq!(app.get("/evenements/couture").status, 404);
        let list = camille.get("/lieux/la-fabrique/evenements").words();
        assert!(list.contains("Couture") && !list.contains("sera publié"), "{list}");
        let (to, letter) = app.letters().pop().unwrap();
        assert_eq!(
            (to.as_str(), letter.subject.key.as_str()),
            ("camille.roux@exemple.fr", "later-letter-failed-subject")
        );
    });
}
