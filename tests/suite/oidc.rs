//! Stories of signing in with an account elsewhere, at a small real provider: coming for the first
//! time and again, linking to the account that has the same address, and everything that a provider,
//! a stranger or the network between them may get wrong.

use vigie::config::{Hidden, OidcSettings};
use vigie::domain::email::EmailAddress;
use vigie::domain::member::{MemberState, SignupRule};
use vigie::i18n::Locale;
use vigie::oidc::{Failure, Journey, Provider};
use vigie::secret::Secret;
use vigie::store::members::{self, MemberRow};
use vigie::store::network_rules::{self, NetworkRules};
use vigie::store::{accounts, identities, second_factors};
use vigie::totp::step_at;

use crate::oidc_provider::{CLIENT_ID, CLIENT_SECRET, Lie, OidcProvider};
use crate::support::{Answer, Browser, TestApp, ask, on_each_database_mut, words};

const CAMILLE: &str = "camille.roux@exemple.fr";
const LEAVE: &str = "/connexion/fournisseur";
const ASKED: &str = "/connexion/fournisseur/confirmation";
const SESSION: &str = "__Host-session";
const JOURNEY: &str = "__Host-journey";

fn settings(issuer: &str) -> OidcSettings {
    OidcSettings {
        issuer: issuer.to_owned(),
        client_id: CLIENT_ID.to_owned(),
        client_secret: Hidden::new(CLIENT_SECRET),
        name: "Nuage".to_owned(),
    }
}

/// Tells a story of a network whose people have accounts at a provider.
fn with_provider(story: impl Fn(&TestApp, &OidcProvider)) {
    on_each_database_mut(|app| {
        let provider = OidcProvider::start(app.clock.now().timestamp());
        app.offer_provider(settings(&provider.issuer));
        story(app, &provider);
    });
}

/// A browser goes to the provider, and gets the address by which it is sent back.
#[track_caller]
fn go(browser: &Browser, from: &str) -> String {
    let left = browser.get(from);
    let there = left.location().to_owned();
    let (scheme_and_host, path) = there.split_at(there[7..].find('/').unwrap() + 7);
    let answer = ask(scheme_and_host, "GET", path, &[]);
    assert_eq!(answer.status, 302, "{there}: {}", answer.text());
    let back = answer.header("location").unwrap();
    let local = back.strip_prefix("https://vigie.example").unwrap();
    assert!(local.starts_with("/connexion/fournisseur/retour?"), "{back}");
    local.to_owned()
}

/// There and back.
#[track_caller]
fn travel(browser: &Browser, from: &str) -> Answer {
    let back = go(browser, from);
    browser.get(&back)
}

fn is_signed_in(browser: &Browser) -> bool {
    browser.get("/compte").status == 200
}

fn account(app: &TestApp, email: &str) -> Option<MemberRow> {
    let address = EmailAddress::parse(email).unwrap();
    app.db.read_now(|conn| members::by_email(conn, &address)).unwrap()
}

fn linked(app: &TestApp, member: i64) -> usize {
    app.db.read_now(|conn| identities::of_member(conn, member)).unwrap().len()
}

fn count(app: &TestApp) -> i64 {
    app.db.read_now(accounts::count).unwrap()
}

/// Where the button of the last letter to an address leads.
#[track_caller]
fn letter_to(app: &TestApp, email: &str) -> (String, String) {
    let letters = app.letters();
    let (_, letter) = letters.iter().rev().find(|(to, _)| to == email).expect("a letter");
    let path = letter.button.as_ref().map(|(_, path)| path.clone()).unwrap_or_default();
    (letter.subject.say(Locale::Fr), path)
}

fn set_rule(app: &TestApp, signup: SignupRule) {
    let now = app.clock.now();
    app.db
        .write_now(|tx| {
            let rules = NetworkRules { signup, ..network_rules::find(tx)? };
            network_rules::save(tx, &rules, now)
        })
        .unwrap();
}

