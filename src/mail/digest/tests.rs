//! One digest in both languages, as each kind of mail program shows it; what hostile words do to it,
//! and how heavy it can get.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use chrono_tz::Europe::Paris;
use expect_test::expect_file;

use super::*;
use crate::domain::digest::{
    DateChange, DateName, DigestDate, Interests, Material, Own, Part, Registered, Shared, Was, Window,
};
use crate::domain::event::{AttendanceMode, EventKind, EventStatus, RegistrationMode};
use crate::domain::period::instants_of;
use crate::domain::registration::RegistrationState;
use crate::domain::schedule::{OccurrenceKey, Span};
use crate::domain::subscription::Timetable;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// Composed on Sunday 22 November at six, for the week from the 23rd.
fn window() -> Window {
    let told = (at("2026-11-15T17:00:00Z"), at("2026-11-22T23:00:00Z"));
    let now = at("2026-11-22T17:00:00Z");
    Window::of(&Timetable::usual(Paris), told, now, now)
}

fn span(day: &str, from: &str, to: &str) -> Span {
    let time = |hour: &str| format!("{day}T{hour}:00").parse().unwrap();
    Span::Timed { start: time(from), end: time(to) }
}

fn date(event: i64, title: &str, span: Span) -> DigestDate {
    let (starts_at, ends_at) = instants_of(&span, Paris);
    DigestDate {
        name: DateName { event, key: OccurrenceKey::of(&span) },
        slug: format!("evenement-{event}"),
        title: title.to_owned(),
        kind: EventKind::Workshop,
        brick: None,
        themes: Vec::new(),
        status: EventStatus::Planned,
        span,
        starts_at,
        ends_at,
        zone: Paris,
        mode: AttendanceMode::OnSite,
        price_cents: Some(0),
        registration: RegistrationMode::None,
        repeats: false,
        announced_at: at("2026-10-01T09:00:00Z"),
        place_id: 1,
        place_slug: "l-usine-vivante".to_owned(),
        place_name: "L’Usine vivante".to_owned(),
        commune: "Crest".to_owned(),
        territory: "26".to_owned(),
    }
}

fn in_die(date: DigestDate) -> DigestDate {
    let (place_name, commune) = ("La Fabrique".to_owned(), "Die".to_owned());
    DigestDate { place_id: 2, place_slug: "la-fabrique".to_owned(), place_name, commune, ..date }
}

fn material() -> Material {
    let full = DigestDate {
        status: EventStatus::Full,
        registration: RegistrationMode::Open,
        price_cents: Some(1_250),
        ..date(2, "Atelier vélo", span("2026-11-24", "18:30", "20:30"))
    };
    let lately = DigestDate {
        announced_at: at("2026-11-20T09:00:00Z"),
        ..in_die(date(3, "Café du mardi", span("2026-11-24", "09:00", "10:30")))
    };
    let cancelled = DigestDate {
        status: EventStatus::Cancelled,
        ..date(4, "Apéro des voisins", span("2026-11-27", "18:00", "20:00"))
    };
    let moved = in_die(date(5, "Couture <b>libre</b> & rapiéçage", span("2026-12-03", "14:00", "17:00")));
    let was = |span, starts_at| Was { status: EventStatus::Planned, span, starts_at };
    let change = |date: &DigestDate, was| DateChange {
        made_at: at("2026-11-18T10:00:00Z"),
        was,
        date: date.clone(),
        is_gone: false,
    };
    let series = DigestDate {
        announced_at: at("2026-11-19T09:00:00Z"),
        repeats: true,
        ..date(6, "Chorale", span("2026-12-10", "19:00", "21:00"))
    };
    Material {
        dates: vec![
            date(1, "Permanence numérique", span("2026-11-23", "14:00", "16:00")),
            full,
            lately,
            date(7, "Repair café", span("2026-11-28", "10:00", "12:00")),
        ],
        changes: vec![
            change(&cancelled, was(cancelled.span, cancelled.starts_at)),
            change(&moved, was(span("2026-12-01", "14:00", "17:00"), at("2026-12-01T13:00:00Z"))),
        ],
        announced: vec![series],
        unread: 0,
    }
}

fn head(locale: Locale) -> DigestHead<'static> {
    DigestHead {
        network: "Réseau des tiers-lieux de la Drôme",
        origin: "https://vigie.example",
        locale,
        list: MailingList::Digest,
    }
}

