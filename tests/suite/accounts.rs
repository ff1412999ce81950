//! Stories of accounts: asking for one, signing in by password and by link, losing and finding the
//! way back, and what those who guess are told.

use vigie::actions::issue_set_up_link;
use vigie::domain::email::EmailAddress;
use vigie::domain::link::LinkPurpose;
use vigie::domain::member::MembershipRole;
use vigie::i18n::Locale;
use vigie::secret::Secret;
use vigie::store::members::{self, MemberRow};
use vigie::store::{memberships, network_rules, tokens};

use crate::support::{Answer, Browser, START, TestApp, on_each_database, place, words};

const CAMILLE: &str = "camille.roux@exemple.fr";
const PASSWORD: &str = "une girafe mange du plâtre";
const OTHER: &str = "trois ânes dansent à Nyons";
const SESSION: &str = "__Host-session";

fn account(app: &TestApp) -> Option<MemberRow> {
    let address = EmailAddress::parse(CAMILLE).unwrap();
    app.db.read_now(|conn| members::by_email(conn, &address)).unwrap()
}

/// The words of the last letter to an address, and where its button leads.
#[track_caller]
fn letter_to(app: &TestApp, email: &str) -> (String, String) {
    let letters = app.letters();
    let (_, letter) = letters.iter().rev().find(|(to, _)| to == email).expect("a letter");
    let path = letter.button.as_ref().map(|(_, path)| path.clone()).unwrap_or_default();
    (letter.subject.say(Locale::Fr), path)
}

/// Camille has an account with a password, and is signed in.
#[track_caller]
fn camille_signs_up(app: &TestApp) -> Browser {
    let camille = app.visitor();
    let fields = [("name", "Camille Roux"), ("email", CAMILLE), ("password", PASSWORD)];
    assert_eq!(camille.submit("/inscription-compte", &fields).location(), "/inscription-compte/envoye");
    let (_, link) = letter_to(app, CAMILLE);
    assert_eq!(camille.submit(&link, &[]).location(), "/moi");
    camille
}

fn sign_in(browser: &Browser, password: &str) -> Answer {
    browser.submit("/connexion", &[("email", CAMILLE), ("password", password)])
}

fn is_signed_in(browser: &Browser) -> bool {
    words(&browser.get("/agenda").text()).contains("Se déconnecter")
}

#[test]
fn an_account_is_asked_for_confirmed_left_and_entered_again() {
    on_each_database(|app| {
        let camille = app.visitor();
        assert!(!is_signed_in(&camille));
        let fields =
            [("name", " Camille  Roux "), ("email", "Camille.Roux@exemple.fr"), ("password", PASSWORD)];
        let sent = camille.submit("/inscription-compte", &fields);
        let page = camille.follow(&sent);
        assert!(page.words().contains("Regardez vos mails"), "{}", page.words());
        let (subject, link) = letter_to(app, CAMILLE);
        assert_eq!(subject, "Confirmez votre adresse");
        assert!(!is_signed_in(&camille));
        // A program that looks into mail opens the link, and nothing happens.
        assert!(app.visitor().get(&link).words().contains(CAMILLE));
        assert!(account(app).is_none());
        let opened = camille.submit(&link, &[]);
        assert_eq!(opened.location(), "/moi");
        assert!(is_signed_in(&camille));
        let member = account(app).unwrap();
        assert_eq!((member.name.as_str(), member.state.as_str()), ("Camille Roux", "actif"));
        let left = camille.press("/agenda", "/deconnexion", &[]);
        assert_eq!(left.location(), "/");
        assert!(camille.follow(&left).words().contains("Vous êtes déconnecté·e."));
        assert!(!is_signed_in(&camille) && camille.cookie(SESSION).is_none());
        let entered = sign_in(&camille, PASSWORD);
        assert_eq!(entered.location(), "/moi");
        assert!(is_signed_in(&camille));
    });
}

