//! Finding members, by what they let one see.

use vigie::actions;
use vigie::db;
use vigie::domain::member::{MembershipKind, MembershipRole, PersonName};
use vigie::domain::policy::Actor;
use vigie::domain::profile::{Audience, Availability, Profile, ProfileField, Viewpoint};
use vigie::i18n::Locale;
use vigie::store::directory::DirectoryFilter;
use vigie::store::{members, memberships, profiles};

use super::{MemberGestures, show_all, skill};
use crate::support::{PlaceGestures, TestApp, on_each_database, place};

/// A profile with something to be found in each field.
fn fill(profile: &mut Profile) {
    profile.activity = "Je tresse des paniers".into();
    profile.skills = vec![skill("Sérigraphie"), skill("Vannerie sauvage")];
    profile.wants = vec![skill("Python")];
    profile.availability = vec![Availability::Coffee];
    profile.links = vec!["https://atelier-osier.example".into()];
}

/// Each way to find the person, with the field that it tells of.
fn ways(place: i64) -> Vec<(ProfileField, DirectoryFilter)> {
    let text = |words: &str| DirectoryFilter { text: Some(words.into()), ..Default::default() };
    vec![
        (ProfileField::Name, text("zéphirine")),
        (ProfileField::Name, DirectoryFilter::default()),
        (ProfileField::Activity, text("tresse")),
        (ProfileField::Skills, text("serigraphie")),
        (ProfileField::Skills, text("vannerie sauv")),
        (ProfileField::Skills, DirectoryFilter { skill: Some("serigraphie".into()), ..Default::default() }),
        (ProfileField::Wants, text("python")),
        (ProfileField::Links, text("osier")),
        (
            ProfileField::Availability,
            DirectoryFilter { availability: Some(Availability::Coffee), ..Default::default() },
        ),
        (ProfileField::Places, DirectoryFilter { place: Some(place), ..Default::default() }),
        (ProfileField::Places, DirectoryFilter { territory: Some("26".into()), ..Default::default() }),
    ]
}

#[test]
fn a_field_finds_its_member_exactly_where_it_is_seen() {
    on_each_database(|app| {
        let (here, there) = (app.place(place("Ici")), app.place(place("Là-bas")));
        let person = app.member("Zéphirine Vaubret", &[(here.id, MembershipRole::Member)]);
        let mate = app.member("Mate", &[(here.id, MembershipRole::Host), (there.id, MembershipRole::Member)]);
        let other = app.member("Autre", &[(there.id, MembershipRole::Member)]);
        let viewers = [
            (Viewpoint::Visitor, Actor::Visitor),
            (Viewpoint::Network, app.actor(&other)),
            (Viewpoint::Places, app.actor(&mate)),
        ];
        for field in ProfileField::ALL {
            for audience in Audience::ALL {
                app.profile(&person, |profile| {
                    fill(profile);
                    show_all(profile, Audience::Public);
                    profile.audiences.set(*field, *audience);
                });
                for (viewpoint, viewer) in &viewers {
                    for (way, filter) in ways(here.id) {
                        let found = app.found(viewer, &filter).iter().any(|name| name == &person.name);
                        let hidden = way == *field || *field == ProfileField::Name;
                        let wanted = !hidden || audience.includes(*viewpoint);
                        assert_eq!(found, wanted, "{field} for {audience}: {filter:?} from {viewpoint}");
                    }
                }
            }
        }
    });
}

#[test]
fn a_new_member_is_known_to_their_places_alone() {
    on_each_database(|app| {
        let here = app.place(place("Ici"));
        let newcomer = app.member("Camille Roux", &[(here.id, MembershipRole::Member)]);
        let mate = app.member("Nadia", &[(here.id, MembershipRole::Member)]);
        let asking = app.member("Pas encore", &[(here.id, MembershipRole::Asked)]);
        let outsider = app.member("Ailleurs", &[]);
        assert_eq!(app.search(&app.actor(&mate), "camille"), ["Camille Roux"]);
        for stranger in [Actor::Visitor, app.actor(&outsider), app.actor(&asking)] {
            assert!(app.found(&stranger, &DirectoryFilter::default()).is_empty(), "{stranger:?}");
        }
        assert!(!app.found(&app.actor(&mate), &DirectoryFilter::default()).contains(&asking.name));
        let since = app.db.read_now(|conn| profiles::public_since(conn, newcomer.id)).unwrap();
        assert!(since.is_empty(), "nothing public without a choice");
    });
}

