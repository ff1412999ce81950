//! Hosts say what becomes of the dates of their week; silence is told.

use std::sync::Arc;

use vigie::actions;
use vigie::app::App;
use vigie::config::Config;
use vigie::db;
use vigie::domain::event::{EventDraft, EventStatus, Override, RegistrationMode};
use vigie::domain::member::MembershipRole::{Host, Member};
use vigie::domain::policy::Actor;
use vigie::domain::schedule::{End, OccurrenceKey};
use vigie::jobs::{run_due, write_weekly_notes};
use vigie::mail::{Copy, Filled, MailingList};
use vigie::store::host_weeks::{self, HostDate};
use vigie::store::network_rules::{self, NetworkRules};
use vigie::store::places::PlaceRow;
use vigie::store::{mailings, memberships, occurrences, weekly_notes};

use crate::support::{Browser, EventGestures, Person, TestApp, event, on_each_database, place, words};

const WEEK: &str = "/lieux/la-fabrique/semaine";
const WEEKLY: &str = "/evenements/cafe-reparation";

/// La Fabrique with a workshop every Thursday evening, from 5 March on.
struct Fabrique {
    place: PlaceRow,
    event: i64,
    host: Person,
    camille: Browser,
}

fn fabrique(app: &TestApp) -> Fabrique {
    let place = app.place(place("La Fabrique"));
    let weekly = EventDraft {
        capacity: Some(12),
        registration: RegistrationMode::Open,
        ..event("Café réparation", "2026-03-05 18:30", "20:30").every_week(End::Never)
    };
    let event = app.publish(&place, &weekly).id;
    let host = app.member("Camille Roux", &[(place.id, Host)]);
    Fabrique { camille: app.sign_in(&host), place, event, host }
}

impl Fabrique {
    /// The dates of two weeks from now on.
    fn dates(&self, app: &TestApp) -> Vec<HostDate> {
        let (from, to) = (app.clock.now(), app.clock.now() + chrono::TimeDelta::days(14));
        app.db.read_now(|conn| host_weeks::dates(conn, self.place.id, (from, to), 100)).unwrap()
    }

    fn date(&self, app: &TestApp, key: &str) -> HostDate {
        let mut dates = self.dates(app).into_iter();
        dates.find(|date| date.key.as_str() == key).unwrap_or_else(|| panic!("no {key}"))
    }

    fn tap(&self, app: &TestApp, verb: &str, key: &str, typed: &[(&str, &str)]) -> String {
        let id = self.date(app, key).id.to_string();
        let mut fields = vec![("which", id.as_str()), ("do", verb)];
        fields.extend(typed);
        // Weeks may have passed since she signed in.
        let camille = app.sign_in(&self.host);
        let answer = camille.press(WEEK, WEEK, &fields);
        camille.get(answer.location().split('#').next().unwrap()).words()
    }
}

fn status(app: &TestApp, event: i64, key: &str) -> EventStatus {
    let key = OccurrenceKey::parse(key).unwrap();
    app.db.read_now(|conn| occurrences::by_key(conn, event, &key)).unwrap().status
}

/// A night of the service.
fn night(app: &TestApp) {
    let config = Config::for_database(app.url.clone());
    run_due(&App::new(config, Arc::clone(&app.db), app.clock.clone()).unwrap(), &|| true);
}

#[test]
fn a_host_confirms_a_date_by_a_tap() {
    on_each_database(|app| {
        let fabrique = fabrique(app);
        let page = fabrique.camille.get(WEEK).words();
        assert!(page.contains("Cette semaine, du 2 au 8 mars Café réparation"), "{page}");
        assert!(page.contains("Tout confirmer (2 dates)"), "{page}");
        let page = fabrique.tap(app, "confirm", "20260305T183000", &[]);
        assert!(page.contains("C’est confirmé : elle a lieu."), "{page}");
        assert!(page.contains("Confirmée aujourd’hui par Camille Roux"), "{page}");
        assert!(!page.contains("Tout confirmer"), "one is left: {page}");
        // Said twice, it is as said once; nothing that the public sees has moved.
        fabrique.tap(app, "confirm", "20260305T183000", &[]);
        assert_eq!(fabrique.dates(app).iter().filter(|date| date.confirmed.is_some()).count(), 1);
        assert!(!app.get("/agenda.ics").text().contains("SEQUENCE:1"));
        // What she confirmed stays so when she leaves; her name goes.
        app.db
            .write_now(|tx| actions::delete_account(tx, &Actor::Program, fabrique.host.id, app.clock.now()))
            .unwrap();
        assert_eq!(fabrique.date(app, "20260305T183000").confirmed, Some((app.clock.now(), None)));
    });
}

