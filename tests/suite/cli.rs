//! What operators type, told to the program itself: each command in an empty folder of its own,
//! with no setting but those of the story.

use std::path::PathBuf;
use std::process::{Command, Output};

use diesel::prelude::*;
use tempfile::TempDir;
use vigie::db::DatabaseUrl;

use crate::postgres;
use crate::support::{Browser, ask};
use process::Tethered;

#[path = "../support/process.rs"]
mod process;

const PROGRAM: &str = env!("CARGO_BIN_EXE_vigie");

/// An operator in a folder, with settings.
struct Operator {
    folder: TempDir,
    settings: Vec<(&'static str, String)>,
}

impl Operator {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), settings: Vec::new() }
    }

    fn with(mut self, key: &'static str, value: impl Into<String>) -> Self {
        self.settings.push((key, value.into()));
        self
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command.args(arguments).current_dir(self.folder.path()).env_clear();
        command.envs(self.settings.iter().map(|(key, value)| (*key, value.as_str())));
        command
    }

    fn types(&self, arguments: &[&str]) -> Done {
        Done(self.command(arguments).output().unwrap())
    }

    /// Starts a server; gives it with its address.
    fn starts(&self, arguments: &[&str]) -> (Tethered, String) {
        let folder = self.folder.path().to_str().unwrap();
        let script = r#"cd "$0" && exec "$@""#;
        let mut all = vec!["-c", script, folder, "env", "-i", "VIGIE_LOG=error"];
        let settings: Vec<String> =
            self.settings.iter().map(|(key, value)| format!("{key}={value}")).collect();
        all.extend(settings.iter().map(String::as_str));
        all.push(PROGRAM);
        all.extend(arguments);
        all.extend(["--listen", "127.0.0.1:0"]);
        let mut server = Tethered::start("sh", &all, &[]);
        let address = server.line(|line| {
            let rest = line.strip_prefix("Vigie listens on ")?;
            Some(rest.split(' ').next().unwrap_or_default().to_owned())
        });
        (server, address)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn writes(&self, name: &str, text: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), text).unwrap();
    }
}

/// What a command came to.
struct Done(Output);

impl Done {
    fn code(&self) -> i32 {
        self.0.status.code().unwrap()
    }

    fn said(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).unwrap()
    }

    fn complained(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).unwrap()
    }

    /// All went well; what it said.
    #[track_caller]
    fn well(&self) -> String {
        assert_eq!(self.code(), 0, "{}{}", self.said(), self.complained());
        self.said()
    }

    /// It failed with one sentence, which holds these words.
    #[track_caller]
    fn fails(&self, code: i32, words: &str) {
        let complaint = self.complained();
        assert_eq!((self.code(), complaint.lines().count()), (code, 1), "{}{complaint}", self.said());
        assert!(complaint.starts_with("vigie: ") && complaint.contains(words), "{complaint}");
    }
}

fn get(address: &str, path: &str) -> String {
    let answer = ask(address, "GET", path, &[]);
    assert_eq!(answer.status, 200, "{path}");
    answer.text()
}

/// An empty PostgreSQL database, where a server is at hand.
fn empty_postgres() -> Option<postgres::Database> {
    let server = postgres::server()?;
    Some(postgres::Template::of(&server, "empty", |_| {}).database())
}

/// Tells a story with an empty SQLite folder, and with an empty PostgreSQL database.
fn on_each_database(story: impl Fn(Operator)) {
    story(Operator::new());
    if let Some(database) = empty_postgres() {
        story(Operator::new().with("DATABASE_URL", &database.url));
    }
}

#[test]
fn the_first_start_founds_the_network_and_a_signal_ends_it() {
    on_each_database(|operator| {
        let operator =
            operator.with("VIGIE_NETWORK_NAME", "Les Vigies").with("VIGIE_NETWORK_TERRITORY", "drome");
        let (server, address) = operator.starts(&[]);
        assert_eq!(get(&address, "/health"), "ok\n");
        assert_eq!(get(&address, "/ready"), "ready\n");
        assert!(get(&address, "/robots.txt").contains(&format!("Sitemap: {address}/sitemap.xml")));
        assert!(get(&address, "/").contains("Les Vigies"));
        drop(server);
        let (_server, address) = operator.starts(&["serve"]);
        assert!(get(&address, "/").contains("Les Vigies"), "it is still there");
    });
}

