//! The coordination puts accounts aside and takes them back; members report what harms them.

use vigie::actions;
use vigie::db::Transaction;
use vigie::domain::member::MembershipRole;
use vigie::domain::message::Words;
use vigie::domain::policy::{Actor, Standing};
use vigie::domain::profile::{Audience, ProfileField};
use vigie::i18n::Locale;
use vigie::store::profiles;

use crate::support::{Browser, Person, TestApp, on_each_database, place, words};

/// Camille and Noé belong to one place; Ada coordinates the network.
struct Three {
    here: i64,
    camille: Person,
    noah: Person,
    ada: Person,
}

fn three(app: &TestApp) -> Three {
    let here = app.place(place("La Fabrique")).id;
    let there = [(here, MembershipRole::Member)];
    let (camille, noah) = (app.member("Camille Roux", &there), app.member("Noé Faure", &there));
    Three { here, camille, noah, ada: app.coordinator("Ada Petit") }
}

fn standing(person: &Person, here: i64) -> Actor {
    Actor::Member(Standing { member: person.id, active: true, member_of: vec![here], ..Standing::default() })
}

/// Writes, and gives the address of the conversation.
fn write(app: &TestApp, from: &Person, to: &Person, here: i64, text: &str) -> actions::Result<String> {
    let (by, now, said) = (standing(from, here), app.clock.now(), Words::parse(text).unwrap());
    let send = |tx: &mut Transaction<'_>| {
        let row = actions::write_to_member(tx, &by, to.id, &said, now)?;
        Ok(format!("/moi/messages/{}", row.uid))
    };
    app.db.write_now(send)
}

fn show_to_everyone(app: &TestApp, person: &Person, here: i64) {
    let (by, now) = (standing(person, here), app.clock.now());
    let save = |tx: &mut Transaction<'_>| {
        let mut profile = profiles::of(tx, person.id)?.profile;
        ProfileField::ALL.iter().for_each(|field| profile.audiences.set(*field, Audience::Public));
        actions::save_profile(tx, &by, person.id, &profile, true, now)
    };
    app.db.write_now(save).unwrap();
}

/// What letters to somebody are about, the oldest first.
fn subjects(app: &TestApp, person: &Person) -> Vec<String> {
    let theirs = app.letters().into_iter().filter(|(to, _)| *to == person.email);
    theirs.map(|(_, letter)| letter.subject.say(Locale::Fr)).collect()
}

fn suspend(ada: &Browser, noah: &Person, word: &str) {
    let there = format!("/membres/{}/suspendre", noah.uid);
    assert_eq!(ada.submit(&there, &[("word", word)]).location(), "/reseau/suspensions");
}

#[test]
fn who_is_put_aside_is_gone_at_once_and_comes_back_whole() {
    on_each_database(|app| {
        let Three { here, camille, noah, ada } = three(app);
        show_to_everyone(app, &noah, here);
        let (in_camilles, in_noahs, in_adas) = (app.sign_in(&camille), app.sign_in(&noah), app.sign_in(&ada));
        let page = format!("/membres/{}", noah.uid);
        let feed = in_noahs.press("/moi/abonnements", "/moi/abonnements", &[("name", "Téléphone")]);
        let shown = in_noahs.follow(&feed).text();
        let start = shown.find("/agenda/prive/").expect("the address of the feed");
        let feed = shown[start..].split(['"', '<', '&']).next().unwrap().to_owned();
        assert_eq!(app.get(&feed).status, 200);
        // Kept for everybody.
        assert!(app.get(&page).words().contains("Noé Faure"));
        assert!(app.get("/membres").words().contains("Noé Faure"));

        suspend(&in_adas, &noah, "Trois messages déplacés.\n\nParlons-en.");
        assert_eq!(app.get(&page).status, 404);
        assert_eq!(in_camilles.get(&page).status, 404);
        for browser in [&app.visitor(), &in_camilles] {
            assert!(!browser.get("/membres").words().contains("Noé Faure"));
        }
        assert_eq!(app.get(&feed).status, 404);
        assert!(in_noahs.get("/moi").location().starts_with("/connexion"), "signed out everywhere");
        let letters = app.letters();
        let (to, letter) = letters.last().unwrap();
        assert_eq!(to, &noah.email);
        assert_eq!(letter.subject.say(Locale::Fr), "Votre compte est suspendu");
        assert!(letter.paragraphs.iter().any(|line| line.say(Locale::Fr) == "Parlons-en."));
        // Who asks for a link is told why none comes, in their own mailbox alone.
        let asked = in_noahs.submit("/connexion", &[("email", &noah.email), ("by", "link")]);
        assert_eq!(asked.location(), "/connexion/envoye");
        let letters = app.letters();
        assert!(letters.last().unwrap().1.button.is_none(), "no way in");
        let list = in_adas.get("/reseau/suspensions").words();
        assert!(
            list.contains("Noé Faure") && list.contains("Suspendu le 5 mars 2026 par Ada Petit"),
            "{list}"
        );

        let lifted = in_adas.press("/reseau/suspensions", "/reseau/suspensions", &[("lift", &noah.uid)]);
        assert_eq!(lifted.location(), "/reseau/suspensions");
        assert!(app.get(&page).words().contains("Noé Faure"));
        assert_eq!(app.get(&feed).status, 200);
        assert_eq!(subjects(app, &noah).last().unwrap(), "Votre compte est rétabli");
    });
}

