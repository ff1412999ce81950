//! The HTTP server: what it shares with every request, and how it binds and stops.

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use actix_web::dev::Server;
use actix_web::{App as ActixApp, HttpServer, web};

use super::front::Front;
use super::kept::{Answer, Kept};
use super::{pages, routes};
use crate::app::App;
use crate::oidc::{Provider, redirect_address};

/// What every request can reach.
pub struct Site {
    pub app: App,
    /// Scheme and host of absolute addresses, without a final slash.
    pub origin: String,
    pub kept: Kept,
    /// Where people may sign in with an account elsewhere.
    pub provider: Option<Provider>,
    requests: AtomicU64,
}

impl Site {
    pub fn new(app: App, origin: String) -> Self {
        let kept = Kept::new(app.config.cache_bytes);
        let provider = app.config.oidc.clone().map(|set| Provider::new(set, redirect_address(&origin)));
        Self { app, origin, kept, provider, requests: AtomicU64::new(0) }
    }

    /// Whether browsers reach the site over HTTPS.
    pub fn is_secure(&self) -> bool {
        self.origin.starts_with("https://")
    }

    /// The kept answer at an address, if it is still true.
    pub fn fresh(&self, address: &str) -> Option<Arc<Answer>> {
        self.kept.fresh(address, self.app.db.revisions(), self.app.clock.now())
    }

    /// A short name for one request, in logs and on error pages.
    pub fn next_request_id(&self) -> String {
        let n = self.requests.fetch_add(1, Ordering::Relaxed);
        format!("{:x}-{n:x}", std::process::id())
    }
}

/// A bound server that is not yet running, and where it listens.
pub struct Bound {
    pub server: Server,
    pub address: SocketAddr,
    pub origin: String,
}

/// Binds to the configured address (port 0: a free one).
///
/// # Errors
/// The address is taken or not this machine's, or a template does not compile.
pub fn bind(app: App) -> std::io::Result<Bound> {
    pages::prepare().map_err(std::io::Error::other)?;
    let listener = TcpListener::bind(app.config.listen)?;
    let address = listener.local_addr()?;
    let origin = app.config.origin(address);
    let workers = app.config.workers;
    let site = web::Data::new(Site::new(app, origin.clone()));
    let server = HttpServer::new(move || {
        ActixApp::new().app_data(web::Data::clone(&site)).wrap(Front).configure(routes::all)
    })
    .workers(workers)
    .shutdown_timeout(10)
    .listen(listener)?
    .run();
    Ok(Bound { server, address, origin })
}