#[test]
fn the_first_starts_lead_to_naming_the_network() {
    let machine = Operator::new();
    let set_up = |server: &mut Tethered| {
        server.line(|line| line.split_once("/demarrage/").map(|(_, secret)| format!("/demarrage/{secret}")))
    };
    let start = || {
        let folder = machine.folder.path().to_str().unwrap();
        let script = r#"cd "$0" && exec "$@""#;
        let arguments =
            ["-c", script, folder, "env", "-i", "VIGIE_LOG=error", PROGRAM, "--listen", "127.0.0.1:0"];
        let mut server = Tethered::start("sh", &arguments, &[]);
        let path = set_up(&mut server);
        let address = server.line(|line| line.strip_prefix("Vigie listens on ").map(str::to_owned));
        (server, address, path)
    };
    let (server, _, older) = start();
    drop(server);
    let (_server, address, path) = start();
    assert!(get(&address, &older).contains("Ce lien ne sert plus"));
    assert!(get(&address, &path).contains("Bienvenue dans Vigie"));
}

#[test]
fn a_running_server_stops_well() {
    let operator = Operator::new();
    for signal in ["-TERM", "-INT"] {
        let mut server = operator
            .command(&["--listen", "127.0.0.1:0"])
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut out = std::io::BufReader::new(server.stdout.take().unwrap());
        while !line.starts_with("Vigie listens") {
            line.clear();
            assert!(std::io::BufRead::read_line(&mut out, &mut line).unwrap() > 0, "it ended");
        }
        let told = Command::new("kill").args([signal, &server.id().to_string()]).status().unwrap();
        assert!(told.success());
        assert_eq!(server.wait().unwrap().code(), Some(0), "{signal}");
    }
}

#[test]
fn a_demo_gives_the_same_bytes_on_both_databases() {
    let demo = |operator: Operator| {
        let operator = operator.with("VIGIE_BASE_URL", "https://vigie.example");
        let (_server, address) = operator.starts(&["demo", "--today", "2026-03-05"]);
        ["/", "/agenda", "/lieux", "/agenda.ics"].map(|path| get(&address, path))
    };
    let first = demo(Operator::new());
    assert!(first[3].matches("BEGIN:VEVENT").count() > 100);
    assert!(first[3].contains("@demo.vigie.invalid"));
    assert!(first[1].contains("2026-03-05"));
    let second = demo(Operator::new());
    assert!(first == second, "two SQLite demos differ");
    if let Some(database) = empty_postgres() {
        let third = demo(Operator::new().with("DATABASE_URL", &database.url));
        assert!(first == third, "SQLite and PostgreSQL demos differ");
    }
}

#[test]
fn a_host_finds_life_in_the_demo() {
    let operator = Operator::new();
    let (_server, address) = operator.starts(&["demo", "--today", "2026-03-05"]);
    let host = Browser::new(&address);
    let who = [("email", "animation@exemple.invalid"), ("password", "lavande-et-calcaire")];
    assert_eq!(host.submit("/connexion", &who).location(), "/moi");
    let mine = host.get("/moi").text();
    let slug = mine.split("/evenements\"").next().unwrap().rsplit("/lieux/").next().unwrap().to_owned();
    let events = host.get(&format!("/lieux/{slug}/evenements"));
    let text = events.words();
    for there in ["Troc de plants et de graines", "Atelier photo", "samedi 7 mars 2026"] {
        assert!(text.contains(there), "{there}: {text}");
    }
    // The form reads what the demo wrote.
    let events = events.text();
    let start = events.find("/evenements/propositions/").unwrap();
    let proposal = host.get(events[start..].split('"').next().unwrap()).words();
    assert!(proposal.contains("23 mars") && proposal.contains("trop de semis"), "{proposal}");
    let welcome = host.get(&format!("/lieux/{slug}/accueil")).words();
    assert!(welcome.contains("2 sur 6") && welcome.contains("six semaines après"), "{welcome}");
    let full = host.get("/agenda?q=R%C3%A9parer+son+v%C3%A9lo").text();
    let start = full.find("/evenements/reparer-son-velo").unwrap();
    let list = full[start..].split(['"', '?']).next().unwrap().to_owned();
    let slug = list.trim_start_matches("/evenements/").split('/').next().unwrap().to_owned();
    let list = host.get(&format!("/evenements/{slug}/inscriptions")).words();
    assert!(list.contains("4 sur 4 places") && list.contains("Liste d’attente"), "{list}");
    let coworker = Browser::new(&address);
    let who = [("email", "coworker@exemple.invalid"), ("password", "lavande-et-calcaire")];
    coworker.submit("/connexion", &who).location();
    let mine = coworker.get("/evenements/propositions").words();
    assert!(mine.contains("Troc de plants") && mine.contains("Repas des nouvelles"), "{mine}");
}