#[test]
fn all_that_is_shown_is_confirmed_and_nothing_that_came_since() {
    on_each_database(|app| {
        let fabrique = fabrique(app);
        let page = fabrique.camille.get(WEEK);
        app.publish(&fabrique.place, &event("Couture", "2026-03-06 18:30", "20:30"));
        let shown: Vec<String> =
            fabrique.dates(app).iter().filter(|d| d.title != "Couture").map(|d| d.id.to_string()).collect();
        let mut fields: Vec<(&str, &str)> = shown.iter().map(|id| ("which", id.as_str())).collect();
        fields.push(("do", "confirm"));
        fabrique.camille.send_form(&page, WEEK, &fields).location();
        let left: Vec<String> =
            fabrique.dates(app).into_iter().filter(|d| d.confirmed.is_none()).map(|d| d.title).collect();
        assert_eq!(left, ["Couture"]);
    });
}

#[test]
fn a_date_is_called_off_and_on_again_and_who_registered_is_told() {
    on_each_database(|app| {
        let fabrique = fabrique(app);
        let zoe = app.member("Zoé Blanc", &[(fabrique.place.id, Member)]);
        let key = "20260312T183000";
        app.sign_in(&zoe).submit(&format!("{WEEKLY}/{key}/inscription"), &[]).location();
        let page = fabrique.camille.get(&format!("{WEEK}?annuler={}", fabrique.date(app, key).id)).words();
        assert!(page.contains("Annuler cette date ?") && page.contains("1 personne est inscrite"), "{page}");
        assert!(page.contains("1 place prise sur 12"), "{page}");
        assert_eq!(status(app, fabrique.event, key), EventStatus::Planned, "looking changes nothing");
        let page = fabrique.tap(app, "cancel", key, &[("note", "Chaudière en panne")]);
        assert!(page.contains("Finalement, elle a lieu"), "{page}");
        assert_eq!(status(app, fabrique.event, key), EventStatus::Cancelled);
        let told = || app.letters().into_iter().filter(|(to, _)| *to == zoe.email).count();
        let before = told();
        fabrique.tap(app, "reinstate", key, &[]);
        assert_eq!(status(app, fabrique.event, key), EventStatus::Planned);
        assert_eq!(told(), before + 1, "she hears that it is on again");
        // A page that is older than the cancellation confirms nothing.
        let old = fabrique.camille.get(WEEK);
        let id = fabrique.date(app, key).id.to_string();
        fabrique.tap(app, "cancel", key, &[]);
        let late = fabrique.camille.send_form(&old, WEEK, &[("which", &id), ("do", "confirm")]);
        let page = fabrique.camille.follow(&late).words();
        assert!(page.contains("Cette date a changé entre-temps"), "{page}");
        assert_eq!(status(app, fabrique.event, key), EventStatus::Cancelled);
    });
}

