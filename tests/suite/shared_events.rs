//! Events of several places: where they are seen, who changes them, and how a place leaves.

use vigie::domain::member::MembershipRole::{Host, Member};
use vigie::store::places::PlaceRow;

use crate::support::{
    Browser, EventGestures, Person, PlaceGestures, TestApp, event, on_each_database, place, words,
};

const EVENT: &str = "/evenements/fete-des-lieux";
const HANDS: &str = "/evenements/fete-des-lieux/co-animation";
const NEW: &str = "/evenements/nouveau?lieu=la-fabrique";

/// Two places in two territories, and a host of each.
struct Two {
    fabrique: PlaceRow,
    moulin: PlaceRow,
    zoe_person: Person,
    camille: Browser,
    zoe: Browser,
}

fn two(app: &TestApp) -> Two {
    let fabrique = app.place(place("La Fabrique"));
    let moulin = app.place(place("Le Moulin").in_town("Privas", "07186", "07000"));
    let camille = app.sign_in(&app.member("Camille Roux", &[(fabrique.id, Host)]));
    let zoe_person = app.member("Zoé Blanc", &[(moulin.id, Host)]);
    Two { zoe: app.sign_in(&zoe_person), fabrique, moulin, zoe_person, camille }
}

fn feast<'a>(other: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let plain = [
        ("title", "Fête des lieux"),
        ("kind", "apero"),
        ("date", "2026-03-07"),
        ("start", "18:30"),
        ("end", "20:30"),
        ("do", "save"),
    ];
    plain.into_iter().chain(other.iter().copied()).collect()
}

/// Where an event of Le Moulin is seen, and not one of La Fabrique alone.
const THERE: [&str; 6] = [
    "/lieux/le-moulin",
    "/agenda?lieu=le-moulin",
    "/agenda?territoire=07",
    "/territoires/07",
    "/lieux/le-moulin/agenda.ics",
    "/territoires/07/agenda.ics",
];

/// How often the feast is told at an address; feeds fold long lines.
fn times(app: &TestApp, path: &str) -> usize {
    let answer = app.get(path);
    assert_eq!(answer.status, 200, "{path}");
    let what = if path.ends_with(".ics") { "SUMMARY:Fête des lieux" } else { "Fête des lieux" };
    answer.text().matches(what).count()
}

fn vevent(app: &TestApp, path: &str) -> String {
    let text = app.get(path).text();
    let start = text.find("BEGIN:VEVENT").unwrap();
    text[start..text.find("END:VEVENT").unwrap()].to_owned()
}

/// Subject and paragraphs of the letters to somebody.
fn letters_to(app: &TestApp, email: &str) -> Vec<String> {
    let say = |line: &vigie::mail::Line| line.say(vigie::i18n::Locale::Fr);
    let letters = app.letters().into_iter().filter(|(to, _)| to == email);
    letters.map(|(_, letter)| say(&letter.subject)).collect()
}

#[test]
fn an_event_of_two_places_is_seen_with_both() {
    on_each_database(|app| {
        let Two { moulin, camille, zoe_person, .. } = two(app);
        // Kept before it is announced: what was kept must not be told any more.
        for path in THERE {
            assert_eq!(times(app, path), 0, "{path}");
        }
        let further = moulin.id.to_string();
        let form = camille.get(NEW);
        assert!(form.words().contains("Aussi dans d’autres lieux"), "{}", form.words());
        let answer = camille.submit(NEW, &feast(&[("further", &further), ("told", "")]));
        assert_eq!(answer.location(), EVENT, "{}", answer.words());
        for path in THERE {
            assert!(times(app, path) > 0, "{path}");
        }
        for path in ["/lieux/le-moulin/agenda.ics", "/territoires/07/agenda.ics", "/agenda.ics"] {
            assert_eq!(times(app, path), 1, "{path}");
            assert_eq!(vevent(app, path), vevent(app, "/lieux/la-fabrique/agenda.ics"), "{path}");
        }
        // Where it is stands beside it where one would think it elsewhere.
        assert!(app.get("/lieux/le-moulin").words().contains("La Fabrique"));
        assert!(app.get("/agenda?lieu=le-moulin&q=fete").words().contains("Fête des lieux"));
        assert!(app.get("/agenda?lieu=le-moulin&territoire=26").words().contains("Fête des lieux"));
        let page = app.get(EVENT);
        assert!(page.words().contains("avec Le Moulin"), "{}", page.words());
        assert!(page.text().contains("href=\"/lieux/le-moulin\""));
        let told = page.text().replace(' ', "");
        assert!(
            told.contains("\"organizer\":[{\"@type\":\"Organization\",\"name\":\"LaFabrique\"}"),
            "{told}"
        );
        assert_eq!(
            letters_to(app, &zoe_person.email),
            ["La Fabrique annonce un évènement avec Le Moulin\u{a0}: Fête des lieux"]
        );
        // What is said of the other place is said anew when it changes.
        let renamed = vigie::domain::place::PlaceDraft {
            name: "Le Grand Moulin".to_owned(),
            ..place("Le Moulin").in_town("Privas", "07186", "07000")
        };
        let now = app.clock.now();
        app.db
            .write_now(|tx| vigie::actions::save_place(tx, Some(moulin.id), &renamed, now).map(|_| ()))
            .unwrap();
        assert!(app.get(EVENT).words().contains("avec Le Grand Moulin"));
    });
}

