//! Links that are sent by mail and open something once: what each is for, and for how long it is good.

use chrono::TimeDelta;

use super::code::code_enum;

code_enum! {
    /// What a link opens.
    LinkPurpose {
        /// Confirms the address of a new account.
        SignUp = "inscription",
        /// Signs in without a password.
        SignIn = "connexion",
        /// Chooses a new password.
        ResetPassword = "mot-de-passe",
        /// Confirms a change of address, on one of its two sides.
        ChangeAddress = "adresse",
        /// Erases an account that has no password to ask for.
        DeleteAccount = "suppression",
        /// Opens an account for somebody who was invited.
        Invitation = "invitation",
        /// Names the network and its first coordinator.
        SetUp = "demarrage",
        /// Waits for the second factor of somebody who gave the first: not sent by mail.
        SecondStep = "second-facteur",
        /// Brings somebody back from a provider of accounts elsewhere: not sent by mail.
        Provider = "fournisseur",
        /// Links an account elsewhere to the account at its address.
        LinkIdentity = "liaison",
        /// Waits for a passkey of somebody who signs in: not sent by mail.
        Passkey = "cle",
        /// Waits for a passkey that is being made: not sent by mail.
        NewPasskey = "nouvelle-cle",
    }
}

impl LinkPurpose {
    /// Whether it comes by mail, so that who has it reads the mailbox.
    pub fn is_mailed(self) -> bool {
        !matches!(self, Self::SetUp | Self::SecondStep)
    }

    /// How long it is good. The more it opens, the shorter.
    pub const fn lasts(self) -> TimeDelta {
        match self {
            Self::SecondStep | Self::Provider | Self::Passkey | Self::NewPasskey => TimeDelta::minutes(10),
            Self::SignIn => TimeDelta::minutes(15),
            Self::ResetPassword | Self::DeleteAccount | Self::LinkIdentity => TimeDelta::hours(1),
            Self::SignUp | Self::ChangeAddress => TimeDelta::hours(48),
            Self::Invitation => TimeDelta::days(14),
            // A new one is drawn at each start; until then the first is in the log.
            Self::SetUp => TimeDelta::days(30),
        }
    }
}
