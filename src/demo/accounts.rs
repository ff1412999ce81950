//! The accounts with which one tries the demo: one of each role, with a password that everybody may
//! know. Never to be made but in a demo.

use crate::domain::code::code_enum;

/// Of all three.
pub const PASSWORD: &str = "lavande-et-calcaire";
/// The same as it is stored (argon2id): worked out once and for all, so that a demo starts at once.
pub const PASSWORD_HASH: &str = "@@HASH@@";

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

    #[test]
    fn the_hash_is_that_of_the_password() {
        use argon2::password_hash::{PasswordHash, PasswordVerifier};
        let stored = PasswordHash::new(PASSWORD_HASH).unwrap();
        assert!(argon2::Argon2::default().verify_password(PASSWORD.as_bytes(), &stored).is_ok());
    }
}
#[cfg(test)]
#[test]
fn print_hash() {
    use argon2::password_hash::{PasswordHasher, SaltString};
    let salt = SaltString::encode_b64(b"demo of the vigie").unwrap();
    let params = argon2::Params::new(19_456, 2, 1, Some(32)).unwrap();
    let hashed = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params)
        .hash_password(PASSWORD.as_bytes(), &salt)
        .unwrap()
        .to_string();
    println!("HASH {hashed}");
}
