//! Stories of the second factor: setting it up, signing in with it by each way there is, codes on
//! paper, guessing, turning it off, and a network that asks its coordination for it.

use vigie::actions;
use vigie::domain::email::EmailAddress;
use vigie::domain::member::MembershipRole;
use vigie::domain::policy::{Actor, Standing};
use vigie::i18n::Locale;
use vigie::store::network_rules::{self, NetworkRules};
use vigie::store::{second_factors, sessions};
use vigie::totp::{TotpSecret, step_at};

use crate::support::{Answer, Browser, Person, TestApp, on_each_database, place, words};

const CAMILLE: &str = "camille.roux@exemple.fr";
const PASSWORD: &str = "une girafe mange du plâtre";
const OTHER: &str = "trois ânes dansent à Nyons";
const SESSION: &str = "__Host-session";
const PATH: &str = "/compte/double-verification";
const CONFIRM: &str = "/compte/double-verification/code";
const RENEW: &str = "/compte/double-verification/codes-de-secours";
const STOP: &str = "/compte/double-verification/arret";

/// The code that the app of an account shows now.
fn code(app: &TestApp, member: i64) -> String {
    let row = app.db.read_now(|conn| second_factors::of_member(conn, member)).unwrap().unwrap();
    row.secret().unwrap().code(step_at(app.clock.now()))
}

/// A code that is none of those that may be shown now.
fn wrong_code(app: &TestApp, member: i64) -> &'static str {
    let row = app.db.read_now(|conn| second_factors::of_member(conn, member)).unwrap().unwrap();
    let (secret, now) = (row.secret().unwrap(), app.clock.now());
    ["000000", "000001", "000002", "000003"].into_iter().find(|c| secret.step_of(c, now).is_none()).unwrap()
}

/// Camille with a password, who is signed in.
fn camille(app: &TestApp) -> (Person, Browser) {
    let camille = app.member("Camille Roux", &[]);
    let browser = app.sign_in(&camille);
    browser.press("/compte", "/compte/mot-de-passe", &[("password", PASSWORD)]).location();
    (camille, browser)
}

/// Sets the second factor up, and gives the codes on paper.
#[track_caller]
fn set_up(app: &TestApp, person: &Person, browser: &Browser) -> Vec<String> {
    assert_eq!(browser.submit(PATH, &[]).location(), PATH);
    let shown = browser.press(PATH, CONFIRM, &[("code", &code(app, person.id))]);
    codes_of(&shown)
}

