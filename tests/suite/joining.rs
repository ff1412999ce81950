//! Stories of people who join a place, of hosts who answer and accompany them, and of the
//! coordination that entrusts places.

use vigie::actions::Invitation;
use vigie::db::{self, Transaction};
use vigie::domain::email::EmailAddress;
use vigie::domain::event::RegistrationMode;
use vigie::domain::link::LinkPurpose;
use vigie::domain::member::{InvitedAs, MemberState, MembershipKind, MembershipRole, PersonName};
use vigie::domain::profile::Profile;
use vigie::i18n::Locale;
use vigie::mail::{Letter, Line};
use vigie::secret::Secret;
use vigie::store::members::NewMember;
use vigie::store::places::PlaceRow;
use vigie::store::{charters, members, memberships, newcomers, profiles, tokens};

use crate::support::{Answer, Browser, Person, TestApp, event, on_each_database, place, words};

/// The words of a page whose form was refused.
#[track_caller]
fn refused(answer: &Answer) -> String {
    assert_eq!(answer.status, 422, "{}", words(&answer.text()));
    words(&answer.text())
}

/// A place with its host, and the host's browser.
fn hosted(app: &TestApp) -> (PlaceRow, Person, Browser) {
    let usine = app.place(place("L’Usine Vivante"));
    let host = app.member("Anaïs Roche", &[(usine.id, MembershipRole::Host)]);
    let browser = app.sign_in(&host);
    (usine, host, browser)
}

/// The host says how one joins, and what the charter is.
fn set_rules(host: &Browser, joining: &str, welcome: &str, charter: &str) {
    let path = "/lieux/l-usine-vivante/reglages-accueil";
    let fields = [("joining", joining), ("welcome", welcome), ("charter", charter)];
    assert_eq!(host.submit(path, &fields).location(), path);
}

fn role(app: &TestApp, person: &Person, place: &PlaceRow) -> Option<String> {
    app.db.read_now(|conn| memberships::find(conn, person.id, place.id)).unwrap().map(|row| row.role)
}

/// A letter as its reader sees it: subject, then words.
fn told(letter: &Letter) -> String {
    let lines = std::iter::once(&letter.subject).chain(&letter.paragraphs).chain(&letter.after);
    let said = |line: &Line| match line.key.as_str() {
        "letter-verbatim" => line.args["words"].clone(),
        _ => line.say(Locale::Fr),
    };
    lines.map(said).collect::<Vec<_>>().join("\n")
}

/// The last letter to a person.
#[track_caller]
fn last_letter(app: &TestApp, person: &Person) -> Letter {
    let letters = app.letters();
    let found = letters.iter().rev().find(|(to, _)| *to == person.email);
    found.unwrap_or_else(|| panic!("no letter to {}", person.name)).1.clone()
}

const PLACE: &str = "/lieux/l-usine-vivante";
const JOIN: &str = "/lieux/l-usine-vivante/rejoindre";
const PEOPLE: &str = "/lieux/l-usine-vivante/membres";
const WELCOME: &str = "/lieux/l-usine-vivante/accueil";
const RULES: &str = "/lieux/l-usine-vivante/reglages-accueil";

fn decision(person: &Person) -> String {
    format!("{PEOPLE}/{}", person.uid)
}

fn notes(person: &Person) -> String {
    format!("{WELCOME}/{}", person.uid)
}

#[test]
fn a_request_goes_to_the_hosts_who_say_yes_with_a_word() {
    on_each_database(|app| {
        let (usine, host, anais) = hosted(app);
        set_rules(&anais, "sur-demande", "La clé est sous le pot.\n\nLe café est à 10 h.", "");
        assert!(app.get(PLACE).words().contains("Rejoindre ce lieu"));
        let first = app.visitor().get(JOIN);
        assert_eq!(first.location(), "/connexion?vers=%2Flieux%2Fl-usine-vivante%2Frejoindre");

        let camille = app.member("Camille Roux", &[]);
        let browser = app.sign_in(&camille);
        let page = browser.get(JOIN);
        assert!(page.words().contains("Votre demande part à l’équipe du lieu"), "{}", page.words());
        assert_eq!(page.header("cache-control"), Some("private, no-store"));
        let sent = browser.submit(JOIN, &[("kind", "nomade")]);
        assert_eq!(sent.location(), PLACE);
        let after = browser.follow(&sent).words();
        assert!(
            after.contains("Votre demande est partie") && after.contains("attend une réponse"),
            "{after}"
        );
        assert_eq!(role(app, &camille, &usine).as_deref(), Some("demandee"));

        let letter = last_letter(app, &host);
        assert!(told(&letter).starts_with("Camille Roux demande à rejoindre L’Usine Vivante"));
        assert_eq!(letter.button.as_ref().unwrap().1, PEOPLE);
        assert!(anais.get(PLACE).words().contains("1 demande"), "the bar counts requests");
        let people = anais.get(PEOPLE).words();
        assert!(people.contains("Camille Roux") && people.contains("Nomade"), "{people}");
        assert!(!people.contains(&camille.email), "addresses are shown to nobody");

        let word = format!("remark-{}", camille.uid);
        let fields = [("do", "accept"), (word.as_str(), "À lundi !")];
        assert_eq!(anais.press(PEOPLE, &decision(&camille), &fields).location(), PEOPLE);
        assert_eq!(role(app, &camille, &usine).as_deref(), Some("membre"));
        let words = told(&last_letter(app, &camille));
        assert!(words.contains("À lundi !") && words.contains("sous le pot") && words.contains("10 h"));
        assert!(browser.get(PLACE).words().contains("Vous êtes membre de ce lieu."));

        // The other host, a moment later, presses a button that means nothing any more.
        let stale = [("do", "decline")];
        let late = anais.post(&decision(&camille), &with_token(&anais, PEOPLE, &stale));
        assert!(refused(&late).contains("a déjà reçu une réponse"));
    });
}

