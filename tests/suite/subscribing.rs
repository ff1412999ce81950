//! People without account who are told by mail: they ask, confirm, change, leave, come back.

use vigie::app::App;
use vigie::config::Config;
use vigie::db;
use vigie::domain::email::EmailAddress;
use vigie::domain::member::MembershipRole;
use vigie::domain::subscription::{Choices, Rhythm, SubscriberState, Timetable};
use vigie::i18n::Locale;
use vigie::jobs::run_due;
use vigie::mail::{Copy, MailState, Mailing, MailingList};
use vigie::secret::masked;
use vigie::store::mailings::{self, NewCopy};
use vigie::store::members::{self, NewMember};
use vigie::store::outbox;
use vigie::store::subscribers::{self, LEAVE, MANAGE, Reader, SubscriberRow};

use crate::support::{Answer, Browser, TestApp, on_each_database, place, send};

const ZOE: &str = "zoe@exemple.fr";

fn address(email: &str) -> EmailAddress {
    EmailAddress::parse(email).unwrap()
}

fn row(app: &TestApp, email: &str) -> Option<SubscriberRow> {
    app.db.read_now(|conn| subscribers::by_email(conn, &address(email))).unwrap()
}

/// "lieu la-fabrique, genre atelier"
fn topics(app: &TestApp, row: &SubscriberRow) -> String {
    let topics = app.db.read_now(|conn| subscribers::topics(conn, row.id)).unwrap();
    topics.iter().map(|(topic, key)| format!("{topic} {key}")).collect::<Vec<_>>().join(", ")
}

/// The address that the last letter to somebody leads to.
fn link_of(app: &TestApp, email: &str) -> String {
    let letter = app.letters().into_iter().rfind(|(to, _)| to == email).unwrap().1;
    letter.button.unwrap().1
}

/// Asks at `path` and follows the letter; gives the page that manages it.
#[track_caller]
fn subscribe(app: &TestApp, browser: &Browser, path: &str, email: &str) -> String {
    let asked = browser.submit(path, &[("email", email), ("do", "ask")]);
    assert!(asked.location().ends_with("/lettre/envoyee"));
    browser.submit(&link_of(app, email), &[]).location().to_owned()
}

/// Somebody who is told of everything each week, and the link of a purpose.
fn reader(app: &TestApp, email: &str, purpose: &str) -> (i64, String) {
    let (now, usual) = (app.clock.now(), Timetable::usual(chrono_tz::Europe::Paris));
    app.db
        .write_now(|tx| {
            let email = address(email);
            let row = subscribers::ensure(tx, Reader::Address(&email, Locale::Fr), &usual, now)?;
            Ok::<_, db::Error>((row.id, subscribers::sign(tx, &row, purpose, now)?))
        })
        .unwrap()
}

#[test]
fn somebody_is_told_once_their_address_is_proven() {
    on_each_database(|app| {
        app.place(place("La Fabrique"));
        let page = app.get("/lieux/la-fabrique").text();
        assert!(page.contains("href=\"/lettre?lieu=la-fabrique\""));
        assert!(
            app.get("/en/agenda?genre=atelier&gratuit=1")
                .text()
                .contains("href=\"/en/lettre?genre=atelier\"")
        );

        let browser = app.visitor();
        let form = browser.get("/lettre?lieu=la-fabrique");
        assert!(form.text().contains("value=\"la-fabrique\" checked"), "{}", form.text());
        let asked = browser.submit(
            "/lettre?lieu=la-fabrique",
            &[("email", " Zoe@Exemple.FR "), ("rythme", "quotidien"), ("do", "ask")],
        );
        assert!(browser.follow(&asked).words().contains("rien ne vous sera envoyé avant"));
        // Nothing is kept beside the link, and looking at it changes nothing: mail programs do.
        let link = link_of(app, ZOE);
        assert_eq!(masked(&link), "/lettre/confirmer/…");
        let shown = app.visitor().get(&link).words();
        assert!(shown.contains("La Fabrique") && shown.contains("Chaque jour"), "{shown}");
        assert_eq!(row(app, ZOE), None);

        let confirmed = browser.submit(&link, &[]);
        let manage = confirmed.location().to_owned();
        assert_eq!(masked(&manage), "/lettre/…");
        let page = browser.follow(&confirmed).words();
        assert!(page.contains("C’est confirmé") && page.contains("z…@exemple.fr"), "{page}");
        assert!(!page.contains(ZOE), "whoever has the mail may be somebody else");
        let stored = row(app, ZOE).unwrap();
        assert_eq!(topics(app, &stored), "lieu la-fabrique");
        assert_eq!((stored.state.as_str(), stored.rhythm.as_str()), ("actif", "quotidien"));
        let due = stored.timetable().unwrap().next_after(app.clock.now()).unwrap();
        assert_eq!(stored.next_at.unwrap().0, due);

        // The letter leads there again, and from another browser.
        let again = app.visitor().get(&link);
        assert!(again.words().contains("C’est déjà confirmé") && again.text().contains(&manage));
        assert_eq!(app.visitor().get(&manage).status, 200);
        app.at("2026-03-09T10:00:00Z");
        assert!(app.get(&link).words().contains("Ce lien ne mène plus à rien"));
    });
}

