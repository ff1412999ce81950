//! `src/db/schema.rs` is what the migrations make, on both databases; `UPDATE_EXPECT=1` writes it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use diesel::prelude::*;
use diesel::sql_types::{Nullable, Text};
use diesel_migrations::{FileBasedMigrations, MigrationHarness};
use expect_test::expect_file;
use vigie::db::{Backend, DbConnection};
use vigie::domain::brick::BrickKind;
use vigie::domain::member::MembershipRole;

use crate::support::{PlaceGestures, TestApp, event, on_each_database, place};

#[derive(QueryableByName, Clone, Debug, PartialEq)]
struct Column {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    column_name: String,
    #[diesel(sql_type = Text)]
    data_type: String,
    #[diesel(sql_type = Text)]
    nullable: String,
}

#[derive(QueryableByName)]
struct Key {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    column_name: String,
    #[diesel(sql_type = Nullable<Text>)]
    parent: Option<String>,
}

const SQLITE_COLUMNS: &str = "SELECT m.name AS table_name, p.name AS column_name, p.type AS data_type, \
    CASE WHEN p.\"notnull\" = 1 OR p.pk > 0 THEN 'NO' ELSE 'YES' END AS nullable \
    FROM sqlite_master m JOIN pragma_table_info(m.name) p \
    WHERE m.type = 'table' AND m.name NOT LIKE '%\\_search%' ESCAPE '\\' AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\' \
    ORDER BY m.name, p.cid";
const POSTGRES_COLUMNS: &str = "SELECT table_name::text, column_name::text, data_type::text, is_nullable::text AS nullable \
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '%\\_search' \
    AND table_name NOT LIKE '\\_\\_%' ORDER BY table_name COLLATE \"C\", ordinal_position";
const SQLITE_PRIMARY: &str = "SELECT m.name AS table_name, p.name AS column_name, NULL AS parent \
    FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table' AND p.pk > 0 ORDER BY m.name, p.pk";
const SQLITE_FOREIGN: &str = "SELECT m.name AS table_name, f.\"from\" AS column_name, f.\"table\" AS parent \
    FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY m.name, f.\"table\"";

fn load<T>(app: &TestApp, query: &str) -> Vec<T>
where
    T: QueryableByName<vigie::db::MultiBackend> + Send + 'static,
{
    app.db
        .read_now(|conn: &mut DbConnection| Ok::<_, vigie::db::Error>(diesel::sql_query(query).load(conn)?))
        .unwrap()
}

/// The Rust type of a column, by either database's name for it.
fn rust_type(column: &Column) -> &'static str {
    match column.data_type.to_ascii_lowercase().as_str() {
        "text" => "Text",
        "integer" if column.column_name == "id" => "BigInt",
        "integer" => "Integer",
        "bigint" if column.column_name.ends_with("_at") || column.column_name.ends_with("_until") => {
            "Instant"
        }
        "timestamp with time zone" => "Instant",
        "bigint" => "BigInt",
        "boolean" => "Bool",
        "date" => "Date",
        "double" | "double precision" => "Double",
        "blob" | "bytea" => "Binary",
        other => panic!("{}.{} has the unknown type {other}", column.table_name, column.column_name),
    }
}

fn columns(app: &TestApp) -> BTreeMap<String, Vec<(String, String)>> {
    let query = if app.db.backend() == Backend::Sqlite { SQLITE_COLUMNS } else { POSTGRES_COLUMNS };
    let mut tables: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for column in load::<Column>(app, query) {
        let plain = rust_type(&column);
        let told = if column.nullable == "YES" { format!("Nullable<{plain}>") } else { plain.to_owned() };
        tables.entry(column.table_name).or_default().push((column.column_name, told));
    }
    tables
}

#[test]
fn the_schema_is_what_the_migrations_make() {
    let app = TestApp::on_sqlite();
    let tables = columns(&app);
    let mut keys: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for key in load::<Key>(&app, SQLITE_PRIMARY) {
        keys.entry(key.table_name).or_default().push(key.column_name);
    }
    let mut text =
        String::from("// @generated from the migrations by `tests/suite/schema.rs`; do not edit.\n");
    for (table, columns) in &tables {
        let key = keys[table].join(", ");
        let _ = write!(
            text,
            "\ndiesel::table! {{\n    use diesel::sql_types::*;\n    use crate::db::Instant;\n\n    {table} ({key}) {{\n"
        );
        for (name, told) in columns {
            let _ = writeln!(text, "        {name} -> {told},");
        }
        text.push_str("    }\n}\n");
    }
    text.push('\n');
    let mut joins: Vec<_> = load::<Key>(&app, SQLITE_FOREIGN)
        .into_iter()
        .map(|key| (key.table_name, key.parent.unwrap(), key.column_name))
        .collect();
    joins.sort();
    for (child, parent, column) in &joins {
        // Two ways to the same table: a query has to say which it means.
        if joins.iter().filter(|(c, p, _)| c == child && p == parent).count() > 1 {
            continue;
        }
        let _ = writeln!(text, "diesel::joinable!({child} -> {parent} ({column}));");
    }
    let names: String = tables.keys().map(|table| format!("    {table},\n")).collect();
    let _ = write!(text, "\ndiesel::allow_tables_to_appear_in_same_query!(\n{names});\n");
    expect_file!["../../src/db/schema.rs"].assert_eq(&text);
}