/// The browser is where it is told what went wrong, signed in as nobody.
#[track_caller]
fn came_to(browser: &Browser, answer: &Answer, problem: &str) -> String {
    let place = answer.location().to_owned();
    assert_eq!(place, format!("/connexion/fournisseur/echec?raison={problem}"));
    assert!(browser.cookie(SESSION).is_none() && !is_signed_in(browser));
    let said = browser.get(&place).words();
    assert!(said.contains("La connexion n’a pas abouti"), "{said}");
    said
}

#[test]
fn who_comes_for_the_first_time_gets_an_account_and_comes_again() {
    with_provider(|app, _| {
        let camille = app.visitor();
        let page = camille.get("/connexion?vers=/membres");
        assert!(page.words().contains("Se connecter avec Nuage"), "{}", page.words());
        assert!(page.text().contains("/connexion/fournisseur?vers=%2Fmembres"), "{}", page.text());
        let back = travel(&camille, "/connexion/fournisseur?vers=%2Fmembres");
        assert_eq!(back.location(), "/membres");
        assert!(camille.follow(&back).words().contains("Votre compte est ouvert"));
        assert!(is_signed_in(&camille) && camille.cookie(JOURNEY).is_none());
        let row = account(app, CAMILLE).unwrap();
        assert_eq!((row.name.as_str(), row.state().unwrap()), ("Camille Roux", MemberState::Active));
        assert!(app.letters().is_empty());
        // Elsewhere, later, and under another address there: still the same person.
        let elsewhere = app.visitor();
        assert_eq!(travel(&elsewhere, LEAVE).location(), "/moi");
        assert_eq!((count(app), linked(app, row.id)), (1, 1));
        let own = elsewhere.get("/compte").words();
        assert!(own.contains("Comptes d’ailleurs") && own.contains("relié le 5 mars 2026"), "{own}");
    });
}

#[test]
fn a_person_is_known_by_subject_and_not_by_address() {
    with_provider(|app, provider| {
        travel(&app.visitor(), LEAVE).location();
        let row = account(app, CAMILLE).unwrap();
        provider.knows(|known| known.email = Some("autre@exemple.fr".to_owned()));
        let camille = app.visitor();
        assert_eq!(travel(&camille, LEAVE).location(), "/moi");
        assert!(camille.get("/compte").words().contains(CAMILLE));
        provider.knows(|known| (known.subject, known.name) = ("u-0002".to_owned(), None));
        assert_eq!(travel(&app.visitor(), LEAVE).location(), "/moi");
        let other = account(app, "autre@exemple.fr").unwrap();
        assert_eq!((other.name.as_str(), linked(app, row.id), linked(app, other.id)), ("autre", 1, 1));
    });
}

#[test]
fn an_account_at_the_same_address_is_linked_by_its_own_mailbox_alone() {
    with_provider(|app, _| {
        let person = app.member("Camille Roux", &[]);
        let camille = app.visitor();
        let back = travel(&camille, "/connexion/fournisseur?vers=%2Fagenda");
        assert_eq!(back.location(), ASKED);
        let said = camille.follow(&back).words();
        assert!(said.contains("Votre adresse a déjà un compte ici"), "{said}");
        assert!(!is_signed_in(&camille) && linked(app, person.id) == 0);
        let (subject, link) = letter_to(app, CAMILLE);
        assert_eq!(subject, "Est-ce vous, chez Nuage\u{202f}?");
        // A program that looks into mail opens the link, and nothing happens.
        assert!(app.visitor().get(&link).words().contains("Relier votre compte"));
        assert_eq!(linked(app, person.id), 0);
        assert_eq!(camille.submit(&link, &[]).location(), "/agenda");
        assert!(is_signed_in(&camille) && linked(app, person.id) == 1);
        app.at("2026-03-05T09:01:00Z");
        let used = app.visitor().get(&link).words();
        assert!(used.contains("Ce lien"), "{used}");
        let elsewhere = app.visitor();
        assert_eq!(travel(&elsewhere, LEAVE).location(), "/moi");
        assert_eq!((count(app), app.letters().len()), (1, 1));
    });
}