#[test]
fn nothing_of_a_password_waits_with_the_link() {
    on_each_database(|app| {
        let fields = [("name", "Camille Roux"), ("email", CAMILLE), ("password", PASSWORD)];
        app.visitor().submit("/inscription-compte", &fields).location();
        let (_, link) = letter_to(app, CAMILLE);
        let secret = Secret::parse(link.rsplit('/').next().unwrap()).unwrap();
        let now = app.clock.now();
        let found = app.db.read_now(|c| tokens::find(c, &secret, LinkPurpose::SignUp.code(), now));
        let payload = found.unwrap().unwrap().payload;
        assert!(payload.contains("$argon2id$") && !payload.contains("girafe"), "{payload}");
    });
}

#[test]
fn known_and_unknown_addresses_get_the_same_answers() {
    on_each_database(|app| {
        camille_signs_up(app);
        let unknown = "ines.valdaron@exemple.fr";
        let told = |answer: &Answer, email: &str| {
            let text = words(&answer.text()).replace(email, "X");
            (answer.status, answer.header("location").map(str::to_owned), text)
        };
        let asked = |path: &str, fields: &[(&str, &str)], email: &str| {
            let fields: Vec<_> = fields.iter().copied().chain([("email", email)]).collect();
            told(&app.visitor().submit(path, &fields), email)
        };
        for (path, fields) in [
            ("/inscription-compte", &[("name", "Quelqu’un"), ("password", OTHER)][..]),
            ("/inscription-compte", &[("name", "Quelqu’un")]),
            ("/connexion", &[("by", "link")]),
            ("/connexion", &[("password", "ce n’est pas le bon")]),
            ("/mot-de-passe", &[]),
        ] {
            assert_eq!(asked(path, fields, CAMILLE), asked(path, fields, unknown), "{path} {fields:?}");
        }
        let subjects = |email: &str| {
            let letters = app.letters();
            let theirs = letters.iter().filter(|(to, _)| to == email);
            theirs.map(|(_, letter)| letter.subject.say(Locale::Fr)).collect::<Vec<_>>()
        };
        assert_eq!(
            subjects(CAMILLE),
            [
                "Confirmez votre adresse",
                "Vous avez déjà un compte",
                "Vous avez déjà un compte",
                "Votre lien de connexion",
                "Choisir un nouveau mot de passe"
            ]
        );
        let none = "Pas de compte à cette adresse";
        let confirm = "Confirmez votre adresse";
        assert_eq!(subjects(unknown), [confirm, confirm, none, none]);
    });
}

#[test]
fn a_form_that_is_not_right_comes_back_with_what_was_typed() {
    on_each_database(|app| {
        let visitor = app.visitor();
        let wrong = visitor.submit(
            "/inscription-compte",
            &[("name", "<b>"), ("email", "camille"), ("password", "motdepasse1"), ("place", "nulle-part")],
        );
        assert_eq!(wrong.status, 422);
        let text = wrong.text();
        assert!(text.contains("value=\"camille\"") && !text.contains("motdepasse1"), "{text}");
        let read = words(&text);
        for said in ["3 réponses sont à corriger", "Cette adresse n’est pas complète", "se devine trop vite"]
        {
            assert!(read.contains(said), "{said}: {read}");
        }
        let short = visitor
            .submit("/en/inscription-compte", &[("name", "Ada"), ("email", CAMILLE), ("password", "abc")]);
        assert!(words(&short.text()).contains("at least 10 characters"));
        assert!(app.letters().is_empty());
    });
}