#[test]
fn what_is_asked_for_again_is_added() {
    on_each_database(|app| {
        app.place(place("La Fabrique"));
        app.place(place("Le Mas"));
        let browser = app.visitor();
        let manage = subscribe(app, &browser, "/lettre?lieu=la-fabrique&genre=atelier", ZOE);
        assert_eq!(topics(app, &row(app, ZOE).unwrap()), "genre atelier, lieu la-fabrique");
        // What was left open there is open: all that is on at Le Mas.
        let second = subscribe(app, &browser, "/en/lettre?lieu=le-mas", ZOE);
        assert_eq!(second, manage, "one mail for all");
        let stored = row(app, ZOE).unwrap();
        assert_eq!(topics(app, &stored), "lieu la-fabrique, lieu le-mas");
        assert_eq!(stored.locale(), Locale::Fr);

        // Who had left begins anew.
        browser.submit(&manage, &[("do", "leave")]);
        subscribe(app, &browser, "/lettre?territoire=26", ZOE);
        let stored = row(app, ZOE).unwrap();
        assert_eq!((topics(app, &stored).as_str(), stored.state.as_str()), ("territoire 26", "actif"));
    });
}

#[test]
fn known_and_unknown_addresses_get_the_same_answer() {
    on_each_database(|app| {
        app.place(place("La Fabrique"));
        let person = app.member("Camille Roux", &[]);
        let browser = app.visitor();
        let ask =
            |email: &str| browser.submit("/lettre?lieu=la-fabrique", &[("email", email), ("do", "ask")]);
        let (known, unknown) = (ask(&person.email), ask(ZOE));
        assert_eq!(known.location(), unknown.location());
        // The member's letter leads to what they chose, where the place is proposed and not yet kept.
        let link = link_of(app, &person.email);
        assert!(link.ends_with("?lieu=la-fabrique"), "{link}");
        let page = app.visitor().get(&link);
        assert!(page.text().contains("value=\"la-fabrique\" checked"));
        let own = app.db.read_now(|conn| subscribers::of_member(conn, person.id)).unwrap().unwrap();
        assert_eq!(topics(app, &own), "");
        assert_eq!(row(app, &person.email), None, "one mail for all");
        for _ in 0..4 {
            assert_eq!(ask(&person.email).status, 303);
        }
        let stopped = ask(&person.email);
        assert_eq!((stopped.status, ask(ZOE).status), (429, 303));
        assert!(crate::support::words(&stopped.text()).contains("minutes"));
        assert_eq!(browser.submit("/lettre", &[("email", "zoe@"), ("rythme", "mensuel")]).status, 422);
    });
}

