//! A member's own calendar: opened, read by an app, changed, revoked.

use vigie::actions::{self, Wish};
use vigie::domain::event::RegistrationMode;
use vigie::domain::member::MembershipRole::{Host, Member};
use vigie::domain::policy::Actor;
use vigie::domain::schedule::{End, OccurrenceKey};
use vigie::store::{members, memberships};

use crate::support::{Answer, Browser, EventGestures, Person, TestApp, event, on_each_database, place};

/// Two places with an event each: the person holds the first and is a member of the second.
fn told(app: &TestApp) -> Browser {
    let (held, other) = (app.place(place("La Fabrique")), app.place(place("Le Mas")));
    let foreign = app.place(place("Le Moulin"));
    app.publish(&held, &event("Couture", "2026-03-12 18:30", "20:30"));
    app.publish(&other, &event("Tricot", "2026-03-13 18:30", "20:30").every_week(End::Never));
    app.publish(&foreign, &event("Poterie", "2026-03-14 18:30", "20:30"));
    app.sign_in(&app.member("Camille Roux", &[(held.id, Host), (other.id, Member)]))
}

const BOTH: &[(&str, &str)] = &[("nom", "Mon téléphone"), ("lieux", "on"), ("rappels", "on")];

/// Opens a feed; gives the address of its page and that of the feed itself.
fn open(browser: &Browser, choices: &[(&str, &str)]) -> (String, String) {
    let page = browser.get("/moi/abonnements");
    let marks = |name: &str| {
        let text = page.text();
        let at = text.rfind(&format!("name=\"{name}\" value=\"")).unwrap();
        text[at..].split('"').nth(3).unwrap().to_owned()
    };
    let (token, once) = (marks("token"), marks("once"));
    let fields: Vec<(&str, &str)> =
        choices.iter().copied().chain([("token", token.as_str()), ("once", once.as_str())]).collect();
    let done = browser.post("/moi/abonnements", &fields);
    let at = done.location().to_owned();
    (at.clone(), shown(&browser.get(&at)).unwrap_or_else(|| panic!("no address on {at}")))
}

/// The address that a page shows, from its first slash.
fn shown(page: &Answer) -> Option<String> {
    let text = page.text();
    let at = text.find("value=\"https://vigie.example/agenda/prive/")?;
    let address = text[at..].split('"').nth(1)?;
    address.strip_prefix("https://vigie.example").map(str::to_owned)
}

#[test]
fn a_feed_holds_what_its_owner_chose() {
    on_each_database(|app| {
        let browser = told(app);
        let (_, both) = open(&browser, BOTH);
        let answer = app.get(&both);
        let text = answer.text();
        for (header, value) in [
            ("content-type", "text/calendar; charset=utf-8"),
            ("cache-control", "private, max-age=300"),
            ("x-robots-tag", "noindex"),
        ] {
            assert_eq!(answer.header(header), Some(value), "{header}");
        }
        assert!(
            text.contains("SUMMARY:Couture") && text.contains("SUMMARY:Tricot") && !text.contains("Poterie")
        );
        assert!(
            !text.contains("Camille") && !text.contains("@exemple.fr"),
            "no name, no address of the person"
        );
        // What one hosts takes time and rings; what else goes on does neither.
        let block =
            |title: &str| text.split("BEGIN:VEVENT").find(|block| block.contains(title)).unwrap().to_owned();
        assert!(block("Couture").contains("TRANSP:OPAQUE") && block("Couture").contains("TRIGGER:-PT1H"));
        assert!(block("Tricot").contains("TRANSP:TRANSPARENT") && !block("Tricot").contains("VALARM"));
        assert!(block("Tricot").contains("RRULE:FREQ=WEEKLY"));

        let (_, alone) = open(&browser, &[("nom", "Bureau")]);
        let text = app.get(&alone).text();
        assert!(text.contains("SUMMARY:Couture") && text.contains("TRANSP:OPAQUE"));
        assert!(!text.contains("Tricot") && !text.contains("VALARM"));
    });
}