#[test]
fn guessing_is_slowed_down_and_a_link_still_helps() {
    on_each_database(|app| {
        camille_signs_up(app);
        let guesser = app.visitor();
        for _ in 0..10 {
            let wrong = sign_in(&guesser, "ce n’est pas le bon");
            assert_eq!(wrong.status, 422);
            assert!(words(&wrong.text()).contains("ne vont pas ensemble"));
        }
        app.at("2026-03-05T09:03:30Z");
        let stopped = sign_in(&guesser, PASSWORD);
        assert!(words(&stopped.text()).contains("Réessayez dans 12 minutes"), "{}", words(&stopped.text()));
        assert!(!is_signed_in(&guesser));
        let camille = app.visitor();
        let sent = camille.submit("/connexion", &[("email", CAMILLE), ("by", "link")]);
        assert_eq!(sent.location(), "/connexion/envoye");
        camille.submit(&letter_to(app, CAMILLE).1, &[]).location();
        assert!(is_signed_in(&camille));
        app.at("2026-03-05T09:15:01Z");
        assert_eq!(sign_in(&guesser, PASSWORD).location(), "/moi");
    });
}

#[test]
fn a_mailbox_is_not_flooded() {
    on_each_database(|app| {
        for _ in 0..5 {
            app.visitor().submit("/mot-de-passe", &[("email", CAMILLE)]).location();
        }
        let stopped = app.visitor().submit("/connexion", &[("email", CAMILLE), ("by", "link")]);
        assert_eq!(stopped.status, 422);
        assert!(words(&stopped.text()).contains("Réessayez dans 60 minutes"), "{}", words(&stopped.text()));
        assert_eq!(app.letters().len(), 5);
    });
}

#[test]
fn a_link_signs_in_once_and_in_time() {
    on_each_database(|app| {
        camille_signs_up(app);
        let ask = || {
            let towards = "/connexion?vers=/agenda%3Fpage%3D2";
            app.visitor().submit(towards, &[("email", CAMILLE), ("by", "link")]).location();
            letter_to(app, CAMILLE).1
        };
        let link = ask();
        let (phone, other) = (app.visitor(), app.visitor());
        assert!(phone.get(&link).words().contains("Me connecter"));
        assert_eq!(phone.submit(&link, &[]).location(), "/agenda?page=2");
        assert!(is_signed_in(&phone));
        app.at("2026-03-05T09:01:00Z");
        assert!(other.get(&link).words().contains("Ce lien ne sert plus"));
        let late = ask();
        app.at("2026-03-05T09:16:01Z");
        assert!(other.get(&late).words().contains("Ce lien ne sert plus"));
        assert!(!is_signed_in(&other));
        assert!(other.get("/connexion/lien/nonsense").words().contains("Ce lien ne sert plus"));
    });
}

#[test]
fn a_double_click_on_a_link_signs_in_all_the_same() {
    on_each_database(|app| {
        let camille = app.visitor();
        camille.submit("/inscription-compte", &[("name", "Camille Roux"), ("email", CAMILLE)]).location();
        let (_, link) = letter_to(app, CAMILLE);
        let page = camille.get(&link).text();
        let mark = |name: &str| {
            let after = page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
            after.split('"').next().unwrap().to_owned()
        };
        let fields = [("token", mark("token")), ("once", mark("once"))];
        let twin = app.visitor();
        twin.take_cookie("__Host-form", &camille.cookie("__Host-form").unwrap());
        assert_eq!(camille.post(&link, &fields).location(), "/moi");
        assert_eq!(twin.post(&link, &fields).location(), "/moi");
        assert!(is_signed_in(&camille) && is_signed_in(&twin));
        app.at("2026-03-05T09:00:11Z");
        let later = app.visitor();
        later.take_cookie("__Host-form", &twin.cookie("__Host-form").unwrap());
        assert_eq!(later.post(&link, &fields).status, 422);
        assert!(!is_signed_in(&later));
    });
}