#[test]
fn a_date_is_moved_on_the_page_itself() {
    on_each_database(|app| {
        let fabrique = fabrique(app);
        let key = "20260312T183000";
        let open = format!("{WEEK}?deplacer={}", fabrique.date(app, key).id);
        let form = |fields: &[(&str, &str)]| {
            let page = fabrique.camille.get(&open);
            let id = fabrique.date(app, key).id.to_string();
            let seal = words_of_field(&page.text(), "seal");
            let mut all = vec![("which", id.as_str()), ("do", "move"), ("seal", &seal)];
            all.extend(fields);
            fabrique.camille.send_form(&page, WEEK, &all)
        };
        let wrong = form(&[("date", ""), ("start", "18:30"), ("end", "20:30")]);
        assert_eq!(wrong.status, 422);
        assert!(words(&wrong.text()).contains("Déplacer à quel moment ?"));
        form(&[("date", "2026-03-13"), ("start", "19:00"), ("end", "21:00")]).location();
        let moved = fabrique.date(app, key);
        assert_eq!((moved.status, moved.span.ends().0.as_str()), (EventStatus::Moved, "20260313T190000"));
        // Back where it was, it is not moved.
        form(&[("date", "2026-03-12"), ("start", "18:30"), ("end", "20:30")]).location();
        assert_eq!(fabrique.date(app, key).status, EventStatus::Planned);
        // An event of one date moves as a whole.
        let once = app.publish(&fabrique.place, &event("Couture", "2026-03-06 18:30", "20:30"));
        let key = "20260306T183000";
        let page = fabrique.camille.get(&format!("{WEEK}?deplacer={}", fabrique.date(app, key).id));
        let (id, seal) = (fabrique.date(app, key).id.to_string(), words_of_field(&page.text(), "seal"));
        let day = [("date", "2026-03-07"), ("start", "10:00"), ("end", "12:00")];
        let mut all = vec![("which", id.as_str()), ("do", "move"), ("seal", &seal)];
        all.extend(day);
        fabrique.camille.send_form(&page, WEEK, &all).location();
        assert_eq!(status(app, once.id, "20260307T100000"), EventStatus::Planned);
    });
}

/// The value of a hidden field.
fn words_of_field(html: &str, name: &str) -> String {
    let field = format!("name=\"{name}\" value=\"");
    let from = html.find(&field).unwrap_or_else(|| panic!("no {name}")) + field.len();
    html[from..].split('"').next().unwrap().to_owned()
}

#[test]
fn only_hosts_see_the_week_and_reach_no_other_date() {
    on_each_database(|app| {
        let fabrique = fabrique(app);
        assert_eq!(app.get(WEEK).status, 303, "asked to sign in");
        let zoe = app.sign_in(&app.member("Zoé Blanc", &[(fabrique.place.id, Member)]));
        assert_eq!(zoe.get(WEEK).status, 404);
        let elsewhere = app.place(place("La Gare"));
        let theirs = app.publish(&elsewhere, &event("Bal", "2026-03-06 18:30", "20:30"));
        let (from, to) = (app.clock.now(), app.clock.now() + chrono::TimeDelta::days(14));
        let bal = app.db.read_now(|c| host_weeks::dates(c, elsewhere.id, (from, to), 9)).unwrap()[0].id;
        let id = bal.to_string();
        let answer = fabrique.camille.press(WEEK, WEEK, &[("which", &id), ("do", "cancel")]);
        assert!(fabrique.camille.follow(&answer).words().contains("Cette date a changé"));
        assert_eq!(status(app, theirs.id, "20260306T183000"), EventStatus::Planned);
    });
}