/// These fields with the hidden ones of a form of the page: what a page that was left open sends.
fn with_token(browser: &Browser, page: &str, fields: &[(&str, &str)]) -> Vec<(String, String)> {
    let html = browser.get(page).text();
    let value = |name: &str| {
        let from = html.find(&format!("name=\"{name}\" value=\"")).unwrap() + name.len() + 15;
        html[from..].split('"').next().unwrap().to_owned()
    };
    let hidden = ["token"].map(|name| (name.to_owned(), value(name)));
    let typed = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    hidden.into_iter().chain(typed).collect()
}

#[test]
fn a_declined_request_is_told_and_may_be_made_again_though_not_daily() {
    on_each_database(|app| {
        let (usine, host, anais) = hosted(app);
        let camille = app.member("Camille Roux", &[]);
        let browser = app.sign_in(&camille);
        for n in 1..=4 {
            browser.submit(JOIN, &[]).location();
            let word = format!("remark-{}", camille.uid);
            let fields = [("do", "decline"), (word.as_str(), "Nous sommes au complet.")];
            anais.press(PEOPLE, &decision(&camille), &fields).location();
            assert_eq!(role(app, &camille, &usine), None);
            assert!(told(&last_letter(app, &camille)).contains("Nous sommes au complet."));
            let asked = app.letters().iter().filter(|(to, _)| *to == host.email).count();
            assert_eq!(asked, n, "a letter for each request");
        }
        assert!(refused(&browser.submit(JOIN, &[])).contains("beaucoup de demandes"));
        app.at("2026-03-13T09:00:00Z");
        let browser = app.sign_in(&camille);
        browser.submit(JOIN, &[]).location();
    });
}

/// A host answers several requests from one page, going back to it each time.
#[test]
fn each_form_of_a_page_may_be_sent_once() {
    on_each_database(|app| {
        let (_, _, anais) = hosted(app);
        for name in ["Camille Roux", "Lou Blanc"] {
            app.sign_in(&app.member(name, &[])).submit(JOIN, &[]).location();
        }
        let page = anais.get(PEOPLE).text();
        let mut copies: Vec<&str> = page.split("name=\"once\" value=\"").skip(1).collect();
        copies.iter_mut().for_each(|rest| *rest = rest.split('"').next().unwrap());
        let all = copies.len();
        copies.sort_unstable();
        copies.dedup();
        assert_eq!((copies.len(), all), (4, 4), "signing out, two requests, how the host comes");
    });
}

#[test]
fn one_tap_makes_a_member_where_the_place_says_so() {
    on_each_database(|app| {
        let (usine, _, anais) = hosted(app);
        set_rules(&anais, "directe", "Bienvenue chez nous.", "");
        let camille = app.member("Camille Roux", &[]);
        let browser = app.sign_in(&camille);
        let sent = browser.submit(JOIN, &[]);
        assert!(browser.follow(&sent).words().contains("Bienvenue ! Vous êtes membre de ce lieu."));
        assert!(told(&last_letter(app, &camille)).contains("Bienvenue chez nous."));
        let row = app.db.read_now(|conn| memberships::find(conn, camille.id, usine.id)).unwrap().unwrap();
        assert_eq!((row.role.as_str(), row.kind.as_str()), ("membre", "usager"));
        // Again: the page says what they are, and nothing more is sent.
        assert!(browser.get(JOIN).words().contains("Vous êtes membre de L’Usine Vivante"));
        let before = app.letters().len();
        browser.post(JOIN, &with_token(&browser, PLACE, &[("kind", "nomade")])).location();
        assert_eq!(app.letters().len(), before);
        let row = app.db.read_now(|conn| memberships::find(conn, camille.id, usine.id)).unwrap().unwrap();
        assert_eq!(row.kind, "usager");
    });
}