/// Somebody goes to one date of a series at a place that is not theirs.
#[test]
fn a_date_that_one_goes_to_is_in_the_feed_and_leaves_it_again() {
    on_each_database(|app| {
        let place = app.place(place("Le Moulin"));
        let mut draft = event("Poterie", "2026-03-13 18:30", "20:30").every_week(End::Never);
        draft.registration = RegistrationMode::Open;
        let series = app.publish(&place, &draft);
        let person = app.member("Camille Roux", &[]);
        let browser = app.sign_in(&person);
        let (_, feed) = open(&browser, BOTH);
        assert!(!app.get(&feed).text().contains("Poterie"));
        let (actor, key) = (actor(app, &person), OccurrenceKey::parse("20260320T183000").unwrap());
        app.at("2026-03-06T09:00:00Z");
        let now = app.clock.now();
        let wish = Wish { size: 1, ..Wish::default() };
        app.db.write_now(|tx| actions::register(tx, &actor, series.id, Some(&key), &wish, now)).unwrap();
        let text = app.get(&feed).text();
        for line in [
            "RECURRENCE-ID;TZID=Europe/Paris:20260320T183000",
            "TRANSP:OPAQUE",
            "DTSTAMP:20260306T090000Z",
            "TRIGGER:-PT1H",
        ] {
            assert!(text.contains(line), "{line}: {text}");
        }
        assert!(!text.contains("RRULE:FREQ=WEEKLY\r") && text.matches("BEGIN:VEVENT").count() == 1, "{text}");
        let words = browser.get("/moi").words();
        assert!(words.split("J’y vais").nth(1).unwrap().contains("Poterie"));

        app.withdraw(series.id);
        let text = app.get(&feed).text();
        assert!(
            text.contains("STATUS:CANCELLED") && !text.contains("VALARM"),
            "those who go learn of it: {text}"
        );
    });
}

/// What the policy knows of somebody.
fn actor(app: &TestApp, person: &Person) -> Actor {
    let standing = app.db.read_now(|conn| {
        let member = members::by_id(conn, person.id)?;
        memberships::standing(conn, &member)
    });
    Actor::Member(standing.unwrap())
}

#[test]
fn an_event_is_the_same_in_public_and_in_private() {
    on_each_database(|app| {
        let browser = told(app);
        let (_, feed) = open(&browser, BOTH);
        let uids = |path: &str| {
            let text = app.get(path).text();
            let mut uids: Vec<String> =
                text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect();
            uids.sort();
            uids
        };
        let mut public = uids("/lieux/la-fabrique/agenda.ics");
        public.extend(uids("/lieux/le-mas/agenda.ics"));
        public.sort();
        assert_eq!(uids(&feed), public);
    });
}

#[test]
fn apps_ask_by_its_tag() {
    on_each_database(|app| {
        let browser = told(app);
        let (at, feed) = open(&browser, BOTH);
        let etag = app.get(&feed).header("etag").unwrap().to_owned();
        let again = app.ask("GET", &feed, &[("if-none-match", &etag)]);
        assert_eq!((again.status, again.body.len()), (304, 0));
        assert_eq!(again.header("cache-control"), Some("private, max-age=300"));
        let packed = app.ask("GET", &feed, &[("accept-encoding", "gzip")]);
        assert_eq!(
            (packed.header("content-encoding"), packed.header("etag")),
            (Some("gzip"), Some(etag.as_str()))
        );
        assert_eq!(app.ask("HEAD", &feed, &[]).body.len(), 0);
        // What stands still stands still; what changes is seen at once.
        app.at("2026-03-05T11:00:00Z");
        assert_eq!(app.ask("GET", &feed, &[("if-none-match", &etag)]).status, 304);
        let saved = browser.submit(&at, &[("nom", "Téléphone"), ("rappels", "on")]);
        assert_eq!(saved.location(), "/moi/abonnements");
        let changed = app.ask("GET", &feed, &[("if-none-match", &etag)]);
        assert_eq!(changed.status, 200);
        assert!(
            changed.text().contains("DTSTAMP:20260305T110000Z"),
            "the change of a choice is a change of the event"
        );
        let page = browser.follow(&saved);
        assert!(page.words().contains("Téléphone"));
    });
}

