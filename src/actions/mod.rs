//! What can be done, one verb a file. An action runs inside one write transaction: it checks,
//! writes rows, and raises the revisions of what it touched. The web, the command line, imports
//! and jobs all go through here.

mod accept_charter;
mod accept_member;
mod add_place_photo;
mod add_walk_in;
mod amend_event;
mod answer_invitation;
mod ask_hosts;
mod ask_registration;
mod ask_subscription;
mod block_member;
mod cancel_event;
mod cancel_registration;
mod change_address;
mod change_date;
mod change_membership_kind;
mod change_password;
mod change_photo;
mod change_private_feed;
mod change_registration;
mod change_subscription;
mod choose_weekly_note;
mod compose_digests;
mod confirm_date;
mod confirm_place;
mod confirm_registration;
mod confirm_signup;
mod confirm_subscription;
mod count_refusal;
mod decide_newcomer_letter;
mod decide_on_account;
mod decide_on_proposal;
mod decide_on_report;
mod decide_registration;
mod decline_member;
mod delete_account;
mod drop_mail;
mod edit_place;
mod end_sessions;
mod enter_by_passkey;
mod enter_by_provider;
mod error;
mod extend_horizon;
mod fade_series;
mod find_clashes;
mod finish_sign_in;
mod follow_sign_in_link;
mod forget_registrations;
mod forget_second_factor;
mod found_network;
mod hand_over_copy;
mod hang_door_sign;
mod host_event;
mod host_week_note;
mod hosted;
mod import;
mod invite;
mod invite_host;
mod join_place;
mod joining_letters;
mod leave_for_provider;
mod leave_place;
mod leave_subscription;
mod limit;
mod link_identity;
mod make_passkey;
mod move_event_online;
mod name_cohost;
mod name_host;
mod network_week_note;
mod open_account;
mod open_host_week;
mod open_private_feed;
mod open_session;
mod plan_publication;
mod postpone_event;
mod propose_event;
mod prove_second_factor;
mod publish_due;
mod publish_event;
mod register;
mod registering;
mod reinstate_event;
mod release_cohost;
mod release_host;
mod remind;
mod remove_event;
mod rename_account;
mod report;
mod restore_place;
mod retry_address;
mod retry_mail;
mod revise_date;
mod revise_event;
mod rouse_series;
mod save_place;
mod save_profile;
mod send_link;
mod set_event_cover;
mod set_joining_rules;
mod set_network_rules;
mod set_registration_rules;
mod set_up_network;
mod set_up_second_factor;
mod share_event;
mod sign_in;
mod sign_up;
mod split_series;
mod suspend_member;
mod take_bounce;
mod tell_member;
mod tick_attendance;
mod tick_newcomer_step;
mod use_link;
mod withdraw_event;
mod work_out_dates;
mod write_to_guests;
mod write_to_member;
mod write_weekly_note;

