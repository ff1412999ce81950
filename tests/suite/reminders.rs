//! Those who registered are reminded: as they chose, by day, once, and never of what is off.

use std::sync::Barrier;

use vigie::app::App;
use vigie::config::Config;
use vigie::db;
use vigie::domain::event::{AttendanceMode, EventDraft, EventStatus, Override, RegistrationMode};
use vigie::domain::reminder::ReminderKind;
use vigie::domain::schedule::{End, OccurrenceKey, Span};
use vigie::jobs;
use vigie::store::reminders;

use crate::support::{Browser, EventGestures, Person, TestApp, event, on_each_database, place};

const PAGE: &str = "/evenements/atelier-couture";
const KEY: &str = "20260312T183000";

/// A workshop on Thursday the 12th at 18:30 (17:30 UTC).
fn workshop() -> EventDraft {
    EventDraft {
        registration: RegistrationMode::Open,
        ..event("Atelier couture", "2026-03-12 18:30", "20:30")
    }
}

/// A process of the service.
fn process(app: &TestApp) -> App {
    let db = db::open(&app.url, 2).unwrap();
    App::new(Config::for_database(app.url.clone()), db, app.clock.clone()).unwrap()
}

fn remind(app: &App) -> usize {
    jobs::remind(app, &|| true)
}

fn member(app: &TestApp, name: &str) -> (Person, Browser) {
    let person = app.member(name, &[]);
    let browser = app.sign_in(&person);
    (person, browser)
}

fn registers(browser: &Browser, page: &str) {
    browser.press(page, &format!("{page}/inscription"), &[]).location();
}

fn visitor_registers(app: &TestApp, name: &str, email: &str) {
    let browser = app.visitor();
    browser.submit(&format!("{PAGE}/inscription"), &[("name", name), ("email", email)]).location();
    let link = app.letters().into_iter().rfind(|(to, _)| to == email).unwrap().1.button.unwrap().1;
    browser.submit(&link, &[]).location();
}

/// Who was reminded so far, and how: "camille.roux day".
fn reminded(app: &TestApp) -> Vec<String> {
    let told = |(to, letter): (String, vigie::mail::Letter)| {
        let kind =
            letter.subject.key.strip_prefix("letter-registration-reminder-")?.strip_suffix("-subject")?;
        Some(format!("{} {kind}", to.split('@').next().unwrap()))
    };
    app.letters().into_iter().filter_map(told).collect()
}

fn change(app: &TestApp, event: i64, change: Override) {
    app.change_date(event, &Override { key: OccurrenceKey::parse(KEY).unwrap(), ..change });
}

#[test]
fn each_is_reminded_as_they_chose_and_once() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        app.publish(&fabrique, &workshop());
        let ((_, camille), (_, hugo), (_, ana)) =
            (member(app, "Camille Roux"), member(app, "Hugo Blanc"), member(app, "Ana Petit"));
        for browser in [&camille, &hugo, &ana] {
            registers(browser, PAGE);
        }
        visitor_registers(app, "Zoé", "zoe@exemple.fr");
        let page = hugo.get("/moi/courrier").text();
        assert!(page.contains("name=\"rappel-veille\" value=\"on\" checked"), "{page}");
        // A box that is not ticked is not sent.
        let token = page.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let chosen = hugo.post("/moi/courrier", &[("token", token), ("rappel-deux-heures", "on")]);
        assert!(hugo.follow(&chosen).words().contains("Vos choix sont enregistrés."));
        ana.submit("/moi/courrier", &[("rappel-veille", "on"), ("rappel-deux-heures", "on")]).location();

        let (one, other) = (process(app), process(app));
        app.at("2026-03-11T17:29:59Z");
        assert_eq!(remind(&one), 0);
        app.at("2026-03-11T17:30:10Z");
        assert_eq!(remind(&one), 3);
        assert_eq!(remind(&other), 0);
        assert_eq!(reminded(app), ["camille.roux day", "ana.petit day", "zoe day"]);
        app.at("2026-03-12T15:30:00Z");
        assert_eq!((remind(&other), remind(&one)), (2, 0));
        assert_eq!(reminded(app)[3..], ["hugo.blanc hours", "ana.petit hours"]);

        // A visitor's leads to their registration; a member's to where reminders are chosen as well.
        let letters = app.letters();
        let zoe = &letters.iter().rfind(|(to, _)| to == "zoe@exemple.fr").unwrap().1;
        let way = zoe.button.as_ref().unwrap().1.as_str();
        assert!(app.visitor().get(way).words().contains("Votre place est prise"));
        assert!(zoe.after.iter().all(|line| line.key != "letter-registration-reminder-choose"));
        let ana = &letters.iter().rfind(|(to, _)| to.starts_with("ana")).unwrap().1;
        assert!(ana.after.iter().any(|line| line.key == "letter-registration-reminder-choose"));
        assert!(app.visitor().get("/moi/courrier").location().starts_with("/connexion?vers="));
    });
}

#[test]
fn nobody_is_reminded_of_what_is_off_or_where_they_have_no_seat() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let event = app.publish(&fabrique, &EventDraft { capacity: Some(1), ..workshop() });
        let ((_, camille), (_, hugo)) = (member(app, "Camille Roux"), member(app, "Hugo Blanc"));
        registers(&camille, PAGE);
        registers(&hugo, PAGE);
        let one = process(app);
        app.at("2026-03-11T17:00:00Z");
        for status in [EventStatus::Cancelled, EventStatus::Postponed] {
            change(app, event.id, Override { status: Some(status), ..Override::default() });
            app.at("2026-03-11T17:31:00Z");
            assert_eq!(remind(&one), 0, "{status}");
            app.at("2026-03-11T17:00:00Z");
        }
        change(app, event.id, Override::default());
        app.at("2026-03-11T17:31:00Z");
        assert_eq!(remind(&one), 1);
        assert_eq!(reminded(app), ["camille.roux day"], "who waits has no seat");
    });
}

