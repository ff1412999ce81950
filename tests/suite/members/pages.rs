//! The pages of members, as visitors, members and mates see them.

use vigie::domain::member::MembershipRole;
use vigie::domain::profile::{Audience, ProfileField};

use vigie::store::memberships;

use super::{MemberGestures, show_all, skill};
use crate::support::{Browser, Person, TestApp, on_each_database, place};

/// A person of one place, somebody else of it, and somebody of another place; with their browsers.
struct Cast {
    camille: Person,
    own: Browser,
    mate: Browser,
    stranger: Browser,
}

fn cast(app: &TestApp) -> Cast {
    let (here, there) = (app.place(place("L’Usine Vivante")), app.place(place("Latelier")));
    let camille = app.member("Camille Roux", &[(here.id, MembershipRole::Host)]);
    let mate = app.member("Nadia Lopez", &[(here.id, MembershipRole::Member)]);
    let stranger = app.member("Basile Fayard", &[(there.id, MembershipRole::Member)]);
    let (own, mate, stranger) = (app.sign_in(&camille), app.sign_in(&mate), app.sign_in(&stranger));
    Cast { camille, own, mate, stranger }
}

/// What the form sends when the audience of a field is chosen.
fn audience(field: &str) -> String {
    format!("audience-{field}")
}

#[test]
fn a_profile_is_shown_where_it_was_chosen_and_hidden_at_once() {
    on_each_database(|app| {
        let Cast { camille, own, mate, stranger } = cast(app);
        let page = format!("/membres/{}", camille.uid);
        let seen = |browser: &Browser| {
            (browser.get(&page).status, browser.get("/membres").text().contains("Camille Roux"))
        };
        let nobody = app.visitor();
        assert_eq!([seen(&nobody), seen(&stranger), seen(&mate)], [(404, false), (404, false), (200, true)]);
        // In public only after a word of agreement, which the page asks for.
        let (name, skills) = (audience("nom"), audience("competences"));
        let typed = [
            ("activity", "Je répare des **vélos**"),
            ("skill", "python"),
            (name.as_str(), "public"),
            (skills.as_str(), "reseau"),
        ];
        let asked = own.submit("/moi/profil", &typed);
        assert_eq!(asked.status, 422);
        let html = asked.text();
        assert!(
            html.contains("name=\"agree\"") && html.contains("Je répare des **vélos**"),
            "kept what was typed"
        );
        assert_eq!(seen(&nobody), (404, false));
        let agreed = [&typed[..], &[("agree", "on")]].concat();
        let saved = own.submit("/moi/profil", &agreed);
        assert_eq!((saved.status, saved.location()), (303, "/moi/profil/apercu"));
        assert!(own.follow(&saved).words().contains("C’est enregistré"));
        assert_eq!([seen(&nobody), seen(&stranger), seen(&mate)], [(200, true); 3]);
        let text = |browser: &Browser| browser.get(&page).text();
        assert!(!text(&nobody).contains("Python") && !text(&nobody).contains("vélos"));
        assert!(text(&stranger).contains("Python") && !text(&stranger).contains("vélos"));
        assert!(text(&mate).contains("<strong>vélos</strong>") && text(&mate).contains("(animation)"));
        assert!(own.get("/moi/profil").words().contains("Visible de tout le monde depuis le 5 mars 2026"));
        // One gesture hides everything, in kept pages too.
        own.press("/moi/profil/apercu", "/moi/profil/masquer", &[]);
        assert_eq!([seen(&nobody), seen(&stranger), seen(&mate)], [(404, false); 3]);
        assert_eq!(own.get(&page).status, 200, "one's own page stays");
    });
}

#[test]
fn a_kept_page_follows_the_places_of_a_member() {
    on_each_database(|app| {
        let (here, there) = (app.place(place("L’Usine Vivante")), app.place(place("Latelier")));
        let camille = app.member("Camille Roux", &[(here.id, MembershipRole::Member)]);
        app.profile(&camille, |profile| show_all(profile, Audience::Public));
        let shown = || app.get(&format!("/membres/{}", camille.uid)).words();
        assert!(shown().contains("L’Usine Vivante") && !shown().contains("Latelier"));
        let own = app.sign_in(&camille);
        assert_eq!(own.submit("/lieux/latelier/rejoindre", &[("kind", "nomade")]).status, 303);
        own.submit("/lieux/l-usine-vivante/quitter", &[]);
        let memberships = app.db.read_now(|conn| memberships::of_member(conn, camille.id)).unwrap();
        let places: Vec<_> = memberships.iter().map(|row| (row.place_id, row.role.as_str())).collect();
        assert_eq!(shown().contains("Latelier"), places.contains(&(there.id, "membre")), "{places:?}");
        assert_eq!(shown().contains("L’Usine Vivante"), places.iter().any(|(id, _)| *id == here.id));
        assert!(!shown().contains("L’Usine Vivante"));
    });
}

#[test]
fn the_preview_shows_what_each_sees() {
    on_each_database(|app| {
        let Cast { camille, own, mate, stranger } = cast(app);
        app.profile(&camille, |profile| {
            show_all(profile, Audience::Places);
            profile.activity = "Visible de près".into();
            profile.wants = vec![skill("Inkscape")];
            profile.audiences.set(ProfileField::Name, Audience::Public);
            profile.audiences.set(ProfileField::Wants, Audience::Network);
        });
        let html = own.get("/moi/profil/apercu").text();
        let views: Vec<&str> = html.split("<section class=\"preview\"").skip(1).collect();
        let page = format!("/membres/{}", camille.uid);
        let nobody = app.visitor();
        for (view, browser) in views.iter().zip([&nobody, &stranger, &mate]) {
            let there = browser.get(&page).text();
            for words in ["Camille Roux", "Visible de près", "Inkscape", "L’Usine Vivante"] {
                assert_eq!(view.contains(words), there.contains(words), "{words}");
            }
        }
        assert!(views[0].contains("Camille Roux") && !views[0].contains("Inkscape"));
        assert!(views[2].contains("Visible de près"));
    });
}