#[test]
fn nonsense_and_closed_places_are_refused_with_a_sentence() {
    on_each_database(|app| {
        let (_, _, _) = hosted(app);
        let camille = app.sign_in(&app.member("Camille Roux", &[]));
        let answer = camille.submit(JOIN, &[("kind", "roi")]);
        assert!(refused(&answer).contains("Dites comment vous venez."));
        let mut gone = place("La Filature");
        gone.closed_on = "2025-06-30".parse().ok();
        app.place(gone);
        assert!(!camille.get("/lieux/la-filature").words().contains("Rejoindre ce lieu"));
        assert!(camille.get("/lieux/la-filature/rejoindre").words().contains("Ce lieu a fermé"));
        let fields = with_token(&camille, JOIN, &[("kind", "nomade")]);
        let answer = camille.post("/lieux/la-filature/rejoindre", &fields);
        assert!(refused(&answer).contains("Ce lieu a fermé"));
        for unknown in ["/lieux/nulle-part/rejoindre", "/lieux/l-usine-vivante/charte"] {
            assert_eq!(camille.get(unknown).status, 404, "{unknown}");
        }
    });
}

#[test]
fn a_charter_is_accepted_in_its_version_and_a_newer_one_is_asked_again() {
    on_each_database(|app| {
        let (usine, _, anais) = hosted(app);
        set_rules(&anais, "directe", "", "On **range**.\n\n<script>alert(1)</script>");
        let camille = app.member("Camille Roux", &[]);
        let browser = app.sign_in(&camille);
        let page = browser.get(JOIN).text();
        assert!(page.contains("<strong>range</strong>") && !page.contains("<script>alert"), "{page}");
        let answer = browser.submit(JOIN, &[("kind", "nomade")]);
        let words = refused(&answer);
        assert!(words.contains("il faut accepter la charte"), "{words}");
        assert!(answer.text().contains("value=\"nomade\" checked"), "what was chosen is kept");
        // A host changes the charter while it is read.
        let read = with_token(&browser, JOIN, &[("kind", "nomade"), ("version", "1"), ("charter", "on")]);
        set_rules(&anais, "directe", "", "On range et on **prévient**.");
        assert!(refused(&browser.post(JOIN, &read)).contains("La charte vient de changer"));
        browser.submit(JOIN, &[("kind", "nomade"), ("charter", "on")]).location();
        let accepted = |app: &TestApp| {
            let row =
                app.db.read_now(|conn| charters::accepted(conn, camille.id, usine.id)).unwrap().unwrap();
            (row.version, row.accepted_at.0.to_rfc3339())
        };
        assert_eq!(accepted(app), (2, "2026-03-05T09:00:00+00:00".to_owned()));
        assert!(!browser.get(PLACE).words().contains("charte"), "nothing more is asked");

        app.at("2026-04-01T08:00:00Z");
        let (anais, browser) = (app.sign_in(&app_host(app)), app.sign_in(&camille));
        set_rules(&anais, "directe", "", "On range, on prévient, on éteint.");
        let words = browser.get(PLACE).words();
        assert!(words.contains("La charte de ce lieu a changé depuis que vous l’avez acceptée"), "{words}");
        let charter = "/lieux/l-usine-vivante/charte";
        assert!(refused(&browser.submit(charter, &[])).contains("il faut accepter la charte"));
        let done = browser.submit(charter, &[("charter", "on")]);
        assert!(browser.follow(&done).words().contains("vous avez accepté la charte"));
        assert_eq!(accepted(app), (3, "2026-04-01T08:00:00+00:00".to_owned()));
        let words = browser.get(charter).words();
        assert!(words.contains("Vous avez accepté la version 3 le 1er avril 2026"), "{words}");
        // Everybody may read it; who is no member is asked nothing.
        let visitor = app.visitor().get(charter);
        assert!(visitor.words().contains("on éteint") && !visitor.text().contains("name=\"charter\""));
        let stranger = app.sign_in(&app.member("Zoé Vial", &[]));
        let fields = with_token(&stranger, PLACE, &[("version", "3"), ("charter", "on")]);
        assert_eq!(stranger.post(charter, &fields).status, 404);
        // Without a charter nothing is asked.
        set_rules(&anais, "directe", "", "");
        assert_eq!(browser.get(charter).status, 404);
        assert!(!browser.get(PLACE).words().contains("charte"));
    });
}

/// The host of [`hosted`], found again.
fn app_host(app: &TestApp) -> Person {
    let address = EmailAddress::parse("anais.roche@exemple.fr").unwrap();
    let row = app.db.read_now(|conn| members::by_email(conn, &address)).unwrap().unwrap();
    Person { id: row.id, uid: row.uid, name: row.name, email: row.email }
}

#[test]
fn a_charter_changed_by_two_hosts_at_once_is_lost_by_neither() {
    on_each_database(|app| {
        let (usine, _, anais) = hosted(app);
        let theo = app.sign_in(&app.member("Théo Vial", &[(usine.id, MembershipRole::Host)]));
        let base = [("joining", "directe"), ("welcome", ""), ("version", "0")];
        let mine = |text| [&base[..], &[("charter", text)]].concat();
        let of_theo = with_token(&theo, RULES, &mine("Le texte de Théo."));
        anais.submit(RULES, &mine("Le texte d’Anaïs.")).location();
        let answer = theo.post(RULES, &of_theo);
        let words = refused(&answer);
        assert!(words.contains("Anaïs Roche a changé la charte pendant que vous écriviez"), "{words}");
        assert!(words.contains("Le texte d’Anaïs.") && words.contains("Le texte de Théo."), "{words}");
        let in_force = || app.db.read_now(|conn| charters::in_force(conn, usine.id)).unwrap().unwrap();
        assert_eq!((in_force().version, in_force().text.as_str()), (1, "Le texte d’Anaïs."));
        let seen = [("joining", "directe"), ("charter", "Le texte des deux."), ("version", "1")];
        theo.post(RULES, &with_token(&theo, RULES, &seen)).location();
        assert_eq!((in_force().version, in_force().text.as_str()), (2, "Le texte des deux."));
        // The same text again is no new version.
        theo.submit(RULES, &[]).location();
        assert_eq!(in_force().version, 2);
        let long = "x".repeat(20_001);
        let answer = refused(&theo.submit(RULES, &[("charter", &long)]));
        assert!(answer.contains("20 000 caractères au plus"), "{answer:.300}");
    });
}

