//! What members report to the coordination, and what can become of it.

use super::code::code_enum;

code_enum! {
    /// What the coordination decides.
    #[derive(Default)]
    ReportDecision {
        /// Looked at; nothing follows.
        #[default]
        Nothing = "rien",
        /// Neither of the two takes messages of the other any more.
        Block = "blocage",
        /// The account that was reported is put aside.
        Suspend = "suspension",
    }
}
