//! The demo, served by the real binary to all stories of this process, on a day that never changes.

use super::chromium::Page;
use super::process::Tethered;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{LazyLock, Mutex};
use vigie::db::{self, DatabaseUrl};
use vigie::domain::email::EmailAddress;
use vigie::domain::member::{MemberState, MembershipKind, MembershipRole, PersonName};
use vigie::domain::slug::Slug;
use vigie::domain::text::fold;
use vigie::i18n::Locale;
use vigie::secret::Secret;
use vigie::store::members::{self, NewMember};
use vigie::store::sessions::{self, NewSession};
use vigie::store::{memberships, places};

/// The day of the demo, a Tuesday; its clock stands at 10:00.
const TODAY: &str = "2026-12-01";

/// Kinds of pages under the name of their picture, each with an address of the demo in French.
pub const KINDS: [(&str, &str); 25] = [
    ("home", "/"),
    ("places", "/lieux"),
    ("places-near", "/lieux?pres=26150"),
    ("places-empty", "/lieux?q=zzzz"),
    ("place", "/lieux/8-fablab-drome"),
    ("place-long-name", "/lieux/le-grand-atelier-cooperatif-des-savoir-faire-du-haut-vercors-crest"),
    ("place-closed", "/lieux/l-ancienne-filature-crest"),
    ("territory", "/territoires/26"),
    ("agenda", "/agenda?lieu=8-fablab-drome"),
    ("agenda-whole", "/agenda"),
    ("agenda-week", "/agenda?vue=semaine"),
    ("agenda-month", "/agenda?vue=mois"),
    ("agenda-empty", "/agenda?q=zzzz"),
    ("agenda-unknown", "/agenda?date=nonsense&genre=autre"),
    ("event", "/evenements/residence-ouverte"),
    ("date", "/evenements/residence-ouverte/20270303T180000"),
    ("event-cancelled", "/evenements/projection-en-plein-air"),
    ("event-online", "/evenements/visio-avec-la-reunion"),
    ("event-long-word", "/evenements/initiation-a-l"),
    ("about", "/a-propos"),
    ("legal", "/mentions-legales"),
    ("privacy", "/confidentialite"),
    ("accessibility", "/accessibilite"),
    ("mailbox", "/boite-aux-lettres"),
    ("not-found", "/evenements/nulle-part"),
];

static DROME: LazyLock<Demo> = LazyLock::new(|| Demo::start("drome", "1"));
static NATIONAL: LazyLock<Demo> = LazyLock::new(|| Demo::start("national", "0.005"));

/// A demo of its own for stories of people who write: what they change is seen by no other story.
static HOSTS: LazyLock<Demo> = LazyLock::new(|| Demo::start("drome", "1"));

/// A demo that is served.
pub struct Demo {
    pub origin: String,
    /// Where its data is.
    pub folder: String,
    _server: Mutex<Tethered>,
}

impl Demo {
    pub fn start(set: &str, scale: &str) -> Self {
        Self::start_at("127.0.0.1:0", &["--set", set, "--scale", scale], &[])
    }

    /// A demo of its own that is reached by a name, with these settings.
    pub fn named(settings: &[(&str, &str)]) -> Self {
        let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = free.local_addr().expect("an address").port();
        drop(free);
        let origin = format!("http://localhost:{port}");
        let settings = [&[("VIGIE_BASE_URL", origin.as_str())], settings].concat();
        Self::start_at(&format!("127.0.0.1:{port}"), &[], &settings)
    }

    fn start_at(listen: &str, options: &[&str], settings: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder").keep();
        let folder = folder.to_str().expect("UTF-8");
        let demo = ["demo", "--listen", listen, "--data", folder, "--today", TODAY];
        let arguments = [&demo[..], options].concat();
        let environment = [&[("VIGIE_LOG", "warn"), ("SCRATCH", folder)], settings].concat();
        let mut server = Tethered::start(env!("CARGO_BIN_EXE_vigie"), &arguments, &environment);
        let origin = server.line(|line| line.strip_prefix("Vigie listens on ").map(str::to_owned));
        let origin = origin.rsplit(" for ").next().expect("an origin").to_owned();
        Self { origin, folder: folder.to_owned(), _server: Mutex::new(server) }
    }
}

/// The whole address of a page of a network of all of France.
pub fn national(path: &str) -> String {
    format!("{}{path}", NATIONAL.origin)
}

/// The whole address of a page of the demo.
pub fn address(path: &str) -> String {
    format!("{}{path}", DROME.origin)
}

/// The whole address of a page of the demo in which people write.
pub fn written(path: &str) -> String {
    format!("{}{path}", HOSTS.origin)
}

/// Signs the browser in, at the demo in which people write, as somebody new who holds a place.
pub async fn sign_in_host(page: &Page, place: &str) {
    static HOST: AtomicU32 = AtomicU32::new(1);
    let secret = Secret::new();
    let name = format!(
        "Camille Roux {}",
        ["A", "B", "C", "D", "E", "F", "G", "H"][HOST.fetch_add(1, Ordering::Relaxed) as usize % 8]
    );
    let email = format!("{}@exemple.fr", fold(&name).replace(' ', "."));
    let now = format!("{TODAY}T09:00:00Z").parse().expect("an instant");
    let url = DatabaseUrl::sqlite_file(&Path::new(&HOSTS.folder).join("vigie.sqlite"));
    let db = db::open(&url, 1).expect("the demo's database");
    db.write_now(|tx| {
        let new = NewMember {
            email: &EmailAddress::parse(&email).expect("an address"),
            name: &PersonName::parse(&name).expect("a name"),
            locale: Locale::Fr,
            state: MemberState::Active,
            coordinates: false,
            password_hash: None,
            uid: uuid::Uuid::new_v4(),
        };
        let id = members::insert(tx, &new, now)?;
        let place = places::by_slug(tx, &Slug::parse(place).expect("a slug"))?.id;
        memberships::save(tx, id, place, MembershipKind::Resident, MembershipRole::Host, now)?;
        let session = NewSession { hash: &secret.hash(), member: id, device: "Chromium", strong: false };
        sessions::insert(tx, &session, now)?;
        Ok::<_, db::Error>(())
    })
    .expect("a host");
    page.visit(&written("/health")).await;
    page.ask(&format!("document.cookie = 'session={}; path=/'", secret.reveal())).await;
}

/// The address of the same page in English.
pub fn english(path: &str) -> String {
    if path == "/" { "/en".to_owned() } else { format!("/en{path}") }
}

/// Opens a page of the demo.
pub async fn open(page: &Page, path: &str) {
    page.visit(&address(path)).await;
}

/// What a program other than a browser is answered.
pub struct Answer {
    pub status: u16,
    pub media_type: String,
    /// As it came over the wire: compressed with brotli where the server does that.
    pub body: Vec<u8>,
}

/// Asks for an address as a browser does, without reading what it means.
pub fn fetch(address: &str, encoding: &str) -> Answer {
    let client: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let mut response = client.get(address).header("accept-encoding", encoding).call().expect("an answer");
    let media_type = response.headers().get("content-type").and_then(|value| value.to_str().ok());
    let media_type = media_type.unwrap_or_default().to_owned();
    let body = response.body_mut().read_to_vec().expect("a body");
    Answer { status: response.status().as_u16(), media_type, body }
}

/// The same as text.
pub fn read(address: &str) -> String {
    String::from_utf8(fetch(address, "identity").body).expect("UTF-8")
}