#[test]
fn a_new_password_ends_other_sessions_and_older_links() {
    on_each_database(|app| {
        let laptop = camille_signs_up(app);
        let ask = || {
            app.visitor().submit("/mot-de-passe", &[("email", CAMILLE)]).location();
            letter_to(app, CAMILLE).1
        };
        let (older, link) = (ask(), ask());
        let phone = app.visitor();
        let easy = phone.submit(&link, &[("password", "motdepasse1")]);
        assert_eq!(easy.status, 422);
        assert!(words(&easy.text()).contains("se devine trop vite"));
        assert_eq!(phone.submit(&link, &[("password", OTHER)]).location(), "/moi");
        assert!(is_signed_in(&phone) && !is_signed_in(&laptop));
        assert!(app.visitor().get(&older).words().contains("Ce lien ne sert plus"));
        assert_eq!(letter_to(app, CAMILLE).0, "Votre mot de passe a changé");
        assert_eq!(sign_in(&app.visitor(), PASSWORD).status, 422);
        assert_eq!(sign_in(&app.visitor(), OTHER).location(), "/moi");
    });
}

#[test]
fn the_secret_of_a_session_is_new_at_each_sign_in() {
    on_each_database(|app| {
        let camille = camille_signs_up(app);
        let first = camille.cookie(SESSION).unwrap();
        sign_in(&camille, PASSWORD).location();
        let second = camille.cookie(SESSION).unwrap();
        assert_ne!(first, second);
        let thief = app.visitor();
        thief.take_cookie(SESSION, &first);
        assert!(!is_signed_in(&thief) && is_signed_in(&camille));
    });
}

#[test]
fn a_session_lasts_as_long_as_it_is_used() {
    on_each_database(|app| {
        let camille = camille_signs_up(app);
        for instant in ["2026-04-03T09:00:00Z", "2026-05-02T09:00:00Z"] {
            app.at(instant);
            assert!(is_signed_in(&camille), "{instant}");
        }
        app.at("2026-06-02T09:00:01Z");
        assert!(!is_signed_in(&camille));
        app.at(START);
    });
}

#[test]
fn one_comes_back_to_where_one_was_going_on_this_site() {
    on_each_database(|app| {
        camille_signs_up(app);
        for (towards, led) in [
            ("/lieux", "/lieux"),
            ("//ailleurs.example", "/moi"),
            ("https://ailleurs.example", "/moi"),
            ("/%5Cailleurs.example", "/moi"),
        ] {
            let path = format!("/connexion?vers={towards}");
            let answer = app.visitor().submit(&path, &[("email", CAMILLE), ("password", PASSWORD)]);
            assert_eq!(answer.location(), led, "{towards}");
        }
    });
}

#[test]
fn what_was_typed_outlives_the_session() {
    on_each_database(|app| {
        let camille = camille_signs_up(app);
        let page = camille.get("/compte").text();
        let token =
            page.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        app.at("2026-04-05T09:00:00Z");
        let typed = [("token", token.as_str()), ("name", "Camille \"Roux\" & fils"), ("locale", "fr")];
        let asked = camille.post("/compte", &typed);
        assert_eq!(asked.status, 401);
        assert!(words(&asked.text()).contains("ce que vous aviez écrit est gardé"));
        assert_eq!(account(app).unwrap().name, "Camille Roux");
        let fields = [("email", CAMILLE), ("password", "pas le bon")];
        let wrong = camille.send_form(&asked, "/connexion", &fields);
        assert_eq!(wrong.status, 422);
        let entered = camille.send_form(&wrong, "/connexion", &[("email", CAMILLE), ("password", PASSWORD)]);
        assert!(entered.words().contains("Reprendre où vous en étiez"));
        assert_eq!(camille.send_form(&entered, "/compte", &[]).location(), "/compte");
        assert_eq!(account(app).unwrap().name, "Camille \"Roux\" & fils");
    });
}

#[test]
fn what_was_typed_is_found_again_behind_a_mailed_link() {
    on_each_database(|app| {
        let camille = camille_signs_up(app);
        let page = camille.get("/compte").text();
        let token =
            page.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        app.at("2026-04-05T09:00:00Z");
        let typed = [("token", token.as_str()), ("name", "Camille Roux-Martin"), ("locale", "fr")];
        let asked = camille.post("/compte", &typed);
        assert_eq!(asked.status, 401);
        let sent = camille.send_form(&asked, "/connexion", &[("email", CAMILLE), ("by", "link")]);
        assert_eq!(sent.location(), "/connexion/envoye");
        let (_, link) = letter_to(app, CAMILLE);
        // On the telephone, where the mail is read.
        let telephone = app.visitor();
        let entered = telephone.submit(&link, &[]);
        assert!(entered.words().contains("Reprendre où vous en étiez"));
        assert_eq!(telephone.send_form(&entered, "/compte", &[]).location(), "/compte");
        assert_eq!(account(app).unwrap().name, "Camille Roux-Martin");
    });
}

