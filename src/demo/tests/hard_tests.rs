//! What was planted can be found, and is as hard as it says.

use std::collections::BTreeSet;

use expect_test::expect;

use super::*;
use crate::demo::events::first_day;
use crate::domain::slug::Slug;

/// A page of an event is found by the slug of its title, as long as no other event has that title.
#[test]
fn hard_cases_lead_to_one_page() {
    let set = drome(&options(day(2026, 9, 1)));
    let slug = |event: &DemoEvent| Slug::from_title(&event.draft.title, "evenement");
    let mut list = String::new();
    for HardCase { label, path } in &set.hard_cases {
        list += &format!("{label} {path}\n");
        let found = match path.rsplit_once('/').unwrap() {
            ("/lieux", place) => set.places.iter().filter(|p| p.slug.as_str() == place).count(),
            ("/evenements", event) => set.events.iter().filter(|e| slug(e).as_str() == event).count(),
            _ => 0,
        };
        assert_eq!(found, 1, "{path}");
    }
    expect![[r#"
        commune-with-apostrophe /lieux/le-chalutier
        commune-with-saint-and-hyphens /lieux/la-place-des-possibles
        no-website /lieux/espace-internet-de-livron
        no-brick /lieux/le-chalutier
        three-within-300-m /lieux/latelier
        over-midnight /evenements/nuit-de-la-bidouille
        all-day /evenements/journee-portes-ouvertes-des-ateliers
        four-day-camp /evenements/camp-d-ete-des-petits-inventeurs
        gap-hour /evenements/nuit-blanche-du-changement-d-heure
        overseas-online /evenements/visio-avec-la-reunion
        hybrid /evenements/cafe-reseau-a-distance-et-sur-place
        one-seat /evenements/tete-a-tete-avec-la-fraiseuse
        no-limit /evenements/grand-marche-des-savoirs
        same-room-a /evenements/reglage-de-la-decoupeuse-laser
        same-room-b /evenements/tournage-d-un-tutoriel-a-la-decoupeuse-laser
        forty-a-day /lieux/l-usine-vivante
        five-years /evenements/le-vendredi-des-anciens
        both-changes-of-hour /evenements/meditation-du-dimanche-matin
        cancelled-series /evenements/chorale-des-coworkers
        paused /evenements/marche-des-couturieres
        chosen-dates /evenements/cine-club-a-dates-choisies
        monthly-31 /evenements/le-31-du-mois-on-compte-les-stocks
        only-school-holidays /evenements/atelier-des-vacances
        every-date-differs /evenements/residence-ouverte
        to-be-confirmed /evenements/sortie-a-la-scierie-du-village
        full /evenements/initiation-a-la-forge
        moved-online /evenements/comprendre-la-facturation-electronique
        postponed /evenements/rencontre-avec-les-producteurs
        cancelled /evenements/projection-en-plein-air
        moved /evenements/balade-des-lieux-en-velo
        withdrawn /evenements/soiree-quiz-retiree-de-l-agenda
        html /evenements/script-alert-bonjour-script-b-gras-b
        right-to-left /evenements/cafe-des-langues
        emoji /evenements/pizza-party-au-four-a-bois
        only-emoji /evenements/evenement
        long-word /evenements/initiation-a-l
        long-text /evenements/recit-au-long-cours
        name-of-sixty-characters /lieux/le-grand-atelier-cooperatif-des-savoir-faire-du-haut-vercors-crest
        no-website-no-brick-same-point /lieux/la-remise-crest
        closed-last-year /lieux/l-ancienne-filature-crest
    "#]]
    .assert_eq(&list);
}

#[test]
fn forty_events_share_one_day_and_two_a_room() {
    let set = drome(&options(day(2026, 9, 1)));
    let of_day = |event: &&DemoEvent| event.draft.title.starts_with("Passage express");
    let days: BTreeSet<_> = set.events.iter().filter(of_day).map(|e| first_day(&e.draft.schedule)).collect();
    assert_eq!((set.events.iter().filter(of_day).count(), days.len()), (40, 1));
    let at_laser: Vec<_> =
        set.events.iter().filter(|e| e.draft.title.contains("la découpeuse laser")).collect();
    let [a, b] = at_laser[..] else { panic!("{}", at_laser.len()) };
    assert_eq!((&a.draft.room, a.draft.schedule.span), (&b.draft.room, b.draft.schedule.span));
    assert!(!a.draft.room.is_empty() && a.place_slug == b.place_slug);
}

#[test]
fn a_series_keeps_its_hour_over_both_changes() {
    let set = drome(&options(day(2026, 9, 1)));
    let event = set.events.iter().find(|e| e.draft.title == "Méditation du dimanche matin").unwrap();
    let expansion = expand(&event.draft.schedule, &[], &holidays(home(&set, event)), day(2026, 12, 31));
    let utc: BTreeSet<_> =
        expansion.occurrences.iter().map(|date| date.starts_at.time().to_string()).collect();
    assert_eq!(utc.into_iter().collect::<Vec<_>>(), ["07:30:00", "08:30:00"]);
    for changed in [day(2026, 3, 29), day(2026, 10, 25)] {
        assert!(expansion.occurrences.iter().any(|date| date.key.date() == Some(changed)));
    }
}