#[test]
fn a_silent_series_fades_until_a_host_says_something() {
    on_each_database(|app| {
        let fabrique = fabrique(app);
        app.publish(&fabrique.place, &event("Couture", "2026-05-08 18:30", "20:30"));
        // Eight weeks after it was announced, to the hour.
        app.at("2026-04-30T08:00:00Z");
        night(app);
        assert_eq!(status(app, fabrique.event, "20260430T183000"), EventStatus::Planned);
        app.at("2026-05-01T08:00:00Z");
        let before = app.get("/agenda.ics").text();
        assert!(!before.contains("STATUS:TENTATIVE"));
        night(app);
        for (key, told) in [
            ("20260430T183000", EventStatus::Planned),
            ("20260507T183000", EventStatus::Tentative),
            ("20260514T183000", EventStatus::Tentative),
            ("20260521T183000", EventStatus::Planned),
        ] {
            assert_eq!(status(app, fabrique.event, key), told, "{key}");
        }
        let feed = app.get("/agenda.ics").text();
        assert_eq!(feed.matches("STATUS:TENTATIVE").count(), 2, "{feed}");
        for line in [
            "RECURRENCE-ID;TZID=Europe/Paris:20260507T183000",
            "SEQUENCE:1",
            "LAST-MODIFIED:20260501T080000Z",
        ] {
            assert!(feed.contains(&format!("{line}\r\n")), "{line} is missing in\n{feed}");
        }
        let page = app.get(&format!("{WEEKLY}/20260507T183000")).words();
        assert!(page.contains("À confirmer"), "{page}");
        assert!(app.get("/agenda").words().contains("À confirmer"));
        // The second night finds nothing more to do, and the bytes stay.
        app.at("2026-05-02T08:00:00Z");
        night(app);
        assert_eq!(app.get("/agenda.ics").text().matches("STATUS:TENTATIVE").count(), 2);
        assert!(!app.get("/agenda.ics").text().contains("20260502T080000Z"));

        fabrique.tap(app, "confirm", "20260507T183000", &[]);
        for key in ["20260507T183000", "20260514T183000"] {
            assert_eq!(status(app, fabrique.event, key), EventStatus::Planned, "{key}");
        }
        let feed = app.get("/agenda.ics").text();
        assert!(!feed.contains("STATUS:TENTATIVE"), "{feed}");
        assert!(
            feed.contains("SEQUENCE:2\r\n") && feed.contains("LAST-MODIFIED:20260502T080000Z\r\n"),
            "{feed}"
        );
        // It is not silent any more.
        app.at("2026-05-10T08:00:00Z");
        night(app);
        assert!(!app.get("/agenda.ics").text().contains("STATUS:TENTATIVE"));
    });
}

#[test]
fn registrations_stay_and_nobody_is_written_to_when_a_date_fades() {
    on_each_database(|app| {
        let fabrique = fabrique(app);
        let zoe = app.member("Zoé Blanc", &[(fabrique.place.id, Member)]);
        app.sign_in(&zoe).submit(&format!("{WEEKLY}/20260507T183000/inscription"), &[]).location();
        let letters = app.letters().len();
        app.at("2026-05-01T08:00:00Z");
        night(app);
        let date = fabrique.date(app, "20260507T183000");
        assert_eq!((date.status, date.taken), (EventStatus::Tentative, 1));
        fabrique.tap(app, "confirm", "20260507T183000", &[]);
        let date = fabrique.date(app, "20260507T183000");
        assert_eq!((date.status, date.taken), (EventStatus::Planned, 1));
        assert_eq!(app.letters().len(), letters);
    });
}

#[test]
fn whatever_a_host_does_ends_the_silence_at_once() {
    on_each_database(|app| {
        let fabrique = fabrique(app);
        app.at("2026-05-01T08:00:00Z");
        night(app);
        // Another date is renamed.
        let change = Override {
            key: OccurrenceKey::parse("20260528T183000").unwrap(),
            title: Some("Café couture".to_owned()),
            ..Override::default()
        };
        app.change_date(fabrique.event, &change);
        assert_eq!(status(app, fabrique.event, "20260507T183000"), EventStatus::Planned);
        // A faded date that is moved is moved, and not doubted.
        app.at("2026-07-01T08:00:00Z");
        night(app);
        let key = "20260702T183000";
        assert_eq!(status(app, fabrique.event, key), EventStatus::Tentative);
        let camille = app.sign_in(&fabrique.host);
        let page = camille.get(&format!("{WEEK}?deplacer={}", fabrique.date(app, key).id));
        let (id, seal) = (fabrique.date(app, key).id.to_string(), words_of_field(&page.text(), "seal"));
        let fields = [
            ("which", id.as_str()),
            ("do", "move"),
            ("seal", &seal),
            ("date", "2026-07-03"),
            ("start", "18:30"),
            ("end", "20:30"),
        ];
        camille.send_form(&page, WEEK, &fields).location();
        assert_eq!(status(app, fabrique.event, key), EventStatus::Moved);
        assert_eq!(status(app, fabrique.event, "20260709T183000"), EventStatus::Planned);
    });
}