#[test]
fn places_are_found_by_name_and_nothing_typed_is_lost() {
    on_each_database(|app| {
        for name in ["La Fabrique", "La Fabrique du Sud", "Le Mas"] {
            app.place(place(name));
        }
        let browser = app.visitor();
        let fields = [("email", ZOE), ("genre", "atelier"), ("cherche", "fabriq"), ("do", "search")];
        let found = browser.submit("/lettre", &fields);
        let page = found.text();
        assert!(found.words().contains("2 lieux trouvés"));
        assert!(page.contains("value=\"la-fabrique\">") && page.contains("value=\"la-fabrique-du-sud\">"));
        assert!(page.contains("value=\"zoe@exemple.fr\"") && page.contains("value=\"atelier\" checked"));
        // One that is meant without doubt is ticked at once, and kept by the main button too.
        let one = browser.submit("/lettre", &[("email", ZOE), ("cherche", "LA FABRIQUE"), ("do", "search")]);
        assert!(one.text().contains("value=\"la-fabrique\" checked") && !one.text().contains("du-sud"));
        let several = browser.submit("/lettre", &[("email", ZOE), ("cherche", "fabrique"), ("do", "ask")]);
        assert_eq!(several.status, 422);
        assert!(several.text().contains("Plusieurs lieux portent ce nom"));
        let none = browser.submit("/lettre", &[("email", ZOE), ("cherche", "moulin"), ("do", "ask")]);
        assert_eq!(none.status, 422);
        assert!(none.text().contains("value=\"moulin\"") && none.text().contains("Aucun lieu"));
        // The key of the field sends the first button.
        let blank = browser.submit("/lettre", &[("email", ZOE), ("do", "search")]);
        assert_eq!(blank.location(), "/lettre/envoyee");
    });
}

const ONE_CLICK: &[u8] = b"List-Unsubscribe=One-Click";

fn press(app: &TestApp, path: &str, media_type: Option<&str>, body: &[u8]) -> Answer {
    let headers: Vec<_> = media_type.map(|kind| ("content-type", kind)).into_iter().collect();
    send(&app.origin, "POST", path, &headers, body)
}

#[test]
fn a_mail_program_unsubscribes_by_one_post() {
    on_each_database(|app| {
        let multipart =
            b"--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
        let ways: [(Option<&str>, &[u8]); 5] = [
            (Some("application/x-www-form-urlencoded"), ONE_CLICK),
            (Some("multipart/form-data; boundary=x"), multipart),
            (Some("text/plain"), ONE_CLICK),
            (None, ONE_CLICK),
            (None, b""),
        ];
        for (n, (media_type, body)) in ways.into_iter().enumerate() {
            let email = format!("a{n}@exemple.fr");
            let (_, link) = reader(app, &email, LEAVE);
            let path = format!("/lettre/{link}/quitter");
            assert_eq!(masked(&path), "/lettre/…/quitter");
            let before = row(app, &email).unwrap();
            for method in ["GET", "HEAD"] {
                let looked = app.ask(method, &path, &[]);
                assert_eq!(looked.status, 200);
            }
            assert_eq!(row(app, &email).unwrap(), before, "scanners look at links");
            for _ in 0..2 {
                let answer = press(app, &path, media_type, body);
                assert_eq!(answer.status, 200, "{media_type:?}");
                assert_eq!(answer.header("content-type"), Some("text/plain; charset=utf-8"));
                assert_eq!((answer.header("set-cookie"), answer.header("location")), (None, None));
                assert_eq!(answer.text(), "Désabonnement enregistré.\n");
            }
            let after = row(app, &email).unwrap();
            assert_eq!((after.state().unwrap(), after.next_at), (SubscriberState::Left, None));
        }
    });
}

#[test]
fn links_that_are_none_or_no_longer_good_do_nothing() {
    on_each_database(|app| {
        let (id, link) = reader(app, ZOE, LEAVE);
        let (_, manage) = reader(app, ZOE, MANAGE);
        let bent: String = link.chars().rev().collect();
        for forged in [bent.as_str(), "x", manage.as_str()] {
            let path = format!("/lettre/{forged}/quitter");
            let (looked, pressed) = (app.get(&path).status, press(app, &path, None, ONE_CLICK).status);
            // Of a number that nobody has, nobody can tell.
            assert!([(404, 404), (200, 200)].contains(&(looked, pressed)), "{looked} {pressed}");
        }
        assert_eq!(app.get(&format!("/lettre/{manage}/quitter")).status, 404, "a link is good for one thing");
        assert_eq!(app.get(&format!("/lettre/{link}")).status, 404);
        assert_eq!(row(app, ZOE).unwrap().state, "actif");

        // Void: told in words, and a mail program is content.
        app.db.write_now(|tx| subscribers::void_links(tx, id)).unwrap();
        for path in [format!("/lettre/{link}/quitter"), format!("/lettre/{manage}")] {
            assert!(app.get(&path).words().contains("Ce lien ne mène plus à rien"), "{path}");
        }
        let leave = format!("/lettre/{link}/quitter");
        assert_eq!(press(app, &leave, None, ONE_CLICK).status, 200);
        assert_eq!(row(app, ZOE).unwrap().state, "actif", "it governs nothing any more");
        app.db.write_now(|tx| subscribers::delete(tx, id)).unwrap();
        assert!(app.get(&leave).words().contains("Ce lien ne mène plus à rien"));
        assert_eq!(press(app, &leave, None, ONE_CLICK).status, 200);
    });
}

