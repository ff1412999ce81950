//! Members propose events to a place; its hosts publish them, amend them first, or decline.

use vigie::actions::{self, Error, NewEvent};
use vigie::domain::member::MembershipRole::{Host, Member};
use vigie::domain::policy::{Actor, Standing};
use vigie::store::proposals;

use crate::support::{Browser, Person, TestApp, event, on_each_database, place, words};

const PROPOSE: &str = "/lieux/la-fabrique/proposer";
const LIST: &str = "/lieux/la-fabrique/evenements";
const MINE: &str = "/evenements/propositions";

/// La Fabrique, one who holds it and one who comes there.
struct Fabrique {
    place: vigie::store::places::PlaceRow,
    host: Person,
    camille: Browser,
    zoe: Browser,
}

fn fabrique(app: &TestApp) -> Fabrique {
    let place = app.place(place("La Fabrique"));
    let host = app.member("Camille Roux", &[(place.id, Host)]);
    let zoe = app.member("Zoé Blanc", &[(place.id, Member)]);
    Fabrique { camille: app.sign_in(&host), zoe: app.sign_in(&zoe), place, host }
}

const FEAST: [(&str, &str); 8] = [
    ("title", "Repas de quartier"),
    ("kind", "dejeuner"),
    ("date", "2026-03-14"),
    ("start", "12:00"),
    ("end", "14:00"),
    ("description", "Chacun·e apporte un plat."),
    ("reason", "On se connaît trop peu."),
    ("do", "save"),
];

/// Proposes the feast; gives the address of the proposal.
fn proposed(browser: &Browser, title: &str) -> String {
    let mut fields = FEAST.to_vec();
    fields[0] = ("title", title);
    browser.submit(PROPOSE, &fields).location().to_owned()
}

/// What the last letter says: for whom, its subject, its words.
fn last_letter(app: &TestApp) -> (String, String, String) {
    let (to, letter) = app.letters().pop().unwrap();
    let say = |line: &vigie::mail::Line| line.say(vigie::i18n::Locale::Fr);
    let said: Vec<String> = letter.paragraphs.iter().map(say).collect();
    (to, say(&letter.subject), said.join("\n"))
}

#[test]
fn a_proposal_reaches_the_hosts_and_nobody_else() {
    on_each_database(|app| {
        let Fabrique { camille, zoe, host, .. } = fabrique(app);
        let path = proposed(&zoe, "Repas de quartier");
        let (to, subject, letter) = last_letter(app);
        assert_eq!(to, host.email);
        assert_eq!(subject, "Zoé Blanc propose un évènement\u{a0}: Repas de quartier");
        assert!(letter.contains("On se connaît trop peu."), "{letter}");
        let own = zoe.get(&path).words();
        assert!(own.contains("proposé") && own.contains("Retirer ma proposition"), "{own}");
        assert!(!own.contains("Publier tel quel"), "{own}");
        let list = zoe.get(MINE).words();
        assert!(list.contains("Repas de quartier") && list.contains("à La Fabrique"), "{list}");
        let told = camille.get(LIST).words();
        assert!(told.contains("Proposés par des membres") && told.contains("de Zoé Blanc"), "{told}");
        let page = camille.get(&path).words();
        for words in ["samedi 14 mars", "Chacun·e apporte un plat", "Publier tel quel"] {
            assert!(page.to_lowercase().contains(&words.to_lowercase()), "{words}: {page}");
        }
        // It stands nowhere else.
        for public in ["/agenda", "/agenda.ics", "/lieux/la-fabrique", "/agenda.atom"] {
            assert!(!app.get(public).text().contains("quartier"), "{public}");
        }
        let stranger = app.sign_in(&app.member("Ali Ben", &[]));
        assert_eq!(stranger.get(&path).status, 404);
        assert!(app.visitor().get(&path).location().starts_with("/connexion"));
        assert!(app.visitor().get(PROPOSE).location().starts_with("/connexion"));
        let leads_there = |page: &str| page.contains("href=\"/lieux/la-fabrique/proposer\"");
        assert!(leads_there(&app.get("/lieux/la-fabrique").text()));
        assert!(leads_there(&zoe.get("/lieux/la-fabrique").text()));
        assert!(!leads_there(&camille.get("/lieux/la-fabrique").text()), "hosts publish themselves");
    });
}

