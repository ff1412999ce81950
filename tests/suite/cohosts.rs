//! Events in several hands: who is named to hold one too, what that allows, and how it ends.

use vigie::actions::{self, Error};
use vigie::domain::event::RegistrationMode;
use vigie::domain::member::MembershipRole::{Host, Member};
use vigie::domain::policy::{Actor, Standing};
use vigie::store::{event_hosts, events};

use crate::support::{
    Browser, EventGestures, Person, PlaceGestures, TestApp, event, on_each_database, place,
};

const EVENT: &str = "/evenements/couture";
const HOSTS: &str = "/evenements/couture/co-animation";

/// La Fabrique with a workshop that Camille announced there, and Zoé, who belongs to the place.
struct Fabrique {
    id: i64,
    host: Person,
    camille: Browser,
    zoe_person: Person,
    zoe: Browser,
}

fn fabrique(app: &TestApp) -> Fabrique {
    let fabrique = app.place(place("La Fabrique"));
    let host = app.member("Camille Roux", &[(fabrique.id, Host)]);
    let zoe_person = app.member("Zoé Blanc", &[(fabrique.id, Member)]);
    let (camille, zoe) = (app.sign_in(&host), app.sign_in(&zoe_person));
    let fields = [
        ("title", "Couture"),
        ("kind", "atelier"),
        ("date", "2026-03-12"),
        ("start", "18:30"),
        ("end", "20:30"),
        ("registration", "ouverte"),
        ("do", "save"),
    ];
    assert_eq!(camille.submit("/evenements/nouveau?lieu=la-fabrique", &fields).location(), EVENT);
    Fabrique { id: id_of(app, "couture"), host, camille, zoe_person, zoe }
}

fn id_of(app: &TestApp, slug: &str) -> i64 {
    let slug = vigie::domain::slug::Slug::parse(slug).unwrap();
    app.db.read_now(|conn| events::by_slug(conn, &slug)).unwrap().0.id
}

/// Subject and paragraphs of the last letter, and for whom it is.
fn last_letter(app: &TestApp) -> (String, String, String) {
    let (to, letter) = app.letters().pop().unwrap();
    let say = |line: &vigie::mail::Line| line.say(vigie::i18n::Locale::Fr);
    let said: Vec<String> = letter.paragraphs.iter().map(say).collect();
    (to, say(&letter.subject), said.join("\n"))
}

/// What Zoé is answered at each address that a co-host has.
fn statuses(browser: &Browser) -> Vec<u16> {
    ["modifier", "annuler", "reporter", "image", "co-animation", "inscriptions", "inscriptions/reglages"]
        .iter()
        .map(|verb| browser.get(&format!("{EVENT}/{verb}")).status)
        .collect()
}

#[test]
fn who_is_named_is_told_and_may_change_the_event_and_nothing_else() {
    on_each_database(|app| {
        let Fabrique { camille, zoe, zoe_person, .. } = fabrique(app);
        assert_eq!(statuses(&zoe), [404; 7]);
        let page = camille.get(HOSTS).words();
        assert!(page.contains("Camille Roux") && page.contains("a publié l’évènement"), "{page}");
        assert!(page.contains("Zoé Blanc"), "members of the place are proposed: {page}");
        let answer = camille.submit(HOSTS, &[("name", &zoe_person.uid)]);
        assert_eq!(answer.location(), HOSTS);
        assert!(camille.follow(&answer).words().contains("nommé·e le"));
        let (to, subject, said) = last_letter(app);
        assert_eq!(
            (to.as_str(), subject.as_str()),
            ("zoe.blanc@exemple.fr", "Vous co-animez\u{a0}: Couture")
        );
        assert!(said.contains("Camille Roux vous a nommé·e"), "{said}");
        let before = app.letters().len();
        assert_eq!(camille.submit(HOSTS, &[("name", &zoe_person.uid)]).status, 303);
        assert_eq!(app.letters().len(), before, "told once");

        assert_eq!(statuses(&zoe), [200; 7]);
        let page = zoe.get(EVENT).text();
        for verb in ["modifier", "co-animation", "annuler", "inscriptions"] {
            assert!(page.contains(&format!("href=\"{EVENT}/{verb}\"")), "{verb}");
        }
        for other in ["supprimer", "dupliquer"] {
            assert!(!page.contains(&format!("href=\"{EVENT}/{other}\"")), "{other}");
            assert_eq!(zoe.get(&format!("{EVENT}/{other}")).status, 404, "{other}");
        }
        let saved =
            zoe.submit(&format!("{EVENT}/modifier"), &[("title", "Couture et tricot"), ("do", "save")]);
        assert_eq!(saved.location(), EVENT);
        assert!(app.get(EVENT).words().contains("Couture et tricot"));
        assert_eq!(zoe.submit(&format!("{EVENT}/annuler"), &[("note", "Grippe")]).location(), EVENT);
        assert!(app.get(EVENT).words().contains("Grippe"));
        // Neither the place nor the naming of others is hers.
        assert_eq!(zoe.get("/lieux/la-fabrique/evenements").status, 404);
        assert!(!zoe.get(HOSTS).words().contains("Nommer quelqu’un"));
        // No name on what everybody sees.
        for public in [EVENT, "/agenda", "/agenda.ics", "/evenements/couture.ics", "/lieux/la-fabrique"] {
            let text = app.get(public).text();
            assert!(!text.contains("Zoé") && !text.contains("Camille"), "{public}");
        }
    });
}