#[test]
fn a_name_and_a_language_are_changed() {
    on_each_database(|app| {
        let camille = camille_signs_up(app);
        let wrong = camille.submit("/compte", &[("name", "https://reclame.example")]);
        assert_eq!(wrong.status, 422);
        assert!(wrong.text().contains("reclame.example") && wrong.text().contains("f-name"));
        let done = camille.submit("/compte", &[("name", "Camille Roux-Martin"), ("locale", "en")]);
        let page = camille.follow(&done).text();
        assert!(words(&page).contains("C’est enregistré.") && page.contains("Camille Roux-Martin"));
        assert_eq!(account(app).unwrap().locale, "en");
        assert_eq!(app.visitor().get("/compte").location(), "/connexion?vers=%2Fcompte");
    });
}

#[test]
fn an_address_changes_once_both_mailboxes_say_yes() {
    on_each_database(|app| {
        let new = "camille@roux.example";
        let address = EmailAddress::parse(new).unwrap();
        let camille = camille_signs_up(app);
        let done = camille.press("/compte", "/compte/adresse", &[("email", new)]);
        assert!(camille.follow(&done).words().contains("écrit aux deux adresses"));
        let (leave, take) = (letter_to(app, CAMILLE).1, letter_to(app, new).1);
        let stranger = app.visitor();
        assert!(stranger.get(&take).words().contains(new));
        assert!(stranger.follow(&stranger.submit(&take, &[])).words().contains("Il manque encore"));
        assert!(account(app).is_some());
        assert!(stranger.get(&take).words().contains("Ce lien ne sert plus"));
        let link = {
            app.visitor().submit("/mot-de-passe", &[("email", CAMILLE)]).location();
            letter_to(app, CAMILLE).1
        };
        assert_eq!(camille.submit(&leave, &[]).location(), "/compte");
        assert!(account(app).is_none());
        assert!(app.db.read_now(|conn| members::by_email(conn, &address)).unwrap().is_some());
        assert!(is_signed_in(&camille));
        assert!(app.visitor().get(&link).words().contains("Ce lien ne sert plus"));
    });
}

#[test]
fn an_address_that_is_taken_is_said_so_in_its_mailbox_alone() {
    on_each_database(|app| {
        let ines = app.member("Inès Valdaron", &[]);
        let camille = camille_signs_up(app);
        let free = camille.press("/compte", "/compte/adresse", &[("email", "libre@exemple.fr")]);
        let taken = camille.press("/compte", "/compte/adresse", &[("email", &ines.email)]);
        assert_eq!(free.location(), taken.location());
        assert_eq!(letter_to(app, &ines.email), ("Cette adresse a déjà un compte".to_owned(), String::new()));
        camille.submit(&letter_to(app, CAMILLE).1, &[]).location();
        assert!(account(app).is_some());
    });
}

#[test]
fn a_password_is_changed_by_who_knows_it() {
    on_each_database(|app| {
        let camille = camille_signs_up(app);
        let phone = app.visitor();
        sign_in(&phone, PASSWORD).location();
        let change = |now: &str, new: &str| {
            camille.press("/compte", "/compte/mot-de-passe", &[("password_now", now), ("password", new)])
        };
        let wrong = change("pas le bon", OTHER);
        assert!(words(&wrong.text()).contains("Ce n’est pas votre mot de passe actuel"));
        let easy = change(PASSWORD, "camille roux");
        assert!(words(&easy.text()).contains("se devine trop vite"), "{}", words(&easy.text()));
        assert_eq!(change(PASSWORD, OTHER).location(), "/compte");
        assert!(is_signed_in(&camille) && !is_signed_in(&phone));
        assert_eq!(sign_in(&phone, OTHER).location(), "/moi");
    });
}