#[test]
fn hosts_of_each_place_change_it_and_take_their_own_out() {
    on_each_database(|app| {
        let Two { fabrique, moulin, camille, zoe, .. } = two(app);
        let mut draft = event("Fête des lieux", "2026-03-12 18:30", "20:30")
            .every_week(vigie::domain::schedule::End::Until("2026-04-30".parse().unwrap()));
        draft.further_places = vec![moulin.id];
        app.publish(&fabrique, &draft);
        let list = zoe.get("/lieux/le-moulin/evenements");
        assert!(list.words().contains("Fête des lieux") && !list.text().contains("/dupliquer"));
        assert!(zoe.get("/moi").words().contains("Fête des lieux"), "hers, as nobody is named");
        let all = format!("{EVENT}/modifier?portee=toutes");
        assert!(!zoe.get(&all).words().contains("Aussi dans d’autres lieux"));
        assert_eq!(zoe.submit(&all, &[("audience", "Tout le monde"), ("do", "save")]).location(), EVENT);
        let page = app.get(EVENT).words();
        assert!(page.contains("Tout le monde") && page.contains("avec Le Moulin"), "{page}");
        // A field that the form does not have is not read.
        let fabrique_id = fabrique.id.to_string();
        let sent = zoe.submit(&all, &[("further", &fabrique_id), ("do", "save")]);
        assert_eq!(sent.location(), EVENT);
        assert!(app.get(EVENT).words().contains("avec Le Moulin"));
        assert_eq!(
            zoe.get(&format!("{EVENT}/supprimer")).status,
            404,
            "deleting is for the organising place"
        );
        // One date and those that follow keep their places.
        let following = format!("{EVENT}/modifier?date=20260402T183000&portee=suite");
        let answer = zoe.submit(&following, &[("title", "Fête de printemps"), ("do", "save")]);
        assert_eq!(answer.location(), "/evenements/fete-de-printemps");
        assert!(app.get("/lieux/le-moulin").words().contains("Fête de printemps"));
        assert!(times(app, "/lieux/le-moulin") > 0);

        let before = app.letters().len();
        let answer = zoe.press(HANDS, HANDS, &[("leave", "le-moulin")]);
        assert_eq!(answer.location(), EVENT);
        assert!(zoe.follow(&answer).words().contains("ne participe plus"));
        assert_eq!(app.letters().len(), before + 1, "the other hosts are told");
        assert_eq!((times(app, "/lieux/le-moulin"), times(app, "/territoires/07/agenda.ics")), (0, 0));
        assert!(times(app, "/lieux/la-fabrique") > 0);
        assert!(!app.get(EVENT).words().contains("avec Le Moulin"));
        assert_eq!(zoe.get(HANDS).status, 404);
        assert_eq!(camille.get(HANDS).status, 200);
    });
}

#[test]
fn who_does_not_hold_the_organising_place_shares_nothing() {
    on_each_database(|app| {
        let Two { fabrique, moulin, camille, zoe_person, .. } = two(app);
        app.publish(&fabrique, &event("Fête des lieux", "2026-03-12 18:30", "20:30"));
        let alix = app.member("Alix Morin", &[(fabrique.id, Member)]);
        camille.submit(HANDS, &[("name", &alix.uid)]);
        let alix = app.sign_in(&alix);
        let sent =
            alix.submit(&format!("{EVENT}/modifier"), &[("further", &moulin.id.to_string()), ("do", "save")]);
        assert_eq!(sent.location(), EVENT);
        assert!(!app.get(EVENT).words().contains("avec"), "{}", app.get(EVENT).words());
        assert!(letters_to(app, &zoe_person.email).is_empty());
        // The place itself, twice, and one that is no more: nothing of it is kept.
        let (own, other) = (fabrique.id.to_string(), moulin.id.to_string());
        let fields = [
            ("further", own.as_str()),
            ("further", &other),
            ("further", &other),
            ("further", "9999"),
            ("do", "save"),
        ];
        assert_eq!(camille.submit(&format!("{EVENT}/modifier"), &fields).location(), EVENT);
        assert!(app.get(EVENT).words().contains("avec Le Moulin"));
        assert_eq!(letters_to(app, &zoe_person.email).len(), 1);
        // Saved again as it was, nobody hears of it again.
        assert_eq!(camille.submit(&format!("{EVENT}/modifier"), &[("do", "save")]).location(), EVENT);
        assert_eq!(letters_to(app, &zoe_person.email).len(), 1);
        // Two who change the places at once see each other.
        let form = camille.get(&format!("{EVENT}/modifier"));
        camille.press(HANDS, HANDS, &[("leave", "le-moulin")]);
        let conflict =
            camille.send_form(&form, &format!("{EVENT}/modifier"), &[("title", "Fête"), ("do", "save")]);
        assert_eq!(conflict.status, 422);
        let told = words(&conflict.text());
        assert!(told.contains("Aussi avec ces lieux") && told.contains("Le Moulin"), "{told}");
    });
}

#[test]
fn a_place_that_goes_leaves_the_event_to_the_other() {
    on_each_database(|app| {
        let Two { fabrique, moulin, .. } = two(app);
        let mut draft = event("Fête des lieux", "2026-03-12 18:30", "20:30");
        draft.further_places = vec![moulin.id];
        let id = app.publish(&fabrique, &draft).id;
        app.withdraw(id);
        for path in ["/lieux/le-moulin", "/agenda?lieu=le-moulin"] {
            assert_eq!(times(app, path), 0, "{path}");
        }
        assert!(app.get("/lieux/le-moulin/agenda.ics").text().contains("STATUS:CANCELLED"));
    });
}
