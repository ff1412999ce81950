//! Events as iCalendar text (RFC 5545, RFC 7986). Pure: no database, no clock, no framework.
//!
//! Written with the `ics` crate, whose faults are repaired here: its lines are folded again to
//! 75 octets, parameters are quoted and stay in our order, text loses its control characters.
//! An event's text is made once per change ([`write_event`]); a feed only joins such texts
//! ([`write_calendar`]).

mod calendar;
mod dates;
mod event;
mod form;
mod invitation;
mod reply;
mod rule;
mod text;
mod vevent;
mod words;
mod zone;

#[cfg(test)]
mod invitation_tests;
#[cfg(test)]
mod own_tests;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

pub use calendar::{CalendarHead, write_calendar};
pub use event::{
    Attendee, FeedEvent, FeedImage, FeedOrganizer, FeedOverride, OwnDates, TakingPart, write_event,
    write_occurrence, write_own_dates,
};
pub use invitation::{Invitation, InvitedChange, Method, Posting};
pub use reply::{NoReply, Participation, RecurrenceId, Reply};