#[test]
fn a_host_publishes_it_as_it_is_and_the_event_names_nobody() {
    on_each_database(|app| {
        let Fabrique { camille, zoe, .. } = fabrique(app);
        let path = proposed(&zoe, "Repas de quartier");
        let answer = camille.press(&path, &path, &[("do", "publish")]);
        assert_eq!(answer.location(), "/evenements/repas-de-quartier");
        assert!(camille.follow(&answer).words().contains("une lettre le dit"));
        let page = app.get("/evenements/repas-de-quartier").text();
        assert!(page.contains("apporte un plat") && !page.contains("Zo") && !page.contains("Camille"));
        let (to, subject, _) = last_letter(app);
        assert_eq!(to, "zoe.blanc@exemple.fr");
        assert!(subject.contains("Repas de quartier"), "{subject}");
        let own = zoe.get(&path).words();
        assert!(own.contains("accepté") && own.contains("Voir l’évènement publié"), "{own}");
        assert!(!camille.get(LIST).words().contains("Proposés par des membres"));
        // Decided on once.
        let answer = zoe.post(&path, &[("do", "withdraw")]);
        assert_eq!(answer.status, 403, "no button, no token");
    });
}

#[test]
fn a_host_amends_it_before_it_is_published() {
    on_each_database(|app| {
        let Fabrique { camille, zoe, .. } = fabrique(app);
        let path = proposed(&zoe, "Repas");
        let uid = path.rsplit('/').next().unwrap();
        let form = format!("/evenements/nouveau?proposition={uid}");
        let page = camille.get(&form);
        assert!(page.words().contains("Proposé par Zoé Blanc") && page.text().contains("apporte un plat"));
        assert_eq!(zoe.get(&form).status, 404, "hosts alone publish");
        let typed = [("title", "Repas partagé"), ("room", "Cuisine"), ("start", "12:30"), ("do", "save")];
        let answer = camille.send_form(&page, "/evenements/nouveau", &typed);
        assert_eq!(answer.location(), "/evenements/repas-partage");
        assert!(app.get("/evenements/repas-partage").words().contains("de 12 h 30 à 14 h"));
        assert!(zoe.get(&path).text().contains("/evenements/repas-partage"));
        // A form that was open all the while publishes nothing twice.
        let late = camille.send_form(
            &page,
            "/evenements/nouveau",
            &[("title", "Bis"), ("once", ""), ("do", "save")],
        );
        assert!(camille.follow(&late).words().contains("a déjà reçu une réponse"));
        assert_eq!(app.get("/evenements/bis").status, 404);
    });
}

#[test]
fn a_host_declines_with_a_word_and_who_proposed_may_withdraw() {
    on_each_database(|app| {
        let Fabrique { camille, zoe, .. } = fabrique(app);
        let path = proposed(&zoe, "Repas");
        let mute = camille.press(&path, &path, &[("do", "decline"), ("word", " ")]);
        assert_eq!(mute.status, 422);
        assert!(words(&mute.text()).contains("Écrivez un mot"));
        let long = "a".repeat(1_001);
        assert_eq!(camille.press(&path, &path, &[("do", "decline"), ("word", &long)]).status, 422);
        let answer = camille.press(&path, &path, &[("do", "decline"), ("word", "Plutôt en juin ?")]);
        assert_eq!(answer.location(), LIST);
        let (to, _, letter) = last_letter(app);
        assert_eq!(to, "zoe.blanc@exemple.fr");
        assert!(letter.contains("Plutôt en juin ?"), "{letter}");
        let own = zoe.get(&path).words();
        assert!(own.contains("décliné") && own.contains("Plutôt en juin ?"), "{own}");

        let path = proposed(&zoe, "Goûter");
        let before = camille.get(&path);
        let answer = zoe.press(&path, &path, &[("do", "withdraw")]);
        assert!(zoe.follow(&answer).words().contains("La proposition est retirée"));
        let late = camille.send_form(&before, &path, &[("do", "publish")]);
        assert!(camille.follow(&late).words().contains("a déjà reçu une réponse"));
        assert!(!app.get("/agenda?date=2026-03-14").words().contains("Goûter"));
    });
}