#[test]
fn only_the_coordination_puts_aside_and_nobody_themselves() {
    on_each_database(|app| {
        let Three { here, camille, noah, ada } = three(app);
        let host = app.member("Hanna Host", &[(here, MembershipRole::Host)]);
        let page = format!("/membres/{}/suspendre", noah.uid);
        for browser in [app.sign_in(&camille), app.sign_in(&host)] {
            for path in [&page, "/reseau/suspensions", "/reseau/signalements"] {
                assert_eq!(browser.get(path).status, 404, "{path}");
            }
        }
        let in_adas = app.sign_in(&ada);
        assert_eq!(in_adas.get(&format!("/membres/{}/suspendre", ada.uid)).status, 404);
        let own = in_adas.submit("/reseau/suspensions", &[("email", &ada.email)]);
        assert_eq!(own.status, 422);
        let found = in_adas.submit("/reseau/suspensions", &[("email", &noah.email)]);
        assert_eq!(found.location(), page);
        let nobody = in_adas.submit("/reseau/suspensions", &[("email", "personne@exemple.fr")]);
        assert!(words(&nobody.text()).contains("Aucun compte n’a cette adresse."));
        // Of two coordinators who suspend each other one is left, who may lift it.
        let other = app.coordinator("Zoé Blanc");
        let in_others = app.sign_in(&other);
        suspend(&in_adas, &other, "");
        let too_late = in_others.post(&format!("/membres/{}/suspendre", ada.uid), &[("word", "")]);
        assert_ne!(too_late.status, 303, "{}", too_late.text());
        assert_eq!(in_adas.get("/reseau/suspensions").status, 200);
    });
}

#[test]
fn a_message_is_reported_read_in_its_context_alone_and_decided_on() {
    on_each_database(|app| {
        let Three { here, camille, noah, ada } = three(app);
        write(app, &camille, &noah, here, "Tout premier message").unwrap();
        for text in ["Réponse un", "Réponse deux", "Insulte", "Réponse trois", "Réponse quatre", "Dernière"]
        {
            write(app, &noah, &camille, here, text).unwrap();
        }
        let conversation = write(app, &camille, &noah, here, "Ça suffit").unwrap();
        let (in_camilles, in_adas) = (app.sign_in(&camille), app.sign_in(&ada));
        let shown = in_camilles.get(&conversation).text();
        let link = |text: &str| {
            let after = &shown[shown.find(text).unwrap()..];
            let start = after.find("/signaler/").unwrap();
            format!("{conversation}{}", after[start..].split('"').next().unwrap())
        };
        let there = link("Insulte");
        assert!(in_camilles.get(&there).words().contains("Insulte"));
        assert_eq!(app.sign_in(&noah).get(&there).status, 404, "one does not report oneself");
        assert_eq!(app.sign_in(&ada).get(&there).status, 404, "nor the letters of others");
        assert_eq!(in_camilles.submit(&there, &[("reason", "Il m’insulte")]).location(), conversation);
        in_camilles.submit(&there, &[("reason", "encore")]).location();

        // The coordination hears that there is something, not what.
        let told = app.letters().into_iter().filter(|(to, _)| *to == ada.email).collect::<Vec<_>>();
        assert_eq!(told.len(), 1, "once");
        let text = serde_json::to_string(&told[0].1).unwrap();
        assert!(!text.contains("Noé") && !text.contains("Camille") && !text.contains("Insulte"), "{text}");
        let report = told[0].1.button.as_ref().unwrap().1.clone();
        assert!(in_adas.get("/reseau/signalements").words().contains("Message de Noé Faure"));
        let page = in_adas.get(&report).words();
        for seen in
            ["Il m’insulte", "Réponse un", "Réponse deux", "Insulte", "Réponse trois", "Réponse quatre"]
        {
            assert!(page.contains(seen), "{seen}");
        }
        for unseen in ["Tout premier message", "Dernière", "Ça suffit"] {
            assert!(!page.contains(unseen), "{unseen}");
        }
        let undecided = in_adas.submit(&report, &[("note", "?")]);
        assert_eq!(undecided.status, 422);
        assert!(words(&undecided.text()).contains("Choisissez ce qu’il faut faire."));
        let decided = in_adas.submit(&report, &[("decision", "blocage"), ("note", "à suivre")]);
        assert_eq!(decided.location(), "/reseau/signalements");
        assert_eq!(subjects(app, &camille).last().unwrap(), "Votre signalement a été regardé");
        assert!(!subjects(app, &noah).iter().any(|subject| subject.contains("signal")));
        for (from, to) in [(&camille, &noah), (&noah, &camille)] {
            assert!(matches!(write(app, from, to, here, "?"), Err(actions::Error::NotWritten(_))));
        }
        let page = in_adas.get(&report).words();
        assert!(
            page.contains("séparé·es") && page.contains("à suivre") && page.contains("par Ada Petit"),
            "{page}"
        );
        in_adas.press(&report, &report, &[]).location();
        write(app, &noah, &camille, here, "Pardon").unwrap();
    });
}