#[test]
fn the_directory_is_narrowed_by_its_address() {
    on_each_database(|app| {
        let Cast { camille, mate, .. } = cast(app);
        app.profile(&camille, |profile| {
            profile.skills = vec![skill("Python"), skill("Vannerie sauvage")];
        });
        for (query, found) in [
            ("", true),
            ("?competence=python", true),
            ("?competence=vannerie-sauvage", true),
            ("?competence=php", false),
            ("?lieu=l-usine-vivante", true),
            ("?lieu=latelier", false),
            ("?territoire=26", true),
            ("?territoire=38", false),
            ("?dispo=cafe", false),
            ("?q=cam%20vann", true),
            ("?dispo=jamais&page=9", true),
        ] {
            let page = mate.get(&format!("/membres{query}"));
            assert_eq!(page.words().contains("Camille Roux"), found, "{query}");
        }
        assert_eq!(mate.get("/membres?lieu=nulle-part").status, 404);
        assert!(mate.get("/membres?q=zzz").words().contains("Personne ne répond"));
        assert!(mate.get("/en/membres?q=zzz").words().contains("Nobody answers"));
        assert!(app.get("/membres").words().contains("L’annuaire est encore vide"));
    });
}

#[test]
fn mistakes_are_told_beside_their_field_and_lose_nothing() {
    on_each_database(|app| {
        let Cast { own, .. } = cast(app);
        let typed = [
            ("name", "https://spam.example"),
            ("links", "javascript:alert(1)"),
            ("skill", "!!"),
            ("activity", "<script>alert(1)</script>"),
        ];
        let again = own.submit("/moi/profil", &typed);
        assert_eq!(again.status, 422);
        let html = again.text();
        for part in
            ["href=\"#f-name\"", "id=\"e-links\"", "href=\"#f-skill\"", "id=\"f-skill\"", "value=\"!!\""]
        {
            assert!(html.contains(part), "{part}");
        }
        assert!(html.contains("&lt;script&gt;alert(1)") && !html.contains("<script>alert(1)"));
        assert!(own.get("/moi/profil").text().contains("value=\"Camille Roux\""), "nothing was written");
    });
}

#[test]
fn a_message_finds_its_reader_and_the_addresses_wait_for_an_answer() {
    on_each_database(|app| {
        let Cast { camille, own, mate, stranger } = cast(app);
        let write = format!("/membres/{}/ecrire", camille.uid);
        let to_sign_in = app.visitor().get(&write);
        assert_eq!(to_sign_in.status, 303);
        assert!(to_sign_in.location().starts_with("/connexion?vers="));
        assert_eq!(stranger.get(&write).status, 404, "the name is not shown to the network");
        assert_eq!(mate.submit(&write, &[("words", "  ")]).status, 422);
        let sent = mate.submit(&write, &[("words", "Bonjour Camille,\nun café ?")]);
        let there = sent.location().to_owned();
        assert!(mate.follow(&sent).words().contains("Votre message est parti"));
        assert!(!mate.get(&there).text().contains('@') && !own.get(&there).text().contains('@'));
        assert!(own.get("/moi/messages").words().contains("Nadia Lopez"));
        assert!(own.get("/moi/messages").words().contains("à vous de répondre"));
        assert!(own.get(&there).words().contains("En répondant, vous montrez votre adresse"));
        own.submit(&there, &[("words", "Volontiers !")]);
        assert!(mate.get(&there).text().contains("camille.roux@exemple.fr"));
        assert!(own.get(&there).text().contains("nadia.lopez@exemple.fr"));
        assert_eq!(stranger.get(&there).status, 404);
        // Blocked, the other is told only that nothing was delivered.
        own.press(&there, &format!("{there}/bloquer"), &[]);
        let refused = mate.submit(&there, &[("words", "Encore")]);
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("n’a pas pu être remis") && refused.text().contains("Encore"));
        own.press(&there, &format!("{there}/bloquer"), &[]);
        assert_eq!(mate.submit(&there, &[("words", "Encore")]).status, 303);
        // Who is put aside is seen nowhere.
        app.becomes(&camille, "suspendu");
        for page in [there.as_str(), "/moi/messages"] {
            let html = mate.get(page).text();
            assert!(!html.contains("Camille Roux") && !html.contains("camille.roux@"), "{page}");
        }
    });
}

#[test]
fn a_form_sent_twice_is_one_message() {
    on_each_database(|app| {
        let Cast { camille, mate, .. } = cast(app);
        let write = format!("/membres/{}/ecrire", camille.uid);
        let page = mate.get(&write).text();
        let mark = |name: &str| {
            let from = page.split(&format!("name=\"{name}\" value=\"")).last().unwrap();
            from.split('"').next().unwrap().to_owned()
        };
        let fields = [("token", mark("token")), ("once", mark("once")), ("words", "Bonjour".to_owned())];
        let answers: Vec<_> = (0..2).map(|_| mate.post(&write, &fields)).collect();
        assert_eq!(answers[0].location(), answers[1].location());
        assert_eq!(app.letters().len(), 1);
    });
}