#[test]
fn a_letter_to_link_holds_for_an_hour_for_its_address_and_the_newest_alone() {
    with_provider(|app, provider| {
        let person = app.member("Camille Roux", &[]);
        let camille = app.visitor();
        travel(&camille, LEAVE).location();
        let (_, first) = letter_to(app, CAMILLE);
        travel(&camille, LEAVE).location();
        let (_, second) = letter_to(app, CAMILLE);
        assert!(app.visitor().get(&first).words().contains("Ce lien"));
        assert!(app.visitor().get(&second).words().contains("Relier"));
        let sent = app.db.write_now(|tx| {
            let to = EmailAddress::parse("nouvelle@exemple.fr").unwrap();
            accounts::set_email(tx, person.id, &to, app.clock.now())
        });
        sent.unwrap();
        let dead = app.visitor().submit(&second, &[]);
        assert_eq!((dead.status, linked(app, person.id)), (422, 0));
        provider.knows(|known| known.email = Some("nouvelle@exemple.fr".to_owned()));
        travel(&camille, LEAVE).location();
        let (_, third) = letter_to(app, "nouvelle@exemple.fr");
        app.at("2026-03-05T10:00:01Z");
        assert!(app.visitor().get(&third).words().contains("Ce lien"));
        assert_eq!(linked(app, person.id), 0);
    });
}

#[test]
fn a_link_ends_and_the_account_stays() {
    with_provider(|app, _| {
        let camille = app.visitor();
        travel(&camille, LEAVE).location();
        let row = account(app, CAMILLE).unwrap();
        let id = app.db.read_now(|conn| identities::of_member(conn, row.id)).unwrap()[0].id;
        let end = format!("/compte/fournisseurs/{id}/fin");
        // Nobody else may.
        let other = app.sign_in(&app.member("Ines Valdaron", &[]));
        let page = other.get("/compte");
        let token = page.text().split("name=\"token\" value=\"").nth(1).unwrap()[..64].to_owned();
        other.post(&end, &[("token", &token)]);
        assert_eq!(linked(app, row.id), 1);
        assert_eq!(camille.press("/compte", &end, &[]).location(), "/compte");
        assert!(is_signed_in(&camille) && linked(app, row.id) == 0);
        assert_eq!(letter_to(app, CAMILLE).0, "Un compte d’ailleurs n’ouvre plus le vôtre");
        assert!(!camille.get("/compte").words().contains("Comptes d’ailleurs"));
        let elsewhere = app.visitor();
        assert_eq!(travel(&elsewhere, LEAVE).location(), ASKED);
        assert!(!is_signed_in(&elsewhere));
    });
}

#[test]
fn the_rule_of_the_network_holds_for_who_comes_by_a_provider() {
    with_provider(|app, provider| {
        app.coordinator("Ada Marchand");
        set_rule(app, SignupRule::ByInvitation);
        let camille = app.visitor();
        let said = came_to(&camille, &travel(&camille, LEAVE), "invitation");
        assert!(said.contains("sur invitation"), "{said}");
        assert!(account(app, CAMILLE).is_none());
        set_rule(app, SignupRule::OnApproval);
        let back = travel(&camille, LEAVE);
        assert!(camille.follow(&back).words().contains("attend maintenant d’être accueilli"));
        assert_eq!(account(app, CAMILLE).unwrap().state().unwrap(), MemberState::Waiting);
        assert_eq!(letter_to(app, "ada.marchand@exemple.fr").1, "/comptes-en-attente");
        // Who has an account comes in, whatever the rule for others.
        set_rule(app, SignupRule::ByInvitation);
        assert_eq!(travel(&app.visitor(), LEAVE).location(), "/moi");
        provider.knows(|known| known.subject = "u-0003".to_owned());
        assert_eq!(travel(&app.visitor(), LEAVE).location(), ASKED);
    });
}

