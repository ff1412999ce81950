//! A real Chromium to read pages with, at any width, in both colour schemes, with and without scripts.
//!
//! Sessions stay warm: a story takes one that another has left, reset. All end with the test process.

use super::process::Tethered;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::cell::Cell;
use std::ops::Deref;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::{LazyLock, Mutex};
use tokio::runtime::{Builder, Handle};

mod gestures;

const PHONE_AT_MOST: u32 = 600; // px; narrower screens are emulated as telephones
const SCREEN_HEIGHT: u32 = 800; // px
const TALLEST_PICTURE: u32 = 12_000; // px

/// Runs a story in a browser window of its own; a failing story leaves a screenshot.
pub fn browse(story: impl AsyncFnOnce(&Page)) {
    let page = Page::take();
    let told = catch_unwind(AssertUnwindSafe(|| DRIVER.runtime.block_on(story(&page))));
    if let Err(failure) = told {
        let test = std::thread::current().name().unwrap_or("story").replace("::", "-");
        let _ = catch_unwind(AssertUnwindSafe(|| {
            DRIVER.runtime.block_on(page.picture(&format!("FAILED-{test}")))
        }));
        resume_unwind(failure);
    }
    page.give_back();
}

/// What a reader's system asks pages for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    Light,
    Dark,
}

/// A browser window. All of fantoccini's gestures work on it.
pub struct Page {
    client: Client,
    session: String,
    width: Cell<u32>, // px
    scripts: Cell<bool>,
}

impl Deref for Page {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

impl Page {
    /// Opens an address and waits until it is loaded.
    pub async fn visit(&self, address: &str) {
        self.goto(address).await.unwrap_or_else(|error| panic!("{address}: {error}"));
    }

    /// Gives the window this width in CSS pixels.
    pub fn resize(&self, width: u32) {
        self.width.set(width);
        self.measure(SCREEN_HEIGHT);
    }

    fn measure(&self, height: u32) {
        let width = self.width.get();
        let mobile = width <= PHONE_AT_MOST;
        let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile});
        self.devtools("Emulation.setDeviceMetricsOverride", metrics);
    }

    /// Asks pages for a colour scheme.
    pub fn prefer(&self, scheme: Scheme) {
        self.emulate("", scheme);
    }

    /// Shows pages as a reader with this scheme prints them, until [`Self::prefer`].
    pub fn print(&self, scheme: Scheme) {
        self.emulate("print", scheme);
    }

    /// Motion is reduced, so that nothing is still on its way when the next gesture comes.
    fn emulate(&self, media: &str, scheme: Scheme) {
        let colours = if scheme == Scheme::Dark { "dark" } else { "light" };
        let features = json!([
            {"name": "prefers-color-scheme", "value": colours},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({"media": media, "features": features}));
    }

    /// Turns the scripts of pages on or off, from the next page on. The tests' own scripts run all the same.
    pub fn allow_scripts(&self, allowed: bool) {
        self.scripts.set(allowed);
        self.run_scripts(allowed);
    }

    /// Lets pages write to the clipboard, as they may in a window that a person looks at.
    pub fn allow_copying(&self) {
        self.devtools("Browser.grantPermissions", json!({"permissions": ["clipboardSanitizedWrite"]}));
    }

    /// The browser keeps passkeys for a person who always agrees, or forgets those that it kept.
    pub fn keep_passkeys(&self, keeps: bool) {
        if !keeps {
            return self.devtools("WebAuthn.disable", json!({}));
        }
        let device = json!({
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": true,
            "hasUserVerification": true, "isUserVerified": true, "automaticPresenceSimulation": true,
        });
        self.devtools("WebAuthn.enable", json!({}));
        self.devtools("WebAuthn.addVirtualAuthenticator", json!({"options": device}));
    }

    /// Takes a cookie of this origin, as if its pages had set it.
    pub fn take_cookie(&self, origin: &str, name: &str, value: &str) {
        self.devtools("Network.setCookie", json!({"url": origin, "name": name, "value": value}));
    }

    fn run_scripts(&self, allowed: bool) {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({"value": !allowed}));
    }

    /// What a script of the test answers (`return …`).
    pub async fn ask(&self, script: &str) -> Value {
        self.execute(script, vec![]).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Saves the whole page as target/screenshots/NAME.png.
    pub async fn picture(&self, name: &str) {
        let folder =
            std::env::var("TEST_SCREENSHOTS").map_or_else(|_| target().join("screenshots"), PathBuf::from);
        let height = self.ask("return document.documentElement.scrollHeight").await.as_u64().unwrap_or(0);
        self.measure(u32::try_from(height).unwrap_or(u32::MAX).clamp(SCREEN_HEIGHT, TALLEST_PICTURE));
        let image = self.screenshot().await.expect("a screenshot");
        self.measure(SCREEN_HEIGHT);
        std::fs::create_dir_all(&folder).expect("a folder for screenshots");
        std::fs::write(folder.join(format!("{name}.png")), image).expect("a written screenshot");
    }

    /// Fails when the accessibility rules of axe find anything against the page.
    pub async fn assert_accessible(&self) {
        let found = self.accessibility_faults().await;
        let address = self.current_url().await.expect("an address");
        assert!(found.is_empty(), "{address} is not accessible:\n{}", found.join("\n"));
    }

    /// What axe finds against the page: rule, explanation and the elements, one line a rule.
    pub async fn accessibility_faults(&self) -> Vec<String> {
        let run = format!(
            "{}; const done = arguments[arguments.length - 1];
             axe.run(document, {{resultTypes: ['violations']}}).then(
                 result => done(result.violations.map(v =>
                     `${{v.id}} (${{v.impact}}): ${{v.help}}: ${{v.nodes.map(n => n.target.join(' ')).join(', ')}}`)),
                 error => done(['axe failed: ' + error]))",
            *AXE
        );
        self.run_scripts(true); // axe needs promises; the page was loaded as it was asked to be
        let answer = self.execute_async(&run, vec![]).await.expect("an answer of axe");
        self.run_scripts(self.scripts.get());
        serde_json::from_value(answer).expect("lines of text")
    }

    /// Fails when the page loaded anything from another origin than its own.
    pub async fn assert_no_other_host(&self) {
        let others = self
            .ask(
                "return performance.getEntriesByType('resource').map(e => e.name)
                     .filter(name => !name.startsWith('data:') && new URL(name).origin !== location.origin)",
            )
            .await;
        assert_eq!(others, json!([]), "loaded from another host");
    }

    /// Fails when the page is wider than its window, so that a reader would have to scroll sideways.
    pub async fn assert_fits(&self) {
        assert_eq!(self.overflow().await, None);
    }

    /// How much wider than its window the page is, and the elements that stick out.
    pub async fn overflow(&self) -> Option<String> {
        let script = "const wide = document.documentElement.scrollWidth, room = document.documentElement.clientWidth;
             if (wide <= room) return null;
             const out = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > room + 1);
             return `scrolls sideways: ${wide} > ${room}: ` + out.slice(0, 5).map(e => e.tagName + '.' + e.classList).join(' ')";
        self.ask(script).await.as_str().map(str::to_owned)
    }

    /// A window from those that are idle, or a new one.
    fn take() -> Self {
        let idle = DRIVER.idle.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).pop();
        let page = idle.unwrap_or_else(|| DRIVER.runtime.block_on(DRIVER.open()));
        page.allow_scripts(true);
        page.prefer(Scheme::Light);
        page.resize(1280);
        page
    }

    fn give_back(self) {
        DRIVER.runtime.block_on(async {
            self.delete_all_cookies().await.expect("cookies forgotten");
            self.visit("about:blank").await;
        });
        DRIVER.idle.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).push(self);
    }

    /// A command of the DevTools protocol, which chromedriver passes on.
    fn devtools(&self, command: &str, parameters: Value) {
        let address = format!("{}/session/{}/goog/cdp/execute", DRIVER.address, self.session);
        let body = json!({"cmd": command, "params": parameters}).to_string();
        ureq::post(address).send(body).unwrap_or_else(|error| panic!("{command}: {error}"));
    }
}

