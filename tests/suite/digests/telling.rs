//! What readers are told.

use vigie::actions::{self, Wish};
use vigie::domain::email::EmailAddress;
use vigie::domain::event::{EventDraft, EventStatus, Override, RegistrationMode};
use vigie::domain::member::MembershipRole;
use vigie::domain::policy::Actor;
use vigie::domain::profile::{Audience, Profile, ProfileField};
use vigie::domain::schedule::{End, OccurrenceKey, Span};
use vigie::domain::skill::SkillTag;
use vigie::domain::subscription::{SubscriberState, Timetable, Topic};
use vigie::i18n::Locale;
use vigie::store::subscribers::{self, Reader};
use vigie::store::{event_hosts, members, memberships};

use super::{NEXT_SUNDAY, SUNDAY, THIRD_SUNDAY, compose_at, enrol, last_to, mails, text};
use crate::support::{EventGestures, Person, PlaceGestures, TestApp, event, on_each_database, place};

fn registers(app: &TestApp, person: &Person, event: i64, key: &str) {
    let now = app.clock.now();
    app.db
        .write_now(|tx| {
            let member = members::by_id(tx, person.id)?;
            let actor = Actor::Member(memberships::standing(tx, &member)?);
            let wish = Wish { size: 1, ..Wish::default() };
            actions::register(tx, &actor, event, OccurrenceKey::parse(key).as_ref(), &wish, now)
        })
        .unwrap();
}

#[test]
fn a_member_is_told_of_the_week_of_what_is_new_and_of_what_changes_and_of_nothing_twice() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let elsewhere = app.place(place("Le Moulin").in_town("Die", "26113", "26150"));
        let camille = app.member("Camille Roux", &[(fabrique.id, MembershipRole::Member)]);
        let weekly = event("Repair Café", "2026-03-12 18:30", "20:30").every_week(End::Never);
        let repair = app.publish(&fabrique, &weekly);
        app.publish(&elsewhere, &event("Chorale", "2026-03-12 18:30", "20:30"));
        let vernissage = app.publish(&fabrique, &event("Vernissage", "2026-04-10 18:30", "20:30"));
        app.publish(&fabrique, &event("Hier", "2026-03-08 09:00", "10:00"));
        enrol(app);
        app.at("2026-03-06T09:00:00Z");
        app.publish(&fabrique, &event("Bal d’avril", "2026-04-18 20:00", "23:00"));

        let done = compose_at(app, SUNDAY);
        assert_eq!((done.readers, done.written, done.drawn), (1, 1, 1));
        let first = last_to(app, &camille.email);
        let said = text(&first);
        assert_eq!(first.subject.replace('\u{a0}', " "), "Du 8 au 15 mars : 1 rendez-vous à Crest");
        assert!(said.starts_with("Bonjour Camille,\n"), "{said}");
        assert!(said.contains("Jeudi 12 mars\n\n  18 h 30 – Repair Café\n"), "{said}");
        assert!(
            said.contains("NOUVEAU À L’AGENDA\n\n  Samedi 18 avril, de 20 h à 23 h – Bal d’avril\n"),
            "{said}"
        );
        for absent in ["Chorale", "Hier", "Vernissage", "CE QUI CHANGE", "19 mars"] {
            assert!(!said.contains(absent), "{absent}: {said}");
        }
        for said in [&first.text, &first.html] {
            assert!(said.contains("https://vigie.example/evenements/repair-cafe/20260312T183000"));
        }

        // Composed again: nothing is due.
        assert_eq!(compose_at(app, "2026-03-08T18:00:00Z").readers, 0);

        app.at("2026-03-10T09:00:00Z");
        app.withdraw(vernissage.id);
        let (start, end) = ("2026-03-27T19:00:00".parse().unwrap(), "2026-03-27T21:00:00".parse().unwrap());
        let change = |key: &str| Override { key: OccurrenceKey::parse(key).unwrap(), ..Override::default() };
        app.change_date(
            repair.id,
            &Override { span: Some(Span::Timed { start, end }), ..change("20260326T183000") },
        );
        app.change_date(
            repair.id,
            &Override { status: Some(EventStatus::Cancelled), ..change("20260319T183000") },
        );
        compose_at(app, NEXT_SUNDAY);
        let said = text(&last_to(app, &camille.email));
        assert!(said.contains("Jeudi 19 mars, de 18 h 30 à 20 h 30 – Repair Café (Annulé)\n"), "{said}");
        assert!(said.contains("Vendredi 27 mars, de 19 h à 21 h – Repair Café (Déplacé)\n"), "{said}");
        assert!(said.contains("  d’abord prévu jeudi 26 mars, de 18 h 30 à 20 h 30\n"), "{said}");
        assert!(said.contains("– Vernissage (Annulé)\n"), "gone from the agenda: {said}");
        for absent in ["Bal d’avril", "12 mars", "DU 16 AU 22 MARS"] {
            assert!(!said.contains(absent), "{absent}: {said}");
        }

        compose_at(app, THIRD_SUNDAY);
        let said = text(&last_to(app, &camille.email));
        assert!(said.contains("Vendredi 27 mars\n\n  19 h – Repair Café (Déplacé)\n"), "{said}");
        assert!(!said.contains("CE QUI CHANGE") && !said.contains("Vernissage"), "{said}");
    });
}