#[test]
fn browsers_are_listed_and_signed_out() {
    on_each_database(|app| {
        let camille = camille_signs_up(app);
        let (phone, library) = (app.visitor(), app.visitor());
        for browser in [&phone, &library] {
            sign_in(browser, PASSWORD).location();
        }
        let page = camille.get("/compte").text();
        assert_eq!(page.matches("/compte/appareils/").count(), 2);
        let first = page.split("action=\"/compte/appareils/").nth(1).unwrap().split('"').next().unwrap();
        camille.press("/compte", &format!("/compte/appareils/{first}"), &[]).location();
        assert!(is_signed_in(&phone) != is_signed_in(&library));
        let ines = app.sign_in(&app.member("Inès Valdaron", &[]));
        let token =
            ines.get("/compte").text().split("name=\"token\" value=\"").nth(1).unwrap()[..64].to_owned();
        for id in 0..10 {
            // Her own is among them.
            assert_ne!(ines.post(&format!("/compte/appareils/{id}"), &[("token", &token)]).status, 500);
        }
        assert!(is_signed_in(&camille) && is_signed_in(&phone) != is_signed_in(&library));
        camille.press("/compte", "/compte/appareils", &[]).location();
        assert!(is_signed_in(&camille) && !is_signed_in(&phone) && !is_signed_in(&library));
    });
}

#[test]
fn an_account_is_deleted_by_who_knows_its_password() {
    on_each_database(|app| {
        let camille = camille_signs_up(app);
        assert!(camille.get("/compte/suppression").words().contains("Ce qui reste"));
        let wrong = camille.submit("/compte/suppression", &[("password_now", "pas le bon")]);
        assert_eq!((wrong.status, account(app).is_some()), (422, true));
        let gone = camille.submit("/compte/suppression", &[("password_now", PASSWORD)]);
        assert!(camille.follow(&gone).words().contains("Votre compte est supprimé."));
        assert!(account(app).is_none() && !is_signed_in(&camille));
        assert_eq!(letter_to(app, CAMILLE).0, "Votre compte est supprimé");
    });
}

#[test]
fn an_account_without_a_password_is_deleted_by_a_link() {
    on_each_database(|app| {
        let person = app.member("Camille Roux", &[]);
        let camille = app.sign_in(&person);
        assert_eq!(camille.submit("/compte/suppression", &[]).location(), "/compte");
        assert!(account(app).is_some());
        assert_eq!(camille.submit(&letter_to(app, CAMILLE).1, &[]).location(), "/");
        assert!(account(app).is_none());
    });
}

#[test]
fn the_last_coordinator_stays() {
    on_each_database(|app| {
        let person = app.coordinator("Camille Roux");
        let camille = app.sign_in(&person);
        assert!(
            camille.get("/compte/suppression").words().contains("la dernière personne de la coordination")
        );
        app.coordinator("Inès Valdaron");
        camille.submit("/compte/suppression", &[]).location();
        camille.submit(&letter_to(app, CAMILLE).1, &[]).location();
        assert!(account(app).is_none());
    });
}

/// The network lets people in by this rule.
fn joins(app: &TestApp, coordinator: &Browser, rule: &str) {
    coordinator.submit("/reseau/reglages", &[("signup", rule)]).location();
    assert!(coordinator.get("/reseau/reglages").text().contains(&format!("value=\"{rule}\" checked")));
    assert!(app.visitor().get("/reseau/reglages").location().starts_with("/connexion"));
}

