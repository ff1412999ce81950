//! What can be done, one verb a file. An action runs inside one write transaction: it checks,
//! writes rows, and raises the revisions of what it touched. The web, the command line, imports
//! and jobs all go through here.

mod amend_event;
mod change_date;
mod error;
mod extend_horizon;
mod found_network;
mod import;
mod publish_event;
mod save_place;
mod withdraw_event;
mod work_out_dates;

pub use amend_event::amend_event;
pub use change_date::change_date;
pub use error::{Error, Result};
pub use extend_horizon::{extend_horizon, extend_some, rework_recurring};
pub use found_network::{NewNetwork, found_network};
pub use import::{import_communes, import_place, import_school_periods};
pub use publish_event::{NewEvent, Published, publish_event, publish_event_with_past};
pub use save_place::{SavedPlace, Saving, save_place};
pub use withdraw_event::withdraw_event;

use crate::db::{Scope, Transaction};
use crate::store::places::PlaceRow;

/// Says that a place, or something of it, changed.
fn raise_place(tx: &mut Transaction<'_>, place: &PlaceRow) {
    tx.raise(Scope::Network);
    tx.raise(Scope::Territory(place.territory.clone()));
    tx.raise(Scope::Place(place.id));
}
