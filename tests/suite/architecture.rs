//! The layers, read from the `use` lines and paths of the source: who may know whom.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(path) = folders.pop() {
        if path.is_dir() {
            folders.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|extension| extension == "rs") && !is_test(&path) {
            let text = fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
    let file = root.join(format!("{folder}.rs"));
    if let Ok(text) = fs::read_to_string(&file) {
        found.push((file, text));
    }
    assert!(!found.is_empty(), "no source in {folder}");
    found
}

/// Files that stand in the tree and are compiled for tests only.
fn is_test(path: &Path) -> bool {
    let path = path.to_string_lossy();
    ["/tests.rs", "/tests/", "_tests.rs", "/samples.rs", "/samples/", "/sample.rs"]
        .iter()
        .any(|part| path.contains(part))
}

/// Fails when a file below `folder` says one of `words` outside comments and tests.
fn never_says(folder: &str, words: &[&str]) {
    for (path, text) in sources(folder) {
        let product = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        for (number, line) in product.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            for word in words {
                assert!(
                    !code.contains(word),
                    "{}:{}: {folder} must not know {word}",
                    path.display(),
                    number + 1
                );
            }
        }
    }
}

#[test]
fn invariant_1_domain_and_ical_are_pure() {
    for folder in ["domain", "ical"] {
        never_says(
            folder,
            &[
                "diesel",
                "actix",
                "tera::",
                "tokio",
                "std::fs",
                "std::env",
                "std::net",
                "Utc::now",
                "Local::now",
            ],
        );
        never_says(
            folder,
            &["crate::db", "crate::store", "crate::actions", "crate::web", "crate::cli", "crate::jobs"],
        );
    }
}

#[test]
fn invariant_2_layers_know_only_those_below() {
    never_says("db", &["crate::store", "crate::actions", "crate::web", "crate::jobs", "crate::cli", "actix"]);
    never_says("mail", &["diesel", "crate::db", "crate::store", "crate::actions", "crate::web", "actix"]);
    never_says("store", &["crate::actions", "crate::web", "crate::jobs", "crate::cli", "actix", "tera::"]);
    never_says("actions", &["crate::web", "crate::jobs", "crate::cli", "actix", "tera::"]);
    never_says("jobs", &["crate::web", "crate::cli", "actix"]);
    never_says("web", &["crate::jobs", "crate::cli"]);
}

#[test]
fn invariant_3_queries_stay_in_the_store() {
    for folder in ["web", "jobs", "actions", "cli"] {
        never_says(folder, &["diesel::"]);
    }
}

#[test]
fn invariant_4_one_reader_of_the_environment_and_of_the_clock() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(root).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let folder = name.trim_end_matches(".rs");
        if !matches!(folder, "config" | "main" | "lib") {
            never_says(folder, &["std::env::var", "env::vars", "var_os"]);
        }
        if !matches!(folder, "clock" | "lib" | "main") {
            never_says(folder, &["Utc::now(", "Local::now(", "SystemTime::now("]);
        }
    }
}

#[test]
fn invariant_5_templates_carry_no_inline_style_or_script() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("templates")];
    let mut seen = 0;
    while let Some(path) = folders.pop() {
        if path.is_dir() {
            // Programs that read mail know no style sheet: letters bring their style inline.
            let pages = |path: &PathBuf| !path.ends_with("templates/mail");
            folders.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()).filter(pages));
            continue;
        }
        seen += 1;
        let text = fs::read_to_string(&path).unwrap();
        for word in [" style=\"", "<style", " onclick", " onload", "javascript:", "http://"] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
    assert!(seen > 10, "{seen} templates");
}