#[test]
fn an_address_that_the_provider_has_not_verified_is_not_believed() {
    with_provider(|app, provider| {
        app.member("Camille Roux", &[]);
        let stranger = app.visitor();
        for (email, in_user_info) in [(Some(CAMILLE), false), (Some(CAMILLE), true), (None, false)] {
            provider.knows(|known| {
                known.email = email.map(str::to_owned);
                (known.is_verified, known.in_user_info) = (false, in_user_info);
            });
            let said = came_to(&stranger, &travel(&stranger, LEAVE), "adresse");
            assert!(said.contains("Nuage ne confirme aucune adresse"), "{said}");
        }
        assert_eq!((count(app), app.letters().len()), (1, 0));
    });
}

#[test]
fn what_is_known_of_a_person_may_stand_in_the_user_info() {
    with_provider(|app, provider| {
        provider.knows(|known| known.in_user_info = true);
        assert_eq!(travel(&app.visitor(), LEAVE).location(), "/moi");
        assert_eq!(account(app, CAMILLE).unwrap().name, "Camille Roux");
        let stranger = app.visitor();
        provider.lie(Lie::OtherSubjectInUserInfo);
        came_to(&stranger, &travel(&stranger, LEAVE), "signature");
    });
}

#[test]
fn nothing_untrue_is_believed() {
    with_provider(|app, provider| {
        let stranger = app.visitor();
        for (lie, problem) in [
            (Lie::Denial, "refus"),
            (Lie::OwnError, "erreur"),
            (Lie::OtherNonce, "signature"),
            (Lie::NoNonce, "signature"),
            (Lie::OtherAudience, "signature"),
            (Lie::MoreAudiences, "signature"),
            (Lie::OtherParty, "signature"),
            (Lie::OtherIssuer, "signature"),
            (Lie::OtherIssuerInAddress, "signature"),
            (Lie::OtherKey, "signature"),
            (Lie::ForgedPayload, "signature"),
            (Lie::UnderOurSecret, "signature"),
            (Lie::NoIdToken, "signature"),
            (Lie::Expired, "heure"),
            (Lie::Early, "heure"),
        ] {
            provider.lie(lie);
            let back = travel(&stranger, LEAVE);
            let told = back.location();
            assert_eq!(told, format!("/connexion/fournisseur/echec?raison={problem}"), "{lie:?}");
            came_to(&stranger, &back, problem);
        }
        provider.lie(Lie::Unsigned);
        let back = travel(&stranger, LEAVE);
        assert!(back.location().starts_with("/connexion/fournisseur/echec"), "{}", back.location());
        assert!(!is_signed_in(&stranger));
        assert_eq!((count(app), app.letters().len()), (0, 0));
        provider.lie(Lie::None);
        assert_eq!(travel(&stranger, LEAVE).location(), "/moi");
    });
}

#[test]
fn a_journey_ends_once_in_time_and_in_its_own_browser() {
    with_provider(|app, _| {
        // Of another browser: somebody is made to finish what another began.
        let (camille, stranger) = (app.visitor(), app.visitor());
        let back = go(&camille, LEAVE);
        came_to(&stranger, &stranger.get(&back), "retard");
        // Even one that is on a journey of its own.
        go(&stranger, LEAVE);
        came_to(&stranger, &stranger.get(&back), "retard");
        // Nor is a code taken that came from another journey.
        let own = go(&stranger, LEAVE);
        let code_of =
            |address: &str| address.split("code=").nth(1).unwrap().split('&').next().unwrap().to_owned();
        let mixed = own.replace(&code_of(&own), &code_of(&back));
        came_to(&stranger, &stranger.get(&mixed), "erreur");
        assert_eq!(count(app), 0);
        // Twice.
        let cookie = camille.cookie(JOURNEY).unwrap();
        let back = go(&camille, LEAVE);
        assert_ne!(camille.cookie(JOURNEY).unwrap(), cookie);
        let copy = app.visitor();
        copy.take_cookie(JOURNEY, &camille.cookie(JOURNEY).unwrap());
        assert_eq!(camille.get(&back).location(), "/moi");
        came_to(&copy, &copy.get(&back), "retard");
        // Too late.
        let late = app.visitor();
        let back = go(&late, LEAVE);
        app.at("2026-03-05T09:10:01Z");
        let said = came_to(&late, &late.get(&back), "retard");
        assert!(said.contains("plus de dix minutes"), "{said}");
        // Nothing, and nonsense.
        for query in ["", "?code=a", "?state=b&code=a", "?state=%FF&iss=c"] {
            came_to(&late, &late.get(&format!("/connexion/fournisseur/retour{query}")), "retard");
        }
    });
}