#[test]
fn who_waits_or_is_suspended_is_seen_nowhere() {
    on_each_database(|app| {
        let here = app.place(place("Ici"));
        let person = app.member("Camille Roux", &[(here.id, MembershipRole::Member)]);
        let mate = app.member("Nadia", &[(here.id, MembershipRole::Member)]);
        app.profile(&person, |profile| show_all(profile, Audience::Public));
        for (state, seen) in [("actif", 1), ("en-attente", 0), ("suspendu", 0)] {
            app.becomes(&person, state);
            for viewer in [Actor::Visitor, app.actor(&mate)] {
                assert_eq!(app.search(&viewer, "camille").len(), seen, "{state} {viewer:?}");
            }
            let by_uid = app.db.read_now(|conn| profiles::by_uid(conn, &person.uid));
            assert_eq!(by_uid.is_ok(), seen == 1);
        }
    });
}

/// Three who know something of development, each in another way.
fn developers(app: &TestApp) -> Actor {
    let here = app.place(place("Ici"));
    let there = [(here.id, MembershipRole::Member)];
    let coder = app.member("Basile", &there);
    app.profile(&coder, |p| p.skills = vec![skill("Développement mobile")]);
    let nurse = app.member("Agathe", &there);
    app.profile(&nurse, |p| p.activity = "Développement de l’enfant, éveil".into());
    let own = app.member("Capucine", &there);
    app.profile(&own, |p| p.skills = vec![skill("Développement de l’enfant")]);
    let teacher = app.member("Aurore", &there);
    app.profile(&teacher, |p| p.activity = "J’écris sur le développement mobile".into());
    app.actor(&coder)
}

#[test]
fn skills_come_before_texts_and_a_beginning_means_a_skill() {
    on_each_database(|app| {
        let viewer = developers(app);
        assert_eq!(app.search(&viewer, "develop"), ["Basile"]);
        assert_eq!(app.search(&viewer, "DÉVELOPPEMENT"), ["Basile", "Agathe", "Aurore", "Capucine"]);
        assert_eq!(app.search(&viewer, "développement mobile"), ["Basile", "Aurore"]);
        assert_eq!(app.search(&viewer, "développement de l'enfant"), ["Agathe", "Capucine"]);
        assert_eq!(app.search(&viewer, "application android"), ["Basile"], "by a synonym");
    });
}

#[test]
fn words_are_found_without_accents_case_or_end() {
    on_each_database(|app| {
        let here = app.place(place("Ici"));
        let person = app.member("Éloïse Œuvrard", &[(here.id, MembershipRole::Member)]);
        app.profile(&person, |p| {
            p.activity = "Maraîchère à Die".into();
            p.skills = vec![skill("Réparation de vélos")];
        });
        let viewer = app.actor(&person);
        for found in ["elo", "OEUVRARD", "eloise maraich", "vélo", "réparation velos", "maraîchères", ""]
        {
            assert_eq!(app.search(&viewer, found), [person.name.as_str()], "{found:?}");
        }
        for missed in ["loise", "\"*", "eloise basson", "zzz OR eloise", "NEAR(elo)"] {
            let nothing_to_look_for = missed == "\"*";
            assert_eq!(app.search(&viewer, missed).is_empty(), !nothing_to_look_for, "{missed:?}");
        }
    });
}

#[test]
fn places_are_left_at_once() {
    on_each_database(|app| {
        let (here, crest) =
            (app.place(place("Ici")), app.place(place("Die").in_town("Die", "26113", "26150")));
        let both = [(here.id, MembershipRole::Member), (crest.id, MembershipRole::Member)];
        let person = app.member("Camille Roux", &both);
        let mate = app.member("Nadia", &[(here.id, MembershipRole::Member)]);
        let at = |place: i64| DirectoryFilter { place: Some(place), ..Default::default() };
        assert_eq!(app.found(&app.actor(&mate), &at(crest.id)), ["Camille Roux"]);
        app.db.write_now(|tx| memberships::delete(tx, person.id, here.id)).unwrap();
        assert!(app.found(&app.actor(&mate), &DirectoryFilter::default()).iter().all(|n| n == "Nadia"));
        let now = app.clock.now();
        let (kind, role) = (MembershipKind::Nomad, MembershipRole::Asked);
        app.db.write_now(|tx| memberships::save(tx, person.id, here.id, kind, role, now)).unwrap();
        assert!(app.found(&app.actor(&mate), &DirectoryFilter::default()).iter().all(|n| n == "Nadia"));
    });
}

