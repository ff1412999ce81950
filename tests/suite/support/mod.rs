//! The service under test, and the gestures of those who use it.

mod browser;
mod drafts;

use std::sync::{Arc, LazyLock};

use actix_web::dev::ServerHandle;
use chrono::{DateTime, Utc};
use tempfile::TempDir;
use uuid::Uuid;
use vigie::actions::{self, NewEvent};
use vigie::app::App;
use vigie::clock::Clock;
use vigie::config::{Config, OidcSettings};
use vigie::db::{self, DatabaseUrl, Db, Scope};
use vigie::domain::email::EmailAddress;
use vigie::domain::event::{EventDraft, Override};
use vigie::domain::member::{MemberState, MembershipKind, MembershipRole, PersonName};
use vigie::domain::place::PlaceDraft;
use vigie::i18n::Locale;
use vigie::mail::Letter;
use vigie::secret::Secret;
use vigie::store::members::{self, NewMember};
use vigie::store::sessions::{self, NewSession};
use vigie::store::{memberships, network, outbox, places};
use vigie::web::server;

use crate::postgres;
pub use browser::Browser;
pub use drafts::{EventGestures, PlaceGestures, event, place};

/// A Thursday morning in Paris; all stories begin here.
pub const START: &str = "2026-03-05T09:00:00Z";

/// Tells a story on every database that is at hand.
pub fn on_each_database(story: impl Fn(&TestApp)) {
    on_each_database_mut(|app| story(app));
}

/// [`on_each_database`] for stories that start more processes.
pub fn on_each_database_mut(story: impl Fn(&mut TestApp)) {
    story(&mut TestApp::on_sqlite());
    if let Some(server) = postgres::server() {
        static TEMPLATE: LazyLock<Option<postgres::Template>> = LazyLock::new(|| {
            let server = postgres::server()?;
            let migrate = |url: &str| {
                db::migrate(&DatabaseUrl::parse(url).unwrap()).unwrap();
            };
            Some(postgres::Template::of(&server, &fingerprint(), migrate))
        });
        let database = TEMPLATE.as_ref().unwrap_or_else(|| panic!("no template on {server}")).database();
        story(&mut TestApp::on(DatabaseUrl::parse(&database.url).unwrap(), Kept::Postgres(database)));
    }
}

/// Names the state of the migrations: another state, another template.
fn fingerprint() -> String {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/postgres");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path().join("up.sql")).collect();
    files.sort();
    let sources: Vec<u8> = files.iter().flat_map(|file| std::fs::read(file).unwrap()).collect();
    format!("{:016x}", xxhash_rust::xxh3::xxh3_64(&sources))
}

/// What must live as long as the database.
#[allow(dead_code, reason = "held for its Drop")]
enum Kept {
    Folder(TempDir),
    Postgres(postgres::Database),
}

/// A running service on a database of its own, with a clock that stands until it is moved.
pub struct TestApp {
    pub db: Arc<Db>,
    pub url: DatabaseUrl,
    pub clock: Clock,
    pub origin: String,
    config: Config,
    handles: Vec<ServerHandle>,
    kept: Kept,
}