fn filled(locale: Locale) -> crate::mail::Filled {
    let (window, material) = (window(), material());
    let shared = Shared::of(&material, &Interests { places: [1, 2].into(), ..Interests::default() }, &window);
    let going = Registered { date: material.dates[3].clone(), state: RegistrationState::Waiting };
    let own = Own::of(&[going], &material.changes, &window);
    let people = [Newcomer {
        uid: "0a42".to_owned(),
        name: "Inès Valdaron".to_owned(),
        place: "La Fabrique".to_owned(),
        skills: vec!["Couture".to_owned(), "Photo <i>".to_owned()],
    }];
    let (without, any) = shared.contents().without(&own.names, &BTreeSet::new());
    assert!(any);
    let private = Private {
        name: "Camille Roux",
        own: &own,
        people: &people,
        without: &without,
        zone: Paris,
        manage: "aaa",
        leave: "bbb",
    };
    let copy = copy(&private, &head(locale)).unwrap();
    assert_eq!(copy.leave, "/lettre/bbb/quitter");
    let shown = Shown { shared: &shared, window: &window, agenda: "/agenda" };
    mailing(&shown, &head(locale)).unwrap().fill(&copy)
}

#[test]
fn a_digest_reads_well_in_both_languages() {
    for (locale, html, text) in [
        (Locale::Fr, expect_file!["../snapshots/digest.fr.html"], expect_file!["../snapshots/digest.fr.txt"]),
        (Locale::En, expect_file!["../snapshots/digest.en.html"], expect_file!["../snapshots/digest.en.txt"]),
    ] {
        let mail = filled(locale);
        let plain = format!("Subject: {}\n\n{}", mail.subject, mail.text);
        assert!(!plain.contains(['\u{F8FD}', '\u{F8FE}', '\u{F8FF}']));
        // What one goes to is not listed again.
        assert_eq!(mail.text.matches("Repair café").count(), 1);
        let addresses = mail.html.matches("http").count();
        assert_eq!(addresses, mail.html.matches("https://vigie.example").count(), "asks nobody else");
        for word in ["<script", "<img", "<b>libre", "<i>"] {
            assert!(!mail.html.contains(word), "{word}");
        }
        html.assert_eq(&mail.html);
        text.assert_eq(&plain);
    }
}

#[test]
fn two_thousand_events_make_a_light_mail() {
    let long = "Réparer & transmettre <ensemble> ".repeat(20);
    let dates = (0..2_000).map(|n| date(n, &long, span("2026-11-24", "18:30", "20:30")));
    let announced = (5_000..7_000).map(|n| DigestDate {
        announced_at: at("2026-11-19T09:00:00Z"),
        ..date(n, &long, span("2026-12-24", "18:30", "20:30"))
    });
    let changes = (8_000..10_000).map(|n| {
        let date = date(n, &long, span("2026-12-24", "18:30", "20:30"));
        let was = Was {
            status: EventStatus::Planned,
            span: span("2026-12-23", "18:30", "20:30"),
            starts_at: at("2026-12-23T17:30:00Z"),
        };
        DateChange { made_at: at("2026-11-18T10:00:00Z"), was, date, is_gone: false }
    });
    let material = Material {
        dates: dates.collect(),
        announced: announced.collect(),
        changes: changes.collect(),
        unread: 0,
    };
    let window = window();
    let shared = Shared::of(&material, &Interests::default(), &window);
    assert_eq!(
        (shared.count(), shared.more_dates, shared.more_fresh, shared.more_changed),
        (2_000, 1_970, 1_985, 1_985)
    );
    let going: Vec<Registered> = material
        .dates
        .iter()
        .map(|date| Registered { date: date.clone(), state: RegistrationState::Confirmed })
        .collect();
    let own = Own::of(&going, &[], &window);
    let without: BTreeSet<Part> = BTreeSet::new();
    let private = Private {
        name: "Camille Roux",
        own: &own,
        people: &[],
        without: &without,
        zone: Paris,
        manage: &"a".repeat(32),
        leave: &"b".repeat(32),
    };
    let copy = copy(&private, &head(Locale::Fr)).unwrap();
    let shown = Shown { shared: &shared, window: &window, agenda: "/agenda" };
    let mail = mailing(&shown, &head(Locale::Fr)).unwrap().fill(&copy);
    assert!(mail.html.len() < 100_000, "{} bytes", mail.html.len());
    assert!(
        mail.html.contains("1\u{a0}970") || mail.html.contains("1970") || mail.html.contains("1\u{202f}970")
    );
    assert!(mail.text.lines().all(|line| line.chars().count() <= 78 || line.contains("https://")));
}