#[test]
fn a_demo_is_made_once_for_the_same_options() {
    let operator = Operator::new();
    let make = |more: &[&str]| {
        operator.types(&[&["demo", "--no-serve", "--today", "2026-03-05"], more].concat()).well();
        std::fs::metadata(operator.path("data-demo/vigie.sqlite")).unwrap().created().unwrap()
    };
    let first = make(&[]);
    assert_eq!(make(&[]), first);
    assert_ne!(make(&["--rebuild"]), first);
    let said = operator.types(&["demo", "--no-serve", "--today", "2026-03-05", "--seed", "27"]).well();
    assert!(said.starts_with("Demo drome on 2026-03-05 (seed 27): 37 places,"), "{said}");
    assert!(said.contains("animation@exemple.invalid") && said.contains("/lieux/"), "{said}");
}

#[test]
fn a_national_demo_is_as_large_as_asked() {
    let operator = Operator::new();
    let asked = ["demo", "--no-serve", "--set", "national", "--scale", "0.002", "--today", "2026-03-05"];
    let said = operator.types(&asked).well();
    assert!(said.starts_with("Demo national on 2026-03-05"), "{said}");
    let report = operator.types(&["doctor", "--data", "data-demo"]).said();
    assert!(report.contains("2,489 communes"), "{report}");
    assert!(operator.types(&["demo", "--scale", "0"]).complained().contains("above 0"));
}

#[test]
fn a_demo_never_overwrites_a_real_network_or_one_that_is_in_use() {
    on_each_database(|operator| {
        let (server, _) = operator.starts(&["serve", "--data", "x"]);
        drop(server);
        operator.types(&["demo", "--no-serve", "--data", "x"]).fails(1, "holds a real network");
    });
    let operator = Operator::new();
    let (_server, _) = operator.starts(&["demo", "--today", "2026-03-05"]);
    operator.types(&["demo", "--no-serve", "--today", "2026-03-06"]).fails(1, "is in use by another Vigie");
}

#[test]
fn what_is_wrong_is_said_in_one_sentence() {
    let with = |key, value: &str| Operator::new().with(key, value).types(&["serve"]);
    with("DATABASE_URL", "mysql://u:p@h/d").fails(2, "use sqlite://FILE or postgres://");
    with("DATABASE_URL", "postgres://u:s3cr3t@127.0.0.1:1/d")
        .fails(1, "cannot open the database postgres://127.0.0.1:1/d");
    with("DATABASE_URL", "sqlite:///nowhere/at/all.sqlite")
        .fails(1, "cannot open the database sqlite:///nowhere/at/all.sqlite");
    with("VIGIE_LISTENS", "x").fails(2, "did you mean VIGIE_LISTEN?");
    with("VIGIE_CONFIG", "missing.toml").fails(2, "cannot read the settings in missing.toml");
    Operator::new().types(&["--listen", "8080"]).fails(2, "--listen must be an IP address and a port");

    let operator = Operator::new();
    operator.writes("vigie.toml", "workers = 2\nbase-url = 'https://a.example'\n");
    operator.types(&["migrate"]).fails(2, "did you mean base_url?");
    assert_eq!(Operator::new().types(&["sevre"]).code(), 2);
}

#[test]
fn a_password_is_never_said() {
    for operator in [
        Operator::new().with("DATABASE_URL", "postgres://u:s3cr3t@127.0.0.1:1/d"),
        Operator::new().with("DATABASE_URL", "postgres://u:s3cr3t@127.0.0.1:1/d?sslmode=nonsense"),
        Operator::new().with("DATABASE_URL", "postgres://u:s3cr3t@[::1/d"),
    ] {
        for command in ["serve", "doctor", "migrate"] {
            let done = operator.types(&[command]);
            assert_eq!(done.code(), 1);
            assert!(!(done.said() + &done.complained()).contains("s3cr3t"), "{}", done.complained());
        }
    }
}

#[test]
fn a_taken_port_is_named() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let operator = Operator::new().with("VIGIE_LOG", "error");
    operator
        .types(&["--listen", &address])
        .fails(1, &format!("cannot listen on {address}: another program does"));
}