#[test]
fn a_network_may_let_series_be_silent() {
    on_each_database(|app| {
        let fabrique = fabrique(app);
        let set = |weeks: i32| {
            let rules = NetworkRules { fade_after_weeks: weeks, ..NetworkRules::default() };
            let now = app.clock.now();
            let save = |tx: &mut db::Transaction<'_>| {
                actions::set_network_rules(tx, &Actor::Program, "Réseau de la Drôme", &rules, now)
            };
            app.db.write_now(save).unwrap();
        };
        app.at("2026-05-01T08:00:00Z");
        night(app);
        assert_eq!(status(app, fabrique.event, "20260507T183000"), EventStatus::Tentative);
        set(0);
        app.at("2026-05-02T08:00:00Z");
        night(app);
        assert_eq!(status(app, fabrique.event, "20260507T183000"), EventStatus::Planned);
        // The program said nothing in the name of a host: it fades when the network minds again.
        set(4);
        app.at("2026-05-03T08:00:00Z");
        night(app);
        assert_eq!(status(app, fabrique.event, "20260507T183000"), EventStatus::Tentative);
        let coordinator = app.sign_in(&app.coordinator("Inès Valdaron"));
        let form = [("name", "Réseau"), ("signup", "ouverte"), ("fade", "12")];
        coordinator.submit("/reseau/reglages", &form).location();
        assert_eq!(app.db.read_now(network_rules::find).unwrap().fade_after_weeks, 12);
    });
}

/// What hosts find in their mailbox, in the order in which it was written.
fn notes(app: &TestApp, list: MailingList) -> Vec<(String, Filled, Copy)> {
    let copies = app.db.read_now(|conn| mailings::copies(conn, list)).unwrap();
    copies.into_iter().map(|(to, mailing, copy)| (to, mailing.fill(&copy), copy)).collect()
}

fn write_notes(app: &TestApp) {
    let config = Config::for_database(app.url.clone());
    let process = App::new(config, Arc::clone(&app.db), app.clock.clone()).unwrap();
    write_weekly_notes(&process, "https://vigie.example", &|| true);
}

/// The page that a note leads to, without its fragment.
fn page_of(note: &Filled) -> String {
    let at = note.text.find("https://vigie.example/semaine/").unwrap_or_else(|| panic!("{}", note.text));
    let address = note.text[at..].split_whitespace().next().unwrap();
    address.trim_start_matches("https://vigie.example").split(['#', '?']).next().unwrap().to_owned()
}

#[test]
fn a_host_gets_one_note_on_friday_and_answers_without_signing_in() {
    on_each_database(|app| {
        let fabrique = fabrique(app);
        night(app);
        write_notes(app);
        assert!(notes(app, MailingList::HostWeek).is_empty(), "it is Thursday");
        app.at("2026-03-06T15:00:00Z");
        write_notes(app);
        write_notes(app);
        let written = notes(app, MailingList::HostWeek);
        let [(to, note, copy)] = written.as_slice() else { panic!("{written:?}") };
        assert_eq!(*to, fabrique.host.email);
        assert!(note.subject.contains("du 9 au 15 mars"), "{}", note.subject);
        assert!(
            note.text.contains("Café réparation") && note.text.contains("Aucune inscription pour 12 places")
        );
        assert!(!note.text.contains("https://vigie.example/semaine//") && !note.html.contains('\u{F8FF}'));

        // Programs that look at every link change nothing, however they are asked.
        let browser = app.visitor();
        let page = page_of(note);
        let key = "20260312T183000";
        let id = fabrique.date(app, key).id;
        for path in [page.clone(), format!("{page}?annuler={id}"), format!("{page}?deplacer={id}")] {
            assert_eq!(browser.get(&path).status, 200, "{path}");
            assert_eq!(app.ask("HEAD", &path, &[]).status, 200, "{path}");
        }
        assert_eq!(status(app, fabrique.event, key), EventStatus::Planned);
        assert!(fabrique.date(app, key).confirmed.is_none());
        // A page of another host of ours proves nothing.
        assert_eq!(browser.post(&page, &[("do", "confirm"), ("which", &id.to_string())]).status, 403);

        let id = id.to_string();
        browser.press(&page, &page, &[("which", &id), ("do", "confirm")]).location();
        assert_eq!(fabrique.date(app, key).confirmed.unwrap().1.as_deref(), Some("Camille Roux"));
        let ask = format!("{page}?annuler={id}");
        browser.press(&ask, &page, &[("which", &id), ("do", "cancel"), ("note", "Neige")]).location();
        assert_eq!(status(app, fabrique.event, key), EventStatus::Cancelled);
        assert!(browser.get(&page).words().contains("Finalement, elle a lieu"));
        // No session was opened, and dates of other weeks are out of reach.
        assert_eq!(browser.get(WEEK).status, 303);
        let other =
            fabrique.dates(app).into_iter().find(|date| date.key.as_str() > key).unwrap().id.to_string();
        browser.press(&page, &page, &[("which", &other), ("do", "cancel")]).location();
        assert_eq!(status(app, fabrique.event, "20260319T183000"), EventStatus::Planned);
        assert!(copy.leave.starts_with("/semaine/") && copy.leave.ends_with("/quitter"));
    });
}