#[test]
fn an_address_is_shown_to_one_browser_for_an_hour_and_is_stored_nowhere() {
    on_each_database(|app| {
        let browser = told(app);
        let (at, feed) = open(&browser, BOTH);
        let secret = feed.trim_start_matches("/agenda/prive/").trim_end_matches(".ics").to_owned();
        let person = app.member("Alix Brun", &[]);
        assert_eq!(app.sign_in(&person).get(&at).status, 404, "another's");
        assert!(app.visitor().get(&at).location().starts_with("/connexion?vers="));
        app.at("2026-03-05T10:01:00Z");
        assert_eq!(shown(&browser.get(&at)), None);
        assert_eq!(app.get(&feed).status, 200, "it goes on");
        let stored = app.db.read_now(|conn| {
            let row = vigie::store::private_feeds::by_uid(conn, at.rsplit('/').next().unwrap())?;
            Ok::<_, vigie::db::Error>(format!("{row:?}"))
        });
        assert!(!stored.unwrap().contains(&secret));
    });
}

#[test]
fn a_new_address_ends_the_old_one() {
    on_each_database(|app| {
        let browser = told(app);
        let (at, old) = open(&browser, BOTH);
        app.at("2026-03-06T09:00:00Z");
        let renewed = browser.press(&at, &format!("{at}/adresse"), &[]);
        let new = shown(&browser.follow(&renewed)).unwrap();
        assert_ne!(old, new);
        let gone = app.get(&old);
        assert_eq!((gone.status, gone.header("content-type")), (404, Some("text/plain; charset=utf-8")));
        assert!(app.get(&new).text().contains("SUMMARY:Couture"));
    });
}

#[test]
fn a_revoked_feed_is_gone_and_the_others_stay() {
    on_each_database(|app| {
        let browser = told(app);
        let ((at, phone), (_, laptop)) = (open(&browser, BOTH), open(&browser, &[("nom", "Bureau")]));
        assert_eq!(app.get(&phone).status, 200);
        let revoked = browser.press(&at, &format!("{at}/supprimer"), &[]);
        assert!(browser.follow(&revoked).words().contains("L’abonnement est supprimé."));
        assert_eq!((app.get(&phone).status, app.get(&laptop).status), (404, 200));
        assert_eq!(browser.get(&at).status, 404);
    });
}

#[test]
fn nobody_changes_the_feed_of_another() {
    on_each_database(|app| {
        let browser = told(app);
        let (at, feed) = open(&browser, BOTH);
        let other = app.sign_in(&app.member("Alix Brun", &[]));
        let (own, _) = open(&other, BOTH);
        let form = other.get(&own).text();
        let token =
            form.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        for path in [at.clone(), format!("{at}/adresse"), format!("{at}/supprimer")] {
            assert_eq!(
                other.post(&path, &[("token", token.as_str()), ("nom", "Pris")]).status,
                404,
                "{path}"
            );
        }
        assert_eq!(app.get(&feed).status, 200);
    });
}

#[test]
fn a_feed_without_a_name_is_asked_for_one_and_ten_are_enough() {
    on_each_database(|app| {
        let browser = told(app);
        let wrong = browser.submit("/moi/abonnements", &[("nom", "  "), ("rappels", "on")]);
        assert_eq!(wrong.status, 422);
        assert!(wrong.text().contains("Donnez un nom à cet abonnement"));
        for n in 0..10 {
            open(&browser, &[("nom", &format!("Appareil {n}"))]);
        }
        let full = browser.get("/moi/abonnements");
        assert!(full.words().contains("Vous avez dix adresses") && full.words().contains("Appareil 9"));
    });
}

#[test]
fn a_form_sent_twice_opens_one_feed() {
    on_each_database(|app| {
        let browser = told(app);
        let page = browser.get("/moi/abonnements").text();
        let value = |name: &str| {
            page.rsplit(&format!("name=\"{name}\" value=\""))
                .next()
                .unwrap()
                .split('"')
                .next()
                .unwrap()
                .to_owned()
        };
        let (token, once) = (value("token"), value("once"));
        let fields = [("token", token.as_str()), ("once", once.as_str()), ("nom", "Mon téléphone")];
        let (first, second) =
            (browser.post("/moi/abonnements", &fields), browser.post("/moi/abonnements", &fields));
        assert_eq!(first.location(), second.location());
        assert!(shown(&browser.follow(&second)).is_some());
    });
}

#[test]
fn what_is_no_secret_opens_nothing() {
    let app = TestApp::on_sqlite();
    for path in
        ["/agenda/prive/x.ics", "/agenda/prive/.ics", "/agenda/prive/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics"]
    {
        assert_eq!(app.get(path).status, 404, "{path}");
    }
}