#[test]
fn what_one_co_hosts_is_ones_own_until_one_steps_down() {
    on_each_database(|app| {
        let Fabrique { camille, zoe, zoe_person, host, .. } = fabrique(app);
        assert!(!zoe.get("/moi").words().contains("J’anime"));
        camille.submit(HOSTS, &[("name", &zoe_person.uid)]);
        for own in ["/moi", "/moi/evenements"] {
            assert!(zoe.get(own).words().contains("Couture"), "{own}");
        }
        assert!(zoe.get("/moi/evenements").text().contains(&format!("href=\"{EVENT}/modifier\"")));
        // In two places at once: said to whoever changes the event.
        let other = app.place(place("Le Moulin").in_town("Nyons", "26220", "26110"));
        let talk = app.publish(&other, &event("Conférence", "2026-03-12 19:00", "21:00"));
        app.db.write_now(|tx| event_hosts::add(tx, talk.id, &[zoe_person.id])).unwrap();
        let look = camille.get(
            "/evenements/apercu?place=la-fabrique&event=couture&title=Couture&kind=atelier\
             &date=2026-03-12&start=18:30&end=20:30",
        );
        assert!(look.words().contains("Conférence"), "{}", look.words());

        let left = zoe.submit(HOSTS, &[("remove", &zoe_person.uid)]);
        assert_eq!(left.location(), EVENT);
        assert!(zoe.follow(&left).words().contains("Vous ne co-animez plus"));
        let (to, subject, _) = last_letter(app);
        assert_eq!((to, subject.as_str()), (host.email, "Zoé Blanc ne co-anime plus\u{a0}: Couture"));
        assert_eq!(statuses(&zoe), [404; 7]);
        assert!(!zoe.get("/moi/evenements").words().contains("Couture"));
        // Taken off by a host, one is told.
        camille.submit(HOSTS, &[("name", &zoe_person.uid)]);
        camille.press(HOSTS, HOSTS, &[("remove", &zoe_person.uid)]);
        let (to, _, said) = last_letter(app);
        assert_eq!(to, zoe_person.email);
        assert!(said.contains("vous a retiré·e"), "{said}");
        assert_eq!(statuses(&zoe), [404; 7]);
    });
}