#[test]
fn a_late_start_sends_nothing_stale_and_nothing_at_night() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        app.publish(&fabrique, &workshop());
        let (_, camille) = member(app, "Camille Roux");
        registers(&camille, PAGE);
        camille.submit("/moi/courrier", &[("rappel-veille", "on"), ("rappel-deux-heures", "on")]).location();
        let one = process(app);
        // The service comes back in the night, then on the day itself, then when all has begun.
        for (now, told) in [
            ("2026-03-11T20:00:00Z", 0),
            ("2026-03-12T07:30:00Z", 0),
            ("2026-03-12T17:30:00Z", 0),
            ("2026-03-12T16:59:00Z", 1),
        ] {
            app.at(now);
            assert_eq!(remind(&one), told, "{now}");
        }
        assert_eq!(reminded(app), ["camille.roux hours"]);
    });
}

#[test]
fn who_registers_after_it_was_due_was_just_written_to() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let event = app.publish(&fabrique, &workshop());
        let ((_, camille), (_, hugo)) = (member(app, "Camille Roux"), member(app, "Hugo Blanc"));
        registers(&camille, PAGE);
        app.at("2026-03-11T17:30:20Z");
        registers(&hugo, PAGE);
        let one = process(app);
        app.at("2026-03-11T17:31:00Z");
        assert_eq!(remind(&one), 1);
        assert_eq!(reminded(app), ["camille.roux day"]);

        // Moved to a day later: reminded of the new time, when that is due.
        let span = |start: &str, end: &str| {
            Some(Span::Timed { start: start.parse().unwrap(), end: end.parse().unwrap() })
        };
        let friday = span("2026-03-13T19:00:00", "2026-03-13T21:00:00");
        change(app, event.id, Override { span: friday, ..Override::default() });
        assert_eq!(remind(&one), 0);
        app.at("2026-03-12T18:00:00Z");
        assert_eq!(remind(&one), 2);
        // Moved to two hours from now: everyone has just been told.
        let tomorrow = span("2026-03-13T12:00:00", "2026-03-13T14:00:00");
        change(app, event.id, Override { span: tomorrow, ..Override::default() });
        app.at("2026-03-12T18:01:00Z");
        assert_eq!(remind(&one), 0);
    });
}

#[test]
fn of_a_whole_series_each_date_is_told_and_whole_days_on_the_evening_before() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        let weekly = app.publish(&fabrique, &workshop().every_week(End::Count(2)));
        let rules =
            vigie::domain::registration::RegistrationRules { whole_series: true, ..Default::default() };
        let (by, now) = (vigie::domain::policy::Actor::Program, app.clock.now());
        app.db
            .write_now(|tx| vigie::actions::set_registration_rules(tx, &by, weekly.id, &rules, now))
            .unwrap();
        let days = EventDraft {
            mode: AttendanceMode::Online,
            online_url: "https://visio.exemple.fr/x".to_owned(),
            ..workshop()
        };
        let days = EventDraft { title: "Rencontres".to_owned(), ..days }.all_day("2026-03-20", "2026-03-21");
        app.publish(&fabrique, &days);
        let (_, camille) = member(app, "Camille Roux");
        registers(&camille, PAGE);
        registers(&camille, "/evenements/rencontres");
        let one = process(app);
        for (now, told) in [
            ("2026-03-11T17:30:00Z", 1),
            ("2026-03-18T17:30:00Z", 1),
            ("2026-03-19T16:59:00Z", 0),
            ("2026-03-19T17:00:00Z", 1),
        ] {
            app.at(now);
            assert_eq!(remind(&one), told, "{now}");
        }
        let last = app.letters().pop().unwrap().1;
        let meeting =
            last.facts.iter().find(|(label, _)| label.key == "letter-registration-meeting").unwrap();
        assert_eq!(meeting.1.args["words"], "https://visio.exemple.fr/x");
    });
}

#[test]
fn processes_at_once_remind_once() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique"));
        app.publish(&fabrique, &workshop());
        for name in ["Camille Roux", "Hugo Blanc", "Ana Petit"] {
            registers(&member(app, name).1, PAGE);
        }
        app.at("2026-03-11T17:30:00Z");
        let (processes, together) =
            ([process(app), process(app), process(app), process(app)], Barrier::new(4));
        let written: usize = std::thread::scope(|scope| {
            let run = |one| {
                together.wait();
                remind(one)
            };
            let at_work: Vec<_> = processes.iter().map(|one| scope.spawn(move || run(one))).collect();
            at_work.into_iter().map(|one| one.join().unwrap()).sum()
        });
        assert_eq!(written, 3);
        assert_eq!(reminded(app).len(), 3);
        // What is long over is forgotten.
        app.at("2026-04-20T09:00:00Z");
        assert_eq!(jobs::forget_reminders(&processes[0]).unwrap(), 1);
    });
}

#[test]
fn who_is_to_be_reminded_is_found_by_indexes() {
    use crate::query_plans::{sent, whole_reads};

    on_each_database(|app| {
        let range = (app.clock.now(), app.clock.now() + vigie::domain::reminder::LONGEST_LEAD);
        app.db
            .write_now(|tx| {
                let ask = |conn: &mut db::DbConnection| {
                    reminders::seated_dates(conn, ReminderKind::DayBefore, range).unwrap();
                };
                for query in sent(tx, ask) {
                    assert_eq!(whole_reads(tx, app.db.backend(), &query), Vec::<String>::new(), "{query}");
                }
                Ok::<_, db::Error>(())
            })
            .unwrap();
    });
}
