//! Registering, and the list at the door, as people do it: without scripts, on a telephone, on paper.

use super::chromium::{Page, Scheme, browse};
use super::site::Demo;
use vigie::actions::{self, NewEvent};
use vigie::db::{self, DatabaseUrl, Db};
use vigie::domain::email::EmailAddress;
use vigie::domain::event::{AttendanceMode, EventDraft, EventKind, EventStatus, RegistrationMode};
use vigie::domain::member::{MemberState, MembershipKind, MembershipRole, PersonName};
use vigie::domain::registration::RegistrationRules;
use vigie::domain::schedule::{Schedule, Span};
use vigie::domain::slug::Slug;
use vigie::i18n::Locale;
use vigie::secret::Secret;
use vigie::store::members::{self, NewMember};
use vigie::store::sessions::{self, NewSession};
use vigie::store::{memberships, places};

const EVENT: &str = "/evenements/atelier-couture-du-jeudi";
const FORM: &str = "/evenements/atelier-couture-du-jeudi/inscription";
const LIST: &str = "/evenements/atelier-couture-du-jeudi/inscriptions";

/// A demo of its own, with a workshop of two seats and somebody who holds the place.
struct Workshop {
    demo: Demo,
    db: std::sync::Arc<Db>,
    place: i64,
}

impl Workshop {
    fn open() -> Self {
        let demo = Demo::start("drome", "1");
        let file = std::path::Path::new(&demo.folder).join("vigie.sqlite");
        let db = db::open(&DatabaseUrl::sqlite_file(&file), 1).expect("the demo's database");
        let slug = Slug::parse("8-fablab-drome").expect("a slug");
        let place = db.read_now(|conn| places::by_slug(conn, &slug)).expect("the place");
        let draft = workshop();
        let new = NewEvent { place: &place, draft: &draft, uid: uuid::Uuid::new_v4(), created_at: now() };
        db.write_now(|tx| actions::publish_event(tx, &new, now())).expect("published");
        db.wait_until_seen();
        Self { demo, db, place: place.id }
    }

    async fn visit(&self, page: &Page, path: &str) {
        page.visit(&format!("{}{path}", self.demo.origin)).await;
    }

    /// Opens a letter that is on its way: the demo delivers within seconds.
    async fn letter(&self, page: &Page, subject: &str) {
        for _ in 0..300 {
            self.visit(page, "/boite-aux-lettres").await;
            if page.texts("main a").await.iter().any(|text| text == subject) {
                return page.follow(subject).await;
            }
        }
        panic!("no letter {subject}");
    }

    /// The window is that of somebody who is signed in.
    fn sign_in(&self, page: &Page, name: &str, role: MembershipRole) {
        let (secret, email) =
            (Secret::new(), format!("{}@exemple.fr", name.to_lowercase().replace(' ', ".")));
        let (email, name) =
            (EmailAddress::parse(&email).expect("an address"), PersonName::parse(name).expect("a name"));
        let new = NewMember {
            email: &email,
            name: &name,
            locale: Locale::Fr,
            state: MemberState::Active,
            coordinates: false,
            password_hash: None,
            uid: uuid::Uuid::new_v4(),
        };
        self.db
            .write_now(|tx| {
                let member = members::insert(tx, &new, now())?;
                memberships::save(tx, member, self.place, MembershipKind::Nomad, role, now())?;
                let session = NewSession { hash: &secret.hash(), member, device: "Chromium", strong: false };
                sessions::insert(tx, &session, now())
            })
            .expect("signed in");
        self.db.wait_until_seen();
        page.take_cookie(&self.demo.origin, "session", secret.reveal());
    }
}

/// The demo's clock stands.
fn now() -> chrono::DateTime<chrono::Utc> {
    "2026-12-01T09:00:00Z".parse().expect("an instant")
}

fn workshop() -> EventDraft {
    let at = |text: &str| text.parse().expect("a local time");
    EventDraft {
        title: "Atelier couture du jeudi".to_owned(),
        kind: EventKind::Workshop,
        themes: Vec::new(),
        brick: None,
        schedule: Schedule {
            span: Span::Timed { start: at("2026-12-03T18:30:00"), end: at("2026-12-03T20:30:00") },
            zone: chrono_tz::Europe::Paris,
            recurrence: None,
        },
        description: "Apportez un vêtement à reprendre.".to_owned(),
        audience: String::new(),
        mode: AttendanceMode::OnSite,
        room: String::new(),
        address: String::new(),
        online_url: String::new(),
        price_cents: Some(0),
        price_note: String::new(),
        capacity: Some(2),
        registration: RegistrationMode::Open,
        registration_closes_hours: 2,
        accessibility: Vec::new(),
        accessibility_note: String::new(),
        organiser: String::new(),
        status: EventStatus::Planned,
        status_note: String::new(),
        further_places: Vec::new(),
        rules: RegistrationRules::default(),
        overrides: Vec::new(),
    }
}