#[test]
fn who_announced_an_event_and_left_its_place_holds_it_no_longer() {
    on_each_database(|app| {
        let Fabrique { id, host, camille, .. } = fabrique(app);
        let gone = Actor::Member(Standing { member: host.id, active: true, ..Standing::default() });
        let now = app.clock.now();
        let cancel = |by: &Actor| app.db.write_now(|tx| actions::cancel_event(tx, by, id, None, "", now));
        assert!(matches!(cancel(&gone), Err(Error::Forbidden)));
        // Named by one who holds the place, they may again.
        let hosts = vigie::domain::slug::Slug::parse("la-fabrique").unwrap();
        let fabrique = app.db.read_now(|conn| vigie::store::places::by_slug(conn, &hosts)).unwrap();
        let ali = app.sign_in(&app.member("Ali Ben", &[(fabrique.id, Host)]));
        camille.submit("/lieux/la-fabrique/quitter", &[]);
        assert_eq!(statuses(&camille), [404; 7]);
        let list = camille.get("/moi/evenements");
        assert!(list.words().contains("Couture") && !list.text().contains("couture/modifier"));
        assert!(!app.get(EVENT).text().contains("Camille"));
        let found = ali.get(&format!("{HOSTS}?q=camille"));
        assert!(found.words().contains("Camille Roux"), "listed as who announced it");
        let row = app.member("Camille Blanc", &[(fabrique.id, Member)]);
        ali.press(HOSTS, HOSTS, &[("name", &row.uid)]);
        let waiting = Actor::Member(Standing { member: row.id, active: false, ..Standing::default() });
        assert!(matches!(cancel(&waiting), Err(Error::Forbidden)), "an account that is put aside");
        let named = Actor::Member(Standing { member: row.id, active: true, ..Standing::default() });
        cancel(&named).unwrap();
    });
}

#[test]
fn a_host_names_whom_they_may_see_and_never_themself() {
    on_each_database(|app| {
        let Fabrique { id, camille, host, .. } = fabrique(app);
        let stranger = app.member("Sofia Petit", &[]);
        let search = camille.get(&format!("{HOSTS}?q=sofia")).words();
        assert!(search.contains("Personne de ce nom"), "{search}");
        assert_eq!(camille.submit(HOSTS, &[("name", &stranger.uid)]).status, 404);
        assert_eq!(camille.submit(HOSTS, &[("name", &host.uid)]).status, 404);
        assert_eq!(camille.submit(HOSTS, &[("name", "nobody")]).status, 404);
        // She shows her name to the network: she can be found and named.
        let sofia = app.sign_in(&stranger);
        let shown = sofia.submit("/moi/profil", &[("name", "Sofia Petit"), ("audience-nom", "reseau")]);
        assert_eq!(shown.status, 303, "{}", shown.words());
        assert!(camille.get(&format!("{HOSTS}?q=sofia")).words().contains("Sofia Petit"));
        assert_eq!(camille.submit(HOSTS, &[("name", &stranger.uid)]).location(), HOSTS);
        let named = app.db.read_now(|conn| event_hosts::named(conn, id)).unwrap();
        assert_eq!(named, [stranger.id]);
        assert_eq!(statuses(&sofia), [200; 7]);
        // A co-host names nobody.
        let page = sofia.get(HOSTS);
        let tried = sofia.send_form(&page, HOSTS, &[("name", &host.uid)]);
        assert_eq!(tried.status, 404);
    });
}

#[test]
fn a_series_that_is_split_keeps_its_co_hosts_and_they_hear_of_requests() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let camille = app.sign_in(&app.member("Camille Roux", &[(fabrique.id, Host)]));
        let zoe = app.member("Zoé Blanc", &[(fabrique.id, Member)]);
        let mut weekly = EventGestures::every_week(
            event("Couture", "2026-03-05 18:30", "20:30"),
            vigie::domain::schedule::End::Never,
        );
        weekly.registration = RegistrationMode::OnApproval;
        app.publish(&fabrique, &weekly);
        camille.submit(HOSTS, &[("name", &zoe.uid)]);
        let split = format!("{EVENT}/modifier?date=20260319T183000&portee=suite");
        let answer = camille.submit(&split, &[("title", "Couture du soir"), ("do", "save")]);
        assert_eq!(answer.location(), "/evenements/couture-du-soir");
        let later = id_of(app, "couture-du-soir");
        assert_eq!(app.db.read_now(|conn| event_hosts::named(conn, later)).unwrap(), [zoe.id]);
        let guest = app.sign_in(&app.member("Ali Ben", &[]));
        guest.submit("/evenements/couture-du-soir/20260319T183000/inscription", &[]);
        let asked: Vec<String> = app
            .letters()
            .into_iter()
            .filter(|(_, letter)| letter.subject.say(vigie::i18n::Locale::Fr).contains("valider"))
            .map(|(to, _)| to)
            .collect();
        assert!(asked.contains(&zoe.email), "{asked:?}");
    });
}
