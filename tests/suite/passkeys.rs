//! Stories of passkeys: making one, signing in by it and by nothing else, what a device or a
//! stranger may get wrong, and removing it.

use serde_json::Value;
use vigie::domain::member::MemberState;
use vigie::i18n::Locale;
use vigie::store::network_rules::{self, NetworkRules};
use vigie::store::{accounts, passkeys, second_factors, sessions};
use vigie::totp::step_at;

use crate::authenticator::Authenticator;
use crate::support::{Answer, Browser, Person, TestApp, on_each_database};

const ORIGIN: &str = "https://vigie.example";
const KEYS: &str = "/compte/cles";
const ASK: &str = "/connexion/cle";

/// What a page asks of the device.
#[track_caller]
fn asked(page: &Answer) -> Value {
    let html = page.text();
    let options = html.split("data-options=\"").nth(1).unwrap_or_else(|| panic!("{html}"));
    let options = options.split('"').next().unwrap();
    let plain =
        [("&quot;", "\""), ("&#x27;", "'"), ("&#x2F;", "/"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")];
    let text = plain.iter().fold(options.to_owned(), |text, (from, to)| text.replace(from, to));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// Begins to make a passkey of this name; gives where the device is asked.
#[track_caller]
fn begin(browser: &Browser, name: &str) -> String {
    browser.press(KEYS, KEYS, &[("name", name)]).location().to_owned()
}

/// Makes a passkey.
#[track_caller]
fn make(browser: &Browser, device: &mut Authenticator, name: &str) {
    let there = begin(browser, name);
    let answer = device.create(&asked(&browser.get(&there)));
    assert_eq!(browser.submit(&there, &[("response", &answer)]).location(), KEYS);
}

/// Asks to sign in by a passkey; gives where the device is asked.
#[track_caller]
fn ask(browser: &Browser) -> String {
    let there = browser.press("/connexion", ASK, &[]).location().to_owned();
    assert!(there.starts_with("/connexion/cle/"), "{there}");
    there
}

/// Signs in by a passkey, as far as it goes.
#[track_caller]
fn enter(browser: &Browser, device: &mut Authenticator) -> Answer {
    let there = ask(browser);
    let answer = device.get(&asked(&browser.get(&there)));
    browser.submit(&there, &[("response", &answer)])
}

fn is_signed_in(browser: &Browser) -> bool {
    browser.get("/compte").status == 200
}

fn subjects(app: &TestApp) -> Vec<String> {
    app.letters().iter().map(|(_, letter)| letter.subject.say(Locale::Fr)).collect()
}

/// Camille with a passkey on her phone.
fn camille(app: &TestApp) -> (Person, Browser, Authenticator) {
    let person = app.member("Camille Roux", &[]);
    let browser = app.sign_in(&person);
    let mut phone = Authenticator::new(1, ORIGIN);
    make(&browser, &mut phone, "Mon téléphone");
    (person, browser, phone)
}

fn strong_sessions(app: &TestApp, member: i64) -> Vec<bool> {
    let now = app.clock.now();
    let rows = app.db.read_now(|conn| sessions::of_member(conn, member, now)).unwrap();
    rows.iter().map(|row| row.strong).collect()
}

#[test]
fn a_passkey_is_made_and_opens_the_account_by_itself() {
    on_each_database(|app| {
        let (person, browser, mut phone) = camille(app);
        let page = browser.get(KEYS).words();
        assert!(page.contains("Mon téléphone créée le 5 mars 2026, pas encore utilisée"), "{page}");
        assert_eq!(subjects(app), ["Une clé d’accès ouvre votre compte"]);
        assert!(browser.get("/compte").words().contains("Voir mes clés d’accès"));
        let elsewhere = app.visitor();
        assert_eq!(enter(&elsewhere, &mut phone).location(), "/moi");
        assert!(is_signed_in(&elsewhere));
        assert_eq!(strong_sessions(app, person.id), [true, true]);
        assert!(browser.get(KEYS).words().contains("utilisée le 5 mars 2026"));
        assert_eq!(enter(&app.visitor(), &mut phone).location(), "/moi");
    });
}

#[test]
fn one_goes_on_to_where_one_was_going() {
    on_each_database(|app| {
        let (_, _, mut phone) = camille(app);
        let elsewhere = app.visitor();
        let page = elsewhere.get("/connexion?vers=/membres");
        let there = elsewhere.send_form(&page, ASK, &[]).location().to_owned();
        let answer = phone.get(&asked(&elsewhere.get(&there)));
        assert_eq!(elsewhere.submit(&there, &[("response", &answer)]).location(), "/membres");
        let led =
            elsewhere.press("/connexion", ASK, &[("vers", "//elsewhere.example")]).location().to_owned();
        let answer = phone.get(&asked(&elsewhere.get(&led)));
        assert_eq!(elsewhere.submit(&led, &[("response", &answer)]).location(), "/moi");
    });
}

#[test]
fn it_is_both_factors_at_once() {
    on_each_database(|app| {
        let (person, browser, mut phone) = camille(app);
        let path = "/compte/double-verification";
        browser.submit(path, &[]).location();
        let factor = app.db.read_now(|conn| second_factors::of_member(conn, person.id)).unwrap().unwrap();
        let code = factor.secret().unwrap().code(step_at(app.clock.now()));
        browser.press(path, "/compte/double-verification/code", &[("code", &code)]).words();
        browser
            .press("/compte", "/compte/mot-de-passe", &[("password", "une girafe mange du plâtre")])
            .location();
        let elsewhere = app.visitor();
        let fields = [("email", person.email.as_str()), ("password", "une girafe mange du plâtre")];
        let step = elsewhere.submit("/connexion", &fields).location().to_owned();
        assert!(step.starts_with("/connexion/code/") && !is_signed_in(&elsewhere));
        // At the second step the passkey does as well as a code.
        let there = elsewhere.press(&step, ASK, &[]).location().to_owned();
        let answer = phone.get(&asked(&elsewhere.get(&there)));
        assert_eq!(elsewhere.submit(&there, &[("response", &answer)]).location(), "/moi");
        assert!(is_signed_in(&elsewhere));
    });
}

#[test]
fn it_is_what_a_network_asks_of_its_coordination() {
    on_each_database(|app| {
        let ines = app.coordinator("Inès Valdaron");
        let now = app.clock.now();
        let rules = NetworkRules { second_factor_for_coordinators: true, ..NetworkRules::default() };
        app.db.write_now(|tx| network_rules::save(tx, &rules, now)).unwrap();
        let browser = app.sign_in(&ines);
        assert!(browser.get("/reseau/reglages").location().starts_with("/compte/double-verification"));
        let mut key = Authenticator::new(2, ORIGIN);
        make(&browser, &mut key, "Clé de la coordination");
        assert_eq!(browser.get("/reseau/reglages").status, 200);
        assert!(app.sign_in(&ines).get("/reseau/reglages").location().starts_with("/compte/double"));
        let elsewhere = app.visitor();
        enter(&elsewhere, &mut key).location();
        assert_eq!(elsewhere.get("/reseau/reglages").status, 200);
    });
}

#[test]
fn nothing_else_than_the_key_opens_the_account() {
    on_each_database(|app| {
        let (person, _, phone) = camille(app);
        let other = app.member("Inès Valdaron", &[]);
        let stranger = app.visitor();
        let refused = |wrong: &mut Authenticator, what: &str| {
            let answer = enter(&stranger, wrong);
            assert_eq!(answer.status, 422, "{what}");
            assert!(crate::support::words(&answer.text()).contains("n’ouvre aucun compte ici"), "{what}");
            assert!(!is_signed_in(&stranger), "{what}");
        };
        refused(&mut Authenticator::new(9, ORIGIN), "an unknown device");
        let mut copy = phone.clone();
        copy.verifies = false;
        refused(&mut copy, "its person was not asked");
        let mut copy = phone.clone();
        copy.origin = "https://vigie.example.evil".to_owned();
        refused(&mut copy, "at another site that looks alike");
        let mut copy = phone.clone();
        copy.site = "evil.example".to_owned();
        refused(&mut copy, "for another site");
        let mut copy = phone.clone();
        copy.belong_to(&other.uid);
        refused(&mut copy, "for somebody else");
        let mut forged = Authenticator::new(1, ORIGIN);
        forged.belong_to(&person.uid);
        let there = ask(&stranger);
        let options = asked(&stranger.get(&there));
        let answer = forged.get(&options).replace("\"signature\":\"", "\"signature\":\"AA");
        assert_eq!(stranger.submit(&there, &[("response", &answer)]).status, 422, "a forged signature");
        for nonsense in ["", "{}", "null", "[1,2]"] {
            assert_eq!(stranger.submit(&there, &[("response", nonsense)]).status, 422, "{nonsense}");
        }
        // The question is still good, for whoever can answer it.
        let mut phone = phone;
        let answer = phone.get(&options);
        assert_eq!(stranger.submit(&there, &[("response", &answer)]).location(), "/moi");
    });
}

#[test]
fn an_answer_holds_once_and_for_its_question() {
    on_each_database(|app| {
        let (_, _, mut phone) = camille(app);
        let stranger = app.visitor();
        let (first, second) = (ask(&stranger), ask(&stranger));
        let answer = phone.get(&asked(&stranger.get(&first)));
        assert_eq!(stranger.submit(&second, &[("response", &answer)]).status, 422);
        assert_eq!(stranger.submit(&first, &[("response", &answer)]).location(), "/moi");
        assert!(app.visitor().get(&first).words().contains("Ce lien"));
        // A copy of the device counts less than the device.
        let mut copy = phone.clone();
        enter(&app.visitor(), &mut phone).location();
        assert_eq!(enter(&app.visitor(), &mut copy).status, 422);
        let late = app.visitor();
        let there = ask(&late);
        app.at("2026-03-05T09:10:01Z");
        assert!(late.get(&there).words().contains("Ce lien"));
    });
}

#[test]
fn a_passkey_is_made_by_its_member_with_a_device_that_asks() {
    on_each_database(|app| {
        let (person, browser, mut phone) = camille(app);
        let stranger = app.sign_in(&app.member("Inès Valdaron", &[]));
        let there = begin(&browser, "Ordinateur");
        assert!(stranger.get(&there).words().contains("Ce lien"), "of somebody else");
        let options = asked(&browser.get(&there));
        assert_eq!(options["excludeCredentials"].as_array().unwrap().len(), 1);
        let mut careless = Authenticator::new(3, ORIGIN);
        careless.verifies = false;
        let wrong = browser.submit(&there, &[("response", &careless.create(&options))]);
        assert_eq!(wrong.status, 422);
        let mut elsewhere = Authenticator::new(3, "https://evil.example");
        assert_eq!(browser.submit(&there, &[("response", &elsewhere.create(&options))]).status, 422);
        // A device that has one already, and answers all the same.
        assert_eq!(browser.submit(&there, &[("response", &phone.create(&options))]).status, 422);
        assert_eq!(app.db.read_now(|conn| passkeys::of_member(conn, person.id)).unwrap().len(), 1);
        for (name, status) in [(" ", 422), (&*"x".repeat(61), 422), ("Ordinateur du fablab", 303)] {
            assert_eq!(browser.press(KEYS, KEYS, &[("name", name)]).status, status, "{name}");
        }
        for n in 10..19 {
            make(&browser, &mut Authenticator::new(n, ORIGIN), "Encore une");
        }
        assert!(browser.get(KEYS).words().contains("Dix clés, c’est le maximum"));
        assert!(app.visitor().get(KEYS).location().starts_with("/connexion"));
    });
}

#[test]
fn a_passkey_that_is_removed_opens_nothing() {
    on_each_database(|app| {
        let (person, browser, mut phone) = camille(app);
        let id = app.db.read_now(|conn| passkeys::of_member(conn, person.id)).unwrap()[0].id;
        let end = format!("{KEYS}/{id}/fin");
        let stranger = app.sign_in(&app.member("Inès Valdaron", &[]));
        let page = stranger.get(KEYS);
        let token = page.text().split("name=\"token\" value=\"").nth(1).unwrap()[..64].to_owned();
        stranger.post(&end, &[("token", &token)]);
        assert_eq!(enter(&app.visitor(), &mut phone).location(), "/moi");
        assert_eq!(browser.press(KEYS, &end, &[]).location(), KEYS);
        assert_eq!(subjects(app).last().unwrap(), "Une clé d’accès a été retirée");
        assert!(strong_sessions(app, person.id).iter().all(|strong| !strong));
        let elsewhere = app.visitor();
        assert_eq!(enter(&elsewhere, &mut phone).status, 422);
        assert!(!is_signed_in(&elsewhere));
    });
}

#[test]
fn who_is_suspended_does_not_come_in_by_a_passkey() {
    on_each_database(|app| {
        let (person, _, mut phone) = camille(app);
        let (now, from, to) = (app.clock.now(), MemberState::Active, MemberState::Suspended);
        app.db.write_now(|tx| accounts::move_state(tx, person.id, from, to, now)).unwrap();
        let camille = app.visitor();
        assert_eq!(enter(&camille, &mut phone).status, 422);
        assert!(!is_signed_in(&camille));
    });
}