#[test]
fn my_own_things_stand_first_and_nowhere_else() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let far = app.place(place("Le Moulin").in_town("Die", "26113", "26150"));
        let camille = app.member("Camille Roux", &[(fabrique.id, MembershipRole::Member)]);
        let noe = app.member("Noé Faure", &[(fabrique.id, MembershipRole::Member)]);
        let open = |draft| EventDraft { registration: RegistrationMode::Open, ..draft };
        let couture = app.publish(&fabrique, &open(event("Couture", "2026-03-12 14:00", "16:00")));
        let photo = app.publish(&far, &open(event("Photo", "2026-03-27 14:00", "16:00")));
        app.publish(&fabrique, &event("Apéro", "2026-03-13 18:00", "20:00"));
        registers(app, &camille, couture.id, "20260312T140000");
        registers(app, &camille, photo.id, "20260327T140000");
        enrol(app);
        assert_eq!(compose_at(app, SUNDAY).drawn, 1, "both share it");
        let said = text(&last_to(app, &camille.email));
        assert!(
            said.contains(
                "VOS RENDEZ-VOUS\n\n  Jeudi 12 mars, de 14 h à 16 h – Couture\n  Inscription confirmée\n"
            ),
            "{said}"
        );
        assert_eq!(said.matches("Couture").count(), 1, "{said}");
        assert!(!said.contains("Jeudi 12 mars\n") && said.contains("Vendredi 13 mars\n"), "{said}");
        assert!(!said.contains("Photo"), "its week is not this one: {said}");
        let said = text(&last_to(app, &noe.email));
        assert!(
            said.contains("Jeudi 12 mars\n\n  14 h – Couture\n") && !said.contains("VOS RENDEZ-VOUS"),
            "{said}"
        );

        // Elsewhere, later, and registered for: it matters to her alone.
        app.at("2026-03-11T09:00:00Z");
        let off = Override { status: Some(EventStatus::Cancelled), ..Override::default() };
        app.change_date(photo.id, &Override { key: OccurrenceKey::parse("20260327T140000").unwrap(), ..off });
        compose_at(app, NEXT_SUNDAY);
        let said = text(&last_to(app, &camille.email));
        assert!(said.contains("Vendredi 27 mars, de 14 h à 16 h – Photo (Annulé)\n"), "{said}");
        assert_eq!(mails(app)[&noe.email].len(), 1, "nothing to tell, no mail");
        compose_at(app, THIRD_SUNDAY);
        assert_eq!(mails(app)[&camille.email].len(), 2, "told once");
    });
}

#[test]
fn what_one_announced_is_no_news_to_them() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let host = app.member("Inès Valdaron", &[(fabrique.id, MembershipRole::Host)]);
        let other = app.member("Noé Faure", &[(fabrique.id, MembershipRole::Host)]);
        enrol(app);
        app.at("2026-03-06T09:00:00Z");
        let named = app.publish(&fabrique, &event("Bal", "2026-04-18 20:00", "23:00"));
        app.publish(&fabrique, &event("Marché", "2026-04-19 09:00", "12:00"));
        app.db.write_now(|tx| event_hosts::add(tx, named.id, &[host.id])).unwrap();
        compose_at(app, SUNDAY);
        assert!(!mails(app).contains_key(&host.email), "both are hers: no mail");
        let said = text(&last_to(app, &other.email));
        assert!(said.contains("– Bal\n") && !said.contains("Marché"), "{said}");
    });
}