#[test]
fn a_network_on_approval_welcomes_people_at_their_place() {
    on_each_database(|app| {
        let (here, there) = (app.place(place("La Fabrique")), app.place(place("La Gare")));
        let coordinator = app.sign_in(&app.coordinator("Inès Valdaron"));
        let ada = app.member("Ada Lune", &[(here.id, MembershipRole::Host)]);
        let (host, other) =
            (app.sign_in(&ada), app.sign_in(&app.member("Bo Marin", &[(there.id, MembershipRole::Host)])));
        joins(app, &coordinator, "sur-validation");
        let camille = app.visitor();
        assert!(camille.get("/inscription-compte").words().contains("Votre demande sera lue"));
        let fields = [("name", "Camille Roux"), ("email", CAMILLE), ("place", "la-fabrique")];
        camille.submit("/inscription-compte", &fields).location();
        camille.submit(&letter_to(app, CAMILLE).1, &[]).location();
        assert_eq!(account(app).unwrap().state, "en-attente");
        assert!(camille.get("/compte").words().contains("attend d’être accueilli"));
        assert_eq!(camille.get("/comptes-en-attente").status, 404);
        let (subject, link) = letter_to(app, &ada.email);
        assert_eq!(
            (subject.as_str(), link.as_str()),
            ("Camille Roux attend d’être accueilli·e", "/comptes-en-attente")
        );
        assert!(other.get(&link).words().contains("Personne n’attend"));
        let accept = format!("/comptes-en-attente/{}/accueillir", account(app).unwrap().uid);
        let token =
            other.get("/compte").text().split("name=\"token\" value=\"").nth(1).unwrap()[..64].to_owned();
        assert_eq!(other.post(&accept, &[("token", &token)]).status, 404);
        assert!(host.get(&link).words().contains("Camille Roux"));
        host.press(&link, &accept, &[]).location();
        assert_eq!(account(app).unwrap().state, "actif");
        assert_eq!(letter_to(app, CAMILLE).0, "Votre compte est ouvert");
        let id = account(app).unwrap().id;
        let at = app.db.read_now(|conn| memberships::find(conn, id, here.id)).unwrap().unwrap();
        assert_eq!(at.role, MembershipRole::Member.code());
    });
}

#[test]
fn a_request_is_declined_with_a_word_and_leaves_nothing() {
    on_each_database(|app| {
        let coordinator = app.sign_in(&app.coordinator("Inès Valdaron"));
        joins(app, &coordinator, "sur-validation");
        let camille = app.visitor();
        camille.submit("/inscription-compte", &[("name", "Camille Roux"), ("email", CAMILLE)]).location();
        camille.submit(&letter_to(app, CAMILLE).1, &[]).location();
        let uid = account(app).unwrap().uid;
        let decline = format!("/comptes-en-attente/{uid}/decliner");
        coordinator.press("/comptes-en-attente", &decline, &[("word", "Passez nous voir !")]).location();
        assert!(account(app).is_none() && !is_signed_in(&camille));
        let letters = app.letters();
        let (_, letter) = letters.iter().rev().find(|(to, _)| to == CAMILLE).unwrap();
        let said: Vec<String> = letter.paragraphs.iter().map(|line| line.say(Locale::Fr)).collect();
        assert!(said.iter().any(|line| line == "Passez nous voir !"), "{said:?}");
    });
}