#[test]
fn a_provider_that_is_away_or_talks_nonsense_harms_nobody() {
    with_provider(|app, provider| {
        let stranger = app.visitor();
        for lie in [Lie::NotJson, Lie::Huge, Lie::Elsewhere] {
            provider.lie(lie);
            let said = came_to(&stranger, &stranger.get(LEAVE), "injoignable");
            assert!(said.contains("Nuage ne répond pas en ce moment"), "{said}");
        }
        // Redirects are not followed.
        assert!(!provider.log().iter().any(|line| line.ends_with("/keys")), "{:?}", provider.log());
        assert!(stranger.get("/connexion").words().contains("Recevoir un lien par mail"));
    });
    on_each_database_mut(|app| {
        let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", closed.local_addr().unwrap());
        drop(closed);
        app.offer_provider(settings(&address));
        let stranger = app.visitor();
        came_to(&stranger, &stranger.get(LEAVE), "injoignable");
    });
}

#[test]
fn a_provider_may_take_other_keys_and_sign_as_most_do() {
    with_provider(|app, provider| {
        assert_eq!(travel(&app.visitor(), LEAVE).location(), "/moi");
        provider.rotate();
        assert_eq!(travel(&app.visitor(), LEAVE).location(), "/moi");
        provider.sign_by_rsa();
        assert_eq!(travel(&app.visitor(), LEAVE).location(), "/moi");
        let asked = provider.log().iter().filter(|line| line.ends_with("openid-configuration")).count();
        assert_eq!(asked, 2, "once, and once for the new key");
    });
}

#[test]
fn no_transaction_is_open_while_a_provider_hesitates() {
    with_provider(|app, provider| {
        let (db, now) = (app.db.clone(), app.clock.now());
        let rules = NetworkRules { signup: SignupRule::OnApproval, ..NetworkRules::default() };
        provider.hesitate(move || db.write_now(|tx| network_rules::save(tx, &rules, now)).unwrap());
        assert_eq!(travel(&app.visitor(), LEAVE).location(), "/moi");
        assert_eq!(account(app, CAMILLE).unwrap().state().unwrap(), MemberState::Waiting);
    });
}

#[test]
fn the_second_factor_is_asked_for_all_the_same() {
    with_provider(|app, _| {
        let camille = app.visitor();
        travel(&camille, LEAVE).location();
        let row = account(app, CAMILLE).unwrap();
        let code = || {
            let factor = app.db.read_now(|conn| second_factors::of_member(conn, row.id)).unwrap().unwrap();
            factor.secret().unwrap().code(step_at(app.clock.now()))
        };
        let path = "/compte/double-verification";
        camille.submit(path, &[]).location();
        camille.press(path, "/compte/double-verification/code", &[("code", &code())]).words();
        app.at("2026-03-05T09:02:00Z");
        let elsewhere = app.visitor();
        let back = travel(&elsewhere, "/connexion/fournisseur?vers=%2Fmembres");
        assert!(back.location().starts_with("/connexion/code/"), "{}", back.location());
        assert!(!is_signed_in(&elsewhere));
        assert_eq!(elsewhere.submit(back.location(), &[("code", &code())]).location(), "/membres");
        assert!(is_signed_in(&elsewhere));
    });
}