#[test]
fn the_link_of_a_note_ends_with_its_week_and_with_the_role() {
    on_each_database(|app| {
        let fabrique = fabrique(app);
        night(app);
        app.at("2026-03-06T15:00:00Z");
        write_notes(app);
        let page = page_of(&notes(app, MailingList::HostWeek)[0].1);
        // Bent anywhere, it opens nothing.
        let bent = match page.strip_suffix('A') {
            Some(start) => format!("{start}B"),
            None => format!("{}A", &page[..page.len() - 1]),
        };
        assert_eq!(app.visitor().get(&bent).status, 404);
        app.at("2026-03-15T22:59:00Z");
        assert!(app.visitor().get(&page).words().contains("La semaine de La Fabrique"));
        app.at("2026-03-15T23:00:00Z");
        assert!(app.visitor().get(&page).words().contains("Cette semaine est passée"));
        app.at("2026-03-10T09:00:00Z");
        let role = |role| {
            let kind = vigie::domain::member::MembershipKind::Resident;
            let (place, now) = (fabrique.place.id, app.clock.now());
            app.db.write_now(|tx| memberships::save(tx, fabrique.host.id, place, kind, role, now)).unwrap();
        };
        let browser = app.visitor();
        let before = browser.get(&page);
        role(Member);
        assert_eq!(browser.get(&page).status, 404);
        let id = fabrique.date(app, "20260312T183000").id.to_string();
        assert_eq!(browser.send_form(&before, &page, &[("which", &id), ("do", "cancel")]).status, 404);
        assert_eq!(status(app, fabrique.event, "20260312T183000"), EventStatus::Planned);
    });
}

#[test]
fn a_note_with_nothing_to_say_is_not_written_and_nothing_is_said_once_a_month() {
    on_each_database(|app| {
        let gare = app.place(place("La Gare"));
        let host = app.member("Camille Roux", &[(gare.id, Host)]);
        app.member("Zoé Blanc", &[(gare.id, Member)]);
        night(app);
        let mut told = Vec::new();
        for day in ["2026-03-06", "2026-03-13", "2026-03-20", "2026-03-27", "2026-04-03", "2026-04-10"] {
            app.at(&format!("{day}T15:00:30Z"));
            write_notes(app);
            let count = notes(app, MailingList::HostWeek).len();
            told.push((day, count));
        }
        // The first tells of the newcomer; after the second four weeks pass.
        let counts: Vec<usize> = told.iter().map(|(_, count)| *count).collect();
        assert_eq!(counts, [1, 2, 2, 2, 2, 3], "{told:?}");
        let first = &notes(app, MailingList::HostWeek)[0];
        assert!(first.1.text.contains("Une personne est arrivée cette semaine"), "{}", first.1.text);
        assert!(notes(app, MailingList::HostWeek)[1].1.text.contains("Annoncer un rendez-vous"));
        assert_eq!(first.0, host.email);
    });
}