#[test]
fn only_those_who_look_after_a_place_see_its_people() {
    on_each_database(|app| {
        let (usine, _, _) = hosted(app);
        let gare = app.place(place("La Gare"));
        let camille = app.member("Camille Roux", &[(usine.id, MembershipRole::Member)]);
        let elsewhere = app.member("Théo Vial", &[(gare.id, MembershipRole::Host)]);
        let pages = [PEOPLE, WELCOME, RULES];
        for path in pages {
            assert!(app.visitor().get(path).location().starts_with("/connexion?"), "{path}");
            assert_eq!(app.sign_in(&camille).get(path).status, 404, "{path} for a member");
            assert_eq!(app.sign_in(&elsewhere).get(path).status, 404, "{path} for a host elsewhere");
        }
        for person in [&camille, &elsewhere] {
            let browser = app.sign_in(person);
            assert!(!browser.get(PLACE).text().contains("place-bar"), "no bar for {}", person.name);
            for (path, fields) in [
                (decision(&camille), vec![("do", "make-host")]),
                (decision(&camille), vec![("do", "remove")]),
                (notes(&camille), vec![("tick", "visite")]),
                (RULES.to_owned(), vec![("joining", "directe"), ("charter", "à moi")]),
                ("/reseau/animateurs".to_owned(), vec![("place", "l-usine-vivante")]),
            ] {
                let answer = browser.post(&path, &with_token(&browser, PLACE, &fields));
                assert_eq!(answer.status, 404, "{path} by {}", person.name);
            }
            assert_eq!(browser.get("/reseau/animateurs").status, 404);
        }
        assert_eq!(role(app, &camille, &usine).as_deref(), Some("membre"));
        let coordinator = app.sign_in(&app.coordinator("Ondine Faure"));
        for path in pages {
            assert_eq!(coordinator.get(path).status, 200, "{path} for the coordination");
        }
    });
}

#[test]
fn members_are_found_by_name_and_listed_by_page() {
    on_each_database(|app| {
        let (usine, _, anais) = hosted(app);
        for n in 0..55 {
            app.member(&format!("Membre {n:02} Élodie"), &[(usine.id, MembershipRole::Member)]);
        }
        let first = anais.get(PEOPLE).words();
        assert!(first.contains("56 membres") && first.contains("Page 1 sur 2"), "{first:.400}");
        let second = anais.get(&format!("{PEOPLE}?page=2")).words();
        assert!(second.contains("Membre 54") && !second.contains("Membre 48"), "{second:.400}");
        assert!(
            anais.get(&format!("{PEOPLE}?q=%C3%89LODIE&page=99")).words().contains("55 personnes trouvées")
        );
        let found = anais.get(&format!("{PEOPLE}?q=membre+07")).words();
        assert!(found.contains("1 personne trouvée") && found.contains("Membre 07"), "{found:.400}");
        assert!(anais.get(&format!("{PEOPLE}?q=%25_")).words().contains("56"), "signs mean nothing");
        assert!(anais.get(&format!("{PEOPLE}?q=zzz")).words().contains("Personne de ce nom"));
    });
}

#[test]
fn a_place_is_never_left_without_a_host_but_by_the_coordination() {
    on_each_database(|app| {
        let (usine, host, anais) = hosted(app);
        let theo = app.member("Théo Vial", &[(usine.id, MembershipRole::Member)]);
        let page = anais.get(PEOPLE).words();
        assert!(page.contains("est la seule personne qui anime ce lieu"), "{page}");
        let leave = "/lieux/l-usine-vivante/quitter";
        assert!(refused(&anais.submit(leave, &[])).contains("n’aurait plus personne pour l’animer"));
        let fields = with_token(&anais, PEOPLE, &[("do", "end-host")]);
        assert!(refused(&anais.post(&decision(&host), &fields)).contains("n’aurait plus personne"));

        anais.press(PEOPLE, &decision(&theo), &[("do", "make-host")]).location();
        assert_eq!(role(app, &theo, &usine).as_deref(), Some("animation"));
        assert!(told(&last_letter(app, &theo)).starts_with("Vous animez maintenant L’Usine Vivante"));
        assert!(app.sign_in(&theo).get(PLACE).words().contains("Vous animez ce lieu."));
        let done = anais.press(PEOPLE, &decision(&host), &[("do", "end-host")]);
        assert_eq!(done.location(), PLACE, "the page of members is theirs no longer");
        assert_eq!(role(app, &host, &usine).as_deref(), Some("membre"));
        assert_eq!(anais.get(PEOPLE).status, 404);

        let coordinator = app.sign_in(&app.coordinator("Ondine Faure"));
        coordinator.press(PEOPLE, &decision(&theo), &[("do", "remove")]).location();
        assert_eq!(role(app, &theo, &usine), None);
        assert!(told(&last_letter(app, &theo)).starts_with("Vous n’êtes plus membre de L’Usine Vivante"));
        assert!(coordinator.get("/reseau/animateurs").words().contains("Personne n’anime ce lieu"));
    });
}