#[test]
fn a_newer_schema_and_a_database_that_can_only_be_read_are_refused() {
    let operator = Operator::new();
    assert!(operator.types(&["migrate"]).well().contains("is now up to date"));
    assert!(operator.types(&["migrate"]).well().contains("is up to date"));

    let file = operator.path("data/vigie.sqlite");
    let only_read = format!("sqlite:file:{}?mode=ro", file.display());
    let reader = Operator::new().with("DATABASE_URL", only_read);
    reader.types(&["serve"]).fails(1, "can only be read: give this user the right to write");

    if let Some(database) = empty_postgres() {
        let only_read = format!("{}?options=-c%20default_transaction_read_only%3Don", database.url);
        Operator::new().with("DATABASE_URL", only_read).types(&["serve"]).fails(1, "can only be read");
    }

    let mut conn = SqliteConnection::establish(file.to_str().unwrap()).unwrap();
    diesel::sql_query("INSERT INTO __diesel_schema_migrations (version) VALUES ('20991231000001')")
        .execute(&mut conn)
        .unwrap();
    for command in ["serve", "migrate"] {
        operator.types(&[command]).fails(1, "was written by a newer Vigie (migration 20991231000001)");
    }
    let report = operator.types(&["doctor"]);
    assert_eq!(report.code(), 1);
    assert!(report.said().contains("mend  the database was written by a newer Vigie"), "{}", report.said());
}

#[test]
fn the_doctor_says_what_is_right_and_what_to_mend() {
    let operator = Operator::new();
    let report = operator.types(&["doctor"]).well();
    assert!(report.contains("there is no database at sqlite://data/vigie.sqlite yet"), "{report}");
    assert!(!operator.path("data").exists(), "it makes nothing");

    operator.types(&["demo", "--no-serve"]).well();
    let report = operator.types(&["doctor", "--data", "data-demo", "--listen", "127.0.0.1:0"]).well();
    for right in [
        "write-ahead log",
        "can be written",
        "(demo): 37 places",
        "362 communes",
        "summer time",
        "Europe/Paris",
    ] {
        assert!(
            report.lines().any(|line| line.starts_with("ok") && line.contains(right)),
            "{right}: {report}"
        );
    }
    let open = operator.types(&["doctor", "--data", "data-demo", "--listen", "0.0.0.0:0"]);
    assert_eq!(open.code(), 1);
    assert!(open.said().contains("mend  VIGIE_BASE_URL is not set"), "{}", open.said());
}

const PLACES: &str = "id;name;bricks;commune;insee;postcode;lat;lon;website
1;La Fabrique;fablab|coworking;Crest;26108;26400;44,7283;5,0224;https://fabrique.example
2;Le Moulin;coworking;Die;26113;26150;44.7536;5.3703;
3;;coworking;Die;26113;26150;;;
4;L'Étape;coworking;Atlantide;;;;;
2;Le Moulin;coworking;Die;26113;26150;;;
";

#[test]
fn places_are_imported_once_and_bad_rows_are_listed() {
    on_each_database(|operator| {
        operator.writes("places.csv", PLACES);
        let preview = operator.types(&["import", "places", "places.csv", "--dry-run", "--lang", "en"]).well();
        assert!(preview.ends_with("Preview, nothing is written: 2 places to be created, 0 to be updated, 0 unchanged, 3 lines left out.\n"), "{preview}");
        for line in [
            "Line 4, left out: The name is missing.",
            "Line 5, left out: Nothing tells",
            "Line 6, left out: The same place as on line 3.",
        ] {
            assert!(preview.contains(line), "{preview}");
        }
        assert!(!operator.path("data").exists(), "a preview makes nothing");

        let import = |lang| operator.types(&["import", "places", "places.csv", "--lang", lang]).well();
        assert!(import("en").ends_with("2 places created, 0 updated, 0 unchanged, 3 lines left out.\n"));
        assert!(
            import("fr").ends_with("0 lieu créé, 0 mis à jour, 2 inchangés, 3 lignes laissées de côté.\n")
        );
        operator.writes("places.csv", PLACES.replace("La Fabrique", "La Grande Fabrique"));
        assert!(import("en").contains("0 places created, 1 updated, 1 unchanged"));
    });
}

#[test]
fn a_preview_beside_a_database_leaves_it_as_it_was() {
    let operator = Operator::new();
    operator.types(&["migrate"]).well();
    operator.writes("places.csv", PLACES);
    for _ in 0..2 {
        let preview = operator.types(&["import", "places", "places.csv", "--dry-run", "--lang", "en"]).well();
        assert!(preview.contains("2 places to be created"), "{preview}");
    }
}