#[test]
fn public_is_a_dated_choice_that_is_agreed_to() {
    on_each_database(|app| {
        let here = app.place(place("Ici"));
        let person = app.member("Camille Roux", &[(here.id, MembershipRole::Member)]);
        let save = |agreed: bool, fields: &[(ProfileField, Audience)]| {
            let (by, now) = (app.actor(&person), app.clock.now());
            app.db.write_now(|tx| {
                let mut profile = profiles::of(tx, person.id)?.profile;
                for (field, audience) in fields {
                    profile.audiences.set(*field, *audience);
                }
                actions::save_profile(tx, &by, person.id, &profile, agreed, now)
            })
        };
        let since = || app.db.read_now(|conn| profiles::public_since(conn, person.id)).unwrap();
        let name_public = [(ProfileField::Name, Audience::Public)];
        let refused = save(false, &name_public).unwrap_err();
        assert!(matches!(refused, actions::Error::NotAgreed(fields) if fields == [ProfileField::Name]));
        assert!(since().is_empty() && app.search(&Actor::Visitor, "camille").is_empty());
        save(true, &name_public).unwrap();
        let first = app.clock.now();
        assert_eq!(since(), [(ProfileField::Name, first)]);
        // What stays public keeps its day; what is added has its own.
        app.at("2026-04-01T09:00:00Z");
        save(true, &[(ProfileField::Skills, Audience::Public)]).unwrap();
        save(false, &[(ProfileField::Wants, Audience::Nobody)]).unwrap();
        let mut dated = since();
        dated.sort();
        assert_eq!(dated, [(ProfileField::Name, first), (ProfileField::Skills, app.clock.now())]);
        save(false, &[(ProfileField::Name, Audience::Network), (ProfileField::Skills, Audience::Nobody)])
            .unwrap();
        assert!(since().is_empty() && app.search(&Actor::Visitor, "camille").is_empty());
        // Nobody writes the profile of another.
        let (stranger, now) = (app.member("Nadia", &[]), app.clock.now());
        let by = app.actor(&stranger);
        let meddled = app.db.write_now(|tx| actions::hide_profile(tx, &by, person.id, now));
        assert!(matches!(meddled, Err(actions::Error::Forbidden)));
    });
}

#[test]
fn a_new_name_is_found_and_the_old_one_is_not() {
    on_each_database(|app| {
        let here = app.place(place("Ici"));
        let person = app.member("Camille Roux", &[(here.id, MembershipRole::Member)]);
        let (by, now) = (app.actor(&person), app.clock.now());
        let name = PersonName::parse("Dominique Vasseur").unwrap();
        let rename = |tx: &mut db::Transaction<'_>| {
            actions::rename_account(tx, &by, person.id, &name, Locale::Fr, now)
        };
        app.db.write_now(rename).unwrap();
        assert_eq!(app.search(&by, "vasseur"), ["Dominique Vasseur"]);
        assert!(app.search(&by, "camille").is_empty());
    });
}

#[test]
fn an_erased_member_is_found_by_nothing_and_their_number_is_another_s() {
    on_each_database(|app| {
        let here = app.place(place("Ici"));
        let gone = app.member("Camille Roux", &[(here.id, MembershipRole::Member)]);
        app.profile(&gone, |profile| {
            fill(profile);
            show_all(profile, Audience::Public);
        });
        app.db.write_now(|tx| members::delete(tx, gone.id)).unwrap();
        let next = app.member("Nadia Lopez", &[(here.id, MembershipRole::Member)]);
        app.profile(&next, |profile| show_all(profile, Audience::Public));
        for words in ["camille", "serigraphie", "tresse"] {
            assert!(app.search(&app.actor(&next), words).is_empty(), "{words}");
        }
        assert_eq!(app.search(&Actor::Visitor, "nadia"), ["Nadia Lopez"]);
    });
}

#[test]
fn search_engines_are_told_of_those_who_chose_it_and_of_nobody_else() {
    on_each_database(|app| {
        let (camille, noah) = (app.member("Camille Roux", &[]), app.member("Noé Faure", &[]));
        let listed = |person: &crate::support::Person| {
            app.get("/sitemap.xml").text().contains(&format!("/membres/{}<", person.uid))
        };
        app.profile(&noah, |profile| show_all(profile, Audience::Network));
        assert!(!listed(&camille) && !listed(&noah));
        app.profile(&camille, |profile| show_all(profile, Audience::Public));
        assert!(listed(&camille) && !listed(&noah));
        // With the name hidden again, the rest may stay public: nobody is led to it.
        app.profile(&camille, |profile| profile.audiences.set(ProfileField::Name, Audience::Network));
        assert!(!listed(&camille));
    });
}