#[test]
fn a_network_by_invitation_invites() {
    on_each_database(|app| {
        let here = app.place(place("La Fabrique"));
        let coordinator = app.sign_in(&app.coordinator("Inès Valdaron"));
        joins(app, &coordinator, "sur-invitation");
        assert!(app.visitor().get("/inscription-compte").words().contains("On entre ici sur invitation"));
        let invite = |role: &str, slug: &str| {
            let fields = [("email", CAMILLE), ("role", role), ("place", slug)];
            coordinator.press("/reseau/reglages", "/reseau/invitations", &fields)
        };
        let nowhere = invite("animation", "");
        assert!(words(&nowhere.text()).contains("Choisissez le lieu que cette personne animera."));
        invite("animation", "la-fabrique").location();
        let link = letter_to(app, CAMILLE).1;
        let camille = app.visitor();
        let page = camille.get(&link).words();
        assert!(
            page.contains("Inès Valdaron vous invite à animer La Fabrique") && page.contains(CAMILLE),
            "{page}"
        );
        assert_eq!(camille.submit(&link, &[("name", "@")]).status, 422);
        camille.submit(&link, &[("name", "Camille Roux"), ("password", PASSWORD)]).location();
        assert!(is_signed_in(&camille));
        let id = account(app).unwrap().id;
        let role = |place: i64| {
            let found = app.db.read_now(|conn| memberships::find(conn, id, place)).unwrap();
            found.map(|row| row.role)
        };
        assert_eq!(role(here.id).as_deref(), Some(MembershipRole::Host.code()));
        invite("coordination", "").location();
        let link = letter_to(app, CAMILLE).1;
        let stranger = app.sign_in(&app.member("Bo Marin", &[]));
        assert!(stranger.get(&link).words().contains("avec une autre adresse"));
        let token =
            stranger.get("/compte").text().split("name=\"token\" value=\"").nth(1).unwrap()[..64].to_owned();
        assert_eq!(stranger.post(&link, &[("token", &token)]).status, 404);
        assert!(app.visitor().get(&link).words().contains("Vous avez déjà un compte"));
        camille.submit(&link, &[]).location();
        assert!(account(app).unwrap().coordinates);
        assert!(camille.get(&link).words().contains("Ce lien ne sert plus"));
    });
}

#[test]
fn settings_are_the_coordinations() {
    on_each_database(|app| {
        let here = app.place(place("La Fabrique"));
        let host = app.sign_in(&app.member("Ada Lune", &[(here.id, MembershipRole::Host)]));
        assert_eq!(host.get("/reseau/reglages").status, 404);
        let coordinator = app.sign_in(&app.coordinator("Inès Valdaron"));
        let wrong = coordinator.submit("/reseau/reglages", &[("name", "  ")]);
        assert_eq!(wrong.status, 422);
        let fields = [("name", "Les tiers-lieux d’ici"), ("second_factor", "on")];
        coordinator.submit("/reseau/reglages", &fields).location();
        assert!(app.visitor().get("/").text().contains("Les tiers-lieux d’ici"));
        let rules = app.db.read_now(network_rules::find).unwrap();
        assert!(rules.second_factor_for_coordinators);
    });
}

#[test]
fn a_new_install_greets_its_first_coordinator() {
    on_each_database(|app| {
        let now = app.clock.now();
        let issue = || app.db.write_now(|tx| issue_set_up_link(tx, now)).unwrap();
        let (older, secret) = (issue().unwrap(), issue().unwrap());
        let visitor = app.visitor();
        let path = |secret: &Secret| format!("/demarrage/{}", secret.reveal());
        assert!(visitor.get(&path(&older)).words().contains("Ce lien ne sert plus"));
        let said = [
            ("network", "Tiers-lieux de la Drôme"),
            ("territory", "26"),
            ("place", "L’Usine Vivante"),
            ("postcode", "26400"),
            ("commune", "crest"),
            ("name", "Camille Roux"),
            ("email", CAMILLE),
            ("password", PASSWORD),
        ];
        let mut easy = said;
        easy[7].1 = "Camille Roux";
        let wrong = visitor.submit(&path(&secret), &easy);
        assert!(wrong.status == 422 && wrong.text().contains("L’Usine Vivante"));
        assert_eq!(visitor.submit(&path(&secret), &said).location(), "/moi");
        assert!(is_signed_in(&visitor) && account(app).unwrap().coordinates);
        assert!(visitor.get("/lieux/l-usine-vivante").words().contains("Crest"));
        assert!(visitor.get("/").text().contains("Tiers-lieux de la Drôme"));
        assert!(app.visitor().get(&path(&secret)).words().contains("Ce lien ne sert plus"));
        assert!(issue().is_none());
    });
}
