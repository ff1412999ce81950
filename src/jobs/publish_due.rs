//! Drafts that are published by themselves.

use crate::actions;
use crate::app::App;

/// Publishes what is due, one after the other, for as long as `may_go_on`.
pub fn publish_due(app: &App, may_go_on: &dyn Fn() -> bool) {
    while may_go_on() {
        let now = app.clock.now();
        match app.db.write_now(|tx| actions::publish_due(tx, now)) {
            Ok(0) => return,
            Ok(_) => {}
            Err(error) => {
                tracing::error!(%error, "planned events are not published, which is tried again");
                return;
            }
        }
    }
}