#[test]
fn who_leaves_can_have_less_or_come_back() {
    on_each_database(|app| {
        let (id, link) = reader(app, ZOE, LEAVE);
        let path = format!("/lettre/{link}/quitter");
        let page = app.get(&path).words();
        assert!(page.contains("z…@exemple.fr") && page.contains("Chaque dimanche vers 18 h"), "{page}");
        assert!(page.contains("inscrit·e") && page.contains("Une fois par mois"));
        let browser = app.visitor();
        let less = browser.submit(&path, &[("do", "monthly")]);
        assert_eq!(less.location(), path);
        assert!(app.get(&path).words().contains("Le premier dimanche du mois"));
        assert!(!app.get(&path).text().contains("value=\"monthly\""));
        browser.submit(&path, &[("do", "leave")]);
        let left = app.get(&path).words();
        assert!(
            left.contains("vous ne recevez plus le récapitulatif") && left.contains("trente jours"),
            "{left}"
        );
        // News of a week ago are still news, older ones are not.
        app.at("2026-03-30T10:00:00Z");
        browser.submit(&path, &[("do", "return")]);
        let back = row(app, ZOE).unwrap();
        assert_eq!((back.state().unwrap(), back.rhythm.as_str()), (SubscriberState::Active, "mensuel"));
        assert_eq!(back.told_until.0.to_rfc3339(), "2026-03-23T10:00:00+00:00");
        assert_eq!(back.next_at.unwrap().0.to_rfc3339(), "2026-04-05T16:00:00+00:00");
        assert_eq!(back.id, id);
    });
}

#[test]
fn who_left_is_forgotten_after_thirty_days_and_whoever_wants_it_at_once() {
    on_each_database(|app| {
        let (_, link) = reader(app, ZOE, LEAVE);
        reader(app, "staying@exemple.fr", LEAVE);
        press(app, &format!("/lettre/{link}/quitter"), None, ONE_CLICK);
        let process = App::new(
            Config::for_database(app.url.clone()),
            db::open(&app.url, 2).unwrap(),
            app.clock.clone(),
        );
        let process = process.unwrap();
        app.at("2026-04-02T10:00:00Z");
        run_due(&process, &|| true);
        assert!(row(app, ZOE).is_some());
        // Asked once more, the thirty days are those of the first time.
        press(app, &format!("/lettre/{link}/quitter"), None, ONE_CLICK);
        app.at("2026-04-06T10:00:00Z");
        run_due(&process, &|| true);
        assert_eq!(row(app, ZOE), None);
        assert!(row(app, "staying@exemple.fr").is_some());

        let (_, manage) = reader(app, ZOE, MANAGE);
        let browser = app.visitor();
        let erased = browser.submit(&format!("/lettre/{manage}"), &[("do", "erase")]);
        assert!(browser.follow(&erased).words().contains("C’est effacé"));
        assert_eq!(row(app, ZOE), None);
    });
}

#[test]
fn what_waits_for_its_turn_is_not_sent_to_who_left() {
    on_each_database(|app| {
        let (_, link) = reader(app, ZOE, LEAVE);
        let stored = row(app, ZOE).unwrap();
        let (due, now) = (stored.next_at.unwrap().0, app.clock.now());
        let mailing = Mailing {
            list: MailingList::Newsletter,
            locale: Locale::Fr,
            subject: "Votre semaine".to_owned(),
            text: "Rien".to_owned(),
            html: "<p>Rien</p>".to_owned(),
        };
        let write = |tx: &mut db::Transaction<'_>| {
            let mailing = mailings::insert(tx, &mailing, now)?;
            let copy = NewCopy {
                mailing,
                list: MailingList::Newsletter,
                once_key: stored.digest_key(&stored.timetable().unwrap(), due),
                recipient: ZOE,
                recipient_name: "",
                locale: Locale::Fr,
                member: None,
                copy: &Copy::default(),
            };
            mailings::enqueue(tx, &[copy], now)
        };
        app.db.write_now(write).unwrap();
        app.at("2026-03-10T09:00:00Z");
        let waiting = || app.db.read_now(|conn| outbox::in_state(conn, MailState::Waiting, 9)).unwrap().len();
        assert_eq!(waiting(), 1);
        press(app, &format!("/lettre/{link}/quitter"), None, ONE_CLICK);
        assert_eq!(waiting(), 0);
    });
}