impl TestApp {
    pub fn on_sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = DatabaseUrl::sqlite_file(&folder.path().join("vigie.sqlite"));
        Self::on(url, Kept::Folder(folder))
    }

    fn on(url: DatabaseUrl, kept: Kept) -> Self {
        let clock = Clock::fixed(START.parse().unwrap());
        let db = db::open(&url, 4).unwrap();
        let mut config = Config::for_database(url.clone());
        config.listen = "127.0.0.1:0".parse().unwrap();
        config.workers = 1;
        config.base_url = Some("https://vigie.example".to_owned());
        let mut app = Self { db, url, clock, origin: String::new(), config, handles: Vec::new(), kept };
        app.name_network("Réseau de la Drôme", "26");
        app.origin = app.serve(Arc::clone(&app.db));
        app
    }

    /// The network gets its name and its territory; none: the country.
    pub fn name_network(&self, name: &str, territory: &str) {
        let net = network::Network {
            name: name.to_owned(),
            territory: territory.to_owned(),
            zone: chrono_tz::Europe::Paris,
            host: "vigie.example".to_owned(),
            demo: false,
        };
        self.db
            .write_now(|tx| {
                network::save(tx, &net, self.clock.now())?;
                tx.raise(Scope::Everything);
                Ok::<_, db::Error>(())
            })
            .unwrap();
    }

    /// The network says that it is invented.
    pub fn become_demo(&self) {
        self.db
            .write_now(|tx| {
                if let Some(known) = network::find(tx)? {
                    network::save(tx, &network::Network { demo: true, ..known }, self.clock.now())?;
                }
                tx.raise(Scope::Everything);
                Ok::<_, db::Error>(())
            })
            .unwrap();
    }

    /// Serves a database of this story, as a process of its own would; gives its address.
    fn serve(&mut self, db: Arc<Db>) -> String {
        let app = App::new(self.config.clone(), db, self.clock.clone()).unwrap();
        let (told, heard) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let bound = server::bind(app).unwrap();
                told.send((bound.server.handle(), bound.address)).unwrap();
                bound.server.await.unwrap();
            });
        });
        let (handle, address) = heard.recv().unwrap();
        self.handles.push(handle);
        format!("http://{address}")
    }

    /// The address of this story's PostgreSQL database, if it is told on one.
    pub fn postgres(&self) -> Option<&str> {
        match &self.kept {
            Kept::Postgres(database) => Some(&database.url),
            Kept::Folder(_) => None,
        }
    }

    /// People may sign in with an account at a provider from now on.
    pub fn offer_provider(&mut self, settings: OidcSettings) {
        self.config.oidc = Some(settings);
        self.origin = self.serve(Arc::clone(&self.db));
    }

    /// From here on served by a process that hands its letters over there.
    pub fn hand_mail_to(&mut self, mail_url: &str) {
        self.config.mail_url = vigie::mail::MailUrl::parse(mail_url);
        self.origin = self.second_process();
    }

    /// A second process on the same database: its own connections, counters and kept answers.
    pub fn second_process(&mut self) -> String {
        let db = db::open(&self.url, 2).unwrap();
        self.serve(db)
    }

    /// Moves the clock to an instant.
    pub fn at(&self, instant: &str) {
        self.clock.set(instant.parse::<DateTime<Utc>>().unwrap());
    }

    /// A place joins the network.
    pub fn place(&self, draft: PlaceDraft) -> places::PlaceRow {
        let now = self.clock.now();
        let saved = self.db.write_now(|tx| actions::save_place(tx, None, &draft, now)).unwrap();
        self.db.read_now(|conn| places::by_id(conn, saved.id)).unwrap()
    }

    /// A host publishes an event; gives its id and slug.
    pub fn publish(&self, place: &places::PlaceRow, draft: &EventDraft) -> actions::Published {
        let now = self.clock.now();
        let new = NewEvent { place, draft, uid: uid_of(&draft.title), created_at: now };
        self.db.write_now(|tx| actions::publish_event(tx, &new, now)).unwrap()
    }

    /// A host changes one date.
    pub fn change_date(&self, event: i64, change: &Override) {
        let now = self.clock.now();
        self.db.write_now(|tx| actions::change_date(tx, event, change, now)).unwrap();
    }

    pub fn amend(&self, event: i64, draft: &EventDraft) {
        let now = self.clock.now();
        self.db.write_now(|tx| actions::amend_event(tx, event, draft, now)).unwrap();
    }

    pub fn withdraw(&self, event: i64) {
        let now = self.clock.now();
        self.db.write_now(|tx| actions::withdraw_event(tx, event, now)).unwrap();
    }

    /// Somebody has an active account; says what they are at which places.
    pub fn member(&self, name: &str, roles: &[(i64, MembershipRole)]) -> Person {
        let email = format!("{}@exemple.fr", vigie::domain::text::fold(name).replace(' ', "."));
        self.account(name, &email, roles, false)
    }

    /// Somebody of the network's coordination.
    pub fn coordinator(&self, name: &str) -> Person {
        let email = format!("{}@exemple.fr", vigie::domain::text::fold(name).replace(' ', "."));
        self.account(name, &email, &[], true)
    }

    fn account(&self, name: &str, email: &str, roles: &[(i64, MembershipRole)], coordinates: bool) -> Person {
        let now = self.clock.now();
        let (address, person) = (EmailAddress::parse(email).unwrap(), PersonName::parse(name).unwrap());
        let new = NewMember {
            email: &address,
            name: &person,
            locale: Locale::Fr,
            state: MemberState::Active,
            coordinates,
            password_hash: None,
            uid: uid_of(email),
        };
        let write = |tx: &mut db::Transaction<'_>| {
            let id = members::insert(tx, &new, now)?;
            for (place, role) in roles {
                memberships::save(tx, id, *place, MembershipKind::Nomad, *role, now)?;
            }
            Ok::<_, db::Error>(id)
        };
        let id = self.db.write_now(write).unwrap();
        Person { id, uid: uid_of(email).to_string(), name: name.to_owned(), email: email.to_owned() }
    }

    /// The person's browser, signed in.
    pub fn sign_in(&self, person: &Person) -> Browser {
        let (secret, now) = (Secret::new(), self.clock.now());
        let new = NewSession { hash: &secret.hash(), member: person.id, device: "Firefox", strong: false };
        self.db.write_now(|tx| sessions::insert(tx, &new, now)).unwrap();
        let browser = self.visitor();
        browser.take_cookie("__Host-session", secret.reveal());
        browser
    }

    /// A browser of somebody who is not signed in.
    pub fn visitor(&self) -> Browser {
        Browser::new(&self.origin)
    }

    /// Letters in the outbox, in the order in which they were written: for whom, and what.
    pub fn letters(&self) -> Vec<(String, Letter)> {
        self.db.read_now(outbox::all_letters).unwrap()
    }

    /// A visitor opens an address.
    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[])
    }

    /// A program asks with headers of its own.
    pub fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        ask(&self.origin, method, path, headers)
    }
}