#[test]
fn a_member_is_reported_with_words_and_put_aside() {
    on_each_database(|app| {
        let Three { here, camille, noah, ada } = three(app);
        let in_camilles = app.sign_in(&camille);
        let there = format!("/membres/{}/signaler", noah.uid);
        assert!(in_camilles.get(&format!("/membres/{}", noah.uid)).text().contains(&there));
        let wordless = in_camilles.submit(&there, &[("reason", "  ")]);
        assert_eq!(wordless.status, 422);
        in_camilles.submit(&there, &[("reason", "Il me suit partout")]).location();
        let stranger = app.sign_in(&app.member("Loin Denis", &[]));
        assert_eq!(stranger.get(&there).status, 404, "whom one does not see one cannot report");
        let letters = app.letters();
        let report = letters.last().unwrap().1.button.as_ref().unwrap().1.clone();
        let in_adas = app.sign_in(&ada);
        // Two look at once; the second hears what the first decided.
        let page = in_adas.get(&report);
        let fields = [("decision", "suspension"), ("word", "Laissez Camille tranquille.")];
        assert_eq!(in_adas.submit(&report, &fields).location(), "/reseau/signalements");
        let late = in_adas.send_form(&page, "", &[("decision", "rien")]);
        assert_ne!(late.status, 303);
        assert_eq!(subjects(app, &noah), ["Votre compte est suspendu"]);
        assert!(in_adas.get("/reseau/suspensions").words().contains("Laissez Camille tranquille."));
        let _ = here;
    });
}

#[test]
fn nobody_looks_at_what_is_said_of_themselves() {
    on_each_database(|app| {
        let here = app.place(place("La Fabrique")).id;
        let camille = app.member("Camille Roux", &[(here, MembershipRole::Member)]);
        let (ada, zoe) = (app.coordinator("Ada Petit"), app.coordinator("Zoé Blanc"));
        let by = standing(&camille, here);
        show_to_everyone(app, &ada, here);
        let (now, word) = (app.clock.now(), vigie::domain::joining::Remark::parse("Elle abuse").unwrap());
        let report = |tx: &mut Transaction<'_>| {
            actions::report(tx, &by, actions::Reported::Member(ada.id), &word, now)
        };
        app.db.write_now(report).unwrap();
        let letters = app.letters();
        let told: Vec<&str> = letters.iter().map(|(to, _)| to.as_str()).collect();
        assert_eq!(told, [zoe.email.as_str()]);
        let address = letters[0].1.button.as_ref().unwrap().1.clone();
        let (in_adas, in_zoes) = (app.sign_in(&ada), app.sign_in(&zoe));
        assert_eq!(in_adas.get(&address).status, 404);
        assert!(in_adas.get("/reseau/signalements").words().contains("Rien n’attend."));
        assert!(in_zoes.get(&address).words().contains("Elle abuse"));
    });
}
