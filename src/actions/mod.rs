//! What can be done, one verb a file. An action runs inside one write transaction: it checks,
//! writes rows, and raises the revisions of what it touched. The web, the command line, imports
//! and jobs all go through here.

mod add_walk_in;
mod accept_charter;
mod accept_member;
mod amend_event;
mod ask_hosts;
mod ask_registration;
mod cancel_registration;
mod block_member;
mod change_date;
mod change_registration;
mod confirm_registration;
mod decide_registration;
mod decide_newcomer_letter;
mod decline_member;
mod confirm_place;
mod edit_place;
mod error;
mod extend_horizon;
mod forget_registrations;
mod found_network;
mod hang_door_sign;
mod import;
mod move_registrations;
mod publish_event;
mod register;
mod registering;
mod restore_place;
mod save_place;
mod set_registration_rules;
mod tick_attendance;
mod save_profile;
mod invite_host;
mod join_place;
mod joining_letters;
mod leave_place;
mod name_host;
mod publish_event;
mod release_host;
mod save_place;
mod set_joining_rules;
mod tick_newcomer_step;
mod withdraw_event;
mod work_out_dates;
mod write_to_member;

pub use add_walk_in::add_walk_in;
pub use accept_charter::accept_charter;
pub use accept_member::accept_member;
pub use amend_event::amend_event;
pub use ask_registration::{Asking, ask_registration};
pub use cancel_registration::cancel_registration;
pub use block_member::block_member;
pub use change_date::change_date;
pub use change_registration::change_registration;
pub use confirm_registration::{Unconfirmed, confirm_registration, unconfirmed};
pub use decide_registration::{Decision, decide_registration};
pub use decide_newcomer_letter::{send_newcomer_letter, set_aside_newcomer_letter};
pub use decline_member::decline_member;
pub use confirm_place::confirm_place;
pub use edit_place::{PlaceEdit, edit_place};
pub use error::{Error, Result};
pub use extend_horizon::{extend_horizon, extend_some, rework_recurring};
pub use forget_registrations::forget_registrations;
pub use found_network::{NewNetwork, found_network};
pub use hang_door_sign::{NewSign, hang_door_sign, take_door_sign_down};
pub use import::{import_communes, import_place, import_school_periods};
pub use move_registrations::move_registrations;
pub use publish_event::{NewEvent, Published, publish_event, publish_event_with_past};
pub use register::register;
pub use registering::{Holder, Occasion, Wish};
pub use restore_place::restore_place;
pub use save_place::{SavedPlace, Saving, save_place};
pub use set_registration_rules::set_registration_rules;
pub use tick_attendance::tick_attendance;
pub use save_profile::{hide_profile, save_profile};
pub use invite_host::{HostInvited, invite_host};
pub use join_place::{Joining, join_place};
pub use leave_place::leave_place;
pub use name_host::name_host;
pub use publish_event::{NewEvent, Published, publish_event, publish_event_with_past};
pub use release_host::release_host;
pub use save_place::{SavedPlace, Saving, save_place};
pub use set_joining_rules::{NewRules, set_joining_rules};
pub use tick_newcomer_step::{Tick, tick_newcomer_step, untick_newcomer_step};
pub use withdraw_event::withdraw_event;
pub use write_to_member::{NotWritten, write_in_conversation, write_to_member};

use crate::db::{Scope, Transaction};
use crate::store::places::PlaceRow;

/// Says that a place, or something of it, changed.
fn raise_place(tx: &mut Transaction<'_>, place: &PlaceRow) {
    tx.raise(Scope::Network);
    tx.raise(Scope::Territory(place.territory.clone()));
    tx.raise(Scope::Place(place.id));
}
