//! What becomes of an event that a member proposes to a place.

use super::code::code_enum;

code_enum! {
    ProposalState {
        /// Waits for the hosts of the place.
        Proposed = "proposee",
        /// Published, as it was or amended.
        Accepted = "acceptee",
        Declined = "declinee",
        /// Taken back by who proposed it.
        Withdrawn = "retiree",
    }
}