/// Looks at the page as it is: accessible in both schemes, within its width, and as a picture.
async fn look(page: &Page, name: &str) {
    page.assert_no_other_host().await;
    for (scheme, width) in [(Scheme::Light, 360), (Scheme::Dark, 360), (Scheme::Light, 1280)] {
        page.prefer(scheme);
        page.resize(width);
        page.assert_accessible().await;
        page.assert_fits().await;
        page.picture(&format!("{name}-{width}-{scheme:?}").to_lowercase()).await;
    }
    page.prefer(Scheme::Light);
    page.resize(360);
}

#[test]
fn people_register_and_a_host_ticks_who_came() {
    browse(async |page| {
        let workshop = Workshop::open();
        page.resize(360);

        // A visitor without an account, without scripts.
        page.allow_scripts(false);
        workshop.visit(page, EVENT).await;
        assert_eq!(page.text(".registering-seats").await, "Il reste 2 places.");
        page.follow("S’inscrire").await;
        look(page, "register").await;
        page.fill("#f-name", "Camille Roux").await;
        page.fill("#f-email", "camille").await;
        page.ask("document.querySelector('main form').noValidate = true").await;
        page.go("main form .button").await;
        assert!(page.text(".form-errors").await.contains("Écrivez une adresse comme"));
        look(page, "register-wrong").await;
        page.fill("#f-email", "camille@exemple.fr").await;
        page.go("main form .button").await;
        assert!(page.at().await.ends_with("/inscriptions/lettre-envoyee"));
        look(page, "register-sent").await;
        workshop.letter(page, "À confirmer : Atelier couture du jeudi").await;
        page.follow("Confirmer mon inscription").await;
        look(page, "register-confirm").await;
        page.go("main form .button").await;
        assert!(page.text("main .notice:not(.done)").await.starts_with("Inscription confirmée."));
        look(page, "registration").await;
        page.allow_scripts(true);

        // A member: one tap from the page of the event.
        workshop.sign_in(page, "Hugo Blanc", MembershipRole::Member);
        workshop.visit(page, EVENT).await;
        look(page, "event-one-tap").await;
        page.go(".registering form .button").await;
        assert!(page.text("main .notice:not(.done)").await.starts_with("Inscription confirmée."));
        workshop.visit(page, EVENT).await;
        assert_eq!(page.text(".registering-seats").await, "Complet.");

        // The next one waits.
        workshop.sign_in(page, "Lila Faure", MembershipRole::Member);
        workshop.visit(page, EVENT).await;
        page.go(".registering form .button").await;
        assert!(page.text("main .notice:not(.done)").await.contains("Vous êtes n° 1 sur la liste d’attente"));

        // The host at the door, on a telephone.
        workshop.sign_in(page, "Nadia Serre", MembershipRole::Host);
        workshop.visit(page, EVENT).await;
        page.follow("Voir les inscriptions").await;
        look(page, "registrations").await;
        assert_eq!(page.text(".guest-counts").await, "2 sur 2 places, personne n’est encore pointé");
        page.go(".guest-ticks .button").await;
        assert!(page.at().await.starts_with(LIST));
        assert!(page.text(".guest-counts").await.contains("1 personne venue"));
        assert_eq!(page.seen("[aria-pressed='true']").await, 1);
        page.fill("#f-name", "Zoé Petit").await;
        page.go("main form.form .button").await;
        assert!(page.text(".form-errors").await.contains("La jauge est atteinte"));
        look(page, "registrations-full").await;

        // Paper for the door.
        workshop.visit(page, LIST).await;
        page.follow("Feuille d’émargement à imprimer").await;
        look(page, "registrations-sheet").await;
        page.print(Scheme::Light);
        page.resize(794);
        assert_eq!(page.seen(".nav, .footer, .sheet-how").await, 0);
        assert_eq!(page.texts(".signing tbody th").await, ["Camille Roux", "Hugo Blanc"]);
        page.picture("registrations-sheet-print").await;
        page.prefer(Scheme::Light);

        workshop.visit(page, LIST).await;
        page.follow("Réglages").await;
        look(page, "registrations-rules").await;
    });
}

#[test]
fn a_keyboard_is_enough_to_register() {
    browse(async |page| {
        let workshop = Workshop::open();
        workshop.visit(page, FORM).await;
        let mut seen = Vec::new();
        for _ in 0..30 {
            seen.push(page.tab().await);
            if seen.last().is_some_and(|name| name == "Recevoir le lien par e-mail") {
                break;
            }
        }
        for name in ["name", "email", "show-name", "Recevoir le lien par e-mail"] {
            assert!(seen.iter().any(|focused| focused == name), "{name} in {seen:?}");
        }
    });
}
