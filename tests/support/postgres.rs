//! A PostgreSQL database for each test, copied from one that is migrated once; gone when the test ends.

use diesel::pg::PgConnection;
use diesel::{Connection, RunQueryDsl, sql_query};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Any number, the same in all test processes: making a template is one process's work at a time.
const TEMPLATE_LOCK: i64 = 0x7669_6769;

/// The address of the server to test on, from `TEST_PG_URL`; its user must be allowed to create databases.
pub fn server() -> Option<String> {
    std::env::var("TEST_PG_URL").ok().filter(|url| !url.is_empty())
}

/// A migrated and empty database that [`Database`]s are copied from. It stays on the server for the next run.
pub struct Template {
    server: String,
    name: String,
}

impl Template {
    /// The template of a schema. `fingerprint` (ASCII letters and digits) names the schema's state, so that another
    /// state gets another template; `migrate` is given the address of an empty database the first time, and must
    /// close its connections.
    pub fn of(server: &str, fingerprint: &str, migrate: impl FnOnce(&str)) -> Self {
        let name = format!("vigie_template_{fingerprint}");
        let mut admin = connect(server);
        run(&mut admin, &format!("SELECT pg_advisory_lock({TEMPLATE_LOCK})"));
        if !exists(&mut admin, &name) {
            // Renamed when it is whole: a template that a broken run left half made is never used.
            let draft = format!("{name}_draft");
            run(&mut admin, &format!("DROP DATABASE IF EXISTS {draft} WITH (FORCE)"));
            run(&mut admin, &format!("CREATE DATABASE {draft}"));
            migrate(&address(server, &draft));
            run(&mut admin, &format!("ALTER DATABASE {draft} RENAME TO {name}"));
        }
        Self { server: server.to_owned(), name }
    }

    /// A fresh database of this schema.
    pub fn database(&self) -> Database {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("vigie_test_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let mut admin = connect(&self.server);
        run(&mut admin, &format!("CREATE DATABASE {name} TEMPLATE {} STRATEGY FILE_COPY", self.name));
        Database { url: address(&self.server, &name), server: self.server.clone(), name }
    }
}

/// A database that lives as long as this value.
pub struct Database {
    /// Where to connect.
    pub url: String,
    server: String,
    name: String,
}

impl Drop for Database {
    fn drop(&mut self) {
        // Forced: a pool that the test did not close must not keep it.
        let drop = sql_query(format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
        if let Err(error) = PgConnection::establish(&self.server).map(|mut admin| drop.execute(&mut admin)) {
            eprintln!("{} is left on the server: {error}", self.name);
        }
    }
}

/// Ends every connection to a database and lets none in, as a server that is away does.
#[allow(dead_code, reason = "the browser's tests need none of it")]
pub fn shut(url: &str) {
    let (mut admin, name) = (connect(&address(url, "postgres")), name_of(url));
    run(&mut admin, &format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false"));
    run(
        &mut admin,
        &format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"),
    );
}

/// Lets connections in again.
#[allow(dead_code, reason = "the browser's tests need none of it")]
pub fn open(url: &str) {
    run(
        &mut connect(&address(url, "postgres")),
        &format!("ALTER DATABASE {} ALLOW_CONNECTIONS true", name_of(url)),
    );
}

fn name_of(url: &str) -> &str {
    let path = url.split('?').next().unwrap_or(url);
    path.rsplit('/').next().unwrap_or(path)
}

/// The server's address with another database.
fn address(server: &str, database: &str) -> String {
    let (address, options) = server.split_once('?').map_or((server, None), |(a, o)| (a, Some(o)));
    let host_starts = address.find("://").map_or(0, |at| at + 3);
    let host_ends = address[host_starts..].find('/').map_or(address.len(), |at| host_starts + at);
    let options = options.map(|options| format!("?{options}")).unwrap_or_default();
    format!("{}/{database}{options}", &address[..host_ends])
}

fn connect(url: &str) -> PgConnection {
    PgConnection::establish(url).unwrap_or_else(|error| panic!("TEST_PG_URL does not answer: {error}"))
}

fn run(connection: &mut PgConnection, sql: &str) {
    sql_query(sql).execute(connection).unwrap_or_else(|error| panic!("{sql}: {error}"));
}

fn exists(connection: &mut PgConnection, database: &str) -> bool {
    let same_name = format!("SELECT 1 FROM pg_database WHERE datname = '{database}'");
    sql_query(same_name).execute(connection).expect("the list of databases") > 0
}

#[test]
fn an_address_takes_another_database() {
    for (server, expected) in [
        ("postgres://u:p@127.0.0.1:5433/postgres", "postgres://u:p@127.0.0.1:5433/x"),
        ("postgres://localhost", "postgres://localhost/x"),
        ("postgres://localhost/a?sslmode=disable", "postgres://localhost/x?sslmode=disable"),
        ("postgres:///a?host=/run/pg", "postgres:///x?host=/run/pg"),
    ] {
        assert_eq!(address(server, "x"), expected);
    }
}

#[test]
fn databases_are_copies_apart_and_leave_nothing() {
    let Some(server) = server() else { return };
    let made = |url: &str| run(&mut connect(url), "CREATE TABLE notes (words text NOT NULL)");
    let template = Template::of(&server, &format!("selftest{}", std::process::id()), made);
    Template::of(&server, &format!("selftest{}", std::process::id()), |_| panic!("made once"));

    let (first, second) = (template.database(), template.database());
    let count = |database: &Database| {
        sql_query("SELECT 1 FROM notes").execute(&mut connect(&database.url)).expect("the template's table")
    };
    run(&mut connect(&first.url), "INSERT INTO notes VALUES ('été')");
    assert_eq!((count(&first), count(&second)), (1, 0));

    let (name, mut open) = (first.name.clone(), connect(&first.url));
    drop(first);
    assert!(!exists(&mut connect(&server), &name));
    assert!(sql_query("SELECT 1").execute(&mut open).is_err(), "open connections do not keep it");
    drop(second);
    run(&mut connect(&server), &format!("DROP DATABASE {}", template.name));
}