#[test]
fn both_databases_have_the_same_tables() {
    let sqlite = columns(&TestApp::on_sqlite());
    on_each_database(|app| assert_eq!(columns(app), sqlite, "{:?}", app.db.backend()));
}

/// Erasing a place or an event must leave nothing of it behind.
#[test]
fn every_foreign_key_cascades() {
    #[derive(QueryableByName)]
    struct Rule {
        #[diesel(sql_type = Text)]
        name: String,
        #[diesel(sql_type = Text)]
        action: String,
    }
    on_each_database(|app| {
        let query = match app.db.backend() {
            Backend::Sqlite => {
                "SELECT m.name || '.' || f.\"from\" AS name, f.on_delete AS action \
                 FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'"
            }
            Backend::Postgres => {
                "SELECT constraint_name::text AS name, delete_rule::text AS action \
                 FROM information_schema.referential_constraints WHERE constraint_schema = 'public'"
            }
        };
        let rules = load::<Rule>(app, query);
        assert!(rules.len() >= 10, "{}", rules.len());
        for rule in rules {
            assert_eq!(rule.action, "CASCADE", "{}", rule.name);
        }
    });
}

/// Tables with their columns, and indexes, whatever their order: a column that was taken off and put
/// back stands last.
fn shape(app: &TestApp) -> Vec<String> {
    #[derive(QueryableByName)]
    struct Index {
        #[diesel(sql_type = Text)]
        name: String,
    }
    let indexes = match app.db.backend() {
        Backend::Sqlite => {
            "SELECT tbl_name || ' by ' || name AS name FROM sqlite_master WHERE type = 'index'"
        }
        Backend::Postgres => {
            "SELECT tablename::text || ' by ' || indexname::text AS name FROM pg_indexes \
             WHERE schemaname = 'public'"
        }
    };
    let mut shape: Vec<String> = load::<Index>(app, indexes).into_iter().map(|index| index.name).collect();
    for (table, columns) in columns(app) {
        shape.extend(columns.into_iter().map(|(name, told)| format!("{table}.{name}: {told}")));
    }
    shape.sort();
    shape
}

/// Undoes every migration one by one and runs them again; each step back leaves what the step forth
/// began with.
fn back_and_forth<C, B>(app: &TestApp, conn: &mut C, folder: &str)
where
    B: diesel::backend::Backend,
    C: MigrationHarness<B>,
{
    let source = || FileBasedMigrations::from_path(folder).unwrap();
    let steps = conn.applied_migrations().unwrap().len();
    let mut shapes = vec![shape(app)];
    for step in 0..steps {
        let undone = conn.revert_last_migration(source());
        undone.unwrap_or_else(|error| panic!("step back {step} in {folder}: {error}"));
        shapes.push(shape(app));
    }
    assert!(shapes.last().unwrap().iter().all(|name| name.starts_with("__diesel")), "{:?}", shapes.last());
    for shape_before in shapes.iter().rev().skip(1) {
        let version = conn.run_next_migration(source()).unwrap().to_string();
        assert_eq!(&shape(app), shape_before, "after {version}");
    }
}

#[test]
fn every_migration_can_be_undone_and_run_again() {
    on_each_database(|app| {
        let fabrique = app.place(place("La Fabrique").with_bricks(&[BrickKind::Fablab]));
        app.publish(&fabrique, &event("Repair Café", "2026-03-12 18:30", "20:30"));
        app.member("Camille Roux", &[(fabrique.id, MembershipRole::Host)]);
        match app.postgres() {
            Some(url) => {
                let mut conn = PgConnection::establish(url).unwrap();
                back_and_forth(app, &mut conn, "migrations/postgres");
            }
            None => {
                let file = app.url.file().unwrap().to_str().unwrap();
                let mut conn = SqliteConnection::establish(file).unwrap();
                back_and_forth(app, &mut conn, "migrations/sqlite");
            }
        }
    });
}