/// Two hosts leave in the same instant: one of them has to stay.
#[test]
fn two_hosts_who_leave_at_once_are_counted_one_after_the_other() {
    on_each_database(|app| {
        for round in 0..5 {
            let usine = app.place(place(&format!("Lieu {round}")));
            let hosts = ["Anaïs", "Théo"]
                .map(|name| app.member(&format!("{name} {round}"), &[(usine.id, MembershipRole::Host)]));
            let leave = format!("/lieux/{}/quitter", usine.slug);
            std::thread::scope(|scope| {
                for host in &hosts {
                    scope.spawn(|| app.sign_in(host).submit(&leave, &[]).status);
                }
            });
            let left = app.db.read_now(|conn| memberships::hosts_of(conn, usine.id)).unwrap();
            assert_eq!(left.len(), 1, "round {round}");
        }
    });
}

#[test]
fn leaving_takes_along_what_was_noted() {
    on_each_database(|app| {
        let (usine, _, anais) = hosted(app);
        set_rules(&anais, "directe", "", "On range.");
        let camille = app.member("Camille Roux", &[]);
        let browser = app.sign_in(&camille);
        browser.submit(JOIN, &[("charter", "on")]).location();
        anais.press(WELCOME, &notes(&camille), &[("tick", "visite")]).location();
        let mine = browser.get("/moi/lieux").words();
        assert!(mine.contains("L’Usine Vivante") && mine.contains("depuis le 5 mars 2026"), "{mine}");
        let leave = "/lieux/l-usine-vivante/quitter";
        assert!(browser.get(leave).words().contains("Voici ce que cela entraîne"));
        let left = browser.submit(leave, &[]);
        let after = browser.follow(&left).words();
        assert!(
            after.contains("vous n’êtes plus membre") && after.contains("membre d’aucun lieu"),
            "{after}"
        );
        assert_eq!(browser.get(leave).status, 404);
        let kept = app.db.read_now(|conn| {
            let steps = newcomers::steps(conn, usine.id, &[camille.id])?.len();
            Ok::<_, db::Error>((steps, charters::accepted(conn, camille.id, usine.id)?))
        });
        assert_eq!(kept.unwrap(), (0, None));
        let letters = app.letters();
        assert!(letters.iter().all(|(_, letter)| !told(letter).contains("plus membre")), "nobody is told");
        // A request is taken back the same way.
        set_rules(&anais, "sur-demande", "", "");
        browser.submit(JOIN, &[]).location();
        assert!(browser.get("/moi/lieux").words().contains("Demande en attente"));
        let back = browser.submit(leave, &[]);
        assert!(browser.follow(&back).words().contains("Votre demande est retirée"));
        assert_eq!(role(app, &camille, &usine), None);
    });
}