#[test]
fn what_is_wrong_is_said_and_what_takes_place_at_the_same_time_once() {
    on_each_database(|app| {
        let Fabrique { zoe, place, .. } = fabrique(app);
        let moulin = app.place(crate::support::place("Le Moulin"));
        app.publish(&moulin, &event("Repas du moulin", "2026-03-14 12:00", "14:00"));
        let answer = zoe.submit(PROPOSE, &[("title", "R"), ("reason", "Parce que"), ("do", "save")]);
        assert_eq!(answer.status, 422);
        let told = words(&answer.text());
        assert!(told.contains("Donnez un titre") && told.contains("Parce que"), "{told}");
        // What only hosts say is not taken from a proposal.
        let mut fields = FEAST.to_vec();
        fields.extend([("room", "Salle bleue"), ("organiser", "La Ville")]);
        let path = proposed(&zoe, "Lecture");
        let uid = path.rsplit('/').next().unwrap().to_owned();
        let stored = app.db.read_now(|conn| proposals::by_uid(conn, &uid)).unwrap();
        assert!(!stored.fields.contains("reason") && stored.place_id == place.id, "{}", stored.fields);
        let answer = zoe.submit(PROPOSE, &fields);
        assert_eq!(answer.status, 422);
        let told = words(&answer.text());
        assert!(told.contains("Pas encore envoyé") && told.contains("Repas du moulin"), "{told}");
        let again = zoe.send_form(&answer, PROPOSE, &fields);
        let uid = again.location().rsplit('/').next().unwrap().to_owned();
        let stored = app.db.read_now(|conn| proposals::by_uid(conn, &uid)).unwrap();
        assert!(
            !stored.fields.contains("Salle bleue") && !stored.fields.contains("Ville"),
            "{}",
            stored.fields
        );
        // The script of the form asks for the same.
        let query = "/evenements/apercu?place=la-fabrique&title=Repas&kind=dejeuner&date=2026-03-14&start=12:00&end=14:00";
        assert!(zoe.get(query).words().contains("Repas du moulin"));
    });
}

#[test]
fn of_two_hosts_who_publish_at_once_one_does() {
    on_each_database(|app| {
        let Fabrique { zoe, place, host, .. } = fabrique(app);
        let path = proposed(&zoe, "Repas");
        let uid = path.rsplit('/').next().unwrap().to_owned();
        let proposal = app.db.read_now(|conn| proposals::by_uid(conn, &uid)).unwrap();
        let by = Actor::Member(Standing {
            member: host.id,
            active: true,
            host_of: vec![place.id],
            ..Standing::default()
        });
        let (draft, now) = (event("Repas", "2026-03-14 12:00", "14:00"), app.clock.now());
        let accept = |by: &Actor| {
            let new = NewEvent { place: &place, draft: &draft, uid: uuid::Uuid::new_v4(), created_at: now };
            app.db.write_now(|tx| actions::accept_proposal(tx, by, &proposal, &new, now))
        };
        assert!(matches!(accept(&Actor::Visitor), Err(Error::Forbidden)));
        let outcomes: Vec<_> = std::thread::scope(|scope| {
            let runs: Vec<_> = (0..2).map(|_| scope.spawn(|| accept(&by))).collect();
            runs.into_iter().map(|run| run.join().unwrap()).collect()
        });
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{outcomes:?}");
        let refused = outcomes.into_iter().find_map(Result::err).unwrap();
        assert!(matches!(refused, Error::ChangedMeanwhile), "{refused:?}");
        let accepted = app.letters().iter().filter(|(to, _)| to == "zoe.blanc@exemple.fr").count();
        assert_eq!(accepted, 1);
    });
}

#[test]
fn nobody_floods_the_hosts_with_proposals() {
    on_each_database(|app| {
        let Fabrique { zoe, .. } = fabrique(app);
        for n in 0..10 {
            proposed(&zoe, &format!("Idée {n}"));
        }
        assert_eq!(zoe.submit(PROPOSE, &FEAST).status, 429);
    });
}