static DRIVER: LazyLock<Driver> = LazyLock::new(Driver::start);

static AXE: LazyLock<String> = LazyLock::new(|| {
    let file = std::env::var("TEST_AXE")
        .map_or_else(|_| target().join("test-tools/node_modules/axe-core/axe.min.js"), PathBuf::from);
    std::fs::read_to_string(&file)
        .unwrap_or_else(|error| panic!("{}: {error}; `tests/run browser` installs it", file.display()))
});

fn target() -> PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target")
}

struct Driver {
    address: String,
    runtime: Handle,
    idle: Mutex<Vec<Page>>,
    _chromedriver: Mutex<Tethered>,
}

impl Driver {
    fn start() -> Self {
        let program = std::env::var("TEST_CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let mut chromedriver = Tethered::start(&program, &["--port=0"], &[]);
        let port: u16 = chromedriver
            .line(|line| line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok());
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let handle = runtime.handle().clone();
        // The sessions' connections outlive the story that opened them, so their runtime has a thread of its own.
        std::thread::spawn(move || runtime.block_on(std::future::pending::<()>()));
        Self {
            address: format!("http://127.0.0.1:{port}"),
            runtime: handle,
            idle: Mutex::default(),
            _chromedriver: Mutex::new(chromedriver),
        }
    }

    /// A new window. chromedriver gives each a fresh profile directory and removes it.
    async fn open(&self) -> Page {
        let mut options = json!({"args": [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
        ]});
        if let Ok(program) = std::env::var("TEST_CHROMIUM") {
            options["binary"] = json!(program);
        }
        let capabilities = [("goog:chromeOptions".to_owned(), options)].into_iter().collect();
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&self.address)
            .await
            .unwrap_or_else(|error| panic!("Chromium does not start: {error}"));
        let session = client.session_id().await.expect("a session").expect("a session");
        Page { client, session, width: Cell::new(0), scripts: Cell::new(true) }
    }
}