#[test]
fn newcomers_are_accompanied_step_by_step() {
    on_each_database(|app| {
        let (usine, _, anais) = hosted(app);
        set_rules(&anais, "directe", "", "On range.");
        let theo = app.member("Théo Vial", &[(usine.id, MembershipRole::Member)]);
        app.at("2026-03-06T09:00:00Z");
        let anais = app.sign_in(&app_host(app));
        let camille = app.member("Camille Roux", &[]);
        app.sign_in(&camille).submit(JOIN, &[("charter", "on")]).location();
        let page = anais.get(WELCOME).words();
        assert!(page.contains("1 sur 7") && page.contains("Charte acceptée le 6 mars 2026"), "{page}");
        assert!(!page.contains("Anaïs Roche Nomade"), "hosts are no newcomers");

        let done = anais.press(WELCOME, &notes(&camille), &[("tick", "visite")]);
        assert_eq!(done.location(), format!("{WELCOME}#n-{}", camille.uid));
        let page = anais.get(WELCOME).words();
        assert!(page.contains("2 sur 7"), "{page}");
        assert!(page.contains("Visite du lieu noté par Anaïs Roche le 6 mars 2026"), "{page}");
        anais.press(WELCOME, &notes(&camille), &[("untick", "visite")]).location();
        assert!(anais.get(WELCOME).words().contains("1 sur 7"));

        // What the program knows by itself needs no tick: a profile that was saved, a seat taken.
        app.at("2026-03-07T09:00:00Z");
        let seen = app.clock.now();
        let save = |tx: &mut Transaction<'_>| {
            let profile = Profile { name: camille.name.clone(), ..Profile::default() };
            profiles::save(tx, camille.id, &profile, seen)
        };
        app.db.write_now(save).unwrap();
        let page = anais.get(WELCOME).words();
        assert!(page.contains("Choix dans l’annuaire le 7 mars 2026") && page.contains("2 sur 7"), "{page}");
        let mut lunch = event("Déjeuner", "2026-03-20 12:00", "13:00");
        lunch.registration = RegistrationMode::Open;
        let lunch = app.publish(&usine, &lunch);
        app.sign_in(&camille).submit(&format!("/evenements/{}/inscription", lunch.slug), &[]).location();
        let page = anais.get(WELCOME).words();
        assert!(page.contains("Premier évènement le 7 mars 2026") && page.contains("3 sur 7"), "{page}");

        let sponsor = format!("sponsor-{}", camille.uid);
        let choose = |uid: &str| {
            let fields = [("tick", "parrainage"), (sponsor.as_str(), uid)];
            anais.post(&notes(&camille), &with_token(&anais, WELCOME, &fields))
        };
        let stranger = app.member("Zoé Faure", &[]);
        for nobody in ["", camille.uid.as_str(), stranger.uid.as_str()] {
            assert!(refused(&choose(nobody)).contains("Choisissez un membre du lieu."), "{nobody}");
        }
        choose(&theo.uid).location();
        let page = anais.get(WELCOME).words();
        assert!(page.contains("Parrain ou marraine Théo Vial, noté par Anaïs Roche"), "{page}");
        // Who has no account any more sponsors nobody.
        app.db.write_now(|tx| members::delete(tx, theo.id)).unwrap();
        let page = anais.get(WELCOME).words();
        assert!(page.contains("3 sur 7") && !page.contains("Théo"), "{page}");
        // Three months later they are at home.
        app.at("2026-06-10T09:00:00Z");
        let anais = app.sign_in(&app_host(app));
        assert!(anais.get(WELCOME).words().contains("Personne de nouveau en ce moment"));
    });
}

#[test]
fn letters_to_newcomers_wait_for_their_host() {
    on_each_database(|app| {
        let (_, host, anais) = hosted(app);
        set_rules(&anais, "directe", "", "");
        let camille = app.member("Camille Roux", &[]);
        app.sign_in(&camille).submit(JOIN, &[]).location();
        let page = anais.get(WELCOME).words();
        assert!(page.contains("Une lettre vous sera proposée le 5 avril 2026"), "{page}");
        assert!(!page.contains("Lettres à relire"));
        let letters = app.letters().len();

        app.at("2026-04-05T09:00:00Z");
        let anais = app.sign_in(&app_host(app));
        let page = anais.get(WELCOME).words();
        assert!(page.contains("Camille Roux, un mois après son arrivée"), "{page}");
        assert!(page.contains("Bonjour Camille Roux, Voilà un mois"), "{page}");
        assert!(page.contains("La réponse arrivera à votre adresse, anais.roche@exemple.fr"), "{page}");
        assert_eq!(app.letters().len(), letters, "nothing leaves by itself");

        let text = format!("letter-{}", camille.uid);
        let empty = anais.press(WELCOME, &notes(&camille), &[("send", "un-mois"), (text.as_str(), " ")]);
        assert!(refused(&empty).contains("La lettre est vide."));
        let words = "Salut Camille !\n\nOn se voit jeudi ?";
        let fields = [("send", "un-mois"), (text.as_str(), words)];
        let twice = with_token(&anais, WELCOME, &fields);
        anais.post(&notes(&camille), &twice).location();
        assert!(refused(&anais.post(&notes(&camille), &twice)).contains("a déjà été envoyée"));
        assert_eq!(app.letters().len(), letters + 1);
        let letter = last_letter(app, &camille);
        assert!(told(&letter).contains("On se voit jeudi ?") && !told(&letter).contains("Voilà un mois"));
        assert_eq!(letter.reply_to, Some((host.name.clone(), host.email.clone())));
        let page = anais.get(WELCOME).words();
        assert!(page.contains("Lettre envoyée par Anaïs Roche le 5 avril 2026"), "{page}");
        assert!(!page.contains("Lettres à relire"));

        app.at("2026-04-16T09:00:00Z");
        let anais = app.sign_in(&app_host(app));
        assert!(anais.get(WELCOME).words().contains("six semaines après son arrivée"));
        anais.press(WELCOME, &notes(&camille), &[("aside", "six-semaines")]).location();
        let page = anais.get(WELCOME).words();
        assert!(page.contains("Lettre mise de côté par Anaïs Roche le 16 avril 2026"), "{page}");
        assert_eq!(app.letters().len(), letters + 1);
    });
}