#[test]
fn new_people_are_told_of_where_they_chose_to_be_seen() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let moulin = app.place(place("Le Moulin").in_town("Die", "26113", "26150"));
        let camille = app.member("Camille Roux", &[(fabrique.id, MembershipRole::Member)]);
        enrol(app);
        follow(app, &camille, &[(Topic::Place, "le-moulin"), (Topic::Skill, "couture")]);
        app.at("2026-03-06T09:00:00Z");
        let joins = |name: &str, place: i64, audience: Audience, skills: &[&str]| {
            let person = app.member(name, &[(place, MembershipRole::Member)]);
            let mut profile = Profile { name: name.to_owned(), ..Profile::default() };
            profile.skills = skills.iter().map(|label| SkillTag::parse(label).unwrap()).collect();
            for field in [ProfileField::Name, ProfileField::Places, ProfileField::Skills] {
                profile.audiences.set(field, audience);
            }
            let now = app.clock.now();
            app.db
                .write_now(|tx| actions::save_profile(tx, &Actor::Program, person.id, &profile, true, now))
                .unwrap();
        };
        joins("Ana Mate", fabrique.id, Audience::Places, &["Photographie"]);
        joins("Bo Mate", fabrique.id, Audience::Places, &["Photographie", "Couture"]);
        joins("Cid Hidden", fabrique.id, Audience::Nobody, &[]);
        joins("Dina Networked", moulin.id, Audience::Network, &[]);
        joins("Eva Local", moulin.id, Audience::Places, &[]);
        compose_at(app, SUNDAY);
        let said = text(&last_to(app, &camille.email));
        let list = said.split("DE NOUVELLES PERSONNES DANS VOS LIEUX").nth(1).unwrap();
        for (name, seen) in
            [("Ana", true), ("Bo", true), ("Cid", false), ("Dina", true), ("Eva", false), ("Camille", false)]
        {
            assert_eq!(list.contains(name), seen, "{name}: {said}");
        }
        assert!(list.find("Bo Mate") < list.find("Ana Mate"), "what she looks for comes first: {said}");
        assert!(list.contains("Couture, Photographie"), "{said}");
        compose_at(app, NEXT_SUNDAY);
        assert_eq!(mails(app)[&camille.email].len(), 1);
    });
}

fn follow(app: &TestApp, person: &Person, topics: &[(Topic, &str)]) {
    let chosen: Vec<(Topic, String)> =
        topics.iter().map(|(topic, key)| (*topic, (*key).to_owned())).collect();
    app.db
        .write_now(|tx| {
            let row = subscribers::of_member(tx, person.id)?.unwrap();
            subscribers::set_topics(tx, row.id, &chosen)
        })
        .unwrap();
}

#[test]
fn people_without_account_get_what_they_asked_for() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let moulin = app.place(place("Le Moulin").in_town("Die", "26113", "26150"));
        app.publish(&fabrique, &event("Couture", "2026-03-12 14:00", "16:00"));
        let talk = EventDraft {
            kind: vigie::domain::event::EventKind::Talk,
            ..event("Les abeilles", "2026-03-13 14:00", "16:00")
        };
        app.publish(&fabrique, &talk);
        app.publish(&moulin, &event("Chorale", "2026-03-12 14:00", "16:00"));
        let now = app.clock.now();
        let subscribe = |email: &str, topics: &[(Topic, &str)], state| {
            let chosen: Vec<(Topic, String)> =
                topics.iter().map(|(topic, key)| (*topic, (*key).to_owned())).collect();
            let address = EmailAddress::parse(email).unwrap();
            app.db
                .write_now(|tx| {
                    let reader = Reader::Address(&address, Locale::En);
                    let usual = Timetable::usual(chrono_tz::Europe::Paris);
                    let id = subscribers::insert(tx, reader, state, &usual, now)?;
                    subscribers::set_topics(tx, id, &chosen)
                })
                .unwrap();
        };
        let active = SubscriberState::Active;
        subscribe("place@exemple.fr", &[(Topic::Place, "la-fabrique")], active);
        subscribe("talks@exemple.fr", &[(Topic::Territory, "26"), (Topic::Kind, "conference")], active);
        subscribe("all@exemple.fr", &[], active);
        subscribe("none@exemple.fr", &[(Topic::Territory, "01")], active);
        subscribe("unproven@exemple.fr", &[], SubscriberState::Unconfirmed);
        compose_at(app, SUNDAY);
        let said = |email: &str| text(&last_to(app, email));
        let place = said("place@exemple.fr");
        assert!(
            place.starts_with("Hello,\n") && place.contains("Couture") && !place.contains("Chorale"),
            "{place}"
        );
        assert!(place.contains("You receive this letter because you asked for it"), "{place}");
        let talks = said("talks@exemple.fr");
        assert!(talks.contains("Les abeilles") && !talks.contains("Couture"), "{talks}");
        let all = said("all@exemple.fr");
        assert!(["Couture", "Les abeilles", "Chorale"].iter().all(|title| all.contains(title)), "{all}");
        let mut told: Vec<String> = mails(app).into_keys().collect();
        told.sort();
        assert_eq!(told, ["all@exemple.fr", "place@exemple.fr", "talks@exemple.fr"]);
    });
}