#[test]
fn a_place_of_two_lists_is_one_place() {
    let operator = Operator::new();
    operator.writes(
        "ours.csv",
        "id,name,bricks,commune,insee,postcode,website\na,Le Moulin,coworking,Die,26113,26150,\n",
    );
    operator.writes("theirs.csv", "id,name,bricks,commune,insee,postcode,website\nb,LE MOULIN,fablab,Die,26113,26150,https://moulin.example\nc,Le Moulin,fablab,Crest,26108,26400,\n");
    let import = |file| operator.types(&["import", "places", file, "--lang", "en"]).well();
    assert!(import("ours.csv").contains("1 place created"));
    assert!(import("theirs.csv").contains("1 place created, 1 updated"));
    assert!(import("theirs.csv").contains("0 places created, 0 updated, 2 unchanged"));
    assert!(
        import("ours.csv").contains("0 places created, 0 updated, 1 unchanged"),
        "the lists do not fight"
    );
    let (_server, address) = operator.starts(&["serve"]);
    let page = get(&address, "/lieux/le-moulin");
    assert!(page.contains("Le Moulin") && page.contains("https://moulin.example"));
}

#[test]
fn files_that_are_no_list_are_refused() {
    let operator = Operator::new();
    operator.writes("empty.csv", "");
    operator.writes("header.csv", "id,name,bricks,commune,insee,postcode\n");
    operator.writes("other.csv", "a,b\n1,2\n");
    for (kind, file, words) in [
        ("places", "missing.csv", "cannot read missing.csv"),
        ("places", "empty.csv", "empty.csv: The file is empty."),
        ("places", "header.csv", "not one row below it"),
        ("places", "other.csv", "The columns are those of no known list."),
        ("communes", "other.csv", "Columns are missing: insee, name."),
        ("communes", "missing.csv", "cannot read missing.csv"),
        ("holidays", "other.csv", "Columns are missing: zone."),
    ] {
        operator.types(&["import", kind, file, "--lang", "en"]).fails(1, words);
    }
}

#[test]
fn communes_and_holidays_are_taken_over() {
    on_each_database(|operator| {
        operator.writes("communes.csv", "insee,name,postcode\n75056,Paris,75001\nxx,Nulle,1\n");
        let said = operator.types(&["import", "communes", "communes.csv", "--lang", "en"]).well();
        assert_eq!(
            said,
            "Line 3, left out: “xx” is not the Insee code of a commune.\n1 commune stored, 1 line left out.\n"
        );
        operator.writes("holidays.csv", "zone,name,first_day,last_day\nA,Vacances d'hiver,2029-02-10,2029-02-25\nZ,Rien,2029-02-10,2029-02-25\nA,Rien,hier,2029-02-25\nA,Rien,2029-02-25,2029-02-10\n");
        let said = operator.types(&["import", "holidays", "holidays.csv", "--lang", "en"]).well();
        assert!(said.ends_with("1 period stored, 3 lines left out, 0 series worked out anew.\n"), "{said}");
    });
}

#[test]
fn a_write_beside_a_server_is_seen_at_once() {
    on_each_database(|operator| {
        let (_server, address) = operator.starts(&["serve"]);
        assert!(!get(&address, "/lieux").contains("La Fabrique"));
        operator.writes("places.csv", PLACES);
        operator.types(&["import", "places", "places.csv"]).well();
        assert!(get(&address, "/lieux").contains("La Fabrique"));
    });
}

/// The daily job runs with the first start: dates reach the horizon of the real day.
#[test]
fn dates_are_worked_out_further_at_start() {
    let operator = Operator::new();
    operator.types(&["demo", "--no-serve", "--today", "2025-03-05"]).well();
    let (_server, _) = operator.starts(&["serve", "--data", "data-demo"]);
    let url = DatabaseUrl::sqlite_file(&operator.path("data-demo/vigie.sqlite"));
    assert!(done_today(&url), "the job says for which day it is done");
}

/// Waits for the job's thread, which starts when the port is bound.
fn done_today(url: &DatabaseUrl) -> bool {
    #[derive(QueryableByName)]
    struct Done {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        n: i64,
    }
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(30);
    let mut conn = url.connect().unwrap();
    loop {
        let asked = diesel::sql_query("SELECT count(*) AS n FROM job_runs WHERE done_for > '2026-01-01'");
        if asked.get_result::<Done>(&mut conn).unwrap().n > 0 {
            return true;
        }
        if std::time::Instant::now() > deadline {
            return false;
        }
        std::thread::yield_now();
    }
}