#[test]
fn the_coordination_entrusts_a_place_to_known_people_or_invites_them() {
    on_each_database(|app| {
        let usine = app.place(place("L’Usine Vivante"));
        app.place(place("La Gare"));
        let theo = app.member("Théo Vial", &[]);
        let coordinator = app.sign_in(&app.coordinator("Ondine Faure"));
        let path = "/reseau/animateurs";
        let page = coordinator.get(path).words();
        assert!(page.contains("2 lieux de cette page n’ont personne pour les animer"), "{page}");
        let entrust = |email: &str| {
            let fields = [("place", "l-usine-vivante"), ("email-l-usine-vivante", email)];
            coordinator.post(path, &with_token(&coordinator, path, &fields))
        };
        let answer = entrust("théo");
        let words = refused(&answer);
        assert!(words.contains("n’est pas complète") && answer.text().contains("value=\"théo\""), "{words}");
        let named = entrust(&theo.email);
        assert!(coordinator.follow(&named).words().contains("anime maintenant le lieu"));
        assert_eq!(role(app, &theo, &usine).as_deref(), Some("animation"));

        entrust("nouvelle@exemple.fr").location();
        let letters = app.letters();
        let (_, letter) = letters.iter().find(|(to, _)| to == "nouvelle@exemple.fr").unwrap();
        assert!(told(letter).contains("L’Usine Vivante"), "{}", told(letter));
        let link = &letter.button.as_ref().unwrap().1;
        let secret = Secret::parse(link.strip_prefix("/invitations/").unwrap()).unwrap();
        let now = app.clock.now();
        let purpose = LinkPurpose::Invitation.code();
        let token = app.db.read_now(|conn| tokens::find(conn, &secret, purpose, now)).unwrap().unwrap();
        let invited = Invitation::of(&token).unwrap();
        assert_eq!((token.email.as_str(), invited.place), ("nouvelle@exemple.fr", Some(usine.id)));
        assert_eq!(invited.invited_as, InvitedAs::Host);

        let found = coordinator.get(&format!("{path}?q=usine")).words();
        assert!(found.contains("Théo Vial") && !found.contains("La Gare"), "{found}");
        let back = [("place", "l-usine-vivante"), ("release", theo.uid.as_str())];
        coordinator.post(path, &with_token(&coordinator, path, &back)).location();
        assert_eq!(role(app, &theo, &usine).as_deref(), Some("membre"));
    });
}

#[test]
fn an_account_that_nobody_welcomed_is_welcomed_with_its_request() {
    on_each_database(|app| {
        let (usine, _, anais) = hosted(app);
        set_rules(&anais, "directe", "", "");
        let now = app.clock.now();
        let (email, name) = ("lou@exemple.fr", "Lou Blanc");
        let write = |tx: &mut Transaction<'_>| {
            let (address, person) = (EmailAddress::parse(email).unwrap(), PersonName::parse(name).unwrap());
            let new = NewMember {
                email: &address,
                name: &person,
                locale: Locale::En,
                state: MemberState::Waiting,
                coordinates: false,
                password_hash: None,
                uid: uuid::Uuid::from_u128(7),
            };
            members::insert(tx, &new, now)
        };
        let id = app.db.write_now(write).unwrap();
        let uid = uuid::Uuid::from_u128(7).to_string();
        let lou = Person { id, uid, name: name.to_owned(), email: email.to_owned() };
        let browser = app.sign_in(&lou);
        assert!(browser.get(JOIN).words().contains("n’a pas encore été accueilli"));
        browser.submit(JOIN, &[]).location();
        assert_eq!(role(app, &lou, &usine).as_deref(), Some("demandee"), "one tap is for known accounts");
        assert!(anais.get(PEOPLE).words().contains("Ce compte est nouveau dans le réseau"));
        anais.press(PEOPLE, &decision(&lou), &[("do", "accept")]).location();
        let row = app.db.read_now(|conn| members::by_id(conn, id)).unwrap();
        assert_eq!(
            (row.state().unwrap(), role(app, &lou, &usine).as_deref()),
            (MemberState::Active, Some("membre"))
        );
    });
}

#[test]
fn a_request_of_a_place_without_hosts_goes_to_the_coordination() {
    on_each_database(|app| {
        app.place(place("L’Usine Vivante"));
        let coordinator = app.coordinator("Ondine Faure");
        let camille = app.sign_in(&app.member("Camille Roux", &[]));
        camille.submit(JOIN, &[]).location();
        assert!(told(&last_letter(app, &coordinator)).starts_with("Camille Roux demande à rejoindre"));
        let kind = app.db.read_now(|conn| memberships::of_member(conn, coordinator.id)).unwrap();
        assert!(kind.is_empty(), "and nobody becomes a host by it");
        assert_eq!(MembershipKind::ALL.len(), 4);
    });
}

#[test]
fn english_readers_stay_in_english() {
    on_each_database(|app| {
        let (_, _, anais) = hosted(app);
        set_rules(&anais, "directe", "", "");
        let camille = app.sign_in(&app.member("Camille Roux", &[]));
        let join = format!("/en{JOIN}");
        let sent = camille.submit(&join, &[]);
        assert_eq!(sent.location(), format!("/en{PLACE}"));
        assert!(camille.follow(&sent).words().contains("Welcome! You are a member of this place."));
        assert!(anais.get(&format!("/en{WELCOME}")).words().contains("Visit of the place"));
    });
}