#[test]
fn hosts_see_how_many_follow_their_place_and_nobody_else_does() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let host = app.member("Nadia Serre", &[(fabrique.id, MembershipRole::Host)]);
        let asks = app.member("Hugo Blanc", &[(fabrique.id, MembershipRole::Asked)]);
        let browser = app.sign_in(&host);
        let followers = || {
            let page = browser.get("/lieux/la-fabrique").words();
            page.split("suit ce lieu").next().unwrap().contains("Une personne")
        };
        assert!(browser.get("/lieux/la-fabrique").words().contains("Personne ne suit encore ce lieu"));
        subscribe(app, &app.visitor(), "/lettre?lieu=la-fabrique", ZOE);
        subscribe(app, &app.visitor(), "/lettre?genre=atelier", "ana@exemple.fr");
        assert!(followers());
        // Whoever belongs to the place and wants to hear of it counts once.
        app.sign_in(&asks).submit("/moi/courrier", &[("do", "save")]);
        assert!(followers());
        browser.submit("/moi/courrier?lieu=la-fabrique", &[("do", "save")]);
        assert!(browser.get("/lieux/la-fabrique").words().contains("2 personnes suivent ce lieu"));
        let (_, leave) = reader(app, ZOE, LEAVE);
        press(app, &format!("/lettre/{leave}/quitter"), None, ONE_CLICK);
        assert!(followers());
        assert!(!app.get("/lieux/la-fabrique").text().contains("suit ce lieu"));
    });
}

#[test]
fn an_account_takes_over_what_its_address_chose() {
    on_each_database(|app| {
        app.place(place("La Fabrique"));
        let browser = app.visitor();
        let manage = subscribe(app, &browser, "/lettre?lieu=la-fabrique", "camille.roux@exemple.fr");
        let person = app.member("Camille Roux", &[]);
        let own = app.db.read_now(|conn| subscribers::of_member(conn, person.id)).unwrap().unwrap();
        assert_eq!((own.email.as_deref(), own.own_places), (None, true));
        assert_eq!(topics(app, &own), "lieu la-fabrique");
        assert_eq!(row(app, &person.email), None, "nobody gets two mails");
        assert_eq!(app.get(&manage).status, 200, "links of mails go on");

        // Another address: what was sent to the old one opens nothing.
        let to = address(ZOE);
        let (_, other) = reader(app, ZOE, MANAGE);
        let now = app.clock.now();
        app.db.write_now(|tx| vigie::store::accounts::set_email(tx, person.id, &to, now)).unwrap();
        assert_eq!(row(app, ZOE), None);
        for link in [manage.as_str(), &format!("/lettre/{other}")] {
            assert!(app.get(link).words().contains("Ce lien ne mène plus à rien"), "{link}");
        }

        // Who was told of everything still is: own places do not narrow it.
        reader(app, "nadia@exemple.fr", MANAGE);
        let new = NewMember {
            email: &address("nadia@exemple.fr"),
            name: &vigie::domain::member::PersonName::parse("Nadia Serre").unwrap(),
            locale: Locale::Fr,
            state: vigie::domain::member::MemberState::Active,
            coordinates: false,
            password_hash: None,
            uid: uuid::Uuid::from_u128(7),
        };
        let nadia = app.db.write_now(|tx| members::insert(tx, &new, now)).unwrap();
        let own = app.db.read_now(|conn| subscribers::of_member(conn, nadia)).unwrap().unwrap();
        assert_eq!(own.choices(Vec::new()), Choices::default());
        assert_eq!(own.timetable().unwrap().rhythm, Rhythm::Weekly);
        // The account goes, and with it the subscription.
        app.db.write_now(|tx| members::delete(tx, nadia)).unwrap();
        assert!(app.db.read_now(|conn| subscribers::by_id(conn, own.id)).is_err());
    });
}
