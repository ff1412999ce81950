//! Series of which no host says anything, which are to be confirmed.

use crate::actions;
use crate::app::App;

pub fn step(app: &App) -> actions::Result<usize> {
    let now = app.clock.now();
    app.db.write_now(|tx| actions::fade_series(tx, now))
}