/// Somebody signs up, choosing the place; gives their browser and where the account begins.
fn sign_up(app: &TestApp, email: &str) -> (Browser, String) {
    let browser = app.visitor();
    let fields = [("name", "Lila Perrin"), ("email", email), ("place", "l-usine-vivante")];
    browser.submit("/inscription-compte", &fields).location();
    let letters = app.letters();
    let (_, letter) = letters.iter().rev().find(|(to, _)| to == email).unwrap();
    let begun = browser.submit(&letter.button.as_ref().unwrap().1, &[]).location().to_owned();
    (browser, begun)
}

fn membership(app: &TestApp, email: &str, place: &PlaceRow) -> (Person, memberships::MembershipRow) {
    let address = EmailAddress::parse(email).unwrap();
    let member = app.db.read_now(|conn| members::by_email(conn, &address)).unwrap().unwrap();
    let row = app.db.read_now(|conn| memberships::find(conn, member.id, place.id)).unwrap().unwrap();
    (Person { id: member.id, uid: member.uid, name: member.name, email: member.email }, row)
}

#[test]
fn a_place_chosen_with_the_account_takes_people_in_as_it_does_others() {
    on_each_database(|app| {
        let (usine, host, hanna) = hosted(app);
        // On request, which is the rule unless the place says otherwise: its hosts are told.
        let (_, begun) = sign_up(app, "lila@exemple.fr");
        assert_eq!(begun, "/moi");
        let (lila, row) = membership(app, "lila@exemple.fr", &usine);
        assert_eq!(row.role, "demandee");
        assert!(told(&last_letter(app, &host)).contains("Lila Perrin"));
        assert!(hanna.get(PEOPLE).text().contains(&lila.uid));
        // One tap: a member at once, with the words of welcome.
        set_rules(&hanna, "directe", "La clé est sous le pot.", "");
        let before = app.letters().len();
        sign_up(app, "lola@exemple.fr");
        let (lola, row) = membership(app, "lola@exemple.fr", &usine);
        assert_eq!((row.role.as_str(), row.joined_at.is_some()), ("membre", true));
        assert!(told(&last_letter(app, &lola)).contains("La clé est sous le pot."));
        let to_host = app.letters().into_iter().skip(before).filter(|(to, _)| *to == host.email);
        assert_eq!(to_host.count(), 0, "nothing to decide");
        // With a charter, it is what one reads first.
        set_rules(&hanna, "directe", "", "On range.");
        let (browser, begun) = sign_up(app, "louise@exemple.fr");
        assert_eq!(begun, "/lieux/l-usine-vivante/charte");
        browser.submit(&begun, &[("charter", "on")]).location();
        let (louise, _) = membership(app, "louise@exemple.fr", &usine);
        let accepted = app.db.read_now(|conn| charters::accepted(conn, louise.id, usine.id)).unwrap();
        assert_eq!(accepted.unwrap().version, 1);
    });
}

#[test]
fn how_one_uses_a_place_is_changed_by_oneself_and_by_its_hosts() {
    on_each_database(|app| {
        let (usine, host, hanna) = hosted(app);
        let camille = app.member("Camille Roux", &[(usine.id, MembershipRole::Member)]);
        let in_camilles = app.sign_in(&camille);
        let kind = |person: &Person| {
            app.db.read_now(|conn| memberships::find(conn, person.id, usine.id)).unwrap().unwrap()
        };
        let own = [("kind-l-usine-vivante", "resident")];
        assert_eq!(in_camilles.press("/moi/lieux", "/moi/lieux", &own).location(), "/moi/lieux");
        assert_eq!((kind(&camille).kind.as_str(), kind(&camille).role.as_str()), ("resident", "membre"));
        assert!(in_camilles.get("/moi/lieux").words().contains("Résident·e"));
        let change = |browser: &Browser, person: &Person, code: &str| {
            let name = format!("kind-{}", person.uid);
            browser.press(PEOPLE, &decision(person), &[("do", "kind"), (&name, code)])
        };
        assert_eq!(change(&hanna, &camille, "benevole").location(), PEOPLE);
        assert_eq!(kind(&camille).kind, "benevole");
        // The last host too, who can change nothing else of themselves.
        assert_eq!(change(&hanna, &host, "usager").location(), PEOPLE);
        assert_eq!((kind(&host).kind.as_str(), kind(&host).role.as_str()), ("usager", "animation"));
        assert_eq!(change(&hanna, &camille, "patron").status, 404);
        // Nobody else.
        let other = app.sign_in(&app.member("Loin Denis", &[]));
        let page = other.get("/compte").text();
        let token = page.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let name = format!("kind-{}", camille.uid);
        let fields = [("token", token), ("do", "kind"), (&name, "usager")];
        assert_eq!(other.post(&decision(&camille), &fields).status, 404);
        let fields = [("token", token), ("place", "l-usine-vivante"), ("kind-l-usine-vivante", "usager")];
        assert_eq!(other.post("/moi/lieux", &fields).status, 404, "who does not belong there");
        assert_eq!(kind(&camille).kind, "benevole");
        // The page of the place leads its members, and others of the network, to the directory.
        let there = "/membres?lieu=l-usine-vivante";
        assert!(in_camilles.get(PLACE).text().contains(there));
        assert!(!app.get(PLACE).text().contains(there));
        assert!(in_camilles.get(there).words().contains("Camille Roux"));
    });
}