#[test]
fn a_note_is_ended_by_one_post_and_chosen_again() {
    on_each_database(|app| {
        let fabrique = fabrique(app);
        night(app);
        app.at("2026-03-06T15:00:00Z");
        write_notes(app);
        let leave = notes(app, MailingList::HostWeek)[0].2.leave.clone();
        assert_eq!(app.visitor().get(&leave).status, 200);
        let wanted = || {
            let row =
                app.db.read_now(|c| weekly_notes::of_member(c, fabrique.host.id, MailingList::HostWeek));
            row.unwrap().unwrap().wanted
        };
        assert!(wanted(), "looking ends nothing");
        // As a mailbox provider does: no cookie, no page before.
        let answer = app.visitor().post(&leave, &[("List-Unsubscribe", "One-Click")]);
        assert_eq!(
            (answer.status, answer.header("location"), answer.header("set-cookie")),
            (200, None, None)
        );
        assert!(!wanted());
        app.at("2026-03-13T16:00:00Z");
        write_notes(app);
        assert_eq!(notes(app, MailingList::HostWeek).len(), 1);
        app.visitor().post(&leave, &[("do", "return")]).location();
        assert!(wanted());
        let camille = app.sign_in(&fabrique.host);
        let chosen = [("list", "semaine"), ("wanted", "on"), ("weekday", "0"), ("hour", "8")];
        camille.press("/moi/courrier/semaine", "/moi/courrier/semaine", &chosen).location();
        // On Monday morning it is about the week that begins.
        app.at("2026-03-16T07:00:00Z");
        write_notes(app);
        let written = notes(app, MailingList::HostWeek);
        assert!(written[1].1.subject.contains("du 16 au 22 mars"), "{}", written[1].1.subject);
        let preview = camille.get("/lieux/la-fabrique/semaine/apercu").words();
        assert!(preview.contains("du 23 au 29 mars"), "{preview}");
        assert_eq!(
            app.sign_in(&app.member("Zoé Blanc", &[])).get("/lieux/la-fabrique/semaine/apercu").status,
            404
        );
    });
}

#[test]
fn processes_that_look_at_once_write_one_note() {
    on_each_database(|app| {
        fabrique(app);
        night(app);
        app.at("2026-03-06T15:00:00Z");
        let (url, clock) = (app.url.clone(), app.clock.clone());
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let db = db::open(&url, 2).unwrap();
                    let config = Config::for_database(url.clone());
                    let process = App::new(config, db, clock.clone()).unwrap();
                    write_weekly_notes(&process, "https://vigie.example", &|| true);
                });
            }
        });
        assert_eq!(notes(app, MailingList::HostWeek).len(), 1);
    });
}

#[test]
fn the_coordination_hears_what_changed_in_the_network() {
    on_each_database(|app| {
        let fabrique = fabrique(app);
        app.place(place("La Gare"));
        let ines = app.coordinator("Inès Valdaron");
        night(app);
        app.at("2026-03-06T15:00:00Z");
        fabrique.tap(app, "cancel", "20260312T183000", &[]);
        write_notes(app);
        let written = notes(app, MailingList::Network);
        let [(to, note, _)] = written.as_slice() else { panic!("{written:?}") };
        assert_eq!(*to, ines.email);
        for told in ["2 nouveaux lieux", "Une date annulée", "La Gare", "Aucun rendez-vous dans les sept"] {
            assert!(note.text.contains(told), "{told} is missing in {}", note.text);
        }
        for quiet in ["sans rendez-vous depuis", "pas été confirmée"] {
            assert!(!note.text.contains(quiet), "{quiet}: new places are left in peace");
        }
        app.at("2026-05-08T14:00:00Z");
        write_notes(app);
        let note = &notes(app, MailingList::Network).pop().unwrap().1;
        assert!(note.text.contains("Un lieu sans rendez-vous depuis 60 jours"), "{}", note.text);
        assert!(!note.text.contains("nouveaux lieux"), "{}", note.text);
        app.at("2026-09-11T14:00:00Z");
        write_notes(app);
        let note = &notes(app, MailingList::Network).pop().unwrap().1;
        assert!(note.text.contains("2 fiches n’ont pas été confirmées depuis six mois"), "{}", note.text);
    });
}
