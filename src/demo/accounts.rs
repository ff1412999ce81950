//! The accounts with which one tries the demo: one of each role, with a password that everybody may
//! know. Never to be made but in a demo.

use crate::domain::code::code_enum;

/// Of all three.
pub const PASSWORD: &str = "lavande-et-calcaire";
/// The same as it is stored (argon2id): worked out once and for all, so that a demo starts at once.
pub const PASSWORD_HASH: &str = "$argon2id$v=19$m=19456,t=2,p=1$ZGVtbyBvZiB0aGUgdmlnaWU$\
                                 WYGeb2m8tQQpE9oE3C4fQ02FbuJ6+GQo/Bx0PtkzDec";

code_enum! {
    /// What one can try the demo as.
    DemoRole {
        Coworker = "coworker",
        Host = "animation",
        Coordinator = "coordination",
    }
}

impl DemoRole {
    /// What one signs in with.
    pub fn email(self) -> &'static str {
        match self {
            Self::Coworker => "coworker@exemple.invalid",
            Self::Host => "animation@exemple.invalid",
            Self::Coordinator => "coordination@exemple.invalid",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::password_hash;

    #[test]
    fn the_hash_is_that_of_the_password() {
        assert_eq!(password_hash::verify(Some(PASSWORD_HASH), PASSWORD), Ok(true));
    }
}