/// Somebody with an account.
#[derive(Clone, Debug)]
pub struct Person {
    pub id: i64,
    pub uid: String,
    pub name: String,
    pub email: String,
}

/// An identity that is the same in each run: stories about bytes compare them.
fn uid_of(title: &str) -> Uuid {
    uuid::Builder::from_random_bytes(xxhash_rust::xxh3::xxh3_128(title.as_bytes()).to_be_bytes()).into_uuid()
}

/// One request to a server of the story.
pub fn ask(origin: &str, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
    send(origin, method, path, headers, &[])
}

/// One request with a body.
pub fn send(origin: &str, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
    let agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .build()
        .new_agent();
    let mut request = ureq::http::Request::builder().method(method).uri(format!("{origin}{path}"));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let mut response = match body.is_empty() {
        true => agent.run(request.body(()).unwrap()).unwrap(),
        false => agent.run(request.body(body).unwrap()).unwrap(),
    };
    let status = response.status().as_u16();
    let headers = response
        .headers()
        .iter()
        .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
        .collect();
    let body = response.body_mut().with_config().limit(64 << 20).read_to_vec().unwrap();
    Answer { status, headers, body }
}

/// What came back.
pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// Every value of a header.
    pub fn all_of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.headers.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// Where a form led: status 303 and its address.
    #[track_caller]
    pub fn location(&self) -> &str {
        assert_eq!(self.status, 303, "{}", words(&self.text()));
        self.header("location").unwrap()
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    /// The page's words without markup, blanks folded: what a visitor reads.
    #[track_caller]
    pub fn words(&self) -> String {
        assert_eq!(self.status, 200, "{}", self.text());
        words(&self.text())
    }
}

/// Text of a page without tags, scripts and runs of blanks (no-break ones too).
pub fn words(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        out.push(' ');
        let skipped = if rest[start..].starts_with("<script") { "</script>" } else { ">" };
        rest = rest[start..].find(skipped).map_or("", |end| &rest[start + end + skipped.len()..]);
    }
    out.push_str(rest);
    let text = out.replace("&#x27;", "'").replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Drop for TestApp {
    fn drop(&mut self) {
        for handle in &self.handles {
            // Told, not awaited: its thread ends by itself.
            drop(handle.stop(false));
        }
    }
}