pub use accept_charter::accept_charter;
pub use accept_member::accept_member;
pub use add_place_photo::add_place_photo;
pub use add_walk_in::add_walk_in;
pub use amend_event::amend_event;
pub use answer_invitation::{Answered, answer_invitation};
pub use ask_registration::{Applicant, ask_registration};
pub use ask_subscription::{SubscriptionAsked, ask_subscription};
pub use block_member::block_member;
pub use cancel_event::cancel_event;
pub use cancel_registration::cancel_registration;
pub use change_address::{AddressChange, address_wanted, ask_for_address, confirm_address};
pub use change_date::change_date;
pub use change_membership_kind::change_membership_kind;
pub use change_password::{change_password, reset_password};
pub use change_photo::change_photo;
pub use change_private_feed::{amend_private_feed, renew_private_feed, revoke_private_feed};
pub use change_registration::change_registration;
pub use change_subscription::{Preferences, Reach, change_subscription, void_subscription_links};
pub use choose_weekly_note::{choose_weekly_note, want_weekly_note};
pub use compose_digests::{DigestRun, Previewed, Tally, compose_some, preview_digest, preview_digests};
pub use confirm_date::confirm_date;
pub use confirm_place::confirm_place;
pub use confirm_registration::{Unconfirmed, confirm_registration, unconfirmed};
pub use confirm_signup::confirm_signup;
pub use confirm_subscription::{
    SubscriptionWanted, confirm_subscription, subscription_confirmed, subscription_wanted,
};
pub use count_refusal::count_refusal;
pub use decide_newcomer_letter::{send_newcomer_letter, set_aside_newcomer_letter};
pub use decide_on_account::{decline_account, may_decide, welcome_account};
pub use decide_on_proposal::{accept_proposal, decline_proposal};
pub use decide_on_report::{Verdict, decide_on_report, end_blocks, may_look_at};
pub use decide_registration::{Decision, decide_registration};
pub use decline_member::decline_member;
pub use delete_account::{delete_account, delete_account_by_link, send_deletion_link};
pub use drop_mail::drop_mail;
pub use edit_place::{PlaceEdit, edit_place};
pub use end_sessions::{end_other_sessions, end_session};
pub use enter_by_passkey::{ask_by_passkey, asked_at_sign_in, enter_by_passkey};
pub use enter_by_provider::{Arrival, Entered, enter_by_provider};
pub use error::{Error, Result};
pub use extend_horizon::{extend_horizon, extend_some, rework_recurring};
pub use fade_series::fade_series;
pub use find_clashes::{Clash, Clashes, Plan, find_clashes};
pub use finish_sign_in::finish_sign_in;
pub use follow_sign_in_link::follow_sign_in_link;
pub use forget_registrations::forget_registrations;
pub use forget_second_factor::forget_second_factor;
pub use found_network::{NewNetwork, found_network};
pub use hand_over_copy::hand_over_copy;
pub use hang_door_sign::{NewSign, hang_door_sign, take_door_sign_down};
pub use host_event::host_event;
pub use host_week_note::host_week_note;
pub use hosted::seal;
pub use import::{import_communes, import_place, import_school_periods};
pub use invite::{Invitation, NewInvitation, Newcomer, accept_invitation, accept_invitation_as, invite};
pub use invite_host::{HostInvited, invite_host};
pub use join_place::{Joining, join_place};
pub use leave_for_provider::{leave_for_provider, return_from_provider};
pub use leave_place::leave_place;
pub use leave_subscription::{
    forget_subscription, leave_subscription, return_to_subscription, slow_down_subscription,
};
pub use link_identity::{link_identity, unlink_identity};
pub use make_passkey::{MOST_PASSKEYS, ask_for_passkey, asked_of_device, keep_passkey, remove_passkey};
pub use move_event_online::move_event_online;
pub use name_cohost::name_cohost;
pub use name_host::name_host;
pub use network_week_note::network_week_note;
pub use open_host_week::{HostWeek, open_host_week};
pub use open_private_feed::{feed_secret, open_private_feed};
pub use open_session::{Browser, Entrance, open_session};
pub use plan_publication::{Announcement, plan_publication};
pub use postpone_event::postpone_event;
pub use propose_event::{Proposing, propose_event, withdraw_proposal};
pub use prove_second_factor::{SecondProof, prove_second_factor, prove_second_step};
pub use publish_due::publish_due;
pub use publish_event::{NewEvent, Published, publish_event, publish_event_with_past};
pub use register::register;
pub use registering::{Holder, Occasion, Wish};
pub use reinstate_event::reinstate_event;
pub use release_cohost::release_cohost;
pub use release_host::release_host;
pub use remind::remind;
pub use remove_event::remove_event;
pub use rename_account::rename_account;
pub use report::{Reported, report};
pub use restore_place::restore_place;
pub use retry_address::{retry_address, retry_own_address};
pub use retry_mail::retry_mail;
pub use revise_date::revise_date;
pub use revise_event::revise_event;
pub use save_place::{SavedPlace, Saving, save_place};
pub use save_profile::{hide_profile, save_profile};
pub use send_link::{LinkWanted, send_reset_link, send_sign_in_link};
pub use set_event_cover::{adopt_cover, set_event_cover};
pub use set_joining_rules::{NewRules, set_joining_rules};
pub use set_network_rules::set_network_rules;
pub use set_registration_rules::set_registration_rules;
pub use set_up_network::{FirstPlace, SetUp, issue_set_up_link, set_up_network};
pub use set_up_second_factor::{
    confirm_second_factor, propose_second_factor, remove_second_factor, renew_recovery_codes,
};
pub use share_event::leave_event;
pub use sign_in::{Claim, claim_account, sign_in};
pub use sign_up::{SignUp, sign_up};
pub use split_series::{Following, Split, split_series};
pub use suspend_member::{lift_suspension, suspend_member};
pub use take_bounce::{BounceTaken, take_bounce};
pub use tick_attendance::tick_attendance;
pub use tick_newcomer_step::{Tick, tick_newcomer_step, untick_newcomer_step};
pub use withdraw_event::withdraw_event;
pub use work_out_dates::{horizon, plan_dates};
pub use write_to_guests::{ToGuests, author_of, write_to_guests};
pub use write_to_member::{NotWritten, write_in_conversation, write_to_member};
pub use write_weekly_note::{From, write_weekly_note};

use crate::db::{Scope, Transaction};
use crate::store::places::{self, PlaceRow};
use crate::store::{event_places, profiles};

/// Says that what everyone sees of a member changed by something else than their profile: their
/// places, their standing. Who shows nothing to everyone stands on no kept page.
fn raise_member(tx: &mut Transaction<'_>, member: i64) -> Result<()> {
    if !profiles::public_since(tx, member)?.is_empty() {
        tx.raise(Scope::Network);
    }
    Ok(())
}

/// Says that an event of a place changed, for all that show it.
fn raise_event(tx: &mut Transaction<'_>, event: i64, place: &PlaceRow) -> Result<()> {
    raise_place(tx, place);
    let further = event_places::of_event(tx, event)?;
    raise_places(tx, &further)
}

fn raise_places(tx: &mut Transaction<'_>, ids: &[i64]) -> Result<()> {
    if !ids.is_empty() {
        for (place, _) in places::by_ids(tx, ids)? {
            raise_place(tx, &place);
        }
    }
    Ok(())
}

/// Says that a place, or something of it, changed.
fn raise_place(tx: &mut Transaction<'_>, place: &PlaceRow) {
    tx.raise(Scope::Network);
    tx.raise(Scope::Territory(place.territory.clone()));
    tx.raise(Scope::Place(place.id));
}
