//! The folder of the SQLite file: can it be written, and is there room?

use std::path::Path;

use super::super::say;
use super::Finding;
use crate::config::Config;

/// Less room than this is trouble soon: a backup beside the database would not fit.
const LITTLE_ROOM_MB: u64 = 500;

pub fn look(config: &Config) -> Vec<Finding> {
    let Some(file) = config.database.file() else { return Vec::new() };
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        let made = file.starts_with(&config.data);
        return vec![match made {
            true => Finding::Note(format!(
                "the data folder {} is not there yet: `vigie serve` makes it",
                folder.display()
            )),
            false => Finding::Mend(format!(
                "the folder {} of the database is not there: make it, or correct DATABASE_URL",
                folder.display()
            )),
        }];
    }
    vec![writable(folder)].into_iter().chain(room(folder)).collect()
}

fn writable(folder: &Path) -> Finding {
    let probe = folder.join(format!(".vigie-doctor-{}", std::process::id()));
    let written = std::fs::write(&probe, b"").and_then(|()| std::fs::remove_file(&probe));
    match written {
        Ok(()) => Finding::Right(format!("the folder {} can be written", folder.display())),
        Err(cause) => Finding::Mend(format!(
            "the folder {} cannot be written ({cause}): SQLite needs files of its own beside the database; give this user the right",
            folder.display()
        )),
    }
}

#[cfg(unix)]
fn room(folder: &Path) -> Option<Finding> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    let free_mb = disk.f_bavail.saturating_mul(disk.f_frsize) >> 20;
    let said = say::figure(free_mb);
    Some(match free_mb < LITTLE_ROOM_MB {
        true => Finding::Mend(format!("only {said} MB are free in {}: make room", folder.display())),
        false => Finding::Right(format!("{said} MB are free in {}", folder.display())),
    })
}

#[cfg(not(unix))]
fn room(_: &Path) -> Option<Finding> {
    None
}
