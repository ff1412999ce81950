//! What happens by itself: a thread that wakes each minute and does what the day asks for. Several
//! processes on one database share the work by leases.

mod extend_horizon;

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

use crate::actions;
use crate::app::{App, day_of};
use crate::store::network;

/// How often the thread looks whether something is due.
const LOOK: Duration = Duration::from_secs(60);

/// The running jobs. Dropping this tells the thread to end; what it is at is rolled back or done.
pub struct Jobs {
    _stop: Sender<()>,
}

impl Jobs {
    /// Starts the thread, which looks at once.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn start(app: App) -> std::io::Result<Self> {
        let (stop, stopped) = channel::<()>();
        let run = move || {
            loop {
                if let Err(error) = run_due(&app) {
                    tracing::error!(%error, "a job failed and will be tried again");
                }
                if stopped.recv_timeout(LOOK) != Err(RecvTimeoutError::Timeout) {
                    return;
                }
            }
        };
        std::thread::Builder::new().name("jobs".to_owned()).spawn(run)?;
        Ok(Self { _stop: stop })
    }
}

/// Does what is due now and nobody has done or is doing.
///
/// # Errors
/// The database does not answer; the lease then runs out and the work is taken up again.
pub fn run_due(app: &App) -> actions::Result<()> {
    let now = app.clock.now();
    let Some(network) = app.db.read_now(network::find)? else { return Ok(()) };
    extend_horizon::run(app, day_of(now, network.zone), now)
}
