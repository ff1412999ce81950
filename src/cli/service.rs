//! What `serve` and `demo` share: the database opened for writing, and the running server.

use std::io::ErrorKind;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, anyhow};

use super::{Outcome, dkim, say};
use crate::app::App;
use crate::config::Config;
use crate::db::{self, Db};
use crate::jobs::Jobs;
use crate::web::server;

/// Opens the database, made and brought up to date as needs be.
///
/// # Errors
/// It cannot be reached or written, or was written by a newer version.
pub fn open(config: &Config) -> anyhow::Result<Arc<Db>> {
    make_folder(config)?;
    let db = db::open(&config.database, config.connections)?;
    db.check_writable()?;
    Ok(db)
}

/// Makes the data folder when the database is in it. The folder of a `DATABASE_URL` is not made:
/// a slip in the address would go unseen.
pub fn make_folder(config: &Config) -> anyhow::Result<()> {
    if config.database.file().is_some_and(|file| file.starts_with(&config.data)) {
        std::fs::create_dir_all(&config.data)
            .with_context(|| format!("cannot make the data folder {}", config.data.display()))?;
    }
    Ok(())
}

/// Serves until the process is told to stop, then lets running requests end. `greet` is given the
/// origin once the port is bound.
pub fn run(app: App, greet: impl FnOnce(&str)) -> Outcome {
    let listen = app.config.listen;
    let signer = dkim::of_settings(&app.config)?;
    let app = app.signing(signer);
    actix_web::rt::System::new().block_on(async {
        let bound = server::bind(app.clone()).map_err(|cause| not_bound(listen, &cause))?;
        if app.config.mail_url.is_none() && !app.known_network().demo {
            tracing::warn!("no mail is configured: letters wait until VIGIE_MAIL_URL is set");
        }
        let _jobs = Jobs::start(app, &bound.origin).context("cannot start the jobs")?;
        let running = actix_web::rt::spawn(bound.server);
        // The server starts now: who reads our words may already tell it to stop.
        tokio::task::yield_now().await;
        greet(&bound.origin);
        let address = format!("http://{}", bound.address);
        match address == bound.origin {
            true => say::line(format_args!("Vigie listens on {address}")),
            false => say::line(format_args!("Vigie listens on {address} for {}", bound.origin)),
        }
        tracing::info!(address = %bound.address, origin = bound.origin, "started");
        running.await.context("the server broke down")?.context("the server failed")
    })?;
    tracing::info!("stopped");
    Ok(ExitCode::SUCCESS)
}

fn not_bound(listen: std::net::SocketAddr, cause: &std::io::Error) -> anyhow::Error {
    match cause.kind() {
        ErrorKind::AddrInUse => anyhow!(
            "cannot listen on {listen}: another program does. Stop it, or choose another port with --listen ADDRESS:PORT (port 0 picks a free one)"
        ),
        ErrorKind::PermissionDenied => anyhow!(
            "cannot listen on {listen}: ports below 1024 need a right that this user lacks. Choose a higher one with --listen ADDRESS:PORT"
        ),
        ErrorKind::AddrNotAvailable => {
            anyhow!(
                "cannot listen on {listen}: that address is none of this machine's. Choose another with --listen ADDRESS:PORT"
            )
        }
        _ => anyhow!("cannot listen on {listen}: {cause}"),
    }
}
