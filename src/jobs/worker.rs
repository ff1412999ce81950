//! A thread that does its work again and again, with a pause in between, until it is dropped.

use std::sync::mpsc::{RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread::JoinHandle;
use std::time::Duration;

/// Dropping this ends the work at hand after its step, and waits for that.
pub struct Worker {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Begins at once, beside the caller. `work` asks what it is given whether it may go on.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn start(
        name: &str,
        pause: Duration,
        mut work: impl FnMut(&dyn Fn() -> bool) + Send + 'static,
    ) -> std::io::Result<Self> {
        let (stop, stopped) = channel::<()>();
        let run = move || {
            loop {
                work(&|| stopped.try_recv() == Err(TryRecvError::Empty));
                if stopped.recv_timeout(pause) != Err(RecvTimeoutError::Timeout) {
                    return;
                }
            }
        };
        let thread = std::thread::Builder::new().name(name.to_owned()).spawn(run)?;
        Ok(Self { stop: Some(stop), thread: Some(thread) })
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic has been told on standard error; the service stops all the same.
            let _ = thread.join();
        }
    }
}
