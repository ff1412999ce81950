//! Where a letter of the outbox is on its way.

use crate::domain::code::code_enum;

code_enum! {
    /// What has become of a letter.
    MailState {
        /// Could not be sent, and is not tried again by itself.
        Parked = "parked",
        /// To be sent, at once or after a pause.
        Waiting = "waiting",
        Sent = "sent",
        /// A coordinator decided that it is not sent.
        Dropped = "dropped",
    }
}