#[track_caller]
fn codes_of(page: &Answer) -> Vec<String> {
    assert_eq!(page.status, 200, "{}", words(&page.text()));
    let html = page.text();
    let codes = html.split("<code>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned());
    codes.collect()
}

/// Gives the password, and gets to the second step.
#[track_caller]
fn first_step(browser: &Browser) -> String {
    let answer = browser.submit("/connexion", &[("email", CAMILLE), ("password", PASSWORD)]);
    let step = answer.location().to_owned();
    assert!(step.starts_with("/connexion/code/"), "{step}");
    step
}

fn is_signed_in(browser: &Browser) -> bool {
    browser.get("/compte").status == 200
}

fn subjects(app: &TestApp) -> Vec<String> {
    app.letters().iter().map(|(_, letter)| letter.subject.say(Locale::Fr)).collect()
}

/// Half a minute goes by, so that the app shows another code.
fn later(app: &TestApp, seconds: i64) {
    let then = app.clock.now() + chrono::TimeDelta::seconds(seconds);
    app.at(&then.to_rfc3339());
}

#[test]
fn it_is_set_up_by_a_first_code_and_then_asked_for() {
    on_each_database(|app| {
        let (person, browser) = camille(app);
        let elsewhere = app.sign_in(&person);
        assert!(browser.get("/compte").words().contains("Mettre en place la double vérification"));
        assert_eq!(browser.submit(PATH, &[]).location(), PATH);
        // The secret is shown as a picture, as a link and as text, and stays while it is set up.
        let page = browser.get(PATH).text();
        let row = app.db.read_now(|conn| second_factors::of_member(conn, person.id)).unwrap().unwrap();
        let secret: TotpSecret = row.secret().unwrap();
        assert!(page.contains("<svg") && page.contains(&secret.in_groups()), "{page}");
        assert!(page.contains(&format!("?secret={}", secret.base32())), "{page}");
        let wrong = browser.press(PATH, CONFIRM, &[("code", wrong_code(app, person.id))]);
        assert_eq!(wrong.status, 422);
        assert!(!app.db.read_now(|conn| second_factors::is_on(conn, person.id)).unwrap());
        let codes = codes_of(&browser.press(PATH, CONFIRM, &[("code", &code(app, person.id))]));
        assert_eq!(codes.len(), 10);
        assert_eq!(codes.iter().collect::<std::collections::BTreeSet<_>>().len(), 10);
        // This session goes on, the others end, and nobody sees the secret or the codes again.
        assert!(is_signed_in(&browser) && !is_signed_in(&elsewhere));
        let page = browser.get(PATH).text();
        assert!(!page.contains(&secret.in_groups()) && !page.contains(&codes[0]), "{page}");
        assert!(words(&page).contains("Il vous reste 10 codes de secours"), "{}", words(&page));
        assert!(subjects(app).contains(&"La double vérification est active".to_owned()));

        later(app, 60);
        let phone = app.visitor();
        let step = first_step(&phone);
        assert!(phone.cookie(SESSION).is_none());
        let wrong = phone.submit(&step, &[("code", wrong_code(app, person.id))]);
        assert_eq!(wrong.status, 422);
        assert!(!is_signed_in(&phone));
        let entered = phone.submit(&step, &[("code", &code(app, person.id))]);
        assert_eq!(entered.location(), "/moi");
        assert!(is_signed_in(&phone));
        let now = app.clock.now();
        let open = app.db.read_now(|conn| sessions::of_member(conn, person.id, now)).unwrap();
        assert!(open.len() == 2 && open.iter().all(|session| session.strong));
    });
}

#[test]
fn a_code_is_taken_once_and_a_double_click_is_one() {
    on_each_database(|app| {
        let (person, browser) = camille(app);
        set_up(app, &person, &browser);
        // The code that turned it on is spent.
        let (one, other) = (app.visitor(), app.visitor());
        let (step, second) = (first_step(&one), first_step(&other));
        assert_eq!(one.submit(&step, &[("code", &code(app, person.id))]).status, 422);
        later(app, 30);
        let good = code(app, person.id);
        let page = one.get(&step);
        assert_eq!(one.send_form(&page, &step, &[("code", &good)]).location(), "/moi");
        // Both halves of a double click open the session.
        assert_eq!(one.send_form(&page, &step, &[("code", &good)]).location(), "/moi");
        assert!(is_signed_in(&one));
        // Somebody who saw it typed comes too late.
        assert_eq!(other.submit(&second, &[("code", &good)]).status, 422);
        assert!(!is_signed_in(&other));
        later(app, 30);
        let page = other.get(&second);
        later(app, 600);
        let late = other.send_form(&page, &second, &[("code", &code(app, person.id))]);
        assert_eq!(late.status, 422);
        assert!(words(&late.text()).contains("Ce lien ne sert plus"), "{}", words(&late.text()));
        assert!(!is_signed_in(&other));
    });
}

#[test]
fn the_link_and_the_reset_ask_for_it_as_well_and_one_goes_on() {
    on_each_database(|app| {
        let (person, browser) = camille(app);
        set_up(app, &person, &browser);
        later(app, 60);
        let last_link = || app.letters().last().unwrap().1.button.clone().unwrap().1;
        let phone = app.visitor();
        let asked = phone.submit("/connexion?vers=%2Fmoi%2Fprofil", &[("email", CAMILLE), ("by", "link")]);
        assert_eq!(asked.location(), "/connexion/envoye");
        let step = phone.submit(&last_link(), &[]).location().to_owned();
        assert!(step.starts_with("/connexion/code/") && !is_signed_in(&phone), "{step}");
        assert_eq!(phone.submit(&step, &[("code", &code(app, person.id))]).location(), "/moi/profil");
        assert!(is_signed_in(&phone));

        later(app, 60);
        let lost = app.visitor();
        lost.submit("/mot-de-passe", &[("email", CAMILLE)]).location();
        let step = lost.submit(&last_link(), &[("password", OTHER)]).location().to_owned();
        assert!(step.starts_with("/connexion/code/") && !is_signed_in(&lost), "{step}");
        assert_eq!(lost.submit(&step, &[("code", &code(app, person.id))]).location(), "/moi");
        assert!(is_signed_in(&lost) && !is_signed_in(&phone));
    });
}

#[test]
fn a_form_that_came_too_late_waits_through_both_steps() {
    on_each_database(|app| {
        let (person, browser) = camille(app);
        set_up(app, &person, &browser);
        later(app, 60);
        let page = browser.get("/compte");
        app.db.write_now(|tx| sessions::end_others(tx, person.id, None)).unwrap();
        let asked = browser.send_form(&page, "/compte", &[("name", "Camille Roux-Lune")]);
        assert_eq!(asked.status, 401);
        let fields = [("email", CAMILLE), ("password", PASSWORD)];
        let step = browser.send_form(&asked, "/connexion", &fields);
        let html = step.text();
        let action = html.split("action=\"").find(|part| part.starts_with("/connexion/code/")).unwrap();
        let action = action.split('"').next().unwrap().to_owned();
        let wrong = browser.send_form(&step, &action, &[("code", wrong_code(app, person.id))]);
        assert_eq!(wrong.status, 422);
        let resumed = browser.send_form(&wrong, &action, &[("code", &code(app, person.id))]);
        assert_eq!(resumed.status, 200);
        assert_eq!(browser.send_form(&resumed, "/compte", &[]).location(), "/compte");
        assert!(browser.get("/compte").text().contains("Camille Roux-Lune"));
    });
}

#[test]
fn codes_on_paper_are_good_once_and_can_be_made_anew() {
    on_each_database(|app| {
        let (person, browser) = camille(app);
        let codes = set_up(app, &person, &browser);
        let phone = app.visitor();
        let typed = codes[3].to_uppercase().replace('-', " ");
        assert_eq!(phone.submit(&first_step(&phone), &[("code", &typed)]).location(), "/moi");
        assert!(is_signed_in(&phone));
        assert!(phone.get(PATH).words().contains("Il vous reste 9 codes de secours"));
        assert_eq!(subjects(app).last().unwrap(), "Un code de secours a servi");
        let again = app.visitor();
        let step = first_step(&again);
        assert_eq!(again.submit(&step, &[("code", &typed)]).status, 422);
        // Other codes ask for a code, and take the place of those of before.
        assert_eq!(browser.press(PATH, RENEW, &[("renew", wrong_code(app, person.id))]).status, 422);
        later(app, 30);
        let others = codes_of(&browser.press(PATH, RENEW, &[("renew", &code(app, person.id))]));
        assert!(others.len() == 10 && others.iter().all(|other| !codes.contains(other)));
        assert_eq!(again.submit(&step, &[("code", &codes[5])]).status, 422);
        assert_eq!(again.submit(&step, &[("code", &others[0])]).location(), "/moi");
    });
}

#[test]
fn who_guesses_is_stopped_and_told_for_how_long() {
    on_each_database(|app| {
        let (person, browser) = camille(app);
        set_up(app, &person, &browser);
        later(app, 60);
        let thief = app.visitor();
        let step = first_step(&thief);
        let wrong = wrong_code(app, person.id);
        for _ in 0..5 {
            assert_eq!(thief.submit(&step, &[("code", wrong)]).status, 422);
        }
        // Neither the right code nor another beginning helps now.
        for step in [step, first_step(&thief)] {
            let stopped = thief.submit(&step, &[("code", &code(app, person.id))]);
            assert_eq!(stopped.status, 422);
            assert!(words(&stopped.text()).contains("Trop d’essais"), "{}", words(&stopped.text()));
        }
        assert!(!is_signed_in(&thief));
        later(app, 16 * 60);
        assert_eq!(thief.submit(&first_step(&thief), &[("code", &code(app, person.id))]).location(), "/moi");
    });
}

#[test]
fn the_code_of_another_account_opens_nothing() {
    on_each_database(|app| {
        let (person, browser) = camille(app);
        set_up(app, &person, &browser);
        let ada = app.member("Ada Lune", &[]);
        let codes = set_up(app, &ada, &app.sign_in(&ada));
        later(app, 60);
        let thief = app.visitor();
        let step = first_step(&thief);
        assert_eq!(thief.submit(&step, &[("code", &codes[0])]).status, 422);
        let hers = code(app, ada.id);
        if hers != code(app, person.id) {
            assert_eq!(thief.submit(&step, &[("code", &hers)]).status, 422);
        }
        assert!(!is_signed_in(&thief));
    });
}

#[test]
fn turning_it_off_asks_for_a_code() {
    on_each_database(|app| {
        let (person, browser) = camille(app);
        set_up(app, &person, &browser);
        assert_eq!(browser.press(PATH, STOP, &[("off", wrong_code(app, person.id))]).status, 422);
        later(app, 30);
        assert_eq!(browser.press(PATH, STOP, &[("off", &code(app, person.id))]).location(), PATH);
        assert_eq!(subjects(app).last().unwrap(), "La double vérification est arrêtée");
        assert!(app.db.read_now(|conn| second_factors::of_member(conn, person.id)).unwrap().is_none());
        let phone = app.visitor();
        let fields = [("email", CAMILLE), ("password", PASSWORD)];
        assert_eq!(phone.submit("/connexion", &fields).location(), "/moi");
        // Set up again, it is another secret.
        browser.submit(PATH, &[]).location();
        assert!(browser.get(PATH).words().contains("Ajoutez-y ce compte"));
    });
}

#[test]
fn who_lost_everything_is_let_in_again_by_the_operator_alone() {
    on_each_database(|app| {
        let (person, browser) = camille(app);
        let codes = set_up(app, &person, &browser);
        let email = EmailAddress::parse(CAMILLE).unwrap();
        let now = app.clock.now();
        let forget = |by: &Actor| app.db.write_now(|tx| actions::forget_second_factor(tx, by, &email, now));
        let standing = Standing { member: person.id, active: true, coordinates: true, ..Standing::default() };
        for by in [Actor::Visitor, Actor::Member(standing)] {
            assert!(matches!(forget(&by), Err(actions::Error::Forbidden)), "{by:?}");
        }
        assert!(forget(&Actor::Program).unwrap());
        assert!(!forget(&Actor::Program).unwrap());
        assert_eq!(subjects(app).last().unwrap(), "La double vérification est arrêtée");
        let left = app.db.read_now(|conn| second_factors::codes_left(conn, person.id)).unwrap();
        assert!(left == 0 && codes.len() == 10);
        let fields = [("email", CAMILLE), ("password", PASSWORD)];
        assert_eq!(app.visitor().submit("/connexion", &fields).location(), "/moi");
    });
}

#[test]
fn a_network_can_ask_its_coordination_for_it() {
    on_each_database(|app| {
        let here = app.place(place("La Fabrique"));
        let ines = app.coordinator("Inès Valdaron");
        let host = app.sign_in(&app.member("Ada Lune", &[(here.id, MembershipRole::Host)]));
        let browser = app.sign_in(&ines);
        let edit = format!("/lieux/{}/modifier", here.slug);
        assert_eq!(browser.get("/reseau/reglages").status, 200);
        assert_eq!(browser.get(&edit).status, 200);
        let rules = NetworkRules { second_factor_for_coordinators: true, ..NetworkRules::default() };
        let now = app.clock.now();
        app.db.write_now(|tx| network_rules::save(tx, &rules, now)).unwrap();
        // Everything of the coordination waits; what is everybody's does not.
        for path in ["/reseau/reglages", "/reseau/courrier", "/reseau/animateurs", edit.as_str()] {
            let led = browser.get(path).location().to_owned();
            let there = format!("{PATH}?vers={}", path.replace('/', "%2F"));
            assert!(led == there || led == format!("{PATH}?vers={path}"), "{led}");
        }
        assert_eq!(browser.get("/moi").status, 200);
        assert_eq!(host.get(&edit).status, 200);
        assert_eq!(host.get("/reseau/reglages").status, 404);
        let there = browser.get("/reseau/reglages").location().to_owned();
        assert!(browser.get(&there).words().contains("La coordination de votre réseau demande"));
        let started = browser.submit(&there, &[]).location().to_owned();
        let shown = browser.press(&started, CONFIRM, &[("code", &code(app, ines.id))]);
        assert_eq!(codes_of(&shown).len(), 10);
        assert!(shown.text().contains("href=\"/reseau/reglages\""));
        assert_eq!(browser.get("/reseau/reglages").status, 200);
        assert_eq!(browser.get(&edit).status, 200);
        // Without it again, the powers wait again.
        later(app, 30);
        browser.press(PATH, STOP, &[("off", &code(app, ines.id))]).location();
        assert!(browser.get("/reseau/reglages").location().starts_with(PATH));
    });
}

#[test]
fn nobody_else_sets_it_up_or_sees_it() {
    on_each_database(|app| {
        let visitor = app.visitor();
        assert!(visitor.get(PATH).location().starts_with("/connexion"));
        for path in [PATH, CONFIRM, RENEW, STOP] {
            visitor.get("/connexion");
            assert_eq!(visitor.post(path, &[("code", "000000")]).status, 403, "{path}");
        }
        let nonsense = visitor.get("/connexion/code/abc");
        assert!(nonsense.words().contains("Ce lien ne sert plus"));
    });
}