#[test]
fn who_is_suspended_does_not_come_in() {
    with_provider(|app, _| {
        travel(&app.visitor(), LEAVE).location();
        let row = account(app, CAMILLE).unwrap();
        let now = app.clock.now();
        let (from, to) = (MemberState::Active, MemberState::Suspended);
        app.db.write_now(|tx| accounts::move_state(tx, row.id, from, to, now)).unwrap();
        let camille = app.visitor();
        came_to(&camille, &travel(&camille, LEAVE), "compte");
    });
}

#[test]
fn one_comes_back_in_the_language_in_which_one_left() {
    with_provider(|app, provider| {
        let camille = app.visitor();
        provider.lie(Lie::OtherNonce);
        let back = travel(&camille, "/en/connexion/fournisseur");
        assert_eq!(back.location(), "/en/connexion/fournisseur/echec?raison=signature");
        assert!(camille.follow(&back).words().contains("You are not signed in"));
        provider.lie(Lie::None);
        assert_eq!(travel(&camille, "/en/connexion/fournisseur").location(), "/en/moi");
        assert_eq!(account(app, CAMILLE).unwrap().locale(), Locale::En);
    });
}

#[test]
fn the_door_opens_from_our_own_pages_and_leads_to_them_alone() {
    with_provider(|app, _| {
        let led = app.ask("GET", LEAVE, &[("sec-fetch-site", "cross-site")]);
        assert_eq!(led.location(), "/connexion");
        let camille = app.visitor();
        let back = travel(&camille, "/connexion/fournisseur?vers=%2F%2Felsewhere.example");
        assert_eq!(back.location(), "/moi");
        let first = camille.cookie(SESSION).unwrap();
        travel(&camille, LEAVE).location();
        assert_ne!(camille.cookie(SESSION).unwrap(), first, "the session is rotated");
        let stale = app.visitor();
        stale.take_cookie(SESSION, &first);
        assert!(!is_signed_in(&stale));
    });
}

#[test]
fn journeys_of_one_client_are_slowed_down() {
    with_provider(|app, _| {
        let stranger = app.visitor();
        for _ in 0..100 {
            assert!(stranger.get(LEAVE).location().contains("/authorize?"));
        }
        came_to(&stranger, &stranger.get(LEAVE), "essais");
        app.at("2026-03-05T09:16:00Z");
        assert!(stranger.get(LEAVE).location().contains("/authorize?"));
    });
}

#[test]
fn without_a_provider_nothing_speaks_of_one() {
    on_each_database_mut(|app| {
        let stranger = app.visitor();
        assert!(!stranger.get("/connexion").text().contains(LEAVE));
        for path in
            [LEAVE, ASKED, "/connexion/fournisseur/retour", "/connexion/fournisseur/echec?raison=refus"]
        {
            assert_eq!(stranger.get(path).status, 404, "{path}");
        }
    });
}

#[test]
fn what_is_logged_of_a_failure_gives_nothing_away() {
    let now = crate::support::START.parse().unwrap();
    let there = OidcProvider::start(0);
    let provider = Provider::new(settings(&there.issuer), "https://vigie.example/x".to_owned());
    let journey = Journey::new(Secret::new(), Locale::Fr);
    let refused = provider.identify(&journey, "the-code", now).unwrap_err();
    assert!(matches!(refused, Failure::Refused(_)), "{refused}");
    let there = Provider::new(
        OidcSettings { client_secret: Hidden::new("wrong-secret"), ..settings(&there.issuer) },
        "https://vigie.example/x".to_owned(),
    );
    let unknown = there.identify(&journey, "the-code", now).unwrap_err();
    assert!(unknown.to_string().contains("invalid_client"), "{unknown}");
    for said in [refused.to_string(), unknown.to_string(), format!("{unknown:?}")] {
        assert!(!said.contains("the-code") && !said.contains("secret"), "{said}");
    }
    assert!(!words(&format!("{:?}", settings("https://a"))).contains(CLIENT_SECRET));
}
